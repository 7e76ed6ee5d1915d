/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knows bullets by their characters, those of symbol fonts in the private use area among them. */
#include "config.h"

#include "import/matchum-bullet.h"

#include <string.h>

/* Those that are letters or marks elsewhere too count only with a blank behind them. */
static const gunichar signs[] = {
  0x2022, 0x2023, 0x2043, 0x2219, 0x25a0, 0x25a1, 0x25aa, 0x25ab, 0x25b6, 0x25b8, 0x25ba, 0x25c6, 0x25c7, 0x25cb,
  0x25cf, 0x25d8, 0x25e6, 0x2605, 0x2606, 0x2610, 0x2611, 0x2612, 0x2713, 0x2714, 0x2726, 0x2727, 0x2756, 0x27a2,
  0x27a4, 0x29bf, 0x2b25, 0x2bc0, 0xf02d, 0xf06c, 0xf06e, 0xf076, 0xf09f, 0xf0a7, 0xf0a8, 0xf0b7, 0xf0d8, 0xf0fc,
};
static const gunichar weak_signs[] = { '-',    '*',    '+',    0xb7,   0x2010, 0x2011, 0x2012,
                                       0x2013, 0x2014, 0x2015, 0x2212, 0x30fb, 0x318d, 'o' };

static gboolean
holds (const gunichar *list, gsize n, gunichar c)
{
  for (gsize i = 0; i < n; i++)
    if (list[i] == c)
      return TRUE;
  return FALSE;
}

gboolean
matchum_bullet_is_sign (gunichar c)
{
  return holds (signs, G_N_ELEMENTS (signs), c);
}

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && *text != '\n' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

gsize
matchum_bullet_measure (const char *text)
{
  const char *sign;
  const char *words;
  gunichar c;

  g_return_val_if_fail (text != NULL, 0);

  sign = skip_blanks (text);
  if (*sign == '\0')
    return 0;
  c = g_utf8_get_char (sign);
  words = skip_blanks (g_utf8_next_char (sign));
  if (*words == '\0' || *words == '\n')
    return 0;
  if (matchum_bullet_is_sign (c)
      || (holds (weak_signs, G_N_ELEMENTS (weak_signs), c) && words > g_utf8_next_char (sign)))
    return (gsize) (words - text);
  return 0;
}

/* Signs with a blank behind them, at the start of the text or after a blank. */
static guint
count_signs (const char *text)
{
  guint n = 0;
  gunichar last = ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n += matchum_bullet_is_sign (c) && g_unichar_isspace (last) && p[0] != '\0'
           && g_unichar_isspace (g_utf8_get_char (g_utf8_next_char (p)));
      last = c;
    }
  return n;
}

static void
break_line (GString *out, const char *line)
{
  const gboolean is_list = count_signs (line) >= 2;
  gunichar last = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_list && matchum_bullet_is_sign (c) && last != 0 && g_unichar_isspace (last)
          && g_unichar_isspace (g_utf8_get_char (g_utf8_next_char (p))))
        g_string_append_c (out, '\n');
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      last = c;
    }
}

char *
matchum_bullet_break_lines (const char *text)
{
  g_auto (GStrv) lines = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  out = g_string_sized_new (strlen (text));
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      break_line (out, lines[i]);
    }
  return g_string_free (out, FALSE);
}
