/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML as people save and copy it, in the shapes of recruiting pages, and HTML that nobody should be given. */
#include "config.h"

#include <string.h>

#include "posting/matchum-html-text.h"
#include "posting/matchum-posting-reader.h"
#include "posting/matchum-posting-source.h"

/* Seconds. Far above what it takes, under the sanitizers on a busy machine as well, and far below what a search that
 * looks through all for each takes. */
#define TIME_LIMIT 60.0

static MatchumSource *
convert (const char *html, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length);

  return matchum_html_text_convert ("page.html", bytes, error);
}

/* Small things */

static const struct {
  const char *name;
  const char *html;
  const char *text;
} cases[] = {
  { "headings", "<h1>A <em>b</em></h1><h2>C<br>D</h2><h3><p>E</p></h3><h4></h4><p>f</p>",
    "# A b\n\n## C D\n\n### E\n\nf" },
  { "first-heading-is-title", "<h2>Engineer</h2><h3>About</h3><p>a</p><h3>More</h3>",
    "# Engineer\n\n### About\n\na\n\n### More" },
  { "first-heading-announces", "<h2>Requirements</h2><h3>Must</h3><p>a</p>", "## Requirements\n\n### Must\n\na" },
  { "paragraphs-and-lines", "<p>a\n  b</p><div>c</div><div>d<br>e<br><br>f</div>", "a b\n\nc\nd\ne\n\nf" },
  { "blank-lines", "<div>a</div><div><br></div><div>b</div><div>&nbsp;</div><div>c</div>", "a\n\nb\n\nc" },
  { "unclosed", "<ul><li>a<li><b>b</b> c<li>d</ul><p>e<p>f", "- a\n- b c\n- d\n\ne\n\nf" },
  { "lists", "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul><ol><li>d<li>e</ol>",
    "- a\n  - b\n- c\n\n1. d\n2. e" },
  { "list-in-list", "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c" },
  { "lists-that-place", "<ul><li><h3>자격요건</h3><ul><li>SQL</li></ul></li></ul>", "### 자격요건\n\n- SQL" },
  { "label-over-list", "<ul><li><strong>Data</strong><ul><li>SQL</li></ul></li></ul>", "- **Data**\n  - SQL" },
  { "lines-of-an-item", "<ul><li>a<br>b<p>c</p></li></ul>", "- a\n  b\n  c" },
  { "bullets-in-items", "<ul><li>• a</li><li>- b</li><li>·c</li><li>-1 to 3</li></ul>", "- a\n- b\n- ·c\n- -1 to 3" },
  { "roles", "<div role=heading aria-level=3>A</div><div role=list><div role=listitem>b</div></div>", "### A\n\n- b" },
  { "bold-alone",
    "<p><strong>우대사항</strong></p><p><b>a</b> b</p><p><span style='font-weight: 700'>c</span><br>d</p>",
    "**우대사항**\n\na b\n\n**c**\nd" },
  { "bold-that-is-not", "<b style='font-weight:normal'><p>a</p><p><span style='font-weight:bold'>b</span></p></b>",
    "a\n\n**b**" },
  { "definitions", "<dl><dt>경력:</dt><dd>3년</dd><div><dt>업무</dt><dd><ul><li>a</li></ul></dd></div><dt>x</dt></dl>",
    "경력: 3년\n\n**업무**\n- a\n\n**x**" },
  { "table-of-pairs",
    "<table><tr><th>근무지</th><td>서울</td><th>고용</th><td>정규직</td></tr><tr><td>급여</td><td>협의</td></tr></"
    "table>",
    "근무지: 서울\n고용: 정규직\n급여: 협의" },
  { "table-of-rows",
    "<table><tr><th>a</th><th>b</th><th>c</th></tr><tr><td>1</td><td></td><td>2<br>3</td></tr></table>",
    "a | b | c\n1 | 2, 3" },
  { "table-that-asks", "<table><tr><th>자격요건</th><td>SQL</td></tr><tr><th>인원</th><td>2명</td></tr></table>",
    "**자격요건**\n- SQL\n\n인원: 2명" },
  { "table-by-heads",
    "<table><tr><td>팀</td><td>담당업무</td><td>자격요건</td></tr><tr><td rowspan=2>A</td><td>- a<br>- "
    "b</td><td>c</td></tr>"
    "<tr><td>d</td><td>e</td></tr></table>",
    "팀: A\n\n**담당업무**\n- a\n- b\n\n**자격요건**\n- c\n\n**담당업무**\n- d\n\n**자격요건**\n- e" },
  { "table-that-places",
    "<table><tr><td><h2>A</h2><p>b</p></td><td><table><tr><td>c</td></tr></table></td></tr></table>",
    "## A\n\nb\n\nc" },
  { "kept-lines", "<pre>a\n  b</pre><div style='white-space: pre-line'>c\nd</div><p>e\nf</p>", "a\nb\n\nc\nd\n\ne f" },
  { "lines-without-style", "<div>업무\n- a\n- b\n\n자격\n- c</div>", "업무\n- a\n- b\n\n자격\n- c" },
  { "spaces", "<p>a&nbsp;&nbsp;b\xe2\x80\x8b\xef\xbb\xbf c\xc2\xad\xe3\x80\x80 d</p>", "a b c d" },
  { "entities", "<p>&lt;a&gt; &amp; R&D &eacute; &#44032;&#xac01; &#0;&#x110000;&bogus; &copy;</p>",
    "\\<a> & R&D é 가각 &bogus; ©" },
  { "markdown-in-text", "<p>*a* snake_case _b_ `c` \\* 5 * 3 **d**</p>",
    "\\*a\\* snake_case \\_b\\_ \\`c\\` \\\\\\* 5 * 3 **d**" },
  { "links", "<p>See <a href='https://example.com/a/long/way'>https://example.com/a…</a> and <a href='/x'>this</a></p>",
    "See https://example.com/a/long/way and this" },
  { "front-matter-marks", "<p>---</p><p>company: x</p><p>---</p><p>a</p>", "company: x\n\n---\n\na" },
  { "never-read",
    "<p>a</p><script>b</script><style>c</style><noscript>d</noscript><template><p>e</p></template><svg><text>f</text></"
    "svg>"
    "<select><option>g</option></select><textarea>h</textarea><button>i</button><iframe>j</iframe><del>k</del><p>l</p>",
    "a\n\nl" },
  { "hidden",
    "<p>a</p><p hidden>b</p><p aria-hidden=true>c</p><p style='color:red; display : none'>d</p><dialog>e</dialog>"
    "<p style='visibility:hidden'>f</p><p aria-hidden=false>g</p><p style='x-display:none'>h</p>",
    "a\n\ng\n\nh" },
  { "all-hidden",
    "<div aria-hidden=true><h2>Requirements</h2><ul><li>SQL</li></ul></div><div role=dialog>Sign in</div>",
    "## Requirements\n\n- SQL" },
  { "comments", "a<!-- b --> c<!--> d <!--- e --!> f<! g> h<?php i ?> j<![CDATA[ k ]]> l<!-- m > n",
    "a c d f h j l n" },
  { "odd-tags", "<p>a <b c <d>e</b> 1 < 2 <3 </> <o:p></o:p><my-tag>f</my-tag></p", "a e 1 < 2 <3 f" },
  { "attributes", "<p class=a class=b title=\"x>y\" id='<p>' =z \"q\">a</p><p style=\"display:none>b</p><p>c</p>",
    "a\n\nc" },
  { "script-in-script", "<script>'<!--<script>'</script>a<script>b</script >c<SCRIPT>d</sCrIpT>e", "ace" },
  { "xhtml", "<?xml version='1.0'?><html><body><p>a<br/>b</p><script src='x'/><p/><div/>c<p>d</p></body></html>",
    "a\nb\n\nc\n\nd" },
  { "behind-the-end", "<html><body><p>a</p></body></html><p>b</p>", "a\n\nb" },
  { "folded-sections",
    "<h3><button "
    "aria-expanded=false>Requirements</button></h3><div><ul><li>SQL</li></ul></div><button>자격요건</button>"
    "<p>b</p><details><summary>More</summary>c</details>",
    "### Requirements\n\n- SQL\n\n**자격요건**\n\nb\n\n**More**\nc" },
  { "escaped",
    "&lt;p&gt;&lt;b&gt;Requirements&lt;/b&gt;&lt;/p&gt;&lt;ul&gt;&lt;li&gt;C &amp;amp; R&lt;/li&gt;&lt;/ul&gt;",
    "**Requirements**\n\n- C & R" },
  { "escaped-twice", "&amp;lt;ul&amp;gt;&amp;lt;li&amp;gt;R&amp;amp;amp;D&amp;lt;/li&amp;gt;&amp;lt;/ul&amp;gt;",
    "- R&D" },
  { "escaped-within", "<h1>A</h1><div>&lt;ul&gt;&lt;li&gt;b&lt;/li&gt;&lt;/ul&gt;</div><p>c</p>", "# A\n\n- b\n\nc" },
  { "tags-spoken-of", "<p>HTML: &lt;canvas&gt; or &lt;p&gt; tags</p>", "HTML: \\<canvas> or \\<p> tags" },
};

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = convert (cases[i].html, strlen (cases[i].html), &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strchomp (g_strdup (matchum_source_get_text (source)));
  g_assert_cmpstr (text, ==, cases[i].text);
}

/* What stands around a posting: "x" is the only word that may not be in the text. */

static const struct {
  const char *name;
  const char *html;
  const char *kept;
} frames[] = {
  { "nav", "<nav>x</nav><p>a</p>", "a" },
  { "navigation-role", "<div role=navigation>x</div><p>a</p>", "a" },
  { "footer", "<main><p>a long enough text</p></main><footer><p>x</p></footer>", "long" },
  { "footer-with-requirements", "<p>a</p><footer><h2>Requirements</h2><ul><li>SQL</li></ul></footer>", "SQL" },
  { "aside", "<p>a long enough text</p><aside>x</aside>", "long" },
  { "header-menu", "<header><a href=/1>x</a><a href=/2>x</a><a href=/3>x</a></header><p>a long enough text</p>",
    "long" },
  { "header-with-title", "<header><h1>Engineer</h1></header><p>a</p>", "Engineer" },
  { "class", "<p>a long enough text</p><div class='page site-footer'>x</div><div id=relatedJobs>x</div>", "long" },
  { "class-in-the-middle", "<p>a</p><div class='job-related-skills'>SQL</div>", "SQL" },
  { "class-of-the-posting",
    "<div class='menu'><h2>자격요건</h2><ul><li>SQL</li></ul></div><p>a longer text than that is</p>", "SQL" },
  { "form", "<p>a long enough text</p><form><label>x <input></label></form>", "long" },
  { "form-around-all", "<form><h1>Engineer</h1><p>a</p></form>", "Engineer" },
  { "links",
    "<p>a long enough text</p><ul><li><a href=1>x</a><li><a href=2>x</a><li><a href=3>x</a><li><a href=4>x</a></ul>",
    "long" },
  { "links-to-skills",
    "<h3>기술스택</h3><ul><li><a href=1>Go</a><li><a href=2>SQL</a><li><a href=3>R</a><li><a href=4>C</a></ul><p>a "
    "long text</p>",
    "SQL" },
  { "many-links",
    "<h2>Requirements</h2><p>SQL</p><ul><li><a href=1>x far more words</a><li><a href=2>x than stand in</a>"
    "<li><a href=3>x the posting</a><li><a href=4>x itself do</a></ul>",
    "SQL" },
  { "similar-jobs",
    "<h2>Requirements</h2><ul><li>SQL</li></ul><h2>Similar jobs</h2><ul><li><a href=1>x</a><li><a href=2>x x</a></ul>",
    "SQL" },
  { "skip-link", "<a href='#main'>x</a><p>a</p>", "a" },
  { "cookie-job", "<h2>Responsibilities</h2><ul><li>Bake cookies and accept orders of cookies</li></ul>", "Bake" },
  { "site-name", "<h1><a href='https://example.com/'>x</a></h1><h2>Engineer</h2><p>a</p>", "Engineer" },
};

static void
test_frame (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = convert (frames[i].html, strlen (frames[i].html), &error);
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (strstr (matchum_source_get_text (source), frames[i].kept));
  words = g_strconcat (" ", matchum_source_get_text (source), " ", NULL);
  g_strdelimit (words, "\n", ' ');
  if (strstr (words, " x ") != NULL)
    g_test_message ("%s", words);
  g_assert_null (strstr (words, " x "));
}

/* Told by its words alone, and only where there is more on the page. */
static void
test_cookie_banner (void)
{
  GString *html = g_string_new ("<div><p>We use cookies. Accept all cookies? <a href=1>Yes</a></p></div><div>");
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (html, "<p>A long text about the work.</p>");
  source = convert (html->str, html->len, &error);
  g_string_free (html, TRUE);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (matchum_source_get_text (source), "A long text"));
}

/* The same posting for narrow and for wide screens; what is short may well be there twice. */
static void
test_twice (void)
{
  GString *posting = g_string_new ("<div><div><h2>Requirements</h2><ul>");
  g_autofree char *html = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = NULL;
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (posting, "<li>Requirement number %u</li>", i);
  g_string_append (posting, "</ul></div></div>");
  html = g_strdup_printf ("<p>Short</p><div class=wide>%s<b>more</b></div><p>Short</p><div class=narrow>%s</div>",
                          posting->str, posting->str);
  g_string_free (posting, TRUE);
  source = convert (html, strlen (html), &error);
  g_assert_no_error (error);
  parts = g_strsplit (matchum_source_get_text (source), "Requirement number 7", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_nonnull (strstr (parts[0], "Short"));
  g_assert_nonnull (strstr (parts[1], "Short"));
}

/* Pages in the shapes of recruiting systems, with all that stands around a posting */

static const struct {
  const char *name;
  const char *company;
  const char *title;
  const char *lines; /* what is asked, in order */
} pages[] = {
  { "greenhouse", "Fernhill Energy", "Senior Data Engineer",
    "d Design and run batch pipelines in Airflow and Spark|d Own the data model of our forecasts, from sensor to "
    "invoice|"
    "d Review other people's code & designs|r 5+ years of experience with Python or Scala|r SQL on large tables (> 1 "
    "TB)|"
    "r partitioning|r query plans|r Experience with AWS|p Kubernetes|p Terraform" },
  { "lever", "Harrow Optics", "Computer Vision Engineer",
    "d Train segmentation models in PyTorch|d Move models to edge devices with TensorRT|r C++ and Python|"
    "r 3+ years in computer vision|p CUDA" },
  { "workday", "Parcelo \"Logistics\" Ltd", "Platform Engineer",
    "d Run Kubernetes clusters|d Write Terraform modules|r Go or Rust|r Linux networking" },
  { "korean-board", "㈜솔빛데이터", "데이터 엔지니어",
    "d 배치 파이프라인 개발 및 운영|d 데이터 모델링|r Python 또는 Scala 개발 경험|r SQL 활용 능력|d 실시간 수집 시스템 "
    "개발|"
    "r Kafka 운영 경험|p Airflow 운영 경험|p AWS 자격증 보유자" },
  { "korean-react", "누리봄", "ML 엔지니어",
    "d 추천 모델 개발 및 서비스 적용|d 대용량 로그 분석|r 파이썬 기반 머신러닝 개발 경력 3년 이상|"
    "r PyTorch 또는 TensorFlow 경험|r SQL로 데이터를 다룰 수 있는 분|p 쿠버네티스 운영 경험|p 논문 게재 경험" },
  { "korean-json", "하루은행", "데이터 분석가",
    "d 고객 데이터 분석|d 리포트 자동화|r SQL 능숙|r 통계 지식|p 금융권 경험" },
  { "blog", NULL, NULL, "d 서점 주문 시스템 개발|d 결제 연동|r Java 또는 Kotlin 경험|r MySQL 경험" },
  { "word", NULL, NULL, "r 통계학 석사 이상|r R 또는 SAS|p CDISC 경험" },
};

/* What the reader makes of the facts above the first heading, or under the title, is its own matter. */
static char *
list_asked (MatchumPosting *posting)
{
  GString *list = g_string_new (NULL);
  gboolean is_under_heading = FALSE;

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);
      const char kind = line->kind == MATCHUM_POSTING_REQUIRED    ? 'r'
                        : line->kind == MATCHUM_POSTING_PREFERRED ? 'p'
                        : line->kind == MATCHUM_POSTING_DUTY      ? 'd'
                                                                  : '\0';

      if (line->is_heading
          && g_strcmp0 (matchum_posting_line_get_text (line), matchum_posting_get_title (posting)) != 0)
        is_under_heading = TRUE;
      if (is_under_heading && !line->is_heading && kind != '\0')
        g_string_append_printf (list, "%s%c %s", list->len > 0 ? "|" : "", kind, matchum_posting_line_get_text (line));
    }
  return g_string_free (list, FALSE);
}

static MatchumSource *
load_page (const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".html", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "posting", "html", file_name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_posting_source_load (file, NULL, &error);

  g_assert_no_error (error);
  return source;
}

static void
test_page (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = load_page (pages[i].name);
  g_autoptr (MatchumPosting) posting = matchum_posting_reader_read (source, &error);
  g_autofree char *asked = NULL;

  g_assert_no_error (error);
  asked = list_asked (posting);
  g_assert_cmpstr (asked, ==, pages[i].lines);
  if (pages[i].company != NULL)
    g_assert_cmpstr (matchum_posting_get_company (posting), ==, pages[i].company);
  if (pages[i].title != NULL)
    g_assert_cmpstr (matchum_posting_get_title (posting), ==, pages[i].title);
}

/* Words that only what stands around the postings has. */
static void
test_pages_without_frame (void)
{
  static const char *const words[] = { "cookie",     "Cookie",
                                       "First Name", "Powered by",
                                       "Skip to",    "Optics Engineer",
                                       "스크랩",     "백엔드 개발자 (",
                                       "일자리마당", "다른회사",
                                       "이용약관",   "방명록",
                                       "독서",       "손님",
                                       "JavaScript" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (MatchumSource) source = load_page (pages[i].name);

      for (gsize k = 0; k < G_N_ELEMENTS (words); k++)
        {
          if (strstr (matchum_source_get_text (source), words[k]) != NULL)
            g_test_message ("%s: %s", pages[i].name, words[k]);
          g_assert_null (strstr (matchum_source_get_text (source), words[k]));
        }
    }
}

/* Encodings */

static void
assert_decoded (const char *charset, const char *html, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *bytes = g_convert (html, -1, charset, "UTF-8", NULL, &length, &error);
  g_autoptr (MatchumSource) source = NULL;

  g_assert_no_error (error);
  source = convert (bytes, length, &error);
  g_assert_no_error (error);
  if (strstr (matchum_source_get_text (source), wanted) == NULL)
    g_test_message ("%s as %s", matchum_source_get_text (source), charset);
  g_assert_nonnull (strstr (matchum_source_get_text (source), wanted));
}

#define KOREAN "<title>공고</title><h2>자격요건</h2><p>파이썬을 다루는 똠방각하</p>"

static void
test_encodings (void)
{
  static const char *const labels[] = { "euc-kr",      "EUC-KR",   "ks_c_5601-1987", "utf-8",
                                        "windows-949", "nonsense", "utf-16",         "utf-7" };

  assert_decoded ("UTF-8", KOREAN, "똠방각하");
  assert_decoded ("CP949", KOREAN, "똠방각하");
  assert_decoded ("UTF-16LE", "\xef\xbb\xbf" KOREAN, "똠방각하");
  assert_decoded ("UTF-16BE", KOREAN, "똠방각하");
  assert_decoded ("CP1252", "<p>Ing\xc3\xa9nieur, caf\xc3\xa9</p><p>5 \xe2\x82\xac</p>", "Ingénieur, café");
  assert_decoded ("CP932", "<meta charset=Shift_JIS><p>データ分析</p>", "データ分析");
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *html =
          g_strdup_printf ("<meta http-equiv=content-type content='text/html; charset=%s'>" KOREAN, labels[i]);

      /* Whatever the page says: browsers write pages anew and leave what they say. */
      assert_decoded ("UTF-8", html, "똠방각하");
      assert_decoded ("CP949", html, "똠방각하");
    }
}

static void
test_broken_encodings (void)
{
  static const char html[] =
      "<p>\xec\x9e\x90\xea\xb2\xa9 \xff\xfe\xed\xa0\x80 a\x00\x01\x02z \xea\xb0</p><p>\xec\x9a\x94</p>";
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = convert (html, sizeof html - 1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (matchum_source_get_text (source), "자격"));
  g_assert_nonnull (strstr (matchum_source_get_text (source), "az"));
  g_assert_true (g_utf8_validate (matchum_source_get_text (source), -1, NULL));
}

/* Telling HTML from what is none */

static void
test_detection (void)
{
  static const char *const html[] = {
    "<!DOCTYPE html><p>a",
    "\xef\xbb\xbf  <!-- saved -->\n<HTML>",
    "<meta charset=utf-8><p>a</p>",
    "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC ''><html>",
    "<p>a</p><p>b</p>",
    "<div><br>- a<br>- b</div>",
    "<span style='x'>a</span><ul><li>b</li></ul>",
    "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
    "&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;",
    "&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;",
  };
  static const char *const others[] = {
    "",
    " \n",
    "# A\n\n- b\n",
    "Requirements\n- <b>SQL</b>\n",
    "# A\n\n<details><summary>b</summary>\n\nc\n\n</details>\n",
    "<div align=center>\n\n# Kim\n\n</div>\n\n## Experience\n\n- a\n- b\n- c\n- d\n",
    "<!-- note -->\n# A\n\n- b\n",
    "<h1 align=center>Kim</h1>\n<p>a</p>\n<p>b</p>\n\n## Experience\n\n- c\n",
    "<br>\n\n# A\n\n- b\n",
    "<https://example.com>\n",
    "<kim@example.com>\n- a",
    "<3 data",
    "< p >",
    "{\"a\": \"<p>b</p>\"}",
    "The <p> and <b> tags",
    "&lt;3",
    "&lt;canvas&gt; and more",
    "---\ntitle: <p>a</p>\n---\n\n# A\n",
    "<p>\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (html); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (html[i], strlen (html[i]));

      g_test_message ("%s", html[i]);
      g_assert_true (matchum_html_text_is_html (bytes));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (others[i], strlen (others[i]));

      g_test_message ("%s", others[i]);
      g_assert_false (matchum_html_text_is_html (bytes));
    }
}

static char *
take_in (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_posting_source_from_bytes (name, bytes, &error);

  g_assert_no_error (error);
  return g_strdup (matchum_source_get_text (source));
}

static void
test_taking_in (void)
{
  static const char markdown[] = "# A\n\n- **b** <br> c\n";
  static const char resume[] = "{\"basics\": {\"name\": \"Kim\"}}\n";
  g_autofree char *same = take_in ("a.md", markdown);
  g_autofree char *json = take_in ("a.json", resume); /* JSON Resume is read as Markdown */
  g_autofree char *page = take_in ("a.txt", "<html><p>a</p>");
  g_autofree char *doubtful = take_in ("A.HTM", "Words first <p>a");
  g_autofree char *posting =
      take_in ("a.json", "{\"@type\":\"JobPosting\",\"title\":\"T\",\"description\":\"<p>a</p><p>b</p>\"}");

  g_assert_cmpstr (same, ==, markdown);
  g_assert_cmpstr (json, ==, "# Kim\n");
  g_assert_cmpstr (page, ==, "a\n");
  g_assert_cmpstr (doubtful, ==, "Words first\n\na\n");
  g_assert_cmpstr (posting, ==, "---\ntitle: \"T\"\n---\n\na\n\nb\n");
}

static void
assert_refused (const char *name, const char *bytes, gsize length, int code)
{
  g_autoptr (GBytes) all = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_posting_source_from_bytes (name, all, &error);

  g_assert_error (error, MATCHUM_SOURCE_ERROR, code);
  g_assert_null (source);
  g_assert_true (g_str_has_prefix (error->message, name));
}

static void
test_refusals (void)
{
  static const char script[] = "<html><body><div id=root></div><script>load()</script></body></html>";
  g_autofree char *large = g_strnfill (MATCHUM_SOURCE_MAX_BYTES + 1, 'a');

  memcpy (large, "<html>", 6);
  assert_refused ("a.html", script, strlen (script), MATCHUM_SOURCE_ERROR_EMPTY);
  assert_refused ("a.html", "", 0, MATCHUM_SOURCE_ERROR_EMPTY);
  assert_refused ("a.html", "%PDF-1.7 <p>a</p>", 17, MATCHUM_SOURCE_ERROR_BINARY);
  assert_refused ("a.html", large, MATCHUM_SOURCE_MAX_BYTES + 1, MATCHUM_SOURCE_ERROR_TOO_LARGE);
}

/* What nobody should be given */

typedef struct {
  const char *name;
  const char *head;
  const char *piece; /* again and again */
  const char *tail;
} Hostile;

static const Hostile hostiles[] = {
  { "deep", "", "<div>", "x" },
  { "deep-lists", "", "<ul><li>a", "" },
  { "deep-tables", "", "<table><tr><td>a", "" },
  { "deep-definitions", "", "<dl><dt>a<dd>", "x" },
  { "deep-buttons", "", "<button>자격요건", "" },
  { "unmatched-ends", "<i><i><i><i>", "</b>", "x" },
  { "open-and-unmatched", "", "<i></b>", "x" },
  { "attributes", "<p ", "a\nb\nc=1 ", ">x</p>" },
  { "huge-attribute", "<p class='", "a-b-", "'>x</p>" },
  { "quotes", "", "<p a=\"'<p a='", "x" },
  { "comments", "", "<!--", "x" },
  { "titles", "", "<title>", "x" },
  { "scripts", "", "<script><", "x" },
  { "frames", "", "<iframe>", "x" },
  { "ampersands", "", "&", "x" },
  { "entities", "", "&amp;lt;p&amp;gt;", "x" },
  { "escaped", "", "&amp;amp;lt;p&amp;amp;gt;x&amp;amp;lt;/p&amp;amp;gt;", "x" },
  { "less-than", "", "<", "x" },
  { "nul", "<p>", "a\\0", "x" },
  { "high", "<p>", "\xff\xb0\xa1\xfe", "x" },
  { "breaks", "", "<br>", "x" },
  { "spaces", "", "\n \t", "x" },
  { "headings", "", "<h2>자격요건</h2>", "x" },
  { "other-postings", "", "<p>추천공고</p>", "x" },
  { "cookies", "", "<p>cookie cookie accept accept accept accept</p>", "x" },
  { "rows", "<table>", "<tr><td>자격요건<td rowspan=999>b", "x" },
  { "classes", "", "<p class='a-b c_d eF'>a", "x" },
  { "json", "<script type='application/ld+json'>{\"@type\":\"JobPosting\",\"a\":", "[", "</script>x" },
  { "json-texts", "<script type='application/ld+json'>{\"@type\":\"JobPosting\",\"title\":\"", "&lt;p&gt;a\\u0001",
    "\"}</script>x" },
};

static GBytes *
repeat (const Hostile *hostile, gsize size)
{
  const gsize length = strlen (hostile->piece);
  GString *html = g_string_sized_new (size + 100);

  g_string_append (html, hostile->head);
  while (html->len + length < size)
    g_string_append (html, hostile->piece);
  g_string_append (html, hostile->tail);
  if (g_str_equal (hostile->name, "nul"))
    for (gsize i = 0; i + 1 < html->len; i++)
      if (html->str[i] == '\\')
        html->str[i] = '\0';
  return g_string_free_to_bytes (html);
}

/* Whatever comes in, a text comes out that can be read, or an error that says what to do. */
static void
assert_bounded (GBytes *html)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (MatchumPosting) posting = NULL;

  g_test_timer_start ();
  source = matchum_html_text_convert ("page.html", html, &error);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, TIME_LIMIT);
  if (source == NULL)
    {
      g_assert_error (error, MATCHUM_SOURCE_ERROR, error->code);
      return;
    }
  g_assert_no_error (error);
  posting = matchum_posting_reader_read (source, &error);
  g_assert_no_error (error);
  g_assert_nonnull (posting);
}

static void
test_hostile (gconstpointer data)
{
  const gboolean is_long = g_getenv ("MATCHUM_TEST_LONG") != NULL;
  g_autoptr (GBytes) html = repeat (data, is_long ? 5 * 1024 * 1024 : 600 * 1024);

  assert_bounded (html);
}

static void
test_full_size (void)
{
  static const Hostile deep = { "deep", "", "<div>", "<p>found</p>" };
  g_autoptr (GBytes) html = repeat (&deep, 5 * 1024 * 1024);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_html_text_convert ("page.html", html, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (matchum_source_get_text (source), ==, "found\n");
}

/* A page with bytes taken out, doubled and exchanged. */
static GBytes *
damage (const char *text, gsize length, GRand *random)
{
  static const char *const pieces[] = { "<",        ">",       "\"",     "'",    "&",    "</",   "<!--",
                                        "-->",      "<table>", "</div>", "<li>", "&lt;", "\xff", "<ul>",
                                        "<script>", "<b>",     "{",      "]",    "\n",   "---\n" };
  GString *damaged = g_string_new_len (text, (gssize) length);
  const guint n_changes = (guint) g_rand_int_range (random, 1, 20);

  for (guint i = 0; i < n_changes && damaged->len > 2; i++)
    {
      const gssize at = g_rand_int_range (random, 0, (gint32) damaged->len - 1);
      const gssize rest = (gssize) damaged->len - at;
      const gssize n = g_rand_int_range (random, 1, 200);

      if (g_rand_boolean (random))
        g_string_erase (damaged, at, MIN (rest, n));
      if (g_rand_boolean (random))
        g_string_insert (damaged, at, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    }
  return g_string_free_to_bytes (damaged);
}

static void
test_damaged (void)
{
  const guint n_rounds = g_getenv ("MATCHUM_TEST_LONG") != NULL ? 400 : 25;
  g_autoptr (GRand) random = g_rand_new_with_seed (20261101);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *file_name = g_strconcat (pages[i].name, ".html", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "posting", "html", file_name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      for (guint k = 0; k < n_rounds; k++)
        {
          g_autoptr (GBytes) html = damage (text, length, random);

          assert_bounded (html);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/posting/html-text/case/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autofree char *path = g_strconcat ("/posting/html-text/frame/", frames[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_frame);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/posting/html-text/page/", pages[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_page);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostiles); i++)
    {
      g_autofree char *path = g_strconcat ("/posting/html-text/hostile/", hostiles[i].name, NULL);

      g_test_add_data_func (path, &hostiles[i], test_hostile);
    }
  g_test_add_func ("/posting/html-text/pages-without-frame", test_pages_without_frame);
  g_test_add_func ("/posting/html-text/cookie-banner", test_cookie_banner);
  g_test_add_func ("/posting/html-text/twice", test_twice);
  g_test_add_func ("/posting/html-text/encodings", test_encodings);
  g_test_add_func ("/posting/html-text/broken-encodings", test_broken_encodings);
  g_test_add_func ("/posting/html-text/detection", test_detection);
  g_test_add_func ("/posting/html-text/taking-in", test_taking_in);
  g_test_add_func ("/posting/html-text/refusals", test_refusals);
  g_test_add_func ("/posting/html-text/full-size", test_full_size);
  g_test_add_func ("/posting/html-text/damaged", test_damaged);
  return g_test_run ();
}
