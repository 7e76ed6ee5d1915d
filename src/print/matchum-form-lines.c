/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what Korean forms ask for from front matter, under the keys that people write. */
#include "config.h"

#include "matchum-form-lines.h"

#include "text/matchum-clean-text.h"
#include "text/matchum-front-matter.h"
#include "text/matchum-language-tally.h"

#include <string.h>

#define MAX_VALUE_BYTES 300

static const char *const birth_keys[] = { "birth",      "birth_year",    "birth-year", "born", "birthdate",
                                          "birth_date", "date_of_birth", "birthday",   "생년", "생년월일",
                                          "출생",       "출생연도",      NULL };
static const char *const military_keys[] = { "military", "military_service", "military-service",
                                             "병역",     "병역사항",         "군복무",
                                             NULL };
static const char *const photo_keys[] = { "photo", "picture", "사진", NULL };

static char *
dup_value (MatchumResume *resume, const char *const *keys)
{
  g_autoptr (MatchumFrontMatter) front_matter = matchum_front_matter_read (matchum_resume_get_source (resume), NULL);

  for (gsize i = 0; front_matter != NULL && keys[i] != NULL; i++)
    {
      const char *value = matchum_front_matter_get_string (front_matter, keys[i]);

      if (value != NULL && *value != '\0' && strlen (value) <= MAX_VALUE_BYTES)
        return g_strdup (value);
    }

  return NULL;
}

static gboolean
is_korean (MatchumResume *resume)
{
  MatchumLanguageTally tally = { 0 };

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->content != NULL)
        matchum_language_tally_add (&tally, matchum_block_get_text (block));
    }

  return g_str_equal (matchum_language_tally_guess (&tally), "ko");
}

/* The first number of four digits that can be a year of birth, or 0. */
static guint
find_year (const char *value)
{
  for (const char *at = value; *at != '\0'; at++)
    {
      gsize n_digits = strspn (at, "0123456789");

      if (n_digits == 4 && (g_str_has_prefix (at, "19") || g_str_has_prefix (at, "20")))
        return (guint) g_ascii_strtoull (at, NULL, 10);
      if (n_digits > 0)
        at += n_digits - 1;
    }

  return 0;
}

static char *
clean (const char *value)
{
  g_autoptr (GString) string = g_string_new (NULL);

  matchum_clean_text_append (string, value, strlen (value), FALSE);
  g_strdelimit (string->str, "\n", ' ');

  return g_strstrip (g_strdup (string->str));
}

/* No more of the day than forms ask for: the year. */
static void
append_birth (GString *text, const char *value, gboolean in_korean)
{
  guint year = find_year (value);
  g_autofree char *words = clean (value);

  if (year > 0 && in_korean)
    g_string_append_printf (text, "%u년생", year);
  else if (year > 0)
    g_string_append_printf (text, "Born %u", year);
  else if (*words != '\0')
    g_string_append_printf (text, in_korean ? "생년: %s" : "Born: %s", words);
}

static void
append_military (GString *text, const char *value, gboolean in_korean)
{
  g_autofree char *words = clean (value);

  if (*words == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append_printf (text, in_korean ? "병역: %s" : "Military service: %s", words);
}

char *
matchum_form_lines_dup_text (MatchumResume *resume, gboolean shows_birth, gboolean shows_military)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *birth = NULL;
  g_autofree char *military = NULL;
  gboolean in_korean;

  g_return_val_if_fail (resume != NULL, NULL);

  if (!shows_birth && !shows_military)
    return NULL;
  birth = shows_birth ? dup_value (resume, birth_keys) : NULL;
  military = shows_military ? dup_value (resume, military_keys) : NULL;
  in_korean = is_korean (resume);
  if (birth != NULL)
    append_birth (text, birth, in_korean);
  if (military != NULL)
    append_military (text, military, in_korean);

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
matchum_form_lines_dup_photo (MatchumResume *resume)
{
  g_return_val_if_fail (resume != NULL, NULL);

  return dup_value (resume, photo_keys);
}
