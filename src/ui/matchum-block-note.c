/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An icon and a few words under those of a block, made when there is first something to say. */
#include "config.h"

#include "ui/matchum-block-note.h"

#include "ui/matchum-line-layout.h"
#include "ui/matchum-unchanged.h"
#include "ui/matchum-word-breaks.h"

#define NOTE_SPACING 5 /* pixels between icon and words */

static const char *
get_note_icon_name (MatchumBlockNote kind)
{
  switch (kind)
    {
    case MATCHUM_NOTE_HIDDEN:
    case MATCHUM_NOTE_LEAVING:
      return "view-conceal-symbolic";
    case MATCHUM_NOTE_SOLE:
      return "dialog-warning-symbolic";
    case MATCHUM_NOTE_HINT:
      return "dialog-information-symbolic";
    case MATCHUM_NOTE_PINNED:
      return "view-pin-symbolic";
    case MATCHUM_NOTE_BY_HAND:
      return "avatar-default-symbolic";
    case MATCHUM_NOTE_WORDING:
      return "document-edit-symbolic";
    case MATCHUM_NOTE_REFUSED_WORDING:
    case MATCHUM_NOTE_OLD_WORDING:
      return "dialog-warning-symbolic";
    case MATCHUM_NOTE_NONE:
    default:
      return NULL;
    }
}

static GtkWidget *
create_note (void)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (note, "note");
  gtk_widget_set_layout_manager (note, matchum_line_layout_new (NOTE_SPACING));
  gtk_box_append (GTK_BOX (note), g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "accessible-role",
                                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (note), g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                                "xalign", 0.0f, "hexpand", TRUE, NULL));
  return note;
}

static void
fill (GtkWidget *note, const MatchumBlockState *state)
{
  GtkLabel *label = GTK_LABEL (gtk_widget_get_last_child (note));

  matchum_unchanged_set_icon (GTK_IMAGE (gtk_widget_get_first_child (note)), get_note_icon_name (state->note));
  gtk_label_set_text (label, state->note_text);
  matchum_word_breaks_apply (label);
  if (state->note == MATCHUM_NOTE_SOLE || state->note == MATCHUM_NOTE_REFUSED_WORDING
      || state->note == MATCHUM_NOTE_OLD_WORDING)
    gtk_widget_add_css_class (note, "warning");
  else
    gtk_widget_remove_css_class (note, "warning");
}

void
matchum_block_note_update (GtkWidget **note, GtkWidget *sibling, const MatchumBlockState *state)
{
  g_return_if_fail (note != NULL);
  g_return_if_fail (GTK_IS_WIDGET (sibling));
  g_return_if_fail (state != NULL);

  if (*note == NULL && state->note == MATCHUM_NOTE_NONE)
    return;
  if (*note == NULL)
    {
      *note = create_note ();
      gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (sibling)), *note, sibling);
    }
  if (state->note != MATCHUM_NOTE_NONE)
    fill (*note, state);
  gtk_widget_set_visible (*note, state->note != MATCHUM_NOTE_NONE);
}
