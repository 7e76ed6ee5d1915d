/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar over a library of two thousand postings: what it costs, what it lists, and how one goes through it. */
#include "config.h"

#include "ui-sidebar-support.h"

#include "matchum-ui-test.h"

/* A view keeps some rows beyond what is seen. */
#define MOST_ROWS 300

static guint
count_judged (SidebarFixture *fixture)
{
  guint n_judged = 0;

  for (guint i = 0; i < g_list_model_get_n_items (matchum_workspace_get_postings (fixture->workspace)); i++)
    {
      MatchumPostingFigure figure;

      n_judged += matchum_workspace_posting_get_figure (get_posting (fixture, i), &figure) ? 1 : 0;
    }
  return n_judged;
}

static gsize
read_memory (void)
{
  g_autofree char *text = NULL;
  gsize n_pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    {
      char **fields = g_strsplit (text, " ", 3);

      n_pages = fields[0] != NULL && fields[1] != NULL ? g_ascii_strtoull (fields[1], NULL, 10) : 0;
      g_strfreev (fields);
    }
  return n_pages * 4096 / 1024;
}

/* No posting costs a row or a match before it is looked at. */
static void
test_many (void)
{
  SidebarFixture fixture = { NULL };
  g_autoptr (GPtrArray) rows = NULL;
  gint64 start;
  gsize memory;
  double ms;

  open_sidebar (&fixture, N_MANY);
  matchum_sidebar_set_workspace (fixture.sidebar, NULL);
  settle (&fixture);

  memory = read_memory ();
  start = g_get_monotonic_time ();
  matchum_sidebar_set_workspace (fixture.sidebar, fixture.workspace);
  ms = (double) (g_get_monotonic_time () - start) / 1000;
  matchum_ui_test_settle (fixture.window);
  g_test_message ("%u postings listed in %.1f ms, painted and settled in %.1f ms, with %zu KiB more", N_MANY, ms,
                  (double) (g_get_monotonic_time () - start) / 1000, read_memory () - memory);
  g_assert_cmpfloat (ms, <, 2000);

  g_assert_cmpuint (count_listed (&fixture), ==, N_MANY);
  rows = list_widgets (&fixture, MATCHUM_TYPE_SIDEBAR_ROW);
  g_test_message ("%u rows, %u postings judged", rows->len, count_judged (&fixture));
  g_assert_cmpuint (rows->len, <=, MOST_ROWS);
  g_assert_cmpuint (count_judged (&fixture), >, 3);
  g_assert_cmpuint (count_judged (&fixture), <, 20);
  tear_down (&fixture, NULL);
}

/* Only what is in view is judged, and what comes into view is. */
static void
test_figures (SidebarFixture *fixture, gconstpointer data)
{
  MatchumPostingFigure figure;
  MatchumWorkspacePosting *far = get_posting (fixture, 150);

  matchum_ui_test_wait (says (find_row (fixture, get_posting (fixture, 0)), "2/4 met"));
  g_assert_false (matchum_workspace_posting_get_figure (far, &figure));
  gtk_widget_activate_action (find_widget (fixture, GTK_TYPE_LIST_VIEW), "list.scroll-to-item", "u", 150);
  settle (fixture);
  matchum_ui_test_wait (matchum_workspace_posting_get_figure (far, &figure));
  g_assert_cmpuint (count_judged (fixture), <, 40);
}

/* What is done in the workspace is selected, and what is selected is opened, once. */
static void
test_selection (SidebarFixture *fixture, gconstpointer data)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_model (fixture));

  /* The second resume was added last, and is open. */
  g_assert_null (get_selected (fixture));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_baseline_row (fixture, 1))));

  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 120));
  settle (fixture);
  g_assert_true (get_selected (fixture) == get_posting (fixture, 120));
  g_assert_nonnull (find_row (fixture, get_posting (fixture, 120)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_row (fixture, get_posting (fixture, 120)))));
  g_assert_false (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_baseline_row (fixture, 0))));
  g_assert_false (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_baseline_row (fixture, 1))));

  fixture->n_opened = 0;
  gtk_single_selection_set_selected (selection, 3);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == get_posting (fixture, 3));
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  matchum_workspace_set_current (fixture->workspace, NULL);
  g_assert_null (get_selected (fixture));
  g_assert_cmpuint (fixture->n_opened, ==, 2);
}

/* A resume is opened by its row, in one step, also from a posting held against another; the mark says which one is. */
static void
test_baselines (SidebarFixture *fixture, gconstpointer data)
{
  GtkListBox *list = GTK_LIST_BOX (find_widget (fixture, GTK_TYPE_LIST_BOX));
  MatchumBaselineRow *korean = get_baseline_row (fixture, 0), *english = get_baseline_row (fixture, 1);
  g_autoptr (GPtrArray) icons = g_ptr_array_new ();

  g_assert_true (says (korean, "국문") && says (korean, "Korean"));
  g_assert_true (says (english, "English"));
  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 0));
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == get_baseline (fixture, 0));
  collect (GTK_WIDGET (korean), GTK_TYPE_IMAGE, icons);
  g_assert_true (gtk_widget_get_visible (icons->pdata[icons->len - 1]));
  g_ptr_array_set_size (icons, 0);
  collect (GTK_WIDGET (english), GTK_TYPE_IMAGE, icons);
  g_assert_false (gtk_widget_get_visible (icons->pdata[icons->len - 1]));

  fixture->n_opened = 0;
  gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (english));
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  g_assert_null (matchum_workspace_get_current (fixture->workspace));
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == get_baseline (fixture, 1));
  gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (korean));
  g_assert_cmpuint (fixture->n_opened, ==, 2);
}

/* Folded, in any order, in company and title, also where they are read from the text. */
static void
test_search (SidebarFixture *fixture, gconstpointer data)
{
  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 7));
  search (fixture, "engineer 회사 7");
  g_assert_true (get_listed (fixture, 0) == get_posting (fixture, 7));
  g_assert_true (get_selected (fixture) == get_posting (fixture, 7));

  search (fixture, "ＣＯＭＰＡＮＹ 12");
  g_assert_true (get_listed (fixture, 0) == get_posting (fixture, 12));
  /* Not found, not selected, but open still. */
  g_assert_null (get_selected (fixture));
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == get_posting (fixture, 7));

  search (fixture, "없는 회사");
  g_assert_cmpuint (count_listed (fixture), ==, 0);
  settle (fixture);
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (fixture->sidebar), "No posting found for “없는 회사”"));

  g_assert_true (press_key (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpuint (count_listed (fixture), ==,
                    g_list_model_get_n_items (matchum_workspace_get_postings (fixture->workspace)));
  g_assert_true (get_selected (fixture) == get_posting (fixture, 7));
  g_assert_true (get_focused (fixture) == get_posting (fixture, 7));
  g_assert_true (press_key (fixture, GDK_KEY_f, GDK_CONTROL_MASK));
  g_assert_null (get_focused (fixture));
}

/* A posting that is renamed while names are searched comes or goes; one that is opened from elsewhere ends the search.
 */
static void
test_search_follows (SidebarFixture *fixture, gconstpointer data)
{
  guint n_all = count_listed (fixture);

  search (fixture, "새 이름");
  g_assert_cmpuint (count_listed (fixture), ==, 0);
  matchum_workspace_rename_posting (fixture->workspace, get_posting (fixture, 5), "새 이름", NULL);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (count_listed (fixture), ==, 1);
  g_assert_true (get_listed (fixture, 0) == get_posting (fixture, 5));

  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 9));
  g_assert_cmpuint (count_listed (fixture), ==, n_all);
  g_assert_true (get_selected (fixture) == get_posting (fixture, 9));
}

static void
measure_search (SidebarFixture *fixture, const char *what, const char *text)
{
  gint64 start = g_get_monotonic_time ();

  search (fixture, text);
  g_test_message ("%s: %.1f ms", what, (double) (g_get_monotonic_time () - start) / 1000);
}

/* The first search has to know the names of all; they are read while the user types. */
static void
test_search_many (SidebarFixture *fixture, gconstpointer data)
{
  measure_search (fixture, "a search at once", "회사 19");
  measure_search (fixture, "the next one", "회사 199");
  g_assert_cmpuint (count_listed (fixture), ==, 9); /* 199, 1199 and 1990 to 1999, but for those with other names */
  press_key (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpuint (count_listed (fixture), ==, N_MANY);

  /* A new list, of which nothing was searched. */
  matchum_sidebar_set_workspace (fixture->sidebar, NULL);
  matchum_sidebar_set_workspace (fixture->sidebar, fixture->workspace);
  matchum_sidebar_open_search (fixture->sidebar);
  settle (fixture);
  measure_search (fixture, "a search after a while", "회사 199");
  g_assert_cmpuint (count_listed (fixture), ==, 9);
}

/* Wholly. */
static gboolean
is_in_view (SidebarFixture *fixture, gpointer row)
{
  GtkWidget *list = find_widget (fixture, GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds) && bounds.size.height > 1
         && bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (list);
}

/* What is added last stands at the end, and is seen. */
static void
test_added_is_seen (SidebarFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
      settle (fixture);
      settle (fixture);
      g_assert_true (is_in_view (fixture, find_row (fixture, matchum_workspace_get_current (fixture->workspace))));
    }
  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 0));
  settle (fixture);
  settle (fixture);
  g_assert_true (is_in_view (fixture, find_row (fixture, get_posting (fixture, 0))));
}

/* From the end of one list into the other, and from the search into what was found. */
static void
test_keys_between_lists (SidebarFixture *fixture, gconstpointer data)
{
  guint last = count_listed (fixture) - 1;

  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, last));
  settle (fixture);
  g_assert_true (matchum_sidebar_focus (fixture->sidebar));
  g_assert_true (get_focused (fixture) == get_posting (fixture, last));
  g_assert_true (press_key (fixture, GDK_KEY_Down, 0));
  g_assert_true (MATCHUM_IS_BASELINE_ROW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  gtk_widget_grab_focus (GTK_WIDGET (get_baseline_row (fixture, 0)));
  g_assert_true (press_key (fixture, GDK_KEY_Up, 0));
  settle (fixture);
  g_assert_true (get_focused (fixture) == get_posting (fixture, last));

  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 4));
  search (fixture, "engineer 4");
  g_assert_null (get_focused (fixture));
  g_assert_true (press_key (fixture, GDK_KEY_Down, 0));
  g_assert_true (get_focused (fixture) == get_posting (fixture, 4));
}

static void
test_empty (SidebarFixture *fixture, gconstpointer data)
{
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (fixture->sidebar), "No postings yet"));
  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  settle (fixture);
  g_assert_null (matchum_ui_test_find_label (GTK_WIDGET (fixture->sidebar), "No postings yet"));
  matchum_ui_test_wait (says (find_row (fixture, get_posting (fixture, 0)), "2/2 met"));
  /* A figure follows what is hidden. */
  matchum_workspace_set_hidden (fixture->workspace,
                                matchum_ui_test_find_block (matchum_workspace_get_resume (fixture->workspace),
                                                            "Kubernetes"),
                                TRUE);
  matchum_ui_test_wait (says (find_row (fixture, get_posting (fixture, 0)), "1/2 met"));
}

/* How long one may still apply stands beside the figure, also where it was only read to be judged. */
static void
test_deadlines (SidebarFixture *fixture, gconstpointer data)
{
  const char *days[] = { "2026-11-04", "2026-10-31" };
  GtkWidget *label;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("---\ncompany: 링크온\ndeadline: %s\n---\n\n## 자격요건\n\n- Kubernetes 경험\n", days[i]);

      matchum_ui_test_add_posting (fixture->workspace, text);
    }
  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  settle (fixture);
  matchum_ui_test_wait (says (find_row (fixture, get_posting (fixture, 0)), "3 days left"));
  matchum_ui_test_wait (says (find_row (fixture, get_posting (fixture, 1)), "closed"));
  g_assert_true (says (find_row (fixture, get_posting (fixture, 0)), "1/1 met"));
  label = matchum_ui_test_find_label (GTK_WIDGET (find_row (fixture, get_posting (fixture, 0))), "3 days left");
  g_assert_true (gtk_widget_has_css_class (label, "open"));
  label = matchum_ui_test_find_label (GTK_WIDGET (find_row (fixture, get_posting (fixture, 1))), "closed");
  g_assert_false (gtk_widget_has_css_class (label, "open"));
  g_assert_false (says (find_row (fixture, get_posting (fixture, 2)), "days left"));

  /* It follows the text. */
  matchum_workspace_set_posting_text (fixture->workspace, get_posting (fixture, 1),
                                      "---\ndeadline: 2026-11-02\n---\n\n## 자격요건\n\n- Kubernetes 경험\n", NULL);
  matchum_ui_test_wait (says (find_row (fixture, get_posting (fixture, 1)), "1 day left"));
}

#define add(path, func, n_postings)                                                                                    \
  g_test_add (path, SidebarFixture, GUINT_TO_POINTER (n_postings), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/sidebar/many", test_many);
  add ("/ui/sidebar/figures", test_figures, 300);
  add ("/ui/sidebar/deadlines", test_deadlines, 0);
  add ("/ui/sidebar/selection", test_selection, 300);
  add ("/ui/sidebar/baselines", test_baselines, 3);
  add ("/ui/sidebar/search", test_search, 60);
  add ("/ui/sidebar/search-follows", test_search_follows, 12);
  add ("/ui/sidebar/search-many", test_search_many, N_MANY);
  add ("/ui/sidebar/added-is-seen", test_added_is_seen, 40);
  add ("/ui/sidebar/keys-between-lists", test_keys_between_lists, 60);
  add ("/ui/sidebar/empty", test_empty, 0);
  return matchum_ui_test_run ();
}
