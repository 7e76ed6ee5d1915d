/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes text ready for print: what is drawn is what a reader, a search and a tracking system find in the file. */
#include "config.h"

#include "matchum-print-text.h"

#include <string.h>

#include "matchum-web-address.h"

#define TAB_WIDTH 4
/* White space that holds words together is a space to the reader, and a no-break space to the line breaker. */
#define NO_BREAK_SPACE 0x00a0
/* Longer blocks are no resume's; they lose their bold and italics, so that no time is lost on hostile ones. */
#define MAX_MARKED_BYTES (256 * 1024)
/* Nor are addresses looked for in a text with more links than this. */
#define MAX_LINKS 500
/* Characters that are composed at a time. */
#define LEAST_PIECE 64
#define MAX_PIECE 2048

struct _MatchumPrintText {
  GString *text;
  GPtrArray *marks;
};

/* --- cleaning --- */

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
matchum_print_text_clean (const char *text, gsize length, gboolean keeps_space, GString *string)
{
  g_return_if_fail (text != NULL || length == 0);
  g_return_if_fail (string != NULL);

  while (length > 0)
    {
      gsize piece = get_piece_length (text, length);

      clean_piece (text, piece, keeps_space, string);
      text += piece;
      length -= piece;
    }
}

/* --- building --- */

static void
mark_free (gpointer data)
{
  MatchumMark *mark = data;

  g_free (mark->url);
  g_free (mark);
}

static void
print_text_clear (gpointer data)
{
  MatchumPrintText *self = data;

  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->marks);
}

MatchumPrintText *
matchum_print_text_new (void)
{
  MatchumPrintText *self = g_rc_box_new0 (MatchumPrintText);

  self->text = g_string_new (NULL);
  self->marks = g_ptr_array_new_with_free_func (mark_free);

  return self;
}

MatchumPrintText *
matchum_print_text_ref (MatchumPrintText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

void
matchum_print_text_unref (MatchumPrintText *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, print_text_clear);
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  gsize first = *(const gsize *) a;
  gsize second = *(const gsize *) b;

  return first < second ? -1 : first > second;
}

static MatchumSpan
clip (MatchumSpan span, MatchumSpan bounds)
{
  return MATCHUM_SPAN (CLAMP (span.start, bounds.start, bounds.end), CLAMP (span.end, bounds.start, bounds.end));
}

static guint
count_runs (MatchumInlineText *content)
{
  if (matchum_inline_text_get_length (content) > MAX_MARKED_BYTES)
    return 0;
  return matchum_inline_text_get_n_runs (content);
}

/* Every place in content where a run begins or ends, in order and each once: the text is cleaned piece by piece
 * between them, so that the marks need no map of offsets. */
static GArray *
collect_cuts (MatchumInlineText *content, MatchumSpan span)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gsize));
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (gsize));

  g_array_append_val (all, span.start);
  g_array_append_val (all, span.end);
  for (guint i = 0; i < count_runs (content); i++)
    {
      MatchumSpan clipped = clip (matchum_inline_text_get_run (content, i)->span, span);

      g_array_append_val (all, clipped.start);
      g_array_append_val (all, clipped.end);
    }
  g_array_sort (all, compare_offsets);

  for (guint i = 0; i < all->len; i++)
    {
      gsize cut = g_array_index (all, gsize, i);

      if (cuts->len == 0 || g_array_index (cuts, gsize, cuts->len - 1) != cut)
        g_array_append_val (cuts, cut);
    }

  return cuts;
}

static MatchumMarkKind
get_mark_kind (MatchumInlineKind kind)
{
  switch (kind)
    {
    case MATCHUM_INLINE_STRONG:
      return MATCHUM_MARK_STRONG;
    case MATCHUM_INLINE_EMPHASIS:
      return MATCHUM_MARK_EMPHASIS;
    case MATCHUM_INLINE_CODE:
      return MATCHUM_MARK_CODE;
    case MATCHUM_INLINE_LINK:
      return MATCHUM_MARK_LINK;
    default:
      g_return_val_if_reached (MATCHUM_MARK_STRONG);
    }
}

static gsize
find_place (GArray *cuts, const gsize *places, gsize cut)
{
  guint index = 0;
  gboolean is_found = g_array_binary_search (cuts, &cut, compare_offsets, &index);

  g_return_val_if_fail (is_found, 0);

  return places[index];
}

void
matchum_print_text_append (MatchumPrintText *self, MatchumInlineText *content, MatchumSpan span, gboolean keeps_space)
{
  g_autoptr (GArray) cuts = NULL;
  g_autofree gsize *places = NULL;
  const char *text;

  g_return_if_fail (self != NULL);
  g_return_if_fail (content != NULL);
  g_return_if_fail (span.start <= span.end && span.end <= matchum_inline_text_get_length (content));

  text = matchum_inline_text_get_text (content);
  cuts = collect_cuts (content, span);
  places = g_new (gsize, cuts->len);
  places[0] = self->text->len;
  for (guint i = 1; i < cuts->len; i++)
    {
      gsize from = g_array_index (cuts, gsize, i - 1);

      matchum_print_text_clean (text + from, g_array_index (cuts, gsize, i) - from, keeps_space, self->text);
      places[i] = self->text->len;
    }

  for (guint i = 0; i < count_runs (content); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (content, i);
      MatchumSpan clipped = clip (run->span, span);

      matchum_print_text_mark (self, get_mark_kind (run->kind),
                               MATCHUM_SPAN (find_place (cuts, places, clipped.start),
                                             find_place (cuts, places, clipped.end)),
                               run->kind == MATCHUM_INLINE_LINK ? run->url : NULL);
    }
}

void
matchum_print_text_append_literal (MatchumPrintText *self, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_string_append (self->text, text);
}

void
matchum_print_text_append_part (MatchumPrintText *self, MatchumPrintText *other, MatchumSpan span)
{
  gsize base;

  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL && other != self);
  g_return_if_fail (span.start <= span.end && span.end <= other->text->len);

  base = self->text->len;
  g_string_append_len (self->text, other->text->str + span.start, (gssize) matchum_span_get_length (span));
  for (guint i = 0; i < other->marks->len; i++)
    {
      const MatchumMark *mark = g_ptr_array_index (other->marks, i);
      MatchumSpan clipped = clip (mark->span, span);

      matchum_print_text_mark (self, mark->kind,
                               MATCHUM_SPAN (base + clipped.start - span.start, base + clipped.end - span.start),
                               mark->url);
    }
}

void
matchum_print_text_mark (MatchumPrintText *self, MatchumMarkKind kind, MatchumSpan span, const char *url)
{
  MatchumMark *mark;

  g_return_if_fail (self != NULL);
  g_return_if_fail (span.end <= self->text->len);

  if (matchum_span_is_empty (span))
    return;

  mark = g_new0 (MatchumMark, 1);
  mark->kind = kind;
  mark->span = span;
  mark->url = g_strdup (url);
  g_ptr_array_add (self->marks, mark);
}

void
matchum_print_text_trim (MatchumPrintText *self)
{
  gsize length;

  g_return_if_fail (self != NULL);

  length = self->text->len;
  while (length > 0 && (self->text->str[length - 1] == ' ' || self->text->str[length - 1] == '\n'))
    length--;
  g_string_truncate (self->text, length);

  for (guint i = 0; i < self->marks->len; i++)
    {
      MatchumMark *mark = g_ptr_array_index (self->marks, i);

      mark->span = clip (mark->span, MATCHUM_SPAN (0, length));
    }
}

MatchumPrintText *
matchum_print_text_without (MatchumPrintText *self, const GArray *spans)
{
  MatchumPrintText *rest;
  gsize start = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (spans != NULL, NULL);

  rest = matchum_print_text_new ();
  for (guint i = 0; i < spans->len; i++)
    {
      MatchumSpan span = g_array_index (spans, MatchumSpan, i);

      if (span.start > start)
        matchum_print_text_append_part (rest, self, MATCHUM_SPAN (start, span.start));
      start = MAX (start, span.end);
    }
  matchum_print_text_append_part (rest, self, MATCHUM_SPAN (start, self->text->len));

  return rest;
}

MatchumPrintText *
matchum_print_text_with_no_breaks (MatchumPrintText *self)
{
  MatchumPrintText *whole;

  g_return_val_if_fail (self != NULL, NULL);

  whole = matchum_print_text_new ();
  for (gsize i = 0; i < self->text->len; i++)
    {
      if (self->text->str[i] == ' ' || self->text->str[i] == '\n')
        g_string_append_unichar (whole->text, NO_BREAK_SPACE);
      else
        g_string_append_c (whole->text, self->text->str[i]);
    }

  return whole;
}

void
matchum_print_text_break_at (MatchumPrintText *self, gsize offset)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (offset < self->text->len && self->text->str[offset] == ' ');

  self->text->str[offset] = '\n';
}

/* --- addresses --- */

static gboolean
is_opening (char c)
{
  return c == '(' || c == '<' || c == '[' || c == '"' || c == '\'';
}

static gboolean
has_link (MatchumPrintText *self, MatchumSpan span, guint n_marks)
{
  for (guint i = 0; i < n_marks; i++)
    {
      const MatchumMark *mark = g_ptr_array_index (self->marks, i);

      if (mark->kind == MATCHUM_MARK_LINK && matchum_span_overlaps (mark->span, span))
        return TRUE;
    }

  return FALSE;
}

void
matchum_print_text_mark_addresses (MatchumPrintText *self, MatchumSpan span, gboolean bare_domains)
{
  guint n_marks;
  gsize at;

  g_return_if_fail (self != NULL);
  g_return_if_fail (span.end <= self->text->len);

  n_marks = self->marks->len;
  if (n_marks > MAX_LINKS || matchum_span_get_length (span) > MAX_MARKED_BYTES)
    return;
  at = span.start;
  while (at < span.end)
    {
      const char *word = self->text->str + at;
      gsize length;
      g_autofree char *url = NULL;

      if (*word == ' ' || *word == '\n' || is_opening (*word) || (guchar) *word >= 0x80)
        {
          at++;
          continue;
        }
      length = matchum_web_address_get_length (word, span.end - at);
      if (memchr (word, '@', length) != NULL || memchr (word, '.', length) != NULL)
        url = matchum_web_address_dup_url (word, length, bare_domains);
      if (url != NULL && !has_link (self, MATCHUM_SPAN (at, at + length), n_marks))
        matchum_print_text_mark (self, MATCHUM_MARK_LINK, MATCHUM_SPAN (at, at + length), url);
      at += MAX (length, 1);
      while (at < span.end && self->text->str[at] != ' ' && self->text->str[at] != '\n'
             && (guchar) self->text->str[at] < 0x80)
        at++;
    }
}

/* --- reading --- */

const char *
matchum_print_text_get_text (MatchumPrintText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text->str;
}

gsize
matchum_print_text_get_length (MatchumPrintText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->text->len;
}

guint
matchum_print_text_get_n_marks (MatchumPrintText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->marks->len;
}

const MatchumMark *
matchum_print_text_get_mark (MatchumPrintText *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->marks->len, NULL);

  return g_ptr_array_index (self->marks, index);
}
