/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes out of a posting what it asks of those who apply to other teams. */
#include "config.h"

#include "posting/matchum-team-posting.h"

static MatchumPostingLine *
copy_line (const MatchumPostingLine *line)
{
  MatchumPostingLine *copy = matchum_posting_line_new ();

  *copy = *line;
  copy->bullet = g_strdup (line->bullet);
  copy->content = line->content != NULL ? matchum_inline_text_ref (line->content) : NULL;
  return copy;
}

guint
matchum_team_posting_find (MatchumPostingDetails *details, const char *name)
{
  g_return_val_if_fail (details != NULL, MATCHUM_NO_TEAM);

  if (name == NULL || matchum_posting_details_count_own (details) < 2)
    return MATCHUM_NO_TEAM;
  for (guint i = 0; i < matchum_posting_details_get_n_teams (details); i++)
    {
      const MatchumPostingTeam *team = matchum_posting_details_get_team (details, i);

      if (team->ranges->len > 0 && g_str_equal (team->fact.text, name))
        return i;
    }
  return MATCHUM_NO_TEAM;
}

MatchumPosting *
matchum_team_posting_new (MatchumPosting *posting, MatchumPostingDetails *details, guint team)
{
  GPtrArray *lines;

  g_return_val_if_fail (posting != NULL, NULL);
  g_return_val_if_fail (details != NULL && team < matchum_posting_details_get_n_teams (details), NULL);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_line_free);
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      MatchumPostingLine *line = copy_line (matchum_posting_get_line (posting, i));

      g_ptr_array_add (lines, line);
      if ((line->by_hand & MATCHUM_BY_HAND_KIND) != 0
          || matchum_posting_details_line_concerns (details, team, line->first_line))
        continue;
      line->kind = MATCHUM_POSTING_OTHER;
      line->is_other_team = TRUE;
    }
  return matchum_posting_with_lines (posting, lines);
}
