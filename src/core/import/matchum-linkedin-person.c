/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes of a profile what stands on a resume; birth date and street are left to the person, and named. */
#include "config.h"

#include "import/matchum-linkedin-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/matchum-linkedin-table.h"
#include "resume/matchum-contact-words.h"
#include "resume/matchum-markdown-words.h"

#define SEPARATOR " · "
/* Addresses, numbers and sites that are looked at. */
#define MAX_ROWS 50

typedef struct {
  const MatchumLinkedinPerson *person;
  MatchumMarkdownDraft *draft;
  MatchumJsonNotes *notes;
} Writer;

static char *
dup_profile (const MatchumLinkedinPerson *person, const char *column)
{
  return person->profile != NULL ? matchum_linkedin_table_dup (person->profile, 0, column) : g_strdup ("");
}

static gboolean
is_hangul (const char *text)
{
  const gunichar c = g_utf8_get_char (text);

  return c >= 0xac00 && c <= 0xd7a3;
}

/* A Korean name in Hangul has the family name first, and no blank. */
static char *
dup_name (const MatchumLinkedinPerson *person)
{
  g_autofree char *given = dup_profile (person, "First Name");
  g_autofree char *family = dup_profile (person, "Last Name");

  if (is_hangul (given) && is_hangul (family))
    return g_strconcat (family, given, NULL);
  return g_strconcat (given, *given != '\0' && *family != '\0' ? " " : "", family, NULL);
}

static void
write_title (Writer *self)
{
  g_autofree char *name = dup_name (self->person);
  const gboolean is_named = matchum_markdown_words_is_seen (name);

  matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_TITLE, 0);
  matchum_markdown_draft_add (self->draft,
                              is_named                  ? name
                              : self->person->is_korean ? "이력서"
                                                        : "Resume",
                              MATCHUM_DRAFT_PLAIN, NULL);
  if (!is_named)
    matchum_markdown_draft_doubt (self->draft, g_strdup (_ ("The export tells no name.")));
}

static void
add_contact (Writer *self, const char *text, const char *url)
{
  if (!matchum_markdown_words_is_seen (text))
    return;
  if (matchum_markdown_draft_has_words (self->draft))
    matchum_markdown_draft_add (self->draft, SEPARATOR, MATCHUM_DRAFT_PLAIN, NULL);
  matchum_markdown_draft_add (self->draft, text, MATCHUM_DRAFT_PLAIN, url);
}

/* The row whose column says what it should, else the first that says anything. Counts the others. */
static guint
choose_row (const MatchumCsv *csv, const char *column, const char *preferred, const char *value, guint *n_others)
{
  guint chosen = MATCHUM_CSV_NONE;
  gboolean is_preferred = FALSE;

  *n_others = 0;
  for (guint i = 0; csv != NULL && i < MIN (matchum_csv_get_n_rows (csv), MAX_ROWS); i++)
    {
      const gboolean is_it =
          g_ascii_strcasecmp (matchum_csv_get (csv, i, matchum_csv_find_column (csv, preferred)), value) == 0;

      if (*matchum_csv_get (csv, i, matchum_csv_find_column (csv, column)) == '\0')
        continue;
      *n_others += chosen != MATCHUM_CSV_NONE;
      if (chosen == MATCHUM_CSV_NONE || (is_it && !is_preferred))
        {
          chosen = i;
          is_preferred = is_it;
        }
    }
  return chosen;
}

static void
add_chosen (Writer *self, const MatchumCsv *csv, const char *column, const char *preferred, const char *value)
{
  guint n_others;
  const guint row = choose_row (csv, column, preferred, value, &n_others);

  if (row == MATCHUM_CSV_NONE)
    return;
  add_contact (self, matchum_csv_get (csv, row, matchum_csv_find_column (csv, column)), NULL);
  if (n_others > 0)
    matchum_markdown_draft_doubt (
        self->draft,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "LinkedIn has %u more under “%s”, which was left out.",
                                      "LinkedIn has %u more under “%s”, which were left out.", n_others),
                         n_others, column));
}

/* "[PORTFOLIO:https://a.example,OTHER:https://b.example]" */
static void
add_websites (Writer *self)
{
  g_autofree char *text = dup_profile (self->person, "Websites");
  g_auto (GStrv) sites = NULL;

  g_strdelimit (text, "[]", ' ');
  sites = g_strsplit (text, ",", MAX_ROWS);
  for (gsize i = 0; sites[i] != NULL; i++)
    {
      const char *scheme = strstr (sites[i], "http");
      const char *colon = strchr (sites[i], ':');
      const char *site = scheme != NULL ? scheme : colon != NULL ? colon + 1 : sites[i];
      g_autofree char *url = g_strstrip (g_strdup (site));
      g_autofree char *shown = matchum_contact_words_shorten_url (url);

      add_contact (self, shown, scheme != NULL ? url : NULL);
    }
}

static void
add_handles (Writer *self)
{
  g_autofree char *text = dup_profile (self->person, "Twitter Handles");
  g_autofree char *shown = NULL;

  g_strdelimit (text, "[]", ' ');
  g_strstrip (text);
  shown = g_strdup_printf ("X: %s", text);
  if (*text != '\0')
    add_contact (self, shown, NULL);
}

static void
write_contact (Writer *self)
{
  g_autofree char *headline = dup_profile (self->person, "Headline");
  g_autofree char *place = dup_profile (self->person, "Geo Location|Location");

  if (matchum_markdown_words_is_seen (headline))
    {
      matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_PARAGRAPH, 0);
      matchum_markdown_draft_add (self->draft, headline, MATCHUM_DRAFT_PLAIN, NULL);
    }
  matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_PARAGRAPH, 0);
  add_contact (self, place, NULL);
  add_chosen (self, self->person->emails, "Email Address", "Primary", "Yes");
  add_chosen (self, self->person->phones, "Number", "Type", "Mobile");
  add_websites (self);
  add_handles (self);
}

static void
write_summary (Writer *self)
{
  g_autofree char *summary = dup_profile (self->person, "Summary");

  if (!matchum_markdown_words_is_seen (summary))
    return;
  matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_SECTION, 0);
  matchum_markdown_draft_add (self->draft, self->person->is_korean ? "소개" : "Summary", MATCHUM_DRAFT_PLAIN, NULL);
  matchum_markdown_draft_add_prose (self->draft, summary);
}

/* Whatever the profile says besides: the person may want it, but most resumes should not have it. */
static void
note_rest (Writer *self)
{
  static const char *const used[] = { "First Name", "Last Name", "Headline",        "Geo Location",
                                      "Location",   "Summary",   "Twitter Handles", "Websites" };
  const MatchumCsv *csv = self->person->profile;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; csv != NULL && i < matchum_csv_get_n_columns (csv); i++)
    {
      const char *name = matchum_csv_get_name (csv, i);
      gboolean is_used = *matchum_csv_get (csv, 0, i) == '\0';

      for (gsize j = 0; j < G_N_ELEMENTS (used); j++)
        is_used = is_used || matchum_csv_find_column (csv, used[j]) == i;
      if (!is_used)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (names->len > 0)
    matchum_json_notes_add (self->notes, 0, "Profile.csv",
                            g_strdup_printf (_ ("Columns that were left out: %s"), names->str));
}

void
matchum_linkedin_person_write (const MatchumLinkedinPerson *person,
                               MatchumMarkdownDraft *draft,
                               MatchumJsonNotes *notes)
{
  Writer self = { person, draft, notes };

  g_return_if_fail (person != NULL && draft != NULL);

  write_title (&self);
  write_contact (&self);
  write_summary (&self);
  note_rest (&self);
}
