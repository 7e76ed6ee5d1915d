/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which postings a tag fits, and what the tags of a resume choose for one. */
#include "config.h"

#include <string.h>

#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "tailor/matchum-block-tags.h"

static MatchumLexicon *lexicon;

static MatchumSource *
make_source (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new (name, bytes, &error);

  g_assert_no_error (error);
  return source;
}

static MatchumPosting *
read_posting (const char *text)
{
  g_autoptr (MatchumSource) source = make_source ("posting.md", text);
  g_autoptr (GError) error = NULL;
  MatchumPosting *posting = matchum_posting_reader_read (source, &error);

  g_assert_no_error (error);
  return posting;
}

static MatchumResume *
read_resume (const char *text)
{
  g_autoptr (MatchumSource) source = make_source ("resume.md", text);
  g_autoptr (GError) error = NULL;
  MatchumResume *resume = matchum_markdown_resume_reader_read (source, &error);

  g_assert_no_error (error);
  return resume;
}

static const char resume_text[] = "# 김하늘\n"
                                  "\n"
                                  "## 경력\n"
                                  "\n"
                                  "### 한빛, 개발자, 2021.03 - 2024.02\n"
                                  "\n"
                                  "- 추천 모델을 만들었습니다\n"
                                  "- 광고 문구를 썼습니다\n"
                                  "\n"
                                  "### 두레, 인턴, 2020.01 - 2020.12\n"
                                  "\n"
                                  "- 매출을 집계했습니다\n";

static const char *
find_id (MatchumResume *resume, const char *words)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (strstr (matchum_block_get_text (matchum_resume_get_block (resume, i)), words) != NULL)
      return matchum_resume_get_block (resume, i)->id;
  g_assert_not_reached ();
}

/* A posting with a title and one required line; each may be NULL. */
static char *
write_posting (const char *title, const char *required, const char *preferred)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "---\ncompany: 당근\ntitle: \"%s\"\n---\n\n", title != NULL ? title : "담당자");
  g_string_append (text, "## 자격요건\n\n- 성실한 분\n");
  if (required != NULL)
    g_string_append_printf (text, "- %s\n", required);
  if (preferred != NULL)
    g_string_append_printf (text, "\n## 우대사항\n\n- %s\n", preferred);
  return g_string_free (text, FALSE);
}

/* "title: ML Engineer": the place that a word fits, and its words; "none". */
static char *
describe (const char *word, const char *title, const char *team, const char *required, const char *preferred)
{
  static const char *const places[] = { "title", "team", "requirement" };
  g_autofree char *text = write_posting (title, required, preferred);
  g_autoptr (MatchumPosting) posting = read_posting (text);
  g_autoptr (MatchumResume) resume = read_resume (resume_text);
  const MatchumBlockTag tag = { find_id (resume, "추천 모델"), word, TRUE };
  g_autoptr (GPtrArray) choices = matchum_block_tags_choose (&tag, 1, posting, NULL, team, lexicon, resume);
  const MatchumTagChoice *choice = choices->len > 0 ? g_ptr_array_index (choices, 0) : NULL;

  g_assert_cmpuint (choices->len, <=, 1);
  return choice != NULL ? g_strdup_printf ("%s: %s", places[choice->place], choice->words) : g_strdup ("none");
}

typedef struct {
  const char *word;
  const char *title;
  const char *expected;
} TitleCase;

static void
test_titles (void)
{
  static const TitleCase cases[] = {
    { "ML", "ML Engineer", "title: ML Engineer" },
    { "ml", "Senior ML Engineer", "title: Senior ML Engineer" },
    { "머신러닝", "Senior ML Engineer", "title: Senior ML Engineer" },
    { "ML", "머신러닝 엔지니어", "title: 머신러닝 엔지니어" },
    { "ML", "머신러닝엔지니어 (추천)", "title: 머신러닝엔지니어 (추천)" },
    { "machine learning", "머신러닝 엔지니어", "title: 머신러닝 엔지니어" },
    /* What is wider is not meant by what is narrower; the other way round it is. */
    { "ML", "딥러닝 리서처", "title: 딥러닝 리서처" },
    { "딥러닝", "머신러닝 리서처", "none" },
    { "ML", "HTML 퍼블리셔", "none" },
    { "ML", "Backend Engineer", "none" },
    { "마케팅", "퍼포먼스 마케팅 담당자", "title: 퍼포먼스 마케팅 담당자" },
    { "마케팅", "콘텐츠마케팅팀 매니저", "title: 콘텐츠마케팅팀 매니저" },
    { "마케팅", "마케팅을 이끌 리더", "title: 마케팅을 이끌 리더" },
    { "marketing", "마케팅 매니저", "title: 마케팅 매니저" },
    { "Python", "Python 개발자", "title: Python 개발자" },
    { "Java", "JavaScript 개발자", "none" },
    { "인사", "인사팀 매니저", "title: 인사팀 매니저" },
    { "인사", "고객 인사이트 매니저", "none" },
    { "영업", "해외영업 담당자", "title: 해외영업 담당자" },
    { "해외영업", "해외 영업 담당자", "title: 해외 영업 담당자" },
    /* Words that no lexicon knows. */
    { "꽃꽂이", "꽃꽂이 강사", "title: 꽃꽂이 강사" },
    { "꽃꽂이", "꽃 가게 점장", "none" },
    { "Zorblax", "Zorblax developer", "title: Zorblax developer" },
    { "Zorblax", "Zorblaxian developer", "none" },
    { "growth-team", "Growth Team Lead", "title: Growth Team Lead" },
    { "강", "강남 지점", "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = describe (cases[i].word, cases[i].title, NULL, NULL, NULL);

      if (g_strcmp0 (said, cases[i].expected) != 0)
        g_test_message ("%s in \"%s\"", cases[i].word, cases[i].title);
      g_assert_cmpstr (said, ==, cases[i].expected);
    }
}

static void
test_team (void)
{
  g_autofree char *team = describe ("추천", "엔지니어", "추천팀", NULL, NULL);
  g_autofree char *both = describe ("검색", "검색 엔지니어", "검색팀", NULL, NULL);
  g_autofree char *none = describe ("추천", "엔지니어", NULL, NULL, NULL);

  g_assert_cmpstr (team, ==, "team: 추천팀");
  g_assert_cmpstr (both, ==, "title: 검색 엔지니어");
  g_assert_cmpstr (none, ==, "none");
}

static void
test_requirements (void)
{
  g_autofree char *named = describe ("Kubeflow", NULL, NULL, "Kubeflow, Airflow 사용 경험", NULL);
  g_autofree char *narrower = describe ("ML", NULL, NULL, "딥러닝 모델 개발 경험", NULL);
  g_autofree char *alias = describe ("쿠버네티스", NULL, NULL, "K8s 운영 경험이 있으신 분", NULL);
  g_autofree char *one_of = describe ("Kafka", NULL, NULL, "Kafka 또는 RabbitMQ 경험", NULL);
  g_autofree char *preferred = describe ("Kubeflow", NULL, NULL, NULL, "Kubeflow 사용 경험");
  /* What stands in the words of a line, but is not what it asks for. */
  g_autofree char *soft = describe ("성실", NULL, NULL, NULL, NULL);

  g_assert_cmpstr (named, ==, "requirement: Kubeflow");
  g_assert_true (g_str_has_prefix (narrower, "requirement: "));
  g_assert_cmpstr (alias, ==, "requirement: K8s");
  g_assert_cmpstr (one_of, ==, "requirement: Kafka");
  g_assert_cmpstr (preferred, ==, "none");
  g_assert_cmpstr (soft, ==, "none");
}

/* "always ML"; NULL where nothing is chosen for the block. */
static char *
dup_choice (GPtrArray *choices, const char *id)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const MatchumTagChoice *choice = g_ptr_array_index (choices, i);

      if (g_str_equal (choice->id, id))
        return g_strdup_printf ("%s %s", choice->is_always ? "always" : "never", choice->word);
    }
  return NULL;
}

static void
assert_choice (GPtrArray *choices, const char *id, const char *expected)
{
  g_autofree char *said = dup_choice (choices, id);

  g_assert_cmpstr (said, ==, expected);
}

/* Of one block never wins, in whichever order the tags are; of others the choices are their own. */
static void
test_never_wins (void)
{
  g_autofree char *text = write_posting ("마케팅 ML 엔지니어", NULL, NULL);
  g_autoptr (MatchumPosting) posting = read_posting (text);
  g_autoptr (MatchumResume) resume = read_resume (resume_text);
  const char *model = find_id (resume, "추천 모델"), *copy = find_id (resume, "광고 문구"),
             *sales = find_id (resume, "매출을");
  const MatchumBlockTag tags[] = {
    { model, "ML", TRUE }, { copy, "마케팅", FALSE }, { model, "마케팅", FALSE }, { sales, "ML", TRUE }
  };
  const MatchumBlockTag turned[] = { tags[3], tags[2], tags[1], tags[0] };
  g_autoptr (GPtrArray) choices = matchum_block_tags_choose (tags, 4, posting, NULL, NULL, lexicon, resume);
  g_autoptr (GPtrArray) again = matchum_block_tags_choose (turned, 4, posting, NULL, NULL, lexicon, resume);

  g_assert_cmpuint (choices->len, ==, 3);
  assert_choice (choices, model, "never 마케팅");
  assert_choice (choices, copy, "never 마케팅");
  assert_choice (choices, sales, "always ML");
  g_assert_cmpuint (again->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const MatchumTagChoice *a = g_ptr_array_index (choices, i), *b = g_ptr_array_index (again, i);

      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpstr (a->word, ==, b->word);
      g_assert_cmpint (a->is_always, ==, b->is_always);
    }
}

static void
test_apply (void)
{
  g_autofree char *text = write_posting ("ML 엔지니어", NULL, NULL);
  g_autoptr (MatchumPosting) posting = read_posting (text);
  g_autoptr (MatchumResume) resume = read_resume (resume_text);
  const char *job = find_id (resume, "한빛"), *model = find_id (resume, "추천 모델"),
             *copy = find_id (resume, "광고 문구"), *intern = find_id (resume, "두레"),
             *sales = find_id (resume, "매출을");
  const MatchumBlockTag tags[] = { { model, "ML", TRUE },   { copy, "ML", FALSE },
                                   { intern, "ML", FALSE }, { sales, "ML", TRUE },
                                   { "gone", "ML", TRUE },  { find_id (resume, "김하늘"), "ML", FALSE } };
  g_autoptr (GPtrArray) choices =
      matchum_block_tags_choose (tags, G_N_ELEMENTS (tags), posting, NULL, NULL, lexicon, resume);
  g_autoptr (MatchumApplication) fresh = matchum_application_new ();
  g_autoptr (MatchumApplication) before = matchum_application_with_hidden (fresh, job, TRUE);
  g_autoptr (MatchumApplication) after = matchum_block_tags_apply (before, choices, resume);
  g_autoptr (MatchumApplication) twice = matchum_block_tags_apply (after, choices, resume);

  /* Nothing of the title, of what is gone, and no pin of what is hidden with its entry. */
  g_assert_cmpuint (choices->len, ==, 3);
  assert_choice (choices, sales, NULL);
  g_assert_true (matchum_application_is_pinned (after, model));
  g_assert_false (matchum_application_is_hidden (after, job));
  g_assert_true (matchum_application_is_hidden (after, copy));
  g_assert_true (matchum_application_is_hidden (after, intern));
  g_assert_false (matchum_application_is_pinned (after, sales));
  g_assert_true (matchum_application_is_equal (after, twice));
  g_assert_true (matchum_application_is_hidden (before, job));
}

static void
test_words (void)
{
  g_autofree char *spaced = matchum_block_tag_dup_word ("  machine\t \nlearning ");
  g_autofree char *marked = matchum_block_tag_dup_word ("M\x01L");
  g_autofree char *none = matchum_block_tag_dup_word (" \n ");
  g_autofree char *long_one = g_strnfill (MATCHUM_BLOCK_TAG_MAX_LENGTH + 1, 'a');
  g_autofree char *too_long = matchum_block_tag_dup_word (long_one);
  g_autofree char *just = matchum_block_tag_dup_word (long_one + 1);

  g_assert_cmpstr (spaced, ==, "machine learning");
  g_assert_cmpstr (marked, ==, "ML");
  g_assert_null (none);
  g_assert_null (too_long);
  g_assert_cmpstr (just, ==, long_one + 1);
}

/* Neither a name without end nor a word that is repeated takes long. */
static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new ("## 자격요건\n\n");
  g_autoptr (GString) team = g_string_new (NULL);
  g_autoptr (MatchumPosting) posting = NULL;
  g_autoptr (MatchumResume) resume = read_resume (resume_text);
  const MatchumBlockTag tags[] = { { find_id (resume, "추천 모델"), "팀", TRUE },
                                   { find_id (resume, "광고 문구"), "꽃꽂이", TRUE } };
  g_autoptr (GPtrArray) choices = NULL;
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (team, "팀팀 ");
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "- 팀팀팀팀팀팀팀팀팀팀 경험\n");
  posting = read_posting (text->str);
  choices = matchum_block_tags_choose (tags, G_N_ELEMENTS (tags), posting, NULL, team->str, lexicon, resume);
  assert_choice (choices, tags[1].block, NULL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  int status;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  lexicon = matchum_lexicon_new_builtin (&error);
  g_assert_no_error (error);
  g_test_add_func ("/block-tags/titles", test_titles);
  g_test_add_func ("/block-tags/team", test_team);
  g_test_add_func ("/block-tags/requirements", test_requirements);
  g_test_add_func ("/block-tags/never-wins", test_never_wins);
  g_test_add_func ("/block-tags/apply", test_apply);
  g_test_add_func ("/block-tags/words", test_words);
  g_test_add_func ("/block-tags/hostile", test_hostile);
  status = g_test_run ();
  matchum_lexicon_unref (lexicon);
  return status;
}
