/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text read as a posting: its lines stand in order and leave no words out, what they ask comes apart into criteria,
 * and both hold whatever a person puts right in it. */
#include "config.h"

#include "fuzz-support.h"

#include "posting/matchum-corrected-posting.h"
#include "posting/matchum-posting-reader.h"
#include "posting/matchum-requirement.h"
#include "text/matchum-front-matter.h"

const FuzzTarget fuzz_target = { .name = "posting", .n_rounds = 150 };

/* No line is left out that has letters in it, but for the fences of code. Few, for drawings are made of letters too. */
static void
assert_no_words (MatchumSource *source, guint line)
{
  const MatchumSpan span = matchum_source_get_line_text (source, line);
  const char *text = matchum_source_get_text (source);
  guint n = 0;

  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) && !g_unichar_iszerowidth (g_utf8_get_char (p)) ? 1 : 0;
  g_assert_true (n < 3 || g_strstr_len (text + span.start, (gssize) matchum_span_get_length (span), "```") != NULL
                 || g_strstr_len (text + span.start, (gssize) matchum_span_get_length (span), "~~~") != NULL);
}

static void
assert_line (MatchumSource *source, const MatchumPostingLine *line)
{
  const MatchumSpan within = { matchum_source_get_line_span (source, line->first_line).start,
                               matchum_source_get_line_span (source, line->last_line).end };

  g_assert_cmpuint (line->first_line, <=, line->last_line);
  fuzz_assert_source_span (source, line->span);
  g_assert_cmpuint (line->span.start, >=, within.start);
  g_assert_cmpuint (line->span.end, <=, within.end);
  g_assert_cmpint (line->level > 0, ==, line->is_heading);
  g_assert_true (line->bullet == NULL || g_utf8_validate (line->bullet, -1, NULL));
  if (!matchum_span_is_empty (line->label))
    {
      fuzz_assert_source_span (source, line->label);
      g_assert_cmpuint (line->label.start, >=, within.start);
      g_assert_cmpuint (line->label.end, <=, line->span.start);
    }
  fuzz_assert_inline (source, line->content, line->span);
}

static void
assert_lines (MatchumPosting *posting, guint next)
{
  MatchumSource *source = matchum_posting_get_source (posting);
  gsize start = 0;

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      g_assert_cmpuint (line->first_line, >=, next);
      for (; next < line->first_line; next++)
        assert_no_words (source, next);
      assert_line (source, line);
      g_assert_cmpuint (line->span.start, >=, start);
      start = line->span.end;
      next = line->last_line + 1;
    }
  for (; next <= matchum_source_get_n_lines (source); next++)
    assert_no_words (source, next);
}

static void
assert_requirement (MatchumPosting *posting, guint index)
{
  MatchumLexicon *lexicon = fuzz_get_lexicon ();
  g_autoptr (MatchumRequirement) requirement = matchum_requirement_new (posting, index, lexicon);
  const char *text = matchum_posting_line_get_text (matchum_requirement_get_line (requirement));
  gboolean is_soft = TRUE;
  gsize start = 0;

  g_assert_cmpuint (matchum_requirement_get_index (requirement), ==, index);
  for (guint i = 0; i < matchum_requirement_get_n_parts (requirement); i++)
    {
      const MatchumRequirementPart *part = matchum_requirement_get_part (requirement, i);

      fuzz_assert_span (text, strlen (text), part->span);
      g_assert_cmpuint (part->span.start, >=, start);
      start = part->span.end;
      is_soft &= part->criterion == NULL;
      if (part->criterion != NULL)
        fuzz_assert_criterion (part->criterion, text, strlen (text), lexicon);
    }
  g_assert_cmpint (matchum_requirement_is_soft (requirement), ==, is_soft);
}

static void
assert_same (MatchumPosting *posting, MatchumPosting *again)
{
  g_assert_cmpstr (matchum_posting_get_company (posting), ==, matchum_posting_get_company (again));
  g_assert_cmpstr (matchum_posting_get_title (posting), ==, matchum_posting_get_title (again));
  g_assert_cmpuint (matchum_posting_get_n_lines (posting), ==, matchum_posting_get_n_lines (again));
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *a = matchum_posting_get_line (posting, i);
      const MatchumPostingLine *b = matchum_posting_get_line (again, i);

      g_assert_true (a->kind == b->kind && a->is_heading == b->is_heading && a->depth == b->depth);
      g_assert_true (a->span.start == b->span.start && a->span.end == b->span.end);
      g_assert_true (matchum_inline_text_is_equal (a->content, b->content));
    }
}

static char *
dup_kind (GRand *rand)
{
  static const char *const kinds[] = { "required", "preferred", "duty", "other",     "stack",
                                       "benefit",  "process",   "note", "unheard of" };

  return g_strdup (kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))]);
}

/* Words of any line, cut into lines anywhere. */
static char *
dup_words (MatchumPosting *posting, GRand *rand)
{
  const guint n_lines = matchum_posting_get_n_lines (posting);
  GString *words = g_string_new (NULL);
  char *valid;

  for (gint i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      const char *text = matchum_posting_line_get_text (
          matchum_posting_get_line (posting, (guint) g_rand_int_range (rand, 0, (gint32) n_lines)));

      g_string_append_len (words, text, (gssize) MIN (strlen (text), 200));
      g_string_append_c (words, g_rand_boolean (rand) ? '\n' : ' ');
    }
  valid = g_utf8_make_valid (words->str, (gssize) words->len);
  g_string_free (words, TRUE);
  return valid;
}

static MatchumPostingCorrection *
make_correction (MatchumPosting *posting, GRand *rand)
{
  const guint n_lines = matchum_posting_get_n_lines (posting);
  const guint index = (guint) g_rand_int_range (rand, 0, (gint32) n_lines);
  g_autofree char *aspect = NULL;
  g_autofree char *value = NULL;

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      aspect = matchum_posting_correction_dup_kind_aspect ((guint) g_rand_int_range (rand, 0, 3));
      value = dup_kind (rand);
      break;
    case 1:
      aspect = g_strdup (MATCHUM_ASPECT_WORDS);
      value = dup_words (posting, rand);
      break;
    case 2:
      aspect = g_strdup (MATCHUM_ASPECT_JOIN);
      value = g_strdup ("");
      break;
    default:
      aspect = g_strdup (MATCHUM_ASPECT_HEADING);
      value = g_strdup (g_rand_boolean (rand) ? "yes" : "no");
      break;
    }
  return matchum_posting_correction_new_for_line (posting, index, aspect, value);
}

/* Words that a person wrote stand nowhere in the source, so of these lines only the place is asked. */
static void
assert_corrected (MatchumPosting *posting, guint32 seed)
{
  MatchumSource *source = matchum_posting_get_source (posting);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) corrections =
      g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);
  g_autoptr (GPtrArray) unplaced = NULL;
  g_autoptr (MatchumPosting) corrected = NULL;

  if (matchum_posting_get_n_lines (posting) == 0)
    return;
  for (gint i = g_rand_int_range (rand, 1, 9); i > 0; i--)
    g_ptr_array_add (corrections, make_correction (posting, rand));
  corrected = matchum_posting_with_corrections (posting, corrections, &unplaced);
  g_assert_true (matchum_posting_get_source (corrected) == source);
  for (guint i = 0; i < matchum_posting_get_n_lines (corrected); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (corrected, i);

      g_assert_true (line->first_line > 0 && line->first_line <= line->last_line);
      g_assert_cmpuint (line->last_line, <=, matchum_source_get_n_lines (source));
      fuzz_assert_source_span (source, line->span);
      fuzz_assert_text (matchum_posting_line_get_text (line), strlen (matchum_posting_line_get_text (line)));
      if (matchum_posting_line_is_requirement (line))
        assert_requirement (corrected, i);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPosting) posting = source != NULL ? matchum_posting_reader_read (source, &error) : NULL;
  g_autoptr (MatchumPosting) again = posting != NULL ? matchum_posting_reader_read (source, NULL) : NULL;
  g_autoptr (MatchumFrontMatter) front_matter = posting != NULL ? matchum_front_matter_read (source, NULL) : NULL;

  if (source == NULL)
    return 0;
  g_assert_true ((posting == NULL) == (error != NULL));
  if (posting == NULL)
    return 0;
  g_assert_nonnull (front_matter);
  assert_lines (posting,
                matchum_span_is_empty (matchum_front_matter_get_span (front_matter))
                    ? 1
                    : matchum_source_get_line_at (source, matchum_front_matter_get_span (front_matter).end - 1) + 1);
  assert_same (posting, again);
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    if (matchum_posting_line_is_requirement (matchum_posting_get_line (posting, i)))
      assert_requirement (posting, i);
  assert_corrected (posting, g_str_hash (matchum_source_get_text (source)));
  return 0;
}
