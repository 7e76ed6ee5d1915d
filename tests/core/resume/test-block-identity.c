/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks keep their ids through every kind of edit; what can't be followed is said. */
#include "config.h"
#include <locale.h>

#include "resume/matchum-block-identity.h"

#include "../../support/resume-editor.h"

#define N_STEPS 1000
#define N_SLOW_STEPS 20000
/* Edits between two readings. */
#define MAX_CHANGES 6

/* What the random edits came to. */
typedef struct {
  guint n_blocks;    /* that were there before and after */
  guint n_followed;  /* and have the right id */
  guint n_new;       /* that were not there before */
  guint n_renewed;   /* and have an id of their own */
  guint n_doubted;   /* right ids that were called uncertain */
  guint n_unnoticed; /* hidden ones that show, shown ones that hide, without a word */
} Tally;

static MatchumResume *
apply (GPtrArray *records, MatchumResume *resume, guint64 *next_number, MatchumIdentityReport **report)
{
  MatchumResume *named = matchum_block_identity_apply (records, resume, next_number, report);

  g_assert_nonnull (named);
  g_assert_cmpuint (matchum_resume_get_n_blocks (named), ==, matchum_resume_get_n_blocks (resume));
  return named;
}

static MatchumResume *
read_first (const char *text, guint64 *next_number)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (MatchumResume) resume = fixture_read (text);

  return apply (none, resume, next_number, NULL);
}

static MatchumResume *
read_again (MatchumResume *before, const char *text, guint64 *next_number, MatchumIdentityReport **report)
{
  g_autoptr (GPtrArray) records = matchum_block_record_list_new (before);
  g_autoptr (MatchumResume) resume = fixture_read (text);

  return apply (records, resume, next_number, report);
}

static GPtrArray *
load_sources (void)
{
  static const char *const names[] = {
    "cases/resumes/ko-kang-mle.md",        "cases/resumes/ko-park-dataeng.md",    "cases/resumes/ko-yoon-analyst.md",
    "cases/resumes/en-okafor-platform.md", "cases/resumes/en-sandoval-vision.md", "cases/resumes/bi-lim-biostat.md",
    "../data/samples/resume-ko.md",        "../data/samples/resume-en.md",
  };
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, names[i], NULL);
      g_autoptr (GError) error = NULL;
      char *text = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_add (sources, text);
    }
  return sources;
}

/* The words of all bullets of all resumes. */
static GPtrArray *
load_phrases (GPtrArray *sources)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sources->len; i++)
    {
      g_autoptr (MatchumResume) resume = fixture_read (g_ptr_array_index (sources, i));

      for (guint k = 0; k < matchum_resume_get_n_blocks (resume); k++)
        if (matchum_resume_get_block (resume, k)->kind == MATCHUM_BLOCK_ITEM)
          g_ptr_array_add (phrases, g_strdup (matchum_block_get_text (matchum_resume_get_block (resume, k))));
    }
  return phrases;
}

static GHashTable *
choose_hidden (MatchumResume *resume, GRand *rand)
{
  GHashTable *hidden = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->kind != MATCHUM_BLOCK_TITLE && g_rand_int_range (rand, 0, 10) < 3)
      g_hash_table_add (hidden, matchum_resume_get_block (resume, i)->id);
  return hidden;
}

static gboolean
is_told_of (GPtrArray *concerning, const char *id)
{
  for (guint i = 0; i < concerning->len; i++)
    {
      const MatchumIdentityChange *change = g_ptr_array_index (concerning, i);

      if (g_str_equal (change->id, id) || g_strcmp0 (change->origin, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
complain (const char *what, const MatchumBlock *block, const char *id, const ResumeEditorNode *node, Tally *tally)
{
  tally->n_unnoticed++;
  g_test_message ("%s: \"%s\" was %s, is %s (wanted by %s)", what, matchum_block_get_text (block),
                  node->id != NULL ? node->id : "new", block->id, id);
}

/* A hidden block whose text shows, or a shown block whose text does not, must be among what is said of hidden ones. */
static void
check_block (const MatchumBlock *block,
             const ResumeEditorNode *node,
             GHashTable *hidden,
             GPtrArray *concerning,
             MatchumIdentityReport *report,
             Tally *tally)
{
  const MatchumIdentityChange *change = matchum_identity_report_lookup (report, block->id);
  gboolean was_hidden = node->id != NULL && g_hash_table_contains (hidden, node->id);
  gboolean is_hidden = g_hash_table_contains (hidden, block->id);

  g_assert_nonnull (change);
  if (node->id != NULL)
    {
      tally->n_blocks++;
      tally->n_followed += g_str_equal (node->id, block->id);
      if (g_test_verbose () && !g_str_equal (node->id, block->id))
        g_test_message ("\"%s\" was %s, is %s%s (\"%s\")", matchum_block_get_text (block), node->id, block->id,
                        (change->flags & MATCHUM_IDENTITY_UNCERTAIN) != 0 ? " in doubt" : "",
                        change->old_text != NULL ? change->old_text : "new");
      if (g_str_equal (node->id, block->id) && (change->flags & MATCHUM_IDENTITY_UNCERTAIN) != 0)
        tally->n_doubted++;
    }
  else
    {
      tally->n_new++;
      tally->n_renewed += (change->flags & MATCHUM_IDENTITY_NEW) != 0;
    }
  if (is_hidden && node->is_replaced && !is_told_of (concerning, block->id))
    complain ("stays hidden with other words", block, block->id, node, tally);
  if (was_hidden && !is_hidden && !is_told_of (concerning, node->id))
    complain ("reappears unnoticed", block, node->id, node, tally);
  if (!was_hidden && is_hidden && !is_told_of (concerning, block->id))
    complain ("vanishes unnoticed", block, block->id, node, tally);
}

/* Every block is in the report once, and every record is either a block or lost. */
static void
check_report (MatchumResume *before, MatchumResume *after, MatchumIdentityReport *report)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < matchum_resume_get_n_blocks (after); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (after, i);
      const MatchumIdentityChange *change = matchum_identity_report_get_change (report, i);

      g_assert_true (g_hash_table_add (ids, block->id));
      g_assert_cmpstr (change->id, ==, block->id);
      g_assert_cmpuint (change->block, ==, i);
      g_assert_true (matchum_resume_lookup (after, block->id) == block);
      g_assert_cmpint ((change->flags & MATCHUM_IDENTITY_NEW) != 0, ==,
                       matchum_resume_lookup (before, block->id) == NULL);
    }
  for (guint i = 0; i < matchum_resume_get_n_blocks (before); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (before, i);
      const MatchumIdentityChange *change = matchum_identity_report_lookup (report, block->id);

      g_assert_nonnull (change);
      g_assert_cmpstr (change->old_text, ==, matchum_block_get_text (block));
      g_assert_cmpint ((change->flags & MATCHUM_IDENTITY_LOST) != 0, ==, !g_hash_table_contains (ids, block->id));
    }
}

/* Words that were cut out and put in anew are the block they were: nobody could tell. So is the smaller part of a block
 * whose larger part is gone. */
static void
recognize_pasted (ResumeEditor *editor, MatchumResume *before, MatchumResume *after)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < editor->nodes->len; i++)
    if (resume_editor_get (editor, i)->id != NULL)
      g_hash_table_add (kept, resume_editor_get (editor, i)->id);
  for (guint i = 0; i < matchum_resume_get_n_blocks (after); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (after, i);
      const MatchumBlock *old = matchum_resume_lookup (before, block->id);
      ResumeEditorNode *node = resume_editor_find_line (editor, block->first_line);

      if (node == NULL || node->id != NULL || old == NULL || g_hash_table_contains (kept, old->id)
          || (!g_str_equal (matchum_block_get_text (old), matchum_block_get_text (block))
              && !g_ptr_array_find_with_equal_func (node->parts, old->id, g_str_equal, NULL)))
        continue;
      node->id = g_strdup (old->id);
      g_hash_table_add (kept, node->id);
    }
}

/* Two that say the same and changed places are where they were. */
static void
recognize_exchanged (ResumeEditor *editor, MatchumResume *before, MatchumResume *after, MatchumIdentityReport *report)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (after); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (after, i);
      ResumeEditorNode *node = resume_editor_find_line (editor, block->first_line), *other = NULL;
      const MatchumBlock *old = matchum_resume_lookup (before, block->id);

      if (node == NULL || node->id == NULL || old == NULL || g_str_equal (node->id, block->id)
          || matchum_identity_report_lookup (report, block->id)->flags != MATCHUM_IDENTITY_KEPT
          || !g_str_equal (matchum_block_get_text (matchum_resume_lookup (before, node->id)),
                           matchum_block_get_text (old)))
        continue;
      for (guint k = 0; k < editor->nodes->len && other == NULL; k++)
        if (g_strcmp0 (resume_editor_get (editor, k)->id, block->id) == 0)
          other = resume_editor_get (editor, k);
      if (other == NULL)
        continue;
      g_free (other->id);
      other->id = node->id;
      node->id = g_strdup (block->id);
    }
}

/* Whether a block or one above it is hidden. */
static gboolean
is_covered (MatchumResume *resume, const MatchumBlock *block, GHashTable *hidden)
{
  for (;; block = matchum_resume_get_block (resume, block->parent))
    {
      if (g_hash_table_contains (hidden, block->id))
        return TRUE;
      if (block->parent == MATCHUM_BLOCK_NONE)
        return FALSE;
    }
}

/* What is hidden or shown with the block it stands in does not change sides unless one of them is said to have moved.
 */
static void
check_cover (MatchumResume *before, MatchumResume *after, GHashTable *hidden, MatchumIdentityReport *report)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (after); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (after, i);
      const MatchumBlock *old = matchum_resume_lookup (before, block->id);
      gboolean is_told = FALSE;

      if (old == NULL || is_covered (before, old, hidden) == is_covered (after, block, hidden))
        continue;
      for (; !is_told; block = matchum_resume_get_block (after, block->parent))
        {
          is_told = (matchum_identity_report_lookup (report, block->id)->flags & MATCHUM_IDENTITY_MOVED) != 0;
          if (block->parent == MATCHUM_BLOCK_NONE)
            break;
        }
      g_assert_true (is_told);
    }
}

static void
check_step (ResumeEditor *editor,
            MatchumResume *before,
            MatchumResume *after,
            GHashTable *hidden,
            MatchumIdentityReport *report,
            Tally *tally)
{
  g_autoptr (GPtrArray) concerning = matchum_identity_report_list_concerning (report, hidden);

  recognize_pasted (editor, before, after);
  recognize_exchanged (editor, before, after, report);
  check_report (before, after, report);
  check_cover (before, after, hidden, report);
  for (guint i = 0; i < matchum_resume_get_n_blocks (after); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (after, i);
      const ResumeEditorNode *node = resume_editor_find_line (editor, block->first_line);

      if (node != NULL)
        check_block (block, node, hidden, concerning, report, tally);
    }
}

/* Edits one resume again and again, each time from the ids that the time before gave. */
static void
run_chain (ResumeEditor *editor, const char *source, guint n_steps, Tally *tally)
{
  guint64 next_number = 1;
  g_autoptr (MatchumResume) resume = read_first (source, &next_number);
  g_autofree char *text = NULL;
  g_autoptr (MatchumIdentityReport) written = NULL;
  MatchumResume *again;

  resume_editor_load (editor, resume);
  text = resume_editor_dup_text (editor);
  again = read_again (resume, text, &next_number, &written);
  matchum_resume_unref (resume);
  resume = again;
  for (guint step = 0; step < n_steps; step++)
    {
      guint n_changes = 1 + resume_editor_pick (editor, MAX_CHANGES);
      g_autoptr (GHashTable) hidden = choose_hidden (resume, editor->rand);
      g_autoptr (MatchumIdentityReport) report = NULL;
      g_autoptr (MatchumResume) next = NULL;
      g_autofree char *edited = NULL;
      GString *changes = g_string_new (NULL);
      guint n_unnoticed = tally->n_unnoticed, n_wrong = tally->n_blocks - tally->n_followed;

      resume_editor_load (editor, resume);
      for (guint i = 0; i < n_changes; i++)
        g_string_append_printf (changes, "%s; ", resume_editor_change (editor));
      edited = resume_editor_dup_text (editor);
      next = read_again (resume, edited, &next_number, &report);
      check_step (editor, resume, next, hidden, report, tally);
      if (tally->n_unnoticed > n_unnoticed)
        g_test_message ("after: %s", changes->str);
      if (g_test_verbose () && tally->n_blocks - tally->n_followed > n_wrong)
        g_test_message ("lost track of %u after: %s", tally->n_blocks - tally->n_followed - n_wrong, changes->str);
      g_string_free (changes, TRUE);
      matchum_resume_unref (resume);
      resume = g_steal_pointer (&next);
    }
}

static void
test_random_edits (void)
{
  g_autoptr (GPtrArray) sources = load_sources ();
  g_autoptr (GPtrArray) phrases = load_phrases (sources);
  guint n_steps = g_test_slow () ? N_SLOW_STEPS : N_STEPS;
  Tally tally = { 0 };

  for (guint chain = 0; chain * 25 < n_steps; chain++)
    {
      ResumeEditor editor;

      resume_editor_init (&editor, chain + 1, phrases);
      run_chain (&editor, g_ptr_array_index (sources, chain % sources->len), 25, &tally);
      resume_editor_clear (&editor);
    }
  g_test_message ("%u of %u followed (%.5f), %u of %u new ones told, %u right ones doubted, %u unnoticed",
                  tally.n_followed, tally.n_blocks, (double) tally.n_followed / tally.n_blocks, tally.n_renewed,
                  tally.n_new, tally.n_doubted, tally.n_unnoticed);
  g_assert_cmpuint (tally.n_unnoticed, ==, 0);
  g_assert_cmpfloat ((double) tally.n_followed / tally.n_blocks, >=, 0.995);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resume/block-identity/random-edits", test_random_edits);
  return g_test_run ();
}
