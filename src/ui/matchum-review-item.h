/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a block that an application hides or pins, where a person should look: whether it is the same one is not
 * certain, or it is gone, or others hold its words. */
#pragma once

#include <gio/gio.h>

#include "resume/matchum-identity-report.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_REVIEW_ITEM (matchum_review_item_get_type ())

/**
 * MatchumReviewReason:
 * @MATCHUM_REVIEW_CHANGED: chosen; has other words, and may be another block
 * @MATCHUM_REVIEW_DOUBTFUL: chosen; has its words, but may be another block with the same ones
 * @MATCHUM_REVIEW_RETURNED: chosen; was gone and is there again
 * @MATCHUM_REVIEW_GREW: chosen; holds the words of another block too
 * @MATCHUM_REVIEW_PART: not chosen; holds a part of the words of one that is
 * @MATCHUM_REVIEW_COPY: not chosen; says the same as one that is
 * @MATCHUM_REVIEW_TOOK_IN: not chosen; was there before, and holds the words of one that is
 * @MATCHUM_REVIEW_GONE: chosen; is in the resume no longer
 * @MATCHUM_REVIEW_JOINED: chosen; is in the resume no longer, but another block holds its words
 *
 * Chosen means hidden or pinned by the application.
 */
typedef enum {
  MATCHUM_REVIEW_CHANGED,
  MATCHUM_REVIEW_DOUBTFUL,
  MATCHUM_REVIEW_RETURNED,
  MATCHUM_REVIEW_GREW,
  MATCHUM_REVIEW_PART,
  MATCHUM_REVIEW_COPY,
  MATCHUM_REVIEW_TOOK_IN,
  MATCHUM_REVIEW_GONE,
  MATCHUM_REVIEW_JOINED,
} MatchumReviewReason;

/* All that an item knows; the texts are the words of blocks. */
typedef struct {
  const char          *application_id;
  const char          *company;    /* whose posting the application is for; may be empty */
  const char          *block_id;   /* of the block that the item is about, in the resume or gone */
  MatchumReviewReason  reason;
  MatchumIdentityFlags flags;      /* what the report says of the block */
  const char          *old_text;   /* what it said, or what its origin said; NULL where it said nothing */
  const char          *new_text;   /* what it says; NULL where it is gone */
  const char          *other_text; /* of a block that holds its words, or whose words it holds; or NULL */
  gboolean             is_hidden;  /* the choice about it now */
  gboolean             was_hidden; /* the choice that makes it worth a look: hidden, else pinned */
} MatchumReviewFacts;

/* Properties "is-hidden" and "is-let-go" tell what is chosen now, and may be set from outside, by undo say. */
G_DECLARE_FINAL_TYPE (MatchumReviewItem, matchum_review_item, MATCHUM, REVIEW_ITEM, GObject)

MatchumReviewItem   *matchum_review_item_new                (const MatchumReviewFacts *facts);

const char          *matchum_review_item_get_application_id (MatchumReviewItem        *self);
const char          *matchum_review_item_get_company        (MatchumReviewItem        *self);
const char          *matchum_review_item_get_block_id       (MatchumReviewItem        *self);
MatchumReviewReason  matchum_review_item_get_reason         (MatchumReviewItem        *self);
MatchumIdentityFlags matchum_review_item_get_flags          (MatchumReviewItem        *self);
const char          *matchum_review_item_get_old_text       (MatchumReviewItem        *self);
const char          *matchum_review_item_get_new_text       (MatchumReviewItem        *self);
const char          *matchum_review_item_get_other_text     (MatchumReviewItem        *self);
/* Whether it stands in the resume no longer. */
gboolean             matchum_review_item_is_gone            (MatchumReviewItem        *self);
gboolean             matchum_review_item_was_hidden         (MatchumReviewItem        *self);

gboolean             matchum_review_item_get_is_hidden      (MatchumReviewItem        *self);
void                 matchum_review_item_set_is_hidden      (MatchumReviewItem        *self,
                                                             gboolean                  is_hidden);
/* Whether the application no longer holds on to a block that is gone. */
gboolean             matchum_review_item_get_is_let_go      (MatchumReviewItem        *self);
void                 matchum_review_item_set_is_let_go      (MatchumReviewItem        *self,
                                                             gboolean                  is_let_go);

/* A sentence on what happened: "Was hidden; its words changed". */
char                *matchum_review_item_dup_words          (MatchumReviewItem        *self);

/* What a person should look at after resume was read again: items in document order, then those that are gone; none of
 * them twice. hidden and pinned: sets of block ids of one application (char *); either may be NULL. Never NULL; may be
 * empty. */
GListModel          *matchum_review_item_list_new           (MatchumIdentityReport    *report,
                                                             MatchumResume            *resume,
                                                             GHashTable               *hidden,
                                                             GHashTable               *pinned,
                                                             const char               *application_id,
                                                             const char               *company);

G_END_DECLS
