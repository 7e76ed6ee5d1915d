/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters postings by name and by whether they are archived. Names are folded once, when first searched. */
#include "config.h"

#include "ui/matchum-posting-filter.h"

#include <string.h>

#include "text/matchum-folded-text.h"

/* So long names are read at a time while the window waits, in microseconds. */
#define SLICE_US 4000

/* One posting of the model. */
typedef struct {
  MatchumPostingFilter *filter;
  MatchumWorkspacePosting *posting;
  gulong handler;
  char *folded; /* company and title; NULL until searched */
} Watch;

struct _MatchumPostingFilter {
  GtkFilter parent_instance;

  GListModel *postings;
  GPtrArray *watches;     /* of Watch, as the postings stand in the model */
  GHashTable *by_posting; /* MatchumWorkspacePosting to Watch */
  char **words;           /* folded; NULL for no search */
  gboolean shows_archived;
  guint prepare_id;
};

G_DEFINE_FINAL_TYPE (MatchumPostingFilter, matchum_posting_filter, GTK_TYPE_FILTER)

static void
notify_cb (Watch *watch, GParamSpec *pspec)
{
  gboolean is_name = !g_str_equal (pspec->name, "is-archived");

  if (is_name)
    g_clear_pointer (&watch->folded, g_free);
  if (is_name ? watch->filter->words != NULL : !watch->filter->shows_archived)
    gtk_filter_changed (GTK_FILTER (watch->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
free_watch (gpointer data)
{
  Watch *watch = data;

  if (g_hash_table_lookup (watch->filter->by_posting, watch->posting) == watch)
    g_hash_table_remove (watch->filter->by_posting, watch->posting);
  g_signal_handler_disconnect (watch->posting, watch->handler);
  g_object_unref (watch->posting);
  g_free (watch->folded);
  g_free (watch);
}

/* Takes posting. */
static Watch *
create_watch (MatchumPostingFilter *self, MatchumWorkspacePosting *posting)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->filter = self;
  watch->posting = posting;
  watch->handler = g_signal_connect_swapped (posting, "notify", G_CALLBACK (notify_cb), watch);
  g_hash_table_insert (self->by_posting, posting, watch);
  return watch;
}

static void
items_changed_cb (MatchumPostingFilter *self, guint position, guint removed, guint added)
{
  g_assert (MATCHUM_IS_POSTING_FILTER (self));

  if (removed > 0)
    g_ptr_array_remove_range (self->watches, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->watches, (int) (position + i),
                        create_watch (self, g_list_model_get_item (self->postings, position + i)));
}

static const char *
get_folded (Watch *watch)
{
  const char *title;
  g_autofree char *names = NULL;

  if (watch->folded != NULL)
    return watch->folded;
  title = matchum_workspace_posting_get_title (watch->posting);
  names = g_strconcat (matchum_workspace_posting_get_company (watch->posting), "\n", title, NULL);
  watch->folded = matchum_fold (names, -1);
  return watch->folded;
}

static gboolean
matchum_posting_filter_match (GtkFilter *filter, gpointer item)
{
  MatchumPostingFilter *self = MATCHUM_POSTING_FILTER (filter);
  Watch *watch;

  if (!self->shows_archived && matchum_workspace_posting_is_archived (item))
    return FALSE;
  if (self->words == NULL)
    return TRUE;

  watch = g_hash_table_lookup (self->by_posting, item);
  if (watch == NULL)
    return FALSE;
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (get_folded (watch), self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static GtkFilterMatch
matchum_posting_filter_get_strictness (GtkFilter *filter)
{
  MatchumPostingFilter *self = MATCHUM_POSTING_FILTER (filter);

  return self->shows_archived && self->words == NULL ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static gboolean
prepare_cb (gpointer user_data)
{
  MatchumPostingFilter *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE_US;

  for (guint i = 0; i < self->watches->len; i++)
    {
      get_folded (self->watches->pdata[i]);
      if (g_get_monotonic_time () > end)
        return G_SOURCE_CONTINUE;
    }
  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static void
matchum_posting_filter_dispose (GObject *object)
{
  MatchumPostingFilter *self = MATCHUM_POSTING_FILTER (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_ptr_array_set_size (self->watches, 0);
  g_clear_object (&self->postings);

  G_OBJECT_CLASS (matchum_posting_filter_parent_class)->dispose (object);
}

static void
matchum_posting_filter_finalize (GObject *object)
{
  MatchumPostingFilter *self = MATCHUM_POSTING_FILTER (object);

  g_ptr_array_unref (self->watches);
  g_hash_table_unref (self->by_posting);
  g_strfreev (self->words);

  G_OBJECT_CLASS (matchum_posting_filter_parent_class)->finalize (object);
}

static void
matchum_posting_filter_class_init (MatchumPostingFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  object_class->dispose = matchum_posting_filter_dispose;
  object_class->finalize = matchum_posting_filter_finalize;
  filter_class->match = matchum_posting_filter_match;
  filter_class->get_strictness = matchum_posting_filter_get_strictness;
}

static void
matchum_posting_filter_init (MatchumPostingFilter *self)
{
  self->watches = g_ptr_array_new_with_free_func (free_watch);
  self->by_posting = g_hash_table_new (NULL, NULL);
}

MatchumPostingFilter *
matchum_posting_filter_new (GListModel *postings)
{
  MatchumPostingFilter *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (postings), NULL);

  self = g_object_new (MATCHUM_TYPE_POSTING_FILTER, NULL);
  self->postings = g_object_ref (postings);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (postings));
  g_signal_connect_object (postings, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* The words of a search, folded; NULL where there are none. */
static char **
split_words (const char *search)
{
  g_autofree char *folded = search != NULL ? matchum_fold (search, -1) : NULL;
  g_auto (GStrv) parts = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean has_words = FALSE;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (builder, parts[i]);
        has_words = TRUE;
      }
  return has_words ? g_strv_builder_end (builder) : NULL;
}

void
matchum_posting_filter_set_search (MatchumPostingFilter *self, const char *search)
{
  char **words;

  g_return_if_fail (MATCHUM_IS_POSTING_FILTER (self));

  words = split_words (search);
  if (words == self->words
      || (words != NULL && self->words != NULL
          && g_strv_equal ((const char *const *) words, (const char *const *) self->words)))
    {
      g_strfreev (words);
      return;
    }
  g_strfreev (self->words);
  self->words = words;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
matchum_posting_filter_prepare_search (MatchumPostingFilter *self)
{
  g_return_if_fail (MATCHUM_IS_POSTING_FILTER (self));

  if (self->prepare_id == 0)
    self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

gboolean
matchum_posting_filter_has_search (MatchumPostingFilter *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_FILTER (self), FALSE);

  return self->words != NULL;
}

void
matchum_posting_filter_set_shows_archived (MatchumPostingFilter *self, gboolean shows_archived)
{
  g_return_if_fail (MATCHUM_IS_POSTING_FILTER (self));

  shows_archived = !!shows_archived;
  if (shows_archived == self->shows_archived)
    return;

  self->shows_archived = shows_archived;
  gtk_filter_changed (GTK_FILTER (self),
                      shows_archived ? GTK_FILTER_CHANGE_LESS_STRICT : GTK_FILTER_CHANGE_MORE_STRICT);
}
