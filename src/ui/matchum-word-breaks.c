/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps words together by attributes of Pango. */
#include "config.h"

#include "ui/matchum-word-breaks.h"

/* What is longer is no word but a path or an address, which has to be broken somewhere. */
#define MOST_CHARACTERS 30

static gboolean
is_hangul (gunichar character)
{
  return (character >= 0xac00 && character <= 0xd7a3) || (character >= 0x1100 && character <= 0x11ff)
         || (character >= 0x3130 && character <= 0x318f) || (character >= 0xa960 && character <= 0xa97f)
         || (character >= 0xd7b0 && character <= 0xd7ff);
}

/* Pango breaks Hangul anywhere; Korean is broken between words. A number is not broken either: "010-0000-5678". Each
 * range must hold one word only: Pango 1.50 gives up the program over a range with a space that does not fit. */
static gboolean
keeps_together (const char *word, const char *end)
{
  gboolean is_number = TRUE;

  if (g_utf8_strlen (word, end - word) > MOST_CHARACTERS)
    return FALSE;
  for (const char *at = word; at < end; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (is_hangul (character))
        return TRUE;
      is_number = is_number && !g_unichar_isalpha (character);
    }
  return is_number;
}

void
matchum_word_breaks_insert (PangoAttrList *attributes, const char *text)
{
  const char *word = text;

  g_return_if_fail (attributes != NULL);
  g_return_if_fail (text != NULL);

  while (*word != '\0')
    {
      const char *end = word;

      while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > word && keeps_together (word, end))
        {
          PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

          attribute->start_index = (guint) (word - text);
          attribute->end_index = (guint) (end - text);
          pango_attr_list_insert (attributes, attribute);
        }
      word = *end != '\0' ? g_utf8_next_char (end) : end;
    }
}

void
matchum_word_breaks_apply (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (GTK_IS_LABEL (label));

  matchum_word_breaks_insert (attributes, gtk_label_get_text (label));
  gtk_label_set_attributes (label, attributes);
}

void
matchum_word_breaks_apply_all (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_LABEL (root) && gtk_label_get_wrap (GTK_LABEL (root))
      && gtk_label_get_attributes (GTK_LABEL (root)) == NULL)
    matchum_word_breaks_apply (GTK_LABEL (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    matchum_word_breaks_apply_all (child);
}

GtkWidget *
matchum_word_breaks_new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  matchum_word_breaks_apply (GTK_LABEL (label));
  return label;
}
