/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotes evidence in place. */
#include "config.h"

#include "ui/matchum-evidence-quote.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-marked-label.h"

#define MAX_QUOTES 2

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
append_quote (GtkBox *box, MatchumResume *resume, GPtrArray *evidence, guint index)
{
  const MatchumBlock *block = matchum_resume_get_block (resume, index);
  g_autoptr (GArray) spans = collect_spans (evidence, index);
  const char *place = get_place (resume, block);
  GtkWidget *text = matchum_marked_label_new ();

  gtk_widget_add_css_class (text, "quoted");
  matchum_marked_label_set_content (MATCHUM_MARKED_LABEL (text), block->content, MATCHUM_SPAN (0, 0));
  matchum_marked_label_set_marks (MATCHUM_MARKED_LABEL (text), (const MatchumSpan *) (gpointer) spans->data,
                                  spans->len);
  gtk_box_append (box, text);
  if (place != NULL)
    {
      GtkWidget *label = matchum_marked_label_new ();

      gtk_widget_add_css_class (label, "quiet");
      matchum_marked_label_set_text (MATCHUM_MARKED_LABEL (label), place);
      gtk_box_append (box, label);
    }
}

static gboolean
was_quoted (GArray *quoted, guint block)
{
  for (guint i = 0; i < quoted->len; i++)
    if (g_array_index (quoted, guint, i) == block)
      return TRUE;
  return FALSE;
}

GtkWidget *
matchum_evidence_quote_new (MatchumWorkspace *workspace, guint requirement)
{
  MatchumCoverage *coverage;
  g_autoptr (GArray) quoted = NULL;
  GPtrArray *evidence;
  GtkWidget *box;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  coverage = matchum_workspace_get_coverage (workspace);
  g_return_val_if_fail (coverage != NULL, NULL);

  evidence = matchum_coverage_get_verdict (coverage, requirement)->evidence;
  if (evidence == NULL || evidence->len == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (box, "quote");
  quoted = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < evidence->len && quoted->len < MAX_QUOTES; i++)
    {
      guint block = ((const MatchumEvidence *) evidence->pdata[i])->block;

      if (was_quoted (quoted, block))
        continue;
      append_quote (GTK_BOX (box), matchum_workspace_get_resume (workspace), evidence, block);
      g_array_append_val (quoted, block);
    }
  return box;
}
