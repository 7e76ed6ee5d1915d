/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes away what a requirement line speaks of but does not ask for: attitudes, wishes, what one may do without. */
#include "config.h"

#include "posting/matchum-requirement-wishes.h"

#include <string.h>

#include "posting/matchum-requirement-words.h"

static gboolean
is_firm (MatchumAtomLine *line, const MatchumAtom *atom, MatchumAttitude attitude)
{
  const MatchumConcept *concept;

  if (atom->kind == MATCHUM_ATOM_YEARS || atom->kind == MATCHUM_ATOM_DEGREE || atom->kind == MATCHUM_ATOM_CERTIFICATE
      || atom->kind == MATCHUM_ATOM_LANGUAGE)
    return TRUE;
  if (attitude == MATCHUM_ATTITUDE_STRONG || atom->criterion->concepts->len == 0)
    return FALSE;
  if (attitude == MATCHUM_ATTITUDE_FAINT)
    return TRUE;
  concept = matchum_lexicon_get_concept (line->lexicon, g_array_index (atom->criterion->concepts, guint, 0));
  /* "스크럼 방식으로 협업": a way of working that has a name is asked for by it. */
  return strcmp (concept->id, "agile") == 0 || strcmp (concept->id, "scrum") == 0
         || matchum_concept_kind_is_product (concept->kind);
}

static void
drop_atoms (MatchumAtomLine *line, gsize start, gsize end)
{
  for (guint i = 0; i < line->atoms->len; i++)
    {
      MatchumAtom *atom = g_ptr_array_index (line->atoms, i);

      if (atom->span.start >= start && atom->span.end <= end)
        g_clear_pointer (&atom->criterion, matchum_criterion_free);
    }
}

/* "PLC communication", "inter-process communication": a word within the name of a skill speaks of no attitude. */
static MatchumAttitude
find_attitude (MatchumAtomLine *line, gsize start, gsize end)
{
  MatchumAttitude attitude = matchum_requirement_words_find_attitude (line->text + start, end - start);
  g_autofree char *rest = NULL;

  if (attitude != MATCHUM_ATTITUDE_MILD)
    return attitude;
  rest = g_strndup (line->text + start, end - start);
  for (guint i = 0; i < line->atoms->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (line->atoms, i);

      if (atom->span.start >= start && atom->span.end <= end && atom->criterion != NULL
          && atom->criterion->concepts->len > 0)
        memset (rest + atom->span.start - start, ' ', matchum_span_get_length (atom->span));
    }
  return matchum_requirement_words_find_attitude (rest, end - start);
}

/* Takes away the atoms of a clause that asks for an attitude only. Gives whether it does. */
gboolean
matchum_requirement_wishes_drop_attitude (MatchumAtomLine *line, gsize start, gsize end)
{
  const gboolean may_be_soft = (line->signs & MATCHUM_SIGN_ATTITUDE) != 0;
  MatchumAttitude attitude = may_be_soft ? find_attitude (line, start, end) : MATCHUM_ATTITUDE_NONE;
  gboolean is_soft = attitude != MATCHUM_ATTITUDE_NONE;

  if (!is_soft)
    return FALSE;
  for (guint i = 0; i < line->atoms->len; i++)
    {
      const MatchumAtom *atom = g_ptr_array_index (line->atoms, i);

      if (atom->span.start >= start && atom->span.end <= end && atom->criterion != NULL
          && is_firm (line, atom, attitude))
        is_soft = FALSE;
    }
  if (is_soft)
    drop_atoms (line, start, end);
  return is_soft;
}

/* "five years in sales, ideally in SaaS": what would only be better is not asked for. */
void
matchum_requirement_wishes_drop (MatchumAtomLine *line, gsize start, gsize end)
{
  static const char *const openers[] = { ", ideally ",    " (ideally ",  " - ideally ", ", preferably ",
                                         " (preferably ", " – ideally ", " — ideally ", ", optionally ",
                                         ", 가급적 ",     " (가급적 " };

  if ((line->signs & MATCHUM_SIGN_WISH) == 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      const char *place = g_strstr_len (line->text + start, (gssize) (end - start), openers[i]);
      const char *next;

      if (place == NULL)
        continue;
      next = g_strstr_len (place + strlen (openers[i]),
                           (gssize) (end - (gsize) (place - line->text) - strlen (openers[i])),
                           strchr (openers[i], '(') != NULL ? ")" : ", and ");
      drop_atoms (line, (gsize) (place - line->text), next != NULL ? (gsize) (next - line->text) : end);
    }
}

/* Takes away what is asked for in the clause that ends at end. */
static void
drop_clause (MatchumAtomLine *line, gsize start, gsize end)
{
  gsize at = end;

  while (at > start && strchr (",;(", line->text[at - 1]) == NULL)
    at--;
  drop_atoms (line, at, end);
}

/* "German at B1 or the will to learn it", "Danish is not needed": what one may do without. Gives whether there is such.
 */
gboolean
matchum_requirement_wishes_drop_needless (MatchumAtomLine *line, gsize start, gsize end)
{
  static const char *const closers[] = { " or the will to learn",
                                         " or willingness to learn",
                                         " or a willingness to learn",
                                         " or the willingness to learn",
                                         " or willing to learn",
                                         " or a desire to learn",
                                         " or eagerness to learn",
                                         " or an eagerness to learn",
                                         " is not needed",
                                         " not needed",
                                         " is not required",
                                         " not required",
                                         " is not necessary",
                                         "은 불필요",
                                         "는 불필요",
                                         " 불필요",
                                         " 필요 없",
                                         " 필요하지 않",
                                         " 필요는 없",
                                         " 또는 배우려는 의지",
                                         " 또는 배울 의지",
                                         " 또는 학습 의지",
                                         " 또는 학습 의향",
                                         " 혹은 배우려는 의지",
                                         " 혹은 학습 의지" };

  gboolean is_found = FALSE;

  if ((line->signs & MATCHUM_SIGN_NEEDLESS) == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (closers); i++)
    {
      const char *place = g_strstr_len (line->text + start, (gssize) (end - start), closers[i]);

      if (place != NULL)
        drop_clause (line, start, (gsize) (place - line->text));
      is_found |= place != NULL;
    }
  return is_found;
}
