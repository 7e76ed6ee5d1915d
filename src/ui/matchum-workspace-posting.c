/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One posting with its choices, and what is derived from them on demand. */
#include "config.h"

#include "ui/matchum-workspace-posting.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "posting/matchum-corrected-posting.h"
#include "posting/matchum-posting-reader.h"
#include "store/matchum-application-choices.h"
#include "store/matchum-application-claims.h"
#include "store/matchum-posting-reading.h"
#include "tailor/matchum-tailored-resume.h"

struct _MatchumWorkspacePosting {
  GObject parent_instance;

  MatchumLibrary *library;
  MatchumLexicon *lexicon;
  MatchumDay as_of;

  MatchumPostingRecord *record;
  char *company; /* as read from the text, once it was */
  char *title;
  gboolean has_names;
  MatchumWorkspaceBaseline *baseline;
  char *sent_on; /* or NULL */
  guint n_old_wordings;

  /* Read from the library when asked for. */
  GPtrArray *applications;           /* of MatchumApplicationRecord */
  MatchumApplicationRecord *choices; /* over the baseline; NULL where there are none, or not read */
  MatchumApplication *application;
  GPtrArray *claims;      /* of MatchumClaim, of choices */
  GPtrArray *corrections; /* of MatchumPostingCorrection */
  GHashTable *seen;       /* ids of all choices that were ever read or made to those of their baselines; NULL: none */

  /* Derived; each NULL until asked for. */
  MatchumPosting *read;
  MatchumPlacedCorrections *placed;
  MatchumPosting *corrected; /* read, with the corrections */
  MatchumPostingDetails *details;
  MatchumPosting *posting;             /* corrected, for the team */
  MatchumResume *resume;               /* of the baseline, as the choices have it */
  MatchumTailoredResumeReport *report; /* what of them it has not */
  MatchumMatch *found;                 /* without what the user said, */
  MatchumMatch *match;                 /* and with it */
  MatchumVisibility *visibility;
  MatchumCoverage *coverage;
  MatchumPostingFigure figure;
  gboolean has_figure;
  MatchumDay last_day; /* zero: it names none */
  gboolean has_last_day;
};

enum { PROP_0, PROP_COMPANY, PROP_TITLE, PROP_IS_ARCHIVED, PROP_SENT_ON, PROP_N_OLD_WORDINGS, N_PROPS };

enum { CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumWorkspacePosting, matchum_workspace_posting, G_TYPE_OBJECT)

static void
forget_verdicts (MatchumWorkspacePosting *self)
{
  g_clear_pointer (&self->coverage, matchum_coverage_unref);
  g_clear_pointer (&self->visibility, matchum_visibility_unref);
  self->has_figure = FALSE;
}

static void
forget_match (MatchumWorkspacePosting *self)
{
  forget_verdicts (self);
  g_clear_pointer (&self->match, matchum_match_unref);
  g_clear_pointer (&self->found, matchum_match_unref);
}

/* The baseline, or what the choices make of it, is another. */
static void
forget_resume (MatchumWorkspacePosting *self)
{
  forget_match (self);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->report, matchum_tailored_resume_report_free);
}

/* What the user said changes the verdicts, and nothing of what was found. */
static void
forget_claims (MatchumWorkspacePosting *self)
{
  forget_verdicts (self);
  g_clear_pointer (&self->match, matchum_match_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
}

static void
forget_choices (MatchumWorkspacePosting *self)
{
  forget_claims (self);
  forget_resume (self);
  g_clear_pointer (&self->posting, matchum_posting_unref); /* another team may be picked there */
  g_clear_pointer (&self->application, matchum_application_unref);
  g_clear_pointer (&self->choices, matchum_application_record_free);
}

static void
forget_posting (MatchumWorkspacePosting *self)
{
  g_clear_pointer (&self->posting, matchum_posting_unref);
  g_clear_pointer (&self->details, matchum_posting_details_unref);
  g_clear_pointer (&self->corrected, matchum_posting_unref);
  g_clear_pointer (&self->placed, matchum_placed_corrections_unref);
}

static void
forget_names (MatchumWorkspacePosting *self)
{
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->title, g_free);
  self->has_names = FALSE;
}

static void
note_seen (MatchumWorkspacePosting *self, const MatchumApplicationRecord *choices)
{
  if (self->seen == NULL)
    self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_hash_table_contains (self->seen, choices->id))
    g_hash_table_insert (self->seen, g_strdup (choices->id), g_strdup (choices->baseline));
}

static void
ensure_applications (MatchumWorkspacePosting *self)
{
  g_autoptr (GError) error = NULL;

  if (self->applications != NULL)
    return;

  self->applications =
      matchum_application_table_list (matchum_library_get_database (self->library), self->record->id, &error);
  for (guint i = 0; self->applications != NULL && i < self->applications->len; i++)
    note_seen (self, self->applications->pdata[i]);
  if (self->applications != NULL)
    return;
  g_warning ("The choices for a posting could not be read: %s", error->message);
  self->applications = g_ptr_array_new ();
}

static const MatchumApplicationRecord *
find_choices (MatchumWorkspacePosting *self)
{
  const char *baseline = self->baseline != NULL ? matchum_workspace_baseline_get_id (self->baseline) : NULL;

  ensure_applications (self);
  for (guint i = 0; baseline != NULL && i < self->applications->len; i++)
    {
      const MatchumApplicationRecord *record = g_ptr_array_index (self->applications, i);

      if (g_str_equal (record->baseline, baseline))
        return record;
    }
  return NULL;
}

static void
ensure_choices (MatchumWorkspacePosting *self)
{
  const MatchumApplicationRecord *found;

  if (self->application != NULL)
    return;

  found = find_choices (self);
  self->choices = found != NULL ? matchum_application_record_copy (found) : NULL;
  self->application = found != NULL ? matchum_application_record_get_application (found) : matchum_application_new ();
}

static GPtrArray *
read_claims (MatchumWorkspacePosting *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *claims = NULL;

  ensure_choices (self);
  if (self->choices == NULL)
    return g_ptr_array_new ();
  claims = matchum_application_claims_list (matchum_library_get_database (self->library), self->choices->id, &error);
  if (claims != NULL)
    return claims;
  g_warning ("What was said of requirements could not be read: %s", error->message);
  return g_ptr_array_new ();
}

static void
ensure_claims (MatchumWorkspacePosting *self)
{
  if (self->claims == NULL)
    self->claims = read_claims (self);
}

static gboolean
has_same_claims (GPtrArray *before, GPtrArray *after)
{
  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (!matchum_claim_is_equal (before->pdata[i], after->pdata[i]))
      return FALSE;
  return TRUE;
}

/* A text that a stricter reader refuses is still shown, with nothing read from it. */
static MatchumPosting *
read_posting (MatchumWorkspacePosting *self)
{
  const char *name = self->record->source_name != NULL ? self->record->source_name : _ ("the posting");
  g_autoptr (GBytes) bytes = g_bytes_new (self->record->text, strlen (self->record->text));
  g_autoptr (MatchumSource) source = matchum_source_new (name, bytes, NULL);
  MatchumPosting *posting = source != NULL ? matchum_posting_reader_read (source, NULL) : NULL;

  if (posting != NULL)
    return posting;
  if (source == NULL)
    {
      g_autoptr (GBytes) nothing = g_bytes_new_static ("-\n", 2);

      source = matchum_source_new (name, nothing, NULL);
    }
  return matchum_posting_new (source, NULL, NULL,
                              g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_line_free));
}

/* What was put right stays in mind when the rest is let go, so that it is known when it is another. */
static GPtrArray *
read_corrections (MatchumWorkspacePosting *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *corrections =
      matchum_posting_reading_list (matchum_library_get_database (self->library), self->record->id, &error);

  if (corrections != NULL)
    return corrections;
  g_warning ("What was put right of a posting could not be read: %s", error->message);
  return g_ptr_array_new ();
}

static gboolean
has_same_corrections (GPtrArray *before, GPtrArray *after)
{
  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (!matchum_posting_correction_is_equal (before->pdata[i], after->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
ensure_names (MatchumWorkspacePosting *self)
{
  gboolean was_read = self->read != NULL;
  MatchumPosting *posting;

  if (self->has_names)
    return;

  posting = matchum_workspace_posting_get_read (self);
  self->company = g_strdup (matchum_posting_get_company (posting));
  self->title = g_strdup (matchum_posting_get_title (posting));
  self->has_names = TRUE;
  if (!was_read)
    g_clear_pointer (&self->read, matchum_posting_unref);
}

/* What the user wrote, or what was read. */
static const char *
get_name (MatchumWorkspacePosting *self, const char *written, char *const *read)
{
  if (written != NULL && *written != '\0')
    return written;
  ensure_names (self);
  return *read;
}

static void
note_figure (MatchumWorkspacePosting *self)
{
  MatchumTally tally = matchum_coverage_get_required (self->coverage);

  if (tally.met + tally.partial + tally.missing == 0)
    tally = matchum_coverage_get_preferred (self->coverage);
  self->figure = (MatchumPostingFigure){ .n_met = tally.met,
                                         .n_partial = tally.partial,
                                         .n_hard = tally.met + tally.partial + tally.missing };
  self->has_figure = TRUE;
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

  forget_match (self);
  forget_choices (self);
  forget_names (self);
  g_clear_pointer (&self->sent_on, g_free);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->applications, g_ptr_array_unref);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  forget_posting (self);
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

guint
matchum_workspace_posting_get_n_old_wordings (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), 0);

  return self->n_old_wordings;
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

static MatchumPosting *
get_corrected (MatchumWorkspacePosting *self)
{
  if (self->corrected == NULL)
    self->corrected = matchum_posting_with_placed_corrections (matchum_workspace_posting_get_read (self),
                                                               matchum_workspace_posting_get_corrections (self));
  return self->corrected;
}

MatchumPosting *
matchum_workspace_posting_get_posting (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->posting == NULL)
    {
      guint team = matchum_workspace_posting_get_team (self);

      self->posting = team != MATCHUM_NO_TEAM ? matchum_team_posting_new (get_corrected (self), self->details, team)
                                              : matchum_posting_ref (get_corrected (self));
    }
  return self->posting;
}

/* The day on which it was added, else today: "D-7" counts from when it was written. */
static MatchumDay
get_day_of_reading (MatchumWorkspacePosting *self)
{
  MatchumDay day = { 0 };
  const char *text = self->record->created_on;

  if (text == NULL || sscanf (text, "%4d-%2d-%2d", &day.year, &day.month, &day.day) != 3
      || !g_date_valid_dmy ((GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year))
    return self->as_of;
  return day;
}

MatchumPostingDetails *
matchum_workspace_posting_get_details (MatchumWorkspacePosting *self)
{
  const MatchumPostingDeadline *deadline;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->details != NULL)
    return self->details;
  self->details = matchum_posting_details_read (get_corrected (self), get_day_of_reading (self));
  deadline = matchum_posting_details_get_deadline (self->details);
  self->last_day = deadline != NULL ? deadline->day : (MatchumDay){ 0 };
  self->has_last_day = TRUE;
  return self->details;
}

guint
matchum_workspace_posting_get_team (MatchumWorkspacePosting *self)
{
  const char *team;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), MATCHUM_NO_TEAM);

  ensure_choices (self);
  team = matchum_application_get_team (self->application);
  return team != NULL ? matchum_team_posting_find (matchum_workspace_posting_get_details (self), team)
                      : MATCHUM_NO_TEAM;
}

gboolean
matchum_workspace_posting_get_last_day (MatchumWorkspacePosting *self, MatchumDay *day)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  *day = self->last_day;
  return self->has_last_day && day->year > 0;
}

MatchumDay
matchum_workspace_posting_get_as_of (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), (MatchumDay){ 0 });

  return self->as_of;
}

gboolean
matchum_workspace_posting_needs_details (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);

  return !self->has_last_day;
}

MatchumPosting *
matchum_workspace_posting_get_read (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->read == NULL)
    self->read = read_posting (self);
  return self->read;
}

MatchumPlacedCorrections *
matchum_workspace_posting_get_corrections (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->corrections == NULL)
    self->corrections = read_corrections (self);
  if (self->placed == NULL)
    self->placed = matchum_placed_corrections_new (matchum_workspace_posting_get_read (self), self->corrections);
  return self->placed;
}

const char *
matchum_workspace_posting_get_company (MatchumWorkspacePosting *self)
{
  const char *company;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  company = get_name (self, self->record->company, &self->company);
  /* Translators: stands for the name of a company that the posting does not tell. */
  return company != NULL && *company != '\0' ? company : _ ("Unnamed Company");
}

const char *
matchum_workspace_posting_get_title (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return get_name (self, self->record->title, &self->title);
}

MatchumApplication *
matchum_workspace_posting_get_application (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  ensure_choices (self);
  return self->application;
}

const MatchumApplicationRecord *
matchum_workspace_posting_get_choices (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  ensure_choices (self);
  return self->choices;
}

MatchumWorkspaceBaseline *
matchum_workspace_posting_get_baseline (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return self->baseline;
}

MatchumResume *
matchum_workspace_posting_get_resume (MatchumWorkspacePosting *self)
{
  MatchumResume *baseline;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  baseline = self->baseline != NULL ? matchum_workspace_baseline_get_resume (self->baseline) : NULL;
  if (baseline == NULL)
    return NULL;
  if (self->resume == NULL)
    {
      ensure_choices (self);
      self->resume = matchum_tailored_resume_new_with_report (baseline, self->application, &self->report);
    }
  return self->resume;
}

const MatchumTailoredResumeReport *
matchum_workspace_posting_get_report (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  return matchum_workspace_posting_get_resume (self) != NULL ? self->report : NULL;
}

gboolean
matchum_workspace_posting_needs_match (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);

  return self->found == NULL && !self->has_figure && self->baseline != NULL
         && matchum_workspace_baseline_get_resume (self->baseline) != NULL;
}

static MatchumMatch *
match_with_claims (MatchumWorkspacePosting *self, MatchumResume *resume)
{
  g_autoptr (MatchumPlacedClaims) placed = NULL;

  ensure_claims (self);
  if (self->claims->len == 0)
    return matchum_match_ref (self->found);
  placed = matchum_placed_claims_new (self->claims, matchum_workspace_posting_get_read (self),
                                      matchum_workspace_posting_get_posting (self), resume);
  return matchum_match_with_claims (self->found, placed);
}

MatchumMatch *
matchum_workspace_posting_get_match (MatchumWorkspacePosting *self)
{
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  resume = matchum_workspace_posting_get_resume (self);
  if (self->found == NULL && resume != NULL)
    self->found = matchum_match_new (resume, matchum_workspace_posting_get_posting (self), self->lexicon, self->as_of);
  if (self->match == NULL && resume != NULL)
    self->match = match_with_claims (self, resume);
  return self->match;
}

MatchumVisibility *
matchum_workspace_posting_get_visibility (MatchumWorkspacePosting *self)
{
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  resume = matchum_workspace_posting_get_resume (self);
  if (self->visibility == NULL && resume != NULL)
    self->visibility = matchum_application_get_visibility (matchum_workspace_posting_get_application (self), resume);
  return self->visibility;
}

MatchumCoverage *
matchum_workspace_posting_get_coverage (MatchumWorkspacePosting *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  if (self->coverage == NULL && matchum_workspace_posting_get_resume (self) != NULL)
    {
      self->coverage = matchum_coverage_new (matchum_workspace_posting_get_match (self),
                                             matchum_workspace_posting_get_visibility (self));
      note_figure (self);
    }
  return self->coverage;
}

gboolean
matchum_workspace_posting_get_figure (MatchumWorkspacePosting *self, MatchumPostingFigure *figure)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);
  g_return_val_if_fail (figure != NULL, FALSE);

  if (!self->has_figure && self->found != NULL)
    matchum_workspace_posting_get_coverage (self);
  if (self->has_figure)
    *figure = self->figure;
  return self->has_figure;
}

/* What was never looked at need not be read again. */
static gboolean
update_corrections (MatchumWorkspacePosting *self)
{
  GPtrArray *after;
  gboolean is_same;

  if (self->corrections == NULL)
    return FALSE;
  after = read_corrections (self);
  is_same = has_same_corrections (self->corrections, after);
  g_ptr_array_unref (self->corrections);
  self->corrections = after;
  return !is_same;
}

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

MatchumPostingNews
matchum_workspace_posting_update (MatchumWorkspacePosting *self, MatchumPostingRecord *record)
{
  MatchumPostingRecord *before;
  MatchumPostingNews news = MATCHUM_POSTING_NEWS_NONE;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), MATCHUM_POSTING_NEWS_NONE);
  g_return_val_if_fail (record != NULL, MATCHUM_POSTING_NEWS_NONE);

  before = self->record;
  self->record = record;
  if (update_corrections (self))
    news = MATCHUM_POSTING_NEWS_LINES;
  if (!g_str_equal (before->text, record->text))
    {
      news = MATCHUM_POSTING_NEWS_TEXT;
      forget_names (self);
      g_clear_pointer (&self->read, matchum_posting_unref);
    }
  if (news != MATCHUM_POSTING_NEWS_NONE)
    {
      forget_match (self);
      forget_posting (self);
      self->has_last_day = FALSE;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  notify_names (self, before);
  matchum_posting_record_free (before);
  return news;
}

/* Another team has other requirements. */
static void
forget_team (MatchumWorkspacePosting *self)
{
  forget_match (self);
  g_clear_pointer (&self->posting, matchum_posting_unref);
}

static gboolean
has_same_team (MatchumApplication *a, MatchumApplication *b)
{
  return g_strcmp0 (matchum_application_get_team (a), matchum_application_get_team (b)) == 0;
}

/* What follows from before, and no longer from after. */
static void
forget_chosen (MatchumWorkspacePosting *self, MatchumApplication *before, MatchumApplication *after)
{
  forget_verdicts (self);
  if (!has_same_team (before, after))
    forget_team (self);
  if (!matchum_application_has_same_words (before, after))
    forget_resume (self);
}

gboolean
matchum_workspace_posting_reread (MatchumWorkspacePosting *self)
{
  g_autoptr (MatchumApplication) before = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  gboolean has_other_claims;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), FALSE);

  g_clear_pointer (&self->applications, g_ptr_array_unref);
  before = g_steal_pointer (&self->application);
  g_clear_pointer (&self->choices, matchum_application_record_free);
  claims = g_steal_pointer (&self->claims);
  if (before == NULL)
    {
      forget_team (self); /* nobody has looked yet, but at the figure */
      forget_resume (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return TRUE;
    }
  ensure_choices (self);
  ensure_claims (self);
  has_other_claims = claims != NULL && !has_same_claims (claims, self->claims);
  if (matchum_application_is_equal (before, self->application) && !has_other_claims)
    return FALSE;
  if (has_other_claims)
    g_clear_pointer (&self->match, matchum_match_unref);
  forget_chosen (self, before, self->application);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

char **
matchum_workspace_posting_dup_baselines (MatchumWorkspacePosting *self)
{
  GStrvBuilder *builder;
  char **ids;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);

  ensure_applications (self);
  builder = g_strv_builder_new ();
  for (guint i = 0; i < self->applications->len; i++)
    g_strv_builder_add (builder, ((const MatchumApplicationRecord *) self->applications->pdata[i])->baseline);
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return ids;
}

void
matchum_workspace_posting_set_baseline (MatchumWorkspacePosting *self, MatchumWorkspaceBaseline *baseline)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));
  g_return_if_fail (baseline == NULL || MATCHUM_IS_WORKSPACE_BASELINE (baseline));

  if (!g_set_object (&self->baseline, baseline))
    return;

  forget_choices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
matchum_workspace_posting_forget_match (MatchumWorkspacePosting *self)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));

  forget_resume (self);
  g_signal_emit (self, signals[CHANGED], 0);
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

const MatchumApplicationRecord *
matchum_workspace_posting_choose (MatchumWorkspacePosting *self,
                                  MatchumApplication *application,
                                  const char *created_on)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);
  g_return_val_if_fail (application != NULL, NULL);
  g_return_val_if_fail (self->baseline != NULL, NULL);

  ensure_choices (self);
  if (self->choices == NULL)
    {
      self->choices = matchum_application_record_new ();
      self->choices->id = g_uuid_string_random ();
      self->choices->baseline = g_strdup (matchum_workspace_baseline_get_id (self->baseline));
      self->choices->posting = g_strdup (self->record->id);
      self->choices->created_on = g_strdup (created_on);
      note_seen (self, self->choices);
    }
  matchum_application_record_set_application (self->choices, application);
  self->choices->place = 0;

  forget_chosen (self, self->application, application);
  matchum_application_unref (self->application);
  self->application = matchum_application_ref (application);
  g_signal_emit (self, signals[CHANGED], 0);
  return self->choices;
}

const char *
matchum_workspace_posting_find_baseline_of (MatchumWorkspacePosting *self, const char *application)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self), NULL);
  g_return_val_if_fail (application != NULL, NULL);

  return self->seen != NULL ? g_hash_table_lookup (self->seen, application) : NULL;
}

void
matchum_workspace_posting_trim (MatchumWorkspacePosting *self)
{
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (self));

  ensure_names (self);
  g_clear_pointer (&self->coverage, matchum_coverage_unref);
  g_clear_pointer (&self->visibility, matchum_visibility_unref);
  g_clear_pointer (&self->match, matchum_match_unref);
  g_clear_pointer (&self->found, matchum_match_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->resume, matchum_resume_unref);
  g_clear_pointer (&self->report, matchum_tailored_resume_report_free);
  forget_posting (self);
  g_clear_pointer (&self->read, matchum_posting_unref);
  g_clear_pointer (&self->application, matchum_application_unref);
  g_clear_pointer (&self->choices, matchum_application_record_free);
  g_clear_pointer (&self->applications, g_ptr_array_unref);
}
