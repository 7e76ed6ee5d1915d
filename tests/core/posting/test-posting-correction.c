/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person put right of a posting: what each aspect does, that it finds its line again wherever that went, and
 * that it is told where it does not. */
#include "config.h"

#include <string.h>

#include "lexicon/matchum-lexicon.h"
#include "match/matchum-match.h"
#include "posting/matchum-corrected-posting.h"
#include "posting/matchum-posting-details.h"
#include "posting/matchum-requirement.h"

#include "posting-fixture.h"

#define POSTING                                                                                                        \
  "## 주요업무\n"                                                                                                  \
  "- 추천 모델을 개발합니다\n"                                                                               \
  "- 데이터 파이프라인을 운영합니다\n"                                                                   \
  "\n"                                                                                                                 \
  "## 자격요건\n"                                                                                                  \
  "- **Python** 경험, SQL 경험\n"                                                                                  \
  "- Kubernetes 운영 경험\n"                                                                                       \
  "- 성실한 분\n"                                                                                                  \
  "\n"                                                                                                                 \
  "## 우대사항\n"                                                                                                  \
  "- Spark 경험\n"                                                                                                   \
  "- Kubernetes 운영 경험\n"

static GPtrArray *
create_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);
}

/* The line that begins on a physical line. */
static guint
find_line (MatchumPosting *posting, guint first_line)
{
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    if (matchum_posting_get_line (posting, i)->first_line == first_line)
      return i;
  g_assert_not_reached ();
}

static void
add (GPtrArray *list, MatchumPosting *posting, guint first_line, const char *aspect, const char *value)
{
  g_ptr_array_add (list,
                   matchum_posting_correction_new_for_line (posting, find_line (posting, first_line), aspect, value));
}

/* "6 required Python 경험", one a line; # for a heading, * for what was put right. */
static char *
describe (MatchumPosting *posting)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      g_string_append_printf (words, "%u.%u%s %s%s %s\n", line->first_line, line->part, line->by_hand != 0 ? "*" : "",
                              line->is_heading ? "#" : "", matchum_posting_kind_get_nick (line->kind),
                              matchum_posting_line_get_text (line));
    }
  return g_string_free (words, FALSE);
}

static void
assert_holds (MatchumPosting *posting, const char *line)
{
  g_autofree char *words = describe (posting);
  g_autofree char *all = g_strconcat ("\n", words, NULL);
  g_autofree char *sought = g_strconcat ("\n", line, "\n", NULL);

  if (strstr (all, sought) == NULL)
    g_error ("no line “%s” in:\n%s", line, words);
}

static MatchumPosting *
correct (MatchumPosting *posting, GPtrArray *list, guint n_unplaced)
{
  g_autoptr (GPtrArray) unplaced = NULL;
  MatchumPosting *corrected = matchum_posting_with_corrections (posting, list, &unplaced);

  g_assert_cmpuint (unplaced->len, ==, n_unplaced);
  g_assert_true (matchum_posting_get_source (corrected) == matchum_posting_get_source (posting));
  return corrected;
}

static void
test_nothing (void)
{
  g_autoptr (MatchumPosting) read = read_text (POSTING);
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (MatchumPosting) none = correct (read, NULL, 0);
  g_autoptr (MatchumPosting) empty = correct (read, list, 0);

  g_assert_true (none == read);
  g_assert_true (empty == read);
  assert_holds (read, "6.0 required Python 경험, SQL 경험");
  assert_holds (read, "12.0 preferred Kubernetes 운영 경험");
}

static void
test_kind (void)
{
  static const char *const nicks[] = {
    "required", "preferred", "duty", "other", "stack", "benefit", "process", "note"
  };
  g_autoptr (MatchumPosting) read = read_text (POSTING);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_autoptr (GPtrArray) list = create_list ();
      g_autoptr (MatchumPosting) corrected = NULL;
      g_autofree char *line = g_strdup_printf ("7.0* %s Kubernetes 운영 경험", nicks[i]);

      add (list, read, 7, "kind", nicks[i]);
      corrected = correct (read, list, 0);
      assert_holds (corrected, line);
      assert_holds (corrected, "12.0 preferred Kubernetes 운영 경험");
      assert_holds (corrected, "6.0 required Python 경험, SQL 경험");
    }
}

typedef struct {
  guint first_line;
  const char *aspect;
  const char *value;
} Change;

/* What is put right of a posting, and some of the lines that it then has. */
typedef struct {
  const char *name;
  const char *text;
  Change changes[4];
  gint n_more; /* how many lines there are more than before */
  const char *lines[7];
} Case;

#define TWO_LEVELS "# 자격요건\n- Python 경험\n## 우대사항\n- Spark 경험\n## 피드팀\n- Go 경험\n# 복지\n- 점심 제공\n"
#define PLAIN_HEADING "## 자격요건\n- Python 경험\n- 있으면 기쁜 것들\n- Spark 경험\n\n## 복지\n- 점심\n"

static const Case cases[] = {
  /* What stands under a heading follows it, but for what was put right by itself, and what was of another kind. */
  { "heading",
    POSTING,
    { { 5, "kind", "duty" }, { 7, "kind", "preferred" } },
    0,
    { "5.0* #duty 자격요건", "6.0 duty Python 경험, SQL 경험", "7.0* preferred Kubernetes 운영 경험",
      "8.0 duty 성실한 분", "10.0 #preferred 우대사항", "11.0 preferred Spark 경험" } },
  { "inner-heading/before", TWO_LEVELS, { { 0 } }, 0, { "4.0 preferred Spark 경험", "6.0 required Go 경험" } },
  { "inner-heading",
    TWO_LEVELS,
    { { 1, "kind", "duty" } },
    0,
    { "2.0 duty Python 경험", "3.0 #preferred 우대사항", "4.0 preferred Spark 경험", "5.0 #duty 피드팀",
      "6.0 duty Go 경험", "8.0 benefit 점심 제공" } },
  { "heading/yes",
    PLAIN_HEADING,
    { { 3, "heading", "yes" }, { 3, "kind", "preferred" } },
    0,
    { "2.0 required Python 경험", "3.0* #preferred 있으면 기쁜 것들", "4.0 preferred Spark 경험",
      "7.0 benefit 점심" } },
  { "heading/no",
    PLAIN_HEADING,
    { { 6, "heading", "no" }, { 6, "kind", "required" } },
    0,
    { "6.0* required 복지", "7.0 benefit 점심" } },
  /* The first piece has a kind of its own; the others are what the line was, or what its heading makes of it. */
  { "kinds-of-pieces",
    POSTING,
    { { 6, "words", "Python\nSQL\nSpark" }, { 6, "kind", "other" }, { 6, "kind.3", "duty" } },
    2,
    { "6.0* other Python", "6.1* required SQL", "6.2* duty Spark" } },
  { "kinds-of-pieces/under-heading",
    POSTING,
    { { 6, "words", "Python\nSQL\nSpark" },
      { 6, "kind", "other" },
      { 6, "kind.3", "duty" },
      { 5, "kind", "preferred" } },
    2,
    { "6.0* other Python", "6.1* preferred SQL", "6.2* duty Spark" } },
  /* Words stand for all that is joined behind them; those of a joined line go on with the line before it. */
  { "join-and-words/behind",
    POSTING,
    { { 7, "join", "" }, { 8, "join", "" }, { 7, "words", "쿠버네티스\n도커" } },
    -1,
    { "6.0* required Python 경험, SQL 경험 쿠버네티스", "6.1* required 도커" } },
  { "join-and-words/before",
    POSTING,
    { { 7, "join", "" }, { 8, "join", "" }, { 7, "words", "쿠버네티스\n도커" }, { 6, "words", "파이썬" } },
    -2,
    { "6.0* required 파이썬" } },
  { "join-and-words/none",
    POSTING,
    { { 7, "join", "" }, { 7, "words", "" } },
    -1,
    { "6.0* required Python 경험, SQL 경험" } },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (MatchumPosting) read = read_text (one->text);
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (MatchumPosting) corrected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (one->changes) && one->changes[i].aspect != NULL; i++)
    add (list, read, one->changes[i].first_line, one->changes[i].aspect, one->changes[i].value);
  corrected = correct (read, list, 0);
  for (guint i = 0; i < G_N_ELEMENTS (one->lines) && one->lines[i] != NULL; i++)
    assert_holds (corrected, one->lines[i]);
  g_assert_cmpint ((gint) matchum_posting_get_n_lines (corrected) - (gint) matchum_posting_get_n_lines (read), ==,
                   one->n_more);
}

static void
assert_at (MatchumPosting *posting, guint index, MatchumSpan span, const char *words)
{
  const MatchumPostingLine *line = matchum_posting_get_line (posting, index);
  MatchumSpan source = matchum_inline_text_get_source_span (line->content, span);
  const char *text = matchum_source_get_text (matchum_posting_get_source (posting));
  g_autofree char *found = g_strndup (text + source.start, matchum_span_get_length (source));

  g_assert_cmpstr (found, ==, words);
}

static gsize
get_source_start (MatchumPosting *posting, guint index)
{
  const MatchumPostingLine *line = matchum_posting_get_line (posting, index);

  return matchum_inline_text_get_source_span (line->content, MATCHUM_SPAN (0, 1)).start;
}

/* Pieces are judged each by itself, and what they are made of is found in the source. */
static void
test_split (void)
{
  g_autoptr (MatchumPosting) read = read_text (POSTING);
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (MatchumPosting) corrected = NULL;
  g_autoptr (MatchumPosting) twice = NULL;
  g_autoptr (MatchumRequirement) first = NULL, second = NULL;
  guint at = find_line (read, 6);

  add (list, read, 6, "words", "Python 경험\r\n\n  SQL 경험  \n성실하고 열정적인 분\n");
  add (list, read, 6, "kind.2", "preferred");
  corrected = correct (read, list, 0);
  assert_holds (corrected, "6.0* required Python 경험");
  assert_holds (corrected, "6.1* preferred SQL 경험");
  assert_holds (corrected, "6.2* required 성실하고 열정적인 분");
  assert_holds (corrected, "7.0 required Kubernetes 운영 경험");
  g_assert_cmpuint (matchum_posting_get_n_lines (corrected), ==, matchum_posting_get_n_lines (read) + 2);

  assert_at (corrected, at, MATCHUM_SPAN (0, strlen ("Python 경험")), "Python** 경험");
  assert_at (corrected, at + 1, MATCHUM_SPAN (0, 3), "SQL");
  assert_at (corrected, at + 2, MATCHUM_SPAN (0, 3), "**Python** 경험, SQL 경험");

  g_ptr_array_set_size (list, 0);
  add (list, read, 6, "words", "경험\n경험");
  twice = correct (read, list, 0);
  g_assert_cmpuint (get_source_start (twice, at), <, get_source_start (twice, at + 1));

  first = matchum_requirement_new (corrected, at, lexicon);
  g_assert_cmpuint (matchum_requirement_get_n_parts (first), ==, 1);
  g_assert_false (matchum_requirement_is_soft (first));
  g_assert_false (matchum_requirement_is_preferred (first));
  second = matchum_requirement_new (corrected, at + 2, lexicon);
  g_assert_true (matchum_requirement_is_soft (second));
}

static void
test_words (void)
{
  g_autoptr (MatchumPosting) read = read_text (POSTING);
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (MatchumPosting) corrected = NULL;

  add (list, read, 7, "words", "k8s\t운영");
  add (list, read, 8, "words", " \n");
  add (list, read, 11, "words", "");
  add (list, read, 11, "kind", "required");
  corrected = correct (read, list, 0);
  assert_holds (corrected, "7.0* required k8s 운영");
  assert_at (corrected, find_line (corrected, 7), MATCHUM_SPAN (0, 3), "Kubernetes 운영 경험");
  /* It says nothing, and is there to be put right again. */
  assert_holds (corrected, "8.0* other 성실한 분");
  assert_holds (corrected, "11.0* other Spark 경험");
}

static void
test_join (void)
{
  g_autoptr (MatchumPosting) read = read_text (POSTING);
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (MatchumPosting) corrected = NULL;
  guint at = find_line (read, 6);

  add (list, read, 8, "join", "");
  add (list, read, 7, "join", "");
  add (list, read, 7, "kind", "duty"); /* counts again when it is a line again */
  corrected = correct (read, list, 0);
  assert_holds (corrected, "6.0* required Python 경험, SQL 경험 Kubernetes 운영 경험 성실한 분");
  g_assert_cmpuint (matchum_posting_get_n_lines (corrected), ==, matchum_posting_get_n_lines (read) - 2);
  g_assert_cmpuint (matchum_posting_get_line (corrected, at)->last_line, ==, 8);
  g_assert_cmpuint (matchum_posting_get_line (corrected, at + 1)->read_index, ==, at + 3);
  assert_at (corrected, at,
             MATCHUM_SPAN (strlen ("Python 경험, SQL 경험 "), strlen ("Python 경험, SQL 경험 Kubernetes")),
             "Kubernetes");
  assert_at (corrected, at, MATCHUM_SPAN (strlen ("Python 경험, "), strlen ("Python 경험, SQL 경험 Kubernetes")),
             "SQL 경험\n- Kubernetes");
}

static void
test_unplaced (void)
{
  g_autoptr (MatchumPosting) read = read_text (POSTING);
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (GPtrArray) unplaced = NULL;
  g_autoptr (MatchumPosting) corrected = NULL;

  add (list, read, 1, "join", "");           /* nothing before it */
  add (list, read, 6, "kind", "wanted");     /* no kind */
  add (list, read, 6, "heading", "perhaps"); /* no answer */
  add (list, read, 6, "colour", "red");      /* nothing a line has */
  add (list, read, 6, "kind.1", "duty");     /* "kind" is the first */
  add (list, read, 6, "kind.02", "duty");
  add (list, read, 6, "kind.65", "duty");
  g_ptr_array_add (list, matchum_posting_correction_new (6, 1, 1, "Rust 경험", "kind", "duty")); /* gone */
  corrected = matchum_posting_with_corrections (read, list, &unplaced);
  g_assert_cmpuint (unplaced->len, ==, list->len);
  assert_holds (corrected, "6.0 required Python 경험, SQL 경험");
  for (guint i = 1; i < unplaced->len; i++)
    g_assert_cmpuint (((MatchumPostingCorrection *) unplaced->pdata[i - 1])->line, <=,
                      ((MatchumPostingCorrection *) unplaced->pdata[i])->line);
}

/* Of lines with the same words, the same one of so many is meant; where there are more or fewer, the nearest. */
static void
test_same_words (void)
{
  g_autoptr (MatchumPosting) read = read_text (POSTING);
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (MatchumPosting) shifted = read_text ("당근\n\n채용합니다\n\n인사\n" POSTING);
  g_autoptr (MatchumPosting) same = NULL, fewer = NULL, more = NULL;
  g_autoptr (MatchumPosting) one = read_text ("## 우대사항\n- Spark 경험\n- Kubernetes 운영 경험\n");
  g_autoptr (MatchumPosting) three = read_text ("## 우대사항\n- Kubernetes 운영 경험\n\n" POSTING);

  add (list, read, 7, "kind", "duty");
  add (list, read, 12, "kind", "required");
  same = correct (shifted, list, 0);
  assert_holds (same, "12.0* duty Kubernetes 운영 경험");
  assert_holds (same, "17.0* required Kubernetes 운영 경험");
  fewer = correct (one, list, 1);
  assert_holds (fewer, "3.0* duty Kubernetes 운영 경험");
  more = correct (three, list, 0);
  assert_holds (more, "2.0 preferred Kubernetes 운영 경험");
  assert_holds (more, "10.0* duty Kubernetes 운영 경험");
  assert_holds (more, "15.0* required Kubernetes 운영 경험");
}

/* What was put right of one line goes to one line, and two lines do not share one. */
static void
test_together (void)
{
  g_autoptr (MatchumPosting) read = read_text ("## 자격요건\n- Go\n- Rust\n- Go\n");
  g_autoptr (MatchumPosting) other = read_text ("## 자격요건\n- C\n- Go\n- Rust\n- Go\n- Go\n");
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (MatchumPosting) corrected = NULL;

  add (list, read, 4, "kind", "preferred");
  add (list, read, 4, "words", "Golang");
  corrected = correct (other, list, 0);
  assert_holds (corrected, "3.0* preferred Golang");
  assert_holds (corrected, "5.0 required Go");
  assert_holds (corrected, "6.0 required Go");
}

/* Corrections of two lines that had the same words at different times: the line that is left has one of them, and the
 * other is told. */
static void
test_taken (void)
{
  g_autoptr (MatchumPosting) read = read_text ("## 자격요건\n- Go\n- Rust\n");
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (GPtrArray) unplaced = NULL;
  g_autoptr (MatchumPosting) corrected = NULL;

  g_ptr_array_add (list, matchum_posting_correction_new (9, 1, 1, "Go", "kind", "duty"));
  g_ptr_array_add (list, matchum_posting_correction_new (4, 1, 1, "Go", "kind", "preferred"));
  corrected = matchum_posting_with_corrections (read, list, &unplaced);
  assert_holds (corrected, "2.0* preferred Go");
  g_assert_cmpuint (unplaced->len, ==, 1);
  g_assert_true (unplaced->pdata[0] == list->pdata[0]);
}

/* Details are read of a corrected posting as of any other. */
static void
test_details (void)
{
  g_autoptr (MatchumPosting) read =
      read_text (POSTING "\n## 전형절차\n- 서류 전형\n- 면접\n\n## 복지\n- 근무지: 서울 강남구\n");
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (MatchumPosting) corrected = NULL;
  g_autoptr (MatchumPostingDetails) details = NULL;

  add (list, read, 6, "words", "Python\nSQL");
  add (list, read, 16, "words", "전화 면접\n대면 면접");
  add (list, read, 12, "join", "");
  corrected = correct (read, list, 0);
  details = matchum_posting_details_read (corrected, (MatchumDay){ 2026, 11, 1 });
  g_assert_nonnull (matchum_posting_details_get_place (details));
  g_assert_cmpuint (matchum_posting_details_get_n_stages (details), >=, 2);
}

/* Random ----------------------------------------------------------------------------------------------------------- */

static char *
invent_words (GRand *random, const char *text)
{
  static const char *const words[] = { "", "Python 경험", "Go\nRust", "a\n\nb\nc", "  ", "정산 시스템\n\n" };
  guint pick = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (words) + 2);
  const char *middle = text + strlen (text) / 2;

  if (pick < G_N_ELEMENTS (words))
    return g_strdup (words[pick]);
  while (((guchar) *middle & 0xC0) == 0x80)
    middle++;
  return g_strdup_printf ("%.*s%s%s", (int) (middle - text), text, pick % 2 == 0 ? "\n" : "", middle);
}

static void
add_invented (GRand *random, GPtrArray *list, MatchumPosting *posting, guint index)
{
  static const char *const kinds[] = { "required", "preferred", "duty", "other", "note" };
  g_autofree char *words =
      invent_words (random, matchum_posting_line_get_text (matchum_posting_get_line (posting, index)));
  const char *kind = kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))];

  if (g_rand_int_range (random, 0, 2) == 0)
    g_ptr_array_add (list, matchum_posting_correction_new_for_line (posting, index, "kind", kind));
  if (g_rand_int_range (random, 0, 3) == 0)
    g_ptr_array_add (list, matchum_posting_correction_new_for_line (posting, index, "kind.2", kind));
  if (g_rand_int_range (random, 0, 3) == 0)
    g_ptr_array_add (list, matchum_posting_correction_new_for_line (posting, index, "words", words));
  if (index > 0 && g_rand_int_range (random, 0, 5) == 0)
    g_ptr_array_add (list, matchum_posting_correction_new_for_line (posting, index, "join", ""));
  if (g_rand_int_range (random, 0, 9) == 0)
    g_ptr_array_add (list, matchum_posting_correction_new_for_line (
                               posting, index, "heading",
                               matchum_posting_get_line (posting, index)->is_heading ? "no" : "yes"));
}

static void
shuffle (GRand *random, GPtrArray *list)
{
  for (guint i = list->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer swapped = list->pdata[i - 1];

      list->pdata[i - 1] = list->pdata[j];
      list->pdata[j] = swapped;
    }
}

/* Every line of the reading is there once or in pieces, in order, and points into the source. */
static void
assert_sound (MatchumPosting *posting, MatchumPosting *read)
{
  const gsize length = matchum_source_get_length (matchum_posting_get_source (posting));
  const MatchumPostingLine *before = NULL;

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);
      const char *text = matchum_posting_line_get_text (line);
      MatchumSpan whole = matchum_inline_text_get_source_span (line->content, MATCHUM_SPAN (0, strlen (text)));
      const MatchumPostingLine *origin = matchum_posting_get_line (read, line->read_index);

      g_assert_cmpuint (line->first_line, ==, origin->first_line);
      g_assert_true (before == NULL || before->read_index < line->read_index
                     || (before->read_index == line->read_index && before->part + 1 == line->part));
      g_assert_true (before == NULL || before->read_index == line->read_index || line->part == 0);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_null (line->by_hand & MATCHUM_BY_HAND_WORDS ? strchr (text, '\n') : NULL);
      g_assert_cmpuint (line->span.end, <=, length);
      g_assert_cmpuint (line->span.start, <=, line->span.end);
      g_assert_cmpuint (whole.end, <=, length);
      g_assert_cmpuint (line->last_line, >=, line->first_line);
      before = line;
    }
}

/* The lines of a posting as they are said, without where they stand. */
static GPtrArray *
list_lines (MatchumPosting *posting, guint first)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (line->first_line >= first)
        g_ptr_array_add (lines, g_strdup_printf ("%u.%u %d %u %d %s", line->first_line - first, line->part, line->kind,
                                                 line->level, line->by_hand, matchum_posting_line_get_text (line)));
    }
  return lines;
}

static void
assert_same_lines (MatchumPosting *a, guint first_of_a, MatchumPosting *b, guint first_of_b)
{
  g_autoptr (GPtrArray) lines = list_lines (a, first_of_a);
  g_autoptr (GPtrArray) others = list_lines (b, first_of_b);

  g_assert_cmpuint (lines->len, ==, others->len);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (lines->pdata[i], ==, others->pdata[i]);
}

static void
add_matches (MatchumPosting *posting, MatchumLexicon *lexicon)
{
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    if (matchum_posting_line_is_requirement (matchum_posting_get_line (posting, i)))
      {
        g_autoptr (MatchumRequirement) requirement = matchum_requirement_new (posting, i, lexicon);

        g_assert_true (matchum_requirement_get_line (requirement) == matchum_posting_get_line (posting, i));
      }
}

static void
try_corrections (GRand *random, const char *text, MatchumLexicon *lexicon, guint *n_moved)
{
  static const char above[] = "zwanzig sieben\nneun\n\n";
  g_autoptr (MatchumPosting) read = read_text (text);
  g_autoptr (GPtrArray) list = create_list ();
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (MatchumPosting) corrected = NULL, shuffled = NULL, moved = NULL, moved_read = NULL;
  g_autofree char *other = NULL;

  for (guint i = 0; i < matchum_posting_get_n_lines (read); i++)
    if (g_rand_int_range (random, 0, 3) == 0)
      add_invented (random, list, read, i);
  corrected = matchum_posting_with_corrections (read, list, &none);
  g_assert_cmpuint (none->len, ==, 0);
  assert_sound (corrected, read);
  add_matches (corrected, lexicon);
  shuffle (random, list);
  shuffled = correct (read, list, 0);
  assert_same_lines (corrected, 1, shuffled, 1);

  /* Lines above may change how the rest is read; where they do not, what was put right is the same. */
  if (g_str_has_prefix (text, "---"))
    return;
  other = g_strconcat (above, text, NULL);
  moved_read = read_text (other);
  {
    g_autoptr (GPtrArray) lines = list_lines (read, 1);
    g_autoptr (GPtrArray) others = list_lines (moved_read, 4);

    if (lines->len != others->len)
      return;
    for (guint i = 0; i < lines->len; i++)
      if (!g_str_equal (lines->pdata[i], others->pdata[i]))
        return;
  }
  moved = correct (moved_read, list, 0);
  assert_same_lines (corrected, 1, moved, 4);
  (*n_moved)++;
}

static gint
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
test_random (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "cases", "wide", "postings", NULL);
  const guint n_rounds = g_getenv ("MATCHUM_TEST_LONG") != NULL ? 40 : 4;
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261101);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_moved = 0;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (names->len, >=, 30);
  g_ptr_array_sort (names, compare_names_cb);
  for (guint i = 0; i < names->len * n_rounds; i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (names->pdata[i % names->len], &text, NULL, NULL));
      try_corrections (random, text, lexicon, &n_moved);
    }
  g_test_message ("%u of %u postings were moved", n_moved, names->len * n_rounds);
  g_assert_cmpuint (n_moved, >, names->len * n_rounds / 2);
}

/* Five thousand lines with as many corrections, all of the same words or all of others, and all joined. */
static void
test_large (void)
{
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (GString) text = g_string_new ("## 자격요건\n");
      g_autoptr (GPtrArray) list = create_list ();
      g_autoptr (MatchumPosting) read = NULL, corrected = NULL;
      gint64 start;

      for (guint i = 0; i < 5000; i++)
        {
          g_string_append_printf (text, round == 0 ? "- Python 경험\n" : "- Python 경험 %u년\n", i);
          g_ptr_array_add (list,
                           matchum_posting_correction_new (20000 - i, 1, 1 + round, "Python 경험", "kind", "duty"));
        }
      read = read_text (text->str);
      if (round > 0)
        g_ptr_array_set_size (list, 0);
      for (guint i = 1; round > 0 && i <= 5000; i++)
        {
          const char *words = matchum_posting_line_get_text (matchum_posting_get_line (read, i));

          g_ptr_array_add (list, matchum_posting_correction_new (i + 700, 1, 1, words, round == 1 ? "kind" : "join",
                                                                 round == 1 ? "duty" : ""));
        }
      start = g_get_monotonic_time ();
      corrected = correct (read, list, 0);
      g_test_message ("%u: %.1f ms", round, (double) (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpuint (matchum_posting_get_n_lines (corrected), ==, round == 2 ? 1 : 5001);
      if (round < 2)
        g_assert_cmpint (matchum_posting_get_line (corrected, 2500)->kind, ==, MATCHUM_POSTING_DUTY);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/posting/correction/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/posting/correction/nothing", test_nothing);
  g_test_add_func ("/posting/correction/kind", test_kind);
  g_test_add_func ("/posting/correction/split", test_split);
  g_test_add_func ("/posting/correction/words", test_words);
  g_test_add_func ("/posting/correction/join", test_join);
  g_test_add_func ("/posting/correction/unplaced", test_unplaced);
  g_test_add_func ("/posting/correction/same-words", test_same_words);
  g_test_add_func ("/posting/correction/together", test_together);
  g_test_add_func ("/posting/correction/taken", test_taken);
  g_test_add_func ("/posting/correction/details", test_details);
  g_test_add_func ("/posting/correction/random", test_random);
  g_test_add_func ("/posting/correction/large", test_large);
  return g_test_run ();
}
