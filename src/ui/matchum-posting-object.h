/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the posting as an item of a list: its name, a section, a requirement with its verdict, or a line of the
 * rest. Emits "changed" where its row has something else to say. */
#pragma once

#include "ui/matchum-block-state.h"
#include "ui/matchum-verdict-words.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING_OBJECT (matchum_posting_object_get_type ())

typedef enum {
  MATCHUM_POSTING_ROW_NAME,        /* company, and what is looked for */
  MATCHUM_POSTING_ROW_FACTS,       /* what the posting tells besides what it asks */
  MATCHUM_POSTING_ROW_DEADLINE,    /* how long one may still apply */
  MATCHUM_POSTING_ROW_CLOSED,      /* that one may not any more */
  MATCHUM_POSTING_ROW_TEAM,        /* which of its teams is applied to */
  MATCHUM_POSTING_ROW_SENT,        /* when it was answered; leads to what was sent */
  MATCHUM_POSTING_ROW_LINK,        /* words of a link, and where it leads */
  MATCHUM_POSTING_ROW_BANNER,      /* what the reader of the posting could not tell */
  MATCHUM_POSTING_ROW_SECTION,     /* heading over requirements */
  MATCHUM_POSTING_ROW_REQUIREMENT,
  MATCHUM_POSTING_ROW_FOLD,        /* heading over lines that are folded away */
  MATCHUM_POSTING_ROW_HEADING,     /* heading within a fold */
  MATCHUM_POSTING_ROW_LINE,        /* line within a fold */
} MatchumPostingRowKind;

#define MATCHUM_POSTING_NO_LINE G_MAXUINT

/* Of a requirement; for the other rows all but emphasis is empty. */
typedef struct {
  gboolean        has_verdict; /* FALSE while there is no resume */
  MatchumStanding standing;
  char           *key;
  char           *reason;      /* a whole sentence where it is selected, else the gist of it */
  guint           n_items;     /* of the resume that show it */
  gboolean        is_by_hand;  /* what the user said counts in the verdict */
  gboolean        is_selected;
  MatchumEmphasis emphasis;
} MatchumPostingState;

G_DECLARE_FINAL_TYPE (MatchumPostingObject, matchum_posting_object, MATCHUM, POSTING_OBJECT, GObject)

/* text: what the row says; detail: smaller words under it, or NULL; count: how many there are of what stands under it. */
MatchumPostingObject       *matchum_posting_object_new             (MatchumPostingRowKind  kind,
                                                                    const char            *text,
                                                                    const char            *detail);
/* names: those of the teams, by which one row is known from another. */
MatchumPostingObject       *matchum_posting_object_new_team        (MatchumWorkspace      *workspace,
                                                                    const char            *names);
/* requirement: index in the match. */
MatchumPostingObject       *matchum_posting_object_new_requirement (MatchumWorkspace      *workspace,
                                                                    guint                  requirement,
                                                                    const char            *text);

MatchumPostingRowKind       matchum_posting_object_get_kind        (MatchumPostingObject  *self);
const char                 *matchum_posting_object_get_text        (MatchumPostingObject  *self);
const char                 *matchum_posting_object_get_detail      (MatchumPostingObject  *self);
guint                       matchum_posting_object_get_count       (MatchumPostingObject  *self);
void                        matchum_posting_object_set_count       (MatchumPostingObject  *self,
                                                                    guint                  count);
/* NULL for what is no requirement and no team. */
MatchumWorkspace           *matchum_posting_object_get_workspace   (MatchumPostingObject  *self);
guint                       matchum_posting_object_get_requirement (MatchumPostingObject  *self);
/* The line of the posting that it shows, as an index in it; MATCHUM_POSTING_NO_LINE where it shows none. */
guint                       matchum_posting_object_get_line        (MatchumPostingObject  *self);
/* What a person put right of that line. */
MatchumByHand               matchum_posting_object_get_by_hand     (MatchumPostingObject  *self);
void                        matchum_posting_object_set_line        (MatchumPostingObject  *self,
                                                                    guint                  line,
                                                                    MatchumByHand          by_hand);
/* How that line is counted, and what was put right of it, in words; NULL where nothing was. */
MatchumPostingKind          matchum_posting_object_get_line_kind   (MatchumPostingObject  *self);
const char                 *matchum_posting_object_get_note        (MatchumPostingObject  *self);
void                        matchum_posting_object_set_reading     (MatchumPostingObject  *self,
                                                                    MatchumPostingKind     kind,
                                                                    const char            *note);
/* Whether a row made of the one looks like a row made of the other, but for what state tells. */
gboolean                    matchum_posting_object_is_same_row     (MatchumPostingObject  *self,
                                                                    MatchumPostingObject  *other);
/* Of a fold. */
gboolean                    matchum_posting_object_get_expanded    (MatchumPostingObject  *self);
void                        matchum_posting_object_set_expanded    (MatchumPostingObject  *self,
                                                                    gboolean               expanded);
/* The fold a line stands in, or NULL. */
MatchumPostingObject       *matchum_posting_object_get_fold        (MatchumPostingObject  *self);
void                        matchum_posting_object_set_fold        (MatchumPostingObject  *self,
                                                                    MatchumPostingObject  *fold);

const MatchumPostingState  *matchum_posting_object_get_state       (MatchumPostingObject  *self);
/* Asks the workspace again. */
void                        matchum_posting_object_refresh         (MatchumPostingObject  *self,
                                                                    MatchumEmphasis        emphasis);

G_END_DECLS
