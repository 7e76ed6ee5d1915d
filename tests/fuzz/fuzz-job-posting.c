/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A JobPosting in any JSON becomes a text with front matter that can be read. */
#include "config.h"

#include "fuzz-support.h"

#include "posting/matchum-job-posting-json.h"
#include "posting/matchum-posting-reader.h"
#include "text/matchum-front-matter.h"

const FuzzTarget fuzz_target = { .name = "job-posting", .n_rounds = 1000, .cuts = TRUE };

static void
assert_texts (const MatchumJobPostingJson *json)
{
  const char *const texts[] = { json->title,       json->company,          json->date_posted,    json->valid_through,
                                json->location,    json->employment_type,  json->qualifications, json->skills,
                                json->description, json->responsibilities, json->experience,     json->education,
                                json->benefits };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (texts[i] == NULL || g_utf8_validate (texts[i], -1, NULL));
}

static void
assert_readable (const MatchumJobPostingJson *json)
{
  g_autofree char *front = matchum_job_posting_json_to_front_matter (json);
  g_autofree char *text = matchum_job_posting_json_to_text (json);
  g_autofree char *all = g_strconcat (front, text, "\n", NULL);
  g_autoptr (MatchumSource) source = fuzz_read_source ((const guint8 *) all, strlen (all));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumFrontMatter) front_matter = NULL;
  g_autoptr (MatchumPosting) posting = NULL;

  if (source == NULL)
    return;
  front_matter = matchum_front_matter_read (source, &error);
  g_assert_no_error (error);
  if (*front != '\0')
    g_assert_cmpuint (matchum_front_matter_get_span (front_matter).end, >=, strlen (front) - 1);
  posting = matchum_posting_reader_read (source, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (MatchumJobPostingJson) json = matchum_job_posting_json_find ((const char *) data, length);
  g_autoptr (MatchumJobPostingJson) again = matchum_job_posting_json_find ((const char *) data, length);

  g_assert_true ((json == NULL) == (again == NULL));
  if (json == NULL)
    return 0;
  g_assert_cmpstr (json->description, ==, again->description);
  assert_texts (json);
  assert_readable (json);
  return 0;
}
