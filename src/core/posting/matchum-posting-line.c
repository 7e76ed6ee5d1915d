/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a posting as it was understood. */
#include "config.h"

#include "posting/matchum-posting-line.h"

/* A line with nothing in it, for readers to fill. */
MatchumPostingLine *
matchum_posting_line_new (void)
{
  return g_new0 (MatchumPostingLine, 1);
}

void
matchum_posting_line_free (MatchumPostingLine *line)
{
  if (line == NULL)
    return;

  g_free (line->bullet);
  g_clear_pointer (&line->content, matchum_inline_text_unref);
  g_free (line);
}

/* The words of the line as plain text; valid while the line is. */
const char *
matchum_posting_line_get_text (const MatchumPostingLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  return line->content != NULL ? matchum_inline_text_get_text (line->content) : "";
}

gboolean
matchum_posting_line_is_requirement (const MatchumPostingLine *line)
{
  g_return_val_if_fail (line != NULL, FALSE);

  return !line->is_heading && (line->kind == MATCHUM_POSTING_REQUIRED || line->kind == MATCHUM_POSTING_PREFERRED);
}
