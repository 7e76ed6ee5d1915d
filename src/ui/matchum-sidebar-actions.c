/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions, keys and menus of the rows of the sidebar. */
#include "config.h"

#include "ui/matchum-sidebar-actions.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-baseline-row.h"
#include "ui/matchum-menu.h"
#include "ui/matchum-rename-popover.h"
#include "ui/matchum-row-menu.h"
#include "ui/matchum-sidebar-drag.h"
#include "ui/matchum-sidebar-row.h"
#include "ui/matchum-sidebar.h"
#include "ui/matchum-workspace-links.h"

static MatchumSidebar *
get_sidebar (GtkWidget *row)
{
  return MATCHUM_SIDEBAR (gtk_widget_get_ancestor (row, MATCHUM_TYPE_SIDEBAR));
}

static MatchumWorkspacePosting *
get_posting (GtkWidget *row)
{
  return MATCHUM_IS_SIDEBAR_ROW (row) ? matchum_sidebar_row_get_posting (MATCHUM_SIDEBAR_ROW (row)) : NULL;
}

static MatchumWorkspaceBaseline *
get_baseline (GtkWidget *row)
{
  return MATCHUM_IS_BASELINE_ROW (row) ? matchum_baseline_row_get_baseline (MATCHUM_BASELINE_ROW (row)) : NULL;
}

/* What an action works on. Rows come, go and show other things while an edit is made, so all of this is held. */
typedef struct {
  MatchumSidebar *sidebar;
  MatchumWorkspace *workspace;
  MatchumWorkspacePosting *posting; /* or */
  MatchumWorkspaceBaseline *baseline;
  gboolean has_focus;
} Task;

static void
clear_task (Task *task)
{
  g_clear_object (&task->sidebar);
  g_clear_object (&task->workspace);
  g_clear_object (&task->posting);
  g_clear_object (&task->baseline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Task, clear_task)

static gboolean
start_task (Task *task, GtkWidget *row)
{
  MatchumSidebar *sidebar = get_sidebar (row);

  *task = (Task){ NULL };
  if (sidebar == NULL || matchum_sidebar_get_workspace (sidebar) == NULL)
    return FALSE;
  g_set_object (&task->sidebar, sidebar);
  g_set_object (&task->workspace, matchum_sidebar_get_workspace (sidebar));
  g_set_object (&task->posting, get_posting (row));
  g_set_object (&task->baseline, get_baseline (row));
  task->has_focus = (gtk_widget_get_state_flags (GTK_WIDGET (sidebar)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  return task->posting != NULL || task->baseline != NULL;
}

/* Waits for the edit, so that what is told of it is true. */
static void
flush (const Task *task)
{
  matchum_library_flush (matchum_workspace_get_library (task->workspace));
}

static gboolean
is_listed (GListModel *model, gpointer object)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item == object)
        return TRUE;
    }
  return FALSE;
}

/* The focus was on a row that is gone, or may have been. */
static void
end_task (const Task *task)
{
  if (task->has_focus)
    matchum_sidebar_focus (task->sidebar);
}

/* Names */

static void
renamed_cb (GtkWidget *row, const char *name, const char *title)
{
  g_auto (Task) task = { NULL };

  if (!start_task (&task, row))
    return;
  if (task.posting != NULL)
    matchum_workspace_rename_posting (task.workspace, task.posting, name, title);
  else if (name != NULL)
    matchum_workspace_rename_baseline (task.workspace, task.baseline, name);
}

static void open_popover (GtkWidget *row, GtkWidget *popover);

static void
rename_cb (GtkWidget *row, const char *name, GVariant *parameter)
{
  GtkWidget *popover;

  if (get_posting (row) != NULL)
    popover = matchum_rename_popover_new_for_posting (get_posting (row));
  else if (get_baseline (row) != NULL)
    popover = matchum_rename_popover_new_for_baseline (get_baseline (row));
  else
    return;
  g_signal_connect_object (popover, "renamed", G_CALLBACK (renamed_cb), row, G_CONNECT_SWAPPED);
  open_popover (row, popover);
}

static void
duplicate_cb (GtkWidget *row, const char *name, GVariant *parameter)
{
  g_auto (Task) task = { NULL };

  if (!start_task (&task, row))
    return;
  if (task.posting != NULL)
    matchum_workspace_duplicate_posting (task.workspace, task.posting);
  else
    matchum_workspace_duplicate_baseline (task.workspace, task.baseline);
  flush (&task);
  end_task (&task);
}

/* Archiving */

/* What is open is put away: what is listed next is opened in its place. */
static void
leave_posting (const Task *task)
{
  MatchumWorkspacePosting *next;

  if (task->posting != matchum_workspace_get_current (task->workspace))
    return;
  next = matchum_sidebar_find_near (task->sidebar, task->posting, 1);
  if (next == NULL)
    next = matchum_sidebar_find_near (task->sidebar, task->posting, -1);
  matchum_workspace_set_current (task->workspace, next);
}

static void
leave_baseline (const Task *task)
{
  GListModel *baselines = matchum_workspace_get_baselines (task->workspace);

  if (task->baseline != matchum_workspace_get_baseline (task->workspace)
      || matchum_workspace_get_current (task->workspace) != NULL || matchum_sidebar_get_shows_archived (task->sidebar))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (baselines); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) other = g_list_model_get_item (baselines, i);

      if (other == task->baseline || matchum_workspace_baseline_is_archived (other))
        continue;
      matchum_workspace_show (task->workspace, other, NULL);
      return;
    }
}

static void
archive_posting (const Task *task)
{
  gboolean is_back = matchum_workspace_posting_is_archived (task->posting);
  /* Translators: %s is a company. */
  g_autofree char *news =
      g_strdup_printf (_ ("Posting of %s archived"), matchum_workspace_posting_get_company (task->posting));

  if (!is_back && !matchum_sidebar_get_shows_archived (task->sidebar))
    leave_posting (task);
  matchum_workspace_archive_posting (task->workspace, task->posting, !is_back);
  flush (task);
  if (!is_back && matchum_workspace_posting_is_archived (task->posting))
    matchum_sidebar_tell (task->sidebar, news);
}

static void
archive_baseline (const Task *task)
{
  gboolean is_back = matchum_workspace_baseline_is_archived (task->baseline);
  /* Translators: %s is the name of a resume. */
  g_autofree char *news =
      g_strdup_printf (_ ("Resume “%s” archived"), matchum_workspace_baseline_get_name (task->baseline));

  if (!is_back)
    leave_baseline (task);
  matchum_workspace_archive_baseline (task->workspace, task->baseline, !is_back);
  flush (task);
  if (!is_back && matchum_workspace_baseline_is_archived (task->baseline))
    matchum_sidebar_tell (task->sidebar, news);
}

static void
archive_cb (GtkWidget *row, const char *name, GVariant *parameter)
{
  g_auto (Task) task = { NULL };

  if (!start_task (&task, row))
    return;
  if (task.posting != NULL)
    archive_posting (&task);
  else
    archive_baseline (&task);
  end_task (&task);
}

/* Deleting */

static void
delete_posting (const Task *task)
{
  /* Translators: %s is a company. */
  g_autofree char *news =
      g_strdup_printf (_ ("Posting of %s deleted"), matchum_workspace_posting_get_company (task->posting));

  leave_posting (task);
  matchum_workspace_remove_posting (task->workspace, task->posting);
  flush (task);
  if (!is_listed (matchum_workspace_get_postings (task->workspace), task->posting))
    matchum_sidebar_tell (task->sidebar, news);
}

static void
delete_baseline (const Task *task)
{
  /* Translators: %s is the name of a resume. */
  g_autofree char *news =
      g_strdup_printf (_ ("Resume “%s” deleted"), matchum_workspace_baseline_get_name (task->baseline));

  matchum_workspace_remove_baseline (task->workspace, task->baseline);
  flush (task);
  if (!is_listed (matchum_workspace_get_baselines (task->workspace), task->baseline))
    matchum_sidebar_tell (task->sidebar, news);
}

static void
delete_cb (GtkWidget *row, const char *name, GVariant *parameter)
{
  g_auto (Task) task = { NULL };

  if (!start_task (&task, row))
    return;
  if (task.posting != NULL)
    delete_posting (&task);
  else
    delete_baseline (&task);
  end_task (&task);
}

/* Moving */

static void
move (GtkWidget *row, int step)
{
  g_auto (Task) task = { NULL };
  MatchumWorkspacePosting *other;

  if (!start_task (&task, row))
    return;
  other = matchum_sidebar_find_near (task.sidebar, task.posting, step);
  if (other == NULL)
    {
      gtk_widget_error_bell (row);
      return;
    }
  matchum_sidebar_move (task.workspace, task.posting, other, step > 0);
  if (task.has_focus)
    matchum_sidebar_focus_posting (task.sidebar, task.posting);
}

static void
move_up_cb (GtkWidget *row, const char *name, GVariant *parameter)
{
  move (row, -1);
}

static void
move_down_cb (GtkWidget *row, const char *name, GVariant *parameter)
{
  move (row, 1);
}

/* Baselines */

void
matchum_sidebar_actions_hold_against (GtkWidget *row, const char *baseline)
{
  g_auto (Task) task = { NULL };
  GListModel *baselines;

  g_return_if_fail (MATCHUM_IS_SIDEBAR_ROW (row));

  if (!start_task (&task, row))
    return;
  baselines = matchum_workspace_get_baselines (task.workspace);
  for (guint i = 0; i < g_list_model_get_n_items (baselines); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) found = g_list_model_get_item (baselines, i);

      if (g_strcmp0 (matchum_workspace_baseline_get_id (found), baseline) == 0)
        {
          matchum_workspace_hold_with_links (task.workspace, task.posting, found);
          return;
        }
    }
}

static void
edit_source_cb (GtkWidget *row, const char *name, GVariant *parameter)
{
  g_auto (Task) task = { NULL };

  if (!start_task (&task, row))
    return;
  if (task.posting != NULL)
    {
      if (task.posting != matchum_workspace_get_current (task.workspace))
        matchum_workspace_set_current (task.workspace, task.posting);
      gtk_widget_activate_action (GTK_WIDGET (task.sidebar), "win.edit-posting", NULL);
      return;
    }
  if (task.baseline != matchum_workspace_get_baseline (task.workspace))
    matchum_workspace_show (task.workspace, task.baseline, NULL);
  gtk_widget_activate_action (GTK_WIDGET (task.sidebar), "win.edit-source", NULL);
}

/* What the window does with a posting that is open. */
static void
run_in_window (GtkWidget *row, const char *action)
{
  g_auto (Task) task = { NULL };

  if (!start_task (&task, row) || task.posting == NULL)
    return;
  if (task.posting != matchum_workspace_get_current (task.workspace))
    matchum_workspace_set_current (task.workspace, task.posting);
  gtk_widget_activate_action (GTK_WIDGET (task.sidebar), action, NULL);
}

static void
take_choices_cb (GtkWidget *row, const char *name, GVariant *parameter)
{
  run_in_window (row, "win.take-choices");
}

static void
apply_tags_cb (GtkWidget *row, const char *name, GVariant *parameter)
{
  run_in_window (row, "win.apply-tags");
}

/* Menus */

/* An underline in a name is no mnemonic. */
static char *
dup_escaped (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/* The baselines that a posting can be held against; NULL where there is nothing to choose. */
static GMenu *
create_baselines (MatchumWorkspace *workspace, MatchumWorkspacePosting *posting)
{
  GListModel *baselines = matchum_workspace_get_baselines (workspace);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (baselines); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) baseline = g_list_model_get_item (baselines, i);
      g_autofree char *label = dup_escaped (matchum_workspace_baseline_get_name (baseline));
      g_autoptr (GMenuItem) item = NULL;

      if (matchum_workspace_baseline_is_archived (baseline)
          && baseline != matchum_workspace_posting_get_baseline (posting))
        continue;
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "sidebar.hold-against", "s",
                                         matchum_workspace_baseline_get_id (baseline));
      g_menu_append_item (menu, item);
    }
  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 1 ? g_steal_pointer (&menu) : NULL;
}

static GMenuModel *
create_posting_menu (const Task *task)
{
  GMenu *menu = g_menu_new (), *texts = g_menu_new (), *names = g_menu_new (), *places = g_menu_new (),
        *choices = g_menu_new (), *ends = g_menu_new ();
  g_autoptr (GMenu) baselines = create_baselines (task->workspace, task->posting);

  matchum_menu_append (texts, _ ("_Edit Text…"), "sidebar.edit-source", NULL);
  matchum_menu_append (names, _ ("_Rename…"), "sidebar.rename", "F2");
  matchum_menu_append (names, _ ("D_uplicate"), "sidebar.duplicate", NULL);
  if (baselines != NULL)
    /* Translators: what follows are the names of resumes; one of them is held against the posting. */
    g_menu_append_submenu (names, _ ("_Hold Against"), G_MENU_MODEL (baselines));
  /* Translators: what was hidden, pinned and worded for another posting is taken over for this one. */
  matchum_menu_append (choices, _ ("Take _Choices From…"), "sidebar.take-choices", NULL);
  /* Translators: hides and pins what the tags of items say. */
  matchum_menu_append (choices, _ ("Apply Ta_gs"), "sidebar.apply-tags", NULL);
  matchum_menu_append (places, _ ("Move U_p"), "sidebar.move-up", "<Alt>Up");
  matchum_menu_append (places, _ ("Move Dow_n"), "sidebar.move-down", "<Alt>Down");
  matchum_menu_append (ends, matchum_workspace_posting_is_archived (task->posting) ? _ ("_Bring Back") : _ ("_Archive"),
                       "sidebar.archive", NULL);
  matchum_menu_append (ends, _ ("_Delete"), "sidebar.delete", "Delete");
  matchum_menu_append_section (menu, texts);
  matchum_menu_append_section (menu, names);
  if (matchum_library_get_read_only_reason (matchum_workspace_get_library (task->workspace)) == NULL)
    matchum_menu_append_section (menu, choices);
  else
    g_object_unref (choices);
  matchum_menu_append_section (menu, places);
  matchum_menu_append_section (menu, ends);
  return G_MENU_MODEL (menu);
}

static void
append_links (GMenu *menu, const Task *task)
{
  g_autoptr (GMenuItem) item = NULL;

  if (matchum_workspace_baseline_is_archived (task->baseline)
      || !matchum_workspace_can_link_entries (task->workspace, task->baseline))
    return;
  /* Translators: in the menu of a resume: its entries are linked to those of another resume. */
  item = g_menu_item_new (_ ("_Link Entries…"), NULL);
  g_menu_item_set_action_and_target (item, "win.link-entries", "s", matchum_workspace_baseline_get_id (task->baseline));
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_baseline_menu (const Task *task)
{
  GMenu *menu = g_menu_new (), *texts = g_menu_new (), *names = g_menu_new (), *ends = g_menu_new ();

  matchum_menu_append (texts, _ ("_Edit as Text…"), "sidebar.edit-source", NULL);
  append_links (texts, task);
  matchum_menu_append (names, _ ("_Rename…"), "sidebar.rename", "F2");
  matchum_menu_append (names, _ ("D_uplicate"), "sidebar.duplicate", NULL);
  matchum_menu_append (ends,
                       matchum_workspace_baseline_is_archived (task->baseline) ? _ ("_Bring Back") : _ ("_Archive"),
                       "sidebar.archive", NULL);
  matchum_menu_append (ends, _ ("_Delete"), "sidebar.delete", "Delete");
  matchum_menu_append_section (menu, texts);
  matchum_menu_append_section (menu, names);
  matchum_menu_append_section (menu, ends);
  return G_MENU_MODEL (menu);
}

static void
enable_moves (GtkWidget *row, gboolean can_move_up, gboolean can_move_down)
{
  if (!MATCHUM_IS_SIDEBAR_ROW (row))
    return;
  gtk_widget_action_set_enabled (row, "sidebar.move-up", can_move_up);
  gtk_widget_action_set_enabled (row, "sidebar.move-down", can_move_down);
}

/* The widget that is lit while something is open over row. */
static GtkWidget *
get_frame (GtkWidget *row)
{
  return MATCHUM_IS_SIDEBAR_ROW (row) ? gtk_widget_get_parent (row) : row;
}

static gboolean
drop_popover_cb (gpointer user_data)
{
  GtkWidget *popover = user_data;
  GtkWidget *row = gtk_widget_get_parent (popover);

  if (row == NULL)
    return G_SOURCE_REMOVE;

  enable_moves (row, TRUE, TRUE);
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The focus goes back to where it was. A menu closes before its item is activated, which needs the row above it. */
static void
closed_cb (GtkWidget *popover, gpointer user_data)
{
  GWeakRef *before = user_data;
  g_autoptr (GtkWidget) focus = g_weak_ref_get (before);
  GtkWidget *row = gtk_widget_get_parent (popover);

  if (row == NULL)
    return;
  if (get_frame (row) != NULL)
    gtk_widget_remove_css_class (get_frame (row), "has-open-popup");
  gtk_widget_grab_focus (focus != NULL && gtk_widget_get_mapped (focus) ? focus : row);
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_popover_cb, g_object_ref (popover), g_object_unref);
}

static void
free_weak_ref (gpointer data, GClosure *closure)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* The button that was pressed is let go over the popover, of which the row never hears. */
static void
release (GtkWidget *row)
{
  for (GtkWidget *widget = row; widget != NULL; widget = gtk_widget_get_parent (widget))
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_ACTIVE);
}

static void
open_popover (GtkWidget *row, GtkWidget *popover)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GWeakRef *before = g_new0 (GWeakRef, 1);

  g_weak_ref_init (before, root != NULL ? gtk_root_get_focus (root) : NULL);
  matchum_sidebar_actions_drop_popovers (row);
  gtk_widget_set_parent (popover, row);
  g_signal_connect_data (popover, "closed", G_CALLBACK (closed_cb), before, free_weak_ref, 0);
  if (get_frame (row) != NULL)
    gtk_widget_add_css_class (get_frame (row), "has-open-popup");
  gtk_popover_popup (GTK_POPOVER (popover));
  release (row);
}

static void
popup_menu (GtkWidget *row, double x, double y)
{
  g_auto (Task) task = { NULL };
  g_autoptr (GMenuModel) model = NULL;
  GtkWidget *popover;

  if (!start_task (&task, row))
    return;
  if (task.posting != NULL)
    {
      matchum_workspace_judge (task.workspace, task.posting); /* the menu says what it is held against */
      enable_moves (row, matchum_sidebar_find_near (task.sidebar, task.posting, -1) != NULL,
                    matchum_sidebar_find_near (task.sidebar, task.posting, 1) != NULL);
      model = create_posting_menu (&task);
    }
  else
    model = create_baseline_menu (&task);

  popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  open_popover (row, popover);
}

static void
menu_cb (GtkWidget *row, const char *name, GVariant *parameter)
{
  popup_menu (row, gtk_widget_get_width (row) / 4.0, gtk_widget_get_height (row));
}

static GtkWidget *
find_row_at (GtkWidget *list, double x, double y)
{
  if (GTK_IS_LIST_VIEW (list))
    return (GtkWidget *) matchum_sidebar_find_row_at (GTK_LIST_VIEW (list), x, y);
  return (GtkWidget *) gtk_list_box_get_row_at_y (GTK_LIST_BOX (list), (int) y);
}

static void
popup_menu_cb (gpointer list, double x, double y, GtkGesture *gesture)
{
  GtkWidget *row = find_row_at (list, x, y);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (row == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_widget_compute_point (list, row, &point, &point))
    point = GRAPHENE_POINT_INIT (0, 0);
  popup_menu (row, point.x, point.y);
}

void
matchum_sidebar_actions_connect (GtkWidget *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list) || GTK_IS_LIST_BOX (list));

  matchum_row_menu_watch (list, popup_menu_cb, list);
}

void
matchum_sidebar_actions_drop_popovers (GtkWidget *row)
{
  GtkWidget *next;

  g_return_if_fail (GTK_IS_WIDGET (row));

  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (!GTK_IS_POPOVER (child))
        continue;
      g_signal_handlers_disconnect_matched (child, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, closed_cb, NULL);
      gtk_widget_unparent (child);
      if (get_frame (row) != NULL)
        gtk_widget_remove_css_class (get_frame (row), "has-open-popup");
    }
}

/* Keys */

static void
install (GtkWidgetClass *row_class)
{
  gtk_widget_class_install_action (row_class, "sidebar.menu", NULL, menu_cb);
  gtk_widget_class_install_action (row_class, "sidebar.rename", NULL, rename_cb);
  gtk_widget_class_install_action (row_class, "sidebar.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (row_class, "sidebar.archive", NULL, archive_cb);
  gtk_widget_class_install_action (row_class, "sidebar.delete", NULL, delete_cb);

  gtk_widget_class_add_binding_action (row_class, GDK_KEY_Menu, 0, "sidebar.menu", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_F10, GDK_SHIFT_MASK, "sidebar.menu", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_F2, 0, "sidebar.rename", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_Delete, 0, "sidebar.delete", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_KP_Delete, 0, "sidebar.delete", NULL);
}

void
matchum_sidebar_actions_install_for_postings (GtkWidgetClass *row_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (row_class));

  install (row_class);
  gtk_widget_class_install_action (row_class, "sidebar.edit-source", NULL, edit_source_cb);
  gtk_widget_class_install_action (row_class, "sidebar.take-choices", NULL, take_choices_cb);
  gtk_widget_class_install_action (row_class, "sidebar.apply-tags", NULL, apply_tags_cb);
  gtk_widget_class_install_action (row_class, "sidebar.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (row_class, "sidebar.move-down", NULL, move_down_cb);
  gtk_widget_class_install_property_action (row_class, "sidebar.hold-against", "baseline-id");

  gtk_widget_class_add_binding_action (row_class, GDK_KEY_Up, GDK_ALT_MASK, "sidebar.move-up", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "sidebar.move-up", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_Down, GDK_ALT_MASK, "sidebar.move-down", NULL);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "sidebar.move-down", NULL);
}

void
matchum_sidebar_actions_install_for_baselines (GtkWidgetClass *row_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (row_class));

  install (row_class);
  gtk_widget_class_install_action (row_class, "sidebar.edit-source", NULL, edit_source_cb);
}
