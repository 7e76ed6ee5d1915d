/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which blocks stood in what was sent: whole, in other words, joined and broken by a layout, said twice, and not at
 * all. */
#include "config.h"

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"
#include "tailor/matchum-sent-blocks.h"

#define HEAD "# 강하늘\n\n## 경력\n\n### 블루웨이브 | Data Engineer | 2021.03 - 현재\n\n"

/* As the resume of an application has them. */
static MatchumResume *
read_with_ids_of (const char *markdown, MatchumResume *baseline)
{
  g_autoptr (MatchumResume) resume = fixture_read (markdown);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_assert_cmpuint (matchum_resume_get_n_blocks (resume), ==, matchum_resume_get_n_blocks (baseline));
  for (guint i = 0; i < matchum_resume_get_n_blocks (baseline); i++)
    g_ptr_array_add (ids, matchum_resume_get_block (baseline, i)->id);
  return matchum_resume_with_ids (resume, (const char *const *) ids->pdata);
}

/* A sign for each block of baseline but its title: "=" exactly, "~" in other words, "-" without. */
static char *
describe (MatchumSentBlocks *found)
{
  GString *signs = g_string_new (NULL);

  for (guint i = 1; i < matchum_sent_blocks_get_size (found); i++)
    g_string_append_c (signs, "-~=?"[matchum_sent_blocks_get (found, i)]);
  return g_string_free (signs, FALSE);
}

static char *
find (const char *baseline, const char *tailored, const char *sent)
{
  g_autoptr (MatchumResume) baseline_read = fixture_read (baseline);
  g_autoptr (MatchumResume) tailored_read = tailored != NULL ? read_with_ids_of (tailored, baseline_read) : NULL;
  g_autoptr (MatchumResume) sent_read = fixture_read (sent);
  g_autoptr (MatchumSentBlocks) found = NULL;

  found = matchum_sent_blocks_new (baseline_read, tailored_read, sent_read);
  return describe (found);
}

static void
test_texts (void)
{
  static const struct {
    const char *baseline, *tailored, *sent, *expected;
  } cases[] = {
    /* All of it, and none of it. */
    { HEAD "- Kafka 파이프라인을 구축\n- 사내 위키를 정리함\n", NULL,
      HEAD "- Kafka 파이프라인을 구축\n- 사내 위키를 정리함\n", "====" },
    { HEAD "- Kafka 파이프라인을 구축\n", NULL, "# 강하늘\n", "---" },
    { HEAD "- Kafka 파이프라인을 구축\n", NULL, "# 다른 사람\n\n아무 말도 아님\n", "---" },
    /* One was hidden. */
    { HEAD "- Kafka 파이프라인을 구축\n- 사내 위키를 정리함\n", NULL, HEAD "- 사내 위키를 정리함\n", "==-=" },
    /* Marks, capitals, punctuation and full width say nothing else; signs of names do. */
    { HEAD "- Built **Kafka** pipelines, 30% faster.\n", NULL, HEAD "- built KAFKA pipelines (３０％ faster)\n",
      "===" },
    { HEAD "- 데이터 수집기를 C++ 언어로 다시 작성\n", NULL, HEAD "- 데이터 수집기를 C# 언어로 다시 작성\n", "==~" },
    /* Mended since. */
    { HEAD "- Cut the nightly run from 3 hours to 40 minutes\n- 사내 위키를 정리함\n", NULL,
      HEAD "- Cut the nightly run from 3 hours to 52 minutes\n", "==~-" },
    /* The parts of an entry in another order. */
    { HEAD "- 사내 위키를 정리함\n", NULL,
      "# 강하늘\n\n## 경력\n\n### Data Engineer, 블루웨이브 (2021.03 – 현재)\n\n- 사내 위키를 정리함\n", "===" },
    /* Two bullets that a layout joined, one that it broke, and an item that became a paragraph. */
    { HEAD "- Kafka 기반 실시간 처리를 도입\n- 배치 처리를 세 배 빠르게 함\n", NULL,
      HEAD "Kafka 기반 실시간 처리를 도입 • 배치 처리를 세 배 빠르게 함\n", "====" },
    { HEAD "- Kafka 기반 실시간 처리를 도입하고 배치 처리를 세 배 빠르게 함\n", NULL,
      HEAD "- Kafka 기반 실시간 처리를 도입하고\n- 배치 처리를 세 배 빠르게 함\n", "===" },
    /* One of two that say the same was sent: the one under its entry. */
    { "# N\n\n## Experience\n\n### A | 2021\n\n- Python\n\n### B | 2023\n\n- Python\n", NULL,
      "# N\n\n## Experience\n\n### B | 2023\n\n- Python\n", "=--==" },
    /* A short one is not found within a longer one. */
    { HEAD "- Python\n- Built Python services for Kubernetes clusters\n", NULL,
      HEAD "- Built Python services for Kubernetes clusters\n", "==-=" },
    /* Words of its own were sent, or the baseline's before there were any. */
    { HEAD "- Built pipelines\n- 사내 위키를 정리함\n",
      HEAD "- Ran a platform of forty streaming jobs\n- 사내 위키를 정리함\n",
      HEAD "- Ran a platform of forty streaming jobs\n- 사내 위키를 정리함\n", "====" },
    { HEAD "- Built pipelines\n- 사내 위키를 정리함\n",
      HEAD "- Ran a platform of forty streaming jobs\n- 사내 위키를 정리함\n", HEAD "- Built pipelines\n", "===-" },
    /* Dates under an entry that a layout put into its line; a place of work that was not sent has none. */
    { "# N\n\n## 경력\n\n### 그림자리서치 · 인턴\n\n2025.01 - 2025.03\n\n- 설문을 설계\n\n### 블루웨이브\n\n2021.03\n",
      NULL, "# N\n\n## 경력\n\n### 그림자리서치 · 인턴, 2025.01 - 2025.03\n\n- 설문을 설계\n", "====--" },
    /* A remark is never sent. */
    { HEAD "<!-- 연봉은 말하지 말 것 -->\n\n- 사내 위키를 정리함\n", NULL,
      HEAD "<!-- 연봉은 말하지 말 것 -->\n\n- 사내 위키를 정리함\n", "==-=" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (cases[i].baseline, cases[i].tailored, cases[i].sent);

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, found);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* What is sent of a made-up resume is said to be sent exactly, whatever is left out. */
static void
test_made_up (void)
{
  for (guint seed = 1; seed <= 60; seed++)
    {
      g_autofree char *markdown = random_markdown_resume (seed, TRUE, FALSE);
      g_autoptr (MatchumResume) resume = fixture_read (markdown);
      g_autoptr (MatchumSentBlocks) found = matchum_sent_blocks_new (resume, NULL, resume);

      for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
        {
          const MatchumBlock *block = matchum_resume_get_block (resume, i);
          const gboolean says =
              block->kind != MATCHUM_BLOCK_REMARK && g_utf8_strlen (matchum_block_get_text (block), -1) > 20;

          if (says)
            g_assert_cmpint (matchum_sent_blocks_get (found, i), ==, MATCHUM_SENT_EXACTLY);
        }
    }
}

/* Nothing of it is quadratic: many blocks that begin alike, none of which is the same as today. */
static void
test_hostile (void)
{
  g_autoptr (GString) now = g_string_new (HEAD);
  g_autoptr (GString) sent = g_string_new (HEAD);
  g_autofree char *found = NULL;
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 4000; i++)
    {
      g_string_append_printf (now, "- a b c a b c a b c %u\n", i);
      g_string_append_printf (sent, "- a b c a b c a b d %u\n", i);
    }
  found = find (now->str, NULL, sent->str);
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  g_assert_true (g_str_has_prefix (found, "=="));
}

/* Nor is it where headings that begin alike are held against very long ones. */
static void
test_hostile_headings (void)
{
  g_autoptr (GString) now = g_string_new ("# N\n\n## 경력\n\n");
  g_autoptr (GString) sent = g_string_new ("# N\n\n## 경력\n\n");
  g_autofree char *found = NULL;
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (now, "### a b %u\n\n", i);
  for (guint i = 0; i < 60; i++)
    {
      g_string_append (sent, "### a b");
      for (guint k = 0; k < 2000; k++)
        g_string_append_printf (sent, " w%u-%u", i, k);
      g_string_append (sent, "\n\n");
    }
  found = find (now->str, NULL, sent->str);
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  g_assert_true (g_str_has_prefix (found, "="));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sent-blocks/texts", test_texts);
  g_test_add_func ("/sent-blocks/made-up", test_made_up);
  g_test_add_func ("/sent-blocks/hostile", test_hostile);
  g_test_add_func ("/sent-blocks/hostile-headings", test_hostile_headings);
  return g_test_run ();
}
