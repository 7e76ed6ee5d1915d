/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON Resume as Markdown: what is written, what is told, and that all of it comes back. */
#include "config.h"

#include "../../support/resume-fixture.h"
#include "resume/matchum-json-resume-builder.h"
#include "resume/matchum-json-resume-check.h"
#include "resume/matchum-json-resume-reader.h"

/* Few enough for the sanitizers, and enough for what takes its square. */
#define N_MANY 6000

static MatchumSource *
read_json (const char *json, gsize length, MatchumJsonNotes *notes, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, length);
  g_autoptr (MatchumSource) source = matchum_source_new ("test.json", bytes, error);

  return source != NULL ? matchum_json_resume_reader_read (source, notes, error) : NULL;
}

static char *
to_markdown (const char *json, MatchumJsonNotes *notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = read_json (json, strlen (json), notes, &error);

  g_assert_no_error (error);
  return g_strdup (matchum_source_get_text (source));
}

static MatchumJsonValue *
build (const char *markdown)
{
  g_autoptr (MatchumResume) resume = fixture_read (markdown);
  g_autoptr (MatchumVisibility) visibility = matchum_visibility_new_all (resume);

  return matchum_json_resume_builder_build (visibility, FALSE, NULL);
}

static MatchumJsonValue *
parse (const char *json)
{
  return matchum_json_value_parse ("test.json", json, strlen (json), MATCHUM_JSON_MAX_DEPTH, NULL, NULL);
}

/* What comes back is what the check lets through; that this is all that was there is tried in
 * tests/cli/test-convert.py. */
static void
check_round_trip (const char *name, const char *json)
{
  g_autoptr (MatchumJsonValue) root = parse (json);
  g_autoptr (MatchumJsonValue) wanted = matchum_json_resume_check (root, NULL);
  g_autofree char *markdown = to_markdown (json, NULL);
  g_autoptr (MatchumJsonValue) built = build (markdown);

  if (matchum_json_value_get_member (wanted, "$schema") == NULL)
    matchum_json_value_set_string (wanted, "$schema", MATCHUM_JSON_RESUME_SCHEMA);
  if (!matchum_json_value_is_equal (wanted, built))
    {
      g_autofree char *a = matchum_json_value_print (wanted);
      g_autofree char *b = matchum_json_value_print (built);

      g_error ("%s:\n%s\n%s\n%s", name, a, markdown, b);
    }
}

static void
test_files (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", "json-resumes", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *json = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      g_assert_true (g_file_get_contents (file, &json, NULL, NULL));
      check_round_trip (name, json);
      n++;
    }
  g_assert_cmpuint (n, >=, 20);
}

/* The Markdown of some JSON, with ' for ". */
static const struct {
  const char *json;
  const char *markdown;
} cases[] = {
  { "{'basics':{'name':'Ada "
    "Byron','label':'Engineer','email':'ada@example.com','url':'https://ada.example.com/','location':"
    "{'city':'London','countryCode':'GB'},'profiles':[{'network':'GitHub','username':'ada','url':'https://github.com/"
    "ada'}],"
    "'summary':'One.\\n\\nTwo.'}}",
    "# Ada Byron\n\nEngineer · London, GB · ada@example.com · [ada.example.com](https://ada.example.com/) · "
    "[GitHub: ada](https://github.com/ada)\n\n## Summary\n\nOne.\n\nTwo.\n" },
  { "{'basics':{'name':'김하늘'},'work':[{'name':'한빛','position':'개발자','startDate':'2021-03','highlights':['하나',"
    "'둘']}]}",
    "# 김하늘\n\n## 경력\n\n### 한빛 | 개발자 | 2021.03 - 현재\n\n- 하나\n- 둘\n" },
  { "{'skills':[{'name':'Web','level':'Master','keywords':['HTML','CSS']},{'name':'Go'}],'basics':{'name':'N'},"
    "'languages':[{'language':'English','fluency':'native'}]}",
    "# N\n\n## Skills\n\n- **Web** (Master): HTML, CSS\n- Go\n\n## Languages\n\n- **English**: native\n" },
  { "{'basics':{'name':'N'},'certificates':[{'name':'CKA','issuer':'CNCF','date':'2022-05','url':'https://"
    "c.example.com'}],"
    "'awards':[{'title':'Prize','date':'2020','summary':'Why.'}]}",
    "# N\n\n## Certificates\n\n- [CKA](https://c.example.com) | CNCF | May 2022\n\n## Awards\n\n### Prize | "
    "2020\n\nWhy.\n" },
  { "{'basics':{'name':'N'},'education':[{'institution':'Calder "
    "University','studyType':'MSc','area':'Law','endDate':'2019',"
    "'score':'1.3','courses':['A','B']}]}",
    "# N\n\n## Education\n\n### Calder University | MSc | Law | 2019\n\nScore: 1.3\n\nCourses: A, B\n" },
  { "{'work':[{'name':'Acme','url':'javascript:alert(1)','position':'Engineer'}]}",
    "# Resume\n\n## Experience\n\n### Acme | Engineer\n\n<!-- jsonresume "
    "{\"item\":{\"+\":{\"url\":\"javascript:alert(1)\"}}} "
    "-->\n" },
  { "{'basics':{'name':'N','summary':'*a* `b` [c](d) <e> &amp; _f_ g_h 2 * 3 \\\\* #i # j'}}",
    "# N\n\n## Summary\n\n\\*a\\* \\`b\\` \\[c\\](d) \\<e> \\&amp; \\_f\\_ g_h 2 * 3 \\\\\\* \\#i \\# j\n" },
  { "{'basics':{'name':'# N','summary':'- *a*\\n1. b'}}", "# \\# N\n\n## Summary\n\n\\- \\*a\\*\\\n1\\. b\n" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdelimit (g_strdup (cases[i].json), "'", '"');
      g_autofree char *markdown = to_markdown (json, NULL);

      g_assert_cmpstr (markdown, ==, cases[i].markdown);
    }
}

/* What is told, as line and path, and what is read all the same. */
static const struct {
  const char *json;
  const char *notes;
  const char *read;
} odd[] = {
  { "{'basics':5,\n'work':{'name':1}}", "1 basics|2 work|2 work.name", "'work':[{'name':'1'}]" },
  { "{'education':[1,null,'S',[],\n{'institution':[]},{'institution':{'a':1},'area':'L'}]}",
    "1 education[0]|1 education[2]|1 education[3]|2 education[4].institution|2 education[5].institution",
    "'education':[{'institution':'S'},{'area':'L'}]" },
  { "{'skills':[{'name':true,'keywords':'a'},{'name':'b','keywords':[1,null,'c',{}]}]}",
    "1 skills[0].name|1 skills[0].keywords|1 skills[1].keywords[0]|1 skills[1].keywords[3]",
    "'skills':[{'keywords':['a']},{'name':'b','keywords':['1','c']}]" },
  { "{'awards':[{'title':'T','date':2021.13},{'title':'U','date':2021},{'title':'V','date':'2021-13'},\n"
    "{'title':'W','date':'Sep "
    "2021'},{'title':'X','date':'whenever'},{'title':'Y','date':2021.1},{'title':'Z','date':202103}]}",
    "1 awards[0].date|1 awards[1].date|1 awards[2].date|2 awards[3].date|2 awards[4].date|2 awards[5].date|2 "
    "awards[6].date",
    "'awards':[{'title':'T'},{'title':'U','date':'2021'},{'title':'V'},{'title':'W','date':'2021-09'},{'title':'X'},"
    "{'title':'Y'},{'title':'Z'}]" },
  { "{'work':[{'name':'A','startDate':'2021.03.15','endDate':'2021.02.30'},{'name':'B','startDate':'2019 - "
    "2020','endDate':"
    "'Mar 3, 2020'}]}",
    "1 work[0].startDate|1 work[0].endDate|1 work[1].startDate|1 work[1].endDate",
    "'work':[{'name':'A','startDate':'2021-03-15'},{'name':'B','endDate':'2020-03'}]" },
  { "{'projects':[{'name':'P','startDate':'2021-02-30','endDate':'Present'},{'name':'Q','startDate':'2020.03',"
    "'endDate':'2021-05-06T07:08:09Z'},{'name':'R','endDate':'현재'}]}",
    "1 projects[0].startDate|1 projects[0].endDate|1 projects[1].startDate|1 projects[1].endDate|1 projects[2].endDate",
    "'projects':[{'name':'P'},{'name':'Q','startDate':'2020-03','endDate':'2021-05-06'},{'name':'R'}]" },
  { "{'basics':{'name':'N','location':'Seoul','profiles':{'network':'X'},'email':['a']},'meta':'m'}",
    "1 basics.location|1 basics.profiles|1 basics.email|1 meta",
    "'basics':{'name':'N','location':{'address':'Seoul'}}" },
  { "{'basics':{'name':'N','name':'O'}}", "1 basics.name", "'basics':{'name':'O'}" },
  { "{'basics':{'name':'a\\u0000b'}}", "1 basics.name",
    "'basics':{'name':'a\xef\xbf\xbd"
    "b'}" },
  { "{'basics':{'name':'N'},'work':[{'company':'C'}]}", "1 work[0].company",
    "'basics':{'name':'N'},'work':[{'name':'C'}]" },
};

static char *
dup_notes (MatchumJsonNotes *notes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->list->len; i++)
    {
      const MatchumJsonNote *note = g_ptr_array_index (notes->list, i);

      g_string_append_printf (text, "%s%u %s", i > 0 ? "|" : "", note->line, note->path);
    }
  return g_string_free (text, FALSE);
}

static void
test_odd (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *json = g_strdelimit (g_strdup (odd[i].json), "'", '"');
      g_autofree char *members = g_strdelimit (g_strdup (odd[i].read), "'", '"');
      g_autofree char *wanted_json = g_strdup_printf ("{\"$schema\":\"" MATCHUM_JSON_RESUME_SCHEMA "\",%s}", members);
      g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
      g_autofree char *markdown = to_markdown (json, notes);
      g_autofree char *told = dup_notes (notes);
      g_autoptr (MatchumJsonValue) built = build (markdown);
      g_autoptr (MatchumJsonValue) wanted = parse (wanted_json);

      g_assert_cmpstr (told, ==, odd[i].notes);
      if (!matchum_json_value_is_equal (built, wanted))
        g_error ("%s: %s", json, matchum_json_value_print (built));
    }
}

static const char *const unusable[] = { "{}",
                                        "[]",
                                        "\"x\"",
                                        "{\"basics\":5,\"work\":3}",
                                        "{\"work\":[{\"x\":1}]}",
                                        "{\"basics\":{\"name\":\"\",\"image\":\"x\"}}",
                                        "{\"x\":{\"basics\":{\"name\":\"N\"}}}",
                                        "{\"basics\":{\"name\":\"N\"}",
                                        "{\"basics\":{\"name\":\"N\"}} x",
                                        "{\"skills\":[{\"name\":\" \"}]}" };

static void
test_unusable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unusable); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumSource) source = read_json (unusable[i], strlen (unusable[i]), NULL, &error);

      if (source != NULL)
        g_error ("%s was read", unusable[i]);
      g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT);
      g_assert_true (g_str_has_prefix (error->message, "test.json:"));
    }
}

static void
test_is_resume (void)
{
  static const struct {
    const char *text;
    gboolean is_json;
    gboolean is_resume;
  } texts[] = {
    { "{\"basics\":{\"name\":\"N\"}}", TRUE, TRUE },
    { "\xef\xbb\xbf \n{ \"work\" : [] }", TRUE, TRUE },
    { "{\"basics\":[]}", TRUE, FALSE },
    { "{\"title\":\"Engineer\",\"skills\":\"C\"}", TRUE, FALSE },
    { "{\"basics\":{}", TRUE, FALSE },
    { "{}", TRUE, FALSE },
    { "{ # Name }", FALSE, FALSE },
    { "# Name", FALSE, FALSE },
    { "", FALSE, FALSE },
    { "{", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const gsize length = strlen (texts[i].text);

      g_assert_true (matchum_json_resume_reader_is_json (texts[i].text, length) == texts[i].is_json);
      g_assert_true (matchum_json_resume_reader_is_resume (texts[i].text, length) == texts[i].is_resume);
    }
}

/* A resume around count times the text, in ' for ". */
static char *
dup_repeated (const char *before, const char *text, guint count, const char *after)
{
  GString *json = g_string_new (before);

  for (guint i = 0; i < count; i++)
    g_string_append (json, text);
  g_string_append (json, after);
  return g_strdelimit (g_string_free (json, FALSE), "'", '"');
}

static const struct {
  const char *before;
  const char *text;
  const char *after;
} hostile[] = {
  { "{'basics':{'name':'N','summary':'", "*_[`<\\n", "'}}" },
  { "{'basics':{'name':'", " | ", "x'}}" },
  { "{'basics':{'name':'N','label':'", "y, · ", "'}}" },
  { "{'basics':{'name':'N','profiles':[", "{'network':'a','username':'b'},", "{}]}}" },
  { "{'basics':{'name':'N'},'work':[", "{'name':'A','position':{}},", "{}]}" },
  { "{'basics':{'name':'N'},'work':[{'name':'A','highlights':[", "'x',", "'y']}]}" },
  { "{'basics':{'name':'N'},'work':[{'name':'A','x':[", "{'y':[]},", "1]}]}" },
  { "{'basics':{'name':'N'},'work':[", "{'x':1},", "{}]}" },
  { "{'basics':{'name':'N'},'skills':[{'name':'S','keywords':[", "'a, b',", "'c']}]}" },
  { "{'basics':{'name':'N'},'languages':[{'language':'", ": (", "'}]}" },
  { "{'basics':{'name':'N'},'work':[{'name':'", "2019 - 2020, ", "'}]}" },
  { "{'basics':{'name':'N'},'x':'", "--><!-- ", "'}" },
};

/* The time limit of the test is the assertion; and what can be carried comes back. */
static void
test_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *json = dup_repeated (hostile[i].before, hostile[i].text, N_MANY, hostile[i].after);
      g_autofree char *markdown = to_markdown (json, NULL);
      g_autoptr (MatchumJsonValue) built = build (markdown);

      g_assert_nonnull (matchum_json_value_get_string (matchum_json_value_get_member (built, "basics"), "name"));
    }
}

static void
test_too_much (void)
{
  g_autofree char *image = g_strnfill (2 * MATCHUM_JSON_RESUME_MAX_CARRIED, 'A');
  g_autofree char *json =
      g_strdup_printf ("{\"basics\":{\"name\":\"N\",\"image\":\"%s\",\"x\":1},\n\"work\":[{\"name\":\"A\","
                       "\"x\":2}]}",
                       image);
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autofree char *markdown = to_markdown (json, notes);
  g_autofree char *told = dup_notes (notes);
  g_autoptr (MatchumJsonValue) built = build (markdown);

  g_assert_cmpuint (strlen (markdown), <, MATCHUM_JSON_RESUME_MAX_CARRIED);
  g_assert_cmpstr (told, ==, "1 basics.image");
  g_assert_nonnull (matchum_json_value_get_member (matchum_json_value_get_member (built, "basics"), "x"));
}

/* Bytes that somebody made of JSON by changing some: whatever is read is JSON that can be read again. */
static void
test_damaged (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", "json-resumes", "everything-en.json", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  g_autofree char *json = NULL;
  gsize length;
  guint n_read = 0;

  g_assert_true (g_file_get_contents (path, &json, &length, NULL));
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *damaged = g_memdup2 (json, length);
      g_autoptr (MatchumSource) source = NULL;

      for (guint j = 0; j < 1 + i % 3; j++)
        damaged[g_rand_int_range (rand, 0, (gint) length)] = "\"{}[],:\\x0 1"[g_rand_int_range (rand, 0, 12)];
      source = read_json (damaged, length, NULL, NULL);
      if (source != NULL)
        {
          g_autoptr (MatchumJsonValue) built = build (matchum_source_get_text (source));
          g_autofree char *printed = matchum_json_value_print (built);

          check_round_trip ("damaged", printed);
          n_read++;
        }
    }
  g_assert_cmpuint (n_read, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-resume-reader/files", test_files);
  g_test_add_func ("/json-resume-reader/cases", test_cases);
  g_test_add_func ("/json-resume-reader/odd", test_odd);
  g_test_add_func ("/json-resume-reader/unusable", test_unusable);
  g_test_add_func ("/json-resume-reader/is-resume", test_is_resume);
  g_test_add_func ("/json-resume-reader/hostile", test_hostile);
  g_test_add_func ("/json-resume-reader/too-much", test_too_much);
  g_test_add_func ("/json-resume-reader/damaged", test_damaged);
  return g_test_run ();
}
