/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The resume as a list of blocks to show and to hide. Rows are made once and told of changes; the list is made anew
 * only for another resume, so that edits move neither the selection nor the place scrolled to. */
#include "config.h"

#include "ui/matchum-resume-pane-private.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-list-focus.h"
#include "ui/matchum-tailor-actions.h"

enum { PROP_0, PROP_WORKSPACE, PROP_NARROW, PROP_COMPACT, PROP_FIGURE, N_PROPS };

static GParamSpec *properties[N_PROPS];
static guint signals[MATCHUM_RESUME_PANE_N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumResumePane, matchum_resume_pane, GTK_TYPE_BOX)

static void
count_items (MatchumResumePane *self, guint *n_items, guint *n_shown)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);

  *n_items = *n_shown = 0;
  for (guint i = 0; resume != NULL && i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->kind == MATCHUM_BLOCK_ITEM)
      {
        *n_items += 1;
        *n_shown += matchum_visibility_is_visible (visibility, i) ? 1 : 0;
      }
}

static void
update_count (MatchumResumePane *self)
{
  g_autofree char *text = NULL;
  guint n_items, n_shown;

  count_items (self, &n_items, &n_shown);
  if (matchum_workspace_get_application (self->workspace) == NULL)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n_items), n_items);
  else
    /* Translators: items of the resume that are shown, and all of them. */
    text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u item", "%u of %u items", n_items), n_shown, n_items);
  gtk_label_set_text (self->count, n_items > 0 ? text : "");
}

/* How much of the resume could not be read as it stands. */
static gboolean
notes_cb (gpointer user_data)
{
  MatchumResumePane *self = user_data;
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);
  guint n_notes = 0;
  g_autofree char *number = NULL, *text = NULL;

  self->notes_id = 0;
  if (baseline != NULL)
    n_notes = matchum_workspace_baseline_get_notes (baseline, matchum_workspace_get_as_of (self->workspace))->len;
  number = g_strdup_printf ("%u", n_notes);
  text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u remark on this resume", "%u remarks on this resume", n_notes),
                       n_notes);
  gtk_label_set_label (self->notes_label, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->notes_button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notes_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_button), n_notes > 0);
  return G_SOURCE_REMOVE;
}

/* After all that is waited for. */
static void
queue_notes (MatchumResumePane *self)
{
  if (self->notes_id == 0)
    self->notes_id = g_idle_add_full (G_PRIORITY_LOW, notes_cb, self, NULL);
}

static void
row_for_each (MatchumResumePane *self, void (*set) (MatchumBlockRow *row, gboolean value), gboolean value)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    set (row, value);
}

GtkWidget *
matchum_resume_pane_get_row (MatchumResumePane *self, guint block)
{
  g_autoptr (MatchumBlockObject) object = g_list_model_get_item (G_LIST_MODEL (self->blocks), block);

  return object != NULL ? g_hash_table_lookup (self->rows, object) : NULL;
}

/* The row that the user's hand is on does not move while its note or its actions come and go. */
void
matchum_resume_pane_hold_block (MatchumResumePane *self, guint block)
{
  if (block != MATCHUM_BLOCK_NONE)
    matchum_list_hold (self->view, block, matchum_resume_pane_get_row (self, block));
}

static void
setup_cb (MatchumResumePane *self, GtkListItem *item)
{
  g_assert (MATCHUM_IS_RESUME_PANE (self));

  gtk_list_item_set_child (item, matchum_block_row_new ());
}

gboolean
matchum_resume_pane_is_selectable (MatchumBlockObject *object)
{
  MatchumBlockKind kind = matchum_block_object_get_block (object)->kind;

  return kind != MATCHUM_BLOCK_TITLE && kind != MATCHUM_BLOCK_REMARK;
}

static void
bind_cb (MatchumResumePane *self, GtkListItem *item)
{
  MatchumBlockRow *row = MATCHUM_BLOCK_ROW (gtk_list_item_get_child (item));
  MatchumBlockObject *object = gtk_list_item_get_item (item);

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  gtk_list_item_set_selectable (item, matchum_resume_pane_is_selectable (object));
  matchum_block_row_set_narrow (row, self->narrow);
  matchum_block_row_set_compact (row, self->compact);
  matchum_block_row_set_object (row, object);
  g_hash_table_insert (self->rows, object, row);
  matchum_resume_pane_take_row (self, row);
}

static void
jump (MatchumResumePane *self, guint block)
{
  MatchumCoverage *coverage = matchum_workspace_get_coverage (self->workspace);
  g_autoptr (MatchumBlockObject) object = NULL;
  const MatchumBlockState *state;

  if (coverage == NULL)
    return;
  if (matchum_workspace_get_linking (self->workspace) >= 0)
    {
      if (!matchum_resume_pane_link (self, block))
        gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  object = g_list_model_get_item (G_LIST_MODEL (self->blocks), block);
  state = object != NULL ? matchum_block_object_get_state (object) : NULL;
  if (state == NULL || state->keys->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    g_signal_emit (self, signals[MATCHUM_RESUME_PANE_REQUIREMENT_ACTIVATED], 0,
                   (int) g_array_index (state->keys, MatchumBlockKey, 0).requirement);
}

static void
jump_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);

  if (self->workspace != NULL)
    jump (self, g_variant_get_uint32 (parameter));
}

static void
activate_cb (MatchumResumePane *self, guint position)
{
  g_assert (MATCHUM_IS_RESUME_PANE (self));

  /* A double click in words that are edited selects one of them. */
  if (!matchum_resume_pane_is_editing (self, position))
    jump (self, position);
}

static void
selection_changed_cb (MatchumResumePane *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  matchum_workspace_set_selected_block (self->workspace,
                                        selected != GTK_INVALID_LIST_POSITION ? selected : MATCHUM_BLOCK_NONE);
}

static void
selected_block_cb (MatchumResumePane *self)
{
  guint block = matchum_workspace_get_selected_block (self->workspace);

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  gtk_single_selection_set_selected (self->selection, block != MATCHUM_BLOCK_NONE ? block : GTK_INVALID_LIST_POSITION);
  matchum_resume_pane_hold_block (self, block);
  matchum_resume_pane_update_claims (self);
}

static void
selected_requirement_cb (MatchumResumePane *self)
{
  int requirement = matchum_workspace_get_selected_requirement (self->workspace);

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  if (requirement >= 0)
    matchum_resume_pane_reveal_block (self, matchum_block_list_find_evidence (self->blocks, (guint) requirement));
  matchum_resume_pane_update_claims (self);
}

static void
changed_cb (MatchumResumePane *self)
{
  g_assert (MATCHUM_IS_RESUME_PANE (self));

  update_count (self);
}

static void
other_text_cb (MatchumResumePane *self)
{
  g_assert (MATCHUM_IS_RESUME_PANE (self));

  queue_notes (self);
}

static void
edited_cb (MatchumResumePane *self, guint block)
{
  g_assert (MATCHUM_IS_RESUME_PANE (self));

  matchum_resume_pane_hold_block (self, block);
}

/* Another resume begins at its beginning, wherever the one before was scrolled to; one that was open when the program
 * ended comes back with what was selected. */
static void
baseline_cb (MatchumResumePane *self)
{
  g_assert (MATCHUM_IS_RESUME_PANE (self));

  if (matchum_workspace_get_selected_block (self->workspace) == MATCHUM_BLOCK_NONE)
    matchum_list_reveal (self->view, 0, NULL);
}

static void
unbind_cb (MatchumResumePane *self, GtkListItem *item)
{
  MatchumBlockRow *row = MATCHUM_BLOCK_ROW (gtk_list_item_get_child (item));
  MatchumBlockObject *object = gtk_list_item_get_item (item);

  g_assert (MATCHUM_IS_RESUME_PANE (self));

  matchum_resume_pane_release_row (self, row);
  if (g_hash_table_lookup (self->rows, object) == row)
    g_hash_table_remove (self->rows, object);
  matchum_block_row_set_object (row, NULL);
}

static void
connect_workspace (MatchumResumePane *self)
{
  self->blocks = matchum_block_list_new (self->workspace);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->blocks));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::selected-block", G_CALLBACK (selected_block_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::selected-requirement", G_CALLBACK (selected_requirement_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::baseline", G_CALLBACK (baseline_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "rewritten", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (other_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "rewritten", G_CALLBACK (other_text_cb), self, G_CONNECT_SWAPPED);
  matchum_resume_pane_connect_editing (self);
  matchum_resume_pane_connect_claims (self);
  matchum_resume_pane_connect_links (self);
  matchum_resume_pane_connect_wording (self);
}

static void
disconnect_workspace (MatchumResumePane *self)
{
  if (self->workspace == NULL)
    return;

  g_clear_handle_id (&self->notes_id, g_source_remove);
  matchum_resume_pane_stop_editing (self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->blocks);
  g_clear_object (&self->workspace);
}

static void
matchum_resume_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_FIGURE:
      g_value_set_object (value, self->figure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_resume_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      matchum_resume_pane_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      matchum_resume_pane_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_COMPACT:
      matchum_resume_pane_set_compact (self, g_value_get_boolean (value));
      break;
    case PROP_FIGURE:
      matchum_resume_pane_set_figure (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_resume_pane_dispose (GObject *object)
{
  disconnect_workspace (MATCHUM_RESUME_PANE (object));

  G_OBJECT_CLASS (matchum_resume_pane_parent_class)->dispose (object);
}

static void
matchum_resume_pane_finalize (GObject *object)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (object);

  g_free (self->added_after);
  g_free (self->moved);
  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (matchum_resume_pane_parent_class)->finalize (object);
}

static void
matchum_resume_pane_class_init (MatchumResumePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_resume_pane_get_property;
  object_class->set_property = matchum_resume_pane_set_property;
  object_class->dispose = matchum_resume_pane_dispose;
  object_class->finalize = matchum_resume_pane_finalize;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, MATCHUM_TYPE_WORKSPACE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  properties[PROP_FIGURE] = g_param_spec_object ("figure", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MATCHUM_RESUME_PANE_REQUIREMENT_ACTIVATED] =
      g_signal_new ("requirement-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MATCHUM_RESUME_PANE_TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MATCHUM_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-resume-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumResumePane, head);
  gtk_widget_class_bind_template_child (widget_class, MatchumResumePane, count);
  gtk_widget_class_bind_template_child (widget_class, MatchumResumePane, notes_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumResumePane, notes_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumResumePane, linking_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumResumePane, links_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumResumePane, wording_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumResumePane, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "resume.jump", "u", jump_cb);
  matchum_resume_pane_install_editing (widget_class);
  matchum_resume_pane_install_order (widget_class);
  matchum_resume_pane_install_wording (widget_class);
  matchum_resume_pane_install_claims (widget_class);
  matchum_resume_pane_install_links (widget_class);
  matchum_tailor_actions_install (widget_class);
}

static gpointer
get_item (GtkWidget *widget)
{
  return MATCHUM_IS_BLOCK_ROW (widget) ? matchum_block_row_get_object (MATCHUM_BLOCK_ROW (widget)) : NULL;
}

static void
matchum_resume_pane_init (MatchumResumePane *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  matchum_resume_pane_add_gestures (self);
  matchum_resume_pane_add_drag (self);
  matchum_list_keep_keys (self->view, get_item, "NHJ");
  matchum_tailor_actions_update (GTK_WIDGET (self), NULL);
}

guint
matchum_resume_pane_get_signal (MatchumResumePaneSignal signal)
{
  return signals[signal];
}

GtkWidget *
matchum_resume_pane_new (MatchumWorkspace *workspace)
{
  return g_object_new (MATCHUM_TYPE_RESUME_PANE, "workspace", workspace, NULL);
}

MatchumWorkspace *
matchum_resume_pane_get_workspace (MatchumResumePane *self)
{
  g_return_val_if_fail (MATCHUM_IS_RESUME_PANE (self), NULL);

  return self->workspace;
}

void
matchum_resume_pane_set_workspace (MatchumResumePane *self, MatchumWorkspace *workspace)
{
  g_return_if_fail (MATCHUM_IS_RESUME_PANE (self));
  g_return_if_fail (workspace == NULL || MATCHUM_IS_WORKSPACE (workspace));

  if (workspace == self->workspace)
    return;

  disconnect_workspace (self);
  if (workspace != NULL)
    {
      self->workspace = g_object_ref (workspace);
      connect_workspace (self);
      update_count (self);
      queue_notes (self);
    }
  matchum_tailor_actions_update (GTK_WIDGET (self), workspace);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

gboolean
matchum_resume_pane_get_narrow (MatchumResumePane *self)
{
  g_return_val_if_fail (MATCHUM_IS_RESUME_PANE (self), FALSE);

  return self->narrow;
}

void
matchum_resume_pane_set_narrow (MatchumResumePane *self, gboolean narrow)
{
  g_return_if_fail (MATCHUM_IS_RESUME_PANE (self));

  narrow = !!narrow;
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  matchum_notice_bar_set_narrow (self->linking_bar, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "touch");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "touch");
  row_for_each (self, matchum_block_row_set_narrow, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

gboolean
matchum_resume_pane_get_compact (MatchumResumePane *self)
{
  g_return_val_if_fail (MATCHUM_IS_RESUME_PANE (self), FALSE);

  return self->compact;
}

void
matchum_resume_pane_set_compact (MatchumResumePane *self, gboolean compact)
{
  g_return_if_fail (MATCHUM_IS_RESUME_PANE (self));

  compact = !!compact;
  if (compact == self->compact)
    return;

  self->compact = compact;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tight");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tight");
  row_for_each (self, matchum_block_row_set_compact, compact);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

GtkWidget *
matchum_resume_pane_get_figure (MatchumResumePane *self)
{
  g_return_val_if_fail (MATCHUM_IS_RESUME_PANE (self), NULL);

  return self->figure;
}

void
matchum_resume_pane_set_figure (MatchumResumePane *self, GtkWidget *figure)
{
  g_return_if_fail (MATCHUM_IS_RESUME_PANE (self));
  g_return_if_fail (figure == NULL || GTK_IS_WIDGET (figure));

  if (figure == self->figure)
    return;

  if (self->figure != NULL)
    gtk_box_remove (self->head, self->figure);
  self->figure = figure; /* held by the head */
  if (figure != NULL)
    gtk_box_append (self->head, figure);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

void
matchum_resume_pane_reveal_block (MatchumResumePane *self, guint block)
{
  g_return_if_fail (MATCHUM_IS_RESUME_PANE (self));

  if (self->workspace != NULL && block != MATCHUM_BLOCK_NONE)
    matchum_list_reveal (self->view, block, matchum_resume_pane_get_row (self, block));
}

void
matchum_resume_pane_focus_block (MatchumResumePane *self, guint block)
{
  GtkWidget *row;

  g_return_if_fail (MATCHUM_IS_RESUME_PANE (self));

  matchum_resume_pane_reveal_block (self, block);
  row = matchum_resume_pane_get_row (self, block); /* there is one now */
  if (row != NULL)
    matchum_list_focus (self->view, block, row);
}
