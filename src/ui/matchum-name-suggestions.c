/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does not take the focus, so that one can type on. */
#include "config.h"

#include "ui/matchum-name-suggestions.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 6
#define WIDTH 240

struct _MatchumNameSuggestions {
  GtkPopover parent_instance;

  GtkListBox *list;
  GtkWidget *entry; /* whose child this is */
  MatchumLexicon *lexicon;
  gboolean is_composing; /* a letter, by an input method */
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumNameSuggestions, matchum_name_suggestions, GTK_TYPE_POPOVER)

static gboolean
is_korean (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL)
      return TRUE;
  return FALSE;
}

const char *
matchum_concept_get_shown_name (const MatchumConcept *concept, const char *text)
{
  g_return_val_if_fail (concept != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (concept->name_ko != NULL && (concept->name_en == NULL || is_korean (text)))
    return concept->name_ko;
  return concept->name_en;
}

static const char *
get_text (MatchumNameSuggestions *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static GtkText *
get_delegate (MatchumNameSuggestions *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

/* The list */

static GtkWidget *
create_row (const MatchumConcept *concept, const char *text)
{
  const char *name = matchum_concept_get_shown_name (concept, text);
  const char *other = name == concept->name_en ? concept->name_ko : concept->name_en;
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (other != NULL)
    {
      GtkWidget *quiet = gtk_label_new (other);

      gtk_label_set_ellipsize (GTK_LABEL (quiet), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (quiet, TRUE);
      gtk_widget_set_halign (quiet, GTK_ALIGN_END);
      gtk_widget_add_css_class (quiet, "quiet");
      gtk_box_append (GTK_BOX (box), quiet);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  return row;
}

/* What is told of the list to those who hear it. */
static void
select_row (MatchumNameSuggestions *self, GtkListBoxRow *row)
{
  GtkAccessible *text = GTK_ACCESSIBLE (get_delegate (self));

  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    gtk_accessible_update_relation (text, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (text, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static void
clear (MatchumNameSuggestions *self)
{
  GtkListBoxRow *row;

  select_row (self, NULL);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show (MatchumNameSuggestions *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_present (GTK_POPOVER (self));
  else
    gtk_popover_popup (GTK_POPOVER (self));
}

static void
changed_cb (MatchumNameSuggestions *self)
{
  const char *text = get_text (self);
  g_autoptr (GArray) found = NULL;
  gboolean is_needed = FALSE;

  g_assert (MATCHUM_IS_NAME_SUGGESTIONS (self));

  clear (self);
  if (self->lexicon == NULL || !gtk_widget_is_focus (GTK_WIDGET (get_delegate (self))))
    return;
  found = matchum_lexicon_complete (self->lexicon, text, MOST_ROWS);
  for (guint i = 0; i < found->len; i++)
    {
      const MatchumConcept *concept = matchum_lexicon_get_concept (self->lexicon, g_array_index (found, guint, i));

      is_needed = is_needed || found->len > 1 || g_strcmp0 (matchum_concept_get_shown_name (concept, text), text) != 0;
      gtk_list_box_append (self->list, create_row (concept, text));
    }
  if (is_needed)
    show (self);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

void
matchum_name_suggestions_fill (MatchumNameSuggestions *self, const char *text)
{
  g_return_if_fail (MATCHUM_IS_NAME_SUGGESTIONS (self));
  g_return_if_fail (text != NULL);

  g_signal_handlers_block_by_func (self->entry, changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_handlers_unblock_by_func (self->entry, changed_cb, self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
choose_cb (MatchumNameSuggestions *self, GtkListBoxRow *row)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (row), "name"));

  g_assert (MATCHUM_IS_NAME_SUGGESTIONS (self));

  matchum_name_suggestions_fill (self, name);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Keys */

/* From none to the first or the last, and from those to none: that is what was typed. */
static void
move (MatchumNameSuggestions *self, gboolean is_down)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  int n_rows = 0;

  while (gtk_list_box_get_row_at_index (self->list, n_rows) != NULL)
    n_rows++;
  index = index < 0 && !is_down ? n_rows - 1 : index + (is_down ? 1 : -1);
  select_row (self, index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL);
}

static gboolean
pressed_cb (MatchumNameSuggestions *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  gboolean is_plain = (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0;

  g_assert (MATCHUM_IS_NAME_SUGGESTIONS (self));

  if (self->is_composing || !is_plain)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
        changed_cb (self);
      return key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
    }
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, key == GDK_KEY_Down || key == GDK_KEY_KP_Down);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (row == NULL)
        break;
      choose_cb (self, row);
      return GDK_EVENT_STOP;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
preedit_changed_cb (MatchumNameSuggestions *self, const char *preedit)
{
  g_assert (MATCHUM_IS_NAME_SUGGESTIONS (self));

  self->is_composing = preedit != NULL && *preedit != '\0';
}

static void
left_cb (MatchumNameSuggestions *self)
{
  g_assert (MATCHUM_IS_NAME_SUGGESTIONS (self));

  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
matchum_name_suggestions_dispose (GObject *object)
{
  MatchumNameSuggestions *self = MATCHUM_NAME_SUGGESTIONS (object);

  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);

  G_OBJECT_CLASS (matchum_name_suggestions_parent_class)->dispose (object);
}

static void
matchum_name_suggestions_class_init (MatchumNameSuggestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = matchum_name_suggestions_dispose;

  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_name_suggestions_init (MatchumNameSuggestions *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "suggestions");
  gtk_widget_set_size_request (GTK_WIDGET (self->list), WIDTH, -1);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Suggestions"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

static void
follow_keys (MatchumNameSuggestions *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
}

GtkWidget *
matchum_name_suggestions_new (GtkWidget *entry)
{
  MatchumNameSuggestions *self;

  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  self = g_object_new (MATCHUM_TYPE_NAME_SUGGESTIONS, NULL);
  self->entry = entry;
  gtk_widget_set_parent (GTK_WIDGET (self), entry);
  follow_keys (self);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_delegate (self), "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
matchum_name_suggestions_set_lexicon (MatchumNameSuggestions *self, MatchumLexicon *lexicon)
{
  g_return_if_fail (MATCHUM_IS_NAME_SUGGESTIONS (self));
  g_return_if_fail (lexicon != NULL);

  matchum_lexicon_ref (lexicon);
  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);
  self->lexicon = lexicon;
}
