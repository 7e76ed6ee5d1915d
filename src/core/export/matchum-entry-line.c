/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the dates of an entry on the line of its title, where tracking systems look for them. */
#include "config.h"

#include "export/matchum-entry-line.h"

#include <string.h>

#include "resume/matchum-entry-dates.h"
#include "resume/matchum-entry-signs.h"

/* Longer lines are sentences, in characters. */
#define MAX_LINE_CHARS 120

/* Takes apart the first end bytes of text. */
static MatchumDatedSpans
split (const char *text, gsize end, const GArray *dates, gboolean takes_first)
{
  MatchumDatedSpans whole = { MATCHUM_SPAN (0, end), MATCHUM_SPAN (end, end) };
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (MatchumDateRange));
  g_autofree char *line = g_strndup (text, end);
  MatchumSpan found, before, after;

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    if (g_array_index (dates, MatchumDateRange, i).span.end <= end)
      g_array_append_val (ranges, g_array_index (dates, MatchumDateRange, i));
  if (!matchum_entry_dates_find_span (line, ranges, &found))
    return whole;
  before = matchum_entry_signs_trim (line, MATCHUM_SPAN (0, found.start), TRUE);
  after = matchum_entry_signs_trim (line, MATCHUM_SPAN (found.end, end), TRUE);
  if (!matchum_span_is_empty (before) && matchum_span_is_empty (after))
    return (MatchumDatedSpans){ MATCHUM_SPAN (0, before.end), MATCHUM_SPAN (found.start, end) };
  if (takes_first && matchum_span_is_empty (before) && !matchum_span_is_empty (after))
    return (MatchumDatedSpans){ MATCHUM_SPAN (after.start, end), MATCHUM_SPAN (0, found.end) };
  if (takes_first && matchum_span_is_empty (before))
    return (MatchumDatedSpans){ MATCHUM_SPAN (0, 0), MATCHUM_SPAN (0, end) };
  return whole;
}

/* The next visible block, where it is a paragraph that gives the dates of entry. */
static const MatchumBlock *
find_under (MatchumVisibility *visibility, const MatchumBlock *entry)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  guint i = entry->index + 1;
  const MatchumBlock *next;

  while (i < entry->end && !matchum_visibility_is_visible (visibility, i))
    i++;
  if (i >= entry->end || entry->dated_by != i)
    return NULL;
  next = matchum_resume_get_block (resume, i);
  return next->kind == MATCHUM_BLOCK_PARAGRAPH && next->list_depth == 0 && next->code == MATCHUM_CODE_NONE
                 && next->dates != NULL && next->dates->len > 0
             ? next
             : NULL;
}

MatchumEntryLine
matchum_entry_line_find (MatchumVisibility *visibility, const MatchumBlock *entry)
{
  MatchumEntryLine line = { { { 0, 0 }, { 0, 0 } }, NULL, 0, { { 0, 0 }, { 0, 0 } } };
  g_autofree char *lines = NULL;

  g_return_val_if_fail (visibility != NULL, line);
  g_return_val_if_fail (entry != NULL, line);

  line.heading = split (matchum_block_get_text (entry), strlen (matchum_block_get_text (entry)), entry->dates, FALSE);
  line.under = matchum_span_is_empty (line.heading.dates) ? find_under (visibility, entry) : NULL;
  if (line.under == NULL)
    return line;
  lines = matchum_block_dup_lines (line.under, matchum_resume_get_source (matchum_visibility_get_resume (visibility)));
  line.end = strcspn (lines, "\n");
  if (g_array_index (line.under->dates, MatchumDateRange, 0).span.end > line.end
      || g_utf8_strlen (lines, (gssize) line.end) > MAX_LINE_CHARS)
    {
      line.under = NULL;
      line.end = 0;
      return line;
    }
  line.line = split (lines, line.end, line.under->dates, TRUE);
  return line;
}
