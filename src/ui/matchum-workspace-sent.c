/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the postings of a workspace were answered last. */
#include "config.h"

#include "store/matchum-sent-copy-table.h"
#include "ui/matchum-workspace-private.h"

void
matchum_workspace_read_sent (MatchumWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = matchum_sent_copy_table_list (matchum_library_get_database (self->library), &error);
  g_autoptr (GHashTable) days = g_hash_table_new (g_str_hash, g_str_equal);

  if (copies == NULL)
    {
      g_warning ("What was sent could not be read: %s", error->message);
      return;
    }
  /* The latest comes first. */
  for (guint i = 0; i < copies->len; i++)
    {
      const MatchumSentCopyRecord *copy = g_ptr_array_index (copies, i);

      if (copy->posting != NULL && !g_hash_table_contains (days, copy->posting))
        g_hash_table_insert (days, copy->posting, copy->sent_on);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->postings)); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (G_LIST_MODEL (self->postings), i);

      matchum_workspace_posting_set_sent_on (posting,
                                             g_hash_table_lookup (days, matchum_workspace_posting_get_id (posting)));
    }
}
