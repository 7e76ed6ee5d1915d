/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of what is proposed for a number of pages, as an item of a list. Emits "changed" where it has something else to
 * say. */
#pragma once

#include "ui/matchum-verdict-words.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_FIT_OBJECT (matchum_fit_object_get_type ())

typedef enum {
  MATCHUM_FIT_ROW_GROUP,      /* heading over others */
  MATCHUM_FIT_ROW_HIDDEN,     /* a block that would go */
  MATCHUM_FIT_ROW_KEPT,       /* one that was to go and is kept */
  MATCHUM_FIT_ROW_RETURNING,  /* what one more line would bring back */
  MATCHUM_FIT_ROW_UNCOVERED,  /* a requirement that no choice covers */
  MATCHUM_FIT_ROW_RETURNABLE, /* what is hidden and would fit */
  MATCHUM_FIT_ROW_PINNED,     /* what must stay since it is pinned */
} MatchumFitRowKind;

/* What a row means for a requirement. */
typedef struct {
  char           *key;
  MatchumStanding standing; /* that it comes to */
  char           *words;
} MatchumFitEffect;

G_DECLARE_FINAL_TYPE (MatchumFitObject, matchum_fit_object, MATCHUM, FIT_OBJECT, GObject)

/* id: by which it is known again: of a block, of a requirement, or of a group. */
MatchumFitObject *matchum_fit_object_new             (MatchumFitRowKind  kind,
                                                      const char        *id,
                                                      const char        *text);
MatchumFitRowKind matchum_fit_object_get_kind        (MatchumFitObject  *self);
const char       *matchum_fit_object_get_id          (MatchumFitObject  *self);
const char       *matchum_fit_object_get_text        (MatchumFitObject  *self);
/* Smaller words under it, or NULL. */
const char       *matchum_fit_object_get_detail      (MatchumFitObject  *self);
/* The index of the requirement that it is about, or -1. */
int               matchum_fit_object_get_requirement (MatchumFitObject  *self);
/* Printed lines that it frees or takes. */
guint             matchum_fit_object_get_n_lines     (MatchumFitObject  *self);
/* Of a group: how many rows stand under it. */
guint             matchum_fit_object_get_count       (MatchumFitObject  *self);
/* Of MatchumFitEffect. */
GPtrArray        *matchum_fit_object_get_effects     (MatchumFitObject  *self);
gboolean          matchum_fit_object_is_block        (MatchumFitObject  *self);

/* For the one who makes it. detail: transfer full. */
void              matchum_fit_object_take_detail     (MatchumFitObject  *self,
                                                      char              *detail);
void              matchum_fit_object_set_requirement (MatchumFitObject  *self,
                                                      guint              requirement);
void              matchum_fit_object_set_n_lines     (MatchumFitObject  *self,
                                                      guint              n_lines);
void              matchum_fit_object_set_count       (MatchumFitObject  *self,
                                                      guint              count);
/* Takes key and words. */
void              matchum_fit_object_add_effect      (MatchumFitObject  *self,
                                                      char              *key,
                                                      MatchumStanding    standing,
                                                      char              *words);
/* Says what other says, which has the same id. */
void              matchum_fit_object_become          (MatchumFitObject  *self,
                                                      MatchumFitObject  *other);

G_END_DECLS
