/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus of lines of a posting, made when they are opened: what a line is decides what is in them. */
#include "config.h"

#include "ui/matchum-line-menu.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-menu.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-row-menu.h"

/* So many of what is missing are offered to be called otherwise. */
#define MOST_MISSING 4

static void
append_kinds (GMenu *menu, const MatchumPostingLine *line)
{
  g_autoptr (GMenu) kinds = g_menu_new ();

  matchum_menu_append (kinds, _ ("_Required"), "posting-row.kind::required", "<Alt>1");
  matchum_menu_append (kinds, _ ("_Preferred"), "posting-row.kind::preferred", "<Alt>2");
  /* Translators: what a line of a posting is. */
  matchum_menu_append (kinds, line->is_heading ? _ ("_Duties") : _ ("_Duty"), "posting-row.kind::duty", "<Alt>3");
  /* Translators: of a line of a posting: it asks for nothing. */
  matchum_menu_append (kinds, _ ("_Leave Out"), "posting-row.kind::other", "<Alt>4");
  /* Translators: a submenu: "Required", "Preferred", "Duty", "Leave Out". */
  g_menu_append_submenu (menu, line->is_heading ? _ ("_Count Section as") : _ ("_Count as"), G_MENU_MODEL (kinds));
}

static void
append_words (GMenu *menu, MatchumWorkspace *workspace, guint index, const MatchumPostingLine *line)
{
  matchum_menu_append (menu, line->is_heading ? _ ("_Edit Heading…") : _ ("_Edit Line…"), "posting-row.edit", "F2");
  if (!line->is_heading)
    matchum_menu_append (menu, _ ("_Split…"), "posting-row.split", NULL);
  if (matchum_line_menu_can_join (workspace, index))
    matchum_menu_append (menu, line->is_heading ? _ ("_Join with the Heading Above") : _ ("_Join with the Line Above"),
                         "posting-row.join", "<Control>j");
  if (matchum_line_menu_can_be_heading (workspace, index))
    matchum_menu_append (menu, line->is_heading ? _ ("Make This Heading a L_ine") : _ ("Make This Line a _Heading"),
                         "posting-row.heading", NULL);
}

static void
append_line (GMenu *menu, GMenu *resets, MatchumWorkspace *workspace, guint index)
{
  MatchumPosting *posting = matchum_workspace_get_posting (workspace);
  const MatchumPostingLine *line;
  GMenu *kinds = g_menu_new (), *words = g_menu_new ();

  if (posting != NULL && index < matchum_posting_get_n_lines (posting))
    {
      line = matchum_posting_get_line (posting, index);
      append_kinds (kinds, line);
      append_words (words, workspace, index, line);
      if (line->by_hand != 0)
        matchum_menu_append (resets, _ ("Read as _Before"), "posting-row.reset", NULL);
    }
  matchum_menu_append_section (menu, kinds);
  matchum_menu_append_section (menu, words);
}

/* What is missing may be called otherwise in the resume. */
static void
append_missing (GMenu *menu, MatchumWorkspace *workspace, MatchumPostingObject *object)
{
  g_autoptr (GPtrArray) names = NULL;

  if (matchum_posting_object_get_kind (object) != MATCHUM_POSTING_ROW_REQUIREMENT)
    return;
  names = matchum_workspace_list_countable (workspace, matchum_posting_object_get_requirement (object));
  for (guint i = 0; i < MIN (names->len, MOST_MISSING); i++)
    {
      g_auto (GStrv) parts = g_strsplit (names->pdata[i], "_", -1);
      g_autofree char *escaped = g_strjoinv ("__", parts);
      /* Translators: %s is a skill that a resume does not name. */
      g_autofree char *label = g_strdup_printf (_ ("Count a _Name as “%s”…"), escaped);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.add-name", "s", names->pdata[i]);
      g_menu_append_item (menu, item);
    }
}

static gboolean
has_corrections (MatchumWorkspace *workspace)
{
  g_autoptr (GPtrArray) unplaced = matchum_workspace_list_unplaced (workspace);

  return unplaced->len > 0 || matchum_workspace_count_corrections (workspace) > 0;
}

static GMenuModel *
create_menu (MatchumWorkspace *workspace, MatchumPostingObject *object)
{
  gboolean can_write = matchum_library_get_read_only_reason (matchum_workspace_get_library (workspace)) == NULL;
  GMenu *menu = g_menu_new (), *resets = g_menu_new (), *text = g_menu_new (), *missing = g_menu_new ();

  if (can_write)
    {
      append_line (menu, resets, workspace, matchum_posting_object_get_line (object));
      append_missing (missing, workspace, object);
    }
  matchum_menu_append_section (menu, missing);
  if (can_write && has_corrections (workspace))
    matchum_menu_append (resets, _ ("Read _Whole Posting as Before"), "posting.reset-all", NULL);
  matchum_menu_append (text, _ ("Edit Posting as _Text…"), "win.edit-posting", "<Control>t");
  matchum_menu_append_section (menu, resets);
  matchum_menu_append_section (menu, text);
  return G_MENU_MODEL (menu);
}

gboolean
matchum_line_menu_is_of (MatchumPostingObject *object)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_OBJECT (object), FALSE);

  return matchum_posting_object_get_line (object) != MATCHUM_POSTING_NO_LINE
         || matchum_posting_object_get_kind (object) == MATCHUM_POSTING_ROW_NAME;
}

void
matchum_line_menu_popup (MatchumPostingRow *row, double x, double y)
{
  MatchumPostingObject *object;
  MatchumWorkspace *workspace;
  GtkWidget *pane;
  g_autoptr (GMenuModel) model = NULL;

  g_return_if_fail (MATCHUM_IS_POSTING_ROW (row));

  object = matchum_posting_row_get_object (row);
  pane = gtk_widget_get_ancestor (GTK_WIDGET (row), MATCHUM_TYPE_POSTING_PANE);
  workspace = pane != NULL ? matchum_posting_pane_get_workspace (MATCHUM_POSTING_PANE (pane)) : NULL;
  if (object == NULL || workspace == NULL || !matchum_line_menu_is_of (object))
    return;
  model = create_menu (workspace, object);
  matchum_row_menu_popup (GTK_WIDGET (row), model, x, y);
}

gboolean
matchum_line_menu_can_join (MatchumWorkspace *workspace, guint line)
{
  MatchumPosting *posting;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), FALSE);

  posting = matchum_workspace_get_posting (workspace);
  return matchum_workspace_can_join_line (workspace, line)
         && matchum_posting_get_line (posting, line)->is_heading
                == matchum_posting_get_line (posting, line - 1)->is_heading;
}

gboolean
matchum_line_menu_can_be_heading (MatchumWorkspace *workspace, guint line)
{
  MatchumPosting *posting;
  const MatchumPostingLine *shown;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), FALSE);

  posting = matchum_workspace_get_posting (workspace);
  if (posting == NULL || line >= matchum_posting_get_n_lines (posting))
    return FALSE;
  shown = matchum_posting_get_line (posting, line);
  return shown->part == 0
         && (line + 1 == matchum_posting_get_n_lines (posting)
             || matchum_posting_get_line (posting, line + 1)->read_index != shown->read_index);
}
