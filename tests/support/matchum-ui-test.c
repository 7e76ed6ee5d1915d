/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Helpers for tests of the window. */
/* dl_iterate_phdr() is GNU's. */
#define _GNU_SOURCE

#include "config.h"

#include "matchum-ui-test.h"

#include <locale.h>
#include <string.h>
#ifdef __SANITIZE_ADDRESS__
#include <link.h>
#endif

#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "store/matchum-library-forget.h"
#include "ui/matchum-examples.h"

#define DEADLINE_SECONDS 30

typedef struct {
  const char *condition;
  const char *file;
  int line;
} Deadline;

static MatchumDesktop *desktop;

static gboolean
deadline_cb (gpointer user_data)
{
  Deadline *deadline = user_data;

  g_error ("%s:%d: waited %d s for %s", deadline->file, deadline->line, DEADLINE_SECONDS, deadline->condition);
  return G_SOURCE_REMOVE;
}

guint
matchum_ui_test_start_deadline (const char *condition, const char *file, int line)
{
  Deadline *deadline = g_new (Deadline, 1);

  *deadline = (Deadline){ condition, file, line };
  return g_timeout_add_seconds_full (G_PRIORITY_HIGH, DEADLINE_SECONDS, deadline_cb, deadline, g_free);
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

void
matchum_ui_test_settle (GtkWidget *widget)
{
  if (widget != NULL && gtk_widget_get_mapped (widget))
    {
      GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
      gboolean is_painted = FALSE;
      gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

      gtk_widget_queue_draw (widget);
      matchum_ui_test_wait (is_painted);
      g_signal_handler_disconnect (clock, id);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static MatchumSource *
create_source (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new ("test", bytes, &error);

  g_assert_no_error (error);
  return source;
}

MatchumResume *
matchum_ui_test_read_resume (const char *text)
{
  g_autoptr (MatchumSource) source = create_source (text);
  g_autoptr (GError) error = NULL;
  MatchumResume *resume = matchum_markdown_resume_reader_read (source, &error);

  g_assert_no_error (error);
  return resume;
}

MatchumPosting *
matchum_ui_test_read_posting (const char *text)
{
  g_autoptr (MatchumSource) source = create_source (text);
  g_autoptr (GError) error = NULL;
  MatchumPosting *posting = matchum_posting_reader_read (source, &error);

  g_assert_no_error (error);
  return posting;
}

MatchumWorkspace *
matchum_ui_test_create_workspace (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (&error);
  g_autoptr (MatchumLibrary) library = NULL;

  g_assert_no_error (error);
  library = matchum_library_new_in_memory (&error);
  g_assert_no_error (error);
  return matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 });
}

void
matchum_ui_test_flush (MatchumWorkspace *workspace)
{
  matchum_library_flush (matchum_workspace_get_library (workspace));
  /* Those who asked are answered by the main loop. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
matchum_ui_test_open_resume (MatchumWorkspace *workspace, const char *text)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (workspace);

  if (baseline != NULL)
    matchum_workspace_set_text (workspace, baseline, text, NULL);
  else
    matchum_workspace_add_baseline (workspace, NULL, text);
  matchum_ui_test_flush (workspace);
}

void
matchum_ui_test_add_baseline (MatchumWorkspace *workspace, const char *name, const char *text)
{
  matchum_workspace_add_baseline (workspace, name, text);
  matchum_ui_test_flush (workspace);
}

MatchumWorkspaceBaseline *
matchum_ui_test_get_baseline (MatchumWorkspace *workspace, guint place)
{
  g_autoptr (MatchumWorkspaceBaseline) baseline =
      g_list_model_get_item (matchum_workspace_get_baselines (workspace), place);

  return baseline;
}

void
matchum_ui_test_hide (MatchumWorkspace *workspace, const char *text)
{
  matchum_workspace_set_hidden (workspace, matchum_ui_test_find_block (matchum_workspace_get_resume (workspace), text),
                                TRUE);
  matchum_ui_test_flush (workspace);
}

MatchumWorkspacePosting *
matchum_ui_test_add_posting (MatchumWorkspace *workspace, const char *text)
{
  g_autoptr (MatchumPosting) posting = matchum_ui_test_read_posting (text);

  matchum_workspace_add_posting (workspace, posting, NULL, NULL);
  matchum_ui_test_flush (workspace);
  return matchum_workspace_get_current (workspace);
}

gboolean
matchum_ui_test_undo (MatchumWorkspace *workspace)
{
  gboolean is_possible = matchum_library_get_undo_label (matchum_workspace_get_library (workspace)) != NULL;

  matchum_workspace_undo (workspace);
  matchum_ui_test_flush (workspace);
  return is_possible;
}

gboolean
matchum_ui_test_redo (MatchumWorkspace *workspace)
{
  gboolean is_possible = matchum_library_get_redo_label (matchum_workspace_get_library (workspace)) != NULL;

  matchum_workspace_redo (workspace);
  matchum_ui_test_flush (workspace);
  return is_possible;
}

guint
matchum_ui_test_find_block (MatchumResume *resume, const char *text)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (strstr (matchum_block_get_text (matchum_resume_get_block (resume, i)), text) != NULL)
      return i;
  g_error ("No block says “%s”", text);
}

MatchumStatus
matchum_ui_test_get_status (MatchumWorkspace *workspace, guint requirement)
{
  return matchum_coverage_get_verdict (matchum_workspace_get_coverage (workspace), requirement)->status;
}

MatchumDesktop *
matchum_ui_test_get_desktop (void)
{
  g_autoptr (GError) error = NULL;

  if (desktop == NULL)
    {
      desktop = matchum_desktop_new ();
      g_application_set_flags (G_APPLICATION (desktop), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
      matchum_desktop_set_as_of (desktop, (MatchumDay){ 2026, 11, 1 });
      g_application_register (G_APPLICATION (desktop), NULL, &error);
      g_assert_no_error (error);
    }
  return desktop;
}

static MatchumWindow *
create_window (MatchumLibrary *library, int width, int height)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  MatchumWindow *window = matchum_window_new (ADW_APPLICATION (matchum_ui_test_get_desktop ()), library, lexicon,
                                              (MatchumDay){ 2026, 11, 1 });

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  return window;
}

static void
present_window (MatchumWindow *window)
{
  gtk_window_present (GTK_WINDOW (window));
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (window)));
  matchum_ui_test_settle (GTK_WIDGET (window));
}

MatchumWindow *
matchum_ui_test_open_window (int width, int height, gboolean with_texts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLibrary) library = matchum_library_new_in_memory (&error);
  MatchumWindow *window;

  g_assert_no_error (error);
  window = create_window (library, width, height);
  if (with_texts)
    {
      matchum_ui_test_open_resume (matchum_window_get_workspace (window), MATCHUM_UI_TEST_RESUME);
      matchum_ui_test_add_posting (matchum_window_get_workspace (window), MATCHUM_UI_TEST_POSTING);
      /* What a test does first is the first that it can undo. */
      matchum_library_forget (library, MATCHUM_FORGET_HISTORY, NULL, FALSE, &error);
      g_assert_no_error (error);
    }
  present_window (window);
  return window;
}

MatchumWindow *
matchum_ui_test_open_examples (int width, int height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLibrary) library = matchum_library_new_in_memory (&error);
  MatchumWindow *window;

  g_assert_no_error (error);
  matchum_examples_add (library, (MatchumDay){ 2026, 11, 1 }, &error);
  g_assert_no_error (error);
  window = create_window (library, width, height);
  present_window (window);
  return window;
}

void
matchum_ui_test_close_window (MatchumWindow *window)
{
  gpointer watched = window;

  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_close (GTK_WINDOW (window));
  matchum_ui_test_wait (watched == NULL);
}

GFile *
matchum_ui_test_create_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("matchum-test-XXXXXX", &error);

  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

void
matchum_ui_test_remove_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    g_file_delete (child, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

GtkWidget *
matchum_ui_test_find_widget (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = matchum_ui_test_find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
matchum_ui_test_find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = matchum_ui_test_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Buttons with an action are a dialog's own. */
static GtkWidget *
find_plain_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root)
      && gtk_actionable_get_action_name (GTK_ACTIONABLE (root)) == NULL
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_plain_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
matchum_ui_test_find_answer (const char *label)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);
      GtkWidget *found = find_plain_button (toplevel, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWindow *
matchum_ui_test_find_dialog (MatchumWindow *window, GType type)
{
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (toplevel, type) && gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return toplevel;
    }
  return NULL;
}

GtkWidget *
matchum_ui_test_find_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = matchum_ui_test_find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
matchum_ui_test_is_enabled (GtkWidget *root, const char *action)
{
  if (GTK_IS_ACTIONABLE (root) && gtk_widget_get_mapped (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return gtk_widget_is_sensitive (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (matchum_ui_test_is_enabled (child, action))
      return TRUE;
  return FALSE;
}

#ifdef __SANITIZE_ADDRESS__
/* Of the sanitizer; GCC comes without its headers. */
int __sanitizer_get_ownership (const volatile void *address);
size_t __sanitizer_get_allocated_size (const volatile void *address);

/* Where GLib kept its quarks when the test began. It gives that table up, on purpose, when it needs a larger one; to be
 * pointed to from here keeps it from being called a leak. */
G_GNUC_UNUSED static char **quark_table;

static gboolean
is_quark_table (gpointer address)
{
  GQuark quark = g_quark_from_static_string ("matchum-ui-test");

  return __sanitizer_get_ownership (address) && __sanitizer_get_allocated_size (address) > quark * sizeof (char *)
         && ((char **) address)[quark] == g_quark_to_string (quark);
}

static int
find_quark_table_cb (struct dl_phdr_info *library, size_t size, void *data)
{
  if (strstr (library->dlpi_name, "libglib-2.0") == NULL)
    return 0;

  for (guint i = 0; i < library->dlpi_phnum; i++)
    if (library->dlpi_phdr[i].p_type == PT_LOAD && (library->dlpi_phdr[i].p_flags & PF_W) != 0)
      {
        gpointer *word = (gpointer *) (library->dlpi_addr + library->dlpi_phdr[i].p_vaddr);

        for (gsize j = 0; j < library->dlpi_phdr[i].p_memsz / sizeof (gpointer); j++)
          if (is_quark_table (word[j]))
            quark_table = word[j];
      }
  return 0;
}

#endif

static void
keep_quark_table (void)
{
#ifdef __SANITIZE_ADDRESS__
  dl_iterate_phdr (find_quark_table_cb, NULL);
  if (quark_table == NULL)
    g_test_message ("GLib's table of quarks was not found; it may be reported as a leak");
#endif
}

static gboolean
activate_shortcuts (GtkWidget *widget, GListModel *shortcuts, guint keyval, GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_ui_test_run_shortcuts (GtkWidget *widget, GtkPropagationPhase phase, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller)
          && (gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
                 == (phase == GTK_PHASE_CAPTURE)
          && activate_shortcuts (widget, G_LIST_MODEL (controller), keyval, modifiers))
        return TRUE;
    }
  return FALSE;
}

void
matchum_ui_test_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  keep_quark_table ();
  g_set_prgname ("matchum");
  if (gtk_init_check ())
    adw_init ();
}

int
matchum_ui_test_run (void)
{
  int status = g_test_run ();

  g_clear_object (&desktop);
  return status;
}
