/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the lines of a text are arranged, seen as a whole. Private to this room. */
#pragma once

#include "posting/matchum-posting-shape.h"
#include "posting/matchum-posting-wording.h"

G_BEGIN_DECLS

/* Columns of headings: of any, of those that no list holds, and of short lines. */
#define MATCHUM_MAX_HEADING_WIDTH 72
#define MATCHUM_MAX_BARE_WIDTH    48
#define MATCHUM_MAX_SHORT_WIDTH   36

/* What a line that asks says, in one way or another. */
#define MATCHUM_WORDING_SAYS_ASK (MATCHUM_WORDING_ASKS | MATCHUM_WORDING_DEMANDS | MATCHUM_WORDING_WISHES)

typedef struct {
  const char *text;
  GArray *shapes;
  GHashTable *heading_styles; /* set of style keys that mark headings rather than items */
  GHashTable *repeated;       /* keys of short bare lines that stand more than once in the text */
  guint widest;               /* of all lines without bullets */
  guint wrap_width;           /* width of the widest lines where the text is broken at a width, else 0 */
  guint bare_wrap_width;      /* the same for lines without bullets */
  guint usual_blanks;         /* blank lines between most lines */
  guint32 flat_style;         /* the bullet that headings and items alike carry, else 0 */
  gboolean has_marked_heads;  /* Markdown, brackets or a symbol mark the headings */
  gboolean has_block_heads;   /* blocks begin with their heading */
  gboolean has_lone_heads;    /* headings stand between blank lines, above blocks */
  gboolean has_capital_heads; /* headings are written in capitals */
} MatchumPostingArrangement;

void                 matchum_posting_arrangement_init                 (MatchumPostingArrangement *self,
                                                                       const char                *text,
                                                                       GArray                    *shapes);
void                 matchum_posting_arrangement_clear                (MatchumPostingArrangement *self);
MatchumLineShape    *matchum_posting_arrangement_get_shape            (MatchumPostingArrangement *self,
                                                                       guint                      index);
/* The next line that is not mere drawing, and the one before; or NULL. */
MatchumLineShape    *matchum_posting_arrangement_get_next             (MatchumPostingArrangement *self,
                                                                       guint                      index);
MatchumLineShape    *matchum_posting_arrangement_get_previous         (MatchumPostingArrangement *self,
                                                                       guint                      index);
MatchumHeadingSense  matchum_posting_arrangement_get_sense            (MatchumPostingArrangement *self,
                                                                       MatchumSpan                span);
/* Whether the line after the one at index, or after what is drawn there, has another right under it. */
gboolean             matchum_posting_arrangement_is_in_block          (MatchumPostingArrangement *self,
                                                                       guint                      index);
/* Words in capitals, as a heading may be written: "PAPERWORK". */
gboolean             matchum_posting_arrangement_is_in_capitals       (MatchumPostingArrangement *self,
                                                                       const MatchumLineShape    *shape);
/* In columns, up to a bound. */
guint                matchum_posting_arrangement_get_first_word_width (MatchumPostingArrangement *self,
                                                                       const MatchumLineShape    *shape);

/* Bullets of one kind at one indentation are siblings and have the same key. */
gpointer             matchum_line_shape_get_style_key                 (const MatchumLineShape    *shape);
gboolean             matchum_line_shape_are_siblings                  (const MatchumLineShape    *a,
                                                                       const MatchumLineShape    *b);
/* What the words of a line say as a heading; of what they are folded to. */
MatchumHeadingSense  matchum_line_shape_get_words_sense               (MatchumLineShape          *shape);
/* Whether the words are those of a heading: "근무형태", and not "교대근무 가능자". */
gboolean             matchum_line_shape_says_heading                  (MatchumLineShape          *shape);
/* What plain lists are made with. */
gboolean             matchum_line_style_is_list_mark                  (guint32                    style);
/* What a line says, roughly, as one wording bit or 0: whether two of them are of one list. */
guint32              matchum_line_shape_get_say                       (const MatchumLineShape    *shape);
/* A short bare line may stand more than once, once for each of several jobs: its words, owned by the caller. */
gboolean             matchum_line_shape_may_repeat                    (const MatchumLineShape    *shape);
char                *matchum_line_shape_dup_key                       (const MatchumLineShape    *shape);

static inline gboolean
matchum_line_shape_has_wording (const MatchumLineShape *shape, guint32 bits)
{
  return (shape->wording & bits) != 0;
}

G_END_DECLS
