/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sidebar over a made library, and hands for it. */
#include "config.h"

#include "ui-sidebar-support.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "store/matchum-edit.h"
#include "store/matchum-posting-table.h"

static void
told_cb (SidebarFixture *fixture, const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
opened_cb (SidebarFixture *fixture)
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
add_many (SidebarFixture *fixture, guint n_postings)
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
add_baseline (SidebarFixture *fixture, const char *name, const char *text)
{
  matchum_ui_test_add_baseline (fixture->workspace, name, text);
}

void
settle (SidebarFixture *fixture)
{
  matchum_ui_test_settle (fixture->window);
}

void
open_sidebar (SidebarFixture *fixture, guint n_postings)
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

void
set_up (SidebarFixture *fixture, gconstpointer data)
{
  open_sidebar (fixture, GPOINTER_TO_UINT (data));
}

void
tear_down (SidebarFixture *fixture, gconstpointer data)
{
  gpointer watched = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &watched);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  matchum_ui_test_wait (watched == NULL);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_finalize_object (fixture->workspace);
  g_free (fixture->told);
}

void
collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
list_widgets (SidebarFixture *fixture, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->sidebar), type, found);
  return found;
}

GtkWidget *
find_widget (SidebarFixture *fixture, GType type)
{
  g_autoptr (GPtrArray) found = list_widgets (fixture, type);

  return found->len > 0 ? found->pdata[0] : NULL;
}

GtkSelectionModel *
get_model (SidebarFixture *fixture)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (find_widget (fixture, GTK_TYPE_LIST_VIEW)));
}

guint
count_listed (SidebarFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture)));
}

MatchumWorkspacePosting *
get_posting (SidebarFixture *fixture, guint position)
{
  g_autoptr (MatchumWorkspacePosting) posting =
      g_list_model_get_item (matchum_workspace_get_postings (fixture->workspace), position);

  return posting;
}

MatchumWorkspacePosting *
get_listed (SidebarFixture *fixture, guint position)
{
  g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), position);

  return posting;
}

MatchumWorkspaceBaseline *
get_baseline (SidebarFixture *fixture, guint position)
{
  return matchum_ui_test_get_baseline (fixture->workspace, position);
}

gpointer
get_selected (SidebarFixture *fixture)
{
  return gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (get_model (fixture)));
}

MatchumSidebarRow *
find_row (SidebarFixture *fixture, MatchumWorkspacePosting *posting)
{
  g_autoptr (GPtrArray) rows = list_widgets (fixture, MATCHUM_TYPE_SIDEBAR_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (matchum_sidebar_row_get_posting (rows->pdata[i]) == posting)
      return rows->pdata[i];
  return NULL;
}

MatchumBaselineRow *
get_baseline_row (SidebarFixture *fixture, guint position)
{
  g_autoptr (GPtrArray) rows = list_widgets (fixture, MATCHUM_TYPE_BASELINE_ROW);

  return position < rows->len ? rows->pdata[position] : NULL;
}

gboolean
says (gpointer row, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (row), text) != NULL;
}

void
act (gpointer row, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), action, NULL));
}

static gboolean
press_above (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (parent != NULL && press_above (parent, keyval, modifiers))
         || matchum_ui_test_run_shortcuts (widget, GTK_PHASE_CAPTURE, keyval, modifiers);
}

gboolean
press_key (SidebarFixture *fixture, guint keyval, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  if (press_above (focus, keyval, modifiers))
    return TRUE;
  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (matchum_ui_test_run_shortcuts (widget, GTK_PHASE_BUBBLE, keyval, modifiers))
      return TRUE;
  return FALSE;
}

MatchumWorkspacePosting *
get_focused (SidebarFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return MATCHUM_IS_SIDEBAR_ROW (focus) ? matchum_sidebar_row_get_posting (MATCHUM_SIDEBAR_ROW (focus)) : NULL;
}

void
search (SidebarFixture *fixture, const char *text)
{
  GtkWidget *entry;

  matchum_sidebar_open_search (fixture->sidebar);
  entry = find_widget (fixture, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}
