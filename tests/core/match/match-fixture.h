/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of matching share: a resume and a posting from their texts, matched with a small lexicon or the one
 * that the program carries. */
#pragma once

#include <string.h>

#include "match/matchum-coverage.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

typedef struct {
  MatchumLexicon *lexicon;
  MatchumResume *resume;
  MatchumPosting *posting;
  MatchumMatch *match;
  MatchumVisibility *all;
  MatchumCoverage *coverage;
} Fixture;

static inline MatchumSource *
fixture_make_source (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new (name, bytes, &error);

  g_assert_no_error (error);
  return source;
}

static inline MatchumLexicon *
fixture_make_lexicon (const char *text)
{
  const char *const names[] = { "test", NULL };
  const char *const texts[] = { text, NULL };
  g_autoptr (GError) error = NULL;
  MatchumLexicon *lexicon
      = text != NULL ? matchum_lexicon_new_from_texts (names, texts, &error) : matchum_lexicon_new_builtin (&error);

  g_assert_no_error (error);
  return lexicon;
}

static inline Fixture *
fixture_new_with_lexicon (MatchumLexicon *lexicon, const char *resume, const char *posting)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (MatchumSource) resume_source = fixture_make_source ("resume.md", resume);
  g_autoptr (MatchumSource) posting_source = fixture_make_source ("posting.md", posting);
  g_autoptr (GError) error = NULL;

  self->lexicon = matchum_lexicon_ref (lexicon);
  self->resume = matchum_markdown_resume_reader_read (resume_source, &error);
  g_assert_no_error (error);
  self->posting = matchum_posting_reader_read (posting_source, &error);
  g_assert_no_error (error);
  self->match = matchum_match_new (self->resume, self->posting, self->lexicon, (MatchumDay) { 2026, 11, 1 });
  self->all = matchum_visibility_new_all (self->resume);
  self->coverage = matchum_coverage_new (self->match, self->all);
  return self;
}

/* lexicon: NULL for the one that the program carries. */
static inline Fixture *
fixture_new (const char *lexicon, const char *resume, const char *posting)
{
  g_autoptr (MatchumLexicon) made = fixture_make_lexicon (lexicon);

  return fixture_new_with_lexicon (made, resume, posting);
}

static inline void
fixture_free (Fixture *self)
{
  matchum_coverage_unref (self->coverage);
  matchum_visibility_unref (self->all);
  matchum_match_unref (self->match);
  matchum_posting_unref (self->posting);
  matchum_resume_unref (self->resume);
  matchum_lexicon_unref (self->lexicon);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* The block whose words contain words. */
static inline const MatchumBlock *
fixture_find_block (Fixture *self, const char *words)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    if (strstr (matchum_block_get_text (matchum_resume_get_block (self->resume, i)), words) != NULL)
      return matchum_resume_get_block (self->resume, i);
  g_assert_not_reached ();
}

/* "met|12,14|Kubeflow,TFX": status, lines of the evidence in order, what is missing. */
static inline char *
fixture_describe (Fixture *self, MatchumCoverage *coverage, guint index)
{
  const MatchumVerdict *verdict = matchum_coverage_get_verdict (coverage, index);
  const char *nick = matchum_status_get_nick (verdict->status);
  g_autoptr (GString) out = g_string_new (nick != NULL ? nick : "soft");
  guint n_blocks = matchum_resume_get_n_blocks (self->resume);

  g_string_append_c (out, '|');
  for (guint i = 0, n = 0; i < n_blocks; i++)
    if (matchum_verdict_has_block (verdict, i))
      g_string_append_printf (out, "%s%u", n++ > 0 ? "," : "", matchum_resume_get_block (self->resume, i)->first_line);
  g_string_append_c (out, '|');
  for (guint i = 0; i < verdict->missing->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (verdict->missing, i));
  return g_string_free (g_steal_pointer (&out), FALSE);
}
