/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns what became of the blocks of a resume into what a person should look at. */
#include "config.h"

#include <string.h>

#include "text/matchum-folded-text.h"
#include "ui/matchum-review-item.h"

/* The choices of one application over a resume that was read again. */
typedef struct {
  MatchumIdentityReport *report;
  MatchumResume *resume;
  GHashTable *hidden; /* may be NULL, as may pinned */
  GHashTable *pinned;
  const char *application_id;
  const char *company;
  GHashTable *listed; /* set of block ids, borrowed from the report */
  GListStore *items;
} Listing;

static gboolean
contains (GHashTable *ids, const char *id)
{
  return ids != NULL && id != NULL && g_hash_table_contains (ids, id);
}

static gboolean
is_chosen (Listing *self, const char *id)
{
  return contains (self->hidden, id) || contains (self->pinned, id);
}

static GHashTable *
collect_chosen (GHashTable *hidden, GHashTable *pinned)
{
  GHashTable *const sets[] = { hidden, pinned };
  GHashTable *chosen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      GHashTableIter iter;
      gpointer id;

      if (sets[i] == NULL)
        continue;
      g_hash_table_iter_init (&iter, sets[i]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_hash_table_add (chosen, id);
    }
  return chosen;
}

/* What a block says now or, where it is gone, said. */
static const char *
get_text (Listing *self, const char *id)
{
  const MatchumBlock *block = id != NULL ? matchum_resume_lookup (self->resume, id) : NULL;
  const MatchumIdentityChange *change = id != NULL ? matchum_identity_report_lookup (self->report, id) : NULL;

  if (block != NULL)
    return matchum_block_get_text (block);
  return change != NULL ? change->old_text : NULL;
}

/* What a block said before. */
static const char *
get_old_text (Listing *self, const char *id)
{
  const MatchumIdentityChange *change = id != NULL ? matchum_identity_report_lookup (self->report, id) : NULL;

  return change != NULL && change->old_text != NULL ? change->old_text : get_text (self, id);
}

static gboolean
is_same_text (const char *text, const char *other)
{
  g_autofree char *folded = text != NULL ? matchum_fold (text, -1) : NULL;
  g_autofree char *folded_other = other != NULL ? matchum_fold (other, -1) : NULL;

  return g_strcmp0 (folded, folded_other) == 0;
}

/* What to say of a block that is itself hidden or pinned and stands in the resume. */
static MatchumReviewReason
find_reason_of_chosen (const MatchumIdentityChange *change, const char *new_text)
{
  if (change->origin != NULL)
    return MATCHUM_REVIEW_GREW;
  if ((change->flags & MATCHUM_IDENTITY_RETURNED) != 0)
    return MATCHUM_REVIEW_RETURNED;
  return is_same_text (change->old_text, new_text) ? MATCHUM_REVIEW_DOUBTFUL : MATCHUM_REVIEW_CHANGED;
}

/* What to say of a block that is neither, but holds the words of one that is. */
static MatchumReviewReason
find_reason_of_other (Listing *self, const MatchumIdentityChange *change, const char *new_text)
{
  if ((change->flags & MATCHUM_IDENTITY_NEW) == 0)
    return MATCHUM_REVIEW_TOOK_IN;
  return is_same_text (get_old_text (self, change->origin), new_text) ? MATCHUM_REVIEW_COPY : MATCHUM_REVIEW_PART;
}

static void
append (Listing *self, const MatchumIdentityChange *change, MatchumReviewFacts *facts)
{
  g_autoptr (MatchumReviewItem) item = NULL;

  if (!g_hash_table_add (self->listed, change->id))
    return;
  facts->application_id = self->application_id;
  facts->company = self->company;
  facts->block_id = change->id;
  facts->flags = change->flags;
  facts->is_hidden = contains (self->hidden, change->id);
  item = matchum_review_item_new (facts);
  g_list_store_append (self->items, item);
}

static void
list_gone (Listing *self, const MatchumIdentityChange *change)
{
  MatchumReviewFacts facts = {
    .reason = change->origin != NULL ? MATCHUM_REVIEW_JOINED : MATCHUM_REVIEW_GONE,
    .old_text = change->old_text,
    .other_text = get_text (self, change->origin),
    .was_hidden = contains (self->hidden, change->id),
  };

  append (self, change, &facts);
}

/* A block in the resume. */
static void
list_present (Listing *self, const MatchumIdentityChange *change)
{
  const char *new_text = get_text (self, change->id);
  MatchumReviewFacts facts = { .new_text = new_text };

  if (is_chosen (self, change->id))
    {
      facts.reason = find_reason_of_chosen (change, new_text);
      facts.was_hidden = contains (self->hidden, change->id);
      facts.old_text = change->old_text;
      facts.other_text = get_old_text (self, change->origin);
    }
  else
    {
      facts.reason = find_reason_of_other (self, change, new_text);
      facts.was_hidden = contains (self->hidden, change->origin);
      facts.old_text =
          (change->flags & MATCHUM_IDENTITY_NEW) != 0 ? get_old_text (self, change->origin) : change->old_text;
      facts.other_text = get_old_text (self, change->origin);
    }
  append (self, change, &facts);
}

/* A block that nobody chose is gone, and one that is hidden or pinned holds its words: the look is due to that one,
 * which may have been certain of itself. */
static void
list_holder (Listing *self, const MatchumIdentityChange *lost)
{
  const MatchumIdentityChange *holder = matchum_identity_report_lookup (self->report, lost->origin);
  MatchumReviewFacts facts = {
    .reason = MATCHUM_REVIEW_GREW,
    .new_text = get_text (self, lost->origin),
    .other_text = lost->old_text,
    .was_hidden = contains (self->hidden, lost->origin),
  };

  if (holder == NULL || holder->block == MATCHUM_BLOCK_NONE)
    return;
  facts.old_text = holder->old_text;
  append (self, holder, &facts);
}

GListModel *
matchum_review_item_list_new (MatchumIdentityReport *report,
                              MatchumResume *resume,
                              GHashTable *hidden,
                              GHashTable *pinned,
                              const char *application_id,
                              const char *company)
{
  Listing self = { report, resume, hidden, pinned, application_id, company, NULL, NULL };
  g_autoptr (GHashTable) chosen = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (application_id != NULL, NULL);

  self.items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM);
  self.listed = g_hash_table_new (g_str_hash, g_str_equal);
  chosen = collect_chosen (hidden, pinned);
  changes = matchum_identity_report_list_concerning (report, chosen);
  for (guint i = 0; i < changes->len; i++)
    {
      const MatchumIdentityChange *change = g_ptr_array_index (changes, i);

      if (change->block != MATCHUM_BLOCK_NONE)
        list_present (&self, change);
      else if (is_chosen (&self, change->id))
        list_gone (&self, change);
      else
        list_holder (&self, change);
    }
  g_hash_table_unref (self.listed);
  return G_LIST_MODEL (self.items);
}
