/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the links of an entry into words and into its menu. */
#include "config.h"

#include "ui/matchum-block-links.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-menu.h"
#include "ui/matchum-word-breaks.h"

#define ICON_SIZE 14
#define BUTTON_SPACING 5

static const char *
get_other_name (MatchumWorkspace *workspace, const MatchumWorkspaceLink *link)
{
  return matchum_workspace_baseline_get_name (matchum_workspace_find_baseline (workspace, link->other_baseline));
}

char *
matchum_block_links_dup_mark (MatchumWorkspace *workspace, const MatchumWorkspaceLink *link)
{
  const char *name = get_other_name (workspace, link);
  guint n_changes;

  switch (matchum_workspace_get_link_state (workspace, link))
    {
    case MATCHUM_LINK_OTHER_CHANGED:
      n_changes = matchum_workspace_count_link_changes (workspace, link);
      if (n_changes == 0)
        /* Translators: of an entry; %s is the name of a resume where the same entry stands in other words or another
         * language. */
        return g_strdup_printf (_ ("%s changed since: its lines are in another order"), name);
      /* Translators: of an entry; %s is the name of a resume where the same entry stands in other words or another
       * language. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s changed since: %u line", "%s changed since: %u lines",
                                           n_changes),
                              name, n_changes);
    case MATCHUM_LINK_BOTH_CHANGED:
      /* Translators: of an entry; %s is the name of a resume where the same entry stands in other words or another
       * language. */
      return g_strdup_printf (_ ("This and %s both changed since"), name);
    case MATCHUM_LINK_BROKEN:
      /* Translators: of an entry that is linked to one of another resume; %s is the name of that. */
      return g_strdup_printf (_ ("The linked entry in %s is gone"), name);
    case MATCHUM_LINK_AGREES:
    case MATCHUM_LINK_CHANGED:
    default:
      return NULL;
    }
}

static void
append_text (char **text, char *more)
{
  char *joined = *text != NULL ? g_strjoin (" · ", *text, more, NULL) : g_strdup (more);

  g_free (*text);
  g_free (more);
  *text = joined;
}

void
matchum_block_links_read (MatchumWorkspace *workspace, const MatchumBlock *block, MatchumBlockState *state)
{
  MatchumWorkspaceBaseline *baseline;
  g_autoptr (GPtrArray) links = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (workspace));
  g_return_if_fail (block != NULL && state != NULL);

  baseline = matchum_workspace_get_baseline (workspace);
  if (baseline == NULL || block->kind != MATCHUM_BLOCK_ENTRY)
    return;
  links = matchum_workspace_list_links (workspace, baseline, block->id);
  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *words = matchum_workspace_dup_link_words (workspace, links->pdata[i]);
      char *mark = matchum_block_links_dup_mark (workspace, links->pdata[i]);

      append_text (&state->link_text,
                   /* Translators: of an entry: the name of a resume, and the same entry there. */
                   g_strdup_printf (_ ("Linked to %s: %s"), get_other_name (workspace, links->pdata[i]), words));
      if (mark != NULL)
        append_text (&state->link_mark, mark);
    }
}

/* An underline in a name is no mnemonic. */
static char *
dup_escaped (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_with_pair (GMenu *menu, const char *label, const char *action, const char *first, const char *second)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(ss)", first, second);
  g_menu_append_item (menu, item);
}

static void
append_with_id (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/* With one link the names are plain; with more each says which it is. */
static void
append_link (GMenu *menu, MatchumWorkspace *workspace, const MatchumWorkspaceLink *link, gboolean is_only)
{
  g_autofree char *name = dup_escaped (get_other_name (workspace, link));
  /* Translators: in the menu of an entry; %s is the name of another resume. */
  g_autofree char *show = g_strdup_printf (_ ("_Show in %s"), name);
  /* Translators: in the menu of an entry; %s is the name of another resume. */
  g_autofree char *unlink = is_only ? g_strdup (_ ("Unlin_k")) : g_strdup_printf (_ ("Unlin_k from %s"), name);

  if (matchum_workspace_is_link_marked (workspace, link))
    append_with_id (menu, _ ("What Chan_ged…"), "win.review-links", link->entry);
  if (matchum_workspace_get_link_state (workspace, link) != MATCHUM_LINK_BROKEN)
    append_with_pair (menu, show, "win.show-linked", link->other_baseline, link->other_entry);
  if (matchum_library_get_read_only_reason (matchum_workspace_get_library (workspace)) == NULL)
    append_with_pair (menu, unlink, "win.unlink-entry", link->entry, link->other_baseline);
}

static guint
count_others (MatchumWorkspace *workspace, MatchumWorkspaceBaseline *baseline)
{
  GListModel *baselines = matchum_workspace_get_baselines (workspace);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (baselines); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) other = g_list_model_get_item (baselines, i);

      n += other != baseline && !matchum_workspace_baseline_is_archived (other);
    }
  return n;
}

void
matchum_block_links_append_menu (GMenu *menu, MatchumWorkspace *workspace, const MatchumBlock *block)
{
  MatchumWorkspaceBaseline *baseline;
  g_autoptr (GPtrArray) links = NULL;
  guint n_others;

  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (MATCHUM_IS_WORKSPACE (workspace));
  g_return_if_fail (block != NULL);

  baseline = matchum_workspace_get_baseline (workspace);
  if (baseline == NULL || (block->kind != MATCHUM_BLOCK_ENTRY && block->kind != MATCHUM_BLOCK_SECTION))
    return;
  n_others = count_others (workspace, baseline);
  links = block->kind == MATCHUM_BLOCK_ENTRY ? matchum_workspace_list_links (workspace, baseline, block->id)
                                             : g_ptr_array_new ();
  for (guint i = 0; i < links->len; i++)
    append_link (menu, workspace, links->pdata[i], links->len == 1);
  if (!matchum_workspace_can_link_entries (workspace, baseline))
    return;
  if (block->kind == MATCHUM_BLOCK_ENTRY && links->len < n_others)
    append_with_id (menu, n_others == 1 ? _ ("Link to the Other Resu_me…") : _ ("Link to Another Resu_me…"),
                    "win.link-entry", block->id);
  append_with_id (menu, _ ("Link All That Are _Clearly the Same…"), "win.link-entries",
                  matchum_workspace_baseline_get_id (baseline));
}

/* Widgets --------------------------------------------------------------------------------------------------------- */

static void
insert_after (GtkWidget *widget, GtkWidget *after)
{
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (after)), widget, after);
}

void
matchum_block_links_show_icon (GtkWidget **icon, GtkWidget *after, const char *said)
{
  g_return_if_fail (icon != NULL);
  g_return_if_fail (GTK_IS_WIDGET (after));

  if (*icon == NULL && said == NULL)
    return;
  if (*icon == NULL)
    {
      *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "matchum-linked-symbolic", "pixel-size", ICON_SIZE, "valign",
                            GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (*icon, "linkicon");
      insert_after (*icon, after);
    }
  gtk_widget_set_tooltip_text (*icon, said);
  gtk_widget_set_visible (*icon, said != NULL);
}

static GtkWidget *
create_button (void)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, BUTTON_SPACING);

  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "valign", GTK_ALIGN_START,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), matchum_word_breaks_new_label ("", NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "linkmark");
  return button;
}

/* What was changed on the other side is told where it is to be changed, too. */
void
matchum_block_links_show_button (GtkWidget **button, GtkWidget *after, const char *said, const char *entry)
{
  GtkWidget *label;

  g_return_if_fail (button != NULL);
  g_return_if_fail (GTK_IS_WIDGET (after));
  g_return_if_fail (entry != NULL);

  if (*button == NULL && said == NULL)
    return;
  if (*button == NULL)
    {
      *button = create_button ();
      insert_after (*button, after);
    }
  gtk_widget_set_visible (*button, said != NULL);
  if (said == NULL)
    return;
  label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (*button)));
  gtk_label_set_text (GTK_LABEL (label), said);
  matchum_word_breaks_apply (GTK_LABEL (label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (*button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (*button), "s", entry);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (*button), "win.review-links");
}
