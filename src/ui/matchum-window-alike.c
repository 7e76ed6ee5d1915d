/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window offers of other postings: to take over what was chosen for one that is much alike, which is pointed
 * out when a posting was added; and what the tags of items choose. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-alike-search.h"
#include "ui/matchum-take-choices-dialog.h"

/* Tags */

/* "2 items hidden and 1 pinned by your tags" */
static char *
dup_seeding (guint n_hidden, guint n_pinned)
{
  if (n_pinned == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item hidden by your tags", "%u items hidden by your tags",
                                         n_hidden),
                            n_hidden);
  if (n_hidden == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item pinned by your tags", "%u items pinned by your tags",
                                         n_pinned),
                            n_pinned);
  return g_strdup_printf (
      /* Translators: the first %u is how many items of the resume are hidden, the second how many are pinned. */
      g_dngettext (GETTEXT_PACKAGE, "%u item hidden and %u pinned by your tags",
                   "%u items hidden and %u pinned by your tags", n_hidden),
      n_hidden, n_pinned);
}

void
matchum_window_apply_tags (MatchumWindow *self)
{
  guint n_hidden, n_pinned;
  g_autofree char *text = NULL;

  if (!matchum_workspace_has_tags (self->workspace))
    {
      matchum_window_show_toast (
          self, _ ("No item of this resume has a tag. “Always for…” in the menu of an item gives it one."), NULL, NULL);
      return;
    }
  if (!matchum_workspace_apply_tags (self->workspace, &n_hidden, &n_pinned))
    {
      matchum_window_show_toast (self, _ ("No tag fits this posting, or all is so already"), NULL, NULL);
      return;
    }
  text = n_hidden + n_pinned > 0 ? dup_seeding (n_hidden, n_pinned) : g_strdup (_ ("Items shown again by your tags"));
  matchum_window_tell_when_saved (self, text);
}

/* Alike postings */

static void
hide_notice (MatchumWindow *self)
{
  matchum_notice_bar_set (self->alike_bar, NULL, NULL, NULL);
}

void
matchum_window_dismiss_alike (MatchumWindow *self)
{
  hide_notice (self);
}

static void
taken_cb (MatchumWindow *self, const char *text)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  hide_notice (self);
  matchum_window_tell_when_saved (self, text);
}

void
matchum_window_take_choices (MatchumWindow *self)
{
  MatchumTakeChoicesDialog *dialog;

  if (matchum_workspace_get_coverage (self->workspace) == NULL)
    return;
  /* What was chosen last for others is in the library. */
  matchum_library_flush (matchum_workspace_get_library (self->workspace));
  dialog = matchum_take_choices_dialog_new (self->workspace);
  matchum_take_choices_dialog_fit (dialog, gtk_widget_get_width (GTK_WIDGET (self)),
                                   gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
would_change (MatchumWindow *self, const MatchumAlikePosting *alike)
{
  MatchumApplication *before = matchum_workspace_get_application (self->workspace);
  MatchumResume *resume = matchum_workspace_baseline_get_resume (matchum_workspace_get_baseline (self->workspace));
  g_autoptr (MatchumApplication) after =
      resume != NULL ? matchum_choices_transfer_apply (before, alike->from, resume) : NULL;

  return after != NULL && !matchum_application_is_equal (before, after);
}

static void
show_notice (MatchumWindow *self, const MatchumAlikePosting *alike)
{
  const char *company = matchum_workspace_posting_get_company (alike->posting);
  const char *title = matchum_workspace_posting_get_title (alike->posting);
  g_autofree char *name = title != NULL ? g_strdup_printf ("%s · %s", company, title) : g_strdup (company);
  g_autofree char *text = g_strdup_printf (
      /* Translators: %s is a company and the title of a job, %u how many things both postings ask for. */
      g_dngettext (GETTEXT_PACKAGE, "Much like %s (%u shared criterion): take over what was chosen there?",
                   "Much like %s (%u shared criteria): take over what was chosen there?", alike->shared->len),
      name, alike->shared->len);

  matchum_notice_bar_set (self->alike_bar, text, _ ("_Look at It"), "win.take-choices");
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumWindow) self = user_data;
  g_autoptr (GPtrArray) found = matchum_alike_search_finish (result, NULL);
  const MatchumAlikePosting *alike = found != NULL && found->len > 0 ? found->pdata[0] : NULL;

  if (self->workspace != NULL && alike != NULL && alike->is_much && would_change (self, alike))
    show_notice (self, alike);
}

/* Nothing is taken over unasked. */
static void
adding_cb (MatchumWindow *self, guint n_hidden, guint n_pinned)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  self->offers_alike = TRUE;
  if (n_hidden + n_pinned > 0)
    {
      g_autofree char *text = dup_seeding (n_hidden, n_pinned);

      matchum_window_show_toast (self, text, NULL, NULL);
    }
}

static void
stop_search (MatchumWindow *self)
{
  g_cancellable_cancel (self->alike_search);
  g_clear_object (&self->alike_search);
}

static void
opened_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  hide_notice (self);
  stop_search (self);
  if (!self->offers_alike || matchum_workspace_get_coverage (self->workspace) == NULL)
    return;
  self->offers_alike = FALSE;
  self->alike_search = g_cancellable_new ();
  matchum_alike_search_async (self->workspace, 1, self->alike_search, found_cb, g_object_ref (self));
}

void
matchum_window_connect_alike (MatchumWindow *self)
{
  matchum_notice_bar_set_second (self->alike_bar, _ ("_No"), "win.dismiss-alike");
  g_signal_connect_object (self->workspace, "adding", G_CALLBACK (adding_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
}

void
matchum_window_close_alike (MatchumWindow *self)
{
  stop_search (self);
}
