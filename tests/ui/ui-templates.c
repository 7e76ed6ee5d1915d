/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every template can be made, and goes again when it is let go; the dialogs do what they say. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui/matchum-adaptive-bin.h"
#include "ui/matchum-drop-place.h"
#include "ui/matchum-export-dialog.h"
#include "ui/matchum-page-view.h"
#include "ui/matchum-paste-dialog.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-preview.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-sidebar-row.h"
#include "ui/matchum-sidebar.h"
#include "ui/matchum-welcome-page.h"

#define RESOURCE_FOLDER "/io/github/matchum/Matchum/"

static void
test_widgets (void)
{
  const GType types[] = {
    MATCHUM_TYPE_ADAPTIVE_BIN, MATCHUM_TYPE_DROP_PLACE, MATCHUM_TYPE_PAGE_VIEW,
    MATCHUM_TYPE_POSTING_PANE, MATCHUM_TYPE_PREVIEW,    MATCHUM_TYPE_RESUME_PANE,
    MATCHUM_TYPE_SIDEBAR_ROW,  MATCHUM_TYPE_SIDEBAR,    MATCHUM_TYPE_WELCOME_PAGE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_test_message ("%s", g_type_name (types[i]));
      g_assert_finalize_object (widget);
    }
}

/* Every .ui file in the program is a template made above or in the window, or one of these. */
static void
test_other_files (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_FOLDER "gtk/help-overlay.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");
  guint n_templates = 0;

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  gtk_window_destroy (GTK_WINDOW (overlay));

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = NULL;

      if (!g_str_has_suffix (names[i], ".ui"))
        continue;
      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      if (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "<template") != NULL)
        n_templates++;
      else
        g_assert_cmpstr (names[i], ==, "shortcuts-dialog.ui");
    }
  g_assert_cmpuint (n_templates, >=, 8);
}

static void
test_adaptive_bin (void)
{
  const struct {
    int pixels;
    MatchumWidth width;
  } widths[] = {
    { 1, MATCHUM_WIDTH_NARROW },   { 619, MATCHUM_WIDTH_NARROW }, { 620, MATCHUM_WIDTH_MEDIUM },
    { 999, MATCHUM_WIDTH_MEDIUM }, { 1000, MATCHUM_WIDTH_WIDE },  { 1899, MATCHUM_WIDTH_WIDE },
    { 1900, MATCHUM_WIDTH_ULTRA },
  };
  GtkWidget *bin = g_object_ref_sink (g_object_new (MATCHUM_TYPE_ADAPTIVE_BIN, NULL));
  GtkWidget *child = gtk_label_new ("A label that is much wider than the window that it stands in");
  int minimum;

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    g_assert_cmpint (matchum_width_from_pixels (widths[i].pixels), ==, widths[i].width);

  g_object_set (bin, "child", child, NULL);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  matchum_adaptive_bin_expect (MATCHUM_ADAPTIVE_BIN (bin), 700);
  g_assert_cmpint (matchum_adaptive_bin_get_width (MATCHUM_ADAPTIVE_BIN (bin)), ==, MATCHUM_WIDTH_MEDIUM);
  g_assert_finalize_object (bin);
}

typedef struct {
  MatchumPosting *posting;
  char *company;
  char *title;
} Added;

static void
added_cb (MatchumPasteDialog *dialog, MatchumPosting *posting, const char *company, const char *title, Added *added)
{
  added->posting = matchum_posting_ref (posting);
  added->company = g_strdup (company);
  added->title = g_strdup (title);
}

static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The counts and names follow the text while it is written; what the user wrote into a row stays. */
static void
test_paste_dialog (void)
{
  MatchumPasteDialog *dialog = matchum_paste_dialog_new (NULL);
  gpointer watched = dialog;
  Added added = { NULL };
  GtkWidget *entry;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  g_signal_connect (dialog, "added", G_CALLBACK (added_cb), &added);
  gtk_window_present (GTK_WINDOW (dialog));
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  g_assert_false (matchum_paste_dialog_add (dialog));
  g_assert_false (matchum_ui_test_is_enabled (GTK_WIDGET (dialog), "dialog.add"));

  matchum_paste_dialog_set_text (dialog, MATCHUM_UI_TEST_POSTING "\n## 담당업무\n\n- 하나\n- 둘\n- 셋\n");
  g_assert_nonnull (find_label (GTK_WIDGET (dialog), "2"));
  g_assert_nonnull (find_label (GTK_WIDGET (dialog), "3"));

  entry = matchum_ui_test_find_widget (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "링크온");
  gtk_editable_set_text (GTK_EDITABLE (entry), "링크온 주식회사");
  matchum_paste_dialog_set_text (dialog, MATCHUM_UI_TEST_POSTING);

  g_assert_true (matchum_ui_test_is_enabled (GTK_WIDGET (dialog), "dialog.add"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.add", NULL);
  g_assert_nonnull (added.posting);
  g_assert_cmpstr (added.company, ==, "링크온 주식회사");
  g_assert_cmpstr (added.title, ==, "ML Engineer");
  matchum_ui_test_wait (watched == NULL);

  matchum_posting_unref (added.posting);
  g_free (added.company);
  g_free (added.title);
}

static void
test_paste_dialog_says_what_is_missing (void)
{
  MatchumPasteDialog *dialog = matchum_paste_dialog_new ("우리 회사는 좋은 회사입니다.\n\n## 복지\n\n- 점심\n");

  gtk_window_present (GTK_WINDOW (dialog));
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  g_assert_nonnull (find_label (GTK_WIDGET (dialog),
                                "No line was read as a requirement. Is the part under “Requirements” or "
                                "“Qualifications” missing?"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static MatchumPageStyle
get_default_style (void)
{
  MatchumPageStyle style;

  matchum_page_style_init (&style);

  return style;
}

/* A page that looks as before is not painted again, and one out of view not at all. */
static void
test_page_view (void)
{
  g_autoptr (MatchumResume) resume = matchum_ui_test_read_resume (MATCHUM_UI_TEST_RESUME);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autoptr (MatchumVisibility) fewer =
      matchum_visibility_with_hidden (all, matchum_ui_test_find_block (resume, "zebrawiki"));
  MatchumPageStyle style = get_default_style ();
  g_autoptr (MatchumPages) first = matchum_pages_new (all, &style, NULL);
  g_autoptr (MatchumPages) same = matchum_pages_new (all, &style, NULL);
  g_autoptr (MatchumPages) other = matchum_pages_new (fewer, &style, NULL);
  GtkWidget *window = gtk_window_new ();
  MatchumPageView *view = MATCHUM_PAGE_VIEW (matchum_page_view_new ());

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  matchum_page_view_set_page (view, first, 0);
  gtk_window_present (GTK_WINDOW (window));
  matchum_ui_test_wait (gtk_widget_get_mapped (window));
  matchum_ui_test_settle (window);
  g_assert_cmpuint (matchum_page_view_get_n_paints (view), ==, 0);

  matchum_page_view_set_in_view (view, TRUE);
  matchum_ui_test_settle (window);
  g_assert_cmpuint (matchum_page_view_get_n_paints (view), ==, 1);
  matchum_page_view_set_page (view, same, 0);
  matchum_ui_test_wait (!matchum_page_view_is_stale (view));
  g_assert_cmpuint (matchum_page_view_get_n_paints (view), ==, 1);
  matchum_page_view_set_page (view, other, 0);
  matchum_ui_test_wait (!matchum_page_view_is_stale (view));
  g_assert_cmpuint (matchum_page_view_get_n_paints (view), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_page_views (GtkWidget *root)
{
  guint n_views = MATCHUM_IS_PAGE_VIEW (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_views += count_page_views (child);
  return n_views;
}

/* The preview has as many pages as the resume, and follows theme, paper and zoom. */
static void
test_preview (void)
{
  g_autoptr (MatchumWorkspace) workspace = matchum_ui_test_create_workspace ();
  g_autoptr (MatchumProof) proof = matchum_proof_new (workspace);
  GString *text = g_string_new ("# Kim\n\n## Experience\n\n### Acme, Engineer, 2020 - 2022\n\n");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *preview = g_object_new (MATCHUM_TYPE_PREVIEW, "proof", proof, NULL);
  GtkWidget *view;
  guint n_pages;
  int width;

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (text, "- Built part %u of the machine\n", i);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), preview);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpuint (count_page_views (preview), ==, 0);

  matchum_ui_test_open_resume (workspace, text->str);
  g_string_free (text, TRUE);
  matchum_ui_test_wait (matchum_proof_get_pages (proof) != NULL);
  n_pages = matchum_pages_get_n_pages (matchum_proof_get_pages (proof));
  g_assert_cmpuint (n_pages, >=, 2);
  g_assert_cmpuint (count_page_views (preview), ==, n_pages);
  g_assert_cmpfloat (matchum_workspace_get_pages_used (workspace), >, n_pages - 1);

  matchum_ui_test_settle (window);
  view = matchum_ui_test_find_widget (preview, MATCHUM_TYPE_PAGE_VIEW);
  width = gtk_widget_get_width (view);
  g_assert_cmpint (width, >, 700);
  gtk_widget_activate_action (preview, "preview.zoom-in", NULL);
  matchum_ui_test_wait (gtk_widget_get_width (view) > width * 1.15);
  gtk_widget_activate_action (preview, "preview.zoom-fit", NULL);
  matchum_ui_test_wait (gtk_widget_get_width (view) == width);
  g_object_set (proof, "paper", "letter", NULL);
  matchum_ui_test_wait (gtk_widget_get_width (view) > width);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  matchum_ui_test_get_desktop ();
  g_test_add_func ("/ui/templates/widgets", test_widgets);
  g_test_add_func ("/ui/templates/other-files", test_other_files);
  g_test_add_func ("/ui/templates/adaptive-bin", test_adaptive_bin);
  g_test_add_func ("/ui/templates/paste-dialog", test_paste_dialog);
  g_test_add_func ("/ui/templates/paste-dialog-says-what-is-missing", test_paste_dialog_says_what_is_missing);
  g_test_add_func ("/ui/templates/page-view", test_page_view);
  g_test_add_func ("/ui/templates/preview", test_preview);
  return matchum_ui_test_run ();
}
