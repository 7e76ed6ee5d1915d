/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button with a list of remarks over it. */
#include "config.h"

#include "ui/matchum-notes-button.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-word-breaks.h"

/* Of more remarks than that, the first are listed: mended ones make room. */
#define MAX_LISTED 100
#define MAX_HEIGHT 320
#define WIDTH 300

struct _MatchumNotesButton {
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkListBox *list;
  char *shown; /* all that is listed, to know it again */
};

enum { LINE_ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumNotesButton, matchum_notes_button, GTK_TYPE_WIDGET)

#define LINE "matchum-line"

static void
activated_cb (MatchumNotesButton *self, GtkListBoxRow *row)
{
  g_assert (MATCHUM_IS_NOTES_BUTTON (self));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[LINE_ACTIVATED], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), LINE)));
}

static GtkWidget *
create_row (const MatchumResumeNote *note)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *where = g_strdup_printf (_ ("Line %u"), note->line);
  g_autofree char *label = g_strdup_printf ("%s: %s", where, note->text);

  gtk_box_append (GTK_BOX (box), matchum_word_breaks_new_label (where, "quiet"));
  gtk_box_append (GTK_BOX (box), matchum_word_breaks_new_label (note->text, NULL));
  gtk_widget_add_css_class (box, "remark");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), LINE, GUINT_TO_POINTER (note->line));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
matchum_notes_button_dispose (GObject *object)
{
  MatchumNotesButton *self = MATCHUM_NOTES_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (matchum_notes_button_parent_class)->dispose (object);
}

static void
matchum_notes_button_finalize (GObject *object)
{
  g_free (MATCHUM_NOTES_BUTTON (object)->shown);

  G_OBJECT_CLASS (matchum_notes_button_parent_class)->finalize (object);
}

static void
matchum_notes_button_class_init (MatchumNotesButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = matchum_notes_button_dispose;
  object_class->finalize = matchum_notes_button_finalize;

  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_popover (MatchumNotesButton *self)
{
  GtkWidget *popover = gtk_popover_new (), *scrolled = gtk_scrolled_window_new (), *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remarks on this resume"),
                                  -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  return popover;
}

static void
matchum_notes_button_init (MatchumNotesButton *self)
{
  self->popover = create_popover (self);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Whether something else is listed than these. */
static gboolean
note_shown (MatchumNotesButton *self, GPtrArray *notes)
{
  GString *text = g_string_new (NULL);
  gboolean is_same;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const MatchumResumeNote *note = notes->pdata[i];

      g_string_append_printf (text, "%u %s\n", note->line, note->text);
    }
  is_same = g_strcmp0 (text->str, self->shown) == 0;
  g_free (self->shown);
  self->shown = g_string_free (text, FALSE);
  return !is_same;
}

void
matchum_notes_button_set_notes (MatchumNotesButton *self, GPtrArray *notes)
{
  guint n_notes = notes != NULL ? notes->len : 0;
  g_autofree char *label = NULL;
  GtkWidget *row;

  g_return_if_fail (MATCHUM_IS_NOTES_BUTTON (self));

  if (!note_shown (self, notes))
    return;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (n_notes, MAX_LISTED); i++)
    gtk_list_box_append (self->list, create_row (notes->pdata[i]));
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u remark", "%u remarks", n_notes), n_notes);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n_notes > 0);
}
