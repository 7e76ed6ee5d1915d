/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a document, and the plain way to write them. */
#include "config.h"

#include "import/matchum-flow.h"

#include <string.h>

#include "resume/matchum-markdown-words.h"

/* Letters so much larger than the body's are a heading's, and headings so much larger are above others. */
#define HEADING_WEIGHT 1.08
#define TITLE_WEIGHT 1.5
/* Longer lines head nothing, in characters. */
#define MAX_HEADING_CHARS 80
/* More does not stand at the far end of a line. */
#define MAX_ASIDE_BYTES 1000

static void
clear_run (gpointer data)
{
  MatchumFlowRun *run = data;

  g_free (run->text);
  g_free (run->url);
}

static void
free_line (gpointer data)
{
  MatchumFlowLine *line = data;

  g_array_unref (line->runs);
  g_free (line->aside);
  g_free (line->doubt);
  g_free (line);
}

MatchumFlow *
matchum_flow_new (void)
{
  MatchumFlow *self = g_new0 (MatchumFlow, 1);

  self->lines = g_ptr_array_new_with_free_func (free_line);
  return self;
}

void
matchum_flow_free (MatchumFlow *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

MatchumFlowLine *
matchum_flow_add (MatchumFlow *self, MatchumFlowKind kind, guint level)
{
  MatchumFlowLine *line;

  g_return_val_if_fail (self != NULL, NULL);

  line = g_new0 (MatchumFlowLine, 1);
  line->kind = kind;
  line->level = level;
  line->weight = 1;
  line->runs = g_array_new (FALSE, FALSE, sizeof (MatchumFlowRun));
  g_array_set_clear_func (line->runs, clear_run);
  g_ptr_array_add (self->lines, line);
  return line;
}

void
matchum_flow_line_add (MatchumFlowLine *line, const char *text, MatchumDraftStyle style, const char *url)
{
  MatchumFlowRun run = { g_strdup (text), style, g_strdup (url) };

  g_return_if_fail (line != NULL && text != NULL);

  g_array_append_val (line->runs, run);
}

void
matchum_flow_line_add_aside (MatchumFlowLine *line, const char *text, const char *joint)
{
  char *aside;

  g_return_if_fail (line != NULL && text != NULL && joint != NULL);

  if (line->aside != NULL && strlen (line->aside) > MAX_ASIDE_BYTES)
    {
      matchum_flow_line_add (line, joint, MATCHUM_DRAFT_PLAIN, NULL);
      matchum_flow_line_add (line, text, MATCHUM_DRAFT_PLAIN, NULL);
      return;
    }
  aside = line->aside != NULL ? g_strconcat (line->aside, joint, text, NULL) : g_strdup (text);
  g_free (line->aside);
  line->aside = g_strstrip (aside);
}

char *
matchum_flow_line_dup_text (const MatchumFlowLine *line)
{
  GString *out;
  gboolean is_blank = TRUE;

  g_return_val_if_fail (line != NULL, NULL);

  out = g_string_new (NULL);
  for (guint i = 0; i < line->runs->len; i++)
    for (const char *p = g_array_index (line->runs, MatchumFlowRun, i).text; *p != '\0'; p = g_utf8_next_char (p))
      {
        const gboolean is_space = g_unichar_isspace (g_utf8_get_char (p));

        if (is_space && !is_blank)
          g_string_append_c (out, ' ');
        else if (!is_space)
          g_string_append_len (out, p, g_utf8_next_char (p) - p);
        is_blank = is_space;
      }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

gboolean
matchum_flow_line_is (const MatchumFlowLine *line, MatchumDraftStyle style)
{
  gboolean has_words = FALSE;

  g_return_val_if_fail (line != NULL, FALSE);

  for (guint i = 0; i < line->runs->len; i++)
    {
      const MatchumFlowRun *run = &g_array_index (line->runs, MatchumFlowRun, i);

      if (!matchum_markdown_words_is_seen (run->text))
        continue;
      has_words = TRUE;
      if ((run->style & style) == 0)
        return FALSE;
    }
  return has_words;
}

/* Postings */

static gboolean
heads (const MatchumFlowLine *line, const char *text)
{
  if (line->kind == MATCHUM_FLOW_HEADING)
    return TRUE;
  return line->kind == MATCHUM_FLOW_TEXT && g_utf8_strlen (text, -1) <= MAX_HEADING_CHARS
         && (line->weight >= HEADING_WEIGHT || matchum_flow_line_is (line, MATCHUM_DRAFT_BOLD));
}

static void
write_posting_line (MatchumMarkdownDraft *draft, const MatchumFlowLine *line, gboolean *has_title)
{
  g_autofree char *text = matchum_flow_line_dup_text (line);
  MatchumDraftKind kind = line->kind == MATCHUM_FLOW_ITEM ? MATCHUM_DRAFT_ITEM : MATCHUM_DRAFT_PARAGRAPH;

  if (heads (line, text))
    {
      const gboolean is_title =
          !*has_title && (line->kind == MATCHUM_FLOW_HEADING ? line->level == 1 : line->weight >= TITLE_WEIGHT);

      kind = is_title ? MATCHUM_DRAFT_TITLE : MATCHUM_DRAFT_SECTION;
      *has_title = TRUE;
    }
  matchum_markdown_draft_begin (draft, kind, line->kind == MATCHUM_FLOW_ITEM ? line->level : 0);
  matchum_markdown_draft_add (draft, text, MATCHUM_DRAFT_PLAIN, NULL);
  if (line->aside != NULL)
    {
      matchum_markdown_draft_add (draft, " ", MATCHUM_DRAFT_PLAIN, NULL);
      matchum_markdown_draft_add (draft, line->aside, MATCHUM_DRAFT_PLAIN, NULL);
    }
}

char *
matchum_flow_compose_posting (MatchumFlow *self)
{
  g_autoptr (MatchumMarkdownDraft) draft = matchum_markdown_draft_new (NULL);
  gboolean has_title = FALSE;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    write_posting_line (draft, self->lines->pdata[i], &has_title);
  return matchum_markdown_draft_finish (draft);
}
