/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing to look at, with what can be decided about it. */
#include "config.h"

#include "ui/matchum-review-row.h"

#include <glib/gi18n-lib.h>

#include "text/matchum-word-difference.h"
#include "ui/matchum-changed-words.h"
#include "ui/matchum-word-breaks.h"

/* More of a block is not shown: it is there to be recognized. */
#define MAX_CHARACTERS 600

struct _MatchumReviewRow {
  GtkListBoxRow parent_instance;

  GtkLabel *words_label;
  GtkWidget *hidden_box;
  GtkSwitch *hidden_switch;
  GtkWidget *let_go_button;
  GtkWidget *let_go_label;
  GtkWidget *before_label;
  GtkLabel *old_label;
  GtkWidget *now_label;
  GtkLabel *new_label;
  GtkLabel *other_head_label;
  GtkLabel *other_label;

  MatchumReviewItem *item;
};

enum { HIDE_CHANGED, LET_GO, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumReviewRow, matchum_review_row, GTK_TYPE_LIST_BOX_ROW)

/* NULL for NULL. */
static char *
dup_shown (const char *text)
{
  g_autofree char *shown = g_strdup (text);

  if (shown == NULL)
    return NULL;
  g_strdelimit (shown, "\r\n\t", ' ');
  if (g_utf8_strlen (shown, -1) > MAX_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (shown, 0, MAX_CHARACTERS);

      return g_strconcat (g_strchomp (start), "…", NULL);
    }
  return g_steal_pointer (&shown);
}

/* Of the item whose choice is at stake. */
static const char *
get_name_of_choice (MatchumReviewItem *item)
{
  /* Translators: in front of the words of an item that is hidden, or pinned. */
  return matchum_review_item_was_hidden (item) ? _ ("Hidden") : _ ("Pinned");
}

/* Whether the old words are another item's, which did not become this one. */
static gboolean
comes_from_another (MatchumReviewItem *item)
{
  MatchumReviewReason reason = matchum_review_item_get_reason (item);

  return reason == MATCHUM_REVIEW_PART || reason == MATCHUM_REVIEW_COPY;
}

/* Old and new words, where both are an item's own with what tells them apart. */
static void
show_texts (MatchumReviewRow *self, const char *old_text, const char *new_text)
{
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;

  if (comes_from_another (self->item))
    gtk_label_set_label (GTK_LABEL (self->before_label), get_name_of_choice (self->item));
  else if (old_text != NULL && new_text != NULL)
    matchum_word_difference_find (old_text, new_text, &removed, &added);
  if (old_text != NULL)
    matchum_changed_words_show (self->old_label, old_text, removed, FALSE);
  if (new_text != NULL)
    matchum_changed_words_show (self->new_label, new_text, added, TRUE);
  gtk_widget_set_visible (self->before_label, old_text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->old_label), old_text != NULL);
  gtk_widget_set_visible (self->now_label, new_text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->new_label), new_text != NULL);
}

/* In front of the words of another block; NULL where they are shown already, or say nothing new. */
static const char *
get_head_of_other (MatchumReviewItem *item)
{
  if (matchum_review_item_get_other_text (item) == NULL)
    return NULL;
  switch (matchum_review_item_get_reason (item))
    {
    case MATCHUM_REVIEW_JOINED:
      /* Translators: in front of the words of an item that now holds the words of one that is gone. */
      return _ ("In");
    case MATCHUM_REVIEW_GREW:
      /* Translators: in front of the words of another item that an item holds now as well. */
      return _ ("From");
    case MATCHUM_REVIEW_TOOK_IN:
      return get_name_of_choice (item);
    case MATCHUM_REVIEW_CHANGED:
    case MATCHUM_REVIEW_DOUBTFUL:
    case MATCHUM_REVIEW_RETURNED:
    case MATCHUM_REVIEW_PART:
    case MATCHUM_REVIEW_COPY:
    case MATCHUM_REVIEW_GONE:
    default:
      return NULL;
    }
}

static void
show_other (MatchumReviewRow *self)
{
  const char *head = get_head_of_other (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->other_head_label), head != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->other_label), head != NULL);
  if (head != NULL)
    {
      g_autofree char *text = dup_shown (matchum_review_item_get_other_text (self->item));

      gtk_label_set_label (self->other_head_label, head);
      matchum_changed_words_show (self->other_label, text, NULL, FALSE);
    }
}

/* All that the row says, for those who hear it. */
static void
name_row (MatchumReviewRow *self, const char *words, const char *old_text, const char *new_text)
{
  const char *text = new_text != NULL ? new_text : old_text;
  g_autofree char *name = NULL;
  g_autofree char *control = NULL;

  if (old_text != NULL && new_text != NULL && !comes_from_another (self->item))
    /* Translators: spoken: what happened, and the words of an item before and after. */
    name = g_strdup_printf (_ ("%s. Before: %s. Now: %s"), words, old_text, new_text);
  else
    /* Translators: spoken: what happened, and the words of the item. */
    name = g_strdup_printf (_ ("%s: %s"), words, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  if (new_text != NULL)
    {
      /* Translators: spoken, at a switch: whether the item with these words is hidden. */
      control = g_strdup_printf (_ ("Hidden: %s"), new_text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->hidden_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, control, -1);
    }
  else
    {
      /* Translators: spoken, at a button: lets go of the item that had these words. */
      control = g_strdup_printf (_ ("Let Go: %s"), text != NULL ? text : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->let_go_button), GTK_ACCESSIBLE_PROPERTY_LABEL, control, -1);
    }
}

static void
hidden_changed_cb (MatchumReviewRow *self)
{
  gboolean is_hidden;

  g_assert (MATCHUM_IS_REVIEW_ROW (self));

  is_hidden = gtk_switch_get_active (self->hidden_switch);
  if (is_hidden == matchum_review_item_get_is_hidden (self->item))
    return;
  matchum_review_item_set_is_hidden (self->item, is_hidden);
  g_signal_emit (self, signals[HIDE_CHANGED], 0, is_hidden);
}

static void
let_go_cb (MatchumReviewRow *self)
{
  g_assert (MATCHUM_IS_REVIEW_ROW (self));

  if (matchum_review_item_get_is_let_go (self->item))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  matchum_review_item_set_is_let_go (self->item, TRUE);
  g_signal_emit (self, signals[LET_GO], 0);
}

/* As the item has it, whoever decided. */
static void
show_choice (MatchumReviewRow *self)
{
  gboolean is_gone = matchum_review_item_is_gone (self->item);
  gboolean is_let_go = matchum_review_item_get_is_let_go (self->item);

  gtk_switch_set_active (self->hidden_switch, matchum_review_item_get_is_hidden (self->item));
  gtk_widget_set_visible (self->hidden_box, !is_gone);
  gtk_widget_set_visible (self->let_go_button, is_gone && !is_let_go);
  gtk_widget_set_visible (self->let_go_label, is_gone && is_let_go);
}

static void
matchum_review_row_dispose (GObject *object)
{
  g_clear_object (&MATCHUM_REVIEW_ROW (object)->item);

  G_OBJECT_CLASS (matchum_review_row_parent_class)->dispose (object);
}

static void
matchum_review_row_class_init (MatchumReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_review_row_dispose;

  signals[HIDE_CHANGED] = g_signal_new ("hide-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[LET_GO] =
      g_signal_new ("let-go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, words_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, hidden_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, hidden_switch);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, let_go_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, let_go_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, before_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, old_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, now_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, new_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, other_head_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewRow, other_label);
}

static void
matchum_review_row_init (MatchumReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
connect_item (MatchumReviewRow *self)
{
  g_signal_connect_object (self->item, "notify", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hidden_switch, "notify::active", G_CALLBACK (hidden_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->let_go_button, "clicked", G_CALLBACK (let_go_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
matchum_review_row_new (MatchumReviewItem *item)
{
  MatchumReviewRow *self;
  g_autofree char *words = NULL;
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  g_return_val_if_fail (MATCHUM_IS_REVIEW_ITEM (item), NULL);

  self = g_object_new (MATCHUM_TYPE_REVIEW_ROW, NULL);
  self->item = g_object_ref (item);
  words = matchum_review_item_dup_words (item);
  old_text = dup_shown (matchum_review_item_get_old_text (item));
  new_text = dup_shown (matchum_review_item_get_new_text (item));
  gtk_label_set_label (self->words_label, words);
  matchum_word_breaks_apply (self->words_label);
  show_texts (self, old_text, new_text);
  show_other (self);
  name_row (self, words, old_text, new_text);
  show_choice (self);
  connect_item (self);
  return GTK_WIDGET (self);
}

MatchumReviewItem *
matchum_review_row_get_item (MatchumReviewRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_REVIEW_ROW (self), NULL);

  return self->item;
}

void
matchum_review_row_decide (MatchumReviewRow *self)
{
  g_return_if_fail (MATCHUM_IS_REVIEW_ROW (self));

  if (matchum_review_item_is_gone (self->item))
    let_go_cb (self);
  else
    gtk_switch_set_active (self->hidden_switch, !gtk_switch_get_active (self->hidden_switch));
}
