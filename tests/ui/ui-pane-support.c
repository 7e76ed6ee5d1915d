/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fixtures and hands for the tests of the panes. */
#include "config.h"

#include "ui-pane-support.h"

#include "matchum-ui-test.h"

#include <string.h>

#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-posting-row.h"

static const char lexicon_text[] = "concept python programming-language\n  en Python\n  ko 파이썬\n"
                                   "concept kubernetes tool\n  en Kubernetes | k8s\n  ko 쿠버네티스\n"
                                   "concept kubeflow tool\n  en Kubeflow\n"
                                   "concept airflow tool\n  en Airflow\n"
                                   "concept docker tool\n  en Docker\n  ko 도커\n";

static const char resume_text[] = "# Mina Kim\n"
                                  "\n"
                                  "mina@example.com\n"
                                  "\n"
                                  "## Experience\n"
                                  "\n"
                                  "### Acme | Engineer | 2020.01 - 2024.12\n"
                                  "\n"
                                  "- Built billing services in Python\n"
                                  "- 추론 서버를 Kubernetes로 옮기고 동적 배칭을 켰다\n"
                                  "- Wrote a newsletter\n"
                                  "\n"
                                  "### Other | Intern | 2019.01 - 2019.06\n"
                                  "\n"
                                  "- Trained models in Python\n"
                                  "\n"
                                  "## Skills\n"
                                  "\n"
                                  "- Docker\n";

static const char posting_text[] = "# [Widget] Platform Engineer\n"
                                   "\n"
                                   "## Responsibilities\n"
                                   "\n"
                                   "- Run the platform\n"
                                   "- Keep it running\n"
                                   "\n"
                                   "## Requirements\n"
                                   "\n"
                                   "- Python\n"
                                   "- Kubernetes\n"
                                   "- Kubeflow\n"
                                   "\n"
                                   "## Preferred Qualifications\n"
                                   "\n"
                                   "- Docker\n"
                                   "- 긍정적이고 책임감 있는 분\n"
                                   "- Airflow\n"
                                   "\n"
                                   "## Benefits\n"
                                   "\n"
                                   "- Lunch\n";

/* Longer than any of this takes, even on a machine with much else to do. */
#define PATIENCE_SECONDS 30

void
pane_test_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AdwApplication) application = NULL;

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  /* Takes in style.css and the icons, as the program does. */
  application = adw_application_new (MATCHUM_APPLICATION_ID, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set_data_full (G_OBJECT (gdk_display_get_default ()), "application", g_steal_pointer (&application),
                          g_object_unref);
}

static MatchumLexicon *
create_lexicon (void)
{
  g_autoptr (GError) error = NULL;
  MatchumLexicon *lexicon =
      matchum_lexicon_new_from_texts ((const char *[]){ "test", NULL }, (const char *[]){ lexicon_text, NULL }, &error);

  g_assert_no_error (error);
  return lexicon;
}

static MatchumSource *
create_source (const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  MatchumSource *source = matchum_source_new (name, bytes, &error);

  g_assert_no_error (error);
  return source;
}

MatchumResume *
create_resume (const char *markdown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = create_source ("resume.md", markdown);
  MatchumResume *resume = matchum_markdown_resume_reader_read (source, &error);

  g_assert_no_error (error);
  return resume;
}

MatchumPosting *
create_posting (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = create_source ("posting.md", text);
  MatchumPosting *posting = matchum_posting_reader_read (source, &error);

  g_assert_no_error (error);
  return posting;
}

MatchumWorkspace *
create_workspace_for (const char *resume_markdown, const char *posting_markdown)
{
  g_autoptr (MatchumLexicon) lexicon = create_lexicon ();
  g_autoptr (MatchumLibrary) library = matchum_library_new_in_memory (NULL);
  MatchumWorkspace *workspace = matchum_workspace_new (library, lexicon, (MatchumDay){ 2025, 6, 1 });

  matchum_ui_test_open_resume (workspace, resume_markdown);
  matchum_ui_test_add_posting (workspace, posting_markdown);
  return workspace;
}

static void
assert_standing (MatchumWorkspace *workspace, guint requirement, MatchumStatus status, guint n_blocks)
{
  const MatchumVerdict *verdict =
      matchum_coverage_get_verdict (matchum_workspace_get_coverage (workspace), requirement);

  g_assert_cmpint (verdict->status, ==, status);
  g_assert_cmpuint (matchum_verdict_count_blocks (verdict), ==, n_blocks);
}

/* The tests stand on these verdicts: a matcher that judges otherwise is to be seen here, and not in the widgets. */
MatchumWorkspace *
create_workspace (void)
{
  MatchumWorkspace *workspace = create_workspace_for (resume_text, posting_text);

  g_assert_cmpuint (matchum_resume_get_n_blocks (matchum_workspace_get_resume (workspace)), ==, N_BLOCKS);
  g_assert_cmpuint (matchum_match_get_n_requirements (matchum_workspace_get_match (workspace)), ==, N_REQUIREMENTS);
  assert_standing (workspace, REQUIREMENT_PYTHON, MATCHUM_STATUS_MET, 2);
  assert_standing (workspace, REQUIREMENT_KUBERNETES, MATCHUM_STATUS_MET, 1);
  assert_standing (workspace, REQUIREMENT_KUBEFLOW, MATCHUM_STATUS_MISSING, 0);
  assert_standing (workspace, REQUIREMENT_DOCKER, MATCHUM_STATUS_MET, 1);
  assert_standing (workspace, REQUIREMENT_MANNER, MATCHUM_STATUS_UNPROVABLE, 0);
  assert_standing (workspace, REQUIREMENT_AIRFLOW, MATCHUM_STATUS_MISSING, 0);
  return workspace;
}

static gboolean
lose_patience_cb (gpointer user_data)
{
  g_error ("waited in vain for %s", (const char *) user_data);
  return G_SOURCE_REMOVE;
}

static void
note_paint_cb (GdkFrameClock *clock, gboolean *has_painted)
{
  *has_painted = TRUE;
}

void
wait_for_paint (GtkWidget *window)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, lose_patience_cb, (gpointer) "a frame");
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean has_painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (note_paint_cb), &has_painted);

  gtk_widget_queue_draw (window);
  while (!has_painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  g_source_remove (patience);
}

GtkWidget *
present (GtkWidget *widget, int width, int height)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, lose_patience_cb, (gpointer) "the window");
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  wait_for_paint (window);
  return window;
}

void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
close_pane (GtkWidget *window, GtkWidget *pane, MatchumWorkspace *workspace)
{
  close_window (window);
  /* What is still being written holds the workspace. */
  matchum_ui_test_flush (workspace);
  g_assert_finalize_object (pane);
  g_assert_finalize_object (workspace);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GtkWidget *
find_descendant (GtkWidget *widget, GType type, guint n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return n < found->len ? found->pdata[n] : NULL;
}

guint
count_descendants (GtkWidget *widget, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return found->len;
}

GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, GTK_TYPE_LABEL, found);
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (gtk_label_get_text (found->pdata[i]), text))
      return found->pdata[i];
  return NULL;
}

GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = find_label (widget, label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

GtkWidget *
find_block_row (GtkWidget *pane, guint block)
{
  GtkWidget *row;

  for (guint i = 0; (row = find_descendant (pane, MATCHUM_TYPE_BLOCK_ROW, i)) != NULL; i++)
    {
      MatchumBlockObject *object = matchum_block_row_get_object (MATCHUM_BLOCK_ROW (row));

      if (object != NULL && matchum_block_object_get_index (object) == block)
        return row;
    }
  return NULL;
}

GtkWidget *
find_posting_row (GtkWidget *pane, const char *text)
{
  GtkWidget *row;

  for (guint i = 0; (row = find_descendant (pane, MATCHUM_TYPE_POSTING_ROW, i)) != NULL; i++)
    {
      MatchumPostingObject *object = matchum_posting_row_get_object (MATCHUM_POSTING_ROW (row));

      if (object != NULL && g_str_equal (matchum_posting_object_get_text (object), text))
        return row;
    }
  return NULL;
}

gboolean
press_in_view (GtkWidget *view, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

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

gboolean
press_key (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (matchum_ui_test_run_shortcuts (widget, GTK_PHASE_CAPTURE, keyval, modifiers)
        || matchum_ui_test_run_shortcuts (widget, GTK_PHASE_BUBBLE, keyval, modifiers))
      return TRUE;
  return FALSE;
}

static void
count_cb (guint *count)
{
  *count += 1;
}

void
count_signal (gpointer instance, const char *signal, guint *count)
{
  g_signal_connect_swapped (instance, signal, G_CALLBACK (count_cb), count);
}
