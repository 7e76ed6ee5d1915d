/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that a person put right in how a line of a posting was read. It names the line by its words and by where they
 * stood, so that it is found again where lines moved. Immutable and reference counted. */
#pragma once

#include "posting/matchum-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING_CORRECTION (matchum_posting_correction_get_type ())

/* Aspects of a line. */
/* Its kind, by nick: "required", "preferred", "duty", "other", "stack", "benefit", "process" or "note". Of a heading: also
 * that of the lines under it, as far as they had the kind of the heading and none of their own. Of a line in pieces: that
 * of its first; "kind.2", "kind.3", … are those of the others. */
#define MATCHUM_ASPECT_KIND    "kind"
/* Its words as they are to be judged, one requirement a line of the value: a break splits it. Empty: it says nothing that
 * counts. They stand for what is joined to the line, too. */
#define MATCHUM_ASPECT_WORDS   "words"
/* Empty value: it goes on with the line before it. */
#define MATCHUM_ASPECT_JOIN    "join"
/* "yes" or "no": whether it is a heading. */
#define MATCHUM_ASPECT_HEADING "heading"

/* A line has no more pieces than this; the last takes the rest. */
#define MATCHUM_CORRECTION_MAX_PIECES 64

typedef struct {
  guint line;      /* 1-based first physical line in the text that was read */
  guint nth;       /* which of the lines with the same words, counted from 1 … */
  guint n_same;    /* … and how many there were */
  char *line_text; /* the words of the line as they were read */
  char *aspect;
  char *value;
} MatchumPostingCorrection;

GType                     matchum_posting_correction_get_type     (void);

MatchumPostingCorrection *matchum_posting_correction_new          (guint                           line,
                                                                   guint                           nth,
                                                                   guint                           n_same,
                                                                   const char                     *line_text,
                                                                   const char                     *aspect,
                                                                   const char                     *value);
/* For the line at index of a posting as it was read. */
MatchumPostingCorrection *matchum_posting_correction_new_for_line (MatchumPosting                 *posting,
                                                                   guint                           index,
                                                                   const char                     *aspect,
                                                                   const char                     *value);
MatchumPostingCorrection *matchum_posting_correction_ref          (MatchumPostingCorrection       *self);
void                      matchum_posting_correction_unref        (MatchumPostingCorrection       *self);
gboolean                  matchum_posting_correction_is_equal     (const MatchumPostingCorrection *self,
                                                                   const MatchumPostingCorrection *other);

/* Whether an aspect is one of the above. */
gboolean                  matchum_posting_correction_is_aspect    (const char                     *aspect);
/* "kind" for piece 0, "kind.2" for piece 1, …; free with g_free(). */
char                     *matchum_posting_correction_dup_kind_aspect (guint                        piece);
/* The piece that an aspect tells the kind of; FALSE where it tells none. */
gboolean                  matchum_posting_correction_parse_kind_aspect (const char                *aspect,
                                                                   guint                          *piece);

/* "required", …: a name that does not change. */
const char               *matchum_posting_kind_get_nick           (MatchumPostingKind              kind);
gboolean                  matchum_posting_kind_from_nick          (const char                     *nick,
                                                                   MatchumPostingKind             *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPostingCorrection, matchum_posting_correction_unref)

G_END_DECLS
