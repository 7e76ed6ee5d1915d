/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the process that reads PDFs says is believed only where it is sound: it may have been made to say anything. An
 * input is a text, which is made output, and after a NUL triples of bytes that change it: two of a place, one of a
 * value. */
#include "config.h"

#include "fuzz-pdf-support.h"

#include "matchum-pdf-reading.h"

const FuzzTarget fuzz_target = { .name = "pdf-output", .n_rounds = 300 };

static void
try_output (GBytes *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPdfText) text = matchum_pdf_text_new_from_output ("fuzz", output, &error);

  g_assert_true ((text == NULL) == (error != NULL));
  if (text != NULL)
    fuzz_assert_pdf_text (text);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  const gsize end = fuzz_find_part (data, length);
  g_autoptr (GBytes) sound = fuzz_make_pdf_output (data, end);
  g_autoptr (GBytes) raw = g_bytes_new (data, length);
  g_autofree guint8 *changed = NULL;
  g_autoptr (GBytes) output = NULL;
  gsize size;

  try_output (raw);
  if (sound == NULL)
    return 0;
  try_output (sound);
  changed = g_memdup2 (g_bytes_get_data (sound, &size), g_bytes_get_size (sound));
  for (gsize i = end + 1; i + 2 < length; i += 3)
    changed[(data[i] << 8 | data[i + 1]) % size] = data[i + 2];
  /* Without what is changed, the input itself is cut off at a place that it tells. */
  output = g_bytes_new (changed, end + 1 < length ? size : size - length % size);
  try_output (output);
  return 0;
}
