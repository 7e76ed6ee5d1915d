/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence as a value. */
#include "config.h"

#include "match/matchum-evidence.h"

/* The criterion is not copied: it lives as long as its requirement. */
MatchumEvidence *
matchum_evidence_copy (const MatchumEvidence *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_memdup2 (self, sizeof *self);
}

void
matchum_evidence_free (MatchumEvidence *self)
{
  g_free (self);
}

/* The word for a reason in the command line's JSON; the same in every language. */
const char *
matchum_reason_get_nick (MatchumReason reason)
{
  switch (reason)
    {
    case MATCHUM_REASON_NAMED:
      return "named";
    case MATCHUM_REASON_ALIAS:
      return "alias";
    case MATCHUM_REASON_IMPLIED:
      return "implied";
    case MATCHUM_REASON_YEARS:
      return "years";
    case MATCHUM_REASON_DEGREE:
      return "degree";
    case MATCHUM_REASON_CERTIFICATE:
      return "certificate";
    case MATCHUM_REASON_BY_HAND:
      return "by-hand";
    default:
      g_return_val_if_reached ("named");
    }
}
