/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the organisation of an entry. */
#include "config.h"

#include "ui/matchum-block-lead.h"

#include <string.h>

MatchumSpan
matchum_block_lead_find (MatchumBlockKind kind, const char *text)
{
  static const char *const strong[] = { " | ", " · ", " — ", " ㅣ " };
  static const char *const weak[] = { ", ", " – ", " - ", " (" };
  gsize length, end;

  g_return_val_if_fail (text != NULL, MATCHUM_SPAN (0, 0));

  length = end = strlen (text);
  if (kind != MATCHUM_BLOCK_ENTRY)
    return MATCHUM_SPAN (0, kind == MATCHUM_BLOCK_SECTION || kind == MATCHUM_BLOCK_TITLE ? length : 0);

  for (guint i = 0; i < G_N_ELEMENTS (strong); i++)
    {
      const char *found = strstr (text, strong[i]);

      if (found != NULL && found > text)
        end = MIN (end, (gsize) (found - text));
    }
  for (guint i = 0; end == length && i < G_N_ELEMENTS (weak); i++)
    {
      const char *found = strstr (text, weak[i]);

      if (found != NULL && found > text)
        end = (gsize) (found - text);
    }
  return MATCHUM_SPAN (0, end);
}
