/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar over a library of two thousand postings: what it costs, what it lists, and what its rows can do. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "store/matchum-baseline-table.h"
#include "store/matchum-edit.h"
#include "store/matchum-posting-table.h"
#include "ui/matchum-baseline-row.h"
#include "ui/matchum-rename-popover.h"
#include "ui/matchum-sidebar-drag.h"
#include "ui/matchum-sidebar-row.h"
#include "ui/matchum-sidebar.h"

#define N_MANY 2000
/* A view keeps some rows beyond what is seen. */
#define MOST_ROWS 300

typedef struct {
  MatchumWorkspace *workspace;
  GtkWidget *window;
  MatchumSidebar *sidebar;
  guint n_opened;
  char *told;
} Fixture;

static void
told_cb (Fixture *fixture, const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
opened_cb (Fixture *fixture)
{
  fixture->n_opened++;
}

#define SHORT_BODY                                                                                                     \
  "## 자격요건\n\n- PyTorch 경험\n- Kubernetes 경험\n- Go 경험\n- Scala 경험\n\n## 우대사항\n\n- BigQuery 경험\n"

/* What an ordinary posting says below its names. */
static char *
dup_long_body (void)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data ("/io/github/matchum/Matchum/samples/posting-ko.md", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *end;

  g_assert_nonnull (bytes);
  end = g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "\n---\n");
  g_assert_nonnull (end);
  return g_strndup (end + 5, (const char *) g_bytes_get_data (bytes, NULL) + g_bytes_get_size (bytes) - end - 5);
}

/* Every third posting has names of its own; the others are read from the text. */
static MatchumPostingRecord *
create_record (guint i, const char *body)
{
  MatchumPostingRecord *record = matchum_posting_record_new ();

  record->id = g_strdup_printf ("posting-%u", i);
  record->text = g_strdup_printf ("---\ncompany: 회사 %u\ntitle: ML Engineer %u\n---\n\n%s", i, i, body);
  if (i % 3 == 0)
    {
      record->company = g_strdup_printf ("Company %u", i);
      record->title = g_strdup_printf ("데이터 과학자 %u", i);
    }
  record->created_on = g_strdup ("2026-11-01");
  return record;
}

static void
add_many (Fixture *fixture, guint n_postings)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new ("Fill");
  g_autoptr (GError) error = NULL;
  g_autofree char *body = n_postings == N_MANY ? dup_long_body () : g_strdup (SHORT_BODY);

  for (guint i = 0; i < n_postings; i++)
    matchum_edit_add (edit, (MatchumEditFunc) matchum_posting_table_put, create_record (i, body),
                      (GDestroyNotify) matchum_posting_record_free);
  matchum_library_edit (matchum_workspace_get_library (fixture->workspace), edit, &error);
  g_assert_no_error (error);
}

static void
add_baseline (Fixture *fixture, const char *name, const char *text)
{
  matchum_workspace_add_baseline (fixture->workspace, name, text);
  matchum_ui_test_flush (fixture->workspace);
}

static void
settle (Fixture *fixture)
{
  matchum_ui_test_settle (fixture->window);
}

/* Two resumes and so many postings in a library, and a sidebar over it on the screen. */
static void
open_sidebar (Fixture *fixture, guint n_postings)
{
  fixture->workspace = matchum_ui_test_create_workspace ();
  add_baseline (fixture, "국문", MATCHUM_UI_TEST_RESUME);
  add_baseline (fixture, "English", "# Kang\n\n## Experience\n\n### Acme, 2020.01 - 2023.12\n\n- Ran Rust services\n");
  if (n_postings > 0)
    add_many (fixture, n_postings);
  matchum_ui_test_get_desktop (); /* its styles and icons */
  fixture->window = gtk_window_new ();
  fixture->sidebar = g_object_new (MATCHUM_TYPE_SIDEBAR, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 240, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->sidebar));
  matchum_sidebar_set_workspace (fixture->sidebar, fixture->workspace);
  g_signal_connect_swapped (fixture->sidebar, "told", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->workspace, "opened", G_CALLBACK (opened_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  matchum_ui_test_wait (gtk_widget_get_mapped (fixture->window));
  settle (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_sidebar (fixture, GPOINTER_TO_UINT (data));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer watched = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &watched);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  matchum_ui_test_wait (watched == NULL);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_finalize_object (fixture->workspace);
  g_free (fixture->told);
}

static void
collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
list_widgets (Fixture *fixture, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->sidebar), type, found);
  return found;
}

static GtkWidget *
find_widget (Fixture *fixture, GType type)
{
  g_autoptr (GPtrArray) found = list_widgets (fixture, type);

  return found->len > 0 ? found->pdata[0] : NULL;
}

static GtkSelectionModel *
get_model (Fixture *fixture)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (find_widget (fixture, GTK_TYPE_LIST_VIEW)));
}

static guint
count_listed (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture)));
}

static MatchumWorkspacePosting *
get_posting (Fixture *fixture, guint position)
{
  g_autoptr (MatchumWorkspacePosting) posting =
      g_list_model_get_item (matchum_workspace_get_postings (fixture->workspace), position);

  return posting;
}

static MatchumWorkspacePosting *
get_listed (Fixture *fixture, guint position)
{
  g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), position);

  return posting;
}

static MatchumWorkspaceBaseline *
get_baseline (Fixture *fixture, guint position)
{
  g_autoptr (MatchumWorkspaceBaseline) baseline =
      g_list_model_get_item (matchum_workspace_get_baselines (fixture->workspace), position);

  return baseline;
}

static gpointer
get_selected (Fixture *fixture)
{
  return gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (get_model (fixture)));
}

static MatchumSidebarRow *
find_row (Fixture *fixture, MatchumWorkspacePosting *posting)
{
  g_autoptr (GPtrArray) rows = list_widgets (fixture, MATCHUM_TYPE_SIDEBAR_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (matchum_sidebar_row_get_posting (rows->pdata[i]) == posting)
      return rows->pdata[i];
  return NULL;
}

static MatchumBaselineRow *
get_baseline_row (Fixture *fixture, guint position)
{
  g_autoptr (GPtrArray) rows = list_widgets (fixture, MATCHUM_TYPE_BASELINE_ROW);

  return position < rows->len ? rows->pdata[position] : NULL;
}

static gboolean
says (gpointer row, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (row), text) != NULL;
}

static void
act (gpointer row, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), action, NULL));
}

/* Does what a key does for a widget that has the focus, by the bindings of its class and of those around it. */
static gboolean
activate_key (GtkWidget *widget, GtkEventController *controller, guint keyval, GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
run_phase (GtkWidget *widget, GtkPropagationPhase phase, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller)
          && (gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
                 == (phase == GTK_PHASE_CAPTURE)
          && activate_key (widget, controller, keyval, modifiers))
        return TRUE;
    }
  return FALSE;
}

static gboolean
press_above (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (parent != NULL && press_above (parent, keyval, modifiers))
         || run_phase (widget, GTK_PHASE_CAPTURE, keyval, modifiers);
}

/* Where the focus is. */
static gboolean
press_key (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  if (press_above (focus, keyval, modifiers))
    return TRUE;
  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (run_phase (widget, GTK_PHASE_BUBBLE, keyval, modifiers))
      return TRUE;
  return FALSE;
}

/* The posting whose row has the focus. */
static MatchumWorkspacePosting *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return MATCHUM_IS_SIDEBAR_ROW (focus) ? matchum_sidebar_row_get_posting (MATCHUM_SIDEBAR_ROW (focus)) : NULL;
}

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry;

  matchum_sidebar_open_search (fixture->sidebar);
  entry = find_widget (fixture, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static guint
count_judged (Fixture *fixture)
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
  Fixture fixture = { NULL };
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
test_figures (Fixture *fixture, gconstpointer data)
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
test_selection (Fixture *fixture, gconstpointer data)
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
test_baselines (Fixture *fixture, gconstpointer data)
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

static void
test_hold_against (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = get_posting (fixture, 0);
  MatchumSidebarRow *row = find_row (fixture, posting);
  g_autofree char *before = NULL, *after = NULL;

  matchum_workspace_judge (fixture->workspace, posting);
  g_object_get (row, "baseline-id", &before, NULL);
  g_assert_cmpstr (before, ==, matchum_workspace_baseline_get_id (get_baseline (fixture, 0)));
  gtk_widget_activate_action (GTK_WIDGET (row), "sidebar.hold-against", "s",
                              matchum_workspace_baseline_get_id (get_baseline (fixture, 1)));
  g_object_get (row, "baseline-id", &after, NULL);
  g_assert_cmpstr (after, ==, matchum_workspace_baseline_get_id (get_baseline (fixture, 1)));
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == posting);
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == get_baseline (fixture, 1));
  matchum_ui_test_wait (says (row, "0/4 met"));
}

/* Folded, in any order, in company and title, also where they are read from the text. */
static void
test_search (Fixture *fixture, gconstpointer data)
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
test_search_follows (Fixture *fixture, gconstpointer data)
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
test_archive (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = get_posting (fixture, 4);
  guint n_all = count_listed (fixture);

  matchum_workspace_set_current (fixture->workspace, posting);
  settle (fixture);
  act (find_row (fixture, posting), "sidebar.archive");
  g_assert_true (matchum_workspace_posting_is_archived (posting));
  g_assert_cmpuint (count_listed (fixture), ==, n_all - 1);
  g_assert_cmpstr (fixture->told, ==, "Posting of 회사 4 archived");
  /* The next one is open in its place. */
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == get_posting (fixture, 5));
  g_assert_true (get_selected (fixture) == get_posting (fixture, 5));

  act (fixture->sidebar, "sidebar.show-archived");
  g_assert_true (matchum_sidebar_get_shows_archived (fixture->sidebar));
  g_assert_cmpuint (count_listed (fixture), ==, n_all);
  g_assert_true (get_listed (fixture, 4) == posting);
  settle (fixture);
  g_assert_true (says (find_row (fixture, posting), "Archived"));
  g_assert_false (says (find_row (fixture, get_posting (fixture, 5)), "Archived"));
  act (find_row (fixture, posting), "sidebar.archive");
  g_assert_false (matchum_workspace_posting_is_archived (posting));
  g_assert_false (says (find_row (fixture, posting), "Archived"));
  act (fixture->sidebar, "sidebar.show-archived");
  g_assert_cmpuint (count_listed (fixture), ==, n_all);
}

static void
test_all_archived (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    act (find_row (fixture, get_listed (fixture, 0)), "sidebar.archive");
  settle (fixture);
  g_assert_cmpuint (count_listed (fixture), ==, 0);
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (fixture->sidebar), "All postings are archived"));
  act (get_baseline_row (fixture, 1), "sidebar.archive");
  g_assert_cmpstr (fixture->told, ==, "Resume “English” archived");
  settle (fixture);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_baseline_row (fixture, 1))));
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == get_baseline (fixture, 0));
  matchum_sidebar_set_shows_archived (fixture->sidebar, TRUE);
  settle (fixture);
  g_assert_true (says (get_baseline_row (fixture, 1), "Archived"));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = get_posting (fixture, 6), *next = get_posting (fixture, 7);
  g_autofree char *id = g_strdup (matchum_workspace_posting_get_id (posting));
  guint n_all = count_listed (fixture);

  matchum_workspace_set_current (fixture->workspace, posting);
  settle (fixture);
  matchum_sidebar_focus (fixture->sidebar);
  g_assert_true (get_focused (fixture) == posting);
  g_assert_true (press_key (fixture, GDK_KEY_Delete, 0));
  g_assert_cmpuint (count_listed (fixture), ==, n_all - 1);
  g_assert_cmpstr (fixture->told, ==, "Posting of Company 6 deleted");
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == next);
  settle (fixture);
  g_assert_true (get_focused (fixture) == next);

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (count_listed (fixture), ==, n_all);
  g_assert_cmpstr (matchum_workspace_posting_get_id (get_posting (fixture, 6)), ==, id);
  g_assert_true (get_selected (fixture) == get_posting (fixture, 6));
}

/* Within what was found. */
static void
test_delete_found (Fixture *fixture, gconstpointer data)
{
  search (fixture, "company 1");
  g_assert_cmpuint (count_listed (fixture), >, 2);
  matchum_workspace_set_current (fixture->workspace, get_listed (fixture, 0));
  settle (fixture);
  matchum_sidebar_focus (fixture->sidebar);
  for (guint n_left = count_listed (fixture) - 1; n_left > 1; n_left--)
    {
      MatchumWorkspacePosting *next = get_listed (fixture, 1);

      g_assert_true (press_key (fixture, GDK_KEY_Delete, 0));
      g_assert_cmpuint (count_listed (fixture), ==, n_left);
      g_assert_true (matchum_workspace_get_current (fixture->workspace) == next);
      settle (fixture);
      g_assert_true (get_focused (fixture) == next);
    }
}

static void
test_delete_baseline (Fixture *fixture, gconstpointer data)
{
  act (get_baseline_row (fixture, 1), "sidebar.delete");
  g_assert_cmpstr (fixture->told, ==, "Resume “English” deleted");
  g_assert_null (get_baseline_row (fixture, 1));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_baseline_row (fixture, 0))));
  matchum_ui_test_undo (fixture->workspace);
  g_assert_true (says (get_baseline_row (fixture, 1), "English"));
}

/* Wholly. */
static gboolean
is_in_view (Fixture *fixture, gpointer row)
{
  GtkWidget *list = find_widget (fixture, GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds) && bounds.size.height > 1
         && bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (list);
}

/* What is added last stands at the end, and is seen. */
static void
test_added_is_seen (Fixture *fixture, gconstpointer data)
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

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  guint n_all = count_listed (fixture);

  act (find_row (fixture, get_posting (fixture, 1)), "sidebar.duplicate");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (count_listed (fixture), ==, n_all + 1);
  g_assert_cmpstr (matchum_workspace_posting_get_title (matchum_workspace_get_current (fixture->workspace)), ==,
                   "ML Engineer 1 (copy)");
  g_assert_true (get_selected (fixture) == matchum_workspace_get_current (fixture->workspace));

  act (get_baseline_row (fixture, 0), "sidebar.duplicate");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (says (get_baseline_row (fixture, 2), "국문 (copy)"));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = get_posting (fixture, 2), *first = get_posting (fixture, 0);

  matchum_workspace_set_current (fixture->workspace, posting);
  settle (fixture);
  matchum_sidebar_focus (fixture->sidebar);
  g_assert_true (press_key (fixture, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_true (get_posting (fixture, 1) == posting);
  settle (fixture);
  g_assert_true (get_focused (fixture) == posting);
  g_assert_true (get_selected (fixture) == posting);
  press_key (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  settle (fixture);
  g_assert_true (get_posting (fixture, 0) == posting);
  press_key (fixture, GDK_KEY_Up, GDK_ALT_MASK); /* nowhere to go */
  g_assert_true (get_posting (fixture, 0) == posting && get_posting (fixture, 1) == first);
  press_key (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  settle (fixture);
  g_assert_true (get_posting (fixture, 1) == posting && get_posting (fixture, 0) == first);
  g_assert_true (get_focused (fixture) == posting);

  /* Past those that are not listed. */
  matchum_workspace_archive_posting (fixture->workspace, get_posting (fixture, 2), TRUE);
  matchum_ui_test_flush (fixture->workspace);
  press_key (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_true (get_posting (fixture, 3) == posting);
  /* To where it is dropped. */
  matchum_sidebar_move (fixture->workspace, posting, get_posting (fixture, 8), TRUE);
  g_assert_true (get_posting (fixture, 8) == posting);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (get_posting (fixture, 3) == posting);
}

/* The popover that is open over a row. */
static GtkWidget *
open_rename (Fixture *fixture)
{
  GtkWidget *popover;

  g_assert_true (press_key (fixture, GDK_KEY_F2, 0));
  popover = find_widget (fixture, MATCHUM_TYPE_RENAME_POPOVER);
  g_assert_nonnull (popover);
  matchum_ui_test_wait (gtk_widget_get_mapped (popover));
  return popover;
}

/* Enter, in the entry. */
static void
activate_entry (gpointer entry)
{
  g_signal_emit_by_name (gtk_editable_get_delegate (entry), "activate");
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = get_posting (fixture, 1);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  GtkWidget *popover;

  matchum_workspace_set_current (fixture->workspace, posting);
  settle (fixture);
  matchum_sidebar_focus (fixture->sidebar);
  popover = open_rename (fixture);
  collect (popover, GTK_TYPE_ENTRY, entries);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (entries->pdata[0]), ==, "회사 1");
  g_assert_cmpstr (gtk_editable_get_text (entries->pdata[1]), ==, "ML Engineer 1");
  gtk_editable_set_text (entries->pdata[0], "  당근 ");
  activate_entry (entries->pdata[0]);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpstr (matchum_workspace_posting_get_company (posting), ==, "당근");
  /* What was only read is not written down. */
  g_assert_null (matchum_workspace_posting_get_record (posting)->title);
  g_assert_true (says (find_row (fixture, posting), "당근"));
  matchum_ui_test_wait (find_widget (fixture, MATCHUM_TYPE_RENAME_POPOVER) == NULL);
  g_assert_true (get_focused (fixture) == posting);

  /* Empty stands for what is read. */
  popover = open_rename (fixture);
  g_ptr_array_set_size (entries, 0);
  collect (popover, GTK_TYPE_ENTRY, entries);
  gtk_editable_set_text (entries->pdata[0], "");
  activate_entry (entries->pdata[0]);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpstr (matchum_workspace_posting_get_company (posting), ==, "회사 1");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (matchum_workspace_posting_get_company (posting), ==, "당근");
}

static void
test_rename_baseline (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover, *entry;

  gtk_widget_grab_focus (GTK_WIDGET (get_baseline_row (fixture, 0)));
  popover = open_rename (fixture);
  entry = matchum_ui_test_find_widget (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  activate_entry (entry);
  g_assert_true (gtk_widget_get_mapped (popover)); /* it needs a name */
  gtk_editable_set_text (GTK_EDITABLE (entry), "국문 이력서");
  activate_entry (entry);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (says (get_baseline_row (fixture, 0), "국문 이력서"));
}

/* The menu goes with its row, also when that shows another posting meanwhile. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  MatchumSidebarRow *row = find_row (fixture, get_posting (fixture, 0));
  GtkWidget *menu;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_assert_true (press_key (fixture, GDK_KEY_F10, GDK_SHIFT_MASK));
  menu = find_widget (fixture, GTK_TYPE_POPOVER_MENU);
  /* The one of the main menu comes first. */
  menu = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (row)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      menu = child;
  g_assert_nonnull (menu);
  matchum_ui_test_wait (gtk_widget_get_mapped (menu));
  g_assert_nonnull (matchum_ui_test_find_label (menu, "Rename…"));
  g_assert_nonnull (matchum_ui_test_find_label (menu, "Hold Against"));
  gtk_popover_popdown (GTK_POPOVER (menu));
  settle (fixture);
  matchum_ui_test_wait (get_focused (fixture) == get_posting (fixture, 0));

  act (row, "sidebar.menu");
  matchum_workspace_remove_posting (fixture->workspace, get_posting (fixture, 0));
  matchum_ui_test_flush (fixture->workspace);
  settle (fixture);
  act (get_baseline_row (fixture, 0), "sidebar.menu");
  settle (fixture);
  matchum_workspace_remove_baseline (fixture->workspace, get_baseline (fixture, 0));
  matchum_ui_test_flush (fixture->workspace);
  settle (fixture);
}

static gboolean
has_state (gpointer row, GtkStateFlags flag)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (row)) & flag) != 0;
}

/* A row is lit only while its menu is open, and selected only while its resume is what is open. */
static void
test_menu_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  MatchumBaselineRow *row = get_baseline_row (fixture, 0);

  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 0));
  settle (fixture);
  gtk_widget_set_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_ACTIVE, FALSE); /* as a press does */
  act (row, "sidebar.menu");
  settle (fixture);
  g_assert_false (has_state (row, GTK_STATE_FLAG_ACTIVE));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "has-open-popup"));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (row))));
  act (row, "sidebar.duplicate");
  matchum_ui_test_flush (fixture->workspace);
  settle (fixture);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_baseline_row (fixture, 0)), "has-open-popup"));
  g_assert_false (has_state (get_baseline_row (fixture, 0), GTK_STATE_FLAG_SELECTED));
  g_assert_true (has_state (get_baseline_row (fixture, 2), GTK_STATE_FLAG_SELECTED));
  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 0));
  g_assert_false (has_state (get_baseline_row (fixture, 0), GTK_STATE_FLAG_SELECTED));
  g_assert_false (has_state (get_baseline_row (fixture, 2), GTK_STATE_FLAG_SELECTED));
}

/* From the end of one list into the other, and from the search into what was found. */
static void
test_keys_between_lists (Fixture *fixture, gconstpointer data)
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
test_empty (Fixture *fixture, gconstpointer data)
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

static void
measure_search (Fixture *fixture, const char *what, const char *text)
{
  gint64 start = g_get_monotonic_time ();

  search (fixture, text);
  g_test_message ("%s: %.1f ms", what, (double) (g_get_monotonic_time () - start) / 1000);
}

/* The first search has to know the names of all; they are read while the user types. */
static void
test_search_many (Fixture *fixture, gconstpointer data)
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

#define add(path, func, n_postings) g_test_add (path, Fixture, GUINT_TO_POINTER (n_postings), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/sidebar/many", test_many);
  add ("/ui/sidebar/figures", test_figures, 300);
  add ("/ui/sidebar/selection", test_selection, 300);
  add ("/ui/sidebar/baselines", test_baselines, 3);
  add ("/ui/sidebar/hold-against", test_hold_against, 3);
  add ("/ui/sidebar/search", test_search, 60);
  add ("/ui/sidebar/search-follows", test_search_follows, 12);
  add ("/ui/sidebar/search-many", test_search_many, N_MANY);
  add ("/ui/sidebar/archive", test_archive, 30);
  add ("/ui/sidebar/all-archived", test_all_archived, 2);
  add ("/ui/sidebar/delete", test_delete, 30);
  add ("/ui/sidebar/delete-found", test_delete_found, 40);
  add ("/ui/sidebar/delete-baseline", test_delete_baseline, 3);
  add ("/ui/sidebar/added-is-seen", test_added_is_seen, 40);
  add ("/ui/sidebar/duplicate", test_duplicate, 3);
  add ("/ui/sidebar/move", test_move, 30);
  add ("/ui/sidebar/rename", test_rename, 5);
  add ("/ui/sidebar/rename-baseline", test_rename_baseline, 1);
  add ("/ui/sidebar/menu", test_menu, 5);
  add ("/ui/sidebar/menu-leaves-nothing", test_menu_leaves_nothing, 5);
  add ("/ui/sidebar/keys-between-lists", test_keys_between_lists, 60);
  add ("/ui/sidebar/empty", test_empty, 0);
  return matchum_ui_test_run ();
}
