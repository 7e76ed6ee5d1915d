/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds where a posting ends and the next begins. Wherever something looks like such a place (a rule, front matter, a
 * number, a title behind blank lines) the text is cut; each piece is read as a posting; and what is none by itself, or
 * goes on with the one before it, is put together again. */
#include "config.h"

#include "posting/matchum-posting-collection.h"

#include <string.h>

#include "posting/matchum-heading-words.h"
#include "posting/matchum-posting-mark.h"
#include "posting/matchum-posting-reader.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-language-tally.h"
#include "text/matchum-word-list.h"

/* More lines than these are one posting at most. */
#define MAX_LINES 100000
#define MAX_PIECES 4000
#define MAX_TITLE MATCHUM_POSTING_MARK_MAX_TITLE

typedef struct {
  MatchumPostingMark mark;
  guint first; /* its first and last line with words, 1-based */
  guint last;
  guint n_asks;
  guint n_duties;
  gboolean has_headings; /* known ones */
  gboolean has_late;     /* benefits, the process, notes */
  gboolean has_head;     /* begins as postings begin */
  gboolean is_team;      /* begins with the name of a team, or of the other language */
  gboolean is_korean;
  char *style;  /* of the mark before it: pieces of one collection are mostly divided alike */
  guint number; /* of "공고 2"; 0 without */
  char *company;
  char *title;
} Piece;

typedef struct {
  MatchumMarkedText marked;
  GArray *pieces; /* of Piece */
} Splitting;

static void
piece_clear (Piece *self)
{
  g_free (self->style);
  g_free (self->company);
  g_free (self->title);
}

/* The marks above a piece: the surest, and of what stands between postings the surest and its line. */
typedef struct {
  MatchumPostingMark mark;
  MatchumPostingMark between;
  guint line;
} Opening;

static gboolean
stands_between (MatchumPostingMark mark)
{
  return mark == MATCHUM_MARK_RULE || mark == MATCHUM_MARK_NUMBER || mark == MATCHUM_MARK_PAGE;
}

static void
add_mark (Opening *opening, MatchumPostingMark mark, guint line)
{
  opening->mark = MAX (opening->mark, mark);
  if (!stands_between (mark) || mark < opening->between)
    return;
  opening->between = mark;
  opening->line = line;
}

static void
add_piece (Splitting *self, const Opening *opening, guint first, guint end)
{
  Piece piece = { .mark = opening->mark, .first = first, .last = end - 1 };

  while (piece.first < end && matchum_marked_text_is_blank (&self->marked, piece.first))
    piece.first++;
  while (piece.last > piece.first && matchum_marked_text_is_blank (&self->marked, piece.last))
    piece.last--;
  if (piece.first >= end)
    return;
  if (opening->line > 0)
    piece.style = matchum_marked_text_dup_style (&self->marked, opening->between, opening->line, &piece.number);
  g_array_append_val (self->pieces, piece);
}

/* Whether there are words from start up to line. */
static gboolean
has_words (Splitting *self, guint start, guint line)
{
  for (; start < line; start++)
    if (!matchum_marked_text_is_blank (&self->marked, start))
      return TRUE;
  return FALSE;
}

static void
cut (Splitting *self)
{
  guint start = 1;
  Opening opening = { 0 };

  for (guint line = 1; line <= self->marked.n_lines && self->pieces->len < MAX_PIECES; line++)
    {
      guint last;
      MatchumPostingMark mark = matchum_marked_text_find_mark (&self->marked, line, &last);
      gboolean is_between = mark == MATCHUM_MARK_RULE || mark == MATCHUM_MARK_NUMBER
                            || (mark == MATCHUM_MARK_PAGE && matchum_marked_text_is_blank (&self->marked, line));
      guint begin = mark == MATCHUM_MARK_COMPANY || mark == MATCHUM_MARK_TITLE
                        ? matchum_marked_text_find_paragraph (&self->marked, line, start)
                        : line;

      if (mark == MATCHUM_MARK_NONE)
        continue;
      if (has_words (self, start, begin))
        {
          add_piece (self, &opening, start, begin);
          opening = (Opening){ 0 };
          start = is_between ? line + 1 : begin;
        }
      else
        {
          start = is_between ? line + 1 : begin;
        }
      add_mark (&opening, mark, line);
      line = last;
    }
  add_piece (self, &opening, start, self->marked.n_lines + 1);
}

/* Pieces read. */

static MatchumSource *
make_source (Splitting *self, guint first, guint last)
{
  gsize start = matchum_source_get_line_text (self->marked.source, first).start;
  gsize end = matchum_source_get_line_text (self->marked.source, last).end;
  g_autoptr (GBytes) bytes = g_bytes_new (self->marked.text + start, end - start);

  return matchum_source_new (matchum_source_get_name (self->marked.source), bytes, NULL);
}

static void
count_posting (Piece *piece, MatchumPosting *posting)
{
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      piece->n_asks += matchum_posting_line_is_requirement (line);
      piece->n_duties += line->kind == MATCHUM_POSTING_DUTY && !line->is_heading;
      piece->has_late |= line->kind == MATCHUM_POSTING_BENEFIT || line->kind == MATCHUM_POSTING_PROCESS
                         || line->kind == MATCHUM_POSTING_NOTE;
    }
  piece->has_headings = matchum_posting_has_known_headings (posting);
  piece->company = g_strdup (matchum_posting_get_company (posting));
  piece->title = g_strdup (matchum_posting_get_title (posting));
  /* Where no heading says what the lines are, the reader takes all of them for requirements. */
  if (!piece->has_headings)
    piece->n_asks = piece->n_duties = 0;
}

static gboolean
names_team (const char *text, gsize length)
{
  gsize end = MIN (length, MAX_TITLE);

  while (end < length && end > 0 && ((guchar) text[end] & 0xc0) == 0x80)
    end--;
  return matchum_heading_names_team (text, end);
}

static void
read_piece (Splitting *self, Piece *piece)
{
  g_autoptr (MatchumSource) source = make_source (self, piece->first, piece->last);
  g_autoptr (MatchumPosting) posting = source != NULL ? matchum_posting_reader_read (source, NULL) : NULL;
  g_autofree char *folded = matchum_marked_text_dup_folded (&self->marked, piece->first);
  MatchumSpan first = matchum_marked_text_get_line (&self->marked, piece->first);
  MatchumLanguageTally tally = { 0 };

  if (posting != NULL)
    count_posting (piece, posting);
  if (source != NULL)
    matchum_language_tally_add (&tally, matchum_source_get_text (source));
  piece->is_korean = tally.n_hangul * 6 > tally.n_latin;
  piece->is_team = names_team (self->marked.text + first.start, matchum_span_get_length (first))
                   || (folded != NULL && matchum_heading_names_language (folded));
  piece->has_head = piece->mark == MATCHUM_MARK_FRONT_MATTER || piece->mark == MATCHUM_MARK_COMPANY
                    || piece->mark == MATCHUM_MARK_NUMBER
                    || matchum_marked_text_is_first_heading (&self->marked, piece->first)
                    || matchum_marked_text_looks_like_title (&self->marked, piece->first)
                    || (piece->title != NULL && piece->company != NULL);
}

/* Postings. */

/* The pieces that were put together so far. */
typedef struct {
  guint first;
  guint last;
  guint n_asks;
  guint n_duties;
  gboolean has_late;
  gboolean is_korean;
  const char *company;
} Group;

static gboolean
is_whole (guint n_asks, guint n_duties)
{
  return (n_asks >= 2 && n_duties >= 1) || n_asks >= 4;
}

static void
group_add (Group *group, const Piece *piece)
{
  if (group->first == 0)
    {
      group->first = piece->first;
      group->is_korean = piece->is_korean;
    }
  group->last = piece->last;
  group->n_asks += piece->n_asks;
  group->n_duties += piece->n_duties;
  group->has_late |= piece->has_late;
  if (group->company == NULL)
    group->company = piece->company;
}

static gboolean
names_same_company (const Group *group, const Piece *piece)
{
  return group->company != NULL && piece->company != NULL
         && (strstr (group->company, piece->company) != NULL || strstr (piece->company, group->company) != NULL);
}

/* A title and another company behind a rule leave no doubt, however little each of the two asks for. */
static gboolean
names_other_posting (const Group *group, const Piece *piece)
{
  return piece->mark >= MATCHUM_MARK_RULE && group->company != NULL && piece->company != NULL && piece->title != NULL
         && !names_same_company (group, piece) && group->n_asks > 0 && piece->n_asks > 0;
}

/* Whether the pieces from index on, up to the next that begins as postings begin, are a posting. */
static gboolean
leads_to_whole (Splitting *self, guint index)
{
  guint n_asks = 0, n_duties = 0;

  for (guint i = index; i < self->pieces->len && i < index + 12; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (i > index && piece->has_head && piece->mark != MATCHUM_MARK_RULE && piece->mark != MATCHUM_MARK_TITLE
          && piece->mark != MATCHUM_MARK_HEADING)
        break;
      n_asks += piece->n_asks;
      n_duties += piece->n_duties;
      if (is_whole (n_asks, n_duties))
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_posting (Splitting *self, const Group *group, guint index)
{
  const Piece *piece = &g_array_index (self->pieces, Piece, index);
  gboolean is_sure = piece->mark >= MATCHUM_MARK_FRONT_MATTER;

  if (names_other_posting (group, piece))
    return TRUE;
  if (!is_whole (group->n_asks, group->n_duties) || !piece->has_head || !leads_to_whole (self, index))
    return FALSE;
  if (is_sure)
    return TRUE;
  if (piece->is_team)
    return FALSE;
  /* The second half of a posting in two languages. */
  if (piece->is_korean != group->is_korean && (piece->company == NULL || names_same_company (group, piece)))
    return FALSE;
  if (piece->mark == MATCHUM_MARK_RULE || piece->mark == MATCHUM_MARK_COMPANY)
    return TRUE;
  return group->has_late;
}

static void
take_group (Splitting *self, GPtrArray *spans, const Group *group)
{
  MatchumSpan *span;

  if (group->first == 0)
    return;
  span = g_new (MatchumSpan, 1);
  span->start = matchum_marked_text_get_line (&self->marked, group->first).start;
  span->end = matchum_marked_text_get_line (&self->marked, group->last).end;
  g_ptr_array_add (spans, span);
}

/* Marks of one style. */

static Piece *
get_piece (Splitting *self, guint index)
{
  return &g_array_index (self->pieces, Piece, index);
}

static gboolean
has_style (const Piece *piece, const char *style)
{
  return g_strcmp0 (piece->style, style) == 0;
}

/* What stands between two marks of a style: the pieces from index up to the next of it. */
typedef struct {
  guint end;
  guint n_asks;
  guint n_duties;
  guint n_lines;
  gboolean has_head;
} Stretch;

static Stretch
measure_stretch (Splitting *self, guint index, const char *style)
{
  Stretch stretch = { .end = index };

  stretch.has_head = get_piece (self, index)->has_head && !get_piece (self, index)->is_team;
  for (; stretch.end < self->pieces->len && (stretch.end == index || !has_style (get_piece (self, stretch.end), style));
       stretch.end++)
    {
      const Piece *piece = get_piece (self, stretch.end);

      stretch.n_asks += piece->n_asks;
      stretch.n_duties += piece->n_duties;
      stretch.n_lines += piece->last - piece->first + 1;
      /* Buttons and the like may stand above the title. */
      stretch.has_head |= stretch.end <= index + 3 && piece->has_head && !piece->is_team && stretch.n_asks == 0;
    }
  return stretch;
}

/* Whether the numbers of a style count 1, 2, 3. */
static gboolean
counts_up (Splitting *self, const char *style)
{
  guint next = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);

      if (!has_style (piece, style))
        continue;
      if (piece->number == 0 || (next > 0 && piece->number != next) || (next == 0 && piece->number > 2))
        return FALSE;
      next = piece->number + 1;
    }
  return next > 2;
}

/* Whether a style divides postings: nearly all that stands between its marks are postings, and begin as such. */
static gboolean
divides_postings (Splitting *self, const char *style)
{
  guint n = 0, n_whole = 0, n_heads = 0, n_short = 0;
  gboolean is_counted = counts_up (self, style);

  for (guint i = 0; i < self->pieces->len;)
    {
      Stretch stretch = measure_stretch (self, i, style);
      gboolean is_whole_one =
          (stretch.n_duties >= 1 && stretch.n_asks >= 2) || (stretch.has_head && stretch.n_asks >= 3);
      gboolean is_preamble = i == 0 && is_counted && !has_style (get_piece (self, 0), style);

      i = stretch.end;
      if (is_preamble)
        continue;
      n++;
      n_whole += is_whole_one;
      n_heads += stretch.has_head;
      n_short += stretch.n_lines < 6;
    }
  if (is_counted)
    return n >= 2 && n_whole * 2 > n;
  return n >= 3 && n_short == 0 && n_whole * 4 >= n * 3 && n_heads * 5 >= n * 3;
}

static void
take_stretches (Splitting *self, GPtrArray *spans, const char *style)
{
  gboolean is_counted = counts_up (self, style);

  for (guint i = 0; i < self->pieces->len;)
    {
      Stretch stretch = measure_stretch (self, i, style);
      Group group = { 0 };

      for (guint k = i; k < stretch.end; k++)
        group_add (&group, get_piece (self, k));
      /* What stands above the first number is no posting. */
      if (i > 0 || !is_counted || has_style (get_piece (self, 0), style))
        take_group (self, spans, &group);
      i = stretch.end;
    }
}

/* The style that divides the most postings; NULL where none does. */
static const char *
find_style (Splitting *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint n_best = 0;

  for (guint i = 0; i < self->pieces->len && g_hash_table_size (counts) < 12; i++)
    {
      const char *style = get_piece (self, i)->style;
      guint n;

      if (style == NULL)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, style)) + 1;
      g_hash_table_insert (counts, (char *) style, GUINT_TO_POINTER (n));
      if (n == 1 && divides_postings (self, style))
        {
          guint n_pieces = 0;

          for (guint k = i; k < self->pieces->len; k++)
            n_pieces += has_style (get_piece (self, k), style);
          if (n_pieces > n_best)
            best = style;
          n_best = MAX (n_best, n_pieces);
        }
    }
  return best;
}

/* Whether a rule stands above what begins with the piece at index: buttons and the like between them are of it. */
static guint
find_begin (Splitting *self, guint index, guint least)
{
  const Piece *piece = get_piece (self, index);

  if (piece->mark > MATCHUM_MARK_COMPANY)
    return index;
  for (guint i = index; i > least && i + 3 > index; i--)
    {
      const Piece *before = get_piece (self, i - 1);

      if (before->n_asks + before->n_duties > 0 || before->has_late)
        break;
      if (before->mark >= MATCHUM_MARK_RULE)
        return i - 1;
    }
  return index;
}

/* Gaps. Where nothing else divides them, postings stand further from each other than their parts do. */

#define MAX_GAPS 4

/* The widest gaps, widest first, at most MAX_GAPS of them. */
static guint
find_gaps (Splitting *self, guint *gaps)
{
  guint n = 0, blanks = 0;

  for (guint line = 1; line <= self->marked.n_lines; line++)
    {
      guint at = 0;

      if (matchum_marked_text_is_blank (&self->marked, line))
        {
          blanks++;
          continue;
        }
      while (at < n && gaps[at] > blanks)
        at++;
      if (blanks >= 2 && at < MAX_GAPS && (at == n || gaps[at] != blanks))
        {
          n = MIN (n + 1, MAX_GAPS);
          memmove (gaps + at + 1, gaps + at, (n - 1 - at) * sizeof *gaps);
          gaps[at] = blanks;
        }
      blanks = 0;
    }
  return n;
}

/* Cuts at gaps of so many blank lines, into pieces of their own. */
static void
cut_at_gaps (Splitting *self, guint gap)
{
  const Opening opening = { 0 };
  guint start = 1, blanks = 0;

  for (guint line = 1; line <= self->marked.n_lines; line++)
    {
      if (matchum_marked_text_is_blank (&self->marked, line))
        {
          blanks++;
          continue;
        }
      if (blanks >= gap)
        {
          add_piece (self, &opening, start, line);
          start = line;
        }
      blanks = 0;
    }
  add_piece (self, &opening, start, self->marked.n_lines + 1);
}

static gboolean
are_postings (Splitting *self)
{
  guint n_whole = 0, n_heads = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);
      const Piece *before = i > 0 ? get_piece (self, i - 1) : piece;

      if (piece->last - piece->first < 5 || (i > 0 && piece->is_team)
          || (self->pieces->len == 2 && i > 0 && before->is_korean != piece->is_korean && piece->company == NULL))
        return FALSE;
      n_whole += (piece->n_duties >= 1 && piece->n_asks >= 2) || (piece->has_head && piece->n_asks >= 3);
      n_heads += piece->has_head;
    }
  return self->pieces->len >= 2 && n_whole * 4 >= self->pieces->len * 3 && n_heads * 5 >= self->pieces->len * 3;
}

/* Returns whether gaps divide postings. */
static gboolean
take_gaps (Splitting *self, GPtrArray *spans)
{
  guint gaps[MAX_GAPS + 1];
  guint n = find_gaps (self, gaps);

  for (guint k = 0; k < n; k++)
    {
      Splitting cutting = *self;
      g_autoptr (GArray) pieces = g_array_new (FALSE, TRUE, sizeof (Piece));

      g_array_set_clear_func (pieces, (GDestroyNotify) piece_clear);
      cutting.pieces = pieces;
      cut_at_gaps (&cutting, gaps[k]);
      if (pieces->len > MAX_PIECES)
        return FALSE;
      for (guint i = 0; i < pieces->len; i++)
        read_piece (&cutting, get_piece (&cutting, i));
      if (!are_postings (&cutting))
        continue;
      for (guint i = 0; i < pieces->len; i++)
        {
          Group group = { 0 };

          group_add (&group, get_piece (&cutting, i));
          take_group (self, spans, &group);
        }
      return TRUE;
    }
  return FALSE;
}

/* Nothing but lists: the requirements of one posting after the other. */

static MatchumWordList opening_words = MATCHUM_WORD_LIST ("경력|년 이상|년차|전공|학위|학사|석사|박사|대졸|신입| years "
                                                          "| year's | degree | bachelor | master | phd | bsc | msc ");

static gboolean
is_item (Splitting *self, guint line)
{
  static const char *const bullets[] = { "- ", "* ", "• ", "· ", "∙ ", "ㆍ", "▪ ", "○ ",
                                         "● ", "▷ ", "▶ ", "■ ", "□ ", "√ ", "✔ ", "+ " };
  MatchumSpan span = matchum_marked_text_get_line (&self->marked, line);

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (matchum_span_get_length (span) > strlen (bullets[i])
        && memcmp (self->marked.text + span.start, bullets[i], strlen (bullets[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Each list begins with the experience or degree that is asked, as the requirements of a posting do. */
static gboolean
opens_list (Splitting *self, guint line)
{
  MatchumSpan span = matchum_marked_text_get_line (&self->marked, line);
  g_autofree char *folded = NULL;

  if (!is_item (self, line))
    return FALSE;
  span.end = MIN (span.end, span.start + 600);
  while (((guchar) self->marked.text[span.end] & 0xc0) == 0x80)
    span.end--;
  folded = matchum_fold (self->marked.text + span.start, (gssize) matchum_span_get_length (span));
  return matchum_word_list_stands_in (&opening_words, folded);
}

static gboolean
take_lists (Splitting *self, GPtrArray *spans)
{
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint line = 1; line <= self->marked.n_lines; line++)
    {
      Group list = { .first = line };

      if (matchum_marked_text_is_blank (&self->marked, line))
        continue;
      if (!opens_list (self, line))
        return FALSE;
      while (!matchum_marked_text_is_blank (&self->marked, line + 1) && is_item (self, line + 1))
        line++;
      if (line == list.first || !matchum_marked_text_is_blank (&self->marked, line + 1))
        return FALSE;
      list.last = line;
      g_array_append_val (lists, list);
    }
  for (guint i = 0; lists->len >= 3 && i < lists->len; i++)
    take_group (self, spans, &g_array_index (lists, Group, i));
  return lists->len >= 3;
}

static void
take_by_turns (Splitting *self, GPtrArray *spans)
{
  Group group = { 0 };
  guint start = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      if (begins_posting (self, &group, i))
        {
          guint begin = find_begin (self, i, start + 1);

          group = (Group){ 0 };
          for (guint k = start; k < begin; k++)
            group_add (&group, get_piece (self, k));
          take_group (self, spans, &group);
          group = (Group){ 0 };
          start = begin;
          for (guint k = begin; k < i; k++)
            group_add (&group, get_piece (self, k));
        }
      group_add (&group, get_piece (self, i));
    }
  take_group (self, spans, &group);
}

GPtrArray *
matchum_posting_collection_split (MatchumSource *source)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  Splitting self = { 0 };
  const char *style;

  g_return_val_if_fail (source != NULL, spans);

  g_array_set_clear_func (pieces, (GDestroyNotify) piece_clear);
  self.marked.source = source;
  self.marked.text = matchum_source_get_text (source);
  self.marked.n_lines = matchum_source_get_n_lines (source);
  self.pieces = pieces;
  if (self.marked.n_lines > MAX_LINES)
    {
      add_piece (&self, &(Opening){ 0 }, 1, self.marked.n_lines + 1);
      take_by_turns (&self, spans);
      return spans;
    }
  if (take_lists (&self, spans))
    return spans;
  cut (&self);
  for (guint i = 0; i < pieces->len; i++)
    read_piece (&self, get_piece (&self, i));
  style = find_style (&self);
  if (style != NULL)
    take_stretches (&self, spans, style);
  else if (!take_gaps (&self, spans))
    take_by_turns (&self, spans);
  return spans;
}
