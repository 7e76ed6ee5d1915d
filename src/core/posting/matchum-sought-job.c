/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the job out of a sentence by which a company calls for people. */
#include "config.h"

#include "posting/matchum-sought-job.h"

#include <string.h>

#include "posting/matchum-headline.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-word-list.h"

#define MAX_JOB_LENGTH 60

static gboolean
ends_with_job (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);

  return matchum_headline_ends_with_job (folded);
}

/* "experienced Payroll Manager" is sought as a Payroll Manager. */
static const char *
skip_praise (const char *job)
{
  static MatchumWordList praise = MATCHUM_WORD_LIST (
      "experienced|talented|passionate|skilled|motivated|great|new|dedicated|enthusiastic|friendly|reliable|ambitious|"
      "exceptional|strong|driven|proactive|curious|creative|hands-on|self-motivated|highly|very|first|and|or|&");

  for (;;)
    {
      gsize n = strcspn (job, " ,");

      if (job[n] == '\0' || !matchum_word_list_holds (&praise, job, n))
        return job;
      job += n + strspn (job + n, " ,");
    }
}

static gsize
measure_job (const char *job)
{
  static const char *const ends[] = { " to ", " who ", " with ", " for ", " that ", " at ",    ", ",    ".",    "!",
                                      " – ",  " — ",   " - ",    " (",    ";",      " based ", " and ", " as ", "?" };
  gsize n = strlen (job);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = strstr (job, ends[i]);

      n = end != NULL ? MIN (n, (gsize) (end - job)) : n;
    }
  for (gsize i = 0; i + 4 < n; i++)
    if (strncmp (job + i, " in ", 4) == 0 && g_ascii_isupper (job[i + 4]))
      n = i;
  return n;
}

/* Behind "… looking for" and the like, or NULL. */
static char *
dup_called (const char *sentence)
{
  static const char *const calls[] = { " looking for a",  " hiring a",     " seeking a",       " recruiting a",
                                       " in search of a", " recruit a",    " hire a",          " opening for a",
                                       " appoint a",      " need of a",    " a vacancy for a", " on the hunt for a",
                                       " join us as a",   " our team as a" };
  static const char *const nexts[] = { " our next ", " our new ", " our first " };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const char *found = strstr (sentence, calls[i]);
      const char *job = found != NULL                               ? found + strlen (calls[i])
                        : g_str_has_prefix (sentence, calls[i] + 1) ? sentence + strlen (calls[i]) - 1
                                                                    : NULL;

      if (job == NULL)
        continue;
      if (*job != ' ' && !g_str_has_prefix (job, "n ") && !g_str_has_prefix (job, "nother "))
        continue;
      job = skip_praise (job + strcspn (job, " ") + 1);
      return g_strndup (job, measure_job (job));
    }
  for (guint i = 0; i < G_N_ELEMENTS (nexts); i++)
    {
      const char *job = strstr (sentence, nexts[i]);

      if (job != NULL)
        return g_strndup (job + strlen (nexts[i]), measure_job (job + strlen (nexts[i])));
    }
  return NULL;
}

/* "Join Acme as a Pastry Chef" */
static char *
dup_joined (const char *sentence)
{
  const char *job = g_str_has_prefix (sentence, "Join ") ? strstr (sentence, " as a") : NULL;

  if (job == NULL)
    return NULL;
  job += strlen (" as a");
  if (*job != ' ' && !g_str_has_prefix (job, "n "))
    return NULL;
  job += strcspn (job, " ") + 1;
  return g_strndup (job, measure_job (job));
}

/* "The Staff Accountant supports …", "As Assistant Curator you will …": words with capitals. */
static char *
dup_subject (const char *sentence)
{
  static const char *const before[] = { "The ", "As a ", "As an ", "As our ", "As the ", "As " };
  const char *job = NULL;
  const char *end;

  for (guint i = 0; i < G_N_ELEMENTS (before) && job == NULL; i++)
    if (g_str_has_prefix (sentence, before[i]) && g_ascii_isupper (sentence[strlen (before[i])]))
      job = sentence + strlen (before[i]);
  if (job == NULL)
    return NULL;
  end = job;
  while (g_ascii_isupper (*end) || g_str_has_prefix (end, "of ") || g_str_has_prefix (end, "and ")
         || g_str_has_prefix (end, "& "))
    {
      end += strcspn (end, " ,.");
      if (*end != ' ')
        break;
      end++;
    }
  while (end > job && end[-1] == ' ')
    end--;
  return g_strndup (job, (gsize) (end - job));
}

char *
matchum_sought_job_dup (const char *sentence)
{
  g_autofree char *job = dup_called (sentence);

  if (job == NULL)
    job = dup_joined (sentence);
  if (job == NULL)
    job = dup_subject (sentence);
  if (job == NULL || *job == '\0' || strlen (job) > MAX_JOB_LENGTH || !ends_with_job (job))
    return NULL;
  return g_steal_pointer (&job);
}

const char *
matchum_sought_job_skip_clause (const char *title)
{
  static MatchumWordList ends = MATCHUM_WORD_LIST (
      "함께할|함께하실|함께 "
      "할|일할|일하실|성장할|성장하실|만들어갈|만들어나갈|이끌어갈|이끌어줄|이끌어주실|책임질|책임지실|"
      "담당할|담당하실|근무할|근무하실|맡아줄|맡아주실|도와줄|도와주실|개척할|에서|에서는");
  /* Who asks a recruiter to look for somebody: "국내 대기업 계열사 사내변호사". */
  static MatchumWordList employers = MATCHUM_WORD_LIST (
      "상장사|제조사|계열사|대기업|중견기업|중소기업|외국계|외국계기업|스타트업|금융사|보험사|증권사|"
      "제약사|건설사|게임사|운용사|기업|공기업|유통사|플랫폼사|의료기관|공공기관");
  static MatchumWordList names_of_work = MATCHUM_WORD_LIST ("기업|스타트업");
  const char *job = title;

  for (const char *p = title; *p != '\0';)
    {
      gsize n = strcspn (p, " ");
      const char *rest = p + n + strspn (p + n, " ");

      if (*rest != '\0' && n > 3 && (matchum_word_list_ends (&ends, p, n) || matchum_word_list_ends (&employers, p, n))
          && !matchum_word_list_holds (&names_of_work, p, n) && ends_with_job (rest))
        job = rest;
      p = rest;
    }
  return job;
}
