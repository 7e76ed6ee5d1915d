/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the row of a block says: everything here is asked again after each edit, for the rows that are there. */
#include "config.h"

#include "ui/matchum-block-reader.h"

#include <glib/gi18n-lib.h>

#include "match/matchum-explanation.h"
#include "store/matchum-block-tag-table.h"
#include "tailor/matchum-tailored-resume.h"
#include "ui/matchum-block-links.h"
#include "ui/matchum-evidence-map.h"
#include "ui/matchum-fit-list.h"
#include "ui/matchum-verdict-words.h"

/* A note is one line: the gravest costs, and no more than these. */
#define MAX_COSTS 3

struct _MatchumBlockReader {
  MatchumWorkspace *workspace;
  MatchumCoverage *coverage;       /* what shown was made of */
  MatchumEvidenceMap *shown;       /* of the current verdicts; NULL until asked for */
  GHashTable *soles;               /* GArray of guint by block, of the same verdicts: the cursor changes none of them */
  GHashTable *withs;               /* MatchumCoverage by hidden block, the same */
  MatchumExplanation *explanation; /* of the verdict on the requirement explained; NULL until asked for */
  guint explained;
  MatchumMatch *match; /* what possible was made of */
  MatchumEvidenceMap *possible;
  guint version;
};

static void
forget_shown (MatchumBlockReader *self)
{
  g_clear_pointer (&self->explanation, matchum_explanation_unref);
  g_hash_table_remove_all (self->soles);
  g_hash_table_remove_all (self->withs);
  g_clear_pointer (&self->shown, matchum_evidence_map_unref);
  g_clear_pointer (&self->coverage, matchum_coverage_unref);
}

static void
forget_possible (MatchumBlockReader *self)
{
  g_clear_pointer (&self->possible, matchum_evidence_map_unref);
  g_clear_pointer (&self->match, matchum_match_unref);
}

/* Verdicts and matches never change, so a map holds for as long as the workspace has the one it was made of. */
static MatchumEvidenceMap *
get_shown (MatchumBlockReader *self)
{
  MatchumCoverage *coverage = matchum_workspace_get_coverage (self->workspace);

  if (coverage != self->coverage)
    {
      forget_shown (self);
      if (coverage != NULL)
        {
          self->coverage = matchum_coverage_ref (coverage);
          self->shown = matchum_evidence_map_new_shown (coverage);
        }
    }
  return self->shown;
}

static MatchumEvidenceMap *
get_possible (MatchumBlockReader *self)
{
  MatchumMatch *match = matchum_workspace_get_match (self->workspace);

  if (match != self->match)
    {
      forget_possible (self);
      if (match != NULL)
        {
          self->match = matchum_match_ref (match);
          self->possible = matchum_evidence_map_new_possible (match);
        }
    }
  return self->possible;
}

/* What only hints at the requirement selected: array of MatchumHint, or NULL where none is. */
static const GArray *
get_hints (MatchumBlockReader *self)
{
  int requirement = matchum_workspace_get_selected_requirement (self->workspace);

  if (requirement < 0 || get_shown (self) == NULL)
    return NULL;
  if (self->explanation != NULL && self->explained != (guint) requirement)
    g_clear_pointer (&self->explanation, matchum_explanation_unref);
  if (self->explanation == NULL)
    {
      self->explanation = matchum_explanation_new (self->coverage, (guint) requirement);
      self->explained = (guint) requirement;
    }
  return matchum_explanation_get_hints (self->explanation);
}

/* A hidden block goes on saying what it would show. */
static GArray *
get_marks (MatchumBlockReader *self, const MatchumBlock *block, gboolean is_visible)
{
  MatchumEvidenceMap *map = is_visible ? get_shown (self) : get_possible (self);

  return map != NULL ? matchum_evidence_map_get_marks (map, block->index) : NULL;
}

static gboolean
can_be_hidden (const MatchumBlock *block)
{
  return block->kind != MATCHUM_BLOCK_TITLE && block->kind != MATCHUM_BLOCK_REMARK
         && !g_str_equal (block->id, MATCHUM_TAILORED_RESUME_TITLE_LINE_ID);
}

static void
count_items (MatchumBlockReader *self, const MatchumBlock *block, MatchumBlockState *state)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);

  if (block->kind != MATCHUM_BLOCK_SECTION && block->kind != MATCHUM_BLOCK_ENTRY)
    return;

  for (guint i = block->index + 1; i < block->end; i++)
    if (matchum_resume_get_block (resume, i)->kind == MATCHUM_BLOCK_ITEM)
      {
        state->n_items++;
        state->n_shown += matchum_visibility_is_visible (visibility, i) ? 1 : 0;
      }
}

static gboolean
has_invisible_descendant (MatchumBlockReader *self, const MatchumBlock *block)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);

  for (guint i = block->index + 1; i < block->end; i++)
    if (!matchum_visibility_is_visible (visibility, i)
        && matchum_resume_get_block (resume, i)->kind != MATCHUM_BLOCK_REMARK)
      return TRUE;
  return FALSE;
}

/* The line of contacts stands under the name like a part of it, and the dates of an entry under its name: such a line
 * is hidden by its button, not by a check. */
static gboolean
belongs_to_heading (MatchumBlockReader *self, const MatchumBlock *block)
{
  const MatchumBlock *parent;

  if (block->kind != MATCHUM_BLOCK_PARAGRAPH)
    return FALSE;
  if (block->section == MATCHUM_SECTION_CONTACT)
    return TRUE;
  if (block->parent == MATCHUM_BLOCK_NONE)
    return FALSE;
  parent = matchum_resume_get_block (matchum_workspace_get_resume (self->workspace), block->parent);
  return parent->kind == MATCHUM_BLOCK_ENTRY && parent->dated_by == block->index;
}

static void
read_check (MatchumBlockReader *self, const MatchumBlock *block, MatchumBlockState *state)
{
  if (!state->can_edit || belongs_to_heading (self, block))
    state->check = MATCHUM_CHECK_NONE;
  else if (!state->is_visible)
    state->check = MATCHUM_CHECK_OFF;
  else
    state->check = has_invisible_descendant (self, block) ? MATCHUM_CHECK_MIXED : MATCHUM_CHECK_ON;
}

static void
read_emphasis (MatchumBlockReader *self, const MatchumBlock *block, MatchumBlockState *state)
{
  int requirement = matchum_workspace_get_selected_requirement (self->workspace);

  if (requirement < 0 || get_shown (self) == NULL)
    state->emphasis = MATCHUM_EMPHASIS_PLAIN;
  else if (matchum_block_reader_speaks_for (self, block->index, (guint) requirement))
    state->emphasis = MATCHUM_EMPHASIS_LIT;
  else
    {
      state->has_hint = matchum_block_reader_is_hint (self, block->index);
      state->emphasis = state->has_hint ? MATCHUM_EMPHASIS_PLAIN : MATCHUM_EMPHASIS_FADED;
    }
}

static void
read_hints (MatchumBlockReader *self, const MatchumBlock *block, MatchumBlockState *state)
{
  const GArray *hints = get_hints (self);

  for (guint i = 0; i < hints->len; i++)
    {
      const MatchumHint *hint = &g_array_index (hints, MatchumHint, i);

      if (hint->block != block->index)
        continue;
      g_array_append_val (state->marks, hint->span);
      if (state->note == MATCHUM_NOTE_NONE)
        state->note_text = g_strdup (matchum_hint_get_note (hint->kind));
      state->note = MATCHUM_NOTE_HINT;
    }
}

/* Idle marks of everything a visible block shows; while a requirement is selected, its marks alone. */
static void
read_marks (MatchumBlockReader *self, GArray *marks, MatchumBlockState *state)
{
  int requirement = matchum_workspace_get_selected_requirement (self->workspace);

  state->has_marker = state->emphasis == MATCHUM_EMPHASIS_LIT;
  if (state->emphasis == MATCHUM_EMPHASIS_FADED || (!state->is_visible && !state->has_marker))
    return;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const MatchumEvidenceMark *mark = &g_array_index (marks, MatchumEvidenceMark, i);

      if ((!state->has_marker || mark->requirement == (guint) requirement) && !matchum_span_is_empty (mark->span))
        g_array_append_val (state->marks, mark->span);
    }
}

static gboolean
has_index (GArray *indexes, guint index)
{
  for (guint i = 0; indexes != NULL && i < indexes->len; i++)
    if (g_array_index (indexes, guint, i) == index)
      return TRUE;
  return FALSE;
}

static void
read_keys (MatchumBlockReader *self, GArray *marks, GArray *sole, MatchumBlockState *state)
{
  int selected = matchum_workspace_get_selected_requirement (self->workspace);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      guint requirement = g_array_index (marks, MatchumEvidenceMark, i).requirement;
      MatchumBlockKey key = { .requirement = requirement };

      if (state->keys->len > 0
          && g_array_index (state->keys, MatchumBlockKey, state->keys->len - 1).requirement == requirement)
        continue;
      key.label = matchum_workspace_dup_requirement_key (self->workspace, requirement);
      key.is_sole = has_index (sole, requirement);
      key.is_selected = selected >= 0 && requirement == (guint) selected;
      g_array_append_val (state->keys, key);
    }
}

static MatchumCoverage *
judge_with_hidden (MatchumBlockReader *self, guint block)
{
  g_autoptr (MatchumVisibility) without =
      matchum_visibility_with_hidden (matchum_workspace_get_visibility (self->workspace), block);

  return matchum_coverage_new (matchum_workspace_get_match (self->workspace), without);
}

/* Borrowed. */
static MatchumCoverage *
judge_with_shown (MatchumBlockReader *self, const MatchumBlock *block)
{
  MatchumCoverage *known = g_hash_table_lookup (self->withs, GUINT_TO_POINTER (block->index));
  g_autoptr (MatchumApplication) with = NULL;
  g_autoptr (MatchumVisibility) visibility = NULL;

  if (known != NULL)
    return known;
  with = matchum_application_with_hidden (matchum_workspace_get_application (self->workspace), block->id, FALSE);
  visibility = matchum_application_get_visibility (with, matchum_workspace_get_resume (self->workspace));
  known = matchum_coverage_new (matchum_workspace_get_match (self->workspace), visibility);
  g_hash_table_insert (self->withs, GUINT_TO_POINTER (block->index), known);
  return known;
}

/* Borrowed. */
static GArray *
find_sole (MatchumBlockReader *self, const MatchumBlock *block)
{
  GArray *known = g_hash_table_lookup (self->soles, GUINT_TO_POINTER (block->index));

  if (known != NULL)
    return known;
  known = matchum_coverage_find_sole (self->coverage, matchum_workspace_get_visibility (self->workspace), block->index);
  g_hash_table_insert (self->soles, GUINT_TO_POINTER (block->index), known);
  return known;
}

static char *
describe_cost (MatchumBlockReader *self, guint requirement, const MatchumVerdict *with, const MatchumVerdict *without)
{
  MatchumStanding before = matchum_verdict_get_standing (with), after = matchum_verdict_get_standing (without);
  guint n_before = matchum_verdict_count_blocks (with), n_after = matchum_verdict_count_blocks (without);
  g_autofree char *key = matchum_workspace_dup_requirement_key (self->workspace, requirement);

  if (before != after)
    /* Translators: what hiding an item did to a requirement: its key, its verdict before and after. */
    return g_strdup_printf (_ ("%s %s → %s"), key, matchum_standing_get_word (before),
                            matchum_standing_get_word (after));
  if (n_before != n_after)
    /* Translators: what hiding an item did to a requirement: its key, the number of items that showed it before and
     * after. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s %u → %u item", "%s %u → %u items", n_after), key,
                            n_before, n_after);
  return NULL;
}

/* Changes of verdict first, then fewer items for the same verdict. Marks the requirements that got worse as sole. */
static GPtrArray *
list_costs (MatchumBlockReader *self, MatchumCoverage *with, GArray *sole)
{
  MatchumCoverage *without = matchum_workspace_get_coverage (self->workspace);
  MatchumMatch *match = matchum_workspace_get_match (self->workspace);
  g_autoptr (GPtrArray) costs = g_ptr_array_new_with_free_func (g_free);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
      {
        const MatchumVerdict *before = matchum_coverage_get_verdict (with, i);
        const MatchumVerdict *after = matchum_coverage_get_verdict (without, i);
        gboolean is_worse = matchum_verdict_get_standing (after) != matchum_verdict_get_standing (before);
        char *cost = is_worse == (pass == 0) ? describe_cost (self, i, before, after) : NULL;

        if (cost == NULL)
          continue;
        g_ptr_array_add (costs, cost);
        if (after->status > before->status)
          g_array_append_val (sole, i);
      }
  return g_steal_pointer (&costs);
}

/* mildest: what is said where no verdict and no number of items is another, or NULL. */
static void
read_hidden_note (MatchumBlockState *state, GPtrArray *costs, const char *mildest)
{
  g_autoptr (GString) text = g_string_new (_ ("Hidden"));

  for (guint i = 0; i < MIN (costs->len, MAX_COSTS); i++)
    g_string_append_printf (text, " · %s", (const char *) costs->pdata[i]);
  if (costs->len > MAX_COSTS)
    g_string_append_printf (text, " · +%u", costs->len - MAX_COSTS);
  if (costs->len == 0 && mildest != NULL)
    g_string_append_printf (text, " · %s", mildest);

  state->note = MATCHUM_NOTE_HIDDEN;
  state->note_text = g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_requirement_keys (MatchumBlockReader *self, GArray *requirements)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < requirements->len; i++)
    g_ptr_array_add (keys,
                     matchum_workspace_dup_requirement_key (self->workspace, g_array_index (requirements, guint, i)));
  g_ptr_array_add (keys, NULL);
  /* Translators: stands between the names in a list of what is missing. */
  return g_strjoinv (_ (", "), (char **) keys->pdata);
}

static char *
describe_sole (MatchumBlockReader *self, const MatchumBlock *block, guint requirement)
{
  g_autoptr (MatchumCoverage) without = judge_with_hidden (self, block->index);
  g_autofree char *key = matchum_workspace_dup_requirement_key (self->workspace, requirement);
  MatchumStanding standing = matchum_verdict_get_standing (matchum_coverage_get_verdict (without, requirement));

  if (standing == MATCHUM_STANDING_MISSING)
    /* Translators: the first %s is the key of a requirement, the second a verdict: "Missing". */
    return g_strdup_printf (_ ("The only evidence for requirement %s; hiding it makes it “%s”"), key,
                            matchum_standing_get_word (standing));
  /* Translators: there is other evidence, too, but not enough; the first %s is the key of a requirement, the second a
   * verdict: "Partial". */
  return g_strdup_printf (_ ("Requirement %s needs this, too; hiding it makes it “%s”"), key,
                          matchum_standing_get_word (standing));
}

/* Of the requirements that hang on this block, the one selected, or else all of them. */
static void
read_sole_note (MatchumBlockReader *self, const MatchumBlock *block, GArray *sole, MatchumBlockState *state)
{
  int selected = matchum_workspace_get_selected_requirement (self->workspace);

  if (sole == NULL || sole->len == 0 || (selected >= 0 && !has_index (sole, (guint) selected)))
    return;

  state->note = MATCHUM_NOTE_SOLE;
  if (selected >= 0 || sole->len == 1)
    {
      state->note_text = describe_sole (self, block, selected >= 0 ? (guint) selected : g_array_index (sole, guint, 0));
    }
  else
    {
      g_autofree char *keys = join_requirement_keys (self, sole);

      /* Translators: %s are keys of requirements, as in "3, b". */
      state->note_text = g_strdup_printf (_ ("Requirements %s need this; hiding it makes them worse"), keys);
    }
}

/* A block within one that is hidden costs nothing by itself, which is not worth saying. */
static gboolean
has_hidden_ancestor (MatchumBlockReader *self, const MatchumBlock *block)
{
  while (block->parent != MATCHUM_BLOCK_NONE)
    {
      block = matchum_resume_get_block (matchum_workspace_get_resume (self->workspace), block->parent);
      if (matchum_workspace_is_hidden (self->workspace, block->index))
        return TRUE;
    }
  return FALSE;
}

/* In the words of the page that fits: evidence that others have besides is less of it; what shows nothing costs
 * nothing. A heading has no words for what is under it. */
static const char *
get_mildest_cost (MatchumBlockReader *self, const MatchumBlock *block, const MatchumBlockState *state)
{
  if (has_hidden_ancestor (self, block))
    return NULL;
  if (state->keys->len > 0)
    return _ ("fewer items, same verdict");
  return block->end == block->index + 1 ? _ ("costs nothing") : NULL;
}

static void
read_hidden (MatchumBlockReader *self, const MatchumBlock *block, GArray *marks, MatchumBlockState *state)
{
  MatchumCoverage *with = judge_with_shown (self, block);
  g_autoptr (GArray) sole = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) costs = list_costs (self, with, sole);

  read_keys (self, marks, sole, state);
  read_hidden_note (state, costs, get_mildest_cost (self, block, state));
}

/* What would go says so, whatever else there is to say. */
static void
read_leaving (MatchumBlockReader *self, const MatchumBlock *block, MatchumBlockState *state)
{
  MatchumFitProposal *proposal = matchum_workspace_get_proposal (self->workspace);
  const MatchumFitBlock *gone = NULL;
  g_autofree char *cost = NULL;
  gboolean is_top = FALSE;

  if (proposal != NULL)
    gone = matchum_fit_proposal_find_hidden (proposal, block->index, &is_top);
  state->is_leaving = gone != NULL;
  if (!is_top)
    return;
  cost = matchum_fit_dup_cost (self->workspace, gone);
  g_free (state->note_text);
  state->note = MATCHUM_NOTE_LEAVING;
  /* Translators: under an item of the resume that would be hidden so that the pages suffice; %s is what that costs:
   * "costs nothing". */
  state->note_text = g_strdup_printf (_ ("Would be hidden · %s"), cost);
}

static void
read_visible (MatchumBlockReader *self, const MatchumBlock *block, GArray *marks, MatchumBlockState *state)
{
  GArray *sole = marks != NULL ? find_sole (self, block) : NULL;

  read_keys (self, marks, sole, state);
  if (state->emphasis == MATCHUM_EMPHASIS_LIT || state->is_selected)
    read_sole_note (self, block, sole, state);
  if (state->note == MATCHUM_NOTE_NONE && state->is_pinned)
    {
      state->note = MATCHUM_NOTE_PINNED;
      state->note_text = g_strdup (_ ("Pinned"));
    }
  read_leaving (self, block, state);
}

/* The requirements that the user said something of a kind of with this block: array of guint; where one is selected, of
 * that alone. */
static GArray *
find_claimed (MatchumBlockReader *self, guint block, MatchumClaimKind kind)
{
  MatchumMatch *match = matchum_workspace_get_match (self->workspace);
  int selected = matchum_workspace_get_selected_requirement (self->workspace);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    {
      GPtrArray *claims = selected < 0 || (guint) selected == i ? matchum_match_get_claims (match, i) : NULL;

      for (guint j = 0; claims != NULL && j < claims->len; j++)
        {
          const MatchumPlacedClaim *placed = claims->pdata[j];

          if (placed->block == block && placed->claim->kind == kind && !has_index (found, i))
            g_array_append_val (found, i);
        }
    }
  return found;
}

/* Takes text. */
static void
add_to_note (MatchumBlockState *state, char *text)
{
  char *joined = state->note_text != NULL ? g_strjoin (" · ", state->note_text, text, NULL) : g_strdup (text);

  if (state->note == MATCHUM_NOTE_NONE)
    state->note = MATCHUM_NOTE_BY_HAND;
  g_free (state->note_text);
  state->note_text = joined;
  g_free (text);
}

static void
read_claims (MatchumBlockReader *self, const MatchumBlock *block, MatchumBlockState *state)
{
  g_autoptr (GArray) linked = find_claimed (self, block->index, MATCHUM_CLAIM_LINK);
  g_autoptr (GArray) denied = find_claimed (self, block->index, MATCHUM_CLAIM_NOT_THIS);

  if (linked->len > 0)
    {
      g_autofree char *keys = join_requirement_keys (self, linked);

      /* Translators: under an item of the resume; %s are keys of requirements, as in "3, b". */
      add_to_note (state, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Linked by you to requirement %s",
                                                        "Linked by you to requirements %s", linked->len),
                                           keys));
    }
  if (denied->len > 0)
    {
      g_autofree char *keys = join_requirement_keys (self, denied);

      /* Translators: under an item of the resume; %s are keys of requirements, as in "3, b". */
      add_to_note (state, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Set by you: does not show requirement %s",
                                                        "Set by you: does not show requirements %s", denied->len),
                                           keys));
    }
}

static gboolean
offers_title_line (MatchumBlockReader *self, const MatchumBlock *block)
{
  return block->kind == MATCHUM_BLOCK_TITLE && matchum_workspace_get_current (self->workspace) != NULL
         && matchum_library_get_read_only_reason (matchum_workspace_get_library (self->workspace)) == NULL;
}

static void
read_title_line (MatchumBlockReader *self, const MatchumBlock *block, MatchumBlockState *state)
{
  if (block->section != MATCHUM_SECTION_CONTACT || !matchum_workspace_is_own_title_line (self->workspace, block->index))
    return;
  if (state->note == MATCHUM_NOTE_NONE)
    state->note = MATCHUM_NOTE_WORDING;
  /* Translators: under the line below the name in a resume, which is the posting's own. */
  add_to_note (state, g_strdup (_ ("Title line for this posting")));
}

/* That the resume says something else now comes before all else: it may be better. */
static void
read_wording (MatchumBlockReader *self, const MatchumBlock *block, MatchumBlockState *state)
{
  MatchumWordingStanding standing = matchum_workspace_get_wording (self->workspace, block->id);

  if (standing == MATCHUM_WORDING_OWN)
    {
      if (state->note == MATCHUM_NOTE_NONE)
        state->note = MATCHUM_NOTE_WORDING;
      /* Translators: under an item of the resume that says something else for the posting that is open. */
      add_to_note (state, g_strdup (_ ("Own wording for this posting")));
    }
  else if (standing != MATCHUM_WORDING_NONE)
    {
      g_autofree char *rest = g_steal_pointer (&state->note_text);

      state->note = standing == MATCHUM_WORDING_REFUSED ? MATCHUM_NOTE_REFUSED_WORDING : MATCHUM_NOTE_OLD_WORDING;
      if (standing == MATCHUM_WORDING_REFUSED)
        /* Translators: under an item with words of its own for the posting that is open, which would make something
         * else of the resume. */
        add_to_note (state, g_strdup (_ ("Own wording cannot stand here: the resume’s words are shown")));
      else
        /* Translators: under an item with words of its own for the posting that is open: those of the resume, which
         * they stand for, were edited since. */
        add_to_note (state, g_strdup (_ ("Own wording: the resume says something else now")));
      if (rest != NULL)
        add_to_note (state, g_steal_pointer (&rest));
    }
}

/* Where a posting is open, what they chose for it is seen. */
static void
read_tags (MatchumBlockReader *self, const MatchumBlock *block, MatchumBlockState *state)
{
  g_autoptr (GPtrArray) tags = NULL;

  if (matchum_workspace_get_current (self->workspace) != NULL)
    return;
  state->priority = matchum_workspace_get_priority (self->workspace, block->id);
  tags = matchum_workspace_list_tags (self->workspace, block->id);
  for (guint i = 0; i < tags->len; i++)
    {
      const MatchumBlockTagRecord *record = tags->pdata[i];
      const MatchumBlockTagging tag = { g_strdup (record->tag), record->is_always };

      g_array_append_val (state->tags, tag);
    }
}

static void
free_reader (MatchumBlockReader *self)
{
  forget_shown (self);
  forget_possible (self);
  g_hash_table_unref (self->soles);
  g_hash_table_unref (self->withs);
  g_clear_object (&self->workspace);
}

MatchumBlockReader *
matchum_block_reader_new (MatchumWorkspace *workspace)
{
  MatchumBlockReader *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_rc_box_new0 (MatchumBlockReader);
  self->workspace = g_object_ref (workspace);
  self->soles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->withs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) matchum_coverage_unref);
  return self;
}

MatchumBlockReader *
matchum_block_reader_ref (MatchumBlockReader *self)
{
  return g_rc_box_acquire (self);
}

void
matchum_block_reader_unref (MatchumBlockReader *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) free_reader);
}

MatchumWorkspace *
matchum_block_reader_get_workspace (MatchumBlockReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->workspace;
}

guint
matchum_block_reader_get_version (MatchumBlockReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->version;
}

void
matchum_block_reader_note_changed (MatchumBlockReader *self)
{
  g_return_if_fail (self != NULL);

  self->version++;
}

MatchumBlockState *
matchum_block_reader_read (MatchumBlockReader *self, guint block)
{
  MatchumBlockState *state;
  MatchumResume *resume;
  const MatchumBlock *found;
  GArray *marks;

  g_return_val_if_fail (self != NULL, NULL);

  resume = matchum_workspace_get_resume (self->workspace);
  g_return_val_if_fail (resume != NULL && block < matchum_resume_get_n_blocks (resume), NULL);

  found = matchum_resume_get_block (resume, block);
  state = matchum_block_state_new ();
  state->is_visible = matchum_visibility_is_visible (matchum_workspace_get_visibility (self->workspace), block);
  state->is_hidden = matchum_workspace_is_hidden (self->workspace, block);
  state->is_pinned = matchum_workspace_is_pinned (self->workspace, block);
  state->is_selected = matchum_workspace_get_selected_block (self->workspace) == block;
  state->can_edit = can_be_hidden (found) && matchum_workspace_get_application (self->workspace) != NULL;
  state->offers_title_line = offers_title_line (self, found);
  count_items (self, found, state);
  read_check (self, found, state);
  matchum_block_links_read (self->workspace, found, state);
  read_tags (self, found, state);
  if (get_shown (self) == NULL)
    return state;

  marks = get_marks (self, found, state->is_visible);
  read_emphasis (self, found, state);
  if (state->has_hint)
    read_hints (self, found, state);
  else
    read_marks (self, marks, state);
  if (state->is_hidden)
    read_hidden (self, found, marks, state);
  else if (state->is_visible)
    read_visible (self, found, marks, state);
  else
    read_keys (self, marks, NULL, state);
  read_claims (self, found, state);
  read_title_line (self, found, state);
  read_wording (self, found, state);
  return state;
}

gboolean
matchum_block_reader_speaks_for (MatchumBlockReader *self, guint block, guint requirement)
{
  gboolean is_visible;
  MatchumEvidenceMap *map;

  g_return_val_if_fail (self != NULL, FALSE);

  is_visible = matchum_visibility_is_visible (matchum_workspace_get_visibility (self->workspace), block);
  map = is_visible ? get_shown (self) : get_possible (self);
  return map != NULL && matchum_evidence_map_has (map, block, requirement);
}

gboolean
matchum_block_reader_is_hint (MatchumBlockReader *self, guint block)
{
  const GArray *hints;

  g_return_val_if_fail (self != NULL, FALSE);

  hints = get_hints (self);
  for (guint i = 0; hints != NULL && i < hints->len; i++)
    if (g_array_index (hints, MatchumHint, i).block == block)
      return TRUE;
  return FALSE;
}
