/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells organisation and role apart by their words, by what else the heading says and by how other headings stand. */
#include "config.h"

#include "resume/matchum-entry-parts.h"

#include <string.h>

#include "resume/matchum-entry-dates.h"
#include "resume/matchum-entry-signs.h"
#include "resume/matchum-entry-words.h"

static gint
weigh_span (const char *text, MatchumSpan span)
{
  g_autofree char *part = g_strndup (text + span.start, matchum_span_get_length (span));

  return matchum_entry_words_weigh (part);
}

static MatchumSpan
get_part (const GArray *parts, guint index)
{
  return g_array_index (parts, MatchumSpan, index);
}

static MatchumSpan
join (const GArray *parts, guint first, guint end)
{
  if (first >= end)
    return MATCHUM_SPAN (0, 0);
  return MATCHUM_SPAN (get_part (parts, first).start, get_part (parts, end - 1).end);
}

/* The first run of parts that name roles: [first, end); FALSE where there is none or a second. */
static gboolean
find_roles (const char *text, const GArray *parts, guint *first, guint *end)
{
  guint n_runs = 0;
  gboolean was_role = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const gboolean is_role = weigh_span (text, get_part (parts, i)) > 0;

      if (is_role && !was_role && n_runs++ == 0)
        *first = i;
      if (is_role && n_runs == 1)
        *end = i + 1;
      was_role = is_role;
    }
  return n_runs == 1 && *end - *first < parts->len;
}

/* Two parts of which only one says that it is an organisation. */
static MatchumEntryOrder
find_organisation (const char *text, const GArray *parts)
{
  gint first = weigh_span (text, get_part (parts, 0));
  gint second = weigh_span (text, get_part (parts, 1));

  if (parts->len != 2 || (first < 0) == (second < 0))
    return MATCHUM_ENTRY_ORDER_UNKNOWN;
  return first < 0 ? MATCHUM_ENTRY_ORDER_ORGANISATION : MATCHUM_ENTRY_ORDER_ROLE;
}

static MatchumEntryOrder
find_order (const char *text, const GArray *parts, guint *first, guint *end)
{
  if (parts->len < 2)
    return MATCHUM_ENTRY_ORDER_UNKNOWN;
  if (find_roles (text, parts, first, end))
    return *first == 0 ? MATCHUM_ENTRY_ORDER_ROLE : MATCHUM_ENTRY_ORDER_ORGANISATION;
  return find_organisation (text, parts);
}

MatchumEntryOrder
matchum_entry_parts_find_order (const char *text)
{
  g_autoptr (GArray) parts = NULL;
  guint first = 0, end = 0;

  g_return_val_if_fail (text != NULL, MATCHUM_ENTRY_ORDER_UNKNOWN);

  parts = matchum_entry_signs_split (text, NULL);
  return find_order (text, parts, &first, &end);
}

MatchumEntryOrder
matchum_entry_parts_find_usual_order (MatchumResume *resume, MatchumVisibility *visibility)
{
  guint n_organisation = 0, n_role = 0;

  g_return_val_if_fail (resume != NULL, MATCHUM_ENTRY_ORDER_UNKNOWN);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      g_autofree char *head = NULL;
      MatchumEntryOrder order;

      if (block->kind != MATCHUM_BLOCK_ENTRY || (visibility != NULL && !matchum_visibility_is_visible (visibility, i))
          || (block->section != MATCHUM_SECTION_EXPERIENCE && block->section != MATCHUM_SECTION_ACTIVITIES))
        continue;
      head = matchum_entry_dates_take (matchum_block_get_text (block),
                                       block->dated_by == block->index ? block->dates : NULL, NULL);
      order = matchum_entry_parts_find_order (head);
      n_organisation += order == MATCHUM_ENTRY_ORDER_ORGANISATION;
      n_role += order == MATCHUM_ENTRY_ORDER_ROLE;
    }
  if (n_organisation == n_role)
    return MATCHUM_ENTRY_ORDER_UNKNOWN;
  return n_organisation > n_role ? MATCHUM_ENTRY_ORDER_ORGANISATION : MATCHUM_ENTRY_ORDER_ROLE;
}

/* "푸른의료재단 들빛병원 간호사": no sign parts them, but the words before the role end with what only names end with.
 */
static gboolean
find_compound (const char *text, MatchumEntryParts *found)
{
  gsize end = 0;

  for (gsize at = strcspn (text, " "); text[at] != '\0'; at += 1 + strcspn (text + at + 1, " "))
    {
      g_autofree char *head = g_strndup (text, at);
      if (matchum_entry_words_ends_as_organisation (head))
        end = matchum_entry_words_weigh (text + at) > 0 ? at : end;
    }
  if (end == 0)
    return FALSE;
  found->organisation = MATCHUM_SPAN (0, end);
  found->role = matchum_entry_signs_trim (text, MATCHUM_SPAN (end, strlen (text)), FALSE);
  return TRUE;
}

/* "Data Engineer at Tallow & Finch" */
static gboolean
find_at (const char *text, MatchumEntryParts *found)
{
  const char *at = strstr (text, " at ");
  g_autofree char *role = at != NULL ? g_strndup (text, (gsize) (at - text)) : NULL;

  if (role == NULL || matchum_entry_words_weigh (role) <= 0)
    return FALSE;
  found->role = MATCHUM_SPAN (0, strlen (role));
  found->organisation =
      matchum_entry_signs_trim (text, MATCHUM_SPAN (strlen (role) + strlen (" at "), strlen (text)), FALSE);
  return !matchum_span_is_empty (found->organisation);
}

/* "[하나로의료기] 영업본부 / 차장" */
static gboolean
find_bracketed (const char *text, MatchumEntryParts *found)
{
  const char *close = text[0] == '[' ? strchr (text, ']') : NULL;

  if (close == NULL || close == text + 1 || matchum_entry_words_weigh (close + 1) <= 0)
    return FALSE;
  found->organisation = matchum_entry_signs_trim (text, MATCHUM_SPAN (1, (gsize) (close - text)), FALSE);
  found->role = matchum_entry_signs_trim (text, MATCHUM_SPAN ((gsize) (close + 1 - text), strlen (text)), TRUE);
  return matchum_entry_words_weigh (text + 1) > 0 && !matchum_span_is_empty (found->organisation);
}

/* "Research Scientist, Larkspur Laboratories — Zurich": the first part is two, and the second a place. */
static gboolean
find_before_place (const char *text, const GArray *parts, MatchumEntryParts *found)
{
  g_autofree char *before = NULL;
  g_autoptr (GArray) inner = NULL;
  gint first, second;

  if (parts->len != 2 || weigh_span (text, get_part (parts, 1)) != 0 || get_part (parts, 0).start != 0)
    return FALSE;
  before = g_strndup (text, get_part (parts, 0).end);
  inner = matchum_entry_signs_split_at_commas (before);
  if (inner->len != 2)
    return FALSE;
  first = weigh_span (before, get_part (inner, 0));
  second = weigh_span (before, get_part (inner, 1));
  if ((first > 0) == (second > 0))
    return FALSE;
  found->role = get_part (inner, first > 0 ? 0 : 1);
  found->organisation = get_part (inner, first > 0 ? 1 : 0);
  found->place = get_part (parts, 1);
  return TRUE;
}

static void
take_in_order (const GArray *parts, MatchumEntryOrder order, MatchumEntryParts *found)
{
  const gboolean is_role_first = order == MATCHUM_ENTRY_ORDER_ROLE;

  found->organisation = get_part (parts, is_role_first ? 1 : 0);
  found->role = get_part (parts, is_role_first ? 0 : 1);
  found->place = join (parts, 2, parts->len);
}

/* The roles are [first, end); what is before them is the organisation, what is after a place, or goes with the role. */
static void
take_around_roles (const char *text,
                   const GArray *parts,
                   gboolean is_barred,
                   guint first,
                   guint end,
                   MatchumEntryParts *found)
{
  MatchumSpan after = join (parts, end, parts->len);
  g_autofree char *words = g_strndup (text + after.start, matchum_span_get_length (after));

  found->role = join (parts, first, end);
  if (first > 0)
    {
      MatchumSpan team = get_part (parts, first - 1);
      g_autofree char *name = g_strndup (text + team.start, matchum_span_get_length (team));
      const gboolean is_team = first > 1 && matchum_entry_words_ends_as_team (name);

      if (is_team)
        found->role.start = team.start;
      found->organisation = join (parts, 0, first - is_team);
      if (is_barred || matchum_entry_words_is_place (words))
        found->place = after;
      else if (!matchum_span_is_empty (after))
        found->role.end = after.end;
      return;
    }
  found->organisation = is_barred ? get_part (parts, end) : after;
  if (is_barred)
    found->place = join (parts, end + 1, parts->len);
}

gboolean
matchum_entry_parts_find (const char *text, MatchumEntryOrder usual, MatchumEntryParts *found)
{
  g_autoptr (GArray) parts = NULL;
  gboolean is_barred;
  guint first = 0, end = 0;
  MatchumEntryOrder order;

  g_return_val_if_fail (text != NULL && found != NULL, FALSE);

  *found = (MatchumEntryParts){ 0 };
  parts = matchum_entry_signs_split (text, &is_barred);
  if (usual == MATCHUM_ENTRY_ORDER_BARRED)
    {
      if (is_barred && parts->len <= 3)
        {
          take_in_order (parts, usual, found);
          return TRUE;
        }
      usual = MATCHUM_ENTRY_ORDER_UNKNOWN;
    }
  if (strlen (text) <= MATCHUM_ENTRY_MAX_BYTES && find_bracketed (text, found))
    return TRUE;
  *found = (MatchumEntryParts){ 0 };
  if (parts->len == 1 && strlen (text) <= MATCHUM_ENTRY_MAX_BYTES
      && (find_at (text, found) || find_compound (text, found)))
    return TRUE;
  *found = (MatchumEntryParts){ 0 };
  if (!is_barred && find_before_place (text, parts, found))
    return TRUE;
  order = find_order (text, parts, &first, &end);
  if (order != MATCHUM_ENTRY_ORDER_UNKNOWN && end > first)
    {
      take_around_roles (text, parts, is_barred, first, end, found);
      return TRUE;
    }
  if (order == MATCHUM_ENTRY_ORDER_UNKNOWN)
    order = usual;
  if (order == MATCHUM_ENTRY_ORDER_UNKNOWN || parts->len < 2 || (parts->len > 2 && !(is_barred && parts->len == 3)))
    return FALSE;
  take_in_order (parts, order, found);
  return TRUE;
}
