/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user says of requirements in the list itself: by the menu of a row, or by its keys. */
#include "config.h"

#include "ui/matchum-posting-pane-private.h"

static void
ring_unless (MatchumPostingPane *self, gboolean is_done)
{
  if (!is_done)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
say (MatchumPostingPane *self, MatchumClaimKind kind, GVariant *parameter)
{
  const char *criterion;
  guint requirement;

  g_variant_get (parameter, "(u&s)", &requirement, &criterion);
  ring_unless (self, self->workspace != NULL
                         && matchum_workspace_claim (self->workspace, kind, requirement,
                                                     *criterion != '\0' ? criterion : NULL, MATCHUM_BLOCK_NONE));
}

static void
have_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  say (MATCHUM_POSTING_PANE (widget), MATCHUM_CLAIM_HAVE, parameter);
}

static void
lack_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  say (MATCHUM_POSTING_PANE (widget), MATCHUM_CLAIM_LACK, parameter);
}

static void
judge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);

  ring_unless (self, self->workspace != NULL
                         && matchum_workspace_unclaim (self->workspace, g_variant_get_uint32 (parameter)));
}

/* Where the looking begins: at what shows it so far, else at the top. */
static guint
find_start (MatchumPostingPane *self, guint requirement)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  GPtrArray *evidence =
      matchum_coverage_get_verdict (matchum_workspace_get_coverage (self->workspace), requirement)->evidence;

  if (evidence->len > 0)
    return ((const MatchumEvidence *) evidence->pdata[0])->block;
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->kind == MATCHUM_BLOCK_ITEM)
      return i;
  return 0;
}

static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);
  guint requirement = g_variant_get_uint32 (parameter);

  if (self->workspace == NULL || !matchum_workspace_can_claim (self->workspace, requirement))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  matchum_workspace_set_selected_requirement (self->workspace, (int) requirement);
  matchum_workspace_set_linking (self->workspace, (int) requirement);
  g_signal_emit_by_name (self, "block-activated", find_start (self, requirement));
}

void
matchum_posting_pane_install_claims (GtkWidgetClass *pane_class)
{
  gtk_widget_class_install_action (pane_class, "posting.have", "(us)", have_cb);
  gtk_widget_class_install_action (pane_class, "posting.lack", "(us)", lack_cb);
  gtk_widget_class_install_action (pane_class, "posting.link", "u", link_cb);
  gtk_widget_class_install_action (pane_class, "posting.judge", "u", judge_cb);
}
