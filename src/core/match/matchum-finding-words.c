/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words the things that a requirement asks for, each by itself. */
#include "config.h"

#include "match/matchum-finding-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "match/matchum-amount-text.h"
#include "match/matchum-month-words.h"

/* Letters of a name that are worth their place. */
#define MAX_LETTERS 40

/* So many alternatives are named where none is shown. */
#define MAX_ALTERNATIVES 4

/* Alternatives that are shown, as one thing of several. */
#define MAX_SHOWN_ALTERNATIVES 2

char *
matchum_finding_shorten (const char *words)
{
  g_auto (GStrv) pieces = g_strsplit_set (words, " \t\n\r", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  glong length;

  for (gsize i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", pieces[i]);
  length = g_utf8_strlen (out->str, (gssize) out->len);
  if (length > MAX_LETTERS)
    {
      g_string_truncate (out, (gsize) (g_utf8_offset_to_pointer (out->str, MAX_LETTERS - 1) - out->str));
      g_string_append (out, "…");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
matchum_finding_join_names (GPtrArray *names, MatchumSpace space)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len && i < space.max_names; i++)
    g_ptr_array_add (kept, g_steal_pointer (&g_ptr_array_index (names, i)));
  if (names->len > space.max_names)
    g_ptr_array_add (kept, g_strdup_printf ("+%u", names->len - space.max_names));
  g_ptr_array_add (kept, NULL);
  /* Translators: stands between the names in a list of what is missing. */
  return g_strjoinv (_ (", "), (char **) kept->pdata);
}

const char *
matchum_finding_get_degree_name (MatchumDegree degree)
{
  switch (degree)
    {
    case MATCHUM_DEGREE_HIGH_SCHOOL:
      return C_ ("degree", "high school");
    case MATCHUM_DEGREE_ASSOCIATE:
      return C_ ("degree", "associate degree");
    case MATCHUM_DEGREE_BACHELOR:
      return C_ ("degree", "bachelor’s degree");
    case MATCHUM_DEGREE_MASTER:
      return C_ ("degree", "master’s degree");
    case MATCHUM_DEGREE_DOCTOR:
      return C_ ("degree", "doctorate");
    case MATCHUM_DEGREE_NONE:
    default:
      g_return_val_if_reached ("");
    }
}

static char *
annotate (const char *name, const char *note)
{
  /* Translators: a name, and in brackets what is to be known of it. */
  return g_strdup_printf (C_ ("note", "%1$s (%2$s)"), name, note);
}

/* Years ------------------------------------------------------------------------------------------------------------ */

static char *
format_month (MatchumMonth month, gboolean by_year)
{
  if (by_year)
    return g_strdup_printf ("%d", MATCHUM_MONTH_GET_YEAR (month));
  return g_strdup_printf ("%d-%02d", MATCHUM_MONTH_GET_YEAR (month), MATCHUM_MONTH_GET_MONTH (month));
}

static char *
format_work (const MatchumCountedWork *work)
{
  g_autofree char *name = matchum_finding_shorten (work->name);
  g_autofree char *first = format_month (work->range.first, work->range.by_year);
  g_autofree char *last = NULL;

  if (work->range.is_open)
    /* Translators: a job that goes on: its employer and first month, "Acme (2021-03 – now)". */
    return g_strdup_printf (_ ("%1$s (%2$s – now)"), name, first);
  last = format_month (work->range.last, work->range.by_year);
  if (strcmp (first, last) == 0)
    return annotate (name, first);
  /* Translators: a job: its employer, first and last month. */
  return g_strdup_printf (_ ("%1$s (%2$s – %3$s)"), name, first, last);
}

static char *
join_work (GPtrArray *work, guint max_work)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < work->len; i++)
    g_ptr_array_add (names, format_work (g_ptr_array_index (work, i)));
  return matchum_finding_join_names (names, (MatchumSpace){ .max_names = max_work });
}

/* "4 yr 2 mo of 3 yr asked". Where no length is asked outright, the posting's words stand for it. */
static char *
format_length (const MatchumFinding *self)
{
  g_autofree char *found = matchum_month_words_format (self->months);
  g_autofree char *asked = NULL;
  g_autofree char *name = NULL;

  if (self->criterion->months > 0 || self->name == NULL || self->months == 0)
    {
      asked = matchum_month_words_format (self->months_asked);
      if (self->months == 0 && self->state == MATCHUM_FINDING_PART)
        /* Translators: %s is a length of working life that a posting asks for. Jobs of other kinds hold a few tasks of
         * the kind. */
        return g_strdup_printf (_ ("%s asked, only single tasks found"), asked);
      if (self->months == 0 && !matchum_finding_is_shown (self))
        /* Translators: %s is a length of working life that a posting asks for. */
        return g_strdup_printf (_ ("%s asked, none found"), asked);
      /* Translators: lengths of working life: what the resume shows of what the posting asks, "4 yr 2 mo of 3 yr
       * asked". */
      return g_strdup_printf (_ ("%1$s of %2$s asked"), found, asked);
    }
  name = matchum_finding_shorten (self->name);
  /* Translators: a length of working life, and the posting's words for what it counts as: "equivalent experience". */
  return g_strdup_printf (_ ("%1$s counted as %2$s"), found, name);
}

char *
matchum_finding_dup_years (const MatchumFinding *self, MatchumSpace space)
{
  g_autofree char *length = format_length (self);
  g_autofree char *work = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *shown = NULL;

  if (space.max_work == 0 || (self->work->len == 0 && self->hidden_work->len == 0))
    return g_steal_pointer (&length);
  work = join_work (self->work, space.max_work);
  if (self->work->len == 0)
    shown = g_steal_pointer (&length);
  else
    /* Translators: a length of working life, and the jobs that it was added up from. */
    shown = g_strdup_printf (_ ("%1$s: %2$s"), length, work);
  if (space.is_discreet || self->hidden_work->len == 0 || self->state <= MATCHUM_FINDING_LISTED)
    return g_steal_pointer (&shown);
  hidden = join_work (self->hidden_work, 1);
  /* Translators: a length of working life, and jobs that would add to it, were they not hidden. */
  return g_strdup_printf (_ ("%1$s; hidden: %2$s"), shown, hidden);
}

/* Names ------------------------------------------------------------------------------------------------------------ */

/* Two or more names of which one will do. */
static char *
join_alternatives (GPtrArray *names)
{
  g_autofree char *last = NULL;
  g_autofree char *others = NULL;

  if (names->len > MAX_ALTERNATIVES)
    return matchum_finding_join_names (names, (MatchumSpace){ .max_names = MAX_ALTERNATIVES });
  last = g_ptr_array_steal_index (names, names->len - 1);
  if (names->len == 0)
    return g_steal_pointer (&last);
  others = matchum_finding_join_names (names, (MatchumSpace){ .max_names = names->len });
  /* Translators: of what two names stand for one is enough; the first may be a list. */
  return g_strdup_printf (_ ("%1$s or %2$s"), others, last);
}

static char *
join_together (GPtrArray *names, MatchumSpace space)
{
  g_autofree char *last = NULL;
  g_autofree char *others = NULL;

  if (names->len > MAX_ALTERNATIVES)
    return matchum_finding_join_names (names, space);
  last = g_ptr_array_steal_index (names, names->len - 1);
  if (names->len == 0)
    return g_steal_pointer (&last);
  others = matchum_finding_join_names (names, (MatchumSpace){ .max_names = names->len });
  /* Translators: what two names stand for is asked together; the first may be a list. */
  return g_strdup_printf (_ ("%1$s and %2$s"), others, last);
}

static gboolean
has_string (GPtrArray *strings, const char *string)
{
  return g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL);
}

/* The class behind a list is not named beside its members. */
static gboolean
is_named (const MatchumFinding *child, const MatchumFinding *list)
{
  guint n_loud = 0;

  for (guint i = 0; i < list->children->len; i++)
    n_loud += !((const MatchumFinding *) g_ptr_array_index (list->children, i))->criterion->is_silent;
  return n_loud == 0 || !child->criterion->is_silent;
}

static char *
dup_list_name (const MatchumFinding *self, MatchumSpace space)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->children->len; i++)
    {
      const MatchumFinding *child = g_ptr_array_index (self->children, i);
      g_autofree char *name = is_named (child, self) ? matchum_finding_dup_name (child, space) : NULL;

      if (name != NULL && *name != '\0' && !has_string (names, name))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len == 0)
    return g_strdup ("");
  return self->criterion->kind == MATCHUM_CRITERION_ALL ? join_together (names, space) : join_alternatives (names);
}

char *
matchum_finding_dup_name (const MatchumFinding *self, MatchumSpace space)
{
  if (self->name != NULL)
    return matchum_finding_shorten (self->name);
  if (self->children != NULL)
    return dup_list_name (self, space);
  return self->criterion->kind == MATCHUM_CRITERION_YEARS ? matchum_month_words_format (self->months_asked)
                                                          : g_strdup ("");
}

/* Labels ----------------------------------------------------------------------------------------------------------- */

/* By what a leaf is shown, where the posting's words do not say it. */
static char *
label_shown (const MatchumFinding *self, char *name, MatchumSpace space)
{
  g_autofree char *owned = name;
  g_autofree char *words = self->words != NULL ? matchum_finding_shorten (self->words) : NULL;

  if (self->criterion->kind == MATCHUM_CRITERION_LANGUAGE && words != NULL && strstr (words, name) != NULL)
    return g_steal_pointer (&words);
  if (self->way == MATCHUM_WAY_CONTEXT && !space.is_terse)
    /* Translators: %s is how something is to have been done, such as “in production”; work in a job shows it. */
    return g_strdup_printf (_ ("%s (by work in a job)"), name);
  if (words == NULL || space.is_terse)
    return g_steal_pointer (&owned);
  if (self->way == MATCHUM_WAY_OWN)
    /* Translators: what a posting asks for, and the words of the resume that the user counts as it. */
    return g_strdup_printf (_ ("%1$s (%2$s, a name of your own)"), name, words);
  if (self->way == MATCHUM_WAY_IMPLIED)
    /* Translators: what a posting asks for, and the words of the resume that show it: “Python (via PyTorch)”. */
    return g_strdup_printf (_ ("%1$s (via %2$s)"), name, words);
  return annotate (name, words);
}

static char *
label_part (const MatchumFinding *self, char *name)
{
  g_autofree char *owned = name;
  g_autofree char *words = self->words != NULL ? matchum_finding_shorten (self->words) : NULL;

  if (self->fault == MATCHUM_FAULT_EXPIRED)
    /* Translators: %s is a certificate or a test. */
    return g_strdup_printf (_ ("%s (expired)"),
                            self->criterion->kind == MATCHUM_CRITERION_LANGUAGE && words != NULL ? words : name);
  if (self->fault == MATCHUM_FAULT_MISSPELT && words != NULL)
    /* Translators: a name that a posting asks for, and what the resume writes instead, by a slip it seems. */
    return g_strdup_printf (_ ("%1$s (written “%2$s”)"), name, words);
  return words != NULL ? annotate (name, words) : g_steal_pointer (&owned);
}

static char *
label_leaf (const MatchumFinding *self, MatchumSpace space)
{
  g_autofree char *name = matchum_finding_dup_name (self, space);

  if (self->is_by_hand)
    /* Translators: %s is what a posting asks for; the user said that they have it, that they lack it, or what shows it.
     */
    return g_strdup_printf (_ ("%s (set by you)"), name);
  if (self->criterion->kind == MATCHUM_CRITERION_YEARS)
    return matchum_finding_dup_years (self, (MatchumSpace){ 0 });
  if (self->criterion->kind == MATCHUM_CRITERION_AMOUNT && self->amount.unit != MATCHUM_UNIT_NONE && !space.is_terse)
    {
      g_autofree char *found = matchum_amount_text_found (self);

      return annotate (name, found);
    }
  switch (self->state)
    {
    case MATCHUM_FINDING_SHOWN:
    case MATCHUM_FINDING_LISTED:
      return label_shown (self, g_steal_pointer (&name), space);
    case MATCHUM_FINDING_PART:
      return label_part (self, g_steal_pointer (&name));
    case MATCHUM_FINDING_HINT:
      return annotate (name, matchum_hint_get_word (g_array_index (self->hints, MatchumHint, 0).kind));
    case MATCHUM_FINDING_HIDDEN:
    case MATCHUM_FINDING_MISSING:
    case MATCHUM_N_FINDING_STATES:
    default:
      if (self->fault == MATCHUM_FAULT_APART)
        /* Translators: %s are words that mean one thing together; the resume has them in different places. */
        return g_strdup_printf (_ ("%s (not in one place)"), name);
      if (self->words != NULL)
        return label_part (self, g_steal_pointer (&name));
      return g_steal_pointer (&name);
    }
}

/* The names of what of a list is shown; what is silent only where nothing else is. */
static GPtrArray *
collect_shown (const MatchumFinding *self, MatchumSpace space)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  for (guint pass = 0; pass < 2 && labels->len == 0; pass++)
    for (guint i = 0; i < self->children->len; i++)
      {
        const MatchumFinding *child = g_ptr_array_index (self->children, i);
        g_autofree char *label = NULL;

        if (!matchum_finding_is_shown (child) || (pass == 0 && child->criterion->is_silent))
          continue;
        /* The class behind a list: what of it is there says more. */
        label = child->criterion->is_silent && child->words != NULL ? matchum_finding_shorten (child->words)
                                                                    : matchum_finding_dup_label (child, space);
        if (*label != '\0' && !has_string (labels, label))
          g_ptr_array_add (labels, g_steal_pointer (&label));
      }
  return labels;
}

static char *
label_list (const MatchumFinding *self, MatchumSpace space)
{
  if (matchum_finding_is_shown (self))
    {
      g_autoptr (GPtrArray) labels = collect_shown (self, (MatchumSpace){ space.max_names, 0, TRUE });

      if (self->criterion->kind == MATCHUM_CRITERION_ALL && labels->len > 0)
        return join_together (labels, space);
      if (labels->len > MAX_SHOWN_ALTERNATIVES)
        g_ptr_array_set_size (labels, MAX_SHOWN_ALTERNATIVES);
      g_ptr_array_add (labels, NULL);
      return g_strjoinv ("/", (char **) labels->pdata);
    }
  for (guint i = 0; self->state < MATCHUM_FINDING_MISSING && self->criterion->kind != MATCHUM_CRITERION_ALL
                    && i < self->children->len;
       i++)
    {
      const MatchumFinding *child = g_ptr_array_index (self->children, i);

      /* What is told of years is a sentence of its own, and no name. */
      if (child->state == self->state && child->work == NULL)
        return matchum_finding_dup_label (child, space);
    }
  return dup_list_name (self, space);
}

char *
matchum_finding_dup_label (const MatchumFinding *self, MatchumSpace space)
{
  return self->children != NULL ? label_list (self, space) : label_leaf (self, space);
}
