/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A requirement line with its parts and what each asks for. */
#include "config.h"

#include "posting/matchum-requirement.h"

#include <string.h>

#include "posting/matchum-requirement-grammar.h"

struct _MatchumRequirement {
  MatchumPosting *posting; /* keeps the line alive */
  guint index;
  GArray *parts; /* of MatchumRequirementPart */
};

G_DEFINE_BOXED_TYPE (MatchumRequirement, matchum_requirement, matchum_requirement_ref, matchum_requirement_unref)

/* No line that a person wrote is longer; what is behind is not read. */
#define MAX_LINE (16 * 1024)

/* More parts than this are no list that was pasted together. */
#define MAX_PARTS 32

static void
clear_part (MatchumRequirementPart *part)
{
  g_clear_pointer (&part->criterion, matchum_criterion_free);
}

/* Length of a mark between two requirements pasted into one line (",- ", " - " behind a comma); 0 where none starts. */
static gsize
get_divider_length (const char *text, gsize length)
{
  static const char *const dividers[] = { ",-", ", -", ";-", ",•", ",·", " • " };

  for (gsize i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      gsize size = strlen (dividers[i]);

      if (length >= size && memcmp (text, dividers[i], size) == 0)
        return size;
    }
  return 0;
}

static void
add_part (MatchumRequirement *self, const char *text, gsize start, gsize end, MatchumLexicon *lexicon)
{
  MatchumRequirementPart part = { MATCHUM_SPAN (start, end), NULL };

  while (part.span.start < part.span.end && g_ascii_isspace (text[part.span.start]))
    part.span.start++;
  while (part.span.end > part.span.start && g_ascii_isspace (text[part.span.end - 1]))
    part.span.end--;
  if (matchum_span_is_empty (part.span))
    return;
  part.criterion = matchum_requirement_grammar_parse (text + part.span.start, matchum_span_get_length (part.span),
                                                      part.span.start, lexicon);
  g_array_append_val (self->parts, part);
}

static gsize
limit_length (const char *text)
{
  gsize length = strnlen (text, MAX_LINE);

  while (length == MAX_LINE && length > 0 && ((guchar) text[length] & 0xC0) == 0x80)
    length--;
  return length;
}

static void
read_parts (MatchumRequirement *self, const char *text, MatchumLexicon *lexicon)
{
  gsize length = limit_length (text);
  gsize start = 0;

  for (gsize i = 1; i < length && self->parts->len < MAX_PARTS; i++)
    {
      gsize divider = get_divider_length (text + i, length - i);

      if (divider == 0)
        continue;
      add_part (self, text, start, i, lexicon);
      start = i + divider;
      i = start;
    }
  add_part (self, text, start, length, lexicon);
}

MatchumRequirement *
matchum_requirement_new (MatchumPosting *posting, guint line, MatchumLexicon *lexicon)
{
  MatchumRequirement *self;

  g_return_val_if_fail (posting != NULL && lexicon != NULL, NULL);
  g_return_val_if_fail (line < matchum_posting_get_n_lines (posting), NULL);

  self = g_atomic_rc_box_new0 (MatchumRequirement);
  self->posting = matchum_posting_ref (posting);
  self->index = line;
  self->parts = g_array_new (FALSE, TRUE, sizeof (MatchumRequirementPart));
  g_array_set_clear_func (self->parts, (GDestroyNotify) clear_part);
  read_parts (self, matchum_posting_line_get_text (matchum_posting_get_line (posting, line)), lexicon);
  return self;
}

MatchumRequirement *
matchum_requirement_ref (MatchumRequirement *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
requirement_clear (gpointer data)
{
  MatchumRequirement *self = data;

  g_array_unref (self->parts);
  matchum_posting_unref (self->posting);
}

void
matchum_requirement_unref (MatchumRequirement *self)
{
  g_atomic_rc_box_release_full (self, requirement_clear);
}

const MatchumPostingLine *
matchum_requirement_get_line (MatchumRequirement *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return matchum_posting_get_line (self->posting, self->index);
}

/* The place of its line in the posting. */
guint
matchum_requirement_get_index (MatchumRequirement *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->index;
}

gboolean
matchum_requirement_is_preferred (MatchumRequirement *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return matchum_requirement_get_line (self)->kind == MATCHUM_POSTING_PREFERRED;
}

gboolean
matchum_requirement_is_soft (MatchumRequirement *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, MatchumRequirementPart, i).criterion != NULL)
      return FALSE;
  return TRUE;
}

guint
matchum_requirement_get_n_parts (MatchumRequirement *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->parts->len;
}

const MatchumRequirementPart *
matchum_requirement_get_part (MatchumRequirement *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->parts->len, NULL);
  return &g_array_index (self->parts, MatchumRequirementPart, index);
}
