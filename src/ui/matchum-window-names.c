/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of the names of the user's own, and the dialog for them. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-names-dialog.h"

void
matchum_window_show_names (MatchumWindow *self, const char *concept)
{
  MatchumNamesDialog *dialog = matchum_names_dialog_new (self->workspace);

  if (concept != NULL)
    matchum_names_dialog_set_concept (dialog, concept);
  matchum_names_dialog_fit (dialog, gtk_widget_get_width (GTK_WIDGET (self)),
                            gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
update_notice (MatchumWindow *self)
{
  const guint n_bad = matchum_workspace_count_bad_names (self->workspace);
  g_autofree char *text = NULL;

  g_assert (MATCHUM_IS_WINDOW (self));

  if (n_bad > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u name of your own cannot be counted, and is left out",
                                         "%u names of your own cannot be counted, and are left out", n_bad),
                            n_bad);
  matchum_notice_bar_set (self->names_bar, text, _ ("_Look at Them"), "win.names");
}

void
matchum_window_connect_names (MatchumWindow *self)
{
  g_signal_connect_object (self->workspace, "names-changed", G_CALLBACK (update_notice), self, G_CONNECT_SWAPPED);
  update_notice (self);
}
