/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes page styles as lines of key=value, and applies them to themes. */
#include "config.h"

#include "matchum-page-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

#define MAX_TEXT_BYTES (64 * 1024)
#define MAX_NAME_BYTES 200
#define MAX_PATH_BYTES 4096
#define NO_VALUE "theme"
#define POINTS_A_MILLIMETRE (72.0 / 25.4)
#define POINTS_AN_INCH 72.0

typedef struct _Setting Setting;

struct _Setting {
  const char *key;
  gsize offset; /* of the field */
  double least; /* bounds of numbers; for names, the most bytes */
  double most;
  /* Sets the field; error tells what the key takes. */
  gboolean (*read) (MatchumPageStyle *self, const Setting *setting, const char *value, GError **error);
  char *(*write) (const MatchumPageStyle *self, const Setting *setting);
};

G_DEFINE_BOXED_TYPE (MatchumPageStyle, matchum_page_style, matchum_page_style_copy, matchum_page_style_free)
G_DEFINE_QUARK (matchum - page - style - error - quark, matchum_page_style_error)

static gboolean
fail_value (GError **error, char *message)
{
  g_set_error_literal (error, MATCHUM_PAGE_STYLE_ERROR, MATCHUM_PAGE_STYLE_ERROR_BAD_VALUE, message);
  g_free (message);

  return FALSE;
}

/* --- kinds of values --- */

static gboolean
fail_choice (GError **error, const Setting *setting, const char *value, const char *const *names)
{
  g_autofree char *all = g_strjoinv (", ", (char **) names);

  /* Translators: the first two are a setting of pages and what was given for it: "paper=a5". */
  return fail_value (error,
                     g_strdup_printf (_ ("%s=%s: there is no such value; there are %s."), setting->key, value, all));
}

static gboolean
read_theme (MatchumPageStyle *self, const Setting *setting, const char *value, GError **error)
{
  const MatchumTheme *theme = matchum_theme_lookup (value);

  if (theme == NULL)
    return fail_choice (error, setting, value, matchum_theme_get_names ());
  self->theme = theme->name;

  return TRUE;
}

static char *
write_theme (const MatchumPageStyle *self, const Setting *setting)
{
  return g_strdup (self->theme);
}

static gboolean
read_paper (MatchumPageStyle *self, const Setting *setting, const char *value, GError **error)
{
  return matchum_paper_from_name (value, &self->paper)
         || fail_choice (error, setting, value, matchum_paper_get_names ());
}

static char *
write_paper (const MatchumPageStyle *self, const Setting *setting)
{
  return g_strdup (matchum_paper_get_names ()[self->paper]);
}

static const char *const wrappings[] = { "eojeol", "syllable", NULL };

static gboolean
read_wrapping (MatchumPageStyle *self, const Setting *setting, const char *value, GError **error)
{
  for (guint i = 0; wrappings[i] != NULL; i++)
    {
      if (g_str_equal (wrappings[i], value))
        {
          self->wrapping = (MatchumWrapping) i;
          return TRUE;
        }
    }

  return fail_choice (error, setting, value, wrappings);
}

static char *
write_wrapping (const MatchumPageStyle *self, const Setting *setting)
{
  return g_strdup (wrappings[self->wrapping]);
}

static double *
get_number (const MatchumPageStyle *self, const Setting *setting)
{
  return (double *) (gpointer) ((char *) self + setting->offset);
}

/* A number of points, millimetres ("12mm") or inches ("0.5in"). */
static gboolean
parse_points (const char *value, double *points)
{
  char *end = NULL;
  double number = g_ascii_strtod (value, &end);

  if (end == value || !isfinite (number))
    return FALSE;
  while (*end == ' ')
    end++;
  if (g_str_equal (end, "mm"))
    number *= POINTS_A_MILLIMETRE;
  else if (g_str_equal (end, "in"))
    number *= POINTS_AN_INCH;
  else if (*end != '\0' && !g_str_equal (end, "pt"))
    return FALSE;
  *points = number;

  return TRUE;
}

static gboolean
read_number (MatchumPageStyle *self, const Setting *setting, const char *value, GError **error)
{
  double points = 0.0;

  if (!g_str_equal (value, NO_VALUE)
      && (!parse_points (value, &points) || points < setting->least || points > setting->most))
    /* Translators: the first two are a setting of pages and what was given for it: "size=40". */
    return fail_value (error, g_strdup_printf (_ ("%s=%s: this takes points from %g to %g, or “theme”."), setting->key,
                                               value, setting->least, setting->most));
  *get_number (self, setting) = points;

  return TRUE;
}

static char *
write_number (const MatchumPageStyle *self, const Setting *setting)
{
  double points = *get_number (self, setting);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (points) || points <= 0.0)
    return g_strdup (NO_VALUE);

  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, CLAMP (points, setting->least, setting->most)));
}

static gboolean
read_accent (MatchumPageStyle *self, const Setting *setting, const char *value, GError **error)
{
  gsize n_digits = value[0] == '#' ? strspn (value + 1, "0123456789abcdefABCDEF") : 0;

  if (g_str_equal (value, NO_VALUE))
    {
      self->accent = MATCHUM_PAGE_STYLE_NO_ACCENT;
      return TRUE;
    }
  if (n_digits != 6 || value[7] != '\0')
    /* Translators: the first two are a setting of pages and what was given for it: "accent=blau". */
    return fail_value (error, g_strdup_printf (_ ("%s=%s: this takes a colour such as #1c3b6e, or “theme”."),
                                               setting->key, value));
  self->accent = (int) g_ascii_strtoull (value + 1, NULL, 16);

  return TRUE;
}

static char *
write_accent (const MatchumPageStyle *self, const Setting *setting)
{
  if (self->accent < 0)
    return g_strdup (NO_VALUE);

  return g_strdup_printf ("#%06x", (guint) self->accent & 0xffffff);
}

static const char **
get_name (const MatchumPageStyle *self, const Setting *setting)
{
  return (const char **) (gpointer) ((char *) self + setting->offset);
}

/* Names of fonts and files, which no line and no list can hold otherwise. */
static gboolean
is_name (const char *value, double most)
{
  for (const char *at = value; *at != '\0'; at++)
    {
      if (g_ascii_iscntrl (*at))
        return FALSE;
    }

  return (double) strlen (value) <= most;
}

static gboolean
read_name (MatchumPageStyle *self, const Setting *setting, const char *value, GError **error)
{
  if (!is_name (value, setting->most))
    /* Translators: a setting of pages such as "font", and a number of bytes. */
    return fail_value (error, g_strdup_printf (_ ("%s: this takes one line of at most %g bytes, or “theme”."),
                                               setting->key, setting->most));
  *get_name (self, setting) = *value == '\0' || g_str_equal (value, NO_VALUE) ? NULL : g_intern_string (value);

  return TRUE;
}

static char *
write_name (const MatchumPageStyle *self, const Setting *setting)
{
  const char *name = *get_name (self, setting);

  return g_strdup (name != NULL && is_name (name, setting->most) ? name : NO_VALUE);
}

/* A list would be taken for several families. */
static gboolean
read_family (MatchumPageStyle *self, const Setting *setting, const char *value, GError **error)
{
  if (strchr (value, ',') != NULL)
    /* Translators: the first two are a setting of pages and what was given for it: "font=A,B". */
    return fail_value (error, g_strdup_printf (_ ("%s=%s: this takes one family of fonts, without commas, or “theme”."),
                                               setting->key, value));

  return read_name (self, setting, value, error);
}

static gboolean *
get_switch (const MatchumPageStyle *self, const Setting *setting)
{
  return (gboolean *) (gpointer) ((char *) self + setting->offset);
}

static gboolean
read_switch (MatchumPageStyle *self, const Setting *setting, const char *value, GError **error)
{
  static const char *const on[] = { "on", "yes", "true", "1", NULL };
  static const char *const off[] = { "off", "no", "false", "0", NULL };
  gboolean is_on = g_strv_contains (on, value);

  if (!is_on && !g_strv_contains (off, value))
    /* Translators: the first two are a setting of pages and what was given for it: "photo=maybe". */
    return fail_value (error, g_strdup_printf (_ ("%s=%s: this takes “on” or “off”."), setting->key, value));
  *get_switch (self, setting) = is_on;

  return TRUE;
}

static char *
write_switch (const MatchumPageStyle *self, const Setting *setting)
{
  return g_strdup (*get_switch (self, setting) ? "on" : "off");
}

/* --- settings --- */

#define FIELD(name) offsetof (MatchumPageStyle, name)
#define MARGINS MATCHUM_PAGE_STYLE_LEAST_MARGIN, MATCHUM_PAGE_STYLE_LARGEST_MARGIN
#define SIZES MATCHUM_PAGE_STYLE_LEAST_SIZE, MATCHUM_PAGE_STYLE_LARGEST_SIZE

static const Setting settings[] = {
  { "theme", 0, 0, 0, read_theme, write_theme },
  { "paper", 0, 0, 0, read_paper, write_paper },
  { "margin-x", FIELD (margin_x), MARGINS, read_number, write_number },
  { "margin-y", FIELD (margin_y), MARGINS, read_number, write_number },
  { "size", FIELD (base_size), SIZES, read_number, write_number },
  { "accent", 0, 0, 0, read_accent, write_accent },
  { "font", FIELD (family), 0, MAX_NAME_BYTES, read_family, write_name },
  { "wrapping", 0, 0, 0, read_wrapping, write_wrapping },
  { "page-numbers", FIELD (has_page_numbers), 0, 0, read_switch, write_switch },
  { "running-name", FIELD (has_running_name), 0, 0, read_switch, write_switch },
  { "photo", FIELD (shows_photo), 0, 0, read_switch, write_switch },
  { "birth", FIELD (shows_birth), 0, 0, read_switch, write_switch },
  { "military", FIELD (shows_military), 0, 0, read_switch, write_switch },
  { "photo-file", FIELD (photo_file), 0, MAX_PATH_BYTES, read_name, write_name },
};

const char *const *
matchum_page_style_get_keys (void)
{
  static const char *keys[G_N_ELEMENTS (settings) + 1];
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
        keys[i] = settings[i].key;
      g_once_init_leave (&is_made, 1);
    }

  return keys;
}

void
matchum_page_style_init (MatchumPageStyle *self)
{
  g_return_if_fail (self != NULL);

  *self = (MatchumPageStyle){
    .theme = matchum_theme_get_names ()[0],
    .paper = MATCHUM_PAPER_A4,
    .accent = MATCHUM_PAGE_STYLE_NO_ACCENT,
    .wrapping = MATCHUM_WRAPPING_EOJEOL,
    .has_page_numbers = TRUE,
    .has_running_name = TRUE,
  };
}

MatchumPageStyle *
matchum_page_style_copy (const MatchumPageStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

void
matchum_page_style_free (MatchumPageStyle *self)
{
  g_free (self);
}

gboolean
matchum_page_style_equal (const MatchumPageStyle *self, const MatchumPageStyle *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = settings[i].write (self, &settings[i]);
      g_autofree char *other_value = settings[i].write (other, &settings[i]);

      if (!g_str_equal (value, other_value))
        return FALSE;
    }

  return TRUE;
}

static const Setting *
find_setting (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      if (g_str_equal (settings[i].key, key))
        return &settings[i];
    }

  return NULL;
}

gboolean
matchum_page_style_set (MatchumPageStyle *self, const char *text, GError **error)
{
  const char *sign;
  const Setting *setting;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  sign = strchr (text, '=');
  if (sign == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      g_set_error (error, MATCHUM_PAGE_STYLE_ERROR, MATCHUM_PAGE_STYLE_ERROR_SYNTAX,
                   _ ("“%s” is no setting of pages. Write KEY=VALUE, for example size=10."), valid);
      return FALSE;
    }
  key = g_strstrip (g_strndup (text, (gsize) (sign - text)));
  value = g_strstrip (g_strdup (sign + 1));
  setting = find_setting (key);
  if (setting == NULL)
    {
      g_autofree char *all = g_strjoinv (", ", (char **) matchum_page_style_get_keys ());

      g_set_error (error, MATCHUM_PAGE_STYLE_ERROR, MATCHUM_PAGE_STYLE_ERROR_UNKNOWN_KEY,
                   _ ("Pages have no setting “%s”; there are %s."), key, all);
      return FALSE;
    }

  return setting->read (self, setting, value, error);
}

char *
matchum_page_style_to_string (const MatchumPageStyle *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MatchumPageStyle plain;

  g_return_val_if_fail (self != NULL, NULL);

  matchum_page_style_init (&plain);
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = settings[i].write (self, &settings[i]);
      g_autofree char *plain_value = settings[i].write (&plain, &settings[i]);

      if (!g_str_equal (value, plain_value))
        g_string_append_printf (text, "%s=%s\n", settings[i].key, value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
matchum_page_style_from_string (MatchumPageStyle *self, const char *text, GError **error)
{
  g_auto (GStrv) lines = NULL;
  MatchumPageStyle read;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (strnlen (text, MAX_TEXT_BYTES) == MAX_TEXT_BYTES)
    {
      g_set_error_literal (error, MATCHUM_PAGE_STYLE_ERROR, MATCHUM_PAGE_STYLE_ERROR_SYNTAX,
                           _ ("This is too long to be settings of pages."));
      return FALSE;
    }
  matchum_page_style_init (&read);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0' && !matchum_page_style_set (&read, lines[i], error))
        return FALSE;
    }
  *self = read;

  return TRUE;
}

/* --- applying --- */

static void
set_points (double *field, double points, double least, double most)
{
  if (isfinite (points) && points > 0.0)
    *field = CLAMP (points, least, most);
}

/* Sizes and the white space around them keep their proportions. */
static void
scale_type (MatchumTheme *theme, double size)
{
  double *const fields[] = { &theme->base_size,     &theme->name_size,   &theme->contact_size, &theme->section_size,
                             &theme->entry_size,    &theme->section_gap, &theme->entry_gap,    &theme->item_gap,
                             &theme->paragraph_gap, &theme->column };
  double before = theme->base_size;
  double after = before;

  set_points (&after, size, SIZES);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i] *= after / before;
}

void
matchum_page_style_resolve (const MatchumPageStyle *self, MatchumTheme *theme)
{
  const MatchumTheme *known;

  g_return_if_fail (self != NULL);
  g_return_if_fail (theme != NULL);

  known = self->theme != NULL ? matchum_theme_lookup (self->theme) : NULL;
  *theme = known != NULL ? *known : *matchum_theme_lookup (matchum_theme_get_names ()[0]);
  set_points (&theme->margin_x, self->margin_x, MARGINS);
  set_points (&theme->margin_y, self->margin_y, MARGINS);
  scale_type (theme, self->base_size);
  for (guint i = 0; i < 3 && self->accent >= 0; i++)
    theme->palette.rgb[MATCHUM_INK_ACCENT][i] = (self->accent >> (16 - 8 * i) & 0xff) / 255.0;
  if (self->family != NULL)
    theme->family = self->family;
  theme->wrapping = self->wrapping;
  theme->has_photo = self->shows_photo && self->photo != NULL;
  theme->shows_birth = self->shows_birth;
  theme->shows_military = self->shows_military;
}
