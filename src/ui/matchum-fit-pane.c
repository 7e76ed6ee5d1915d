/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proposal for a number of pages as a page: figures, rows, and what can be done with them. */
#include "config.h"

#include "ui/matchum-fit-pane.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-fit-figure.h"
#include "ui/matchum-fit-list.h"
#include "ui/matchum-fit-row.h"
#include "ui/matchum-fit-words.h"
#include "ui/matchum-list-focus.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-word-breaks.h"

struct _MatchumFitPane {
  GtkBox parent_instance;

  GtkButton *back_button;
  GtkSpinner *spinner;
  GtkWidget *pages_label;
  GtkSpinButton *pages;
  GtkWidget *pages_figure;
  GtkLabel *pages_value;
  GtkWidget *required_figure;
  GtkLabel *required_value;
  GtkWidget *preferred_figure;
  GtkLabel *preferred_value;
  GtkCheckButton *gaps;
  MatchumNoticeBar *notice_bar;
  GtkStack *stack;
  GtkListView *view;
  GtkImage *empty_icon;
  GtkLabel *empty_title;
  GtkLabel *empty_text;
  GtkLabel *hint;
  GtkButton *cancel_button;
  GtkButton *accept_button;

  MatchumFitPlan *plan;
  GListStore *store; /* of MatchumFitObject */
  GtkSingleSelection *selection;
  GHashTable *rows; /* the rows that are there: MatchumFitObject to MatchumFitRow */
  gboolean is_narrow;
  gboolean is_updating; /* widgets follow, rather than the user's hand */
  guint focus_id;       /* the rows get the focus as soon as there are some */
  guint n_focus_frames;
  guint follow_id; /* the row of what is selected in the resume is looked for in a pause */
};

enum { BLOCK_SELECTED, BLOCK_ACTIVATED, TOLD, CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Scrolling costs more than a frame has while a key is held down in the resume. */
#define FOLLOW_MS 120
/* A list has its rows some frames after it has its items. */
#define MOST_FOCUS_FRAMES 300

G_DEFINE_FINAL_TYPE (MatchumFitPane, matchum_fit_pane, GTK_TYPE_BOX)

static MatchumWorkspace *
get_workspace (MatchumFitPane *self)
{
  return matchum_fit_plan_get_workspace (self->plan);
}

/* Figures --------------------------------------------------------------------------------------------------------- */

static gboolean
is_proposing (MatchumPageFit *fit)
{
  MatchumFitStatus status = matchum_page_fit_get_status (fit);

  return status == MATCHUM_FIT_OPTIMAL || status == MATCHUM_FIT_TIME_LIMIT;
}

static void
update_figures (MatchumFitPane *self, MatchumPageFit *fit)
{
  MatchumCoverage *before = matchum_page_fit_get_coverage_before (fit);
  MatchumCoverage *after = matchum_page_fit_get_coverage (fit);

  matchum_fit_figure_show_pages (self->pages_figure, self->pages_value, fit);
  matchum_fit_figure_show_tally (self->required_figure, self->required_value, _ ("Required"),
                                 matchum_coverage_get_required (before), matchum_coverage_get_required (after),
                                 is_proposing (fit), self->is_narrow);
  matchum_fit_figure_show_tally (self->preferred_figure, self->preferred_value, _ ("Preferred"),
                                 matchum_coverage_get_preferred (before), matchum_coverage_get_preferred (after),
                                 is_proposing (fit), self->is_narrow);
}

/* What is said, and what can be done ------------------------------------------------------------------------------- */

static void
update_notice (MatchumFitPane *self, MatchumFitProposal *proposal)
{
  MatchumPageFit *fit = matchum_fit_proposal_get_fit (proposal);
  MatchumApplication *application = matchum_workspace_get_application (get_workspace (self));
  guint least = matchum_page_fit_get_least_pages (fit);
  g_autofree char *notice =
      matchum_fit_dup_notice (proposal, application != NULL && matchum_application_allows_gaps (application));
  g_autofree char *button = NULL;

  if (matchum_page_fit_get_status (fit) == MATCHUM_FIT_INFEASIBLE)
    button = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Allow %u Page", "_Allow %u Pages", least), least);
  matchum_notice_bar_set (self->notice_bar, notice, button, "fit.allow-least");
}

static void
set_words (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_text (label, text != NULL ? text : "");
  matchum_word_breaks_apply (label);
}

static void
show_empty (MatchumFitPane *self, const char *icon_name, const char *title, const char *text)
{
  gtk_image_set_from_icon_name (self->empty_icon, icon_name);
  set_words (self->empty_title, title);
  set_words (self->empty_text, text);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static const char *
get_text_of_fit (MatchumFitPane *self)
{
  MatchumApplication *application = matchum_workspace_get_application (get_workspace (self));
  g_autoptr (GPtrArray) hidden = application != NULL ? matchum_application_dup_hidden (application) : NULL;

  return hidden != NULL && hidden->len > 0 ? _ ("Nothing has to go, and nothing that is hidden would fit besides.")
                                           : _ ("Nothing has to go.");
}

static void
update_stack (MatchumFitPane *self, MatchumFitProposal *proposal)
{
  MatchumPageFit *fit = matchum_fit_proposal_get_fit (proposal);
  g_autofree char *title = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "rows");
      return;
    }
  if (matchum_page_fit_get_status (fit) == MATCHUM_FIT_INFEASIBLE)
    {
      show_empty (self, "dialog-warning-symbolic", _ ("What must stay does not fit"), NULL);
      return;
    }
  title = matchum_fit_dup_fits (fit);
  show_empty (self, "matchum-met-symbolic", title, get_text_of_fit (self));
}

static char *
dup_accept_label (MatchumFitProposal *proposal)
{
  MatchumPageFit *fit = matchum_fit_proposal_get_fit (proposal);
  guint n_hidden = matchum_page_fit_get_hidden (fit)->len;
  guint n_returnable = matchum_fit_proposal_get_returnable (proposal)->len;

  if (is_proposing (fit) && n_hidden > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Hide %u Item", "_Hide %u Items", n_hidden), n_hidden);
  if (n_returnable > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Show %u Item", "_Show %u Items", n_returnable),
                            n_returnable);
  return NULL;
}

static void
update_foot (MatchumFitPane *self, MatchumFitProposal *proposal)
{
  g_autofree char *label = proposal != NULL ? dup_accept_label (proposal) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->accept_button), label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), label != NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->cancel_button), label == NULL);
  gtk_widget_set_halign (GTK_WIDGET (self->cancel_button), label == NULL ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_button_set_label (self->cancel_button, label != NULL ? _ ("_Cancel") : _ ("_Close"));
  if (label != NULL)
    gtk_button_set_label (self->accept_button, label);
}

static void
update_choices (MatchumFitPane *self)
{
  MatchumApplication *application = matchum_workspace_get_application (get_workspace (self));

  self->is_updating = TRUE;
  gtk_spin_button_set_value (self->pages, matchum_fit_plan_get_budget (self->plan));
  gtk_check_button_set_active (self->gaps, application != NULL && matchum_application_allows_gaps (application));
  self->is_updating = FALSE;
}

/* Rows ------------------------------------------------------------------------------------------------------------ */

static guint
find_object (MatchumFitPane *self, MatchumFitObject *object)
{
  guint position;

  return object != NULL && g_list_store_find (self->store, object, &position) ? position : GTK_INVALID_LIST_POSITION;
}

/* FALSE where there is no row yet. */
static gboolean
focus_position (MatchumFitPane *self, guint position)
{
  g_autoptr (MatchumFitObject) object = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  GtkWidget *row;

  if (object == NULL)
    return FALSE;
  matchum_list_reveal (self->view, position, g_hash_table_lookup (self->rows, object));
  row = g_hash_table_lookup (self->rows, object);
  if (row == NULL || !gtk_widget_get_mapped (row))
    return FALSE;
  matchum_list_focus (self->view, position, row);
  return TRUE;
}

static MatchumFitObject *
get_focused (MatchumFitPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, MATCHUM_TYPE_FIT_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self))
             ? matchum_fit_row_get_object (MATCHUM_FIT_ROW (row))
             : NULL;
}

/* The first row that something can be done with. */
static guint
find_first (MatchumFitPane *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (MatchumFitObject) object = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (matchum_fit_object_get_kind (object) != MATCHUM_FIT_ROW_GROUP)
        return i;
    }
  return 0;
}

/* The user may have been quicker. */
static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MatchumFitPane *self = MATCHUM_FIT_PANE (widget);
  gboolean is_waiting = gtk_widget_is_focus (GTK_WIDGET (self->back_button));

  if (is_waiting && --self->n_focus_frames > 0 && !focus_position (self, find_first (self)))
    return G_SOURCE_CONTINUE;
  self->focus_id = 0;
  return G_SOURCE_REMOVE;
}

/* The focus stays on what it was on, or where that was. */
static void
update_rows (MatchumFitPane *self)
{
  g_autoptr (MatchumFitObject) focused = get_focused (self) != NULL ? g_object_ref (get_focused (self)) : NULL;
  guint before = find_object (self, focused), n_items, position;

  matchum_fit_list_update (self->store, self->plan);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  if (n_items == 0)
    return;
  if (focused == NULL || get_focused (self) == focused)
    return;
  position = find_object (self, focused);
  focus_position (self, position != GTK_INVALID_LIST_POSITION ? position : MIN (before, n_items - 1));
}

static void
setup_cb (MatchumFitPane *self, GtkListItem *item)
{
  g_assert (MATCHUM_IS_FIT_PANE (self));

  gtk_list_item_set_child (item, matchum_fit_row_new ());
}

static void
bind_cb (MatchumFitPane *self, GtkListItem *item)
{
  MatchumFitRow *row = MATCHUM_FIT_ROW (gtk_list_item_get_child (item));
  MatchumFitObject *object = gtk_list_item_get_item (item);

  g_assert (MATCHUM_IS_FIT_PANE (self));

  gtk_list_item_set_selectable (item, matchum_fit_object_get_kind (object) != MATCHUM_FIT_ROW_GROUP);
  matchum_fit_row_set_narrow (row, self->is_narrow);
  matchum_fit_row_set_object (row, object);
  g_hash_table_insert (self->rows, object, row);
}

static void
unbind_cb (MatchumFitPane *self, GtkListItem *item)
{
  MatchumFitRow *row = MATCHUM_FIT_ROW (gtk_list_item_get_child (item));
  MatchumFitObject *object = gtk_list_item_get_item (item);

  g_assert (MATCHUM_IS_FIT_PANE (self));

  if (g_hash_table_lookup (self->rows, object) == row)
    g_hash_table_remove (self->rows, object);
  matchum_fit_row_set_object (row, NULL);
}

/* In the resume that is open. */
static guint
find_block (MatchumFitPane *self, const char *id)
{
  MatchumResume *resume = matchum_workspace_get_resume (get_workspace (self));
  const MatchumBlock *block = resume != NULL ? matchum_resume_lookup (resume, id) : NULL;

  return block != NULL ? block->index : MATCHUM_BLOCK_NONE;
}

static void
selection_changed_cb (MatchumFitPane *self)
{
  MatchumFitObject *object = gtk_single_selection_get_selected_item (self->selection);
  guint block;

  g_assert (MATCHUM_IS_FIT_PANE (self));

  if (object == NULL || self->is_updating || !matchum_fit_plan_is_active (self->plan))
    return;
  if (!matchum_fit_object_is_block (object))
    {
      if (matchum_fit_plan_is_current (self->plan))
        matchum_workspace_set_selected_requirement (get_workspace (self), matchum_fit_object_get_requirement (object));
      return;
    }
  block = find_block (self, matchum_fit_object_get_id (object));
  if (block == MATCHUM_BLOCK_NONE)
    return;
  matchum_workspace_set_selected_block (get_workspace (self), block);
  g_signal_emit (self, signals[BLOCK_SELECTED], 0, block);
}

static void
select_block (MatchumFitPane *self, const char *id)
{
  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (MatchumFitObject) object = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (!matchum_fit_object_is_block (object) || !g_str_equal (matchum_fit_object_get_id (object), id))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      matchum_list_reveal (self->view, i, g_hash_table_lookup (self->rows, object));
      break;
    }
  self->is_updating = FALSE;
}

/* The row of what is selected in the resume is selected here, too. */
static gboolean
follow_cb (gpointer user_data)
{
  MatchumFitPane *self = user_data;
  MatchumResume *resume = matchum_workspace_get_resume (get_workspace (self));
  guint block = matchum_workspace_get_selected_block (get_workspace (self));
  MatchumFitObject *object = gtk_single_selection_get_selected_item (self->selection);

  self->follow_id = 0;
  if (!matchum_fit_plan_is_active (self->plan) || block == MATCHUM_BLOCK_NONE || resume == NULL
      || (object != NULL
          && g_str_equal (matchum_fit_object_get_id (object), matchum_resume_get_block (resume, block)->id)))
    return G_SOURCE_REMOVE;
  select_block (self, matchum_resume_get_block (resume, block)->id);
  return G_SOURCE_REMOVE;
}

static void
selected_block_cb (MatchumFitPane *self)
{
  g_assert (MATCHUM_IS_FIT_PANE (self));

  if (!matchum_fit_plan_is_active (self->plan))
    return;
  g_clear_handle_id (&self->follow_id, g_source_remove);
  self->follow_id = g_timeout_add (FOLLOW_MS, follow_cb, self);
}

/* Following the plan ---------------------------------------------------------------------------------------------- */

static void
changed_cb (MatchumFitPane *self)
{
  MatchumFitProposal *proposal = matchum_fit_plan_get_proposal (self->plan);
  const char *problem = matchum_fit_plan_get_problem (self->plan);

  g_assert (MATCHUM_IS_FIT_PANE (self));

  if (!matchum_fit_plan_is_active (self->plan))
    {
      g_list_store_remove_all (self->store);
      return;
    }
  update_choices (self);
  if (proposal == NULL)
    {
      g_list_store_remove_all (self->store);
      matchum_notice_bar_set (self->notice_bar, NULL, NULL, NULL);
      if (problem != NULL)
        show_empty (self, "dialog-warning-symbolic", problem, NULL);
      else
        gtk_stack_set_visible_child_name (self->stack, "waiting");
      update_foot (self, NULL);
      return;
    }
  if (!matchum_fit_plan_is_current (self->plan))
    return;
  update_figures (self, matchum_fit_proposal_get_fit (proposal));
  update_notice (self, proposal);
  update_rows (self);
  update_stack (self, proposal);
  update_foot (self, proposal);
}

static void
slow_cb (MatchumFitPane *self)
{
  gboolean is_slow = matchum_fit_plan_is_slow (self->plan);

  g_assert (MATCHUM_IS_FIT_PANE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_slow);
  gtk_spinner_set_spinning (self->spinner, is_slow);
}

/* Deeds ----------------------------------------------------------------------------------------------------------- */

static void
pages_changed_cb (MatchumFitPane *self)
{
  g_assert (MATCHUM_IS_FIT_PANE (self));

  if (!self->is_updating && self->plan != NULL)
    matchum_fit_plan_set_budget (self->plan, (guint) gtk_spin_button_get_value_as_int (self->pages));
}

static void
gaps_toggled_cb (MatchumFitPane *self)
{
  g_assert (MATCHUM_IS_FIT_PANE (self));

  if (!self->is_updating && self->plan != NULL)
    matchum_workspace_set_allows_gaps (get_workspace (self), gtk_check_button_get_active (self->gaps));
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* FALSE where there was nothing to accept. */
static gboolean
accept (MatchumFitPane *self)
{
  g_autofree char *text = NULL;
  guint n_hidden = matchum_fit_plan_accept (self->plan), n_shown = 0;

  if (n_hidden == 0)
    n_shown = matchum_fit_plan_refill (self->plan, NULL);
  if (n_hidden > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item hidden to fit", "%u items hidden to fit", n_hidden),
                            n_hidden);
  else if (n_shown > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item shown again", "%u items shown again", n_shown),
                            n_shown);
  if (text != NULL)
    g_signal_emit (self, signals[TOLD], 0, text);
  return text != NULL;
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumFitPane *self = MATCHUM_FIT_PANE (widget);

  if (self->plan == NULL)
    return;
  if (accept (self))
    g_signal_emit (self, signals[CLOSED], 0);
  else
    gtk_widget_error_bell (widget);
}

static void
allow_least_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumFitPane *self = MATCHUM_FIT_PANE (widget);
  MatchumFitProposal *proposal = self->plan != NULL ? matchum_fit_plan_get_proposal (self->plan) : NULL;

  if (proposal != NULL)
    matchum_fit_plan_set_budget (self->plan,
                                 matchum_page_fit_get_least_pages (matchum_fit_proposal_get_fit (proposal)));
}

static void
unpin (MatchumFitPane *self, const char *id)
{
  guint block = find_block (self, id);

  if (block != MATCHUM_BLOCK_NONE)
    matchum_workspace_set_pinned (get_workspace (self), block, FALSE);
}

static void
act_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumFitPane *self = MATCHUM_FIT_PANE (widget);
  const char *id;
  guint kind;

  if (self->plan == NULL)
    return;
  g_variant_get (parameter, "(&su)", &id, &kind);
  switch ((MatchumFitRowKind) kind)
    {
    case MATCHUM_FIT_ROW_HIDDEN:
      matchum_fit_plan_keep (self->plan, id);
      break;
    case MATCHUM_FIT_ROW_KEPT:
      matchum_fit_plan_release (self->plan, id);
      break;
    case MATCHUM_FIT_ROW_RETURNABLE:
      if (matchum_fit_plan_refill (self->plan, id) == 0)
        gtk_widget_error_bell (widget);
      break;
    case MATCHUM_FIT_ROW_PINNED:
      unpin (self, id);
      break;
    case MATCHUM_FIT_ROW_GROUP:
    case MATCHUM_FIT_ROW_RETURNING:
    case MATCHUM_FIT_ROW_UNCOVERED:
    default:
      gtk_widget_error_bell (widget);
    }
}

static void
jump_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumFitPane *self = MATCHUM_FIT_PANE (widget);
  const char *id;
  guint kind, block;

  if (self->plan == NULL)
    return;
  g_variant_get (parameter, "(&su)", &id, &kind);
  block = find_block (self, id);
  if (block == MATCHUM_BLOCK_NONE)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  matchum_workspace_set_selected_block (get_workspace (self), block);
  g_signal_emit (self, signals[BLOCK_ACTIVATED], 0, block);
}

static void
activate_cb (MatchumFitPane *self, guint position)
{
  g_autoptr (MatchumFitObject) object = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  if (object != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "fit.jump", "(su)", matchum_fit_object_get_id (object),
                                (guint) matchum_fit_object_get_kind (object));
}

/* The type -------------------------------------------------------------------------------------------------------- */

static void
disconnect_plan (MatchumFitPane *self)
{
  if (self->plan == NULL)
    return;
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->plan, self);
  g_signal_handlers_disconnect_by_data (get_workspace (self), self);
  g_clear_object (&self->plan);
}

static void
matchum_fit_pane_dispose (GObject *object)
{
  MatchumFitPane *self = MATCHUM_FIT_PANE (object);

  disconnect_plan (self);
  if (self->focus_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_id);
  self->focus_id = 0;
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (matchum_fit_pane_parent_class)->dispose (object);
}

static void
matchum_fit_pane_finalize (GObject *object)
{
  g_hash_table_unref (MATCHUM_FIT_PANE (object)->rows);

  G_OBJECT_CLASS (matchum_fit_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-fit-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, pages_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, pages);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, pages_figure);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, pages_value);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, required_figure);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, required_value);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, preferred_figure);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, preferred_value);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, gaps);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, view);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, empty_icon);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, empty_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, empty_text);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, hint);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitPane, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, pages_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gaps_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
matchum_fit_pane_class_init (MatchumFitPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = matchum_fit_pane_dispose;
  object_class->finalize = matchum_fit_pane_finalize;

  signals[BLOCK_SELECTED] = g_signal_new ("block-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[BLOCK_ACTIVATED] = g_signal_new ("block-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[CLOSED] =
      g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MATCHUM_TYPE_NOTICE_BAR);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "fit.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "fit.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "fit.allow-least", NULL, allow_least_cb);
  gtk_widget_class_install_action (widget_class, "fit.act", "(su)", act_cb);
  gtk_widget_class_install_action (widget_class, "fit.jump", "(su)", jump_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "fit.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "fit.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "fit.accept", NULL);
}

static gpointer
get_item (GtkWidget *widget)
{
  return MATCHUM_IS_FIT_ROW (widget) ? matchum_fit_row_get_object (MATCHUM_FIT_ROW (widget)) : NULL;
}

static void
matchum_fit_pane_init (MatchumFitPane *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (MATCHUM_TYPE_FIT_OBJECT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  matchum_list_keep_keys (self->view, get_item, "");
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  matchum_notice_bar_set (self->notice_bar, NULL, NULL, NULL);
  update_foot (self, NULL);
}

GtkWidget *
matchum_fit_pane_new (MatchumFitPlan *plan)
{
  MatchumFitPane *self = g_object_new (MATCHUM_TYPE_FIT_PANE, NULL);

  matchum_fit_pane_set_plan (self, plan);
  return GTK_WIDGET (self);
}

MatchumFitPlan *
matchum_fit_pane_get_plan (MatchumFitPane *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_PANE (self), NULL);

  return self->plan;
}

void
matchum_fit_pane_set_plan (MatchumFitPane *self, MatchumFitPlan *plan)
{
  g_return_if_fail (MATCHUM_IS_FIT_PANE (self));
  g_return_if_fail (plan == NULL || MATCHUM_IS_FIT_PLAN (plan));

  if (plan == self->plan)
    return;
  disconnect_plan (self);
  if (plan == NULL)
    return;
  self->plan = g_object_ref (plan);
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "slow", G_CALLBACK (slow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_workspace (self), "notify::selected-block", G_CALLBACK (selected_block_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
matchum_fit_pane_set_narrow (MatchumFitPane *self, gboolean is_narrow)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (MATCHUM_IS_FIT_PANE (self));

  if (is_narrow == self->is_narrow)
    return;
  self->is_narrow = is_narrow;
  gtk_widget_set_visible (self->pages_label, !is_narrow);
  if (is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "touch");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "touch");
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    matchum_fit_row_set_narrow (row, is_narrow);
  if (self->plan != NULL)
    changed_cb (self);
}

void
matchum_fit_pane_focus (MatchumFitPane *self)
{
  g_return_if_fail (MATCHUM_IS_FIT_PANE (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0 && focus_position (self, find_first (self)))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->back_button));
  self->n_focus_frames = MOST_FOCUS_FRAMES;
  if (self->focus_id == 0)
    self->focus_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb, NULL, NULL);
}
