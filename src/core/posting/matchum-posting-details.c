/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a posting says besides what it asks, put together from the readers of each fact. */
#include "config.h"

#include "posting/matchum-posting-details.h"

#include "posting/matchum-posting-readers.h"

struct _MatchumPostingDetails {
  MatchumPostingEmployment *employment;
  MatchumPostingExperience *experience;
  MatchumPostingFact *place;
  MatchumPostingDeadline *deadline;
  GPtrArray *links;  /* of MatchumPostingLink */
  GPtrArray *tools;  /* of MatchumPostingFact */
  GPtrArray *stages; /* of MatchumPostingFact */
  GPtrArray *notes;  /* of MatchumPostingFact */
  GPtrArray *teams;  /* of MatchumPostingTeam */
};

G_DEFINE_BOXED_TYPE (MatchumPostingDetails,
                     matchum_posting_details,
                     matchum_posting_details_ref,
                     matchum_posting_details_unref)

static void
matchum_posting_details_clear (MatchumPostingDetails *self)
{
  g_clear_pointer (&self->employment, matchum_posting_employment_free);
  g_clear_pointer (&self->experience, matchum_posting_experience_free);
  g_clear_pointer (&self->place, matchum_posting_fact_free);
  g_clear_pointer (&self->deadline, matchum_posting_deadline_free);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->tools);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->teams);
}

/* Takes out the lines by themselves that ask or tell of duties: "Build CI for 5+ years old code" names no experience.
 */
static void
drop_work (GArray *fields, MatchumPosting *posting)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  guint n_kept = 0;

  if (!matchum_posting_has_known_headings (posting))
    return;
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (matchum_posting_line_is_requirement (line) || (line->kind == MATCHUM_POSTING_DUTY && !line->is_heading))
        for (guint at = line->first_line; at <= line->last_line; at++)
          g_hash_table_add (lines, GUINT_TO_POINTER (at));
    }
  for (guint i = 0; i < fields->len; i++)
    {
      MatchumPostingField *field = &g_array_index (fields, MatchumPostingField, i);

      if (field->strength == MATCHUM_FIELD_BARE && field->is_alone
          && g_hash_table_contains (lines, GUINT_TO_POINTER (field->line)))
        continue;
      g_array_index (fields, MatchumPostingField, n_kept++) = *field;
    }
  g_array_set_size (fields, n_kept);
}

MatchumPostingDetails *
matchum_posting_details_read (MatchumPosting *posting, MatchumDay today)
{
  MatchumSource *source;
  g_autoptr (GArray) fields = NULL;
  MatchumPostingClues clues;
  MatchumPostingDetails *self;

  g_return_val_if_fail (posting != NULL, NULL);

  source = matchum_posting_get_source (posting);
  fields = matchum_posting_field_scan (source);
  drop_work (fields, posting);
  clues = (MatchumPostingClues){ posting, source, matchum_source_get_text (source), fields, today };
  self = g_atomic_rc_box_new0 (MatchumPostingDetails);
  self->employment = matchum_posting_employment_find (&clues);
  self->experience = matchum_posting_experience_find (&clues);
  self->place = matchum_posting_place_find (&clues);
  self->deadline = matchum_posting_deadline_find (&clues);
  self->links = matchum_posting_links_find (&clues);
  self->tools = matchum_posting_stack_find (&clues);
  self->stages = matchum_hiring_stages_find (&clues);
  self->notes = matchum_posting_notes_find (&clues, self->stages);
  self->teams = matchum_posting_teams_find (&clues);

  return self;
}

MatchumPostingDetails *
matchum_posting_details_ref (MatchumPostingDetails *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
matchum_posting_details_unref (MatchumPostingDetails *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_posting_details_clear);
}

const MatchumPostingEmployment *
matchum_posting_details_get_employment (MatchumPostingDetails *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->employment;
}

const MatchumPostingExperience *
matchum_posting_details_get_experience (MatchumPostingDetails *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->experience;
}

const MatchumPostingFact *
matchum_posting_details_get_place (MatchumPostingDetails *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->place;
}

const MatchumPostingDeadline *
matchum_posting_details_get_deadline (MatchumPostingDetails *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->deadline;
}

guint
matchum_posting_details_get_n_links (MatchumPostingDetails *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->links->len;
}

const MatchumPostingLink *
matchum_posting_details_get_link (MatchumPostingDetails *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->links->len, NULL);

  return g_ptr_array_index (self->links, index);
}

guint
matchum_posting_details_get_n_tools (MatchumPostingDetails *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tools->len;
}

const MatchumPostingFact *
matchum_posting_details_get_tool (MatchumPostingDetails *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->tools->len, NULL);

  return g_ptr_array_index (self->tools, index);
}

guint
matchum_posting_details_get_n_stages (MatchumPostingDetails *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stages->len;
}

const MatchumPostingFact *
matchum_posting_details_get_stage (MatchumPostingDetails *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->stages->len, NULL);

  return g_ptr_array_index (self->stages, index);
}

guint
matchum_posting_details_get_n_notes (MatchumPostingDetails *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->notes->len;
}

const MatchumPostingFact *
matchum_posting_details_get_note (MatchumPostingDetails *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->notes->len, NULL);

  return g_ptr_array_index (self->notes, index);
}

guint
matchum_posting_details_get_n_teams (MatchumPostingDetails *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->teams->len;
}

const MatchumPostingTeam *
matchum_posting_details_get_team (MatchumPostingDetails *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->teams->len, NULL);

  return g_ptr_array_index (self->teams, index);
}

static gboolean
owns (const MatchumPostingTeam *team, guint line)
{
  for (guint i = 0; i < team->ranges->len; i++)
    {
      const MatchumLineRange *range = &g_array_index (team->ranges, MatchumLineRange, i);

      if (range->first <= line && line <= range->last)
        return TRUE;
    }
  return FALSE;
}

guint
matchum_posting_details_count_own (MatchumPostingDetails *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->teams->len; i++)
    n += ((const MatchumPostingTeam *) g_ptr_array_index (self->teams, i))->ranges->len > 0;
  return n;
}

gboolean
matchum_posting_details_line_concerns (MatchumPostingDetails *self, guint team, guint line)
{
  g_return_val_if_fail (self != NULL && team < self->teams->len, FALSE);

  if (owns (g_ptr_array_index (self->teams, team), line))
    return TRUE;
  for (guint i = 0; i < self->teams->len; i++)
    if (owns (g_ptr_array_index (self->teams, i), line))
      return FALSE;
  return TRUE;
}
