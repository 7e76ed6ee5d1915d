/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the row of a block share. */
#pragma once

#include "ui/matchum-block-keys.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-marked-label.h"

G_BEGIN_DECLS

struct _MatchumBlockRow
{
  GtkBox              parent_instance;

  GtkCheckButton     *check;
  GtkBox             *body;
  GtkBox             *head;
  MatchumMarkedLabel *text;
  MatchumBlockKeys   *keys;
  GtkLabel           *count;

  /* each NULL until it is needed */
  GtkWidget          *note;
  GtkWidget          *link_icon;
  GtkWidget          *link_button;       /* to what changed on the other side of a link */
  GtkWidget          *chips;
  GtkWidget          *buttons;
  GtkWidget          *title_line_button; /* beside the name */
  GtkWidget          *editor;            /* in the place of the text, or NULL */

  MatchumBlockObject *object;
  MatchumBlockState  *shown;             /* what the row says now */
  gboolean            narrow;
  gboolean            compact;
  guint               map_id;
  gboolean            is_updating;       /* the check button follows the state, rather than the user's hand */
};

/* For class_init: the actions, and the keys for them. */
void matchum_block_row_install_actions (GtkWidgetClass  *row_class);
void matchum_block_row_toggle_hidden   (MatchumBlockRow *self);

G_END_DECLS
