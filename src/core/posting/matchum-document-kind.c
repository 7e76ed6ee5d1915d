/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells a resume from a posting by reading it as both and counting the headings that each reading knows. */
#include "config.h"

#include "posting/matchum-document-kind.h"

#include <string.h>

#include "posting/matchum-posting-heading.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "text/matchum-front-matter.h"

static guint
count_resume_signs (MatchumSource *source)
{
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (source, NULL);
  guint count = 0;

  if (resume == NULL)
    return 0;
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->kind == MATCHUM_BLOCK_SECTION && block->section >= MATCHUM_SECTION_EXPERIENCE)
        count++;
      /* Nothing but a resume gives its headings dates; and some of its sections are headings of postings as well: 경력.
       */
      else if (block->kind == MATCHUM_BLOCK_ENTRY && block->dated_by != MATCHUM_BLOCK_NONE)
        count += 2;
    }
  return count;
}

/* By its own words, not by those of a heading above it. A skills heading stands in both kinds. */
static gboolean
is_posting_heading (const MatchumPostingLine *line)
{
  const char *text = matchum_posting_line_get_text (line);
  MatchumPostingKind kind = MATCHUM_POSTING_OTHER;

  return line->is_heading && matchum_posting_heading_classify (text, strlen (text), &kind)
         && kind != MATCHUM_POSTING_OTHER && kind != MATCHUM_POSTING_STACK;
}

static guint
count_posting_signs (MatchumSource *source)
{
  g_autoptr (MatchumPosting) posting = matchum_posting_reader_read (source, NULL);
  guint count = 0;

  if (posting == NULL)
    return 0;
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    if (is_posting_heading (matchum_posting_get_line (posting, i)))
      count++;
  return count;
}

/* What pages and files tell of themselves: company and title at once. */
static gboolean
names_company_and_title (MatchumSource *source)
{
  g_autoptr (MatchumFrontMatter) front = matchum_front_matter_read (source, NULL);

  return front != NULL && matchum_front_matter_get_string (front, "company") != NULL
         && matchum_front_matter_get_string (front, "title") != NULL;
}

MatchumDocumentKind
matchum_document_kind_guess (MatchumSource *source)
{
  guint resume = count_resume_signs (source);
  guint posting = count_posting_signs (source);

  if (resume > posting)
    return MATCHUM_DOCUMENT_RESUME;
  return posting > resume || names_company_and_title (source) ? MATCHUM_DOCUMENT_POSTING : MATCHUM_DOCUMENT_UNKNOWN;
}
