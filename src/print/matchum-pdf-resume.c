/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joins what a PDF broke at the ends of lines and pages. */
#include "config.h"

#include "matchum-pdf-resume.h"

MatchumFlow *
matchum_pdf_resume_read (MatchumPdfText *pdf, MatchumJsonNotes *notes)
{
  MatchumFlow *flow = matchum_flow_new ();

  for (guint i = 0; i < matchum_pdf_text_get_n_pages (pdf); i++)
    {
      const MatchumPdfPage *page = matchum_pdf_text_get_page (pdf, i);

      for (guint j = 0; j < page->n_lines; j++)
        {
          MatchumFlowLine *line = matchum_flow_add (flow, MATCHUM_FLOW_TEXT, 0);

          for (guint k = 0; k < page->lines[j].n_words; k++)
            {
              matchum_flow_line_add (line, " ", MATCHUM_DRAFT_PLAIN, NULL);
              matchum_flow_line_add (line, page->words[page->lines[j].first_word + k].text, MATCHUM_DRAFT_PLAIN, NULL);
            }
        }
    }
  return flow;
}
