/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts side by side, one small segment each; the style sheet draws them. */
#include "config.h"

#include "ui/matchum-coverage-strip.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-verdict-words.h"

/* Of a segment, in pixels: what it takes where there is room, and below what it says nothing. */
#define SEGMENT_WIDTH 11
#define SEGMENT_MIN_WIDTH 4
#define SEGMENT_GAP 2

struct _MatchumCoverageStrip {
  GtkWidget parent_instance;

  MatchumCoverage *coverage;
  gboolean preferred;
};

enum { PROP_0, PROP_COVERAGE, PROP_PREFERRED, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumCoverageStrip, matchum_coverage_strip, GTK_TYPE_WIDGET)

static GtkWidget *
append_segment (MatchumCoverageStrip *self)
{
  GtkWidget *segment = g_object_new (GTK_TYPE_BOX, "css-name", "segment", "valign", GTK_ALIGN_CENTER, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_parent (segment, GTK_WIDGET (self));
  return segment;
}

static void
update_accessible_label (MatchumCoverageStrip *self)
{
  MatchumTally tally = { 0 };
  g_autofree char *label = NULL;

  if (self->coverage != NULL)
    tally = self->preferred ? matchum_coverage_get_preferred (self->coverage)
                            : matchum_coverage_get_required (self->coverage);
  /* Translators: read aloud for the row of coloured segments; %u are numbers of requirements. */
  label = g_strdup_printf (_ ("%u met, %u partial, %u missing, %u that cannot be told"), tally.met, tally.partial,
                           tally.missing, tally.soft);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The segments that are there change their class; there are seldom more or fewer of them than before. */
static void
update_segments (MatchumCoverageStrip *self)
{
  MatchumMatch *match = self->coverage != NULL ? matchum_coverage_get_match (self->coverage) : NULL;
  guint n_requirements = match != NULL ? matchum_match_get_n_requirements (match) : 0;
  GtkWidget *segment = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < n_requirements; i++)
    {
      MatchumStanding standing;

      if (matchum_requirement_is_preferred (matchum_match_get_requirement (match, i)) != self->preferred)
        continue;
      if (segment == NULL)
        segment = append_segment (self);
      standing = matchum_verdict_get_standing (matchum_coverage_get_verdict (self->coverage, i));
      if (!gtk_widget_has_css_class (segment, matchum_standing_get_css_class (standing)))
        gtk_widget_set_css_classes (segment, (const char *[]){ matchum_standing_get_css_class (standing), NULL });
      segment = gtk_widget_get_next_sibling (segment);
    }
  while (segment != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (segment);

      gtk_widget_unparent (segment);
      segment = next;
    }
  update_accessible_label (self);
}

static int
count_segments (GtkWidget *widget)
{
  int n_segments = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_segments++;
  return n_segments;
}

/* The strip gives way: beside it stand the same figures in words. */
static void
matchum_coverage_strip_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = MAX (count_segments (widget) * (SEGMENT_WIDTH + SEGMENT_GAP) - SEGMENT_GAP, 0);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_height;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &child_height, NULL, NULL, NULL);
      height = MAX (height, child_height);
    }
  *minimum = *natural = height;
}

static void
matchum_coverage_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int n_segments = count_segments (widget);
  int pitch = n_segments > 0 ? MIN ((width + SEGMENT_GAP) / n_segments, SEGMENT_WIDTH + SEGMENT_GAP) : 0;
  gboolean is_right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int x = (is_right_to_left ? n_segments - 1 - i : i) * pitch;

      gtk_widget_set_child_visible (child, pitch >= SEGMENT_MIN_WIDTH + SEGMENT_GAP);
      if (pitch >= SEGMENT_MIN_WIDTH + SEGMENT_GAP)
        gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, pitch - SEGMENT_GAP, height }, -1);
    }
}

static void
matchum_coverage_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumCoverageStrip *self = MATCHUM_COVERAGE_STRIP (object);

  switch (id)
    {
    case PROP_COVERAGE:
      g_value_set_boxed (value, self->coverage);
      break;
    case PROP_PREFERRED:
      g_value_set_boolean (value, self->preferred);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_coverage_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumCoverageStrip *self = MATCHUM_COVERAGE_STRIP (object);

  switch (id)
    {
    case PROP_COVERAGE:
      matchum_coverage_strip_set_coverage (self, g_value_get_boxed (value));
      break;
    case PROP_PREFERRED:
      matchum_coverage_strip_set_preferred (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_coverage_strip_dispose (GObject *object)
{
  GtkWidget *segment;

  while ((segment = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (segment);
  g_clear_pointer (&MATCHUM_COVERAGE_STRIP (object)->coverage, matchum_coverage_unref);

  G_OBJECT_CLASS (matchum_coverage_strip_parent_class)->dispose (object);
}

static void
matchum_coverage_strip_class_init (MatchumCoverageStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_coverage_strip_get_property;
  object_class->set_property = matchum_coverage_strip_set_property;
  object_class->dispose = matchum_coverage_strip_dispose;

  widget_class->measure = matchum_coverage_strip_measure;
  widget_class->size_allocate = matchum_coverage_strip_size_allocate;

  properties[PROP_COVERAGE] = g_param_spec_boxed ("coverage", NULL, NULL, MATCHUM_TYPE_COVERAGE, flags);
  properties[PROP_PREFERRED] = g_param_spec_boolean ("preferred", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "coverage-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
matchum_coverage_strip_init (MatchumCoverageStrip *self)
{
  update_accessible_label (self);
}

GtkWidget *
matchum_coverage_strip_new (gboolean preferred)
{
  return g_object_new (MATCHUM_TYPE_COVERAGE_STRIP, "preferred", preferred, NULL);
}

MatchumCoverage *
matchum_coverage_strip_get_coverage (MatchumCoverageStrip *self)
{
  g_return_val_if_fail (MATCHUM_IS_COVERAGE_STRIP (self), NULL);

  return self->coverage;
}

void
matchum_coverage_strip_set_coverage (MatchumCoverageStrip *self, MatchumCoverage *coverage)
{
  g_return_if_fail (MATCHUM_IS_COVERAGE_STRIP (self));

  if (coverage == self->coverage)
    return;

  g_clear_pointer (&self->coverage, matchum_coverage_unref);
  self->coverage = coverage != NULL ? matchum_coverage_ref (coverage) : NULL;
  update_segments (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COVERAGE]);
}

gboolean
matchum_coverage_strip_get_preferred (MatchumCoverageStrip *self)
{
  g_return_val_if_fail (MATCHUM_IS_COVERAGE_STRIP (self), FALSE);

  return self->preferred;
}

void
matchum_coverage_strip_set_preferred (MatchumCoverageStrip *self, gboolean preferred)
{
  g_return_if_fail (MATCHUM_IS_COVERAGE_STRIP (self));

  preferred = !!preferred;
  if (preferred == self->preferred)
    return;

  self->preferred = preferred;
  update_segments (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREFERRED]);
}
