/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing to look at after a resume changed. */
#include "config.h"

#include "ui/matchum-review-item.h"

#include <glib/gi18n-lib.h>

struct _MatchumReviewItem {
  GObject parent_instance;

  char *application_id;
  char *company;
  char *block_id;
  MatchumReviewReason reason;
  MatchumIdentityFlags flags;
  char *old_text;
  char *new_text;
  char *other_text;
  gboolean is_hidden;
  gboolean was_hidden;
  gboolean is_let_go;
};

enum { PROP_0, PROP_IS_HIDDEN, PROP_IS_LET_GO, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MatchumReviewItem, matchum_review_item, G_TYPE_OBJECT)

static void
matchum_review_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumReviewItem *self = MATCHUM_REVIEW_ITEM (object);

  switch (id)
    {
    case PROP_IS_HIDDEN:
      g_value_set_boolean (value, self->is_hidden);
      break;
    case PROP_IS_LET_GO:
      g_value_set_boolean (value, self->is_let_go);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_review_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumReviewItem *self = MATCHUM_REVIEW_ITEM (object);

  switch (id)
    {
    case PROP_IS_HIDDEN:
      matchum_review_item_set_is_hidden (self, g_value_get_boolean (value));
      break;
    case PROP_IS_LET_GO:
      matchum_review_item_set_is_let_go (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_review_item_finalize (GObject *object)
{
  MatchumReviewItem *self = MATCHUM_REVIEW_ITEM (object);

  g_free (self->application_id);
  g_free (self->company);
  g_free (self->block_id);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self->other_text);

  G_OBJECT_CLASS (matchum_review_item_parent_class)->finalize (object);
}

static void
matchum_review_item_class_init (MatchumReviewItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = matchum_review_item_get_property;
  object_class->set_property = matchum_review_item_set_property;
  object_class->finalize = matchum_review_item_finalize;

  properties[PROP_IS_HIDDEN] =
      g_param_spec_boolean ("is-hidden", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_LET_GO] =
      g_param_spec_boolean ("is-let-go", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
matchum_review_item_init (MatchumReviewItem *self)
{
}

MatchumReviewItem *
matchum_review_item_new (const MatchumReviewFacts *facts)
{
  MatchumReviewItem *self;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (facts->application_id != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_REVIEW_ITEM, NULL);
  self->application_id = g_strdup (facts->application_id);
  self->company = g_strdup (facts->company != NULL ? facts->company : "");
  self->block_id = g_strdup (facts->block_id);
  self->reason = facts->reason;
  self->flags = facts->flags;
  self->old_text = g_strdup (facts->old_text);
  self->new_text = g_strdup (facts->new_text);
  self->other_text = g_strdup (facts->other_text);
  self->is_hidden = facts->is_hidden;
  self->was_hidden = facts->was_hidden;
  return self;
}

const char *
matchum_review_item_get_application_id (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), NULL);

  return self->application_id;
}

const char *
matchum_review_item_get_company (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), NULL);

  return self->company;
}

const char *
matchum_review_item_get_block_id (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), NULL);

  return self->block_id;
}

MatchumReviewReason
matchum_review_item_get_reason (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), MATCHUM_REVIEW_CHANGED);

  return self->reason;
}

MatchumIdentityFlags
matchum_review_item_get_flags (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), 0);

  return self->flags;
}

const char *
matchum_review_item_get_old_text (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), NULL);

  return self->old_text;
}

const char *
matchum_review_item_get_new_text (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), NULL);

  return self->new_text;
}

const char *
matchum_review_item_get_other_text (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), NULL);

  return self->other_text;
}

gboolean
matchum_review_item_is_gone (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), FALSE);

  return self->new_text == NULL;
}

gboolean
matchum_review_item_was_hidden (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), FALSE);

  return self->was_hidden;
}

gboolean
matchum_review_item_get_is_hidden (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), FALSE);

  return self->is_hidden;
}

void
matchum_review_item_set_is_hidden (MatchumReviewItem *self, gboolean is_hidden)
{
  g_return_if_fail (MATCHUM_IS_REVIEW_ITEM (self));

  if (self->is_hidden == is_hidden)
    return;
  self->is_hidden = is_hidden;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_HIDDEN]);
}

gboolean
matchum_review_item_get_is_let_go (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), FALSE);

  return self->is_let_go;
}

void
matchum_review_item_set_is_let_go (MatchumReviewItem *self, gboolean is_let_go)
{
  g_return_if_fail (MATCHUM_IS_REVIEW_ITEM (self));

  if (self->is_let_go == is_let_go)
    return;
  self->is_let_go = is_let_go;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LET_GO]);
}

static const char *
get_words_of_hidden (MatchumReviewReason reason)
{
  switch (reason)
    {
    case MATCHUM_REVIEW_CHANGED:
      return _ ("Was hidden; its words changed");
    case MATCHUM_REVIEW_DOUBTFUL:
      return _ ("Was hidden; may be another item with the same words");
    case MATCHUM_REVIEW_RETURNED:
      return _ ("Was hidden and gone; is back in the resume");
    case MATCHUM_REVIEW_GREW:
      return _ ("Was hidden; now holds words of another item");
    case MATCHUM_REVIEW_PART:
      return _ ("May be a part of a hidden item");
    case MATCHUM_REVIEW_COPY:
      return _ ("Says the same as a hidden item");
    case MATCHUM_REVIEW_TOOK_IN:
      return _ ("Now holds words of a hidden item");
    case MATCHUM_REVIEW_JOINED:
      return _ ("The hidden item is no longer in the resume; another one holds its words");
    case MATCHUM_REVIEW_GONE:
    default:
      return _ ("The hidden item is no longer in the resume");
    }
}

static const char *
get_words_of_pinned (MatchumReviewReason reason)
{
  switch (reason)
    {
    case MATCHUM_REVIEW_CHANGED:
      return _ ("Was pinned; its words changed");
    case MATCHUM_REVIEW_DOUBTFUL:
      return _ ("Was pinned; may be another item with the same words");
    case MATCHUM_REVIEW_RETURNED:
      return _ ("Was pinned and gone; is back in the resume");
    case MATCHUM_REVIEW_GREW:
      return _ ("Was pinned; now holds words of another item");
    case MATCHUM_REVIEW_PART:
      return _ ("May be a part of a pinned item");
    case MATCHUM_REVIEW_COPY:
      return _ ("Says the same as a pinned item");
    case MATCHUM_REVIEW_TOOK_IN:
      return _ ("Now holds words of a pinned item");
    case MATCHUM_REVIEW_JOINED:
      return _ ("The pinned item is no longer in the resume; another one holds its words");
    case MATCHUM_REVIEW_GONE:
    default:
      return _ ("The pinned item is no longer in the resume");
    }
}

char *
matchum_review_item_dup_words (MatchumReviewItem *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (self), NULL);

  return g_strdup (self->was_hidden ? get_words_of_hidden (self->reason) : get_words_of_pinned (self->reason));
}
