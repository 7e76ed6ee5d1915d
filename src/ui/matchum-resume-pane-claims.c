/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user says of items as evidence: the item that a requirement is linked to is chosen here, while a bar tells
 * which requirement it is. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-resume-pane-private.h"
#include "ui/matchum-tailor-actions.h"

/* A requirement that is longer is told in part. */
#define MOST_LETTERS 80

static char *
dup_words (MatchumWorkspace *workspace, guint requirement)
{
  MatchumRequirement *found = matchum_match_get_requirement (matchum_workspace_get_match (workspace), requirement);
  const char *text = matchum_posting_line_get_text (matchum_requirement_get_line (found));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MOST_LETTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MOST_LETTERS);
  return g_strconcat (start, "…", NULL);
}

static void
linking_cb (MatchumResumePane *self)
{
  int requirement = matchum_workspace_get_linking (self->workspace);
  g_autofree char *text = NULL;

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  if (requirement >= 0)
    {
      g_autofree char *key = matchum_workspace_dup_requirement_key (self->workspace, (guint) requirement);
      g_autofree char *words = dup_words (self->workspace, (guint) requirement);

      /* Translators: over the items of the resume: the key of a requirement, and its words. */
      text = g_strdup_printf (_ ("Choose the item that shows requirement %s: %s"), key, words);
    }
  matchum_notice_bar_set (self->linking_bar, text, _ ("_Link"), "resume.link-selected");
  matchum_notice_bar_set_second (self->linking_bar, _ ("_Cancel"), "resume.stop-linking");
  matchum_resume_pane_update_claims (self);
}

void
matchum_resume_pane_update_claims (MatchumResumePane *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resume.link-selected",
                                 self->workspace != NULL && matchum_workspace_get_linking (self->workspace) >= 0
                                     && matchum_workspace_get_selected_block (self->workspace) != MATCHUM_BLOCK_NONE);
  matchum_tailor_actions_update (GTK_WIDGET (self), self->workspace);
}

static gboolean
can_link (MatchumResumePane *self, guint block)
{
  g_autoptr (MatchumBlockObject) object = g_list_model_get_item (G_LIST_MODEL (self->blocks), block);

  return object != NULL && matchum_resume_pane_is_selectable (object);
}

/* An item that was looked for is found: the requirement is shown as it stands now. */
gboolean
matchum_resume_pane_link (MatchumResumePane *self, guint block)
{
  gboolean was_linking;
  int requirement;

  if (self->workspace == NULL || !can_link (self, block))
    return FALSE;
  was_linking = matchum_workspace_get_linking (self->workspace) >= 0;
  requirement = matchum_workspace_link_block (self->workspace, block);
  if (requirement < 0)
    return FALSE;
  if (was_linking)
    matchum_workspace_set_selected_requirement (self->workspace, requirement);
  if (was_linking)
    g_signal_emit (self, matchum_resume_pane_get_signal (MATCHUM_RESUME_PANE_REQUIREMENT_ACTIVATED), 0, requirement);
  return TRUE;
}

static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!matchum_resume_pane_link (MATCHUM_RESUME_PANE (widget), g_variant_get_uint32 (parameter)))
    gtk_widget_error_bell (widget);
}

static void
link_selected_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);

  if (self->workspace == NULL
      || !matchum_resume_pane_link (self, matchum_workspace_get_selected_block (self->workspace)))
    gtk_widget_error_bell (widget);
}

/* The requirement that the looking began at is selected again. */
static void
stop_linking_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);
  int requirement = self->workspace != NULL ? matchum_workspace_get_linking (self->workspace) : -1;

  if (requirement < 0)
    return;
  matchum_workspace_set_linking (self->workspace, -1);
  matchum_workspace_set_selected_requirement (self->workspace, requirement);
  g_signal_emit (self, matchum_resume_pane_get_signal (MATCHUM_RESUME_PANE_REQUIREMENT_ACTIVATED), 0, requirement);
}

static void
not_this_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);
  guint block, requirement;

  g_variant_get (parameter, "(uu)", &block, &requirement);
  if (self->workspace == NULL
      || !matchum_workspace_claim (self->workspace, MATCHUM_CLAIM_NOT_THIS, requirement, NULL, block))
    gtk_widget_error_bell (widget);
}

void
matchum_resume_pane_install_claims (GtkWidgetClass *pane_class)
{
  gtk_widget_class_install_action (pane_class, "resume.link", "u", link_cb);
  gtk_widget_class_install_action (pane_class, "resume.link-selected", NULL, link_selected_cb);
  gtk_widget_class_install_action (pane_class, "resume.stop-linking", NULL, stop_linking_cb);
  gtk_widget_class_install_action (pane_class, "resume.not-this", "(uu)", not_this_cb);
}

void
matchum_resume_pane_connect_claims (MatchumResumePane *self)
{
  g_signal_connect_object (self->workspace, "notify::linking", G_CALLBACK (linking_cb), self, G_CONNECT_SWAPPED);
  linking_cb (self);
}
