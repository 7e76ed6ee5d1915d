/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes corrections: settles the kinds of lines, headings before what stands under them, then joins lines and splits
 * them. */
#include "config.h"

#include "posting/matchum-corrected-posting.h"

#include <string.h>

/* Headings are nested no deeper. */
#define MAX_SCOPES 16

/* A piece longer than this is not looked for in the words that were read. */
#define MAX_SEARCH (16 * 1024)

/* A heading, and what it makes of lines that had its kind. */
typedef struct {
  guint level;
  MatchumPostingKind read;
  MatchumPostingKind kind;
} Scope;

/* What was settled of a line. */
typedef struct {
  MatchumPostingKind kind;
  MatchumPostingKind piece_kind; /* of further pieces, where they have none of their own */
  gboolean is_heading;
  guint level;
  gboolean is_joined; /* to the line before it */
} Settled;

typedef struct {
  MatchumPosting *posting;
  MatchumPlacedCorrections *placed;
  Settled *settled;
  GPtrArray *lines; /* of MatchumPostingLine, the result */
} Making;

static const char *
find_value (Making *making, guint index, const char *aspect)
{
  const MatchumPostingCorrection *found = matchum_placed_corrections_find (making->placed, index, aspect);

  return found != NULL ? found->value : NULL;
}

/* Kinds ------------------------------------------------------------------------------------------------------------ */

static MatchumPostingKind
follow (const Scope *scopes, guint n_scopes, MatchumPostingKind kind)
{
  for (guint i = n_scopes; i > 0; i--)
    if (scopes[i - 1].read == kind)
      return scopes[i - 1].kind;
  return kind;
}

static gboolean
find_kind (Making *making, guint index, MatchumPostingKind *kind)
{
  const char *value = find_value (making, index, MATCHUM_ASPECT_KIND);

  return value != NULL && matchum_posting_kind_from_nick (value, kind);
}

/* A line that a person made a heading stands beside the heading above it. */
static guint
get_level (const MatchumPostingLine *line, const Scope *scopes, guint n_scopes)
{
  if (line->is_heading)
    return MAX (line->level, 1);
  return n_scopes > 0 ? scopes[n_scopes - 1].level : 1;
}

static void
settle_kinds (Making *making)
{
  Scope scopes[MAX_SCOPES];
  guint n_scopes = 0;

  for (guint i = 0; i < matchum_posting_get_n_lines (making->posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (making->posting, i);
      const char *heading = find_value (making, i, MATCHUM_ASPECT_HEADING);
      Settled *settled = &making->settled[i];

      settled->is_joined = i > 0 && find_value (making, i, MATCHUM_ASPECT_JOIN) != NULL;
      settled->is_heading = heading != NULL ? g_str_equal (heading, "yes") : line->is_heading;
      settled->is_heading = settled->is_heading && !settled->is_joined;
      settled->level = settled->is_heading ? get_level (line, scopes, n_scopes) : 0;
      while (settled->is_heading && n_scopes > 0
             && (scopes[n_scopes - 1].level >= settled->level || n_scopes == MAX_SCOPES))
        n_scopes--;
      settled->piece_kind = follow (scopes, n_scopes, line->kind);
      if (settled->is_joined || !find_kind (making, i, &settled->kind))
        settled->kind = settled->piece_kind;
      if (settled->is_heading)
        settled->piece_kind = settled->kind;
      if (settled->is_heading)
        scopes[n_scopes++] = (Scope){ settled->level, line->kind, settled->kind };
    }
}

/* Words ------------------------------------------------------------------------------------------------------------ */

/* The words of a line with all that is joined to it. Bytes that are no piece's own stand for the whole. */
typedef struct {
  GString *text;
  GArray *runs; /* of Run: where the texts of the lines stand in it */
  MatchumSpan whole;
} Wording;

typedef struct {
  gsize start;
  gsize end;
  MatchumInlineText *content;
} Run;

static void
wording_clear (Wording *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->runs);
}

static void
wording_append (Wording *self, const MatchumPostingLine *line)
{
  const char *text = matchum_posting_line_get_text (line);
  Run run;

  if (self->text->len > 0 && *text != '\0')
    g_string_append_c (self->text, ' ');
  run = (Run){ self->text->len, self->text->len + strlen (text), line->content };
  g_string_append (self->text, text);
  g_array_append_val (self->runs, run);
}

/* Adds to map what length bytes of the wording from start on come from. */
static void
wording_map (Wording *self, MatchumSpan span, MatchumOffsetMap *map)
{
  gsize at = span.start, source_end = self->whole.start;

  for (guint i = 0; i < self->runs->len && at < span.end; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);

      if (run->end <= at || run->content == NULL)
        continue;
      if (run->start > at)
        {
          gsize gap = MIN (run->start, span.end) - at;

          matchum_offset_map_append (map, gap, MATCHUM_SPAN (source_end, source_end));
          at += gap;
        }
      for (; at < MIN (run->end, span.end);)
        {
          gsize size = (gsize) g_utf8_skip[(guchar) self->text->str[at]];
          MatchumSpan source =
              matchum_inline_text_get_source_span (run->content, MATCHUM_SPAN (at - run->start,
                                                                               MIN (at + size, run->end) - run->start));

          source.start = MAX (source.start, source_end);
          source.end = MAX (source.end, source.start);
          matchum_offset_map_append (map, MIN (at + size, run->end) - at, source);
          source_end = source.end;
          at = MIN (at + size, run->end);
        }
    }
}

/* Gives the words of a piece and where they are in the source: their own place where they stand in what was read behind
 * the piece before, else that of the whole line. */
static MatchumInlineText *
wording_make_content (Wording *self, const char *words, gsize *cursor, MatchumSpan *span)
{
  const gsize length = strlen (words);
  const char *found = length <= MAX_SEARCH ? strstr (self->text->str + *cursor, words) : NULL;
  MatchumOffsetMap *map = matchum_offset_map_new ();

  if (found != NULL && length > 0)
    {
      gsize start = (gsize) (found - self->text->str);

      wording_map (self, MATCHUM_SPAN (start, start + length), map);
      *cursor = start + length;
      *span = matchum_offset_map_get_source_span (map, MATCHUM_SPAN (0, length));
    }
  else
    {
      matchum_offset_map_append_whole (map, length, self->whole);
      *span = self->whole;
    }
  return matchum_inline_text_new (g_strdup (words), map, NULL);
}

/* Words as one line: blanks at its ends are gone, and no blank in it is a break. */
static char *
clean_words (const char *words, gsize length)
{
  char *valid = g_utf8_make_valid (words, (gssize) length);

  return g_strstrip (g_strdelimit (valid, "\t\r\n\v\f", ' '));
}

static void
free_piece (gpointer piece)
{
  g_string_free (piece, TRUE);
}

/* FALSE where there are no words. */
static gboolean
add_words (GPtrArray *pieces, const char *words, gsize length, gboolean goes_on)
{
  g_autofree char *clean = clean_words (words, length);
  GString *last = goes_on && pieces->len > 0 ? g_ptr_array_index (pieces, pieces->len - 1) : NULL;

  if (*clean == '\0')
    return FALSE;
  if (last == NULL)
    g_ptr_array_add (pieces, g_string_new (clean));
  else
    {
      if (last->len > 0)
        g_string_append_c (last, ' ');
      g_string_append (last, clean);
    }
  return TRUE;
}

/* Puts the lines of value behind pieces; the first goes on with the last piece there is. */
static void
add_pieces (GPtrArray *pieces, const char *value)
{
  for (gboolean goes_on = TRUE; *value != '\0';)
    {
      gboolean is_last = pieces->len == MATCHUM_CORRECTION_MAX_PIECES;
      gsize length = is_last ? strlen (value) : strcspn (value, "\r\n");

      if (add_words (pieces, value, length, goes_on || is_last))
        goes_on = FALSE;
      value += length + (value[length] != '\0' ? 1 : 0);
    }
}

/* Making lines ----------------------------------------------------------------------------------------------------- */

static MatchumPostingLine *
copy_line (Making *making, guint index)
{
  const MatchumPostingLine *read = matchum_posting_get_line (making->posting, index);
  const Settled *settled = &making->settled[index];
  MatchumPostingLine *line = matchum_posting_line_new ();

  *line = *read;
  line->bullet = g_strdup (read->bullet);
  line->content = read->content != NULL ? matchum_inline_text_ref (read->content) : NULL;
  line->kind = settled->kind;
  line->is_heading = settled->is_heading;
  line->level = settled->level;
  line->read_index = index;
  if (find_value (making, index, MATCHUM_ASPECT_KIND) != NULL)
    line->by_hand |= MATCHUM_BY_HAND_KIND;
  if (find_value (making, index, MATCHUM_ASPECT_HEADING) != NULL)
    line->by_hand |= MATCHUM_BY_HAND_HEADING;
  return line;
}

/* The kind of a further piece: its own, or what the line would be were its first not put right. */
static void
settle_piece (Making *making, MatchumPostingLine *line, guint part)
{
  g_autofree char *aspect = matchum_posting_correction_dup_kind_aspect (part);
  const char *value = find_value (making, line->read_index, aspect);

  line->part = part;
  if (part == 0)
    return;
  line->by_hand &= ~MATCHUM_BY_HAND_KIND;
  line->is_heading = FALSE;
  line->level = 0;
  line->kind = making->settled[line->read_index].piece_kind;
  if (value != NULL && matchum_posting_kind_from_nick (value, &line->kind))
    line->by_hand |= MATCHUM_BY_HAND_KIND;
}

static void
add_piece (Making *making, guint index, guint end, Wording *wording, const char *words, guint part, gsize *cursor)
{
  MatchumPostingLine *line = copy_line (making, index);

  g_clear_pointer (&line->content, matchum_inline_text_unref);
  line->content = wording_make_content (wording, words, cursor, &line->span);
  line->last_line = matchum_posting_get_line (making->posting, end - 1)->last_line;
  settle_piece (making, line, part);
  if (end - index > 1)
    line->by_hand |= MATCHUM_BY_HAND_JOIN;
  g_ptr_array_add (making->lines, line);
}

/* Words stand for all that is joined behind them. FALSE where a person said that the line says nothing. */
static gboolean
find_pieces (Making *making, guint index, guint end, GPtrArray *pieces, gboolean *has_words)
{
  for (guint i = index; i < end; i++)
    {
      const char *words = find_value (making, i, MATCHUM_ASPECT_WORDS);
      const char *text = matchum_posting_line_get_text (matchum_posting_get_line (making->posting, i));

      if (words != NULL)
        {
          *has_words = TRUE;
          add_pieces (pieces, words);
          return i > index || pieces->len > 0;
        }
      if (i == index)
        g_ptr_array_add (pieces, g_string_new (text));
      else
        add_words (pieces, text, strlen (text), TRUE);
    }
  return TRUE;
}

/* The line at index with those up to end, which are joined to it. */
static void
make_lines (Making *making, guint index, guint end)
{
  const MatchumPostingLine *first = matchum_posting_get_line (making->posting, index);
  const MatchumPostingLine *last = matchum_posting_get_line (making->posting, end - 1);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (free_piece);
  gboolean has_words = FALSE;
  Wording wording = { 0 };
  gsize cursor = 0;

  if (!find_pieces (making, index, end, pieces, &has_words))
    {
      MatchumPostingLine *line = copy_line (making, index);

      line->kind = MATCHUM_POSTING_OTHER;
      line->by_hand |= MATCHUM_BY_HAND_WORDS;
      line->last_line = last->last_line;
      line->span.end = MAX (last->span.end, line->span.start);
      g_ptr_array_add (making->lines, line);
      return;
    }
  if (!has_words && end - index == 1)
    {
      g_ptr_array_add (making->lines, copy_line (making, index));
      return;
    }
  wording.text = g_string_new (NULL);
  wording.runs = g_array_new (FALSE, FALSE, sizeof (Run));
  wording.whole = MATCHUM_SPAN (first->span.start, MAX (last->span.end, first->span.start));
  for (guint i = index; i < end; i++)
    wording_append (&wording, matchum_posting_get_line (making->posting, i));
  for (guint i = 0; i < pieces->len; i++)
    {
      add_piece (making, index, end, &wording, ((GString *) g_ptr_array_index (pieces, i))->str, i, &cursor);
      if (has_words)
        ((MatchumPostingLine *) g_ptr_array_index (making->lines, making->lines->len - 1))->by_hand |=
            MATCHUM_BY_HAND_WORDS;
    }
  wording_clear (&wording);
}

MatchumPosting *
matchum_posting_with_placed_corrections (MatchumPosting *posting, MatchumPlacedCorrections *placed)
{
  const guint n_lines = posting != NULL ? matchum_posting_get_n_lines (posting) : 0;
  Making making = { .posting = posting, .placed = placed };
  g_autofree Settled *settled = NULL;

  g_return_val_if_fail (posting != NULL, NULL);
  g_return_val_if_fail (placed != NULL, NULL);

  if (matchum_placed_corrections_count_lines (placed) == 0)
    return matchum_posting_ref (posting);
  settled = g_new0 (Settled, n_lines);
  making.settled = settled;
  making.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_line_free);
  settle_kinds (&making);
  for (guint i = 0; i < n_lines;)
    {
      guint end = i + 1;

      while (end < n_lines && settled[end].is_joined)
        end++;
      make_lines (&making, i, end);
      i = end;
    }
  return matchum_posting_with_lines (posting, making.lines);
}

MatchumPosting *
matchum_posting_with_corrections (MatchumPosting *posting, GPtrArray *corrections, GPtrArray **unplaced)
{
  g_autoptr (MatchumPlacedCorrections) placed = NULL;

  g_return_val_if_fail (posting != NULL, NULL);

  placed = matchum_placed_corrections_new (posting, corrections);
  if (unplaced != NULL)
    *unplaced = g_ptr_array_ref (matchum_placed_corrections_get_unplaced (placed));
  return matchum_posting_with_placed_corrections (posting, placed);
}
