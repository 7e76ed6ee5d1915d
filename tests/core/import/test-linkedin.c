/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LinkedIn's export becomes a baseline in which nothing of the profile is missing that is not named in a note. */
#include "config.h"

#include "import-fixture.h"

#include "import/matchum-linkedin.h"
#include "resume/matchum-resume-facts.h"

static MatchumSource *
convert (const ZipMember *members, gsize n, MatchumJsonNotes *notes, GError **error)
{
  g_autoptr (GBytes) zip = make_zip (members, n);
  g_autoptr (MatchumArchive) archive =
      matchum_archive_read ("export.zip", zip, matchum_linkedin_choose, NULL, NULL, error);

  if (archive == NULL)
    return NULL;
  g_assert_true (matchum_linkedin_is_one (archive));
  return matchum_linkedin_convert ("export.zip", archive, notes, error);
}

static const ZipMember english[] = {
  { .path = "Profile.csv",
    .text =
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
        "Twitter Handles,Websites,Instant Messengers\n"
        "Jane,Doe,,\"1 Main St, X\",\"Feb 3\",Data Engineer at Acme,\"I build *pipelines* &amp; teams.\n\nSecond.\","
        "Software,12345,\"Berlin, Germany\",[jdoe],"
        "\"[PORTFOLIO:https://jane.example/,OTHER:https://b.example/x]\",\n" },
  { .path = "Email Addresses.csv",
    .text = "Email Address,Confirmed,Primary,Updated On\nold@a.example,Yes,No,1\njane@a.example,Yes,Yes,2\n" },
  { .path = "PhoneNumbers.csv", .text = "Extension,Number,Type\n,,\n,+49 30 1234567,Mobile\n" },
  { .path = "Positions.csv",
    .text = "Company Name,Title,Description,Location,Started On,Finished On\n"
            "Acme,Senior Engineer,\"Own the platform.\n- Cut costs by 30 %\n- Led 4 people\",Berlin,Jan 2021,\n"
            "\"Beta, Inc.\",Engineer,\"• one • two\",,2018,Dec 2020\n" },
  { .path = "Education.csv",
    .text = "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
            "TU Berlin,2014,2018,,\"MSc, Computer Science\",Chess\nOther School,Aug 2026,,,,\n" },
  { .path = "Skills.csv", .text = "Name\nPython\nSQL\n\"Tax, Estate\"\n" },
  { .path = "Languages.csv", .text = "Name,Proficiency\nEnglish,Native or bilingual proficiency\nGerman,\n" },
  { .path = "Certifications.csv",
    .text = "Name,Url,Authority,Started On,Finished On,License Number\n"
            "CKA,,CNCF,Mar 2022,Mar 2025,LF-1\nAWS,https://aws.example/c,Amazon,,,\n" },
  { .path = "Projects.csv",
    .text =
        "Title,Description,Url,Started On,Finished On\nScheduler,Plans jobs.,https://s.example,May 2018,Aug 2018\n" },
  { .path = "Honors.csv", .text = "Title,Description,Issued On\nBest Paper,,Oct 2022\n" },
  { .path = "Publications.csv",
    .text = "Name,Published On,Description,Publisher,Url\nOn Data,\"Nov 12, 2023\",,Journal,https://p.example\n" },
  { .path = "Volunteering.csv",
    .text =
        "Company Name,Role,Cause,Started On,Finished On,Description\nRed Cross,Helper,HEALTH,May 2015,Jan 2019,\n" },
  { .path = "Courses.csv", .text = "Name,Number\nStatistics,101\n" },
  { .path = "messages.csv", .text = "FROM,TO\nme,you\n" },
  { .path = "Connections.csv", .text = "First Name,Last Name\nA,B\n" },
};

static void
test_english (void)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = convert (english, G_N_ELEMENTS (english), notes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (
      matchum_source_get_text (source), ==,
      "# Jane Doe\n\nData Engineer at Acme\n\n"
      "Berlin, Germany · jane@a.example · +49 30 1234567 · [jane.example](https://jane.example/) · "
      "[b.example/x](https://b.example/x) · X: jdoe <!-- Check: LinkedIn has 1 more under “Email Address”, which was "
      "left out. -->\n\n"
      "## Summary\n\nI build \\*pipelines\\* & teams.\n\nSecond.\n\n"
      "## Experience\n\n### Acme | Senior Engineer | Berlin | Jan 2021 – Present\n\nOwn the platform.\n\n"
      "- Cut costs by 30 %\n- Led 4 people\n\n### Beta, Inc. | Engineer | 2018 – Dec 2020\n\n- one\n- two\n\n"
      "## Projects\n\n### [Scheduler](https://s.example) | May 2018 – Aug 2018\n\nPlans jobs.\n\n"
      "## Education\n\n### TU Berlin | MSc, Computer Science | 2014 – 2018\n\nActivities: Chess\n\n"
      "### Other School | Aug 2026 <!-- Check: LinkedIn tells no end of it. Does it go on? -->\n\n"
      "## Skills\n\n- Python, SQL\n- Tax, Estate\n\n"
      "## Certificates\n\n- CKA | CNCF | Mar 2022 – Mar 2025\\\n  Licence number: LF-1\n"
      "- [AWS](https://aws.example/c) | Amazon\n\n"
      "## Languages\n\n- **English**: Native or bilingual proficiency\n- **German**\n\n"
      "## Awards\n\n- Best Paper | Oct 2022\n\n"
      "## Publications\n\n- [On Data](https://p.example) | Journal | Nov 12, 2023\n\n"
      "## Coursework\n\n- Statistics | 101\n\n"
      "## Volunteering\n\n### Red Cross | Helper | May 2015 – Jan 2019\n\nCause: HEALTH\n");
  g_assert_true (holds_note (notes, "2 files of the export are no part of a resume: messages.csv, Connections.csv"));
  g_assert_true (holds_note (notes, "Columns that were left out: Address, Birth Date, Industry, Zip Code"));
  g_assert_true (holds_note (notes, "Does it go on?"));
  g_assert_cmpuint (notes->list->len, ==, 4);
}

/* What was written is what the reader of resumes understands. */
static void
test_understood (void)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = convert (english, G_N_ELEMENTS (english), notes, &error);
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (source, &error);
  guint n_jobs = 0, n_dated = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      g_assert_cmpint (block->kind, !=, MATCHUM_BLOCK_REMARK);
      if (block->kind == MATCHUM_BLOCK_SECTION)
        g_assert_cmpint (block->section, !=, MATCHUM_SECTION_OTHER);
      n_jobs += matchum_block_is_job (block);
      n_dated += block->kind == MATCHUM_BLOCK_ENTRY && block->dated_by != MATCHUM_BLOCK_NONE;
    }
  g_assert_cmpuint (n_jobs, ==, 2);
  g_assert_cmpuint (n_dated, ==, 6);
}

static void
test_korean (void)
{
  static const ZipMember members[] = {
    { .path = "Complete/PROFILE.csv",
      .text = "\xef\xbb\xbfLast Name,First Name,Headline,Summary,Geo Location\r\n"
              "김,하늘,\"머신러닝 엔지니어\",\"추천 시스템을 만듭니다.\",대한민국 서울\r\n" },
    { .path = "Complete/Positions.csv",
      .text = "Started On,Finished On,Title,Company Name,Description,Location\r\n"
              "Mar 2021,,머신러닝 엔지니어,푸른데이터,\"• CTR 예측 모델 배포\n• 학습 시간을 40% 단축\",서울\r\n"
              "2018년 어느 날,Feb 2021,백엔드 개발자,들빛소프트,,\r\n" },
    { .path = "Complete/Education.csv",
      .text = "School Name,Start Date,End Date,Notes,Degree Name,Activities\r\n은하대학교,2012,2018,,학사,\r\n" },
    { .path = "Complete/Positions_2.csv", .text = "x\n1\n" },
    { .path = "Complete/sub/Positions.csv", .text = "Company Name\n다른 회사\n" },
  };
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = convert (members, G_N_ELEMENTS (members), notes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (matchum_source_get_text (source), ==,
                   "# 김하늘\n\n머신러닝 엔지니어\n\n대한민국 서울\n\n## 소개\n\n추천 시스템을 만듭니다.\n\n"
                   "## 경력\n\n### 푸른데이터 | 머신러닝 엔지니어 | 서울 | 2021.03 - 현재\n\n"
                   "- CTR 예측 모델 배포\n- 학습 시간을 40% 단축\n\n"
                   "### 들빛소프트 | 백엔드 개발자 | 2018년 어느 날 - 2021.02 "
                   "<!-- Check: “2018년 어느 날” is no date that is known. -->\n\n"
                   "## 학력\n\n### 은하대학교 | 학사 | 2012 - 2018\n");
  g_assert_true (holds_note (notes, "was read already"));
  g_assert_true (holds_note (notes, "1 file of the export is no part of a resume: Complete/Positions_2.csv"));
}

static void
test_left_out (void)
{
  static const ZipMember members[] = {
    { .path = "Positions.csv", .text = "Company Name,Salary,Started On,Empty\nAcme,100,Jan 2020,\nBeta,,,\n" },
    { .path = "Skills.csv", .text = "Name\n\"open\nPython\n" },
  };
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = convert (members, G_N_ELEMENTS (members), notes, &error);

  g_assert_no_error (error);
  g_assert_true (holds_note (notes, "Columns that were left out: Salary"));
  g_assert_true (holds_note (notes, "LinkedIn tells no date of it."));
  g_assert_true (holds_note (notes, "The export tells no name."));
  g_assert_true (holds_note (notes, "The quotation mark on line 2 is never closed"));
  g_assert_nonnull (strstr (matchum_source_get_text (source), "# Resume <!-- "));
}

static void
test_empty (void)
{
  static const ZipMember empty[] = { { .path = "Positions.csv", .text = "Company Name,Title\n" },
                                     { .path = "Skills.csv", .text = " " } };
  static const ZipMember binary[] = { { .path = "Positions.csv", .text = "Company Name\nA\x01\n" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = convert (empty, G_N_ELEMENTS (empty), NULL, &error);

  g_assert_null (source);
  g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_EMPTY);
  g_clear_error (&error);
  source = convert (binary, G_N_ELEMENTS (binary), NULL, &error);
  g_assert_null (source);
  g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_BINARY);
  g_assert_true (g_str_has_prefix (error->message, "export.zip/Positions.csv:2:"));
}

static void
test_is_one (void)
{
  static const ZipMember members[] = { { .path = "word/document.xml", .text = "<w/>" },
                                       { .path = "Connections.csv", .text = "a\n" } };
  g_autoptr (GBytes) zip = make_zip (members, 2);
  g_autoptr (MatchumArchive) archive = matchum_archive_read ("x.zip", zip, matchum_linkedin_choose, NULL, NULL, NULL);

  g_assert_false (matchum_linkedin_is_one (archive));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/linkedin/english", test_english);
  g_test_add_func ("/linkedin/understood", test_understood);
  g_test_add_func ("/linkedin/korean", test_korean);
  g_test_add_func ("/linkedin/left-out", test_left_out);
  g_test_add_func ("/linkedin/empty", test_empty);
  g_test_add_func ("/linkedin/is-one", test_is_one);
  return g_test_run ();
}
