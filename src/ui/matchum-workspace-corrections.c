/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the current posting was read, put right line by line, each time in one edit. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "posting/matchum-corrected-posting.h"
#include "store/matchum-posting-reading.h"
#include "ui/matchum-workspace-private.h"

/* What is to be put right of the lines that an edit touches; the others stay as they are. */
typedef struct {
  MatchumWorkspace *workspace;
  MatchumPosting *read;
  MatchumPosting *shown;
  MatchumPlacedCorrections *placed;
  GHashTable *lines; /* index in read → aspect → value */
} Draft;

typedef struct {
  char *words;
  char *kind; /* nick, or NULL where nobody set it */
} Piece;

static void
draft_free (Draft *self)
{
  matchum_posting_unref (self->read);
  matchum_posting_unref (self->shown);
  matchum_placed_corrections_unref (self->placed);
  g_hash_table_unref (self->lines);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, draft_free)

/* What was asked for before is shown first. NULL where there is no such line then; G_MAXUINT: no line is meant. */
static Draft *
begin (MatchumWorkspace *self, guint line)
{
  MatchumWorkspacePosting *current;
  Draft *draft;

  if (self->library != NULL)
    matchum_library_flush (self->library);
  current = self->current;
  if (current == NULL || !matchum_workspace_has_library (self)
      || (line != G_MAXUINT && line >= matchum_posting_get_n_lines (matchum_workspace_posting_get_posting (current))))
    return NULL;
  draft = g_new0 (Draft, 1);
  draft->workspace = self;
  draft->shown = matchum_posting_ref (matchum_workspace_posting_get_posting (current));
  draft->read = matchum_posting_ref (matchum_workspace_posting_get_read (current));
  draft->placed = matchum_placed_corrections_ref (matchum_workspace_posting_get_corrections (current));
  draft->lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  return draft;
}

/* The corrections of a line, to be changed. */
static GHashTable *
get_values (Draft *self, guint index)
{
  GHashTable *values = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (index));
  GPtrArray *line = matchum_placed_corrections_get_for_line (self->placed, index);

  if (values != NULL)
    return values;
  values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; line != NULL && i < line->len; i++)
    {
      const MatchumPostingCorrection *correction = g_ptr_array_index (line, i);

      g_hash_table_insert (values, g_strdup (correction->aspect), g_strdup (correction->value));
    }
  g_hash_table_insert (self->lines, GUINT_TO_POINTER (index), values);
  return values;
}

static void
set_value (Draft *self, guint index, const char *aspect, const char *value)
{
  g_hash_table_insert (get_values (self, index), g_strdup (aspect), g_strdup (value));
}

static const char *
get_value (Draft *self, guint index, const char *aspect)
{
  return g_hash_table_lookup (get_values (self, index), aspect);
}

static void
add_corrections (Draft *self, guint index, GPtrArray *list)
{
  GHashTable *values = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (index));
  GHashTableIter iter;
  gpointer aspect, value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &aspect, &value))
    g_ptr_array_add (list, matchum_posting_correction_new_for_line (self->read, index, aspect, value));
}

static GPtrArray *
create_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);
}

/* The posting as it would be shown. */
static MatchumPosting *
try_out (Draft *self)
{
  g_autoptr (GPtrArray) list = create_list ();

  for (guint i = 0; i < matchum_posting_get_n_lines (self->read); i++)
    {
      GPtrArray *line = matchum_placed_corrections_get_for_line (self->placed, i);

      if (g_hash_table_contains (self->lines, GUINT_TO_POINTER (i)))
        add_corrections (self, i, list);
      else
        for (guint j = 0; line != NULL && j < line->len; j++)
          g_ptr_array_add (list, matchum_posting_correction_ref (g_ptr_array_index (line, j)));
    }
  return matchum_posting_with_corrections (self->read, list, NULL);
}

/* Removes what is no more, or is kept under another line by now, and puts what is new. */
static void
add_differences (Draft *self, guint index, MatchumReadingChange *change)
{
  GPtrArray *before = matchum_placed_corrections_get_for_line (self->placed, index);
  g_autoptr (GPtrArray) after = create_list ();

  add_corrections (self, index, after);
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      MatchumPostingCorrection *correction = g_ptr_array_index (before, i);
      guint at;

      if (g_ptr_array_find_with_equal_func (after, correction, (GEqualFunc) matchum_posting_correction_is_equal, &at))
        g_ptr_array_remove_index_fast (after, at);
      else
        matchum_reading_change_remove (change, correction);
    }
  for (guint i = 0; i < after->len; i++)
    matchum_reading_change_put (change, g_ptr_array_index (after, i));
}

static void
commit (Draft *self, MatchumReadingChange *change, const char *label)
{
  if (!matchum_reading_change_is_empty (change))
    matchum_workspace_commit_once (self->workspace, label, matchum_reading_change_carry_out,
                                   matchum_reading_change_ref (change), (GDestroyNotify) matchum_reading_change_unref);
}

static MatchumReadingChange *
create_change (Draft *self)
{
  return matchum_reading_change_new (matchum_workspace_posting_get_id (self->workspace->current));
}

static void
finish (Draft *self, const char *label)
{
  g_autoptr (MatchumReadingChange) change = create_change (self);

  for (guint i = 0; i < matchum_posting_get_n_lines (self->read); i++)
    if (g_hash_table_contains (self->lines, GUINT_TO_POINTER (i)))
      add_differences (self, i, change);
  commit (self, change, label);
}

/* Pieces ------------------------------------------------------------------------------------------------------------
 */

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_free (piece->words);
  g_free (piece->kind);
  g_free (piece);
}

static Piece *
piece_new (const char *words, const char *kind)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->words = g_strdup (words);
  piece->kind = g_strdup (kind);
  return piece;
}

static guint
find_first_piece (MatchumPosting *posting, guint read_index)
{
  guint low = 0, high = matchum_posting_get_n_lines (posting);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (matchum_posting_get_line (posting, middle)->read_index < read_index)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const MatchumPostingLine *
find_piece (MatchumPosting *posting, guint read_index, guint part)
{
  guint at = find_first_piece (posting, read_index) + part;
  const MatchumPostingLine *line =
      at < matchum_posting_get_n_lines (posting) ? matchum_posting_get_line (posting, at) : NULL;

  return line != NULL && line->read_index == read_index ? line : NULL;
}

/* The pieces of a line as they are shown. */
static GPtrArray *
list_pieces (MatchumPosting *posting, guint read_index)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);
  const MatchumPostingLine *line;

  while ((line = find_piece (posting, read_index, pieces->len)) != NULL)
    g_ptr_array_add (pieces,
                     piece_new (matchum_posting_line_get_text (line), line->by_hand & MATCHUM_BY_HAND_KIND
                                                                          ? matchum_posting_kind_get_nick (line->kind)
                                                                          : NULL));
  return pieces;
}

static gboolean
reads_as (MatchumPosting *posting, guint read_index, GPtrArray *pieces)
{
  g_autoptr (GPtrArray) others = list_pieces (posting, read_index);

  if (others->len != pieces->len)
    return FALSE;
  for (guint i = 0; i < pieces->len; i++)
    if (!g_str_equal (((Piece *) pieces->pdata[i])->words, ((Piece *) others->pdata[i])->words))
      return FALSE;
  return TRUE;
}

static char *
join_words (GPtrArray *pieces)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < pieces->len; i++)
    g_ptr_array_add (words, ((Piece *) pieces->pdata[i])->words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("\n", (char **) words->pdata);
}

static gboolean
is_of_pieces_cb (gpointer aspect, gpointer value, gpointer user_data)
{
  return g_str_equal (aspect, MATCHUM_ASPECT_WORDS) || matchum_posting_correction_parse_kind_aspect (aspect, NULL);
}

/* Words that the line has anyway are none of a person's. */
static void
set_pieces (Draft *self, guint index, GPtrArray *pieces)
{
  g_autoptr (MatchumPosting) without = NULL;
  g_autofree char *words = NULL;

  g_hash_table_foreach_remove (get_values (self, index), is_of_pieces_cb, NULL);
  without = try_out (self);
  if (!reads_as (without, index, pieces))
    {
      words = join_words (pieces);
      set_value (self, index, MATCHUM_ASPECT_WORDS, words);
    }
  for (guint i = 0; i < MIN (pieces->len, MATCHUM_CORRECTION_MAX_PIECES); i++)
    {
      g_autofree char *aspect = matchum_posting_correction_dup_kind_aspect (i);
      const char *kind = ((Piece *) pieces->pdata[i])->kind;

      if (kind != NULL)
        set_value (self, index, aspect, kind);
    }
}

/* Lines of words, each without blanks at its ends, as pieces of the same kind. */
static GPtrArray *
divide (const char *words, const char *kind)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);
  g_auto (GStrv) lines = g_strsplit_set (words, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (g_strdelimit (lines[i], "\t\v\f", ' ')) != '\0')
      g_ptr_array_add (pieces, piece_new (lines[i], kind));
  return pieces;
}

/* Kinds -------------------------------------------------------------------------------------------------------------
 */

static const char *
get_kind_label (MatchumPostingKind kind)
{
  switch (kind)
    {
    case MATCHUM_POSTING_REQUIRED:
      return _ ("Count Line as Required");
    case MATCHUM_POSTING_PREFERRED:
      return _ ("Count Line as Preferred");
    case MATCHUM_POSTING_DUTY:
      return _ ("Count Line as Duty");
    case MATCHUM_POSTING_STACK:
    case MATCHUM_POSTING_BENEFIT:
    case MATCHUM_POSTING_PROCESS:
    case MATCHUM_POSTING_NOTE:
    case MATCHUM_POSTING_OTHER:
    default:
      return _ ("Leave Line Out");
    }
}

static const char *
get_section_label (MatchumPostingKind kind)
{
  switch (kind)
    {
    case MATCHUM_POSTING_REQUIRED:
      return _ ("Count Section as Required");
    case MATCHUM_POSTING_PREFERRED:
      return _ ("Count Section as Preferred");
    case MATCHUM_POSTING_DUTY:
      return _ ("Count Section as Duties");
    case MATCHUM_POSTING_STACK:
    case MATCHUM_POSTING_BENEFIT:
    case MATCHUM_POSTING_PROCESS:
    case MATCHUM_POSTING_NOTE:
    case MATCHUM_POSTING_OTHER:
    default:
      return _ ("Leave Section Out");
    }
}

/* A kind that the line has without it is none of a person's. */
static void
set_kind (Draft *self, const MatchumPostingLine *line, MatchumPostingKind kind)
{
  g_autofree char *aspect = matchum_posting_correction_dup_kind_aspect (line->part);
  g_autoptr (MatchumPosting) without = NULL;
  const MatchumPostingLine *found;

  g_hash_table_remove (get_values (self, line->read_index), aspect);
  without = try_out (self);
  found = find_piece (without, line->read_index, line->part);
  if (found == NULL || found->kind != kind)
    set_value (self, line->read_index, aspect, matchum_posting_kind_get_nick (kind));
}

void
matchum_workspace_set_line_kind (MatchumWorkspace *self, guint line, MatchumPostingKind kind)
{
  g_autoptr (Draft) draft = NULL;
  const MatchumPostingLine *shown;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (matchum_posting_kind_get_nick (kind) != NULL);

  draft = begin (self, line);
  if (draft == NULL)
    return;
  shown = matchum_posting_get_line (draft->shown, line);
  if (shown->kind == kind)
    return;
  /* It says something after all. */
  if (g_strcmp0 (get_value (draft, shown->read_index, MATCHUM_ASPECT_WORDS), "") == 0)
    g_hash_table_remove (get_values (draft, shown->read_index), MATCHUM_ASPECT_WORDS);
  set_kind (draft, shown, kind);
  finish (draft, shown->is_heading ? get_section_label (kind) : get_kind_label (kind));
}

void
matchum_workspace_set_line_heading (MatchumWorkspace *self, guint line, gboolean is_heading)
{
  g_autoptr (Draft) draft = NULL;
  const MatchumPostingLine *shown;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  draft = begin (self, line);
  if (draft == NULL)
    return;
  shown = matchum_posting_get_line (draft->shown, line);
  if (shown->is_heading == is_heading || shown->part > 0)
    return;
  g_hash_table_remove (get_values (draft, shown->read_index), MATCHUM_ASPECT_HEADING);
  if (matchum_posting_get_line (draft->read, shown->read_index)->is_heading != is_heading)
    set_value (draft, shown->read_index, MATCHUM_ASPECT_HEADING, is_heading ? "yes" : "no");
  finish (draft, is_heading ? _ ("Make Line a Heading") : _ ("Make Heading a Line"));
}

/* Words -------------------------------------------------------------------------------------------------------------
 */

static void
set_words (Draft *draft, guint line, const char *words)
{
  const MatchumPostingLine *shown = matchum_posting_get_line (draft->shown, line);
  g_autoptr (GPtrArray) pieces = list_pieces (draft->shown, shown->read_index);
  g_autoptr (GPtrArray) divided = divide (words, ((Piece *) pieces->pdata[shown->part])->kind);
  guint n_new = divided->len;

  g_ptr_array_remove_index (pieces, shown->part);
  for (guint i = 0; i < n_new; i++)
    {
      Piece *piece = divided->pdata[i];

      g_ptr_array_insert (pieces, (int) (shown->part + i), piece_new (piece->words, piece->kind));
    }
  set_pieces (draft, shown->read_index, pieces);
  finish (draft, n_new == 0 ? _ ("Leave Line Out") : n_new == 1 ? _ ("Edit Line") : _ ("Split Line"));
}

void
matchum_workspace_set_line_words (MatchumWorkspace *self, guint line, const char *words)
{
  g_autoptr (Draft) draft = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));
  g_return_if_fail (words != NULL && g_utf8_validate (words, -1, NULL));

  draft = begin (self, line);
  if (draft != NULL)
    set_words (draft, line, words);
}

void
matchum_workspace_split_line (MatchumWorkspace *self, guint line, gsize offset)
{
  g_autoptr (Draft) draft = NULL;
  g_autofree char *words = NULL;
  const char *text;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  draft = begin (self, line);
  if (draft == NULL)
    return;
  text = matchum_posting_line_get_text (matchum_posting_get_line (draft->shown, line));
  if (offset == 0 || offset >= strlen (text) || ((guchar) text[offset] & 0xC0) == 0x80)
    return;
  words = g_strdup_printf ("%.*s\n%s", (int) offset, text, text + offset);
  set_words (draft, line, words);
}

/* Joining -----------------------------------------------------------------------------------------------------------
 */

gboolean
matchum_workspace_can_join_line (MatchumWorkspace *self, guint line)
{
  MatchumPosting *posting;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  posting = matchum_workspace_get_posting (self);
  return posting != NULL && line > 0 && line < matchum_posting_get_n_lines (posting);
}

/* Puts the pieces of more behind those of pieces, the first of them into the last; kinds of pieces that stay are kept.
 */
static void
append_pieces (GPtrArray *pieces, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const Piece *piece = more->pdata[i];
      Piece *last = pieces->pdata[pieces->len - 1];
      char *joined;

      if (i > 0)
        {
          g_ptr_array_add (pieces, piece_new (piece->words, piece->kind));
          continue;
        }
      joined = g_strconcat (last->words, *last->words != '\0' ? " " : "", piece->words, NULL);
      g_free (last->words);
      last->words = joined;
    }
}

static void
join_pieces (Draft *draft, const MatchumPostingLine *shown)
{
  g_autoptr (GPtrArray) pieces = list_pieces (draft->shown, shown->read_index);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func (piece_free);
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (piece_free);

  g_ptr_array_add (second, g_ptr_array_steal_index (pieces, shown->part));
  g_ptr_array_add (first, g_ptr_array_steal_index (pieces, shown->part - 1));
  append_pieces (first, second);
  g_ptr_array_insert (pieces, (int) shown->part - 1, g_ptr_array_steal_index (first, 0));
  set_pieces (draft, shown->read_index, pieces);
}

static void
join_lines (Draft *draft, const MatchumPostingLine *before, const MatchumPostingLine *shown)
{
  g_autoptr (GPtrArray) pieces = list_pieces (draft->shown, before->read_index);
  g_autoptr (GPtrArray) more = list_pieces (draft->shown, shown->read_index);

  if (g_strcmp0 (get_value (draft, shown->read_index, MATCHUM_ASPECT_WORDS), "") == 0)
    g_hash_table_remove (get_values (draft, shown->read_index), MATCHUM_ASPECT_WORDS);
  set_value (draft, shown->read_index, MATCHUM_ASPECT_JOIN, "");
  append_pieces (pieces, more);
  set_pieces (draft, before->read_index, pieces);
}

void
matchum_workspace_join_line (MatchumWorkspace *self, guint line)
{
  g_autoptr (Draft) draft = NULL;
  const MatchumPostingLine *shown;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  draft = begin (self, line);
  if (draft == NULL || line == 0)
    return;
  shown = matchum_posting_get_line (draft->shown, line);
  if (shown->part > 0)
    join_pieces (draft, shown);
  else
    join_lines (draft, matchum_posting_get_line (draft->shown, line - 1), shown);
  finish (draft, _ ("Join Lines"));
}

/* Taking back -------------------------------------------------------------------------------------------------------
 */

void
matchum_workspace_reset_line (MatchumWorkspace *self, guint line)
{
  g_autoptr (Draft) draft = NULL;
  const MatchumPostingLine *shown;
  guint next, end;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  draft = begin (self, line);
  if (draft == NULL)
    return;
  shown = matchum_posting_get_line (draft->shown, line);
  next = find_first_piece (draft->shown, shown->read_index + 1);
  end = next < matchum_posting_get_n_lines (draft->shown) ? matchum_posting_get_line (draft->shown, next)->read_index
                                                          : matchum_posting_get_n_lines (draft->read);
  for (guint i = shown->read_index; i < end; i++)
    g_hash_table_remove_all (get_values (draft, i));
  finish (draft, _ ("Read Line as Before"));
}

static void
remove_list (MatchumReadingChange *change, GPtrArray *list)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    matchum_reading_change_remove (change, g_ptr_array_index (list, i));
}

void
matchum_workspace_reset_lines (MatchumWorkspace *self)
{
  g_autoptr (Draft) draft = NULL;
  g_autoptr (MatchumReadingChange) change = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  draft = begin (self, G_MAXUINT);
  if (draft == NULL)
    return;
  change = create_change (draft);
  for (guint i = 0; i < matchum_posting_get_n_lines (draft->read); i++)
    remove_list (change, matchum_placed_corrections_get_for_line (draft->placed, i));
  remove_list (change, matchum_placed_corrections_get_unplaced (draft->placed));
  commit (draft, change, _ ("Read Posting as Before"));
}

guint
matchum_workspace_count_corrections (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), 0);

  return self->current != NULL
             ? matchum_placed_corrections_count_lines (matchum_workspace_posting_get_corrections (self->current))
             : 0;
}

GPtrArray *
matchum_workspace_list_unplaced (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  if (self->current == NULL)
    return create_list ();
  return g_ptr_array_ref (
      matchum_placed_corrections_get_unplaced (matchum_workspace_posting_get_corrections (self->current)));
}

void
matchum_workspace_drop_unplaced (MatchumWorkspace *self)
{
  g_autoptr (Draft) draft = NULL;
  g_autoptr (MatchumReadingChange) change = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  draft = begin (self, G_MAXUINT);
  if (draft == NULL)
    return;
  change = create_change (draft);
  remove_list (change, matchum_placed_corrections_get_unplaced (draft->placed));
  commit (draft, change, _ ("Let Go of Corrections"));
}
