/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows for a page style: what they say goes to the look of what is open, and what that is comes back to them. */
#include "config.h"

#include "ui/matchum-look-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "matchum-font-list.h"
#include "matchum-form-lines.h"
#include "matchum-photo.h"
#include "ui/compat.h"
#include "ui/matchum-look.h"
#include "ui/matchum-proof.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 480
#define MOST_HEIGHT 760
/* Left free of the window behind. */
#define MARGIN 30
#define POINTS_A_MILLIMETRE (72.0 / 25.4)
#define HALF_STEP 0.05

struct _MatchumLookDialog {
  AdwWindow parent_instance;

  AdwActionRow *own_row;
  GtkSwitch *own_switch;
  AdwComboRow *theme_row;
  AdwComboRow *paper_row;
  GtkSpinButton *margin_x_spin;
  GtkSpinButton *margin_y_spin;
  AdwComboRow *font_row;
  GtkSpinButton *size_spin;
  AdwComboRow *accent_row;
  AdwEntryRow *hex_row;
  AdwComboRow *wrapping_row;
  GtkSwitch *numbers_switch;
  GtkSwitch *running_switch;
  AdwActionRow *birth_row;
  GtkSwitch *birth_switch;
  AdwActionRow *military_row;
  GtkSwitch *military_switch;
  AdwActionRow *photo_row;
  GtkSwitch *photo_switch;
  AdwActionRow *photo_file_row;
  GtkWidget *close_button;

  MatchumWorkspace *workspace;
  MatchumLook *look;
  GPtrArray *families; /* of MatchumFontFamily, in the order of the rows behind the theme's own */
  gboolean is_filling; /* the rows take over the look, and not the other way round */
};

G_DEFINE_FINAL_TYPE (MatchumLookDialog, matchum_look_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows behind the theme's own. */
static const int accents[] = { 0x000000, 0x1c3b6e, 0x0f5c5c, 0x24583a, 0x7a1f2b, 0x4b2e83, 0x46505a };

static double
to_millimetres (double points)
{
  return round (points / POINTS_A_MILLIMETRE * 10) / 10;
}

/* A number of a spin button in points; 0 where it is what the theme has. */
static double
read_points (GtkSpinButton *spin, double unit, double own)
{
  double value = gtk_spin_button_get_value (spin);

  return fabs (value - own) < HALF_STEP ? 0 : value * unit;
}

/* Rows from the style */

static guint
find_name (const char *const *names, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return i;
  return 0;
}

static guint
find_family (MatchumLookDialog *self, const char *family)
{
  for (guint i = 0; family != NULL && i < self->families->len; i++)
    if (g_str_equal (((const MatchumFontFamily *) self->families->pdata[i])->name, family))
      return i + 1;
  return 0;
}

/* Beyond the last row where the colour is none of them. */
static guint
find_accent (int accent)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i] == accent)
      return i + 1;
  return accent == MATCHUM_PAGE_STYLE_NO_ACCENT ? 0 : GTK_INVALID_LIST_POSITION;
}

static char *
dup_hex (int accent)
{
  return accent == MATCHUM_PAGE_STYLE_NO_ACCENT ? g_strdup ("") : g_strdup_printf ("#%06x", (guint) accent);
}

static void
show_note (AdwActionRow *row, const char *note)
{
  g_autofree char *escaped = g_markup_escape_text (note, -1);

  adw_action_row_set_subtitle (row, escaped);
}

/* What of the resume would be shown, or that it says nothing. */
static void
show_form_lines (MatchumLookDialog *self)
{
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);
  MatchumResume *resume = visibility != NULL ? matchum_visibility_get_resume (visibility) : NULL;
  g_autofree char *birth = resume != NULL ? matchum_form_lines_dup_text (resume, TRUE, FALSE) : NULL;
  g_autofree char *military = resume != NULL ? matchum_form_lines_dup_text (resume, FALSE, TRUE) : NULL;

  show_note (self->birth_row, birth != NULL ? birth : _ ("The resume’s front matter does not say it: birth: 1994"));
  /* Translators: what stands behind the colon is an example of front matter. */
  show_note (self->military_row,
             military != NULL ? military : _ ("The resume’s front matter does not say it: military: 병장 만기전역"));
}

static void
show_photo (MatchumLookDialog *self, const MatchumPageStyle *style)
{
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPhoto) photo = NULL;

  if (visibility != NULL && style->shows_photo)
    photo = matchum_photo_find (style, matchum_visibility_get_resume (visibility), NULL, &error);
  show_note (self->photo_row, error != NULL ? error->message : _ ("3 by 4 cm, at the right of the name"));
  show_note (self->photo_file_row,
             style->photo_file != NULL ? style->photo_file : _ ("The one that the front matter names"));
}

static void
fill (MatchumLookDialog *self)
{
  MatchumPageStyle style = matchum_look_get_style (self->look);
  g_autofree char *hex = dup_hex (style.accent);
  MatchumTheme theme;

  matchum_page_style_resolve (&style, &theme);
  self->is_filling = TRUE;
  gtk_switch_set_active (self->own_switch, matchum_look_is_own (self->look));
  adw_combo_row_set_selected (self->theme_row, find_name (matchum_theme_get_names (), style.theme));
  adw_combo_row_set_selected (self->paper_row, style.paper);
  gtk_spin_button_set_value (self->margin_x_spin, to_millimetres (theme.margin_x));
  gtk_spin_button_set_value (self->margin_y_spin, to_millimetres (theme.margin_y));
  adw_combo_row_set_selected (self->font_row, find_family (self, style.family));
  gtk_spin_button_set_value (self->size_spin, theme.base_size);
  adw_combo_row_set_selected (self->accent_row, find_accent (style.accent));
  /* The row takes any text that is set for one that is still to be applied. */
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->hex_row)), hex))
    gtk_editable_set_text (GTK_EDITABLE (self->hex_row), hex);
  adw_combo_row_set_selected (self->wrapping_row, style.wrapping);
  gtk_switch_set_active (self->numbers_switch, style.has_page_numbers);
  gtk_switch_set_active (self->running_switch, style.has_running_name);
  gtk_switch_set_active (self->birth_switch, style.shows_birth);
  gtk_switch_set_active (self->military_switch, style.shows_military);
  gtk_switch_set_active (self->photo_switch, style.shows_photo);
  gtk_widget_set_sensitive (GTK_WIDGET (self->photo_file_row), style.shows_photo);
  show_form_lines (self);
  show_photo (self, &style);
  gtk_widget_remove_css_class (GTK_WIDGET (self->hex_row), "error");
  self->is_filling = FALSE;
}

/* The style from the rows */

static void
read_type (MatchumLookDialog *self, MatchumPageStyle *style)
{
  const guint family = adw_combo_row_get_selected (self->font_row);
  const guint accent = adw_combo_row_get_selected (self->accent_row);

  style->family = family > 0 && family <= self->families->len
                      ? g_intern_string (((const MatchumFontFamily *) self->families->pdata[family - 1])->name)
                      : NULL;
  if (accent == 0)
    style->accent = MATCHUM_PAGE_STYLE_NO_ACCENT;
  else if (accent <= G_N_ELEMENTS (accents))
    style->accent = accents[accent - 1];
}

/* Margins and size stay the theme's own where the number is; a new theme brings its own numbers. */
static void
read_measures (MatchumLookDialog *self, MatchumPageStyle *style)
{
  MatchumPageStyle plain;
  MatchumTheme theme;

  matchum_page_style_init (&plain);
  plain.theme = style->theme;
  matchum_page_style_resolve (&plain, &theme);
  style->margin_x = read_points (self->margin_x_spin, POINTS_A_MILLIMETRE, to_millimetres (theme.margin_x));
  style->margin_y = read_points (self->margin_y_spin, POINTS_A_MILLIMETRE, to_millimetres (theme.margin_y));
  style->base_size = read_points (self->size_spin, 1, theme.base_size);
}

static void
row_changed_cb (MatchumLookDialog *self)
{
  MatchumPageStyle style;
  const char *theme;

  g_assert (MATCHUM_IS_LOOK_DIALOG (self));

  if (self->is_filling)
    return;
  style = matchum_look_get_style (self->look);
  theme = matchum_theme_get_names ()[adw_combo_row_get_selected (self->theme_row)];
  if (g_str_equal (theme, style.theme))
    read_measures (self, &style);
  style.theme = theme;
  style.paper = adw_combo_row_get_selected (self->paper_row) == 1 ? MATCHUM_PAPER_LETTER : MATCHUM_PAPER_A4;
  read_type (self, &style);
  style.wrapping = (MatchumWrapping) adw_combo_row_get_selected (self->wrapping_row);
  style.has_page_numbers = gtk_switch_get_active (self->numbers_switch);
  style.has_running_name = gtk_switch_get_active (self->running_switch);
  style.shows_birth = gtk_switch_get_active (self->birth_switch);
  style.shows_military = gtk_switch_get_active (self->military_switch);
  style.shows_photo = gtk_switch_get_active (self->photo_switch);
  matchum_look_set_style (self->look, &style);
  fill (self);
}

static void
own_changed_cb (MatchumLookDialog *self)
{
  g_assert (MATCHUM_IS_LOOK_DIALOG (self));

  if (!self->is_filling)
    matchum_look_set_own (self->look, gtk_switch_get_active (self->own_switch));
}

/* As by undo. */
static void
look_changed_cb (MatchumLookDialog *self)
{
  g_assert (MATCHUM_IS_LOOK_DIALOG (self));

  if (!self->is_filling)
    fill (self);
}

static void
hex_applied_cb (MatchumLookDialog *self)
{
  MatchumPageStyle style = matchum_look_get_style (self->look);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->hex_row))));
  g_autofree char *setting = g_strconcat ("accent=", *text != '\0' ? text : "theme", NULL);

  g_assert (MATCHUM_IS_LOOK_DIALOG (self));

  if (!matchum_page_style_set (&style, setting, NULL))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->hex_row), "error");
      return;
    }
  matchum_look_set_style (self->look, &style);
  fill (self);
}

static void
set_photo_file (MatchumLookDialog *self, const char *path)
{
  MatchumPageStyle style = matchum_look_get_style (self->look);

  style.photo_file = g_intern_string (path);
  matchum_look_set_style (self->look, &style);
  fill (self);
}

static void
photo_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumLookDialog) self = user_data;
  g_autoptr (GListModel) files = matchum_compat_open_files_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL && self->look != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    set_photo_file (self, path);
}

static void
choose_photo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_compat_open_files (GTK_WINDOW (widget), _ ("Photo for Forms"), NULL, FALSE, photo_chosen_cb,
                             g_object_ref (widget));
}

static void
reset_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumLookDialog *self = MATCHUM_LOOK_DIALOG (widget);
  MatchumPageStyle before = matchum_look_get_style (self->look);
  MatchumPageStyle style;

  matchum_page_style_init (&style);
  style.theme = before.theme;
  style.paper = before.paper;
  matchum_look_set_style (self->look, &style);
  fill (self);
}

/* Making */

static void
fill_lists (MatchumLookDialog *self)
{
  g_autoptr (GtkStringList) themes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) fonts = gtk_string_list_new (NULL);
  const char *const *names = matchum_theme_get_names ();

  self->families = matchum_font_list_new ();
  for (guint i = 0; names[i] != NULL; i++)
    gtk_string_list_append (themes, matchum_theme_get_label (names[i]));
  gtk_string_list_append (fonts, _ ("The Theme’s Own"));
  for (guint i = 0; i < self->families->len; i++)
    {
      const MatchumFontFamily *family = self->families->pdata[i];
      /* Translators: %s is a family of fonts. */
      g_autofree char *label =
          family->covers_korean ? g_strdup (family->name) : g_strdup_printf (_ ("%s (without Korean)"), family->name);

      gtk_string_list_append (fonts, label);
    }
  adw_combo_row_set_model (self->theme_row, G_LIST_MODEL (themes));
  adw_combo_row_set_model (self->font_row, G_LIST_MODEL (fonts));
}

static void
set_range (GtkSpinButton *spin, double least, double most, double step, guint digits)
{
  gtk_spin_button_configure (spin, gtk_adjustment_new (least, least, most, step, step * 5, 0), step, digits);
}

static void
connect (MatchumLookDialog *self)
{
  GtkWidget *const combos[] = { GTK_WIDGET (self->theme_row), GTK_WIDGET (self->paper_row), GTK_WIDGET (self->font_row),
                                GTK_WIDGET (self->accent_row), GTK_WIDGET (self->wrapping_row) };
  GtkSpinButton *const spins[] = { self->margin_x_spin, self->margin_y_spin, self->size_spin };
  GtkSwitch *const switches[] = { self->numbers_switch, self->running_switch, self->birth_switch, self->military_switch,
                                  self->photo_switch };

  for (gsize i = 0; i < G_N_ELEMENTS (combos); i++)
    g_signal_connect_object (combos[i], "notify::selected", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (spins); i++)
    g_signal_connect_object (spins[i], "value-changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    g_signal_connect_object (switches[i], "notify::active", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hex_row, "apply", G_CALLBACK (hex_applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->own_switch, "notify::active", G_CALLBACK (own_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->look, "notify", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
matchum_look_dialog_dispose (GObject *object)
{
  MatchumLookDialog *self = MATCHUM_LOOK_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->look);
  g_clear_pointer (&self->families, g_ptr_array_unref);

  G_OBJECT_CLASS (matchum_look_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-look-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, own_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, own_switch);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, margin_x_spin);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, margin_y_spin);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, font_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, size_spin);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, accent_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, hex_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, wrapping_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, numbers_switch);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, running_switch);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, birth_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, birth_switch);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, military_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, military_switch);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, photo_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, photo_switch);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, photo_file_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLookDialog, close_button);
}

static void
matchum_look_dialog_class_init (MatchumLookDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_look_dialog_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "look.choose-photo", NULL, choose_photo_cb);
  gtk_widget_class_install_action (widget_class, "look.reset", NULL, reset_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_look_dialog_init (MatchumLookDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_range (self->margin_x_spin, to_millimetres (MATCHUM_PAGE_STYLE_LEAST_MARGIN) + 0.1,
             to_millimetres (MATCHUM_PAGE_STYLE_LARGEST_MARGIN), 0.5, 1);
  set_range (self->margin_y_spin, to_millimetres (MATCHUM_PAGE_STYLE_LEAST_MARGIN) + 0.1,
             to_millimetres (MATCHUM_PAGE_STYLE_LARGEST_MARGIN), 0.5, 1);
  set_range (self->size_spin, MATCHUM_PAGE_STYLE_LEAST_SIZE, MATCHUM_PAGE_STYLE_LARGEST_SIZE, 0.25, 2);
}

MatchumLookDialog *
matchum_look_dialog_new (MatchumWorkspace *workspace, MatchumLook *look)
{
  MatchumLookDialog *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (MATCHUM_IS_LOOK (look), NULL);

  self = g_object_new (MATCHUM_TYPE_LOOK_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->look = g_object_ref (look);
  gtk_widget_set_visible (GTK_WIDGET (self->own_row), matchum_workspace_get_application (workspace) != NULL);
  fill_lists (self);
  fill (self);
  connect (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->theme_row));
  return self;
}

void
matchum_look_dialog_fit (MatchumLookDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_LOOK_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}
