/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The posting as a list of requirements with their verdicts, and the rest of it folded away. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "match/matchum-explanation.h"
#include "ui/matchum-list-focus.h"
#include "ui/matchum-posting-pane-private.h"
#include "ui/matchum-tailor-actions.h"
#include "ui/matchum-unchanged.h"

enum { PROP_0, PROP_WORKSPACE, PROP_NARROW, PROP_ONLY_OPEN, N_PROPS };

enum { BLOCK_ACTIVATED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumPostingPane, matchum_posting_pane, GTK_TYPE_BOX)

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  MatchumPostingPane *self = user_data;
  MatchumPostingObject *object = item;
  MatchumPostingObject *fold = matchum_posting_object_get_fold (object);
  const MatchumPostingState *state = matchum_posting_object_get_state (object);

  if (fold != NULL)
    return matchum_posting_object_get_expanded (fold);
  /* What is selected stays: it must not go from under the user's hand once it is met. */
  return !self->only_open || !state->has_verdict || state->is_selected || matchum_standing_is_open (state->standing);
}

static void
update_tally (MatchumPostingPane *self,
              GtkLabel *label,
              MatchumCoverageStrip *strip,
              MatchumCoverage *coverage,
              const char *name)
{
  MatchumTally tally = { 0 };
  g_autofree char *figures = NULL, *text = NULL;
  guint n_provable;

  if (coverage != NULL)
    tally = matchum_coverage_strip_get_preferred (strip) ? matchum_coverage_get_preferred (coverage)
                                                         : matchum_coverage_get_required (coverage);
  n_provable = tally.met + tally.partial + tally.missing;
  gtk_widget_set_visible (GTK_WIDGET (label), n_provable + tally.soft > 0);
  gtk_widget_set_visible (GTK_WIDGET (strip), !self->narrow && n_provable + tally.soft > 0);
  matchum_coverage_strip_set_coverage (strip, coverage);
  figures = g_strdup_printf ("%u/%u", tally.met, n_provable);
  text = g_strjoin (" ", name, figures, NULL);
  gtk_label_set_text (label, text);
}

static void
update_open_count (MatchumPostingPane *self, MatchumCoverage *coverage)
{
  MatchumTally required = { 0 }, preferred = { 0 };
  g_autofree char *text = NULL, *tooltip = NULL;
  guint n_open;

  if (coverage != NULL)
    {
      required = matchum_coverage_get_required (coverage);
      preferred = matchum_coverage_get_preferred (coverage);
    }
  n_open = required.partial + required.missing + preferred.partial + preferred.missing;
  text = g_strdup_printf ("%u", n_open);
  gtk_label_set_text (self->open_count, text);
  /* Translators: %u is how many requirements are partial or missing. */
  tooltip = g_strdup_printf (_ ("Show Only What Is Not Met (%u)"), n_open);
  matchum_unchanged_set_tooltip (GTK_WIDGET (self->filter), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter), coverage != NULL);
}

static void
update_head (MatchumPostingPane *self)
{
  MatchumCoverage *coverage = matchum_workspace_get_coverage (self->workspace);

  update_tally (self, self->required, self->required_strip, coverage, _ ("Required"));
  update_tally (self, self->preferred, self->preferred_strip, coverage, _ ("Preferred"));
  update_open_count (self, coverage);
}

static void
setup_cb (MatchumPostingPane *self, GtkListItem *item)
{
  g_assert (MATCHUM_IS_POSTING_PANE (self));

  gtk_list_item_set_child (item, matchum_posting_row_new ());
}

static gboolean
is_requirement (MatchumPostingObject *object)
{
  return object != NULL && matchum_posting_object_get_kind (object) == MATCHUM_POSTING_ROW_REQUIREMENT;
}

static void
bind_cb (MatchumPostingPane *self, GtkListItem *item)
{
  MatchumPostingRow *row = MATCHUM_POSTING_ROW (gtk_list_item_get_child (item));
  MatchumPostingObject *object = gtk_list_item_get_item (item);

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  gtk_list_item_set_selectable (item, is_requirement (object));
  matchum_posting_row_set_narrow (row, self->narrow);
  matchum_posting_row_set_object (row, object);
  g_hash_table_insert (self->rows, object, row);
  matchum_posting_pane_take_row (self, row);
}

static void
unbind_cb (MatchumPostingPane *self, GtkListItem *item)
{
  MatchumPostingRow *row = MATCHUM_POSTING_ROW (gtk_list_item_get_child (item));
  MatchumPostingObject *object = gtk_list_item_get_item (item);

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  if (g_hash_table_lookup (self->rows, object) == row)
    g_hash_table_remove (self->rows, object);
  matchum_posting_pane_release_row (self, row);
  matchum_posting_row_set_object (row, NULL);
}

/* Position of a requirement among the rows that are shown, or GTK_INVALID_LIST_POSITION. */
guint
matchum_posting_pane_find_requirement (MatchumPostingPane *self, int requirement)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; requirement >= 0 && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MatchumPostingObject) object = g_list_model_get_item (model, i);

      if (is_requirement (object) && matchum_posting_object_get_requirement (object) == (guint) requirement)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static guint
find_evidence (MatchumPostingPane *self, guint requirement)
{
  MatchumCoverage *coverage = matchum_workspace_get_coverage (self->workspace);
  GPtrArray *evidence;

  if (coverage == NULL || requirement >= matchum_match_get_n_requirements (matchum_coverage_get_match (coverage)))
    return MATCHUM_BLOCK_NONE;

  evidence = matchum_coverage_get_verdict (coverage, requirement)->evidence;
  return evidence != NULL && evidence->len > 0 ? ((const MatchumEvidence *) evidence->pdata[0])->block
                                               : matchum_explanation_find_hint (coverage, requirement);
}

static void
jump (MatchumPostingPane *self, guint requirement)
{
  guint block = find_evidence (self, requirement);

  matchum_workspace_set_selected_requirement (self->workspace, (int) requirement);
  if (block != MATCHUM_BLOCK_NONE)
    g_signal_emit (self, signals[BLOCK_ACTIVATED], 0, block);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
jump_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (widget);

  if (self->workspace != NULL)
    jump (self, g_variant_get_uint32 (parameter));
}

static void
activate_cb (MatchumPostingPane *self, guint position)
{
  g_autoptr (MatchumPostingObject) object = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  if (is_requirement (object))
    jump (self, matchum_posting_object_get_requirement (object));
}

static void
selection_changed_cb (MatchumPostingPane *self)
{
  MatchumPostingObject *object = gtk_single_selection_get_selected_item (self->selection);

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  /* What is selected is the workspace's to say where the rows become others. */
  if (self->is_rereading)
    return;

  matchum_workspace_set_selected_requirement (self->workspace, is_requirement (object) ? (
                                                                   int) matchum_posting_object_get_requirement (object)
                                                                                       : -1);
}

static void
reveal_position (MatchumPostingPane *self, guint position)
{
  g_autoptr (MatchumPostingObject) object = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (object != NULL)
    matchum_list_reveal (self->view, position, g_hash_table_lookup (self->rows, object));
}

void
matchum_posting_pane_focus_position (MatchumPostingPane *self, guint position)
{
  g_autoptr (MatchumPostingObject) object = NULL;
  GtkWidget *row;

  reveal_position (self, position);
  object = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  row = object != NULL ? g_hash_table_lookup (self->rows, object) : NULL; /* there is one now */
  if (row != NULL)
    matchum_list_focus (self->view, position, row);
}

static void
selected_requirement_cb (MatchumPostingPane *self)
{
  int requirement = matchum_workspace_get_selected_requirement (self->workspace);
  guint position = matchum_posting_pane_find_requirement (self, requirement);

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  if (position == gtk_single_selection_get_selected (self->selection))
    {
      matchum_tailor_actions_update (GTK_WIDGET (self), self->workspace);
      return;
    }

  gtk_single_selection_set_selected (self->selection, position);
  if (matchum_list_has_focus (self->view))
    matchum_posting_pane_focus_position (self, position);
  else
    reveal_position (self, position);
  matchum_tailor_actions_update (GTK_WIDGET (self), self->workspace);
}

/* Brings the first requirement of the selected block into view. */
static void
selected_block_cb (MatchumPostingPane *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  g_assert (MATCHUM_IS_POSTING_PANE (self));

  matchum_tailor_actions_update (GTK_WIDGET (self), self->workspace);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MatchumPostingObject) object = g_list_model_get_item (model, i);

      if (matchum_posting_object_get_state (object)->emphasis == MATCHUM_EMPHASIS_LIT)
        {
          reveal_position (self, i);
          return;
        }
    }
}

static void
update_filter (MatchumPostingPane *self)
{
  gtk_filter_changed (self->line_filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
refreshed_cb (MatchumPostingPane *self)
{
  g_assert (MATCHUM_IS_POSTING_PANE (self));

  update_filter (self);
  update_head (self);
}

/* Another posting begins at its beginning, wherever the one before was scrolled to. */
static void
current_cb (MatchumPostingPane *self)
{
  g_assert (MATCHUM_IS_POSTING_PANE (self));

  if (matchum_workspace_get_selected_requirement (self->workspace) < 0)
    matchum_list_reveal (self->view, 0, NULL);
}

static void
connect_workspace (MatchumPostingPane *self)
{
  GtkFilterListModel *shown;

  matchum_posting_pane_connect_before_rows (self);
  self->lines = matchum_posting_list_new (self->workspace);
  self->line_filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->lines)), g_object_ref (self->line_filter));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (shown));
  g_object_unref (shown);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  /* After the list's own handlers: they say what is lit and what is shown. */
  g_signal_connect_object (self->lines, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::selected-requirement", G_CALLBACK (selected_requirement_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::selected-block", G_CALLBACK (selected_block_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::current", G_CALLBACK (current_cb), self, G_CONNECT_SWAPPED);
  matchum_posting_pane_connect_after_rows (self);
}

static void
disconnect_workspace (MatchumPostingPane *self)
{
  if (self->workspace == NULL)
    return;

  matchum_posting_pane_stop_editing (self);
  g_signal_handlers_disconnect_by_data (self->lines, self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->line_filter), NULL, NULL, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->line_filter);
  g_clear_object (&self->lines);
  g_clear_object (&self->workspace);
}

static void
matchum_posting_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_ONLY_OPEN:
      g_value_set_boolean (value, self->only_open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_posting_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumPostingPane *self = MATCHUM_POSTING_PANE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      matchum_posting_pane_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      matchum_posting_pane_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_ONLY_OPEN:
      matchum_posting_pane_set_only_open (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_posting_pane_dispose (GObject *object)
{
  disconnect_workspace (MATCHUM_POSTING_PANE (object));

  G_OBJECT_CLASS (matchum_posting_pane_parent_class)->dispose (object);
}

static void
matchum_posting_pane_finalize (GObject *object)
{
  g_hash_table_unref (MATCHUM_POSTING_PANE (object)->rows);

  G_OBJECT_CLASS (matchum_posting_pane_parent_class)->finalize (object);
}

static void
matchum_posting_pane_class_init (MatchumPostingPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_posting_pane_get_property;
  object_class->set_property = matchum_posting_pane_set_property;
  object_class->dispose = matchum_posting_pane_dispose;
  object_class->finalize = matchum_posting_pane_finalize;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, MATCHUM_TYPE_WORKSPACE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_ONLY_OPEN] = g_param_spec_boolean ("only-open", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[BLOCK_ACTIVATED] = g_signal_new ("block-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (MATCHUM_TYPE_COVERAGE_STRIP);
  g_type_ensure (MATCHUM_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-posting-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingPane, head);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingPane, required);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingPane, required_strip);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingPane, preferred);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingPane, preferred_strip);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingPane, filter);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingPane, open_count);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingPane, unplaced_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingPane, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "posting.jump", "u", jump_cb);
  matchum_posting_pane_install_editing (widget_class);
  matchum_posting_pane_install_claims (widget_class);
  matchum_tailor_actions_install (widget_class);
}

static gpointer
get_item (GtkWidget *widget)
{
  return MATCHUM_IS_POSTING_ROW (widget) ? matchum_posting_row_get_object (MATCHUM_POSTING_ROW (widget)) : NULL;
}

static void
matchum_posting_pane_init (MatchumPostingPane *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  matchum_posting_pane_add_gestures (self);
  matchum_list_keep_keys (self->view, get_item, "N");
  matchum_tailor_actions_update (GTK_WIDGET (self), NULL);
}

GtkWidget *
matchum_posting_pane_new (MatchumWorkspace *workspace)
{
  return g_object_new (MATCHUM_TYPE_POSTING_PANE, "workspace", workspace, NULL);
}

MatchumWorkspace *
matchum_posting_pane_get_workspace (MatchumPostingPane *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_PANE (self), NULL);

  return self->workspace;
}

void
matchum_posting_pane_set_workspace (MatchumPostingPane *self, MatchumWorkspace *workspace)
{
  g_return_if_fail (MATCHUM_IS_POSTING_PANE (self));
  g_return_if_fail (workspace == NULL || MATCHUM_IS_WORKSPACE (workspace));

  if (workspace == self->workspace)
    return;

  disconnect_workspace (self);
  if (workspace != NULL)
    {
      self->workspace = g_object_ref (workspace);
      connect_workspace (self);
      update_head (self);
    }
  matchum_tailor_actions_update (GTK_WIDGET (self), workspace);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

gboolean
matchum_posting_pane_get_narrow (MatchumPostingPane *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_PANE (self), FALSE);

  return self->narrow;
}

void
matchum_posting_pane_set_narrow (MatchumPostingPane *self, gboolean narrow)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (MATCHUM_IS_POSTING_PANE (self));

  narrow = !!narrow;
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  matchum_notice_bar_set_narrow (self->unplaced_bar, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "touch");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "touch");
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    matchum_posting_row_set_narrow (row, narrow);
  if (self->workspace != NULL)
    update_head (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

gboolean
matchum_posting_pane_get_only_open (MatchumPostingPane *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_PANE (self), FALSE);

  return self->only_open;
}

void
matchum_posting_pane_set_only_open (MatchumPostingPane *self, gboolean only_open)
{
  g_return_if_fail (MATCHUM_IS_POSTING_PANE (self));

  only_open = !!only_open;
  if (only_open == self->only_open)
    return;

  self->only_open = only_open;
  if (self->workspace != NULL)
    update_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLY_OPEN]);
}

void
matchum_posting_pane_focus_requirement (MatchumPostingPane *self, guint requirement)
{
  guint position;

  g_return_if_fail (MATCHUM_IS_POSTING_PANE (self));

  if (self->workspace == NULL)
    return;

  position = matchum_posting_pane_find_requirement (self, (int) requirement);
  if (position == GTK_INVALID_LIST_POSITION)
    {
      matchum_posting_pane_set_only_open (self, FALSE);
      position = matchum_posting_pane_find_requirement (self, (int) requirement);
    }
  matchum_posting_pane_focus_position (self, position);
}
