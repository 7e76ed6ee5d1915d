/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says of every fact what is wrong with it, and where its date stands. */
#include "config.h"

#include "resume/matchum-resume-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-dated-line.h"
#include "text/matchum-folded-text.h"

/* Studies may end so much later than the day. */
#define MAX_STUDY_MONTHS (7 * 12)
/* Words of a date that are shown, in bytes. */
#define MAX_SHOWN 60

typedef struct {
  MatchumResume *resume;
  MatchumMonth today;
  GPtrArray *notes;
} Finder;

static void
free_note (MatchumResumeNote *note)
{
  g_free (note->text);
  g_free (note);
}

/* Takes text. */
static void
add_note (Finder *self, MatchumNoteKind kind, guint line, char *text)
{
  MatchumResumeNote *note = g_new0 (MatchumResumeNote, 1);

  note->kind = kind;
  note->line = line;
  note->text = text;
  g_ptr_array_add (self->notes, note);
}

static gboolean
is_ahead (Finder *self, MatchumFactKind kind, const MatchumDateRange *range)
{
  if (range->fault != MATCHUM_DATE_FAULT_NONE)
    return FALSE;
  switch (kind)
    {
    case MATCHUM_FACT_EDUCATION:
      return range->first > self->today + MAX_STUDY_MONTHS
             || (!range->is_open && range->last > self->today + MAX_STUDY_MONTHS);
    case MATCHUM_FACT_CERTIFICATE: /* the last may be when it expires */
    case MATCHUM_FACT_LANGUAGE:
      return FALSE;
    case MATCHUM_FACT_WORK:
    case MATCHUM_FACT_PROJECT:
    case MATCHUM_FACT_PUBLICATION:
    case MATCHUM_N_FACT_KINDS:
    default:
      /* What is planned for this year is no mistake. */
      return range->first > self->today || (!range->is_open && range->last > self->today + 12);
    }
}

static gboolean
find_kind (Finder *self, MatchumFactKind kind, const MatchumDateRange *range, MatchumNoteKind *note)
{
  if (range->fault == MATCHUM_DATE_FAULT_MONTH)
    *note = MATCHUM_NOTE_DATE;
  else if (range->fault == MATCHUM_DATE_FAULT_ORDER)
    *note = MATCHUM_NOTE_ORDER;
  else if (is_ahead (self, kind, range))
    *note = MATCHUM_NOTE_FUTURE;
  else
    return FALSE;
  return TRUE;
}

static char *
describe_date (MatchumNoteKind kind, const char *words)
{
  if (kind == MATCHUM_NOTE_DATE)
    return g_strdup_printf (_ ("“%s” is no date; no time is counted for it. Write the month as 1 to 12."), words);
  if (kind == MATCHUM_NOTE_ORDER)
    return g_strdup_printf (_ ("“%s” ends before it starts; no time is counted for it. Check both dates."), words);
  return g_strdup_printf (_ ("“%s” lies in the future; what lies ahead is not counted. Check the year."), words);
}

/* The last line that may hold the dates of what block says from line on. */
static guint
find_last_line (Finder *self, const MatchumBlock *block, guint line)
{
  const MatchumBlock *dated = block->dated_by != MATCHUM_BLOCK_NONE && block->kind == MATCHUM_BLOCK_ENTRY
                                  ? matchum_resume_get_block (self->resume, block->dated_by)
                                  : block;

  return MAX (line, dated->last_line);
}

static char *
dup_line (Finder *self, guint line)
{
  MatchumSource *source = matchum_resume_get_source (self->resume);
  MatchumSpan span = matchum_source_get_line_text (source, line);

  return g_strndup (matchum_source_get_text (source) + span.start, matchum_span_get_length (span));
}

/* One note for each line that gives such a date: a fact's lines are few. */
static gboolean
note_line (Finder *self, MatchumFactKind kind, guint line)
{
  g_autofree char *text = dup_line (self, line);
  g_autoptr (GArray) ranges = matchum_dated_line_find_dates (text);

  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const MatchumDateRange *range = &g_array_index (ranges, MatchumDateRange, i);
      g_autofree char *words = NULL;
      MatchumNoteKind note;

      if (!find_kind (self, kind, range, &note))
        continue;
      words = g_strndup (text + range->span.start, MIN (matchum_span_get_length (range->span), MAX_SHOWN));
      if (g_utf8_validate (words, -1, NULL))
        add_note (self, note, line, describe_date (note, words));
      return TRUE;
    }
  return FALSE;
}

static void
note_dates (Finder *self, const MatchumFact *fact)
{
  const MatchumBlock *block = matchum_resume_get_block (self->resume, fact->block);
  MatchumNoteKind note;
  gboolean is_wrong = FALSE;

  for (guint i = 0; i < fact->ranges->len && !is_wrong; i++)
    is_wrong = find_kind (self, fact->kind, &g_array_index (fact->ranges, MatchumDateRange, i), &note);
  if (!is_wrong)
    return;
  for (guint line = fact->line; line <= find_last_line (self, block, fact->line); line++)
    if (note_line (self, fact->kind, line))
      return;
}

/* A job is undated where neither it nor what stands within it has a date. */
static gboolean
holds_dated (const GPtrArray *facts, guint index)
{
  for (guint i = index + 1; i < facts->len; i++)
    {
      const MatchumFact *inner = g_ptr_array_index (facts, i);

      if (inner->within == index && inner->ranges->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
note_job (Finder *self, const GPtrArray *facts, guint index)
{
  const MatchumFact *fact = g_ptr_array_index (facts, index);

  if (fact->ranges->len == 0 && fact->within == MATCHUM_FACT_NONE && !holds_dated (facts, index))
    add_note (self, MATCHUM_NOTE_UNDATED, fact->line,
              g_strdup (
                  _ ("No date was found for this job; it counts for no years. Add one such as “2021.03 - 2023.06”.")));
  if (fact->is_whole)
    add_note (self, MATCHUM_NOTE_PARTS, fact->line,
              g_strdup (
                  _ ("It can't be told which part is the organisation and which the role. Part them with “ | ”.")));
}

/* A course or a bootcamp gives no degree. */
static gboolean
gives_degrees (const char *school)
{
  g_autofree char *folded = matchum_fold (school != NULL ? school : "", -1);

  return strstr (folded, "대학") != NULL || strstr (folded, "university") != NULL || strstr (folded, "college") != NULL;
}

static void
note_study (Finder *self, const MatchumFact *fact)
{
  if (gives_degrees (fact->name) && fact->degree == NULL && fact->state == MATCHUM_STUDY_UNKNOWN)
    add_note (self, MATCHUM_NOTE_DEGREE, fact->line,
              g_strdup (_ ("No degree was recognised here. Name it, or say whether the studies are finished: 학사, "
                           "M.Sc., 졸업, in progress.")));
}

static gint
compare_notes (gconstpointer a, gconstpointer b)
{
  const MatchumResumeNote *left = *(MatchumResumeNote *const *) a;
  const MatchumResumeNote *right = *(MatchumResumeNote *const *) b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return (gint) left->kind - (gint) right->kind;
}

/**
 * matchum_resume_notes_find:
 * @as_of: the day from which the future is told
 *
 * Returns: (transfer full) (element-type MatchumResumeNote): by line, perhaps none
 */
GPtrArray *
matchum_resume_notes_find (MatchumResume *resume, const GPtrArray *facts, MatchumDay as_of)
{
  Finder self = { resume, MATCHUM_DAY_GET_MONTH (as_of), NULL };

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  self.notes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_note);
  for (guint i = 0; i < facts->len; i++)
    {
      const MatchumFact *fact = g_ptr_array_index (facts, i);

      note_dates (&self, fact);
      if (fact->kind == MATCHUM_FACT_WORK)
        note_job (&self, facts, i);
      else if (fact->kind == MATCHUM_FACT_EDUCATION)
        note_study (&self, fact);
    }
  g_ptr_array_sort (self.notes, compare_notes);
  return self.notes;
}
