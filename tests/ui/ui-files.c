/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How resumes and postings come into the window: opened, dropped, asked about. */
#include "config.h"

#include <string.h>

#include "export/matchum-zip-writer.h"
#include "matchum-ui-test.h"
#include "ui/matchum-paste-dialog.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-resume-pane.h"

static GtkWidget *
find (MatchumWindow *window, GType type)
{
  return matchum_ui_test_find_widget (GTK_WIDGET (window), type);
}

static void
test_open_files (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) resume = g_file_get_child (folder, "resume.md");
  g_autoptr (GFile) posting = g_file_get_child (folder, "posting.md");
  GFile *files[] = { resume, posting };
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, FALSE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);

  g_file_replace_contents (resume, MATCHUM_UI_TEST_RESUME, strlen (MATCHUM_UI_TEST_RESUME), NULL, FALSE, 0, NULL, NULL,
                           NULL);
  g_file_replace_contents (posting, MATCHUM_UI_TEST_POSTING, strlen (MATCHUM_UI_TEST_POSTING), NULL, FALSE, 0, NULL,
                           NULL, NULL);
  matchum_window_open_files (window, files, 2, TRUE);
  matchum_ui_test_wait (!matchum_window_is_opening (window));
  g_assert_cmpstr (matchum_resume_get_name (matchum_workspace_get_resume (workspace)), ==, "강도현");
  g_assert_cmpstr (matchum_posting_get_company (matchum_workspace_get_posting (workspace)), ==, "링크온");
  g_assert_nonnull (find (window, MATCHUM_TYPE_RESUME_PANE));
  g_assert_nonnull (find (window, MATCHUM_TYPE_POSTING_PANE));

  /* A resume that changes on the disk is read again. */
  g_file_replace_contents (resume, "# 강도현\n\n## 기술\n\n- Rust\n", strlen ("# 강도현\n\n## 기술\n\n- Rust\n"), NULL,
                           FALSE, 0, NULL, NULL, NULL);
  matchum_ui_test_wait (matchum_resume_get_n_blocks (matchum_workspace_get_resume (workspace)) == 3);
  g_assert_cmpint (matchum_ui_test_get_status (workspace, 3), ==, MATCHUM_STATUS_MET);

  matchum_ui_test_close_window (window);
  matchum_ui_test_remove_folder (folder);
}

static void
write_file (GFile *file, const char *text)
{
  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, NULL));
}

/* LinkedIn's export is a resume, and what was left out of it is said. */
static void
test_open_export (void)
{
  static const char *const tables[][2] = {
    { "Profile.csv", "First Name,Last Name,Birth Date\n하늘,김,Feb 3\n" },
    { "Positions.csv", "Company Name,Title,Started On,Finished On\n푸른데이터,엔지니어,Mar 2021,\n" },
  };
  MatchumZipMember members[G_N_ELEMENTS (tables)];
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) file = g_file_get_child (folder, "export.zip");
  g_autoptr (GBytes) zip = NULL;
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, FALSE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    members[i] = (MatchumZipMember){ tables[i][0], g_bytes_new_static (tables[i][1], strlen (tables[i][1])), FALSE };
  zip = matchum_zip_writer_write (members, G_N_ELEMENTS (members), (MatchumDay){ 2026, 11, 1 }, NULL);
  g_assert_true (g_file_replace_contents (file, g_bytes_get_data (zip, NULL), g_bytes_get_size (zip), NULL, FALSE, 0,
                                          NULL, NULL, NULL));
  matchum_window_open_files (window, &file, 1, TRUE);
  matchum_ui_test_wait (!matchum_window_is_opening (window));
  g_assert_cmpstr (matchum_resume_get_name (matchum_workspace_get_resume (workspace)), ==, "김하늘");
  matchum_ui_test_find_block (matchum_workspace_get_resume (workspace), "푸른데이터 | 엔지니어 | 2021.03 - 현재");
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (window), "Columns that were left out: Birth Date"));

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    g_bytes_unref (members[i].bytes);
  matchum_ui_test_close_window (window);
  matchum_ui_test_remove_folder (folder);
}

/* A file that changes takes nothing back that was edited here, be it still on its way, unless the user says so. */
static void
test_both_edited (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) resume = g_file_get_child (folder, "resume.md");
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, FALSE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);
  const char *question = "The file of the resume has changed, and so has the resume here";

  write_file (resume, MATCHUM_UI_TEST_RESUME);
  matchum_window_open_files (window, &resume, 1, TRUE);
  matchum_ui_test_wait (!matchum_window_is_opening (window));
  matchum_workspace_set_text (workspace, matchum_workspace_get_baseline (workspace), "# 강도현\n\n## 기술\n\n- Go\n",
                              NULL);
  write_file (resume, "# 강도현\n\n## 기술\n\n- Rust\n");
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), question) != NULL);
  matchum_ui_test_find_block (matchum_workspace_get_resume (workspace), "Go");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.read-again", NULL);
  matchum_ui_test_wait (
      matchum_ui_test_find_label (GTK_WIDGET (window), "The resume has changed on disk and was read again") != NULL);
  matchum_ui_test_find_block (matchum_workspace_get_resume (workspace), "Rust");

  matchum_ui_test_close_window (window);
  matchum_ui_test_remove_folder (folder);
}

static GtkDropTarget *
find_drop_target (GtkWidget *root)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (root);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller); /* the widget holds it */
    }
  return NULL;
}

static gboolean
drop (MatchumWindow *window, const GValue *value)
{
  gboolean is_taken = FALSE;

  g_signal_emit_by_name (find_drop_target (find (window, ADW_TYPE_TOAST_OVERLAY)), "drop", value, 0.0, 0.0, &is_taken);
  return is_taken;
}

/* Files find their places by their headings, whatever their order; text is a posting. */
static void
test_drop (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) resume = g_file_get_child (folder, "a.md");
  g_autoptr (GFile) posting = g_file_get_child (folder, "b.md");
  GdkFileList *files;
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, FALSE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);
  GSList *list = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;

  g_file_replace_contents (resume, MATCHUM_UI_TEST_RESUME, strlen (MATCHUM_UI_TEST_RESUME), NULL, FALSE, 0, NULL, NULL,
                           NULL);
  g_file_replace_contents (posting, MATCHUM_UI_TEST_POSTING, strlen (MATCHUM_UI_TEST_POSTING), NULL, FALSE, 0, NULL,
                           NULL, NULL);
  list = g_slist_append (list, posting);
  list = g_slist_append (list, resume);
  files = gdk_file_list_new_from_list (list);
  g_slist_free (list);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_assert_true (drop (window, &value));
  matchum_ui_test_wait (!matchum_window_is_opening (window));
  g_assert_nonnull (matchum_workspace_get_resume (workspace));
  g_assert_nonnull (matchum_workspace_get_posting (workspace));

  g_value_init (&text, G_TYPE_STRING);
  g_value_set_static_string (&text, " \n");
  g_assert_false (drop (window, &text));
  g_value_set_static_string (&text, MATCHUM_UI_TEST_POSTING);
  g_assert_true (drop (window, &text));
  g_assert_nonnull (matchum_ui_test_find_dialog (window, MATCHUM_TYPE_PASTE_DIALOG));
  g_assert_true (matchum_paste_dialog_add (
      MATCHUM_PASTE_DIALOG (matchum_ui_test_find_dialog (window, MATCHUM_TYPE_PASTE_DIALOG))));
  matchum_ui_test_flush (workspace);
  g_assert_cmpuint (g_list_model_get_n_items (matchum_workspace_get_postings (workspace)), ==, 2);

  matchum_ui_test_close_window (window);
  matchum_ui_test_remove_folder (folder);
}

static char *
dup_pasted_text (MatchumWindow *window)
{
  GtkWidget *dialog = GTK_WIDGET (matchum_ui_test_find_dialog (window, MATCHUM_TYPE_PASTE_DIALOG));
  GtkWidget *view = matchum_ui_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW);
  char *text;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  return text;
}

/* What was copied from a page is pasted with its headings and lists. */
static void
test_paste_page (void)
{
  const char *html = "<div><h2>자격요건</h2><ul><li>Python 경험</li><li>SQL &amp; Spark</li></ul></div>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  GdkContentProvider *providers[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                      gdk_content_provider_new_typed (G_TYPE_STRING, "자격요건 Python 경험") };
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  g_autofree char *text = NULL;

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), provider);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste-posting", NULL);
  matchum_ui_test_wait (matchum_ui_test_find_dialog (window, MATCHUM_TYPE_PASTE_DIALOG) != NULL);
  matchum_ui_test_wait (
      gtk_widget_get_mapped (GTK_WIDGET (matchum_ui_test_find_dialog (window, MATCHUM_TYPE_PASTE_DIALOG))));
  text = dup_pasted_text (window);
  g_assert_nonnull (strstr (text, "## 자격요건"));
  g_assert_nonnull (strstr (text, "- SQL & Spark"));
  gtk_window_destroy (matchum_ui_test_find_dialog (window, MATCHUM_TYPE_PASTE_DIALOG));
  matchum_ui_test_close_window (window);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/files/open", test_open_files);
  g_test_add_func ("/ui/files/open-export", test_open_export);
  g_test_add_func ("/ui/files/both-edited", test_both_edited);
  g_test_add_func ("/ui/files/drop", test_drop);
  g_test_add_func ("/ui/files/paste-page", test_paste_page);
  return matchum_ui_test_run ();
}
