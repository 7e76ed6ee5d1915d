/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog for names of the user's own, in a window that is matched with them. */
#include "config.h"

#include "matchum-ui-test.h"
#include "store/matchum-alias-table.h"
#include "ui/matchum-name-suggestions.h"
#include "ui/matchum-names-dialog.h"

typedef struct {
  MatchumWindow *window;
  MatchumWorkspace *workspace;
  MatchumNamesDialog *dialog;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = matchum_ui_test_open_window (1280, 720, TRUE);
  self->workspace = matchum_window_get_workspace (self->window);
}

static gboolean
is_gone (Fixture *self)
{
  return matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_NAMES_DIALOG) == NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (!is_gone (self))
    gtk_window_close (GTK_WINDOW (self->dialog));
  matchum_ui_test_wait (is_gone (self));
  matchum_ui_test_close_window (self->window);
}

static void
open_dialog (Fixture *self, const char *concept)
{
  if (concept != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.add-name", "s", concept);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.names", NULL);
  matchum_ui_test_wait (!is_gone (self));
  self->dialog = MATCHUM_NAMES_DIALOG (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_NAMES_DIALOG));
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->dialog)));
  matchum_ui_test_settle (GTK_WIDGET (self->dialog));
}

static GtkEditable *
find_entry (Fixture *self, const char *title)
{
  GtkWidget *label = matchum_ui_test_find_label (GTK_WIDGET (self->dialog), title);

  g_assert_nonnull (label);
  return GTK_EDITABLE (gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW));
}

static GtkEditable *
find_name (Fixture *self)
{
  return find_entry (self, "What stands in texts");
}

static GtkEditable *
find_concept (Fixture *self)
{
  return find_entry (self, "What it is counted as");
}

static gboolean
says (Fixture *self, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (self->dialog), text) != NULL;
}

static gboolean
can_add (Fixture *self)
{
  return gtk_widget_is_sensitive (matchum_ui_test_find_button (GTK_WIDGET (self->dialog), "_Add"));
}

static void
write_names (Fixture *self, const char *name, const char *concept)
{
  gtk_editable_set_text (find_name (self), name);
  gtk_editable_set_text (find_concept (self), concept);
}

static void
press_enter (GtkEditable *entry)
{
  g_signal_emit_by_name (entry, "entry-activated");
}

static guint
count_names (Fixture *self)
{
  matchum_ui_test_flush (self->workspace);
  return matchum_workspace_get_names (self->workspace)->len;
}

static GtkWidget *
find_icon_button (GtkWidget *root, const char *icon)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), icon) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_icon_button (child, icon);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The button that takes away the name whose row says text. */
static GtkWidget *
find_remove_button (Fixture *self, const char *text)
{
  GtkWidget *label = matchum_ui_test_find_label (GTK_WIDGET (self->dialog), text);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW) : NULL;

  g_assert_nonnull (row);
  return find_icon_button (row, "edit-delete-symbolic");
}

/* What the requirement that asks for Rust is, the last of them. */
static MatchumStatus
get_rust (Fixture *self)
{
  return matchum_ui_test_get_status (self->workspace,
                                     matchum_match_get_n_requirements (matchum_workspace_get_match (self->workspace))
                                         - 1);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  open_dialog (self, NULL);
  g_assert_true (says (self, "No names yet"));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->dialog)), GTK_WIDGET (find_name (self))));
  g_assert_false (can_add (self));
  g_assert_cmpint (get_rust (self), ==, MATCHUM_STATUS_MISSING);

  gtk_editable_set_text (find_name (self), "zebrawiki");
  g_assert_false (can_add (self));
  press_enter (find_name (self));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->dialog)), GTK_WIDGET (find_concept (self))));
  gtk_editable_set_text (find_concept (self), "rust");
  g_assert_true (says (self, "“zebrawiki” will be counted as Rust."));
  g_assert_true (can_add (self));
  press_enter (find_concept (self));
  g_assert_cmpuint (count_names (self), ==, 1);
  g_assert_true (says (self, "“zebrawiki” is counted as “rust”"));
  g_assert_false (says (self, "No names yet"));
  g_assert_cmpstr (gtk_editable_get_text (find_name (self)), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (find_concept (self)), ==, "");
  g_assert_false (can_add (self));
  g_assert_cmpint (get_rust (self), ==, MATCHUM_STATUS_MET);

  /* What was written goes before the last edit is undone; nothing is written any more. */
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "dialog.undo", NULL);
  g_assert_cmpuint (count_names (self), ==, 0);
  g_assert_true (says (self, "No names yet"));
  g_assert_cmpint (get_rust (self), ==, MATCHUM_STATUS_MISSING);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "dialog.redo", NULL);
  g_assert_cmpuint (count_names (self), ==, 1);
}

static const struct {
  const char *name;
  const char *concept;
  const char *sentence; /* "" for none */
  gboolean is_good;
} sentences[] = {
  { "", "Rust", "", FALSE },
  { "zebrawiki", " ", "", FALSE },
  { "러스티", "러스트", "“러스티” will be counted as 러스트.", TRUE },
  { "러스티", "Rust", "“러스티” will be counted as Rust.", TRUE },
  { "Go", "Rust", "“Go” will be counted as Rust, and no longer as Go.", TRUE },
  { "k8s", "Kubernetes", "“k8s” is counted as Kubernetes already.", TRUE },
  { "zebrawiki", "Zorbex", "Matchum does not know “Zorbex”: it will be a skill of its own, which “zebrawiki” shows.",
    TRUE },
  { "taken", "Python", "“taken” will be counted as Rust and as Python.", TRUE },
  { "taken", "Rust", "“taken” is counted as “Rust” already: write another name.", FALSE },
  { "Rust", "rust", "cannot be counted as itself", FALSE },
  { "!!", "Rust", "has no letter", FALSE },
};

static void
test_sentences (Fixture *self, gconstpointer data)
{
  g_assert_true (matchum_workspace_add_name (self->workspace, "taken", "Rust", NULL));
  g_assert_cmpuint (count_names (self), ==, 1);
  open_dialog (self, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      write_names (self, sentences[i].name, sentences[i].concept);
      g_test_message ("“%s”, “%s”", sentences[i].name, sentences[i].concept);
      g_assert_true (says (self, sentences[i].sentence));
      g_assert_cmpint (can_add (self), ==, sentences[i].is_good);
      if (!sentences[i].is_good)
        g_assert_false (matchum_names_dialog_add (self->dialog));
    }
  g_assert_cmpuint (count_names (self), ==, 1);
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  GtkWidget *undo;

  g_assert_true (matchum_workspace_add_name (self->workspace, "<b>가&", "Go", NULL));
  g_assert_true (matchum_workspace_add_name (self->workspace, "zebrawiki", "Rust", NULL));
  g_assert_cmpuint (count_names (self), ==, 2);
  open_dialog (self, NULL);
  g_assert_true (says (self, "“<b>가&” is counted as “Go”"));
  gtk_widget_grab_focus (find_remove_button (self, "<b>가&"));
  g_signal_emit_by_name (find_remove_button (self, "<b>가&"), "clicked");
  g_assert_cmpuint (count_names (self), ==, 1);
  matchum_ui_test_wait (says (self, "“<b>가&” is forgotten"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->dialog)),
                                         gtk_widget_get_ancestor (find_remove_button (self, "zebrawiki"),
                                                                  ADW_TYPE_PREFERENCES_GROUP)));

  undo = matchum_ui_test_find_button (GTK_WIDGET (self->dialog), "_Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  g_assert_cmpuint (count_names (self), ==, 2);
  g_assert_true (says (self, "“<b>가&” is counted as “Go”"));
}

/* A toast goes with the next edit: what it would undo is another then. */
static void
test_stale_toast (Fixture *self, gconstpointer data)
{
  GtkWidget *undo;

  g_assert_true (matchum_workspace_add_name (self->workspace, "가", "Go", NULL));
  g_assert_cmpuint (count_names (self), ==, 1);
  open_dialog (self, NULL);
  g_signal_emit_by_name (find_remove_button (self, "가"), "clicked");
  g_assert_cmpuint (count_names (self), ==, 0);
  matchum_ui_test_wait (says (self, "“가” is forgotten"));
  write_names (self, "zebrawiki", "Rust");
  g_assert_true (matchum_names_dialog_add (self->dialog));
  g_assert_cmpuint (count_names (self), ==, 1);
  undo = matchum_ui_test_find_button (GTK_WIDGET (self->dialog), "_Undo");
  g_assert_true (undo == NULL || !gtk_widget_get_visible (undo));
}

static void
test_change (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  g_assert_true (matchum_workspace_add_name (self->workspace, "zebrawiki", "Go", NULL));
  g_assert_cmpuint (count_names (self), ==, 1);
  open_dialog (self, NULL);
  row = gtk_widget_get_ancestor (find_remove_button (self, "zebrawiki"), ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (row, "activated");
  g_assert_cmpstr (gtk_editable_get_text (find_name (self)), ==, "zebrawiki");
  g_assert_cmpstr (gtk_editable_get_text (find_concept (self)), ==, "Go");
  g_assert_nonnull (matchum_ui_test_find_button (GTK_WIDGET (self->dialog), "_Change"));
  gtk_editable_set_text (find_concept (self), "Rust");
  press_enter (find_concept (self));
  g_assert_cmpuint (count_names (self), ==, 1);
  g_assert_true (says (self, "“zebrawiki” is counted as “Rust”"));
  g_assert_nonnull (matchum_ui_test_find_button (GTK_WIDGET (self->dialog), "_Add"));
  g_assert_cmpint (get_rust (self), ==, MATCHUM_STATUS_MET);

  /* Escape gives up what was begun, and only then closes. */
  row = gtk_widget_get_ancestor (find_remove_button (self, "zebrawiki"), ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (row, "activated");
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "dialog.escape", NULL);
  g_assert_false (is_gone (self));
  g_assert_cmpstr (gtk_editable_get_text (find_name (self)), ==, "");
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "dialog.escape", NULL);
  matchum_ui_test_wait (is_gone (self));
}

static void
test_from_missing (Fixture *self, gconstpointer data)
{
  open_dialog (self, "Rust");
  g_assert_cmpstr (gtk_editable_get_text (find_concept (self)), ==, "Rust");
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->dialog)), GTK_WIDGET (find_name (self))));
  gtk_editable_set_text (find_name (self), "zebrawiki");
  press_enter (find_name (self));
  g_assert_cmpuint (count_names (self), ==, 1);
  g_assert_cmpint (get_rust (self), ==, MATCHUM_STATUS_MET);
}

/* Suggestions */

static GtkPopover *
find_popover (Fixture *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (find_concept (self))); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (MATCHUM_IS_NAME_SUGGESTIONS (child))
      return GTK_POPOVER (child);
  return NULL;
}

static gboolean
is_open (Fixture *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (find_popover (self)));
}

/* What the entry's own controllers do with a key before the entry has it. */
static gboolean
press (Fixture *self, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (find_concept (self)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &is_handled);
      if (is_handled)
        return TRUE;
    }
  return FALSE;
}

static void
type_concept (Fixture *self, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (find_concept (self)));
  gtk_editable_set_text (find_concept (self), text);
}

static void
test_suggestions (Fixture *self, gconstpointer data)
{
  open_dialog (self, NULL);
  gtk_editable_set_text (find_name (self), "zebrawiki");
  g_assert_false (is_open (self));
  type_concept (self, "k8");
  g_assert_true (is_open (self));
  g_assert_false (press (self, GDK_KEY_Return, 0)); /* nothing is chosen: what was typed is meant */
  g_assert_true (press (self, GDK_KEY_Down, 0));
  g_assert_true (press (self, GDK_KEY_Return, 0));
  g_assert_cmpstr (gtk_editable_get_text (find_concept (self)), ==, "Kubernetes");
  g_assert_false (is_open (self));
  g_assert_cmpuint (count_names (self), ==, 0);
  g_assert_true (says (self, "“zebrawiki” will be counted as Kubernetes."));

  /* In Korean where that is typed; up from none is the last, and down from the last is none. */
  type_concept (self, "쿠버");
  g_assert_true (press (self, GDK_KEY_Up, 0));
  g_assert_true (press (self, GDK_KEY_Down, 0));
  g_assert_true (press (self, GDK_KEY_Down, 0));
  g_assert_true (press (self, GDK_KEY_KP_Enter, 0));
  g_assert_cmpstr (gtk_editable_get_text (find_concept (self)), ==, "쿠버네티스");

  /* Escape closes only the list; whole names and unknown ones suggest nothing; Down opens it again. */
  type_concept (self, "Kube");
  g_assert_true (press (self, GDK_KEY_Escape, 0));
  g_assert_false (is_open (self));
  g_assert_false (press (self, GDK_KEY_Escape, 0));
  g_assert_false (is_gone (self));
  g_assert_true (press (self, GDK_KEY_Down, 0));
  g_assert_true (is_open (self));
  type_concept (self, "zzzz");
  g_assert_false (is_open (self));
  type_concept (self, "");
  g_assert_false (is_open (self));

  /* Another entry has no list. */
  type_concept (self, "Kube");
  gtk_widget_grab_focus (GTK_WIDGET (find_name (self)));
  g_assert_false (is_open (self));
}

/* A letter that is being composed has the keys. */
static void
test_composing (Fixture *self, gconstpointer data)
{
  GtkEditable *text;

  open_dialog (self, NULL);
  type_concept (self, "쿠버");
  text = gtk_editable_get_delegate (find_concept (self));
  g_assert_true (press (self, GDK_KEY_Down, 0));
  g_signal_emit_by_name (text, "preedit-changed", "ㄴ");
  g_assert_false (press (self, GDK_KEY_Return, 0));
  g_assert_false (press (self, GDK_KEY_Down, 0));
  g_signal_emit_by_name (text, "preedit-changed", "");
  g_assert_true (press (self, GDK_KEY_Return, 0));
  g_assert_cmpstr (gtk_editable_get_text (find_concept (self)), ==, "쿠버네티스");
}

/* Names that cannot be counted */

static gboolean
put_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_alias_table_put (database, data, error);
}

static void
put (Fixture *self, const char *name, const char *concept)
{
  const MatchumAliasRecord record = { (char *) name, (char *) concept };

  g_assert_true (matchum_library_edit_once (matchum_workspace_get_library (self->workspace), "Put", put_cb,
                                            (gpointer) &record, NULL));
  matchum_ui_test_flush (self->workspace);
}

static void
test_bad_ones (Fixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);

  g_assert_null (matchum_ui_test_find_label (window, "cannot be counted"));
  put (self, "zebrawiki", "Rust");
  put (self, "가", "나");
  put (self, "나", "가");
  matchum_ui_test_wait (matchum_ui_test_find_label (window, "2 names of your own cannot be counted, and are left out")
                        != NULL);
  g_assert_true (matchum_ui_test_is_enabled (window, "win.names"));
  g_assert_cmpint (get_rust (self), ==, MATCHUM_STATUS_MET);

  open_dialog (self, NULL);
  g_assert_true (says (self, "is counted as itself by way of other names of your own"));
  g_signal_emit_by_name (find_remove_button (self, "“가” is counted as “나”"), "clicked");
  g_assert_cmpuint (count_names (self), ==, 2);
  g_assert_false (says (self, "is counted as itself by way of other names of your own"));
  matchum_ui_test_wait (matchum_ui_test_find_label (window, "cannot be counted") == NULL);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/ui/names-dialog/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("add", test_add);
  ADD ("sentences", test_sentences);
  ADD ("remove", test_remove);
  ADD ("stale-toast", test_stale_toast);
  ADD ("change", test_change);
  ADD ("from-missing", test_from_missing);
  ADD ("suggestions", test_suggestions);
  ADD ("composing", test_composing);
  ADD ("bad-ones", test_bad_ones);
#undef ADD
  return matchum_ui_test_run ();
}
