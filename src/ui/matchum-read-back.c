/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads back on a thread, so that the window goes on. */
#include "config.h"

#include "ui/matchum-read-back.h"

typedef struct {
  GFile *pdf;
  MatchumVisibility *visibility;
} ReadBack;

static void
read_back_free (gpointer data)
{
  ReadBack *self = data;

  g_object_unref (self->pdf);
  matchum_visibility_unref (self->visibility);
  g_free (self);
}

static void
read_back_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadBack *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPdfText) text = matchum_pdf_text_load (self->pdf, cancellable, &error);

  if (text == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, matchum_pdf_check_new (self->visibility, text),
                           (GDestroyNotify) matchum_pdf_check_unref);
}

void
matchum_read_back_start (GFile *pdf,
                         MatchumVisibility *visibility,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  ReadBack *self;

  g_return_if_fail (G_IS_FILE (pdf));
  g_return_if_fail (visibility != NULL);

  self = g_new0 (ReadBack, 1);
  self->pdf = g_object_ref (pdf);
  self->visibility = matchum_visibility_ref (visibility);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, matchum_read_back_start);
  g_task_set_task_data (task, self, read_back_free);
  g_task_run_in_thread (task, read_back_cb);
}

MatchumPdfCheck *
matchum_read_back_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
