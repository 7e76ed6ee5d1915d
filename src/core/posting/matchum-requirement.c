/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A requirement line with its parts and what each asks for. */
#include "config.h"

#include "posting/matchum-requirement.h"

#include <string.h>

#include "posting/matchum-criterion-tree.h"
#include "posting/matchum-requirement-gap.h"
#include "posting/matchum-requirement-grammar.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-word-list.h"

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

  if (*text != ',' && *text != ';' && *text != ' ')
    return 0;
  /* Nearly all blanks stand before a word. */
  if (*text == ' ' && (guchar) text[1] != 0xe2)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      gsize size = strlen (dividers[i]);

      if (length >= size && memcmp (text, dividers[i], size) == 0)
        return size;
    }
  return 0;
}

/* whole: the line, folded, which most parts are all of. */
static void
add_part (MatchumRequirement *self,
          const char *text,
          MatchumSpan span,
          MatchumFoldedText *whole,
          MatchumLexicon *lexicon)
{
  MatchumRequirementPart part = { span, NULL };

  while (part.span.start < part.span.end && g_ascii_isspace (text[part.span.start]))
    part.span.start++;
  while (part.span.end > part.span.start && g_ascii_isspace (text[part.span.end - 1]))
    part.span.end--;
  if (matchum_span_is_empty (part.span))
    return;
  if (matchum_span_get_length (part.span) == strlen (matchum_folded_text_get_original (whole)))
    part.criterion = matchum_requirement_grammar_parse_folded (whole, 0, lexicon);
  else
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
read_parts (MatchumRequirement *self,
            const char *text,
            gsize length,
            MatchumFoldedText *folded,
            MatchumLexicon *lexicon)
{
  gsize start = 0;

  for (gsize i = 1; i < length && self->parts->len < MAX_PARTS; i++)
    {
      gsize divider = get_divider_length (text + i, length - i);

      if (divider == 0)
        continue;
      add_part (self, text, MATCHUM_SPAN (start, i), folded, lexicon);
      start = i + divider;
      i = start;
    }
  add_part (self, text, MATCHUM_SPAN (start, length), folded, lexicon);
}

/* Lists under a line ----------------------------------------------------------------------------------------------- */

/* "다음 중 두 가지 이상", "at least one of the following": of how many of the lines under it the line asks; 0 where it
 * does not speak of them. */
static guint
read_choice (MatchumFoldedText *folded)
{
  static MatchumWordList openers = MATCHUM_WORD_LIST ("다음 중|아래 중|다음 항목 중|아래 항목 중|"
                                                      "다음 경험 중|아래 경험 중|다음의 경험 중|"
                                                      "아래의 경험 중|다음 조건 중|아래 조건 중|"
                                                      "다음 분야 중|아래 분야 중|"
                                                      "of the following|of these areas|of these:|"
                                                      "of those below");
  const char *text = matchum_folded_text_get_text (folded);
  const gsize length = matchum_folded_text_get_length (folded);
  MatchumGap gap;

  /* All openers hold one of these, and most lines none. */
  if ((strstr (text, " 중") == NULL && strstr (text, "of th") == NULL)
      || !matchum_word_list_contains (&openers, text, length))
    return 0;
  gap = matchum_requirement_gap_read (text, length);
  return gap.flags & (MATCHUM_GAP_OF | MATCHUM_GAP_ONE_OF) ? gap.count : 0;
}

static void
set_span (MatchumCriterion *node, MatchumSpan span)
{
  node->span = span;
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    set_span (g_ptr_array_index (node->children, i), span);
}

/* What the lines under the requirement ask for, as so many of a list. Their spans are those of the line above, for
 * their own words stand elsewhere. NULL where no line under it asks for anything that can be shown. */
static MatchumCriterion *
parse_lines_under (MatchumRequirement *self, guint count, MatchumSpan span, MatchumLexicon *lexicon)
{
  g_autoptr (GPtrArray) choices = matchum_criterion_tree_new_nodes ();
  const MatchumPostingLine *above = matchum_posting_get_line (self->posting, self->index);
  MatchumCriterion *node;
  gboolean is_list;

  for (guint i = self->index + 1; i < matchum_posting_get_n_lines (self->posting) && choices->len < MAX_PARTS; i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (self->posting, i);
      const char *text = matchum_posting_line_get_text (line);

      if (!matchum_posting_line_is_requirement (line) || line->depth <= above->depth)
        break;
      node = matchum_requirement_grammar_parse (text, limit_length (text), 0, lexicon);
      if (node != NULL)
        g_ptr_array_add (choices, node);
    }
  if (choices->len == 0)
    return NULL;
  is_list = choices->len > 1;
  node = matchum_criterion_tree_join (count > 1 ? MATCHUM_CRITERION_AT_LEAST : MATCHUM_CRITERION_ANY, choices);
  if (is_list && node->kind == MATCHUM_CRITERION_AT_LEAST)
    {
      node->count = count;
      matchum_criterion_tree_bound_count (node);
    }
  set_span (node, span);
  return node;
}

static gboolean
read_list_under (MatchumRequirement *self, gsize length, MatchumFoldedText *folded, MatchumLexicon *lexicon)
{
  MatchumRequirementPart part = { MATCHUM_SPAN (0, length), NULL };
  guint count = read_choice (folded);

  if (count > 0)
    part.criterion = parse_lines_under (self, count, part.span, lexicon);
  if (part.criterion == NULL)
    return FALSE;
  part.is_of_lines_below = TRUE;
  g_array_append_val (self->parts, part);
  return TRUE;
}

MatchumRequirement *
matchum_requirement_new (MatchumPosting *posting, guint line, MatchumLexicon *lexicon)
{
  MatchumRequirement *self;
  g_autoptr (MatchumFoldedText) folded = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (posting != NULL && lexicon != NULL, NULL);
  g_return_val_if_fail (line < matchum_posting_get_n_lines (posting), NULL);

  self = g_atomic_rc_box_new0 (MatchumRequirement);
  self->posting = matchum_posting_ref (posting);
  self->index = line;
  self->parts = g_array_new (FALSE, TRUE, sizeof (MatchumRequirementPart));
  g_array_set_clear_func (self->parts, (GDestroyNotify) clear_part);
  text = matchum_posting_line_get_text (matchum_posting_get_line (posting, line));
  length = limit_length (text);
  folded = matchum_folded_text_new (text, (gssize) length);
  if (!read_list_under (self, length, folded, lexicon))
    read_parts (self, text, length, folded, lexicon);
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
