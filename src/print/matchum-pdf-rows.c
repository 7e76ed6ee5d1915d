/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds columns by the gutter between them, and puts what stands at one height together. */
#include "config.h"

#include "matchum-pdf-rows.h"

#include <math.h>
#include <string.h>

#include "matchum-pdf-margins.h"
#include "matchum-pdf-text.h"
#include "matchum-pdf-type.h"
#include "resume/matchum-dated-line.h"
#include "resume/matchum-section-kind.h"

/* Points. */
#define SAME_HEIGHT 2.0
#define SAME_EDGE 6.0
/* A margin that is kept for the names of sections is as wide at least. */
#define LEAST_MARGIN 40.0
#define GUTTER_STEP 3.0
/* Places that are tried for a gutter, however wide a page claims to be. */
#define MAX_GUTTER_STEPS 1000
/* Room between words that stand apart, and between letters that do not, in sizes of letters. */
#define APART 1.1
#define SPLIT 1.5
#define CLOSE 0.12
/* A page with fewer lines has no columns; nor have columns with fewer. */
#define LEAST_LINES 10
#define LEAST_COLUMN_LINES 5
/* Share of the lines of a page that may cross a gutter. */
#define MOST_CROSSING 0.25
/* Share of the lines beside others that makes a column one of dates or labels, and how many characters these have. */
#define BESIDE 0.7
#define MAX_LABEL_CHARS 32
#define MAX_ASIDE_CHARS 48
#define MAX_DATE_WORDS 8
/* Parts of a heading beside one another. */
#define MAX_PARTS 5
/* Links of a page that are looked at. */
#define MAX_LINKS 400

/* Words of a line without a gap such as that between columns. */
typedef struct {
  const MatchumPdfPage *page;
  const MatchumPdfLine *line;
  guint first_word; /* in the page */
  guint n_words;
  MatchumPdfBox box; /* no higher than its letters are */
} Line;

typedef struct {
  MatchumPdfText *pdf;
  guint page_index;
  const MatchumPdfPage *page;
  GPtrArray *rows; /* of MatchumPdfRow */
  guint column;
  double *sizes;     /* of every font */
  double label_edge; /* where names of sections stand in the margin; 0 where they do not */
} Reader;

/* A word of a row with the number of the line that it came in. */
typedef struct {
  const MatchumPdfWord *word;
  const MatchumPdfLine *line;
} Place;

static void
free_row (gpointer data)
{
  MatchumPdfRow *row = data;

  g_array_unref (row->words);
  g_array_unref (row->aside);
  g_free (row);
}

static const MatchumPdfWord *
get_word (const Line *line, guint index)
{
  return &line->page->words[line->first_word + index];
}

static glong
count_chars (const Line *line)
{
  glong n = 0;

  for (guint i = 0; i < line->n_words; i++)
    n += g_utf8_strlen (get_word (line, i)->text, -1) + (i > 0);
  return n;
}

static int
compare_height (gconstpointer a, gconstpointer b)
{
  const MatchumPdfBox *box = &((const Line *) a)->box;
  const MatchumPdfBox *other = &((const Line *) b)->box;

  if (fabs (box->y2 - other->y2) > 0.01)
    return box->y2 < other->y2 ? -1 : 1;
  return box->x1 < other->x1 ? -1 : box->x1 > other->x1;
}

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const MatchumPdfBox *box = &((const Line *) a)->box;
  const MatchumPdfBox *other = &((const Line *) b)->box;

  return box->x1 < other->x1 ? -1 : box->x1 > other->x1;
}

/* Rows */

/* The address that a word leads to, or NULL. */
static const char *
find_url (const MatchumPdfPage *page, const MatchumPdfWord *word)
{
  const double x = (word->box.x1 + word->box.x2) / 2;
  const double y = (word->box.y1 + word->box.y2) / 2;

  for (guint i = 0; i < MIN (page->n_links, MAX_LINKS); i++)
    {
      const MatchumPdfBox *box = &page->links[i].box;

      if (x >= box->x1 - 0.5 && x <= box->x2 + 0.5 && y >= box->y1 - 2 && y <= box->y2 + 2)
        return page->links[i].uri;
    }
  return NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MatchumPdfBox *box = &((const Place *) a)->word->box;
  const MatchumPdfBox *other = &((const Place *) b)->word->box;

  return box->x1 < other->x1 ? -1 : box->x1 > other->x1;
}

/* Lines of one row may lie within one another, where letters of several fonts alternate. */
static GArray *
collect_words (const Line *lines, guint n)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < lines[i].n_words; j++)
      {
        const Place place = { get_word (&lines[i], j), lines[i].line };

        g_array_append_val (places, place);
      }
  if (n > 1)
    g_array_sort (places, compare_places);
  return places;
}

static void
add_words (Reader *self, GArray *words, const Line *lines, guint n)
{
  g_autoptr (GArray) places = collect_words (lines, n);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const Place *before = i > 0 ? &g_array_index (places, Place, i - 1) : NULL;
      MatchumPdfRowWord added = { .word = place->word, .size = self->sizes[place->word->font] };

      added.url = find_url (self->page, place->word);
      if (before != NULL)
        {
          const gboolean is_next = before->line == place->line && place->word == before->word + 1;
          const double gap = place->word->box.x1 - before->word->box.x2;

          added.is_apart = gap > (is_next ? SPLIT : APART) * added.size;
          added.is_close = !is_next && gap < CLOSE * added.size;
        }
      g_array_append_val (words, added);
    }
}

/* Size and weight of most letters. */
static void
measure_type (Reader *self, MatchumPdfRow *row)
{
  const GArray *words = row->words->len > 0 ? row->words : row->aside;
  gsize n_best = 0;

  row->is_bold = TRUE;
  for (guint i = 0; i < words->len; i++)
    {
      const MatchumPdfWord *word = g_array_index (words, MatchumPdfRowWord, i).word;
      const MatchumPdfFont *font = matchum_pdf_text_get_font (self->pdf, word->font);
      gsize n = 0;

      /* Signs of lists are seldom bold. */
      row->is_bold = row->is_bold && (font->is_bold || (i == 0 && words->len > 1 && strlen (word->text) <= 3));
      for (guint j = 0; j < words->len; j++)
        {
          const MatchumPdfWord *other = g_array_index (words, MatchumPdfRowWord, j).word;

          if (other->font == word->font)
            n += strlen (other->text);
          if (j > i + 64)
            break;
        }
      if (n > n_best)
        {
          n_best = n;
          row->size = self->sizes[word->font];
        }
      if (i > 256)
        break;
    }
}

static MatchumPdfRow *
add_row (Reader *self, double left, double right)
{
  MatchumPdfRow *row = g_new0 (MatchumPdfRow, 1);

  row->page = self->page_index;
  row->column = self->column;
  row->left = left;
  row->right = right;
  row->words = g_array_new (FALSE, FALSE, sizeof (MatchumPdfRowWord));
  row->aside = g_array_new (FALSE, FALSE, sizeof (MatchumPdfRowWord));
  g_ptr_array_add (self->rows, row);
  return row;
}

static gboolean
is_bold_line (Reader *self, const Line *line)
{
  for (guint i = 0; i < line->n_words; i++)
    if (!matchum_pdf_text_get_font (self->pdf, get_word (line, i)->font)->is_bold)
      return FALSE;
  return TRUE;
}

/* Whether the gap before the last of the lines at one height is far wider than those between the others. */
static gboolean
stands_off (const Line *lines, guint n, double gap)
{
  for (guint i = 1; i + 1 < n; i++)
    if (lines[i].line != lines[i - 1].line && lines[i].box.x1 - lines[i - 1].box.x2 > gap / 2)
      return FALSE;
  return n <= 2 || (n <= MAX_PARTS && gap > LEAST_MARGIN);
}

/* The last of the lines at one height stands at the right margin, short and apart from one or two others. */
static gboolean
is_aside (Reader *self, const Line *lines, guint n, double left, double right)
{
  const Line *last = &lines[n - 1];
  const double gap = n > 1 ? last->box.x1 - lines[n - 2].box.x2 : last->box.x1 - left;

  /* What is bold and alone is a heading, wherever it stands. */
  if (n == 1 && is_bold_line (self, last))
    return FALSE;
  return stands_off (lines, n, gap) && count_chars (last) <= MAX_ASIDE_CHARS && last->box.x2 >= right - SAME_EDGE
         && last->box.x1 > left + (right - left) * 0.45 && gap > 12;
}

static gboolean
is_dates_only (const GArray *words)
{
  g_autofree char *text = matchum_pdf_rows_dup_words (words);
  gboolean is_dates = FALSE;

  return words->len > 0 && words->len <= MAX_DATE_WORDS && matchum_dated_line_is_dated (text, &is_dates) && is_dates;
}

/* Dates before what they are of, apart, are as good as dates behind it. */
static void
move_dates (MatchumPdfRow *row)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (MatchumPdfRowWord));
  guint n = 1;

  if (row->aside->len > 0 && is_dates_only (row->words) && !is_dates_only (row->aside))
    {
      GArray *words = row->words;

      row->words = row->aside;
      row->aside = words;
      row->x1 = g_array_index (row->words, MatchumPdfRowWord, 0).word->box.x1;
      row->x2 = g_array_index (row->words, MatchumPdfRowWord, row->words->len - 1).word->box.x2;
      return;
    }
  while (n < row->words->len && !g_array_index (row->words, MatchumPdfRowWord, n).is_apart)
    n++;
  if (row->aside->len > 0 || n >= row->words->len || n > MAX_DATE_WORDS)
    return;
  g_array_append_vals (first, row->words->data, n);
  if (!is_dates_only (first))
    return;
  g_array_append_vals (row->aside, first->data, n);
  g_array_remove_range (row->words, 0, n);
  g_array_index (row->words, MatchumPdfRowWord, 0).is_apart = FALSE;
  row->x1 = g_array_index (row->words, MatchumPdfRowWord, 0).word->box.x1;
}

static void
read_row (Reader *self, Line *lines, guint n, double left, double right)
{
  MatchumPdfRow *row = add_row (self, left, right);
  gboolean has_aside;

  qsort (lines, n, sizeof (Line), compare_left);
  has_aside = is_aside (self, lines, n, left, right);
  row->x1 = G_MAXDOUBLE;
  row->y1 = G_MAXDOUBLE;
  for (guint i = 0; i < n; i++)
    {
      const MatchumPdfBox *box = &lines[i].box;
      const gboolean is_last = has_aside && i == n - 1;

      row->y1 = MIN (row->y1, box->y1);
      row->y2 = MAX (row->y2, box->y2);
      if (is_last && n > 1)
        continue;
      row->x1 = MIN (row->x1, box->x1);
      row->x2 = MAX (row->x2, box->x2);
    }
  add_words (self, row->words, lines, n - has_aside);
  if (has_aside)
    add_words (self, row->aside, &lines[n - 1], 1);
  move_dates (row);
  measure_type (self, row);
}

static gboolean
is_same_height (const MatchumPdfBox *box, const MatchumPdfBox *other)
{
  const double overlap = MIN (box->y2, other->y2) - MAX (box->y1, other->y1);
  const double height = box->y2 - box->y1, other_height = other->y2 - other->y1;

  /* Small lines beside a large name are lines of their own. */
  if (MAX (height, other_height) > 1.7 * MIN (height, other_height))
    return FALSE;
  return fabs (box->y2 - other->y2) <= SAME_HEIGHT || overlap > 0.6 * MIN (box->y2 - box->y1, other->y2 - other->y1);
}

/* Names of sections in the left margin */

static gboolean
names_section (const Line *line)
{
  GString *text = g_string_new (NULL);
  gboolean is_known;

  for (guint i = 0; i < MIN (line->n_words, 8); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", get_word (line, i)->text);
  is_known = line->n_words <= 8 && matchum_section_kind_guess_exactly (text->str) != MATCHUM_SECTION_OTHER;
  g_string_free (text, TRUE);
  return is_known;
}

/* Whether other text begins to the right of a line, at its height or under it. */
static gboolean
is_beside_text (GArray *lines, guint index)
{
  const Line *line = &g_array_index (lines, Line, index);
  const double size = line->box.y2 - line->box.y1;

  for (guint i = index > 4 ? index - 4 : 0; i < MIN (lines->len, index + 5); i++)
    {
      const Line *other = &g_array_index (lines, Line, i);

      if (i != index && other->box.x1 > line->box.x2 + 0.6 * size && is_same_height (&line->box, &other->box))
        return TRUE;
    }
  return FALSE;
}

/* Where names of sections begin that have their text beside them, not under them; 0 where none has. */
static double
find_label_edge (Reader *self, GArray *lines, double left)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      n += line->box.x1 <= left + SAME_EDGE && is_bold_line (self, line) && names_section (line)
           && is_beside_text (lines, i);
    }
  return n > 0 ? left : 0;
}

/* Takes the labels out of lines: what is bold at the left edge beside text, in one or more lines. */
static void
read_labels (Reader *self, GArray *lines, GArray *labels)
{
  double left = G_MAXDOUBLE, edge;
  guint n_kept = 0, n_set_in = 0;
  gboolean has_margin;

  for (guint i = 0; i < lines->len; i++)
    left = MIN (left, g_array_index (lines, Line, i).box.x1);
  edge = find_label_edge (self, lines, left);
  /* Further pages are set as the first is, even if none of their sections has a name that is known. */
  if (edge > 0)
    self->label_edge = edge;
  else if (self->label_edge > 0 && fabs (left - self->label_edge) <= SAME_EDGE)
    edge = left;
  for (guint i = 0; i < lines->len; i++)
    n_set_in += g_array_index (lines, Line, i).box.x1 > edge + LEAST_MARGIN;
  has_margin = n_set_in * 10 >= lines->len * 7;
  for (guint i = 0; i < lines->len && edge > 0; i++)
    {
      const Line line = g_array_index (lines, Line, i);
      const gboolean is_label = line.box.x1 <= edge + SAME_EDGE && is_bold_line (self, &line)
                                && (has_margin || is_beside_text (lines, i) || names_section (&line));

      if (is_label)
        g_array_append_val (labels, line);
    }
  for (guint i = 0, label = 0; i < lines->len && labels->len > 0; i++)
    {
      const Line line = g_array_index (lines, Line, i);

      if (label < labels->len && g_array_index (labels, Line, label).first_word == line.first_word)
        label++;
      else
        g_array_index (lines, Line, n_kept++) = line;
    }
  if (labels->len > 0)
    g_array_set_size (lines, n_kept);
}

/* Labels that stand no lower than box, before what it is of. Returns the label that follows. */
static guint
write_labels (Reader *self, GArray *labels, guint label, const MatchumPdfBox *box, double right)
{
  while (label < labels->len
         && (box == NULL || g_array_index (labels, Line, label).box.y1 < box->y2 - 0.3 * (box->y2 - box->y1)))
    {
      Line *line = &g_array_index (labels, Line, label++);
      MatchumPdfRow *row;

      read_row (self, line, 1, line->box.x1, right);
      row = self->rows->pdata[self->rows->len - 1];
      row->is_label = TRUE;
      /* A label of several lines. */
      while (label < labels->len
             && g_array_index (labels, Line, label).box.y2 - row->y2 < 1.6 * (line->box.y2 - line->box.y1))
        {
          Line *next = &g_array_index (labels, Line, label++);

          add_words (self, row->words, next, 1);
          row->y2 = next->box.y2;
        }
    }
  return label;
}

/* The lines of a column, sorted by height, row by row. */
static void
read_column (Reader *self, GArray *lines)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (Line));
  double left = G_MAXDOUBLE, right = 0;
  guint label = 0;

  read_labels (self, lines, labels);
  for (guint i = 0; i < lines->len; i++)
    {
      left = MIN (left, g_array_index (lines, Line, i).box.x1);
      right = MAX (right, g_array_index (lines, Line, i).box.x2);
    }
  for (guint first = 0, end; first < lines->len; first = end)
    {
      Line *line = &g_array_index (lines, Line, first);

      label = write_labels (self, labels, label, &line->box, right);

      for (end = first + 1; end < lines->len; end++)
        if (!is_same_height (&line->box, &g_array_index (lines, Line, end).box))
          break;
      read_row (self, line, end - first, left, right);
    }
  write_labels (self, labels, label, NULL, right);
  self->column++;
}

/* Columns */

typedef struct {
  double x; /* 0 where there is none */
  guint n_crossing;
} Gutter;

static guint
count_crossing (GArray *lines, double x, guint *n_left, guint *n_right)
{
  guint n = 0;

  *n_left = *n_right = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const MatchumPdfBox *box = &g_array_index (lines, Line, i).box;

      if (box->x2 <= x)
        (*n_left)++;
      else if (box->x1 >= x)
        (*n_right)++;
      else
        n++;
    }
  return n;
}

/* The middle of the widest strip that fewest lines cross. */
static double
find_gutter (GArray *lines)
{
  double left = G_MAXDOUBLE, right = 0, best = 0, strip = 0, step;
  guint n_best = G_MAXUINT, n_strip = 0, n_best_strip = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      left = MIN (left, g_array_index (lines, Line, i).box.x1);
      right = MAX (right, g_array_index (lines, Line, i).box.x2);
    }
  step = MAX (GUTTER_STEP, 0.7 * (right - left) / MAX_GUTTER_STEPS);
  for (guint i = 0; i < MAX_GUTTER_STEPS; i++)
    {
      const double x = left + 0.15 * (right - left) + i * step;
      guint n_left, n_right;
      guint n;

      if (x >= left + 0.85 * (right - left))
        break;
      n = count_crossing (lines, x, &n_left, &n_right);
      if (MIN (n_left, n_right) < LEAST_COLUMN_LINES || n > MOST_CROSSING * lines->len)
        {
          n_strip = 0;
          continue;
        }
      if (n_strip == 0 || n != n_best)
        n_strip = 0;
      if (n_strip++ == 0)
        strip = x;
      if (n < n_best || (n == n_best && n_strip > n_best_strip))
        {
          if (n < n_best)
            {
              strip = x;
              n_strip = 1;
            }
          n_best = n;
          n_best_strip = n_strip;
          best = (strip + x) / 2;
        }
    }
  return best;
}

typedef struct {
  guint n;
  guint n_beside; /* at the height of a line on the other side */
  guint n_flush;  /* ends where the rightmost does */
  guint n_dated;  /* has a year */
  guint n_close;  /* right above another one */
  glong n_chars;
} Side;

/* Whether the middles of two boxes are about as high. */
static gboolean
is_level (const MatchumPdfBox *box, const MatchumPdfBox *other)
{
  return fabs (box->y1 + box->y2 - other->y1 - other->y2) / 2 <= 0.25 * MIN (box->y2 - box->y1, other->y2 - other->y1);
}

static gboolean
has_year (const Line *line)
{
  for (guint i = 0; i < line->n_words; i++)
    for (const char *p = get_word (line, i)->text; *p != '\0'; p++)
      if ((g_str_has_prefix (p, "19") || g_str_has_prefix (p, "20")) && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3])
          && !g_ascii_isdigit (p[4]))
        return TRUE;
  return FALSE;
}

/* The height of the first line to the right of x: what is to the left and above is a head. */
static double
find_top (GArray *lines, double x)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, Line, i).box.x1 >= x)
      return g_array_index (lines, Line, i).box.y1;
  return 0;
}

static Side
survey (GArray *lines, double x, gboolean is_left)
{
  const double top = find_top (lines, x);
  Side side = { 0 };
  const MatchumPdfBox *last = NULL;
  double right = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const MatchumPdfBox *box = &g_array_index (lines, Line, i).box;

      if (is_left ? box->x2 <= x : box->x1 >= x)
        right = MAX (right, box->x2);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const MatchumPdfBox *box = &line->box;
      gboolean is_beside = FALSE;

      if ((is_left ? box->x2 > x : box->x1 < x) || box->y2 < top)
        continue;
      for (guint j = i > 40 ? i - 40 : 0; j < MIN (lines->len, i + 40) && !is_beside; j++)
        {
          const MatchumPdfBox *other = &g_array_index (lines, Line, j).box;

          is_beside = (is_left ? other->x1 >= x : other->x2 <= x) && is_level (box, other);
        }
      side.n++;
      side.n_dated += has_year (line);
      side.n_close += last != NULL && box->y2 - last->y2 < 2 * (box->y2 - box->y1);
      last = box;
      side.n_beside += is_beside;
      side.n_flush += box->x2 >= right - SAME_EDGE;
      side.n_chars += count_chars (line);
    }
  return side;
}

/* Dates at the right margin, and labels or dates at the left, are no columns but parts of what is beside them. */
static gboolean
are_columns (GArray *lines, double x)
{
  const Side left = survey (lines, x, TRUE);
  const Side right = survey (lines, x, FALSE);

  if (right.n_beside >= BESIDE * right.n && right.n_chars <= MAX_LABEL_CHARS * right.n && right.n_flush * 2 >= right.n)
    return FALSE;
  if (left.n_dated * 10 >= left.n * 7 && left.n_chars <= MAX_LABEL_CHARS * left.n)
    return FALSE;
  /* Labels stand apart from each other; a column of text does not. */
  if (left.n_beside >= BESIDE * left.n && left.n_chars <= MAX_LABEL_CHARS * left.n
      && (left.n_dated * 10 >= left.n * 6 || left.n_close * 2 <= left.n))
    return FALSE;
  return TRUE;
}

static void
flush_columns (Reader *self, GArray *left, GArray *right)
{
  if (left->len > 0)
    read_column (self, left);
  if (right->len > 0)
    read_column (self, right);
  g_array_set_size (left, 0);
  g_array_set_size (right, 0);
}

static void
read_columns (Reader *self, GArray *lines, double x)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < lines->len; i++)
    {
      const Line line = g_array_index (lines, Line, i);

      if (line.box.x1 < x && line.box.x2 > x)
        {
          flush_columns (self, left, right);
          g_array_append_val (across, line);
          continue;
        }
      if (across->len > 0)
        {
          read_column (self, across);
          g_array_set_size (across, 0);
        }
      if (line.box.x2 <= x)
        g_array_append_val (left, line);
      else
        g_array_append_val (right, line);
    }
  flush_columns (self, left, right);
  if (across->len > 0)
    read_column (self, across);
}

/* The box of letters of a font whose size is not told right is too high, around the same middle. */
static MatchumPdfBox
get_box (Reader *self, const MatchumPdfWord *word)
{
  const double middle = (word->box.y1 + word->box.y2) / 2;
  MatchumPdfBox box = word->box;

  if (word->box.y2 - word->box.y1 > 1.7 * self->sizes[word->font])
    {
      box.y1 = middle - 0.7 * self->sizes[word->font];
      box.y2 = middle + 0.7 * self->sizes[word->font];
    }
  return box;
}

/* A line comes apart where a gap is wide. */
static void
add_lines (Reader *self, GArray *lines, const MatchumPdfLine *line)
{
  Line piece = { self->page, line, line->first_word, 0, { 0 } };

  for (guint i = 0; i < line->n_words; i++)
    {
      const MatchumPdfWord *word = &self->page->words[line->first_word + i];
      const MatchumPdfBox box = get_box (self, word);

      if (piece.n_words > 0 && !line->is_turned && box.x1 - piece.box.x2 > SPLIT * self->sizes[word->font])
        {
          g_array_append_val (lines, piece);
          piece.first_word = line->first_word + i;
          piece.n_words = 0;
        }
      if (piece.n_words++ == 0)
        piece.box = box;
      piece.box.x1 = MIN (piece.box.x1, box.x1);
      piece.box.y1 = MIN (piece.box.y1, box.y1);
      piece.box.x2 = MAX (piece.box.x2, box.x2);
      piece.box.y2 = MAX (piece.box.y2, box.y2);
    }
  if (piece.n_words > 0)
    g_array_append_val (lines, piece);
}

static void
read_turned (Reader *self)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < self->page->n_lines; i++)
    if (self->page->lines[i].is_turned)
      add_lines (self, lines, &self->page->lines[i]);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      read_row (self, line, 1, line->box.x1, G_MAXDOUBLE);
      ((MatchumPdfRow *) self->rows->pdata[self->rows->len - 1])->is_turned = TRUE;
      self->column++;
    }
}

static void
read_page (Reader *self)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  double gutter;

  for (guint i = 0; i < self->page->n_lines; i++)
    if (!self->page->lines[i].is_turned)
      add_lines (self, lines, &self->page->lines[i]);
  g_array_sort (lines, compare_height);
  gutter = lines->len >= LEAST_LINES ? find_gutter (lines) : 0;
  if (gutter > 0 && are_columns (lines, gutter))
    read_columns (self, lines, gutter);
  else if (lines->len > 0)
    read_column (self, lines);
  read_turned (self);
}

GPtrArray *
matchum_pdf_rows_read (MatchumPdfText *pdf)
{
  Reader self = { .pdf = pdf };

  g_return_val_if_fail (pdf != NULL, NULL);

  self.rows = g_ptr_array_new_with_free_func (free_row);
  self.sizes = matchum_pdf_type_measure (pdf);
  for (self.page_index = 0; self.page_index < matchum_pdf_text_get_n_pages (pdf); self.page_index++)
    {
      self.page = matchum_pdf_text_get_page (pdf, self.page_index);
      self.column = 0;
      read_page (&self);
    }
  matchum_pdf_margins_find (pdf, self.rows);
  g_free (self.sizes);
  return self.rows;
}

char *
matchum_pdf_rows_dup_words (const GArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const MatchumPdfRowWord *word = &g_array_index (words, MatchumPdfRowWord, i);

      if (i > 0)
        g_string_append (text, word->is_apart ? " | " : word->is_close ? "" : " ");
      g_string_append (text, word->word->text);
    }
  return g_string_free (text, FALSE);
}
