/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both panes can do, by key and by button. */
#include "config.h"

#include "ui/matchum-tailor-actions.h"

#include "ui/matchum-verdict-words.h"

static MatchumWorkspace *
dup_workspace (GtkWidget *pane)
{
  MatchumWorkspace *workspace = NULL;

  g_object_get (pane, "workspace", &workspace, NULL);
  return workspace;
}

static gboolean
is_open (MatchumCoverage *coverage, guint requirement)
{
  return matchum_standing_is_open (matchum_verdict_get_standing (matchum_coverage_get_verdict (coverage, requirement)));
}

static void
clear_selection_cb (GtkWidget *pane, const char *name, GVariant *parameter)
{
  g_autoptr (MatchumWorkspace) workspace = dup_workspace (pane);

  if (workspace == NULL)
    return;
  if (matchum_workspace_get_linking (workspace) >= 0)
    {
      if (!gtk_widget_activate_action (pane, "resume.stop-linking", NULL))
        matchum_workspace_set_linking (workspace, -1);
      return;
    }
  matchum_workspace_set_selected_requirement (workspace, -1);
  matchum_workspace_set_selected_block (workspace, MATCHUM_BLOCK_NONE);
}

static void
select_open (GtkWidget *pane, int (*find) (MatchumWorkspace *workspace, int from))
{
  g_autoptr (MatchumWorkspace) workspace = dup_workspace (pane);
  int found = -1;

  if (workspace != NULL)
    found = find (workspace, matchum_workspace_get_selected_requirement (workspace));
  if (found >= 0)
    matchum_workspace_set_selected_requirement (workspace, found);
  else
    gtk_widget_error_bell (pane);
}

static void
next_open_cb (GtkWidget *pane, const char *name, GVariant *parameter)
{
  select_open (pane, matchum_workspace_find_next_open);
}

static void
previous_open_cb (GtkWidget *pane, const char *name, GVariant *parameter)
{
  select_open (pane, matchum_workspace_find_previous_open);
}

static void
say (GtkWidget *pane, MatchumClaimKind kind)
{
  g_autoptr (MatchumWorkspace) workspace = dup_workspace (pane);
  int requirement = workspace != NULL ? matchum_workspace_get_selected_requirement (workspace) : -1;

  if (requirement < 0 || !matchum_workspace_claim (workspace, kind, (guint) requirement, NULL, MATCHUM_BLOCK_NONE))
    gtk_widget_error_bell (pane);
}

static void
have_cb (GtkWidget *pane, const char *name, GVariant *parameter)
{
  say (pane, MATCHUM_CLAIM_HAVE);
}

static void
lack_cb (GtkWidget *pane, const char *name, GVariant *parameter)
{
  say (pane, MATCHUM_CLAIM_LACK);
}

static void
judge_cb (GtkWidget *pane, const char *name, GVariant *parameter)
{
  g_autoptr (MatchumWorkspace) workspace = dup_workspace (pane);
  int requirement = workspace != NULL ? matchum_workspace_get_selected_requirement (workspace) : -1;

  if (requirement < 0 || !matchum_workspace_unclaim (workspace, (guint) requirement))
    gtk_widget_error_bell (pane);
}

void
matchum_tailor_actions_install (GtkWidgetClass *pane_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (pane_class));

  gtk_widget_class_install_action (pane_class, "tailor.clear-selection", NULL, clear_selection_cb);
  gtk_widget_class_install_action (pane_class, "tailor.next-open", NULL, next_open_cb);
  gtk_widget_class_install_action (pane_class, "tailor.previous-open", NULL, previous_open_cb);
  gtk_widget_class_install_action (pane_class, "tailor.have", NULL, have_cb);
  gtk_widget_class_install_action (pane_class, "tailor.lack", NULL, lack_cb);
  gtk_widget_class_install_action (pane_class, "tailor.judge", NULL, judge_cb);
  gtk_widget_class_add_binding_action (pane_class, GDK_KEY_Escape, 0, "tailor.clear-selection", NULL);
}

void
matchum_tailor_actions_bind_keys (GtkWidgetClass *row_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (row_class));

  gtk_widget_class_add_binding_action (row_class, GDK_KEY_n, 0, "tailor.next-open", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_n, GDK_SHIFT_MASK, "tailor.previous-open", NULL);
}

void
matchum_tailor_actions_update (GtkWidget *pane, MatchumWorkspace *workspace)
{
  gboolean has_selection;

  g_return_if_fail (GTK_IS_WIDGET (pane));

  has_selection =
      workspace != NULL
      && (matchum_workspace_get_linking (workspace) >= 0 || matchum_workspace_get_selected_requirement (workspace) >= 0
          || matchum_workspace_get_selected_block (workspace) != MATCHUM_BLOCK_NONE);
  gtk_widget_action_set_enabled (pane, "tailor.clear-selection", has_selection);
}

int
matchum_workspace_find_next_open (MatchumWorkspace *workspace, int from)
{
  MatchumCoverage *coverage;
  guint n_requirements;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), -1);

  coverage = matchum_workspace_get_coverage (workspace);
  n_requirements = coverage != NULL ? matchum_match_get_n_requirements (matchum_coverage_get_match (coverage)) : 0;
  for (guint i = 1; i <= n_requirements; i++)
    {
      guint at = (guint) ((from < 0 ? -1 : from) + (int) i) % n_requirements;

      if (is_open (coverage, at))
        return (int) at;
    }
  return -1;
}

int
matchum_workspace_find_previous_open (MatchumWorkspace *workspace, int from)
{
  MatchumCoverage *coverage;
  guint n_requirements, start;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), -1);

  coverage = matchum_workspace_get_coverage (workspace);
  n_requirements = coverage != NULL ? matchum_match_get_n_requirements (matchum_coverage_get_match (coverage)) : 0;
  start = from < 0 ? n_requirements : (guint) from;
  for (guint i = 1; i <= n_requirements; i++)
    {
      guint at = (start + n_requirements - i) % n_requirements;

      if (is_open (coverage, at))
        return (int) at;
    }
  return -1;
}
