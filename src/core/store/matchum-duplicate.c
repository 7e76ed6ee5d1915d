/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies row by row, through the tables, what is in the library when the edit is carried out. A table that belongs to
 * baselines, postings or applications has its line here. */
#include "config.h"

#include "store/matchum-duplicate.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "store/matchum-application-claims.h"
#include "store/matchum-application-table.h"
#include "store/matchum-baseline-table.h"
#include "store/matchum-block-priority-table.h"
#include "store/matchum-block-table.h"
#include "store/matchum-block-tag-table.h"
#include "store/matchum-entry-link-table.h"
#include "store/matchum-posting-reading.h"
#include "store/matchum-posting-table.h"

static void
replace (char **text, const char *by)
{
  g_free (*text);
  *text = g_strdup (by);
}

static gboolean
copy_blocks (MatchumDatabase *database, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) records = matchum_block_table_list (database, from, error);

  return records != NULL && matchum_block_table_set (database, to, records, error);
}

static gboolean
copy_tags (MatchumDatabase *database, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) records = matchum_block_tag_table_list (database, from, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MatchumBlockTagRecord *record = g_ptr_array_index (records, i);

      replace (&record->baseline, to);
      if (!matchum_block_tag_table_put (database, record, error))
        return FALSE;
    }
  return records != NULL;
}

static gboolean
copy_priorities (MatchumDatabase *database, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) records = matchum_block_priority_table_list (database, from, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MatchumBlockPriorityRecord *record = g_ptr_array_index (records, i);

      replace (&record->baseline, to);
      if (!matchum_block_priority_table_put (database, record, error))
        return FALSE;
    }
  return records != NULL;
}

/* What the entries of one are linked to, those of its copy are linked to as well. */
static gboolean
copy_links (MatchumDatabase *database, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) records = matchum_entry_link_table_list (database, from, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MatchumEntryLinkRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->baseline, from))
        replace (&record->baseline, to);
      if (g_str_equal (record->other_baseline, from))
        replace (&record->other_baseline, to);
      if (!matchum_entry_link_table_put (database, record, error))
        return FALSE;
    }
  return records != NULL;
}

gboolean
matchum_duplicate_baseline (MatchumDatabase *database,
                            const char *from,
                            const char *id,
                            const char *name,
                            GError **error)
{
  g_autoptr (MatchumBaselineRecord) record = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (from != NULL && id != NULL && name != NULL, FALSE);

  record = matchum_baseline_table_find (database, from, &local);
  if (record == NULL)
    {
      if (local == NULL)
        g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _ ("The resume is in the library no longer, so it was not duplicated."));
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  replace (&record->id, id);
  replace (&record->name, name);
  record->is_archived = FALSE;
  record->place = 0;
  return matchum_baseline_table_put (database, record, error) && copy_blocks (database, from, id, error)
         && copy_tags (database, from, id, error) && copy_priorities (database, from, id, error)
         && copy_links (database, from, id, error);
}

static gboolean
copy_applications (MatchumDatabase *database, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) records = matchum_application_table_list (database, from, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MatchumApplicationRecord *record = g_ptr_array_index (records, i);
      g_autofree char *original = g_steal_pointer (&record->id);

      record->id = g_uuid_string_random ();
      replace (&record->posting, to);
      record->place = 0;
      if (!matchum_application_table_put (database, record, error)
          || !matchum_application_claims_copy (database, original, record->id, error))
        return FALSE;
    }
  return records != NULL;
}

gboolean
matchum_duplicate_posting (MatchumDatabase *database,
                           const char *from,
                           const char *id,
                           const char *title,
                           GError **error)
{
  g_autoptr (MatchumPostingRecord) record = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (from != NULL && id != NULL, FALSE);

  record = matchum_posting_table_find (database, from, &local);
  if (record == NULL)
    {
      if (local == NULL)
        g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _ ("The posting is in the library no longer, so it was not duplicated."));
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  replace (&record->id, id);
  replace (&record->title, title);
  record->is_archived = FALSE;
  record->place = 0;
  return matchum_posting_table_put (database, record, error) && matchum_posting_reading_copy (database, from, id, error)
         && copy_applications (database, from, id, error);
}
