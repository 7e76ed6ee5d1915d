/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a library should hold after so many random edits of a seed, told without a database: tables of texts, and a list of states to
 * undo. The same seed gives the same edits in the program that is killed and in the one that looks afterwards. */
#pragma once

#include "store-fixture.h"
#include "store/matchum-library-forget.h"

#define CRASH_MODEL_POSTINGS 12
#define CRASH_MODEL_BLOCKS 20

typedef enum {
  CRASH_PUT,
  CRASH_REMOVE,
  CRASH_HIDE,
  CRASH_SHOW,
  CRASH_MANY,
  CRASH_UNDO,
  CRASH_REDO,
  CRASH_SET,
  CRASH_BACK_UP,
  CRASH_FORGET,
} CrashAction;

typedef struct {
  CrashAction action;
  char *id;
  char *text;
} CrashEdit;

typedef struct {
  guint32 seed;
  guint step;
  GPtrArray *states; /* of char *: what undo walks along */
  guint here;
  char *setting; /* outside undo */
} CrashModel;

static inline void
crash_edit_clear (CrashEdit *self)
{
  g_free (self->id);
  g_free (self->text);
}

/* The edit with a number, whatever came before. */
static inline CrashEdit
crash_edit_create (guint32 seed, guint step)
{
  static const CrashAction actions[]
      = { CRASH_PUT,  CRASH_PUT,  CRASH_PUT,  CRASH_PUT,  CRASH_REMOVE, CRASH_HIDE, CRASH_HIDE, CRASH_HIDE,
          CRASH_SHOW, CRASH_MANY, CRASH_UNDO, CRASH_UNDO, CRASH_REDO,   CRASH_SET,  CRASH_SET,  CRASH_PUT };
  g_autoptr (GRand) rand = g_rand_new_with_seed_array ((guint32[]){ seed, step }, 2);
  CrashEdit edit = { actions[g_rand_int_range (rand, 0, G_N_ELEMENTS (actions))], NULL, NULL };
  GString *text = g_string_new (NULL);

  if (step % 97 == 50)
    edit.action = CRASH_BACK_UP;
  else if (step % 131 == 80)
    edit.action = CRASH_FORGET;
  for (int n = g_rand_int_range (rand, 1, 400); n > 0; n--)
    g_string_append_printf (text, "%x ", g_rand_int (rand));
  edit.text = g_string_free (text, FALSE);
  edit.id = g_strdup_printf ("%d", g_rand_int_range (rand, 0, edit.action == CRASH_HIDE || edit.action == CRASH_SHOW
                                                                  ? CRASH_MODEL_BLOCKS
                                                                  : CRASH_MODEL_POSTINGS));
  return edit;
}

/* A state is lines, sorted: "posting ID TEXT" and "hidden ID". */
static inline char *
crash_state_set (const char *state, const char *kind, const char *id, const char *text)
{
  g_autofree char *prefix = g_strdup_printf ("%s %s ", kind, id);
  g_auto (GStrv) lines = g_strsplit (state, "\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_str_has_prefix (lines[i], prefix))
      g_ptr_array_add (kept, g_strdup (lines[i]));
  if (text != NULL)
    g_ptr_array_add (kept, g_strconcat (prefix, text, NULL));
  g_ptr_array_sort (kept, store_fixture_compare_lines);
  for (guint i = 0; i < kept->len; i++)
    g_string_append_printf (joined, "%s\n", (char *) g_ptr_array_index (kept, i));
  return g_string_free (joined, FALSE);
}

static inline CrashModel *
crash_model_new (guint32 seed)
{
  CrashModel *self = g_new0 (CrashModel, 1);

  self->seed = seed;
  self->states = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->states, g_strdup (""));
  return self;
}

static inline CrashModel *
crash_model_copy (CrashModel *self)
{
  CrashModel *copy = crash_model_new (self->seed);

  g_ptr_array_set_size (copy->states, 0);
  for (guint i = 0; i < self->states->len; i++)
    g_ptr_array_add (copy->states, g_strdup (g_ptr_array_index (self->states, i)));
  copy->step = self->step;
  copy->here = self->here;
  copy->setting = g_strdup (self->setting);
  return copy;
}

static inline void
crash_model_free (CrashModel *self)
{
  g_ptr_array_unref (self->states);
  g_free (self->setting);
  g_free (self);
}

static inline void
crash_model_push (CrashModel *self, char *state)
{
  if (strcmp (state, g_ptr_array_index (self->states, self->here)) == 0)
    {
      g_free (state);
      return;
    }
  g_ptr_array_set_size (self->states, (int) ++self->here);
  g_ptr_array_add (self->states, state);
}

static inline char *
crash_model_many (const char *state, const CrashEdit *edit)
{
  char *many = g_strdup (state);

  for (guint i = 0; i < CRASH_MODEL_POSTINGS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *before = many;

      many = crash_state_set (before, "posting", id, edit->text);
    }
  return many;
}

/* Takes the next edit. */
static inline void
crash_model_step (CrashModel *self)
{
  CrashEdit edit = crash_edit_create (self->seed, self->step++);
  const char *state = g_ptr_array_index (self->states, self->here);

  switch (edit.action)
    {
    case CRASH_PUT:
      crash_model_push (self, crash_state_set (state, "posting", edit.id, edit.text));
      break;
    case CRASH_REMOVE:
      crash_model_push (self, crash_state_set (state, "posting", edit.id, NULL));
      break;
    case CRASH_HIDE:
      crash_model_push (self, crash_state_set (state, "hidden", edit.id, ""));
      break;
    case CRASH_SHOW:
      crash_model_push (self, crash_state_set (state, "hidden", edit.id, NULL));
      break;
    case CRASH_MANY:
      crash_model_push (self, crash_model_many (state, &edit));
      break;
    case CRASH_UNDO:
      self->here -= self->here > 0 ? 1 : 0;
      break;
    case CRASH_REDO:
      self->here += self->here + 1 < self->states->len ? 1 : 0;
      break;
    case CRASH_SET:
      g_free (self->setting);
      self->setting = g_strdup (edit.text);
      break;
    case CRASH_FORGET:
      {
        char *now = g_strdup (state);

        g_ptr_array_set_size (self->states, 0);
        g_ptr_array_add (self->states, now);
        self->here = 0;
        break;
      }
    case CRASH_BACK_UP:
    default:
      break;
    }
  crash_edit_clear (&edit);
}

/* Everything that is to be found in a library now, undo and redo included. */
static inline char *
crash_model_describe (CrashModel *self)
{
  return g_strdup_printf ("%ssetting %s\nundo %u redo %u\n", (char *) g_ptr_array_index (self->states, self->here),
                          self->setting != NULL ? self->setting : "", self->here, self->states->len - 1 - self->here);
}

static inline char *
crash_library_describe (MatchumLibrary *library)
{
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autoptr (GPtrArray) postings = matchum_posting_table_list (database, NULL);
  g_autoptr (MatchumApplicationRecord) application = matchum_application_table_find (database, "application", NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *setting = matchum_setting_table_get (database, "setting", NULL);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (postings);
  g_assert_nonnull (application);
  for (guint i = 0; i < postings->len; i++)
    {
      MatchumPostingRecord *posting = g_ptr_array_index (postings, i);

      if (!g_str_equal (posting->id, "base"))
        g_ptr_array_add (lines, g_strdup_printf ("posting %s %s", posting->id, posting->text));
    }
  for (guint i = 0; i < application->hidden->len; i++)
    g_ptr_array_add (lines, g_strdup_printf ("hidden %s ", (char *) g_ptr_array_index (application->hidden, i)));
  g_ptr_array_sort (lines, store_fixture_compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (lines, i));
  g_string_append_printf (
      text, "setting %s\nundo %d redo %d\n", setting != NULL ? setting : "",
      (int) store_fixture_count (library, "SELECT count (*) FROM undo_steps WHERE NOT is_undone"),
      (int) store_fixture_count (library, "SELECT count (*) FROM undo_steps WHERE is_undone"));
  return g_string_free (text, FALSE);
}

static inline gboolean
crash_many_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  for (guint i = 0; i < CRASH_MODEL_POSTINGS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autoptr (MatchumPostingRecord) posting = store_fixture_posting (id, data);

      if (!matchum_posting_table_put (database, posting, error))
        return FALSE;
    }
  return TRUE;
}

static inline gboolean
crash_set_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_setting_table_set (database, "setting", data, error);
}

static inline gboolean
crash_hide_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_application_table_set_hidden (database, "application", data, TRUE, error);
}

static inline gboolean
crash_show_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_application_table_set_hidden (database, "application", data, FALSE, error);
}

/* Makes the edit in a library and tells whether it is confirmed to be on the disk. */
static inline gboolean
crash_edit_apply (const CrashEdit *edit, MatchumLibrary *library, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (MatchumPostingRecord) posting = store_fixture_posting (edit->id, edit->text);

  switch (edit->action)
    {
    case CRASH_PUT:
      return matchum_library_edit_once (library, "Put", (MatchumEditFunc) matchum_posting_table_put, posting, error);
    case CRASH_REMOVE:
      return matchum_library_edit_once (library, "Remove", (MatchumEditFunc) matchum_posting_table_remove, edit->id,
                                        error);
    case CRASH_HIDE:
      return matchum_library_edit_once (library, "Hide", crash_hide_cb, edit->id, error);
    case CRASH_SHOW:
      return matchum_library_edit_once (library, "Show", crash_show_cb, edit->id, error);
    case CRASH_MANY:
      return matchum_library_edit_once (library, "Many", crash_many_cb, edit->text, error);
    case CRASH_SET:
      return matchum_library_edit_once (library, NULL, crash_set_cb, edit->text, error);
    case CRASH_BACK_UP:
      return matchum_library_back_up (library, error);
    case CRASH_FORGET:
      return matchum_library_forget (library, MATCHUM_FORGET_HISTORY, NULL, FALSE, error);
    case CRASH_UNDO:
    case CRASH_REDO:
    default:
      break;
    }
  if (edit->action == CRASH_UNDO ? matchum_library_undo (library, &local) : matchum_library_redo (library, &local))
    return TRUE;
  if (g_error_matches (local, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOTHING))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static inline gboolean
crash_begin_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  g_autoptr (MatchumPostingRecord) posting = store_fixture_posting ("base", "");
  g_autoptr (MatchumBaselineRecord) baseline = store_fixture_baseline ("base", "");
  g_autoptr (MatchumApplicationRecord) application = store_fixture_application ("application", "base", "base");

  return matchum_posting_table_put (database, posting, error) && matchum_baseline_table_put (database, baseline, error)
         && matchum_application_table_put (database, application, error);
}

/* A library in the state in which a model begins. */
static inline void
crash_library_begin (const char *path)
{
  MatchumLibrary *library = store_fixture_open (path);

  store_fixture_edit (library, "Begin", crash_begin_cb, NULL);
  g_assert_true (matchum_library_forget (library, MATCHUM_FORGET_HISTORY, NULL, FALSE, NULL));
  store_fixture_close (library);
}
