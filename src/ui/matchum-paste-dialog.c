/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog in which a posting is pasted. */
#include "config.h"

#include "ui/matchum-paste-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/matchum-part-list.h"
#include "ui/matchum-word-breaks.h"

/* Text is read again when writing pauses for so long. */
#define PAUSE_MS 150
/* A text of more bytes is read beside the main thread. */
#define MAX_READ_AT_ONCE (16 * 1024)
/* Room for the list of postings where it stands above the text, and for the figures of one. */
#define STACKED_LIST_HEIGHT 300
#define STACKED_HEIGHT 220
/* Below this width the text stands under the fields. */
#define STACKED_WIDTH 620

struct _MatchumPasteDialog {
  AdwWindow parent_instance;

  GtkButton *add_button;
  GtkWidget *spinner;
  GtkBox *box;
  GtkStack *side;
  GtkLabel *found_label;
  MatchumPartList *part_list;
  GtkButton *part_button;
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

  char *source_name;          /* what the text is called in messages, and where it comes from */
  MatchumPostingParts *parts; /* as last read, or NULL */
  GHashTable *joined;         /* texts of what the user gave to the posting above it */
  gboolean is_one;            /* the user says that all of it is one posting */
  GTask *reading;             /* beside the main thread, or NULL */
  gboolean is_add_wanted;     /* when that is done */
  char *read_company;         /* what was put into the rows from the text, to tell it from the user's own words */
  char *read_title;
  guint read_id;
  gboolean is_composing; /* an input method is at work in the text */
  gboolean is_added;
};

typedef struct {
  char *name;
  GBytes *text;
  gboolean is_one;
} Job;

enum { ADDED, ADDED_ALL, LEFT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumPasteDialog, matchum_paste_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (MatchumPasteDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
show_count (GtkLabel *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_label (label, text);
}

static void
show_counts (MatchumPasteDialog *self, MatchumLineCounts counts)
{
  show_count (self->required_label, counts.n_required);
  show_count (self->preferred_label, counts.n_preferred);
  show_count (self->duties_label, counts.n_duties);
  show_count (self->other_label, counts.n_other);
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
show_posting (MatchumPasteDialog *self, const MatchumPostingPart *part)
{
  guint n_found = matchum_posting_parts_get_n_found (self->parts);
  g_autofree char *again = NULL;

  fill_row (self->company_row, &self->read_company, part->company);
  fill_row (self->title_row, &self->read_title, part->title);
  show_counts (self, part->counts);
  /* Translators: a button: takes the text apart again into so many postings. */
  again = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Part into %u Posting", "_Part into %u Postings", n_found),
                           n_found);
  gtk_button_set_label (self->part_button, again);
  gtk_widget_set_visible (GTK_WIDGET (self->part_button), n_found > 1);
  if (part->counts.n_required + part->counts.n_preferred == 0)
    show_note (self, _ ("No line was read as a requirement. Is the part under “Requirements” or “Qualifications” "
                        "missing?"));
  else if (!matchum_posting_has_known_headings (part->posting))
    show_note (self, _ ("No heading such as “Requirements” was found, so every line is taken for a requirement."));
  else
    show_note (self, NULL);
}

static gboolean
has_many (MatchumPasteDialog *self)
{
  return self->parts != NULL && matchum_posting_parts_get_n_parts (self->parts) > 1;
}

/* How many are added by the button, which says so where it is more than one. */
static void
update_button (MatchumPasteDialog *self)
{
  guint n = has_many (self) ? matchum_part_list_get_n_taken (self->part_list) : self->parts != NULL;
  g_autofree char *label = NULL;

  if (has_many (self))
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Add %u Posting", "_Add %u Postings", n), n);
  gtk_button_set_label (self->add_button, label != NULL ? label : _ ("_Add"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", n > 0);
}

static void
update_shape (MatchumPasteDialog *self)
{
  int width, height;
  gboolean is_stacked;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  is_stacked = width > 0 && width < STACKED_WIDTH;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  is_stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->side), is_stacked ? -1 : 300,
                               !is_stacked       ? -1
                               : has_many (self) ? STACKED_LIST_HEIGHT
                                                 : STACKED_HEIGHT);
}

static void
show_list (MatchumPasteDialog *self)
{
  guint n_parts = matchum_posting_parts_get_n_parts (self->parts);
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u posting found", "%u postings found", n_parts), n_parts);

  gtk_label_set_label (self->found_label, text);
  matchum_part_list_set_parts (self->part_list, self->parts);
}

/* What the user put together before stays together while the text is the same. */
static void
join_again (MatchumPasteDialog *self)
{
  for (guint i = matchum_posting_parts_get_n_parts (self->parts); i > 1; i--)
    {
      MatchumPostingPart *part = matchum_posting_parts_get_part (self->parts, i - 1);
      MatchumPostingParts *joined = NULL;

      if (g_hash_table_contains (self->joined, matchum_posting_part_get_text (part)))
        joined = matchum_posting_parts_join (self->parts, i - 1, NULL);
      if (joined == NULL)
        continue;
      matchum_posting_parts_unref (self->parts);
      self->parts = joined;
    }
}

static void
show_parts (MatchumPasteDialog *self)
{
  gtk_stack_set_visible_child_name (self->side, has_many (self) ? "many" : "one");
  if (has_many (self))
    show_list (self);
  else if (self->parts != NULL)
    show_posting (self, matchum_posting_parts_get_part (self->parts, 0));
  update_shape (self);
  update_button (self);
}

/* Takes parts. An empty text is no mistake to complain of. */
static void
take_parts (MatchumPasteDialog *self, MatchumPostingParts *parts, const GError *error)
{
  g_clear_pointer (&self->parts, matchum_posting_parts_unref);
  self->parts = parts;
  if (parts != NULL && g_hash_table_size (self->joined) > 0)
    join_again (self);
  show_parts (self);
  if (parts != NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->part_button), FALSE);
  show_counts (self, (MatchumLineCounts){ 0 });
  show_note (self, g_error_matches (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_EMPTY) ? NULL : error->message);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  g_bytes_unref (job->text);
  g_free (job);
}

static MatchumPostingParts *
run_job (const Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (MatchumSource) source = matchum_source_new (job->name, job->text, error);

  return source != NULL ? matchum_posting_parts_read (source, job->is_one, cancellable, error) : NULL;
}

static void
run_cb (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  MatchumPostingParts *parts = run_job (task_data, cancellable, &error);

  if (parts != NULL)
    g_task_return_pointer (task, parts, (GDestroyNotify) matchum_posting_parts_unref);
  else
    g_task_return_error (task, error);
}

static void
drop_reading (MatchumPasteDialog *self)
{
  if (self->reading == NULL)
    return;
  g_cancellable_cancel (g_task_get_cancellable (self->reading));
  self->reading = NULL;
  if (self->spinner != NULL)
    gtk_widget_set_visible (self->spinner, FALSE);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MatchumPasteDialog *self = MATCHUM_PASTE_DIALOG (object);
  g_autoptr (GError) error = NULL;
  MatchumPostingParts *parts = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean is_add_wanted = self->is_add_wanted;

  if (self->reading != G_TASK (result))
    {
      g_clear_pointer (&parts, matchum_posting_parts_unref);
      return;
    }
  self->reading = NULL;
  self->is_add_wanted = FALSE;
  gtk_widget_set_visible (self->spinner, FALSE);
  take_parts (self, parts, error);
  if (is_add_wanted)
    matchum_paste_dialog_add (self);
}

/* Reads the text as it stands, now or soon. */
static void
read_text (MatchumPasteDialog *self)
{
  char *text = dup_text (self);
  gsize length = strlen (text);
  Job *job = g_new (Job, 1);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->read_id, g_source_remove);
  drop_reading (self);
  *job = (Job){ g_strdup (self->source_name), g_bytes_new_take (text, length), self->is_one };
  if (length <= MAX_READ_AT_ONCE)
    {
      MatchumPostingParts *parts = run_job (job, NULL, &error);

      take_parts (self, parts, error);
      job_free (job);
    }
  else
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GTask) task = g_task_new (self, cancellable, done_cb, NULL);

      g_task_set_source_tag (task, read_text);
      g_task_set_task_data (task, job, job_free);
      self->reading = task; /* until it is done */
      gtk_widget_set_visible (self->spinner, TRUE);
      g_task_run_in_thread (task, run_cb);
    }
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

  self->is_add_wanted = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder_label), gtk_text_buffer_get_char_count (self->buffer) == 0);
  g_clear_handle_id (&self->read_id, g_source_remove);
  self->read_id = g_timeout_add (PAUSE_MS, read_cb, self);
}

static void
width_changed_cb (MatchumPasteDialog *self)
{
  g_assert (MATCHUM_IS_PASTE_DIALOG (self));

  update_shape (self);
}

/* The list */

static void
taken_changed_cb (MatchumPasteDialog *self)
{
  g_assert (MATCHUM_IS_PASTE_DIALOG (self));

  update_button (self);
}

static void
joined_cb (MatchumPasteDialog *self, guint index)
{
  MatchumPostingParts *joined;
  g_autoptr (GError) error = NULL;

  g_assert (MATCHUM_IS_PASTE_DIALOG (self));

  if (self->parts == NULL || index >= matchum_posting_parts_get_n_parts (self->parts))
    return;
  g_hash_table_add (self->joined,
                    g_strdup (matchum_posting_part_get_text (matchum_posting_parts_get_part (self->parts, index))));
  joined = matchum_posting_parts_join (self->parts, index, &error);
  if (joined == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  matchum_posting_parts_unref (self->parts);
  self->parts = joined;
  show_parts (self);
}

/* Where a posting stands in the text. */
static void
shown_cb (MatchumPasteDialog *self, guint index)
{
  g_autofree char *text = NULL;
  MatchumSpan span;
  GtkTextIter start, end;

  g_assert (MATCHUM_IS_PASTE_DIALOG (self));

  if (self->parts == NULL || self->read_id != 0 || index >= matchum_posting_parts_get_n_parts (self->parts))
    return;
  span = matchum_posting_parts_get_part (self->parts, index)->span;
  text = dup_text (self);
  if (span.end > strlen (text))
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) g_utf8_strlen (text, (gssize) span.start));
  end = start;
  gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (text + span.start, (gssize) (span.end - span.start)));
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_to_iter (self->text_view, &start, 0, TRUE, 0, 0);
}

/* Whether all of the text is one posting, whatever was found in it. */
static void
set_one (MatchumPasteDialog *self, gboolean is_one)
{
  self->is_one = is_one;
  g_hash_table_remove_all (self->joined);
  read_text (self);
}

static void
keep_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_one (MATCHUM_PASTE_DIALOG (widget), TRUE);
}

static void
part_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_one (MATCHUM_PASTE_DIALOG (widget), FALSE);
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
  self->spinner = NULL;
  drop_reading (self);
  g_clear_pointer (&self->parts, matchum_posting_parts_unref);

  G_OBJECT_CLASS (matchum_paste_dialog_parent_class)->dispose (object);
}

static void
matchum_paste_dialog_finalize (GObject *object)
{
  MatchumPasteDialog *self = MATCHUM_PASTE_DIALOG (object);

  g_clear_pointer (&self->joined, g_hash_table_unref);
  g_clear_pointer (&self->source_name, g_free);
  g_clear_pointer (&self->read_company, g_free);
  g_clear_pointer (&self->read_title, g_free);

  G_OBJECT_CLASS (matchum_paste_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, box);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, side);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, found_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, part_list);
  gtk_widget_class_bind_template_child (widget_class, MatchumPasteDialog, part_button);
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
  signals[ADDED_ALL] = g_signal_new ("added-all", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (MATCHUM_TYPE_PART_LIST);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "dialog.keep-as-one", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "dialog.part", NULL, part_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "dialog.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_paste_dialog_init (MatchumPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* Translators: what a posting that was pasted is called in messages, where a file's name would stand. */
  self->source_name = g_strdup (_ ("pasted text"));
  matchum_word_breaks_apply_all (GTK_WIDGET (self->placeholder_label));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text_view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->part_list, "changed", G_CALLBACK (taken_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->part_list, "joined", G_CALLBACK (joined_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->part_list, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
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

  self->is_one = FALSE;
  g_hash_table_remove_all (self->joined);
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

void
matchum_paste_dialog_set_source_name (MatchumPasteDialog *self, const char *name)
{
  g_return_if_fail (MATCHUM_IS_PASTE_DIALOG (self));
  g_return_if_fail (name != NULL);

  g_free (self->source_name);
  self->source_name = g_strdup (name);
}

/* What was typed a moment ago counts, and is read first. */
static gboolean
is_read (MatchumPasteDialog *self)
{
  if (self->read_id != 0)
    read_text (self);
  self->is_add_wanted = self->reading != NULL;
  return self->reading == NULL && self->parts != NULL;
}

gboolean
matchum_paste_dialog_add (MatchumPasteDialog *self)
{
  g_autoptr (GPtrArray) taken = NULL;

  g_return_val_if_fail (MATCHUM_IS_PASTE_DIALOG (self), FALSE);

  if (!is_read (self))
    return FALSE;
  if (has_many (self))
    {
      taken = matchum_part_list_dup_taken (self->part_list);
      if (taken->len == 0)
        return FALSE;
    }
  self->is_added = TRUE;
  if (taken != NULL)
    g_signal_emit (self, signals[ADDED_ALL], 0, taken);
  else
    g_signal_emit (self, signals[ADDED], 0, matchum_posting_parts_get_part (self->parts, 0)->posting,
                   gtk_editable_get_text (GTK_EDITABLE (self->company_row)),
                   gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}
