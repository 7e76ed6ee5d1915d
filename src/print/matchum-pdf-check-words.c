/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the words out of the blocks of a resume and out of the pages of a PDF. */
#include "config.h"

#include "matchum-pdf-check-words.h"

#include <stdlib.h>
#include <string.h>

#include "matchum-form-lines.h"
#include "text/matchum-clean-text.h"

/* Running heads and feet stand in so many rows at the top and the bottom of a page. */
#define RUNNING_ROWS 2
#define MAX_FOLDED_BYTES 1024

/* --- words --- */

/* What ends a word: white space, and the bar between cells and parts, for which a layout may have another sign. */
static gboolean
is_gap (gunichar c)
{
  return c == '|' || g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

static gboolean
is_mark (gunichar c)
{
  const GUnicodeType type = g_unichar_type (c);

  if (c == '<' || c == '>')
    return TRUE;
  return type >= G_UNICODE_CONNECT_PUNCTUATION && type <= G_UNICODE_OPEN_PUNCTUATION && c != '#' && c != '%';
}

/* Takes the marks off both ends of word. */
static void
strip_marks (GString *word)
{
  const char *start = word->str;
  const char *end = word->str + word->len;

  while (start < end && is_mark (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_mark (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  g_string_truncate (word, (gsize) (end - word->str));
  g_string_erase (word, 0, start - word->str);
}

static gboolean
has_letters (const char *word)
{
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* NULL where nothing is left but marks. text gets the one copy of the word. */
static gboolean
take_word (MatchumPdfCheckWords *self, const char *start, gsize length, const char **text, guint *number)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gpointer known;
  gpointer value;

  matchum_clean_text_append (word, start, length, FALSE);
  strip_marks (word);
  if (word->len == 0)
    return FALSE;
  if (g_hash_table_lookup_extended (self->numbers, word->str, &known, &value))
    {
      *text = known;
      *number = GPOINTER_TO_UINT (value);
      return TRUE;
    }
  *number = g_hash_table_size (self->numbers) + 1;
  *text = g_strdup (word->str);
  g_hash_table_insert (self->numbers, (gpointer) *text, GUINT_TO_POINTER (*number));
  return TRUE;
}

/* The next stretch of text without a gap from *at on; FALSE at the end. */
static gboolean
find_stretch (const char *text, gsize length, gsize *at, MatchumSpan *span)
{
  gsize start = *at;
  gsize end;

  while (start < length && is_gap (g_utf8_get_char (text + start)))
    start = (gsize) (g_utf8_next_char (text + start) - text);
  end = start;
  while (end < length && !is_gap (g_utf8_get_char (text + end)))
    end = (gsize) (g_utf8_next_char (text + end) - text);
  *span = MATCHUM_SPAN (start, end);
  *at = end;
  return end > start;
}

char *
matchum_pdf_check_words_fold (const char *word)
{
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;
  GString *letters = g_string_new (NULL);

  if (strlen (word) <= MAX_FOLDED_BYTES)
    composed = g_utf8_normalize (word, -1, G_NORMALIZE_NFKC);
  folded = g_utf8_casefold (composed != NULL ? composed : word, -1);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (letters, FALSE);
}

/* --- what the resume has --- */

static gboolean
is_in_dates (const MatchumBlock *block, MatchumSpan span)
{
  for (guint i = 0; block->dates != NULL && i < block->dates->len; i++)
    if (matchum_span_overlaps (g_array_index (block->dates, MatchumDateRange, i).span, span))
      return TRUE;
  return FALSE;
}

static void
add_wanted (MatchumPdfCheckWords *self, const MatchumBlock *block, guint owner, gboolean is_dated)
{
  const char *text = matchum_inline_text_get_text (block->content);
  const gsize length = matchum_inline_text_get_length (block->content);
  MatchumWantedWord word = { .block = block->index, .owner = owner };
  gsize at = 0;

  if (block->number > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", block->number);

      if (take_word (self, number, strlen (number), &word.text, &word.number))
        {
          word.is_optional = TRUE;
          g_array_append_val (self->wanted, word);
        }
    }
  while (find_stretch (text, length, &at, &word.span))
    {
      if (!take_word (self, text + word.span.start, matchum_span_get_length (word.span), &word.text, &word.number))
        continue;
      word.is_date = is_dated && is_in_dates (block, word.span);
      word.is_optional = FALSE;
      g_array_append_val (self->wanted, word);
    }
}

/* For every block, the entry that it gives the dates of. */
static guint *
find_owners (MatchumResume *resume)
{
  const guint n_blocks = matchum_resume_get_n_blocks (resume);
  guint *owners = g_new (guint, (gsize) n_blocks + 1);

  for (guint i = 0; i < n_blocks; i++)
    owners[i] = i;
  for (guint i = 0; i < n_blocks; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->kind == MATCHUM_BLOCK_ENTRY && block->dated_by < n_blocks)
        owners[block->dated_by] = i;
    }
  return owners;
}

static void
collect_wanted (MatchumPdfCheckWords *self, MatchumVisibility *visibility)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  g_autofree guint *owners = find_owners (resume);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      const MatchumBlock *owner = matchum_resume_get_block (resume, owners[i]);

      if (block->content != NULL && matchum_visibility_is_visible (visibility, i))
        add_wanted (self, block, owners[i], owner->kind == MATCHUM_BLOCK_ENTRY && owner->dated_by == i);
    }
}

static void
add_numbers (MatchumPdfCheckWords *self, GHashTable *set, const char *text, gsize length)
{
  MatchumSpan span;
  const char *word;
  guint number;
  gsize at = 0;

  while (find_stretch (text, length, &at, &span))
    if (take_word (self, text + span.start, matchum_span_get_length (span), &word, &number))
      g_hash_table_add (set, GUINT_TO_POINTER (number));
}

static void
collect_aside (MatchumPdfCheckWords *self, MatchumResume *resume)
{
  MatchumSource *source = matchum_resume_get_source (resume);
  const char *name = matchum_resume_get_name (resume);
  const guint n_blocks = matchum_resume_get_n_blocks (resume);
  g_autofree char *form = matchum_form_lines_dup_text (resume, TRUE, TRUE);

  if (form != NULL)
    add_numbers (self, self->aside, form, strlen (form));
  /* Before the first block there is nothing but front matter. */
  add_numbers (self, self->aside, matchum_source_get_text (source),
               n_blocks > 0 ? matchum_resume_get_block (resume, 0)->span.start : matchum_source_get_length (source));
  if (name != NULL)
    {
      add_numbers (self, self->aside, name, strlen (name));
      add_numbers (self, self->title, name, strlen (name));
    }
  for (guint i = 0; i < n_blocks; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->kind == MATCHUM_BLOCK_TITLE && block->content != NULL)
        add_numbers (self, self->title, matchum_block_get_text (block), strlen (matchum_block_get_text (block)));
    }
}

/* The end of the words of the block that begin at start. */
static guint
find_block_end (MatchumPdfCheckWords *self, guint start)
{
  const guint block = g_array_index (self->wanted, MatchumWantedWord, start).block;
  guint end = start;

  while (end < self->wanted->len && g_array_index (self->wanted, MatchumWantedWord, end).block == block)
    end++;
  return end;
}

GArray *
matchum_pdf_check_words_dup_by_titles (MatchumPdfCheckWords *self)
{
  g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL); /* of titles: where in sorted */
  g_autoptr (GArray) sorted = NULL;
  gboolean is_other = FALSE;

  g_return_val_if_fail (self != NULL, NULL);

  sorted = g_array_new (FALSE, FALSE, sizeof (MatchumWantedWord));
  for (guint start = 0; start < self->wanted->len;)
    {
      const MatchumWantedWord *words = &g_array_index (self->wanted, MatchumWantedWord, start);
      const guint end = find_block_end (self, start);
      gpointer place = NULL;

      if (words->owner != words->block && words->is_date
          && g_hash_table_lookup_extended (ends, GUINT_TO_POINTER (words->owner), NULL, &place)
          && GPOINTER_TO_UINT (place) < sorted->len)
        {
          g_array_insert_vals (sorted, GPOINTER_TO_UINT (place), words, end - start);
          is_other = TRUE;
        }
      else
        g_array_append_vals (sorted, words, end - start);
      g_hash_table_insert (ends, GUINT_TO_POINTER (words->block), GUINT_TO_POINTER (sorted->len));
      start = end;
    }
  return is_other ? g_steal_pointer (&sorted) : NULL;
}

/* --- what the PDF shows --- */

static gboolean
is_page_word (const char *word, guint n_pages)
{
  static const char *const words[] = { "page", "of", "p", "pp", "쪽", "페이지", NULL };
  g_autofree char *folded = matchum_pdf_check_words_fold (word);
  g_autofree char *bare =
      g_str_has_suffix (folded, "쪽") ? g_strndup (folded, strlen (folded) - strlen ("쪽")) : g_strdup (folded);
  guint64 number;

  if (g_strv_contains (words, folded))
    return TRUE;
  if (g_ascii_string_to_unsigned (bare, 10, 1, n_pages, &number, NULL))
    return TRUE;
  /* "2/3" and "2-3", folded, are figures alone. */
  return *bare != '\0' && strlen (bare) <= 4 && strspn (bare, "0123456789") == strlen (bare)
         && !g_str_equal (bare, word) && strpbrk (word, "/-") != NULL;
}

/* The words of a line, every figure a "#": what running lines have in common. */
static char *
describe_line (const MatchumPdfPage *page, const MatchumPdfLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->n_words; i++)
    {
      g_string_append (text, page->words[line->first_word + i].text);
      g_string_append_c (text, ' ');
    }
  for (gsize i = 0; i < text->len; i++)
    if (g_ascii_isdigit (text->str[i]))
      text->str[i] = '#';
  return g_string_free (text, FALSE);
}

static gboolean
is_at_edge (const MatchumPdfPage *page, const MatchumPdfLine *line)
{
  return line->row < RUNNING_ROWS || line->row + RUNNING_ROWS >= page->n_rows;
}

/* How many pages have each line at their edge. */
static GHashTable *
count_edge_lines (MatchumPdfText *text)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < matchum_pdf_text_get_n_pages (text); i++)
    {
      const MatchumPdfPage *page = matchum_pdf_text_get_page (text, i);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint j = 0; j < page->n_lines; j++)
        {
          char *line;
          guint n;

          if (!is_at_edge (page, &page->lines[j]))
            continue;
          line = describe_line (page, &page->lines[j]);
          if (!g_hash_table_add (seen, line))
            continue;
          n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, line));
          g_hash_table_replace (counts, g_strdup (line), GUINT_TO_POINTER (n + 1));
        }
    }
  return counts;
}

/* Whether the words of the line are those of the name and what numbers pages; is_named and is_numbered get which. */
static gboolean
tells_page (MatchumPdfCheckWords *self,
            const MatchumPdfPage *page,
            const MatchumPdfLine *line,
            guint n_pages,
            gboolean *is_numbered)
{
  *is_numbered = FALSE;
  for (guint i = 0; i < line->n_words; i++)
    {
      const char *word = page->words[line->first_word + i].text;
      const char *text;
      guint number;

      if (!has_letters (word) || !take_word (self, word, strlen (word), &text, &number))
        continue;
      if (is_page_word (word, n_pages))
        *is_numbered = TRUE;
      else if (!g_hash_table_contains (self->title, GUINT_TO_POINTER (number)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_running (MatchumPdfCheckWords *self,
            MatchumPdfText *text,
            guint index,
            const MatchumPdfLine *line,
            GHashTable *counts)
{
  const MatchumPdfPage *page = matchum_pdf_text_get_page (text, index);
  const guint n_pages = matchum_pdf_text_get_n_pages (text);
  g_autofree char *described = NULL;
  gboolean is_numbered;

  if (!is_at_edge (page, line))
    return FALSE;
  if (tells_page (self, page, line, n_pages, &is_numbered))
    return is_numbered || index > 0;
  described = describe_line (page, line);
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, described)) > 1;
}

static void
add_found (MatchumPdfCheckWords *self, MatchumPdfText *text, guint index, const MatchumPdfLine *line, gboolean runs)
{
  const MatchumPdfPage *page = matchum_pdf_text_get_page (text, index);

  for (guint i = 0; i < line->n_words; i++)
    {
      const MatchumPdfWord *read = &page->words[line->first_word + i];
      const gsize length = strlen (read->text);
      MatchumFoundWord word = {
        .page = index,
        .row = line->row,
        .line = read->line,
        .x = read->box.x1,
        .is_running = runs,
        .is_unseen = read->is_unseen,
        .is_turned = line->is_turned,
        .is_decomposed = read->is_decomposed,
      };
      MatchumSpan span;
      gsize at = 0;

      while (find_stretch (read->text, length, &at, &span))
        {
          if (!take_word (self, read->text + span.start, matchum_span_get_length (span), &word.text, &word.number))
            continue;
          word.is_sign = !has_letters (word.text);
          g_array_append_val (self->found, word);
        }
    }
}

static void
collect_found (MatchumPdfCheckWords *self, MatchumPdfText *text)
{
  g_autoptr (GHashTable) counts = count_edge_lines (text);

  for (guint i = 0; i < matchum_pdf_text_get_n_pages (text); i++)
    {
      const MatchumPdfPage *page = matchum_pdf_text_get_page (text, i);

      for (guint j = 0; j < page->n_lines; j++)
        add_found (self, text, i, &page->lines[j], is_running (self, text, i, &page->lines[j], counts));
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MatchumFoundWord *first = a;
  const MatchumFoundWord *second = b;

  if (first->page != second->page)
    return first->page < second->page ? -1 : 1;
  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return first->x < second->x ? -1 : first->x > second->x;
}

GArray *
matchum_pdf_check_words_dup_by_rows (MatchumPdfCheckWords *self)
{
  GArray *sorted;

  g_return_val_if_fail (self != NULL, NULL);

  sorted = g_array_copy (self->found);
  g_array_sort (sorted, compare_places);
  return sorted;
}

MatchumPdfCheckWords *
matchum_pdf_check_words_new (MatchumVisibility *visibility, MatchumPdfText *text)
{
  MatchumPdfCheckWords *self;

  g_return_val_if_fail (visibility != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MatchumPdfCheckWords, 1);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->aside = g_hash_table_new (NULL, NULL);
  self->title = g_hash_table_new (NULL, NULL);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (MatchumWantedWord));
  self->found = g_array_new (FALSE, FALSE, sizeof (MatchumFoundWord));
  collect_wanted (self, visibility);
  collect_aside (self, matchum_visibility_get_resume (visibility));
  collect_found (self, text);
  return self;
}

void
matchum_pdf_check_words_free (MatchumPdfCheckWords *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->wanted);
  g_array_unref (self->found);
  g_hash_table_unref (self->aside);
  g_hash_table_unref (self->title);
  g_hash_table_unref (self->numbers);
  g_free (self);
}
