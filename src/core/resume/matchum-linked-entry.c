/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the words of then and of now as resumes of one entry, and compares these. */
#include "config.h"

#include "resume/matchum-linked-entry.h"

#include <string.h>

#include "resume/matchum-markdown-resume-reader.h"

char *
matchum_linked_entry_dup_words (MatchumResume *resume, const char *id)
{
  const MatchumBlock *block;
  const char *text;
  MatchumSpan span;

  g_return_val_if_fail (resume != NULL && id != NULL, NULL);

  block = matchum_resume_lookup (resume, id);
  if (block == NULL)
    return NULL;
  text = matchum_source_get_text (matchum_resume_get_source (resume));
  span = MATCHUM_SPAN (block->span.start, matchum_resume_get_block (resume, block->end - 1)->span.end);
  span = matchum_span_trim (text, span);
  return g_strndup (text + span.start, matchum_span_get_length (span));
}

static MatchumVisibility *
read_words (const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (MatchumSource) source = matchum_source_new ("entry.md", bytes, NULL);
  g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;

  return resume != NULL ? matchum_visibility_new_all (resume) : NULL;
}

MatchumResumeComparison *
matchum_linked_entry_compare (const char *words, const char *now)
{
  g_autoptr (MatchumVisibility) before = NULL;
  g_autoptr (MatchumVisibility) after = NULL;

  g_return_val_if_fail (words != NULL && now != NULL, NULL);

  before = read_words (words);
  after = read_words (now);
  return before != NULL && after != NULL ? matchum_resume_comparison_new (before, after) : NULL;
}

gboolean
matchum_linked_entry_is_changed (const char *words, const char *now)
{
  g_autoptr (MatchumResumeComparison) comparison = NULL;

  g_return_val_if_fail (words != NULL && now != NULL, FALSE);

  if (g_str_equal (words, now))
    return FALSE;
  comparison = matchum_linked_entry_compare (words, now);
  return comparison == NULL || !matchum_resume_comparison_is_same (comparison);
}

MatchumLinkState
matchum_linked_entry_find_state (MatchumResume *resume,
                                 const char *entry,
                                 const char *words,
                                 MatchumResume *other,
                                 const char *other_entry,
                                 const char *other_words)
{
  g_autofree char *now = NULL, *other_now = NULL;
  gboolean is_changed, is_other_changed;

  g_return_val_if_fail (entry != NULL && other_entry != NULL, MATCHUM_LINK_BROKEN);

  now = resume != NULL ? matchum_linked_entry_dup_words (resume, entry) : NULL;
  other_now = other != NULL ? matchum_linked_entry_dup_words (other, other_entry) : NULL;
  if (now == NULL || other_now == NULL)
    return MATCHUM_LINK_BROKEN;
  is_changed = words != NULL && matchum_linked_entry_is_changed (words, now);
  is_other_changed = other_words != NULL && matchum_linked_entry_is_changed (other_words, other_now);
  if (is_changed)
    return is_other_changed ? MATCHUM_LINK_BOTH_CHANGED : MATCHUM_LINK_CHANGED;
  return is_other_changed ? MATCHUM_LINK_OTHER_CHANGED : MATCHUM_LINK_AGREES;
}
