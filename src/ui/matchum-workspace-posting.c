/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One posting as the library has it, and the news of it. */
#include "config.h"

#include "ui/matchum-workspace-posting-private.h"

enum { PROP_0, PROP_COMPANY, PROP_TITLE, PROP_IS_ARCHIVED, PROP_SENT_ON, PROP_N_OLD_WORDINGS, N_PROPS };

enum { CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumWorkspacePosting, matchum_workspace_posting, G_TYPE_OBJECT)

static void
notify_names (MatchumWorkspacePosting *self, const MatchumPostingRecord *before)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (!matchum_posting_record_is_equal (before, self->record))
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPANY]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  if (before->is_archived != self->record->is_archived)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_ARCHIVED]);
  g_object_thaw_notify (G_OBJECT (self));
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
    case PROP_IS_ARCHIVED:
      g_value_set_boolean (value, self->record->is_archived);
      break;
    case PROP_SENT_ON:
      g_value_set_string (value, self->sent_on);
      break;
    case PROP_N_OLD_WORDINGS:
      g_value_set_uint (value, self->n_old_wordings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_workspace_posting_finalize (GObject *object)
{
  MatchumWorkspacePosting *self = MATCHUM_WORKSPACE_POSTING (object);

  matchum_workspace_posting_forget_choices (self);
  matchum_workspace_posting_forget_names (self);
  g_clear_pointer (&self->sent_on, g_free);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->applications, g_ptr_array_unref);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  matchum_workspace_posting_forget_reading (self);
  g_clear_pointer (&self->read, matchum_posting_unref);
  g_clear_pointer (&self->record, matchum_posting_record_free);
  g_clear_pointer (&self->lexicon, matchum_lexicon_unref);
  g_clear_object (&self->baseline);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (matchum_workspace_posting_parent_class)->finalize (object);
}

static void
matchum_workspace_posting_class_init (MatchumWorkspacePostingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_workspace_posting_get_property;
  object_class->finalize = matchum_workspace_posting_finalize;

  properties[PROP_COMPANY] = g_param_spec_string ("company", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_IS_ARCHIVED] = g_param_spec_boolean ("is-archived", NULL, NULL, FALSE, flags);
  properties[PROP_SENT_ON] = g_param_spec_string ("sent-on", NULL, NULL, NULL, flags);
  properties[PROP_N_OLD_WORDINGS] = g_param_spec_uint ("n-old-wordings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_workspace_posting_init (MatchumWorkspacePosting *self)
{
}

void
matchum_workspace_posting_emit_changed (MatchumWorkspacePosting *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

MatchumWorkspacePosting *
matchum_workspace_posting_new (MatchumLibrary *library,
                               MatchumLexicon *lexicon,
                               MatchumDay as_of,
                               MatchumPostingRecord *record)
{
  MatchumWorkspacePosting *self;

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (lexicon != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_WORKSPACE_POSTING, NULL);
  self->library = g_object_ref (library);
  self->lexicon = matchum_lexicon_ref (lexicon);
  self->as_of = as_of;
  self->record = record;
  return self;
}

const MatchumPostingRecord *
matchum_workspace_posting_get_record (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return self->record;
}

const char *
matchum_workspace_posting_get_id (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return self->record->id;
}

gboolean
matchum_workspace_posting_is_archived (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);

  return self->record->is_archived;
}

const char *
matchum_workspace_posting_get_sent_on (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return self->sent_on;
}

guint
matchum_workspace_posting_get_n_old_wordings (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), 0);

  return self->n_old_wordings;
}

MatchumDay
matchum_workspace_posting_get_as_of (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), (MatchumDay){ 0 });

  return self->as_of;
}

MatchumPostingNews
matchum_workspace_posting_update (MatchumWorkspacePosting *self, MatchumPostingRecord *record)
{
  MatchumPostingRecord *before;
  MatchumPostingNews news = MATCHUM_POSTING_NEWS_NONE;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), MATCHUM_POSTING_NEWS_NONE);
  g_return_val_if_fail (record != NULL, MATCHUM_POSTING_NEWS_NONE);

  before = self->record;
  self->record = record;
  if (matchum_workspace_posting_update_corrections (self))
    news = MATCHUM_POSTING_NEWS_LINES;
  if (!g_str_equal (before->text, record->text))
    {
      news = MATCHUM_POSTING_NEWS_TEXT;
      matchum_workspace_posting_forget_names (self);
      g_clear_pointer (&self->read, matchum_posting_unref);
    }
  if (news != MATCHUM_POSTING_NEWS_NONE)
    {
      matchum_workspace_posting_forget_found (self);
      matchum_workspace_posting_forget_reading (self);
      self->has_last_day = FALSE;
      matchum_workspace_posting_emit_changed (self);
    }
  notify_names (self, before);
  matchum_posting_record_free (before);
  return news;
}

void
matchum_workspace_posting_set_n_old_wordings (MatchumWorkspacePosting *self, guint n_old)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));

  if (self->n_old_wordings == n_old)
    return;
  self->n_old_wordings = n_old;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OLD_WORDINGS]);
}

void
matchum_workspace_posting_set_sent_on (MatchumWorkspacePosting *self, const char *sent_on)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));

  if (g_strcmp0 (self->sent_on, sent_on) == 0)
    return;
  g_free (self->sent_on);
  self->sent_on = g_strdup (sent_on);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENT_ON]);
}

void
matchum_workspace_posting_set_lexicon (MatchumWorkspacePosting *self, MatchumLexicon *lexicon)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));
  g_return_if_fail (lexicon != NULL);

  matchum_lexicon_ref (lexicon);
  matchum_lexicon_unref (self->lexicon);
  self->lexicon = lexicon;
  matchum_workspace_posting_forget_match (self);
}

void
matchum_workspace_posting_trim (MatchumWorkspacePosting *self)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));

  matchum_workspace_posting_ensure_names (self);
  g_clear_pointer (&self->coverage, matchum_coverage_unref);
  g_clear_pointer (&self->visibility, matchum_visibility_unref);
  g_clear_pointer (&self->match, matchum_match_unref);
  g_clear_pointer (&self->found, matchum_match_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->report, matchum_tailored_resume_report_free);
  matchum_workspace_posting_forget_reading (self);
  g_clear_pointer (&self->read, matchum_posting_unref);
  g_clear_pointer (&self->application, matchum_application_unref);
  g_clear_pointer (&self->choices, matchum_application_record_free);
  g_clear_pointer (&self->applications, g_ptr_array_unref);
}
