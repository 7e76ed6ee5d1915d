/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sent copies: made whole or not at all, out of the reach of undo, the same after years and travels, and compared with
 * what the resume has become. */
#include "config.h"

#include "resume/matchum-resume-comparison.h"
#include "store-fixture.h"
#include "store/matchum-baseline-change.h"
#include "store/matchum-library-forget.h"
#include "store/matchum-sent-copy.h"

#define BASELINE                                                                                                       \
  "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n"                               \
  "- PyTorch로 CTR 예측 모델을 학습해 클릭률 8% 향상\n- 사내 위키를 정리한 문서 담당\n"
#define SENT                                                                                                           \
  "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n"                               \
  "- PyTorch로 CTR 예측 모델을 학습해 클릭률 8% 향상\n"

static const MatchumDay day = { 2026, 11, 25 };
static const char pdf[] = "%PDF-1.7\0binary\377";

static void
add_text (MatchumSentCopyRecord *record, const char *name, const char *media_type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  matchum_sent_copy_add_file (record, name, media_type, bytes);
}

static MatchumSentCopyRecord *
create_copy (void)
{
  MatchumSentCopyRecord *record = matchum_sent_copy_new ("application", "baseline", "posting", "당근", "ML 엔지니어",
                                                         "[당근] ML\r\n- Kafka\n", day);
  g_autoptr (GBytes) bytes = g_bytes_new_static (pdf, sizeof pdf);

  matchum_sent_copy_add_file (record, "강도현.pdf", "application/pdf", bytes);
  add_text (record, "강도현.md", "text/markdown", SENT);
  return record;
}

static void
keep (MatchumLibrary *library, const MatchumSentCopyRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (matchum_sent_copy_keep (library, record, &error));
  g_assert_no_error (error);
}

static MatchumSentCopyRecord *
find (MatchumLibrary *library, const char *id)
{
  g_autoptr (GError) error = NULL;
  MatchumSentCopyRecord *record = matchum_sent_copy_table_find (matchum_library_get_database (library), id, &error);

  g_assert_no_error (error);
  return record;
}

/* The library, but the list of files, which comes by name. */
static void
assert_kept (MatchumLibrary *library, const MatchumSentCopyRecord *record)
{
  g_autoptr (MatchumSentCopyRecord) found = find (library, record->id);

  g_assert_nonnull (found);
  g_assert_cmpstr (found->company, ==, "당근");
  g_assert_cmpstr (found->title, ==, "ML 엔지니어");
  g_assert_cmpstr (found->posting_text, ==, "[당근] ML\r\n- Kafka\n");
  g_assert_cmpstr (found->sent_on, ==, "2026-11-25");
  g_assert_cmpuint (found->files->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const MatchumSentFileRecord *kept = g_ptr_array_index (found->files, i);
      const MatchumSentFileRecord *sent = g_ptr_array_index (record->files, 1 - i);

      g_assert_cmpstr (kept->name, ==, sent->name);
      g_assert_cmpstr (kept->media_type, ==, sent->media_type);
      g_assert_cmpstr (kept->sha256, ==, sent->sha256);
      g_assert_true (g_bytes_equal (kept->bytes, sent->bytes));
    }
}

static void
put_all (MatchumLibrary *library)
{
  store_fixture_put_baseline (library, "baseline", BASELINE);
  store_fixture_put_posting (library, "posting", "- Kafka\n");
  store_fixture_put_application (library, "application", "baseline", "posting");
}

static void
test_keep (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumSentCopyRecord) record = create_copy ();
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GPtrArray) others = NULL;

  put_all (library);
  keep (library, record);
  assert_kept (library, record);
  listed = matchum_sent_copy_table_list_of (matchum_library_get_database (library), "posting", NULL);
  others = matchum_sent_copy_table_list_of (matchum_library_get_database (library), "other", NULL);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpuint (others->len, ==, 0);
  store_fixture_close (library);

  library = store_fixture_open (fixture->path);
  assert_kept (library, record);
  store_fixture_close (library);
}

/* What undo takes back goes, and what was sent stays. */
static void
test_undo (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumSentCopyRecord) record = create_copy ();

  put_all (library);
  keep (library, record);
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "Add Application");
  for (guint i = 0; i < 3; i++)
    store_fixture_undo (library);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 0);
  g_assert_null (matchum_library_get_undo_label (library));
  assert_kept (library, record);
  for (guint i = 0; i < 3; i++)
    g_assert_true (matchum_library_redo (library, NULL));
  g_assert_null (matchum_library_get_redo_label (library));
  assert_kept (library, record);
  store_fixture_close (library);
}

/* A copy whose files are not what they are said to be is not kept, nor is any of its files. */
static void
test_whole_or_not (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumSentCopyRecord) record = create_copy ();
  MatchumSentFileRecord *last = g_ptr_array_index (record->files, 1);
  g_autoptr (MatchumSentCopyRecord) found = NULL;
  g_autoptr (GError) error = NULL;

  last->sha256[0] = last->sha256[0] == 'a' ? 'b' : 'a';
  g_assert_false (matchum_sent_copy_keep (library, record, &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CONSTRAINT);
  found = find (library, record->id);
  g_assert_null (found);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM sent_files"), ==, 0);
  store_fixture_close (library);
}

/* A copy is kept once; a second of its id changes nothing. */
static void
test_once (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumSentCopyRecord) record = create_copy ();
  g_autoptr (MatchumSentCopyRecord) other = matchum_sent_copy_record_copy (record);
  g_autoptr (GError) error = NULL;

  keep (library, record);
  g_free (other->company);
  other->company = g_strdup ("Other");
  add_text (other, "more.md", "text/markdown", "# more\n");
  g_assert_false (matchum_sent_copy_keep (library, other, &error));
  g_assert_nonnull (error);
  assert_kept (library, record);
  store_fixture_close (library);
}

static void
test_same_names (void)
{
  g_autoptr (MatchumSentCopyRecord) record = matchum_sent_copy_new (NULL, NULL, NULL, NULL, NULL, NULL, day);

  add_text (record, "a.pdf", NULL, "1");
  add_text (record, "a.pdf", NULL, "2");
  add_text (record, "a.pdf", NULL, "3");
  add_text (record, ".a", NULL, "4");
  add_text (record, ".a", NULL, "5");
  g_assert_cmpstr (((MatchumSentFileRecord *) g_ptr_array_index (record->files, 1))->name, ==, "a (2).pdf");
  g_assert_cmpstr (((MatchumSentFileRecord *) g_ptr_array_index (record->files, 2))->name, ==, "a (3).pdf");
  g_assert_cmpstr (((MatchumSentFileRecord *) g_ptr_array_index (record->files, 4))->name, ==, ".a (2)");
}

static void
test_text_is_found (void)
{
  static const struct {
    const char *name, *media_type;
  } files[] = {
    { "cover.html", "text/html" },
    { "resume.PDF", NULL },
    { "resume.json", "application/json" },
    { "words", "text/markdown; charset=utf-8" },
  };
  static const char *const best[] = { NULL, "resume.PDF", "resume.json", "words" };
  g_autoptr (MatchumSentCopyRecord) record = matchum_sent_copy_new (NULL, NULL, NULL, NULL, NULL, NULL, day);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const MatchumSentFileRecord *found;

      add_text (record, files[i].name, files[i].media_type, "x");
      found = matchum_sent_copy_find_text (record);
      g_assert_cmpstr (found != NULL ? found->name : NULL, ==, best[i]);
    }
  g_assert_true (matchum_sent_file_is_pdf (g_ptr_array_index (record->files, 1)));
  g_assert_false (matchum_sent_file_is_text (g_ptr_array_index (record->files, 1)));
  g_assert_true (matchum_sent_file_is_text (g_ptr_array_index (record->files, 2)));
  g_assert_false (matchum_sent_file_is_text (g_ptr_array_index (record->files, 0)));
}

static void
test_json_is_read (void)
{
  g_autoptr (MatchumSentCopyRecord) record = matchum_sent_copy_new (NULL, NULL, NULL, NULL, NULL, NULL, day);
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (MatchumResume) broken = NULL;
  g_autoptr (GError) error = NULL;

  add_text (record, "resume.json", "application/json",
            "{\"basics\": {\"name\": \"Kim Haneul\"}, \"skills\": [{\"name\": \"Python\"}]}");
  add_text (record, "broken.json", "application/json", "{\"basics\": ");
  resume = matchum_sent_file_read_resume (g_ptr_array_index (record->files, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (matchum_resume_get_name (resume), ==, "Kim Haneul");
  broken = matchum_sent_file_read_resume (g_ptr_array_index (record->files, 1), &error);
  g_assert_null (broken);
  g_assert_nonnull (error);
}

/* "same changed gone new" of the copy and what is there today; "-" where that is not there any more. */
static char *
compare (const MatchumSentCopyRecord *record, MatchumVisibility *today)
{
  g_autoptr (MatchumResume) sent = matchum_sent_file_read_resume (matchum_sent_copy_find_text (record), NULL);
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (sent);
  g_autoptr (MatchumResumeComparison) comparison = NULL;

  if (today == NULL)
    return g_strdup ("-");
  comparison = matchum_resume_comparison_new (all, today);
  return g_strdup_printf ("%u %u %u %u", matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_SAME),
                          matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_CHANGED),
                          matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_REMOVED),
                          matchum_resume_comparison_count (comparison, MATCHUM_COMPARED_ADDED));
}

static void
assert_today (MatchumLibrary *library, const MatchumSentCopyRecord *record, const char *tailored, const char *baseline)
{
  g_auto (MatchumSentCopyToday) today = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *found_tailored = NULL;
  g_autofree char *found_baseline = NULL;

  g_assert_true (matchum_sent_copy_read_today (matchum_library_get_database (library), record, &today, &error));
  g_assert_no_error (error);
  found_tailored = compare (record, today.tailored);
  found_baseline = compare (record, today.baseline);
  g_assert_cmpstr (found_tailored, ==, tailored);
  g_assert_cmpstr (found_baseline, ==, baseline);
}

/* The id that the library has for the block with these words. */
static char *
find_block (MatchumLibrary *library, const char *words)
{
  g_autoptr (MatchumBaselineRecord) record =
      matchum_baseline_table_find (matchum_library_get_database (library), "baseline", NULL);
  g_autoptr (MatchumResume) resume =
      matchum_baseline_read_resume (matchum_library_get_database (library), record, NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (strstr (matchum_block_get_text (matchum_resume_get_block (resume, i)), words) != NULL)
      return g_strdup (matchum_resume_get_block (resume, i)->id);
  g_assert_not_reached ();
}

static void
rewrite (MatchumLibrary *library, const char *markdown)
{
  g_autoptr (MatchumBaselineRecord) record =
      matchum_baseline_table_find (matchum_library_get_database (library), "baseline", NULL);

  g_free (record->markdown);
  record->markdown = g_strdup (markdown);
  store_fixture_edit (library, "Edit", matchum_baseline_table_put, record);
}

static void
test_today (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumSentCopyRecord) record = create_copy ();
  g_autoptr (MatchumApplicationRecord) application = store_fixture_application ("application", "baseline", "posting");
  g_autofree char *hidden = NULL;

  put_all (library);
  keep (library, record);
  /* The wiki was hidden for this copy, and nothing is hidden now. */
  assert_today (library, record, "4 0 0 1", "4 0 0 1");
  hidden = find_block (library, "위키");
  application->hidden = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (application->hidden, g_strdup (hidden));
  store_fixture_edit (library, "Hide", matchum_application_table_put, application);
  assert_today (library, record, "4 0 0 0", "4 0 0 1");
  /* Words of its own are other than those that were sent. */
  application->title_line = g_strdup ("ML Engineer");
  store_fixture_edit (library, "Title Line", matchum_application_table_put, application);
  assert_today (library, record, "4 0 0 1", "4 0 0 1");
  g_clear_pointer (&application->title_line, g_free);
  store_fixture_edit (library, "Title Line", matchum_application_table_put, application);
  rewrite (library, "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n"
                    "- PyTorch로 CTR 예측 모델을 학습해 클릭률 9% 향상\n");
  assert_today (library, record, "3 1 0 0", "3 1 0 0");
  rewrite (library, "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n");
  assert_today (library, record, "3 0 1 0", "3 0 1 0");
  /* Nothing is hidden where nothing is chosen. */
  store_fixture_edit (library, "Delete", matchum_application_table_remove, "application");
  assert_today (library, record, "3 0 1 0", "3 0 1 0");
  store_fixture_edit (library, "Delete", matchum_posting_table_remove, "posting");
  assert_today (library, record, "-", "3 0 1 0");
  store_fixture_edit (library, "Delete", matchum_baseline_table_remove, "baseline");
  assert_today (library, record, "-", "-");
  assert_kept (library, record);
  store_fixture_close (library);
}

/* Out as a folder and in again, it is the same. */
static void
test_travels (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autoptr (MatchumSentCopyRecord) record = create_copy ();
  g_autoptr (GError) error = NULL;
  MatchumLibrary *other;

  put_all (library);
  keep (library, record);
  g_assert_true (matchum_library_export (library, folder, &error));
  g_assert_no_error (error);
  store_fixture_close (library);
  other = matchum_library_new_in_memory (&error);
  g_assert_no_error (error);
  g_assert_true (matchum_library_import (other, folder, &error));
  g_assert_no_error (error);
  assert_kept (other, record);
  assert_today (other, record, "4 0 0 1", "4 0 0 1");
  store_fixture_close (other);
}

/* It outlives its posting, and goes for good when it is told to. */
static void
test_deleted_on_purpose (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumSentCopyRecord) record = create_copy ();
  g_autoptr (MatchumSentCopyRecord) found = NULL;
  g_autoptr (GError) error = NULL;

  put_all (library);
  keep (library, record);
  g_assert_true (matchum_library_forget (library, MATCHUM_FORGET_POSTING, "posting", FALSE, &error));
  g_assert_no_error (error);
  assert_kept (library, record);
  g_assert_true (matchum_library_forget (library, MATCHUM_FORGET_SENT_COPY, record->id, TRUE, &error));
  g_assert_no_error (error);
  found = find (library, record->id);
  g_assert_null (found);
  store_fixture_close (library);
}

#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/sent-copy/keep", test_keep);
  ADD ("/store/sent-copy/undo", test_undo);
  ADD ("/store/sent-copy/whole-or-not", test_whole_or_not);
  ADD ("/store/sent-copy/once", test_once);
  g_test_add_func ("/store/sent-copy/same-names", test_same_names);
  g_test_add_func ("/store/sent-copy/text", test_text_is_found);
  g_test_add_func ("/store/sent-copy/json", test_json_is_read);
  ADD ("/store/sent-copy/today", test_today);
  ADD ("/store/sent-copy/travels", test_travels);
  ADD ("/store/sent-copy/deleted-on-purpose", test_deleted_on_purpose);
  return g_test_run ();
}
