/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks words of a label. */
#include "config.h"

#include "ui/matchum-changed-words.h"

#include "text/matchum-span.h"
#include "ui/matchum-word-breaks.h"

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, MatchumSpan span)
{
  attribute->start_index = (guint) span.start;
  attribute->end_index = (guint) span.end;
  pango_attr_list_insert (attributes, attribute);
}

void
matchum_changed_words_show (GtkLabel *label, const char *text, const GArray *spans, gboolean is_new)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text != NULL);

  matchum_word_breaks_insert (attributes, text);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      MatchumSpan span = g_array_index (spans, MatchumSpan, i);

      if (is_new)
        {
          add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), span);
          add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
        }
      else
        add_attribute (attributes, pango_attr_strikethrough_new (TRUE), span);
    }
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
}
