/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML: what it looks like, that it is well formed whatever the words are, leads to nothing that runs, and says what is
 * visible and nothing else. */
#include "config.h"

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"
#include "export-words.h"
#include "export/matchum-html-exporter.h"

#define N_RESUMES 400
#define N_LONG_RESUMES 8000

/* markdown: what stands under the name; html: what stands under <h1>N</h1>, </main> and all before not shown. */
static const struct {
  const char *name;
  const char *markdown;
  const char *html;
} cases[] = {
  { "job", "## Experience\n\n### Acme | Engineer | 2021.03 - Present\n\nMakes anvils.\n\n- Built **it** with *care*\n",
    "</header>\n<section>\n<h2>Experience</h2>\n<h3><span class=\"title\">Acme | Engineer</span><span class=\"joint\"> "
    "| "
    "</span><span class=\"dates\">2021.03 - Present</span></h3>\n<p>Makes anvils.</p>\n<ul>\n<li>Built "
    "<strong>it</strong> with <em>care</em></li>\n</ul>\n</section>\n" },
  { "dates under the heading", "## Jobs\n\n### Acme\nEngineer · 2021.03 - Present\n\n- x\n",
    "</header>\n<section>\n<h2>Jobs</h2>\n<h3><span class=\"title\">Acme <span class=\"role\">| Engineer</span></span>"
    "<span class=\"joint\"> | </span><span class=\"dates\">2021.03 - Present</span></h3>\n<ul>\n<li>x</li>\n</ul>\n"
    "</section>\n" },
  { "contact", "kim@example.com | example.com/kim\nSeoul | +82-10-1234-5678\n",
    "<div class=\"contact\">\n<p><span class=\"part\"><a href=\"mailto:kim@example.com\">kim@example.com</a></span> | "
    "<span class=\"part\"><a href=\"https://example.com/kim\">example.com/kim</a></span><br>\n<span "
    "class=\"part\">Seoul</span> | <span class=\"part\">+82-10-1234-5678</span></p>\n</div>\n</header>\n" },
  { "lists", "## S\n\n- a\n  1. b\n  2. c\n\n     d\n- e\n\nf\n\n3. g\n",
    "</header>\n<section>\n<h2>S</h2>\n<ul>\n<li>a\n<ol>\n<li>b</li>\n<li>c<br>\nd</li>\n</ol>\n</li>\n<li>e</li>\n"
    "</ul>\n<p>f</p>\n<ol start=\"3\">\n<li>g</li>\n</ol>\n</section>\n" },
  { "entries in entries", "## S\n\n### a\n\n#### b\n\n##### c\n\n###### d\n\n### e\n",
    "</header>\n<section>\n<h2>S</h2>\n<h3><span class=\"title\">a</span></h3>\n<h4><span "
    "class=\"title\">b</span></h4>\n"
    "<h5><span class=\"title\">c</span></h5>\n<h6><span class=\"title\">d</span></h6>\n<h3><span "
    "class=\"title\">e</span></h3>\n</section>\n" },
  { "table", "## S\n\n| a | b |\n|---|---|\n| **c** | d |\n",
    "</header>\n<section>\n<h2>S</h2>\n<table>\n<thead>\n<tr><th>a</th><th>b</th></tr>\n</thead>\n<tbody>\n"
    "<tr><td><strong>c</strong></td><td>d</td></tr>\n</tbody>\n</table>\n</section>\n" },
  { "quote, code", "## S\n\n> q\n\n```\n<a>\n  b\n```\n\n- `x < y`\n",
    "</header>\n<section>\n<h2>S</h2>\n<blockquote>\n<p>q</p>\n</blockquote>\n<pre><code>&lt;a&gt;\n  b</code></pre>\n"
    "<ul>\n<li><code>x &lt; y</code></li>\n</ul>\n</section>\n" },
  { "links",
    "## S\n\n- [**a** b](https://x.example.com/?a=1&b=\"2\") [c](javascript:alert) [d](<mailto:d@e.example.com>) "
    "[f](g.pdf) "
    "https://h.example.com/i. `j.example.com` [k](<https://l.example.com/m n|o>)\n",
    "</header>\n<section>\n<h2>S</h2>\n<ul>\n<li><a "
    "href=\"https://x.example.com/?a=1&amp;b=%222%22\"><strong>a</strong> "
    "b</a> c <a href=\"mailto:d@e.example.com\">d</a> f <a "
    "href=\"https://h.example.com/i\">https://h.example.com/i</a>. "
    "<code>j.example.com</code> <a href=\"https://l.example.com/m%20n%7Co\">k</a></li>\n</ul>\n</section>\n" },
  { "hostile",
    "## S\n\n- \\<script>alert(\"1\")\\</script> ]]\\> --\\> \\<!-- & &amp;lt; ' \\</title>\n- a&#1;b&#127;&#0;\n",
    "</header>\n<section>\n<h2>S</h2>\n<ul>\n<li>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; ]]&gt; --&gt; "
    "&lt;!-- &amp; &amp;lt; ' &lt;/title&gt;</li>\n<li>ab\xef\xbf\xbd</li>\n</ul>\n</section>\n" },
  { "a Korean line in an English resume",
    "## Summary of all the work\n\n- 한국어로 쓴 줄\n- Built 추천 모델 for shops\n",
    "</header>\n<section>\n<h2>Summary of all the work</h2>\n<ul>\n<li lang=\"ko\">한국어로 쓴 줄</li>\n<li>Built "
    "<span "
    "lang=\"ko\">추천 모델</span> for shops</li>\n</ul>\n</section>\n" },
  { "an English line in a Korean resume",
    "## 경력과 프로젝트와 활동\n\n- 여러 해 동안 여러 모델을 만들고 PyTorch로 운영함\n- Built a model for many "
    "shops\n- Python, SQL\n",
    "</header>\n<section>\n<h2>경력과 프로젝트와 활동</h2>\n<ul>\n<li>여러 해 동안 여러 모델을 만들고 PyTorch로 "
    "운영함</li>\n"
    "<li lang=\"en\">Built a model for many shops</li>\n<li>Python, SQL</li>\n</ul>\n</section>\n" },
  { "right to left", "## S\n\n- שלום world\n",
    "</header>\n<section>\n<h2>S</h2>\n<ul>\n<li dir=\"auto\">שלום world</li>\n</ul>\n</section>\n" },
};

static char *
write_all (const char *markdown)
{
  g_autoptr (MatchumResume) resume = fixture_read (markdown);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);

  return matchum_html_exporter_write (all);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markdown = g_strconcat ("# N\n\n", cases[i].markdown, NULL);
      g_autofree char *html = write_all (markdown);
      char *body = strstr (html, "<h1>N</h1>\n");
      char *end = strstr (html, "</main>\n</body>\n</html>\n");

      g_assert_nonnull (body);
      g_assert_nonnull (end);
      *end = '\0';
      body += strlen ("<h1>N</h1>\n");
      if (!g_str_equal (body, cases[i].html))
        g_error ("%s:\n%s", cases[i].name, body);
    }
}

static void
test_head (void)
{
  g_autofree char *html = write_all ("---\ntitle: 강 & <도현>\nsecret: zebra\n---\n## 경력\n\n- 추천 모델을 만듦\n");
  g_autofree char *nobody = write_all ("## Experience\n\n- a\n\n## Skills\n\n- b\n");

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n"));
  g_assert_nonnull (strstr (html, "<title>강 &amp; &lt;도현&gt;</title>\n"));
  g_assert_nonnull (strstr (html, "<meta name=\"author\" content=\"강 &amp; &lt;도현&gt;\">\n"));
  g_assert_nonnull (strstr (html, "<h1>강 &amp; &lt;도현&gt;</h1>\n"));
  g_assert_null (strstr (html, "zebra"));
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "url("));
  g_assert_null (strstr (html, "@import"));
  g_assert_nonnull (strstr (nobody, "<title>Resume</title>\n"));
  g_assert_null (strstr (nobody, "author"));
}

/* A name that a hidden line alone tells is told nowhere. */
static void
test_hidden_name (void)
{
  g_autoptr (MatchumResume) resume = fixture_read (
      "# 이력서\n\n성명: 강도현\n\n연락처: 010-0000-0000\n\n## 경력\n\n### 한빛, 2021.03 - 현재\n\n- a\n");
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autoptr (MatchumVisibility) some =
      matchum_visibility_with_hidden (all, fixture_find (resume, "성명: 강도현")->index);
  g_autofree char *html = matchum_html_exporter_write (all);
  g_autofree char *hidden = matchum_html_exporter_write (some);

  g_assert_nonnull (strstr (html, "<title>강도현</title>"));
  g_assert_null (strstr (hidden, "강도현"));
}

/* --- well formed --- */

static const char *const voids[] = { "meta", "br", NULL };
static const char *const known[] = { "html", "head", "title",      "style", "body",  "main",  "header", "section",
                                     "div",  "div",  "h1",         "h2",    "h3",    "h4",    "h5",     "h6",
                                     "p",    "ul",   "ol",         "li",    "table", "thead", "tbody",  "tr",
                                     "th",   "td",   "blockquote", "pre",   "code",  "a",     "span",   "strong",
                                     "em",   "meta", "br",         NULL };
/* What nothing but words and these may stand in. */
static const char *const inlines[] = { "a", "span", "strong", "em", "code", "br", NULL };
static const char *const leaves[] = { "p",   "h1", "h2",   "h3",     "h4", "h5",   "h6",    "th", "td",
                                      "pre", "a",  "span", "strong", "em", "code", "title", NULL };

static const char *
get_innermost (GPtrArray *open)
{
  return open->len > 0 ? g_ptr_array_index (open, open->len - 1) : "";
}

static void
check_place (GPtrArray *open, const char *name, const char *html)
{
  const char *around = get_innermost (open);

  if (!g_strv_contains (known, name))
    g_error ("<%s>:\n%s", name, html);
  if (g_strv_contains (leaves, around) && !g_strv_contains (inlines, name))
    g_error ("<%s> in <%s>:\n%s", name, around, html);
  if (g_str_equal (name, "li") != (g_str_equal (around, "ul") || g_str_equal (around, "ol")))
    g_error ("<%s> in <%s>:\n%s", name, around, html);
  if (g_str_equal (name, "a") && g_ptr_array_find_with_equal_func (open, "a", g_str_equal, NULL))
    g_error ("a link in a link:\n%s", html);
}

/* One tag, from < to >; attributes are quoted, so that no other > is in it. */
static void
check_tag (GPtrArray *open, const char *tag, const char *html)
{
  const gboolean is_end = tag[0] == '/';
  g_autofree char *name = g_strndup (tag + is_end, strspn (tag + is_end, "abcdefghijklmnopqrstuvwxyz123456"));

  if (is_end)
    {
      if (!g_str_equal (name, get_innermost (open)))
        g_error ("</%s> ends <%s>:\n%s", name, get_innermost (open), html);
      g_ptr_array_set_size (open, (gint) open->len - 1);
      return;
    }
  check_place (open, name, html);
  if (!g_strv_contains (voids, name))
    g_ptr_array_add (open, g_steal_pointer (&name));
}

static void
check_entity (const char *at, const char *html)
{
  if (!g_str_has_prefix (at, "&amp;") && !g_str_has_prefix (at, "&lt;") && !g_str_has_prefix (at, "&gt;")
      && !g_str_has_prefix (at, "&quot;"))
    g_error ("a bare &:\n%s", html);
}

static void
check_well_formed (const char *html)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  const char *at = strstr (html, "<html");

  for (; *at != '\0'; at++)
    {
      if (*at == '&')
        check_entity (at, html);
      if (*at == '>')
        g_error ("a bare >:\n%s", html);
      if (*at != '<')
        continue;
      check_tag (open, at + 1, html);
      at = strchr (at, '>');
      g_assert_nonnull (at);
    }
  g_assert_cmpuint (open->len, ==, 0);
}

static void
test_made_up (void)
{
  const guint n = g_getenv ("MATCHUM_TEST_LONG") != NULL ? N_LONG_RESUMES : N_RESUMES;

  for (guint32 seed = 0; seed < n; seed++)
    {
      g_autofree char *markdown = random_markdown_resume (seed, TRUE, FALSE);
      g_autoptr (MatchumResume) resume = fixture_read (markdown);
      g_autoptr (MatchumVisibility) visibility = export_words_hide (resume, seed);
      g_autofree char *html = matchum_html_exporter_write (visibility);

      g_assert_true (g_utf8_validate (html, -1, NULL));
      export_words_check (visibility, strstr (html, "<main>"));
      check_well_formed (html);
    }
}

static void
test_disorder (void)
{
  for (guint32 seed = 0; seed < N_RESUMES; seed++)
    {
      g_autofree char *markdown = random_markdown_disorder (seed);
      g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
      g_autoptr (MatchumSource) source = matchum_source_new ("test.md", bytes, NULL);
      g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
      g_autoptr (MatchumVisibility) visibility = resume != NULL ? export_words_hide (resume, seed) : NULL;
      g_autofree char *html = visibility != NULL ? matchum_html_exporter_write (visibility) : NULL;

      if (html != NULL)
        check_well_formed (html);
    }
}

/* Deep lists, long words and lines full of marks take no time to speak of and stay well formed. */
static void
test_large (void)
{
  g_autoptr (GString) markdown = g_string_new ("# N\n\n");
  g_autofree char *html = NULL;
  gint64 start;

  for (guint depth = 0; depth < 300; depth++)
    g_string_append_printf (markdown, "%*s- x\n", (int) depth * 2, "");
  g_string_append (markdown, "\n## S\n\n- ");
  for (guint i = 0; i < 40000; i++)
    g_string_append (markdown, "**a** [b](https://c.example.com) d@e.example.com *한*");
  for (guint i = 0; i < 200000; i++)
    g_string_append (markdown, "w");
  g_string_append (markdown, "\n\n");
  for (guint i = 0; i < 2000; i++)
    g_string_append (markdown, "|a|**b**");
  start = g_get_monotonic_time ();
  html = write_all (markdown->str);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  check_well_formed (html);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-exporter/cases", test_cases);
  g_test_add_func ("/html-exporter/head", test_head);
  g_test_add_func ("/html-exporter/hidden-name", test_hidden_name);
  g_test_add_func ("/html-exporter/made-up", test_made_up);
  g_test_add_func ("/html-exporter/disorder", test_disorder);
  g_test_add_func ("/html-exporter/large", test_large);
  return g_test_run ();
}
