/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays the strategy sheet out as a resume is, and takes the detail that one page takes. */
#include "config.h"

#include "matchum-strategy-sheet.h"

#include <string.h>

#include "matchum-pages.h"
#include "matchum-pdf-exporter.h"
#include "resume/matchum-markdown-resume-reader.h"

/* Nobody sees the name, but in a message of what is not to happen. */
#define NAME "strategy.md"

/* A sheet for the desk: smaller type and margins than a resume has, the largest first. */
static const double sizes[] = { 9.5, 9.0, 8.5, 8.0 };
#define MARGIN_X 42.0
#define MARGIN_Y 36.0

static MatchumVisibility *
read_sheet (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MatchumSource) source = matchum_source_new (NAME, bytes, error);
  g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, error) : NULL;

  return resume != NULL ? matchum_visibility_new_all (resume) : NULL;
}

static MatchumPages *
lay_out (MatchumVisibility *sheet, const MatchumPageStyle *style, double size, GError **error)
{
  MatchumPageStyle own;

  matchum_page_style_init (&own);
  own.paper = style->paper;
  own.family = style->family;
  own.wrapping = style->wrapping;
  own.base_size = size;
  own.margin_x = MARGIN_X;
  own.margin_y = MARGIN_Y;
  return matchum_pages_new (sheet, &own, error);
}

/* In the largest size that one page takes, or in the smallest. */
static MatchumPages *
fit (const char *text, const MatchumPageStyle *style, GError **error)
{
  g_autoptr (MatchumVisibility) sheet = read_sheet (text, error);
  g_autoptr (MatchumPages) smallest =
      sheet != NULL ? lay_out (sheet, style, sizes[G_N_ELEMENTS (sizes) - 1], error) : NULL;

  if (smallest == NULL || matchum_pages_get_n_pages (smallest) > 1)
    return g_steal_pointer (&smallest);
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MatchumPages) pages = lay_out (sheet, style, sizes[i], error);

      if (pages == NULL || matchum_pages_get_n_pages (pages) <= 1)
        return g_steal_pointer (&pages);
    }
  return g_steal_pointer (&smallest);
}

char *
matchum_strategy_sheet_write (MatchumCoverage *coverage,
                              MatchumPostingDetails *details,
                              const char *company,
                              const char *title,
                              const MatchumPageStyle *style,
                              GBytes **pdf,
                              GError **error)
{
  const MatchumDay day = matchum_match_get_as_of (matchum_coverage_get_match (coverage));
  g_autoptr (MatchumPages) pages = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (coverage != NULL && details != NULL && style != NULL, NULL);

  for (guint i = 0; i < MATCHUM_STRATEGY_N_LEVELS && (pages == NULL || matchum_pages_get_n_pages (pages) > 1); i++)
    {
      g_clear_pointer (&pages, matchum_pages_unref);
      g_free (text);
      text = matchum_strategy_write (coverage, details, company, title, i);
      pages = fit (text, style, error);
      if (pages == NULL)
        return NULL;
    }
  if (pdf != NULL)
    *pdf = matchum_pdf_exporter_write_pages (pages, day, error);
  return pdf == NULL || *pdf != NULL ? g_steal_pointer (&text) : NULL;
}

gboolean
matchum_strategy_sheet_add_to (MatchumBundle *bundle,
                               MatchumCoverage *coverage,
                               MatchumPostingDetails *details,
                               const char *company,
                               const char *title,
                               const MatchumPageStyle *style,
                               GError **error)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) markdown = NULL;
  char *text;

  g_return_val_if_fail (bundle != NULL, FALSE);

  text = matchum_strategy_sheet_write (coverage, details, company, title, style, &pdf, error);
  if (text == NULL)
    return FALSE;
  markdown = g_bytes_new_take (text, strlen (text));
  matchum_bundle_add (bundle, "strategy.pdf", pdf);
  matchum_bundle_add (bundle, "strategy.md", markdown);
  return TRUE;
}
