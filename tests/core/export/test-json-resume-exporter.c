/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a resume is as JSON Resume, what of a tailored one is in it, and that going there and back changes nothing any
 * more: tried on all resumes in the tree and on made-up ones. */
#include "config.h"

#include <json-glib/json-glib.h>

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"
#include "export/matchum-json-resume-exporter.h"
#include "resume/matchum-json-resume-reader.h"

#define N_RESUMES 150
#define N_LONG_RESUMES 2000

/* markdown: what stands under the name; json: the members that it makes, but for the schema and the name. */
static const struct {
  const char *name;
  const char *markdown;
  const char *json;
} cases[] = {
  { "organisation first", "## Experience\n\n### Acme, Data Engineer, 2021.03 - 2022.04\n\n- x\n",
    "'work':[{'name':'Acme','position':'Data "
    "Engineer','startDate':'2021-03','endDate':'2022-04','highlights':['x']}]" },
  { "role first", "## Experience\n\n### Data Engineer — Acme (2021 – Present)\n",
    "'work':[{'name':'Acme','position':'Data Engineer','startDate':'2021'}]" },
  { "by the organisation", "## Experience\n\n### Flumox | Acme Ltd\n2021\n",
    "'work':[{'name':'Acme Ltd','position':'Flumox','startDate':'2021','endDate':'2021'}]" },
  { "Korean", "## 경력\n\n### ㈜한빛, 플랫폼 개발 2팀 과장, 2019년 3월 ~ 재직 중\n",
    "'work':[{'name':'㈜한빛','position':'플랫폼 개발 2팀 과장','startDate':'2019-03'}]" },
  { "untold", "## Experience\n\n### Zorb, Flumox\n\n2020\n",
    "'work':[{'name':'Zorb, Flumox','startDate':'2020','endDate':'2020'}]" },
  { "as the others are", "## Experience\n\n### Acme, Engineer\n\n### Zorb, Flumox\n\n### Qux, Analyst\n",
    "'work':[{'name':'Acme','position':'Engineer'},{'name':'Zorb','position':'Flumox'},{'name':'Qux','position':'"
    "Analyst'}]" },
  { "role beside the dates", "## Experience\n\n### Acme\nStaff Engineer · 2019.07 - 2020.01\n\ntext\n",
    "'work':[{'name':'Acme','position':'Staff Engineer','startDate':'2019-07','endDate':'2020-01','summary':'text'}]" },
  { "place", "## Experience\n\n### Acme | Engineer | Berlin | 2020\n",
    "'work':[{'name':'Acme','location':'Berlin','position':'Engineer','startDate':'2020','endDate':'2020'}]" },
  { "roles within",
    "## Experience\n\n### Acme\n\n#### Lead Engineer\n2021 – Present\n\n- a\n\n#### Engineer, 2019 – 2020\n\n- b\n",
    "'work':[{'name':'Acme','position':'Lead Engineer','startDate':'2021','highlights':['a']},"
    "{'name':'Acme','position':'Engineer','startDate':'2019','endDate':'2020','highlights':['b']}]" },
  { "headings within", "## Experience\n\n### Acme, Engineer\n\n#### Part one\n\n- a\n\n#### Part two\n\ntext\n",
    "'work':[{'name':'Acme','position':'Engineer','highlights':['Part one','a','Part two','text']}]" },
  { "nested bullets", "## Experience\n\n### Acme, Engineer\n\n- a\n  - b\n    - c\n\n  more of a\n- d\n\nafter\n",
    "'work':[{'name':'Acme','position':'Engineer','highlights':['a','b','c\\nmore of a','d','after']}]" },
  { "linked name",
    "## Experience\n\n### [Acme](https://acme.example.com), Engineer\n\nsee [this](https://x.example.com)\n",
    "'work':[{'name':'Acme','position':'Engineer','url':'https://acme.example.com',"
    "'summary':'see this (https://x.example.com)'}]" },
  { "italics", "## Experience\n\n### Acme, Engineer\n\n*Makers of anvils*\n\nDid things.\n",
    "'work':[{'name':'Acme','description':'Makers of anvils','position':'Engineer','summary':'Did things.'}]" },
  { "days", "## Experience\n\n### Acme, Engineer, 2021.03.05 - 2021.09.30\n",
    "'work':[{'name':'Acme','position':'Engineer','startDate':'2021-03-05','endDate':'2021-09-30'}]" },
  { "a year and a month", "## Experience\n\n### Acme, Engineer, 2018 - 2020.03\n",
    "'work':[{'name':'Acme','position':'Engineer','startDate':'2018','endDate':'2020-03'}]" },
  { "a month and a year", "## Experience\n\n### Acme, Engineer, Mar 2018 – 2020\n",
    "'work':[{'name':'Acme','position':'Engineer','startDate':'2018-03','endDate':'2020'}]" },
  { "job in a bullet", "## Experience\n\n- Acme, Engineer, 2018\n- Built things for Acme, for Qux, and for others\n",
    "'work':[{'name':'Acme, Engineer','startDate':'2018','endDate':'2018'},"
    "{'name':'Built things for Acme, for Qux, and for others'}]" },
  { "school",
    "## Education\n\n### MSc in Statistics, Larkmere University\nSept 2016 – June 2018\n\n- GPA: 3.9/4.0\n- Modules: "
    "time series, games (zero-sum, other)\n- Thesis\n",
    "'education':[{'institution':'Larkmere University','area':'Statistics','studyType':'MSc','startDate':'2016-09',"
    "'endDate':'2018-06','score':'3.9/4.0','courses':['time series','games (zero-sum, "
    "other)'],'highlights':['Thesis']}]" },
  { "school in Korean",
    "## 학력\n\n### 은하대학교 컴퓨터공학과 학사\n2014.03 – 2020.02\n\n- 평점 4.2 / 4.5, 수석 졸업\n",
    "'education':[{'institution':'은하대학교','area':'컴퓨터공학과','studyType':'학사','startDate':'2014-03',"
    "'endDate':'2020-02','score':'4.2 / 4.5','highlights':['수석 졸업']}]" },
  { "school untold", "## Education\n\n### Zorb, Flumox, 2019\n",
    "'education':[{'institution':'Zorb, Flumox','endDate':'2019'}]" },
  { "projects", "## Projects\n\n### Anvil — a tool, 2021\n\nTech stack: C, GLib (2.74, later)\n\nText.\n\n- a\n",
    "'projects':[{'name':'Anvil — a tool','description':'Text.','highlights':['a'],'keywords':['C','GLib (2.74, "
    "later)'],"
    "'startDate':'2021','endDate':'2021'}]" },
  { "awards", "## Awards\n\n- Prize | City | 2021.05\n- KCC 2018 Workshop\n- SQLD, 2020 (renewed 2021)\n",
    "'awards':[{'title':'Prize','date':'2021-05','awarder':'City'},{'title':'KCC 2018 Workshop','date':'2018'},"
    "{'title':'SQLD, 2020 (renewed 2021)','date':'2020'}]" },
  { "certificates", "## Certificates\n\n- [CKA](https://cka.example.com) (2022.05)\n- TOEIC 935\n  - twice\n",
    "'certificates':[{'name':'CKA','date':'2022-05','url':'https://cka.example.com'},{'name':'TOEIC "
    "935','summary':'twice'}]" },
  { "publications", "## Publications\n\n- **A. One**, B. Two. \"On x\", Proc. Y, 2018\n",
    "'publications':[{'name':'A. One, B. Two. \\\"On x\\\", Proc. Y','releaseDate':'2018'}]" },
  { "skills", "## Skills\n\n- **Languages**: C, C++ (17, 20)\n- Tools: Git\n- Python, Go\n- **Web** (Master): HTML\n",
    "'skills':[{'name':'Languages','keywords':['C','C++ (17, "
    "20)']},{'name':'Tools','keywords':['Git']},{'name':'Python'},"
    "{'name':'Go'},{'name':'Web','level':'Master','keywords':['HTML']}]" },
  { "skills in groups", "## 기술\n\n### 데이터\n\n- Spark, Kafka\n- dbt\n",
    "'skills':[{'name':'데이터','keywords':['Spark','Kafka','dbt']}]" },
  { "languages", "## Languages\n\n- English (native), German (A2)\n- 영어: OPIc IH (2024.03), 논문\n- Latin\n",
    "'languages':[{'language':'English','fluency':'native'},{'language':'German','fluency':'A2'},"
    "{'language':'영어','fluency':'OPIc IH (2024.03), 논문'},{'language':'Latin'}]" },
  { "volunteering",
    "## Volunteering\n\n- Mentor at a club, 2021 – Present, nine mentees\n\n### Food Bank, Driver, 2020\n",
    "'volunteer':[{'organization':'Mentor at a club, nine mentees','startDate':'2021'},"
    "{'organization':'Food Bank','position':'Driver','startDate':'2020','endDate':'2020'}]" },
  { "interests", "## 취미\n\n- 달리기: 10km\n- 사진\n",
    "'interests':[{'name':'달리기','keywords':['10km']},{'name':'사진'}]" },
  { "references", "## References\n\n- **Ana**: calm\n\n### Bo\n\nNever late.\n",
    "'references':[{'name':'Ana','reference':'calm'},{'name':'Bo','reference':'Never late.'}]" },
  { "other section", "## 병역\n\n육군\n\n- 통신병\n\n### 사단, 2013.04 - 2015.01\n\n- x\n",
    "'meta':{'matchum':{'sections':[{'name':'병역','summary':'육군','highlights':['통신병'],"
    "'entries':[{'name':'사단','startDate':'2013-04','endDate':'2015-01','highlights':['x']}]}]}}" },
  { "two sections of a kind",
    "## Experience\n\n### Acme, Engineer\n\n## Skills\n\n- Go\n\n## Internships\n\n### Qux, Intern\n",
    "'work':[{'name':'Acme','position':'Engineer'},{'name':'Qux','position':'Intern'}],'skills':[{'name':'Go'}]" },
  { "nothing", "## Experience\n", "" },
};

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

static char *export(const char *markdown)
{
  g_autoptr (MatchumResume) resume = fixture_read (markdown);

  return matchum_json_resume_exporter_write_baseline (resume, NULL);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markdown = g_strconcat ("# N\n\n", cases[i].markdown, NULL);
      g_autofree char *json = export(markdown);
      g_autofree char *members = g_strdelimit (g_strdup (cases[i].json), "'", '"');
      g_autofree char *wanted_json = g_strdup_printf (
          "{\"$schema\":\"https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json\","
          "\"basics\":{\"name\":\"N\"}%s%s}",
          *members != '\0' ? "," : "", members);
      g_autoptr (JsonNode) node = parse (json);
      g_autoptr (JsonNode) wanted = parse (wanted_json);

      if (!json_node_equal (node, wanted))
        g_error ("%s: %s", cases[i].name, json);
    }
}

/* Lines under a name, and the members of basics that they make. */
static const struct {
  const char *markdown;
  const char *json;
} contacts[] = {
  { "Engineer · Seoul · me@example.com · 010-1234-5678 · [me](https://me.example.com)",
    "'label':'Engineer','email':'me@example.com','phone':'010-1234-5678','location':{'city':'Seoul'},"
    "'profiles':[{'network':'me','url':'https://me.example.com'}]" },
  { "Engineer | E-mail: me@example.com | Tel: +82 10 1234 5678 | portfolio: me.example.com",
    "'label':'Engineer','email':'me@example.com','phone':'+82 10 1234 5678','url':'https://me.example.com'" },
  { "서울, me@example.com, 010-1234-5678",
    "'email':'me@example.com','phone':'010-1234-5678','location':{'city':'서울'}" },
  { "github.com/me · https://www.linkedin.com/in/me-too/ · GitLab: us",
    "'profiles':[{'network':'GitHub','username':'me','url':'https://github.com/me'},"
    "{'network':'LinkedIn','username':'me-too','url':'https://www.linkedin.com/in/me-too/'},"
    "{'network':'GitLab','username':'us'}]" },
  { "Backend Engineer · Porto Calder, Calder, PT",
    "'label':'Backend Engineer','location':{'city':'Porto Calder','countryCode':'PT','region':'Calder'}" },
  { "MLOps / DevOps Engineer · [me@example.com](mailto:me@example.com)",
    "'label':'MLOps / DevOps Engineer','email':'me@example.com'" },
  { "Engineer\nme@example.com\n<https://me.example.com/>",
    "'label':'Engineer','email':'me@example.com','url':'https://me.example.com/'" },
  { "Engineer · Flumox · Zorb", "'label':'Engineer · Flumox · Zorb'" },
  { "ML Engineer · 추천 시스템\n\nme@example.com", "'label':'ML Engineer · 추천 시스템','email':'me@example.com'" },
  { "엔지니어 ㅣ 하남시 ㅣ me@example.com",
    "'label':'엔지니어','email':'me@example.com','location':{'city':'하남시'}" },
  { "me@example.com\n\nI build things. They stay up.\n\nSecond paragraph.",
    "'email':'me@example.com','summary':'I build things. They stay up.\\n\\nSecond paragraph.'" },
  { "I build things that stay up, and have done so for the longest time, in places large and small, without an end.",
    "'summary':'I build things that stay up, and have done so for the longest time, in places large and small, without "
    "an "
    "end.'" },
  { "me@example.com\n\n## About\n\n- one\n- two\n\nthree",
    "'email':'me@example.com','summary':'one\\ntwo\\n\\nthree'" },
  { "## Contact\n\n- me@example.com\n- Phone: 02-123-4567", "'email':'me@example.com','phone':'02-123-4567'" },
};

static void
test_contacts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      g_autofree char *markdown = g_strdup_printf ("# N\n\n%s\n", contacts[i].markdown);
      g_autofree char *json = export(markdown);
      g_autofree char *members = g_strdelimit (g_strdup (contacts[i].json), "'", '"');
      g_autofree char *wanted_json = g_strdup_printf ("{\"name\":\"N\",%s}", members);
      g_autoptr (JsonNode) node = parse (json);
      g_autoptr (JsonNode) wanted = parse (wanted_json);

      if (!json_node_equal (json_object_get_member (json_node_get_object (node), "basics"), wanted))
        g_error ("%s: %s", contacts[i].markdown, json);
    }
}

static void
test_notes (void)
{
  g_autoptr (MatchumResume) resume = fixture_read (
      "# N\n\nEngineer · Flumox\n\n## Experience\n\n### Zorb, Flumox\n\n### Acme, Engineer, 2019, 2021\n\n"
      "## Education\n\n### Zorb, Qux\n\n## 병역\n\n- 육군\n");
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autofree char *json = matchum_json_resume_exporter_write_baseline (resume, notes);
  static const struct {
    guint line;
    const char *path;
  } wanted[] = { { 9, "work[1]" }, { 13, "education[0].institution" }, { 15, "meta.matchum.sections[0]" } };

  g_assert_cmpuint (notes->list->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < notes->list->len; i++)
    {
      const MatchumJsonNote *note = g_ptr_array_index (notes->list, i);

      g_assert_cmpuint (note->line, ==, wanted[i].line);
      g_assert_cmpstr (note->path, ==, wanted[i].path);
    }
}

/* There and back */

static char *
to_markdown (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("test.json", bytes, &error);
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (MatchumSource) markdown = matchum_json_resume_reader_read (source, notes, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < notes->list->len; i++)
    g_error ("%s", ((MatchumJsonNote *) g_ptr_array_index (notes->list, i))->text);
  return g_strdup (matchum_source_get_text (markdown));
}

/* Markdown → JSON → Markdown → JSON: both are the same, byte for byte. */
static void
check_fixed_point (const char *name, const char *json)
{
  g_autofree char *markdown = to_markdown (json);
  g_autofree char *again = export(markdown);

  if (!g_str_equal (json, again))
    g_error ("%s: %s\n%s\n%s", name, json, markdown, again);
}

static guint
check_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *markdown = NULL;
      g_autofree char *json = NULL;

      if (!g_str_has_suffix (name, ".md") || strstr (name, "posting") != NULL || g_str_equal (name, "README.md"))
        continue;
      g_assert_true (g_file_get_contents (file, &markdown, NULL, NULL));
      json = export(markdown);
      check_fixed_point (name, json);
      n++;
    }
  return n;
}

static void
test_files (void)
{
  g_autofree char *cases_folder = g_test_build_filename (G_TEST_DIST, "cases", "resumes", NULL);
  g_autofree char *more = g_test_build_filename (G_TEST_DIST, "cases-2", "resumes", NULL);
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", NULL);
  g_autofree char *templates = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", NULL);

  g_assert_cmpuint (check_folder (cases_folder), >=, 6);
  g_assert_cmpuint (check_folder (more), >=, 10);
  g_assert_cmpuint (check_folder (samples), >=, 2);
  g_assert_cmpuint (check_folder (templates), >=, 2);
}

/* Words with a number of their own, "w17z", of all blocks but the headings of sections are in json. */
static void
check_nothing_is_lost (const char *name, const char *markdown, const char *json)
{
  g_autoptr (MatchumResume) resume = fixture_read (markdown);
  g_autoptr (GRegex) regex = g_regex_new ("[0-9]+z", 0, 0, NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      g_autoptr (GMatchInfo) info = NULL;

      if (block->kind == MATCHUM_BLOCK_SECTION || block->kind == MATCHUM_BLOCK_REMARK)
        continue;
      g_regex_match (regex, matchum_block_get_text (block), 0, &info);
      for (; g_match_info_matches (info); g_match_info_next (info, NULL))
        {
          g_autofree char *word = g_match_info_fetch (info, 0);

          if (strstr (json, word) == NULL)
            g_error ("%s: %s of “%s” is not in %s\n%s", name, word, matchum_block_get_text (block), json, markdown);
        }
    }
}

static void
test_made_up (void)
{
  const guint n = g_getenv ("MATCHUM_TEST_LONG") != NULL ? N_LONG_RESUMES : N_RESUMES;

  for (guint seed = 1; seed <= n; seed++)
    {
      g_autofree char *markdown = random_markdown_resume (seed, seed % 2 == 0, seed % 4 < 2);
      g_autofree char *json = export(markdown);
      g_autofree char *name = g_strdup_printf ("seed %u", seed);

      check_nothing_is_lost (name, markdown, json);
      check_fixed_point (name, json);
    }
}

/* What is hidden */

static char *
export_tailored (MatchumResume *resume, const char *hidden_id)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MatchumVisibility) visibility = NULL;

  if (hidden_id != NULL)
    g_hash_table_add (hidden, (gpointer) hidden_id);
  visibility = matchum_visibility_new (resume, hidden, NULL);
  return matchum_json_resume_exporter_write_tailored (visibility, NULL);
}

/* Words with a number of their own, "w17z": those of json are words of blocks that can be seen. */
static void
check_words (MatchumResume *resume, MatchumVisibility *visibility, const char *json, guint seed)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GRegex) regex = g_regex_new ("[0-9]+z", 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_visibility_is_visible (visibility, i))
      g_string_append_printf (seen, "%s\n", matchum_block_get_text (matchum_resume_get_block (resume, i)));
  g_string_append (seen, matchum_resume_get_name (resume) != NULL ? matchum_resume_get_name (resume) : "");
  g_regex_match (regex, json, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *word = g_match_info_fetch (info, 0);

      if (strstr (seen->str, word) == NULL)
        g_error ("seed %u: %s is hidden, but in %s", seed, word, json);
    }
}

/* Every block of a made-up resume is hidden once; nothing of it, nor of any remark, is in the copy. */
static void
test_hidden_words (void)
{
  for (guint seed = 1; seed <= 40; seed++)
    {
      g_autofree char *markdown = random_markdown_resume (seed, TRUE, TRUE);
      g_autoptr (MatchumResume) resume = fixture_read (markdown);

      for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i += 3)
        {
          const MatchumBlock *block = matchum_resume_get_block (resume, i);
          g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
          g_autoptr (MatchumVisibility) visibility = NULL;
          g_autofree char *json = NULL;

          if (block->kind == MATCHUM_BLOCK_TITLE)
            continue;
          g_hash_table_add (hidden, block->id);
          visibility = matchum_visibility_new (resume, hidden, NULL);
          json = matchum_json_resume_exporter_write_tailored (visibility, NULL);
          check_words (resume, visibility, json, seed);
        }
    }
}

static const char carried_json[] =
    "{\"basics\":{\"name\":\"N\",\"label\":\"Chief | Fun\",\"image\":\"https://secret.example.com/zebra.png\","
    "\"x\":\"zebra\"},"
    "\"work\":[{\"name\":\"Zorb\",\"position\":\"Flumox\",\"x-zebra\":\"zebra\",\"highlights\":[\"one\",\"two, "
    "zebrafish\"]},"
    "{\"name\":\"Acme, Ltd\",\"position\":\"Wizard\",\"zebra\":[\"Acme\"]},{\"x\":\"zebra\"}],"
    "\"skills\":[{\"name\":\"Go, and Rust\",\"keywords\":[\"a, b\",\"zebra crossing\"]}],"
    "\"meta\":{\"zebra\":1},\"zebra\":[\"zebra\"]}";

/* What JSON said besides is in the baseline's JSON, and not in a copy. */
static void
test_carried (void)
{
  g_autofree char *markdown = to_markdown (carried_json);
  g_autoptr (MatchumResume) resume = fixture_read (markdown);
  g_autofree char *baseline = matchum_json_resume_exporter_write_baseline (resume, NULL);
  g_autofree char *whole = export_tailored (resume, NULL);
  g_autofree char *without_fish = export_tailored (resume, fixture_find (resume, "two, zebrafish")->id);
  g_autofree char *without_skill = NULL;
  const MatchumBlock *skill = NULL;

  g_assert_nonnull (strstr (baseline, "\"x-zebra\": \"zebra\""));
  g_assert_nonnull (strstr (baseline, "zebra.png"));
  g_assert_nonnull (strstr (whole, "zebrafish"));
  g_assert_nonnull (strstr (whole, "zebra crossing"));
  g_assert_null (strstr (whole, "x-zebra"));
  g_assert_null (strstr (whole, "zebra.png"));
  g_assert_null (strstr (whole, "\"zebra\""));
  g_assert_null (strstr (without_fish, "zebrafish"));
  /* How the words are to be read is known all the same. */
  g_assert_nonnull (strstr (without_fish, "\"name\": \"Acme, Ltd\""));
  g_assert_nonnull (strstr (without_fish, "\"position\": \"Wizard\""));
  g_assert_nonnull (strstr (without_fish, "\"label\": \"Chief | Fun\""));
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (strstr (matchum_block_get_text (matchum_resume_get_block (resume, i)), "zebra crossing") != NULL)
      skill = matchum_resume_get_block (resume, i);
  g_assert_nonnull (skill);
  without_skill = export_tailored (resume, skill->id);
  g_assert_null (strstr (without_skill, "zebra crossing"));
  g_assert_null (strstr (without_skill, "Rust"));
}

/* A comment holds for the words that it was made for. */
static void
test_stale (void)
{
  g_autofree char *markdown = to_markdown ("{\"basics\":{\"name\":\"N\"},\"work\":[{\"name\":\"A | B | C | D\","
                                           "\"position\":\"Flumox\",\"x\":7,\"highlights\":[\"one\"]}]}");
  g_auto (GStrv) parts = g_strsplit (markdown, "### A", -1);
  g_autofree char *edited = g_strjoinv ("### E", parts);
  g_autoptr (MatchumResume) resume = fixture_read (edited);
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autofree char *json = matchum_json_resume_exporter_write_baseline (resume, notes);

  g_assert_nonnull (strstr (markdown, "A | B | C | D"));
  g_assert_null (strstr (json, "A | B"));
  g_assert_nonnull (strstr (json, "E | B"));
  g_assert_nonnull (strstr (json, "\"x\": 7"));
  g_assert_cmpuint (notes->list->len, >=, 1);
  g_assert_nonnull (strstr (((MatchumJsonNote *) g_ptr_array_index (notes->list, 0))->path, "work[0]."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-resume-exporter/cases", test_cases);
  g_test_add_func ("/json-resume-exporter/contacts", test_contacts);
  g_test_add_func ("/json-resume-exporter/notes", test_notes);
  g_test_add_func ("/json-resume-exporter/files", test_files);
  g_test_add_func ("/json-resume-exporter/made-up", test_made_up);
  g_test_add_func ("/json-resume-exporter/hidden-words", test_hidden_words);
  g_test_add_func ("/json-resume-exporter/carried", test_carried);
  g_test_add_func ("/json-resume-exporter/stale", test_stale);
  return g_test_run ();
}
