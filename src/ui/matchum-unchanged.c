/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks first what is there. */
#include "config.h"

#include "ui/matchum-unchanged.h"

void
matchum_unchanged_set_icon (GtkImage *image, const char *icon_name)
{
  g_return_if_fail (GTK_IS_IMAGE (image));

  if (gtk_image_get_storage_type (image) != GTK_IMAGE_ICON_NAME
      || g_strcmp0 (gtk_image_get_icon_name (image), icon_name) != 0)
    gtk_image_set_from_icon_name (image, icon_name);
}

void
matchum_unchanged_set_tooltip (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

void
matchum_unchanged_set_content (AdwButtonContent *content, const char *icon_name, const char *label)
{
  g_return_if_fail (ADW_IS_BUTTON_CONTENT (content));

  if (g_strcmp0 (adw_button_content_get_icon_name (content), icon_name) != 0)
    adw_button_content_set_icon_name (content, icon_name);
  if (g_strcmp0 (adw_button_content_get_label (content), label) != 0)
    adw_button_content_set_label (content, label);
}
