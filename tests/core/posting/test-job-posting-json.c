/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JobPosting in JSON in the shapes that its writers give it, what is taken from it and from the page around it. */
#include "config.h"

#include <string.h>

#include "posting/matchum-html-text.h"
#include "posting/matchum-job-posting-json.h"
#include "posting/matchum-posting-reader.h"

static MatchumJobPostingJson *
find (const char *json)
{
  return matchum_job_posting_json_find (json, strlen (json));
}

/* Where it stands */

static void
test_places (void)
{
  static const char *const found[] = {
    "{\"@type\":\"JobPosting\",\"title\":\"T\"}",
    "[{\"@type\":\"WebSite\"},{\"@type\":\"JobPosting\",\"title\":\"T\"}]",
    "{\"@graph\":[{\"@type\":\"Organization\",\"title\":\"O\"},{\"@type\":[\"Thing\",\"JobPosting\"],\"title\":\"T\"}]"
    "}",
    "{\"@type\":\"WebPage\",\"title\":\"W\",\"mainEntity\":{\"@type\":\"https://schema.org/"
    "JobPosting\",\"title\":\"T\"}}",
    "{\"@type\":\"schema:JobPosting\",\"name\":\"T\"}",
    "\n<!--\n{\"@type\":\"JobPosting\",\"title\":\"T\"}\n-->\n",
    "//<![CDATA[\n{\"@type\":\"JobPosting\",\"title\":\"T\"}\n//]]>",
    "{\"@type\":\"JobPosting\",\"title\":\"T\",\"description\":\"a\nb\tc\"};",
    "{\"@type\":\"JobPosting\",\"title\":\" T\\n\"}",
  };
  static const char *const others[] = {
    "",
    "JobPosting",
    "{\"@type\":\"JobPosting\"",
    "{\"@type\":\"JobPostings\",\"title\":\"T\"}",
    "{\"title\":\"JobPosting\"}",
    "[\"JobPosting\"]",
    "{\"@type\":null,\"x\":\"JobPosting\"}",
    "{\"@type\":{\"a\":\"JobPosting\"}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (MatchumJobPostingJson) json = find (found[i]);

      g_test_message ("%s", found[i]);
      g_assert_nonnull (json);
      g_assert_cmpstr (json->title, ==, "T");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_null (find (others[i]));
    }
}

/* What it says */

static void
test_members (void)
{
  g_autoptr (MatchumJobPostingJson) json = find (
      "{\"@type\":\"JobPosting\",\"title\":\"R&amp;D "
      "Engineer\",\"hiringOrganization\":{\"@type\":\"Organization\",\"name\":\"A \\\"B\\\" C\"},"
      "\"datePosted\":\"2026-10-01T09:00:00+09:00\",\"validThrough\":\"2026-11-30\",\"employmentType\":[\"FULL_TIME\","
      "\"INTERN\"],"
      "\"jobLocationType\":\"TELECOMMUTE\",\"jobLocation\":[{\"@type\":\"Place\",\"address\":{\"addressLocality\":"
      "\"Seoul\","
      "\"addressRegion\":\"Seoul\",\"addressCountry\":{\"name\":\"KR\"}}},{\"address\":\"Busan\"},{\"name\":\"Jeju\"}],"
      "\"experienceRequirements\":{\"monthsOfExperience\":36},"
      "\"educationRequirements\":[{\"credentialCategory\":\"bachelor degree\"},{\"credentialCategory\":\"master "
      "degree\"}],"
      "\"skills\":\"Python, SQL\",\"jobBenefits\":\"&lt;ul&gt;&lt;li&gt;Lunch&lt;/li&gt;&lt;/ul&gt;\","
      "\"description\":\"Plain words,\\nin &quot;lines&quot;\"}");
  g_autofree char *front = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (json);
  g_assert_cmpstr (json->title, ==, "R&D Engineer");
  g_assert_cmpstr (json->company, ==, "A \"B\" C");
  g_assert_cmpstr (json->location, ==, "Seoul, KR / Busan / Jeju / remote");
  g_assert_cmpstr (json->employment_type, ==, "FULL_TIME, INTERN");
  g_assert_cmpstr (json->description, ==, "Plain words,\nin \"lines\"");
  front = matchum_job_posting_json_to_front_matter (json);
  g_assert_cmpstr (
      front, ==,
      "---\ncompany: \"A \\\"B\\\" C\"\ntitle: \"R&D Engineer\"\nlocation: \"Seoul, KR / Busan / Jeju / remote\"\n"
      "employment_type: \"FULL_TIME, INTERN\"\nposted: \"2026-10-01\"\ndeadline: \"2026-11-30\"\n---\n\n");
  text = matchum_job_posting_json_to_text (json);
  g_assert_cmpstr (
      text, ==,
      "Plain words,\nin \"lines\"\n\n## Requirements\n\n- At least 3 years of experience\n- bachelor degree\n"
      "- master degree\n\n## Required skills\n\n- Python, SQL\n\n## Benefits\n\n- Lunch");
}

static void
test_descriptions (void)
{
  static const char *const forms[] = {
    "<p><b>자격요건</b></p><ul><li>R&amp;D 3년</li></ul>",
    "&lt;p&gt;&lt;b&gt;자격요건&lt;/b&gt;&lt;/p&gt;&lt;ul&gt;&lt;li&gt;R&amp;amp;D 3년&lt;/li&gt;&lt;/ul&gt;",
    "&amp;lt;p&amp;gt;&amp;lt;b&amp;gt;자격요건&amp;lt;/b&amp;gt;&amp;lt;/"
    "p&amp;gt;&amp;lt;ul&amp;gt;&amp;lt;li&amp;gt;R&amp;amp;amp;D "
    "3년&amp;lt;/li&amp;gt;&amp;lt;/ul&amp;gt;",
    "**자격요건**\\n\\n- R&amp;D 3년",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"@type\":\"JobPosting\",\"description\":\"%s\"}", forms[i]);
      g_autoptr (MatchumJobPostingJson) json = find (text);

      g_assert_nonnull (json);
      g_assert_cmpstr (json->description, ==, "**자격요건**\n\n- R&D 3년");
    }
}

/* Parts that the description holds already are not said again; headings are in its language. */
static void
test_parts (void)
{
  g_autoptr (MatchumJobPostingJson) json =
      find ("{\"@type\":\"JobPosting\",\"description\":\"<h2>주요 업무</h2><ul><li>데이터 분석</li><li>보고서 "
            "작성</li></ul>\","
            "\"responsibilities\":\"데이터 분석\\n보고서 작성\",\"qualifications\":[\"통계학 전공\",\"SQL\"],"
            "\"experienceRequirements\":{\"monthsOfExperience\":\"24\"}}");
  g_autofree char *text = NULL;

  g_assert_nonnull (json);
  text = matchum_job_posting_json_to_text (json);
  g_assert_cmpstr (
      text, ==,
      "## 주요 업무\n\n- 데이터 분석\n- 보고서 작성\n\n## 자격 요건\n\n- 통계학 전공\n- SQL\n- 경력 2년 이상");
}

/* Values of no use, of kinds that nobody expects. */
static void
test_odd_values (void)
{
  g_autoptr (MatchumJobPostingJson) json =
      find ("{\"@type\":\"JobPosting\",\"title\":{\"a\":[]},\"hiringOrganization\":[[[]]],\"datePosted\":20261001,"
            "\"employmentType\":true,\"jobLocation\":[null,1,{\"address\":null}],\"description\":null,\"skills\":[1,"
            "\"a\",{}],"
            "\"experienceRequirements\":{\"monthsOfExperience\":1e99},\"jobBenefits\":\"\\u0001\\u0000\\uffff\"}");
  g_autofree char *front = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (json);
  g_assert_null (json->title);
  g_assert_null (json->company);
  g_assert_null (json->location);
  g_assert_null (json->description);
  front = matchum_job_posting_json_to_front_matter (json);
  g_assert_cmpstr (front, ==, "---\nposted: \"20261001\"\n---\n\n");
  text = matchum_job_posting_json_to_text (json);
  g_assert_nonnull (text);
}

static void
test_nesting (void)
{
  for (guint depth = 10; depth <= 1000000; depth *= 10)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *text = g_strconcat (open, "{\"@type\":\"JobPosting\",\"title\":\"[[[[\\\"[[\"}", close, NULL);
      g_autoptr (MatchumJobPostingJson) json = find (text);

      g_assert_true ((json != NULL) == (depth < 60));
    }
}

/* The page and its JSON */

#define PAGE(json, body)                                                                                               \
  "<html><head><title>Page</title><script type=\"application/ld+json\">" json "</script></head><body>" body            \
  "</body></html>"
#define DESCRIBED(text)                                                                                                \
  "{\"@type\":\"JobPosting\",\"title\":\"Engineer\",\"hiringOrganization\":{\"name\":\"Acme\"},\"description\":"       \
  "\"" text "\"}"

static const struct {
  const char *name;
  const char *html;
  const char *text;
} cases[] = {
  { "script-loads-it", PAGE (DESCRIBED ("<h3>Requirements</h3><ul><li>SQL</li></ul>"), "<div id=root></div>"),
    "### Requirements\n\n- SQL" },
  { "both-say-it",
    PAGE (DESCRIBED ("<h3>Requirements</h3><ul><li>SQL</li></ul>"),
          "<h2>Requirements</h2><ul><li>SQL</li></ul><p>Ads</p>"),
    "### Requirements\n\n- SQL" },
  { "page-says-more",
    PAGE (DESCRIBED ("<h3>Requirements</h3><ul><li>SQL</li></ul>"),
          "<h2>Requirements</h2><ul><li>SQL</li><li>Go</li></ul>"),
    "## Requirements\n\n- SQL\n- Go" },
  { "page-has-headings",
    PAGE (DESCRIBED ("We want you. Requirements SQL Go R"),
          "<h2>Requirements</h2><ul><li>SQL</li><li>Go</li><li>R</li></ul>"),
    "## Requirements\n\n- SQL\n- Go\n- R" },
  { "teaser", PAGE (DESCRIBED ("We hire."), "<p>We hire people who like to look at numbers until they speak.</p>"),
    "We hire people who like to look at numbers until they speak." },
  { "nothing-told", PAGE (DESCRIBED (""), "<p>Words</p>"), "Words" },
};

static void
test_page (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) html = g_bytes_new_static (cases[i].html, strlen (cases[i].html));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_html_text_convert ("page.html", html, &error);
  g_autoptr (MatchumPosting) posting = NULL;
  g_autofree char *wanted = g_strdup_printf ("---\ncompany: \"Acme\"\ntitle: \"Engineer\"\n---\n\n%s\n", cases[i].text);

  g_assert_no_error (error);
  g_assert_cmpstr (matchum_source_get_text (source), ==, wanted);
  posting = matchum_posting_reader_read (source, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (matchum_posting_get_company (posting), ==, "Acme");
  g_assert_cmpstr (matchum_posting_get_title (posting), ==, "Engineer");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/job-posting-json/places", test_places);
  g_test_add_func ("/posting/job-posting-json/members", test_members);
  g_test_add_func ("/posting/job-posting-json/descriptions", test_descriptions);
  g_test_add_func ("/posting/job-posting-json/parts", test_parts);
  g_test_add_func ("/posting/job-posting-json/odd-values", test_odd_values);
  g_test_add_func ("/posting/job-posting-json/nesting", test_nesting);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/posting/job-posting-json/page/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_page);
    }
  return g_test_run ();
}
