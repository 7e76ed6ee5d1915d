/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chips with an icon and a word each; what there is no room for is told by its number. */
#include "config.h"

#include "ui/matchum-tag-chips.h"

#include <glib/gi18n-lib.h>

#define MAX_CHIPS 3
#define MAX_CHARS 14
#define ICON_SIZE 12

static void
append_chip (GtkBox *chips, const char *icon_name, const char *word, const char *sentence)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label;

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, sentence);
  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (chip), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "pixel-size", ICON_SIZE,
                                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  label = g_object_new (GTK_TYPE_LABEL, "label", word, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", MAX_CHARS,
                        NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (chips, chip);
}

static char *
describe_tag (const MatchumBlockTagging *tag)
{
  if (tag->is_always)
    /* Translators: of an item of the resume; %s is a word of the user's: it is shown where a posting names that. */
    return g_strdup_printf (_ ("always for %s"), tag->word);
  /* Translators: of an item of the resume; %s is a word of the user's: it is hidden where a posting names that. */
  return g_strdup_printf (_ ("never for %s"), tag->word);
}

static char *
describe_priority (const MatchumBlockState *state)
{
  /* Translators: of an item of the resume: how much it matters when pages are made to fit, 1 to 3. */
  return g_strdup_printf (_ ("priority %u"), state->priority);
}

static void
append_more (GtkBox *chips, const MatchumBlockState *state)
{
  const guint n_more = state->tags->len - MAX_CHIPS;
  /* Translators: so many more tags than there is room for. */
  g_autofree char *more = g_strdup_printf (_ ("+%u"), n_more);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *tooltip = NULL;

  for (guint i = MAX_CHIPS; i < state->tags->len; i++)
    g_ptr_array_add (sentences, describe_tag (&g_array_index (state->tags, MatchumBlockTagging, i)));
  g_ptr_array_add (sentences, NULL);
  tooltip = g_strjoinv ("\n", (char **) sentences->pdata);
  append_chip (chips, NULL, more, tooltip);
}

static void
fill (GtkWidget *chips, const MatchumBlockState *state)
{
  for (GtkWidget *child = gtk_widget_get_first_child (chips); child != NULL; child = gtk_widget_get_first_child (chips))
    gtk_box_remove (GTK_BOX (chips), child);
  if (state->priority > 0)
    {
      g_autofree char *sentence = describe_priority (state);
      g_autofree char *number = g_strdup_printf ("%u", state->priority);

      append_chip (GTK_BOX (chips), "starred-symbolic", number, sentence);
    }
  for (guint i = 0; i < MIN (state->tags->len, MAX_CHIPS); i++)
    {
      const MatchumBlockTagging *tag = &g_array_index (state->tags, MatchumBlockTagging, i);
      g_autofree char *sentence = describe_tag (tag);

      append_chip (GTK_BOX (chips), tag->is_always ? "view-pin-symbolic" : "view-conceal-symbolic", tag->word,
                   sentence);
    }
  if (state->tags->len > MAX_CHIPS)
    append_more (GTK_BOX (chips), state);
  gtk_widget_set_visible (chips, gtk_widget_get_first_child (chips) != NULL);
}

void
matchum_tag_chips_update (GtkWidget **chips, GtkWidget *sibling, const MatchumBlockState *state)
{
  g_return_if_fail (chips != NULL);
  g_return_if_fail (GTK_IS_WIDGET (sibling));
  g_return_if_fail (state != NULL);

  if (*chips == NULL && state->tags->len == 0 && state->priority == 0)
    return;
  if (*chips == NULL)
    {
      *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      gtk_widget_add_css_class (*chips, "chips");
      gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (sibling)), *chips, sibling);
    }
  fill (*chips, state);
}

char *
matchum_tag_chips_dup_words (const MatchumBlockState *state)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (state != NULL, NULL);

  if (state->priority > 0)
    g_ptr_array_add (words, describe_priority (state));
  for (guint i = 0; i < state->tags->len; i++)
    g_ptr_array_add (words, describe_tag (&g_array_index (state->tags, MatchumBlockTagging, i)));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("; ", (char **) words->pdata);
}
