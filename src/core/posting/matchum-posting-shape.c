/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the physical lines of a posting: indentation, bullet, Markdown marks, label. One pass, no line is looked at
 * for longer than it is. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-posting-shape.h"

#include <string.h>

/* Lines with words beyond these are no posting any more; they stay in the source and are not read. */
#define MAX_LINES 100000
/* A label ("우대사항: …") is at most this long, in bytes. */
#define MAX_LABEL 60

typedef struct {
  const char *text;
  const char *end;
} Cursor;

static inline gunichar
peek (const Cursor *cursor)
{
  if (cursor->text >= cursor->end)
    return 0;
  return (guchar) *cursor->text < 0x80 ? (guchar) *cursor->text : g_utf8_get_char (cursor->text);
}

static void
advance (Cursor *cursor)
{
  cursor->text = g_utf8_next_char (cursor->text);
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == 0x00a0 || c == 0x3000 || c == 0x200b
         || c == 0x200c || c == 0xfeff || c == 0x2060 || (c >= 0x2000 && c <= 0x200a) || c == 0x3164;
}

static guint
skip_blanks (Cursor *cursor, guint column)
{
  for (gunichar c = peek (cursor); cursor->text < cursor->end && is_blank (c); c = peek (cursor))
    {
      column = c == '\t' ? (column / 4 + 1) * 4 : column + (c == 0x3000 ? 2 : c == 0x200b || c == 0xfeff ? 0 : 1);
      advance (cursor);
    }
  return column;
}

static gboolean
is_selector (gunichar c)
{
  return c == 0xfe0e || c == 0xfe0f || c == 0x200d || (c >= 0x1f3fb && c <= 0x1f3ff) || c == 0x20e3;
}

/* Pictures, but for those that people use as plain bullets. */
static gboolean
is_emoji (gunichar c)
{
  static const gunichar bullets[] = { 0x2605,  0x2606,  0x2611,  0x2666,  0x2705, 0x2713, 0x2714,
                                      0x2726,  0x2727,  0x2756,  0x2794,  0x27a1, 0x27a2, 0x27a4,
                                      0x1f449, 0x1f538, 0x1f539, 0x1f536, 0x1f537 };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (c == bullets[i])
        return FALSE;
    }
  return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf) || (c >= 0x2b00 && c <= 0x2bff)
         || (c >= 0x2300 && c <= 0x23ff);
}

static gboolean
is_symbol (gunichar c)
{
  if (c < 0x80)
    return FALSE;
  if (c == 0x00b7 || c == 0x2022 || c == 0x2023 || c == 0x2027 || c == 0x2043 || c == 0x2219 || c == 0x30fb
      || c == 0x318d || c == 0xff65 || c == 0x203b || c == 0x22c5)
    return TRUE;
  if (c == 0x00a9 || c == 0x00ae || c == 0x2122 || c == 0x00b0 || (c >= 0x3200 && c <= 0x33ff)
      || (c >= 0x2100 && c <= 0x214f))
    return FALSE;
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_OTHER_SYMBOL:
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_PRIVATE_USE:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212
         || c == 0xff0d;
}

static gboolean
take (Cursor *cursor, gunichar c)
{
  if (peek (cursor) != c)
    return FALSE;
  advance (cursor);
  return TRUE;
}

static guint
take_number (Cursor *cursor)
{
  guint number = 0;
  guint digits = 0;

  while (digits < 3 && peek (cursor) < 0x80 && g_ascii_isdigit ((char) peek (cursor)))
    {
      number = number * 10 + (peek (cursor) - '0');
      digits++;
      advance (cursor);
    }
  return digits > 0 && digits < 3 ? number : 0;
}

/* "1.2 ", "3.1.4. "; not "2.5 years", "3.5 년" */
static gboolean
take_dotted_number (Cursor *cursor, MatchumLineShape *shape)
{
  static const char *const units[] = {
    "year", "yr", "month", "hour", "년", "개월", "배", "점", "만", "억", "시간", "%"
  };
  Cursor at = *cursor;
  const char *end;
  guint parts = 1;

  if (take_number (&at) == 0)
    return FALSE;
  while (take (&at, '.') && take_number (&at) != 0)
    parts++;
  if (parts < 2 || parts > 4 || !is_blank (peek (&at)))
    return FALSE;
  end = at.text;
  skip_blanks (&at, 0);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize n = strlen (units[i]);

      if ((gsize) (at.end - at.text) >= n && memcmp (at.text, units[i], n) == 0)
        return FALSE;
    }
  cursor->text = end;
  shape->style = MATCHUM_STYLE_NUMBER_DOTTED;
  return TRUE;
}

/* "1.", "1)", "(1)"; not the beginning of "3.5년" or "2025." */
static gboolean
take_numbering (Cursor *cursor, MatchumLineShape *shape)
{
  Cursor at = *cursor;
  gboolean in_brackets = take (&at, '(');
  guint number = take_number (&at);
  gunichar next;

  if (number == 0)
    return FALSE;
  if (in_brackets ? !take (&at, ')') : FALSE)
    return FALSE;
  if (in_brackets)
    shape->style = MATCHUM_STYLE_PAREN_NUMBER;
  else if (take (&at, '.'))
    shape->style = MATCHUM_STYLE_NUMBER;
  else if (take (&at, ')'))
    shape->style = MATCHUM_STYLE_NUMBER_PAREN;
  else
    return FALSE;
  next = peek (&at);
  if (next == 0 || (next < 0x80 && !is_blank (next) && !g_ascii_isalpha ((char) next) && next != '*' && next != '['))
    return FALSE;
  shape->number = (guint16) number;
  *cursor = at;
  return TRUE;
}

/* "가.", "a)" */
static gboolean
take_lettering (Cursor *cursor, MatchumLineShape *shape)
{
  static const char *const order = "가나다라마바사아자차카타파하";
  Cursor at = *cursor;
  gunichar c = peek (&at);
  gboolean is_letter = (c >= 'a' && c <= 'z') || (c >= 0xac00 && g_utf8_strchr (order, -1, c) != NULL);

  if (!is_letter)
    return FALSE;
  advance (&at);
  if (take (&at, ')'))
    shape->style = MATCHUM_STYLE_LETTER_PAREN;
  else if (take (&at, '.'))
    shape->style = MATCHUM_STYLE_LETTER;
  else
    return FALSE;
  if (!is_blank (peek (&at)))
    return FALSE;
  *cursor = at;
  return TRUE;
}

static gboolean
take_symbol (Cursor *cursor, MatchumLineShape *shape)
{
  gunichar c = peek (cursor);

  if (c >= 0x2460 && c <= 0x24ff)
    shape->style = MATCHUM_STYLE_CIRCLED;
  else if (is_emoji (c))
    shape->style = MATCHUM_STYLE_EMOJI;
  else if (is_symbol (c))
    shape->style = c;
  else
    return FALSE;
  advance (cursor);
  while (cursor->text < cursor->end
         && (is_selector (peek (cursor)) || (shape->style == MATCHUM_STYLE_EMOJI && is_emoji (peek (cursor)))))
    advance (cursor);
  return TRUE;
}

/* "- ", "* ", "+ ", "-파이썬", "\- ", and the round letters ㅇ and o of typewriters. */
static gboolean
take_plain_bullet (Cursor *cursor, MatchumLineShape *shape)
{
  Cursor at = *cursor;
  gboolean is_escaped = take (&at, '\\');
  gunichar c = peek (&at);
  gunichar next;

  if (c == 0)
    return FALSE;
  advance (&at);
  next = peek (&at);
  if (is_dash (c))
    {
      if (next == 0 || is_dash (next) || (next < 0x80 && (g_ascii_isdigit ((char) next) || next == '>')))
        return FALSE;
      c = '-';
    }
  else if (c == '*')
    {
      if (!is_blank (next) && (next == 0 || next == '*' || memchr (at.text, '*', (gsize) (at.end - at.text)) != NULL))
        return FALSE;
    }
  else if (c == '+' || c == 'o' || c == 0x3147 || c == 0x3141 || c == 0x03bf)
    {
      if (is_escaped || !is_blank (next))
        return FALSE;
    }
  else
    return FALSE;
  shape->style = c;
  *cursor = at;
  return TRUE;
}

static void
take_task_box (Cursor *cursor)
{
  const char *at = cursor->text;

  if (cursor->end - at > 3 && at[0] == '[' && (at[1] == ' ' || at[1] == 'x' || at[1] == 'X') && at[2] == ']'
      && at[3] == ' ')
    cursor->text += 3;
}

static void
take_bullet (Cursor *cursor, MatchumLineShape *shape, const char *text, guint *column)
{
  const char *start = cursor->text;

  if (!take_dotted_number (cursor, shape) && !take_numbering (cursor, shape) && !take_lettering (cursor, shape)
      && !take_plain_bullet (cursor, shape) && !take_symbol (cursor, shape))
    return;
  shape->bullet = MATCHUM_SPAN ((gsize) (start - text), (gsize) (cursor->text - text));
  *column = skip_blanks (cursor, *column + (guint) g_utf8_strlen (start, cursor->text - start));
  if (shape->style == '-' || shape->style == '*')
    {
      const char *box = cursor->text;

      take_task_box (cursor);
      if (cursor->text != box)
        {
          shape->bullet.end = (gsize) (cursor->text - text);
          *column = skip_blanks (cursor, *column + 3);
        }
    }
}

static void
trim_end (Cursor *cursor)
{
  while (cursor->end > cursor->text)
    {
      const char *last = g_utf8_prev_char (cursor->end);

      if (last < cursor->text || !is_blank (g_utf8_get_char (last)))
        return;
      cursor->end = last;
    }
}

/* "## 자격요건", and "##자격요건" as well; one # without a space is a tag. */
static gboolean
take_hashes (Cursor *cursor, MatchumLineShape *shape)
{
  const char *at = cursor->text;
  guint level = 0;

  while (at < cursor->end && *at == '#')
    {
      at++;
      level++;
    }
  if (level == 0 || level > 6 || at == cursor->end || (*at != ' ' && *at != '\t' && level == 1))
    return FALSE;
  cursor->text = at;
  skip_blanks (cursor, 0);
  while (cursor->end > cursor->text && cursor->end[-1] == '#')
    cursor->end--;
  trim_end (cursor);
  shape->style = MATCHUM_STYLE_ATX;
  shape->level = (guint16) level;
  return TRUE;
}

static gboolean
has_word (const char *text, const char *end)
{
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c))
        return TRUE;
    }
  return FALSE;
}

/* How many bytes have their uppermost bit set; no other bit is. */
static guint
count_bytes (guint64 bits)
{
  return (guint) ((bits >> 7) * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
}

/* Columns of eight bytes: one for each that begins a character, another for each from 0xe1 on. */
static guint
measure_eight (const char *text)
{
  const guint64 tops = G_GUINT64_CONSTANT (0x8080808080808080);
  guint64 bytes;
  guint64 inner, wide;

  memcpy (&bytes, text, sizeof bytes);
  inner = bytes & ~(bytes << 1) & tops;
  wide = bytes & bytes << 1 & bytes << 2 & tops
         & ((bytes & G_GUINT64_CONSTANT (0x1f1f1f1f1f1f1f1f)) + G_GUINT64_CONSTANT (0x7f7f7f7f7f7f7f7f));
  return 8 - count_bytes (inner) + count_bytes (wide);
}

static guint
measure (const char *text, const char *end)
{
  guint width = 0;

  for (; end - text >= 8; text += 8)
    width += measure_eight (text);
  for (const char *p = text; p < end; p++)
    width += (guint) ((*p & 0xc0) != 0x80) + (guint) ((guchar) *p >= 0xe1);
  return width;
}

static inline gsize
get_colon (const char *text, const char *end)
{
  if (text < end && *text == ':')
    return 1;
  return end - text >= 3 && *text == '\xef' && memcmp (text, "：", 3) == 0 ? 3 : 0;
}

static gboolean
ends_with_colon (Cursor words)
{
  if (words.end > words.text && words.end[-1] == ':')
    return TRUE;
  return words.end - words.text >= 3 && memcmp (words.end - 3, "：", 3) == 0;
}

/* "**자격요건**", "**자격요건:**", "__자격요건__:" */
static gboolean
strip_bold (Cursor *words)
{
  Cursor inner = *words;
  const char *mark = words->text;
  const char *closing;

  if (ends_with_colon (inner))
    inner.end -= inner.end[-1] == ':' ? 1 : 3;
  trim_end (&inner);
  if (inner.end - inner.text < 5 || (memcmp (mark, "**", 2) != 0 && memcmp (mark, "__", 2) != 0))
    return FALSE;
  closing = memmem (mark + 2, (gsize) (inner.end - mark) - 2, mark, 2);
  if (closing == NULL || (closing + 2 != inner.end && closing + 3 != inner.end))
    return FALSE;
  words->text = mark + 2;
  words->end = closing;
  return TRUE;
}

static const char *
get_closing (const char *text, const char *end)
{
  static const char *const pairs[] = { "[]",   "()",   "<>",   "【】", "〈〉", "《》",
                                       "「」", "『』", "〔〕", "≪≫",   "＜＞", "［］" };

  if (text == end || (*text != '[' && *text != '(' && *text != '<' && (guchar) *text < 0xe2))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize n = (gsize) (g_utf8_next_char (pairs[i]) - pairs[i]);

      if ((gsize) (end - text) > n && memcmp (text, pairs[i], n) == 0)
        return pairs[i] + n;
    }
  return NULL;
}

/* Where the bracket that words begin with closes, or NULL. */
static const char *
find_closing (Cursor words)
{
  const char *closing = get_closing (words.text, words.end);

  return closing != NULL ? memmem (words.text, (gsize) (words.end - words.text), closing, strlen (closing)) : NULL;
}

/* "(주)", "(유)": part of a company's name. */
static gboolean
is_legal_form (const char *inner, const char *closing)
{
  static const char *const forms[] = { "주", "유", "재", "사", "의" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if ((gsize) (closing - inner) == strlen (forms[i]) && memcmp (inner, forms[i], strlen (forms[i])) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
note_brackets (Cursor words, MatchumLineShape *shape, const char *text)
{
  const char *closing = find_closing (words);
  Cursor value = words;
  const char *inner;

  if (closing == NULL)
    return;
  inner = g_utf8_next_char (words.text);
  value.text = g_utf8_next_char (closing);
  skip_blanks (&value, 0);
  value.text += get_colon (value.text, value.end);
  skip_blanks (&value, 0);
  if (value.text == value.end)
    shape->is_bracketed = has_word (inner, closing);
  else if (closing - inner <= MAX_LABEL && *value.text != '(' && !is_legal_form (inner, closing))
    {
      shape->label = MATCHUM_SPAN ((gsize) (inner - text), (gsize) (closing - text));
      shape->value = MATCHUM_SPAN ((gsize) (value.text - text), (gsize) (words.end - text));
    }
}

/* "우대사항: Spark", "**회사**: 당근", a cell and its neighbour */
static void
note_label (Cursor words, MatchumLineShape *shape, const char *text)
{
  Cursor label = words;
  Cursor value = words;
  gsize width = 0;

  for (; value.text < value.end && value.text - words.text <= MAX_LABEL; value.text = g_utf8_next_char (value.text))
    {
      width = get_colon (value.text, value.end);
      if (width == 0 && *value.text == '\t')
        width = 1;
      if (width > 0)
        break;
    }
  if (width == 0)
    return;
  label.end = value.text;
  value.text += width;
  trim_end (&label);
  if (label.end - label.text > 2 && (memcmp (label.text, "**", 2) == 0 || memcmp (label.text, "__", 2) == 0))
    {
      if (value.end - value.text >= 2 && memcmp (value.text, label.text, 2) == 0)
        value.text += 2;
      else if (label.end - label.text > 4 && memcmp (label.end - 2, label.text, 2) == 0)
        label.end -= 2;
      label.text += 2;
      trim_end (&label);
    }
  skip_blanks (&value, 0);
  if (label.text >= label.end || value.text >= value.end || *value.text == '/' || !has_word (value.text, value.end))
    return;
  shape->label = MATCHUM_SPAN ((gsize) (label.text - text), (gsize) (label.end - text));
  shape->value = MATCHUM_SPAN ((gsize) (value.text - text), (gsize) (value.end - text));
}

/* "| 자격요건 | Python 3년 이상 |" */
static void
enter_table_row (Cursor *words, MatchumLineShape *shape, const char *text)
{
  const char *bar;
  Cursor label = *words;
  Cursor value;

  label.text++;
  while (label.end > label.text && (label.end[-1] == '|' || label.end[-1] == ' '))
    label.end--;
  skip_blanks (&label, 0);
  *words = label;
  bar = memchr (label.text, '|', (gsize) (label.end - label.text));
  if (bar == NULL)
    return;
  value = label;
  value.text = bar + 1;
  label.end = bar;
  trim_end (&label);
  skip_blanks (&value, 0);
  strip_bold (&label);
  if (label.text < label.end && value.text < value.end)
    {
      shape->label = MATCHUM_SPAN ((gsize) (label.text - text), (gsize) (label.end - text));
      shape->value = MATCHUM_SPAN ((gsize) (value.text - text), (gsize) (value.end - text));
    }
}

static void
note_words (Cursor words, MatchumLineShape *shape, const char *text)
{
  Cursor inner = words;

  shape->ends_colon = ends_with_colon (words);
  shape->is_bold = strip_bold (&inner);
  note_brackets (inner, shape, text);
  if (matchum_span_is_empty (shape->label) && !shape->is_bracketed && !shape->is_bold)
    note_label (words, shape, text);
}

static gboolean
is_fence (Cursor words)
{
  return words.end - words.text >= 3 && (memcmp (words.text, "```", 3) == 0 || memcmp (words.text, "~~~", 3) == 0);
}

/* What lists are made with, in Markdown and in most texts. */
static gboolean
is_list_style (guint32 style)
{
  return style == '-' || style == '*' || style == '+' || style == 0x2022 || style == 0x00b7
         || style == MATCHUM_STYLE_NUMBER || style == MATCHUM_STYLE_NUMBER_PAREN;
}

/* Fills shape from one line; FALSE where the line is blank. */
static gboolean
scan_line (const char *text, MatchumSpan span, MatchumLineShape *shape)
{
  Cursor cursor = { text + span.start, text + span.end };
  guint column = skip_blanks (&cursor, 0);
  gboolean is_quote = FALSE;

  trim_end (&cursor);
  while (cursor.text < cursor.end && *cursor.text == '>')
    {
      is_quote = TRUE;
      cursor.text++;
      column = skip_blanks (&cursor, column + 1);
    }
  if (cursor.text >= cursor.end)
    return FALSE;
  shape->indent = column;
  shape->role = MATCHUM_ROLE_TEXT;
  if (!has_word (cursor.text, cursor.end) || is_fence (cursor))
    shape->role = MATCHUM_ROLE_RULE;
  else if (*cursor.text == '|')
    enter_table_row (&cursor, shape, text);
  else if (!take_hashes (&cursor, shape))
    take_bullet (&cursor, shape, text, &column);
  shape->hang = column;
  shape->words = MATCHUM_SPAN ((gsize) (cursor.text - text), (gsize) (cursor.end - text));
  shape->width = measure (cursor.text, cursor.end);
  if (shape->role != MATCHUM_ROLE_RULE && matchum_span_is_empty (shape->label))
    note_words (cursor, shape, text);
  if (shape->role == MATCHUM_ROLE_TEXT && is_quote && !is_list_style (shape->style))
    shape->role = MATCHUM_ROLE_QUOTE;
  else if (shape->role == MATCHUM_ROLE_TEXT && matchum_line_shape_is_bullet (shape))
    shape->role = shape->style == 0x203b ? MATCHUM_ROLE_NOTE : MATCHUM_ROLE_ITEM;
  return TRUE;
}

/* The first picture of a bullet. */
static gunichar
get_picture (const char *text, const MatchumLineShape *shape)
{
  return shape->style == MATCHUM_STYLE_EMOJI ? g_utf8_get_char (text + shape->bullet.start) : 0;
}

/* Pictures stand before headings; one that two lines in a row carry is a bullet like any other. */
static void
find_picture_bullets (const char *text, GArray *shapes)
{
  g_autoptr (GHashTable) bullets = g_hash_table_new (NULL, NULL);
  gunichar before = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      gunichar picture = get_picture (text, &g_array_index (shapes, MatchumLineShape, i));

      if (picture != 0 && picture == before)
        g_hash_table_add (bullets, GUINT_TO_POINTER (picture));
      before = picture;
    }
  if (g_hash_table_size (bullets) == 0)
    return;
  for (guint i = 0; i < shapes->len; i++)
    {
      MatchumLineShape *shape = &g_array_index (shapes, MatchumLineShape, i);
      gunichar picture = get_picture (text, shape);

      if (picture != 0 && g_hash_table_contains (bullets, GUINT_TO_POINTER (picture)))
        shape->style = picture;
    }
}

/* A line of = or - right under a short line makes a heading of it. */
static gboolean
is_underline (const char *text, const MatchumLineShape *line, const MatchumLineShape *above)
{
  char c;

  if (line->role != MATCHUM_ROLE_RULE || line->blanks > 0 || above->role != MATCHUM_ROLE_TEXT || above->width > 60)
    return FALSE;
  c = text[line->words.start];
  if ((c != '=' && c != '-') || matchum_span_get_length (line->words) < 3)
    return FALSE;
  for (gsize i = line->words.start; i < line->words.end; i++)
    {
      if (text[i] != c)
        return FALSE;
    }
  return TRUE;
}

static void
clear_shape (gpointer shape)
{
  g_free (((MatchumLineShape *) shape)->folded);
}

GArray *
matchum_line_shape_scan (MatchumSource *source, gsize offset)
{
  const char *text = matchum_source_get_text (source);
  guint n_lines = matchum_source_get_n_lines (source);
  GArray *shapes = g_array_new (FALSE, TRUE, sizeof (MatchumLineShape));
  guint first = offset > 0 ? matchum_source_get_line_at (source, offset - 1) + 1 : 1;
  guint blanks = 0;

  g_array_set_clear_func (shapes, clear_shape);
  for (guint line = first; line <= n_lines && shapes->len < MAX_LINES; line++)
    {
      MatchumLineShape shape = { .line = line, .blanks = blanks };

      if (!scan_line (text, matchum_source_get_line_span (source, line), &shape))
        {
          blanks++;
          continue;
        }
      blanks = 0;
      if (shapes->len > 0)
        {
          MatchumLineShape *above = &g_array_index (shapes, MatchumLineShape, shapes->len - 1);

          if (is_underline (text, &shape, above))
            {
              above->style = MATCHUM_STYLE_ATX;
              above->level = text[shape.words.start] == '=' ? 1 : 2;
            }
        }
      g_array_append_val (shapes, shape);
    }
  find_picture_bullets (text, shapes);
  return shapes;
}

/* Whether a bullet or a number stands before its words. */
gboolean
matchum_line_shape_is_bullet (const MatchumLineShape *shape)
{
  return !matchum_span_is_empty (shape->bullet);
}
