/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes headings apart as people write them: "이음마켓 | ML Engineer | 2022.03 - 현재", "Acme, Engineer (2020 – 2021)".
 */
#include "config.h"

#include "matchum-heading-text.h"

/* A year by itself, with or without its 년. */
#define BARE_YEAR_BYTES 7
/* Longer headings are no headings; they are left as they are. */
#define MAX_HEADING_BYTES 4000

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == 0x00a0 || c == 0x3000;
}

static gboolean
is_bar (gunichar c)
{
  switch (c)
    {
    case '|':
    case 0x00b7: /* · */
    case 0x2022: /* • */
    case 0x2027: /* ‧ */
    case 0x2219: /* ∙ */
    case 0x22c5: /* ⋅ */
    case 0x2502: /* │ */
    case 0x30fb: /* ・ */
    case 0x318d: /* ㆍ */
    case 0xff5c: /* ｜ */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212;
}

static gboolean
is_separator (gunichar c)
{
  return is_bar (c) || is_dash (c) || c == ',' || c == '/' || c == ':' || c == ';' || c == '~' || c == 0x301c
         || c == 0xff0c || c == 0xff5e;
}

static gunichar
get_closing (gunichar c)
{
  switch (c)
    {
    case '(':
      return ')';
    case '[':
      return ']';
    case '{':
      return '}';
    case 0xff08: /* （ */
      return 0xff09;
    case 0x3014: /* 〔 */
      return 0x3015;
    case 0x3008: /* 〈 */
      return 0x3009;
    case 0x300c: /* 「 */
      return 0x300d;
    default:
      return 0;
    }
}

static gboolean
is_bracket (gunichar c)
{
  return get_closing (c) != 0 || c == ')' || c == ']' || c == '}' || c == 0xff09 || c == 0x3015 || c == 0x3009
         || c == 0x300d;
}

static gsize
skip_forward (const char *text, MatchumSpan span, gboolean with_separators)
{
  gsize at = span.start;

  while (at < span.end)
    {
      gunichar c = g_utf8_get_char (text + at);

      if (!is_space (c) && !(with_separators && is_separator (c)))
        break;
      at += (gsize) g_utf8_skip[(guchar) text[at]];
    }

  return at;
}

static gsize
skip_backward (const char *text, MatchumSpan span, gboolean with_separators)
{
  gsize at = span.end;

  while (at > span.start)
    {
      const char *previous = g_utf8_prev_char (text + at);
      gunichar c = g_utf8_get_char (previous);

      if (!is_space (c) && !(with_separators && is_separator (c)))
        break;
      at = (gsize) (previous - text);
    }

  return at;
}

static MatchumSpan
trim (const char *text, MatchumSpan span, gboolean with_separators)
{
  gsize start = skip_forward (text, span, with_separators);

  return MATCHUM_SPAN (start, skip_backward (text, MATCHUM_SPAN (start, span.end), with_separators));
}

/* Whether something other than white space sets the dates off. */
static gboolean
is_set_off_before (const char *text, MatchumSpan before)
{
  return skip_backward (text, before, TRUE) < skip_backward (text, before, FALSE);
}

static gboolean
is_set_off_after (const char *text, MatchumSpan after)
{
  return skip_forward (text, after, TRUE) > skip_forward (text, after, FALSE);
}

/* The innermost pair of brackets around span, outer bytes included; empty where there is none. */
static MatchumSpan
find_brackets (const char *text, MatchumSpan bounds, MatchumSpan span)
{
  gsize at = span.start;
  guint depth = 0;

  while (at > bounds.start)
    {
      gunichar c;

      at = (gsize) (g_utf8_prev_char (text + at) - text);
      c = g_utf8_get_char (text + at);
      if (is_bracket (c) && get_closing (c) == 0)
        depth++;
      else if (is_bracket (c) && depth > 0)
        depth--;
      else if (is_bracket (c))
        {
          const char *end = g_utf8_strchr (text + span.end, (gssize) (bounds.end - span.end), get_closing (c));

          return end == NULL ? MATCHUM_SPAN (0, 0) : MATCHUM_SPAN (at, (gsize) (g_utf8_next_char (end) - text));
        }
    }

  return MATCHUM_SPAN (0, 0);
}

static MatchumHeadingSplit
make_split (const char *text, MatchumSpan bounds, MatchumSpan taken, MatchumSpan dates)
{
  MatchumSpan before = MATCHUM_SPAN (bounds.start, taken.start);
  MatchumSpan after = MATCHUM_SPAN (taken.end, bounds.end);
  MatchumHeadingSplit split = { trim (text, before, FALSE), dates, trim (text, after, FALSE) };

  split.before.end = skip_backward (text, split.before, TRUE);
  split.after.start = skip_forward (text, split.after, TRUE);
  if (matchum_span_is_empty (split.before))
    split.before = MATCHUM_SPAN (bounds.start, bounds.start);
  if (matchum_span_is_empty (split.after))
    split.after = MATCHUM_SPAN (bounds.end, bounds.end);

  return split;
}

/* Dates that are most of what a pair of brackets holds go with all of it: "(2022.03 - 현재, 재직 중)". */
static gboolean
split_in_brackets (const char *text, MatchumSpan bounds, MatchumSpan span, MatchumHeadingSplit *split)
{
  MatchumSpan outer = find_brackets (text, bounds, span);
  MatchumSpan inner;

  if (matchum_span_is_empty (outer))
    return FALSE;
  inner = trim (text,
                MATCHUM_SPAN (outer.start + (gsize) g_utf8_skip[(guchar) text[outer.start]],
                              (gsize) (g_utf8_prev_char (text + outer.end) - text)),
                FALSE);
  if (matchum_span_get_length (span) * 2 < matchum_span_get_length (inner))
    return FALSE;
  *split = make_split (text, bounds, outer, inner);

  return TRUE;
}

static gboolean
split_at (const char *text, MatchumSpan bounds, MatchumSpan span, gboolean is_bare_year, MatchumHeadingSplit *split)
{
  MatchumSpan before = MATCHUM_SPAN (bounds.start, span.start);
  MatchumSpan after = MATCHUM_SPAN (span.end, bounds.end);
  gboolean is_first = matchum_span_is_empty (trim (text, before, TRUE));
  gboolean is_last = matchum_span_is_empty (trim (text, after, TRUE));

  if (is_first && is_last)
    return FALSE;
  if (split_in_brackets (text, bounds, span, split))
    return TRUE;
  if (is_last ? is_bare_year && !is_set_off_before (text, before) : !is_set_off_after (text, after))
    return FALSE;
  if (!is_last && !is_first && !is_set_off_before (text, before))
    return FALSE;
  *split = make_split (text, bounds, span, span);

  return TRUE;
}

MatchumHeadingSplit
matchum_heading_split (const char *text, MatchumSpan bounds, const GArray *dates)
{
  MatchumHeadingSplit split = { bounds, MATCHUM_SPAN (bounds.end, bounds.end), MATCHUM_SPAN (bounds.end, bounds.end) };
  guint i = 0;

  g_return_val_if_fail (text != NULL, split);

  if (matchum_span_get_length (bounds) > MAX_HEADING_BYTES)
    return split;

  while (dates != NULL && i < dates->len)
    {
      const MatchumDateRange *first = &g_array_index (dates, MatchumDateRange, i);
      MatchumSpan span = first->span;
      gboolean is_bare_year;

      /* Ranges that only a separator parts are one: "2018 - 2019, 2021 - 2022". */
      for (i++; i < dates->len; i++)
        {
          const MatchumDateRange *next = &g_array_index (dates, MatchumDateRange, i);

          if (next->span.start < span.end || next->span.end > bounds.end
              || !matchum_span_is_empty (trim (text, MATCHUM_SPAN (span.end, next->span.start), TRUE)))
            break;
          span.end = next->span.end;
        }
      if (span.start < bounds.start || span.end > bounds.end || matchum_span_is_empty (span))
        continue;
      is_bare_year = first->by_year && matchum_span_get_length (span) <= BARE_YEAR_BYTES;
      if (split_at (text, bounds, span, is_bare_year, &split))
        break;
    }

  return split;
}

/* Whether the bytes hold nothing that is read: separators, brackets and white space. */
static gboolean
is_blank (const char *text, MatchumSpan span)
{
  for (gsize at = span.start; at < span.end; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      gunichar c = g_utf8_get_char (text + at);

      if (!is_space (c) && !is_separator (c) && !is_bracket (c))
        return FALSE;
    }

  return TRUE;
}

static MatchumSpan
trim_brackets (const char *text, MatchumSpan span)
{
  MatchumSpan trimmed = trim (text, span, TRUE);
  gunichar closing = matchum_span_is_empty (trimmed) ? 0 : get_closing (g_utf8_get_char (text + trimmed.start));
  const char *last = matchum_span_is_empty (trimmed) ? NULL : g_utf8_prev_char (text + trimmed.end);

  if (closing == 0 || g_utf8_get_char (last) != closing)
    return trimmed;

  return trim (text,
               MATCHUM_SPAN (trimmed.start + (gsize) g_utf8_skip[(guchar) text[trimmed.start]], (gsize) (last - text)),
               TRUE);
}

MatchumHeadingSplit
matchum_heading_split_line (const char *text, MatchumSpan bounds, const GArray *dates)
{
  MatchumHeadingSplit split = matchum_heading_split (text, bounds, dates);
  MatchumSpan first;
  MatchumSpan last;

  g_return_val_if_fail (text != NULL, split);

  if (!matchum_span_is_empty (split.dates) || dates == NULL || dates->len == 0
      || matchum_span_get_length (bounds) > MAX_HEADING_BYTES)
    return split;
  first = g_array_index (dates, MatchumDateRange, 0).span;
  last = g_array_index (dates, MatchumDateRange, dates->len - 1).span;
  if (first.start < bounds.start || last.end > bounds.end || first.start > last.start)
    return split;

  if (is_blank (text, MATCHUM_SPAN (bounds.start, first.start)))
    {
      MatchumSpan rest = trim (text, MATCHUM_SPAN (first.end, bounds.end), FALSE);
      gboolean is_remark = !matchum_span_is_empty (rest) && get_closing (g_utf8_get_char (text + rest.start)) != 0
                           && trim_brackets (text, rest).start > rest.start;

      /* "2022.03 - 현재 (2년 3개월)" is all dates. */
      if (is_remark || is_blank (text, rest) || last.end > first.end)
        return (MatchumHeadingSplit){ MATCHUM_SPAN (bounds.start, bounds.start), trim_brackets (text, bounds),
                                      MATCHUM_SPAN (bounds.end, bounds.end) };
      return make_split (text, bounds, MATCHUM_SPAN (bounds.start, first.end), first);
    }
  if (is_blank (text, MATCHUM_SPAN (last.end, bounds.end)))
    return make_split (text, bounds, MATCHUM_SPAN (last.start, bounds.end), last);

  return split;
}

gsize
matchum_heading_get_separator_length (const char *text)
{
  gunichar c;

  g_return_val_if_fail (text != NULL, 0);

  c = g_utf8_get_char (text);
  if (c == '\0' || !(is_bar (c) || is_dash (c) || c == '/'))
    return 0;

  return (gsize) g_utf8_skip[(guchar) *text];
}

/* A bar, or a dash or slash with white space on both sides; a comma or colon with white space after it. */
static gboolean
is_boundary (const char *text, gsize at, gsize length, gboolean with_commas)
{
  gunichar c = g_utf8_get_char (text + at);
  gsize next = at + (gsize) g_utf8_skip[(guchar) text[at]];
  gboolean has_space_after = next < length && text[next] == ' ';
  gboolean has_space_before = at > 0 && text[at - 1] == ' ';

  if (at == 0)
    return FALSE;
  if (c == ',' || c == ':')
    return with_commas && has_space_after;
  if (c == '|' || c == 0x2502 || c == 0xff5c)
    return TRUE;

  return (is_bar (c) || is_dash (c) || c == '/' || c == '@') && has_space_before && has_space_after;
}

gsize
matchum_heading_find_organisation_end (const char *text, gsize length, gboolean with_commas)
{
  guint depth = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (gsize at = 0; at < length; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      gunichar c = g_utf8_get_char (text + at);

      if (get_closing (c) != 0)
        depth++;
      else if (is_bracket (c))
        depth -= MIN (depth, 1);
      else if (depth == 0 && is_boundary (text, at, length, with_commas))
        return skip_backward (text, MATCHUM_SPAN (0, at), FALSE);
    }

  return length;
}
