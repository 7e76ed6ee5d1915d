/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one marked link at a time, and follows the workspace while it is open. */
#include "config.h"

#include "ui/matchum-link-review-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-block-links.h"
#include "ui/matchum-comparison-row.h"
#include "ui/matchum-word-breaks.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 320
#define MOST_WIDTH 640
#define MOST_HEIGHT 720
/* Left free of the window behind. */
#define MARGIN 10
/* So many lines of an entry are shown; more is told. */
#define MAX_ROWS 200
#define INDENT_WIDTH 14 /* pixels for each level */

struct _MatchumLinkReviewDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *step_box;
  GtkScrolledWindow *scrolled;
  GtkBox *groups;
  GtkWidget *agree_button;
  GtkWidget *unlink_button;
  GtkWidget *edit_button;
  GtkButton *show_button;

  MatchumWorkspace *workspace;
  MatchumWorkspaceBaseline *baseline;
  GPtrArray *links; /* of MatchumWorkspaceLink, copies: those that are marked */
  guint position;
};

enum { SHOW, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumLinkReviewDialog, matchum_link_review_dialog, ADW_TYPE_WINDOW)

/* Only where there are links. */
static const MatchumWorkspaceLink *
get_link (MatchumLinkReviewDialog *self)
{
  return g_ptr_array_index (self->links, self->position);
}

static const char *
get_other_name (MatchumLinkReviewDialog *self)
{
  return matchum_workspace_baseline_get_name (
      matchum_workspace_find_baseline (self->workspace, get_link (self)->other_baseline));
}

/* Groups ---------------------------------------------------------------------------------------------------------- */

/* A list under a heading, which names it. */
static GtkListBox *
append_group (MatchumLinkReviewDialog *self, const char *heading)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *list = gtk_list_box_new ();
  GtkWidget *label = matchum_word_breaks_new_label (heading, "heading");

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_box_append (GTK_BOX (group), label);
  gtk_box_append (GTK_BOX (group), list);
  gtk_box_append (self->groups, group);
  return GTK_LIST_BOX (list);
}

static void
append_more (GtkListBox *list, guint n_more)
{
  g_autofree char *more = g_strdup_printf (_ ("%u more like these"), n_more);

  if (n_more > 0)
    gtk_list_box_append (list, matchum_word_breaks_new_label (more, "quiet"));
}

static void
append_changes (MatchumLinkReviewDialog *self, const char *heading, gboolean is_other)
{
  g_autoptr (MatchumResumeComparison) comparison =
      matchum_workspace_compare_link (self->workspace, get_link (self), is_other);
  GtkListBox *list;
  guint n_rows = 0;

  if (comparison == NULL || matchum_resume_comparison_is_same (comparison))
    return;
  list = append_group (self, heading);
  for (guint i = 0; i < matchum_resume_comparison_get_n_blocks (comparison); i++)
    if (matchum_comparison_row_is_told (comparison, i) && n_rows++ < MAX_ROWS)
      gtk_list_box_append (
          list, matchum_comparison_row_new_between (comparison, i,
                                                    /* Translators: above a line of a resume as it was when two
                                                     * entries were last said to agree, and as it is now. */
                                                    _ ("Then"), _ ("Now")));
  append_more (list, n_rows - MIN (n_rows, MAX_ROWS));
}

static GtkWidget *
create_line (const MatchumBlock *block, guint depth)
{
  GtkWidget *row = gtk_list_box_row_new ();
  const char *text = matchum_block_get_text (block);
  GtkWidget *label = matchum_word_breaks_new_label (text, block->kind == MATCHUM_BLOCK_ENTRY ? "heading" : NULL);

  gtk_widget_set_margin_start (label, (int) (MIN (block->depth - depth, 8) * INDENT_WIDTH));
  gtk_widget_add_css_class (label, "remark");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

/* All that an entry says now. */
static void
append_entry (MatchumLinkReviewDialog *self, MatchumWorkspaceBaseline *baseline, const char *entry)
{
  MatchumResume *resume = matchum_workspace_baseline_get_resume (baseline);
  const MatchumBlock *block = resume != NULL ? matchum_resume_lookup (resume, entry) : NULL;
  /* Translators: above the lines of an entry; %s is the name of a resume. */
  g_autofree char *heading = g_strdup_printf (_ ("%s says now"), matchum_workspace_baseline_get_name (baseline));
  GtkListBox *list;
  guint n_rows = 0;

  if (block == NULL)
    return;
  list = append_group (self, heading);
  for (guint i = block->index; i < block->end; i++)
    {
      const MatchumBlock *under = matchum_resume_get_block (resume, i);

      if (under->kind != MATCHUM_BLOCK_REMARK && n_rows++ < MAX_ROWS)
        gtk_list_box_append (list, create_line (under, block->depth));
    }
  append_more (list, n_rows - MIN (n_rows, MAX_ROWS));
}

static void
append_broken (MatchumLinkReviewDialog *self)
{
  const MatchumWorkspaceLink *link = get_link (self);
  g_autofree char *words = matchum_workspace_dup_link_words (self->workspace, link);
  MatchumResume *resume = matchum_workspace_baseline_get_resume (self->baseline);
  const gboolean is_here = resume != NULL && matchum_resume_lookup (resume, link->entry) != NULL;
  /* Translators: %s is the name of a resume, then an entry of it. */
  g_autofree char *text = is_here
                              ? g_strdup_printf (_ ("The entry that this one is linked to is no longer in %s: %s"),
                                                 get_other_name (self), words)
                              /* Translators: an entry of the open resume is gone; %s is the name of the other resume,
                                 then the entry there. */
                              : g_strdup_printf (_ ("An entry of this resume is gone that was linked to one in %s: %s"),
                                                 get_other_name (self), words);

  gtk_box_append (self->groups, matchum_word_breaks_new_label (text, NULL));
}

static void
clear_groups (MatchumLinkReviewDialog *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self->groups)))
    gtk_box_remove (self->groups, child);
}

static void
fill (MatchumLinkReviewDialog *self, MatchumLinkState state)
{
  /* Translators: above what changed; %s is the name of a resume. */
  g_autofree char *other = g_strdup_printf (_ ("What changed in %s"), get_other_name (self));
  g_autofree char *own =
      g_strdup_printf (_ ("What changed in %s"), matchum_workspace_baseline_get_name (self->baseline));

  if (state == MATCHUM_LINK_BROKEN)
    append_broken (self);
  else
    append_changes (self, other, TRUE);
  if (state == MATCHUM_LINK_BOTH_CHANGED)
    append_changes (self, own, FALSE);
  append_entry (self, self->baseline, get_link (self)->entry);
}

static void
update_buttons (MatchumLinkReviewDialog *self, MatchumLinkState state)
{
  const gboolean can_write =
      matchum_library_get_read_only_reason (matchum_workspace_get_library (self->workspace)) == NULL;
  MatchumResume *resume = matchum_workspace_baseline_get_resume (self->baseline);
  MatchumResume *other = matchum_workspace_baseline_get_resume (
      matchum_workspace_find_baseline (self->workspace, get_link (self)->other_baseline));
  /* Translators: a button; %s is the name of a resume, where an entry is shown. */
  g_autofree char *show = g_strdup_printf (_ ("_Show in %s"), get_other_name (self));

  gtk_widget_set_visible (self->agree_button, state != MATCHUM_LINK_BROKEN);
  gtk_widget_set_visible (self->unlink_button, state == MATCHUM_LINK_BROKEN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.agree", can_write && state != MATCHUM_LINK_BROKEN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.unlink", can_write);
  gtk_button_set_label (self->show_button, show);
  gtk_widget_set_visible (GTK_WIDGET (self->show_button),
                          other != NULL && matchum_resume_lookup (other, get_link (self)->other_entry) != NULL);
  gtk_widget_set_visible (self->edit_button,
                          resume != NULL && matchum_resume_lookup (resume, get_link (self)->entry) != NULL);
}

static void
update (MatchumLinkReviewDialog *self)
{
  const MatchumLinkState state = matchum_workspace_get_link_state (self->workspace, get_link (self));
  g_autofree char *step = NULL;

  clear_groups (self);
  fill (self, state);
  update_buttons (self, state);
  if (self->links->len > 1)
    /* Translators: which of so many entries is looked at. */
    step = g_strdup_printf (_ ("%u of %u"), self->position + 1, self->links->len);
  adw_window_title_set_subtitle (self->window_title,
                                 step != NULL ? step : matchum_workspace_baseline_get_name (self->baseline));
  gtk_widget_set_visible (self->step_box, self->links->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.previous", self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.next", self->position + 1 < self->links->len);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* Following the workspace ----------------------------------------------------------------------------------------- */

static gboolean
is_same_link (const MatchumWorkspaceLink *link, const MatchumWorkspaceLink *other)
{
  return g_str_equal (link->entry, other->entry) && g_str_equal (link->other_baseline, other->other_baseline)
         && g_str_equal (link->other_entry, other->other_entry);
}

/* Reads what is marked now, and stays where it was. */
static void
read_links (MatchumLinkReviewDialog *self)
{
  g_autoptr (GPtrArray) marked = matchum_workspace_list_marked (self->workspace, self->baseline);
  g_autoptr (MatchumWorkspaceLink) before = self->links->len > 0 ? matchum_workspace_link_copy (get_link (self)) : NULL;

  g_ptr_array_set_size (self->links, 0);
  for (guint i = 0; i < marked->len; i++)
    g_ptr_array_add (self->links, matchum_workspace_link_copy (marked->pdata[i]));
  for (guint i = 0; before != NULL && i < self->links->len; i++)
    if (is_same_link (before, self->links->pdata[i]))
      {
        self->position = i;
        return;
      }
  self->position = self->links->len > 0 ? MIN (self->position, self->links->len - 1) : 0;
}

static const char *const link_actions[] = { "dialog.agree", "dialog.unlink",   "dialog.edit",
                                            "dialog.show",  "dialog.previous", "dialog.next" };

static void
disable_actions (MatchumLinkReviewDialog *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (link_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), link_actions[i], FALSE);
}

/* Where there is nothing more to look at, it closes. */
static void
links_changed_cb (MatchumLinkReviewDialog *self)
{
  g_assert (MATCHUM_IS_LINK_REVIEW_DIALOG (self));

  if (matchum_workspace_find_baseline (self->workspace, matchum_workspace_baseline_get_id (self->baseline)) == NULL)
    g_ptr_array_set_size (self->links, 0);
  else
    read_links (self);
  if (self->links->len > 0)
    {
      update (self);
      return;
    }
  disable_actions (self);
  gtk_window_close (GTK_WINDOW (self));
}

/* Actions --------------------------------------------------------------------------------------------------------- */

static void
agree_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumLinkReviewDialog *self = MATCHUM_LINK_REVIEW_DIALOG (widget);
  g_autoptr (MatchumWorkspaceLink) link = matchum_workspace_link_copy (get_link (self));

  matchum_workspace_agree_link (self->workspace, link);
}

static void
unlink_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumLinkReviewDialog *self = MATCHUM_LINK_REVIEW_DIALOG (widget);
  g_autoptr (MatchumWorkspaceLink) link = matchum_workspace_link_copy (get_link (self));

  matchum_workspace_unlink_entries (self->workspace, link);
}

static void
show_and_close (MatchumLinkReviewDialog *self, const char *baseline, const char *entry)
{
  g_autofree char *kept_baseline = g_strdup (baseline), *kept_entry = g_strdup (entry);

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[SHOW], 0, kept_baseline, kept_entry);
  g_object_unref (self);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumLinkReviewDialog *self = MATCHUM_LINK_REVIEW_DIALOG (widget);

  show_and_close (self, get_link (self)->baseline, get_link (self)->entry);
}

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumLinkReviewDialog *self = MATCHUM_LINK_REVIEW_DIALOG (widget);

  show_and_close (self, get_link (self)->other_baseline, get_link (self)->other_entry);
}

static void
step (MatchumLinkReviewDialog *self, int by)
{
  self->position = (guint) CLAMP ((int) self->position + by, 0, (int) self->links->len - 1);
  update (self);
}

static void
previous_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step (MATCHUM_LINK_REVIEW_DIALOG (widget), -1);
}

static void
next_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step (MATCHUM_LINK_REVIEW_DIALOG (widget), 1);
}

/* Object ---------------------------------------------------------------------------------------------------------- */

static void
matchum_link_review_dialog_dispose (GObject *object)
{
  MatchumLinkReviewDialog *self = MATCHUM_LINK_REVIEW_DIALOG (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->baseline);

  G_OBJECT_CLASS (matchum_link_review_dialog_parent_class)->dispose (object);
}

static void
matchum_link_review_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (MATCHUM_LINK_REVIEW_DIALOG (object)->links);

  G_OBJECT_CLASS (matchum_link_review_dialog_parent_class)->finalize (object);
}

static void
matchum_link_review_dialog_class_init (MatchumLinkReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_link_review_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = matchum_link_review_dialog_finalize;

  signals[SHOW] = g_signal_new ("show-entry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/matchum/Matchum/matchum-link-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkReviewDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkReviewDialog, step_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkReviewDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkReviewDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkReviewDialog, agree_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkReviewDialog, unlink_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkReviewDialog, edit_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkReviewDialog, show_button);
  gtk_widget_class_install_action (widget_class, "dialog.agree", NULL, agree_cb);
  gtk_widget_class_install_action (widget_class, "dialog.unlink", NULL, unlink_cb);
  gtk_widget_class_install_action (widget_class, "dialog.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "dialog.show", NULL, show_cb);
  gtk_widget_class_install_action (widget_class, "dialog.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "dialog.next", NULL, next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "dialog.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "dialog.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_link_review_dialog_init (MatchumLinkReviewDialog *self)
{
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_workspace_link_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

MatchumLinkReviewDialog *
matchum_link_review_dialog_new (MatchumWorkspace *workspace, MatchumWorkspaceBaseline *baseline, const char *entry)
{
  MatchumLinkReviewDialog *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline), NULL);

  self = g_object_new (MATCHUM_TYPE_LINK_REVIEW_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->baseline = g_object_ref (baseline);
  read_links (self);
  for (guint i = 0; entry != NULL && i < self->links->len; i++)
    if (g_str_equal (((const MatchumWorkspaceLink *) self->links->pdata[i])->entry, entry))
      {
        self->position = i;
        break;
      }
  if (self->links->len > 0)
    update (self);
  else
    disable_actions (self);
  g_signal_connect_object (workspace, "links-changed", G_CALLBACK (links_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
matchum_link_review_dialog_fit (MatchumLinkReviewDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_LINK_REVIEW_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}
