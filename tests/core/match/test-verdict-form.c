/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of verdicts held against coverages: the same verdicts for whatever is visible, on all labelled pairs. */
#include "config.h"

#include <string.h>

#include "../../support/labelled-pairs.h"
#include "match-fixture.h"
#include "match/matchum-verdict-form.h"

/* Choices of blocks that every pair is tried with, the one where nothing is hidden among them. */
#define N_CHOICES 12

typedef struct {
  GRand *random;
  guint n_verdicts;
  guint n_changed; /* verdicts other than those of the whole resume */
  guint n_worked;  /* met verdicts, */
  guint n_unlike;  /* and those of them whose form tells otherwise whether they are listed only */
} Trial;

static MatchumVisibility *
choose (Trial *self, MatchumVisibility *all, guint choice)
{
  const guint n = matchum_resume_get_n_blocks (matchum_visibility_get_resume (all));
  g_autofree guint8 *is_hidden = g_malloc0 (n + 1);

  for (guint i = 0; choice > 0 && i < n; i++)
    is_hidden[i] = g_rand_int_range (self->random, 0, N_CHOICES) < (gint) choice;
  return matchum_visibility_with_all_hidden (all, is_hidden);
}

static guint8 *
list_visible (MatchumVisibility *visibility)
{
  const guint n = matchum_resume_get_n_blocks (matchum_visibility_get_resume (visibility));
  guint8 *is_visible = g_malloc0 (n + 1);

  for (guint i = 0; i < n; i++)
    is_visible[i] = (guint8) matchum_visibility_is_visible (visibility, i);
  return is_visible;
}

static MatchumStatus
get_status (const MatchumVerdictForm *form, const guint8 *is_visible)
{
  if (form == NULL)
    return MATCHUM_STATUS_UNPROVABLE;
  return matchum_form_is_true (form->met, is_visible)     ? MATCHUM_STATUS_MET
         : matchum_form_is_true (form->begun, is_visible) ? MATCHUM_STATUS_PARTIAL
                                                          : MATCHUM_STATUS_MISSING;
}

static void
check_verdict (Trial *self, MatchumCoverage *coverage, guint index, const char *name, const guint8 *is_visible)
{
  g_autoptr (MatchumVerdictForm) form = matchum_verdict_form_new (matchum_coverage_get_match (coverage), index);
  const MatchumVerdict *verdict = matchum_coverage_get_verdict (coverage, index);

  if (get_status (form, is_visible) != verdict->status)
    g_error ("%s, requirement %u (%s): form says %d, coverage %d", name, index,
             matchum_posting_line_get_text (matchum_requirement_get_line (
                 matchum_match_get_requirement (matchum_coverage_get_match (coverage), index))),
             get_status (form, is_visible), verdict->status);
  self->n_verdicts++;
  if (verdict->status != MATCHUM_STATUS_MET)
    return;
  self->n_worked++;
  self->n_unlike += matchum_form_is_true (form->worked, is_visible) == verdict->is_listed_only;
}

static void
check_pair (MatchumMatch *match, const char *name, gpointer data)
{
  Trial *self = data;
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (matchum_match_get_resume (match));
  g_autoptr (MatchumCoverage) whole = matchum_coverage_new (match, all);

  for (guint choice = 0; choice < N_CHOICES; choice++)
    {
      g_autoptr (MatchumVisibility) visibility = choose (self, all, choice);
      g_autoptr (MatchumCoverage) coverage = matchum_coverage_new (match, visibility);
      g_autofree guint8 *is_visible = list_visible (visibility);

      for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
        {
          check_verdict (self, coverage, i, name, is_visible);
          self->n_changed +=
              matchum_coverage_get_verdict (coverage, i)->status != matchum_coverage_get_verdict (whole, i)->status;
        }
    }
}

/* --- what a person says of lines --- */

/* The name of any leaf under a node, or NULL for all of the line. */
static const char *
pick_criterion (Trial *self, const MatchumCriterion *node)
{
  while (node != NULL && node->children != NULL && g_rand_int_range (self->random, 0, 4) > 0)
    node = g_ptr_array_index (node->children, g_rand_int_range (self->random, 0, (gint32) node->children->len));
  return node != NULL && g_rand_boolean (self->random) ? node->name : NULL;
}

/* One or two claims of a line, of any kind. */
static void
add_claims (Trial *self, GPtrArray *claims, MatchumMatch *match, guint index)
{
  MatchumRequirement *requirement = matchum_match_get_requirement (match, index);
  MatchumResume *resume = matchum_match_get_resume (match);
  g_autoptr (GArray) anchors = matchum_line_anchor_list (matchum_match_get_posting (match));
  MatchumLineAnchor anchor = g_array_index (anchors, MatchumLineAnchor, matchum_requirement_get_index (requirement));
  guint n_parts = matchum_requirement_get_n_parts (requirement);

  for (gint i = g_rand_int_range (self->random, 0, 3); i > 0 && n_parts > 0; i--)
    {
      MatchumClaimKind kind = (MatchumClaimKind) g_rand_int_range (self->random, 0, MATCHUM_CLAIM_LACK + 1);
      guint part = (guint) g_rand_int_range (self->random, 0, (gint32) n_parts);
      guint block = (guint) g_rand_int_range (self->random, 0, (gint32) matchum_resume_get_n_blocks (resume));
      const char *id = matchum_claim_kind_has_block (kind) ? matchum_resume_get_block (resume, block)->id : NULL;

      g_ptr_array_add (
          claims,
          matchum_claim_new (kind, &anchor, 0,
                             pick_criterion (self, matchum_requirement_get_part (requirement, part)->criterion), id));
    }
}

static void
check_claimed_pair (MatchumMatch *match, const char *name, gpointer data)
{
  Trial *self = data;
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_claim_unref);
  g_autoptr (MatchumPlacedClaims) placed = NULL;
  g_autoptr (MatchumMatch) claimed = NULL;
  MatchumPosting *posting = matchum_match_get_posting (match);

  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    add_claims (self, claims, match, i);
  placed = matchum_placed_claims_new (claims, posting, posting, matchum_match_get_resume (match));
  g_assert_cmpuint (matchum_placed_claims_get_unplaced (placed)->len, ==, 0);
  claimed = matchum_match_with_claims (match, placed);
  check_pair (claimed, name, self);
}

static void
test_labelled (void)
{
  g_autoptr (MatchumLexicon) lexicon = fixture_make_lexicon (NULL);
  Trial trial = { .random = g_rand_new_with_seed (7) };
  guint n_pairs = labelled_pairs_visit (lexicon, 1, check_pair, &trial);

  g_test_message ("%u pairs, %u verdicts, %u of them changed by hiding; of %u met, %u tell lists apart otherwise",
                  n_pairs, trial.n_verdicts, trial.n_changed, trial.n_worked, trial.n_unlike);
  g_assert_cmpuint (n_pairs, >=, 100);
  g_assert_cmpuint (trial.n_changed, >=, trial.n_verdicts / 10);
  g_assert_cmpuint (trial.n_unlike * 100, <=, trial.n_worked);
  g_rand_free (trial.random);
}

static void
test_claimed (void)
{
  g_autoptr (MatchumLexicon) lexicon = fixture_make_lexicon (NULL);
  Trial trial = { .random = g_rand_new_with_seed (8) };
  guint n_pairs = labelled_pairs_visit (lexicon, 3, check_claimed_pair, &trial);

  g_test_message ("%u pairs, %u verdicts, %u of them changed by hiding; of %u met, %u tell lists apart otherwise",
                  n_pairs, trial.n_verdicts, trial.n_changed, trial.n_worked, trial.n_unlike);
  g_assert_cmpuint (n_pairs, >=, 30);
  g_assert_cmpuint (trial.n_changed, >=, trial.n_verdicts / 20);
  g_assert_cmpuint (trial.n_unlike * 20, <=, trial.n_worked);
  g_rand_free (trial.random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict-form/labelled", test_labelled);
  g_test_add_func ("/verdict-form/claimed", test_claimed);
  return g_test_run ();
}
