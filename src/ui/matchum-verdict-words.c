/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says a verdict in words. */
#include "config.h"

#include "ui/matchum-verdict-words.h"

#include <glib/gi18n-lib.h>

#include "match/matchum-explanation.h"
#include "match/matchum-month-words.h"

/* The reason is one line of the window: what shows a requirement best, and how many more there are. */
#define MAX_REASONS 3

typedef struct {
  const char *word;
  const char *icon_name;
  const char *css_class;
} Standing;

static const Standing standings[] = {
  [MATCHUM_STANDING_MET] = { NC_ ("verdict", "Met"), "matchum-met-symbolic", "met" },
  [MATCHUM_STANDING_LISTED] = { NC_ ("verdict", "Listed only"), "matchum-listed-symbolic", "listed" },
  [MATCHUM_STANDING_PARTIAL] = { NC_ ("verdict", "Partial"), "matchum-partial-symbolic", "partial" },
  [MATCHUM_STANDING_MISSING] = { NC_ ("verdict", "Missing"), "matchum-missing-symbolic", "missing" },
  [MATCHUM_STANDING_SOFT] = { NC_ ("verdict", "Cannot tell"), "matchum-soft-symbolic", "soft" },
};

static gboolean
has_string (GPtrArray *strings, const char *string)
{
  return g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL);
}

static char *
dup_span (const MatchumBlock *block, MatchumSpan span)
{
  const char *text = matchum_block_get_text (block);
  gsize length = matchum_inline_text_get_length (block->content);
  gsize end = MIN (span.end, length), start = MIN (span.start, end);

  return g_strstrip (g_strndup (text + start, end - start));
}

/* The dates that evidence of years speaks of: those it marks, else those of its entry. */
static void
append_dates (GArray *dates, MatchumResume *resume, const MatchumEvidence *evidence)
{
  const MatchumBlock *block = matchum_resume_get_block (resume, evidence->block);

  if (block->kind == MATCHUM_BLOCK_ENTRY && block->dated_by != MATCHUM_BLOCK_NONE)
    block = matchum_resume_get_block (resume, block->dated_by);
  if (block->dates != NULL && block->dates->len > 0)
    g_array_append_vals (dates, block->dates->data, block->dates->len);
}

static char *
dup_years (MatchumMatch *match, GPtrArray *evidence)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (MatchumDateRange));
  guint months;

  for (guint i = 0; i < evidence->len; i++)
    {
      const MatchumEvidence *one = evidence->pdata[i];

      if (one->reason == MATCHUM_REASON_YEARS)
        append_dates (dates, matchum_match_get_resume (match), one);
    }
  months = matchum_date_range_count_months ((const MatchumDateRange *) (gpointer) dates->data, dates->len,
                                            matchum_match_get_as_of (match));
  return months > 0 ? matchum_month_words_format (months) : NULL;
}

/* What shows something by a name of the user's own says so: it is they who answer for it. */
static char *
dup_own_words (const char *words, const MatchumCriterion *criterion)
{
  if (criterion != NULL && criterion->name != NULL && g_utf8_collate (words, criterion->name) != 0)
    /* Translators: why a requirement is met: the first %s are words of the resume, which the user counts as the second.
     */
    return g_strdup_printf (_ ("%s → %s (a name of your own)"), words, criterion->name);
  /* Translators: why a requirement is met; %s are words of the resume, to which the user gave a meaning. */
  return g_strdup_printf (_ ("%s (a name of your own)"), words);
}

static char *
dup_evidence_words (MatchumMatch *match, const MatchumEvidence *evidence, GPtrArray *all)
{
  g_autofree char *words = NULL;

  if (evidence->reason == MATCHUM_REASON_YEARS)
    return dup_years (match, all);

  words = dup_span (matchum_resume_get_block (matchum_match_get_resume (match), evidence->block), evidence->span);
  if (evidence->is_own)
    return dup_own_words (words, evidence->criterion);
  if (evidence->reason == MATCHUM_REASON_IMPLIED && evidence->criterion != NULL && evidence->criterion->name != NULL
      && g_utf8_collate (words, evidence->criterion->name) != 0)
    return g_strconcat (words, " → ", evidence->criterion->name, NULL);
  return g_steal_pointer (&words);
}

/* Different words of the evidence, the strongest first. */
static char *
join_evidence (MatchumMatch *match, GPtrArray *evidence)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  guint n_more = 0;

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autofree char *words = dup_evidence_words (match, evidence->pdata[i], evidence);

      if (words == NULL || *words == '\0' || has_string (reasons, words))
        continue;
      if (reasons->len < MAX_REASONS)
        g_ptr_array_add (reasons, g_steal_pointer (&words));
      else
        n_more++;
    }
  if (n_more > 0)
    g_ptr_array_add (reasons, g_strdup_printf ("+%u", n_more));
  g_ptr_array_add (reasons, NULL);
  return g_strjoinv (" · ", (char **) reasons->pdata);
}

static void
append_hidden_evidence (GPtrArray *found,
                        MatchumMatch *match,
                        MatchumVisibility *visibility,
                        const MatchumCriterion *criterion)
{
  GPtrArray *evidence;

  if (!matchum_criterion_is_leaf (criterion))
    {
      for (guint i = 0; i < criterion->children->len; i++)
        append_hidden_evidence (found, match, visibility, criterion->children->pdata[i]);
      return;
    }

  evidence = matchum_match_get_evidence (match, criterion);
  for (guint i = 0; i < evidence->len; i++)
    {
      MatchumEvidence *one = evidence->pdata[i];

      if (!matchum_visibility_is_visible (visibility, one->block))
        g_ptr_array_add (found, one);
    }
}

static char *
join_hidden_evidence (MatchumMatch *match, MatchumVisibility *visibility, guint index)
{
  MatchumRequirement *requirement = matchum_match_get_requirement (match, index);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < matchum_requirement_get_n_parts (requirement); i++)
    {
      const MatchumRequirementPart *part = matchum_requirement_get_part (requirement, i);

      if (part->criterion != NULL)
        append_hidden_evidence (found, match, visibility, part->criterion);
    }
  return join_evidence (match, found);
}

static char *
join_missing (GPtrArray *missing)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < missing->len; i++)
    if (!has_string (names, missing->pdata[i]))
      g_ptr_array_add (names, missing->pdata[i]);
  g_ptr_array_add (names, NULL);
  /* Translators: stands between the names in a list of what is missing. */
  return g_strjoinv (_ (", "), (char **) names->pdata);
}

static char *
dup_reason_of_absence (MatchumMatch *match, MatchumVisibility *visibility, const MatchumVerdict *verdict, guint index)
{
  g_autofree char *missing = join_missing (verdict->missing);
  g_autofree char *hidden = NULL;

  if (verdict->n_hidden > 0)
    hidden = join_hidden_evidence (match, visibility, index);

  if (hidden != NULL && *hidden != '\0')
    {
      if (verdict->status == MATCHUM_STATUS_MISSING)
        /* Translators: why a requirement is missing; %s are words of the resume. */
        return g_strdup_printf (_ ("Only in a hidden item: %s"), hidden);
      /* Translators: why a requirement is met in part; the first %s are names, the second are words of the resume. */
      return g_strdup_printf (_ ("Not shown: %s · in a hidden item: %s"), missing, hidden);
    }
  if (verdict->status == MATCHUM_STATUS_MISSING)
    return g_steal_pointer (&missing);
  /* Translators: why a requirement is met in part; %s are names of skills. */
  return g_strdup_printf (_ ("Not shown: %s"), missing);
}

MatchumStanding
matchum_verdict_get_standing (const MatchumVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, MATCHUM_STANDING_SOFT);

  return matchum_standing_find (verdict->status, verdict->is_listed_only);
}

MatchumStanding
matchum_standing_find (MatchumStatus status, gboolean is_listed_only)
{
  switch (status)
    {
    case MATCHUM_STATUS_MET:
      return is_listed_only ? MATCHUM_STANDING_LISTED : MATCHUM_STANDING_MET;
    case MATCHUM_STATUS_PARTIAL:
      return MATCHUM_STANDING_PARTIAL;
    case MATCHUM_STATUS_MISSING:
      return MATCHUM_STANDING_MISSING;
    case MATCHUM_STATUS_UNPROVABLE:
    default:
      return MATCHUM_STANDING_SOFT;
    }
}

gboolean
matchum_standing_is_open (MatchumStanding standing)
{
  return standing == MATCHUM_STANDING_PARTIAL || standing == MATCHUM_STANDING_MISSING;
}

const char *
matchum_standing_get_word (MatchumStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standings), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "verdict", standings[standing].word);
}

const char *
matchum_standing_get_icon_name (MatchumStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standings), NULL);

  return standings[standing].icon_name;
}

const char *
matchum_standing_get_css_class (MatchumStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standings), NULL);

  return standings[standing].css_class;
}

/**
 * matchum_coverage_dup_reason:
 * @self: the verdicts
 * @visibility: what they were made of
 * @requirement: index in the match
 *
 * Returns: (transfer full): one line, translated but for what it quotes
 */
char *
matchum_coverage_dup_reason (MatchumCoverage *self, MatchumVisibility *visibility, guint requirement)
{
  const MatchumVerdict *verdict;
  MatchumMatch *match;
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (visibility != NULL, NULL);

  match = matchum_coverage_get_match (self);
  verdict = matchum_coverage_get_verdict (self, requirement);
  if (verdict->is_by_hand)
    {
      g_autoptr (MatchumExplanation) explanation = matchum_explanation_new (self, requirement);

      return g_strdup (matchum_explanation_get_sentence (explanation));
    }
  switch (matchum_verdict_get_standing (verdict))
    {
    case MATCHUM_STANDING_MET:
      return join_evidence (match, verdict->evidence);
    case MATCHUM_STANDING_LISTED:
      words = join_evidence (match, verdict->evidence);
      /* Translators: why a requirement is only just met; %s are words of the resume. */
      return g_strdup_printf (_ ("In a skills list alone: %s"), words);
    case MATCHUM_STANDING_PARTIAL:
    case MATCHUM_STANDING_MISSING:
      return dup_reason_of_absence (match, visibility, verdict, requirement);
    case MATCHUM_STANDING_SOFT:
    default:
      return g_strdup (_ ("Nothing a resume can prove"));
    }
}
