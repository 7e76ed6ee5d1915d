/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes choices over one by one, since applications are values. */
#include "config.h"

#include "tailor/matchum-choices-transfer.h"

typedef gboolean (*IsFunc) (MatchumApplication *, const char *);
typedef MatchumApplication *(*WithFunc) (MatchumApplication *, const char *, gboolean);

/* Takes changed. */
static void
replace (MatchumApplication **application, MatchumApplication *changed)
{
  matchum_application_unref (*application);
  *application = changed;
}

/* Makes those of ids that the resume has members or not, where they are not so yet. */
static void
set_all (MatchumApplication **application,
         MatchumResume *resume,
         GPtrArray *ids,
         IsFunc is_member,
         WithFunc with,
         gboolean value)
{
  for (guint i = 0; i < ids->len; i++)
    if (matchum_resume_lookup (resume, ids->pdata[i]) != NULL && is_member (*application, ids->pdata[i]) != value)
      replace (application, with (*application, ids->pdata[i], value));
}

/* Those of ids that are no members of other. */
static GPtrArray *
subtract (GPtrArray *ids, MatchumApplication *other, IsFunc is_member)
{
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    if (!is_member (other, ids->pdata[i]))
      g_ptr_array_add (rest, ids->pdata[i]);
  return rest;
}

/* What was hidden and is not there comes back first, since hiding takes off pins and pinning shows. */
static void
take_visibility (MatchumApplication **application, MatchumApplication *from, MatchumResume *resume)
{
  g_autoptr (GPtrArray) hidden = matchum_application_dup_hidden (from);
  g_autoptr (GPtrArray) pinned = matchum_application_dup_pinned (from);
  g_autoptr (GPtrArray) hidden_before = matchum_application_dup_hidden (*application);
  g_autoptr (GPtrArray) pinned_before = matchum_application_dup_pinned (*application);
  g_autoptr (GPtrArray) shown = subtract (hidden_before, from, matchum_application_is_hidden);
  g_autoptr (GPtrArray) unpinned = subtract (pinned_before, from, matchum_application_is_pinned);

  set_all (application, resume, shown, matchum_application_is_hidden, matchum_application_with_hidden, FALSE);
  set_all (application, resume, unpinned, matchum_application_is_pinned, matchum_application_with_pinned, FALSE);
  set_all (application, resume, hidden, matchum_application_is_hidden, matchum_application_with_hidden, TRUE);
  set_all (application, resume, pinned, matchum_application_is_pinned, matchum_application_with_pinned, TRUE);
}

static void
take_wordings (MatchumApplication **application, MatchumApplication *from, MatchumResume *resume)
{
  g_autoptr (GPtrArray) worded = matchum_application_dup_worded (from);

  for (guint i = 0; i < worded->len; i++)
    {
      const char *id = worded->pdata[i];

      if (matchum_resume_lookup (resume, id) != NULL && matchum_application_get_wording (*application, id) == NULL)
        replace (application,
                 matchum_application_with_wording (*application, id, matchum_application_get_wording (from, id),
                                                   matchum_application_get_replaced (from, id)));
    }
}

MatchumApplication *
matchum_choices_transfer_apply (MatchumApplication *application, MatchumApplication *from, MatchumResume *resume)
{
  MatchumApplication *taken;

  g_return_val_if_fail (application != NULL && from != NULL && resume != NULL, NULL);

  taken = matchum_application_with_order (application, matchum_application_get_order (from));
  take_visibility (&taken, from, resume);
  take_wordings (&taken, from, resume);
  return taken;
}

static guint
count_others (GPtrArray *ids, MatchumApplication *other, IsFunc is_member)
{
  g_autoptr (GPtrArray) others = subtract (ids, other, is_member);

  return others->len;
}

static guint
count_other_wordings (MatchumApplication *before, MatchumApplication *after)
{
  g_autoptr (GPtrArray) worded = matchum_application_dup_worded (after);
  guint n = 0;

  for (guint i = 0; i < worded->len; i++)
    n += g_strcmp0 (matchum_application_get_wording (before, worded->pdata[i]),
                    matchum_application_get_wording (after, worded->pdata[i]))
         != 0;
  return n;
}

static gboolean
has_other_order (MatchumApplication *before, MatchumApplication *after)
{
  GPtrArray *a = matchum_application_get_order (before), *b = matchum_application_get_order (after);

  if (a->len != b->len)
    return TRUE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return TRUE;
  return FALSE;
}

MatchumChoicesDifference
matchum_choices_transfer_compare (MatchumApplication *before, MatchumApplication *after)
{
  g_autoptr (GPtrArray) hidden_before = matchum_application_dup_hidden (before);
  g_autoptr (GPtrArray) hidden_after = matchum_application_dup_hidden (after);
  g_autoptr (GPtrArray) pinned_before = matchum_application_dup_pinned (before);
  g_autoptr (GPtrArray) pinned_after = matchum_application_dup_pinned (after);

  return (MatchumChoicesDifference){
    .n_hidden = count_others (hidden_after, before, matchum_application_is_hidden),
    .n_shown = count_others (hidden_before, after, matchum_application_is_hidden),
    .n_pinned = count_others (pinned_after, before, matchum_application_is_pinned),
    .n_unpinned = count_others (pinned_before, after, matchum_application_is_pinned),
    .n_wordings = count_other_wordings (before, after),
    .has_other_order = has_other_order (before, after),
  };
}

gboolean
matchum_choices_difference_is_empty (const MatchumChoicesDifference *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_hidden + self->n_shown + self->n_pinned + self->n_unpinned + self->n_wordings == 0
         && !self->has_other_order;
}

gboolean
matchum_choices_transfer_has_any (MatchumApplication *from)
{
  g_autoptr (MatchumApplication) nothing = matchum_application_new ();
  MatchumChoicesDifference difference;

  g_return_val_if_fail (from != NULL, FALSE);

  difference = matchum_choices_transfer_compare (nothing, from);
  return !matchum_choices_difference_is_empty (&difference);
}
