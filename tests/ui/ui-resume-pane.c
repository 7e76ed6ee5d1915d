/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane of the resume in a window: rows, checks, selection and keys. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui-pane-support.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-key-badge.h"
#include "ui/matchum-marked-label.h"
#include "ui/matchum-resume-pane.h"

typedef struct {
  MatchumWorkspace *workspace;
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = create_workspace ();
  fixture->pane = g_object_ref_sink (matchum_resume_pane_new (fixture->workspace));
  fixture->window = present (fixture->pane, 600, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_pane (fixture->window, fixture->pane, fixture->workspace);
}

static MatchumMarkedLabel *
get_text (Fixture *fixture, guint block)
{
  return MATCHUM_MARKED_LABEL (find_descendant (find_block_row (fixture->pane, block), MATCHUM_TYPE_MARKED_LABEL, 0));
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_descendants (fixture->pane, MATCHUM_TYPE_BLOCK_ROW), ==, N_BLOCKS);
  for (guint i = 0; i < N_BLOCKS; i++)
    g_assert_cmpstr (matchum_marked_label_get_text (get_text (fixture, i)), ==,
                     matchum_block_get_text (
                         matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), i)));
  g_assert_true (gtk_widget_has_css_class (find_block_row (fixture->pane, BLOCK_TITLE), "title"));
  g_assert_true (gtk_widget_has_css_class (find_block_row (fixture->pane, BLOCK_CONTACT), "contact"));
  g_assert_true (gtk_widget_has_css_class (find_block_row (fixture->pane, BLOCK_EXPERIENCE), "section"));
  g_assert_true (gtk_widget_has_css_class (find_block_row (fixture->pane, BLOCK_ACME), "entry"));
  g_assert_null (find_descendant (find_block_row (fixture->pane, BLOCK_TITLE), GTK_TYPE_CHECK_BUTTON, 0));
  g_assert_nonnull (find_label (fixture->pane, "5 of 5 items"));
  g_assert_nonnull (find_label (find_block_row (fixture->pane, BLOCK_ACME), "3/3"));
  g_assert_cmpint (gtk_widget_get_margin_start (find_block_row (fixture->pane, BLOCK_ACME)), ==, 0);
  g_assert_cmpint (gtk_widget_get_margin_start (find_block_row (fixture->pane, BLOCK_CLUSTER)), >, 0);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_block_row (fixture->pane, BLOCK_CLUSTER);
  GtkWidget *check = find_descendant (row, GTK_TYPE_CHECK_BUTTON, 0);

  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, BLOCK_CLUSTER));
  g_assert_true (find_block_row (fixture->pane, BLOCK_CLUSTER) == row);
  g_assert_true (gtk_widget_has_css_class (row, "off"));
  g_assert_nonnull (find_label (fixture->pane, "4 of 5 items"));
  g_assert_nonnull (find_label (find_block_row (fixture->pane, BLOCK_ACME), "2/3"));
  g_assert_nonnull (find_label (row, "Hidden · 2 Met → Missing"));
  g_assert_true (gtk_check_button_get_inconsistent (
      GTK_CHECK_BUTTON (find_descendant (find_block_row (fixture->pane, BLOCK_ACME), GTK_TYPE_CHECK_BUTTON, 0))));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, BLOCK_CLUSTER));
  g_assert_null (find_label (row, "Hidden · 2 Met → Missing"));
  g_assert_nonnull (find_label (fixture->pane, "5 of 5 items"));
}

/* Where all that is under a section is hidden, its check is off; the section is brought back by it and by Space. */
static void
test_check_of_emptied (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_block_row (fixture->pane, BLOCK_SKILLS);
  GtkWidget *check = find_descendant (row, GTK_TYPE_CHECK_BUTTON, 0);

  matchum_workspace_set_hidden (fixture->workspace, BLOCK_TOOLS, TRUE);
  g_assert_true (gtk_widget_has_css_class (row, "off"));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_false (gtk_widget_has_css_class (row, "off"));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_false (gtk_widget_has_css_class (find_block_row (fixture->pane, BLOCK_TOOLS), "off"));

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (gtk_widget_has_css_class (row, "off"));
  g_assert_true (press_key (row, GDK_KEY_space, 0));
  g_assert_false (gtk_widget_has_css_class (row, "off"));
  g_assert_false (gtk_widget_has_css_class (find_block_row (fixture->pane, BLOCK_TOOLS), "off"));
}

static void
test_requirement (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_block_row (fixture->pane, BLOCK_CLUSTER);
  GtkWidget *badge = find_descendant (row, MATCHUM_TYPE_KEY_BADGE, 0);

  g_assert_true (matchum_key_badge_get_sole (MATCHUM_KEY_BADGE (badge)));
  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_KUBERNETES);
  g_assert_true (gtk_widget_has_css_class (row, "lit"));
  g_assert_true (matchum_key_badge_get_selected (MATCHUM_KEY_BADGE (badge)));
  g_assert_cmpuint (matchum_marked_label_get_n_marks (get_text (fixture, BLOCK_CLUSTER)), ==, 1);
  for (guint i = 0; i < N_BLOCKS; i++)
    if (i != BLOCK_CLUSTER)
      {
        g_assert_true (gtk_widget_has_css_class (find_block_row (fixture->pane, i), "faded"));
        g_assert_cmpuint (matchum_marked_label_get_n_marks (get_text (fixture, i)), ==, 0);
      }

  g_assert_true (press_key (row, GDK_KEY_Escape, 0));
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, -1);
  g_assert_false (gtk_widget_has_css_class (find_block_row (fixture->pane, BLOCK_TITLE), "faded"));
  g_assert_cmpuint (matchum_marked_label_get_n_marks (get_text (fixture, BLOCK_SERVICES)), ==, 1);
  /* With nothing selected, the key is for others. */
  g_assert_false (press_key (row, GDK_KEY_Escape, 0));
}

static guint
find_block (MatchumWorkspace *workspace, const char *words)
{
  MatchumResume *resume = matchum_workspace_get_resume (workspace);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (g_str_equal (matchum_block_get_text (matchum_resume_get_block (resume, i)), words))
      return i;
  g_assert_not_reached ();
}

/* What only hints at the requirement selected is not faded as the rest is, nor lit as evidence is, and says why. */
static void
test_hint (void)
{
  MatchumWorkspace *workspace = create_workspace_for (
      "# A\n\n## Experience\n\n### B | Engineer | 2020.01 - 2024.12\n\n- Kept invoices in Python\n"
      "- Compared Kubeflow with two others\n",
      "## Requirements\n\n- Kubeflow\n- Python\n");
  GtkWidget *pane = g_object_ref_sink (matchum_resume_pane_new (workspace));
  GtkWidget *window = present (pane, 600, 700);
  guint hinting = find_block (workspace, "Compared Kubeflow with two others");
  GtkWidget *row = find_block_row (pane, hinting);
  GtkWidget *other = find_block_row (pane, find_block (workspace, "Kept invoices in Python"));
  MatchumMarkedLabel *text = MATCHUM_MARKED_LABEL (find_descendant (row, MATCHUM_TYPE_MARKED_LABEL, 0));

  g_assert_cmpuint (matchum_marked_label_get_n_marks (text), ==, 0);
  matchum_workspace_set_selected_requirement (workspace, 0);
  g_assert_true (gtk_widget_has_css_class (row, "hint"));
  g_assert_false (gtk_widget_has_css_class (row, "lit"));
  g_assert_false (gtk_widget_has_css_class (row, "faded"));
  g_assert_true (gtk_widget_has_css_class (other, "faded"));
  g_assert_cmpuint (matchum_marked_label_get_n_marks (text), ==, 1);
  g_assert_nonnull (find_label (row, "A hint only: considered"));

  matchum_workspace_set_selected_requirement (workspace, 1);
  g_assert_false (gtk_widget_has_css_class (row, "hint"));
  g_assert_true (gtk_widget_has_css_class (row, "faded"));
  g_assert_cmpuint (matchum_marked_label_get_n_marks (text), ==, 0);
  g_assert_null (find_label (row, "A hint only: considered"));
  g_assert_true (gtk_widget_has_css_class (other, "lit"));

  /* Hidden, it hints at nothing. */
  matchum_workspace_set_hidden (workspace, hinting, TRUE);
  matchum_workspace_set_selected_requirement (workspace, 0);
  g_assert_false (gtk_widget_has_css_class (row, "hint"));
  g_assert_null (find_label (row, "A hint only: considered"));
  close_pane (window, pane, workspace);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_block_row (fixture->pane, BLOCK_CLUSTER);
  guint n_notified = 0;

  count_signal (fixture->workspace, "notify::selected-block", &n_notified);
  gtk_widget_activate_action (get_list (fixture), "list.select-item", "(ubb)", BLOCK_CLUSTER, FALSE, FALSE);
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, BLOCK_CLUSTER);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_nonnull (find_label (row, "The only evidence for requirement 2; hiding it makes it “Missing”"));
  g_assert_nonnull (find_button (row, "Hide"));
  g_assert_nonnull (find_button (row, "Pin"));
  g_assert_null (find_button (find_block_row (fixture->pane, BLOCK_SERVICES), "Hide"));

  /* The title cannot be selected. */
  gtk_widget_activate_action (gtk_widget_get_parent (find_block_row (fixture->pane, BLOCK_TITLE)), "listitem.select",
                              "(bb)", FALSE, FALSE);
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, BLOCK_CLUSTER);

  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_SERVICES);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_null (find_button (row, "Hide"));
  g_assert_cmpuint (gtk_single_selection_get_selected (
                        GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (get_list (fixture))))),
                    ==, BLOCK_SERVICES);

  /* Edits leave the selection alone. */
  matchum_workspace_set_hidden (fixture->workspace, BLOCK_SERVICES, TRUE);
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, BLOCK_SERVICES);
  g_assert_nonnull (find_button (find_block_row (fixture->pane, BLOCK_SERVICES), "Show"));

  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_PYTHON);
  g_assert_cmpuint (gtk_single_selection_get_selected (
                        GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (get_list (fixture))))),
                    ==, GTK_INVALID_LIST_POSITION);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_block_row (fixture->pane, BLOCK_NEWSLETTER);

  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_NEWSLETTER);
  g_signal_emit_by_name (find_button (row, "Hide"), "clicked");
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, BLOCK_NEWSLETTER));
  g_signal_emit_by_name (find_button (row, "Show"), "clicked");
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, BLOCK_NEWSLETTER));
  g_signal_emit_by_name (find_button (row, "Pin"), "clicked");
  g_assert_true (matchum_workspace_is_pinned (fixture->workspace, BLOCK_NEWSLETTER));
  g_assert_nonnull (find_label (row, "Pinned"));
  g_signal_emit_by_name (find_button (row, "Unpin"), "clicked");
  g_assert_false (matchum_workspace_is_pinned (fixture->workspace, BLOCK_NEWSLETTER));
}

static void
note_requirement_cb (MatchumResumePane *pane, int requirement, int *noted)
{
  *noted = requirement;
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_block_row (fixture->pane, BLOCK_CLUSTER);
  int noted = -1;

  g_assert_true (press_key (row, GDK_KEY_space, 0));
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, BLOCK_CLUSTER));
  g_assert_true (press_key (row, GDK_KEY_space, 0));
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, BLOCK_CLUSTER));
  g_assert_true (press_key (row, GDK_KEY_p, 0));
  g_assert_true (matchum_workspace_is_pinned (fixture->workspace, BLOCK_CLUSTER));

  g_signal_connect (fixture->pane, "requirement-activated", G_CALLBACK (note_requirement_cb), &noted);
  g_assert_true (press_key (row, GDK_KEY_Return, 0));
  g_assert_cmpint (noted, ==, REQUIREMENT_KUBERNETES);
  noted = -1;
  press_key (find_block_row (fixture->pane, BLOCK_NEWSLETTER), GDK_KEY_Return, 0);
  g_assert_cmpint (noted, ==, -1);

  g_assert_true (press_key (row, GDK_KEY_n, 0));
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_KUBEFLOW);
  press_key (row, GDK_KEY_n, 0);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_AIRFLOW);
  press_key (row, GDK_KEY_n, 0);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_KUBEFLOW);
  press_key (row, GDK_KEY_n, GDK_SHIFT_MASK);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_AIRFLOW);

  /* The title stays. */
  press_key (find_block_row (fixture->pane, BLOCK_TITLE), GDK_KEY_space, 0);
  g_assert_true (matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), BLOCK_TITLE));
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_SERVICES);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_block_row (fixture->pane, BLOCK_SERVICES));
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, MATCHUM_BLOCK_NONE);
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (fixture->window)));

  g_assert_true (press_key (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Down, 0));
  /* In newer versions of GTK, the first press only selects the row that has the focus. */
  if (matchum_workspace_get_selected_block (fixture->workspace) == BLOCK_SERVICES)
    press_key (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Down, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_block_row (fixture->pane, BLOCK_CLUSTER));
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, BLOCK_CLUSTER);
  press_key (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Up, 0);
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, BLOCK_SERVICES);

  /* Focus stays in its row through an edit. */
  press_key (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_space, 0);
  wait_for_paint (fixture->window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_block_row (fixture->pane, BLOCK_SERVICES));
}

/* Tab and F6 come in this way, and Tab goes on by the buttons of a row to the next row. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = find_descendant (fixture->pane, GTK_TYPE_LIST_VIEW, 0);
  GtkRoot *root = GTK_ROOT (fixture->window);

  gtk_root_set_focus (root, NULL);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == find_block_row (fixture->pane, BLOCK_TITLE));

  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (fixture->pane), BLOCK_CLUSTER);
  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_CLUSTER);
  wait_for_paint (fixture->window);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == find_button (find_block_row (fixture->pane, BLOCK_CLUSTER), "Hide"));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == find_button (find_block_row (fixture->pane, BLOCK_CLUSTER), "Pin"));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == find_button (find_block_row (fixture->pane, BLOCK_CLUSTER), "Edit"));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == find_block_row (fixture->pane, BLOCK_NEWSLETTER));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_root_get_focus (root) == find_button (find_block_row (fixture->pane, BLOCK_CLUSTER), "Edit"));
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  MatchumResumePane *pane = MATCHUM_RESUME_PANE (fixture->pane);
  GtkWidget *figure = gtk_label_new ("1.6 of 1 page");
  guint n_narrow = 0, n_compact = 0, n_figure = 0;
  GtkWidget *keys;

  count_signal (pane, "notify::narrow", &n_narrow);
  count_signal (pane, "notify::compact", &n_compact);
  count_signal (pane, "notify::figure", &n_figure);

  keys = gtk_widget_get_parent (
      find_descendant (find_block_row (fixture->pane, BLOCK_CLUSTER), MATCHUM_TYPE_KEY_BADGE, 0));
  g_assert_true (gtk_widget_get_parent (keys)
                 == gtk_widget_get_parent (GTK_WIDGET (get_text (fixture, BLOCK_CLUSTER))));
  matchum_resume_pane_set_narrow (pane, TRUE);
  matchum_resume_pane_set_narrow (pane, TRUE);
  g_assert_false (gtk_widget_get_parent (keys)
                  == gtk_widget_get_parent (GTK_WIDGET (get_text (fixture, BLOCK_CLUSTER))));
  g_object_set (pane, "narrow", FALSE, NULL);
  g_assert_cmpuint (n_narrow, ==, 2);

  matchum_resume_pane_set_compact (pane, TRUE);
  g_assert_true (matchum_marked_label_get_single_line (get_text (fixture, BLOCK_CLUSTER)));
  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_CLUSTER);
  g_assert_false (matchum_marked_label_get_single_line (get_text (fixture, BLOCK_CLUSTER)));
  g_object_set (pane, "compact", FALSE, NULL);
  g_assert_cmpuint (n_compact, ==, 2);

  matchum_resume_pane_set_figure (pane, figure);
  g_assert_true (matchum_resume_pane_get_figure (pane) == figure);
  g_assert_nonnull (find_label (fixture->pane, "1.6 of 1 page"));
  matchum_resume_pane_set_figure (pane, NULL);
  g_assert_null (find_label (fixture->pane, "1.6 of 1 page"));
  g_assert_cmpuint (n_figure, ==, 2);
}

static void
test_workspace (Fixture *fixture, gconstpointer data)
{
  MatchumResumePane *pane = MATCHUM_RESUME_PANE (fixture->pane);
  guint n_notified = 0;

  count_signal (pane, "notify::workspace", &n_notified);
  matchum_workspace_set_current (fixture->workspace, NULL);
  g_assert_nonnull (find_label (fixture->pane, "5 items"));
  g_assert_null (find_descendant (fixture->pane, GTK_TYPE_CHECK_BUTTON, 0));

  matchum_resume_pane_set_workspace (pane, NULL);
  g_assert_cmpuint (count_descendants (fixture->pane, MATCHUM_TYPE_BLOCK_ROW), ==, 0);
  matchum_resume_pane_set_workspace (pane, fixture->workspace);
  g_assert_cmpuint (n_notified, ==, 2);
  wait_for_paint (fixture->window);
  g_assert_cmpuint (count_descendants (fixture->pane, MATCHUM_TYPE_BLOCK_ROW), ==, N_BLOCKS);
}

static GtkWidget *
find_row (GtkWidget *pane, guint block)
{
  Fixture fixture = { .pane = pane };

  return find_block_row (fixture.pane, block);
}

static double
get_top (GtkWidget *pane, guint block)
{
  GtkWidget *row = find_row (pane, block);
  graphene_rect_t bounds;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_compute_bounds (row, pane, &bounds));
  return bounds.origin.y;
}

/* A resume of many pages: what is looked for is brought into view, and the row that is worked on does not move. */
static void
test_scrolling (void)
{
  g_autoptr (GString) markdown =
      g_string_new ("# Mina Kim\n\n## Experience\n\n### Acme | Engineer | 2020.01 - 2024.12\n\n");
  g_autoptr (MatchumWorkspace) workspace = NULL;
  GtkWidget *pane, *window;
  guint n_held = 0;
  double top;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (markdown, "- Item %u that says nothing of what is asked for\n", i);
  g_string_append (markdown, "- Ran Kubernetes\n");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (markdown, "- Item %u that comes after\n", i);
  workspace = create_workspace_for (markdown->str, "## Requirements\n\n- Kubernetes\n- Kubeflow\n");
  pane = g_object_ref_sink (matchum_resume_pane_new (workspace));
  window = present (pane, 600, 500);
  /* Far fewer rows than blocks. */
  g_assert_cmpuint (count_descendants (pane, MATCHUM_TYPE_BLOCK_ROW), <, 300);

  matchum_workspace_set_selected_requirement (workspace, 0);
  wait_for_paint (window);
  wait_for_paint (window);
  top = get_top (pane, 203);
  g_assert_cmpfloat (top, >, 50);
  g_assert_cmpfloat (top, <, 470);

  for (guint block = 194; block < 214; block++)
    {
      top = get_top (pane, block);
      if (top < 100 || top > 400)
        continue;

      /* The note that comes makes the row higher, from its top downwards. */
      matchum_workspace_set_hidden (workspace, block, TRUE);
      wait_for_paint (window);
      g_assert_cmpfloat (get_top (pane, block), ==, top);

      /* The actions that come do so as well, and those of the row above go. */
      matchum_workspace_set_selected_block (workspace, block);
      wait_for_paint (window);
      g_assert_cmpfloat (get_top (pane, block), ==, top);
      n_held++;
    }
  g_assert_cmpuint (n_held, >, 2);

  close_window (window);
  g_assert_finalize_object (pane);
}

static gboolean
has_faded_row (GtkWidget *pane, guint block)
{
  GtkWidget *row = find_block_row (pane, block);

  g_assert_nonnull (row);
  return gtk_widget_has_css_class (row, "faded");
}

/* Rows out of view follow after those in view, and at once where they come into view. */
static void
test_out_of_view (void)
{
  g_autoptr (GString) resume = g_string_new ("# Kim\n\n## Work\n\n");
  MatchumWorkspace *workspace;
  GtkWidget *pane, *window;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (resume, "- Built part %u in Python\n", i);
  workspace = create_workspace_for (resume->str, "## Requirements\n\n- Docker\n");
  pane = g_object_ref_sink (matchum_resume_pane_new (workspace));
  window = present (pane, 500, 400);
  g_assert_true (gtk_widget_get_mapped (find_block_row (pane, 3)));
  g_assert_false (gtk_widget_get_mapped (find_block_row (pane, 90)));

  matchum_workspace_set_selected_requirement (workspace, 0);
  g_assert_true (has_faded_row (pane, 3));
  g_assert_false (has_faded_row (pane, 90));
  matchum_ui_test_wait (has_faded_row (pane, 90));

  matchum_workspace_set_selected_requirement (workspace, -1);
  g_assert_false (has_faded_row (pane, 3));
  g_assert_true (has_faded_row (pane, 90));
  matchum_resume_pane_reveal_block (MATCHUM_RESUME_PANE (pane), 90);
  matchum_ui_test_wait (gtk_widget_get_mapped (find_block_row (pane, 90)));
  wait_for_paint (window);
  wait_for_paint (window);
  g_assert_false (has_faded_row (pane, 90));
  close_pane (window, pane, workspace);
}

/* Another resume begins at its beginning. */
static void
test_other_begins_at_top (void)
{
  g_autoptr (GString) markdown = g_string_new ("# Mina Kim\n\n## Experience\n\n");
  g_autoptr (MatchumWorkspace) workspace = NULL;
  MatchumWorkspaceBaseline *first;
  GtkAdjustment *adjustment;
  GtkWidget *pane, *window;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (markdown, "- Item %u that says nothing of what is asked for\n", i);
  workspace = create_workspace_for (markdown->str, "## Requirements\n\n- Kubernetes\n");
  first = matchum_workspace_get_baseline (workspace);
  pane = g_object_ref_sink (matchum_resume_pane_new (workspace));
  window = present (pane, 600, 500);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_descendant (pane, GTK_TYPE_LIST_VIEW, 0)));
  gtk_adjustment_set_value (adjustment, 2000);
  wait_for_paint (window);
  wait_for_paint (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1900);

  g_string_append (markdown, "- One more\n");
  matchum_workspace_add_baseline (workspace, NULL, markdown->str);
  matchum_ui_test_flush (workspace);
  wait_for_paint (window);
  wait_for_paint (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  gtk_adjustment_set_value (adjustment, 2000);
  wait_for_paint (window);
  matchum_workspace_show_baseline (workspace, first);
  wait_for_paint (window);
  wait_for_paint (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  close_window (window);
  matchum_ui_test_flush (workspace);
  g_assert_finalize_object (pane);
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  g_test_add ("/resume-pane/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/resume-pane/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/resume-pane/check-of-emptied", Fixture, NULL, set_up, test_check_of_emptied, tear_down);
  g_test_add ("/resume-pane/requirement", Fixture, NULL, set_up, test_requirement, tear_down);
  g_test_add ("/resume-pane/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/resume-pane/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/resume-pane/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/resume-pane/arrows", Fixture, NULL, set_up, test_arrows, tear_down);
  g_test_add ("/resume-pane/tab", Fixture, NULL, set_up, test_tab, tear_down);
  g_test_add ("/resume-pane/properties", Fixture, NULL, set_up, test_properties, tear_down);
  g_test_add ("/resume-pane/workspace", Fixture, NULL, set_up, test_workspace, tear_down);
  g_test_add_func ("/resume-pane/hint", test_hint);
  g_test_add_func ("/resume-pane/scrolling", test_scrolling);
  g_test_add_func ("/resume-pane/other-begins-at-top", test_other_begins_at_top);
  g_test_add_func ("/resume-pane/out-of-view", test_out_of_view);
  return g_test_run ();
}
