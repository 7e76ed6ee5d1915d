/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads both sides, one of them perhaps on another thread, and lists what differs. */
#include "config.h"

#include "ui/matchum-sent-comparison-dialog.h"

#include <glib/gi18n-lib.h>

#include "matchum-sent-text.h"
#include "resume/matchum-resume-comparison.h"
#include "ui/matchum-comparison-row.h"
#include "ui/matchum-word-breaks.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 680
#define MOST_HEIGHT 720
/* Left free of the window behind. */
#define MARGIN 10
/* So many differences are listed; nobody looks at more. */
#define MAX_ROWS 500

struct _MatchumSentComparisonDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkToggleButton *tailored_button;
  GtkToggleButton *baseline_button;
  GtkStack *stack;
  GtkLabel *summary_label;
  GtkListBox *list;
  AdwStatusPage *status_page;

  MatchumLibrary *library;
  MatchumSentCopyRecord *record;
  MatchumSentCopyToday today;
  MatchumVisibility *sent; /* NULL until it is read */
  char *problem;           /* why it cannot be, or NULL */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (MatchumSentComparisonDialog, matchum_sent_comparison_dialog, ADW_TYPE_WINDOW)

static void
show_status (MatchumSentComparisonDialog *self, const char *icon, const char *title, const char *description)
{
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_status_page_set_icon_name (self->status_page, icon);
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
clear_list (MatchumSentComparisonDialog *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_first_child (GTK_WIDGET (self->list)))
    gtk_list_box_remove (self->list, row);
}

/* "1 changed, 2 new": what there is none of is not told. */
static char *
dup_summary (MatchumResumeComparison *comparison)
{
  const guint n_changed = matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_CHANGED);
  const guint n_removed = matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_REMOVED);
  const guint n_added = matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_ADDED);
  const guint n_moved = matchum_resume_comparison_count_moved (comparison);
  const guint n_same = matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_SAME);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (n_changed > 0)
    /* Translators: how many lines of a resume are worded differently from what was sent. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u changed"), n_changed));
  if (n_removed > 0)
    /* Translators: how many lines that were sent are not in the resume any more. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u gone"), n_removed));
  if (n_added > 0)
    /* Translators: how many lines of a resume were not in what was sent. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u new"), n_added));
  if (n_moved > 0)
    /* Translators: how many lines of a resume stand in another place than in what was sent. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u moved"), n_moved));
  /* Translators: how many lines of a resume are the same as in what was sent. */
  g_ptr_array_add (parts, g_strdup_printf (_ ("%u the same"), n_same));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

static void
list_differences (MatchumSentComparisonDialog *self, MatchumResumeComparison *comparison)
{
  g_autofree char *summary = dup_summary (comparison);
  guint n_rows = 0, n_more = 0;

  gtk_label_set_label (self->summary_label, summary);
  matchum_word_breaks_apply (self->summary_label);
  for (guint i = 0; i < matchum_resume_comparison_get_n_blocks (comparison); i++)
    {
      if (!matchum_comparison_row_is_told (comparison, i))
        continue;
      if (n_rows++ < MAX_ROWS)
        gtk_list_box_append (self->list, matchum_comparison_row_new (comparison, i));
      else
        n_more++;
    }
  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (_ ("%u more like these"), n_more);

      gtk_list_box_append (self->list, matchum_word_breaks_new_label (more, "quiet"));
    }
  gtk_stack_set_visible_child_name (self->stack, "differences");
}

static void
update (MatchumSentComparisonDialog *self)
{
  const gboolean is_tailored = gtk_toggle_button_get_active (self->tailored_button);
  MatchumVisibility *today = is_tailored ? self->today.tailored : self->today.baseline;
  g_autoptr (MatchumResumeComparison) comparison = NULL;

  g_assert (MATCHUM_IS_SENT_COMPARISON_DIALOG (self));

  clear_list (self);
  if (self->problem != NULL)
    {
      show_status (self, "dialog-warning-symbolic", _ ("Cannot Be Compared"), self->problem);
      return;
    }
  if (self->sent == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "reading");
      return;
    }
  if (today == NULL)
    {
      show_status (self, "user-trash-symbolic", _ ("Nothing to Compare With"),
                   is_tailored ? _ ("The posting that this was sent for is deleted.")
                               : _ ("The resume that this was made from is deleted."));
      return;
    }
  comparison = matchum_resume_comparison_new (self->sent, today);
  if (matchum_resume_comparison_is_same (comparison))
    show_status (self, "object-select-symbolic", _ ("Word for Word the Same"),
                 is_tailored ? _ ("The resume as it is tailored today says just what was sent.")
                             : _ ("All of the resume says just what was sent."));
  else
    list_differences (self, comparison);
}

/* Reading --------------------------------------------------------------------------------------------------------- */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  MatchumResume *resume = matchum_sent_text_read (data, NULL, cancellable, &error);

  if (resume != NULL)
    g_task_return_pointer (task, resume, (GDestroyNotify) matchum_resume_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MatchumSentComparisonDialog *self = MATCHUM_SENT_COMPARISON_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumResume) resume = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->record == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (resume != NULL)
    self->sent = matchum_visibility_new_all (resume);
  else
    self->problem = g_strdup (error->message);
  update (self);
}

static void
read_sent (MatchumSentComparisonDialog *self)
{
  g_autoptr (GTask) task = NULL;

  if (matchum_sent_text_is_quick (self->record))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumResume) resume = matchum_sent_text_read (self->record, NULL, NULL, &error);

      self->sent = resume != NULL ? matchum_visibility_new_all (resume) : NULL;
      self->problem = resume == NULL ? g_strdup (error->message) : NULL;
      return;
    }
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, read_sent);
  g_task_set_task_data (task, matchum_sent_copy_record_copy (self->record),
                        (GDestroyNotify) matchum_sent_copy_record_free);
  g_task_run_in_thread (task, read_thread);
}

static void
read_today (MatchumSentComparisonDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!matchum_sent_copy_read_today (matchum_library_get_database (self->library), self->record, &self->today, &error))
    self->problem = g_strdup (error->message);
}

/* Object ---------------------------------------------------------------------------------------------------------- */

static void
matchum_sent_comparison_dialog_dispose (GObject *object)
{
  MatchumSentComparisonDialog *self = MATCHUM_SENT_COMPARISON_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  matchum_sent_copy_today_clear (&self->today);
  g_clear_pointer (&self->sent, matchum_visibility_unref);
  g_clear_pointer (&self->record, matchum_sent_copy_record_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (matchum_sent_comparison_dialog_parent_class)->dispose (object);
}

static void
matchum_sent_comparison_dialog_class_init (MatchumSentComparisonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_sent_comparison_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/matchum/Matchum/matchum-sent-comparison-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumSentComparisonDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumSentComparisonDialog, tailored_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumSentComparisonDialog, baseline_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumSentComparisonDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumSentComparisonDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSentComparisonDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MatchumSentComparisonDialog, status_page);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_sent_comparison_dialog_init (MatchumSentComparisonDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

MatchumSentComparisonDialog *
matchum_sent_comparison_dialog_new (MatchumLibrary *library, const MatchumSentCopyRecord *record)
{
  MatchumSentComparisonDialog *self;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_SENT_COMPARISON_DIALOG, NULL);
  self->library = g_object_ref (library);
  self->record = matchum_sent_copy_record_copy (record);
  if (record->company != NULL)
    subtitle = g_strdup_printf ("%s · %s", record->company, record->sent_on);
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : record->sent_on);
  read_today (self);
  if (self->problem == NULL)
    read_sent (self);
  if (self->today.tailored == NULL && self->today.baseline != NULL)
    gtk_toggle_button_set_active (self->baseline_button, TRUE);
  update (self);
  return self;
}

void
matchum_sent_comparison_dialog_fit (MatchumSentComparisonDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_SENT_COMPARISON_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}

gboolean
matchum_sent_comparison_dialog_is_busy (MatchumSentComparisonDialog *self)
{
  g_return_val_if_fail (MATCHUM_IS_SENT_COMPARISON_DIALOG (self), FALSE);

  return self->sent == NULL && self->problem == NULL;
}
