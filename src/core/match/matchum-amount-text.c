/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words amounts, the same way in every locale but for the language. */
#include "config.h"

#include "match/matchum-amount-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "match/matchum-finding-words.h"

/* Thousands divided by commas. */
static char *
format_number (gint64 value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  gsize length = strlen (digits);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  return g_string_free (out, FALSE);
}

/* value in units of unit, with the decimals that it has, three at most. */
static char *
format_decimal (gint64 value, gint64 unit)
{
  g_autofree char *whole = format_number (value / unit);
  gint64 rest = value % unit / MAX (unit / 1000, 1);
  g_autofree char *decimals = g_strdup_printf ("%03d", (int) rest);

  for (gsize length = strlen (decimals); length > 0 && decimals[length - 1] == '0'; length--)
    decimals[length - 1] = '\0';
  return *decimals == '\0' ? g_steal_pointer (&whole) : g_strconcat (whole, ".", decimals, NULL);
}

static char *
format_bytes (gint64 value)
{
  static const struct {
    const char *name;
    gint64 size;
  } units[] = { { "PB", G_GINT64_CONSTANT (1000000000000000) },
                { "TB", G_GINT64_CONSTANT (1000000000000) },
                { "GB", 1000000000 },
                { "MB", 1000000 } };
  gsize i = 0;
  g_autofree char *number = NULL;

  while (i + 1 < G_N_ELEMENTS (units) && value < units[i].size)
    i++;
  number = format_decimal (value, units[i].size);
  return g_strconcat (number, " ", units[i].name, NULL);
}

static char *
format_money (const MatchumAmount *amount)
{
  static const char *const signs[] = { [MATCHUM_CURRENCY_KRW] = "₩",
                                       [MATCHUM_CURRENCY_USD] = "$",
                                       [MATCHUM_CURRENCY_EUR] = "€",
                                       [MATCHUM_CURRENCY_GBP] = "£",
                                       [MATCHUM_CURRENCY_JPY] = "¥" };
  g_autofree char *number = format_number (amount->value);

  return g_strconcat (signs[amount->currency], number, NULL);
}

static char *
format_unit (const MatchumAmount *amount)
{
  g_autofree char *number = format_number (amount->value);

  switch (amount->unit)
    {
    case MATCHUM_UNIT_USERS:
      /* Translators: %s is a number, such as 1,000,000. */
      return g_strdup_printf (_ ("%s users"), number);
    case MATCHUM_UNIT_TEAM:
      /* Translators: %s is a number: people who work together. */
      return g_strdup_printf (_ ("a team of %s"), number);
    case MATCHUM_UNIT_EMPLOYEES:
      /* Translators: %s is a number, such as 5,000. */
      return g_strdup_printf (_ ("%s employees"), number);
    case MATCHUM_UNIT_PEOPLE:
      /* Translators: %s is a number. */
      return g_strdup_printf (_ ("%s people"), number);
    case MATCHUM_UNIT_BYTES:
      return format_bytes (amount->value);
    case MATCHUM_UNIT_MONEY:
      return format_money (amount);
    case MATCHUM_UNIT_AVAILABILITY:
      g_free (number);
      number = format_decimal (amount->value, 1000000);
      return g_strconcat (number, "%", NULL);
    case MATCHUM_UNIT_EVENTS:
      return g_steal_pointer (&number);
    case MATCHUM_UNIT_NONE:
    case MATCHUM_UNIT_THINGS:
    case MATCHUM_N_UNITS:
    default:
      return NULL;
    }
}

/* Takes text. */
static char *
add_period (char *text, MatchumPeriod period)
{
  g_autofree char *amount = text;

  switch (period)
    {
    case MATCHUM_PERIOD_SECOND:
      /* Translators: %s is an amount: of requests, of bytes. */
      return g_strdup_printf (_ ("%s a second"), amount);
    case MATCHUM_PERIOD_MINUTE:
      /* Translators: %s is an amount. */
      return g_strdup_printf (_ ("%s a minute"), amount);
    case MATCHUM_PERIOD_HOUR:
      /* Translators: %s is an amount. */
      return g_strdup_printf (_ ("%s an hour"), amount);
    case MATCHUM_PERIOD_DAY:
      /* Translators: %s is an amount. */
      return g_strdup_printf (_ ("%s a day"), amount);
    case MATCHUM_PERIOD_WEEK:
      /* Translators: %s is an amount. */
      return g_strdup_printf (_ ("%s a week"), amount);
    case MATCHUM_PERIOD_MONTH:
      /* Translators: %s is an amount: of users, of money. */
      return g_strdup_printf (_ ("%s a month"), amount);
    case MATCHUM_PERIOD_QUARTER:
      /* Translators: %s is an amount. */
      return g_strdup_printf (_ ("%s a quarter"), amount);
    case MATCHUM_PERIOD_YEAR:
      /* Translators: %s is an amount. */
      return g_strdup_printf (_ ("%s a year"), amount);
    case MATCHUM_PERIOD_EVER:
      /* Translators: %s is an amount that grew over all the time: downloads, people who signed up. */
      return g_strdup_printf (_ ("%s in all"), amount);
    case MATCHUM_PERIOD_NONE:
    case MATCHUM_N_PERIODS:
    default:
      return g_steal_pointer (&amount);
    }
}

char *
matchum_amount_text_format (const MatchumAmount *amount)
{
  char *text = format_unit (amount);

  if (text != NULL && amount->unit == MATCHUM_UNIT_USERS && amount->period == MATCHUM_PERIOD_SECOND)
    {
      g_autofree char *users = text;

      /* Translators: %s are so many users. */
      return g_strdup_printf (_ ("%s at a time"), users);
    }
  return text != NULL ? add_period (text, amount->period) : NULL;
}

char *
matchum_amount_text_found (const MatchumFinding *finding)
{
  char *text = matchum_amount_text_format (&finding->amount);

  if (text != NULL || finding->words == NULL)
    return text;
  return matchum_finding_shorten (finding->words);
}

char *
matchum_amount_text_compare (const MatchumFinding *finding)
{
  g_autofree char *found = matchum_amount_text_found (finding);
  g_autofree char *asked = matchum_amount_text_format (&finding->criterion->amount);

  if (found == NULL)
    return NULL;
  if (asked == NULL)
    asked = matchum_finding_shorten (finding->name);
  if (matchum_finding_is_shown (finding))
    /* Translators: amounts: what a posting asks for, and what the resume shows: “1,000,000 users a month asked:
     * 1,400,000 users a month shown”. */
    return g_strdup_printf (_ ("%1$s asked: %2$s shown"), asked, found);
  /* Translators: amounts: what a posting asks for, and less than that, which the resume shows. */
  return g_strdup_printf (_ ("%1$s asked: only %2$s shown"), asked, found);
}
