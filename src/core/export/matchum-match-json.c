/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what a coverage found as JSON, with lines and bytes of the files it was read from. */
#include "config.h"

#include "export/matchum-match-json.h"

#include <locale.h>

#include "export/matchum-json-members.h"
#include "match/matchum-explanation.h"

/* Where a span of plain words stands: its first line, and the bytes of that raw line. */
static guint
locate (MatchumSource *source, MatchumInlineText *content, MatchumSpan span, MatchumSpan *bytes)
{
  MatchumSpan place = matchum_inline_text_get_source_span (content, span);
  guint line = matchum_source_get_line_at (source, place.start);
  MatchumSpan whole = matchum_source_get_line_span (source, line);

  bytes->start = place.start - whole.start;
  bytes->end = MIN (place.end, whole.end) - whole.start;
  bytes->end = MAX (bytes->end, bytes->start);
  return line;
}

/* Where the resume names a criterion, and why that is told. */
static void
add_place (JsonBuilder *builder,
           MatchumMatch *match,
           guint index,
           MatchumSpan span,
           const MatchumCriterion *criterion,
           const char *why)
{
  MatchumResume *resume = matchum_match_get_resume (match);
  const MatchumBlock *block = matchum_resume_get_block (resume, index);
  MatchumSpan bytes;
  guint line = locate (matchum_resume_get_source (resume), block->content, span, &bytes);

  json_builder_begin_object (builder);
  matchum_json_add_int (builder, "line", line);
  matchum_json_add_int (builder, "start", (gint64) bytes.start);
  matchum_json_add_int (builder, "end", (gint64) bytes.end);
  matchum_json_add_string (builder, "criterion", criterion->name);
  matchum_json_add_string (builder, "why", why);
  json_builder_end_object (builder);
}

static void
add_evidence (JsonBuilder *builder, MatchumMatch *match, const MatchumEvidence *evidence)
{
  add_place (builder, match, evidence->block, evidence->span, evidence->criterion,
             matchum_reason_get_nick (evidence->reason));
}

static void
add_hint (JsonBuilder *builder, MatchumMatch *match, const MatchumHint *hint)
{
  add_place (builder, match, hint->block, hint->span, hint->criterion, matchum_hint_get_nick (hint->kind));
}

static void
add_explanation (JsonBuilder *builder, MatchumMatch *match, MatchumExplanation *explanation)
{
  const GArray *hints = matchum_explanation_get_hints (explanation);

  json_builder_set_member_name (builder, "hints");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hints->len; i++)
    add_hint (builder, match, &g_array_index (hints, MatchumHint, i));
  json_builder_end_array (builder);
  matchum_json_add_string (builder, "explanation", matchum_explanation_get_sentence (explanation));
}

/* The keys that a requirement and a part of one share. */
static void
add_verdict (JsonBuilder *builder, MatchumMatch *match, const MatchumVerdict *verdict)
{
  matchum_json_add_string (builder, "status", matchum_status_get_nick (verdict->status));
  json_builder_set_member_name (builder, "listed_only");
  json_builder_add_boolean_value (builder, verdict->is_listed_only);
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < verdict->evidence->len; i++)
    add_evidence (builder, match, g_ptr_array_index (verdict->evidence, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < verdict->missing->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (verdict->missing, i));
  json_builder_end_array (builder);
}

static void
add_parts (JsonBuilder *builder, MatchumCoverage *coverage, guint index, const MatchumVerdict *verdict)
{
  MatchumMatch *match = matchum_coverage_get_match (coverage);
  MatchumRequirement *requirement = matchum_match_get_requirement (match, index);
  MatchumSource *source = matchum_posting_get_source (matchum_match_get_posting (match));
  const MatchumPostingLine *line = matchum_requirement_get_line (requirement);

  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < verdict->parts->len; i++)
    {
      g_autoptr (MatchumExplanation) explanation = matchum_explanation_new_for_part (coverage, index, i);
      MatchumSpan bytes;

      locate (source, line->content, matchum_requirement_get_part (requirement, i)->span, &bytes);
      json_builder_begin_object (builder);
      matchum_json_add_int (builder, "start", (gint64) bytes.start);
      matchum_json_add_int (builder, "end", (gint64) bytes.end);
      add_verdict (builder, match, g_ptr_array_index (verdict->parts, i));
      add_explanation (builder, match, explanation);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_requirement (JsonBuilder *builder, MatchumCoverage *coverage, guint index)
{
  MatchumMatch *match = matchum_coverage_get_match (coverage);
  MatchumRequirement *requirement = matchum_match_get_requirement (match, index);
  const MatchumPostingLine *line = matchum_requirement_get_line (requirement);
  const MatchumVerdict *verdict = matchum_coverage_get_verdict (coverage, index);
  g_autoptr (MatchumExplanation) explanation = matchum_explanation_new (coverage, index);

  json_builder_begin_object (builder);
  matchum_json_add_int (builder, "line", line->first_line);
  matchum_json_add_string (builder, "section",
                           matchum_requirement_is_preferred (requirement) ? "preferred" : "required");
  matchum_json_add_string (builder, "text", matchum_posting_line_get_text (line));
  json_builder_set_member_name (builder, "soft");
  json_builder_add_boolean_value (builder, verdict->status == MATCHUM_STATUS_UNPROVABLE);
  add_verdict (builder, match, verdict);
  add_explanation (builder, match, explanation);
  if (verdict->parts != NULL)
    add_parts (builder, coverage, index, verdict);
  json_builder_end_object (builder);
}

/* Explanations are in English in every locale: the same input gives scripts the same bytes. */
static void
add_requirements (JsonBuilder *builder, MatchumCoverage *coverage)
{
  locale_t english = newlocale (LC_MESSAGES_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  locale_t before = uselocale (english);

  json_builder_set_member_name (builder, "requirements");
  json_builder_begin_array (builder);
  for (guint i = 0; i < matchum_match_get_n_requirements (matchum_coverage_get_match (coverage)); i++)
    add_requirement (builder, coverage, i);
  json_builder_end_array (builder);
  uselocale (before);
  freelocale (english);
}

static void
add_duties (JsonBuilder *builder, MatchumPosting *posting)
{
  guint last = 0;

  json_builder_set_member_name (builder, "duties");
  json_builder_begin_array (builder);
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (line->kind != MATCHUM_POSTING_DUTY || line->is_heading || line->first_line == last)
        continue;
      last = line->first_line; /* pieces of a line are one line */
      json_builder_add_int_value (builder, last);
    }
  json_builder_end_array (builder);
}

static void
add_tally (JsonBuilder *builder, const char *name, MatchumTally tally)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  matchum_json_add_int (builder, "met", tally.met);
  matchum_json_add_int (builder, "partial", tally.partial);
  matchum_json_add_int (builder, "missing", tally.missing);
  matchum_json_add_int (builder, "soft", tally.soft);
  json_builder_end_object (builder);
}

static void
add_coverage (JsonBuilder *builder, MatchumCoverage *coverage)
{
  json_builder_begin_object (builder);
  add_tally (builder, "required", matchum_coverage_get_required (coverage));
  add_tally (builder, "preferred", matchum_coverage_get_preferred (coverage));
  json_builder_end_object (builder);
}

/**
 * matchum_match_json_build_coverage:
 *
 * Returns: (transfer full): how many requirements are met, partial, missing and soft
 */
JsonNode *
matchum_match_json_build_coverage (MatchumCoverage *coverage)
{
  g_autoptr (JsonBuilder) builder = NULL;

  g_return_val_if_fail (coverage != NULL, NULL);

  builder = json_builder_new_immutable ();
  add_coverage (builder, coverage);
  return json_builder_get_root (builder);
}

/**
 * matchum_match_json_build:
 *
 * Returns: (transfer full): everything that was found; lines are 1-based, bytes those of the raw line
 */
JsonNode *
matchum_match_json_build (MatchumCoverage *coverage)
{
  g_autoptr (JsonBuilder) builder = NULL;
  MatchumPosting *posting;

  g_return_val_if_fail (coverage != NULL, NULL);

  posting = matchum_match_get_posting (matchum_coverage_get_match (coverage));
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "posting");
  json_builder_begin_object (builder);
  matchum_json_add_string (builder, "company", matchum_posting_get_company (posting));
  matchum_json_add_string (builder, "title", matchum_posting_get_title (posting));
  json_builder_end_object (builder);
  add_requirements (builder, coverage);
  add_duties (builder, posting);
  json_builder_set_member_name (builder, "coverage");
  add_coverage (builder, coverage);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
