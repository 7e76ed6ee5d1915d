/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes and papers that there are. */
#include "config.h"

#include "matchum-theme.h"

#include <string.h>

static const MatchumTheme themes[] = {
  {
      .name = "standard",
      .joint = " · ",
      .head = MATCHUM_HEAD_LEFT,
      .section = MATCHUM_SECTION_RULED,
      .running = MATCHUM_RUNNING_FOOT_RIGHT,
      .base_size = 9.25,
      .leading = 1.48,
      .margin_x = 54.0,
      .margin_y = 50.0,
      .name_size = 21.0,
      .contact_size = 8.75,
      .section_size = 11.25,
      .entry_size = 9.75,
      .rule_width = 0.75,
      .section_gap = 14.0,
      .entry_gap = 8.0,
      .item_gap = 1.25,
      .paragraph_gap = 4.0,
      .palette = { { { 0.110, 0.118, 0.133 }, { 0.365, 0.384, 0.420 }, { 0.110, 0.231, 0.431 } } },
  },
  {
      .name = "ats",
      .joint = " | ",
      .inline_dates = TRUE,
      .head = MATCHUM_HEAD_LEFT,
      .section = MATCHUM_SECTION_PLAIN,
      .running = MATCHUM_RUNNING_FOOT_RIGHT,
      .base_size = 9.5,
      .leading = 1.45,
      .margin_x = 56.0,
      .margin_y = 52.0,
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
  {
      .name = "classic",
      .joint = " · ",
      .is_serif = TRUE,
      .head = MATCHUM_HEAD_CENTRED,
      .section = MATCHUM_SECTION_CENTRED,
      .running = MATCHUM_RUNNING_FOOT_CENTRE,
      .base_size = 9.5,
      .leading = 1.5,
      .margin_x = 64.0,
      .margin_y = 56.0,
      .name_size = 22.0,
      .contact_size = 9.0,
      .section_size = 10.5,
      .entry_size = 9.75,
      .rule_width = 0.5,
      .section_gap = 15.0,
      .entry_gap = 8.0,
      .item_gap = 1.25,
      .paragraph_gap = 4.0,
      .palette = { { { 0.090, 0.086, 0.082 }, { 0.345, 0.329, 0.310 }, { 0.290, 0.110, 0.122 } } },
  },
  {
      .name = "margin",
      .joint = " · ",
      .inline_dates = TRUE,
      .head = MATCHUM_HEAD_LEFT,
      .section = MATCHUM_SECTION_MARGIN,
      .running = MATCHUM_RUNNING_HEAD_RIGHT,
      .base_size = 9.25,
      .leading = 1.48,
      .margin_x = 48.0,
      .margin_y = 52.0,
      .column = 96.0,
      .name_size = 24.0,
      .contact_size = 8.75,
      .section_size = 9.75,
      .entry_size = 9.75,
      .rule_width = 0.5,
      .section_gap = 17.0,
      .entry_gap = 8.0,
      .item_gap = 1.25,
      .paragraph_gap = 4.0,
      .palette = { { { 0.110, 0.118, 0.133 }, { 0.380, 0.396, 0.427 }, { 0.055, 0.345, 0.345 } } },
  },
  {
      .name = "compact",
      .inline_dates = TRUE,
      .joint = " · ",
      .head = MATCHUM_HEAD_BESIDE,
      .section = MATCHUM_SECTION_TRAILING,
      .running = MATCHUM_RUNNING_FOOT_RIGHT,
      .base_size = 8.5,
      .leading = 1.36,
      .margin_x = 42.0,
      .margin_y = 38.0,
      .name_size = 18.0,
      .contact_size = 8.0,
      .section_size = 9.5,
      .entry_size = 8.75,
      .rule_width = 0.5,
      .section_gap = 8.0,
      .entry_gap = 5.0,
      .item_gap = 1.3,
      .paragraph_gap = 2.5,
      .palette = { { { 0.094, 0.098, 0.110 }, { 0.353, 0.365, 0.396 }, { 0.094, 0.098, 0.110 } } },
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
  static const char *names[G_N_ELEMENTS (themes) + 1];
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
        names[i] = themes[i].name;
      g_once_init_leave (&is_made, 1);
    }

  return names;
}

gboolean
matchum_theme_has_same_type (const MatchumTheme *self, const MatchumTheme *other)
{
  MatchumTheme same;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  same = *self;
  same.palette = other->palette;
  same.running = other->running;
  same.margin_y = other->margin_y;

  return memcmp (&same, other, sizeof same) == 0;
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
