/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of postings share. */
#pragma once

#include <string.h>

#include "posting/matchum-posting-reader.h"

static inline MatchumPosting *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("posting", bytes, &error);
  MatchumPosting *posting;

  g_assert_no_error (error);
  posting = matchum_posting_reader_read (source, &error);
  g_assert_no_error (error);
  return posting;
}
