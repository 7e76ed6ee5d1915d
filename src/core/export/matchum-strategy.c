/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the strategy sheet, section by section. */
#include "config.h"

#include "export/matchum-strategy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "match/matchum-explanation.h"
#include "match/matchum-hint.h"
#include "resume/matchum-markdown-words.h"

/* What has a line of its own. */
typedef enum {
  SPACING_WIDE,    /* requirement, sentence and evidence */
  SPACING_COMPACT, /* the sentence stands behind the requirement, short facts side by side */
  SPACING_TIGHT,   /* the evidence does too, and duties follow each other */
  SPACING_BRIEF,   /* nor are tools and notes told */
} Spacing;

/* How much is said. */
typedef struct {
  guint max_evidence;   /* lines of the resume for a requirement */
  guint max_characters; /* of such a line */
  guint max_duties;
  guint max_told_first; /* items of the resume to speak of first */
  Spacing spacing;
} Level;

static const Level levels[MATCHUM_STRATEGY_N_LEVELS] = {
  { 2, 160, G_MAXUINT, 3, SPACING_WIDE },
  { 1, 120, G_MAXUINT, 3, SPACING_WIDE },
  { 1, 120, G_MAXUINT, 3, SPACING_COMPACT },
  { 1, 90, G_MAXUINT, 3, SPACING_TIGHT },
  { 1, 60, 8, 2, SPACING_TIGHT },
  { 1, 40, 4, 1, SPACING_BRIEF },
  { 0, 80, 4, 1, SPACING_BRIEF },
  { 0, 60, 0, 1, SPACING_BRIEF },
};

typedef struct {
  MatchumCoverage *coverage;
  MatchumMatch *match;
  MatchumResume *resume;
  MatchumPosting *posting;
  const Level *level;
  GString *out;
} Sheet;

/* Words ------------------------------------------------------------------------------------------------------------ */

/* No longer than so many characters, cut between words where that is near. */
static char *
shorten (const char *text, guint max_characters)
{
  g_autofree char *cut = NULL;
  char *space;

  if (g_utf8_strlen (text, -1) <= (glong) max_characters)
    return g_strdup (text);
  cut = g_utf8_substring (text, 0, max_characters - 1);
  space = strrchr (cut, ' ');
  if (space != NULL && space - cut > (glong) strlen (cut) * 2 / 3)
    *space = '\0';
  return g_strconcat (g_strchomp (cut), "…", NULL);
}

/* Behind other words of the line. */
static void
append_words (Sheet *self, const char *text)
{
  matchum_markdown_words_append (self->out, text, MATCHUM_MARKDOWN_WORDS_AFTER, "");
}

static void
begin_section (Sheet *self, const char *name)
{
  g_string_append (self->out, "\n## ");
  append_words (self, name);
  g_string_append (self->out, "\n\n");
}

/* "- **Deadline:** 2026-12-13": text may hold marks already. */
static void
write_labelled (Sheet *self, const char *label, const char *text)
{
  g_string_append (self->out, "- **");
  append_words (self, label);
  g_string_append_printf (self->out, ":** %s\n", text);
}

/* The same, in the line of the one before where that is to be short. */
static void
write_beside (Sheet *self, const char *label, const char *text)
{
  const gboolean is_first = g_str_has_suffix (self->out->str, "\n\n");

  if (is_first || self->level->spacing == SPACING_WIDE)
    {
      write_labelled (self, label, text);
      return;
    }
  g_string_truncate (self->out, self->out->len - 1);
  g_string_append (self->out, " · **");
  append_words (self, label);
  g_string_append_printf (self->out, ":** %s\n", text);
}

static char *
escape (const char *text)
{
  GString *out = g_string_new (NULL);

  matchum_markdown_words_append (out, text, MATCHUM_MARKDOWN_WORDS_AFTER, "");
  return g_string_free (out, FALSE);
}

/* Text parted by separator, each escaped; NULL where texts is empty. */
static char *
join_escaped (GPtrArray *texts, const char *separator)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *text = escape (g_ptr_array_index (texts, i));

      g_string_append_printf (line, "%s%s", i > 0 ? separator : "", text);
    }
  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

/* The posting ------------------------------------------------------------------------------------------------------ */

static void
write_title (Sheet *self, const char *company, const char *title)
{
  const MatchumDay day = matchum_match_get_as_of (self->match);

  g_string_append (self->out, "# ");
  if (company != NULL)
    append_words (self, company);
  if (company != NULL && title != NULL)
    g_string_append (self->out, " · ");
  if (title != NULL)
    append_words (self, title);
  if (company == NULL && title == NULL)
    g_string_append (self->out, _ ("Strategy Sheet"));
  g_string_append (self->out, "\n\n");
  /* Translators: what stands under the title of a page that says how to go about an application, and its day. */
  g_string_append_printf (self->out, _ ("Strategy sheet of %04d-%02d-%02d"), day.year, day.month, day.day);
  g_string_append_c (self->out, '\n');
}

static void
write_fact (Sheet *self, const char *label, const MatchumPostingFact *fact)
{
  g_autofree char *text = fact != NULL && fact->text != NULL ? escape (fact->text) : NULL;

  if (text != NULL && *text != '\0')
    write_beside (self, label, text);
}

static void
write_deadline (Sheet *self, const MatchumPostingDeadline *deadline)
{
  g_autofree char *date = deadline != NULL ? matchum_posting_deadline_dup_date (deadline) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *both = NULL;

  if (date == NULL || g_str_equal (date, deadline->fact.text))
    {
      write_fact (self, _ ("Deadline"), deadline != NULL ? &deadline->fact : NULL);
      return;
    }
  words = escape (deadline->fact.text);
  both = g_strdup_printf ("%s (%s)", date, words);
  write_beside (self, _ ("Deadline"), both);
}

typedef guint (*CountFunc) (MatchumPostingDetails *details);
typedef const MatchumPostingFact *(*GetFunc) (MatchumPostingDetails *details, guint index);

static void
write_facts (Sheet *self,
             const char *label,
             const char *separator,
             MatchumPostingDetails *details,
             CountFunc count,
             GetFunc get)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *line = NULL;

  for (guint i = 0; i < count (details); i++)
    g_ptr_array_add (texts, get (details, i)->text);
  line = join_escaped (texts, separator);
  if (line != NULL)
    write_labelled (self, label, line);
}

static void
write_link (Sheet *self, MatchumPostingDetails *details)
{
  const MatchumPostingLink *link =
      matchum_posting_details_get_n_links (details) > 0 ? matchum_posting_details_get_link (details, 0) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (link == NULL)
    return;
  matchum_markdown_words_append_link (text, link->url, link->url);
  write_labelled (self, _ ("Link"), text->str);
}

static void
write_posting (Sheet *self, MatchumPostingDetails *details)
{
  const MatchumPostingEmployment *employment = matchum_posting_details_get_employment (details);
  const MatchumPostingExperience *experience = matchum_posting_details_get_experience (details);
  const gsize start = self->out->len;
  gsize end;

  begin_section (self, _ ("The Posting"));
  end = self->out->len;
  write_deadline (self, matchum_posting_details_get_deadline (details));
  write_fact (self, _ ("Employment"), employment != NULL ? &employment->fact : NULL);
  write_fact (self, _ ("Experience"), experience != NULL ? &experience->fact : NULL);
  write_fact (self, _ ("Place"), matchum_posting_details_get_place (details));
  write_facts (self, _ ("Stages"), " → ", details, matchum_posting_details_get_n_stages,
               matchum_posting_details_get_stage);
  if (self->level->spacing != SPACING_BRIEF)
    {
      write_facts (self, _ ("Tools"), ", ", details, matchum_posting_details_get_n_tools,
                   matchum_posting_details_get_tool);
      write_facts (self, _ ("Notes"), "; ", details, matchum_posting_details_get_n_notes,
                   matchum_posting_details_get_note);
    }
  write_link (self, details);
  if (self->out->len == end)
    g_string_truncate (self->out, start);
}

/* Requirements ----------------------------------------------------------------------------------------------------- */

/* “The words of a block”. */
static char *
quote (Sheet *self, guint block)
{
  g_autofree char *brief =
      shorten (matchum_block_get_text (matchum_resume_get_block (self->resume, block)), self->level->max_characters);
  g_autofree char *words = escape (brief);

  /* Translators: words of a resume or a posting, in the quotation marks of the language. */
  return g_strdup_printf (_ ("“%s”"), words);
}

/* A line of nothing but dates shows years by the entry that it dates. */
static guint
find_told_block (Sheet *self, guint block)
{
  const MatchumBlock *shown = matchum_resume_get_block (self->resume, block);

  return shown->is_dates && shown->parent != MATCHUM_BLOCK_NONE ? shown->parent : block;
}

/* The strongest different blocks, quoted: array of char *. */
static GPtrArray *
quote_evidence (Sheet *self, const MatchumVerdict *verdict)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *quotes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < verdict->evidence->len && quotes->len < self->level->max_evidence; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (verdict->evidence, i);
      const guint block = find_told_block (self, evidence->block);

      if (g_hash_table_add (seen, GUINT_TO_POINTER (block)))
        g_ptr_array_add (quotes, quote (self, block));
    }
  return quotes;
}

static void
write_requirement (Sheet *self, guint index)
{
  const MatchumPostingLine *line = matchum_requirement_get_line (matchum_match_get_requirement (self->match, index));
  const MatchumVerdict *verdict = matchum_coverage_get_verdict (self->coverage, index);
  g_autoptr (MatchumExplanation) explanation = matchum_explanation_new_discreet (self->coverage, index);
  g_autoptr (GPtrArray) quotes = quote_evidence (self, verdict);
  g_autofree char *sentence = escape (matchum_explanation_get_sentence (explanation));

  g_string_append_printf (self->out, "- **%s** · ", matchum_status_get_word (verdict->status, verdict->is_listed_only));
  append_words (self, matchum_posting_line_get_text (line));
  /* That nothing can be shown is said already. */
  if (verdict->status != MATCHUM_STATUS_UNPROVABLE)
    g_string_append_printf (self->out, "%s%s", self->level->spacing == SPACING_WIDE ? "\n  - " : " — ", sentence);
  for (guint i = 0; i < quotes->len; i++)
    g_string_append_printf (self->out, "%s%s", self->level->spacing >= SPACING_TIGHT ? ": " : "\n  - ",
                            (char *) g_ptr_array_index (quotes, i));
  g_string_append_c (self->out, '\n');
}

static void
write_requirements (Sheet *self, gboolean is_preferred, MatchumTally tally)
{
  g_autofree char *words = matchum_tally_dup_words (tally);
  g_autofree char *name = g_strdup_printf (is_preferred ? _ ("Preferred: %s") : _ ("Required: %s"), words);

  if (tally.met + tally.partial + tally.missing + tally.soft == 0)
    return;
  begin_section (self, name);
  for (guint i = 0; i < matchum_match_get_n_requirements (self->match); i++)
    if (matchum_requirement_is_preferred (matchum_match_get_requirement (self->match, i)) == is_preferred)
      write_requirement (self, i);
}

/* What to prepare -------------------------------------------------------------------------------------------------- */

static void
add_once (GPtrArray *texts, GHashTable *seen, const char *text)
{
  if (g_hash_table_add (seen, (gpointer) text))
    g_ptr_array_add (texts, (gpointer) text);
}

/* What is nowhere in the resume, by the posting's names; hidden is no part of it. NULL where all is there. */
static char *
join_missing (Sheet *self, gboolean is_preferred)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < matchum_match_get_n_requirements (self->match); i++)
    {
      const MatchumVerdict *verdict = matchum_coverage_get_verdict (self->coverage, i);

      if (matchum_requirement_is_preferred (matchum_match_get_requirement (self->match, i)) != is_preferred
          || verdict->n_hidden > 0)
        continue;
      for (guint k = 0; k < verdict->missing->len; k++)
        add_once (names, seen, g_ptr_array_index (verdict->missing, k));
    }
  return join_escaped (names, ", ");
}

static void
write_missing (Sheet *self)
{
  g_autofree char *required = join_missing (self, FALSE);
  g_autofree char *preferred = join_missing (self, TRUE);
  g_autoptr (GString) text = g_string_new (NULL);

  if (required == NULL && preferred == NULL)
    return;
  if (required != NULL)
    {
      /* Translators: %s are names of what a posting requires and a resume does not show. */
      g_string_append_printf (text, _ ("%s (required)."), required);
      g_string_append_c (text, ' ');
    }
  if (preferred != NULL)
    {
      /* Translators: %s are names of what a posting prefers and a resume does not show. */
      g_string_append_printf (text, _ ("%s (preferred)."), preferred);
      g_string_append_c (text, ' ');
    }
  g_string_append (text, _ ("Add to the baseline what you have done of it; for the rest, have an answer ready."));
  write_labelled (self, _ ("Not shown"), text->str);
}

/* The lines of the posting that pass, in one line with advice. */
typedef gboolean (*VerdictTest) (const MatchumVerdict *verdict);

static gboolean
is_hidden (const MatchumVerdict *verdict)
{
  return verdict->n_hidden > 0
         && (verdict->status == MATCHUM_STATUS_PARTIAL || verdict->status == MATCHUM_STATUS_MISSING);
}

static gboolean
is_soft (const MatchumVerdict *verdict)
{
  return verdict->status == MATCHUM_STATUS_UNPROVABLE;
}

static void
write_lines (Sheet *self, VerdictTest passes, const char *label, const char *advice)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < matchum_match_get_n_requirements (self->match); i++)
    {
      const MatchumPostingLine *line = matchum_requirement_get_line (matchum_match_get_requirement (self->match, i));

      if (passes (matchum_coverage_get_verdict (self->coverage, i)))
        g_ptr_array_add (texts, shorten (matchum_posting_line_get_text (line), self->level->max_characters));
    }
  list = join_escaped (texts, "; ");
  if (list == NULL)
    return;
  text = g_strdup_printf ("%s. %s", list, advice);
  write_labelled (self, label, text);
}

/* What skills lists name and no work shows. */
static void
write_listed (Sheet *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *list = NULL;
  g_autofree char *advice = NULL;

  for (guint i = 0; i < matchum_match_get_n_requirements (self->match); i++)
    {
      const MatchumVerdict *verdict = matchum_coverage_get_verdict (self->coverage, i);

      for (guint k = 0; verdict->is_listed_only && k < verdict->evidence->len; k++)
        {
          const MatchumEvidence *evidence = g_ptr_array_index (verdict->evidence, k);

          if (evidence->criterion->name != NULL)
            add_once (names, seen, evidence->criterion->name);
        }
    }
  list = join_escaped (names, ", ");
  if (list == NULL)
    return;
  /* Translators: %s are names of skills. */
  advice = g_strdup_printf (_ ("%s. Have an example of work with each ready."), list);
  write_labelled (self, _ ("In a skills list only"), advice);
}

/* What names something that is asked and takes it back: somebody will ask. */
static void
write_hints (Sheet *self)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < matchum_match_get_n_requirements (self->match); i++)
    {
      g_autoptr (MatchumExplanation) explanation = matchum_explanation_new_discreet (self->coverage, i);
      const GArray *hints = matchum_explanation_get_hints (explanation);

      for (guint k = 0; k < hints->len; k++)
        {
          const MatchumHint *hint = &g_array_index (hints, MatchumHint, k);
          g_autofree char *words = quote (self, hint->block);

          if (g_hash_table_add (seen, GUINT_TO_POINTER (hint->block)))
            g_string_append_printf (list, "%s%s (%s)", list->len > 0 ? "; " : "", words,
                                    matchum_hint_get_word (hint->kind));
        }
    }
  if (list->len > 0)
    write_labelled (self, _ ("Only hinted at"), list->str);
}

typedef struct {
  guint block;
  guint n_required;
  guint n_all;
} Carrier;

static int
compare_carriers (gconstpointer a, gconstpointer b)
{
  const Carrier *first = a, *second = b;

  if (first->n_required != second->n_required)
    return first->n_required > second->n_required ? -1 : 1;
  if (first->n_all != second->n_all)
    return first->n_all > second->n_all ? -1 : 1;
  return first->block < second->block ? -1 : 1;
}

static Carrier *
get_carrier (GArray *carriers, GHashTable *places, guint block)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (places, GUINT_TO_POINTER (block), NULL, &place))
    {
      const Carrier carrier = { block, 0, 0 };

      place = GUINT_TO_POINTER (carriers->len);
      g_hash_table_insert (places, GUINT_TO_POINTER (block), place);
      g_array_append_val (carriers, carrier);
    }
  return &g_array_index (carriers, Carrier, GPOINTER_TO_UINT (place));
}

/* A requirement counts once for each block that shows work for it. */
static void
count_carriers (Sheet *self, guint index, GArray *carriers, GHashTable *places)
{
  const gboolean is_preferred = matchum_requirement_is_preferred (matchum_match_get_requirement (self->match, index));
  const MatchumVerdict *verdict = matchum_coverage_get_verdict (self->coverage, index);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < verdict->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (verdict->evidence, i);
      const MatchumBlockKind kind = matchum_resume_get_block (self->resume, evidence->block)->kind;
      Carrier *carrier;

      if (evidence->is_listed || (kind != MATCHUM_BLOCK_ITEM && kind != MATCHUM_BLOCK_PARAGRAPH)
          || !g_hash_table_add (seen, GUINT_TO_POINTER (evidence->block)))
        continue;
      carrier = get_carrier (carriers, places, evidence->block);
      carrier->n_all++;
      carrier->n_required += !is_preferred;
    }
}

/* The items that carry most of what is asked are those to speak of. */
static void
write_told_first (Sheet *self)
{
  g_autoptr (GArray) carriers = g_array_new (FALSE, FALSE, sizeof (Carrier));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < matchum_match_get_n_requirements (self->match); i++)
    count_carriers (self, i, carriers, places);
  g_array_sort (carriers, compare_carriers);
  for (guint i = 0; i < MIN (carriers->len, self->level->max_told_first); i++)
    {
      const Carrier *carrier = &g_array_index (carriers, Carrier, i);
      g_autofree char *words = quote (self, carrier->block);
      /* Translators: how many requirements of the posting a line of the resume shows. */
      g_autofree char *count =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u requirement", "%u requirements", carrier->n_all),
                           carrier->n_all);

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? "; " : "", words, count);
    }
  if (list->len > 0)
    /* Translators: what to speak of first in an interview: lines of the resume. */
    write_labelled (self, _ ("Speak of first"), list->str);
}

static void
write_preparation (Sheet *self)
{
  const gsize start = self->out->len;
  gsize end;

  begin_section (self, _ ("To Prepare"));
  end = self->out->len;
  write_told_first (self);
  write_missing (self);
  write_lines (self, is_hidden, _ ("Shown by what you hid"), _ ("Show it again, or be ready to tell it."));
  write_listed (self);
  write_hints (self);
  write_lines (self, is_soft, _ ("For the interview"), _ ("Have a story ready for each."));
  if (self->out->len == end)
    g_string_truncate (self->out, start);
}

/* Duties ----------------------------------------------------------------------------------------------------------- */

/* The words of the duties, as they are: array of char *. */
static GPtrArray *
list_duties (Sheet *self)
{
  GPtrArray *duties = g_ptr_array_new ();

  for (guint i = 0; i < matchum_posting_get_n_lines (self->posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (self->posting, i);

      if (line->kind == MATCHUM_POSTING_DUTY && !line->is_heading)
        g_ptr_array_add (duties, (gpointer) matchum_posting_line_get_text (line));
    }
  return duties;
}

static void
write_duties (Sheet *self)
{
  g_autoptr (GPtrArray) duties = list_duties (self);
  const guint n_told = MIN (duties->len, self->level->max_duties);
  const guint n_more = duties->len - n_told;
  const gboolean is_tight = self->level->spacing >= SPACING_TIGHT;

  if (n_told == 0)
    return;
  begin_section (self, _ ("What the Job Does"));
  for (guint i = 0; i < n_told; i++)
    {
      g_string_append (self->out, !is_tight ? "- " : i > 0 ? "; " : "");
      matchum_markdown_words_append (self->out, g_ptr_array_index (duties, i),
                                     is_tight && i > 0 ? MATCHUM_MARKDOWN_WORDS_AFTER : MATCHUM_MARKDOWN_WORDS_LINE,
                                     "");
      if (!is_tight)
        g_string_append_c (self->out, '\n');
    }
  if (n_more > 0)
    {
      g_string_append (self->out, is_tight ? "; " : "- ");
      g_string_append_printf (self->out, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_more), n_more);
    }
  if (is_tight)
    g_string_append_c (self->out, '\n');
}

char *
matchum_strategy_write (MatchumCoverage *coverage,
                        MatchumPostingDetails *details,
                        const char *company,
                        const char *title,
                        guint level)
{
  Sheet self = { coverage };

  g_return_val_if_fail (coverage != NULL && details != NULL, NULL);
  g_return_val_if_fail (level < MATCHUM_STRATEGY_N_LEVELS, NULL);

  self.match = matchum_coverage_get_match (coverage);
  self.resume = matchum_match_get_resume (self.match);
  self.posting = matchum_match_get_posting (self.match);
  self.level = &levels[level];
  self.out = g_string_new (NULL);
  write_title (&self, company != NULL ? company : matchum_posting_get_company (self.posting),
               title != NULL ? title : matchum_posting_get_title (self.posting));
  if (!matchum_posting_has_known_headings (self.posting))
    g_string_append_printf (self.out, "\n%s\n",
                            _ ("No heading tells requirements from the rest, so every line was taken as required."));
  write_posting (&self, details);
  write_requirements (&self, FALSE, matchum_coverage_get_required (coverage));
  write_requirements (&self, TRUE, matchum_coverage_get_preferred (coverage));
  write_preparation (&self);
  write_duties (&self);
  return g_string_free (self.out, FALSE);
}
