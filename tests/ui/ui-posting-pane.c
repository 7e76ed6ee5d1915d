/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane of the posting in a window: verdicts in words, folds, filter, selection and keys. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui-pane-support.h"
#include "ui/matchum-coverage-strip.h"
#include "ui/matchum-key-badge.h"
#include "ui/matchum-marked-label.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-posting-row.h"

typedef struct {
  MatchumWorkspace *workspace;
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = create_workspace ();
  fixture->pane = g_object_ref_sink (matchum_posting_pane_new (fixture->workspace));
  fixture->window = present (fixture->pane, 600, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_pane (fixture->window, fixture->pane, fixture->workspace);
}

static void
assert_verdict (GtkWidget *pane, const char *text, const char *css_class, const char *word, const char *reason)
{
  GtkWidget *row = find_posting_row (pane, text);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_has_css_class (row, css_class));
  g_assert_nonnull (find_label (row, word));
  g_assert_nonnull (find_label (row, reason));
  g_assert_nonnull (find_descendant (row, GTK_TYPE_IMAGE, 0));
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  assert_verdict (fixture->pane, "Python", "met", "Met", "Python");
  assert_verdict (fixture->pane, "Kubeflow", "missing", "Missing", "Kubeflow");
  assert_verdict (fixture->pane, "Docker", "listed", "Listed only", "In a skills list alone: Docker");
  assert_verdict (fixture->pane, "긍정적이고 책임감 있는 분", "soft", "Cannot tell", "Nothing a resume can prove");
  g_assert_nonnull (find_label (find_posting_row (fixture->pane, "Python"), "in 2 items"));
  g_assert_nonnull (find_label (find_posting_row (fixture->pane, "Kubernetes"), "in 1 item"));
  g_assert_nonnull (find_label (find_posting_row (fixture->pane, "Python"), "1"));
  g_assert_nonnull (find_label (find_posting_row (fixture->pane, "Airflow"), "c"));
  g_assert_true (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Requirements"), "section"));
  g_assert_nonnull (find_label (find_posting_row (fixture->pane, "Preferred Qualifications"), "3"));
  g_assert_nonnull (find_posting_row (fixture->pane, "Widget"));
  g_assert_nonnull (find_label (fixture->pane, "Required 2/3"));
  g_assert_nonnull (find_label (fixture->pane, "Preferred 1/2"));
  g_assert_cmpuint (count_descendants (fixture->pane, MATCHUM_TYPE_COVERAGE_STRIP), ==, 2);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_posting_row (fixture->pane, "Kubernetes");

  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_KUBERNETES);
  matchum_workspace_set_hidden (fixture->workspace, BLOCK_CLUSTER, TRUE);
  assert_verdict (fixture->pane, "Kubernetes", "missing", "Missing", "Kubernetes only in 1 hidden item");
  g_assert_true (find_posting_row (fixture->pane, "Kubernetes") == row);
  g_assert_nonnull (find_label (fixture->pane, "Required 1/3"));
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_KUBERNETES);
  matchum_ui_test_undo (fixture->workspace);
  assert_verdict (fixture->pane, "Kubernetes", "met", "Met", "Kubernetes shown in 1 item");
  matchum_workspace_set_selected_requirement (fixture->workspace, -1);
  matchum_workspace_set_hidden (fixture->workspace, BLOCK_CLUSTER, TRUE);
  assert_verdict (fixture->pane, "Kubernetes", "missing", "Missing", "Only in a hidden item: Kubernetes");
}

static GtkWidget *
find_quoted (GtkWidget *row, const char *css_class)
{
  for (guint i = 0; i < count_descendants (row, MATCHUM_TYPE_MARKED_LABEL); i++)
    if (gtk_widget_has_css_class (find_descendant (row, MATCHUM_TYPE_MARKED_LABEL, i), css_class))
      return find_descendant (row, MATCHUM_TYPE_MARKED_LABEL, i);
  return NULL;
}

/* The requirement that is looked at says in one sentence why; the others the gist of it. */
static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_posting_row (fixture->pane, "Python");

  g_assert_nonnull (find_label (row, "in 2 items"));
  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_PYTHON);
  assert_verdict (fixture->pane, "Python", "met", "Met", "Python shown in 2 items");
  g_assert_null (find_label (row, "in 2 items"));
  assert_verdict (fixture->pane, "Kubeflow", "missing", "Missing", "Kubeflow");

  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_KUBEFLOW);
  assert_verdict (fixture->pane, "Kubeflow", "missing", "Missing", "Nothing shows Kubeflow");
  assert_verdict (fixture->pane, "Python", "met", "Met", "Python");
  g_assert_nonnull (find_label (row, "in 2 items"));
  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_DOCKER);
  assert_verdict (fixture->pane, "Docker", "listed", "Listed only", "Docker in a skills list only");
}

/* What only hints at a requirement is quoted where the resume is not beside it, and is where its key leads. */
static void
test_hint (void)
{
  MatchumWorkspace *workspace = create_workspace_for (
      "# A\n\n## Experience\n\n### B | Engineer | 2020.01 - 2024.12\n\n- Kept invoices in Python\n"
      "- Compared Kubeflow with two others\n",
      "## Requirements\n\n- Kubeflow\n- Python\n");
  GtkWidget *pane = g_object_ref_sink (matchum_posting_pane_new (workspace));
  GtkWidget *window = present (pane, 600, 800);
  GtkWidget *row, *quoted;
  guint n_activated = 0;

  matchum_posting_pane_set_narrow (MATCHUM_POSTING_PANE (pane), TRUE);
  count_signal (pane, "block-activated", &n_activated);
  matchum_workspace_set_selected_requirement (workspace, 0);
  assert_verdict (pane, "Kubeflow", "missing", "Missing", "Only a hint of Kubeflow (considered)");
  row = find_posting_row (pane, "Kubeflow");
  quoted = find_quoted (row, "hint");
  g_assert_nonnull (quoted);
  g_assert_cmpstr (matchum_marked_label_get_text (MATCHUM_MARKED_LABEL (quoted)), ==,
                   "Compared Kubeflow with two others");
  g_assert_cmpuint (matchum_marked_label_get_n_marks (MATCHUM_MARKED_LABEL (quoted)), ==, 1);
  g_assert_nonnull (find_label (row, "A hint only: considered"));
  g_assert_null (find_quoted (row, "quoted"));
  g_assert_true (press_key (row, GDK_KEY_Return, 0));
  g_assert_cmpuint (n_activated, ==, 1);

  matchum_workspace_set_selected_requirement (workspace, 1);
  row = find_posting_row (pane, "Python");
  g_assert_nonnull (find_quoted (row, "quoted"));
  g_assert_null (find_quoted (row, "hint"));
  close_pane (window, pane, workspace);
}

static void
test_folds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *fold = find_posting_row (fixture->pane, "Duties");

  g_assert_true (gtk_widget_has_css_class (fold, "fold"));
  g_assert_nonnull (find_label (fold, "2"));
  g_assert_null (find_posting_row (fixture->pane, "Keep it running"));
  g_assert_true (press_key (fold, GDK_KEY_Return, 0));
  g_assert_nonnull (find_posting_row (fixture->pane, "Keep it running"));
  g_assert_true (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Responsibilities"), "heading"));
  g_assert_null (find_posting_row (fixture->pane, "Lunch"));
  g_assert_true (press_key (find_posting_row (fixture->pane, "Other Lines"), GDK_KEY_space, 0));
  g_assert_nonnull (find_posting_row (fixture->pane, "Lunch"));
  g_assert_true (press_key (find_posting_row (fixture->pane, "Duties"), GDK_KEY_space, 0));
  g_assert_null (find_posting_row (fixture->pane, "Keep it running"));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  MatchumPostingPane *pane = MATCHUM_POSTING_PANE (fixture->pane);
  GtkWidget *toggle = find_descendant (fixture->pane, GTK_TYPE_TOGGLE_BUTTON, 0);
  guint n_notified = 0;

  count_signal (pane, "notify::only-open", &n_notified);
  g_assert_nonnull (find_label (toggle, "2"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_true (matchum_posting_pane_get_only_open (pane));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_null (find_posting_row (fixture->pane, "Python"));
  g_assert_nonnull (find_posting_row (fixture->pane, "Kubeflow"));
  g_assert_nonnull (find_posting_row (fixture->pane, "Airflow"));
  g_assert_nonnull (find_posting_row (fixture->pane, "Requirements"));

  /* What becomes missing comes in; what is selected stays when it is met again. */
  matchum_workspace_set_hidden (fixture->workspace, BLOCK_CLUSTER, TRUE);
  g_assert_nonnull (find_posting_row (fixture->pane, "Kubernetes"));
  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_KUBERNETES);
  matchum_workspace_set_hidden (fixture->workspace, BLOCK_CLUSTER, FALSE);
  g_assert_nonnull (find_posting_row (fixture->pane, "Kubernetes"));
  matchum_workspace_set_selected_requirement (fixture->workspace, -1);
  g_assert_null (find_posting_row (fixture->pane, "Kubernetes"));

  /* Whoever is taken to a requirement sees it. */
  matchum_posting_pane_focus_requirement (pane, REQUIREMENT_PYTHON);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_posting_row (fixture->pane, "Python"));
}

static void
test_block_selected (Fixture *fixture, gconstpointer data)
{
  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_CLUSTER);
  g_assert_true (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Kubernetes"), "lit"));
  g_assert_true (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Python"), "faded"));
  g_assert_false (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Widget"), "faded"));

  /* A section carries what stands under it. */
  matchum_workspace_set_selected_block (fixture->workspace, BLOCK_EXPERIENCE);
  g_assert_true (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Kubernetes"), "lit"));
  g_assert_true (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Python"), "lit"));
  g_assert_true (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Docker"), "faded"));

  g_assert_true (press_key (find_posting_row (fixture->pane, "Python"), GDK_KEY_Escape, 0));
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, MATCHUM_BLOCK_NONE);
  g_assert_false (gtk_widget_has_css_class (find_posting_row (fixture->pane, "Docker"), "faded"));
}

static void
note_block_cb (MatchumPostingPane *pane, guint block, guint *noted)
{
  *noted = block;
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  guint noted = MATCHUM_BLOCK_NONE;

  g_signal_connect (fixture->pane, "block-activated", G_CALLBACK (note_block_cb), &noted);
  g_assert_true (press_key (find_posting_row (fixture->pane, "Kubernetes"), GDK_KEY_Return, 0));
  g_assert_cmpuint (noted, ==, BLOCK_CLUSTER);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_KUBERNETES);

  noted = MATCHUM_BLOCK_NONE;
  press_key (find_posting_row (fixture->pane, "Kubeflow"), GDK_KEY_Return, 0);
  g_assert_cmpuint (noted, ==, MATCHUM_BLOCK_NONE);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_KUBEFLOW);

  /* The focus goes with the selection while it is in the list. */
  matchum_posting_pane_focus_requirement (MATCHUM_POSTING_PANE (fixture->pane), REQUIREMENT_PYTHON);
  g_assert_true (press_key (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_n, 0));
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_AIRFLOW);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_posting_row (fixture->pane, "Airflow"));
  press_key (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_n, GDK_SHIFT_MASK);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_KUBEFLOW);
  press_key (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Up, 0);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_KUBERNETES);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_posting_row (fixture->pane, "Docker");
  guint n_notified = 0;

  count_signal (fixture->workspace, "notify::selected-requirement", &n_notified);
  gtk_widget_activate_action (gtk_widget_get_parent (row), "listitem.select", "(bb)", FALSE, FALSE);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_DOCKER);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (matchum_key_badge_get_selected (MATCHUM_KEY_BADGE (find_descendant (row, MATCHUM_TYPE_KEY_BADGE, 0))));
  /* Headings cannot be selected. */
  gtk_widget_activate_action (gtk_widget_get_parent (find_posting_row (fixture->pane, "Requirements")),
                              "listitem.select", "(bb)", FALSE, FALSE);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, REQUIREMENT_DOCKER);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  MatchumPostingPane *pane = MATCHUM_POSTING_PANE (fixture->pane);
  GtkWidget *row = find_posting_row (fixture->pane, "Kubernetes");
  guint noted = MATCHUM_BLOCK_NONE, n_notified = 0;
  GtkWidget *quote;

  count_signal (pane, "notify::narrow", &n_notified);
  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_KUBERNETES);
  g_assert_null (find_button (row, "Show in Resume"));
  matchum_posting_pane_set_narrow (pane, TRUE);
  matchum_posting_pane_set_narrow (pane, TRUE);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (count_descendants (fixture->pane, MATCHUM_TYPE_COVERAGE_STRIP), ==, 0);

  quote = find_label (row, "추론 서버를 Kubernetes로 옮기고 동적 배칭을 켰다");
  g_assert_nonnull (quote);
  g_assert_cmpuint (matchum_marked_label_get_n_marks (
                        MATCHUM_MARKED_LABEL (gtk_widget_get_ancestor (quote, MATCHUM_TYPE_MARKED_LABEL))),
                    ==, 1);
  g_assert_nonnull (find_label (row, "Acme | Engineer | 2020.01 - 2024.12"));
  g_signal_connect (pane, "block-activated", G_CALLBACK (note_block_cb), &noted);
  g_signal_emit_by_name (find_button (row, "Show in Resume"), "clicked");
  g_assert_cmpuint (noted, ==, BLOCK_CLUSTER);

  matchum_workspace_set_selected_requirement (fixture->workspace, REQUIREMENT_KUBEFLOW);
  g_assert_null (find_button (fixture->pane, "Show in Resume"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  matchum_workspace_rename_posting (fixture->workspace, matchum_workspace_get_current (fixture->workspace), "Gadget",
                                    "Cook");
  matchum_ui_test_flush (fixture->workspace);
  wait_for_paint (fixture->window);
  g_assert_nonnull (find_posting_row (fixture->pane, "Gadget"));
  g_assert_null (find_posting_row (fixture->pane, "Widget"));
  g_assert_nonnull (find_label (find_posting_row (fixture->pane, "Gadget"), "Cook"));
}

static void
test_workspace (Fixture *fixture, gconstpointer data)
{
  MatchumPostingPane *pane = MATCHUM_POSTING_PANE (fixture->pane);
  guint n_notified = 0;

  count_signal (pane, "notify::workspace", &n_notified);

  /* Without a resume, the posting is still there to be read. */
  matchum_workspace_remove_baseline (fixture->workspace, matchum_workspace_get_baseline (fixture->workspace));
  matchum_ui_test_flush (fixture->workspace);
  wait_for_paint (fixture->window);
  g_assert_nonnull (find_posting_row (fixture->pane, "Kubernetes"));
  g_assert_null (find_descendant (find_posting_row (fixture->pane, "Kubernetes"), MATCHUM_TYPE_KEY_BADGE, 0));
  g_assert_false (gtk_widget_get_sensitive (find_descendant (fixture->pane, GTK_TYPE_TOGGLE_BUTTON, 0)));

  matchum_workspace_set_current (fixture->workspace, NULL);
  wait_for_paint (fixture->window);
  g_assert_cmpuint (count_descendants (fixture->pane, MATCHUM_TYPE_POSTING_ROW), ==, 0);
  matchum_posting_pane_set_workspace (pane, NULL);
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
test_no_known_heading (void)
{
  g_autoptr (MatchumWorkspace) workspace =
      create_workspace_for ("# Mina Kim\n\n## Work\n\n- Python\n", "- Python\n- Kubeflow\n");
  GtkWidget *pane = g_object_ref_sink (matchum_posting_pane_new (workspace));
  GtkWidget *window = present (pane, 600, 500);
  GtkWidget *banner = find_posting_row (pane, "No known heading was found");

  g_assert_nonnull (banner);
  g_assert_true (gtk_widget_has_css_class (banner, "banner"));
  g_assert_nonnull (find_posting_row (pane, "Required"));
  assert_verdict (pane, "Kubeflow", "missing", "Missing", "Kubeflow");
  close_window (window);
  g_assert_finalize_object (pane);
}

#define TEAMS                                                                                                          \
  "---\ncompany: Widget\ndeadline: 2025-05-20\nurl: https://a.example.com/7\n---\n\n## Responsibilities\n\n"           \
  "### Search team\n- Rank results\n\n### Growth team\n- Run experiments\n\n## Requirements\n\n"                       \
  "### Search team\n- Kubeflow\n\n### Growth team\n- Python\n- Docker\n\n## More\n\n"                                  \
  "- [Our blog](https://b.example.com)\n- [Our team](https://c.example.com)\n"

/* One that cannot be applied to any more, with teams and more than one link. */
static GtkWidget *
present_teams (MatchumWorkspace **workspace, GtkWidget **window)
{
  GtkWidget *pane;

  *workspace = create_workspace_for ("# Mina Kim\n\n## Work\n\n- Python\n", TEAMS);
  pane = g_object_ref_sink (matchum_posting_pane_new (*workspace));
  *window = present (pane, 600, 900);
  return pane;
}

static void
test_team (void)
{
  MatchumWorkspace *workspace;
  GtkWidget *window, *pane = present_teams (&workspace, &window);
  GtkWidget *row = gtk_widget_get_ancestor (find_descendant (pane, GTK_TYPE_DROP_DOWN, 0), MATCHUM_TYPE_POSTING_ROW);
  GtkDropDown *drop_down = GTK_DROP_DOWN (find_descendant (pane, GTK_TYPE_DROP_DOWN, 0));
  guint n_toggled = 0;

  g_assert_true (gtk_widget_has_css_class (row, "team"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, 3);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  g_assert_nonnull (find_label (pane, "Required 1/3"));
  g_assert_null (find_posting_row (pane, "Other Teams"));

  gtk_drop_down_set_selected (drop_down, 2);
  wait_for_paint (window);
  g_assert_cmpstr (matchum_application_get_team (matchum_workspace_get_application (workspace)), ==, "Growth team");
  g_assert_nonnull (find_label (pane, "Required 1/2"));
  g_assert_null (find_posting_row (pane, "Kubeflow"));
  g_assert_nonnull (find_posting_row (pane, "Docker"));
  g_assert_nonnull (find_label (find_posting_row (pane, "Duties"), "1"));
  g_assert_nonnull (find_label (find_posting_row (pane, "Other Teams"), "2"));
  g_assert_true (press_key (find_posting_row (pane, "Other Teams"), GDK_KEY_Return, 0));
  wait_for_paint (window);
  g_assert_true (gtk_widget_has_css_class (find_posting_row (pane, "Kubeflow"), "line"));
  g_assert_nonnull (find_posting_row (pane, "Rank results"));
  /* The very widget that the user has in hand. */
  g_assert_true (find_descendant (pane, GTK_TYPE_DROP_DOWN, 0) == GTK_WIDGET (drop_down));

  matchum_ui_test_flush (workspace);
  matchum_ui_test_undo (workspace);
  wait_for_paint (window);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  g_assert_nonnull (find_label (pane, "Required 1/3"));
  g_assert_null (find_posting_row (pane, "Other Teams"));
  g_assert_true (gtk_widget_has_css_class (find_posting_row (pane, "Kubeflow"), "requirement"));

  /* Enter opens the list. */
  count_signal (find_descendant (GTK_WIDGET (drop_down), GTK_TYPE_TOGGLE_BUTTON, 0), "toggled", &n_toggled);
  g_assert_true (press_key (row, GDK_KEY_Return, 0));
  matchum_ui_test_wait (n_toggled > 0); /* a button is held for a moment */
  close_window (window);
  g_assert_finalize_object (pane);
  matchum_ui_test_flush (workspace);
  g_assert_finalize_object (workspace);
}

static void
test_facts (void)
{
  MatchumWorkspace *workspace;
  GtkWidget *window, *pane = present_teams (&workspace, &window);

  /* In words, not by colour alone. */
  g_assert_true (gtk_widget_has_css_class (find_posting_row (pane, "closed (2025-05-20)"), "closed"));
  g_assert_cmpuint (count_descendants (pane, GTK_TYPE_LINK_BUTTON), ==, 1);
  g_assert_nonnull (find_label (find_posting_row (pane, "More Links"), "2"));
  g_assert_true (press_key (find_posting_row (pane, "More Links"), GDK_KEY_Return, 0));
  wait_for_paint (window);
  g_assert_cmpuint (count_descendants (pane, GTK_TYPE_LINK_BUTTON), ==, 3);
  g_assert_cmpstr (gtk_link_button_get_uri (GTK_LINK_BUTTON (find_descendant (pane, GTK_TYPE_LINK_BUTTON, 2))), ==,
                   "https://c.example.com");
  close_window (window);
  g_assert_finalize_object (pane);
  matchum_ui_test_flush (workspace);
  g_assert_finalize_object (workspace);
}

/* Another posting begins at its beginning, and one that comes back, too. */
static void
test_other_begins_at_top (void)
{
  g_autoptr (GString) posting = g_string_new ("## Requirements\n\n");
  g_autoptr (MatchumWorkspace) workspace = NULL;
  MatchumWorkspacePosting *first;
  GtkAdjustment *adjustment;
  GtkWidget *pane, *window;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (posting, "- Knowledge of method %u\n", i);
  workspace = create_workspace_for ("# Mina Kim\n\n## Experience\n\n- Python\n", posting->str);
  first = matchum_workspace_get_current (workspace);
  pane = g_object_ref_sink (matchum_posting_pane_new (workspace));
  window = present (pane, 600, 500);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_descendant (pane, GTK_TYPE_LIST_VIEW, 0)));
  gtk_adjustment_set_value (adjustment, 2000);
  wait_for_paint (window);
  wait_for_paint (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1900);

  g_string_append (posting, "- One more\n");
  matchum_ui_test_add_posting (workspace, posting->str);
  wait_for_paint (window);
  wait_for_paint (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  gtk_adjustment_set_value (adjustment, 2000);
  wait_for_paint (window);
  matchum_workspace_set_current (workspace, first);
  wait_for_paint (window);
  wait_for_paint (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  close_window (window);
  matchum_ui_test_flush (workspace);
  g_assert_finalize_object (pane);
}

/* Where there is little room, a sentence has the width of the bar, and its two buttons stand below it. */
static void
test_narrow_notice (void)
{
  const char *text = "Two lines that were put right are no longer in the text of this posting";
  GtkWidget *bar = g_object_ref_sink (g_object_new (MATCHUM_TYPE_NOTICE_BAR, NULL));
  GtkWidget *window, *label;
  int beside;

  matchum_notice_bar_set (MATCHUM_NOTICE_BAR (bar), text, "_Show Them Again", NULL);
  matchum_notice_bar_set_second (MATCHUM_NOTICE_BAR (bar), "_Let Them Go", "test.let-go");
  window = present (bar, 360, 300);
  label = find_descendant (bar, GTK_TYPE_LABEL, 0);
  beside = gtk_widget_get_width (label);
  g_assert_cmpint (beside, >, 0);
  g_assert_cmpint (beside, <, 180);

  matchum_notice_bar_set_narrow (MATCHUM_NOTICE_BAR (bar), TRUE);
  wait_for_paint (window);
  wait_for_paint (window);
  g_assert_cmpint (gtk_widget_get_width (label), >, 300);
  matchum_notice_bar_set_narrow (MATCHUM_NOTICE_BAR (bar), FALSE);
  wait_for_paint (window);
  wait_for_paint (window);
  g_assert_cmpint (gtk_widget_get_width (label), ==, beside);

  close_window (window);
  g_assert_finalize_object (bar);
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  g_test_add ("/posting-pane/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/posting-pane/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/posting-pane/folds", Fixture, NULL, set_up, test_folds, tear_down);
  g_test_add ("/posting-pane/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/posting-pane/block-selected", Fixture, NULL, set_up, test_block_selected, tear_down);
  g_test_add ("/posting-pane/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/posting-pane/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/posting-pane/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/posting-pane/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/posting-pane/workspace", Fixture, NULL, set_up, test_workspace, tear_down);
  g_test_add ("/posting-pane/sentence", Fixture, NULL, set_up, test_sentence, tear_down);
  g_test_add_func ("/posting-pane/hint", test_hint);
  g_test_add_func ("/posting-pane/no-known-heading", test_no_known_heading);
  g_test_add_func ("/posting-pane/team", test_team);
  g_test_add_func ("/posting-pane/facts", test_facts);
  g_test_add_func ("/posting-pane/other-begins-at-top", test_other_begins_at_top);
  g_test_add_func ("/posting-pane/narrow-notice", test_narrow_notice);
  return g_test_run ();
}
