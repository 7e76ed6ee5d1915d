/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be known of resumes and postings that were opened: said once when they are, and of the open resume
 * whenever it is asked for. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-remarks-dialog.h"

/* So many are listed of one resume; mended ones make room for others. */
#define MAX_LISTED 100

static void
add_remark (GPtrArray *remarks, const char *where, const char *text)
{
  g_ptr_array_add (remarks, matchum_remark_new (where, text));
}

static void
add_more (GPtrArray *remarks, const char *where, guint n_more)
{
  g_autofree char *more = g_strdup_printf (_ ("%u more like these"), n_more);

  if (n_more > 0)
    add_remark (remarks, where, more);
}

/* One that is on no place is said in the window itself. */
static void
show_bar (MatchumWindow *self)
{
  guint n = self->remarks->len;
  const MatchumRemark *first = n > 0 ? self->remarks->pdata[0] : NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    {
      matchum_notice_bar_set (self->remarks_bar, NULL, NULL, NULL);
      return;
    }
  if (n == 1 && first->baseline == NULL)
    {
      matchum_notice_bar_set (self->remarks_bar, first->text, _ ("_Close"), "win.dismiss-remarks");
      return;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There is %u remark on what was opened",
                                       "There are %u remarks on what was opened", n),
                          n);
  matchum_notice_bar_set (self->remarks_bar, text, n == 1 ? _ ("_Look at It") : _ ("_Look at Them"),
                          "win.show-remarks");
}

void
matchum_window_add_remarks (MatchumWindow *self, MatchumSource *source, const MatchumJsonNotes *notes)
{
  const char *name = matchum_source_get_name (source);
  const char *notice = matchum_source_get_notice (source);

  if (notice != NULL)
    add_remark (self->remarks, name, notice);
  for (guint i = 0; i < notes->list->len; i++)
    {
      const MatchumJsonNote *note = notes->list->pdata[i];
      /* Translators: a place in a file: its name, a line. */
      g_autofree char *line = note->line > 0 ? g_strdup_printf (_ ("%s, line %u"), name, note->line) : g_strdup (name);
      g_autofree char *where = note->path != NULL ? g_strconcat (line, ": ", note->path, NULL) : g_strdup (line);

      add_remark (self->remarks, where, note->text);
    }
  add_more (self->remarks, name, notes->n_more);
  show_bar (self);
}

/* name: what the places are said to be in. */
static void
add_notes (MatchumWindow *self, GPtrArray *remarks, MatchumWorkspaceBaseline *baseline, const char *name)
{
  GPtrArray *notes = matchum_workspace_baseline_get_notes (baseline, matchum_workspace_get_as_of (self->workspace));

  for (guint i = 0; i < MIN (notes->len, MAX_LISTED); i++)
    {
      const MatchumResumeNote *note = notes->pdata[i];
      g_autofree char *where = g_strdup_printf (_ ("%s, line %u"), name, note->line);

      g_ptr_array_add (remarks, matchum_remark_new_for_line (where, note->text,
                                                             matchum_workspace_baseline_get_id (baseline), note->line));
    }
  add_more (remarks, name, notes->len - MIN (notes->len, MAX_LISTED));
}

void
matchum_window_add_resume_remarks (MatchumWindow *self, MatchumWorkspaceBaseline *baseline, const char *name)
{
  add_notes (self, self->remarks, baseline, name);
  show_bar (self);
}

void
matchum_window_dismiss_remarks (MatchumWindow *self)
{
  g_ptr_array_set_size (self->remarks, 0);
  show_bar (self);
}

/* The block that a line stands in, or NULL. */
static const MatchumBlock *
find_block (MatchumResume *resume, guint line)
{
  const MatchumBlock *found = NULL;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->first_line <= line)
      found = matchum_resume_get_block (resume, i);
  return found;
}

/* Lines are those of the resume itself; what is shown of it may have the block elsewhere. */
static void
select_block (MatchumWindow *self, const char *id)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  const MatchumBlock *block = resume != NULL ? matchum_resume_lookup (resume, id) : NULL;

  if (block == NULL)
    return;
  matchum_workspace_set_selected_block (self->workspace, block->index);
  matchum_resume_pane_focus_block (self->resume_pane, block->index);
}

static void
line_activated_cb (MatchumWindow *self, const char *id, guint line)
{
  MatchumWorkspaceBaseline *baseline =
      self->workspace != NULL ? matchum_workspace_find_baseline (self->workspace, id) : NULL;
  MatchumResume *resume = baseline != NULL ? matchum_workspace_baseline_get_resume (baseline) : NULL;
  const MatchumBlock *block = resume != NULL ? find_block (resume, line) : NULL;
  g_autofree char *block_id = block != NULL ? g_strdup (block->id) : NULL;

  if (block == NULL)
    return;
  if (baseline != matchum_workspace_get_baseline (self->workspace))
    matchum_workspace_show_baseline (self->workspace, baseline);
  adw_view_stack_set_visible_child_name (self->view_stack, "tailor");
  matchum_window_show_pane (self, FALSE);
  select_block (self, block_id);
}

static MatchumRemarksDialog *
present (MatchumWindow *self, GPtrArray *remarks)
{
  MatchumRemarksDialog *dialog = matchum_remarks_dialog_new (remarks);

  matchum_remarks_dialog_fit (dialog, gtk_widget_get_width (GTK_WIDGET (self)),
                              gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "line-activated", G_CALLBACK (line_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* Once seen, they are gone. */
void
matchum_window_show_remarks (MatchumWindow *self)
{
  if (self->remarks->len > 0)
    g_signal_connect_object (present (self, self->remarks), "destroy", G_CALLBACK (matchum_window_dismiss_remarks),
                             self, G_CONNECT_SWAPPED);
}

void
matchum_window_show_resume_remarks (MatchumWindow *self)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_remark_free);

  if (baseline != NULL)
    add_notes (self, remarks, baseline, matchum_workspace_baseline_get_name (baseline));
  if (remarks->len > 0)
    present (self, remarks);
}
