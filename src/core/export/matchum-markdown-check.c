/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a written copy again and holds it against the words it is to say, one after the other: Markdown has more ways
 * for a line to lean on its neighbours than anybody foresees. */
#include "config.h"

#include "export/matchum-markdown-check.h"

#include <string.h>

#include "resume/matchum-markdown-resume-reader.h"

#define SPACES " \t\r\n\f\v"
/* Goes before a copy without a heading, which would not be read. */
#define HEADING "# N\n\n"
#define HEADING_WORDS "N"

/* The words of the visible blocks, one after the other. */
typedef struct {
  MatchumVisibility *visibility;
  guint next_block;
  guint block; /* whose the words are; MATCHUM_BLOCK_NONE before the first */
  const char *rest;
} Words;

/* Returns: (transfer none): the next word, which ends with a space or its text, or NULL where there are no more */
static const char *
take_word (Words *self, gsize *length)
{
  MatchumResume *resume = matchum_visibility_get_resume (self->visibility);
  const char *word;

  for (;;)
    {
      self->rest += strspn (self->rest, SPACES);
      if (*self->rest != '\0')
        break;
      while (self->next_block < matchum_resume_get_n_blocks (resume)
             && !matchum_visibility_is_visible (self->visibility, self->next_block))
        self->next_block++;
      if (self->next_block == matchum_resume_get_n_blocks (resume))
        return NULL;
      self->block = self->next_block++;
      self->rest = matchum_block_get_text (matchum_resume_get_block (resume, self->block));
    }
  word = self->rest;
  *length = strcspn (word, SPACES);
  self->rest += *length;
  return word;
}

static MatchumResume *
read_copy (const char *heading, const char *copy)
{
  g_autofree char *text = g_strconcat (heading, copy, NULL);
  const gsize length = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  g_autoptr (MatchumSource) source = matchum_source_new ("", bytes, NULL);

  return source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
}

static const MatchumBlock *
get_block (const Words *self)
{
  return self->block != MATCHUM_BLOCK_NONE
             ? matchum_resume_get_block (matchum_visibility_get_resume (self->visibility), self->block)
             : NULL;
}

/* Whether both stand in headings of the same level, or in items, or in neither. Text behind a list in an item comes to
 * be the item's own where the list is gone. */
static gboolean
are_alike (const Words *expected, const Words *found)
{
  const MatchumBlock *block = get_block (expected);
  const MatchumBlock *other = get_block (found);

  if (block == NULL || other == NULL)
    return TRUE;
  if (block->heading != other->heading)
    return FALSE;
  return block->kind == MATCHUM_BLOCK_ITEM ? other->kind == MATCHUM_BLOCK_ITEM
                                           : other->kind != MATCHUM_BLOCK_ITEM || block->list_depth > 0;
}

guint
matchum_markdown_check_find_difference (MatchumVisibility *visibility, const char *name, const char *copy)
{
  Words expected = { visibility, 0, MATCHUM_BLOCK_NONE, name != NULL ? name : "" };
  Words found = { NULL, 0, MATCHUM_BLOCK_NONE, "" };
  g_autoptr (MatchumVisibility) all = NULL;
  g_autoptr (MatchumResume) again = NULL;
  const char *word, *other;
  gsize length = 0, other_length = 0;

  g_return_val_if_fail (visibility != NULL, MATCHUM_BLOCK_NONE);
  g_return_val_if_fail (copy != NULL, MATCHUM_BLOCK_NONE);

  again = read_copy ("", copy);
  if (again == NULL && name == NULL)
    {
      again = read_copy (HEADING, copy);
      expected.rest = HEADING_WORDS;
    }
  if (again == NULL)
    return MATCHUM_BLOCK_NONE;
  all = matchum_visibility_new_all (again);
  found.visibility = all;
  do
    {
      word = take_word (&expected, &length);
      other = take_word (&found, &other_length);
  } while (word != NULL && other != NULL && length == other_length && memcmp (word, other, length) == 0
           && are_alike (&expected, &found));
  if (word == NULL && other == NULL)
    return MATCHUM_BLOCK_NONE;
  return expected.block != MATCHUM_BLOCK_NONE ? expected.block : 0;
}
