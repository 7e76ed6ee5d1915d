/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How resumes and postings come into the library: opened, dropped, pasted or from a template. Files are read one after
 * the other, off the main thread; a resume whose file changes while the window is open is read again. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "matchum-document.h"
#include "posting/matchum-document-kind.h"
#include "posting/matchum-html-text.h"
#include "posting/matchum-posting-collection.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "text/matchum-language-tally.h"
#include "ui/compat.h"
#include "ui/matchum-examples.h"
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

/* What a file held. */
typedef struct {
  MatchumSource *source;
  MatchumJsonNotes *notes;
  MatchumDocumentKind kind; /* where the format tells */
  guint n_postings;         /* if it is no resume */
} Loaded;

typedef struct {
  GFile *file;
  Place place;
  Loaded *loaded; /* NULL before */
} Job;

static void
free_loaded (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->source, matchum_source_unref);
  matchum_json_notes_free (loaded->notes);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, free_loaded)

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
  g_clear_pointer (&job->loaded, free_loaded);
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

static void
load_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);
  g_autoptr (GPtrArray) spans = NULL;

  loaded->notes = matchum_json_notes_new ();
  loaded->source =
      matchum_document_load (task_data, MATCHUM_DOCUMENT_UNKNOWN, loaded->notes, &loaded->kind, cancellable, &error);
  if (loaded->source == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  spans = matchum_posting_collection_split (loaded->source);
  loaded->n_postings = spans->len;
  g_task_return_pointer (task, g_steal_pointer (&loaded), free_loaded);
}

static void
load_async (MatchumWindow *self, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, user_data);

  g_task_set_source_tag (task, load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/* The baseline that the watched file was read into, or NULL. */
static MatchumWorkspaceBaseline *
find_watched_baseline (MatchumWindow *self)
{
  return matchum_workspace_find_baseline (self->workspace, self->watched_baseline);
}

/* user_data: whether the file counts, whatever was edited here since it was last read. */
static void
reloaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MatchumWindow *self = MATCHUM_WINDOW (object);
  gboolean is_wanted = GPOINTER_TO_INT (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Loaded) loaded = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (MatchumResume) resume = NULL;
  MatchumWorkspaceBaseline *baseline;
  const char *text;

  /* A file that is being replaced may be away for a moment, and a text half written: the next change tells more. While
   * it was read, another may have been opened. */
  if (loaded == NULL || self->workspace == NULL || g_task_get_task_data (G_TASK (result)) != self->resume_file)
    return;
  /* What was edited here last may still be on its way. */
  matchum_library_flush (matchum_workspace_get_library (self->workspace));
  baseline = find_watched_baseline (self);
  if (baseline == NULL)
    return;
  text = matchum_source_get_text (loaded->source);
  if (g_str_equal (text, matchum_workspace_baseline_get_record (baseline)->markdown))
    {
      matchum_window_note_read (self, text);
      return;
    }
  resume = matchum_markdown_resume_reader_read (loaded->source, &error);
  if (resume == NULL)
    {
      matchum_window_show_toast (self, error->message, NULL, NULL);
      return;
    }
  /* Where both were edited, the user says which counts. */
  if (!is_wanted && !g_str_equal (self->watched_text, matchum_workspace_baseline_get_record (baseline)->markdown))
    {
      matchum_window_show_toast (self, _ ("The file of the resume has changed, and so has the resume here"),
                                 _ ("_Read the File"), "win.read-again");
      return;
    }
  matchum_window_note_read (self, text);
  matchum_workspace_set_text (self->workspace, baseline, text, NULL);
  matchum_window_tell_when_saved (self, _ ("The resume has changed on disk and was read again"));
}

static gboolean
reload_cb (gpointer user_data)
{
  MatchumWindow *self = user_data;

  self->reload_id = 0;
  if (self->resume_file != NULL)
    load_async (self, self->resume_file, reloaded_cb, GINT_TO_POINTER (FALSE));
  return G_SOURCE_REMOVE;
}

static void
resume_file_changed_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  g_clear_handle_id (&self->reload_id, g_source_remove);
  self->reload_id = g_timeout_add (RELOAD_PAUSE_MS, reload_cb, self);
}

/* baseline: id of what the file was read into, as text says. */
static void
watch_resume_file (MatchumWindow *self, GFile *file, const char *baseline, const char *text)
{
  g_clear_handle_id (&self->reload_id, g_source_remove);
  if (self->resume_monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->resume_monitor, self);
  g_clear_object (&self->resume_monitor);
  g_set_object (&self->resume_file, file);
  g_free (self->watched_baseline);
  self->watched_baseline = g_strdup (baseline);
  matchum_window_note_read (self, text);
  if (file == NULL)
    return;

  self->resume_monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->resume_monitor != NULL)
    g_signal_connect_object (self->resume_monitor, "changed", G_CALLBACK (resume_file_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* The library tells the id of a baseline only when it has it: the file is watched for the one with this very text. */
static void
watch_added (MatchumWindow *self, GFile *file, const char *text)
{
  GListModel *baselines = matchum_workspace_get_baselines (self->workspace);

  matchum_library_flush (matchum_workspace_get_library (self->workspace));
  for (guint i = g_list_model_get_n_items (baselines); i > 0; i--)
    {
      g_autoptr (MatchumWorkspaceBaseline) baseline = g_list_model_get_item (baselines, i - 1);

      if (!g_str_equal (matchum_workspace_baseline_get_record (baseline)->markdown, text))
        continue;
      watch_resume_file (self, g_file_is_native (file) ? file : NULL, matchum_workspace_baseline_get_id (baseline),
                         text);
      return;
    }
}

/* Showing before adding */

static void
posting_added_cb (MatchumWindow *self, MatchumPosting *posting, const char *company, const char *title)
{
  matchum_workspace_add_posting (self->workspace, posting, company, title);
}

static void
postings_added_cb (MatchumWindow *self, GPtrArray *parts)
{
  matchum_workspace_add_postings (self->workspace, parts);
}

/* A text that lies on the clipboard as it was given need not be kept at the cost of one that was. */
static void
posting_left_cb (MatchumWindow *self, const char *text, const char *company, const char *title, GObject *dialog)
{
  const char *draft[] = { text, company, title, NULL };

  if (self->draft != NULL && g_strcmp0 (text, g_object_get_data (dialog, "given")) == 0)
    return;
  g_strfreev (self->draft);
  self->draft = g_strdupv ((char **) draft);
}

/* What was written and left is taken up again, until it is added. */
static void
take_draft (MatchumWindow *self, MatchumPasteDialog *dialog)
{
  g_auto (GStrv) draft = g_steal_pointer (&self->draft);

  if (draft != NULL)
    matchum_paste_dialog_resume (dialog, draft[0], draft[1], draft[2]);
}

/* text, and what it is called, may be NULL. */
static MatchumPasteDialog *
present_paste_dialog (MatchumWindow *self, const char *text, const char *name)
{
  MatchumPasteDialog *dialog = matchum_paste_dialog_new (NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width > 0)
    gtk_window_set_default_size (GTK_WINDOW (dialog), CLAMP (width - 120, 320, 980), CLAMP (height - 60, 300, 760));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_object_set_data_full (G_OBJECT (dialog), "given", g_strdup (text), g_free);
  g_signal_connect_object (dialog, "added", G_CALLBACK (posting_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "added-all", G_CALLBACK (postings_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "left", G_CALLBACK (posting_left_cb), self, G_CONNECT_SWAPPED);
  if (name != NULL)
    matchum_paste_dialog_set_source_name (dialog, name);
  if (text != NULL)
    matchum_paste_dialog_set_text (dialog, text);
  else
    take_draft (self, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* Taking in */

static MatchumWorkspaceBaseline *
find_baseline_with (MatchumWindow *self, const char *text)
{
  GListModel *baselines = matchum_workspace_get_baselines (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (baselines); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) baseline = g_list_model_get_item (baselines, i);

      if (g_str_equal (matchum_workspace_baseline_get_record (baseline)->markdown, text))
        return baseline; /* the list holds it */
    }
  return NULL;
}

static MatchumWorkspacePosting *
find_posting_with (MatchumWindow *self, const char *text)
{
  GListModel *postings = matchum_workspace_get_postings (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (postings); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (postings, i);

      if (g_str_equal (matchum_workspace_posting_get_record (posting)->text, text))
        return posting; /* the list holds it */
    }
  return NULL;
}

/* is_update: the text takes the place of that of the open baseline, instead of becoming another. */
static void
take_resume (MatchumWindow *self, Job *job, gboolean is_update)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (job->loaded->source, &error);
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);
  const char *text = matchum_source_get_text (job->loaded->source);

  if (resume == NULL)
    {
      add_problem (self, error->message);
      return;
    }
  if (is_update && baseline != NULL)
    matchum_workspace_set_text (self->workspace, baseline, text, NULL);
  else
    matchum_workspace_add_baseline (self->workspace, NULL, text);
  matchum_window_add_remarks (self, job->loaded->source, job->loaded->notes);
  watch_added (self, job->file, text);
  /* What is wrong with a file of another format was said in its own words. */
  baseline = find_baseline_with (self, text);
  if (baseline != NULL && job->loaded->kind == MATCHUM_DOCUMENT_UNKNOWN)
    matchum_window_add_resume_remarks (self, baseline, matchum_source_get_name (job->loaded->source));
}

/* What the library has already is opened rather than added again. */
static gboolean
open_known_resume (MatchumWindow *self, Job *job)
{
  const char *text = matchum_source_get_text (job->loaded->source);
  MatchumWorkspaceBaseline *known = find_baseline_with (self, text);

  if (known == NULL)
    return FALSE;
  if (known != matchum_workspace_get_baseline (self->workspace))
    matchum_workspace_show_baseline (self->workspace, known);
  watch_resume_file (self, g_file_is_native (job->file) ? job->file : NULL, matchum_workspace_baseline_get_id (known),
                     text);
  return TRUE;
}

static void
paste_closed_cb (MatchumWindow *self)
{
  if (self->workspace != NULL)
    next_job (self);
}

/* Several postings in one file are shown before they are added. FALSE: the next file waits until that is done. */
static gboolean
take_posting (MatchumWindow *self, Job *job)
{
  g_autoptr (GError) error = NULL;
  MatchumSource *source = job->loaded->source;
  g_autoptr (MatchumPosting) posting = NULL;
  MatchumWorkspacePosting *known = find_posting_with (self, matchum_source_get_text (source));

  if (known != NULL)
    {
      matchum_workspace_set_current (self->workspace, known);
      return TRUE;
    }
  if (job->loaded->n_postings > 1)
    {
      MatchumPasteDialog *dialog =
          present_paste_dialog (self, matchum_source_get_text (source), matchum_source_get_name (source));

      matchum_window_add_remarks (self, job->loaded->source, job->loaded->notes);
      g_signal_connect_object (dialog, "destroy", G_CALLBACK (paste_closed_cb), self, G_CONNECT_SWAPPED);
      return FALSE;
    }
  posting = matchum_posting_reader_read (source, &error);
  if (posting == NULL)
    {
      add_problem (self, error->message);
      return TRUE;
    }
  matchum_window_add_remarks (self, job->loaded->source, job->loaded->notes);
  matchum_workspace_add_posting (self->workspace, posting, NULL, NULL);
  matchum_library_flush (matchum_workspace_get_library (self->workspace));
  return TRUE;
}

static void
place_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MatchumWindow *self = MATCHUM_WINDOW (source);
  g_autoptr (Job) job = user_data;
  g_autofree char *answer = matchum_compat_ask_finish (result);

  if (self->workspace == NULL)
    return;
  if (g_strcmp0 (answer, "resume") == 0 || g_strcmp0 (answer, "update") == 0)
    take_resume (self, job, g_str_equal (answer, "update"));
  else if (g_strcmp0 (answer, "posting") == 0 && !take_posting (self, job))
    return;
  next_job (self);
}

/* Takes job. */
static void
ask_for_place (MatchumWindow *self, Job *job)
{
  const MatchumCompatAnswer answers[] = {
    { "posting", _ ("_Add as Posting"), FALSE },
    { "resume", _ ("_Open as Resume"), TRUE },
    { NULL, NULL, FALSE },
  };
  g_autofree char *name = g_file_get_basename (job->file);
  /* Translators: %s is a file name. */
  g_autofree char *body =
      g_strdup_printf (_ ("The headings of “%s” do not tell whether it is a resume or a posting."), name);

  matchum_compat_ask (GTK_WINDOW (self), _ ("Resume or Posting?"), body, answers, place_answered_cb, job);
}

/* Whether a text is likely to be a later one of a baseline: in the same language and of the same name. */
static gboolean
is_same_person (MatchumSource *source, MatchumWorkspaceBaseline *baseline)
{
  const MatchumBaselineRecord *record = matchum_workspace_baseline_get_record (baseline);
  MatchumResume *open = matchum_workspace_baseline_get_resume (baseline);
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (source, NULL);
  MatchumLanguageTally tally = { 0 };

  matchum_language_tally_add (&tally, matchum_source_get_text (source));
  return resume != NULL && open != NULL
         && g_strcmp0 (matchum_resume_get_name (resume), matchum_resume_get_name (open)) == 0
         && g_strcmp0 (record->language, matchum_language_tally_guess (&tally)) == 0;
}

/* Takes job. */
static void
ask_for_resume (MatchumWindow *self, Job *job)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);
  gboolean is_same = is_same_person (job->loaded->source, baseline);
  const MatchumCompatAnswer answers[] = {
    { "posting", _ ("_Add as Posting"), FALSE },
    { "resume", _ ("Add as _Another Resume"), !is_same },
    { "update", _ ("_Update the Open Resume"), is_same },
    { NULL, NULL, FALSE },
  };
  g_autofree char *name = g_file_get_basename (job->file);
  /* Translators: the first %s is a file name, the second the name of a resume. */
  g_autofree char *body = g_strdup_printf (_ ("“%s” reads like a resume, and “%s” is open. Updating it keeps what is "
                                              "hidden and pinned for each posting; it can be undone."),
                                           name, matchum_workspace_baseline_get_name (baseline));

  matchum_compat_ask (GTK_WINDOW (self), _ ("Open Another Resume?"), body,
                      job->place == PLACE_RESUME ? answers + 1 : answers, place_answered_cb, job);
}

/* What a text is, by where it was put, by its format or by its headings. */
static MatchumDocumentKind
find_kind (MatchumWindow *self, Job *job)
{
  gboolean has_resume = matchum_workspace_get_resume (self->workspace) != NULL;
  MatchumDocumentKind kind;

  if (job->place == PLACE_RESUME)
    return MATCHUM_DOCUMENT_RESUME;
  if (job->place == PLACE_POSTING)
    return MATCHUM_DOCUMENT_POSTING;
  if (job->loaded->kind != MATCHUM_DOCUMENT_UNKNOWN)
    return job->loaded->kind;
  kind = matchum_document_kind_guess (job->loaded->source);
  if (kind == MATCHUM_DOCUMENT_UNKNOWN && job->place == PLACE_BY_ORDER && !has_resume)
    return MATCHUM_DOCUMENT_RESUME;
  if (kind == MATCHUM_DOCUMENT_UNKNOWN && has_resume)
    return MATCHUM_DOCUMENT_POSTING;
  return kind;
}

/* Decides where a text that was loaded belongs; takes job. */
static void
place (MatchumWindow *self, Job *taken)
{
  g_autoptr (Job) job = taken;
  MatchumDocumentKind kind = find_kind (self, job);

  if (kind == MATCHUM_DOCUMENT_RESUME && open_known_resume (self, job))
    {
      next_job (self);
      return;
    }
  if (kind == MATCHUM_DOCUMENT_UNKNOWN)
    {
      ask_for_place (self, g_steal_pointer (&job));
      return;
    }
  if (kind == MATCHUM_DOCUMENT_RESUME && matchum_workspace_get_baseline (self->workspace) != NULL)
    {
      ask_for_resume (self, g_steal_pointer (&job));
      return;
    }
  if (kind == MATCHUM_DOCUMENT_RESUME)
    take_resume (self, job, FALSE);
  else if (!take_posting (self, job))
    return;
  next_job (self);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MatchumWindow *self = MATCHUM_WINDOW (object);
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  job->loaded = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->loaded != NULL)
    g_ptr_array_add (self->originals, g_object_ref (job->file));
  if (self->workspace == NULL)
    return;
  if (job->loaded == NULL)
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

void
matchum_window_add_posting (MatchumWindow *self, const char *text)
{
  present_paste_dialog (self, text, NULL);
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

static void
read_plain_clipboard (MatchumWindow *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable, clipboard_read_cb,
                                 g_object_ref (self));
}

/* What was copied from a page is taken with its headings and lists, where that can be read. */
static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumWindow) self = user_data;
  gssize n_bytes = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MatchumSource) page = NULL;

  if (self->workspace == NULL)
    return;
  if (n_bytes > 0 && n_bytes <= MATCHUM_SOURCE_MAX_BYTES)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  if (bytes != NULL)
    page = matchum_html_text_convert (_ ("the clipboard"), bytes, NULL);
  if (page != NULL && has_words (matchum_source_get_text (page)))
    matchum_window_add_posting (self, matchum_source_get_text (page));
  else
    read_plain_clipboard (self);
}

static void
page_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumWindow) self = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) page = NULL;

  if (self->workspace == NULL)
    return;
  page = g_memory_output_stream_new_resizable ();
  if (stream != NULL)
    g_output_stream_splice_async (page, stream,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, self->cancellable, page_read_cb, g_object_ref (self));
  else
    read_plain_clipboard (self);
}

void
matchum_window_paste (MatchumWindow *self)
{
  const char *types[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, self->cancellable, page_opened_cb,
                              g_object_ref (self));
  else
    read_plain_clipboard (self);
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

/* Templates */

void
matchum_window_create_resume (MatchumWindow *self)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_FOLDER "templates/resume-%s.md", matchum_examples_get_language ());
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *markdown = NULL;

  g_return_if_fail (bytes != NULL);

  markdown = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  matchum_workspace_add_baseline (self->workspace, NULL, markdown);
  matchum_library_flush (matchum_workspace_get_library (self->workspace));
  matchum_window_edit_source (self);
}

void
matchum_window_read_again (MatchumWindow *self)
{
  if (self->resume_file != NULL)
    load_async (self, self->resume_file, reloaded_cb, GINT_TO_POINTER (TRUE));
}

void
matchum_window_note_read (MatchumWindow *self, const char *text)
{
  char *copy = g_strdup (text);

  g_free (self->watched_text);
  self->watched_text = copy;
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
  watch_resume_file (self, NULL, NULL, NULL);
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
