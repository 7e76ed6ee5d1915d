/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the examples into a library: "resume-ko.md" and "resume-en.md", and as postings "posting-ko.md",
 * "posting-2-ko.md" and so on. */
#include "config.h"

#include "ui/matchum-examples.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/matchum-baseline-change.h"
#include "store/matchum-library-forget.h"
#include "store/matchum-posting-table.h"
#include "store/matchum-setting-table.h"

#define FOLDER "/io/github/matchum/Matchum/samples"
#define OWN_KEY "library.is-examples"

typedef struct {
  MatchumEdit *edit;
  char *today;
  char *baseline; /* ids of the first of each */
  char *posting;
} Filling;

const char *
matchum_examples_get_language (void)
{
  for (const char *const *language = g_get_language_names (); *language != NULL; language++)
    {
      if (g_str_has_prefix (*language, "ko"))
        return "ko";
      if (!g_str_equal (*language, "C"))
        return "en";
    }
  return "en";
}

static char *
dup_example (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER "/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

static void
add_resume (Filling *filling, const char *language)
{
  g_autofree char *name = g_strdup_printf ("resume-%s.md", language);
  g_autofree char *markdown = dup_example (name);
  MatchumBaselineRecord *record;

  if (markdown == NULL)
    return;
  record = matchum_baseline_record_new ();
  record->id = g_uuid_string_random ();
  record->name = g_strdup (g_str_equal (language, "ko") ? _ ("Korean Resume") : _ ("English Resume"));
  record->language = g_strdup (language);
  record->markdown = g_strdup (markdown);
  record->next_number = 1;
  if (filling->baseline == NULL)
    filling->baseline = g_strdup (record->id);
  matchum_edit_add (filling->edit, (MatchumEditFunc) matchum_baseline_table_put, record,
                    (GDestroyNotify) matchum_baseline_record_free);
  matchum_edit_add (filling->edit, matchum_baseline_change_carry_out,
                    matchum_baseline_change_new_text (record->id, markdown),
                    (GDestroyNotify) matchum_baseline_change_unref);
}

static void
add_posting (Filling *filling, const char *name)
{
  MatchumPostingRecord *record;
  char *text = dup_example (name);

  if (text == NULL)
    return;
  record = matchum_posting_record_new ();
  record->id = g_uuid_string_random ();
  record->source_name = g_strdup (name);
  record->text = text;
  record->created_on = g_strdup (filling->today);
  if (filling->posting == NULL)
    filling->posting = g_strdup (record->id);
  matchum_edit_add (filling->edit, (MatchumEditFunc) matchum_posting_table_put, record,
                    (GDestroyNotify) matchum_posting_record_free);
}

static void
add_language (Filling *filling, const char *language)
{
  g_autofree char *first = g_strdup_printf ("posting-%s.md", language);
  g_autofree char *tail = g_strdup_printf ("-%s.", language);
  g_auto (GStrv) names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  add_resume (filling, language);
  add_posting (filling, first);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "posting-") && strstr (names[i], tail) != NULL && !g_str_equal (names[i], first))
      add_posting (filling, names[i]);
}

static gboolean
open_first_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Filling *filling = data;

  return matchum_setting_table_set (database, OWN_KEY, "yes", error)
         && matchum_setting_table_set (database, "open.baseline", filling->baseline, error)
         && matchum_setting_table_set (database, "open.posting", filling->posting, error);
}

gboolean
matchum_examples_add (MatchumLibrary *library, MatchumDay today, GError **error)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new (_ ("Add Examples"));
  g_autoptr (MatchumEdit) opening = matchum_edit_new (NULL);
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", today.year, today.month, today.day);
  Filling filling = { .edit = edit, .today = day };
  gboolean is_korean = g_str_equal (matchum_examples_get_language (), "ko");
  gboolean is_done;

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), FALSE);

  add_language (&filling, is_korean ? "ko" : "en");
  add_language (&filling, is_korean ? "en" : "ko");
  matchum_edit_add (opening, open_first_cb, &filling, NULL);
  /* Nothing is left to undo: the first thing that the user does is the first that can be undone. */
  is_done = matchum_library_edit (library, edit, error) && matchum_library_edit (library, opening, error)
            && matchum_library_forget (library, MATCHUM_FORGET_HISTORY, NULL, FALSE, error);
  g_free (filling.baseline);
  g_free (filling.posting);
  return is_done;
}

gboolean
matchum_examples_own (MatchumLibrary *library)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), FALSE);

  value = matchum_setting_table_get (matchum_library_get_database (library), OWN_KEY, NULL);
  return value != NULL;
}
