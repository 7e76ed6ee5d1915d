/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what was found of everything that a requirement asks for. What is shown is told by the rules of the verdicts
 * themselves; this only looks up by what. */
#include "config.h"

#include "match/matchum-finding.h"

#include <string.h>

#include "match/matchum-amount-place.h"
#include "match/matchum-coverage-private.h"
#include "match/matchum-judged-claims.h"
#include "match/matchum-match-private.h"

/* A score of a test up to here is a grade in words, one above it a number of points. */
#define LAST_GRADE 9

typedef struct {
  MatchumMatch *match;
  MatchumVisibility *visibility;
  const MatchumVerdict *verdict;
  const MatchumCriterion *root;
  GPtrArray *claims;    /* of MatchumPlacedClaim, or NULL */
  GHashTable *shown;    /* set of MatchumCriterion: by what is visible, */
  GHashTable *possible; /* and by the whole resume; NULL where nothing is hidden */
} Survey;

static void
free_work (gpointer data)
{
  MatchumCountedWork *work = data;

  g_free (work->name);
  g_free (work);
}

void
matchum_finding_free (MatchumFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->words);
  g_clear_pointer (&self->work, g_ptr_array_unref);
  g_clear_pointer (&self->hidden_work, g_ptr_array_unref);
  g_clear_pointer (&self->hints, g_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

gboolean
matchum_finding_is_shown (const MatchumFinding *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->state == MATCHUM_FINDING_SHOWN || self->state == MATCHUM_FINDING_LISTED;
}

/* Evidence --------------------------------------------------------------------------------------------------------- */

/* Whether leaf is node or hangs under it. */
static gboolean
is_under (const MatchumCriterion *node, const MatchumCriterion *leaf)
{
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    if (is_under (g_ptr_array_index (node->children, i), leaf))
      return TRUE;
  return node == leaf;
}

/* What the verdict has for node: array of MatchumEvidence, borrowed, strongest first. */
static GPtrArray *
find_cited (const Survey *self, const MatchumCriterion *node)
{
  GPtrArray *cited = g_ptr_array_new ();

  for (guint i = 0; i < self->verdict->evidence->len; i++)
    {
      MatchumEvidence *evidence = g_ptr_array_index (self->verdict->evidence, i);

      if (is_under (node, evidence->criterion))
        g_ptr_array_add (cited, evidence);
    }
  return cited;
}

/* Whether a block is visible, and nobody said that it does not show the leaf. */
static gboolean
counts (const Survey *self, const MatchumCriterion *leaf, guint block)
{
  return matchum_visibility_is_visible (self->visibility, block)
         && !matchum_judged_claims_deny (self->claims, leaf, block);
}

/* The same for what is visible of a leaf, whether the verdict has it or not. */
static GPtrArray *
find_visible (const Survey *self, const MatchumCriterion *node)
{
  const MatchumLeafEvidence *leaf = matchum_match_get_leaf (self->match, node);
  GPtrArray *visible = g_ptr_array_new ();

  for (guint i = 0; leaf != NULL && i < leaf->ranked->len; i++)
    {
      MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);

      if (counts (self, node, evidence->block))
        g_ptr_array_add (visible, evidence);
    }
  return visible;
}

static guint
count_blocks (GPtrArray *evidence)
{
  g_autoptr (GHashTable) blocks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < evidence->len; i++)
    g_hash_table_add (blocks, GUINT_TO_POINTER (((const MatchumEvidence *) g_ptr_array_index (evidence, i))->block));
  return g_hash_table_size (blocks);
}

static guint
count_hidden (const Survey *self, const MatchumCriterion *node)
{
  const MatchumLeafEvidence *leaf = matchum_match_get_leaf (self->match, node);
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  for (guint i = 0; leaf != NULL && i < leaf->evidence->len; i++)
    {
      MatchumEvidence *evidence = g_ptr_array_index (leaf->evidence, i);

      if (!evidence->is_weak && !matchum_visibility_is_visible (self->visibility, evidence->block)
          && !matchum_judged_claims_deny (self->claims, node, evidence->block))
        g_ptr_array_add (hidden, evidence);
    }
  return count_blocks (hidden);
}

static gboolean
is_listed (GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    if (!((const MatchumEvidence *) g_ptr_array_index (evidence, i))->is_listed)
      return FALSE;
  return evidence->len > 0;
}

/* Words ------------------------------------------------------------------------------------------------------------ */

static const char *
get_text (const Survey *self, guint block)
{
  return matchum_block_get_text (matchum_resume_get_block (matchum_match_get_resume (self->match), block));
}

static char *
dup_span (const Survey *self, guint block, MatchumSpan span)
{
  const char *text = get_text (self, block);
  gsize length = strlen (text), end = MIN (span.end, length), start = MIN (span.start, end);

  return g_strstrip (g_strndup (text + start, end - start));
}

/* Letters and digits, folded: what tells names apart. */
static char *
squeeze (const char *name)
{
  g_autofree char *folded = matchum_fold (name, -1);
  GString *out = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '+' || *at == '#')
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

/* Whether two Latin words differ in their endings alone: prototyping, prototypes. */
static gboolean
has_same_stem (const char *a, const char *b)
{
  gsize length = 0;

  while (a[length] != '\0' && a[length] == b[length] && g_ascii_isalpha (a[length]))
    length++;
  for (gsize i = length; a[i] != '\0'; i++)
    if (!g_ascii_isalpha (a[i]) || i > length + 3)
      return FALSE;
  for (gsize i = length; b[i] != '\0'; i++)
    if (!g_ascii_isalpha (b[i]) || i > length + 3)
      return FALSE;
  return length >= 5;
}

/* Whether nobody has to be told that one means the other: Excel, MS Excel; but Spark is not PySpark. */
static gboolean
is_same_name (const char *a, const char *b, MatchumWay way)
{
  g_autofree char *left = squeeze (a);
  g_autofree char *right = squeeze (b);

  if (strlen (left) < 3 || strlen (right) < 3 || way == MATCHUM_WAY_IMPLIED)
    return strcmp (left, right) == 0;
  return strstr (left, right) != NULL || strstr (right, left) != NULL || has_same_stem (left, right);
}

static MatchumWay
get_way (const MatchumEvidence *evidence)
{
  if (evidence->is_own)
    return MATCHUM_WAY_OWN;
  if (evidence->reason == MATCHUM_REASON_IMPLIED)
    return MATCHUM_WAY_IMPLIED;
  return evidence->reason == MATCHUM_REASON_ALIAS ? MATCHUM_WAY_ALIAS : MATCHUM_WAY_NAMED;
}

/* The evidence that says it most plainly. */
static const MatchumEvidence *
find_plainest (GPtrArray *evidence)
{
  const MatchumEvidence *best = NULL;

  for (guint i = 0; i < evidence->len; i++)
    {
      const MatchumEvidence *one = g_ptr_array_index (evidence, i);

      if (best == NULL || get_way (one) < get_way (best))
        best = one;
    }
  return best;
}

/* A name has no more letters than this. */
#define MAX_NAME 30

static void
read_words (const Survey *self, MatchumFinding *finding, GPtrArray *evidence)
{
  const MatchumEvidence *best = find_plainest (evidence);
  g_autofree char *words = NULL;

  if (best == NULL)
    return;
  finding->way = get_way (best);
  words = dup_span (self, best->block, best->span);
  /* A whole line is no name of anything. */
  if (g_utf8_strlen (words, -1) > MAX_NAME && strlen (words) == strlen (get_text (self, best->block)))
    *words = '\0';
  /* A number says little by itself, but of scale. */
  if (*words != '\0' && (finding->name == NULL || !is_same_name (words, finding->name, finding->way))
      && (finding->criterion->is_scale || !g_ascii_isdigit (*words)))
    finding->words = g_steal_pointer (&words);
  else if (finding->way != MATCHUM_WAY_OWN)
    finding->way = MATCHUM_WAY_NAMED;
}

/* What a line says of a language or a test: from its name up to the next of a list. */
static char *
dup_claim (const Survey *self, guint block, MatchumSpan span)
{
  const char *text = get_text (self, block);
  gsize end = span.end;

  while (text[end] != '\0' && strchr (",;|)\n", text[end]) == NULL && !g_str_has_prefix (text + end, " · "))
    end++;
  for (gsize i = span.end; i < end; i++)
    if (text[i] == '(')
      {
        /* A bracket is told as a whole or not at all. */
        end = text[end] == ')' ? end + 1 : i;
        break;
      }
  return dup_span (self, block, MATCHUM_SPAN (span.start, end));
}

/* Facts ------------------------------------------------------------------------------------------------------------ */

static gboolean
has_range (const MatchumFact *fact, const MatchumDateRange *range)
{
  for (guint i = 0; i < fact->ranges->len; i++)
    {
      const MatchumDateRange *one = &g_array_index (fact->ranges, MatchumDateRange, i);

      if (one->first == range->first && one->is_open == range->is_open && (one->is_open || one->last == range->last))
        return TRUE;
    }
  return FALSE;
}

/* The fact that a block tells, where it tells several the one with the range; NULL where it tells none. */
static const MatchumFact *
find_fact (const Survey *self, MatchumFactKind kind, guint block, const MatchumDateRange *range)
{
  const GPtrArray *facts = matchum_evidence_index_get_facts (matchum_match_get_index (self->match));
  const MatchumFact *found = NULL;

  for (guint i = 0; i < facts->len; i++)
    {
      const MatchumFact *fact = g_ptr_array_index (facts, i);

      if (fact->kind != kind || fact->block != block || fact->name == NULL)
        continue;
      if (found == NULL || (range != NULL && has_range (fact, range)))
        found = fact;
    }
  return found;
}

static char *
dup_employer (const Survey *self, const MatchumSpell *spell)
{
  const MatchumFact *fact = find_fact (self, MATCHUM_FACT_WORK, spell->entry, &spell->range);

  char *name = g_strdup (fact != NULL ? fact->name : get_text (self, spell->entry));
  char *bracket = strstr (name, " (");

  /* What is said of it besides: "Acme (payments)". */
  if (bracket != NULL && bracket > name && name[strlen (name) - 1] == ')')
    *bracket = '\0';
  return name;
}

static gboolean
is_within (const MatchumDateRange *inner, const MatchumDateRange *outer)
{
  if (inner->first < outer->first || (inner->is_open && !outer->is_open))
    return FALSE;
  return outer->is_open || (!inner->is_open && inner->last <= outer->last);
}

/* Whether another time of work that is as visible holds all of the one at index. */
static gboolean
adds_nothing (const Survey *self, GArray *spells, guint index)
{
  const MatchumSpell *spell = &g_array_index (spells, MatchumSpell, index);

  for (guint i = 0; i < spells->len; i++)
    {
      const MatchumSpell *other = &g_array_index (spells, MatchumSpell, i);

      if (i != index
          && matchum_visibility_is_visible (self->visibility, other->entry)
                 == matchum_visibility_is_visible (self->visibility, spell->entry)
          && is_within (&spell->range, &other->range) && (i < index || !is_within (&other->range, &spell->range)))
        return TRUE;
    }
  return FALSE;
}

/* More times of work than this are not held against each other. */
#define MAX_SPELLS 60

static void
read_work (const Survey *self, MatchumFinding *finding, const MatchumLeafEvidence *leaf)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (MatchumDateRange));

  finding->work = g_ptr_array_new_with_free_func (free_work);
  finding->hidden_work = g_ptr_array_new_with_free_func (free_work);
  finding->months_asked = leaf->months;
  for (guint i = 0; i < leaf->spells->len; i++)
    {
      const MatchumSpell *spell = &g_array_index (leaf->spells, MatchumSpell, i);
      gboolean is_visible = matchum_visibility_is_visible (self->visibility, spell->entry);
      MatchumCountedWork *work;

      if (matchum_judged_claims_deny (self->claims, leaf->leaf, spell->entry))
        continue;
      if (is_visible)
        g_array_append_val (ranges, spell->range);
      if (leaf->spells->len > MAX_SPELLS || adds_nothing (self, leaf->spells, i))
        continue;
      work = g_new0 (MatchumCountedWork, 1);
      work->name = dup_employer (self, spell);
      work->range = spell->range;
      g_ptr_array_add (is_visible ? finding->work : finding->hidden_work, work);
    }
  finding->months = matchum_date_range_count_months ((const MatchumDateRange *) (gpointer) ranges->data, ranges->len,
                                                     matchum_match_get_as_of (self->match));
}

static void
read_degree (const Survey *self, MatchumFinding *finding, const MatchumLeafEvidence *leaf)
{
  MatchumEvidenceIndex *index = matchum_match_get_index (self->match);
  gboolean is_shown = g_hash_table_contains (self->shown, finding->criterion);

  for (guint i = 0; i < matchum_resume_get_n_blocks (matchum_match_get_resume (self->match)); i++)
    {
      gboolean is_held;
      MatchumDegree degree =
          matchum_leaf_evidence_read_degree (index, i, matchum_match_get_as_of (self->match), &is_held);

      if (!is_held || degree <= finding->degree || !matchum_visibility_is_visible (self->visibility, i)
          || (is_shown && !matchum_leaf_evidence_fits_field (leaf, index, matchum_match_get_lexicon (self->match), i)))
        continue;
      finding->degree = degree;
    }
  finding->is_other_field = !is_shown && finding->criterion->concepts->len > 0
                            && finding->degree >= MAX (finding->criterion->degree, (guint) MATCHUM_DEGREE_ASSOCIATE);
}

static char *
dup_school (const Survey *self, GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const MatchumEvidence *one = g_ptr_array_index (evidence, i);
      const MatchumFact *fact = find_fact (self, MATCHUM_FACT_EDUCATION, one->block, NULL);

      if (fact != NULL)
        return g_strdup (fact->name);
    }
  return evidence->len > 0 ? g_strdup (get_text (self, ((MatchumEvidence *) g_ptr_array_index (evidence, 0))->block))
                           : NULL;
}

/* What the resume tells, and its words for it. */
static void
read_amount (const Survey *self, MatchumFinding *finding, const MatchumEvidence *evidence)
{
  const MatchumAmount *amount = matchum_leaf_evidence_get_amount (matchum_match_get_index (self->match), evidence);

  if (amount != NULL)
    finding->amount = *amount;
  g_free (finding->words);
  finding->words = dup_span (self, evidence->block, evidence->span);
}

/* The tree --------------------------------------------------------------------------------------------------------- */

static void
explain_shown (const Survey *self, MatchumFinding *finding, const MatchumLeafEvidence *leaf)
{
  g_autoptr (GPtrArray) cited = find_cited (self, finding->criterion);
  g_autoptr (GPtrArray) visible = find_visible (self, finding->criterion);
  GPtrArray *evidence = cited->len > 0 ? cited : visible;
  const MatchumEvidence *best;

  finding->state = is_listed (evidence) ? MATCHUM_FINDING_LISTED : MATCHUM_FINDING_SHOWN;
  finding->n_items = count_blocks (cited);
  if (evidence->len == 0)
    {
      finding->way = leaf->is_given ? MATCHUM_WAY_GIVEN : MATCHUM_WAY_CONTEXT;
      return;
    }
  switch (finding->criterion->kind)
    {
    case MATCHUM_CRITERION_DEGREE:
    case MATCHUM_CRITERION_FIELD:
      finding->words = dup_school (self, evidence);
      break;
    case MATCHUM_CRITERION_LANGUAGE:
      best = g_ptr_array_index (evidence, 0);
      finding->words = dup_claim (self, best->block, best->span);
      break;
    case MATCHUM_CRITERION_CONCEPT:
    case MATCHUM_CRITERION_CERTIFICATE:
    case MATCHUM_CRITERION_WORD:
      read_words (self, finding, evidence);
      break;
    case MATCHUM_CRITERION_AMOUNT:
      read_amount (self, finding, g_ptr_array_index (evidence, 0));
      break;
    case MATCHUM_CRITERION_ALL:
    case MATCHUM_CRITERION_ANY:
    case MATCHUM_CRITERION_AT_LEAST:
    case MATCHUM_CRITERION_YEARS:
    case MATCHUM_CRITERION_ANYONE:
    default:
      break;
    }
}

static MatchumFault
get_fault (const Survey *self, const MatchumCriterion *leaf, const MatchumEvidence *evidence)
{
  const MatchumIndexBlock *block =
      matchum_evidence_index_get_block (matchum_match_get_index (self->match), evidence->block);

  if (leaf->kind == MATCHUM_CRITERION_WORD)
    return MATCHUM_FAULT_MISSPELT;
  if (leaf->kind == MATCHUM_CRITERION_CERTIFICATE
      || (leaf->kind == MATCHUM_CRITERION_LANGUAGE
          && matchum_leaf_evidence_is_expired (block, matchum_match_get_as_of (self->match))))
    return MATCHUM_FAULT_EXPIRED;
  return MATCHUM_FAULT_SHORT;
}

/* The largest amount that is said of what is asked, though it is less; FALSE where there is none. */
static gboolean
explain_less (const Survey *self, MatchumFinding *finding)
{
  g_autoptr (GPtrArray) visible = find_visible (self, finding->criterion);
  const MatchumAmount *largest = NULL;

  for (guint i = 0; i < visible->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (visible, i);
      const MatchumAmount *amount = matchum_leaf_evidence_get_amount (matchum_match_get_index (self->match), evidence);

      if (!evidence->is_weak || amount == NULL
          || !matchum_amount_place_fits (self->match, self->visibility, self->root, evidence->block)
          || (largest != NULL && !matchum_amount_reaches (amount, largest)))
        continue;
      largest = amount;
      read_amount (self, finding, evidence);
    }
  if (largest == NULL)
    return FALSE;
  finding->state = MATCHUM_FINDING_PART;
  finding->fault = MATCHUM_FAULT_SHORT;
  finding->n_items = count_blocks (visible);
  return TRUE;
}

/* Less than is asked: FALSE where there is nothing of it. */
static gboolean
explain_weak (const Survey *self, MatchumFinding *finding)
{
  g_autoptr (GPtrArray) visible = find_visible (self, finding->criterion);

  if (finding->criterion->kind == MATCHUM_CRITERION_AMOUNT)
    return explain_less (self, finding);
  for (guint i = 0; i < visible->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (visible, i);

      if (!evidence->is_weak)
        continue;
      finding->state = MATCHUM_FINDING_PART;
      finding->fault = get_fault (self, finding->criterion, evidence);
      if (finding->criterion->kind == MATCHUM_CRITERION_LANGUAGE)
        finding->words = dup_claim (self, evidence->block, evidence->span);
      else if (finding->criterion->kind != MATCHUM_CRITERION_YEARS)
        finding->words = dup_span (self, evidence->block, evidence->span);
      finding->n_items = count_blocks (visible);
      return TRUE;
    }
  return FALSE;
}

/* Whether it would be shown, were nothing hidden. */
static gboolean
is_possible (const Survey *self, const MatchumCriterion *node)
{
  return self->possible != NULL && g_hash_table_contains (self->possible, node);
}

/* A language that is spoken, but not well enough to count for anything. */
static void
read_poor_claim (const Survey *self, MatchumFinding *finding)
{
  MatchumEvidenceIndex *index = matchum_match_get_index (self->match);

  for (guint i = 0; i < finding->criterion->concepts->len && finding->words == NULL; i++)
    {
      GArray *mentions =
          matchum_evidence_index_get_mentions (index, g_array_index (finding->criterion->concepts, guint, i));

      for (guint k = 0; mentions != NULL && k < mentions->len && finding->words == NULL; k++)
        {
          const MatchumIndexMention *mention = &g_array_index (mentions, MatchumIndexMention, k);

          if (!mention->is_hedged && matchum_visibility_is_visible (self->visibility, mention->block))
            finding->words = dup_claim (self, mention->block, mention->span);
        }
    }
  if (finding->words != NULL)
    finding->fault = MATCHUM_FAULT_SHORT;
}

static void
explain_absent (const Survey *self, MatchumFinding *finding)
{
  const MatchumCriterion *node = finding->criterion;

  if (explain_weak (self, finding))
    return;
  if (finding->months > 0)
    {
      finding->state = MATCHUM_FINDING_PART;
      finding->fault = MATCHUM_FAULT_SHORT;
    }
  else if (is_possible (self, node))
    {
      finding->state = MATCHUM_FINDING_HIDDEN;
      finding->n_hidden = count_hidden (self, node);
    }
  else
    finding->state = finding->hints->len > 0 ? MATCHUM_FINDING_HINT : MATCHUM_FINDING_MISSING;
  if (node->kind == MATCHUM_CRITERION_LANGUAGE && finding->state == MATCHUM_FINDING_MISSING)
    read_poor_claim (self, finding);
}

static void
explain_leaf (const Survey *self, MatchumFinding *finding)
{
  const MatchumLeafEvidence *leaf = matchum_match_get_leaf (self->match, finding->criterion);
  gboolean is_shown = g_hash_table_contains (self->shown, finding->criterion);

  if (leaf == NULL)
    return;
  if (leaf->spells != NULL)
    read_work (self, finding, leaf);
  if (finding->criterion->kind == MATCHUM_CRITERION_DEGREE || finding->criterion->kind == MATCHUM_CRITERION_FIELD)
    read_degree (self, finding, leaf);
  if (is_shown)
    explain_shown (self, finding, leaf);
  if (!is_shown || finding->state == MATCHUM_FINDING_LISTED)
    finding->hints = matchum_hint_find_all (self->match, self->visibility, finding->criterion);
  if (!is_shown)
    explain_absent (self, finding);
}

static gboolean
is_shown_apart (const Survey *self, const MatchumCriterion *node)
{
  for (guint i = 0; i < node->children->len; i++)
    if (!g_hash_table_contains (self->shown, g_ptr_array_index (node->children, i)))
      return FALSE;
  return TRUE;
}

/* Several words that are one thing: shown in one place or not at all. Where one of them is not there, that is what to
 * tell. */
static gboolean
is_whole (const Survey *self, const MatchumCriterion *node)
{
  return node->is_compound && node->name != NULL
         && (g_hash_table_contains (self->shown, node) || is_possible (self, node) || is_shown_apart (self, node));
}

static void
explain_compound (const Survey *self, MatchumFinding *finding)
{
  const MatchumCriterion *node = finding->criterion;
  g_autoptr (GPtrArray) cited = find_cited (self, node);

  if (g_hash_table_contains (self->shown, node))
    {
      finding->state = is_listed (cited) ? MATCHUM_FINDING_LISTED : MATCHUM_FINDING_SHOWN;
      finding->n_items = count_blocks (cited);
    }
  else if (is_possible (self, node))
    finding->state = MATCHUM_FINDING_HIDDEN;
  else
    finding->fault = MATCHUM_FAULT_APART;
}

/* What a list comes to: what it is shown by at best, or what comes nearest to it. */
static MatchumFindingState
join_states (const MatchumFinding *self, const MatchumVerdict *verdict, gboolean is_shown)
{
  MatchumFindingState best = MATCHUM_FINDING_MISSING, worst = MATCHUM_FINDING_SHOWN, nearest = best;
  gboolean is_listed_only = TRUE;

  for (guint i = 0; i < self->children->len; i++)
    {
      const MatchumFinding *child = g_ptr_array_index (self->children, i);

      best = MIN (best, child->state);
      worst = MAX (worst, child->state);
      if (!matchum_finding_is_shown (child))
        nearest = MIN (nearest, child->state);
      is_listed_only &= child->state != MATCHUM_FINDING_SHOWN;
    }
  if (is_shown)
    return is_listed_only ? MATCHUM_FINDING_LISTED : MATCHUM_FINDING_SHOWN;
  if (verdict->status == MATCHUM_STATUS_MISSING)
    return nearest;
  if (best <= MATCHUM_FINDING_LISTED && self->criterion->kind == MATCHUM_CRITERION_ALL)
    return worst == MATCHUM_FINDING_HIDDEN ? MATCHUM_FINDING_HIDDEN : MATCHUM_FINDING_PART;
  return MAX (best, MATCHUM_FINDING_PART);
}

static MatchumFinding *explain (const Survey *self, const MatchumCriterion *node);

static void
explain_list (const Survey *self, MatchumFinding *finding)
{
  const MatchumCriterion *node = finding->criterion;

  finding->children = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_finding_free);
  for (guint i = 0; i < node->children->len; i++)
    g_ptr_array_add (finding->children, explain (self, g_ptr_array_index (node->children, i)));
  finding->state = join_states (finding, self->verdict, g_hash_table_contains (self->shown, node));
}

/* "TOEIC 900": a score of points is a part of what is asked. */
static char *
dup_name (const MatchumCriterion *node)
{
  g_autofree char *score = g_strdup_printf ("%d", node->score);

  if (node->kind == MATCHUM_CRITERION_LANGUAGE && node->name != NULL && node->score > LAST_GRADE
      && strstr (node->name, score) == NULL)
    return g_strjoin (" ", node->name, score, NULL);
  return g_strdup (node->name);
}

/* What a person said needs no reason. */
static void
explain_by_hand (const Survey *self, MatchumFinding *finding, MatchumStance stance)
{
  g_autoptr (GPtrArray) cited = find_cited (self, finding->criterion);

  finding->is_by_hand = TRUE;
  finding->state = stance == MATCHUM_STANCE_HAVE ? MATCHUM_FINDING_SHOWN : MATCHUM_FINDING_MISSING;
  finding->n_items = count_blocks (cited);
}

static MatchumFinding *
explain (const Survey *self, const MatchumCriterion *node)
{
  MatchumStance stance = matchum_judged_claims_get_stance (self->claims, self->visibility, node);
  MatchumFinding *finding = g_new0 (MatchumFinding, 1);

  finding->criterion = node;
  finding->name = dup_name (node);
  finding->state = MATCHUM_FINDING_MISSING;
  if (stance != MATCHUM_STANCE_NONE && node->name != NULL)
    explain_by_hand (self, finding, stance);
  else if (node->children == NULL)
    explain_leaf (self, finding);
  else if (is_whole (self, node))
    explain_compound (self, finding);
  else
    explain_list (self, finding);
  if (finding->hints == NULL)
    finding->hints = g_array_new (FALSE, FALSE, sizeof (MatchumHint));
  return finding;
}

static GHashTable *
find_possible (MatchumCoverage *coverage, const MatchumCriterion *root, GPtrArray *claims)
{
  MatchumResume *resume = matchum_match_get_resume (matchum_coverage_get_match (coverage));
  g_autoptr (MatchumVisibility) all = NULL;

  if (matchum_visibility_get_n_visible (matchum_coverage_get_visibility (coverage))
      == matchum_resume_get_n_blocks (resume))
    return NULL;
  all = matchum_visibility_new_all (resume);
  return matchum_coverage_find_shown (coverage, all, root, claims);
}

MatchumFinding *
matchum_finding_new (MatchumCoverage *coverage, guint requirement, guint part)
{
  MatchumMatch *match;
  const MatchumVerdict *verdict;
  const MatchumCriterion *root;
  GPtrArray *claims;
  g_autoptr (GHashTable) shown = NULL;
  g_autoptr (GHashTable) possible = NULL;

  g_return_val_if_fail (coverage != NULL, NULL);

  match = matchum_coverage_get_match (coverage);
  verdict = matchum_coverage_get_verdict (coverage, requirement);
  root = matchum_requirement_get_part (matchum_match_get_requirement (match, requirement), part)->criterion;
  if (root == NULL)
    return NULL;
  claims = matchum_match_get_claims (match, requirement);
  shown = matchum_coverage_find_shown (coverage, matchum_coverage_get_visibility (coverage), root, claims);
  possible = find_possible (coverage, root, claims);
  return explain (&(Survey){ match, matchum_coverage_get_visibility (coverage),
                             verdict->parts != NULL ? g_ptr_array_index (verdict->parts, part) : verdict, root, claims,
                             shown, possible },
                  root);
}
