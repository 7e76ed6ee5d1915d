/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotes what has to be quoted, and disarms what a spreadsheet would compute. */
#include "config.h"

#include "export/matchum-csv-writer.h"

#include <string.h>

/* A text that begins so is a formula to spreadsheets, whether it is quoted or not; one that is a number stays one. */
static gboolean
is_formula (const char *value)
{
  char *end = NULL;

  if (*value == '\0' || strchr ("=+-@\t\r", *value) == NULL)
    return FALSE;
  g_ascii_strtod (value, &end);
  return end == value || *end != '\0';
}

static void
append_quoted (GString *csv, const char *value)
{
  g_string_append (csv, is_formula (value) ? "\"'" : "\"");
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

void
matchum_csv_writer_append (GString *csv, const char *value)
{
  g_return_if_fail (csv != NULL);
  g_return_if_fail (value != NULL);

  if (value[strcspn (value, ",\"\r\n")] == '\0' && !is_formula (value))
    g_string_append (csv, value);
  else
    append_quoted (csv, value);
  g_string_append_c (csv, ',');
}

void
matchum_csv_writer_end_row (GString *csv)
{
  g_return_if_fail (csv != NULL);

  /* After the last value. */
  if (csv->len > 0 && csv->str[csv->len - 1] == ',')
    g_string_truncate (csv, csv->len - 1);
  g_string_append (csv, "\r\n");
}
