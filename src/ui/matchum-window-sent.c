/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an application is marked as sent from the window, and what was sent is looked at. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "matchum-export.h"
#include "ui/matchum-mark-sent-dialog.h"
#include "ui/matchum-sent-copies-dialog.h"

/* What was exported last: it is what goes out, whatever is edited before it is marked as sent. */
struct _MatchumLastExport {
  char *posting;    /* id */
  GPtrArray *files; /* of GFile */
  GBytes *words;    /* the resume as Markdown, at that moment */
};

static GBytes *
render (MatchumWindow *self, MatchumExportFormats format, GError **error)
{
  const MatchumExport export = {
    .visibility = matchum_workspace_get_visibility (self->workspace),
    .style = matchum_proof_get_style (self->proof),
    .as_of = matchum_workspace_get_as_of (self->workspace),
  };

  return matchum_export_render (&export, format, error);
}

void
matchum_last_export_free (MatchumLastExport *self)
{
  g_free (self->posting);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_bytes_unref);
  g_free (self);
}

void
matchum_window_note_export (MatchumWindow *self, GPtrArray *files)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);

  g_clear_pointer (&self->last_export, matchum_last_export_free);
  if (current == NULL)
    return;
  self->last_export = g_new0 (MatchumLastExport, 1);
  self->last_export->posting = g_strdup (matchum_workspace_posting_get_id (current));
  self->last_export->files = g_ptr_array_ref (files);
  self->last_export->words = render (self, MATCHUM_EXPORT_MARKDOWN, NULL);
}

/* The bytes of an exported file that is still what was written there, or NULL. */
static GBytes *
load_exported (MatchumWindow *self, GFile *file)
{
  const char *written = g_hash_table_lookup (self->written, file);
  g_autoptr (GBytes) bytes = written != NULL ? g_file_load_bytes (file, NULL, NULL, NULL) : NULL;
  g_autofree char *digest = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  return g_strcmp0 (digest, written) == 0 ? g_steal_pointer (&bytes) : NULL;
}

/* The exported files of the open posting, all of them or none: array of GBytes, or NULL. */
static GPtrArray *
load_last_export (MatchumWindow *self)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (self->last_export == NULL || self->last_export->files->len == 0
      || !g_str_equal (self->last_export->posting, matchum_workspace_posting_get_id (current)))
    return NULL;
  for (guint i = 0; i < self->last_export->files->len; i++)
    {
      GBytes *bytes = load_exported (self, g_ptr_array_index (self->last_export->files, i));

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (contents, bytes);
    }
  return g_steal_pointer (&contents);
}

static void
offer (MatchumMarkSentDialog *dialog, const char *name, GBytes *bytes, const char *note)
{
  const MatchumExportFormat *format = matchum_export_format_find_for_file (name);

  matchum_mark_sent_dialog_add_file (dialog, name, format != NULL ? format->media_type : NULL, bytes, note);
}

/* A copy without its words as text could be compared only by what can be read of a PDF. */
static void
offer_words (MatchumWindow *self, MatchumMarkSentDialog *dialog, GBytes *words)
{
  g_autofree char *base = matchum_window_dup_export_name (self);
  g_autofree char *name = g_strconcat (base, ".md", NULL);

  if (words != NULL)
    offer (dialog, name, words, _ ("kept to be compared with later"));
}

static void
offer_exported (MatchumWindow *self, MatchumMarkSentDialog *dialog, GPtrArray *contents)
{
  gboolean has_words = FALSE;

  for (guint i = 0; i < contents->len; i++)
    {
      g_autofree char *base = g_file_get_basename (g_ptr_array_index (self->last_export->files, i));
      g_autofree char *name = g_filename_display_name (base);

      has_words |= g_str_has_suffix (name, ".md");
      offer (dialog, name, g_ptr_array_index (contents, i), _ ("as it was exported"));
    }
  if (!has_words)
    offer_words (self, dialog, self->last_export->words);
}

/* FALSE where the PDF cannot be made; the toast says why. */
static gboolean
offer_rendered (MatchumWindow *self, MatchumMarkSentDialog *dialog)
{
  g_autofree char *base = matchum_window_dup_export_name (self);
  g_autofree char *name = g_strconcat (base, ".pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = render (self, MATCHUM_EXPORT_PDF, &error);
  g_autoptr (GBytes) words = NULL;

  if (pdf == NULL)
    {
      matchum_window_show_toast (self, error->message, NULL, NULL);
      return FALSE;
    }
  words = render (self, MATCHUM_EXPORT_MARKDOWN, NULL);
  offer (dialog, name, pdf, _ ("as the resume is now"));
  offer_words (self, dialog, words);
  return TRUE;
}

static void
marked_cb (MatchumWindow *self, const char *sent_on)
{
  /* Translators: %s is a day, as in 2026-11-25. */
  g_autofree char *text = g_strdup_printf (_ ("Kept as sent on %s"), sent_on);

  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_show_toast (self, text, _ ("_Sent Copies"), "win.sent-copies");
}

static MatchumSentCopyRecord *
create_copy (MatchumWindow *self)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  const MatchumPostingRecord *posting = matchum_workspace_posting_get_record (current);
  const MatchumApplicationRecord *choices = matchum_workspace_posting_get_choices (current);
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);

  return matchum_sent_copy_new (choices != NULL ? choices->id : NULL,
                                baseline != NULL ? matchum_workspace_baseline_get_id (baseline) : NULL, posting->id,
                                matchum_workspace_posting_get_company (current),
                                matchum_workspace_posting_get_title (current), posting->text,
                                matchum_workspace_get_as_of (self->workspace));
}

void
matchum_window_mark_sent (MatchumWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MatchumMarkSentDialog *dialog;
  g_autoptr (GPtrArray) exported = NULL;

  if (matchum_workspace_get_current (self->workspace) == NULL || matchum_workspace_get_resume (self->workspace) == NULL)
    return;
  /* What was chosen last is in the library, so that the copy can name it. */
  matchum_library_flush (matchum_workspace_get_library (self->workspace));
  exported = load_last_export (self);
  dialog = matchum_mark_sent_dialog_new (matchum_workspace_get_library (self->workspace), create_copy (self));
  if (exported != NULL)
    offer_exported (self, dialog, exported);
  else if (!offer_rendered (self, dialog))
    {
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }
  matchum_mark_sent_dialog_fit (dialog, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
matchum_window_show_sent_copies (MatchumWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  MatchumSentCopiesDialog *dialog =
      matchum_sent_copies_dialog_new (matchum_workspace_get_library (self->workspace),
                                      current != NULL ? matchum_workspace_posting_get_id (current) : NULL);

  matchum_sent_copies_dialog_fit (dialog, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}
