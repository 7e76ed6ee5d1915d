/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives every byte of a text to one of the postings in it. What stands between two of them, rules and numbers, is
 * found by the splitter; a rule closes what is above it, and words belong to what is below. */
#include "config.h"

#include "ui/matchum-posting-parts.h"

#include <string.h>

#include "posting/matchum-posting-collection.h"
#include "posting/matchum-posting-reader.h"

/* So much of a first line is enough to know it by. */
#define MAX_FIRST_WORDS 200

struct _MatchumPostingParts {
  MatchumSource *source;
  GPtrArray *parts; /* of MatchumPostingPart */
  guint n_found;
};

G_DEFINE_BOXED_TYPE (MatchumPostingPart, matchum_posting_part, matchum_posting_part_ref, matchum_posting_part_unref)

MatchumLineCounts
matchum_line_counts_of (MatchumPosting *posting)
{
  MatchumLineCounts counts = { 0 };

  g_return_val_if_fail (posting != NULL, counts);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (line->is_heading)
        continue;
      if (line->kind == MATCHUM_POSTING_REQUIRED)
        counts.n_required++;
      else if (line->kind == MATCHUM_POSTING_PREFERRED)
        counts.n_preferred++;
      else if (line->kind == MATCHUM_POSTING_DUTY)
        counts.n_duties++;
      else
        counts.n_other++;
    }
  return counts;
}

static void
clear_part (gpointer data)
{
  MatchumPostingPart *self = data;

  g_clear_pointer (&self->posting, matchum_posting_unref);
  g_free (self->company);
  g_free (self->title);
  g_free (self->first_words);
}

MatchumPostingPart *
matchum_posting_part_ref (MatchumPostingPart *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_posting_part_unref (MatchumPostingPart *self)
{
  g_atomic_rc_box_release_full (self, clear_part);
}

const char *
matchum_posting_part_get_text (MatchumPostingPart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return matchum_source_get_text (matchum_posting_get_source (self->posting));
}

static MatchumPosting *
read_span (MatchumSource *source, MatchumSpan span, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (matchum_source_get_text (source) + span.start, span.end - span.start);
  g_autoptr (MatchumSource) own = matchum_source_new (matchum_source_get_name (source), bytes, error);

  return own != NULL ? matchum_posting_reader_read (own, error) : NULL;
}

static char *
dup_first_words (MatchumPosting *posting)
{
  const char *text = "";

  if (matchum_posting_get_n_lines (posting) > 0)
    text = matchum_posting_line_get_text (matchum_posting_get_line (posting, 0));
  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_FIRST_WORDS));
}

/* Takes posting. core: the same without what stands between it and its neighbours, or NULL. */
static MatchumPostingPart *
part_new (MatchumPosting *posting, MatchumPosting *core, MatchumSpan span)
{
  MatchumPostingPart *self = g_atomic_rc_box_new0 (MatchumPostingPart);
  MatchumPosting *named = core != NULL ? core : posting;

  self->posting = posting;
  self->company = g_strdup (matchum_posting_get_company (named));
  self->title = g_strdup (matchum_posting_get_title (named));
  self->first_words = dup_first_words (named);
  self->span = span;
  self->counts = matchum_line_counts_of (posting);
  return self;
}

static gboolean
has_letter (const char *text, gsize start, gsize end)
{
  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
is_blank (const char *text, gsize start, gsize end)
{
  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Where, of what stands between two postings, the lower one begins: at the first line with words. */
static gsize
find_border (const char *text, gsize start, gsize end)
{
  while (start < end)
    {
      const char *newline = memchr (text + start, '\n', end - start);
      gsize next = newline != NULL ? (gsize) (newline - text) + 1 : end;

      if (has_letter (text, start, next))
        return start;
      start = next;
    }
  return end;
}

static gboolean
is_same_reading (MatchumPosting *a, MatchumPosting *b)
{
  MatchumLineCounts one = matchum_line_counts_of (a), other = matchum_line_counts_of (b);

  return one.n_required == other.n_required && one.n_preferred == other.n_preferred && one.n_duties == other.n_duties
         && g_strcmp0 (matchum_posting_get_company (a), matchum_posting_get_company (b)) == 0
         && g_strcmp0 (matchum_posting_get_title (a), matchum_posting_get_title (b)) == 0;
}

/* A rule right under the last line would make it a heading. Then the rule goes with the posting below. */
static gboolean
takes_rule (MatchumSource *source, MatchumSpan core, gsize border)
{
  g_autoptr (MatchumPosting) alone = NULL;
  g_autoptr (MatchumPosting) ruled = NULL;

  if (is_blank (matchum_source_get_text (source), core.end, border))
    return TRUE;
  alone = read_span (source, core, NULL);
  ruled = read_span (source, MATCHUM_SPAN (core.start, border), NULL);
  return alone == NULL || ruled == NULL || is_same_reading (alone, ruled);
}

static gsize
skip_line_end (const char *text, gsize at, gsize end)
{
  while (at < end && (text[at] == '\n' || text[at] == '\r'))
    at++;
  return at;
}

/* Borders between the postings: ends[i] is where the part of spans[i] ends. */
static GArray *
find_ends (MatchumSource *source, GPtrArray *spans, GCancellable *cancellable)
{
  const char *text = matchum_source_get_text (source);
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint i = 0; i < spans->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const MatchumSpan *above = spans->pdata[i];
      gsize end = matchum_source_get_length (source);

      if (i + 1 < spans->len)
        {
          const MatchumSpan *below = spans->pdata[i + 1];

          end = find_border (text, above->end, below->start);
          if (!takes_rule (source, *above, end))
            end = skip_line_end (text, above->end, below->start);
        }
      g_array_append_val (ends, end);
    }
  return ends;
}

/* Reads what is between start and end, around core. */
static MatchumPostingPart *
read_part (MatchumSource *source, MatchumSpan core, gsize start, gsize end)
{
  MatchumPosting *posting = read_span (source, MATCHUM_SPAN (start, end), NULL);
  g_autoptr (MatchumPosting) alone = NULL;

  if (posting == NULL)
    return NULL;
  if (!is_blank (matchum_source_get_text (source), start, core.start))
    alone = read_span (source, core, NULL);
  return part_new (posting, alone, MATCHUM_SPAN (start, end));
}

/* What cannot be read by itself is no posting: it belongs to the one above. FALSE where that can't be read then. */
static gboolean
add_part (MatchumPostingParts *self, MatchumSpan core, gsize start, gsize end, gboolean is_doubtful)
{
  MatchumPostingPart *part = read_part (self->source, core, start, end);

  if (part == NULL && self->parts->len > 0)
    {
      const MatchumPostingPart *above = g_ptr_array_index (self->parts, self->parts->len - 1);
      MatchumSpan span = MATCHUM_SPAN (above->span.start, end);

      is_doubtful = above->is_doubtful;
      part = read_part (self->source, span, span.start, span.end);
      if (part != NULL)
        g_ptr_array_remove_index (self->parts, self->parts->len - 1);
    }
  if (part == NULL)
    return FALSE;
  part->is_doubtful = is_doubtful;
  g_ptr_array_add (self->parts, part);
  return TRUE;
}

/* FALSE where the text has to be taken as a whole. */
static gboolean
add_parts (MatchumPostingParts *self, GPtrArray *spans, GCancellable *cancellable)
{
  g_autoptr (GArray) ends = find_ends (self->source, spans, cancellable);
  const char *text = matchum_source_get_text (self->source);
  gsize start = 0;

  for (guint i = 0; i < ends->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const MatchumSpan *core = spans->pdata[i];
      gsize end = g_array_index (ends, gsize, i);
      gboolean is_doubtful = i > 0 && is_blank (text, ((const MatchumSpan *) spans->pdata[i - 1])->end, core->start);

      if (!add_part (self, *core, start, end, is_doubtful))
        return FALSE;
      start = end;
    }
  return TRUE;
}

static MatchumPostingParts *
parts_new (MatchumSource *source)
{
  MatchumPostingParts *self = g_atomic_rc_box_new0 (MatchumPostingParts);

  self->source = matchum_source_ref (source);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_part_unref);
  return self;
}

static gboolean
add_whole (MatchumPostingParts *self, GError **error)
{
  MatchumPosting *posting = matchum_posting_reader_read (self->source, error);

  g_ptr_array_set_size (self->parts, 0);
  if (posting != NULL)
    g_ptr_array_add (self->parts, part_new (posting, NULL, MATCHUM_SPAN (0, matchum_source_get_length (self->source))));
  return posting != NULL;
}

MatchumPostingParts *
matchum_posting_parts_read (MatchumSource *source, gboolean is_one, GCancellable *cancellable, GError **error)
{
  g_autoptr (MatchumPostingParts) self = NULL;
  g_autoptr (GPtrArray) spans = NULL;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = parts_new (source);
  spans = matchum_posting_collection_split (source);
  self->n_found = MAX (spans->len, 1);
  if ((is_one || spans->len <= 1 || !add_parts (self, spans, cancellable)) && !add_whole (self, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
clear_parts (gpointer data)
{
  MatchumPostingParts *self = data;

  matchum_source_unref (self->source);
  g_ptr_array_unref (self->parts);
}

MatchumPostingParts *
matchum_posting_parts_ref (MatchumPostingParts *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_posting_parts_unref (MatchumPostingParts *self)
{
  g_atomic_rc_box_release_full (self, clear_parts);
}

guint
matchum_posting_parts_get_n_parts (MatchumPostingParts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

MatchumPostingPart *
matchum_posting_parts_get_part (MatchumPostingParts *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->parts->len, NULL);

  return g_ptr_array_index (self->parts, index);
}

guint
matchum_posting_parts_get_n_found (MatchumPostingParts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_found;
}

MatchumPostingParts *
matchum_posting_parts_join (MatchumPostingParts *self, guint index, GError **error)
{
  g_autoptr (MatchumPostingParts) joined = NULL;
  const MatchumPostingPart *above, *below;
  MatchumPosting *posting;
  MatchumPostingPart *both;
  MatchumSpan span;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index > 0 && index < self->parts->len, NULL);

  above = self->parts->pdata[index - 1];
  below = self->parts->pdata[index];
  span = MATCHUM_SPAN (above->span.start, below->span.end);
  posting = read_span (self->source, span, error);
  if (posting == NULL)
    return NULL;
  both = part_new (posting, NULL, span);
  both->is_doubtful = above->is_doubtful;
  joined = parts_new (self->source);
  joined->n_found = self->n_found;
  for (guint i = 0; i < self->parts->len; i++)
    if (i == index - 1)
      g_ptr_array_add (joined->parts, both);
    else if (i != index)
      g_ptr_array_add (joined->parts, matchum_posting_part_ref (self->parts->pdata[i]));
  return g_steal_pointer (&joined);
}
