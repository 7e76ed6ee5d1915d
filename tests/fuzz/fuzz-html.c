/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes in as HTML or JSON, whatever it is, ends as a text that can be read or as an error. */
#include "config.h"

#include "fuzz-support.h"

#include "posting/matchum-posting-reader.h"
#include "posting/matchum-posting-source.h"

const FuzzTarget fuzz_target = { .name = "html", .n_rounds = 150 };

static void
take_in (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_posting_source_from_bytes (name, bytes, &error);
  g_autoptr (MatchumPosting) posting = NULL;

  g_assert_true ((source == NULL) == (error != NULL));
  if (source == NULL)
    return;
  posting = matchum_posting_reader_read (source, &error);
  /* Plain text may have front matter of its own, which may be broken; what is made of HTML never is. */
  g_assert_true (posting != NULL || g_str_has_suffix (name, ".txt"));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  take_in (bytes, "fuzz.html");
  take_in (bytes, "fuzz.txt");
  return 0;
}
