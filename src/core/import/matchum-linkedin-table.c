/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of files and columns as LinkedIn has written them since 2018. */
#include "config.h"

#include "import/matchum-linkedin-table.h"

#include <string.h>

#include "text/matchum-date-range.h"

static const MatchumLinkedinTable tables[MATCHUM_LINKEDIN_N_TABLES] = {
  [MATCHUM_LINKEDIN_PROFILE] = { .file = "profile" },
  [MATCHUM_LINKEDIN_EMAIL_ADDRESSES] = { .file = "emailaddresses" },
  [MATCHUM_LINKEDIN_PHONE_NUMBERS] = { .file = "phonenumbers" },
  [MATCHUM_LINKEDIN_POSITIONS] = { "positions",
                                   "경력",
                                   "Experience",
                                   { "Company Name", "Title", "Location" },
                                   "Started On",
                                   "Finished On",
                                   TRUE,
                                   NULL,
                                   "Description",
                                   { NULL } },
  [MATCHUM_LINKEDIN_PROJECTS] = { "projects",
                                  "프로젝트",
                                  "Projects",
                                  { "Title" },
                                  "Started On",
                                  "Finished On",
                                  TRUE,
                                  "Url",
                                  "Description",
                                  { NULL } },
  [MATCHUM_LINKEDIN_EDUCATION] = { "education",
                                   "학력",
                                   "Education",
                                   { "School Name", "Degree Name|Degree", "Field Of Study" },
                                   "Start Date|Started On",
                                   "End Date|Finished On",
                                   FALSE,
                                   NULL,
                                   "Notes|Description",
                                   { "Activities|Activities and Societies", "Grade" } },
  [MATCHUM_LINKEDIN_SKILLS] = { "skills", "기술", "Skills", { "Name|Skill" }, NULL, NULL, FALSE, NULL, NULL, { NULL } },
  [MATCHUM_LINKEDIN_CERTIFICATIONS] = { "certifications",
                                        "자격증",
                                        "Certificates",
                                        { "Name", "Authority" },
                                        "Started On",
                                        "Finished On",
                                        FALSE,
                                        "Url",
                                        NULL,
                                        { "License Number" } },
  [MATCHUM_LINKEDIN_LANGUAGES] = { "languages",
                                   "어학",
                                   "Languages",
                                   { "Name", "Proficiency" },
                                   NULL,
                                   NULL,
                                   FALSE,
                                   NULL,
                                   NULL,
                                   { NULL } },
  [MATCHUM_LINKEDIN_TEST_SCORES] = { "testscores",
                                     "시험 성적",
                                     "Test Scores",
                                     { "Name", "Score" },
                                     "Tested On",
                                     NULL,
                                     FALSE,
                                     NULL,
                                     "Description",
                                     { NULL } },
  [MATCHUM_LINKEDIN_HONORS] = { "honors",
                                "수상",
                                "Awards",
                                { "Title", "Issuer" },
                                "Issued On",
                                NULL,
                                FALSE,
                                NULL,
                                "Description",
                                { NULL } },
  [MATCHUM_LINKEDIN_PUBLICATIONS] = { "publications",
                                      "논문",
                                      "Publications",
                                      { "Name", "Publisher" },
                                      "Published On",
                                      NULL,
                                      FALSE,
                                      "Url",
                                      "Description",
                                      { NULL } },
  [MATCHUM_LINKEDIN_PATENTS] = { "patents",
                                 "특허",
                                 "Patents",
                                 { "Title", "Number|Patent Number|Application Number", "Status" },
                                 "Issued On|Filed On|Issue Date|Filing Date|Date",
                                 NULL,
                                 FALSE,
                                 "Url",
                                 "Description",
                                 { "Inventors" } },
  [MATCHUM_LINKEDIN_COURSES] = { "courses",
                                 "이수 교육",
                                 "Coursework",
                                 { "Name", "Number" },
                                 NULL,
                                 NULL,
                                 FALSE,
                                 NULL,
                                 NULL,
                                 { NULL } },
  [MATCHUM_LINKEDIN_ORGANIZATIONS] = { "organizations",
                                       "단체 활동",
                                       "Memberships",
                                       { "Name", "Position|Role" },
                                       "Started On",
                                       "Finished On",
                                       TRUE,
                                       NULL,
                                       "Description",
                                       { NULL } },
  [MATCHUM_LINKEDIN_VOLUNTEERING] = { "volunteering",
                                      "봉사 활동",
                                      "Volunteering",
                                      { "Company Name|Organization", "Role" },
                                      "Started On",
                                      "Finished On",
                                      TRUE,
                                      NULL,
                                      "Description",
                                      { "Cause" } },
};

static const struct {
  const char *name;
  MatchumLinkedinTableId id;
} aliases[] = {
  { "volunteerexperiences", MATCHUM_LINKEDIN_VOLUNTEERING },
  { "volunteerexperience", MATCHUM_LINKEDIN_VOLUNTEERING },
  { "certificates", MATCHUM_LINKEDIN_CERTIFICATIONS },
  { "honorsandawards", MATCHUM_LINKEDIN_HONORS },
};

const MatchumLinkedinTable *
matchum_linkedin_table_get (MatchumLinkedinTableId id)
{
  g_return_val_if_fail (id < MATCHUM_LINKEDIN_N_TABLES, NULL);

  return &tables[id];
}

/* "Email Addresses.csv" is "emailaddresses"; NULL where it is no table. */
static char *
fold_name (const char *path)
{
  const char *name = matchum_archive_find_name (path);
  const gsize length = strlen (name);
  GString *folded;

  if (length < 5 || length > 100 || g_ascii_strcasecmp (name + length - 4, ".csv") != 0)
    return NULL;
  folded = g_string_new (NULL);
  for (gsize i = 0; i < length - 4; i++)
    if (strchr (" _-", name[i]) == NULL)
      g_string_append_c (folded, g_ascii_tolower (name[i]));
  return g_string_free (folded, FALSE);
}

MatchumLinkedinTableId
matchum_linkedin_table_find (const char *path)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, MATCHUM_LINKEDIN_N_TABLES);

  /* macOS adds files of its own beside every file. */
  if (g_str_has_prefix (path, "__MACOSX/"))
    return MATCHUM_LINKEDIN_N_TABLES;
  name = fold_name (path);
  for (guint i = 0; name != NULL && i < MATCHUM_LINKEDIN_N_TABLES; i++)
    if (g_str_equal (name, tables[i].file))
      return (MatchumLinkedinTableId) i;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (name, aliases[i].name))
      return aliases[i].id;
  return MATCHUM_LINKEDIN_N_TABLES;
}

/* Character references, which LinkedIn leaves in some of its texts. */
static gsize
undo_reference (const char *text, GString *out)
{
  static const struct {
    const char *name;
    const char *text;
  } references[] = { { "&amp;", "&" }, { "&lt;", "<" },   { "&gt;", ">" },   { "&quot;", "\"" },
                     { "&#39;", "'" }, { "&#x27;", "'" }, { "&apos;", "'" }, { "&nbsp;", " " } };

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    if (g_str_has_prefix (text, references[i].name))
      {
        g_string_append (out, references[i].text);
        return strlen (references[i].name);
      }
  return 0;
}

static char *
undo_references (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      gsize n = *text == '&' ? undo_reference (text, out) : 0;

      if (n == 0)
        {
          g_string_append_c (out, *text);
          n = 1;
        }
      text += n;
    }
  return g_string_free (out, FALSE);
}

char *
matchum_linkedin_table_dup (const MatchumCsv *csv, guint row, const char *columns)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (csv != NULL, NULL);

  names = columns != NULL ? g_strsplit (columns, "|", -1) : NULL;
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      const char *text = matchum_csv_get (csv, row, matchum_csv_find_column (csv, names[i]));

      if (*text != '\0')
        return undo_references (text);
    }
  return g_strdup ("");
}

/* "12" of "Nov 12, 2023", 0 where text tells no day. */
static guint
find_day (const char *text)
{
  const char *comma = strchr (text, ',');
  guint64 day;

  if (comma == NULL || comma < text + 2 || !g_ascii_isdigit (comma[-1]))
    return 0;
  day = g_ascii_strtoull (g_ascii_isdigit (comma[-2]) ? comma - 2 : comma - 1, NULL, 10);
  return day <= 31 ? (guint) day : 0;
}

/* "2021-03-15", which has a day and is well as it is. */
static gboolean
is_full_date (const char *text)
{
  guint n_signs = 0;

  for (const char *p = text; *p != '\0'; p++)
    n_signs += strchr ("-./", *p) != NULL;
  return n_signs == 2 && g_ascii_isdigit (text[0]);
}

static char *
write_date (const MatchumDateRange *range, guint day, gboolean is_korean)
{
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  const int year = MATCHUM_MONTH_GET_YEAR (range->first);
  const int month = MATCHUM_MONTH_GET_MONTH (range->first);

  if (range->by_year)
    return g_strdup_printf ("%d", year);
  if (day > 0)
    return is_korean ? g_strdup_printf ("%d.%02d.%02u", year, month, day)
                     : g_strdup_printf ("%s %u, %d", months[month - 1], day, year);
  return is_korean ? g_strdup_printf ("%d.%02d", year, month) : g_strdup_printf ("%s %d", months[month - 1], year);
}

char *
matchum_linkedin_table_dup_date (const char *text, gboolean is_korean, gboolean *is_known)
{
  g_autoptr (GArray) ranges = NULL;
  const MatchumDateRange *range;

  g_return_val_if_fail (text != NULL && is_known != NULL, NULL);

  ranges = matchum_date_range_find_all (text, -1);
  range = ranges->len == 1 ? &g_array_index (ranges, MatchumDateRange, 0) : NULL;
  *is_known = range != NULL && range->fault == MATCHUM_DATE_FAULT_NONE && !range->is_open
              && (range->by_year || range->first == range->last) && range->span.start == 0
              && range->span.end == strlen (text);
  return *is_known && !is_full_date (text) ? write_date (range, find_day (text), is_korean) : g_strdup (text);
}
