/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF, however broken, is read by the process that reads PDFs or refused in a sentence, whatever becomes of the
 * process. */
#include "config.h"

#include "fuzz-pdf-support.h"

const FuzzTarget fuzz_target = { .name = "pdf", .n_rounds = 8 };

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPdfText) text = matchum_pdf_text_read_looking ("fuzz", bytes, NULL, &error);

  g_assert_true ((text == NULL) == (error != NULL));
  if (text != NULL)
    fuzz_assert_pdf_text (text);
  else
    g_assert_true (error->domain == MATCHUM_PDF_TEXT_ERROR && error->code != MATCHUM_PDF_TEXT_ERROR_NO_READER
                   && g_str_has_prefix (error->message, "fuzz: "));
  return 0;
}
