/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the headings above a line. */
#include "config.h"

#include "ui/matchum-source-place.h"

#include <string.h>

/* Longer headings are cut: they are there to be recognized. */
#define MAX_CHARACTERS 80

/* The last block that begins on line or before it, or NULL. */
static const MatchumBlock *
find_block (MatchumResume *resume, guint line)
{
  guint low = 0, high = matchum_resume_get_n_blocks (resume);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (matchum_resume_get_block (resume, middle)->first_line <= line)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? matchum_resume_get_block (resume, low - 1) : NULL;
}

/* Cuts the dates that a heading ends with, and what led to them: ", 2020.01 - 2023.12". */
static gsize
find_end_of_name (const MatchumBlock *block, const char *text)
{
  gsize end = strlen (text);

  if (block->dates != NULL && block->dates->len > 0)
    {
      gsize start = g_array_index (block->dates, MatchumDateRange, 0).span.start;

      for (; start > 0 && start <= end; start--)
        if (strchr (" ,|(-\t", text[start - 1]) == NULL)
          return start;
    }
  return end;
}

static char *
dup_name (const MatchumBlock *block)
{
  const char *text = matchum_block_get_text (block);
  g_autofree char *name = g_strndup (text, find_end_of_name (block, text));

  g_strdelimit (name, "\r\n\t", ' ');
  if (g_utf8_strlen (name, -1) > MAX_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (name, 0, MAX_CHARACTERS);

      return g_strconcat (g_strchomp (start), "…", NULL);
    }
  return g_steal_pointer (&name);
}

char *
matchum_source_place_dup_words (MatchumResume *resume, guint line)
{
  const MatchumBlock *block;
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (resume != NULL, NULL);

  for (block = find_block (resume, line); block != NULL;
       block = block->parent != MATCHUM_BLOCK_NONE ? matchum_resume_get_block (resume, block->parent) : NULL)
    if (block->kind == MATCHUM_BLOCK_SECTION || block->kind == MATCHUM_BLOCK_ENTRY)
      {
        g_autofree char *name = dup_name (block);

        if (words->len > 0)
          g_string_prepend (words, " › ");
        g_string_prepend (words, name);
      }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
