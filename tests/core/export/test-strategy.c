/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strategy sheet: what it says of one small application, and what holds of every labelled pair: every requirement
 * with its sentence, read back as the very words; nothing of what is hidden. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "export/matchum-strategy.h"
#include "match/matchum-explanation.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

/* One block in so many is hidden. */
#define HIDDEN_SHARE 3

typedef struct {
  MatchumMatch *match;
  MatchumVisibility *visibility;
  MatchumCoverage *coverage;
  MatchumPostingDetails *details;
} Pair;

static MatchumSource *
make_source (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new (name, bytes, &error);

  g_assert_no_error (error);
  return source;
}

/* hidden: of char *, words of the blocks that are hidden; or NULL. share: one block in so many is hidden, 0 for none.
 */
static void
pair_init (Pair *self,
           MatchumLexicon *lexicon,
           const char *resume_text,
           const char *posting_text,
           MatchumDay day,
           const char *const *hidden,
           guint share,
           guint offset)
{
  g_autoptr (MatchumSource) resume_source = make_source ("resume.md", resume_text);
  g_autoptr (MatchumSource) posting_source = make_source ("posting.md", posting_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (resume_source, &error);
  g_autoptr (MatchumPosting) posting = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_no_error (error);
  posting = matchum_posting_reader_read (posting_source, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      for (gsize k = 0; hidden != NULL && hidden[k] != NULL; k++)
        if (strstr (matchum_block_get_text (block), hidden[k]) != NULL)
          g_hash_table_add (ids, (gpointer) block->id);
      if (share > 0 && i % share == offset && (block->kind == MATCHUM_BLOCK_ITEM || block->kind == MATCHUM_BLOCK_ENTRY))
        g_hash_table_add (ids, (gpointer) block->id);
    }
  self->match = matchum_match_new (resume, posting, lexicon, day);
  self->visibility = matchum_visibility_new (resume, ids, NULL);
  self->coverage = matchum_coverage_new (self->match, self->visibility);
  self->details = matchum_posting_details_read (posting, day);
}

static void
pair_clear (Pair *self)
{
  matchum_posting_details_unref (self->details);
  matchum_coverage_unref (self->coverage);
  matchum_visibility_unref (self->visibility);
  matchum_match_unref (self->match);
}

static MatchumLexicon *
get_lexicon (void)
{
  static MatchumLexicon *lexicon;
  g_autoptr (GError) error = NULL;

  if (lexicon == NULL)
    lexicon = matchum_lexicon_new_builtin (&error);
  g_assert_no_error (error);
  return lexicon;
}

/* One small application ---------------------------------------------------------------------------------------------
 */

static const char resume_text[] = "# Kim Haneul\n\n"
                                  "## Experience\n\n"
                                  "### Bluewave | Data Engineer | 2021.03 - Present\n\n"
                                  "- Built batch pipelines in Airflow and PySpark\n"
                                  "- Wrote the zebrafish dashboard in Tableau\n"
                                  "- Considered Kafka for the event stream\n\n"
                                  "## Skills\n\n"
                                  "- Terraform, SQL\n";

static const char posting_text[] = "# [Acme] Data Engineer\n\n"
                                   "Deadline: 2026-12-05\n\n"
                                   "## Responsibilities\n\n"
                                   "- Run our pipelines\n"
                                   "- Answer questions\n\n"
                                   "## Requirements\n\n"
                                   "- Airflow experience\n"
                                   "- Tableau\n"
                                   "- Kafka\n"
                                   "- Terraform\n"
                                   "- A positive attitude\n\n"
                                   "## Nice to have\n\n"
                                   "- Kubernetes\n";

static void
test_words (void)
{
  static const char *const hidden[] = { "zebrafish", NULL };
  Pair pair;
  g_autofree char *text = NULL;

  pair_init (&pair, get_lexicon (), resume_text, posting_text, (MatchumDay){ 2026, 11, 25 }, hidden, 0, 0);
  text = matchum_strategy_write (pair.coverage, pair.details, NULL, NULL, 0);
  g_assert_cmpstr (text, ==,
                   "# Acme · Data Engineer\n"
                   "\n"
                   "Strategy sheet of 2026-11-25\n"
                   "\n"
                   "## The Posting\n"
                   "\n"
                   "- **Deadline:** 2026-12-05\n"
                   "\n"
                   "## Required: 2 met, 0 partial, 2 missing, 1 cannot be shown\n"
                   "\n"
                   "- **met** · Airflow experience\n"
                   "  - Airflow shown in 1 item\n"
                   "  - “Built batch pipelines in Airflow and PySpark”\n"
                   "- **missing** · Tableau\n"
                   "  - Tableau only in 1 hidden item\n"
                   "- **missing** · Kafka\n"
                   "  - Only a hint of Kafka (considered)\n"
                   "- **listed only** · Terraform\n"
                   "  - Terraform in a skills list only\n"
                   "  - “Terraform, SQL”\n"
                   "- **cannot be shown** · A positive attitude\n"
                   "\n"
                   "## Preferred: 0 met, 0 partial, 1 missing\n"
                   "\n"
                   "- **missing** · Kubernetes\n"
                   "  - Nothing shows Kubernetes\n"
                   "\n"
                   "## To Prepare\n"
                   "\n"
                   "- **Speak of first:** “Built batch pipelines in Airflow and PySpark” (1 requirement)\n"
                   "- **Not shown:** Kafka (required). Kubernetes (preferred). Add to the baseline what you have done "
                   "of it; for the rest, have an answer ready.\n"
                   "- **Shown by what you hid:** Tableau. Show it again, or be ready to tell it.\n"
                   "- **In a skills list only:** Terraform. Have an example of work with each ready.\n"
                   "- **Only hinted at:** “Considered Kafka for the event stream” (considered)\n"
                   "- **For the interview:** A positive attitude. Have a story ready for each.\n"
                   "\n"
                   "## What the Job Does\n"
                   "\n"
                   "- Run our pipelines\n"
                   "- Answer questions\n");
  pair_clear (&pair);
}

/* What the user put right of the posting goes before what was read. */
static void
test_names (void)
{
  Pair pair;
  g_autofree char *text = NULL;

  pair_init (&pair, get_lexicon (), resume_text, posting_text, (MatchumDay){ 2026, 11, 25 }, NULL, 0, 0);
  text = matchum_strategy_write (pair.coverage, pair.details, "당근 *", "Head of #1", 0);
  g_assert_true (g_str_has_prefix (text, "# 당근 * · Head of \\#1\n"));
  pair_clear (&pair);
}

/* What a posting says cannot become a mark of the sheet, nor an address that does things. */
static void
test_hostile_words (void)
{
  static const char hostile[] = "# [Acme](javascript:alert(1)) <script>x</script> Engineer\n\n"
                                "## Requirements\n\n"
                                "- Kafka ![x](file:///etc/passwd) and # no heading\n"
                                "- `Spark` 1. **bold** _under_ &amp; <b>tag</b>\n"
                                "- Airflow [here](https://example.com/a(b)c)\n";
  Pair pair;

  pair_init (&pair, get_lexicon (), resume_text, hostile, (MatchumDay){ 2026, 11, 25 }, NULL, 0, 0);
  for (guint i = 0; i < MATCHUM_STRATEGY_N_LEVELS; i++)
    {
      g_autofree char *text = matchum_strategy_write (pair.coverage, pair.details, NULL, NULL, i);
      g_autoptr (MatchumSource) source = make_source ("sheet.md", text);
      g_autoptr (MatchumResume) sheet = matchum_markdown_resume_reader_read (source, NULL);
      guint n_sections = 0;

      g_assert_null (strstr (text, "](javascript"));
      g_assert_null (strstr (text, "](file"));
      for (guint k = 0; k < matchum_resume_get_n_blocks (sheet); k++)
        {
          const MatchumBlock *block = matchum_resume_get_block (sheet, k);

          n_sections += block->kind == MATCHUM_BLOCK_SECTION;
          g_assert_cmpint (block->kind, !=, MATCHUM_BLOCK_REMARK);
          g_assert_null (block->remarks);
        }
      /* The posting's link may make a section of facts. */
      g_assert_cmpuint (n_sections, <=, 3);
      g_assert_cmpuint (n_sections, >=, 2);
    }
  pair_clear (&pair);
}

/* Labelled pairs ----------------------------------------------------------------------------------------------------
 */

typedef struct {
  guint n_sheets;
  guint n_requirements;
  guint n_sentences;
  guint n_hidden_marks;
  guint n_shown_marks;
} Totals;

/* A resume in which every bullet and every entry has a word of its own, "zq12q", that no sheet says by chance. */
static char *
mark_blocks (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) marked = g_string_new (NULL);
  guint n_marks = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *start = lines[i] + strspn (lines[i], " ");

      g_strchomp (lines[i]);
      if (g_str_has_prefix (start, "- ") || g_str_has_prefix (start, "* "))
        g_string_append_printf (marked, "%.*szq%uq %s\n", (int) (start + 2 - lines[i]), lines[i], n_marks++, start + 2);
      else if (g_str_has_prefix (start, "### "))
        g_string_append_printf (marked, "### zq%uq %s\n", n_marks++, start + 4);
      else
        g_string_append_printf (marked, "%s\n", lines[i]);
    }
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

/* Whether the sheet says the marks of hidden blocks, and how many of the others. */
static void
check_marks (Pair *pair, const char *text, Totals *totals)
{
  MatchumResume *resume = matchum_match_get_resume (pair->match);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const char *mark = strstr (matchum_block_get_text (matchum_resume_get_block (resume, i)), "zq");
      const gsize length = mark != NULL ? 3 + strspn (mark + 2, "0123456789") : 0;
      g_autofree char *word = mark != NULL ? g_strndup (mark, length) : NULL;
      const gboolean is_said = word != NULL && strstr (text, word) != NULL;

      if (word == NULL)
        continue;
      if (matchum_visibility_is_visible (pair->visibility, i))
        totals->n_shown_marks += is_said;
      else
        {
          g_assert_false (is_said);
          totals->n_hidden_marks++;
        }
    }
}

/* The words of every block of the sheet, a line each. */
static char *
read_sheet (const char *text)
{
  g_autoptr (MatchumSource) source = make_source ("sheet.md", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumResume) sheet = matchum_markdown_resume_reader_read (source, &error);
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < matchum_resume_get_n_blocks (sheet); i++)
    g_string_append_printf (words, "%s\n", matchum_block_get_text (matchum_resume_get_block (sheet, i)));
  return g_string_free (words, FALSE);
}

static void
check_sheet (Pair *pair, guint level, Totals *totals)
{
  g_autofree char *text = matchum_strategy_write (pair->coverage, pair->details, NULL, NULL, level);
  g_autofree char *again = matchum_strategy_write (pair->coverage, pair->details, NULL, NULL, level);
  g_autofree char *words = read_sheet (text);

  g_assert_cmpstr (text, ==, again);
  totals->n_sheets++;
  for (guint i = 0; i < matchum_match_get_n_requirements (pair->match); i++)
    {
      const MatchumPostingLine *line = matchum_requirement_get_line (matchum_match_get_requirement (pair->match, i));
      g_autoptr (MatchumExplanation) explanation = matchum_explanation_new_discreet (pair->coverage, i);
      const char *at = strstr (words, matchum_posting_line_get_text (line));

      if (at == NULL)
        g_test_message ("%s\nis not in\n%s", matchum_posting_line_get_text (line), words);
      g_assert_nonnull (at);
      totals->n_requirements++;
      if (matchum_coverage_get_verdict (pair->coverage, i)->status == MATCHUM_STATUS_UNPROVABLE)
        continue;
      g_assert_nonnull (strstr (words, matchum_explanation_get_sentence (explanation)));
      totals->n_sentences++;
    }
  check_marks (pair, text, totals);
}

static char *
load (const char *folder, JsonObject *label, const char *member)
{
  g_autofree char *name =
      g_test_build_filename (G_TEST_DIST, folder, json_object_get_string_member (label, member), NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (name, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
check_pair (const char *folder, JsonObject *label, guint number, Totals *totals)
{
  g_autofree char *resume = load (folder, label, "resume");
  g_autofree char *marked = mark_blocks (resume);
  g_autofree char *posting = load (folder, label, "posting");
  MatchumDay day = { 0 };
  Pair pair;

  g_assert_true (matchum_day_parse (json_object_get_string_member (label, "as_of"), &day));
  pair_init (&pair, get_lexicon (), marked, posting, day, NULL, HIDDEN_SHARE, number % HIDDEN_SHARE);
  for (guint i = 0; i < MATCHUM_STRATEGY_N_LEVELS; i++)
    check_sheet (&pair, i, totals);
  pair_clear (&pair);
}

static void
check_folder (const char *folder, Totals *totals)
{
  g_autofree char *labels = g_test_build_filename (G_TEST_DIST, folder, "labels", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (labels, 0, &error);
  guint number = 0;

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (labels, name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (!g_str_has_suffix (name, ".json"))
        continue;
      json_parser_load_from_file (parser, path, &error);
      g_assert_no_error (error);
      g_test_message ("%s/%s", folder, name);
      check_pair (folder, json_node_get_object (json_parser_get_root (parser)), number++, totals);
    }
}

static void
test_cases (void)
{
  static const char *const folders[] = { "cases", "cases-2", "cases-7", "cases-12" };
  Totals totals = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    check_folder (folders[i], &totals);
  g_test_message ("%u sheets, %u requirements, %u sentences, %u hidden and %u shown words", totals.n_sheets,
                  totals.n_requirements, totals.n_sentences, totals.n_hidden_marks, totals.n_shown_marks);
  /* The checks had something to check. */
  g_assert_cmpuint (totals.n_sheets, >, 300);
  g_assert_cmpuint (totals.n_sentences, >, 3000);
  g_assert_cmpuint (totals.n_hidden_marks, >, 3000);
  g_assert_cmpuint (totals.n_shown_marks, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strategy/words", test_words);
  g_test_add_func ("/strategy/names", test_names);
  g_test_add_func ("/strategy/hostile-words", test_hostile_words);
  g_test_add_func ("/strategy/cases", test_cases);
  return g_test_run ();
}
