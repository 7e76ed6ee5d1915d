/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of exported files, made by a pattern. */
#pragma once

#include <glib.h>

#include "text/matchum-date-range.h"

G_BEGIN_DECLS

#define MATCHUM_EXPORT_NAME_ERROR (matchum_export_name_error_quark ())
/* The pattern where nobody chose another. */
#define MATCHUM_EXPORT_NAME_PATTERN "{name}-{company}-{title}"

typedef enum {
  MATCHUM_EXPORT_NAME_ERROR_BRACES,  /* one that is not closed, or not opened */
  MATCHUM_EXPORT_NAME_ERROR_FIELD,   /* one that there is not */
  MATCHUM_EXPORT_NAME_ERROR_LETTER,  /* one that no file name may have */
  MATCHUM_EXPORT_NAME_ERROR_NOTHING, /* nothing in it */
} MatchumExportNameError;

/* What the fields of a pattern stand for; NULL where it is not known. */
typedef struct {
  const char *name;     /* {name}: of the person */
  const char *company;  /* {company} */
  const char *title;    /* {title}: of the job */
  const char *language; /* {language}: "ko" */
  const char *theme;    /* {theme} */
  MatchumDay  date;     /* {date}: 2026-11-01, {year}, {month}, {day}; a year of 0 is not known */
} MatchumExportNameFields;

GQuark             matchum_export_name_error_quark (void);

/* The fields that a pattern can have, without braces, NULL-terminated. */
const char *const *matchum_export_name_get_fields  (void);
/* Whether pattern can be used. The error says what is wrong with it. */
gboolean           matchum_export_name_check       (const char                    *pattern,
                                                    GError                       **error);
/* "강도현-링크온-ML Engineer": the name, without suffix. What stands between two fields goes where one of them is not known;
 * words of the pattern itself stay, and "{{" and "}}" are braces. Holds nothing that a file system or a web form refuses,
 * and is never empty. A pattern that cannot be used is taken for the usual one. Free with g_free. */
char              *matchum_export_name_expand      (const char                    *pattern,
                                                    const MatchumExportNameFields *fields);
/* Whether name can be that of a file. */
gboolean           matchum_export_name_is_usable   (const char                    *name);

G_END_DECLS
