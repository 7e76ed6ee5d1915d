/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of everything that is read. */
#include "config.h"

#include "fuzz-support.h"

MatchumLexicon *
fuzz_get_lexicon (void)
{
  static MatchumLexicon *lexicon;
  g_autoptr (GError) error = NULL;

  if (lexicon == NULL)
    lexicon = matchum_lexicon_new_builtin (&error);
  g_assert_no_error (error);
  return lexicon;
}

MatchumSource *
fuzz_read_source (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new ("fuzz", bytes, &error);

  g_assert_true ((source == NULL) == (error != NULL));
  return source;
}

gsize
fuzz_find_part (const guint8 *data, gsize length)
{
  const guint8 *end = length > 0 ? memchr (data, '\0', length) : NULL;

  return end != NULL ? (gsize) (end - data) : length;
}

void
fuzz_assert_text (const char *text, gsize length)
{
  g_assert_nonnull (text);
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
}

static gboolean
is_boundary (const char *text, gsize length, gsize offset)
{
  return offset == length || (text[offset] & 0xc0) != 0x80;
}

void
fuzz_assert_span (const char *text, gsize length, MatchumSpan span)
{
  if (span.start > span.end || span.end > length || !is_boundary (text, length, span.start)
      || !is_boundary (text, length, span.end))
    g_error ("%" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT " is no part of “%.*s”", span.start, span.end, (int) length,
             text);
}

void
fuzz_assert_source_span (MatchumSource *source, MatchumSpan span)
{
  fuzz_assert_span (matchum_source_get_text (source), matchum_source_get_length (source), span);
}

static void
assert_runs (MatchumInlineText *content)
{
  const char *text = matchum_inline_text_get_text (content);
  gsize start = 0;

  for (guint i = 0; i < matchum_inline_text_get_n_runs (content); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (content, i);

      fuzz_assert_span (text, matchum_inline_text_get_length (content), run->span);
      g_assert_false (matchum_span_is_empty (run->span));
      g_assert_cmpuint (run->span.start, >=, start);
      g_assert_true (run->kind == MATCHUM_INLINE_LINK || run->url == NULL);
      g_assert_true (run->url == NULL || g_utf8_validate (run->url, -1, NULL));
      start = run->span.start;
    }
}

void
fuzz_assert_inline (MatchumSource *source, MatchumInlineText *content, MatchumSpan within)
{
  const char *text = matchum_inline_text_get_text (content);
  const gsize length = matchum_inline_text_get_length (content);
  gsize start = within.start;

  fuzz_assert_text (text, length);
  assert_runs (content);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gsize at = (gsize) (p - text);
      const MatchumSpan span =
          matchum_inline_text_get_source_span (content, MATCHUM_SPAN (at, at + (gsize) (g_utf8_next_char (p) - p)));

      fuzz_assert_source_span (source, span);
      if (span.start < start || span.end > within.end)
        g_error ("byte %" G_GSIZE_FORMAT " of “%s” is led back to %" G_GSIZE_FORMAT ", out of %" G_GSIZE_FORMAT
                 " to %" G_GSIZE_FORMAT,
                 at, text, span.start, start, within.end);
      start = span.start;
    }
}

static gboolean
is_inner (const MatchumCriterion *criterion)
{
  return criterion->kind == MATCHUM_CRITERION_ALL || criterion->kind == MATCHUM_CRITERION_ANY
         || criterion->kind == MATCHUM_CRITERION_AT_LEAST;
}

void
fuzz_assert_criterion (const MatchumCriterion *criterion, const char *text, gsize length, MatchumLexicon *lexicon)
{
  fuzz_assert_span (text, length, criterion->span);
  g_assert_cmpint (matchum_criterion_is_leaf (criterion), ==, !is_inner (criterion));
  for (guint i = 0; criterion->concepts != NULL && i < criterion->concepts->len; i++)
    g_assert_cmpuint (g_array_index (criterion->concepts, guint, i), <, matchum_lexicon_get_n_concepts (lexicon));
  if (matchum_criterion_is_leaf (criterion))
    {
      g_assert_true (criterion->children == NULL && criterion->name != NULL);
      g_assert_true (g_utf8_validate (criterion->name, -1, NULL));
      g_assert_true (criterion->kind != MATCHUM_CRITERION_WORD || criterion->word != NULL);
      return;
    }
  g_assert_cmpuint (criterion->children->len, >, 0);
  if (criterion->kind == MATCHUM_CRITERION_AT_LEAST)
    g_assert_true (criterion->count > 0 && criterion->count <= criterion->children->len);
  for (guint i = 0; i < criterion->children->len; i++)
    fuzz_assert_criterion (g_ptr_array_index (criterion->children, i), text, length, lexicon);
}

void
fuzz_describe_criterion (const MatchumCriterion *criterion, gsize moved, GString *description)
{
  g_string_append_printf (description,
                          "(%d %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " %s %s %u %u %u %u %d %d%d%d%d%d%d%d",
                          (int) criterion->kind, criterion->span.start - moved, criterion->span.end - moved,
                          criterion->name != NULL ? criterion->name : "",
                          criterion->word != NULL ? criterion->word : "", criterion->count, criterion->months,
                          criterion->degree, criterion->level, criterion->score, criterion->is_open,
                          criterion->is_silent, criterion->is_context, criterion->is_scale, criterion->is_aside,
                          criterion->is_whole, criterion->is_career);
  if (criterion->kind == MATCHUM_CRITERION_AMOUNT)
    g_string_append_printf (description, " %d %" G_GINT64_FORMAT " %d", (int) criterion->amount.unit,
                            criterion->amount.value, (int) criterion->amount.period);
  for (guint i = 0; criterion->concepts != NULL && i < criterion->concepts->len; i++)
    g_string_append_printf (description, " #%u", g_array_index (criterion->concepts, guint, i));
  for (guint i = 0; criterion->children != NULL && i < criterion->children->len; i++)
    fuzz_describe_criterion (g_ptr_array_index (criterion->children, i), moved, description);
  g_string_append_c (description, ')');
}
