/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what it read of applications and of sent copies, and reads again what the library says has changed. */
#include "config.h"

#include "ui/matchum-usage-survey.h"

#include <string.h>

#include "matchum-sent-text.h"
#include "store/matchum-application-choices.h"
#include "tailor/matchum-tailored-resume.h"

/* After a change, so that it need not be done for each of many that follow one another. */
#define REFRESH_MS 120

/* An application of the library. */
typedef struct {
  MatchumApplicationRecord *record;
  MatchumApplication *choices;
  MatchumApplication *shown;  /* choices that are ahead of the library, or NULL */
  MatchumApplication *worded; /* the choices that tailored was made of, and its baseline; NULL: none was made */
  MatchumResume *baseline;
  MatchumResume *tailored; /* NULL where the choices have no words of their own */
} Application;

/* Something that was sent. */
typedef struct {
  MatchumSentCopyRecord *record; /* without its files */
  gboolean is_read;
  MatchumResume *resume; /* NULL: it is not read yet, or cannot be */
  MatchumSentBlocks *blocks;
  MatchumResume *baseline; /* what blocks were found for */
  MatchumResume *tailored; /* or NULL */
  MatchumResume *wanted;   /* what they are to be found for besides the baseline, or NULL */
  gboolean is_listed;
} Copy;

struct _MatchumUsageSurvey {
  GObject parent_instance;

  MatchumWorkspace *workspace;
  GHashTable *applications; /* ids to Application; NULL: to be read */
  GHashTable *copies;       /* ids to Copy; kept: what was sent never changes */
  GPtrArray *listed;        /* of MatchumSentCopyRecord, the latest first; NULL: to be read */

  MatchumWorkspaceBaseline *baseline;
  MatchumUsageTable *table;
  GPtrArray *postings; /* of MatchumUsagePosting */
  GPtrArray *wanted;   /* of char *: ids of the copies in the table, in its order */

  guint refresh_id;
  gboolean is_reading;
  GCancellable *cancellable;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumUsageSurvey, matchum_usage_survey, G_TYPE_OBJECT)

static void
forget_tailored (Application *application)
{
  g_clear_pointer (&application->worded, matchum_application_unref);
  g_clear_pointer (&application->baseline, matchum_resume_unref);
  g_clear_pointer (&application->tailored, matchum_resume_unref);
}

static void
free_application (gpointer data)
{
  Application *application = data;

  matchum_application_record_free (application->record);
  matchum_application_unref (application->choices);
  g_clear_pointer (&application->shown, matchum_application_unref);
  forget_tailored (application);
  g_free (application);
}

static void
free_copy (gpointer data)
{
  Copy *copy = data;

  matchum_sent_copy_record_free (copy->record);
  g_clear_pointer (&copy->resume, matchum_resume_unref);
  g_clear_pointer (&copy->blocks, matchum_sent_blocks_unref);
  g_clear_pointer (&copy->baseline, matchum_resume_unref);
  g_clear_pointer (&copy->tailored, matchum_resume_unref);
  g_clear_pointer (&copy->wanted, matchum_resume_unref);
  g_free (copy);
}

static void
free_usage_copy (gpointer data)
{
  MatchumUsageCopy *copy = data;

  g_free (copy->sent_on);
  g_free (copy);
}

static void
free_posting (gpointer data)
{
  MatchumUsagePosting *posting = data;

  g_free (posting->posting);
  g_clear_object (&posting->of);
  g_free (posting->company);
  g_free (posting->title);
  g_ptr_array_unref (posting->copies);
  g_free (posting);
}

static MatchumDatabase *
get_database (MatchumUsageSurvey *self)
{
  return matchum_library_get_database (matchum_workspace_get_library (self->workspace));
}

const char *
matchum_usage_posting_get_company (const MatchumUsagePosting *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->of != NULL ? matchum_workspace_posting_get_company (self->of) : self->company;
}

const char *
matchum_usage_posting_get_title (const MatchumUsagePosting *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->of != NULL ? matchum_workspace_posting_get_title (self->of) : self->title;
}

/* What the library has --------------------------------------------------------------------------------------------- */

/* Takes record. */
static void
keep_application (MatchumUsageSurvey *self, MatchumApplicationRecord *record)
{
  Application *application = g_new0 (Application, 1);

  application->record = record;
  application->choices = matchum_application_record_get_application (record);
  g_hash_table_replace (self->applications, record->id, application);
}

static void
ensure_applications (MatchumUsageSurvey *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (self->applications != NULL)
    return;
  self->applications = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_application);
  records = matchum_application_table_list (get_database (self), NULL, &error);
  if (records == NULL)
    g_warning ("The applications could not be read: %s", error->message);
  for (guint i = 0; records != NULL && i < records->len; i++)
    keep_application (self, matchum_application_record_copy (records->pdata[i]));
}

static void
reread_application (MatchumUsageSurvey *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  MatchumApplicationRecord *record = matchum_application_table_find (get_database (self), id, &error);

  if (record != NULL)
    keep_application (self, record);
  else if (error == NULL)
    g_hash_table_remove (self->applications, id);
  else
    g_warning ("An application could not be read: %s", error->message);
}

static void
ensure_listed (MatchumUsageSurvey *self)
{
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer value;

  if (self->listed != NULL)
    return;
  self->listed = matchum_sent_copy_table_list (get_database (self), &error);
  if (self->listed == NULL)
    {
      g_warning ("What was sent could not be listed: %s", error->message);
      self->listed = g_ptr_array_new ();
    }
  g_hash_table_iter_init (&iter, self->copies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Copy *) value)->is_listed = FALSE;
  for (guint i = 0; i < self->listed->len; i++)
    {
      const MatchumSentCopyRecord *record = self->listed->pdata[i];
      Copy *copy = g_hash_table_lookup (self->copies, record->id);

      if (copy == NULL)
        {
          copy = g_new0 (Copy, 1);
          copy->record = matchum_sent_copy_record_copy (record);
          g_hash_table_insert (self->copies, copy->record->id, copy);
        }
      copy->is_listed = TRUE;
    }
  /* One that was deleted for good is not to be kept here either. */
  g_hash_table_iter_init (&iter, self->copies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!((Copy *) value)->is_listed)
      g_hash_table_iter_remove (&iter);
}

/* Columns ---------------------------------------------------------------------------------------------------------- */

/* What the columns are made of, while they are. */
typedef struct {
  MatchumResume *resume;
  GHashTable *applications; /* ids of postings to Application, of the baseline */
  GHashTable *copies;       /* ids of postings to GPtrArray of Copy, the latest first */
  GArray *columns;          /* of MatchumUsageColumn, whose arrays it owns */
} Making;

static GHashTable *
group_applications (MatchumUsageSurvey *self)
{
  const char *baseline = matchum_workspace_baseline_get_id (self->baseline);
  GHashTable *applications = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->applications);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Application *application = value;

      g_clear_pointer (&application->shown, matchum_application_unref);
      if (g_str_equal (application->record->baseline, baseline))
        g_hash_table_insert (applications, application->record->posting, application);
    }
  return applications;
}

/* What is open may be ahead of the library. */
static void
show_current (MatchumUsageSurvey *self, GHashTable *applications)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  Application *application =
      current != NULL ? g_hash_table_lookup (applications, matchum_workspace_posting_get_id (current)) : NULL;
  MatchumApplication *shown = matchum_workspace_get_application (self->workspace);

  if (application != NULL && shown != NULL && matchum_workspace_get_baseline (self->workspace) == self->baseline)
    application->shown = matchum_application_ref (shown);
}

/* The posting of a copy, or the copy itself where nobody knows for what it was sent. */
static const char *
get_group (const Copy *copy)
{
  return copy->record->posting != NULL ? copy->record->posting : copy->record->id;
}

static GHashTable *
group_copies (MatchumUsageSurvey *self, GHashTable *applications)
{
  const char *baseline = matchum_workspace_baseline_get_id (self->baseline);
  GHashTable *copies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->listed->len; i++)
    {
      const MatchumSentCopyRecord *record = self->listed->pdata[i];
      Copy *copy = g_hash_table_lookup (self->copies, record->id);
      const char *group = get_group (copy);
      GPtrArray *grouped = g_hash_table_lookup (copies, group);

      if (g_strcmp0 (record->baseline, baseline) != 0
          && (record->baseline != NULL || !g_hash_table_contains (applications, group)))
        continue;
      if (grouped == NULL)
        {
          grouped = g_ptr_array_new ();
          g_hash_table_insert (copies, (gpointer) group, grouped);
        }
      g_ptr_array_add (grouped, copy);
    }
  return copies;
}

static MatchumApplication *
get_choices (const Application *application)
{
  return application->shown != NULL ? application->shown : application->choices;
}

static gboolean
has_words (MatchumApplication *choices)
{
  g_autoptr (GPtrArray) worded = matchum_application_dup_worded (choices);

  return worded->len > 0 || matchum_application_get_title_line (choices) != NULL;
}

/* The resume in the words of the application, or NULL where it has none of its own. */
static MatchumResume *
get_tailored (Application *application, MatchumResume *baseline)
{
  MatchumApplication *choices = get_choices (application);

  if (application->worded != NULL && application->baseline == baseline
      && matchum_application_has_same_words (application->worded, choices))
    return application->tailored;
  forget_tailored (application);
  application->worded = matchum_application_ref (choices);
  application->baseline = matchum_resume_ref (baseline);
  if (has_words (choices))
    application->tailored = matchum_tailored_resume_new (baseline, choices);
  return application->tailored;
}

static gboolean
is_found (const Copy *copy, MatchumResume *baseline)
{
  return copy->blocks != NULL && copy->baseline == baseline && copy->tailored == copy->wanted;
}

static gboolean
is_pending (const Copy *copy, MatchumResume *baseline)
{
  return !copy->is_read || (copy->resume != NULL && !is_found (copy, baseline));
}

static void
unref_sent (gpointer sent)
{
  if (sent != NULL)
    matchum_sent_blocks_unref (sent);
}

static void
add_copies (MatchumUsageSurvey *self,
            Making *making,
            MatchumUsageColumn *column,
            MatchumUsagePosting *posting,
            GPtrArray *copies,
            MatchumResume *tailored)
{
  column->sent = g_ptr_array_new_with_free_func (unref_sent);
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    {
      Copy *copy = copies->pdata[i];
      MatchumUsageCopy *told = g_new0 (MatchumUsageCopy, 1);

      g_clear_pointer (&copy->wanted, matchum_resume_unref);
      copy->wanted = tailored != NULL ? matchum_resume_ref (tailored) : NULL;
      told->sent_on = g_strdup (copy->record->sent_on);
      told->is_read = !is_pending (copy, making->resume);
      g_ptr_array_add (posting->copies, told);
      g_ptr_array_add (column->sent, is_found (copy, making->resume) ? matchum_sent_blocks_ref (copy->blocks) : NULL);
      g_ptr_array_add (self->wanted, g_strdup (copy->record->id));
    }
}

/* Takes posting. */
static void
add_column (MatchumUsageSurvey *self,
            Making *making,
            MatchumUsagePosting *posting,
            Application *application,
            GPtrArray *copies)
{
  MatchumUsageColumn column = { application != NULL ? get_choices (application) : NULL, NULL };
  /* Words of its own count only where they are held against something that was sent. */
  MatchumResume *tailored = application != NULL && copies != NULL ? get_tailored (application, making->resume) : NULL;

  posting->has_application = application != NULL;
  posting->copies = g_ptr_array_new_with_free_func (free_usage_copy);
  add_copies (self, making, &column, posting, copies, tailored);
  g_array_append_val (making->columns, column);
  g_ptr_array_add (self->postings, posting);
}

static void
add_posting (MatchumUsageSurvey *self, Making *making, MatchumWorkspacePosting *of)
{
  const char *id = matchum_workspace_posting_get_id (of);
  Application *application = g_hash_table_lookup (making->applications, id);
  GPtrArray *copies = g_hash_table_lookup (making->copies, id);
  MatchumUsagePosting *posting;

  if (application == NULL && copies == NULL)
    return;
  posting = g_new0 (MatchumUsagePosting, 1);
  posting->posting = g_strdup (id);
  posting->of = g_object_ref (of);
  posting->is_archived = matchum_workspace_posting_is_archived (of);
  add_column (self, making, posting, application, copies);
  g_hash_table_remove (making->copies, id);
}

static void
add_gone (MatchumUsageSurvey *self, Making *making, const Copy *latest)
{
  const char *group = get_group (latest);
  GPtrArray *copies = g_hash_table_lookup (making->copies, group);
  MatchumUsagePosting *posting;

  if (copies == NULL)
    return;
  posting = g_new0 (MatchumUsagePosting, 1);
  posting->posting = g_strdup (group);
  posting->company = g_strdup (latest->record->company);
  posting->title = g_strdup (latest->record->title);
  add_column (self, making, posting, NULL, copies);
  g_hash_table_remove (making->copies, group);
}

static void
clear_column (gpointer data)
{
  g_clear_pointer (&((MatchumUsageColumn *) data)->sent, g_ptr_array_unref);
}

static void
make_columns (MatchumUsageSurvey *self, Making *making)
{
  GListModel *postings = matchum_workspace_get_postings (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (postings); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (postings, i);

      add_posting (self, making, posting);
    }
  for (guint i = 0; i < self->listed->len; i++)
    {
      const MatchumSentCopyRecord *record = self->listed->pdata[i];

      add_gone (self, making, g_hash_table_lookup (self->copies, record->id));
    }
}

static void
make_table (MatchumUsageSurvey *self, MatchumResume *resume)
{
  g_autoptr (GHashTable) applications = group_applications (self);
  g_autoptr (GHashTable) copies = group_copies (self, applications);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (MatchumUsageColumn));
  Making making = { resume, applications, copies, columns };

  g_array_set_clear_func (columns, clear_column);
  show_current (self, applications);
  make_columns (self, &making);
  self->table = matchum_usage_table_new (resume, (const MatchumUsageColumn *) (gpointer) columns->data, columns->len);
}

/* Reading what was sent -------------------------------------------------------------------------------------------- */

/* One copy, on its way to another thread and back. */
typedef struct {
  GWeakRef survey;
  char *id;
  MatchumSentCopyRecord *record; /* with its files, to be read; or NULL */
  MatchumResume *resume;
  MatchumResume *baseline;
  MatchumResume *tailored; /* or NULL */
  MatchumSentBlocks *blocks;
} Work;

static void
free_work (Work *work)
{
  g_weak_ref_clear (&work->survey);
  g_free (work->id);
  g_clear_pointer (&work->record, matchum_sent_copy_record_free);
  g_clear_pointer (&work->resume, matchum_resume_unref);
  g_clear_pointer (&work->baseline, matchum_resume_unref);
  g_clear_pointer (&work->tailored, matchum_resume_unref);
  g_clear_pointer (&work->blocks, matchum_sent_blocks_unref);
  g_free (work);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  if (work->record != NULL)
    work->resume = matchum_sent_text_read (work->record, NULL, cancellable, NULL);
  if (work->resume != NULL && !g_cancellable_is_cancelled (cancellable))
    work->blocks = matchum_sent_blocks_new (work->baseline, work->tailored, work->resume);
  g_task_return_boolean (task, TRUE);
}

static void
take_work (Copy *copy, Work *work)
{
  copy->is_read = TRUE;
  g_clear_pointer (&copy->resume, matchum_resume_unref);
  g_clear_pointer (&copy->blocks, matchum_sent_blocks_unref);
  g_clear_pointer (&copy->baseline, matchum_resume_unref);
  g_clear_pointer (&copy->tailored, matchum_resume_unref);
  copy->resume = g_steal_pointer (&work->resume);
  copy->blocks = g_steal_pointer (&work->blocks);
  copy->baseline = g_steal_pointer (&work->baseline);
  copy->tailored = g_steal_pointer (&work->tailored);
}

static void read_next (MatchumUsageSurvey *self);
static void schedule_refresh (MatchumUsageSurvey *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (MatchumUsageSurvey) self = g_weak_ref_get (&work->survey);
  Copy *copy;

  if (self == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->is_reading = FALSE;
  copy = g_hash_table_lookup (self->copies, work->id);
  if (copy != NULL)
    take_work (copy, work);
  schedule_refresh (self);
  read_next (self);
}

static Copy *
find_pending (MatchumUsageSurvey *self, MatchumResume *resume)
{
  for (guint i = 0; i < self->wanted->len; i++)
    {
      Copy *copy = g_hash_table_lookup (self->copies, self->wanted->pdata[i]);

      if (copy != NULL && is_pending (copy, resume))
        return copy;
    }
  return NULL;
}

static void
read_copy (MatchumUsageSurvey *self, Copy *copy, MatchumResume *resume)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, read_cb, NULL);
  Work *work = g_new0 (Work, 1);

  g_weak_ref_init (&work->survey, self);
  work->id = g_strdup (copy->record->id);
  /* One that cannot be found, or is damaged, is read as nothing. */
  work->record =
      copy->resume == NULL ? matchum_sent_copy_table_find (get_database (self), copy->record->id, NULL) : NULL;
  work->resume = copy->resume != NULL ? matchum_resume_ref (copy->resume) : NULL;
  work->baseline = matchum_resume_ref (resume);
  work->tailored = copy->wanted != NULL ? matchum_resume_ref (copy->wanted) : NULL;
  g_task_set_source_tag (task, read_copy);
  g_task_set_task_data (task, work, (GDestroyNotify) free_work);
  g_task_run_in_thread (task, read_thread);
}

static void
read_next (MatchumUsageSurvey *self)
{
  MatchumResume *resume = self->table != NULL ? matchum_usage_table_get_resume (self->table) : NULL;
  Copy *copy = resume != NULL && !self->is_reading ? find_pending (self, resume) : NULL;

  if (copy == NULL)
    return;
  self->is_reading = TRUE;
  read_copy (self, copy, resume);
}

/* Following -------------------------------------------------------------------------------------------------------- */

static void
refresh (MatchumUsageSurvey *self)
{
  MatchumResume *resume;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_set_object (&self->baseline, matchum_workspace_get_baseline (self->workspace));
  g_clear_pointer (&self->table, matchum_usage_table_unref);
  g_ptr_array_set_size (self->postings, 0);
  g_ptr_array_set_size (self->wanted, 0);
  ensure_applications (self);
  ensure_listed (self);
  resume = self->baseline != NULL ? matchum_workspace_baseline_get_resume (self->baseline) : NULL;
  if (resume != NULL)
    make_table (self, resume);
  g_signal_emit (self, signals[CHANGED], 0);
  read_next (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  MatchumUsageSurvey *self = user_data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_refresh (MatchumUsageSurvey *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
library_changed_cb (MatchumUsageSurvey *self, MatchumChanges *changes)
{
  g_auto (GStrv) ids = matchum_changes_dup_applications (changes);

  g_assert (MATCHUM_IS_USAGE_SURVEY (self));

  if (matchum_changes_is_everything (changes))
    g_clear_pointer (&self->applications, g_hash_table_unref);
  for (guint i = 0; self->applications != NULL && ids[i] != NULL; i++)
    reread_application (self, ids[i]);
  if (matchum_changes_is_everything (changes) || matchum_changes_has_table (changes, "sent_copies"))
    g_clear_pointer (&self->listed, g_ptr_array_unref);
  schedule_refresh (self);
}

static void
connect_signals (MatchumUsageSurvey *self)
{
  static const char *const names[] = { "opened", "rewritten", "changed" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_object (self->workspace, names[i], G_CALLBACK (schedule_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (matchum_workspace_get_library (self->workspace), "changed", G_CALLBACK (library_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/* Object ----------------------------------------------------------------------------------------------------------- */

static void
matchum_usage_survey_dispose (GObject *object)
{
  MatchumUsageSurvey *self = MATCHUM_USAGE_SURVEY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->table, matchum_usage_table_unref);
  g_clear_pointer (&self->applications, g_hash_table_unref);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_object (&self->baseline);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (matchum_usage_survey_parent_class)->dispose (object);
}

static void
matchum_usage_survey_finalize (GObject *object)
{
  MatchumUsageSurvey *self = MATCHUM_USAGE_SURVEY (object);

  g_hash_table_unref (self->copies);
  g_ptr_array_unref (self->postings);
  g_ptr_array_unref (self->wanted);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (matchum_usage_survey_parent_class)->finalize (object);
}

static void
matchum_usage_survey_class_init (MatchumUsageSurveyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = matchum_usage_survey_dispose;
  object_class->finalize = matchum_usage_survey_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_usage_survey_init (MatchumUsageSurvey *self)
{
  self->copies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_copy);
  self->postings = g_ptr_array_new_with_free_func (free_posting);
  self->wanted = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
}

MatchumUsageSurvey *
matchum_usage_survey_new (MatchumWorkspace *workspace)
{
  MatchumUsageSurvey *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (MATCHUM_TYPE_USAGE_SURVEY, NULL);
  self->workspace = g_object_ref (workspace);
  connect_signals (self);
  refresh (self);
  return self;
}

MatchumWorkspace *
matchum_usage_survey_get_workspace (MatchumUsageSurvey *self)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_SURVEY (self), NULL);

  return self->workspace;
}

MatchumWorkspaceBaseline *
matchum_usage_survey_get_baseline (MatchumUsageSurvey *self)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_SURVEY (self), NULL);

  return self->baseline;
}

MatchumUsageTable *
matchum_usage_survey_get_table (MatchumUsageSurvey *self)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_SURVEY (self), NULL);

  return self->table;
}

guint
matchum_usage_survey_get_n_postings (MatchumUsageSurvey *self)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_SURVEY (self), 0);

  return self->postings->len;
}

const MatchumUsagePosting *
matchum_usage_survey_get_posting (MatchumUsageSurvey *self, guint column)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_SURVEY (self) && column < self->postings->len, NULL);

  return self->postings->pdata[column];
}

gboolean
matchum_usage_survey_is_reading (MatchumUsageSurvey *self)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_SURVEY (self), FALSE);

  return self->is_reading || self->refresh_id != 0
         || (self->table != NULL && find_pending (self, matchum_usage_table_get_resume (self->table)));
}
