/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog in which a posting is pasted. */
#include "config.h"

#include "ui/matchum-paste-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "posting/matchum-posting-reader.h"
#include "ui/matchum-word-breaks.h"

/* Text is read again when writing pauses for so long. */
#define PAUSE_MS 150
/* Below this width the text stands under the fields. */
#define STACKED_WIDTH 620

struct _MatchumPasteDialog {
  AdwWindow parent_instance;

  GtkBox *box;
  GtkWidget *side;
  AdwEntryRow *company_row;
  AdwEntryRow *title_row;
  GtkLabel *required_label;
  GtkLabel *preferred_label;
  GtkLabel *duties_label;
  GtkLabel *other_label;
  GtkLabel *note_label;
  GtkLabel *placeholder_label;
  GtkTextView *text_view;
  GtkTextBuffer *buffer;

  MatchumPosting *posting; /* as last read, or NULL */
  char *read_company;      /* what was put into the rows from the text, to tell it from the user's own words */
  char *read_title;
  guint read_id;
  gboolean is_composing; /* an input method is at work in the text */
  gboolean is_added;
};

typedef struct {
  guint required;
  guint preferred;
  guint duties;
  guint other;
} Counts;

enum { ADDED, LEFT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumPasteDialog, matchum_paste_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (MatchumPasteDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static Counts
count_lines (MatchumPosting *posting)
{
  Counts counts = { 0 };

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (line->is_heading)
        continue;
      if (line->kind == MATCHUM_POSTING_REQUIRED)
        counts.required++;
      else if (line->kind == MATCHUM_POSTING_PREFERRED)
        counts.preferred++;
      else if (line->kind == MATCHUM_POSTING_DUTY)
        counts.duties++;
      else
        counts.other++;
    }
  return counts;
}

static void
show_count (GtkLabel *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_label (label, text);
}

static void
show_counts (MatchumPasteDialog *self, Counts counts)
{
  show_count (self->required_label, counts.required);
  show_count (self->preferred_label, counts.preferred);
  show_count (self->duties_label, counts.duties);
  show_count (self->other_label, counts.other);
}

static void
show_note (MatchumPasteDialog *self, const char *note)
{
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  matchum_word_breaks_apply (self->note_label);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
}

/* Puts what was read into a row, unless the user wrote there. */
static void
fill_row (AdwEntryRow *row, char **read, const char *value)
{
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (row));

  if (*shown != '\0' && g_strcmp0 (shown, *read) != 0)
    return;
  g_free (*read);
  *read = g_strdup (value != NULL ? value : "");
  gtk_editable_set_text (GTK_EDITABLE (row), *read);
}

static void
show_posting (MatchumPasteDialog *self)
{
  Counts counts = count_lines (self->posting);

  fill_row (self->company_row, &self->read_company, matchum_posting_get_company (self->posting));
  fill_row (self->title_row, &self->read_title, matchum_posting_get_title (self->posting));
  show_counts (self, counts);
  if (counts.required + counts.preferred == 0)
    show_note (self, _ ("No line was read as a requirement. Is the part under “Requirements” or “Qualifications” "
                        "missing?"));
  else if (!matchum_posting_has_known_headings (self->posting))
    show_note (self, _ ("No heading such as “Requirements” was found, so every line is taken for a requirement."));
  else
    show_note (self, NULL);
}

/* Reads the text as it stands. An empty text is no mistake to complain of. */
static void
read_text (MatchumPasteDialog *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_pointer (&self->posting, matchum_posting_unref);
  /* Translators: what a posting that was pasted is called in messages, where a file's name would stand. */
  source = matchum_source_new (_ ("pasted text"), bytes, &error);
  if (source != NULL)
    self->posting = matchum_posting_reader_read (source, &error);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", self->posting != NULL);
  if (self->posting != NULL)
    {
      show_posting (self);
      return;
    }
  show_counts (self, (Counts){ 0 });
  show_note (self, g_error_matches (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_EMPTY) ? NULL : error->message);
}

static gboolean
read_cb (gpointer user_data)
{
  MatchumPasteDialog *self = user_data;

  self->read_id = 0;
  read_text (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (MatchumPasteDialog *self)
{
  g_assert (MATCHUM_IS_PASTE_DIALOG (self));

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder_label), gtk_text_buffer_get_char_count (self->buffer) == 0);
  g_clear_handle_id (&self->read_id, g_source_remove);
  self->read_id = g_timeout_add (PAUSE_MS, read_cb, self);
}

static void
width_changed_cb (MatchumPasteDialog *self)
{
  int width, height;
  gboolean is_stacked;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  is_stacked = width > 0 && width < STACKED_WIDTH;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  is_stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->side, is_stacked ? -1 : 300, is_stacked ? 220 : -1);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_paste_dialog_add (MATCHUM_PASTE_DIALOG (widget));
}

static void
preedit_changed_cb (MatchumPasteDialog *self, const char *preedit)
{
  g_assert (MATCHUM_IS_PASTE_DIALOG (self));

  self->is_composing = preedit != NULL && *preedit != '\0';
}

/* Before the text view takes every Enter for a line, whatever is held with it. A letter that is being composed comes
 * first: its keys are the input method's. */
static gboolean
add_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MatchumPasteDialog *self = user_data;

  if (self->is_composing)
    return GDK_EVENT_PROPAGATE;
  matchum_paste_dialog_add (self);
  return GDK_EVENT_STOP;
}

static void
add_keys_to_text (MatchumPasteDialog *self)
{
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                                            gtk_callback_action_new (add_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), controller);
}

static gboolean
has_words (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
matchum_paste_dialog_close_request (GtkWindow *window)
{
  MatchumPasteDialog *self = MATCHUM_PASTE_DIALOG (window);
  g_autofree char *text = NULL;

  if (!self->is_added)
    {
      gtk_text_view_reset_im_context (self->text_view);
      text = dup_text (self);
      if (has_words (text))
        g_signal_emit (self, signals[LEFT], 0, text, gtk_editable_get_text (GTK_EDITABLE (self->company_row)),
                       gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
    }
  return GTK_WINDOW_CLASS (matchum_paste_dialog_parent_class)->close_request (window);
}

static void
matchum_paste_dialog_dispose (GObject *object)
{
  MatchumPasteDialog *self = MATCHUM_PASTE_DIALOG (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_pointer (&self->posting, matchum_posting_unref);

  G_OBJECT_CLASS (matchum_paste_dialog_parent_class)->dispose (object);
}

static void
matchum_paste_dialog_finalize (GObject *object)
{
  MatchumPasteDialog *self = MATCHUM_PASTE_DIALOG (object);

  g_clear_pointer (&self->read_company, g_free);
  g_clear_pointer (&self->read_title, g_free);

  G_OBJECT_CLASS (matchum_paste_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, box);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, side);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, company_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, required_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, preferred_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, duties_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, other_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, note_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, placeholder_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, buffer);
}

static void
matchum_paste_dialog_class_init (MatchumPasteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = matchum_paste_dialog_dispose;
  object_class->finalize = matchum_paste_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = matchum_paste_dialog_close_request;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, MATCHUM_TYPE_POSTING, G_TYPE_STRING, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "dialog.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_paste_dialog_init (MatchumPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  matchum_word_breaks_apply_all (GTK_WIDGET (self->placeholder_label));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text_view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_keys_to_text (self);
  g_signal_connect_object (self, "notify::default-width", G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text_view));
}

MatchumPasteDialog *
matchum_paste_dialog_new (const char *text)
{
  MatchumPasteDialog *self = g_object_new (MATCHUM_TYPE_PASTE_DIALOG, NULL);

  if (text != NULL)
    matchum_paste_dialog_set_text (self, text);
  return self;
}

void
matchum_paste_dialog_set_text (MatchumPasteDialog *self, const char *text)
{
  GtkTextIter start;

  g_return_if_fail (MATCHUM_IS_PASTE_DIALOG (self));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  read_text (self);
}

void
matchum_paste_dialog_resume (MatchumPasteDialog *self, const char *text, const char *company, const char *title)
{
  g_return_if_fail (MATCHUM_IS_PASTE_DIALOG (self));
  g_return_if_fail (text != NULL && company != NULL && title != NULL);

  matchum_paste_dialog_set_text (self, text);
  gtk_editable_set_text (GTK_EDITABLE (self->company_row), company);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
}

gboolean
matchum_paste_dialog_add (MatchumPasteDialog *self)
{
  g_return_val_if_fail (MATCHUM_IS_PASTE_DIALOG (self), FALSE);

  /* What was typed a moment ago counts. */
  if (self->read_id != 0)
    read_text (self);
  if (self->posting == NULL)
    return FALSE;

  self->is_added = TRUE;
  g_signal_emit (self, signals[ADDED], 0, self->posting, gtk_editable_get_text (GTK_EDITABLE (self->company_row)),
                 gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}
