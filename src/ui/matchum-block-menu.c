/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus of blocks, made when they are opened: what a block is decides what is in them. */
#include "config.h"

#include "ui/matchum-block-menu.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-block-editor.h"
#include "ui/matchum-block-links.h"
#include "ui/matchum-block-tagging.h"
#include "ui/matchum-menu.h"
#include "ui/matchum-row-menu.h"

/* So many of the requirements that a block speaks for are offered to be taken from it. */
#define MOST_DENIED 4

/* What the user says of the block as evidence. */
static void
append_claims (GMenu *menu, MatchumWorkspace *workspace, const MatchumBlockState *state)
{
  int target = matchum_workspace_get_link_target (workspace);

  if (target >= 0)
    {
      g_autofree char *key = matchum_workspace_dup_requirement_key (workspace, (guint) target);
      /* Translators: %s is the short name of a requirement: a number or a letter. */
      g_autofree char *label = g_strdup_printf (_ ("_Link to Requirement %s"), key);

      matchum_menu_append (menu, label, "block.link", "l");
    }
  for (guint i = 0; i < MIN (state->keys->len, MOST_DENIED); i++)
    {
      const MatchumBlockKey *key = &g_array_index (state->keys, MatchumBlockKey, i);
      /* Translators: %s is the short name of a requirement: a number or a letter. */
      g_autofree char *label = g_strdup_printf (_ ("Does _Not Show Requirement %s"), key->label);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (!matchum_workspace_can_claim (workspace, key->requirement))
        continue;
      g_menu_item_set_action_and_target (item, "block.not-this", "u", key->requirement);
      g_menu_append_item (menu, item);
    }
}

/* Words of its own that the posting that is open has for the block, or may have. */
static void
append_wording (GMenu *menu, MatchumWorkspace *workspace, const MatchumBlock *block)
{
  if (matchum_workspace_get_current (workspace) == NULL || !matchum_block_editor_is_possible (workspace, block->index))
    return;
  matchum_menu_append (menu, _ ("_Reword for This Posting"), "block.reword", "<Shift>F2");
  if (matchum_workspace_get_wording (workspace, block->id) != MATCHUM_WORDING_NONE)
    matchum_menu_append (menu, _ ("Use the Re_sume’s Words"), "block.drop-wording", NULL);
  if (matchum_workspace_get_wording (workspace, block->id) == MATCHUM_WORDING_OLD)
    matchum_menu_append (menu, _ ("Review Own Wordin_g…"), "block.review-wording", NULL);
}

static void
append_title_line (GMenu *menu, MatchumWorkspace *workspace, const MatchumBlock *block)
{
  if (matchum_workspace_get_current (workspace) != NULL
      && (block->kind == MATCHUM_BLOCK_TITLE || matchum_workspace_find_title_line (workspace) == block->index))
    matchum_menu_append (menu, _ ("Title Line _for This Posting…"), "block.title-line", NULL);
}

static void
append_order (GMenu *menu, MatchumWorkspace *workspace, const MatchumBlock *block)
{
  if (matchum_workspace_can_move_block (workspace, block->id, -1))
    matchum_menu_append (menu, _ ("Move _Up"), "block.move-up", "<Alt>Up");
  if (matchum_workspace_can_move_block (workspace, block->id, 1))
    matchum_menu_append (menu, _ ("Move D_own"), "block.move-down", "<Alt>Down");
  if (matchum_workspace_has_own_order (workspace))
    matchum_menu_append (menu, _ ("_Back to the Resume’s Order"), "resume.reset-order", NULL);
}

static void
append_usage (GMenu *menu, MatchumWorkspace *workspace, const MatchumBlock *block)
{
  g_autoptr (GMenuItem) item = NULL;

  if (block->kind == MATCHUM_BLOCK_TITLE || block->kind == MATCHUM_BLOCK_REMARK
      || matchum_workspace_get_baseline (workspace) == NULL)
    return;
  item = g_menu_item_new (_ ("Where _It Was Used…"), NULL);
  g_menu_item_set_action_and_target (item, "win.usage-of", "s", block->id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (MatchumBlockRow *row, MatchumBlockObject *object)
{
  MatchumWorkspace *workspace = matchum_block_object_get_workspace (object);
  const MatchumBlock *block = matchum_block_object_get_block (object);
  const MatchumBlockState *state = matchum_block_object_get_state (object);
  gboolean can_write = matchum_library_get_read_only_reason (matchum_workspace_get_library (workspace)) == NULL;
  GMenu *menu = g_menu_new (), *words = g_menu_new (), *choices = g_menu_new (), *ends = g_menu_new ();
  GMenu *claims = g_menu_new (), *order = g_menu_new (), *links = g_menu_new (), *uses = g_menu_new ();

  if (matchum_block_editor_is_possible (workspace, block->index))
    matchum_menu_append (words, _ ("_Edit"), "block.edit", "F2");
  append_wording (words, workspace, block);
  if (can_write)
    append_title_line (words, workspace, block);
  if (can_write && matchum_workspace_find_in_baseline (workspace, block->id) != NULL)
    matchum_menu_append (words, _ ("_Add Item Below"), "block.add-below", "Insert");
  if (matchum_workspace_get_baseline (workspace) != NULL)
    matchum_menu_append (words, _ ("Edit as _Text Here…"), "block.edit-source", "<Control>u");
  if (state->can_edit)
    {
      matchum_menu_append (choices, state->is_visible ? _ ("_Hide") : _ ("_Show"), "block.toggle-hidden", "space");
      matchum_menu_append (choices, state->is_pinned ? _ ("Un_pin") : _ ("_Pin"), "block.toggle-pinned", "p");
    }
  if (can_write && block->kind != MATCHUM_BLOCK_TITLE
      && matchum_workspace_find_in_baseline (workspace, block->id) != NULL)
    matchum_menu_append (ends, _ ("_Delete from Resume"), "block.delete",
                         matchum_workspace_get_current (workspace) == NULL ? "Delete" : NULL);
  matchum_menu_append_section (menu, words);
  matchum_menu_append_section (menu, choices);
  if (state->can_edit)
    append_claims (claims, workspace, state);
  matchum_menu_append_section (menu, claims);
  append_order (order, workspace, block);
  matchum_menu_append_section (menu, order);
  matchum_block_links_append_menu (links, workspace, block);
  matchum_menu_append_section (menu, links);
  if (can_write)
    matchum_block_tagging_append (menu, row);
  append_usage (uses, workspace, block);
  matchum_menu_append_section (menu, uses);
  matchum_menu_append_section (menu, ends);
  return G_MENU_MODEL (menu);
}

void
matchum_block_menu_popup (MatchumBlockRow *row, double x, double y)
{
  MatchumBlockObject *object;
  g_autoptr (GMenuModel) model = NULL;

  g_return_if_fail (MATCHUM_IS_BLOCK_ROW (row));

  object = matchum_block_row_get_object (row);
  if (object == NULL)
    return;
  model = create_menu (row, object);
  matchum_row_menu_popup (GTK_WIDGET (row), model, x, y);
}

void
matchum_block_menu_drop (MatchumBlockRow *row)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_ROW (row));

  matchum_row_menu_drop (GTK_WIDGET (row));
}
