/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The made-up words of a resume (17z, 말18z), to tell where each went. */
#pragma once

#include <glib.h>
#include <string.h>

#include "resume/matchum-visibility.h"

/* Appends the numbers of all made-up words in text, in order. */
static inline void
export_words_collect (const char *text, GArray *numbers)
{
  for (const char *at = text; *at != '\0';)
    {
      const gsize n_digits = strspn (at, "0123456789");

      if (n_digits > 0 && n_digits < 9 && at[n_digits] == 'z')
        {
          const guint number = (guint) g_ascii_strtoull (at, NULL, 10);

          g_array_append_val (numbers, number);
        }
      at += MAX (n_digits, 1);
    }
}

/* Fails where text does not hold just the made-up words of what is visible, in their order. */
static inline void
export_words_check (MatchumVisibility *visibility, const char *text)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_visibility_is_visible (visibility, i))
      export_words_collect (matchum_block_get_text (matchum_resume_get_block (resume, i)), expected);
  export_words_collect (text, found);
  for (guint i = 0; i < MIN (expected->len, found->len); i++)
    if (g_array_index (expected, guint, i) != g_array_index (found, guint, i))
      g_error ("word %uz stands where %uz should:\n%s", g_array_index (found, guint, i),
               g_array_index (expected, guint, i), text);
  if (expected->len != found->len)
    g_error ("%u words, not %u:\n%s", found->len, expected->len, text);
  if (strstr (text, "secret") != NULL)
    g_error ("a remark was exported:\n%s", text);
}

/* Hides blocks at random. */
static inline MatchumVisibility *
export_words_hide (MatchumResume *resume, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  const gint percent = g_rand_int_range (rand, 0, 60);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (g_rand_int_range (rand, 0, 100) < percent)
      g_hash_table_add (hidden, matchum_resume_get_block (resume, i)->id);
  return matchum_visibility_new (resume, hidden, NULL);
}
