/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text as it came from outside, kept byte for byte where it is UTF-8 and turned into UTF-8 where not, with its lines
 * counted. Everything that is read from it keeps spans into it. Immutable and reference counted. */
#pragma once

#include <gio/gio.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SOURCE (matchum_source_get_type ())
#define MATCHUM_SOURCE_ERROR (matchum_source_error_quark ())

/* The largest text that is read, in bytes as it comes and as UTF-8: two thousand pages, far above any resume. */
#define MATCHUM_SOURCE_MAX_BYTES (8 * 1024 * 1024)

/**
 * MatchumSourceError:
 * @MATCHUM_SOURCE_ERROR_UNREADABLE: the file is missing, a folder, or may not be read
 * @MATCHUM_SOURCE_ERROR_TOO_LARGE: more than MATCHUM_SOURCE_MAX_BYTES
 * @MATCHUM_SOURCE_ERROR_EMPTY: nothing but white space
 * @MATCHUM_SOURCE_ERROR_BINARY: holds bytes that no text holds
 * @MATCHUM_SOURCE_ERROR_NOT_UTF8: neither valid UTF-8 nor, as a whole, of an encoding that can be turned into it
 * @MATCHUM_SOURCE_ERROR_FORMAT: text, but not of the form asked for (broken front matter, say)
 *
 * Every message is a sentence that names the file and, where there is one, the line.
 */
typedef enum {
  MATCHUM_SOURCE_ERROR_UNREADABLE,
  MATCHUM_SOURCE_ERROR_TOO_LARGE,
  MATCHUM_SOURCE_ERROR_EMPTY,
  MATCHUM_SOURCE_ERROR_BINARY,
  MATCHUM_SOURCE_ERROR_NOT_UTF8,
  MATCHUM_SOURCE_ERROR_FORMAT,
} MatchumSourceError;

typedef struct _MatchumSource MatchumSource;

GType          matchum_source_get_type      (void);
GQuark         matchum_source_error_quark   (void);

MatchumSource *matchum_source_load          (GFile         *file,
                                             GCancellable  *cancellable,
                                             GError       **error);
GBytes        *matchum_source_load_bytes    (GFile         *file,
                                             char         **name,
                                             GCancellable  *cancellable,
                                             GError       **error);
/* The same; where the first MATCHUM_SOURCE_MAX_BYTES are of a format that may be larger, since what is read of it is less,
 * as is_large says, so many as max_bytes are read. */
GBytes        *matchum_source_load_large_bytes (GFile      *file,
                                             gsize          max_bytes,
                                             gboolean     (*is_large) (GBytes *start),
                                             char         **name,
                                             GCancellable  *cancellable,
                                             GError       **error);
/* Whether so many bytes of a file called name may be read at all. */
gboolean       matchum_source_check_size    (const char    *name,
                                             guint64        size,
                                             GError       **error);
MatchumSource *matchum_source_new           (const char    *name,
                                             GBytes        *bytes,
                                             GError       **error);
MatchumSource *matchum_source_ref           (MatchumSource *self);
void           matchum_source_unref         (MatchumSource *self);

const char    *matchum_source_get_name      (MatchumSource *self);
const char    *matchum_source_get_text      (MatchumSource *self);
gsize          matchum_source_get_length    (MatchumSource *self);
guint          matchum_source_get_n_lines   (MatchumSource *self);
MatchumSpan    matchum_source_get_line_span (MatchumSource *self,
                                             guint          line);
/* The same without a byte order mark, which is no part of the text. */
MatchumSpan    matchum_source_get_line_text (MatchumSource *self,
                                             guint          line);
guint          matchum_source_get_line_at   (MatchumSource *self,
                                             gsize          offset);

/* The whole text with another in place of a span. Free with g_free(). */
char          *matchum_source_dup_spliced   (MatchumSource *self,
                                             MatchumSpan    span,
                                             const char    *text);

/* What the file is in: "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "CP949" or "windows-1252". */
const char    *matchum_source_get_encoding  (MatchumSource *self);
const char    *matchum_source_get_notice    (MatchumSource *self);
MatchumSpan    matchum_source_get_original_span (MatchumSource *self,
                                                 MatchumSpan    span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumSource, matchum_source_unref)

G_END_DECLS
