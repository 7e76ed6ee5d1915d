/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes out of a text what nobody sees and readers stumble on. */
#include "config.h"

#include "text/matchum-clean-text.h"

#define TAB_WIDTH 4
/* White space that holds words together is a space to the reader, and a no-break space to the line breaker. */
#define NO_BREAK_SPACE 0x00a0
/* Characters that are composed at a time. */
#define LEAST_PIECE 64
#define MAX_PIECE 2048

/* Characters that are never seen but would break words for a search, or put words where nobody sees them. */
static gboolean
is_unwanted (gunichar c)
{
  if (c == '\n' || c == '\t')
    return FALSE;
  if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x00ad || c == 0xfeff || c == 0x200b || c == 0x034f || c == 0x061c)
    return TRUE;
  if ((c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f))
    return TRUE;
  if (c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || (c >= 0x17b4 && c <= 0x17b5) || c == 0x180e)
    return TRUE;

  return (c >= 0xfff0 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE
         || g_unichar_type (c) == G_UNICODE_UNASSIGNED || g_unichar_type (c) == G_UNICODE_SURROGATE;
}

static gboolean
is_plain_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == 0x2028 || c == 0x2029
         || (c != NO_BREAK_SPACE && c != 0x202f && g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR);
}

static void
append_space (GString *string, gunichar c, gboolean keeps_space)
{
  gboolean is_line = c == '\n' || c == 0x2028 || c == 0x2029;
  char last = string->len > 0 ? string->str[string->len - 1] : '\n';

  if (keeps_space)
    {
      for (int i = 0; i < (c == '\t' ? TAB_WIDTH : 1); i++)
        g_string_append_c (string, is_line ? '\n' : ' ');
    }
  else if (is_line && last == ' ')
    string->str[string->len - 1] = '\n';
  else if (last != ' ' && last != '\n')
    g_string_append_c (string, is_line ? '\n' : ' ');
}

/* Letters that were joined by hand can be searched by nobody. */
static const char *
get_letters (gunichar c)
{
  static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  return c >= 0xfb00 && c <= 0xfb06 ? ligatures[c - 0xfb00] : NULL;
}

/* Whether c can't be composed with what stands before it. */
static gboolean
starts_afresh (gunichar c)
{
  return c < 0x80 || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
}

/* GLib takes time that grows with the square of the length of Hangul, so texts are composed piece by piece. */
static gsize
get_piece_length (const char *text, gsize length)
{
  const char *end = text + length;
  const char *at = text;

  for (guint n = 0; at < end; n++, at = g_utf8_next_char (at))
    {
      if (n >= MAX_PIECE || (n >= LEAST_PIECE && starts_afresh (g_utf8_get_char (at))))
        break;
    }

  return MIN ((gsize) (at - text), length);
}

static void
clean_piece (const char *text, gsize length, gboolean keeps_space, GString *string)
{
  g_autofree char *composed = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_NFC);

  if (composed == NULL)
    composed = g_utf8_make_valid (text, (gssize) length);
  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_plain_space (c))
        append_space (string, c, keeps_space);
      else if (c == NO_BREAK_SPACE || c == 0x202f)
        g_string_append_unichar (string, NO_BREAK_SPACE);
      else if (get_letters (c) != NULL)
        g_string_append (string, get_letters (c));
      else if (!is_unwanted (c))
        g_string_append_unichar (string, c);
    }
}

void
matchum_clean_text_append (GString *string, const char *text, gsize length, gboolean keeps_space)
{
  g_return_if_fail (string != NULL);
  g_return_if_fail (text != NULL || length == 0);

  while (length > 0)
    {
      gsize piece = get_piece_length (text, length);

      clean_piece (text, piece, keeps_space, string);
      text += piece;
      length -= piece;
    }
}
