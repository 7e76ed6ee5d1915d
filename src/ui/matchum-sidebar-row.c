/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the list of postings. */
#include "config.h"

#include "ui/matchum-sidebar-row.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-list-focus.h"
#include "ui/matchum-posting-facts.h"
#include "ui/matchum-sidebar-actions.h"
#include "ui/matchum-unchanged.h"

struct _MatchumSidebarRow {
  GtkBox parent_instance;

  GtkLabel *company_label;
  GtkLabel *title_label;
  GtkImage *figure_icon;
  GtkLabel *figure_label;
  GtkLabel *deadline_separator;
  GtkLabel *deadline_label;
  GtkWidget *sent_box;
  GtkWidget *sent_separator;
  GtkLabel *sent_label;
  GtkWidget *old_box;
  GtkLabel *old_label;
  GtkWidget *archived_box;
  GtkWidget *archived_separator;

  MatchumWorkspacePosting *posting;
  GSignalGroup *posting_signals;
  gboolean needs_figure;
};

enum { PROP_0, PROP_BASELINE_ID, N_PROPS };

enum { NEEDS_FIGURE, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumSidebarRow, matchum_sidebar_row, GTK_TYPE_BOX)

static void
update_accessible_label (MatchumSidebarRow *self)
{
  const char *parts[8] = { gtk_label_get_label (self->company_label) };
  const char *figure = gtk_label_get_label (self->figure_label);
  guint n_parts = 1;
  const char *old = gtk_widget_get_tooltip_text (self->old_box);
  g_autofree char *label = NULL;

  if (gtk_widget_get_visible (GTK_WIDGET (self->title_label)))
    parts[n_parts++] = gtk_label_get_label (self->title_label);
  if (*figure != '\0')
    parts[n_parts++] = figure;
  if (gtk_widget_get_visible (GTK_WIDGET (self->deadline_label)))
    parts[n_parts++] = gtk_label_get_label (self->deadline_label);
  if (gtk_widget_get_visible (self->sent_box))
    parts[n_parts++] = gtk_label_get_label (self->sent_label);
  if (gtk_widget_get_visible (self->old_box))
    parts[n_parts++] = old;
  if (gtk_widget_get_visible (self->archived_box))
    parts[n_parts++] = _ ("Archived");
  label = g_strjoinv (_ (", "), (char **) parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
names_changed_cb (MatchumSidebarRow *self)
{
  const char *title = matchum_workspace_posting_get_title (self->posting);

  g_assert (MATCHUM_IS_SIDEBAR_ROW (self));

  gtk_label_set_label (self->company_label, matchum_workspace_posting_get_company (self->posting));
  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), title != NULL && *title != '\0');
  update_accessible_label (self);
}

static gboolean
is_cut (GtkLabel *label)
{
  return gtk_widget_get_visible (GTK_WIDGET (label)) && pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* What there is no room for. */
static gboolean
query_tooltip_cb (MatchumSidebarRow *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  const char *parts[3] = { NULL };
  guint n_parts = 0;
  g_autofree char *text = NULL;

  g_assert (MATCHUM_IS_SIDEBAR_ROW (self));

  if (is_cut (self->company_label))
    parts[n_parts++] = gtk_label_get_label (self->company_label);
  if (is_cut (self->title_label))
    parts[n_parts++] = gtk_label_get_label (self->title_label);
  text = g_strjoinv ("\n", (char **) parts);
  gtk_tooltip_set_text (tooltip, text);
  return n_parts > 0;
}

static void
update_separators (MatchumSidebarRow *self)
{
  gboolean has_figure = *gtk_label_get_label (self->figure_label) != '\0';
  gboolean has_deadline = gtk_widget_get_visible (GTK_WIDGET (self->deadline_label));

  gtk_widget_set_visible (GTK_WIDGET (self->deadline_separator), has_figure && has_deadline);
  gtk_widget_set_visible (self->sent_separator, has_figure || has_deadline);
  gtk_widget_set_visible (self->archived_separator,
                          has_figure || has_deadline || gtk_widget_get_visible (self->sent_box));
}

/* "Sent 11-25": the year goes without saying where it is this one. */
static char *
dup_sent (const char *sent_on, MatchumDay today)
{
  MatchumDay day;

  /* Translators: %s is the day on which an application was sent: "2025-11-25", or "11-25" where it was this year. */
  return g_strdup_printf (_ ("Sent %s"),
                          matchum_day_parse (sent_on, &day) && day.year == today.year ? sent_on + 5 : sent_on);
}

/* Who has answered need not hear how long one may still apply. */
static void
update_sent (MatchumSidebarRow *self)
{
  const char *sent_on = matchum_workspace_posting_get_sent_on (self->posting);
  g_autofree char *words =
      sent_on != NULL ? dup_sent (sent_on, matchum_workspace_posting_get_as_of (self->posting)) : NULL;

  gtk_label_set_label (self->sent_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->sent_box, words != NULL);
}

/* The sign and the number stand for a sentence that there is no room for. */
static void
update_old (MatchumSidebarRow *self)
{
  guint n_old = matchum_workspace_posting_get_n_old_wordings (self->posting);
  g_autofree char *number = g_strdup_printf ("%u", n_old);
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u own wording is older than the resume",
                                                         "%u own wordings are older than the resume", n_old),
                                            n_old);

  gtk_label_set_label (self->old_label, number);
  gtk_widget_set_tooltip_text (self->old_box, words);
  gtk_widget_set_visible (self->old_box, n_old > 0);
}

static void
old_changed_cb (MatchumSidebarRow *self)
{
  g_assert (MATCHUM_IS_SIDEBAR_ROW (self));

  update_old (self);
  update_accessible_label (self);
}

/* How long one may still apply, once that is known. */
static void
update_deadline (MatchumSidebarRow *self)
{
  MatchumDay last;
  MatchumDay today = matchum_workspace_posting_get_as_of (self->posting);
  g_autofree char *days = matchum_workspace_posting_get_last_day (self->posting, &last)
                              ? matchum_posting_facts_dup_days (last, today)
                              : NULL;

  gtk_label_set_label (self->deadline_label, days != NULL ? days : "");
  gtk_widget_set_visible (GTK_WIDGET (self->deadline_label),
                          days != NULL && matchum_workspace_posting_get_sent_on (self->posting) == NULL);
  if (days != NULL && !matchum_posting_facts_is_over (last, today))
    gtk_widget_add_css_class (GTK_WIDGET (self->deadline_label), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->deadline_label), "open");
  update_separators (self);
}

static void
archived_changed_cb (MatchumSidebarRow *self)
{
  gboolean is_archived = matchum_workspace_posting_is_archived (self->posting);

  g_assert (MATCHUM_IS_SIDEBAR_ROW (self));

  gtk_widget_set_visible (self->archived_box, is_archived);
  if (is_archived)
    gtk_widget_add_css_class (GTK_WIDGET (self), "archived");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "archived");
  update_accessible_label (self);
}

static void
sent_changed_cb (MatchumSidebarRow *self)
{
  g_assert (MATCHUM_IS_SIDEBAR_ROW (self));

  update_sent (self);
  update_deadline (self);
  update_accessible_label (self);
}

static const char *
get_icon_name (const MatchumPostingFigure *figure)
{
  if (figure->n_hard == 0)
    return "matchum-soft-symbolic";
  if (figure->n_met == figure->n_hard)
    return "matchum-met-symbolic";
  return figure->n_met + figure->n_partial > 0 ? "matchum-partial-symbolic" : "matchum-missing-symbolic";
}

/* NULL: not known, which leaves the line empty but keeps its place. */
static void
set_figure (MatchumSidebarRow *self, const MatchumPostingFigure *figure)
{
  g_autofree char *words = NULL;

  if (figure == NULL)
    words = g_strdup ("");
  else if (figure->n_hard == 0)
    words = g_strdup (_ ("no requirements"));
  else
    /* Translators: of what a posting asks for, so much is met: "6/7 met". */
    words = g_strdup_printf (_ ("%u/%u met"), figure->n_met, figure->n_hard);

  gtk_widget_set_visible (GTK_WIDGET (self->figure_icon), figure != NULL);
  if (figure != NULL)
    matchum_unchanged_set_icon (self->figure_icon, get_icon_name (figure));
  gtk_label_set_label (self->figure_label, words);
  update_separators (self);
  update_accessible_label (self);
}

/* What was shown stays until there is another figure: it comes at once, and the line does not flicker. */
static void
posting_changed_cb (MatchumSidebarRow *self)
{
  MatchumPostingFigure figure;
  gboolean has_figure;

  g_assert (MATCHUM_IS_SIDEBAR_ROW (self));

  has_figure = matchum_workspace_posting_get_figure (self->posting, &figure);
  self->needs_figure = !has_figure || matchum_workspace_posting_needs_details (self->posting);
  update_deadline (self);
  if (has_figure)
    set_figure (self, &figure);
  if (self->needs_figure)
    g_signal_emit (self, signals[NEEDS_FIGURE], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASELINE_ID]);
}

static void
matchum_sidebar_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumSidebarRow *self = MATCHUM_SIDEBAR_ROW (object);
  MatchumWorkspaceBaseline *baseline;

  switch (id)
    {
    case PROP_BASELINE_ID:
      baseline = self->posting != NULL ? matchum_workspace_posting_get_baseline (self->posting) : NULL;
      g_value_set_string (value, baseline != NULL ? matchum_workspace_baseline_get_id (baseline) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_sidebar_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_BASELINE_ID:
      matchum_sidebar_actions_hold_against (GTK_WIDGET (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_sidebar_row_dispose (GObject *object)
{
  MatchumSidebarRow *self = MATCHUM_SIDEBAR_ROW (object);

  matchum_sidebar_actions_drop_popovers (GTK_WIDGET (self));
  g_clear_object (&self->posting_signals);
  g_clear_object (&self->posting);

  G_OBJECT_CLASS (matchum_sidebar_row_parent_class)->dispose (object);
}

static void
matchum_sidebar_row_class_init (MatchumSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = matchum_sidebar_row_get_property;
  object_class->set_property = matchum_sidebar_row_set_property;
  object_class->dispose = matchum_sidebar_row_dispose;

  properties[PROP_BASELINE_ID] =
      g_param_spec_string ("baseline-id", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[NEEDS_FIGURE] =
      g_signal_new ("needs-figure", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, company_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, figure_icon);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, figure_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, deadline_separator);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, deadline_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, sent_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, sent_separator);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, sent_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, old_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, old_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, archived_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebarRow, archived_separator);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  matchum_sidebar_actions_install_for_postings (widget_class);
  matchum_list_bind_row (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
matchum_sidebar_row_init (MatchumSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->posting_signals = g_signal_group_new (MATCHUM_TYPE_WORKSPACE_POSTING);
  g_signal_group_connect_swapped (self->posting_signals, "notify::company", G_CALLBACK (names_changed_cb), self);
  g_signal_group_connect_swapped (self->posting_signals, "notify::title", G_CALLBACK (names_changed_cb), self);
  g_signal_group_connect_swapped (self->posting_signals, "notify::is-archived", G_CALLBACK (archived_changed_cb), self);
  g_signal_group_connect_swapped (self->posting_signals, "notify::sent-on", G_CALLBACK (sent_changed_cb), self);
  g_signal_group_connect_swapped (self->posting_signals, "notify::n-old-wordings", G_CALLBACK (old_changed_cb), self);
  g_signal_group_connect_swapped (self->posting_signals, "changed", G_CALLBACK (posting_changed_cb), self);
}

GtkWidget *
matchum_sidebar_row_new (void)
{
  return g_object_new (MATCHUM_TYPE_SIDEBAR_ROW, NULL);
}

MatchumWorkspacePosting *
matchum_sidebar_row_get_posting (MatchumSidebarRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_SIDEBAR_ROW (self), NULL);

  return self->posting;
}

void
matchum_sidebar_row_set_posting (MatchumSidebarRow *self, MatchumWorkspacePosting *posting)
{
  g_return_if_fail (MATCHUM_IS_SIDEBAR_ROW (self));
  g_return_if_fail (posting == NULL || MATCHUM_IS_WORKSPACE_POSTING (posting));

  if (!g_set_object (&self->posting, posting))
    return;

  g_signal_group_set_target (self->posting_signals, posting);
  matchum_sidebar_actions_drop_popovers (GTK_WIDGET (self));
  self->needs_figure = FALSE;
  if (posting == NULL)
    return;
  set_figure (self, NULL);
  update_sent (self);
  update_old (self);
  names_changed_cb (self);
  archived_changed_cb (self);
  posting_changed_cb (self);
}

gboolean
matchum_sidebar_row_needs_figure (MatchumSidebarRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_SIDEBAR_ROW (self), FALSE);

  return self->needs_figure;
}

void
matchum_sidebar_row_show_figure (MatchumSidebarRow *self)
{
  MatchumPostingFigure figure;

  g_return_if_fail (MATCHUM_IS_SIDEBAR_ROW (self));

  self->needs_figure = FALSE;
  if (self->posting == NULL)
    return;
  update_deadline (self);
  set_figure (self, matchum_workspace_posting_get_figure (self->posting, &figure) ? &figure : NULL);
}

void
matchum_sidebar_row_retry_figure (MatchumSidebarRow *self)
{
  MatchumPostingFigure figure;

  g_return_if_fail (MATCHUM_IS_SIDEBAR_ROW (self));

  if (self->posting == NULL || matchum_workspace_posting_get_figure (self->posting, &figure))
    return;
  self->needs_figure = TRUE;
  g_signal_emit (self, signals[NEEDS_FIGURE], 0);
}
