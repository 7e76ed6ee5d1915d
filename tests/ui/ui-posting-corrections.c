/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting lines of the posting right in its pane: by menu, by key and in place; what comes back; where the focus goes.
 */
#include "config.h"

#include "matchum-ui-test.h"
#include "posting/matchum-posting-correction.h"
#include "ui-pane-support.h"
#include "ui/matchum-key-badge.h"
#include "ui/matchum-line-editor.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-posting-row.h"
#include "ui/matchum-words-view.h"

#define RESUME "# Mina Kim\n\n## Work\n\n- Python\n- Kubernetes\n"
#define POSTING                                                                                                        \
  "# [Widget] Platform Engineer\n\n## Responsibilities\n\n- Run the platform\n- Keep it running\n\n"                   \
  "## Requirements\n\n- Python\n- Kubernetes, Kubeflow\n- Airflow\n\n"                                                 \
  "## Preferred Qualifications\n\n- Docker\n\n## Benefits\n\n- Lunch\n"

typedef struct {
  MatchumWorkspace *workspace;
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

static void
set_up_for (Fixture *fixture, const char *posting, int width)
{
  fixture->workspace = create_workspace_for (RESUME, posting);
  fixture->pane = g_object_ref_sink (matchum_posting_pane_new (fixture->workspace));
  fixture->window = present (fixture->pane, width, 900);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_for (fixture, POSTING, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture->window);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_finalize_object (fixture->pane);
  g_assert_finalize_object (fixture->workspace);
}

/* The row that says text, or NULL. */
static GtkWidget *
get_row (Fixture *fixture, const char *text)
{
  GtkWidget *row;

  for (guint i = 0; (row = find_descendant (fixture->pane, MATCHUM_TYPE_POSTING_ROW, i)) != NULL; i++)
    {
      MatchumPostingObject *object = matchum_posting_row_get_object (MATCHUM_POSTING_ROW (row));

      if (object != NULL && g_str_equal (matchum_posting_object_get_text (object), text))
        return row;
    }
  return NULL;
}

/* Waits until the library has what was asked for, and the pane has painted it. */
static void
settle (Fixture *fixture)
{
  matchum_ui_test_flush (fixture->workspace);
  wait_for_paint (fixture->window);
}

static const MatchumPostingLine *
find_line (Fixture *fixture, const char *text)
{
  MatchumPosting *posting = matchum_workspace_get_posting (fixture->workspace);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    if (g_str_equal (matchum_posting_line_get_text (matchum_posting_get_line (posting, i)), text))
      return matchum_posting_get_line (posting, i);
  return NULL;
}

static void
assert_kind (Fixture *fixture, const char *text, MatchumPostingKind kind)
{
  const MatchumPostingLine *line = find_line (fixture, text);

  g_assert_nonnull (line);
  g_assert_cmpint (line->kind, ==, kind);
}

static void
assert_focus (Fixture *fixture, const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (MATCHUM_IS_POSTING_ROW (focus));
  g_assert_cmpstr (matchum_posting_object_get_text (matchum_posting_row_get_object (MATCHUM_POSTING_ROW (focus))), ==,
                   text);
}

/* The row stands within what is seen of the list. */
static void
assert_seen (Fixture *fixture, const char *text)
{
  GtkWidget *list = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (get_row (fixture, text), list, &bounds));
  g_assert_true (bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (list));
}

static void
focus (Fixture *fixture, const char *text)
{
  g_assert_true (gtk_widget_grab_focus (get_row (fixture, text)));
}

static void
press (Fixture *fixture, const char *text, guint keyval, GdkModifierType modifiers)
{
  focus (fixture, text);
  g_assert_true (press_key (get_row (fixture, text), keyval, modifiers));
}

static void
assert_undo_label (Fixture *fixture, const char *label)
{
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)), ==, label);
}

/* Keys */

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_PREFERRED);
  assert_undo_label (fixture, "Count Line as Preferred");
  assert_focus (fixture, "Airflow");
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, 2);
  g_assert_nonnull (find_label (get_row (fixture, "Airflow"), "a"));

  /* The same again is no edit; the other two keys and the way back are. */
  press (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  press (fixture, "Airflow", GDK_KEY_1, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_REQUIRED);
  assert_focus (fixture, "Airflow");
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_REQUIRED);
  assert_focus (fixture, "Airflow");
}

/* A line that goes into a fold opens it, and keeps the focus; undone, it comes back with it. */
static void
test_into_fold (Fixture *fixture, gconstpointer data)
{
  g_assert_null (get_row (fixture, "Lunch"));
  press (fixture, "Airflow", GDK_KEY_4, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_OTHER);
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "Airflow"), "line"));
  g_assert_nonnull (get_row (fixture, "Lunch"));
  assert_focus (fixture, "Airflow");
  assert_seen (fixture, "Airflow");
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, -1);

  press (fixture, "Airflow", GDK_KEY_3, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_DUTY);
  assert_undo_label (fixture, "Count Line as Duty");
  assert_focus (fixture, "Airflow");
  g_assert_nonnull (get_row (fixture, "Run the platform"));

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "Airflow"), "requirement"));
  assert_focus (fixture, "Airflow");
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_OTHER);
  assert_focus (fixture, "Airflow");
}

/* An edit does not take the focus from elsewhere. */
static void
test_focus_elsewhere (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toggle = find_descendant (fixture->pane, GTK_TYPE_TOGGLE_BUTTON, 0);

  press (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  gtk_widget_grab_focus (toggle);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_REQUIRED);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == toggle);
}

/* What is met is not lost behind the filter once it was put right. */
static void
test_filtered (Fixture *fixture, gconstpointer data)
{
  matchum_posting_pane_set_only_open (MATCHUM_POSTING_PANE (fixture->pane), TRUE);
  g_assert_null (get_row (fixture, "Python"));
  matchum_posting_pane_set_only_open (MATCHUM_POSTING_PANE (fixture->pane), FALSE);
  focus (fixture, "Python");
  matchum_workspace_set_selected_requirement (fixture->workspace, 0);
  matchum_posting_pane_set_only_open (MATCHUM_POSTING_PANE (fixture->pane), TRUE);
  press (fixture, "Python", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  assert_focus (fixture, "Python");
  assert_kind (fixture, "Python", MATCHUM_POSTING_PREFERRED);
}

static void
test_heading (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Preferred Qualifications", GDK_KEY_1, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Docker", MATCHUM_POSTING_REQUIRED);
  assert_undo_label (fixture, "Count Section as Required");
  assert_focus (fixture, "Preferred Qualifications");
  press (fixture, "Preferred Qualifications", GDK_KEY_4, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Docker", MATCHUM_POSTING_OTHER);
  assert_focus (fixture, "Preferred Qualifications");
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "Preferred Qualifications"), "heading"));

  focus (fixture, "Airflow");
  gtk_widget_activate_action (get_row (fixture, "Airflow"), "posting-row.heading", NULL);
  settle (fixture);
  g_assert_true (find_line (fixture, "Airflow")->is_heading);
  assert_focus (fixture, "Airflow");
  gtk_widget_activate_action (get_row (fixture, "Airflow"), "posting-row.heading", NULL);
  settle (fixture);
  g_assert_false (find_line (fixture, "Airflow")->is_heading);
}

static void
test_join (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Airflow", GDK_KEY_j, GDK_CONTROL_MASK);
  settle (fixture);
  g_assert_nonnull (get_row (fixture, "Kubernetes, Kubeflow Airflow"));
  assert_focus (fixture, "Kubernetes, Kubeflow Airflow");
  assert_undo_label (fixture, "Join Lines");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_nonnull (get_row (fixture, "Airflow"));

  /* The first line of a section is not joined to its heading. */
  press (fixture, "Python", GDK_KEY_j, GDK_CONTROL_MASK);
  settle (fixture);
  g_assert_nonnull (get_row (fixture, "Python"));
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
}

/* The editor */

static GtkWidget *
find_view (Fixture *fixture)
{
  return find_descendant (fixture->pane, MATCHUM_TYPE_WORDS_VIEW, 0);
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_view (fixture)));
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_text_buffer_begin_user_action (get_buffer (fixture));
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (fixture), text, -1, TRUE);
  gtk_text_buffer_end_user_action (get_buffer (fixture));
}

/* FALSE where the key is left to the text view. */
static gboolean
press_in_editor (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (find_view (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &is_handled);
      return is_handled;
    }
  g_assert_not_reached ();
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Airflow", GDK_KEY_F2, 0);
  g_assert_nonnull (find_view (fixture));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_view (fixture));
  g_assert_nonnull (find_label (fixture->pane, "Enter keeps the words, Shift+Enter splits the line, Escape gives the "
                                               "old words back. The text of the posting stays as it is"));
  type (fixture, " or Python");
  /* Nothing is written before the end. */
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
  g_assert_true (press_in_editor (fixture, GDK_KEY_Return, 0));
  g_assert_null (find_view (fixture));
  settle (fixture);
  assert_kind (fixture, "Airflow or Python", MATCHUM_POSTING_REQUIRED);
  assert_undo_label (fixture, "Edit Line");
  assert_focus (fixture, "Airflow or Python");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  assert_focus (fixture, "Airflow");
}

static void
test_give_back (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Airflow", GDK_KEY_F2, 0);
  type (fixture, "s");
  g_assert_true (press_in_editor (fixture, GDK_KEY_Escape, 0));
  g_assert_null (find_view (fixture));
  assert_focus (fixture, "Airflow");
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);

  /* Words that are the same are no edit. */
  press (fixture, "Airflow", GDK_KEY_F2, 0);
  type (fixture, "  ");
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
  assert_focus (fixture, "Airflow");
}

/* Whoever turns to something else keeps what was typed. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Airflow", GDK_KEY_F2, 0);
  type (fixture, " 2");
  gtk_widget_grab_focus (find_descendant (fixture->pane, GTK_TYPE_TOGGLE_BUTTON, 0));
  matchum_ui_test_wait (find_view (fixture) == NULL);
  settle (fixture);
  g_assert_nonnull (get_row (fixture, "Airflow 2"));
  g_assert_true (GTK_IS_TOGGLE_BUTTON (gtk_root_get_focus (GTK_ROOT (fixture->window))));

  /* One line at most is edited, and what was typed in the one before is kept. */
  press (fixture, "Airflow 2", GDK_KEY_F2, 0);
  type (fixture, "3");
  press (fixture, "Python", GDK_KEY_F2, 0);
  g_assert_cmpuint (count_descendants (fixture->pane, MATCHUM_TYPE_LINE_EDITOR), ==, 1);
  press_in_editor (fixture, GDK_KEY_Escape, 0);
  settle (fixture);
  g_assert_nonnull (get_row (fixture, "Airflow 23"));

  /* The list being hidden, too. */
  press (fixture, "Python", GDK_KEY_F2, 0);
  type (fixture, "!");
  gtk_widget_set_visible (fixture->pane, FALSE);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_nonnull (find_line (fixture, "Python!"));
  gtk_widget_set_visible (fixture->pane, TRUE);
  wait_for_paint (fixture->window);
  g_assert_null (find_view (fixture));
}

static void
test_close_window (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Python", GDK_KEY_F2, 0);
  type (fixture, "!");
  gtk_widget_set_visible (fixture->window, FALSE);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_nonnull (find_line (fixture, "Python!"));
}

/* A key that sets the kind keeps what was typed first. */
static void
test_kind_while_editing (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Airflow", GDK_KEY_F2, 0);
  type (fixture, "\nLuigi");
  g_assert_true (press_key (find_view (fixture), GDK_KEY_2, GDK_ALT_MASK));
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_PREFERRED);
  assert_kind (fixture, "Luigi", MATCHUM_POSTING_REQUIRED);
  assert_focus (fixture, "Airflow");
}

static void
test_split_by_editing (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Kubernetes, Kubeflow", GDK_KEY_F2, 0);
  g_assert_true (press_in_editor (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  type (fixture, "Argo");
  g_assert_true (press_in_editor (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  type (fixture, "Helm");
  g_assert_true (press_in_editor (fixture, GDK_KEY_Return, 0));
  settle (fixture);
  assert_kind (fixture, "Kubernetes, Kubeflow", MATCHUM_POSTING_REQUIRED);
  assert_kind (fixture, "Argo", MATCHUM_POSTING_REQUIRED);
  assert_kind (fixture, "Helm", MATCHUM_POSTING_REQUIRED);
  assert_undo_label (fixture, "Split Line");
  assert_focus (fixture, "Kubernetes, Kubeflow");

  /* Pieces are lines: one of another kind, and one joined again. */
  press (fixture, "Helm", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Helm", MATCHUM_POSTING_PREFERRED);
  assert_focus (fixture, "Helm");
  press (fixture, "Argo", GDK_KEY_j, GDK_CONTROL_MASK);
  settle (fixture);
  assert_focus (fixture, "Kubernetes, Kubeflow Argo");
  for (guint i = 0; i < 3; i++)
    g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_null (get_row (fixture, "Argo"));
  assert_focus (fixture, "Kubernetes, Kubeflow");
}

/* The cursor stands where the words part. */
static void
test_split_by_menu (Fixture *fixture, gconstpointer data)
{
  focus (fixture, "Kubernetes, Kubeflow");
  gtk_widget_activate_action (get_row (fixture, "Kubernetes, Kubeflow"), "posting-row.split", NULL);
  g_assert_nonnull (find_label (fixture->pane, "Press Shift+Enter where the line is to be split, then Enter"));
  press_in_editor (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_nonnull (get_row (fixture, "Kubernetes,"));
  g_assert_nonnull (get_row (fixture, "Kubeflow"));
  assert_focus (fixture, "Kubernetes,");
}

static void
test_split_places (void)
{
  static const struct {
    const char *words;
    const char *first;
  } cases[] = {
    { "a, b", "a, " },
    { "one, two, three, four", "one, two, " },
    { "Kotlin 및 Spring 경험", "Kotlin 및 " },
    { "Go and Rust, or C", "Go and Rust, " },
    { "하나", "하나" },
    { "", "" },
    { ", x", ", x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = g_strndup (cases[i].words, matchum_line_editor_find_split (cases[i].words));

      g_assert_cmpstr (first, ==, cases[i].first);
    }
}

static void
test_edit_heading (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Requirements", GDK_KEY_F2, 0);
  g_assert_nonnull (find_view (fixture));
  g_assert_true (press_in_editor (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  g_assert_cmpint (gtk_text_buffer_get_line_count (get_buffer (fixture)), ==, 1);
  type (fixture, " for all");
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_true (find_line (fixture, "Requirements for all")->is_heading);
  assert_focus (fixture, "Requirements for all");
}

/* Words that become others elsewhere are no longer edited here; those of other lines do not matter. */
static void
test_edit_elsewhere (Fixture *fixture, gconstpointer data)
{
  MatchumPosting *posting = matchum_workspace_get_posting (fixture->workspace);
  guint python = 0;

  press (fixture, "Airflow", GDK_KEY_F2, 0);
  type (fixture, " 2");
  while (matchum_posting_get_line (posting, python) != find_line (fixture, "Python"))
    python++;
  matchum_workspace_set_line_words (fixture->workspace, python, "Ruby\nPerl");
  settle (fixture);
  g_assert_nonnull (get_row (fixture, "Ruby"));
  if (find_view (fixture) != NULL)
    press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_nonnull (find_line (fixture, "Airflow 2"));

  press (fixture, "Airflow 2", GDK_KEY_F2, 0);
  type (fixture, "3");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_null (find_view (fixture));
  g_assert_nonnull (get_row (fixture, "Airflow"));
  g_assert_null (find_line (fixture, "Airflow 23"));
}

/* Another posting gets none of the words. */
static void
test_other_posting (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Airflow", GDK_KEY_F2, 0);
  type (fixture, " 2");
  matchum_ui_test_add_posting (fixture->workspace, POSTING);
  settle (fixture);
  g_assert_null (find_view (fixture));
  g_assert_null (find_line (fixture, "Airflow 2"));
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
}

/* Menus */

static GtkWidget *
find_menu (GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      return child;
  return NULL;
}

static void
describe (GMenuModel *model, GString *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (model, i, G_MENU_LINK_SUBMENU);
      g_autofree char *label = NULL;

      if (g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        g_string_append_printf (text, "%s|", label);
      if (section != NULL || submenu != NULL)
        describe (section != NULL ? section : submenu, text);
    }
}

static void
assert_menu (Fixture *fixture, const char *row, const char *expected)
{
  g_autoptr (GString) said = g_string_new (NULL);
  GtkWidget *menu;

  press (fixture, row, GDK_KEY_F10, GDK_SHIFT_MASK);
  menu = find_menu (get_row (fixture, row));
  g_assert_nonnull (menu);
  describe (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), said);
  g_assert_cmpstr (said->str, ==, expected);
  gtk_popover_popdown (GTK_POPOVER (menu));
  matchum_ui_test_wait (find_menu (get_row (fixture, row)) == NULL);
  assert_focus (fixture, row);
}

#define KINDS "_Count as|_Required|_Preferred|_Duty|_Leave Out|"
#define SECTIONS "_Count Section as|_Required|_Preferred|_Duties|_Leave Out|"
#define TEXT "Edit Posting as _Text…|"

static void
test_menus (Fixture *fixture, gconstpointer data)
{
  assert_menu (
      fixture, "Airflow",
      KINDS
      "_Edit Line…|_Split…|_Join with the Line Above|Make This Line a _Heading|Count a _Name as “Airflow”…|" TEXT);
  assert_menu (fixture, "Python", KINDS "_Edit Line…|_Split…|Make This Line a _Heading|" TEXT);
  assert_menu (fixture, "Requirements", SECTIONS "_Edit Heading…|Make This Heading a L_ine|" TEXT);
  assert_menu (fixture, "Widget", TEXT);
  g_assert_true (press_key (get_row (fixture, "Duties"), GDK_KEY_space, 0));
  assert_menu (fixture, "Keep it running",
               KINDS "_Edit Line…|_Split…|_Join with the Line Above|Make This Line a _Heading|" TEXT);
  press (fixture, "Airflow", GDK_KEY_F10, GDK_SHIFT_MASK);
  gtk_popover_popdown (GTK_POPOVER (find_menu (get_row (fixture, "Airflow"))));
  matchum_ui_test_wait (find_menu (get_row (fixture, "Airflow")) == NULL);

  press (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  assert_menu (fixture, "Airflow",
               KINDS "_Edit Line…|_Split…|_Join with the Line Above|Make This Line a _Heading|Count a _Name as "
                     "“Airflow”…|Read as _Before|"
                     "Read _Whole Posting as Before|" TEXT);
  assert_menu (fixture, "Widget", "Read _Whole Posting as Before|" TEXT);
}

/* What the menu says the line is now. */
static void
assert_chosen (Fixture *fixture, const char *row, const char *nick)
{
  g_autofree char *kind = NULL;

  g_object_get (get_row (fixture, row), "kind", &kind, NULL);
  g_assert_cmpstr (kind, ==, nick);
}

static void
test_menu_choices (Fixture *fixture, gconstpointer data)
{
  assert_chosen (fixture, "Airflow", "required");
  assert_chosen (fixture, "Preferred Qualifications", "preferred");
  assert_chosen (fixture, "Widget", "");
  g_assert_true (press_key (get_row (fixture, "Other Lines"), GDK_KEY_space, 0));
  wait_for_paint (fixture->window);
  assert_chosen (fixture, "Lunch", "other");
  /* Benefits are left out as it is. */
  focus (fixture, "Lunch");
  gtk_widget_activate_action (get_row (fixture, "Lunch"), "posting-row.kind", "s", "other");
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
  gtk_widget_activate_action (get_row (fixture, "Lunch"), "posting-row.kind", "s", "required");
  settle (fixture);
  assert_kind (fixture, "Lunch", MATCHUM_POSTING_REQUIRED);
  assert_focus (fixture, "Lunch");
  assert_chosen (fixture, "Lunch", "required");
}

static void
test_button (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_row (fixture, "Airflow");

  g_signal_emit_by_name (find_descendant (row, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_nonnull (find_menu (row));
  /* The row goes while its menu is open. */
  matchum_ui_test_add_posting (fixture->workspace, "## Requirements\n\n- Go\n");
  settle (fixture);
  g_assert_null (get_row (fixture, "Airflow"));
}

/* The pointer opens the menu, selects the row, and tells where to split. */
static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_row (fixture, "Kubernetes, Kubeflow");
  GtkWidget *list = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);
  GtkWidget *label = find_label (row, "Kubernetes, Kubeflow");
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  graphene_point_t point;
  GtkTextIter cursor;

  g_assert_true (gtk_widget_compute_point (label, list, &GRAPHENE_POINT_INIT (1, 5), &point));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        g_signal_emit_by_name (controller, "pressed", 1, (double) point.x + 30, (double) point.y);
    }
  g_assert_nonnull (find_menu (row));
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (find_menu (row)));
  matchum_ui_test_wait (find_menu (row) == NULL);
  assert_focus (fixture, "Kubernetes, Kubeflow");
  gtk_widget_activate_action (row, "posting-row.split", NULL);
  gtk_text_buffer_get_iter_at_mark (get_buffer (fixture), &cursor, gtk_text_buffer_get_insert (get_buffer (fixture)));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), >, 1);
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), <, 10);
  press_in_editor (fixture, GDK_KEY_Escape, 0);
}

/* Marks, and the way back */

static GtkWidget *
find_mark (Fixture *fixture, const char *text)
{
  GtkWidget *image;

  for (guint i = 0; (image = find_descendant (get_row (fixture, text), GTK_TYPE_IMAGE, i)) != NULL; i++)
    if (gtk_widget_has_css_class (image, "by-hand"))
      return image;
  return NULL;
}

static void
assert_note (Fixture *fixture, const char *text, const char *note)
{
  g_assert_nonnull (find_mark (fixture, text));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_mark (fixture, text)), ==, note);
  /* What is read aloud is the same. */
  g_assert_cmpstr (matchum_posting_object_get_note (
                       matchum_posting_row_get_object (MATCHUM_POSTING_ROW (get_row (fixture, text)))),
                   ==, note);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_assert_null (find_mark (fixture, "Airflow"));
  press (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  assert_note (fixture, "Airflow", "Set by hand: Preferred (was read as: Required)");
  press (fixture, "Airflow", GDK_KEY_F2, 0);
  type (fixture, " 2");
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  assert_note (fixture, "Airflow 2",
               "Set by hand: Preferred (was read as: Required)\nEdited by hand (was read as: “Airflow”)");
  gtk_widget_activate_action (get_row (fixture, "Kubernetes, Kubeflow"), "posting-row.split", NULL);
  press_in_editor (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  assert_note (fixture, "Kubeflow", "Split by hand (was read as: “Kubernetes, Kubeflow”)");
  gtk_widget_activate_action (get_row (fixture, "Python"), "posting-row.heading", NULL);
  settle (fixture);
  assert_note (fixture, "Python", "Made a heading by hand");
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Airflow", GDK_KEY_4, GDK_ALT_MASK);
  settle (fixture);
  press (fixture, "Python", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  focus (fixture, "Airflow");
  gtk_widget_activate_action (get_row (fixture, "Airflow"), "posting-row.reset", NULL);
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_REQUIRED);
  assert_kind (fixture, "Python", MATCHUM_POSTING_PREFERRED);
  assert_focus (fixture, "Airflow");
  g_assert_null (find_mark (fixture, "Airflow"));

  gtk_widget_activate_action (get_row (fixture, "Airflow"), "posting.reset-all", NULL);
  settle (fixture);
  assert_kind (fixture, "Python", MATCHUM_POSTING_REQUIRED);
  assert_undo_label (fixture, "Read Posting as Before");
  assert_focus (fixture, "Airflow");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_kind (fixture, "Python", MATCHUM_POSTING_PREFERRED);
}

/* What found no line any more */

static const char *
get_notice (Fixture *fixture)
{
  GtkWidget *bar = find_descendant (fixture->pane, MATCHUM_TYPE_NOTICE_BAR, 0);

  return bar != NULL ? matchum_notice_bar_get_text (MATCHUM_NOTICE_BAR (bar)) : NULL;
}

static void
test_unplaced (Fixture *fixture, gconstpointer data)
{
  g_assert_null (get_notice (fixture));
  press (fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  press (fixture, "Docker", GDK_KEY_F2, 0);
  type (fixture, " or Podman");
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_null (get_notice (fixture));

  matchum_workspace_set_posting_text (fixture->workspace, matchum_workspace_get_current (fixture->workspace),
                                      "## Requirements\n\n- Cobol\n", NULL);
  settle (fixture);
  g_assert_cmpstr (get_notice (fixture), ==, "2 corrections no longer fit this text");
  g_signal_emit_by_name (find_button (fixture->pane, "Show"), "clicked");
  matchum_ui_test_wait (matchum_ui_test_find_answer ("Let _Go of All") != NULL);
  g_signal_emit_by_name (matchum_ui_test_find_answer ("Let _Go of All"), "clicked");
  matchum_ui_test_wait (get_notice (fixture) == NULL);
  settle (fixture);
  assert_undo_label (fixture, "Let Go of Corrections");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_cmpstr (get_notice (fixture), ==, "2 corrections no longer fit this text");
  g_signal_emit_by_name (find_button (fixture->pane, "Let Go"), "clicked");
  settle (fixture);
  g_assert_null (get_notice (fixture));
}

/* A posting without headings says what to do, and is put right line by line. */
static void
test_no_heading (void)
{
  Fixture fixture = { NULL };

  set_up_for (&fixture, "- Python\n- Kubeflow\n", 360);
  matchum_posting_pane_set_narrow (MATCHUM_POSTING_PANE (fixture.pane), TRUE);
  wait_for_paint (fixture.window);
  g_assert_nonnull (find_label (fixture.pane,
                                "Nothing says which lines are required, so every line counts as required that is not "
                                "set by hand. Set what a line is from its menu before you trust the figures above."));
  press (&fixture, "Kubeflow", GDK_KEY_4, GDK_ALT_MASK);
  settle (&fixture);
  assert_kind (&fixture, "Kubeflow", MATCHUM_POSTING_OTHER);
  assert_focus (&fixture, "Kubeflow");
  press (&fixture, "Kubeflow", GDK_KEY_F2, 0);
  wait_for_paint (fixture.window);
  g_assert_cmpint (gtk_widget_get_width (fixture.pane), <=, 360);
  press_in_editor (&fixture, GDK_KEY_Escape, 0);
  tear_down (&fixture, NULL);
}

/* A row that is far away in a long posting is scrolled to. */
static void
test_long (void)
{
  g_autoptr (GString) posting = g_string_new ("## Requirements\n\n");
  Fixture fixture = { NULL };

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (posting, "- Thing %u\n", i);
  set_up_for (&fixture, posting->str, 600);
  press (&fixture, "Thing 1", GDK_KEY_4, GDK_ALT_MASK);
  settle (&fixture);
  wait_for_paint (fixture.window);
  assert_focus (&fixture, "Thing 1");
  assert_seen (&fixture, "Thing 1");
  g_assert_true (matchum_ui_test_undo (fixture.workspace));
  settle (&fixture);
  wait_for_paint (fixture.window);
  assert_focus (&fixture, "Thing 1");
  assert_seen (&fixture, "Thing 1");
  tear_down (&fixture, NULL);
}

/* Nothing is put right in a library that cannot be written. */
static void
test_read_only (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "library.db", NULL);
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_CREATE, 0, &error);
  MatchumWorkspace *workspace = matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 });
  GListModel *postings;
  g_autoptr (MatchumWorkspacePosting) posting = NULL;
  Fixture fixture = { NULL };

  g_assert_no_error (error);
  matchum_ui_test_open_resume (workspace, RESUME);
  matchum_ui_test_add_posting (workspace, POSTING);
  g_object_unref (workspace);
  matchum_library_close (library);
  g_object_unref (library);

  library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  fixture.workspace = matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 });
  postings = matchum_workspace_get_postings (fixture.workspace);
  posting = g_list_model_get_item (postings, 0);
  matchum_workspace_set_current (fixture.workspace, posting);
  fixture.pane = g_object_ref_sink (matchum_posting_pane_new (fixture.workspace));
  fixture.window = present (fixture.pane, 600, 900);
  assert_menu (&fixture, "Airflow", TEXT);
  press (&fixture, "Airflow", GDK_KEY_F2, 0);
  g_assert_null (find_view (&fixture));
  press (&fixture, "Airflow", GDK_KEY_2, GDK_ALT_MASK);
  press (&fixture, "Airflow", GDK_KEY_j, GDK_CONTROL_MASK);
  settle (&fixture);
  assert_kind (&fixture, "Airflow", MATCHUM_POSTING_REQUIRED);
  g_clear_object (&posting);
  tear_down (&fixture, NULL);
  matchum_library_close (library);
  g_object_unref (library);
  matchum_ui_test_remove_folder (folder);
}

#define ADD_TEST(name, func) g_test_add ("/posting-corrections/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  ADD_TEST ("kinds", test_kinds);
  ADD_TEST ("into-fold", test_into_fold);
  ADD_TEST ("focus-elsewhere", test_focus_elsewhere);
  ADD_TEST ("filtered", test_filtered);
  ADD_TEST ("heading", test_heading);
  ADD_TEST ("join", test_join);
  ADD_TEST ("edit", test_edit);
  ADD_TEST ("give-back", test_give_back);
  ADD_TEST ("leave", test_leave);
  ADD_TEST ("close-window", test_close_window);
  ADD_TEST ("kind-while-editing", test_kind_while_editing);
  ADD_TEST ("split-by-editing", test_split_by_editing);
  ADD_TEST ("split-by-menu", test_split_by_menu);
  g_test_add_func ("/posting-corrections/split-places", test_split_places);
  ADD_TEST ("edit-heading", test_edit_heading);
  ADD_TEST ("edit-elsewhere", test_edit_elsewhere);
  ADD_TEST ("other-posting", test_other_posting);
  ADD_TEST ("menus", test_menus);
  ADD_TEST ("menu-choices", test_menu_choices);
  ADD_TEST ("button", test_button);
  ADD_TEST ("pointer", test_pointer);
  ADD_TEST ("marks", test_marks);
  ADD_TEST ("reset", test_reset);
  ADD_TEST ("unplaced", test_unplaced);
  g_test_add_func ("/posting-corrections/no-heading", test_no_heading);
  g_test_add_func ("/posting-corrections/long", test_long);
  g_test_add_func ("/posting-corrections/read-only", test_read_only);
  return g_test_run ();
}
