/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how long somebody has worked. */
#include "config.h"

#include "match/matchum-month-words.h"

#include <glib/gi18n-lib.h>

char *
matchum_month_words_format (guint months)
{
  guint years = months / 12, rest = months % 12;
  g_autofree char *year_part = NULL, *month_part = NULL;

  if (years == 0)
    /* Translators: a length of working life. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", rest), rest);

  /* Translators: a length of working life, short, as in "6 yr 10 mo". */
  year_part = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u yr", "%u yr", years), years);
  if (rest == 0)
    return g_steal_pointer (&year_part);
  month_part = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mo", "%u mo", rest), rest);
  return g_strjoin (" ", year_part, month_part, NULL);
}
