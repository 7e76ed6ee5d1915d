/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One posting of the workspace with its choices, and what is derived from them on demand. */
#include "config.h"

#include "ui/matchum-workspace-posting.h"

#include <glib/gi18n-lib.h>

struct _MatchumWorkspacePosting {
  GObject parent_instance;

  MatchumPosting *posting;
  MatchumHistory *history;
  char *company; /* the user's own words, or NULL */
  char *title;

  MatchumResume *resume;
  MatchumLexicon *lexicon;
  MatchumDay as_of;

  /* Derived; each NULL until asked for. */
  MatchumMatch *match;
  MatchumVisibility *visibility;
  MatchumCoverage *coverage;
};

enum { PROP_0, PROP_COMPANY, PROP_TITLE, N_PROPS };

enum { CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumWorkspacePosting, matchum_workspace_posting, G_TYPE_OBJECT)

static void
forget_verdicts (MatchumWorkspacePosting *self)
{
  g_clear_pointer (&self->coverage, matchum_coverage_unref);
  g_clear_pointer (&self->visibility, matchum_visibility_unref);
}

static void
forget_match (MatchumWorkspacePosting *self)
{
  forget_verdicts (self);
  g_clear_pointer (&self->match, matchum_match_unref);
}

static void
history_changed_cb (MatchumWorkspacePosting *self, MatchumHistory *history)
{
  g_assert (MATCHUM_IS_WORKSPACE_POSTING (self));

  forget_verdicts (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
matchum_workspace_posting_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumWorkspacePosting *self = MATCHUM_WORKSPACE_POSTING (object);

  switch (id)
    {
    case PROP_COMPANY:
      g_value_set_string (value, matchum_workspace_posting_get_company (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, matchum_workspace_posting_get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_workspace_posting_finalize (GObject *object)
{
  MatchumWorkspacePosting *self = MATCHUM_WORKSPACE_POSTING (object);

  forget_match (self);
  g_clear_pointer (&self->posting, matchum_posting_unref);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);
  g_clear_object (&self->history);
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (matchum_workspace_posting_parent_class)->finalize (object);
}

static void
matchum_workspace_posting_class_init (MatchumWorkspacePostingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = matchum_workspace_posting_get_property;
  object_class->finalize = matchum_workspace_posting_finalize;

  properties[PROP_COMPANY] =
      g_param_spec_string ("company", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_workspace_posting_init (MatchumWorkspacePosting *self)
{
}

MatchumWorkspacePosting *
matchum_workspace_posting_new (MatchumPosting *posting)
{
  MatchumWorkspacePosting *self;
  g_autoptr (MatchumApplication) application = matchum_application_new ();

  g_return_val_if_fail (posting != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_WORKSPACE_POSTING, NULL);
  self->posting = matchum_posting_ref (posting);
  self->history = matchum_history_new (application);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

MatchumPosting *
matchum_workspace_posting_get_posting (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return self->posting;
}

const char *
matchum_workspace_posting_get_company (MatchumWorkspacePosting *self)
{
  const char *company;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  company = self->company != NULL ? self->company : matchum_posting_get_company (self->posting);
  /* Translators: stands for the name of a company that the posting does not tell. */
  return company != NULL && *company != '\0' ? company : _ ("Unnamed Company");
}

const char *
matchum_workspace_posting_get_title (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return self->title != NULL ? self->title : matchum_posting_get_title (self->posting);
}

void
matchum_workspace_posting_set_names (MatchumWorkspacePosting *self, const char *company, const char *title)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));

  g_free (self->company);
  self->company = company != NULL && *company != '\0' ? g_strdup (company) : NULL;
  g_free (self->title);
  self->title = title != NULL && *title != '\0' ? g_strdup (title) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPANY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

MatchumHistory *
matchum_workspace_posting_get_history (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return self->history;
}

MatchumApplication *
matchum_workspace_posting_get_application (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return matchum_history_get_application (self->history);
}

void
matchum_workspace_posting_set_resume (MatchumWorkspacePosting *self,
                                      MatchumResume *resume,
                                      MatchumLexicon *lexicon,
                                      MatchumDay as_of)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));
  g_return_if_fail (lexicon != NULL);

  if (resume == self->resume && lexicon == self->lexicon)
    return;

  forget_match (self);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);
  self->resume = resume != NULL ? matchum_resume_ref (resume) : NULL;
  self->lexicon = matchum_lexicon_ref (lexicon);
  self->as_of = as_of;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
matchum_workspace_posting_needs_match (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);

  return self->resume != NULL && self->match == NULL;
}

MatchumMatch *
matchum_workspace_posting_get_match (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->match == NULL && self->resume != NULL)
    self->match = matchum_match_new (self->resume, self->posting, self->lexicon, self->as_of);
  return self->match;
}

MatchumVisibility *
matchum_workspace_posting_get_visibility (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->visibility == NULL && self->resume != NULL)
    self->visibility =
        matchum_application_get_visibility (matchum_workspace_posting_get_application (self), self->resume);
  return self->visibility;
}

MatchumCoverage *
matchum_workspace_posting_get_coverage (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->coverage == NULL && self->resume != NULL)
    self->coverage = matchum_coverage_new (matchum_workspace_posting_get_match (self),
                                           matchum_workspace_posting_get_visibility (self));
  return self->coverage;
}
