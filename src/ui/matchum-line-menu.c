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

static void
append_have_one (GMenu *menu, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);
  /* Translators: an item of a menu; %s is a skill that a posting asks for. */
  g_autofree char *label = g_strdup_printf (_ ("I Have “%s”"), escaped);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "posting-row.have", "s", name);
  g_menu_append_item (menu, item);
}

static void
append_all (GMenu *menu, const char *label, const char *action, const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", "");
  g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

/* Each of what is missing, once. */
static GPtrArray *
list_missing (const MatchumVerdict *verdict)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < verdict->missing->len && names->len < MOST_MISSING; i++)
    if (!g_ptr_array_find_with_equal_func (names, verdict->missing->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (names, verdict->missing->pdata[i]);
  return names;
}

/* Where more is asked than what is missing, that can be said to be had by itself. */
static void
append_have (GMenu *menu, const MatchumVerdict *verdict)
{
  g_autoptr (GPtrArray) missing = list_missing (verdict);
  gboolean is_one_of_several = verdict->status == MATCHUM_STATUS_PARTIAL || missing->len > 1;

  for (guint i = 0; is_one_of_several && i < missing->len; i++)
    append_have_one (menu, missing->pdata[i]);
  append_all (menu, is_one_of_several ? _ ("I Ha_ve All of This") : _ ("I Ha_ve This"), "posting-row.have", "h");
}

/* What the user says of a requirement. */
static void
append_claims (GMenu *menu, MatchumWorkspace *workspace, MatchumPostingObject *object)
{
  guint requirement = matchum_posting_object_get_requirement (object);
  const MatchumVerdict *verdict;

  if (matchum_posting_object_get_kind (object) != MATCHUM_POSTING_ROW_REQUIREMENT
      || !matchum_workspace_can_claim (workspace, requirement))
    return;
  verdict = matchum_coverage_get_verdict (matchum_workspace_get_coverage (workspace), requirement);
  append_have (menu, verdict);
  append_all (menu, _ ("I _Do Not Have This"), "posting-row.lack", "<Shift>h");
  matchum_menu_append (menu, _ ("_Link Evidence…"), "posting-row.link", "l");
  if (matchum_workspace_has_claims (workspace, requirement))
    matchum_menu_append (menu, _ ("Judge It _Again"), "posting-row.judge", "j");
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
  GMenu *claims = g_menu_new ();

  append_claims (claims, workspace, object);
  matchum_menu_append_section (menu, claims);
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
