/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for words off the main thread: to make a large text comparable takes a while. */
#include "config.h"

#include "ui/matchum-source-search.h"

#include <string.h>

#include "ui/matchum-text-finder.h"

struct _MatchumSourceSearch {
  GObject parent_instance;

  MatchumSourceView *view;
  char *words;               /* never NULL */
  MatchumTextFinder *finder; /* of the text as it is, or NULL */
  GArray *hits;              /* of MatchumTextHit, or NULL where they are not known yet */
  guint selected;            /* 1-based, or 0 */
  guint anchor;              /* in characters: where looking began */
  int wanted_step;           /* to be done when places are known */
  gboolean is_selecting;     /* the first place is to be selected when places are known */
  gboolean is_looking;       /* in the thread */
  gboolean is_stale;         /* what the thread looks for is no longer wanted */
  guint version;             /* of the text */
  gboolean is_stopped;
};

typedef struct {
  MatchumTextFinder *finder; /* NULL: to be made of text */
  GBytes *text;
  guint version; /* of the text */
  char *words;
  GArray *hits;
} Job;

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumSourceSearch, matchum_source_search, G_TYPE_OBJECT)

static void look (MatchumSourceSearch *self);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->finder, matchum_text_finder_unref);
  g_clear_pointer (&job->text, g_bytes_unref);
  g_clear_pointer (&job->hits, g_array_unref);
  g_free (job->words);
  g_free (job);
}

static void
look_cb (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  if (job->finder == NULL)
    job->finder = matchum_text_finder_new (job->text);
  job->hits = matchum_text_finder_find (job->finder, job->words);
  g_task_return_boolean (task, TRUE);
}

static void
select_hit (MatchumSourceSearch *self, guint index)
{
  const MatchumTextHit *hit = &g_array_index (self->hits, MatchumTextHit, index);

  self->selected = index + 1;
  matchum_source_view_select (self->view, hit->start, hit->end);
}

/* The first place from offset on, else the first of all. */
static guint
find_hit_from (MatchumSourceSearch *self, guint offset)
{
  guint low = 0, high = self->hits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->hits, MatchumTextHit, middle).start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->hits->len ? low : 0;
}

static guint
get_cursor (MatchumSourceSearch *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return (guint) gtk_text_iter_get_offset (&start);
}

static void
select_next (MatchumSourceSearch *self, int by)
{
  guint n_hits = self->hits->len, index;

  if (n_hits == 0)
    return;
  if (self->selected > 0)
    index = (self->selected - 1 + n_hits + (guint) by) % n_hits;
  else
    {
      index = find_hit_from (self, get_cursor (self));
      if (by < 0)
        index = (index + n_hits - 1) % n_hits;
    }
  select_hit (self, index);
}

static void
show_hits (MatchumSourceSearch *self)
{
  matchum_source_view_set_hits (self->view, self->hits);
  self->selected = 0;
  if (self->is_selecting && self->hits->len > 0)
    select_hit (self, find_hit_from (self, self->anchor));
  self->is_selecting = FALSE;
  if (self->wanted_step != 0)
    select_next (self, self->wanted_step);
  self->wanted_step = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MatchumSourceSearch *self = MATCHUM_SOURCE_SEARCH (object);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->is_looking = FALSE;
  if (self->is_stopped)
    return;

  if (job->version == self->version && self->finder == NULL)
    self->finder = matchum_text_finder_ref (job->finder);
  if (self->is_stale)
    {
      look (self);
      return;
    }
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = g_array_ref (job->hits);
  show_hits (self);
}

static void
start (MatchumSourceSearch *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, NULL);
  Job *job = g_new0 (Job, 1);

  if (self->finder != NULL)
    job->finder = matchum_text_finder_ref (self->finder);
  else
    {
      char *text = matchum_source_view_dup_text (self->view);

      job->text = g_bytes_new_take (text, strlen (text));
    }
  job->version = self->version;
  job->words = g_strdup (self->words);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  self->is_looking = TRUE;
  self->is_stale = FALSE;
  g_task_run_in_thread (task, look_cb);
}

static void
look (MatchumSourceSearch *self)
{
  g_clear_pointer (&self->hits, g_array_unref);
  if (self->is_looking)
    {
      self->is_stale = TRUE;
      return;
    }
  if (*self->words != '\0')
    {
      start (self);
      return;
    }
  self->selected = 0;
  self->wanted_step = 0;
  matchum_source_view_set_hits (self->view, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
matchum_source_search_finalize (GObject *object)
{
  MatchumSourceSearch *self = MATCHUM_SOURCE_SEARCH (object);

  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->finder, matchum_text_finder_unref);
  g_clear_pointer (&self->hits, g_array_unref);

  G_OBJECT_CLASS (matchum_source_search_parent_class)->finalize (object);
}

static void
matchum_source_search_class_init (MatchumSourceSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = matchum_source_search_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_source_search_init (MatchumSourceSearch *self)
{
  self->words = g_strdup ("");
}

MatchumSourceSearch *
matchum_source_search_new (MatchumSourceView *view)
{
  MatchumSourceSearch *self;

  g_return_val_if_fail (MATCHUM_IS_SOURCE_VIEW (view), NULL);

  self = g_object_new (MATCHUM_TYPE_SOURCE_SEARCH, NULL);
  self->view = view;
  return self;
}

void
matchum_source_search_set_words (MatchumSourceSearch *self, const char *words)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_SEARCH (self));

  if (words == NULL)
    words = "";
  if (g_str_equal (self->words, words))
    return;
  if (*self->words == '\0')
    self->anchor = get_cursor (self);
  g_free (self->words);
  self->words = g_strdup (words);
  self->is_selecting = TRUE;
  look (self);
}

void
matchum_source_search_forget (MatchumSourceSearch *self)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_SEARCH (self));

  self->version++;
  self->is_stale = self->is_looking;
  self->selected = 0;
  g_clear_pointer (&self->finder, matchum_text_finder_unref);
  g_clear_pointer (&self->hits, g_array_unref);
}

void
matchum_source_search_look_again (MatchumSourceSearch *self)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_SEARCH (self));

  if (*self->words != '\0' && self->hits == NULL)
    look (self);
}

void
matchum_source_search_step (MatchumSourceSearch *self, int by)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_SEARCH (self));
  g_return_if_fail (by == 1 || by == -1);

  if (*self->words == '\0')
    return;
  if (self->hits == NULL)
    {
      self->wanted_step = by;
      if (!self->is_looking)
        look (self);
      return;
    }
  select_next (self, by);
  self->anchor = get_cursor (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
matchum_source_search_stop (MatchumSourceSearch *self)
{
  g_return_if_fail (MATCHUM_IS_SOURCE_SEARCH (self));

  self->is_stopped = TRUE;
}

gboolean
matchum_source_search_has_words (MatchumSourceSearch *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_SEARCH (self), FALSE);

  return *self->words != '\0';
}

guint
matchum_source_search_get_n_hits (MatchumSourceSearch *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_SEARCH (self), 0);

  return self->hits != NULL ? self->hits->len : 0;
}

guint
matchum_source_search_get_selected (MatchumSourceSearch *self)
{
  g_return_val_if_fail (MATCHUM_IS_SOURCE_SEARCH (self), 0);

  return self->selected;
}
