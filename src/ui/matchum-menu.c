/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds items and sections to menus. */
#include "config.h"

#include "ui/matchum-menu.h"

void
matchum_menu_append (GMenu *menu, const char *label, const char *action, const char *keys)
{
  g_autoptr (GMenuItem) item = NULL;

  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (label != NULL && action != NULL);

  item = g_menu_item_new (label, action);
  if (keys != NULL)
    g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

void
matchum_menu_append_section (GMenu *menu, GMenu *section)
{
  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (G_IS_MENU (section));

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}
