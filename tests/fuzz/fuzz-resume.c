/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown read as a resume: every byte is somebody's, blocks make a tree, what is written is what was read, a copy of
 * what is visible says just that, and facts and notes speak of what is there. */
#include "config.h"

#include "fuzz-support.h"

#include "export/matchum-html-exporter.h"
#include "export/matchum-markdown-exporter.h"
#include "export/matchum-text-exporter.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "resume/matchum-resume-notes.h"
#include "text/matchum-front-matter.h"

const FuzzTarget fuzz_target = { .name = "resume", .n_rounds = 250 };

/* Lines between blocks say nothing. */
static void
assert_gap (MatchumResume *resume, guint first_line, guint end_line)
{
  MatchumSource *source = matchum_resume_get_source (resume);

  for (guint line = first_line; line < end_line; line++)
    {
      const MatchumSpan span = matchum_source_get_line_text (source, line);
      const char *text = matchum_source_get_text (source);

      g_assert_null (matchum_resume_get_block_at (resume, line));
      if (matchum_link_definitions_hold_line (matchum_resume_get_link_definitions (resume), line))
        continue;
      for (gsize i = span.start; i < span.end; i++)
        if (g_ascii_isalpha (text[i]) || (text[i] & 0x80) != 0)
          g_error ("line %u is nobody's: “%.*s”", line, (int) matchum_span_get_length (span), text + span.start);
    }
}

static void
assert_tree (MatchumResume *resume, const MatchumBlock *block)
{
  const MatchumBlock *parent;

  g_assert_true (block->end > block->index && block->end <= matchum_resume_get_n_blocks (resume));
  g_assert_true (matchum_resume_lookup (resume, block->id) == block);
  g_assert_true (block->dated_by == MATCHUM_BLOCK_NONE || block->dated_by < matchum_resume_get_n_blocks (resume));
  if (block->parent == MATCHUM_BLOCK_NONE)
    return;
  g_assert_cmpuint (block->parent, <, block->index);
  parent = matchum_resume_get_block (resume, block->parent);
  g_assert_cmpuint (block->end, <=, parent->end);
  g_assert_cmpuint (block->depth, >=, parent->depth);
}

static void
assert_block (MatchumResume *resume, const MatchumBlock *block)
{
  MatchumSource *source = matchum_resume_get_source (resume);
  const char *text = matchum_block_get_text (block);

  fuzz_assert_source_span (source, block->span);
  g_assert_cmpuint (block->first_line, <=, block->last_line);
  g_assert_cmpuint (block->span.start, ==, matchum_source_get_line_span (source, block->first_line).start);
  g_assert_cmpuint (matchum_source_get_line_at (source, block->span.end - 1), ==, block->last_line);
  g_assert_true (matchum_resume_get_block_at (resume, block->first_line) == block
                 || matchum_resume_is_blank_line (resume, block->first_line));
  fuzz_assert_inline (source, block->content, block->span);
  for (guint i = 0; block->dates != NULL && i < block->dates->len; i++)
    fuzz_assert_span (text, strlen (text), g_array_index (block->dates, MatchumDateRange, i).span);
  for (guint i = 0; block->remarks != NULL && i < block->remarks->len; i++)
    fuzz_assert_source_span (source, g_array_index (block->remarks, MatchumSpan, i));
}

static void
assert_blocks (MatchumResume *resume, guint next)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      g_assert_cmpuint (block->index, ==, i);
      g_assert_cmpuint (block->first_line, >=, next);
      assert_gap (resume, next, block->first_line);
      assert_tree (resume, block);
      assert_block (resume, block);
      next = block->last_line + 1;
    }
  assert_gap (resume, next, matchum_source_get_n_lines (matchum_resume_get_source (resume)) + 1);
}

static void
assert_same_ids (MatchumResume *resume, MatchumResume *again)
{
  g_assert_cmpstr (matchum_resume_get_name (resume), ==, matchum_resume_get_name (again));
  g_assert_cmpuint (matchum_resume_get_n_blocks (resume), ==, matchum_resume_get_n_blocks (again));
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    g_assert_cmpstr (matchum_resume_get_block (resume, i)->id, ==, matchum_resume_get_block (again, i)->id);
}

/* What is visible, one word after the other, each with the level of its heading. */
static char *
dup_visible_words (MatchumVisibility *visibility)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      g_auto (GStrv) parts = NULL;

      if (!matchum_visibility_is_visible (visibility, i))
        continue;
      parts = g_strsplit_set (matchum_block_get_text (block), " \t\r\n\f\v", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        if (*parts[j] != '\0')
          g_string_append_printf (words, "%u %s\n", block->heading, parts[j]);
    }
  return g_string_free (words, FALSE);
}

/* A copy without a heading is read under one. */
static MatchumResume *
read_copy (const char *copy, gboolean *is_headed)
{
  g_autofree char *headed = g_strconcat ("# N\n\n", copy, NULL);
  g_autoptr (MatchumSource) source = fuzz_read_source ((const guint8 *) copy, strlen (copy));
  g_autoptr (MatchumSource) headed_source = fuzz_read_source ((const guint8 *) headed, strlen (headed));
  MatchumResume *resume = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;

  *is_headed = resume == NULL;
  return resume != NULL ? resume : matchum_markdown_resume_reader_read (headed_source, NULL);
}

static gboolean
has_title (MatchumResume *resume)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->kind == MATCHUM_BLOCK_TITLE)
      return TRUE;
  return FALSE;
}

/* A copy reads as what is visible. */
static void
assert_says_visible (MatchumVisibility *visibility, const char *copy, const char *what)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  gboolean is_headed;
  g_autoptr (MatchumResume) again = read_copy (copy, &is_headed);
  g_autoptr (MatchumVisibility) all = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  fuzz_assert_text (copy, strlen (copy));
  g_assert_nonnull (again);
  all = matchum_visibility_new_all (again);
  expected = dup_visible_words (visibility);
  found = dup_visible_words (all);
  /* A name that only the front matter gives stands above it all. */
  if (!g_str_has_suffix (found, expected)
      || (strlen (found) > strlen (expected) && !is_headed
          && (has_title (resume) || matchum_resume_get_name (resume) == NULL)))
    g_error ("%s, and the copy says\n%s\nwhere it is to say\n%s\n%s", what, found, expected, copy);
}

/* A copy with some blocks left out reads as what was left, and so does one that keeps nothing but the words. */
static void
assert_tailored (MatchumResume *resume, guint percent, guint32 seed)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (MatchumVisibility) visibility = NULL;
  g_autofree char *what = g_strdup_printf ("%u of 100 hidden by %u", percent, seed);
  g_autofree char *tailored = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (g_rand_int_range (rand, 0, 100) < (gint) percent)
      g_hash_table_add (hidden, matchum_resume_get_block (resume, i)->id);
  visibility = matchum_visibility_new (resume, hidden, NULL);
  tailored = matchum_markdown_exporter_write_tailored (visibility);
  assert_says_visible (visibility, tailored, what);
  plain = matchum_markdown_exporter_write_plain (visibility);
  assert_says_visible (visibility, plain, what);
  text = matchum_text_exporter_write (visibility);
  fuzz_assert_text (text, strlen (text));
  html = matchum_html_exporter_write (visibility);
  fuzz_assert_text (html, strlen (html));
}

static void
assert_written (MatchumResume *resume)
{
  MatchumSource *source = matchum_resume_get_source (resume);
  g_autofree char *baseline = matchum_markdown_exporter_write_baseline (resume);

  g_assert_cmpmem (baseline, strlen (baseline), matchum_source_get_text (source), matchum_source_get_length (source));
  assert_tailored (resume, 0, 0);
  assert_tailored (resume, 30, g_str_hash (baseline));
}

static void
assert_utf8 (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
assert_fact (MatchumResume *resume, GPtrArray *facts, guint index, guint line)
{
  const MatchumFact *fact = g_ptr_array_index (facts, index);
  const MatchumBlock *block;

  g_assert_cmpuint (fact->block, <, matchum_resume_get_n_blocks (resume));
  block = matchum_resume_get_block (resume, fact->block);
  g_assert_cmpint (fact->kind, <, MATCHUM_N_FACT_KINDS);
  g_assert_cmpuint (fact->line, >=, MAX (block->first_line, line));
  g_assert_cmpuint (fact->line, <=, block->last_line);
  g_assert_true (fact->end > fact->block && fact->end <= matchum_resume_get_n_blocks (resume));
  fuzz_assert_span (matchum_block_get_text (block), strlen (matchum_block_get_text (block)), fact->span);
  g_assert_true (fact->within == MATCHUM_FACT_NONE || fact->within < facts->len);
  g_assert_true (fact->within != index);
  assert_utf8 (fact->name);
  assert_utf8 (fact->role);
  assert_utf8 (fact->place);
  assert_utf8 (fact->degree);
  assert_utf8 (fact->field);
  assert_utf8 (fact->test);
  assert_utf8 (fact->score);
  g_assert_true (fact->expiry == NULL || strlen (fact->expiry) <= 10);
  g_assert_true (strlen (fact->dates.start) <= 10 && strlen (fact->dates.end) <= 10);
}

static void
assert_facts (MatchumResume *resume)
{
  const MatchumDay as_of = { 2026, 1, 15 };
  g_autoptr (GPtrArray) facts = matchum_resume_facts_read (resume);
  g_autoptr (GPtrArray) notes = matchum_resume_notes_find (resume, facts, as_of);
  guint line = 0;

  for (guint i = 0; i < facts->len; i++)
    {
      assert_fact (resume, facts, i, line);
      line = ((const MatchumFact *) g_ptr_array_index (facts, i))->line;
    }
  line = 1;
  for (guint i = 0; i < notes->len; i++)
    {
      const MatchumResumeNote *note = g_ptr_array_index (notes, i);

      g_assert_cmpint (note->kind, <, MATCHUM_N_NOTE_KINDS);
      g_assert_cmpuint (note->line, >=, line);
      g_assert_cmpuint (note->line, <=, matchum_source_get_n_lines (matchum_resume_get_source (resume)));
      fuzz_assert_text (note->text, strlen (note->text));
      line = note->line;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, &error) : NULL;
  g_autoptr (MatchumResume) again = resume != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
  g_autoptr (MatchumFrontMatter) front_matter = resume != NULL ? matchum_front_matter_read (source, NULL) : NULL;

  if (source == NULL)
    return 0;
  g_assert_true ((resume == NULL) == (error != NULL));
  if (resume == NULL)
    return 0;
  g_assert_cmpuint (matchum_resume_get_n_blocks (resume), >, 0);
  assert_blocks (resume,
                 matchum_span_is_empty (matchum_front_matter_get_span (front_matter))
                     ? 1
                     : matchum_source_get_line_at (source, matchum_front_matter_get_span (front_matter).end - 1) + 1);
  assert_same_ids (resume, again);
  assert_written (resume);
  assert_facts (resume);
  return 0;
}
