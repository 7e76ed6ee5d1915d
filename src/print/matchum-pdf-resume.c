/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the rows of a PDF together to bullets, paragraphs and lines, by indentation, room and type. No word is left out
 * but what is told. */
#include "config.h"

#include "matchum-pdf-resume.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "import/matchum-bullet.h"
#include "matchum-pdf-joint.h"
#include "matchum-pdf-rows.h"
#include "resume/matchum-contact-words.h"
#include "text/matchum-korean-tail.h"

/* Points. */
#define SAME_EDGE 3.0
/* Line heights up to so many sizes of letters hold a text together. */
#define MAX_LEADING 1.75
/* Room that makes a line stand apart, in usual distances of lines. */
#define APART 1.35
/* A right edge is one where it is so far to the right of a column. */
#define EDGE_SHARE 0.7
/* Room for less than a syllable, in sizes of letters. */
#define NO_ROOM 1.1
#define MAX_LEVELS 5
#define MAX_HEADING_BYTES 400
/* What stands in the margin stands out as if it were larger by so much. */
#define LABEL_WEIGHT 0.3
/* How far items are set in, in points. */
#define SET_IN 9.0
#define MAX_SET_IN 300.0
/* Room at both sides of what stands in the middle. */
#define LEAST_CENTERED 50.0
/* Bullets that a document has which has any. */
#define LEAST_BULLETS 3
/* Lines and addresses that a note names. */
#define MAX_NAMED 8

typedef struct {
  MatchumPdfText *pdf;
  GPtrArray *rows; /* of MatchumPdfRow */
  MatchumPdfJoiner *joiner;
  MatchumFlow *flow;
  GHashTable *edges;  /* rightmost end of rows that begin at one x */
  GHashTable *rights; /* rightmost edge of columns that begin at one x */
  double body;        /* size of most letters */
  double pitch;       /* usual distance of lines */

  MatchumFlowLine *line;     /* the one that may go on, or NULL */
  const MatchumPdfRow *last; /* its last row */
  guint n_rows;              /* that it was made of */
  double bullet_x;           /* of an item */
  double text_x;
  double levels[MAX_LEVELS]; /* where the bullets of the list stand */
  guint n_levels;
  gboolean has_bullets; /* items are told by signs; else by where they stand */
  guint head;           /* index behind the heading whose asides may go on, or 0 */

  guint n_signs; /* of symbol fonts, left out */
  GHashTable *urls;
} Builder;

static const MatchumPdfRow *
get_row (Builder *self, guint index)
{
  return self->rows->pdata[index];
}

static const MatchumPdfRowWord *
get_word (const GArray *words, guint index)
{
  return &g_array_index (words, MatchumPdfRowWord, index);
}

/* Words */

/* Signs of a symbol font, that say nothing as letters. */
static gboolean
is_sign (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if ((c < 0xe000 || c > 0xf8ff) && c != 0xfffd)
        return FALSE;
    }
  return TRUE;
}

/* Bytes at the start of a row's first word that are a bullet. */
static gsize
measure_bullet (const MatchumPdfRow *row)
{
  const char *word = row->words->len > 1 ? get_word (row->words, 0)->word->text : "";
  const gsize first = *word != '\0' ? (gsize) (g_utf8_next_char (word) - word) : 0;
  g_autofree char *alone = g_strconcat (word, " x", NULL);

  if (first == 0)
    return row->words->len == 1 ? matchum_bullet_measure (get_word (row->words, 0)->word->text) : 0;
  if (first == strlen (word))
    return matchum_bullet_measure (alone) > 0 ? first : 0;
  return matchum_bullet_is_sign (g_utf8_get_char (word)) ? first : 0;
}

static double
get_width (const MatchumPdfRow *row)
{
  const MatchumPdfWord *word = row->words->len > 0 ? get_word (row->words, 0)->word : NULL;

  return word != NULL ? word->box.x2 - word->box.x1 : 0;
}

static MatchumDraftStyle
get_style (Builder *self, const MatchumPdfWord *word)
{
  const MatchumPdfFont *font = matchum_pdf_text_get_font (self->pdf, word->font);

  return (font->is_bold ? MATCHUM_DRAFT_BOLD : 0) | (font->is_italic ? MATCHUM_DRAFT_ITALIC : 0);
}

/* Letters set wide apart are words of one letter. */
static gboolean
is_spaced_out (const GArray *words, guint first)
{
  gboolean is_hangul = TRUE;

  if (words->len < first + 3)
    return FALSE;
  for (guint i = first; i < words->len; i++)
    {
      const char *word = get_word (words, i)->word->text;
      const gunichar c = g_utf8_get_char (word);

      if (*g_utf8_next_char (word) != '\0' || !g_unichar_isalpha (c) || g_unichar_islower (c))
        return FALSE;
      is_hangul = is_hangul && c >= 0xac00;
    }
  return is_hangul || words->len >= first + 4;
}

static double
get_gap (const GArray *words, guint index)
{
  return get_word (words, index)->word->box.x1 - get_word (words, index - 1)->word->box.x2;
}

/* The least gap between letters set apart: words are farther from each other. */
static double
find_least_gap (const GArray *words, guint first)
{
  double least = G_MAXDOUBLE;

  for (guint i = first + 1; i < words->len; i++)
    least = MIN (least, get_gap (words, i));
  return MAX (least, 0.5);
}

/* Ends a run where style or address change; text is taken. */
static void
add_run (Builder *self, GString *text, MatchumDraftStyle style, const char *url)
{
  g_autofree char *bare = g_strstrip (g_strdup (text->str));

  if (url != NULL)
    g_hash_table_add (self->urls, (gpointer) url);
  if (url != NULL && matchum_contact_words_shows_url (bare, url))
    url = NULL;
  if (text->len > 0)
    matchum_flow_line_add (self->line, text->str, style, url);
  g_string_truncate (text, 0);
}

/* before: what stands between the words that are there and the first one. skip: bytes of the first word. */
static void
add_words (Builder *self, const GArray *words, gsize skip, const char *before)
{
  const gboolean is_spaced = is_spaced_out (words, skip > 0);
  const double least = is_spaced ? find_least_gap (words, skip > 0) : 0;
  g_autoptr (GString) text = g_string_new (before);
  MatchumDraftStyle style = MATCHUM_DRAFT_PLAIN;
  const char *url = NULL;
  gboolean is_first = TRUE, is_apart = FALSE;

  for (guint i = 0; i < words->len; i++)
    {
      const MatchumPdfRowWord *word = get_word (words, i);
      const char *bytes = word->word->text + (i == 0 ? skip : 0);
      const char *between = " ";

      is_apart = is_apart || word->is_apart;
      if (is_sign (bytes))
        {
          self->n_signs += *bytes != '\0';
          continue;
        }
      if (is_spaced && !is_first && get_gap (words, i) < 1.7 * least)
        between = "";
      else if (word->is_close)
        between = "";
      else if (is_apart)
        between = " | ";
      is_apart = FALSE;
      if (!is_first)
        g_string_append (text, between);
      if (is_first || get_style (self, word->word) != style || g_strcmp0 (word->url, url) != 0)
        {
          add_run (self, text, style, NULL);
          style = get_style (self, word->word);
          url = word->url;
        }
      g_string_append (text, bytes);
      is_first = FALSE;
      if (i + 1 == words->len || get_style (self, get_word (words, i + 1)->word) != style
          || g_strcmp0 (get_word (words, i + 1)->url, url) != 0)
        add_run (self, text, style, url);
    }
  add_run (self, text, style, url);
}

/* What the document is like */

static void
find_body (Builder *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  gsize best = 0;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < get_row (self, i)->words->len; j++)
      {
        const MatchumPdfRowWord *word = get_word (get_row (self, i)->words, j);
        const guint size = (guint) (word->size * 10 + 0.5);
        const gsize n =
            GPOINTER_TO_SIZE (g_hash_table_lookup (counts, GUINT_TO_POINTER (size))) + strlen (word->word->text);

        g_hash_table_insert (counts, GUINT_TO_POINTER (size), GSIZE_TO_POINTER (n));
        if (n > best)
          {
            best = n;
            self->body = size / 10.0;
          }
      }
  self->body = MAX (self->body, 1);
}

static gboolean
is_next (const MatchumPdfRow *row, const MatchumPdfRow *next)
{
  return next->page == row->page && next->column == row->column;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
find_pitch (Builder *self)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < self->rows->len; i++)
    {
      const double distance = get_row (self, i)->y2 - get_row (self, i - 1)->y2;

      if (is_next (get_row (self, i - 1), get_row (self, i)) && distance > 1 && distance < 2.5 * self->body)
        g_array_append_val (distances, distance);
    }
  g_array_sort (distances, compare_doubles);
  self->pitch = distances->len > 0 ? g_array_index (distances, double, distances->len / 2) : 1.4 * self->body;
}

/* Where the words of a row begin, its bullet not counted. */
static double
get_text_x (const MatchumPdfRow *row)
{
  const gsize bullet = measure_bullet (row);
  const gboolean is_alone =
      bullet > 0 && bullet == strlen (get_word (row->words, 0)->word->text) && row->words->len > 1;

  return is_alone ? get_word (row->words, 1)->word->box.x1 : row->x1;
}

static gpointer
get_edge_key (const MatchumPdfRow *row)
{
  return GUINT_TO_POINTER ((row->page * 64 + row->column % 64) * 4096
                           + (guint) (CLAMP (get_text_x (row), 0, 12000) / 3));
}

static gpointer
get_left_key (const MatchumPdfRow *row)
{
  return GUINT_TO_POINTER (1 + (guint) (CLAMP (row->left, 0, 12000) / 4));
}

static void
find_edges (Builder *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MatchumPdfRow *row = get_row (self, i);
      double *edge = g_hash_table_lookup (self->edges, get_edge_key (row));
      double *right = g_hash_table_lookup (self->rights, get_left_key (row));

      if (row->words->len == 0 || row->is_turned)
        continue;
      if (right == NULL)
        {
          right = g_new0 (double, 1);
          g_hash_table_insert (self->rights, get_left_key (row), right);
        }
      *right = MAX (*right, row->right);
      if (edge == NULL)
        {
          edge = g_new0 (double, 1);
          g_hash_table_insert (self->edges, get_edge_key (row), edge);
        }
      *edge = MAX (*edge, row->x2);
    }
}

/* The right edge of the columns that begin where that of row does, on any page. */
static double
find_page_edge (Builder *self, const MatchumPdfRow *row)
{
  const double *right = g_hash_table_lookup (self->rights, get_left_key (row));

  return right != NULL ? *right : row->right;
}

static double
find_edge (Builder *self, const MatchumPdfRow *row)
{
  const double *edge = g_hash_table_lookup (self->edges, get_edge_key (row));
  const double *first = g_hash_table_lookup (self->edges, GSIZE_TO_POINTER (GPOINTER_TO_SIZE (get_edge_key (row)) - 1));
  const double *next = g_hash_table_lookup (self->edges, GSIZE_TO_POINTER (GPOINTER_TO_SIZE (get_edge_key (row)) + 1));
  double found = MAX (edge != NULL ? *edge : 0, MAX (first != NULL ? *first : 0, next != NULL ? *next : 0));

  /* Browsers break all lines of all pages at one edge. */
  if (!self->has_bullets)
    return find_page_edge (self, row);
  return found - row->x1 >= EDGE_SHARE * (row->right - row->x1) ? found : row->right;
}

/* Going on */

/* "3.", which people write before items; headings may have numbers, too. */
static gboolean
begins_with_number (Builder *self, const MatchumPdfRow *row)
{
  const char *word = row->words->len > 0 ? get_word (row->words, 0)->word->text : "";
  const gsize n = strspn (word, "0123456789");

  return n > 0 && n < 4 && (word[n] == '.' || word[n] == ')') && word[n + 1] == '\0' && row->words->len > 1
         && !row->is_bold && row->size < 1.05 * self->body;
}

/* The share of a word that is before its first Korean syllable, by the usual width of letters. */
static double
find_lead (const char *word)
{
  double lead = 0, all = 0;
  gboolean is_lead = TRUE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gboolean is_hangul = matchum_unichar_is_hangul (g_utf8_get_char (p));
      const double width = is_hangul ? 0.92 : 0.55;

      is_lead = is_lead && !is_hangul;
      lead += is_lead ? width : 0;
      all += width;
    }
  return all > 0 ? lead / all : 0;
}

/* Whether the first word of next did not fit behind row any more. */
static gboolean
is_full (Builder *self, const MatchumPdfRow *row, const MatchumPdfRow *next)
{
  const double edge = find_edge (self, row);
  const char *first = next->words->len > 0 ? get_word (next->words, 0)->word->text : "";

  /* A word that may be cut leaves no room, but for what is before its first syllable. */
  if (matchum_pdf_joiner_cuts_words (self->joiner))
    return row->x2 + 0.25 * row->size + get_width (next) * find_lead (first) > edge - NO_ROOM * row->size;
  return row->x2 + 0.25 * row->size + get_width (next) > edge - 1 || row->x2 > edge - NO_ROOM * row->size;
}

static gboolean
is_near (Builder *self, const MatchumPdfRow *row, const MatchumPdfRow *next)
{
  const double distance = next->y2 - row->y2;

  if (!is_next (row, next))
    return FALSE;
  return distance > 0 && distance <= MAX (MAX_LEADING * row->size, 1.15 * self->pitch);
}

static gboolean
is_same_type (const MatchumPdfRow *row, const MatchumPdfRow *next)
{
  return fabs (row->size - next->size) <= 0.12 * row->size;
}

static gboolean
goes_on_as_item (Builder *self, const MatchumPdfRow *next)
{
  const gboolean is_hanging =
      next->x1 >= self->bullet_x + SAME_EDGE && next->x1 <= self->text_x + 1.5 * self->last->size + SAME_EDGE;

  if (!is_near (self, self->last, next))
    return !is_next (self->last, next) && is_full (self, self->last, next)
           && fabs (next->x1 - self->text_x) <= SAME_EDGE;
  if (is_hanging && self->has_bullets)
    return TRUE;
  return fabs (next->x1 - self->bullet_x) <= SAME_EDGE && !next->is_bold && next->aside->len == 0
         && is_full (self, self->last, next);
}

/* Whether a bracket of the line, which is no longer than a heading, is open. */
static gboolean
has_open_bracket (const MatchumFlowLine *line)
{
  gint n_open = 0;
  gsize n = 0;

  for (guint i = 0; i < line->runs->len; i++)
    for (const char *p = g_array_index (line->runs, MatchumFlowRun, i).text; *p != '\0'; p++)
      {
        n_open += *p == '(' ? 1 : *p == ')' ? -1 : 0;
        if (++n > MAX_HEADING_BYTES)
          return FALSE;
      }
  return n_open > 0;
}

/* Whether the line cannot end here: a bracket is open, or a comma is last. */
static gboolean
has_open_end (Builder *self)
{
  const MatchumPdfRow *row = self->last;

  return g_str_has_suffix (get_word (row->words, row->words->len - 1)->word->text, ",")
         || has_open_bracket (self->line);
}

static gboolean
goes_on_as_text (Builder *self, const MatchumPdfRow *next)
{
  const gboolean is_indented = next->x1 < self->last->x1 && next->x1 > self->last->x1 - 3 * self->last->size
                               && self->n_rows == 1 && self->has_bullets;

  if (!is_near (self, self->last, next)
      || next->y2 - self->last->y2 > 1.15 * self->pitch * self->last->size / self->body)
    return FALSE;
  if (!is_indented && fabs (next->x1 - self->last->x1) > SAME_EDGE)
    return FALSE;
  if (has_open_end (self))
    return TRUE;
  return self->last->is_bold == next->is_bold && self->last->aside->len == 0 && is_full (self, self->last, next);
}

static gboolean
goes_on (Builder *self, const MatchumPdfRow *next)
{
  if (self->line == NULL || self->last == NULL || self->last->words->len == 0 || next->words->len == 0
      || next->is_turned || self->last->is_turned || next->is_label || self->last->is_label || measure_bullet (next) > 0
      || begins_with_number (self, next) || !is_same_type (self->last, next))
    return FALSE;
  return self->line->kind == MATCHUM_FLOW_ITEM ? goes_on_as_item (self, next) : goes_on_as_text (self, next);
}

static double
get_room (Builder *self, const MatchumPdfRow *row)
{
  return (find_edge (self, row) - row->x2) / MAX (row->size, 1);
}

static const char *
get_last_word (const MatchumPdfRow *row)
{
  return get_word (row->words, row->words->len - 1)->word->text;
}

/* Takes so many bytes off the end of the line. */
static void
cut_end (MatchumFlowLine *line, gsize n)
{
  MatchumFlowRun *run = line->runs->len > 0 ? &g_array_index (line->runs, MatchumFlowRun, line->runs->len - 1) : NULL;

  if (run != NULL && strlen (run->text) >= n)
    run->text[strlen (run->text) - n] = '\0';
}

static void
go_on (Builder *self, const MatchumPdfRow *row)
{
  const char *last = get_last_word (self->last);
  const char *first = get_word (row->words, 0)->word->text;
  const MatchumPdfJoint joint = matchum_pdf_joiner_join (self->joiner, last, first, get_room (self, self->last));
  g_autofree char *joined = NULL;

  if (joint.kind == MATCHUM_PDF_JOINT_HYPHEN_GOES)
    cut_end (self->line, strlen (last) - (gsize) (g_utf8_prev_char (last + strlen (last)) - last));
  add_words (self, row->words, 0, joint.kind == MATCHUM_PDF_JOINT_SPACE ? " " : "");
  if (!joint.is_sure && self->line->doubt == NULL)
    self->line->doubt =
        g_strdup_printf (_ ("Is “%s” and “%s” at the end and the start of lines one word?"), last, first);
  self->last = row;
  self->n_rows++;
}

/* New lines */

static guint
find_level (Builder *self, double x)
{
  while (self->n_levels > 0 && self->levels[self->n_levels - 1] > x + SAME_EDGE)
    self->n_levels--;
  if (self->n_levels == 0 || self->levels[self->n_levels - 1] < x - SAME_EDGE)
    {
      if (self->n_levels < MAX_LEVELS)
        self->n_levels++;
      self->levels[self->n_levels - 1] = x;
    }
  return self->n_levels - 1;
}

/* Where no bullet can be read, since browsers draw them, what is set in from the edge of its column is taken for an
 * item. */
static gboolean
is_set_in (Builder *self, const MatchumPdfRow *row)
{
  const gboolean is_centered =
      fabs (row->x1 - row->left - (row->right - row->x2)) < 2 * SAME_EDGE && row->x1 - row->left > LEAST_CENTERED;

  return !is_centered && !self->has_bullets && row->words->len > 1 && row->aside->len == 0 && !row->is_turned
         && row->x1 - row->left >= SET_IN && row->x1 - row->left <= MAX_SET_IN && row->size < 1.05 * self->body;
}

static void
begin_line (Builder *self, const MatchumPdfRow *row)
{
  const gsize bullet = measure_bullet (row);
  const gboolean is_apart =
      self->last == NULL || !is_next (self->last, row) || row->y2 - self->last->y2 > APART * self->pitch;

  if (bullet > 0 || begins_with_number (self, row) || is_set_in (self, row))
    {
      self->line = matchum_flow_add (self->flow, MATCHUM_FLOW_ITEM, find_level (self, row->x1));
      self->bullet_x = row->x1;
      self->text_x = bullet > 0 ? get_text_x (row) : row->x1;
      if (begins_with_number (self, row))
        self->text_x = get_word (row->words, 1)->word->box.x1;
    }
  else
    {
      self->line = matchum_flow_add (self->flow, MATCHUM_FLOW_TEXT, 0);
      self->n_levels = 0;
    }
  self->line->weight = row->size / self->body + (row->is_label ? LABEL_WEIGHT : 0);
  self->line->is_apart = is_apart;
  add_words (self, row->words, bullet, "");
  if (row->is_turned)
    self->line->doubt = g_strdup (_ ("This stands turned on the page."));
  self->last = row;
  self->n_rows = 1;
}

/* What stands at the right margin */

/* Asides under one another beside bullets belong to the heading above these: a place, dates, a length of time. */
static void
add_aside (Builder *self, const MatchumPdfRow *row, gboolean is_new)
{
  g_autofree char *text = matchum_pdf_rows_dup_words (row->aside);
  MatchumFlowLine *line;

  if (self->line->kind == MATCHUM_FLOW_TEXT && is_new)
    {
      matchum_flow_line_add_aside (self->line, text, " | ");
      self->head = self->flow->lines->len;
      return;
    }
  if (self->head == 0)
    {
      matchum_flow_line_add_aside (self->line, text, " | ");
      return;
    }
  line = matchum_flow_add (self->flow, MATCHUM_FLOW_TEXT, 0);
  line->aside = g_strdup (text);
  g_ptr_array_insert (self->flow->lines, (gint) self->head,
                      g_ptr_array_steal_index (self->flow->lines, self->flow->lines->len - 1));
  self->head++;
}

static void
take_row (Builder *self, const MatchumPdfRow *row)
{
  const gboolean is_new = !goes_on (self, row);

  if (row->aside->len == 0 || (self->last != NULL && !is_near (self, self->last, row)))
    self->head = 0;
  if (row->words->len == 0)
    {
      if (self->head == 0)
        {
          self->line = matchum_flow_add (self->flow, MATCHUM_FLOW_TEXT, 0);
          self->line->is_apart = FALSE;
        }
      self->last = NULL;
    }
  else if (is_new)
    begin_line (self, row);
  else
    go_on (self, row);
  if (row->aside->len > 0)
    add_aside (self, row, is_new);
}

/* Learning */

/* Lines are joined by what is known of all of them. */
static void
learn (Builder *self)
{
  guint n_bullets = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n_bullets += measure_bullet (get_row (self, i)) > 0;
  self->has_bullets = n_bullets >= LEAST_BULLETS;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MatchumPdfRow *row = get_row (self, i);
      const MatchumPdfRow *next = i + 1 < self->rows->len ? get_row (self, i + 1) : NULL;

      if (row->is_margin)
        continue;
      for (guint j = 1; j + 1 < row->words->len; j++)
        matchum_pdf_joiner_add_word (self->joiner, get_word (row->words, j)->word->text);
      if (next != NULL && row->words->len > 1 && next->words->len > 0 && measure_bullet (next) == 0
          && is_near (self, row, next) && is_same_type (row, next) && is_full (self, row, next))
        matchum_pdf_joiner_add_break (self->joiner, get_last_word (row), get_word (next->words, 0)->word->text,
                                      get_room (self, row));
    }
}

/* Notes */

static void
note_margins (Builder *self, MatchumJsonNotes *notes)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MatchumPdfRow *row = get_row (self, i);
      g_autofree char *words = row->is_margin ? matchum_pdf_rows_dup_words (row->words) : NULL;
      g_autofree char *aside = row->is_margin ? matchum_pdf_rows_dup_words (row->aside) : NULL;

      if (!row->is_margin)
        continue;
      if (n < MAX_NAMED)
        g_string_append_printf (names, "%s“%s%s%s”", n > 0 ? ", " : "", words,
                                *words != '\0' && *aside != '\0' ? " " : "", aside);
      n++;
    }
  if (n > MAX_NAMED)
    g_string_append (names, ", …");
  if (n > 0)
    matchum_json_notes_add (notes, 0, NULL,
                            g_strdup_printf (_ ("Left out as page numbers and lines that pages repeat: %s"),
                                             names->str));
}

static void
note_links (Builder *self, MatchumJsonNotes *notes)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < matchum_pdf_text_get_n_pages (self->pdf); i++)
    {
      const MatchumPdfPage *page = matchum_pdf_text_get_page (self->pdf, i);

      for (guint j = 0; j < page->n_links; j++)
        if (g_hash_table_add (self->urls, (gpointer) page->links[j].uri) && n++ < MAX_NAMED)
          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", page->links[j].uri);
    }
  if (n > MAX_NAMED)
    g_string_append (names, ", …");
  if (n > 0)
    matchum_json_notes_add (notes, 0, NULL, g_strdup_printf (_ ("Links without words, left out: %s"), names->str));
}

static void
note_page (Builder *self, MatchumJsonNotes *notes, guint page)
{
  guint n_columns = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->page == page && !get_row (self, i)->is_turned)
      n_columns = MAX (n_columns, get_row (self, i)->column + 1);
  if (n_columns > 1)
    matchum_json_notes_add (notes, 0, NULL,
                            g_strdup_printf (_ ("Page %u has columns, which were read one after another."), page + 1));
  if (matchum_pdf_text_get_page (self->pdf, page)->is_picture)
    matchum_json_notes_add (notes, 0, NULL,
                            g_strdup_printf (_ ("Page %u is a picture of text, which cannot be read."), page + 1));
}

static void
write_notes (Builder *self, MatchumJsonNotes *notes)
{
  note_margins (self, notes);
  note_links (self, notes);
  for (guint i = 0; i < MIN (matchum_pdf_text_get_n_pages (self->pdf), 20); i++)
    note_page (self, notes, i);
  if (self->n_signs > 0)
    matchum_json_notes_add (notes, 0, NULL,
                            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sign of a symbol font was left out.",
                                                          "%u signs of symbol fonts were left out.", self->n_signs),
                                             self->n_signs));
}

static void
clear_builder (Builder *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->joiner, matchum_pdf_joiner_free);
  g_clear_pointer (&self->edges, g_hash_table_unref);
  g_clear_pointer (&self->rights, g_hash_table_unref);
  g_clear_pointer (&self->urls, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, clear_builder)

MatchumFlow *
matchum_pdf_resume_read (MatchumPdfText *pdf, MatchumJsonNotes *notes)
{
  g_auto (Builder) self = { .pdf = pdf };

  g_return_val_if_fail (pdf != NULL, NULL);

  self.rows = matchum_pdf_rows_read (pdf);
  self.joiner = matchum_pdf_joiner_new ();
  self.edges = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self.rights = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self.urls = g_hash_table_new (g_str_hash, g_str_equal);
  self.flow = matchum_flow_new ();
  find_body (&self);
  find_pitch (&self);
  find_edges (&self);
  learn (&self);
  for (guint i = 0; i < self.rows->len; i++)
    if (!get_row (&self, i)->is_margin)
      take_row (&self, get_row (&self, i));
  write_notes (&self, notes);
  return self.flow;
}
