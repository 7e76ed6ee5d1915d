/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One baseline resume: its record, and the resume that is read from it on demand. */
#include "config.h"

#include "ui/matchum-workspace-baseline.h"

#include "store/matchum-baseline-change.h"

struct _MatchumWorkspaceBaseline {
  GObject parent_instance;

  MatchumLibrary *library;
  MatchumBaselineRecord *record;
  MatchumResume *resume; /* NULL until asked for */
  char *problem;
  GPtrArray *notes; /* of MatchumResumeNote; NULL until asked for */
  gboolean is_current;
};

enum { PROP_0, PROP_NAME, PROP_IS_ARCHIVED, PROP_IS_CURRENT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumWorkspaceBaseline, matchum_workspace_baseline, G_TYPE_OBJECT)

static void
forget_resume (MatchumWorkspaceBaseline *self)
{
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

static void
matchum_workspace_baseline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumWorkspaceBaseline *self = MATCHUM_WORKSPACE_BASELINE (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->record->name);
      break;
    case PROP_IS_ARCHIVED:
      g_value_set_boolean (value, self->record->is_archived);
      break;
    case PROP_IS_CURRENT:
      g_value_set_boolean (value, self->is_current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_workspace_baseline_finalize (GObject *object)
{
  MatchumWorkspaceBaseline *self = MATCHUM_WORKSPACE_BASELINE (object);

  forget_resume (self);
  g_clear_pointer (&self->record, matchum_baseline_record_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (matchum_workspace_baseline_parent_class)->finalize (object);
}

static void
matchum_workspace_baseline_class_init (MatchumWorkspaceBaselineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_workspace_baseline_get_property;
  object_class->finalize = matchum_workspace_baseline_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_IS_ARCHIVED] = g_param_spec_boolean ("is-archived", NULL, NULL, FALSE, flags);
  properties[PROP_IS_CURRENT] = g_param_spec_boolean ("is-current", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
matchum_workspace_baseline_init (MatchumWorkspaceBaseline *self)
{
}

MatchumWorkspaceBaseline *
matchum_workspace_baseline_new (MatchumLibrary *library, MatchumBaselineRecord *record)
{
  MatchumWorkspaceBaseline *self;

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_WORKSPACE_BASELINE, NULL);
  self->library = g_object_ref (library);
  self->record = record;
  return self;
}

const MatchumBaselineRecord *
matchum_workspace_baseline_get_record (MatchumWorkspaceBaseline *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (self), NULL);

  return self->record;
}

const char *
matchum_workspace_baseline_get_id (MatchumWorkspaceBaseline *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (self), NULL);

  return self->record->id;
}

const char *
matchum_workspace_baseline_get_name (MatchumWorkspaceBaseline *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (self), NULL);

  return self->record->name;
}

gboolean
matchum_workspace_baseline_is_archived (MatchumWorkspaceBaseline *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (self), FALSE);

  return self->record->is_archived;
}

MatchumResume *
matchum_workspace_baseline_get_resume (MatchumWorkspaceBaseline *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (self), NULL);

  if (self->resume == NULL && self->problem == NULL)
    {
      self->resume = matchum_baseline_read_resume (matchum_library_get_database (self->library), self->record, &error);
      if (self->resume == NULL)
        self->problem = g_strdup (error->message);
    }
  return self->resume;
}

const char *
matchum_workspace_baseline_get_problem (MatchumWorkspaceBaseline *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (self), NULL);

  matchum_workspace_baseline_get_resume (self);
  return self->problem;
}

GPtrArray *
matchum_workspace_baseline_get_notes (MatchumWorkspaceBaseline *self, MatchumDay as_of)
{
  MatchumResume *resume;
  g_autoptr (GPtrArray) facts = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (self), NULL);

  if (self->notes != NULL)
    return self->notes;
  resume = matchum_workspace_baseline_get_resume (self);
  facts = resume != NULL ? matchum_resume_facts_read (resume) : NULL;
  self->notes = resume != NULL ? matchum_resume_notes_find (resume, facts, as_of) : g_ptr_array_new ();
  return self->notes;
}

gboolean
matchum_workspace_baseline_update (MatchumWorkspaceBaseline *self, MatchumBaselineRecord *record, gboolean is_strange)
{
  MatchumBaselineRecord *before;
  gboolean is_other_text;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (self), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  before = self->record;
  self->record = record;
  /* A text that comes back after an edit that was never shown may have new ids. */
  is_other_text =
      is_strange || before->next_number != record->next_number || !g_str_equal (before->markdown, record->markdown);
  if (is_other_text)
    forget_resume (self);
  if (g_strcmp0 (before->name, record->name) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  if (before->is_archived != record->is_archived)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_ARCHIVED]);
  matchum_baseline_record_free (before);
  return is_other_text;
}

void
matchum_workspace_baseline_set_current (MatchumWorkspaceBaseline *self, gboolean is_current)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (self));

  is_current = !!is_current;
  if (is_current == self->is_current)
    return;

  self->is_current = is_current;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CURRENT]);
}
