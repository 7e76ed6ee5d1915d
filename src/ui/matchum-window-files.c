/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How resumes and postings come into the window: opened, dropped, pasted, from a template or as examples. Files are
 * read one after the other, off the main thread; a resume is read again when its file changes. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/matchum-file-writer.h"
#include "posting/matchum-document-kind.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "ui/compat.h"
#include "ui/matchum-paste-dialog.h"

#define RESOURCE_FOLDER "/io/github/matchum/Matchum/"
/* Editors write in several steps. */
#define RELOAD_PAUSE_MS 250

typedef enum {
  PLACE_BY_HEADINGS,
  PLACE_BY_ORDER, /* by headings, and in doubt the first is the resume */
  PLACE_RESUME,
  PLACE_POSTING,
} Place;

typedef struct {
  GFile *file;
  Place place;
  MatchumSource *source; /* once loaded */
} Job;

static Job *
create_job (GFile *file, Place place)
{
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->place = place;
  return job;
}

static void
free_job (Job *job)
{
  g_clear_object (&job->file);
  g_clear_pointer (&job->source, matchum_source_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

static void next_job (MatchumWindow *self);

/* Mistakes */

static void
add_problem (MatchumWindow *self, const char *message)
{
  if (self->n_problems++ > 0)
    g_string_append (self->problems, "\n\n");
  g_string_append (self->problems, message);
}

static void
tell_problems (MatchumWindow *self)
{
  g_autofree char *heading = NULL;

  if (self->n_problems == 0)
    return;

  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u File Could Not Be Opened",
                                          "%u Files Could Not Be Opened", self->n_problems),
                             self->n_problems);
  matchum_compat_tell (GTK_WINDOW (self), self->n_problems == 1 ? _ ("File Could Not Be Opened") : heading,
                       self->problems->str);
  g_string_truncate (self->problems, 0);
  self->n_problems = 0;
}

/* The resume's file */

static gboolean
is_same_text (MatchumSource *a, MatchumSource *b)
{
  return matchum_source_get_length (a) == matchum_source_get_length (b)
         && memcmp (matchum_source_get_text (a), matchum_source_get_text (b), matchum_source_get_length (a)) == 0;
}

static void
load_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  MatchumSource *source = matchum_source_load (task_data, cancellable, &error);

  if (source != NULL)
    g_task_return_pointer (task, source, (GDestroyNotify) matchum_source_unref);
  else
    g_task_return_error (task, error);
}

static void
load_async (MatchumWindow *self, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, user_data);

  g_task_set_source_tag (task, load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

static void
reloaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MatchumWindow *self = MATCHUM_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (MatchumResume) resume = NULL;
  MatchumResume *shown = self->workspace != NULL ? matchum_workspace_get_resume (self->workspace) : NULL;

  /* A file that is being replaced may be away for a moment, and a text half written: the next change tells more. */
  if (source == NULL || shown == NULL || is_same_text (source, matchum_resume_get_source (shown)))
    return;
  resume = matchum_markdown_resume_reader_read (source, &error);
  if (resume == NULL)
    {
      matchum_window_show_toast (self, error->message, NULL, NULL);
      return;
    }
  matchum_workspace_set_resume (self->workspace, resume);
  matchum_window_show_toast (self, _ ("The resume has changed on disk and was read again"), NULL, NULL);
}

static gboolean
reload_cb (gpointer user_data)
{
  MatchumWindow *self = user_data;

  self->reload_id = 0;
  if (self->resume_file != NULL)
    load_async (self, self->resume_file, reloaded_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
resume_file_changed_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  g_clear_handle_id (&self->reload_id, g_source_remove);
  self->reload_id = g_timeout_add (RELOAD_PAUSE_MS, reload_cb, self);
}

static void
watch_resume_file (MatchumWindow *self, GFile *file)
{
  g_clear_handle_id (&self->reload_id, g_source_remove);
  if (self->resume_monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->resume_monitor, self);
  g_clear_object (&self->resume_monitor);
  g_set_object (&self->resume_file, file);
  if (file == NULL)
    return;

  self->resume_monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->resume_monitor != NULL)
    g_signal_connect_object (self->resume_monitor, "changed", G_CALLBACK (resume_file_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* Taking in */

static void
take_resume (MatchumWindow *self, Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (job->source, &error);

  if (resume == NULL)
    {
      add_problem (self, error->message);
      return;
    }
  watch_resume_file (self, g_file_is_native (job->file) ? job->file : NULL);
  matchum_workspace_set_resume (self->workspace, resume);
}

static void
take_posting (MatchumWindow *self, Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPosting) posting = matchum_posting_reader_read (job->source, &error);

  if (posting == NULL)
    add_problem (self, error->message);
  else
    matchum_workspace_add_posting (self->workspace, posting);
}

static void
place_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MatchumWindow *self = MATCHUM_WINDOW (source);
  g_autoptr (Job) job = user_data;
  g_autofree char *answer = matchum_compat_ask_finish (result);

  if (self->workspace == NULL)
    return;
  if (g_strcmp0 (answer, "resume") == 0)
    take_resume (self, job);
  else if (g_strcmp0 (answer, "posting") == 0)
    take_posting (self, job);
  next_job (self);
}

/* Takes job. */
static void
ask_for_place (MatchumWindow *self, Job *job, MatchumDocumentKind kind)
{
  gboolean has_resume = matchum_workspace_get_resume (self->workspace) != NULL;
  const MatchumCompatAnswer answers[] = {
    { "posting", _ ("_Add as Posting"), FALSE },
    { "resume", has_resume ? _ ("_Replace the Resume") : _ ("_Open as Resume"), TRUE },
    { NULL, NULL, FALSE },
  };
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *body = NULL;

  if (kind == MATCHUM_DOCUMENT_RESUME)
    /* Translators: %s is a file name. */
    body = g_strdup_printf (_ ("“%s” reads like a resume, and a resume is open. What is hidden and pinned for each "
                               "posting stays for the items that both have."),
                            name);
  else
    /* Translators: %s is a file name. */
    body = g_strdup_printf (_ ("The headings of “%s” do not tell whether it is a resume or a posting."), name);
  matchum_compat_ask (GTK_WINDOW (self),
                      kind == MATCHUM_DOCUMENT_RESUME ? _ ("Open Another Resume?") : _ ("Resume or Posting?"), body,
                      answers, place_answered_cb, job);
}

/* Decides where a text that was loaded belongs; takes job. */
static void
place (MatchumWindow *self, Job *taken)
{
  g_autoptr (Job) job = taken;
  gboolean has_resume = matchum_workspace_get_resume (self->workspace) != NULL;
  MatchumDocumentKind kind = MATCHUM_DOCUMENT_UNKNOWN;

  if (job->place == PLACE_RESUME)
    kind = MATCHUM_DOCUMENT_RESUME;
  else if (job->place == PLACE_POSTING)
    kind = MATCHUM_DOCUMENT_POSTING;
  else
    {
      kind = matchum_document_kind_guess (job->source);
      if (kind == MATCHUM_DOCUMENT_UNKNOWN && has_resume)
        kind = MATCHUM_DOCUMENT_POSTING;
      else if (kind == MATCHUM_DOCUMENT_UNKNOWN && job->place == PLACE_BY_ORDER)
        kind = MATCHUM_DOCUMENT_RESUME;
      if (kind == MATCHUM_DOCUMENT_UNKNOWN || (kind == MATCHUM_DOCUMENT_RESUME && has_resume))
        {
          ask_for_place (self, g_steal_pointer (&job), kind);
          return;
        }
    }

  if (kind == MATCHUM_DOCUMENT_RESUME)
    take_resume (self, job);
  else
    take_posting (self, job);
  next_job (self);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MatchumWindow *self = MATCHUM_WINDOW (object);
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  job->source = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->source != NULL)
    g_ptr_array_add (self->originals, g_object_ref (job->file));
  if (self->workspace == NULL)
    return;
  if (job->source == NULL)
    {
      add_problem (self, error->message);
      next_job (self);
      return;
    }
  place (self, g_steal_pointer (&job));
}

static void
next_job (MatchumWindow *self)
{
  Job *job = g_queue_pop_head (&self->jobs);

  self->is_opening = job != NULL;
  if (job == NULL)
    tell_problems (self);
  else
    load_async (self, job->file, loaded_cb, job);
}

static void
add_job (MatchumWindow *self, GFile *file, Place place)
{
  g_queue_push_tail (&self->jobs, create_job (file, place));
  if (!self->is_opening)
    next_job (self);
}

/* Choosing */

static void
resume_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MatchumWindow *self = MATCHUM_WINDOW (source);
  g_autoptr (GListModel) files = matchum_compat_open_files_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && self->workspace != NULL)
    add_job (self, file, PLACE_RESUME);
}

static void
postings_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MatchumWindow *self = MATCHUM_WINDOW (source);
  g_autoptr (GListModel) files = matchum_compat_open_files_finish (result, NULL);

  for (guint i = 0; files != NULL && self->workspace != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      add_job (self, file, PLACE_POSTING);
    }
}

static GFile *
dup_resume_folder (MatchumWindow *self)
{
  return self->resume_file != NULL ? g_file_get_parent (self->resume_file) : NULL;
}

void
matchum_window_choose_resume (MatchumWindow *self)
{
  g_autoptr (GFile) folder = dup_resume_folder (self);

  matchum_compat_open_files (GTK_WINDOW (self), _ ("Open Resume"), folder, FALSE, resume_chosen_cb, NULL);
}

void
matchum_window_choose_postings (MatchumWindow *self)
{
  g_autoptr (GFile) folder = dup_resume_folder (self);

  matchum_compat_open_files (GTK_WINDOW (self), _ ("Open Postings"), folder, TRUE, postings_chosen_cb, NULL);
}

/* Pasting */

static void
posting_added_cb (MatchumWindow *self, MatchumPosting *posting, const char *company, const char *title)
{
  MatchumWorkspacePosting *added = matchum_workspace_add_posting (self->workspace, posting);

  matchum_workspace_posting_set_names (added, company, title);
}

void
matchum_window_add_posting (MatchumWindow *self, const char *text)
{
  MatchumPasteDialog *dialog = matchum_paste_dialog_new (text);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width > 0)
    gtk_window_set_default_size (GTK_WINDOW (dialog), CLAMP (width - 120, 320, 980), CLAMP (height - 60, 300, 760));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "added", G_CALLBACK (posting_added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
has_words (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->workspace == NULL)
    return;
  if (has_words (text))
    matchum_window_add_posting (self, text);
  else
    matchum_window_show_toast (self, _ ("There is no text to paste. Copy a posting first."), NULL, NULL);
}

void
matchum_window_paste (MatchumWindow *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable, clipboard_read_cb,
                                 g_object_ref (self));
}

static gboolean
drop_cb (MatchumWindow *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      for (GSList *item = files; item != NULL; item = item->next)
        add_job (self, item->data, PLACE_BY_HEADINGS);
      return files != NULL;
    }
  if (!G_VALUE_HOLDS_STRING (value) || !has_words (g_value_get_string (value)))
    return FALSE;
  matchum_window_add_posting (self, g_value_get_string (value));
  return TRUE;
}

/* Templates and examples */

static gboolean
speaks_korean (void)
{
  for (const char *const *language = g_get_language_names (); *language != NULL; language++)
    {
      if (g_str_has_prefix (*language, "ko"))
        return TRUE;
      if (!g_str_equal (*language, "C"))
        return FALSE;
    }
  return FALSE;
}

static void
template_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MatchumWindow *self = MATCHUM_WINDOW (source);
  g_autoptr (GFile) file = matchum_compat_choose_finish (result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->workspace == NULL)
    return;

  bytes = g_resources_lookup_data (speaks_korean () ? RESOURCE_FOLDER "templates/resume-ko.md"
                                                    : RESOURCE_FOLDER "templates/resume-en.md",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL || !matchum_file_writer_write (file, bytes, NULL, &error))
    {
      matchum_compat_tell (GTK_WINDOW (self), _ ("Template Could Not Be Saved"), error->message);
      return;
    }
  add_job (self, file, PLACE_RESUME);
  matchum_window_show_toast (self, _ ("Fill it in with a text editor: every save is read at once"), _ ("_Edit"),
                             "win.edit-resume");
}

void
matchum_window_create_resume (MatchumWindow *self)
{
  /* Translators: the file name first offered for a new resume. */
  g_autofree char *name = g_strconcat (_ ("Resume"), ".md", NULL);

  matchum_compat_save_file (GTK_WINDOW (self), _ ("Save New Resume"), name, template_chosen_cb, NULL);
}

static void
editor_launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && self->workspace != NULL)
    matchum_compat_tell (GTK_WINDOW (self), _ ("No Editor Could Be Started"), error->message);
}

void
matchum_window_edit_resume (MatchumWindow *self)
{
  g_autofree char *uri = self->resume_file != NULL ? g_file_get_uri (self->resume_file) : NULL;

  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, editor_launched_cb, g_object_ref (self));
}

static MatchumSource *
load_example (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER "samples/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? matchum_source_new (name, bytes, NULL) : NULL;
}

/* Postings that show how plain text is read are for tests. */
static gboolean
is_example_posting (const char *name, const char *language)
{
  g_autofree char *tail = g_strdup_printf ("-%s.", language);

  return g_str_has_prefix (name, "posting-") && strstr (name, tail) != NULL && strstr (name, "plain") == NULL;
}

static MatchumWorkspacePosting *
add_example_posting (MatchumWindow *self, const char *name)
{
  g_autoptr (MatchumSource) source = load_example (name);
  g_autoptr (MatchumPosting) posting = source != NULL ? matchum_posting_reader_read (source, NULL) : NULL;

  return posting != NULL ? matchum_workspace_add_posting (self->workspace, posting) : NULL;
}

/* The examples of the user's language: "resume-ko.md", and as postings "posting-ko.md", "posting-2-ko.md" and so on. */
void
matchum_window_open_examples (MatchumWindow *self)
{
  const char *language = speaks_korean () ? "ko" : "en";
  g_autofree char *resume_name = g_strdup_printf ("resume-%s.md", language);
  g_autofree char *first_name = g_strdup_printf ("posting-%s.md", language);
  g_auto (GStrv) names = g_resources_enumerate_children (RESOURCE_FOLDER "samples", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (MatchumSource) source = load_example (resume_name);
  g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
  MatchumWorkspacePosting *first;

  if (resume != NULL)
    {
      watch_resume_file (self, NULL);
      matchum_workspace_set_resume (self->workspace, resume);
    }
  first = add_example_posting (self, first_name);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (is_example_posting (names[i], language) && !g_str_equal (names[i], first_name))
      add_example_posting (self, names[i]);
  if (first != NULL)
    matchum_workspace_set_current (self->workspace, first);
}

/* Coming and going */

void
matchum_window_connect_files (MatchumWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->toast_overlay), GTK_EVENT_CONTROLLER (target));
}

void
matchum_window_close_files (MatchumWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_queue_clear_full (&self->jobs, (GDestroyNotify) free_job);
  watch_resume_file (self, NULL);
}

void
matchum_window_open_files (MatchumWindow *self, GFile **files, guint n_files, gboolean is_command_line)
{
  g_return_if_fail (MATCHUM_IS_WINDOW (self));

  for (guint i = 0; i < n_files; i++)
    add_job (self, files[i], is_command_line && i == 0 ? PLACE_BY_ORDER : PLACE_BY_HEADINGS);
}

gboolean
matchum_window_is_opening (MatchumWindow *self)
{
  g_return_val_if_fail (MATCHUM_IS_WINDOW (self), FALSE);

  return self->is_opening;
}
