/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All papers of an application, exported from the window as one zip. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/matchum-bundle.h"
#include "export/matchum-file-writer.h"
#include "matchum-export-name.h"
#include "matchum-export.h"
#include "matchum-strategy-sheet.h"
#include "ui/compat.h"
#include "ui/matchum-folder-name.h"

/* A folder takes up no more of a toast. */
#define TOAST_PATH_CHARS 36
#define SUFFIX ".zip"

/* As exports are called; a posting is open. */
char *
matchum_window_dup_export_name (MatchumWindow *self)
{
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  g_autofree char *person = matchum_visibility_dup_name (visibility);
  const MatchumExportNameFields fields = {
    .name = person,
    .company = matchum_workspace_posting_get_company (current),
    .title = matchum_workspace_posting_get_title (current),
    .language = matchum_visibility_guess_language (visibility),
    .date = matchum_workspace_get_as_of (self->workspace),
  };

  return matchum_export_name_expand (MATCHUM_EXPORT_NAME_PATTERN, &fields);
}

static gboolean
add_resume (MatchumWindow *self, MatchumBundle *bundle, GError **error)
{
  const MatchumExportFormats formats[] = { MATCHUM_EXPORT_PDF, MATCHUM_EXPORT_MARKDOWN };
  const MatchumExport export = {
    .visibility = matchum_workspace_get_visibility (self->workspace),
    .style = matchum_proof_get_style (self->proof),
    .as_of = matchum_workspace_get_as_of (self->workspace),
  };
  g_autofree char *base = matchum_window_dup_export_name (self);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat (base, matchum_export_format_find (formats[i])->suffix, NULL);
      g_autoptr (GBytes) bytes = matchum_export_render (&export, formats[i], error);

      if (bytes == NULL)
        return FALSE;
      matchum_bundle_add (bundle, name, bytes);
    }
  return TRUE;
}

static gboolean
add_strategy (MatchumWindow *self, MatchumBundle *bundle, GError **error)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  const MatchumPageStyle style = matchum_proof_get_style (self->proof);

  return matchum_strategy_sheet_add_to (bundle, matchum_workspace_get_coverage (self->workspace),
                                        matchum_workspace_posting_get_details (current),
                                        matchum_workspace_posting_get_company (current),
                                        matchum_workspace_posting_get_title (current), &style, error);
}

static GBytes *
write_bundle (MatchumWindow *self, GError **error)
{
  const char *posting = matchum_workspace_posting_get_record (matchum_workspace_get_current (self->workspace))->text;
  g_autoptr (GBytes) posting_bytes = g_bytes_new (posting, strlen (posting));
  g_autoptr (MatchumBundle) bundle = matchum_bundle_new (matchum_workspace_get_as_of (self->workspace));

  if (!add_resume (self, bundle, error))
    return NULL;
  matchum_bundle_add (bundle, "posting.md", posting_bytes);
  return add_strategy (self, bundle, error) ? matchum_bundle_write_zip (bundle, error) : NULL;
}

static gboolean
spares_originals (MatchumWindow *self, GFile *file, GError **error)
{
  for (guint i = 0; i < self->originals->len; i++)
    if (g_file_equal (file, g_ptr_array_index (self->originals, i)))
      {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                             _ ("This file was opened here and would be lost. Choose another name."));
        return FALSE;
      }
  return TRUE;
}

gboolean
matchum_window_write_bundle (MatchumWindow *self, GFile *file, GError **error)
{
  g_autoptr (GBytes) zip = NULL;

  if (!spares_originals (self, file, error))
    return FALSE;
  zip = write_bundle (self, error);
  return zip != NULL && matchum_file_writer_write (file, zip, NULL, error);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumWindow) self = user_data;
  g_autoptr (GFile) file = matchum_compat_choose_finish (result, NULL);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *where = folder != NULL ? matchum_folder_name_dup_short (folder, TOAST_PATH_CHARS) : NULL;
  g_autofree char *text = NULL;

  /* Closed meanwhile, or another posting is open. */
  if (where == NULL || self->workspace == NULL || matchum_workspace_get_coverage (self->workspace) == NULL)
    return;
  if (matchum_window_write_bundle (self, file, &error))
    /* Translators: %s is a folder. */
    text = g_strdup_printf (_ ("Bundle exported to %s"), where);
  matchum_window_show_toast (self, text != NULL ? text : error->message, NULL, NULL);
}

void
matchum_window_export_bundle (MatchumWindow *self)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  if (matchum_workspace_get_coverage (self->workspace) == NULL)
    return;
  base = matchum_window_dup_export_name (self);
  name = g_strconcat (base, SUFFIX, NULL);
  matchum_compat_save_file (GTK_WINDOW (self), _ ("Export Bundle"), name, file_chosen_cb, g_object_ref (self));
}
