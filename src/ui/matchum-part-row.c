/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one of the postings that were found in a text. */
#include "config.h"

#include "ui/matchum-part-row.h"

#include <glib/gi18n-lib.h>

struct _MatchumPartRow {
  GtkBox parent_instance;

  GtkCheckButton *check;
  GtkLabel *name_label;
  GtkLabel *job_label;
  GtkLabel *counts_label;
  GtkLabel *doubt_label;
  GtkButton *join_button;

  guint position;
  gboolean is_taken;
};

enum { PROP_0, PROP_IS_TAKEN, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumPartRow, matchum_part_row, GTK_TYPE_BOX)

static gboolean
has_words (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
show_names (MatchumPartRow *self, const MatchumPostingPart *part)
{
  const char *name = has_words (part->company) ? part->company : part->title;
  const char *job = name == part->company ? part->title : NULL;
  g_autofree char *label = NULL;

  if (!has_words (name))
    name = part->first_words;
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->job_label, has_words (job) ? job : "");
  gtk_widget_set_visible (GTK_WIDGET (self->job_label), has_words (job));
  if (has_words (job))
    /* Translators: read aloud for a check button: add the posting of a company for a job. */
    label = g_strdup_printf (_ ("Add %s, %s"), name, job);
  else
    /* Translators: read aloud for a check button; %s names one of several postings. */
    label = g_strdup_printf (_ ("Add %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_counts (MatchumPartRow *self, MatchumLineCounts counts)
{
  g_autofree char *text = NULL;

  if (counts.n_required + counts.n_preferred == 0)
    text = g_strdup (_ ("No requirement was read"));
  else
    /* Translators: how many lines of a posting must be met and are welcome. */
    text = g_strdup_printf (_ ("Required %u · Preferred %u"), counts.n_required, counts.n_preferred);
  gtk_label_set_label (self->counts_label, text);
}

static void
join_cb (MatchumPartRow *self)
{
  g_assert (MATCHUM_IS_PART_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "part-list.join", "u", self->position);
}

static void
matchum_part_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IS_TAKEN)
    g_value_set_boolean (value, MATCHUM_PART_ROW (object)->is_taken);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
matchum_part_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumPartRow *self = MATCHUM_PART_ROW (object);

  if (id != PROP_IS_TAKEN)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->is_taken == g_value_get_boolean (value))
    return;
  self->is_taken = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
matchum_part_row_class_init (MatchumPartRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = matchum_part_row_get_property;
  object_class->set_property = matchum_part_row_set_property;

  properties[PROP_IS_TAKEN] =
      g_param_spec_boolean ("is-taken", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumPartRow, check);
  gtk_widget_class_bind_template_child (widget_class, MatchumPartRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPartRow, job_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPartRow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPartRow, doubt_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPartRow, join_button);
  gtk_widget_class_bind_template_callback (widget_class, join_cb);
}

static void
matchum_part_row_init (MatchumPartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "is-taken", self->check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

GtkWidget *
matchum_part_row_new (void)
{
  return g_object_new (MATCHUM_TYPE_PART_ROW, NULL);
}

void
matchum_part_row_set_position (MatchumPartRow *self, guint position)
{
  g_return_if_fail (MATCHUM_IS_PART_ROW (self));

  self->position = position;
  gtk_widget_set_visible (GTK_WIDGET (self->join_button), position > 0);
}

void
matchum_part_row_set_part (MatchumPartRow *self, MatchumPostingPart *part, guint position)
{
  g_return_if_fail (MATCHUM_IS_PART_ROW (self));
  g_return_if_fail (part != NULL);

  show_names (self, part);
  show_counts (self, part->counts);
  gtk_widget_set_visible (GTK_WIDGET (self->doubt_label), part->is_doubtful);
  matchum_part_row_set_position (self, position);
}
