/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections as rows and back. Where several lines have the same words, the aspect tells which one is meant:
 * "kind@2/3" is the kind of the second of three. */
#include "config.h"

#include "store/matchum-posting-reading.h"

#include <string.h>

#include "posting/matchum-followed-corrections.h"
#include "posting/matchum-posting-reader.h"
#include "store/matchum-posting-table.h"
#include "store/matchum-reading-table.h"

struct _MatchumReadingChange {
  char *posting;
  GPtrArray *put; /* of MatchumPostingCorrection */
  GPtrArray *removed;
};

G_DEFINE_BOXED_TYPE (MatchumReadingChange,
                     matchum_reading_change,
                     matchum_reading_change_ref,
                     matchum_reading_change_unref)

/* Rows --------------------------------------------------------------------------------------------------------------
 */

static char *
format_aspect (const MatchumPostingCorrection *correction)
{
  if (correction->n_same == 1)
    return g_strdup (correction->aspect);
  return g_strdup_printf ("%s@%u/%u", correction->aspect, correction->nth, correction->n_same);
}

/* Cuts "@2/3" off aspect; what is no such thing stays, and makes it the aspect of something else. */
static void
take_place (char *aspect, guint *nth, guint *n_same)
{
  char *mark = strrchr (aspect, '@');
  char *slash = mark != NULL ? strchr (mark, '/') : NULL;
  g_autofree char *first = slash != NULL ? g_strndup (mark + 1, (gsize) (slash - mark - 1)) : NULL;
  guint64 n, of;

  *nth = *n_same = 1;
  if (first == NULL || !g_ascii_string_to_unsigned (slash + 1, 10, 2, G_MAXUINT, &of, NULL)
      || !g_ascii_string_to_unsigned (first, 10, 1, of, &n, NULL))
    return;
  *nth = (guint) n;
  *n_same = (guint) of;
  *mark = '\0';
}

static MatchumPostingCorrection *
read_record (const MatchumReadingRecord *record)
{
  g_autofree char *aspect = g_strdup (record->aspect);
  guint nth, n_same;

  take_place (aspect, &nth, &n_same);
  if (!matchum_posting_correction_is_aspect (aspect) || record->line < 0 || record->line > G_MAXUINT)
    return NULL;
  return matchum_posting_correction_new ((guint) record->line, nth, n_same, record->line_text, aspect, record->value);
}

static MatchumReadingRecord *
make_record (const char *posting, const MatchumPostingCorrection *correction)
{
  MatchumReadingRecord *record = matchum_reading_record_new ();

  record->posting = g_strdup (posting);
  record->line = correction->line;
  record->aspect = format_aspect (correction);
  record->value = g_strdup (correction->value);
  record->line_text = g_strdup (correction->line_text);
  return record;
}

GPtrArray *
matchum_posting_reading_list (MatchumDatabase *database, const char *posting, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *corrections;

  g_return_val_if_fail (database != NULL && posting != NULL, NULL);

  records = matchum_reading_table_list (database, posting, error);
  if (records == NULL)
    return NULL;
  corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);
  for (guint i = 0; i < records->len; i++)
    {
      MatchumPostingCorrection *correction = read_record (g_ptr_array_index (records, i));

      if (correction != NULL)
        g_ptr_array_add (corrections, correction);
    }
  return corrections;
}

gboolean
matchum_posting_reading_copy (MatchumDatabase *database, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  records = matchum_reading_table_list (database, from, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MatchumReadingRecord *record = g_ptr_array_index (records, i);

      g_free (record->posting);
      record->posting = g_strdup (to);
      if (!matchum_reading_table_put (database, record, error))
        return FALSE;
    }
  return records != NULL;
}

/* Changes -----------------------------------------------------------------------------------------------------------
 */

static GPtrArray *
create_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);
}

MatchumReadingChange *
matchum_reading_change_new (const char *posting)
{
  MatchumReadingChange *self;

  g_return_val_if_fail (posting != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumReadingChange);
  self->posting = g_strdup (posting);
  self->put = create_list ();
  self->removed = create_list ();
  return self;
}

MatchumReadingChange *
matchum_reading_change_ref (MatchumReadingChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
matchum_reading_change_clear (MatchumReadingChange *self)
{
  g_free (self->posting);
  g_ptr_array_unref (self->put);
  g_ptr_array_unref (self->removed);
}

void
matchum_reading_change_unref (MatchumReadingChange *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_reading_change_clear);
}

void
matchum_reading_change_put (MatchumReadingChange *self, MatchumPostingCorrection *correction)
{
  g_return_if_fail (self != NULL && correction != NULL);

  g_ptr_array_add (self->put, matchum_posting_correction_ref (correction));
}

void
matchum_reading_change_remove (MatchumReadingChange *self, MatchumPostingCorrection *correction)
{
  g_return_if_fail (self != NULL && correction != NULL);

  g_ptr_array_add (self->removed, matchum_posting_correction_ref (correction));
}

gboolean
matchum_reading_change_is_empty (MatchumReadingChange *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->put->len == 0 && self->removed->len == 0;
}

static gboolean
remove_all (MatchumReadingChange *self, MatchumDatabase *database, GError **error)
{
  for (guint i = 0; i < self->removed->len; i++)
    {
      const MatchumPostingCorrection *correction = g_ptr_array_index (self->removed, i);
      g_autofree char *aspect = format_aspect (correction);

      if (!matchum_reading_table_remove (database, self->posting, correction->line, aspect, error))
        return FALSE;
    }
  return TRUE;
}

/* A key as text, to look records up by. */
static char *
make_key (gint64 line, const char *aspect)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", line, aspect);
}

static GHashTable *
list_rows (MatchumReadingChange *self, MatchumDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) records = matchum_reading_table_list (database, self->posting, error);
  GHashTable *rows;

  if (records == NULL)
    return NULL;
  rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) matchum_reading_record_free);
  for (guint i = 0; i < records->len; i++)
    {
      const MatchumReadingRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (rows, make_key (record->line, record->aspect), matchum_reading_record_copy (record));
    }
  return rows;
}

/* What was put right of another line, which had this number before the text was edited, is kept under a number that no
 * line has: it is found by its words. */
static gboolean
move_away (MatchumDatabase *database, GHashTable *rows, const MatchumReadingRecord *record, GError **error)
{
  g_autofree char *key = make_key (record->line, record->aspect);
  const MatchumReadingRecord *there = g_hash_table_lookup (rows, key);
  g_autoptr (MatchumReadingRecord) moved = NULL;

  if (there == NULL || g_str_equal (there->line_text, record->line_text))
    return TRUE;
  moved = matchum_reading_record_copy (there);
  for (gboolean is_taken = TRUE; is_taken;)
    {
      g_autofree char *other = NULL;

      moved->line++;
      other = make_key (moved->line, moved->aspect);
      is_taken = g_hash_table_contains (rows, other);
    }
  g_hash_table_insert (rows, make_key (moved->line, moved->aspect), matchum_reading_record_copy (moved));
  return matchum_reading_table_put (database, moved, error);
}

gboolean
matchum_reading_change_carry_out (MatchumDatabase *database, gpointer data, GError **error)
{
  MatchumReadingChange *self = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (MatchumPostingRecord) posting = NULL;
  g_autoptr (GHashTable) rows = NULL;

  g_return_val_if_fail (database != NULL && self != NULL, FALSE);

  posting = matchum_posting_table_find (database, self->posting, &local);
  if (posting == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return local == NULL;
    }
  if (!remove_all (self, database, error))
    return FALSE;
  rows = list_rows (self, database, error);
  for (guint i = 0; rows != NULL && i < self->put->len; i++)
    {
      g_autoptr (MatchumReadingRecord) record = make_record (self->posting, g_ptr_array_index (self->put, i));

      if (!move_away (database, rows, record, error) || !matchum_reading_table_put (database, record, error))
        return FALSE;
      g_hash_table_insert (rows, make_key (record->line, record->aspect), matchum_reading_record_copy (record));
    }
  return rows != NULL;
}

/* Texts -------------------------------------------------------------------------------------------------------------
 */

static MatchumPosting *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MatchumSource) source = matchum_source_new ("posting", bytes, NULL);

  return source != NULL ? matchum_posting_reader_read (source, NULL) : NULL;
}

static guint
get_hash (gconstpointer data)
{
  const MatchumPostingCorrection *correction = data;

  return g_str_hash (correction->line_text) * 31 + g_str_hash (correction->aspect) + correction->line;
}

/* Removes those of before that are not in after, and puts those of after that were not there. */
static void
add_differences (MatchumReadingChange *self, GPtrArray *before, GPtrArray *after)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (get_hash, (GEqualFunc) matchum_posting_correction_is_equal);
  g_autoptr (GHashTable) there = g_hash_table_new (get_hash, (GEqualFunc) matchum_posting_correction_is_equal);

  for (guint i = 0; i < after->len; i++)
    g_hash_table_add (kept, g_ptr_array_index (after, i));
  for (guint i = 0; i < before->len; i++)
    {
      g_hash_table_add (there, g_ptr_array_index (before, i));
      if (!g_hash_table_contains (kept, g_ptr_array_index (before, i)))
        matchum_reading_change_remove (self, g_ptr_array_index (before, i));
    }
  for (guint i = 0; i < after->len; i++)
    if (!g_hash_table_contains (there, g_ptr_array_index (after, i)))
      matchum_reading_change_put (self, g_ptr_array_index (after, i));
}

gboolean
matchum_posting_reading_follow (MatchumDatabase *database,
                                const char *posting,
                                const char *before,
                                const char *after,
                                GError **error)
{
  g_autoptr (GPtrArray) corrections = NULL;
  g_autoptr (GPtrArray) followed = NULL;
  g_autoptr (MatchumPosting) read = NULL, read_after = NULL;
  g_autoptr (MatchumReadingChange) change = NULL;

  g_return_val_if_fail (database != NULL && posting != NULL, FALSE);
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  corrections = matchum_posting_reading_list (database, posting, error);
  if (corrections == NULL || corrections->len == 0)
    return corrections != NULL;
  read = read_text (before);
  read_after = read_text (after);
  if (read == NULL || read_after == NULL)
    return TRUE;
  followed = matchum_posting_follow_corrections (read, read_after, corrections);
  change = matchum_reading_change_new (posting);
  add_differences (change, corrections, followed);
  return matchum_reading_change_carry_out (database, change, error);
}
