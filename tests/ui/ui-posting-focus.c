/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard focus in the whole window while lines of the posting are put right. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui/matchum-posting-row.h"
#include "ui/matchum-window.h"

static GtkWidget *
find_row (GtkWidget *root, const char *text)
{
  if (MATCHUM_IS_POSTING_ROW (root))
    {
      MatchumPostingObject *object = matchum_posting_row_get_object (MATCHUM_POSTING_ROW (root));

      return object != NULL && g_str_equal (matchum_posting_object_get_text (object), text) ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_kind (MatchumWindow *window, const char *text, const char *kind)
{
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);
  GtkWidget *row = find_row (GTK_WIDGET (window), text);

  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate_action (row, "posting-row.kind", "s", kind);
  matchum_ui_test_flush (workspace);
  matchum_ui_test_settle (GTK_WIDGET (window));
  g_assert_nonnull (find_row (GTK_WIDGET (window), text));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_row (GTK_WIDGET (window), text));
}

static void
test_kind (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);

  matchum_ui_test_settle (GTK_WIDGET (window));
  matchum_workspace_set_selected_requirement (matchum_window_get_workspace (window), 0);
  matchum_ui_test_settle (GTK_WIDGET (window));
  set_kind (window, "PyTorch 경험", "preferred");
  set_kind (window, "Kubernetes 경험", "preferred");
  set_kind (window, "Rust 경험", "other");
  g_assert_true (matchum_ui_test_undo (matchum_window_get_workspace (window)));
  matchum_ui_test_settle (GTK_WIDGET (window));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_row (GTK_WIDGET (window), "Rust 경험"));
  matchum_ui_test_close_window (window);
}

/* The same below a link, by the keys that the list has. */
static void
test_below_link (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);

  matchum_ui_test_add_posting (matchum_window_get_workspace (window),
                               "---\ncompany: A\nurl: https://careers.example.com/7\nlocation: 서울\n---\n\n"
                               "## 자격요건\n\n- PyTorch 경험\n- Kubernetes 경험\n\n## 우대사항\n\n- Rust 경험\n");
  matchum_ui_test_settle (GTK_WIDGET (window));
  g_assert_nonnull (matchum_ui_test_find_widget (GTK_WIDGET (window), GTK_TYPE_LINK_BUTTON));
  set_kind (window, "PyTorch 경험", "preferred");
  set_kind (window, "Kubernetes 경험", "other");
  matchum_ui_test_close_window (window);
}

static GtkEventController *
find_key_controller (GtkWidget *view)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return controller;
    }
  return NULL;
}

static void
press (GtkWidget *view, guint keyval, GdkModifierType state)
{
  gboolean is_handled = TRUE;

  g_signal_emit_by_name (find_key_controller (view), "key-pressed", keyval, 0, state, &is_handled);
  g_assert_false (is_handled);
}

/* The list was scrolled away from the row that has the focus: a key comes to it nevertheless. */
static void
test_scrolled_away (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 320, TRUE);
  GString *text = g_string_new ("## 자격요건\n\n- PyTorch 경험\n");
  GtkWidget *row, *view;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "- %u년 이상 개발 경험\n", i % 9 + 1);
  matchum_ui_test_add_posting (matchum_window_get_workspace (window), text->str);
  g_string_free (text, TRUE);
  matchum_ui_test_settle (GTK_WIDGET (window));
  row = find_row (GTK_WIDGET (window), "PyTorch 경험");
  view = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW);
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", 50);
  matchum_ui_test_settle (GTK_WIDGET (window));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row);
  g_assert_false (gtk_widget_get_mapped (row));

  press (view, GDK_KEY_Shift_L, 0);
  press (view, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_false (gtk_widget_get_mapped (row));
  press (view, GDK_KEY_h, 0);
  g_assert_true (gtk_widget_get_mapped (row));
  matchum_ui_test_settle (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (row));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row);
  matchum_ui_test_close_window (window);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/posting-focus/kind", test_kind);
  g_test_add_func ("/ui/posting-focus/below-link", test_below_link);
  g_test_add_func ("/ui/posting-focus/scrolled-away", test_scrolled_away);
  return matchum_ui_test_run ();
}
