/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says where no font has the letters of Korean, or one that was chosen is gone. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "matchum-font-list.h"
#include "ui/matchum-look.h"

static char *
dup_notice (MatchumWindow *self)
{
  const MatchumPageStyle style = matchum_look_get_style (self->look);
  g_autoptr (GError) error = NULL;

  if (!matchum_font_list_check_korean (&error))
    return g_strdup (error->message);
  if (style.family != NULL && !matchum_font_list_has (style.family))
    /* Translators: %s is a family of fonts. */
    return g_strdup_printf (_ ("The font “%s” is not installed; the theme's own stands in for it."), style.family);
  return NULL;
}

static gboolean
check_cb (gpointer user_data)
{
  MatchumWindow *self = user_data;
  g_autofree char *notice = dup_notice (self);

  self->fonts_id = 0;
  matchum_notice_bar_set (self->fonts_bar, notice, notice != NULL ? _ ("_Look of the Pages…") : NULL, "win.look");
  return G_SOURCE_REMOVE;
}

/* Fonts are looked at when the window has been drawn. */
static void
queue_check (MatchumWindow *self)
{
  if (self->fonts_id == 0)
    self->fonts_id = g_idle_add_full (G_PRIORITY_LOW, check_cb, self, NULL);
}

void
matchum_window_connect_fonts (MatchumWindow *self)
{
  g_signal_connect_object (self->look, "notify::adjustments", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
  queue_check (self);
}
