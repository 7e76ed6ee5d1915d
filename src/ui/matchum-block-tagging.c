/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of one block, made when its menu is opened. */
#include "config.h"

#include "ui/matchum-block-tagging.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-block-priority-table.h"
#include "store/matchum-block-tag-table.h"
#include "ui/matchum-menu.h"
#include "ui/matchum-row-menu.h"
#include "ui/matchum-tag-popover.h"

/* So many tags are offered to be taken away. */
#define MAX_TAGS 6
/* More of a word is cut in a menu. */
#define MAX_CHARS 24

/* The block, whatever the row shows by the time something is chosen. */
typedef struct {
  GWeakRef row;
  MatchumWorkspace *workspace;
  MatchumWorkspaceBaseline *baseline;
  char *block;
} Subject;

static void
subject_free (gpointer data, GClosure *closure)
{
  Subject *self = data;

  g_weak_ref_clear (&self->row);
  g_object_unref (self->workspace);
  g_object_unref (self->baseline);
  g_free (self->block);
  g_free (self);
}

static Subject *
subject_new (MatchumBlockRow *row)
{
  MatchumBlockObject *object = matchum_block_row_get_object (row);
  Subject *self = g_new0 (Subject, 1);

  g_weak_ref_init (&self->row, row);
  self->workspace = g_object_ref (matchum_block_object_get_workspace (object));
  self->baseline = g_object_ref (matchum_workspace_get_baseline (self->workspace));
  self->block = g_strdup (matchum_block_object_get_block (object)->id);
  return self;
}

static gboolean
subject_is_there (const Subject *self)
{
  return matchum_workspace_get_baseline (self->workspace) == self->baseline;
}

static void
ask (Subject *self, gboolean is_always)
{
  g_autoptr (GtkWidget) row = g_weak_ref_get (&self->row);

  if (row != NULL && subject_is_there (self))
    matchum_row_menu_present (row, matchum_tag_popover_new (self->workspace, self->block, is_always));
}

static void
always_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask (user_data, TRUE);
}

static void
never_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask (user_data, FALSE);
}

static void
untag_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Subject *self = user_data;

  if (subject_is_there (self))
    matchum_workspace_remove_tag (self->workspace, self->block, g_variant_get_string (parameter, NULL));
}

static void
priority_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Subject *self = user_data;

  g_simple_action_set_state (action, value);
  if (subject_is_there (self))
    matchum_workspace_set_priority (self->workspace, self->block,
                                    (guint) CLAMP (g_variant_get_int32 (value), 0, MATCHUM_BLOCK_PRIORITY_MAX));
}

/* Takes action. */
static void
add_action (GSimpleActionGroup *group, MatchumBlockRow *row, GSimpleAction *action, const char *signal, GCallback func)
{
  g_signal_connect_data (action, signal, func, subject_new (row), subject_free, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  g_object_unref (action);
}

static void
install (MatchumBlockRow *row, guint priority)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  add_action (group, row, g_simple_action_new ("always", NULL), "activate", G_CALLBACK (always_cb));
  add_action (group, row, g_simple_action_new ("never", NULL), "activate", G_CALLBACK (never_cb));
  add_action (group, row, g_simple_action_new ("untag", G_VARIANT_TYPE_STRING), "activate", G_CALLBACK (untag_cb));
  add_action (group, row,
              g_simple_action_new_stateful ("priority", G_VARIANT_TYPE_INT32, g_variant_new_int32 ((gint) priority)),
              "change-state", G_CALLBACK (priority_cb));
  gtk_widget_insert_action_group (GTK_WIDGET (row), "tagging", G_ACTION_GROUP (group));
}

/* An underline is no mnemonic. */
static char *
dup_shown_word (const char *word)
{
  g_autofree char *start = g_utf8_strlen (word, -1) > MAX_CHARS ? g_utf8_substring (word, 0, MAX_CHARS) : NULL;
  g_auto (GStrv) parts = g_strsplit (start != NULL ? start : word, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);

  return start != NULL ? g_strconcat (escaped, "…", NULL) : g_steal_pointer (&escaped);
}

static void
append_untag (GMenu *menu, const MatchumBlockTagRecord *tag)
{
  g_autofree char *word = dup_shown_word (tag->tag);
  g_autofree char *label = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (tag->is_always)
    /* Translators: takes a tag of an item away; %s is a word of the user's. */
    label = g_strdup_printf (_ ("No Longer Always for “%s”"), word);
  else
    /* Translators: takes a tag of an item away; %s is a word of the user's. */
    label = g_strdup_printf (_ ("No Longer Never for “%s”"), word);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "tagging.untag", "s", tag->tag);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_priorities (void)
{
  GMenu *menu = g_menu_new ();

  for (gint i = 0; i <= MATCHUM_BLOCK_PRIORITY_MAX; i++)
    {
      g_autofree char *number = i == MATCHUM_BLOCK_PRIORITY_MAX
                                    /* Translators: the highest priority of an item; %d is a number. */
                                    ? g_strdup_printf (_ ("%d, Highest"), i)
                                    : g_strdup_printf ("%d", i);
      /* Translators: no priority. */
      g_autoptr (GMenuItem) item = g_menu_item_new (i == 0 ? _ ("None") : number, NULL);

      g_menu_item_set_action_and_target (item, "tagging.priority", "i", i);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* What an application adds to the baseline is not there. */
static gboolean
can_be_tagged (MatchumWorkspace *workspace, const char *block)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (workspace);
  MatchumResume *resume = baseline != NULL ? matchum_workspace_baseline_get_resume (baseline) : NULL;
  const MatchumBlock *found = resume != NULL ? matchum_resume_lookup (resume, block) : NULL;

  return found != NULL && found->kind != MATCHUM_BLOCK_TITLE && found->kind != MATCHUM_BLOCK_REMARK;
}

void
matchum_block_tagging_append (GMenu *menu, MatchumBlockRow *row)
{
  MatchumBlockObject *object;
  MatchumWorkspace *workspace;
  const char *block;
  GMenu *section;
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GMenuModel) priorities = NULL;

  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (MATCHUM_IS_BLOCK_ROW (row));

  object = matchum_block_row_get_object (row);
  workspace = matchum_block_object_get_workspace (object);
  block = matchum_block_object_get_block (object)->id;
  if (!can_be_tagged (workspace, block))
    return;
  install (row, matchum_workspace_get_priority (workspace, block));

  section = g_menu_new ();
  matchum_menu_append (section, _ ("Al_ways for…"), "tagging.always", NULL);
  matchum_menu_append (section, _ ("Ne_ver for…"), "tagging.never", NULL);
  tags = matchum_workspace_list_tags (workspace, block);
  for (guint i = 0; i < MIN (tags->len, MAX_TAGS); i++)
    append_untag (section, tags->pdata[i]);
  priorities = create_priorities ();
  /* Translators: how much an item matters to the user when pages are made to fit. */
  g_menu_append_submenu (section, _ ("Priorit_y in Page Fits"), priorities);
  matchum_menu_append_section (menu, section);
}
