/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry for a word, and buttons for the words of other items. */
#include "config.h"

#include "ui/matchum-tag-popover.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-block-tag-table.h"
#include "tailor/matchum-block-tags.h"
#include "text/matchum-folded-text.h"
#include "ui/matchum-word-breaks.h"

#define MAX_SUGGESTIONS 9
#define MAX_CHARS 16

struct _MatchumTagPopover {
  GtkPopover parent_instance;

  GtkLabel *heading_label;
  GtkLabel *hint_label;
  GtkEntry *entry;
  GtkWidget *button;
  GtkWidget *suggestions_label;
  GtkFlowBox *suggestions;

  MatchumWorkspace *workspace;
  char *block;
  gboolean is_always;
};

G_DEFINE_FINAL_TYPE (MatchumTagPopover, matchum_tag_popover, GTK_TYPE_POPOVER)

/* The popover goes first, since the row that it stands over is shown anew. */
static void
tag (MatchumTagPopover *self, const char *word)
{
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (!matchum_workspace_set_tag (self->workspace, self->block, word, self->is_always))
    gtk_widget_error_bell (GTK_WIDGET (self));
  g_object_unref (self);
}

static char *
dup_word (MatchumTagPopover *self)
{
  return matchum_block_tag_dup_word (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
changed_cb (MatchumTagPopover *self)
{
  g_autofree char *word = dup_word (self);

  g_assert (MATCHUM_IS_TAG_POPOVER (self));

  gtk_widget_set_sensitive (self->button, word != NULL);
}

static void
apply_cb (MatchumTagPopover *self)
{
  g_autofree char *word = dup_word (self);

  g_assert (MATCHUM_IS_TAG_POPOVER (self));

  if (word != NULL)
    tag (self, word);
}

static void
suggestion_clicked_cb (MatchumTagPopover *self, GtkButton *button)
{
  g_autofree char *word = g_strdup (g_object_get_data (G_OBJECT (button), "word"));

  g_assert (MATCHUM_IS_TAG_POPOVER (self));

  tag (self, word);
}

static gboolean
has_tag (GPtrArray *tags, const char *word, gboolean is_always)
{
  g_autofree char *folded = matchum_fold (word, -1);

  for (guint i = 0; i < tags->len; i++)
    {
      const MatchumBlockTagRecord *record = tags->pdata[i];
      g_autofree char *other = matchum_fold (record->tag, -1);

      if (!!record->is_always == !!is_always && g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static void
add_suggestion (MatchumTagPopover *self, const char *word)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", word, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars",
                                   MAX_CHARS, NULL);
  GtkWidget *child;

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "suggestion");
  gtk_widget_set_tooltip_text (button, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  g_object_set_data_full (G_OBJECT (button), "word", g_strdup (word), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_insert (self->suggestions, button, -1);
  /* The button has the focus, not what it stands in. */
  child = gtk_widget_get_parent (button);
  gtk_widget_set_focusable (child, FALSE);
}

static void
suggest (MatchumTagPopover *self)
{
  g_autoptr (GPtrArray) words = matchum_workspace_list_tag_words (self->workspace);
  g_autoptr (GPtrArray) tags = matchum_workspace_list_tags (self->workspace, self->block);
  guint n = 0;

  for (guint i = 0; i < words->len && n < MAX_SUGGESTIONS; i++)
    if (!has_tag (tags, words->pdata[i], self->is_always))
      {
        add_suggestion (self, words->pdata[i]);
        n++;
      }
  gtk_widget_set_visible (self->suggestions_label, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), n > 0);
}

static void
matchum_tag_popover_dispose (GObject *object)
{
  MatchumTagPopover *self = MATCHUM_TAG_POPOVER (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->block, g_free);

  G_OBJECT_CLASS (matchum_tag_popover_parent_class)->dispose (object);
}

static void
matchum_tag_popover_class_init (MatchumTagPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_tag_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-tag-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumTagPopover, heading_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumTagPopover, hint_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumTagPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, MatchumTagPopover, button);
  gtk_widget_class_bind_template_child (widget_class, MatchumTagPopover, suggestions_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumTagPopover, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
matchum_tag_popover_init (MatchumTagPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
matchum_tag_popover_new (MatchumWorkspace *workspace, const char *block, gboolean is_always)
{
  MatchumTagPopover *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_TAG_POPOVER, NULL);
  self->workspace = g_object_ref (workspace);
  self->block = g_strdup (block);
  self->is_always = is_always;
  gtk_label_set_label (self->heading_label,
                       is_always ? _ ("_Always for Postings That Name") : _ ("_Never for Postings That Name"));
  gtk_label_set_label (self->hint_label,
                       is_always
                           ? _ ("Where the title, the team or a required line names it, a new application shows and "
                                "pins this item.")
                           : _ ("Where the title, the team or a required line names it, a new application hides "
                                "this item."));
  matchum_word_breaks_apply (self->hint_label);
  suggest (self);
  changed_cb (self);
  return GTK_WIDGET (self);
}
