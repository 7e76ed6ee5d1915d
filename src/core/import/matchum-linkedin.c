/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the tables of a LinkedIn export section by section, in the order of a resume. What a table holds besides is
 * named in a note. */
#include "config.h"

#include "import/matchum-linkedin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/matchum-linkedin-person.h"
#include "import/matchum-linkedin-table.h"
#include "import/matchum-markdown-draft.h"
#include "resume/matchum-markdown-words.h"
#include "text/matchum-language-tally.h"

/* Rows of one table that are read: far more than anybody's jobs. */
#define MAX_ROWS 500
/* Names of files and columns in one note. */
#define MAX_NAMED 12

typedef struct {
  const char *name;
  MatchumCsv *tables[MATCHUM_LINKEDIN_N_TABLES]; /* NULL of those that are not there */
  char *paths[MATCHUM_LINKEDIN_N_TABLES];
  MatchumMarkdownDraft *draft;
  MatchumJsonNotes *notes;
  gboolean is_korean;
} Export;

MatchumArchiveUse
matchum_linkedin_choose (const char *path, gpointer user_data G_GNUC_UNUSED)
{
  return matchum_linkedin_table_find (path) != MATCHUM_LINKEDIN_N_TABLES ? MATCHUM_ARCHIVE_KEEP : MATCHUM_ARCHIVE_SKIP;
}

gboolean
matchum_linkedin_is_one (MatchumArchive *archive)
{
  g_return_val_if_fail (archive != NULL, FALSE);

  for (guint i = 0; i < matchum_archive_get_n (archive); i++)
    if (matchum_archive_get_bytes (archive, i) != NULL
        && matchum_linkedin_table_find (matchum_archive_get_path (archive, i)) != MATCHUM_LINKEDIN_N_TABLES)
      return TRUE;
  return FALSE;
}

static void
clear_export (Export *self)
{
  for (guint i = 0; i < MATCHUM_LINKEDIN_N_TABLES; i++)
    {
      g_clear_pointer (&self->tables[i], matchum_csv_free);
      g_free (self->paths[i]);
    }
  g_clear_pointer (&self->draft, matchum_markdown_draft_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, clear_export)

static void
note (Export *self, const char *path, char *text)
{
  matchum_json_notes_add (self->notes, 0, path, text);
}

/* Reading the tables */

static void
note_damage (Export *self, const char *path, const MatchumCsv *csv)
{
  const guint open_line = matchum_csv_get_open_line (csv);
  const guint wide_line = matchum_csv_get_wide_line (csv);

  if (open_line > 0)
    note (self, path,
          g_strdup_printf (_ ("The quotation mark on line %u is never closed, so what follows it is one field."),
                           open_line));
  if (wide_line > 0)
    note (self, path,
          g_strdup_printf (_ ("Line %u has more columns than any such table; the last are left out."), wide_line));
  if (matchum_csv_get_n_rows (csv) > MAX_ROWS)
    note (self, path, g_strdup_printf (_ ("Only the first %u rows were read."), (guint) MAX_ROWS));
}

static gboolean
read_table (Export *self, MatchumLinkedinTableId id, const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", self->name, path);
  g_autoptr (GError) cause = NULL;
  g_autoptr (MatchumSource) source = NULL;

  if (self->tables[id] != NULL)
    {
      note (self, path, g_strdup_printf (_ ("“%s” was read already, so this one was left out."), self->paths[id]));
      return TRUE;
    }
  source = matchum_source_new (name, bytes, &cause);
  if (source == NULL && g_error_matches (cause, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_EMPTY))
    return TRUE;
  if (source == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  self->tables[id] = matchum_csv_new (matchum_source_get_text (source), matchum_source_get_length (source));
  self->paths[id] = g_strdup (path);
  note_damage (self, path, self->tables[id]);
  return TRUE;
}

static void
add_name (GString *names, guint index, const char *name)
{
  if (index < MAX_NAMED)
    g_string_append_printf (names, "%s%s", index > 0 ? ", " : "", name);
  else if (index == MAX_NAMED)
    g_string_append (names, ", …");
}

/* Messages, connections, advertisements: named once. */
static void
note_others (Export *self, GPtrArray *others)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < others->len; i++)
    add_name (names, i, others->pdata[i]);
  if (others->len > 0)
    note (self, NULL,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file of the export is no part of a resume: %s",
                                        "%u files of the export are no part of a resume: %s", others->len),
                           others->len, names->str));
}

static gboolean
read_tables (Export *self, MatchumArchive *archive, GError **error)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < matchum_archive_get_n (archive); i++)
    {
      const char *path = matchum_archive_get_path (archive, i);
      GBytes *bytes = matchum_archive_get_bytes (archive, i);
      const MatchumLinkedinTableId id = matchum_linkedin_table_find (path);

      if (id == MATCHUM_LINKEDIN_N_TABLES || bytes == NULL)
        g_ptr_array_add (others, (gpointer) path);
      else if (!read_table (self, id, path, bytes, error))
        return FALSE;
    }
  note_others (self, others);
  return TRUE;
}

/* The language that most of it is written in. */
static gboolean
find_language (Export *self)
{
  MatchumLanguageTally tally = { 0 };

  for (guint i = 0; i < MATCHUM_LINKEDIN_N_TABLES; i++)
    for (guint j = 0; self->tables[i] != NULL && j < MIN (matchum_csv_get_n_rows (self->tables[i]), MAX_ROWS); j++)
      for (guint k = 0; k < matchum_csv_get_n_columns (self->tables[i]); k++)
        if (strstr (matchum_csv_get (self->tables[i], j, k), "://") == NULL)
          matchum_language_tally_add (&tally, matchum_csv_get (self->tables[i], j, k));
  return g_str_equal (matchum_language_tally_guess (&tally), "ko");
}

/* Writing */

static gboolean
is_named (const char *columns, const char *name)
{
  g_auto (GStrv) names = columns != NULL ? g_strsplit (columns, "|", -1) : NULL;

  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_used (const MatchumLinkedinTable *table, const char *name)
{
  gboolean is_used = is_named (table->first, name) || is_named (table->last, name) || is_named (table->url, name)
                     || is_named (table->prose, name);

  for (gsize i = 0; i < G_N_ELEMENTS (table->parts); i++)
    is_used = is_used || is_named (table->parts[i], name);
  for (gsize i = 0; i < G_N_ELEMENTS (table->labelled); i++)
    is_used = is_used || is_named (table->labelled[i], name);
  return is_used;
}

static gboolean
says_something (const MatchumCsv *csv, guint column)
{
  for (guint i = 0; i < MIN (matchum_csv_get_n_rows (csv), MAX_ROWS); i++)
    if (*matchum_csv_get (csv, i, column) != '\0')
      return TRUE;
  return FALSE;
}

/* Columns that are not known and not empty. */
static void
note_columns (Export *self, MatchumLinkedinTableId id)
{
  const MatchumCsv *csv = self->tables[id];
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < matchum_csv_get_n_columns (csv); i++)
    if (!is_used (matchum_linkedin_table_get (id), matchum_csv_get_name (csv, i)) && says_something (csv, i))
      add_name (names, n++, matchum_csv_get_name (csv, i));
  if (n > 0)
    note (self, self->paths[id], g_strdup_printf (_ ("Columns that were left out: %s"), names->str));
}

static void
add_part (Export *self, const char *text, const char *url)
{
  if (matchum_markdown_draft_has_words (self->draft))
    matchum_markdown_draft_add (self->draft, " | ", MATCHUM_DRAFT_PLAIN, NULL);
  matchum_markdown_draft_add (self->draft, text, MATCHUM_DRAFT_PLAIN, url);
}

static char *
dup_date (Export *self, MatchumLinkedinTableId id, guint row, const char *columns, GString *unknown)
{
  g_autofree char *text = matchum_linkedin_table_dup (self->tables[id], row, columns);
  gboolean is_known = TRUE;
  char *date;

  if (*text == '\0')
    return NULL;
  date = matchum_linkedin_table_dup_date (text, self->is_korean, &is_known);
  if (!is_known)
    g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? ", " : "", text);
  return date;
}

static char *
join_dates (Export *self, const char *first, const char *last, gboolean is_open)
{
  if (first == NULL || (last != NULL && g_str_equal (first, last)))
    return g_strdup (last);
  if (last == NULL && !is_open)
    return g_strdup (first);
  if (last == NULL)
    last = self->is_korean ? "현재" : "Present";
  return g_strdup_printf (self->is_korean ? "%s - %s" : "%s – %s", first, last);
}

static void
add_dates (Export *self, MatchumLinkedinTableId id, guint row)
{
  const MatchumLinkedinTable *table = matchum_linkedin_table_get (id);
  g_autoptr (GString) unknown = g_string_new (NULL);
  g_autofree char *first = dup_date (self, id, row, table->first, unknown);
  g_autofree char *last = dup_date (self, id, row, table->last, unknown);
  g_autofree char *dates = join_dates (self, first, last, table->is_open);

  if (dates != NULL)
    add_part (self, dates, NULL);
  if (unknown->len > 0)
    matchum_markdown_draft_doubt (self->draft, g_strdup_printf (_ ("“%s” is no date that is known."), unknown->str));
  if (dates == NULL && id == MATCHUM_LINKEDIN_POSITIONS)
    matchum_markdown_draft_doubt (self->draft, g_strdup (_ ("LinkedIn tells no date of it.")));
  if (id == MATCHUM_LINKEDIN_EDUCATION && first != NULL && last == NULL)
    matchum_markdown_draft_doubt (self->draft, g_strdup (_ ("LinkedIn tells no end of it. Does it go on?")));
}

/* The parts of the heading, the first one linked; then the dates. */
static void
add_parts (Export *self, MatchumLinkedinTableId id, guint row)
{
  const MatchumLinkedinTable *table = matchum_linkedin_table_get (id);
  g_autofree char *url = matchum_linkedin_table_dup (self->tables[id], row, table->url);
  const char *link = *url != '\0' ? url : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (table->parts); i++)
    {
      g_autofree char *text = matchum_linkedin_table_dup (self->tables[id], row, table->parts[i]);

      if (!matchum_markdown_words_is_seen (text))
        continue;
      add_part (self, text, link);
      link = NULL;
    }
  if (link != NULL)
    add_part (self, link, link);
  add_dates (self, id, row);
}

static const char *
get_label (Export *self, const char *column)
{
  static const struct {
    const char *column;
    const char *korean;
    const char *english;
  } labels[] = {
    { "Activities", "활동", "Activities" }, { "Activities and Societies", "활동", "Activities" },
    { "Grade", "성적", "Grade" },           { "License Number", "자격 번호", "Licence number" },
    { "Cause", "분야", "Cause" },           { "Inventors", "발명자", "Inventors" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (is_named (column, labels[i].column))
      return self->is_korean ? labels[i].korean : labels[i].english;
  return column;
}

static void
write_labelled (Export *self, MatchumLinkedinTableId id, guint row)
{
  const MatchumLinkedinTable *table = matchum_linkedin_table_get (id);

  for (gsize i = 0; i < G_N_ELEMENTS (table->labelled) && table->labelled[i] != NULL; i++)
    {
      g_autofree char *text = matchum_linkedin_table_dup (self->tables[id], row, table->labelled[i]);
      g_autofree char *words = g_strdup_printf ("%s: %s", get_label (self, table->labelled[i]), text);

      if (!matchum_markdown_words_is_seen (text))
        continue;
      matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_PARAGRAPH, 0);
      matchum_markdown_draft_add (self->draft, words, MATCHUM_DRAFT_PLAIN, NULL);
    }
}

static void
write_entry (Export *self, MatchumLinkedinTableId id, guint row)
{
  g_autofree char *prose = matchum_linkedin_table_dup (self->tables[id], row, matchum_linkedin_table_get (id)->prose);

  matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_ENTRY, 0);
  add_parts (self, id, row);
  write_labelled (self, id, row);
  matchum_markdown_draft_add_prose (self->draft, prose);
}

/* Whether a bullet says all of a table's rows. */
static gboolean
is_list (Export *self, MatchumLinkedinTableId id)
{
  const MatchumLinkedinTable *table = matchum_linkedin_table_get (id);
  gboolean is_list = id != MATCHUM_LINKEDIN_POSITIONS && id != MATCHUM_LINKEDIN_EDUCATION
                     && id != MATCHUM_LINKEDIN_PROJECTS && id != MATCHUM_LINKEDIN_VOLUNTEERING;

  for (guint i = 0; is_list && i < MIN (matchum_csv_get_n_rows (self->tables[id]), MAX_ROWS); i++)
    {
      g_autofree char *prose = matchum_linkedin_table_dup (self->tables[id], i, table->prose);

      is_list = *prose == '\0';
    }
  return is_list;
}

static void
write_item (Export *self, MatchumLinkedinTableId id, guint row)
{
  const char *labelled = matchum_linkedin_table_get (id)->labelled[0];
  g_autofree char *text = matchum_linkedin_table_dup (self->tables[id], row, labelled);
  g_autofree char *words = g_strdup_printf ("%s: %s", labelled != NULL ? get_label (self, labelled) : "", text);

  matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_ITEM, 0);
  add_parts (self, id, row);
  if (*text == '\0')
    return;
  matchum_markdown_draft_add_break (self->draft);
  matchum_markdown_draft_add (self->draft, words, MATCHUM_DRAFT_PLAIN, NULL);
}

static void
write_language (Export *self, guint row)
{
  const MatchumLinkedinTable *table = matchum_linkedin_table_get (MATCHUM_LINKEDIN_LANGUAGES);
  const MatchumCsv *csv = self->tables[MATCHUM_LINKEDIN_LANGUAGES];
  g_autofree char *name = matchum_linkedin_table_dup (csv, row, table->parts[0]);
  g_autofree char *level = matchum_linkedin_table_dup (csv, row, table->parts[1]);

  matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_ITEM, 0);
  matchum_markdown_draft_add (self->draft, name, MATCHUM_DRAFT_BOLD, NULL);
  if (*name != '\0' && *level != '\0')
    matchum_markdown_draft_add (self->draft, ": ", MATCHUM_DRAFT_PLAIN, NULL);
  matchum_markdown_draft_add (self->draft, level, MATCHUM_DRAFT_PLAIN, NULL);
}

/* In one bullet, as people write them, but those whose names hold commas. */
static void
write_skills (Export *self, guint n)
{
  const MatchumCsv *csv = self->tables[MATCHUM_LINKEDIN_SKILLS];
  const char *column = matchum_linkedin_table_get (MATCHUM_LINKEDIN_SKILLS)->parts[0];

  for (guint pass = 0; pass < 2; pass++)
    {
      matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_ITEM, 0);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *name = matchum_linkedin_table_dup (csv, i, column);

          if ((strchr (name, ',') != NULL) != (pass == 1) || *name == '\0')
            continue;
          if (pass == 1)
            matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_ITEM, 0);
          else if (matchum_markdown_draft_has_words (self->draft))
            matchum_markdown_draft_add (self->draft, ", ", MATCHUM_DRAFT_PLAIN, NULL);
          matchum_markdown_draft_add (self->draft, name, MATCHUM_DRAFT_PLAIN, NULL);
        }
    }
}

static void
write_section (Export *self, MatchumLinkedinTableId id)
{
  const MatchumLinkedinTable *table = matchum_linkedin_table_get (id);
  const guint n = self->tables[id] != NULL ? MIN (matchum_csv_get_n_rows (self->tables[id]), MAX_ROWS) : 0;
  gboolean as_list;

  if (n == 0)
    return;
  matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_SECTION, 0);
  matchum_markdown_draft_add (self->draft, self->is_korean ? table->korean : table->english, MATCHUM_DRAFT_PLAIN, NULL);
  as_list = is_list (self, id);
  if (id == MATCHUM_LINKEDIN_SKILLS)
    write_skills (self, n);
  else
    for (guint i = 0; i < n; i++)
      {
        if (id == MATCHUM_LINKEDIN_LANGUAGES)
          write_language (self, i);
        else if (as_list)
          write_item (self, id, i);
        else
          write_entry (self, id, i);
      }
  note_columns (self, id);
}

static gboolean
has_rows (Export *self)
{
  for (guint i = 0; i < MATCHUM_LINKEDIN_N_TABLES; i++)
    if (self->tables[i] != NULL && matchum_csv_get_n_rows (self->tables[i]) > 0)
      return TRUE;
  return FALSE;
}

static char *
write_resume (Export *self)
{
  const MatchumLinkedinPerson person = {
    .profile = self->tables[MATCHUM_LINKEDIN_PROFILE],
    .emails = self->tables[MATCHUM_LINKEDIN_EMAIL_ADDRESSES],
    .phones = self->tables[MATCHUM_LINKEDIN_PHONE_NUMBERS],
    .is_korean = self->is_korean,
  };

  matchum_linkedin_person_write (&person, self->draft, self->notes);
  for (guint i = MATCHUM_LINKEDIN_POSITIONS; i < MATCHUM_LINKEDIN_N_TABLES; i++)
    write_section (self, (MatchumLinkedinTableId) i);
  return matchum_markdown_draft_finish (self->draft);
}

MatchumSource *
matchum_linkedin_convert (const char *name, MatchumArchive *archive, MatchumJsonNotes *notes, GError **error)
{
  g_auto (Export) self = { .name = name, .notes = notes };
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  g_return_val_if_fail (name != NULL && archive != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!read_tables (&self, archive, error))
    return NULL;
  if (!has_rows (&self))
    {
      g_set_error (
          error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_EMPTY,
          _ ("%s: The tables of this LinkedIn export are empty. Ask LinkedIn for a copy with your profile in it."),
          name);
      return NULL;
    }
  self.is_korean = find_language (&self);
  self.draft = matchum_markdown_draft_new (notes);
  text = write_resume (&self);
  bytes = g_bytes_new_take (text, strlen (text));
  return matchum_source_new (name, bytes, error);
}
