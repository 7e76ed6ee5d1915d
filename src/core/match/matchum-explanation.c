/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words verdicts. A sentence is put together of clauses ("Kafka missing"), each of which is a whole string for the
 * translators, so that no language has to bend a name. */
#include "config.h"

#include "match/matchum-explanation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "match/matchum-amount-text.h"
#include "match/matchum-finding-words.h"

struct _MatchumExplanation {
  char *sentence;
  GArray *hints; /* of MatchumHint */
};

G_DEFINE_BOXED_TYPE (MatchumExplanation, matchum_explanation, matchum_explanation_ref, matchum_explanation_unref)

/* A sentence is to be no longer than this, in letters, where fewer names make it so. */
#define MAX_LENGTH 140

/* From the most that is said to the least. */
static const MatchumSpace spaces[] = {
  { 4, 3, FALSE }, { 4, 3, TRUE }, { 4, 2, TRUE }, { 4, 1, TRUE },
  { 3, 1, TRUE },  { 2, 1, TRUE }, { 2, 0, TRUE }, { 1, 0, TRUE },
};

typedef struct {
  MatchumStatus status;
  gboolean is_of_lines_below;
  gboolean is_discreet;
  GPtrArray *points; /* of MatchumFinding: what is asked side by side, borrowed */
} Outline;

/* Points ----------------------------------------------------------------------------------------------------------- */

static void
collect_points (GPtrArray *points, MatchumFinding *finding)
{
  if (finding->criterion->kind != MATCHUM_CRITERION_ALL || finding->children == NULL)
    {
      g_ptr_array_add (points, finding);
      return;
    }
  for (guint i = 0; i < finding->children->len; i++)
    collect_points (points, g_ptr_array_index (finding->children, i));
}

static gboolean
is_silent (const MatchumFinding *point)
{
  for (guint i = 0; point->children != NULL && i < point->children->len; i++)
    if (!is_silent (g_ptr_array_index (point->children, i)))
      return FALSE;
  return point->children != NULL || point->criterion->is_silent || (point->name == NULL && point->work == NULL);
}

/* What a verdict does not name as missing is not counted either: asides where nothing is shown, a head whose examples
 * say more. What stands beside something missing altogether shows nothing of it. */
static gboolean
is_worthy (const Outline *self, const MatchumFinding *point)
{
  if (matchum_finding_is_shown (point))
    return self->status != MATCHUM_STATUS_MISSING;
  if (is_silent (point))
    return FALSE;
  return self->status == MATCHUM_STATUS_MISSING ? !point->criterion->is_aside : !point->criterion->is_detail;
}

typedef gboolean (*PointTest) (const Outline *self, const MatchumFinding *point);

static gboolean
is_open (const Outline *self, const MatchumFinding *point)
{
  return !matchum_finding_is_shown (point);
}

/* Keeps the points that pass a test, where something is left to tell by them. Gives whether there is. */
static gboolean
keep_points (Outline *self, PointTest passes)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  gboolean has_open = FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      MatchumFinding *point = g_ptr_array_index (self->points, i);

      if (!passes (self, point))
        continue;
      g_ptr_array_add (kept, point);
      has_open |= is_open (self, point);
    }
  if (kept->len == 0 || (self->status != MATCHUM_STATUS_MET && !has_open))
    return FALSE;
  g_ptr_array_set_size (self->points, 0);
  for (guint i = 0; i < kept->len; i++)
    g_ptr_array_add (self->points, g_ptr_array_index (kept, i));
  return TRUE;
}

/* Where only asides are missing, they are what there is to tell. */
static void
keep_worthy (Outline *self)
{
  if (!keep_points (self, is_worthy) && self->status == MATCHUM_STATUS_MISSING)
    keep_points (self, is_open);
}

/* The same name twice is one thing, and stands as the worse of both does. */
static void
merge_names (GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++)
    for (guint k = points->len; k-- > i + 1;)
      {
        const MatchumFinding *one = g_ptr_array_index (points, i), *other = g_ptr_array_index (points, k);
        g_autofree char *name = matchum_finding_dup_name (one, spaces[0]);
        g_autofree char *same = matchum_finding_dup_name (other, spaces[0]);

        if (one->work != NULL || strcmp (name, same) != 0)
          continue;
        if (other->state > one->state)
          g_ptr_array_index (points, i) = g_ptr_array_index (points, k);
        g_ptr_array_remove_index (points, k);
      }
}

/* Clauses ---------------------------------------------------------------------------------------------------------- */

static char *
word_clause (MatchumFindingState state, const char *names)
{
  switch (state)
    {
    case MATCHUM_FINDING_SHOWN:
      /* Translators: part of a sentence on a requirement; %s are names of what is asked. */
      return g_strdup_printf (_ ("%s shown"), names);
    case MATCHUM_FINDING_LISTED:
      /* Translators: part of a sentence on a requirement; %s are names of what is asked. */
      return g_strdup_printf (_ ("%s in a skills list only"), names);
    case MATCHUM_FINDING_PART:
      /* Translators: part of a sentence on a requirement; %s are names of what is asked, with why: “AWS SAA (expired)”.
       */
      return g_strdup_printf (_ ("%s only in part"), names);
    case MATCHUM_FINDING_HINT:
      /* Translators: part of a sentence on a requirement; %s are names of what is asked, with why: “Kafka
       * (considered)”. */
      return g_strdup_printf (_ ("only a hint of %s"), names);
    case MATCHUM_FINDING_HIDDEN:
      /* Translators: part of a sentence on a requirement; %s are names of what is asked. */
      return g_strdup_printf (_ ("%s only where hidden"), names);
    case MATCHUM_FINDING_MISSING:
    case MATCHUM_N_FINDING_STATES:
    default:
      /* Translators: part of a sentence on a requirement; %s are names of what is asked. */
      return g_strdup_printf (_ ("%s missing"), names);
    }
}

/* The same where it is the whole sentence. */
static char *
word_only_clause (MatchumFindingState state, const char *names)
{
  if (state == MATCHUM_FINDING_HINT)
    /* Translators: %s is what a posting asks for, with why the resume shows no more: “Kafka (considered)”. */
    return g_strdup_printf (_ ("Only a hint of %s"), names);
  if (state == MATCHUM_FINDING_MISSING)
    /* Translators: %s is what a posting asks for. */
    return g_strdup_printf (_ ("Nothing shows %s"), names);
  return word_clause (state, names);
}

static char *
join_clauses (GPtrArray *clauses)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < clauses->len; i++)
    g_ptr_array_add (kept, g_ptr_array_index (clauses, i));
  g_ptr_array_add (kept, NULL);
  /* Translators: stands between the parts of a sentence on a requirement: “Kafka shown; Spark missing”. */
  return g_strjoinv (_ ("; "), (char **) kept->pdata);
}

/* Findings of one state by their labels; NULL where there are none. */
static char *
join_labels (GPtrArray *findings, MatchumFindingState state, MatchumSpace space)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const MatchumFinding *one = g_ptr_array_index (findings, i);

      if (one->state == state && one->work == NULL)
        g_ptr_array_add (labels, matchum_finding_dup_label (one, space));
    }
  return labels->len > 0 ? matchum_finding_join_names (labels, space) : NULL;
}

static guint
count_years (GPtrArray *findings)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += ((const MatchumFinding *) g_ptr_array_index (findings, i))->work != NULL;
  return count;
}

static void
add_years (GPtrArray *clauses, GPtrArray *findings, MatchumSpace space)
{
  if (count_years (findings) > 1)
    space.max_work = 0;
  for (guint i = 0; i < findings->len; i++)
    {
      const MatchumFinding *one = g_ptr_array_index (findings, i);

      if (one->work != NULL)
        g_ptr_array_add (clauses, matchum_finding_dup_years (one, space));
    }
}

static GPtrArray *
word_clauses (GPtrArray *findings, MatchumFindingState worst, MatchumSpace space)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func (g_free);

  for (guint state = 0; state <= (guint) worst; state++)
    {
      g_autofree char *labels = join_labels (findings, (MatchumFindingState) state, space);

      if (labels != NULL)
        g_ptr_array_add (clauses, word_clause ((MatchumFindingState) state, labels));
      if (state == MATCHUM_FINDING_PART)
        add_years (clauses, findings, space);
    }
  return clauses;
}

/* One thing -------------------------------------------------------------------------------------------------------- */

static char *
word_shown (const MatchumFinding *self, MatchumSpace space)
{
  g_autofree char *name = matchum_finding_dup_name (self, space);
  g_autofree char *words = self->words != NULL ? matchum_finding_shorten (self->words) : NULL;
  g_autofree char *label = NULL;

  if (self->criterion->kind == MATCHUM_CRITERION_LANGUAGE && words != NULL)
    /* Translators: a language that a posting asks for, and what the resume says of it. */
    return g_strdup_printf (_ ("%1$s shown: “%2$s”"), name, words);
  if (self->way == MATCHUM_WAY_NAMED && words == NULL && self->n_items > 0)
    /* Translators: what a posting asks for, and in how many lines of the resume it stands. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s shown in %2$u item", "%1$s shown in %2$u items",
                                         self->n_items),
                            name, self->n_items);
  if (self->way == MATCHUM_WAY_ALIAS && words != NULL && self->n_items > 0)
    /* Translators: what a posting asks for, in how many lines of the resume it stands, and what they call it. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s shown in %2$u item, as “%3$s”",
                                         "%1$s shown in %2$u items, as “%3$s”", self->n_items),
                            name, self->n_items, words);
  if (self->way == MATCHUM_WAY_OWN && words != NULL && self->n_items > 0)
    /* Translators: what a posting asks for, in how many lines of the resume it stands, and what they call it, to which
     * the user gave that meaning. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s shown in %2$u item, as “%3$s”, a name of your own",
                                         "%1$s shown in %2$u items, as “%3$s”, a name of your own", self->n_items),
                            name, self->n_items, words);
  if (self->way == MATCHUM_WAY_IMPLIED && words != NULL && self->n_items > 0)
    /* Translators: what a posting asks for, in how many lines of the resume something shows it, and what that is. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s shown in %2$u item, via “%3$s”",
                                         "%1$s shown in %2$u items, via “%3$s”", self->n_items),
                            name, self->n_items, words);
  if (self->criterion->kind == MATCHUM_CRITERION_ANYONE)
    return g_strdup (_ ("Open to everybody"));
  if (self->way == MATCHUM_WAY_GIVEN)
    /* Translators: %s is a human language, in which the resume is written. */
    return g_strdup_printf (_ ("%s shown by the resume itself"), name);
  label = matchum_finding_dup_label (self, (MatchumSpace){ space.max_names, 0, FALSE });
  return word_clause (MATCHUM_FINDING_SHOWN, label);
}

static char *
word_degree (const MatchumFinding *self, MatchumSpace space)
{
  g_autofree char *name = matchum_finding_dup_name (self, space);
  g_autofree char *school = self->words != NULL ? matchum_finding_shorten (self->words) : NULL;
  const char *found = self->degree != MATCHUM_DEGREE_NONE ? matchum_finding_get_degree_name (self->degree) : NULL;

  if (matchum_finding_is_shown (self) && school != NULL && found != NULL)
    /* Translators: a degree that a posting asks for, the one that the resume shows, and the school. */
    return g_strdup_printf (_ ("%1$s asked; %2$s found: %3$s"), name, found, school);
  if (matchum_finding_is_shown (self))
    return word_shown (self, space);
  if (self->state == MATCHUM_FINDING_HINT)
    /* Translators: %s is a degree or a field of study that a posting asks for. */
    return g_strdup_printf (_ ("%s asked; not finished yet"), name);
  if (found == NULL)
    /* Translators: %s is a degree or a field of study that a posting asks for. */
    return g_strdup_printf (_ ("%s asked; no degree found"), name);
  if (self->is_other_field)
    /* Translators: a degree or field that a posting asks for, and the degree that the resume shows. */
    return g_strdup_printf (_ ("%1$s asked; %2$s found, but in another field"), name, found);
  /* Translators: a degree or field that a posting asks for, and the highest degree that the resume shows. */
  return g_strdup_printf (_ ("%1$s asked; %2$s found"), name, found);
}

static char *
word_part (const MatchumFinding *self, MatchumSpace space)
{
  g_autofree char *name = matchum_finding_dup_name (self, space);
  g_autofree char *words = self->words != NULL ? matchum_finding_shorten (self->words) : NULL;
  g_autofree char *label = NULL;

  if (self->fault == MATCHUM_FAULT_EXPIRED && self->criterion->kind == MATCHUM_CRITERION_LANGUAGE && words != NULL)
    /* Translators: a language that a posting asks for, and a test that was passed too long ago. */
    return g_strdup_printf (_ ("%1$s asked; “%2$s” has expired"), name, words);
  if (self->fault == MATCHUM_FAULT_EXPIRED)
    /* Translators: %s is a certificate or a test. */
    return g_strdup_printf (_ ("%s has expired"), name);
  if (self->fault == MATCHUM_FAULT_MISSPELT && words != NULL)
    /* Translators: a name that a posting asks for, and a word of the resume that differs by a letter. */
    return g_strdup_printf (_ ("%1$s perhaps meant by “%2$s”"), name, words);
  if (words != NULL)
    /* Translators: what a posting asks for, and what the resume says of it. */
    return g_strdup_printf (_ ("%1$s asked; “%2$s” is less than that"), name, words);
  label = matchum_finding_dup_label (self, space);
  return word_clause (MATCHUM_FINDING_PART, label);
}

static char *
word_leaf (const MatchumFinding *self, MatchumSpace space)
{
  g_autofree char *label = NULL;

  if (self->is_by_hand)
    {
      label = matchum_finding_dup_label (self, space);
      return word_clause (self->state, label);
    }
  if (self->work != NULL)
    return matchum_finding_dup_years (self, space);
  if (self->criterion->kind == MATCHUM_CRITERION_AMOUNT
      && (matchum_finding_is_shown (self) || self->state == MATCHUM_FINDING_PART)
      && (label = matchum_amount_text_compare (self)) != NULL)
    return g_steal_pointer (&label);
  if (self->criterion->kind == MATCHUM_CRITERION_DEGREE || self->criterion->kind == MATCHUM_CRITERION_FIELD)
    {
      if (self->state != MATCHUM_FINDING_HIDDEN)
        return word_degree (self, space);
    }
  else if (self->state == MATCHUM_FINDING_SHOWN)
    return word_shown (self, space);
  else if (self->state == MATCHUM_FINDING_PART || self->fault == MATCHUM_FAULT_SHORT)
    return word_part (self, space);

  label = matchum_finding_dup_label (self, space);
  if (self->state == MATCHUM_FINDING_HIDDEN && self->n_hidden > 0)
    /* Translators: what a posting asks for, and how many lines of the resume would show it, were they not hidden. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s only in %2$u hidden item",
                                         "%1$s only in %2$u hidden items", self->n_hidden),
                            label, self->n_hidden);
  return word_only_clause (self->state, label);
}

/* Of a list of which some are enough. */
static char *
word_found (const MatchumFinding *self, gboolean is_of_lines_below, MatchumSpace space)
{
  gboolean is_met = matchum_finding_is_shown (self);
  gboolean names_missing = !is_met && (is_of_lines_below || self->criterion->kind == MATCHUM_CRITERION_AT_LEAST);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GPtrArray) clauses = NULL;
  gboolean has_loud = FALSE, has_shown = FALSE;

  for (guint i = 0; i < self->children->len; i++)
    {
      const MatchumFinding *child = g_ptr_array_index (self->children, i);

      has_shown |= matchum_finding_is_shown (child);
      has_loud |= matchum_finding_is_shown (child) && !child->criterion->is_silent;
    }
  for (guint i = 0; i < self->children->len; i++)
    {
      MatchumFinding *child = g_ptr_array_index (self->children, i);

      if ((is_met && !matchum_finding_is_shown (child))
          || (child->criterion->is_silent && (has_loud || !matchum_finding_is_shown (child))))
        continue;
      g_ptr_array_add (members, child);
    }
  if (!has_shown && self->state == MATCHUM_FINDING_MISSING)
    return g_strdup (_ ("none shown"));
  clauses = word_clauses (members, names_missing ? MATCHUM_FINDING_MISSING : MATCHUM_FINDING_HIDDEN, space);
  return clauses->len > 0 ? join_clauses (clauses) : g_strdup (_ ("none shown"));
}

static char *
word_list (const MatchumFinding *self, gboolean is_of_lines_below, MatchumSpace space)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = word_found (self, is_of_lines_below, space);
  g_autofree char *options = NULL;
  guint count = self->criterion->kind == MATCHUM_CRITERION_AT_LEAST ? self->criterion->count : 1;

  if (is_of_lines_below && count > 1)
    /* Translators: a posting asks for so many of the lines that follow; %2$s tells which are shown. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of the lines below asked: %2$s",
                                         "%1$u of the lines below asked: %2$s", count),
                            count, found);
  if (is_of_lines_below)
    /* Translators: a posting asks for one of the lines that follow; %s tells which are shown. */
    return g_strdup_printf (_ ("One of the lines below is enough: %s"), found);

  for (guint i = 0; i < self->children->len; i++)
    {
      const MatchumFinding *child = g_ptr_array_index (self->children, i);

      if (!child->criterion->is_silent)
        g_ptr_array_add (names, matchum_finding_dup_name (child, space));
    }
  if (names->len == 0 || (names->len == 1 && !self->criterion->is_open))
    {
      g_autofree char *label = matchum_finding_dup_label (self, space);

      return matchum_finding_is_shown (self) ? g_steal_pointer (&found) : word_only_clause (self->state, label);
    }
  options = matchum_finding_join_names (names, space);
  if (count > 1)
    /* Translators: a posting asks for so many of a list; %3$s tells which are shown. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$s asked: %3$s", "%1$u of %2$s asked: %3$s",
                                         count),
                            count, options, found);
  if (names->len == 1)
    /* Translators: a posting asks for %1$s or another of its kind; the last tells what is shown. */
    return g_strdup_printf (_ ("%1$s or the like is enough: %2$s"), options, found);
  if (self->criterion->is_open)
    /* Translators: a posting asks for one of a list, or another of its kind; the last tells which are shown. */
    return g_strdup_printf (_ ("One of %1$s or the like is enough: %2$s"), options, found);
  /* Translators: a posting asks for one of a list; the last tells which are shown. */
  return g_strdup_printf (_ ("One of %1$s is enough: %2$s"), options, found);
}

/* Sentences -------------------------------------------------------------------------------------------------------- */

static guint
count_shown (GPtrArray *points)
{
  guint count = 0;

  for (guint i = 0; i < points->len; i++)
    count += matchum_finding_is_shown (g_ptr_array_index (points, i));
  return count;
}

static char *
word_several (const Outline *self, MatchumSpace space)
{
  guint n = self->points->len;
  g_autoptr (GPtrArray) clauses = NULL;
  g_autofree char *found = NULL;

  clauses = word_clauses (self->points, MATCHUM_FINDING_MISSING, space);
  found = join_clauses (clauses);
  /* Translators: how many of the things that a requirement asks for are shown, and which: “3 of 4: BigQuery, Airflow,
   * Spark shown; Kafka missing”. */
  return g_strdup_printf (_ ("%1$u of %2$u: %3$s"), count_shown (self->points), n, found);
}

static char *
word_points (const Outline *self, MatchumSpace space)
{
  const MatchumFinding *only = self->points->len == 1 ? g_ptr_array_index (self->points, 0) : NULL;

  if (only == NULL)
    return word_several (self, space);
  return only->children != NULL ? word_list (only, self->is_of_lines_below, space) : word_leaf (only, space);
}

static char *
word_sentence (Outline *self)
{
  g_autofree char *sentence = NULL;

  if (self->points->len == 0)
    return g_strdup (_ ("Nothing a resume can prove"));
  keep_worthy (self);
  merge_names (self->points);
  for (gsize i = 0; i < G_N_ELEMENTS (spaces); i++)
    {
      MatchumSpace space = spaces[i];

      space.is_discreet = self->is_discreet;
      g_free (sentence);
      sentence = word_points (self, space);
      if (g_utf8_strlen (sentence, -1) <= MAX_LENGTH)
        break;
    }
  return g_steal_pointer (&sentence);
}

/* What a person said of all of a requirement is the whole reason; NULL where it was nothing that counts. */
static const char *
get_sentence_by_hand (GPtrArray *claims, MatchumVisibility *visibility)
{
  const char *sentence = NULL;

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const MatchumPlacedClaim *placed = g_ptr_array_index (claims, i);

      if (placed->claim->criterion != NULL)
        continue;
      if (placed->claim->kind == MATCHUM_CLAIM_LACK)
        return _ ("You said that you do not have this");
      if (placed->claim->kind == MATCHUM_CLAIM_HAVE)
        sentence = _ ("You said that you have this");
      else if (placed->claim->kind == MATCHUM_CLAIM_LINK && sentence == NULL
               && matchum_visibility_is_visible (visibility, placed->block))
        sentence = _ ("Shown by what you linked");
    }
  return sentence;
}

/* Of what is shown by more than skills lists, hints are of no use. */
static void
collect_hints (GArray *hints, const MatchumFinding *finding)
{
  if (finding->state == MATCHUM_FINDING_SHOWN)
    return;
  g_array_append_vals (hints, finding->hints->data, finding->hints->len);
  for (guint i = 0; finding->children != NULL && i < finding->children->len; i++)
    collect_hints (hints, g_ptr_array_index (finding->children, i));
}

static MatchumExplanation *
explain (MatchumCoverage *coverage,
         guint requirement,
         guint first,
         guint end,
         MatchumStatus status,
         gboolean is_discreet)
{
  MatchumExplanation *self = g_atomic_rc_box_new0 (MatchumExplanation);
  MatchumRequirement *asked = matchum_match_get_requirement (matchum_coverage_get_match (coverage), requirement);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_finding_free);
  g_autoptr (GPtrArray) points = g_ptr_array_new ();
  Outline outline = { status, FALSE, is_discreet, points };
  const char *by_hand =
      get_sentence_by_hand (matchum_match_get_claims (matchum_coverage_get_match (coverage), requirement),
                            matchum_coverage_get_visibility (coverage));

  self->hints = g_array_new (FALSE, FALSE, sizeof (MatchumHint));
  for (guint i = first; i < end; i++)
    {
      MatchumFinding *finding = matchum_finding_new (coverage, requirement, i);

      if (finding == NULL)
        continue;
      g_ptr_array_add (findings, finding);
      collect_points (points, finding);
      collect_hints (self->hints, finding);
      outline.is_of_lines_below |= matchum_requirement_get_part (asked, i)->is_of_lines_below;
    }
  self->sentence = points->len > 0 && by_hand != NULL ? g_strdup (by_hand) : word_sentence (&outline);
  return self;
}

static MatchumExplanation *
explain_all (MatchumCoverage *coverage, guint requirement, gboolean is_discreet)
{
  MatchumMatch *match = matchum_coverage_get_match (coverage);

  return explain (coverage, requirement, 0,
                  matchum_requirement_get_n_parts (matchum_match_get_requirement (match, requirement)),
                  matchum_coverage_get_verdict (coverage, requirement)->status, is_discreet);
}

MatchumExplanation *
matchum_explanation_new (MatchumCoverage *coverage, guint requirement)
{
  g_return_val_if_fail (coverage != NULL, NULL);

  return explain_all (coverage, requirement, FALSE);
}

MatchumExplanation *
matchum_explanation_new_discreet (MatchumCoverage *coverage, guint requirement)
{
  g_return_val_if_fail (coverage != NULL, NULL);

  return explain_all (coverage, requirement, TRUE);
}

MatchumExplanation *
matchum_explanation_new_for_part (MatchumCoverage *coverage, guint requirement, guint part)
{
  const MatchumVerdict *verdict;

  g_return_val_if_fail (coverage != NULL, NULL);

  verdict = matchum_coverage_get_verdict (coverage, requirement);
  if (verdict->parts != NULL)
    verdict = g_ptr_array_index (verdict->parts, part);
  return explain (coverage, requirement, part, part + 1, verdict->status, FALSE);
}

MatchumExplanation *
matchum_explanation_ref (MatchumExplanation *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
explanation_clear (gpointer data)
{
  MatchumExplanation *self = data;

  g_free (self->sentence);
  g_array_unref (self->hints);
}

void
matchum_explanation_unref (MatchumExplanation *self)
{
  g_atomic_rc_box_release_full (self, explanation_clear);
}

const char *
matchum_explanation_get_sentence (MatchumExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sentence;
}

const GArray *
matchum_explanation_get_hints (MatchumExplanation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->hints;
}

guint
matchum_explanation_find_hint (MatchumCoverage *coverage, guint requirement)
{
  g_autoptr (MatchumExplanation) self = matchum_explanation_new (coverage, requirement);

  return self->hints->len > 0 ? g_array_index (self->hints, MatchumHint, 0).block : MATCHUM_BLOCK_NONE;
}
