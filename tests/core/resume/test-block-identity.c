/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks keep their ids through every kind of edit; what can't be followed is said. */
#include "config.h"

#include "resume/matchum-block-identity.h"

#include <time.h>

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

static gboolean
is_lost (MatchumIdentityReport *report, const char *id)
{
  const MatchumIdentityChange *change = id != NULL ? matchum_identity_report_lookup (report, id) : NULL;

  return change != NULL && (change->flags & MATCHUM_IDENTITY_LOST) != 0;
}

static void
complain (const char *what, const MatchumBlock *block, const ResumeEditorNode *node, Tally *tally)
{
  tally->n_unnoticed++;
  g_test_message ("%s: \"%s\" was %s, is %s", what, matchum_block_get_text (block), node->id != NULL ? node->id : "new",
                  block->id);
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
      if (g_str_equal (node->id, block->id) && (change->flags & MATCHUM_IDENTITY_UNCERTAIN) != 0)
        tally->n_doubted++;
    }
  else
    {
      tally->n_new++;
      tally->n_renewed += (change->flags & MATCHUM_IDENTITY_NEW) != 0;
    }
  /* a heading is also known by what stands under it */
  if (is_hidden && node->is_replaced && node->kind != RESUME_EDITOR_HEADING && change->likeness < 0.5
      && !is_told_of (concerning, block->id))
    complain ("stays hidden with other words", block, node, tally);
  if (was_hidden && !is_hidden && !is_told_of (concerning, node->id))
    complain ("reappears unnoticed", block, node, tally);
  if (!was_hidden && is_hidden && !is_told_of (concerning, block->id) && !is_lost (report, node->id))
    complain ("vanishes unnoticed", block, node, tally);
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

static ResumeEditorNode *
find_node (ResumeEditor *editor, const char *id)
{
  for (guint i = 0; i < editor->nodes->len; i++)
    if (g_strcmp0 (resume_editor_get (editor, i)->id, id) == 0)
      return resume_editor_get (editor, i);
  return NULL;
}

static gboolean
has_part (const ResumeEditorNode *node, const char *id)
{
  return g_ptr_array_find_with_equal_func (node->parts, id, g_str_equal, NULL);
}

/* Words that were cut out and put in anew are the block they were: nobody could tell. So is the smaller part of a block
 * whose larger part is gone, or was joined to another one. */
static void
recognize_pasted (ResumeEditor *editor, MatchumResume *before, MatchumResume *after)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (after); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (after, i);
      const MatchumBlock *old = matchum_resume_lookup (before, block->id);
      ResumeEditorNode *node = resume_editor_find_line (editor, block->first_line), *keeper;
      gboolean is_same;

      if (node == NULL || old == NULL || g_strcmp0 (node->id, old->id) == 0)
        continue;
      keeper = find_node (editor, old->id);
      is_same = g_str_equal (matchum_block_get_text (old), matchum_block_get_text (block)) || has_part (node, old->id);
      if (keeper != NULL)
        is_same = has_part (node, old->id) && node->parts->len > 1 && keeper->parts->len > 1;
      if (!is_same || (node->id != NULL && keeper == NULL))
        continue;
      if (keeper != NULL)
        g_clear_pointer (&keeper->id, g_free);
      g_free (node->id);
      node->id = g_strdup (old->id);
    }
}

/* Of two that say the same, the one that stands where it stood is the one that stood there. */
static void
recognize_exchanged (ResumeEditor *editor, MatchumResume *before, MatchumResume *after, MatchumIdentityReport *report)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (after); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (after, i);
      const MatchumBlock *old = matchum_resume_lookup (before, block->id);
      ResumeEditorNode *node = resume_editor_find_line (editor, block->first_line), *other;

      if (node == NULL || old == NULL || g_strcmp0 (node->id, block->id) == 0
          || matchum_identity_report_lookup (report, block->id)->flags != MATCHUM_IDENTITY_KEPT)
        continue;
      other = find_node (editor, block->id);
      if (other == NULL || !g_str_equal (other->text, node->text))
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

  resume_editor_use_phrases (editor, resume);
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
      guint n_unnoticed = tally->n_unnoticed;

      resume_editor_load (editor, resume);
      for (guint i = 0; i < n_changes; i++)
        g_string_append_printf (changes, "%s; ", resume_editor_change (editor));
      edited = resume_editor_dup_text (editor);
      next = read_again (resume, edited, &next_number, &report);
      check_step (editor, resume, next, hidden, report, tally);
      if (tally->n_unnoticed > n_unnoticed)
        g_test_message ("after: %s", changes->str);
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
  g_assert_cmpuint (tally.n_blocks, >, n_steps * 50);
  g_assert_cmpfloat ((double) tally.n_followed / tally.n_blocks, >=, 0.999);
  g_assert_cmpfloat ((double) tally.n_renewed / tally.n_new, >=, 0.95);
  g_assert_cmpfloat ((double) tally.n_doubted / tally.n_blocks, <=, 0.006);
}

/* What became of every block but the title, in one line: the words it had ("+" for a new one, with what it is from in
 * brackets), a mark for each flag, and at the end the lost ones. */
static void
append_change (GString *out, MatchumResume *before, const MatchumIdentityChange *change)
{
  static const struct {
    MatchumIdentityFlags flag;
    const char *mark;
  } marks[] = {
    { MATCHUM_IDENTITY_EDITED, "~" },   { MATCHUM_IDENTITY_MOVED, ">" },     { MATCHUM_IDENTITY_TURNED, "^" },
    { MATCHUM_IDENTITY_RETURNED, "!" }, { MATCHUM_IDENTITY_UNCERTAIN, "?" },
  };
  const MatchumBlock *origin = change->origin != NULL ? matchum_resume_lookup (before, change->origin) : NULL;

  g_string_append (out, out->len > 0 ? "; " : "");
  if ((change->flags & MATCHUM_IDENTITY_LOST) != 0)
    g_string_append (out, "-");
  g_string_append (out, change->old_text != NULL ? change->old_text : "+");
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if ((change->flags & marks[i].flag) != 0)
      g_string_append (out, marks[i].mark);
  if (origin != NULL)
    g_string_append_printf (out, "(%s)", matchum_block_get_text (origin));
}

static char *
dup_changes (MatchumResume *before, MatchumIdentityReport *report)
{
  GString *out = g_string_new (NULL);

  for (guint i = 1; i < matchum_identity_report_get_n_changes (report); i++)
    append_change (out, before, matchum_identity_report_get_change (report, i));
  return g_string_free (out, FALSE);
}

#define HEAD "# N\n\n## 경력\n\n### Acme, 개발자, 2020\n\n"
#define KAFKA "Kafka로 이벤트 수집 파이프라인을 만들고 하루 3억 건을 처리"
#define CTR "Rebuilt the click model in PyTorch, click rate up 8%"
#define MENTOR "신입 엔지니어 세 명의 멘토를 맡음"
#define COST "Cut the Snowflake bill by half with clustering"
#define ACME "경력; Acme, 개발자, 2020; "

static const struct {
  const char *name;
  const char *before;
  const char *after;
  const char *changes;
} cases[] = {
  { "nothing", HEAD "- " KAFKA "\n- " CTR "\n", HEAD "- " KAFKA "\n- " CTR "\n", ACME KAFKA "; " CTR },
  { "markup", HEAD "- " KAFKA "\n- " CTR "\n",
    "# N\r\n## 경력\r\n### Acme, 개발자, 2020\r\n* " KAFKA "\r\n\r\n* " CTR "\r\n", ACME KAFKA "; " CTR },
  { "words", HEAD "- " KAFKA "\n- " CTR "\n",
    HEAD "- Kafka로 로그 수집 파이프라인을 만들어 하루 5억 건 처리\n- Rebuilt the ranking model in PyTorch, click rate "
         "up 9%\n",
    ACME KAFKA "~; " CTR "~" },
  { "insert and delete", HEAD "- " KAFKA "\n- " CTR "\n- " MENTOR "\n", HEAD "- " COST "\n- " KAFKA "\n- " MENTOR "\n",
    ACME "+; " KAFKA "; " MENTOR "; -" CTR },
  { "reorder", HEAD "- " KAFKA "\n- " CTR "\n- " MENTOR "\n", HEAD "- " MENTOR "\n- " KAFKA "\n- " CTR "\n",
    ACME MENTOR ">; " KAFKA "; " CTR },
  { "other entry", HEAD "- " KAFKA "\n- " CTR "\n\n### Beta, 2018\n\n- " MENTOR "\n",
    HEAD "- " KAFKA "\n\n### Beta, 2018\n\n- " CTR "\n- " MENTOR "\n", ACME KAFKA "; Beta, 2018; " CTR ">; " MENTOR },
  { "edited on the way", HEAD "- " KAFKA "\n- " CTR "\n\n### Beta, 2018\n\n- " MENTOR "\n",
    HEAD "- " KAFKA "\n\n### Beta, 2018\n\n- Rebuilt the click model in TensorFlow, click rate up 8%\n- " MENTOR "\n",
    ACME KAFKA "; Beta, 2018; " CTR "~>; " MENTOR },
  { "deeper", HEAD "- " KAFKA "\n- " CTR "\n", HEAD "- " KAFKA "\n  - " CTR "\n", ACME KAFKA "; " CTR ">" },
  { "kind", HEAD "- " KAFKA "\n- " CTR "\n", HEAD KAFKA "\n\n- " CTR "\n", ACME KAFKA "^; " CTR },
  { "heading", HEAD "- " KAFKA "\n- " CTR "\n",
    "# N\n\n## Experience\n\n### 에이크미 주식회사\n\n- " KAFKA "\n- " CTR "\n",
    "경력~; Acme, 개발자, 2020~; " KAFKA "; " CTR },
  { "level", HEAD "- " KAFKA "\n\n### Beta, 2018\n\n- " MENTOR "\n",
    HEAD "- " KAFKA "\n\n## Beta, 2018\n\n- " MENTOR "\n", ACME KAFKA "; Beta, 2018>^; " MENTOR },
  { "sections change places", "# N\n\n## 경력\n\n- " KAFKA "\n\n## 기술\n\n- Python\n",
    "# N\n\n## 기술\n\n- Python\n\n## 경력\n\n- " KAFKA "\n", "기술>; Python; 경력; " KAFKA },
  { "same words by place", HEAD "- Python\n- " KAFKA "\n\n### Beta, 2018\n\n- Python\n",
    HEAD "- " KAFKA "\n\n### Beta, 2018\n\n- Python\n", ACME KAFKA "; Beta, 2018; Python; -Python" },
  { "same words in a row", HEAD "- Python\n- Python\n- " CTR "\n", HEAD "- Python\n- Python\n- " COST "\n- " CTR "\n",
    ACME "Python; Python; +; " CTR },
  { "one of the same", HEAD "- Python\n- Python\n- " CTR "\n", HEAD "- Python\n- " CTR "\n",
    ACME "Python?; " CTR "; -Python" },
  { "copy", HEAD "- " KAFKA "\n- " CTR "\n\n### Beta, 2018\n\n- " MENTOR "\n",
    HEAD "- " KAFKA "\n- " CTR "\n\n### Beta, 2018\n\n- " MENTOR "\n- " CTR "\n",
    ACME KAFKA "; " CTR "; Beta, 2018; " MENTOR "; +(" CTR ")" },
  { "split", HEAD "- " KAFKA "\n- " CTR "\n",
    HEAD "- Kafka로 이벤트 수집 파이프라인을 만들고\n- 하루 3억 건을 처리\n- " CTR "\n",
    ACME KAFKA "~; +(" KAFKA "); " CTR },
  { "split, the larger part behind", HEAD "- " KAFKA "\n- " CTR "\n",
    HEAD "- Kafka로 이벤트\n- 수집 파이프라인을 만들고 하루 3억 건을 처리\n- " CTR "\n",
    ACME "+(" KAFKA "); " KAFKA "~; " CTR },
  { "join", HEAD "- " MENTOR "\n- " CTR "\n- " KAFKA "\n", HEAD "- " MENTOR "; " CTR "\n- " KAFKA "\n",
    ACME CTR "~(" MENTOR "); " KAFKA "; -" MENTOR "(" CTR ")" },
  { "other words in the same place", HEAD "- " KAFKA "\n- " CTR "\n- " MENTOR "\n",
    HEAD "- " KAFKA "\n- " COST "\n- " MENTOR "\n", ACME KAFKA "; " CTR "~?; " MENTOR },
  { "other words under the name", "# N\n\n" COST "\n\n## 경력\n\n- " KAFKA "\n",
    "# N\n\n" MENTOR "\n\n## 경력\n\n- " KAFKA "\n", COST "~?; 경력; " KAFKA },
  { "all in another language", HEAD "- " KAFKA "\n- " MENTOR "\n\n## 학력\n\n- 서울대학교\n",
    "# N\n\n## Experience\n\n### Acme, developer, 2020\n\n- Handled 300 million events a day\n- Mentored three "
    "juniors\n\n"
    "## Education\n\n- Seoul National University\n",
    "경력~; Acme, 개발자, 2020~; " KAFKA "~?; " MENTOR "~?; 학력~; 서울대학교~?" },
  { "everything else", HEAD "- " KAFKA "\n", "# N\n\n## 어학\n\n- TOEIC 900\n\n## 수상\n\n- 대상\n",
    "+; +; +; +; -경력; -Acme, 개발자, 2020; -" KAFKA },
  { "title gone", HEAD "- " KAFKA "\n\n## 기술\n\n- Python\n",
    "## 기술\n\n- Python\n\n## 경력\n\n### Acme, 개발자, 2020\n\n- " KAFKA "\n",
    "Python; 경력; Acme, 개발자, 2020; " KAFKA "; -N" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 next_number = 1;
      g_autoptr (MatchumResume) before = read_first (cases[i].before, &next_number);
      g_autoptr (MatchumIdentityReport) report = NULL;
      g_autoptr (MatchumResume) after = read_again (before, cases[i].after, &next_number, &report);
      g_autofree char *changes = dup_changes (before, report);

      if (!g_str_equal (changes, cases[i].changes))
        g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (changes, ==, cases[i].changes);
      check_report (before, after, report);
    }
}

/* What was cut out one day and put in again another is the same; what is gone is not lost a second time. */
static void
test_gone (void)
{
  guint64 next_number = 1;
  g_autoptr (MatchumResume) before = read_first (HEAD "- " KAFKA "\n- " CTR "\n", &next_number);
  g_autoptr (GPtrArray) records = matchum_block_record_list_new (before);
  g_autoptr (MatchumIdentityReport) without = NULL, again = NULL;
  g_autoptr (MatchumResume) cut = NULL, put = NULL, read = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) concerning = NULL;
  MatchumBlockRecord *record = g_ptr_array_index (records, 4);

  g_assert_cmpstr (record->text, ==, CTR);
  record->is_gone = TRUE;
  read = fixture_read (HEAD "- " KAFKA "\n");
  cut = apply (records, read, &next_number, &without);
  g_assert_cmpuint (matchum_identity_report_count (without, MATCHUM_IDENTITY_LOST | MATCHUM_IDENTITY_NEW), ==, 0);
  g_assert_null (matchum_identity_report_lookup (without, record->id));
  put = fixture_read (HEAD "- " KAFKA "\n\n## 프로젝트\n\n- Rebuilt the click model in PyTorch, click rate up 8.5%\n");
  g_clear_pointer (&cut, matchum_resume_unref);
  cut = apply (records, put, &next_number, &again);
  g_assert_cmpint (matchum_identity_report_lookup (again, record->id)->flags, ==,
                   MATCHUM_IDENTITY_RETURNED | MATCHUM_IDENTITY_EDITED);
  g_hash_table_add (ids, record->id);
  concerning = matchum_identity_report_list_concerning (again, ids);
  g_assert_cmpuint (concerning->len, ==, 1);
}

/* Records in any order, in a circle, twice, with parents that nobody knows: every id is either placed or lost. */
static void
test_odd_records (void)
{
  guint64 next_number = 1;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_block_record_free);
  g_autoptr (MatchumResume) resume = fixture_read (HEAD "- " KAFKA "\n- " CTR "\n");
  g_autoptr (MatchumResume) named = NULL;
  g_autoptr (MatchumIdentityReport) report = NULL;
  static const struct {
    const char *id;
    MatchumBlockKind kind;
    const char *parent;
    guint place;
    const char *text;
  } odd[] = {
    { "b3", MATCHUM_BLOCK_ITEM, "b4", 7, CTR },       { "b4", MATCHUM_BLOCK_ITEM, "b3", 7, "a circle" },
    { "b1", MATCHUM_BLOCK_ITEM, "nobody", 0, KAFKA }, { "b1", MATCHUM_BLOCK_ITEM, NULL, 0, "twice" },
    { "b5", MATCHUM_BLOCK_ENTRY, "b5", 0, "" },       { "b6", MATCHUM_BLOCK_SECTION, NULL, G_MAXUINT, "경력" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    g_ptr_array_add (records, matchum_block_record_new (odd[i].id, odd[i].kind, MATCHUM_SECTION_OTHER, odd[i].parent,
                                                        odd[i].place, odd[i].text));
  named = apply (records, resume, &next_number, &report);
  g_assert_cmpstr (fixture_find (named, KAFKA)->id, ==, "b1");
  g_assert_cmpstr (fixture_find (named, CTR)->id, ==, "b3");
  g_assert_cmpstr (fixture_find (named, "경력")->id, ==, "b6");
  g_assert_cmpstr (fixture_find (named, "N")->id, ==, "b2");
  g_assert_cmpint (matchum_identity_report_lookup (report, "b4")->flags, ==, MATCHUM_IDENTITY_LOST);
  g_assert_cmpint (matchum_identity_report_lookup (report, "b5")->flags, ==, MATCHUM_IDENTITY_LOST);
  g_assert_cmpuint (next_number, >, 2);
}

/* The named resume is the same but for the ids. */
static void
test_same_resume (void)
{
  guint64 next_number = 1, other_number = 1;
  const char *text = HEAD "2020.01 - 2021.02\n\n- see [a][b]\n\n[b]: https://example.com\n";
  g_autoptr (MatchumResume) plain = fixture_read (text);
  g_autoptr (MatchumResume) named = read_first (text, &next_number);
  g_autoptr (MatchumResume) other = read_first (text, &other_number);

  for (guint i = 0; i < matchum_resume_get_n_blocks (plain); i++)
    {
      const MatchumBlock *a = matchum_resume_get_block (plain, i), *b = matchum_resume_get_block (named, i);

      g_assert_cmpstr (b->id, ==, matchum_resume_get_block (other, i)->id);
      g_assert_true (matchum_resume_lookup (named, b->id) == b);
      g_assert_cmpstr (matchum_block_get_text (a), ==, matchum_block_get_text (b));
      g_assert_cmpuint (a->first_line, ==, b->first_line);
      g_assert_cmpuint (a->dated_by, ==, b->dated_by);
      g_assert_cmpint (a->is_job, ==, b->is_job);
    }
  g_assert_cmpuint (matchum_link_definitions_get_n (matchum_resume_get_link_definitions (named)), ==, 1);
  g_clear_pointer (&plain, matchum_resume_unref);
  g_assert_cmpuint (matchum_link_definitions_get_n (matchum_resume_get_link_definitions (named)), ==, 1);
}

/* A resume of n bullets whose words are put together from phrases. */
static char *
dup_long_text (GPtrArray *phrases, guint n, guint32 seed, gboolean is_same)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_new ("# N\n");

  for (guint i = 0; i < n; i++)
    {
      const char *phrase = g_ptr_array_index (phrases, (guint) g_rand_int_range (rand, 0, (gint32) phrases->len));
      const char *other = g_ptr_array_index (phrases, (guint) g_rand_int_range (rand, 0, (gint32) phrases->len));

      if (i % 100 == 0)
        g_string_append_printf (text, "\n## 절 %u\n\n", g_rand_int_range (rand, 0, 1000));
      if (i % 10 == 0)
        g_string_append_printf (text, "\n### 회사 %u\n\n", g_rand_int_range (rand, 0, 100000));
      if (is_same)
        g_string_append (text, "- Python\n");
      else
        g_string_append_printf (text, "- %s %u %s\n", phrase, g_rand_int_range (rand, 0, 1000), other);
    }
  return g_string_free (text, FALSE);
}

/* Seconds of the processor. */
static double
measure (const char *before_text, const char *after_text)
{
  guint64 next_number = 1;
  g_autoptr (MatchumResume) before = read_first (before_text, &next_number);
  g_autoptr (MatchumResume) after = fixture_read (after_text);
  g_autoptr (GPtrArray) records = matchum_block_record_list_new (before);
  g_autoptr (MatchumIdentityReport) report = NULL;
  g_autoptr (MatchumResume) named = NULL;
  clock_t start = clock ();
  double seconds;

  named = apply (records, after, &next_number, &report);
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  check_report (before, named, report);
  return seconds;
}

/* No kind of text takes time out of proportion. The bounds are wide, for slow and instrumented builds; in a plain one
 * it takes less than a tenth of them. */
static void
test_time (void)
{
  g_autoptr (GPtrArray) sources = load_sources ();
  g_autoptr (GPtrArray) phrases = load_phrases (sources);
  static const struct {
    const char *name;
    guint n;
    guint32 seed;
    gboolean was_same;
    gboolean is_same;
    double bound;
  } texts[] = {
    { "300 rewritten", 300, 2, FALSE, FALSE, 1 },
    { "10000 unchanged", 10000, 1, FALSE, FALSE, 10 },
    { "10000 rewritten", 10000, 2, FALSE, FALSE, 15 },
    { "10000 that say the same", 10000, 2, TRUE, TRUE, 15 },
    { "10000 that said the same", 10000, 2, TRUE, FALSE, 15 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *before = dup_long_text (phrases, texts[i].n, 1, texts[i].was_same);
      g_autofree char *after = dup_long_text (phrases, texts[i].n, texts[i].seed, texts[i].is_same);
      double seconds = measure (before, after);

      g_test_message ("%s: %.3f s", texts[i].name, seconds);
      g_assert_cmpfloat (seconds, <, texts[i].bound);
    }
}

/* Every bullet of one list goes to an entry of its own, and back. */
static void
test_time_of_scattering (void)
{
  g_autoptr (GString) list = g_string_new ("# N\n\n## 경력\n\n"), entries = g_string_new ("# N\n\n## 경력\n\n");

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (list, "- 과제 %u %u\n", i, i * 7919u);
      g_string_append_printf (entries, "### 회사 %u\n\n- 과제 %u %u\n\n", i * 31u, i, i * 7919u);
    }
  g_assert_cmpfloat (measure (list->str, entries->str), <, 15);
  g_assert_cmpfloat (measure (entries->str, list->str), <, 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resume/block-identity/cases", test_cases);
  g_test_add_func ("/resume/block-identity/gone", test_gone);
  g_test_add_func ("/resume/block-identity/odd-records", test_odd_records);
  g_test_add_func ("/resume/block-identity/same-resume", test_same_resume);
  g_test_add_func ("/resume/block-identity/time", test_time);
  g_test_add_func ("/resume/block-identity/time-of-scattering", test_time_of_scattering);
  g_test_add_func ("/resume/block-identity/random-edits", test_random_edits);
  return g_test_run ();
}
