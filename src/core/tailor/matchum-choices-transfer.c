/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the sets that there would be, and one application of them. */
#include "config.h"

#include "tailor/matchum-choices-transfer.h"

typedef gboolean (*IsFunc) (MatchumApplication *, const char *);

/* Takes changed. */
static void
replace (MatchumApplication **application, MatchumApplication *changed)
{
  matchum_application_unref (*application);
  *application = changed;
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

/* Those of taken that the resume has, and those of kept that it has not: of these from knows nothing. */
static GPtrArray *
join (GPtrArray *taken, GPtrArray *kept, MatchumResume *resume)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < taken->len; i++)
    if (matchum_resume_lookup (resume, taken->pdata[i]) != NULL)
      g_ptr_array_add (ids, taken->pdata[i]);
  for (guint i = 0; i < kept->len; i++)
    if (matchum_resume_lookup (resume, kept->pdata[i]) == NULL)
      g_ptr_array_add (ids, kept->pdata[i]);
  return ids;
}

static void
take_visibility (MatchumApplication **application, MatchumApplication *from, MatchumResume *resume)
{
  g_autoptr (GPtrArray) from_hidden = matchum_application_dup_hidden (from);
  g_autoptr (GPtrArray) from_pinned = matchum_application_dup_pinned (from);
  g_autoptr (GPtrArray) own_hidden = matchum_application_dup_hidden (*application);
  g_autoptr (GPtrArray) own_pinned = matchum_application_dup_pinned (*application);
  g_autoptr (GPtrArray) hidden = join (from_hidden, own_hidden, resume);
  g_autoptr (GPtrArray) pinned = join (from_pinned, own_pinned, resume);

  replace (application, matchum_application_with_ids (*application, hidden, pinned));
}

static void
take_wordings (MatchumApplication **application, MatchumApplication *from, MatchumResume *resume)
{
  g_autoptr (GPtrArray) worded = matchum_application_dup_worded (from);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (MatchumApplicationWording));

  for (guint i = 0; i < worded->len; i++)
    {
      const char *id = worded->pdata[i];
      const MatchumApplicationWording wording = { id, matchum_application_get_wording (from, id),
                                                  matchum_application_get_replaced (from, id) };

      if (matchum_resume_lookup (resume, id) != NULL && matchum_application_get_wording (*application, id) == NULL)
        g_array_append_val (taken, wording);
    }
  replace (application,
           matchum_application_with_wordings (*application, (const MatchumApplicationWording *) (gpointer) taken->data,
                                              taken->len));
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
    .has_other_order = !matchum_application_has_same_order (before, after),
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
