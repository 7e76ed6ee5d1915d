/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what differs: words by words, links, dates; and says it in a sentence. */
#include "config.h"

#include "matchum-pdf-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "matchum-pdf-check-links.h"
#include "matchum-pdf-check-reading.h"

#define NONE MATCHUM_WORD_ALIGNMENT_NONE
/* Words of its entry that are looked at for the title of dates. */
#define MAX_NEIGHBOURS 100
/* Words that one difference names, differences that are kept, and those that a sentence names. */
#define MAX_NAMED_WORDS 12
#define MAX_DIFFERENCES 500
#define MAX_SAID 3

struct _MatchumPdfCheck {
  guint n_words;
  guint n_in_order;
  guint n_extra;
  guint n_links;
  guint n_missing_links;
  guint n_extra_links;
  guint n_dates;
  guint n_dates_on_line;
  guint n_pages;
  GPtrArray *differences; /* of MatchumPdfDifference */
};

G_DEFINE_BOXED_TYPE (MatchumPdfCheck, matchum_pdf_check, matchum_pdf_check_ref, matchum_pdf_check_unref)

/* --- differences --- */

static void
difference_free (gpointer data)
{
  MatchumPdfDifference *difference = data;

  g_free (difference->words);
  g_free (difference->instead);
  g_free (difference);
}

static MatchumPdfDifference *
add_difference (MatchumPdfCheck *self, MatchumPdfDifferenceKind kind, const char *words, guint page, guint line)
{
  MatchumPdfDifference *difference = g_new0 (MatchumPdfDifference, 1);

  difference->kind = kind;
  difference->words = g_strdup (words);
  difference->page = page;
  difference->line = line;
  g_ptr_array_add (self->differences, difference);
  return difference;
}

/* The page of the nearest word before, or after, that is where it should be. */
static guint
find_page (const MatchumPdfCheckReading *reading, guint wanted)
{
  for (guint i = wanted; i > 0; i--)
    if (reading->fates[i - 1] == MATCHUM_FATE_IN_ORDER)
      return matchum_pdf_check_reading_get_found (reading, reading->partners[i - 1])->page + 1;
  for (guint i = wanted; i < reading->n_wanted; i++)
    if (reading->fates[i] == MATCHUM_FATE_IN_ORDER)
      return matchum_pdf_check_reading_get_found (reading, reading->partners[i])->page + 1;
  return 0;
}

static guint
get_source_line (MatchumResume *resume, const MatchumWantedWord *word)
{
  const MatchumBlock *block = matchum_resume_get_block (resume, word->block);
  MatchumSpan span = matchum_inline_text_get_source_span (block->content, word->span);

  return matchum_source_get_line_at (matchum_resume_get_source (resume), span.start);
}

/* What is wrong with a wanted word; FALSE where nothing is. */
static gboolean
get_kind (const MatchumPdfCheckReading *reading, guint wanted, MatchumPdfDifferenceKind *kind)
{
  const MatchumFoundWord *found = reading->partners[wanted] != NONE
                                      ? matchum_pdf_check_reading_get_found (reading, reading->partners[wanted])
                                      : NULL;

  switch ((MatchumWordFate) reading->fates[wanted])
    {
    case MATCHUM_FATE_OPEN:
    case MATCHUM_FATE_RUNNING:
      *kind = MATCHUM_PDF_DIFFERENCE_MISSING;
      return !reading->wanted[wanted].is_optional;
    case MATCHUM_FATE_MOVED:
      *kind = MATCHUM_PDF_DIFFERENCE_MOVED;
      return !reading->wanted[wanted].is_optional;
    case MATCHUM_FATE_REPLACED:
      *kind = MATCHUM_PDF_DIFFERENCE_REPLACED;
      return TRUE;
    case MATCHUM_FATE_CUT:
      *kind = MATCHUM_PDF_DIFFERENCE_CUT;
      return TRUE;
    case MATCHUM_FATE_JOINED:
      *kind = MATCHUM_PDF_DIFFERENCE_JOINED;
      return TRUE;
    case MATCHUM_FATE_IN_ORDER:
    default:
      *kind = found->is_unseen       ? MATCHUM_PDF_DIFFERENCE_UNSEEN
              : found->is_turned     ? MATCHUM_PDF_DIFFERENCE_TURNED
              : found->is_decomposed ? MATCHUM_PDF_DIFFERENCE_DECOMPOSED
                                     : 0;
      return found->is_unseen || found->is_turned || found->is_decomposed;
    }
}

static void
append_word (GString *words, guint n, const char *word)
{
  if (n > MAX_NAMED_WORDS)
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, n == MAX_NAMED_WORDS ? "…" : word);
}

/* Whether the next wanted word differs in the same way as its neighbour before it, in the same place. */
static gboolean
goes_with (const MatchumPdfCheckReading *reading, guint wanted, MatchumPdfDifferenceKind kind)
{
  guint before = reading->partners[wanted - 1];
  guint partner = reading->partners[wanted];

  if (kind == MATCHUM_PDF_DIFFERENCE_CUT)
    return FALSE;
  if (kind == MATCHUM_PDF_DIFFERENCE_JOINED)
    return partner == before;
  if (reading->wanted[wanted].owner != reading->wanted[wanted - 1].owner)
    return FALSE;
  if (partner == NONE || before == NONE)
    return partner == before;
  return matchum_pdf_check_reading_get_found (reading, partner)->page
             == matchum_pdf_check_reading_get_found (reading, before)->page
         && (kind == MATCHUM_PDF_DIFFERENCE_MOVED || partner == before + 1);
}

static void
append_instead (const MatchumPdfCheckReading *reading,
                GString *instead,
                guint wanted,
                MatchumPdfDifferenceKind kind,
                guint n)
{
  if (kind != MATCHUM_PDF_DIFFERENCE_REPLACED && kind != MATCHUM_PDF_DIFFERENCE_CUT
      && kind != MATCHUM_PDF_DIFFERENCE_JOINED)
    return;
  if (n > 0 && reading->partners[wanted] == reading->partners[wanted - 1])
    return;
  for (guint i = 0; i < reading->n_partners[wanted]; i++)
    append_word (instead, n + i, matchum_pdf_check_reading_get_found (reading, reading->partners[wanted] + i)->text);
}

/* One difference for the words from wanted on that differ alike; returns how many they are. */
static guint
add_wanted_difference (MatchumPdfCheck *self,
                       const MatchumPdfCheckReading *reading,
                       MatchumResume *resume,
                       guint wanted,
                       MatchumPdfDifferenceKind kind)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) instead = g_string_new (NULL);
  const guint partner = reading->partners[wanted];
  MatchumPdfDifference *difference;
  MatchumPdfDifferenceKind next = kind;
  guint n = 0;

  do
    {
      append_word (words, n, reading->wanted[wanted + n].text);
      append_instead (reading, instead, wanted + n, kind, n);
      n++;
  } while (wanted + n < reading->n_wanted && get_kind (reading, wanted + n, &next) && next == kind
           && goes_with (reading, wanted + n, kind));
  if (self->differences->len < MAX_DIFFERENCES)
    {
      difference = add_difference (self, kind, words->str,
                                   partner != NONE ? matchum_pdf_check_reading_get_found (reading, partner)->page + 1
                                                   : find_page (reading, wanted),
                                   get_source_line (resume, &reading->wanted[wanted]));
      difference->n_words = n;
      difference->instead = instead->len > 0 ? g_strdup (instead->str) : NULL;
    }
  return n;
}

static void
tell_wanted (MatchumPdfCheck *self, const MatchumPdfCheckReading *reading, MatchumResume *resume)
{
  for (guint i = 0; i < reading->n_wanted;)
    {
      MatchumPdfDifferenceKind kind;
      guint n = 1;

      if (get_kind (reading, i, &kind))
        n = add_wanted_difference (self, reading, resume, i, kind);
      else if (reading->fates[i] == MATCHUM_FATE_IN_ORDER && !reading->wanted[i].is_optional)
        self->n_in_order++;
      for (guint j = i; j < i + n; j++)
        self->n_words += reading->wanted[j].is_optional ? 0 : 1;
      i += n;
    }
}

/* The row of the first page in which the resume's first section begins: above it stands the head. */
static guint
find_end_of_head (const MatchumPdfCheckReading *reading, MatchumResume *resume)
{
  for (guint i = 0; i < reading->n_wanted; i++)
    {
      const MatchumFoundWord *found =
          reading->partners[i] != NONE ? matchum_pdf_check_reading_get_found (reading, reading->partners[i]) : NULL;

      if (found != NULL && matchum_resume_get_block (resume, reading->wanted[i].block)->kind == MATCHUM_BLOCK_SECTION)
        return found->page == 0 ? found->row : G_MAXUINT;
    }
  return G_MAXUINT;
}

static gboolean
is_extra (const MatchumPdfCheckReading *reading, guint found, guint end_of_head)
{
  const MatchumFoundWord *word = matchum_pdf_check_reading_get_found (reading, found);

  if (reading->found_fates[found] != MATCHUM_FATE_OPEN || word->is_sign || word->is_running)
    return FALSE;
  return word->page > 0 || word->row >= end_of_head
         || !g_hash_table_contains (reading->words->aside, GUINT_TO_POINTER (word->number));
}

static void
tell_extra (MatchumPdfCheck *self, const MatchumPdfCheckReading *reading, MatchumResume *resume)
{
  const guint end_of_head = find_end_of_head (reading, resume);

  for (guint i = 0; i < reading->n_found;)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      const guint page = matchum_pdf_check_reading_get_found (reading, i)->page;
      guint n = 0;

      while (i + n < reading->n_found && matchum_pdf_check_reading_get_found (reading, i + n)->page == page
             && is_extra (reading, i + n, end_of_head))
        {
          append_word (words, n, matchum_pdf_check_reading_get_found (reading, i + n)->text);
          n++;
        }
      if (n > 0 && self->differences->len < MAX_DIFFERENCES)
        add_difference (self, MATCHUM_PDF_DIFFERENCE_EXTRA, words->str, page + 1, 0)->n_words = n;
      self->n_extra += n;
      i += MAX (n, 1);
    }
}

/* --- dates --- */

static void
count_dates (MatchumPdfCheck *self, const MatchumPdfCheckReading *reading)
{
  for (guint i = 0; i < reading->n_wanted;)
    {
      const guint owner = reading->wanted[i].owner;
      guint end = i;
      guint n_dates = 0;
      guint n_on_line = 0;

      for (; end < reading->n_wanted && reading->wanted[end].owner == owner; end++)
        {
          const MatchumWantedWord *word = &reading->wanted[end];

          if (!word->is_date)
            continue;
          n_dates++;
          for (guint j = i; reading->partners[end] != NONE && j < MIN (i + MAX_NEIGHBOURS, reading->n_wanted)
                            && reading->wanted[j].owner == owner;
               j++)
            {
              if (!reading->wanted[j].is_date && reading->wanted[j].block == owner
                  && matchum_pdf_check_reading_is_in_row (reading, j,
                                                          matchum_pdf_check_reading_get_found (reading,
                                                                                               reading->partners[end])))
                {
                  n_on_line++;
                  break;
                }
            }
        }
      self->n_dates += n_dates > 0 ? 1 : 0;
      self->n_dates_on_line += n_dates > 0 && n_on_line == n_dates ? 1 : 0;
      i = end;
    }
}

/* --- links --- */

static void
tell_links (MatchumPdfCheck *self, MatchumVisibility *visibility, MatchumPdfText *text)
{
  g_autoptr (MatchumPdfCheckLinks) links = matchum_pdf_check_links_new (visibility, text);

  self->n_links = links->n_present;
  self->n_missing_links = links->missing->len;
  self->n_extra_links = links->extra->len;
  for (guint i = 0; i < links->missing->len; i++)
    {
      const MatchumPdfCheckLink *link = &g_array_index (links->missing, MatchumPdfCheckLink, i);

      add_difference (self, MATCHUM_PDF_DIFFERENCE_LINK_MISSING, link->uri, link->page, link->line);
    }
  for (guint i = 0; i < links->extra->len; i++)
    {
      const MatchumPdfCheckLink *link = &g_array_index (links->extra, MatchumPdfCheckLink, i);

      add_difference (self, MATCHUM_PDF_DIFFERENCE_LINK_EXTRA, link->uri, link->page, link->line);
    }
}

/* --- the check --- */

MatchumPdfCheck *
matchum_pdf_check_new (MatchumVisibility *visibility, MatchumPdfText *text)
{
  g_autoptr (MatchumPdfCheckWords) words = NULL;
  g_autoptr (MatchumPdfCheckReading) reading = NULL;
  MatchumResume *resume;
  MatchumPdfCheck *self;

  g_return_val_if_fail (visibility != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  resume = matchum_visibility_get_resume (visibility);
  words = matchum_pdf_check_words_new (visibility, text);
  reading = matchum_pdf_check_reading_new_best (words);
  self = g_atomic_rc_box_new0 (MatchumPdfCheck);
  self->differences = g_ptr_array_new_with_free_func (difference_free);
  self->n_pages = matchum_pdf_text_get_n_pages (text);
  tell_wanted (self, reading, resume);
  tell_extra (self, reading, resume);
  count_dates (self, reading);
  tell_links (self, visibility, text);
  return self;
}

MatchumPdfCheck *
matchum_pdf_check_ref (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
pdf_check_clear (gpointer data)
{
  MatchumPdfCheck *self = data;

  g_ptr_array_unref (self->differences);
}

void
matchum_pdf_check_unref (MatchumPdfCheck *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, pdf_check_clear);
}

gboolean
matchum_pdf_check_is_intact (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->differences->len == 0;
}

guint
matchum_pdf_check_get_n_words (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

guint
matchum_pdf_check_get_n_in_order (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_in_order;
}

guint
matchum_pdf_check_get_n_extra (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_extra;
}

guint
matchum_pdf_check_get_n_links (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_links;
}

guint
matchum_pdf_check_get_n_missing_links (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_missing_links;
}

guint
matchum_pdf_check_get_n_dates (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_dates;
}

guint
matchum_pdf_check_get_n_dates_on_line (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_dates_on_line;
}

guint
matchum_pdf_check_get_n_pages (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

guint
matchum_pdf_check_get_n_differences (MatchumPdfCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->differences->len;
}

const MatchumPdfDifference *
matchum_pdf_check_get_difference (MatchumPdfCheck *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->differences->len, NULL);

  return g_ptr_array_index (self->differences, index);
}

/* --- words for a person --- */

static char *
describe_intact (MatchumPdfCheck *self)
{
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The one word in order", "All %u words in order", self->n_words),
                       self->n_words);
  g_autofree char *links =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", self->n_links), self->n_links);

  /* Translators: "All 512 words in order, 3 links." */
  return g_strdup_printf (_ ("%s, %s."), words, links);
}

static void
append_clause (GString *sentence, char *clause)
{
  if (sentence->len > 0)
    g_string_append (sentence, ", ");
  g_string_append (sentence, clause);
  g_free (clause);
}

char *
matchum_pdf_check_dup_counts (MatchumPdfCheck *self)
{
  GString *counts;
  guint n_differing;

  g_return_val_if_fail (self != NULL, NULL);

  counts = g_string_new (NULL);
  n_differing = self->n_words - self->n_in_order;

  if (n_differing > 0)
    append_clause (counts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u words differs",
                                                         "%u of %u words differ", n_differing),
                                            n_differing, self->n_words));
  if (self->n_extra > 0)
    append_clause (counts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word is too many",
                                                         "%u words are too many", self->n_extra),
                                            self->n_extra));
  if (self->n_missing_links > 0)
    append_clause (counts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link is missing", "%u links are missing",
                                                         self->n_missing_links),
                                            self->n_missing_links));
  if (self->n_extra_links > 0)
    append_clause (counts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link is too many",
                                                         "%u links are too many", self->n_extra_links),
                                            self->n_extra_links));
  return g_string_free (counts, FALSE);
}

char *
matchum_pdf_check_dup_sentence (MatchumPdfCheck *self)
{
  g_autofree char *counts = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_said;

  g_return_val_if_fail (self != NULL, NULL);

  if (matchum_pdf_check_is_intact (self))
    return describe_intact (self);
  counts = matchum_pdf_check_dup_counts (self);
  n_said = MIN (self->differences->len, MAX_SAID);
  for (guint i = 0; i < n_said; i++)
    {
      g_autofree char *words = matchum_pdf_difference_describe (g_ptr_array_index (self->differences, i));

      g_string_append (list, i > 0 ? "; " : "");
      g_string_append (list, words);
    }
  if (self->differences->len > n_said)
    /* Translators: counts, then the first differences, then how many more there are. */
    return g_strdup_printf (_ ("%s: %s; and %u more."), counts, list->str, self->differences->len - n_said);
  return g_strdup_printf (_ ("%s: %s."), counts, list->str);
}
