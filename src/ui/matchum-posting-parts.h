/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that was pasted or opened as the postings it holds: one, or several where it was put together from several. No
 * byte is lost: the texts of the parts, one after the other, are the whole text. Immutable and reference counted. */
#pragma once

#include "posting/matchum-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING_PART (matchum_posting_part_get_type ())

/* How many lines of each kind were read from a posting, headings not counted. */
typedef struct {
  guint n_required;
  guint n_preferred;
  guint n_duties;
  guint n_other;
} MatchumLineCounts;

MatchumLineCounts    matchum_line_counts_of             (MatchumPosting       *posting);

/* Reference counted, and read-only outside. */
typedef struct {
  MatchumPosting    *posting;
  char              *company;     /* as read without what stands between it and its neighbours; may be NULL, as title */
  char              *title;
  char              *first_words; /* of its first line */
  MatchumSpan        span;        /* bytes of the whole text */
  MatchumLineCounts  counts;
  gboolean           is_doubtful; /* nothing but blank lines stands between it and the one above */
} MatchumPostingPart;

GType                matchum_posting_part_get_type      (void);
MatchumPostingPart  *matchum_posting_part_ref           (MatchumPostingPart   *self);
void                 matchum_posting_part_unref         (MatchumPostingPart   *self);
const char          *matchum_posting_part_get_text      (MatchumPostingPart   *self);

typedef struct _MatchumPostingParts MatchumPostingParts;

/* Takes source apart and reads each part. is_one: takes it for one posting, whatever it holds. NULL with an error of
 * MATCHUM_SOURCE_ERROR where nothing can be read as a posting, or where cancelled. */
MatchumPostingParts *matchum_posting_parts_read         (MatchumSource        *source,
                                                         gboolean              is_one,
                                                         GCancellable         *cancellable,
                                                         GError              **error);
MatchumPostingParts *matchum_posting_parts_ref          (MatchumPostingParts  *self);
void                 matchum_posting_parts_unref        (MatchumPostingParts  *self);
guint                matchum_posting_parts_get_n_parts  (MatchumPostingParts  *self);
MatchumPostingPart  *matchum_posting_parts_get_part     (MatchumPostingParts  *self,
                                                         guint                 index);
/* How many were found, whatever was put together since. */
guint                matchum_posting_parts_get_n_found  (MatchumPostingParts  *self);
/* The parts with one put together with the one above it; NULL with an error where that cannot be read. */
MatchumPostingParts *matchum_posting_parts_join         (MatchumPostingParts  *self,
                                                         guint                 index,
                                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPostingPart, matchum_posting_part_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPostingParts, matchum_posting_parts_unref)

G_END_DECLS
