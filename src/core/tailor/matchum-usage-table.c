/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks each application what it shows, once, and adds up. */
#include "config.h"

#include "tailor/matchum-usage-table.h"

#include "resume/matchum-resume-headline.h"

typedef struct {
  gboolean is_application;
  guint8 *states;  /* of MatchumUsageState, for each block */
  GPtrArray *sent; /* of MatchumSentBlocks or NULL, the latest first */
} Column;

struct _MatchumUsageTable {
  MatchumResume *resume;
  guint n_columns;
  Column *columns;
  guint n_applications;
  guint n_readable;
  guint *n_shown; /* of each block */
  guint *n_sent;  /* the same */
};

G_DEFINE_BOXED_TYPE (MatchumUsageTable, matchum_usage_table, matchum_usage_table_ref, matchum_usage_table_unref)

static MatchumUsageState
find_state (MatchumApplication *application, MatchumVisibility *visibility, const MatchumBlock *block)
{
  MatchumUsageState state = 0;

  if (matchum_visibility_is_visible (visibility, block->index))
    state |= MATCHUM_USAGE_SHOWN;
  if (matchum_application_is_hidden (application, block->id))
    state |= MATCHUM_USAGE_HIDDEN;
  if (matchum_application_is_pinned (application, block->id))
    state |= MATCHUM_USAGE_PINNED;
  if (matchum_application_get_wording (application, block->id) != NULL)
    state |= MATCHUM_USAGE_WORDED;
  return state;
}

static void
read_states (MatchumUsageTable *self, Column *column, MatchumApplication *application)
{
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (application, self->resume);
  const guint headline = matchum_application_get_title_line (application) != NULL
                             ? matchum_resume_headline_find (self->resume)
                             : MATCHUM_BLOCK_NONE;

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      const MatchumUsageState state = find_state (application, visibility, matchum_resume_get_block (self->resume, i));

      column->states[i] = (guint8) state;
      self->n_shown[i] += (state & MATCHUM_USAGE_SHOWN) != 0;
    }
  /* A title line of its own stands in its place. */
  if (headline != MATCHUM_BLOCK_NONE)
    column->states[headline] |= MATCHUM_USAGE_WORDED;
}

static gpointer
ref_sent_cb (gconstpointer sent, gpointer user_data)
{
  return sent != NULL ? matchum_sent_blocks_ref ((gpointer) sent) : NULL;
}

static void
unref_sent (gpointer sent)
{
  if (sent != NULL)
    matchum_sent_blocks_unref (sent);
}

static gboolean
is_sent (MatchumSentWords words)
{
  return words == MATCHUM_SENT_EXACTLY || words == MATCHUM_SENT_OTHER_WORDS;
}

static MatchumSentWords
find_sent (const Column *column, guint sent, guint block)
{
  MatchumSentBlocks *blocks = sent < column->sent->len ? column->sent->pdata[sent] : NULL;

  /* One that was made of the resume as it was before an edit says nothing of this one. */
  if (blocks == NULL || block >= matchum_sent_blocks_get_size (blocks))
    return MATCHUM_SENT_UNKNOWN;
  return matchum_sent_blocks_get (blocks, block);
}

static gboolean
was_sent (const Column *column, guint block)
{
  for (guint i = 0; i < column->sent->len; i++)
    if (is_sent (find_sent (column, i, block)))
      return TRUE;
  return FALSE;
}

static gboolean
is_readable (const Column *column)
{
  for (guint i = 0; i < column->sent->len; i++)
    if (column->sent->pdata[i] != NULL)
      return TRUE;
  return FALSE;
}

static void
add_column (MatchumUsageTable *self, Column *column, const MatchumUsageColumn *given)
{
  const guint n_blocks = matchum_resume_get_n_blocks (self->resume);

  column->states = g_new0 (guint8, n_blocks + 1);
  column->sent = given->sent != NULL ? g_ptr_array_copy (given->sent, ref_sent_cb, NULL) : g_ptr_array_new ();
  g_ptr_array_set_free_func (column->sent, unref_sent);
  column->is_application = given->application != NULL;
  self->n_applications += column->is_application;
  self->n_readable += is_readable (column);
  if (column->is_application)
    read_states (self, column, given->application);
  for (guint i = 0; column->sent->len > 0 && i < n_blocks; i++)
    self->n_sent[i] += was_sent (column, i);
}

MatchumUsageTable *
matchum_usage_table_new (MatchumResume *baseline, const MatchumUsageColumn *columns, guint n_columns)
{
  MatchumUsageTable *self;
  guint n_blocks;

  g_return_val_if_fail (baseline != NULL, NULL);
  g_return_val_if_fail (columns != NULL || n_columns == 0, NULL);

  n_blocks = matchum_resume_get_n_blocks (baseline);
  self = g_atomic_rc_box_new0 (MatchumUsageTable);
  self->resume = matchum_resume_ref (baseline);
  self->n_columns = n_columns;
  self->columns = g_new0 (Column, n_columns + 1);
  self->n_shown = g_new0 (guint, n_blocks + 1);
  self->n_sent = g_new0 (guint, n_blocks + 1);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &self->columns[i], &columns[i]);
  return self;
}

MatchumUsageTable *
matchum_usage_table_ref (MatchumUsageTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MatchumUsageTable *self = data;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].states);
      g_ptr_array_unref (self->columns[i].sent);
    }
  g_free (self->columns);
  g_free (self->n_shown);
  g_free (self->n_sent);
  matchum_resume_unref (self->resume);
}

void
matchum_usage_table_unref (MatchumUsageTable *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

MatchumResume *
matchum_usage_table_get_resume (MatchumUsageTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->resume;
}

guint
matchum_usage_table_get_n_columns (MatchumUsageTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

static gboolean
has_block (MatchumUsageTable *self, guint block)
{
  return block < matchum_resume_get_n_blocks (self->resume);
}

MatchumUsageState
matchum_usage_table_get_state (MatchumUsageTable *self, guint column, guint block)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, 0);
  g_return_val_if_fail (has_block (self, block), 0);

  return self->columns[column].states[block];
}

guint
matchum_usage_table_get_n_sent (MatchumUsageTable *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, 0);

  return self->columns[column].sent->len;
}

MatchumSentWords
matchum_usage_table_get_sent (MatchumUsageTable *self, guint column, guint sent, guint block)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, MATCHUM_SENT_UNKNOWN);
  g_return_val_if_fail (has_block (self, block), MATCHUM_SENT_UNKNOWN);

  return find_sent (&self->columns[column], sent, block);
}

guint
matchum_usage_table_count_shown (MatchumUsageTable *self, guint block)
{
  g_return_val_if_fail (self != NULL && has_block (self, block), 0);

  return self->n_shown[block];
}

guint
matchum_usage_table_count_sent (MatchumUsageTable *self, guint block)
{
  g_return_val_if_fail (self != NULL && has_block (self, block), 0);

  return self->n_sent[block];
}

guint
matchum_usage_table_count_applications (MatchumUsageTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_applications;
}

guint
matchum_usage_table_count_readable (MatchumUsageTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_readable;
}

gboolean
matchum_usage_table_is_unused (MatchumUsageTable *self, guint block)
{
  g_return_val_if_fail (self != NULL && has_block (self, block), FALSE);

  return self->n_shown[block] == 0 && self->n_sent[block] == 0;
}

static gboolean
column_differs (const Column *column, guint block)
{
  const MatchumSentWords latest = find_sent (column, 0, block);

  if (latest == MATCHUM_SENT_OTHER_WORDS || (column->states[block] & MATCHUM_USAGE_WORDED) != 0)
    return TRUE;
  return column->is_application && latest != MATCHUM_SENT_UNKNOWN
         && is_sent (latest) != ((column->states[block] & MATCHUM_USAGE_SHOWN) != 0);
}

gboolean
matchum_usage_table_differs (MatchumUsageTable *self, guint block)
{
  g_return_val_if_fail (self != NULL && has_block (self, block), FALSE);

  if ((self->n_shown[block] != 0 && self->n_shown[block] != self->n_applications)
      || (self->n_sent[block] != 0 && self->n_sent[block] != self->n_readable))
    return TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    if (column_differs (&self->columns[i], block))
      return TRUE;
  return FALSE;
}
