/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar over the resume that tells how many of its entries are to be looked at, since what they are linked to
 * changed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-resume-pane-private.h"
#include "ui/matchum-workspace-links.h"

/* The name of the one other resume that all of them are linked to; NULL where there are several, or an entry is gone.
 */
static const char *
find_only_name (MatchumResumePane *self, GPtrArray *links)
{
  const MatchumWorkspaceLink *first = links->pdata[0];

  for (guint i = 0; i < links->len; i++)
    {
      const MatchumWorkspaceLink *link = links->pdata[i];

      if (!g_str_equal (link->other_baseline, first->other_baseline)
          || matchum_workspace_get_link_state (self->workspace, link) == MATCHUM_LINK_BROKEN)
        return NULL;
    }
  return matchum_workspace_baseline_get_name (matchum_workspace_find_baseline (self->workspace, first->other_baseline));
}

static char *
dup_text (MatchumResumePane *self, GPtrArray *links)
{
  const char *name = find_only_name (self, links);

  if (name != NULL)
    /* Translators: over a resume: how many entries changed in another resume, whose name is %s. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u linked entry changed in %s",
                                         "%u linked entries changed in %s", links->len),
                            links->len, name);
  /* Translators: over a resume. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link of an entry is to be looked at",
                                       "%u links of entries are to be looked at", links->len),
                          links->len);
}

/* While a resume is tailored, its rows tell. */
static void
links_changed_cb (MatchumResumePane *self)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);
  g_autoptr (GPtrArray) marked = NULL;
  g_autofree char *text = NULL;

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  if (baseline != NULL && matchum_workspace_get_current (self->workspace) == NULL)
    marked = matchum_workspace_list_marked (self->workspace, baseline);
  if (marked != NULL && marked->len > 0)
    text = dup_text (self, marked);
  matchum_notice_bar_set (self->links_bar, text, _ ("_Review"), "resume.review-links");
}

static void
review_links_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.review-links", "s", "");
}

void
matchum_resume_pane_install_links (GtkWidgetClass *pane_class)
{
  gtk_widget_class_install_action (pane_class, "resume.review-links", NULL, review_links_cb);
}

void
matchum_resume_pane_connect_links (MatchumResumePane *self)
{
  g_signal_connect_object (self->workspace, "links-changed", G_CALLBACK (links_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (links_changed_cb), self, G_CONNECT_SWAPPED);
  links_changed_cb (self);
}
