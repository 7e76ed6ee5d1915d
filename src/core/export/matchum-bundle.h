/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of one application put together: the resume in one format or several, the posting as it was, the strategy
 * sheet; and a list of their SHA-256 digests, which "sha256sum -c" reads. A folder or a zip, whole or not there. */
#pragma once

#include <gio/gio.h>

#include "text/matchum-date-range.h"

G_BEGIN_DECLS

#define MATCHUM_BUNDLE_DIGESTS "SHA256SUMS.txt"

typedef struct {
  char   *name;
  GBytes *bytes;
} MatchumBundleFile;

typedef struct _MatchumBundle MatchumBundle;

/* day: that of the files in a zip. */
MatchumBundle           *matchum_bundle_new          (MatchumDay      day);
void                     matchum_bundle_free         (MatchumBundle  *self);

/* Adds a file. name is made one that every system takes, and that no file before has in whatever letters. */
void                     matchum_bundle_add          (MatchumBundle  *self,
                                                      const char     *name,
                                                      GBytes         *bytes);
/* The files as added, the list of digests last. */
guint                    matchum_bundle_get_n_files  (MatchumBundle  *self);
const MatchumBundleFile *matchum_bundle_get_file     (MatchumBundle  *self,
                                                      guint           index);

/* The same bytes for the same files. */
GBytes                  *matchum_bundle_write_zip    (MatchumBundle  *self,
                                                      GError        **error);
/* Into a folder that is not there yet, or empty. The error names it, and nothing is left then. */
gboolean                 matchum_bundle_write_folder (MatchumBundle  *self,
                                                      GFile          *folder,
                                                      GCancellable   *cancellable,
                                                      GError        **error);

/* What of name can stand in a file name on every system; "file" where nothing can. Free it. */
char                    *matchum_bundle_clean_name   (const char     *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumBundle, matchum_bundle_free)

G_END_DECLS
