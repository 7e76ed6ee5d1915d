/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells in words in what a PDF differs from a resume. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "matchum-pdf-check.h"

const char *
matchum_pdf_difference_get_name (const MatchumPdfDifference *difference)
{
  static const char *const names[] = {
    "missing", "moved",  "replaced", "cut",          "joined",     "decomposed",
    "unseen",  "turned", "extra",    "link-missing", "link-extra",
  };

  g_return_val_if_fail (difference != NULL, NULL);
  g_return_val_if_fail (difference->kind < G_N_ELEMENTS (names), NULL);

  return names[difference->kind];
}

char *
matchum_pdf_difference_describe (const MatchumPdfDifference *difference)
{
  g_return_val_if_fail (difference != NULL, NULL);

  switch (difference->kind)
    {
    case MATCHUM_PDF_DIFFERENCE_MISSING:
      if (difference->page == 0)
        return g_strdup_printf (_ ("“%s” is missing"), difference->words);
      return g_strdup_printf (_ ("“%s” is missing on page %u"), difference->words, difference->page);
    case MATCHUM_PDF_DIFFERENCE_MOVED:
      return g_strdup_printf (_ ("“%s” on page %u is out of order"), difference->words, difference->page);
    case MATCHUM_PDF_DIFFERENCE_REPLACED:
      return g_strdup_printf (_ ("“%s” on page %u became “%s”"), difference->words, difference->page,
                              difference->instead);
    case MATCHUM_PDF_DIFFERENCE_CUT:
      return g_strdup_printf (_ ("“%s” on page %u is cut to “%s”"), difference->words, difference->page,
                              difference->instead);
    case MATCHUM_PDF_DIFFERENCE_JOINED:
      return g_strdup_printf (_ ("“%s” on page %u ran together to “%s”"), difference->words, difference->page,
                              difference->instead);
    case MATCHUM_PDF_DIFFERENCE_DECOMPOSED:
      return g_strdup_printf (_ ("“%s” on page %u is stored in pieces of letters"), difference->words,
                              difference->page);
    case MATCHUM_PDF_DIFFERENCE_UNSEEN:
      return g_strdup_printf (_ ("“%s” on page %u can’t be seen"), difference->words, difference->page);
    case MATCHUM_PDF_DIFFERENCE_TURNED:
      return g_strdup_printf (_ ("“%s” on page %u does not run level"), difference->words, difference->page);
    case MATCHUM_PDF_DIFFERENCE_EXTRA:
      return g_strdup_printf (_ ("“%s” on page %u is not in the text"), difference->words, difference->page);
    case MATCHUM_PDF_DIFFERENCE_LINK_MISSING:
      return g_strdup_printf (_ ("the link %s is missing"), difference->words);
    case MATCHUM_PDF_DIFFERENCE_LINK_EXTRA:
      return g_strdup_printf (_ ("the link %s on page %u is not in the text"), difference->words, difference->page);
    default:
      g_return_val_if_reached (NULL);
    }
}
