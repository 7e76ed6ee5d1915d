/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotes evidence in place, and what only hints at it. */
#include "config.h"

#include "ui/matchum-evidence-quote.h"

#include <glib/gi18n-lib.h>

#include "match/matchum-explanation.h"
#include "ui/matchum-marked-label.h"

#define MAX_QUOTES 2
#define MAX_HINTS 1

/* The section or entry that a block stands in, for those who see it out of its place. */
static const char *
get_place (MatchumResume *resume, const MatchumBlock *block)
{
  while (block->parent != MATCHUM_BLOCK_NONE)
    {
      block = matchum_resume_get_block (resume, block->parent);
      if (block->kind == MATCHUM_BLOCK_ENTRY || block->kind == MATCHUM_BLOCK_SECTION)
        return matchum_block_get_text (block);
    }
  return NULL;
}

static GArray *
collect_spans (GPtrArray *evidence, guint block)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  for (guint i = 0; i < evidence->len; i++)
    {
      const MatchumEvidence *one = evidence->pdata[i];

      if (one->block == block)
        g_array_append_val (spans, one->span);
    }
  return spans;
}

static void
append_quiet (GtkBox *box, const char *words)
{
  GtkWidget *label = matchum_marked_label_new ();

  gtk_widget_add_css_class (label, "quiet");
  matchum_marked_label_set_text (MATCHUM_MARKED_LABEL (label), words);
  gtk_box_append (box, label);
}

static void
append_words (GtkBox *box, const MatchumBlock *block, const char *css_class, GArray *spans)
{
  GtkWidget *text = matchum_marked_label_new ();

  gtk_widget_add_css_class (text, css_class);
  matchum_marked_label_set_content (MATCHUM_MARKED_LABEL (text), block->content, MATCHUM_SPAN (0, 0));
  matchum_marked_label_set_marks (MATCHUM_MARKED_LABEL (text), (const MatchumSpan *) (gpointer) spans->data,
                                  spans->len);
  gtk_box_append (box, text);
}

static void
append_quote (GtkBox *box, MatchumResume *resume, GPtrArray *evidence, guint index)
{
  const MatchumBlock *block = matchum_resume_get_block (resume, index);
  g_autoptr (GArray) spans = collect_spans (evidence, index);
  const char *place = get_place (resume, block);

  append_words (box, block, "quoted", spans);
  if (place != NULL)
    append_quiet (box, place);
}

/* Words that only hint at what is asked, with why they are no more. */
static void
append_hint (GtkBox *box, MatchumResume *resume, const MatchumHint *hint)
{
  const MatchumBlock *block = matchum_resume_get_block (resume, hint->block);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  g_array_append_val (spans, hint->span);
  append_words (box, block, "hint", spans);
  append_quiet (box, matchum_hint_get_note (hint->kind));
}

static gboolean
was_quoted (GArray *quoted, guint block)
{
  for (guint i = 0; i < quoted->len; i++)
    if (g_array_index (quoted, guint, i) == block)
      return TRUE;
  return FALSE;
}

static void
append_evidence (GtkBox *box, MatchumResume *resume, GPtrArray *evidence)
{
  g_autoptr (GArray) quoted = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < evidence->len && quoted->len < MAX_QUOTES; i++)
    {
      guint block = ((const MatchumEvidence *) evidence->pdata[i])->block;

      if (was_quoted (quoted, block))
        continue;
      append_quote (box, resume, evidence, block);
      g_array_append_val (quoted, block);
    }
}

GtkWidget *
matchum_evidence_quote_new (MatchumWorkspace *workspace, guint requirement)
{
  MatchumCoverage *coverage;
  MatchumResume *resume;
  GPtrArray *evidence;
  g_autoptr (MatchumExplanation) explanation = NULL;
  const GArray *hints;
  GtkWidget *box;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  coverage = matchum_workspace_get_coverage (workspace);
  g_return_val_if_fail (coverage != NULL, NULL);

  resume = matchum_workspace_get_resume (workspace);
  evidence = matchum_coverage_get_verdict (coverage, requirement)->evidence;
  explanation = matchum_explanation_new (coverage, requirement);
  hints = matchum_explanation_get_hints (explanation);
  if (evidence->len == 0 && hints->len == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (box, "quote");
  append_evidence (GTK_BOX (box), resume, evidence);
  for (guint i = 0; i < MIN (hints->len, MAX_HINTS); i++)
    append_hint (GTK_BOX (box), resume, &g_array_index (hints, MatchumHint, i));
  return box;
}
