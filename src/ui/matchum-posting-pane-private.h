/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the posting pane share. */
#pragma once

#include "ui/matchum-coverage-strip.h"
#include "ui/matchum-line-editor.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-posting-list.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-posting-row.h"

G_BEGIN_DECLS

/* A line by what does not change when lines are put right. */
typedef struct {
  guint read_index; /* G_MAXUINT: no line */
  guint part;
} MatchumLinePlace;

struct _MatchumPostingPane
{
  GtkBox                   parent_instance;

  GtkBox                  *head;
  GtkLabel                *required;
  MatchumCoverageStrip    *required_strip;
  GtkLabel                *preferred;
  MatchumCoverageStrip    *preferred_strip;
  GtkToggleButton         *filter;
  GtkLabel                *open_count;
  MatchumNoticeBar        *unplaced_bar;
  GtkListView             *view;

  MatchumWorkspace        *workspace;
  MatchumPostingList      *lines;
  GtkFilter               *line_filter;
  GtkSingleSelection      *selection;
  GHashTable              *rows; /* the rows that are there: MatchumPostingObject to MatchumPostingRow */
  gboolean                 narrow;
  gboolean                 only_open;

  /* editing */
  MatchumPosting          *shown;         /* the posting whose lines the rows are, or NULL */
  gboolean                 is_rereading;
  MatchumLinePlace         wish;          /* gets the focus as soon as the posting was read again */
  gboolean                 selects_wish;  /* and is selected */
  MatchumLineEditor       *editor;        /* the one that is open, or NULL */
  MatchumWorkspacePosting *edited;        /* the posting whose line is edited */
  MatchumLinePlace         edited_place;
  char                    *edited_words;  /* as they were at the start */
  guint                    check_id;

  guint                    pressed_line;  /* over whose words the menu was opened … */
  gsize                    pressed_offset; /* … and where */
};

/* Position of a requirement among the rows that are shown, or GTK_INVALID_LIST_POSITION. */
guint matchum_posting_pane_find_requirement    (MatchumPostingPane *self,
                                                int                 requirement);
void  matchum_posting_pane_focus_position      (MatchumPostingPane *self,
                                                guint               position);

/* What the user says of requirements */

void  matchum_posting_pane_install_claims      (GtkWidgetClass     *pane_class);

/* Putting lines right */

void  matchum_posting_pane_install_editing     (GtkWidgetClass     *pane_class);
void  matchum_posting_pane_add_gestures        (MatchumPostingPane *self);
/* Before there is a list, whose handlers make rows anew, and after that. */
void  matchum_posting_pane_connect_before_rows (MatchumPostingPane *self);
void  matchum_posting_pane_connect_after_rows  (MatchumPostingPane *self);
void  matchum_posting_pane_stop_editing        (MatchumPostingPane *self);
/* Before row shows none; and when it shows a row of the posting. */
void  matchum_posting_pane_release_row         (MatchumPostingPane *self,
                                                MatchumPostingRow  *row);
void  matchum_posting_pane_take_row            (MatchumPostingPane *self,
                                                MatchumPostingRow  *row);

G_END_DECLS
