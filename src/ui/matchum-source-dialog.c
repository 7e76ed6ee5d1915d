/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog in which the text of a resume or a posting is edited. */
#include "config.h"

#include "ui/matchum-source-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/compat.h"
#include "ui/matchum-notes-button.h"
#include "ui/matchum-posting-parts.h"
#include "ui/matchum-source-place.h"
#include "ui/matchum-source-reading.h"
#include "ui/matchum-source-search.h"
#include "ui/matchum-source-view.h"
#include "ui/matchum-text-finder.h"
#include "ui/matchum-word-breaks.h"

/* Writing that stops for so long is a pause: what was written is told. */
#define PAUSE_MS 400
/* The cursor runs; where it stands is said when it stops for so long. */
#define PLACE_MS 60
/* A text up to so many bytes that nobody has read yet is read while the dialog closes. */
#define MAX_READ_AT_ONCE (1024 * 1024)
/* A selection longer than that is not what one looks for. */
#define MAX_WANTED 100
#define CLOSE "close"
/* Left free of the window behind, and what the dialog is made for. */
#define MARGIN 30
#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 920
#define MOST_HEIGHT 760

struct _MatchumSourceDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkRevealer *problem_revealer;
  GtkLabel *problem_label;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *hits_label;
  MatchumSourceView *view;
  GtkLabel *place_label;
  GtkLabel *line_label;
  MatchumNotesButton *notes_button;

  MatchumSourceReading *reading;
  MatchumSourceSearch *search;
  char *told;    /* the text that others know */
  char *problem; /* that it could not be kept, or NULL */
  char *waiting; /* text from elsewhere that waits until a letter is composed, or NULL */
  gboolean is_edited;
  gboolean was_composing; /* when Escape was pressed */
  guint pause_id;
  guint place_id;
  guint waiting_id;
  gboolean is_asking;  /* whether to close */
  gboolean is_closing; /* whatever is lost */
};

enum { EDITED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumSourceDialog, matchum_source_dialog, ADW_TYPE_WINDOW)

/* Why the text can't be kept or, where nobody said so, can't be read. */
static const char *
get_problem (MatchumSourceDialog *self)
{
  return self->problem != NULL ? self->problem : matchum_source_reading_get_problem (self->reading);
}

static void
show_state (MatchumSourceDialog *self)
{
  const char *problem = get_problem (self), *state = _ ("Saved");

  if (self->pause_id != 0)
    state = _ ("Typing…");
  else if (problem != NULL)
    state = _ ("Not Saved");
  adw_window_title_set_subtitle (self->window_title, state);

  if (problem != NULL && g_strcmp0 (gtk_label_get_text (self->problem_label), problem) != 0)
    {
      gtk_label_set_label (self->problem_label, problem);
      matchum_word_breaks_apply (self->problem_label);
    }
  gtk_revealer_set_reveal_child (self->problem_revealer, problem != NULL);
}

static char *
dup_counts (MatchumPosting *posting)
{
  MatchumLineCounts counts = matchum_line_counts_of (posting);

  /* Translators: how many lines of a posting must be met, are welcome, and say what the job does. */
  return g_strdup_printf (_ ("Required %u · Preferred %u · Duties %u"), counts.n_required, counts.n_preferred,
                          counts.n_duties);
}

/* Where a line of a resume stands; what is read from a posting. */
static char *
dup_place (MatchumSourceDialog *self, guint line)
{
  MatchumResume *resume = matchum_source_reading_get_resume (self->reading);
  MatchumPosting *posting = matchum_source_reading_get_posting (self->reading);

  if (posting != NULL)
    return dup_counts (posting);
  return resume != NULL ? matchum_source_place_dup_words (resume, line) : g_strdup ("");
}

/* While the text is being written, nobody knows where its lines stand. */
static void
show_place (MatchumSourceDialog *self)
{
  gboolean is_known = self->pause_id == 0 && !matchum_source_reading_is_busy (self->reading);
  guint line = matchum_source_view_get_line (self->view);
  g_autofree char *place = NULL;
  /* Translators: %u is the number of the line that the cursor is in. */
  g_autofree char *number = g_strdup_printf (_ ("Line %u"), line);

  gtk_label_set_label (self->line_label, number);
  if (matchum_source_view_hides_something (self->view))
    gtk_label_set_label (self->place_label, _ ("A line is too long to be shown whole"));
  else if (is_known)
    {
      place = dup_place (self, line);
      gtk_label_set_label (self->place_label, place);
    }
}

static gboolean
place_cb (gpointer user_data)
{
  MatchumSourceDialog *self = user_data;

  self->place_id = 0;
  show_place (self);
  return G_SOURCE_REMOVE;
}

static void
cursor_moved_cb (MatchumSourceDialog *self)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  if (self->place_id == 0)
    self->place_id = g_timeout_add (PLACE_MS, place_cb, self);
}

static void
read_cb (MatchumSourceDialog *self)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  show_state (self);
  show_place (self);
  matchum_notes_button_set_notes (self->notes_button, matchum_source_reading_get_notes (self->reading));
}

static void
line_activated_cb (MatchumSourceDialog *self, guint line)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  matchum_source_view_reveal_line (self->view, line);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
read_text (MatchumSourceDialog *self)
{
  g_autoptr (GBytes) text = g_bytes_new (self->told, strlen (self->told));

  matchum_source_reading_read (self->reading, text);
}

/* Tells what is not told yet. */
static void
tell (MatchumSourceDialog *self)
{
  g_autofree char *text = matchum_source_view_dup_text (self->view);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!g_str_equal (text, self->told))
    {
      g_free (self->told);
      self->told = g_strdup (text);
      self->is_edited = TRUE;
      g_signal_emit (self, signals[EDITED], 0, text);
      read_text (self);
    }
  show_state (self);
}

static gboolean
pause_cb (gpointer user_data)
{
  MatchumSourceDialog *self = user_data;

  self->pause_id = 0;
  tell (self);
  matchum_source_search_look_again (self->search);
  cursor_moved_cb (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (MatchumSourceDialog *self)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  g_clear_pointer (&self->waiting, g_free);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, pause_cb, self);
  matchum_source_search_forget (self->search);
  show_state (self);
}

/* Someone who turns to another window may change the text there. */
static void
active_changed_cb (MatchumSourceDialog *self)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  if (!gtk_window_is_active (GTK_WINDOW (self)) && self->pause_id != 0
      && !matchum_source_view_is_composing (self->view))
    {
      tell (self);
      matchum_source_search_look_again (self->search);
    }
}

static void
show_hits (MatchumSourceDialog *self)
{
  guint n_hits = matchum_source_search_get_n_hits (self->search);
  guint selected = matchum_source_search_get_selected (self->search);
  g_autofree char *text = NULL;

  if (!matchum_source_search_has_words (self->search))
    text = g_strdup ("");
  else if (n_hits == 0)
    text = g_strdup (_ ("Not found"));
  else if (n_hits == MATCHUM_TEXT_FINDER_MAX_HITS)
    /* Translators: so many places were found, and more may be there. */
    text = g_strdup_printf (_ ("%u or more"), n_hits);
  else if (selected > 0)
    /* Translators: the second of seven places where what is looked for stands: "2 of 7". */
    text = g_strdup_printf (_ ("%u of %u"), selected, n_hits);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n_hits), n_hits);
  gtk_label_set_label (self->hits_label, text);
}

static void
search_changed_cb (MatchumSourceDialog *self)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  matchum_source_search_set_words (self->search, gtk_editable_get_text (self->search_entry));
}

static void
search_mode_changed_cb (MatchumSourceDialog *self)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    {
      matchum_source_search_set_words (self->search, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
}

/* What is selected, where that is something one may look for. */
static char *
dup_selection (MatchumSourceDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end)
      || gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end)
      || gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) > MAX_WANTED)
    return NULL;
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumSourceDialog *self = MATCHUM_SOURCE_DIALOG (widget);
  g_autofree char *selection = dup_selection (self);

  if (selection != NULL)
    gtk_editable_set_text (self->search_entry, selection);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
  search_changed_cb (self);
}

static void
find_next_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_source_search_step (MATCHUM_SOURCE_DIALOG (widget)->search, 1);
}

static void
find_previous_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_source_search_step (MATCHUM_SOURCE_DIALOG (widget)->search, -1);
}

static void
activated_cb (MatchumSourceDialog *self)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  search_changed_cb (self);
  matchum_source_search_step (self->search, 1);
}

static void
next_match_cb (MatchumSourceDialog *self)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  matchum_source_search_step (self->search, 1);
}

static void
previous_match_cb (MatchumSourceDialog *self)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  matchum_source_search_step (self->search, -1);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_text_buffer_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (MATCHUM_SOURCE_DIALOG (widget)->view)));
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_text_buffer_redo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (MATCHUM_SOURCE_DIALOG (widget)->view)));
}

/* Escape is the input method's before it is anyone else's, and may end a composition before it comes here. */
static gboolean
escape_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MatchumSourceDialog *self = MATCHUM_SOURCE_DIALOG (widget);

  self->was_composing = matchum_source_view_is_composing (self->view);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MatchumSourceDialog *self = MATCHUM_SOURCE_DIALOG (widget);

  if (self->was_composing)
    self->was_composing = FALSE;
  else if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  else
    gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

static void
watch_escape (MatchumSourceDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_pressed_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
history_changed_cb (MatchumSourceDialog *self)
{
  GtkTextBuffer *buffer;

  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.undo", gtk_text_buffer_get_can_undo (buffer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.redo", gtk_text_buffer_get_can_redo (buffer));
}

static void
show_text (MatchumSourceDialog *self, const char *markdown)
{
  g_free (self->told);
  self->told = g_strdup (markdown);
  matchum_source_view_replace_text (self->view, markdown);
  matchum_source_search_forget (self->search);
  matchum_source_search_look_again (self->search);
  read_text (self);
  show_state (self);
}

static gboolean
waiting_cb (gpointer user_data)
{
  MatchumSourceDialog *self = user_data;
  g_autofree char *waiting = g_steal_pointer (&self->waiting);

  self->waiting_id = 0;
  if (waiting != NULL)
    matchum_source_dialog_set_text (self, waiting);
  return G_SOURCE_REMOVE;
}

/* A letter that was begun and given up leaves the text as it was, and what came meanwhile can be shown; but not in the
 * middle of what the input method does. */
static void
composed_cb (MatchumSourceDialog *self, const char *preedit)
{
  g_assert (MATCHUM_IS_SOURCE_DIALOG (self));

  if (self->waiting != NULL && self->waiting_id == 0 && (preedit == NULL || *preedit == '\0'))
    self->waiting_id = g_idle_add (waiting_cb, self);
}

/* What keeps the text from being kept. A reading that nobody waited for yet is done now. */
static char *
dup_problem_at_closing (MatchumSourceDialog *self)
{
  g_autoptr (GBytes) text = NULL;

  if (!self->is_edited)
    return NULL;
  if (self->problem != NULL || !matchum_source_reading_is_busy (self->reading)
      || strlen (self->told) > MAX_READ_AT_ONCE)
    return g_strdup (get_problem (self));
  text = g_bytes_new_static (self->told, strlen (self->told));
  return matchum_source_reading_find_problem (self->reading, text);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MatchumSourceDialog *self = MATCHUM_SOURCE_DIALOG (object);
  g_autofree char *answer = matchum_compat_ask_finish (result);

  self->is_asking = FALSE;
  self->is_closing = g_strcmp0 (answer, CLOSE) == 0;
  if (self->is_closing)
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ask_whether_to_close (MatchumSourceDialog *self, const char *problem)
{
  const MatchumCompatAnswer answers[] = { { CLOSE, _ ("_Close Without Saving"), FALSE }, { NULL } };
  g_autofree char *body = NULL;

  if (self->is_asking)
    return;
  self->is_asking = TRUE;
  /* Translators: %s is a sentence that says why the text could not be kept. */
  body = g_strdup_printf (_ ("%s\n\nThe text is lost if you close now."), problem);
  matchum_compat_ask (GTK_WINDOW (self), _ ("Close Without Saving?"), body, answers, answered_cb, NULL);
}

static gboolean
matchum_source_dialog_close_request (GtkWindow *window)
{
  MatchumSourceDialog *self = MATCHUM_SOURCE_DIALOG (window);
  g_autofree char *problem = NULL;

  if (!self->is_closing)
    {
      matchum_source_view_end_composing (self->view);
      tell (self);
      problem = dup_problem_at_closing (self);
      if (problem != NULL)
        {
          ask_whether_to_close (self, problem);
          return TRUE;
        }
    }
  return GTK_WINDOW_CLASS (matchum_source_dialog_parent_class)->close_request (window);
}

/* Whoever closes the whole program at once must not lose what was just written. */
static void
matchum_source_dialog_dispose (GObject *object)
{
  MatchumSourceDialog *self = MATCHUM_SOURCE_DIALOG (object);

  if (self->pause_id != 0 && self->view != NULL)
    tell (self);
  g_clear_handle_id (&self->place_id, g_source_remove);
  g_clear_handle_id (&self->waiting_id, g_source_remove);
  if (self->reading != NULL)
    matchum_source_reading_stop (self->reading);
  if (self->search != NULL)
    matchum_source_search_stop (self->search);
  g_clear_object (&self->reading);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (matchum_source_dialog_parent_class)->dispose (object);
}

static void
matchum_source_dialog_finalize (GObject *object)
{
  MatchumSourceDialog *self = MATCHUM_SOURCE_DIALOG (object);

  g_clear_pointer (&self->told, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->waiting, g_free);

  G_OBJECT_CLASS (matchum_source_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-source-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumSourceDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumSourceDialog, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, MatchumSourceDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSourceDialog, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumSourceDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MatchumSourceDialog, hits_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSourceDialog, view);
  gtk_widget_class_bind_template_child (widget_class, MatchumSourceDialog, place_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSourceDialog, line_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSourceDialog, notes_button);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
}

static void
add_shortcuts (GtkWidgetClass *widget_class)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "dialog.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "dialog.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, both, "dialog.find-previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "dialog.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, "dialog.find-previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "dialog.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, both, "dialog.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
matchum_source_dialog_class_init (MatchumSourceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = matchum_source_dialog_dispose;
  object_class->finalize = matchum_source_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = matchum_source_dialog_close_request;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MATCHUM_TYPE_NOTES_BUTTON);
  g_type_ensure (MATCHUM_TYPE_SOURCE_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "dialog.find-next", NULL, find_next_cb);
  gtk_widget_class_install_action (widget_class, "dialog.find-previous", NULL, find_previous_cb);
  gtk_widget_class_install_action (widget_class, "dialog.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "dialog.redo", NULL, redo_cb);
  add_shortcuts (widget_class);
}

static void
connect_search (MatchumSourceDialog *self)
{
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (show_hits), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "next-match", G_CALLBACK (next_match_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "previous-match", G_CALLBACK (previous_match_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (search_mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
matchum_source_dialog_init (MatchumSourceDialog *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->told = g_strdup ("");
  self->search = matchum_source_search_new (self->view);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  connect_search (self);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (composed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->view, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::can-undo", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::can-redo", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  watch_escape (self);
  history_changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->view));
}

static void
set_words (MatchumSourceDialog *self, const char *text, const char *find)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, find, -1);
  g_object_set (self->search_entry, "placeholder-text", find, NULL);
}

static MatchumSourceDialog *
create (MatchumDocumentKind kind, const char *name, const char *text)
{
  MatchumSourceDialog *self = g_object_new (MATCHUM_TYPE_SOURCE_DIALOG, "title", name, NULL);

  self->reading = matchum_source_reading_new (kind, name);
  g_signal_connect_object (self->reading, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  adw_window_title_set_title (self->window_title, name);
  if (kind == MATCHUM_DOCUMENT_POSTING)
    set_words (self, _ ("Text of the posting"), _ ("Find in the posting"));
  g_free (self->told);
  self->told = g_strdup (text);
  matchum_source_view_set_text (self->view, text);
  read_text (self);
  show_state (self);
  show_place (self);
  return self;
}

MatchumSourceDialog *
matchum_source_dialog_new (const char *name, const char *markdown)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (markdown != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (markdown, -1, NULL), NULL);

  return create (MATCHUM_DOCUMENT_RESUME, name, markdown);
}

MatchumSourceDialog *
matchum_source_dialog_new_for_posting (const char *name, const char *text)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), NULL);

  return create (MATCHUM_DOCUMENT_POSTING, name, text);
}

void
matchum_source_dialog_fit (MatchumSourceDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}

void
matchum_source_dialog_set_day (MatchumSourceDialog *self, MatchumDay as_of)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_DIALOG (self));

  matchum_source_reading_set_day (self->reading, as_of);
  read_text (self);
}

void
matchum_source_dialog_reveal_line (MatchumSourceDialog *self, guint line)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_DIALOG (self));

  matchum_source_view_reveal_line (self->view, line);
}

void
matchum_source_dialog_set_problem (MatchumSourceDialog *self, const char *problem)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_DIALOG (self));

  g_free (self->problem);
  self->problem = g_strdup (problem);
  show_state (self);
}

void
matchum_source_dialog_set_text (MatchumSourceDialog *self, const char *markdown)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_DIALOG (self));
  g_return_if_fail (markdown != NULL);
  g_return_if_fail (g_utf8_validate (markdown, -1, NULL));

  g_clear_pointer (&self->waiting, g_free);
  if (g_str_equal (markdown, self->told) || self->pause_id != 0)
    return;
  if (matchum_source_view_is_composing (self->view))
    self->waiting = g_strdup (markdown);
  else
    show_text (self, markdown);
}

char *
matchum_source_dialog_dup_text (MatchumSourceDialog *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_DIALOG (self), NULL);

  return matchum_source_view_dup_text (self->view);
}
