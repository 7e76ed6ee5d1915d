/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what a posting says of employment, experience, place, deadline and the rest, as JSON and for people. */
#include "config.h"

#include "matchum-cli-details.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "export/matchum-json-members.h"

static const struct {
  MatchumEmploymentKinds kind;
  const char *nick;
} employment_nicks[] = {
  { MATCHUM_EMPLOYMENT_PERMANENT, "permanent" }, { MATCHUM_EMPLOYMENT_FIXED_TERM, "fixed-term" },
  { MATCHUM_EMPLOYMENT_INTERN, "intern" },       { MATCHUM_EMPLOYMENT_FREELANCE, "freelance" },
  { MATCHUM_EMPLOYMENT_AGENCY, "agency" },       { MATCHUM_EMPLOYMENT_FULL_TIME, "full-time" },
  { MATCHUM_EMPLOYMENT_PART_TIME, "part-time" }, { MATCHUM_EMPLOYMENT_SERVICE, "military-service" },
};

static const char *const seniority_nicks[] = {
  [MATCHUM_SENIORITY_NEW] = "new",
  [MATCHUM_SENIORITY_EXPERIENCED] = "experienced",
  [MATCHUM_SENIORITY_ANY] = "any",
};

static const char *const deadline_nicks[] = {
  [MATCHUM_DEADLINE_DAY] = "day",
  [MATCHUM_DEADLINE_UNTIL_FILLED] = "until-filled",
  [MATCHUM_DEADLINE_ALWAYS] = "always",
  [MATCHUM_DEADLINE_UNCLEAR] = "unclear",
};

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/* A number that is null where it is 0. */
static void
add_number (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  if (value > 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
begin_fact (JsonBuilder *builder, const MatchumPostingFact *fact)
{
  json_builder_begin_object (builder);
  add_number (builder, "line", fact->line);
  matchum_json_add_string (builder, "text", fact->text);
}

static gboolean
begin_member (JsonBuilder *builder, const char *name, const MatchumPostingFact *fact)
{
  json_builder_set_member_name (builder, name);
  if (fact == NULL)
    {
      json_builder_add_null_value (builder);
      return FALSE;
    }
  begin_fact (builder, fact);
  return TRUE;
}

static void
add_employment (JsonBuilder *builder, const MatchumPostingEmployment *employment)
{
  if (!begin_member (builder, "employment", employment != NULL ? &employment->fact : NULL))
    return;
  json_builder_set_member_name (builder, "kinds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (employment_nicks); i++)
    if ((employment->kinds & employment_nicks[i].kind) != 0)
      json_builder_add_string_value (builder, employment_nicks[i].nick);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_experience (JsonBuilder *builder, const MatchumPostingExperience *experience)
{
  if (!begin_member (builder, "experience", experience != NULL ? &experience->fact : NULL))
    return;
  matchum_json_add_string (builder, "kind", seniority_nicks[experience->seniority]);
  add_number (builder, "least", experience->least);
  add_number (builder, "most", experience->most);
  json_builder_end_object (builder);
}

static char *
dup_time (const MatchumPostingDeadline *deadline)
{
  return deadline->hour >= 0 ? g_strdup_printf ("%02d:%02d", deadline->hour, deadline->minute) : NULL;
}

static void
add_deadline (JsonBuilder *builder, const MatchumPostingDeadline *deadline)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (!begin_member (builder, "deadline", deadline != NULL ? &deadline->fact : NULL))
    return;
  date = matchum_posting_deadline_dup_date (deadline);
  time = dup_time (deadline);
  matchum_json_add_string (builder, "kind", deadline_nicks[deadline->kind]);
  matchum_json_add_string (builder, "date", date);
  matchum_json_add_string (builder, "time", time);
  add_boolean (builder, "year_implied", deadline->is_year_implied);
  add_boolean (builder, "relative", deadline->is_relative);
  add_boolean (builder, "may_close_early", deadline->may_close_early);
  json_builder_end_object (builder);
}

static void
add_links (JsonBuilder *builder, MatchumPostingDetails *details)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < matchum_posting_details_get_n_links (details); i++)
    {
      const MatchumPostingLink *link = matchum_posting_details_get_link (details, i);

      begin_fact (builder, &link->fact);
      matchum_json_add_string (builder, "url", link->url);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

typedef guint (*CountFunc) (MatchumPostingDetails *details);
typedef const MatchumPostingFact *(*GetFunc) (MatchumPostingDetails *details, guint index);

static void
add_facts (JsonBuilder *builder, const char *name, MatchumPostingDetails *details, CountFunc count, GetFunc get)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < count (details); i++)
    {
      begin_fact (builder, get (details, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_teams (JsonBuilder *builder, MatchumPostingDetails *details)
{
  json_builder_set_member_name (builder, "teams");
  json_builder_begin_array (builder);
  for (guint i = 0; i < matchum_posting_details_get_n_teams (details); i++)
    {
      const MatchumPostingTeam *team = matchum_posting_details_get_team (details, i);

      begin_fact (builder, &team->fact);
      json_builder_set_member_name (builder, "lines");
      json_builder_begin_array (builder);
      for (guint k = 0; k < team->ranges->len; k++)
        {
          const MatchumLineRange *range = &g_array_index (team->ranges, MatchumLineRange, k);

          json_builder_begin_array (builder);
          json_builder_add_int_value (builder, range->first);
          json_builder_add_int_value (builder, range->last);
          json_builder_end_array (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
matchum_cli_details_add_json (JsonBuilder *builder, MatchumPostingDetails *details)
{
  json_builder_begin_object (builder);
  add_employment (builder, matchum_posting_details_get_employment (details));
  add_experience (builder, matchum_posting_details_get_experience (details));
  if (begin_member (builder, "place", matchum_posting_details_get_place (details)))
    json_builder_end_object (builder);
  add_deadline (builder, matchum_posting_details_get_deadline (details));
  add_links (builder, details);
  add_facts (builder, "stack", details, matchum_posting_details_get_n_tools, matchum_posting_details_get_tool);
  add_facts (builder, "stages", details, matchum_posting_details_get_n_stages, matchum_posting_details_get_stage);
  add_facts (builder, "notes", details, matchum_posting_details_get_n_notes, matchum_posting_details_get_note);
  add_teams (builder, details);
  json_builder_end_object (builder);
}

/* For people. */

static void
print_fact (const char *name, const MatchumPostingFact *fact)
{
  if (fact != NULL)
    printf ("  %s: %s\n", name, fact->text);
}

static void
print_list (const char *name, const char *divider, MatchumPostingDetails *details, CountFunc count, GetFunc get)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < count (details); i++)
    g_string_append_printf (line, "%s%s", i > 0 ? divider : "", get (details, i)->text);
  if (line->len > 0)
    printf ("  %s: %s\n", name, line->str);
}

static const MatchumPostingFact *
get_team_fact (MatchumPostingDetails *details, guint index)
{
  return &matchum_posting_details_get_team (details, index)->fact;
}

static void
print_deadline (const MatchumPostingDeadline *deadline)
{
  g_autofree char *date = deadline != NULL ? matchum_posting_deadline_dup_date (deadline) : NULL;
  g_autofree char *time = deadline != NULL ? dup_time (deadline) : NULL;

  if (date == NULL)
    print_fact (_ ("Deadline"), deadline != NULL ? &deadline->fact : NULL);
  else if (g_str_equal (date, deadline->fact.text))
    print_fact (_ ("Deadline"), &deadline->fact);
  else
    printf ("  %s: %s%s%s (%s)\n", _ ("Deadline"), date, time != NULL ? " " : "", time != NULL ? time : "",
            deadline->fact.text);
}

void
matchum_cli_details_print (MatchumPostingDetails *details)
{
  const MatchumPostingEmployment *employment = matchum_posting_details_get_employment (details);
  const MatchumPostingExperience *experience = matchum_posting_details_get_experience (details);

  print_fact (_ ("Employment"), employment != NULL ? &employment->fact : NULL);
  print_fact (_ ("Experience"), experience != NULL ? &experience->fact : NULL);
  print_fact (_ ("Place"), matchum_posting_details_get_place (details));
  print_deadline (matchum_posting_details_get_deadline (details));
  for (guint i = 0; i < matchum_posting_details_get_n_links (details); i++)
    printf ("  %s: %s\n", _ ("Link"), matchum_posting_details_get_link (details, i)->url);
  print_list (_ ("Tools"), ", ", details, matchum_posting_details_get_n_tools, matchum_posting_details_get_tool);
  print_list (_ ("Stages"), " → ", details, matchum_posting_details_get_n_stages, matchum_posting_details_get_stage);
  print_list (_ ("Teams"), ", ", details, matchum_posting_details_get_n_teams, get_team_fact);
}
