/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim as a value. */
#include "config.h"

#include "match/matchum-claim.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (MatchumClaim, matchum_claim, matchum_claim_ref, matchum_claim_unref)

static const char *const kind_nicks[] = { "link", "not-this", "have", "lack" };

G_STATIC_ASSERT (G_N_ELEMENTS (kind_nicks) == MATCHUM_CLAIM_LACK + 1);

MatchumClaim *
matchum_claim_new (MatchumClaimKind kind,
                   const MatchumLineAnchor *anchor,
                   guint part,
                   const char *criterion,
                   const char *block)
{
  MatchumClaim *self;

  g_return_val_if_fail (anchor != NULL && anchor->text != NULL, NULL);
  g_return_val_if_fail (matchum_claim_kind_has_block (kind) == (block != NULL), NULL);

  self = g_atomic_rc_box_new0 (MatchumClaim);
  self->kind = kind;
  self->line = anchor->line;
  self->n_same = MAX (anchor->n_same, 1);
  self->nth = CLAMP (anchor->nth, 1, self->n_same);
  self->line_text = g_strdup (anchor->text);
  self->part = part;
  self->criterion = g_strdup (criterion);
  self->block = g_strdup (block);
  return self;
}

MatchumClaim *
matchum_claim_ref (MatchumClaim *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
matchum_claim_clear (MatchumClaim *self)
{
  g_free (self->line_text);
  g_free (self->criterion);
  g_free (self->block);
}

void
matchum_claim_unref (MatchumClaim *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_claim_clear);
}

MatchumLineAnchor
matchum_claim_get_anchor (const MatchumClaim *self)
{
  g_return_val_if_fail (self != NULL, ((MatchumLineAnchor){ 0, 1, 1, "" }));

  return (MatchumLineAnchor){ self->line, self->nth, self->n_same, self->line_text };
}

gboolean
matchum_claim_is_equal (const MatchumClaim *self, const MatchumClaim *other)
{
  return matchum_claim_compare (self, other) == 0;
}

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

int
matchum_claim_compare (const MatchumClaim *self, const MatchumClaim *other)
{
  MatchumLineAnchor anchor, other_anchor;
  int order;

  g_return_val_if_fail (self != NULL && other != NULL, 0);

  anchor = matchum_claim_get_anchor (self);
  other_anchor = matchum_claim_get_anchor (other);
  order = matchum_line_anchor_compare (&anchor, &other_anchor);
  if (order == 0)
    order = compare_numbers (self->part, other->part);
  if (order == 0)
    order = g_strcmp0 (self->criterion, other->criterion);
  if (order == 0)
    order = g_strcmp0 (self->block, other->block);
  return order != 0 ? order : compare_numbers (self->kind, other->kind);
}

gboolean
matchum_claim_kind_has_block (MatchumClaimKind kind)
{
  return kind == MATCHUM_CLAIM_LINK || kind == MATCHUM_CLAIM_NOT_THIS;
}

const char *
matchum_claim_kind_get_nick (MatchumClaimKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_nicks), NULL);

  return kind_nicks[kind];
}

gboolean
matchum_claim_kind_from_nick (const char *nick, MatchumClaimKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_nicks); i++)
    if (g_strcmp0 (nick, kind_nicks[i]) == 0)
      {
        if (kind != NULL)
          *kind = (MatchumClaimKind) i;
        return TRUE;
      }
  return FALSE;
}
