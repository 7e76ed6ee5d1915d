/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes facts in the order in which they stand. Members that do not belong to the kind are left out; what a text does
 * not say is null. */
#include "config.h"

#include "export/matchum-facts-json.h"

#include "export/matchum-json-members.h"

static const char *const kind_names[MATCHUM_N_FACT_KINDS] = {
  [MATCHUM_FACT_WORK] = "work",           [MATCHUM_FACT_PROJECT] = "projects",
  [MATCHUM_FACT_EDUCATION] = "education", [MATCHUM_FACT_CERTIFICATE] = "certificates",
  [MATCHUM_FACT_LANGUAGE] = "languages",  [MATCHUM_FACT_PUBLICATION] = "publications",
};

static const char *const state_names[] = {
  [MATCHUM_STUDY_UNKNOWN] = NULL,          [MATCHUM_STUDY_GRADUATED] = "graduated",
  [MATCHUM_STUDY_ENROLLED] = "enrolled",   [MATCHUM_STUDY_COMPLETED] = "completed",
  [MATCHUM_STUDY_EXPECTED] = "expected",   [MATCHUM_STUDY_ON_LEAVE] = "on-leave",
  [MATCHUM_STUDY_WITHDRAWN] = "withdrawn",
};

static const char *const note_names[MATCHUM_N_NOTE_KINDS] = {
  [MATCHUM_NOTE_DATE] = "date",       [MATCHUM_NOTE_ORDER] = "order",   [MATCHUM_NOTE_FUTURE] = "future",
  [MATCHUM_NOTE_UNDATED] = "undated", [MATCHUM_NOTE_DEGREE] = "degree", [MATCHUM_NOTE_PARTS] = "parts",
};

static void
add_date (JsonBuilder *builder, const char *name, const char *date)
{
  matchum_json_add_string (builder, name, *date != '\0' ? date : NULL);
}

static void
add_period (JsonBuilder *builder, const MatchumFact *fact)
{
  add_date (builder, "start", fact->dates.start);
  add_date (builder, "end", fact->dates.end);
  json_builder_set_member_name (builder, "current");
  json_builder_add_boolean_value (builder, fact->is_current);
}

static void
add_members (JsonBuilder *builder, const MatchumFact *fact)
{
  switch (fact->kind)
    {
    case MATCHUM_FACT_WORK:
      matchum_json_add_string (builder, "organisation", fact->name);
      matchum_json_add_string (builder, "role", fact->role);
      matchum_json_add_string (builder, "place", fact->place);
      add_period (builder, fact);
      break;
    case MATCHUM_FACT_PROJECT:
      matchum_json_add_string (builder, "name", fact->name);
      add_period (builder, fact);
      break;
    case MATCHUM_FACT_EDUCATION:
      matchum_json_add_string (builder, "school", fact->name);
      matchum_json_add_string (builder, "degree", fact->degree);
      matchum_json_add_string (builder, "field", fact->field);
      matchum_json_add_string (builder, "state", state_names[fact->state]);
      add_period (builder, fact);
      break;
    case MATCHUM_FACT_CERTIFICATE:
      matchum_json_add_string (builder, "name", fact->name);
      matchum_json_add_string (builder, "issuer", fact->place);
      add_date (builder, "date", fact->dates.start);
      matchum_json_add_string (builder, "expiry", fact->expiry);
      break;
    case MATCHUM_FACT_LANGUAGE:
      matchum_json_add_string (builder, "name", fact->name);
      matchum_json_add_string (builder, "test", fact->test);
      matchum_json_add_string (builder, "score", fact->score);
      add_date (builder, "date", fact->dates.start);
      break;
    case MATCHUM_FACT_PUBLICATION:
      matchum_json_add_string (builder, "title", fact->name);
      add_date (builder, "date", fact->dates.start);
      break;
    case MATCHUM_N_FACT_KINDS:
    default:
      g_assert_not_reached ();
    }
}

void
matchum_facts_json_add_facts (JsonBuilder *builder, const GPtrArray *facts)
{
  g_return_if_fail (builder != NULL && facts != NULL);

  for (guint kind = 0; kind < MATCHUM_N_FACT_KINDS; kind++)
    {
      json_builder_set_member_name (builder, kind_names[kind]);
      json_builder_begin_array (builder);
      for (guint i = 0; i < facts->len; i++)
        {
          const MatchumFact *fact = g_ptr_array_index (facts, i);

          if (fact->kind != kind)
            continue;
          json_builder_begin_object (builder);
          matchum_json_add_int (builder, "line", fact->line);
          add_members (builder, fact);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
}

void
matchum_facts_json_add_notes (JsonBuilder *builder, const GPtrArray *notes)
{
  g_return_if_fail (builder != NULL && notes != NULL);

  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    {
      const MatchumResumeNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (builder);
      matchum_json_add_int (builder, "line", note->line);
      matchum_json_add_string (builder, "what", note_names[note->kind]);
      matchum_json_add_string (builder, "why", note->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
