/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the look of pages from the settings, and writes it there. */
#include "config.h"

#include "ui/matchum-look.h"

MatchumPageStyle
matchum_look_load (GSettings *settings)
{
  MatchumPageStyle style;
  g_autofree char *theme = NULL, *paper = NULL, *adjustments = NULL;

  matchum_page_style_init (&style);
  g_return_val_if_fail (G_IS_SETTINGS (settings), style);

  theme = g_settings_get_string (settings, "theme");
  paper = g_settings_get_string (settings, "paper");
  adjustments = g_settings_get_string (settings, "page-style");
  if (!matchum_page_style_from_string (&style, adjustments, NULL))
    matchum_page_style_init (&style);
  if (matchum_theme_lookup (theme) != NULL)
    style.theme = matchum_theme_lookup (theme)->name;
  matchum_paper_from_name (paper, &style.paper);
  return style;
}

void
matchum_look_save (GSettings *settings, const MatchumPageStyle *style)
{
  MatchumPageStyle adjusted;
  MatchumPageStyle plain;
  g_autofree char *adjustments = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (style != NULL);

  matchum_page_style_init (&plain);
  adjusted = *style;
  adjusted.theme = plain.theme;
  adjusted.paper = plain.paper;
  adjusted.photo = NULL;
  adjustments = matchum_page_style_to_string (&adjusted);
  g_settings_set_string (settings, "theme", style->theme);
  g_settings_set_string (settings, "paper", matchum_paper_get_names ()[style->paper]);
  g_settings_set_string (settings, "page-style", adjustments);
}
