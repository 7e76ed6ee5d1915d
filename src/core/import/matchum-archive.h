/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a ZIP archive in memory holds. Nothing is ever written: members that are asked for are read into memory, within
 * bounds that no honest file meets. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Bytes of one member that is kept, of all that are unpacked, and how many times as large as the archive those may be. */
#define MATCHUM_ARCHIVE_MAX_MEMBER (8 * 1024 * 1024)
#define MATCHUM_ARCHIVE_MAX_UNPACKED (128 * 1024 * 1024)
#define MATCHUM_ARCHIVE_MAX_RATIO 250
#define MATCHUM_ARCHIVE_MAX_MEMBERS 20000

typedef enum {
  MATCHUM_ARCHIVE_SKIP,  /* not unpacked */
  MATCHUM_ARCHIVE_CHECK, /* unpacked, counted and let go */
  MATCHUM_ARCHIVE_KEEP,
} MatchumArchiveUse;

/* What is to be done with a member of that path. */
typedef MatchumArchiveUse (*MatchumArchiveChoose) (const char *path,
                                                   gpointer    user_data);

typedef struct _MatchumArchive MatchumArchive;

MatchumArchive *matchum_archive_read      (const char           *name,
                                           GBytes               *bytes,
                                           MatchumArchiveChoose  choose,
                                           gpointer              user_data,
                                           GCancellable         *cancellable,
                                           GError              **error);
void            matchum_archive_free      (MatchumArchive       *self);

/* Members that are files, in the order of the archive. */
guint           matchum_archive_get_n     (MatchumArchive       *self);
const char     *matchum_archive_get_path  (MatchumArchive       *self,
                                           guint                 index);
/* NULL of one that was not kept. */
GBytes         *matchum_archive_get_bytes (MatchumArchive       *self,
                                           guint                 index);
/* What stands behind the last slash of a path. */
const char     *matchum_archive_find_name (const char           *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumArchive, matchum_archive_free)

G_END_DECLS
