/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes and papers that there are. */
#include "config.h"

#include "matchum-theme.h"

static const MatchumTheme themes[] = {
  {
      .name = "standard",
      .inline_dates = FALSE,
      .base_size = 9.25,
      .leading = 1.48,
      .margin_x = 54.0,
      .margin_y = 50.0,
      .accent = { 0.110, 0.231, 0.431 },
      .ink = { 0.110, 0.118, 0.133 },
      .quiet = { 0.365, 0.384, 0.420 },
      .name_size = 21.0,
      .contact_size = 8.75,
      .section_size = 11.25,
      .entry_size = 9.75,
      .rule_width = 0.75,
      .section_gap = 14.0,
      .entry_gap = 8.0,
      .item_gap = 1.25,
      .paragraph_gap = 4.0,
  },
  {
      .name = "ats",
      .inline_dates = TRUE,
      .base_size = 9.5,
      .leading = 1.45,
      .margin_x = 56.0,
      .margin_y = 52.0,
      .accent = { 0.0, 0.0, 0.0 },
      .ink = { 0.0, 0.0, 0.0 },
      .quiet = { 0.0, 0.0, 0.0 },
      .name_size = 18.0,
      .contact_size = 9.5,
      .section_size = 11.5,
      .entry_size = 9.75,
      .rule_width = 0.0,
      .section_gap = 13.0,
      .entry_gap = 7.0,
      .item_gap = 1.0,
      .paragraph_gap = 4.0,
  },
};

const MatchumTheme *
matchum_theme_lookup (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      if (g_str_equal (themes[i].name, name))
        return &themes[i];
    }

  return NULL;
}

const char *const *
matchum_theme_get_names (void)
{
  static const char *const names[] = { "standard", "ats", NULL };

  return names;
}

double
matchum_paper_get_width (MatchumPaper paper)
{
  return paper == MATCHUM_PAPER_LETTER ? 612.0 : 595.276;
}

double
matchum_paper_get_height (MatchumPaper paper)
{
  return paper == MATCHUM_PAPER_LETTER ? 792.0 : 841.890;
}

const char *const *
matchum_paper_get_names (void)
{
  static const char *const names[] = { "a4", "letter", NULL };

  return names;
}

gboolean
matchum_paper_from_name (const char *name, MatchumPaper *paper)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (paper != NULL, FALSE);

  if (g_ascii_strcasecmp (name, "a4") == 0)
    *paper = MATCHUM_PAPER_A4;
  else if (g_ascii_strcasecmp (name, "letter") == 0)
    *paper = MATCHUM_PAPER_LETTER;
  else
    return FALSE;

  return TRUE;
}
