/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog for the look of pages: what it writes to the settings, and what the pages make of that. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui/matchum-look-dialog.h"
#include "ui/matchum-look.h"

typedef struct {
  MatchumWindow *window;
  MatchumLookDialog *dialog;
  GSettings *settings;
  MatchumLook *look;
} Fixture;

static gboolean
is_gone (Fixture *self)
{
  return matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_LOOK_DIALOG) == NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->settings = g_settings_new ("io.github.matchum.Matchum");
  self->window = matchum_ui_test_open_window (1280, 720, TRUE);
  self->look = matchum_look_new (self->settings, matchum_window_get_workspace (self->window));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.look", NULL);
  matchum_ui_test_wait (!is_gone (self));
  self->dialog = MATCHUM_LOOK_DIALOG (matchum_ui_test_find_dialog (self->window, MATCHUM_TYPE_LOOK_DIALOG));
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->dialog)));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_settings_reset (self->settings, "theme");
  g_settings_reset (self->settings, "page-style");
  g_object_unref (self->look);
  if (!is_gone (self))
    gtk_window_close (GTK_WINDOW (self->dialog));
  matchum_ui_test_wait (is_gone (self));
  matchum_ui_test_close_window (self->window);
  g_object_unref (self->settings);
}

static GtkWidget *
find_row (Fixture *self, const char *title, GType type)
{
  GtkWidget *label = matchum_ui_test_find_label (GTK_WIDGET (self->dialog), title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, type);
}

static GtkWidget *
find_within (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_within (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_control (Fixture *self, const char *title, GType type)
{
  GtkWidget *control = find_within (find_row (self, title, ADW_TYPE_ACTION_ROW), type);

  g_assert_nonnull (control);
  return control;
}

static void
test_measures (Fixture *self, gconstpointer data)
{
  GtkSpinButton *margin = GTK_SPIN_BUTTON (find_control (self, "Left and Right Margin (mm)", GTK_TYPE_SPIN_BUTTON));
  GtkSpinButton *size = GTK_SPIN_BUTTON (find_control (self, "Size of Plain Text (pt)", GTK_TYPE_SPIN_BUTTON));
  const double own = gtk_spin_button_get_value (margin);
  MatchumPageStyle style;

  gtk_spin_button_set_value (margin, 25);
  gtk_spin_button_set_value (size, 11);
  style = matchum_look_get_style (self->look);
  g_assert_cmpfloat_with_epsilon (style.margin_x, 25 * 72 / 25.4, 0.1);
  g_assert_cmpfloat_with_epsilon (style.base_size, 11, 0.01);
  g_assert_cmpfloat (style.margin_y, ==, 0);

  /* Back at the theme's own number, it is the theme's again. */
  gtk_spin_button_set_value (margin, own);
  style = matchum_look_get_style (self->look);
  g_assert_cmpfloat (style.margin_x, ==, 0);
  g_assert_cmpfloat_with_epsilon (style.base_size, 11, 0.01);
}

static void
test_theme (Fixture *self, gconstpointer data)
{
  AdwComboRow *themes = ADW_COMBO_ROW (find_row (self, "Theme", ADW_TYPE_COMBO_ROW));
  GtkSpinButton *margin = GTK_SPIN_BUTTON (find_control (self, "Left and Right Margin (mm)", GTK_TYPE_SPIN_BUTTON));
  const double standard = gtk_spin_button_get_value (margin);
  g_autofree char *name = NULL;

  adw_combo_row_set_selected (themes, 1);
  name = g_settings_get_string (self->settings, "theme");
  g_assert_cmpstr (name, ==, matchum_theme_get_names ()[1]);
  /* The rows show what the new theme has. */
  g_assert_cmpfloat (gtk_spin_button_get_value (margin), !=, standard);
  g_assert_cmpfloat (matchum_look_get_style (self->look).margin_x, ==, 0);
}

static void
test_colours (Fixture *self, gconstpointer data)
{
  AdwComboRow *colours = ADW_COMBO_ROW (find_row (self, "Color of Titles", ADW_TYPE_COMBO_ROW));
  GtkWidget *other = find_row (self, "Another Color, Such as #7a1f2b", ADW_TYPE_ENTRY_ROW);

  adw_combo_row_set_selected (colours, 1);
  g_assert_cmpint (matchum_look_get_style (self->look).accent, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (other), "#12ab34");
  g_signal_emit_by_name (other, "apply");
  g_assert_cmpint (matchum_look_get_style (self->look).accent, ==, 0x12ab34);
  gtk_editable_set_text (GTK_EDITABLE (other), "bluish");
  g_signal_emit_by_name (other, "apply");
  g_assert_true (gtk_widget_has_css_class (other, "error"));
  g_assert_cmpint (matchum_look_get_style (self->look).accent, ==, 0x12ab34);
}

static void
test_reset (Fixture *self, gconstpointer data)
{
  GtkSwitch *numbers = GTK_SWITCH (find_control (self, "Page Numbers", GTK_TYPE_SWITCH));
  GtkSwitch *birth = GTK_SWITCH (find_control (self, "Year of Birth", GTK_TYPE_SWITCH));
  g_autofree char *after = NULL;

  g_assert_true (gtk_switch_get_active (numbers));
  g_assert_false (gtk_switch_get_active (birth));
  gtk_switch_set_active (numbers, FALSE);
  gtk_switch_set_active (birth, TRUE);
  g_assert_false (matchum_look_get_style (self->look).has_page_numbers);
  g_assert_true (matchum_look_get_style (self->look).shows_birth);

  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "look.reset", NULL);
  after = g_settings_get_string (self->settings, "page-style");
  g_assert_cmpstr (after, ==, "");
  g_assert_true (gtk_switch_get_active (numbers));
  g_assert_false (gtk_switch_get_active (birth));
}

static void
test_pages_follow (Fixture *self, gconstpointer data)
{
  MatchumWorkspace *workspace = matchum_window_get_workspace (self->window);
  GtkSpinButton *size = GTK_SPIN_BUTTON (find_control (self, "Size of Plain Text (pt)", GTK_TYPE_SPIN_BUTTON));
  double before;

  matchum_ui_test_wait (matchum_workspace_get_pages_used (workspace) > 0);
  before = matchum_workspace_get_pages_used (workspace);
  gtk_spin_button_set_value (size, 13);
  matchum_ui_test_wait (matchum_workspace_get_pages_used (workspace) > before * 1.2);
}

/* The window says that a chosen font is gone, until another is chosen. */
static void
test_missing_font (Fixture *self, gconstpointer data)
{
  g_settings_set_string (self->settings, "page-style", "font=No Such Letters");
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (self->window), "No Such Letters") != NULL);
  g_settings_reset (self->settings, "page-style");
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (self->window), "No Such Letters") == NULL);
}

/* What nobody can read in the settings leaves the theme as it is. */
static void
test_bad_settings (Fixture *self, gconstpointer data)
{
  MatchumPageStyle style, plain;

  matchum_page_style_init (&plain);
  g_settings_set_string (self->settings, "page-style", "size=huge\nnonsense");
  g_settings_set_string (self->settings, "theme", "no-such");
  style = matchum_look_get_style (self->look);
  g_assert_true (matchum_page_style_equal (&style, &plain));
}

/* A posting's own look is kept with it, undone by the library, and leaves the one of all alone. */
static void
test_own (Fixture *self, gconstpointer data)
{
  MatchumWorkspace *workspace = matchum_window_get_workspace (self->window);
  MatchumLibrary *library = matchum_workspace_get_library (workspace);
  GtkSwitch *own = GTK_SWITCH (find_control (self, "Only for This Posting", GTK_TYPE_SWITCH));
  AdwComboRow *themes = ADW_COMBO_ROW (find_row (self, "Theme", ADW_TYPE_COMBO_ROW));
  GtkSpinButton *size = GTK_SPIN_BUTTON (find_control (self, "Size of Plain Text (pt)", GTK_TYPE_SPIN_BUTTON));
  g_autofree char *theme = g_settings_get_string (self->settings, "theme");
  g_autofree char *after = NULL;
  double before;

  g_assert_nonnull (matchum_workspace_get_current (workspace));
  matchum_ui_test_wait (matchum_workspace_get_pages_used (workspace) > 0);
  before = matchum_workspace_get_pages_used (workspace);
  gtk_switch_set_active (own, TRUE);
  g_assert_true (matchum_look_is_own (self->look));
  gtk_spin_button_set_value (size, 13);
  adw_combo_row_set_selected (themes, 2);
  after = g_settings_get_string (self->settings, "theme");
  g_assert_cmpstr (after, ==, theme);
  g_assert_cmpstr (matchum_look_get_style (self->look).theme, ==, matchum_theme_get_names ()[2]);
  matchum_ui_test_wait (matchum_workspace_get_pages_used (workspace) > before * 1.1);

  /* Changes in a row are one step; the other is the switch. */
  matchum_library_flush (library);
  g_assert_true (matchum_library_undo (library, NULL));
  matchum_ui_test_wait (g_strcmp0 (matchum_look_get_style (self->look).theme, theme) == 0);
  g_assert_true (matchum_look_is_own (self->look));
  g_assert_cmpuint (adw_combo_row_get_selected (themes), ==, 0);
  g_assert_true (matchum_library_undo (library, NULL));
  matchum_ui_test_wait (!matchum_look_is_own (self->look));
  g_assert_false (gtk_switch_get_active (own));
  matchum_ui_test_wait (G_APPROX_VALUE (matchum_workspace_get_pages_used (workspace), before, 1e-6));
}

static double
get_size (Fixture *self)
{
  return matchum_look_get_style (self->look).base_size;
}

/* The looks of two postings, and what was changed before the program was started anew, are steps of their own. */
static void
test_steps (Fixture *self, gconstpointer data)
{
  MatchumWorkspace *workspace = matchum_window_get_workspace (self->window);
  MatchumWorkspacePosting *first = matchum_workspace_get_current (workspace);
  MatchumPageStyle style = matchum_look_get_style (self->look);
  g_autoptr (MatchumWorkspace) again = NULL;
  g_autofree char *key = NULL, *other_key = NULL, *later_key = NULL;

  matchum_look_set_own (self->look, TRUE);
  style.base_size = 12;
  matchum_look_set_style (self->look, &style);
  key = matchum_workspace_dup_merge_key (workspace, "look");
  matchum_ui_test_add_posting (workspace, "# [Other] Engineer\n\n## Requirements\n\n- Go\n");
  other_key = matchum_workspace_dup_merge_key (workspace, "look");
  g_assert_cmpstr (other_key, !=, key);
  matchum_look_set_own (self->look, TRUE);
  matchum_ui_test_flush (workspace);
  matchum_look_set_style (self->look, &style);
  style.base_size = 13;
  matchum_look_set_style (self->look, &style);
  g_assert_true (matchum_ui_test_undo (workspace));
  g_assert_cmpfloat (get_size (self), !=, 13);
  matchum_workspace_set_current (workspace, first);
  g_assert_cmpfloat (get_size (self), ==, 12);

  matchum_workspace_save_state (workspace);
  matchum_ui_test_flush (workspace);
  again = matchum_workspace_new (matchum_workspace_get_library (workspace), matchum_workspace_get_lexicon (workspace),
                                 (MatchumDay){ 2026, 11, 1 });
  later_key = matchum_workspace_dup_merge_key (again, "look");
  g_assert_nonnull (later_key);
  g_assert_cmpstr (later_key, !=, key);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add ("/ui/look-dialog/measures", Fixture, NULL, set_up, test_measures, tear_down);
  g_test_add ("/ui/look-dialog/theme", Fixture, NULL, set_up, test_theme, tear_down);
  g_test_add ("/ui/look-dialog/colours", Fixture, NULL, set_up, test_colours, tear_down);
  g_test_add ("/ui/look-dialog/reset", Fixture, NULL, set_up, test_reset, tear_down);
  g_test_add ("/ui/look-dialog/pages-follow", Fixture, NULL, set_up, test_pages_follow, tear_down);
  g_test_add ("/ui/look-dialog/missing-font", Fixture, NULL, set_up, test_missing_font, tear_down);
  g_test_add ("/ui/look-dialog/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add ("/ui/look-dialog/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/ui/look-dialog/bad-settings", Fixture, NULL, set_up, test_bad_settings, tear_down);
  return matchum_ui_test_run ();
}
