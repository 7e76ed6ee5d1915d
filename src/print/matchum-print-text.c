/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes text ready for print: what is drawn is what a reader, a search and a tracking system find in the file. */
#include "config.h"

#include "matchum-print-text.h"

#include <string.h>

#include "text/matchum-clean-text.h"
#include "text/matchum-web-address.h"

#define NO_BREAK_SPACE 0x00a0
/* Longer blocks are no resume's; they lose their bold and italics, so that no time is lost on hostile ones. */
#define MAX_MARKED_BYTES (256 * 1024)
/* Nor are addresses looked for in a text with more links than this. */
#define MAX_LINKS 500

struct _MatchumPrintText {
  GString *text;
  GPtrArray *marks;
};

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

      matchum_clean_text_append (self->text, text + from, g_array_index (cuts, gsize, i) - from, keeps_space);
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
  MatchumSpan found;
  char *url;

  g_return_if_fail (self != NULL);
  g_return_if_fail (span.end <= self->text->len);

  n_marks = self->marks->len;
  if (n_marks > MAX_LINKS || matchum_span_get_length (span) > MAX_MARKED_BYTES)
    return;
  while ((url = matchum_web_address_find (self->text->str, &span, bare_domains, &found)) != NULL)
    {
      if (!has_link (self, found, n_marks))
        matchum_print_text_mark (self, MATCHUM_MARK_LINK, found, url);
      g_free (url);
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
