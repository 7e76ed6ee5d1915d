/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the resume pane share. */
#pragma once

#include "ui/matchum-block-editor.h"
#include "ui/matchum-block-list.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-resume-pane.h"

G_BEGIN_DECLS

struct _MatchumResumePane
{
  GtkBox              parent_instance;

  GtkBox             *head;
  GtkLabel           *count;
  GtkButton          *notes_button;
  GtkLabel           *notes_label;
  MatchumNoticeBar   *links_bar;
  MatchumNoticeBar   *linking_bar;
  MatchumNoticeBar   *wording_bar;
  GtkListView        *view;

  MatchumWorkspace   *workspace;
  MatchumBlockList   *blocks;
  GtkSingleSelection *selection;
  GHashTable         *rows;         /* the rows that are there: MatchumBlockObject to MatchumBlockRow */
  GtkWidget          *figure;
  guint               notes_id;
  gboolean            narrow;
  gboolean            compact;

  /* editing; of blocks, the ids */
  MatchumBlockEditor *editor;       /* the one that is open, or NULL */
  char               *added_with;   /* the merge key of a block that was asked for and is not there yet */
  char               *added_after;  /* the block that the newest one was put behind */
  char               *wanted;       /* to be edited as soon as it is in the resume */
  char               *leaving;      /* to be removed */
  char               *heir;         /* gets the focus then */
  char               *unsure;       /* whose words were written last; they come back where that fails */
  char               *unsure_words;
  MatchumWordsPlace   unsure_place;
  guint               check_id;

  char               *moved;        /* a block that is being moved, */
  guint               moved_to;     /* to which place among its like, */
  gboolean            moved_down;

  char               *pressed;      /* the block whose words were pressed last */
  gsize               pressed_offset;
  guint32             pressed_at;
  double              pressed_x;
  double              pressed_y;
};

typedef enum {
  MATCHUM_RESUME_PANE_REQUIREMENT_ACTIVATED,
  MATCHUM_RESUME_PANE_TOLD,
  MATCHUM_RESUME_PANE_N_SIGNALS,
} MatchumResumePaneSignal;

guint      matchum_resume_pane_get_signal      (MatchumResumePaneSignal  signal);
/* The row that shows a block, or NULL where there is none. */
GtkWidget *matchum_resume_pane_get_row         (MatchumResumePane       *self,
                                                guint                    block);
/* Keeps a row where it is while it or others grow and shrink. */
void       matchum_resume_pane_hold_block      (MatchumResumePane       *self,
                                                guint                    block);
gboolean   matchum_resume_pane_is_selectable   (MatchumBlockObject      *object);

/* Items as evidence */

void       matchum_resume_pane_install_claims  (GtkWidgetClass          *pane_class);
void       matchum_resume_pane_connect_claims  (MatchumResumePane       *self);
/* To be called when the selection changed. */
void       matchum_resume_pane_update_claims   (MatchumResumePane       *self);
/* Links a block to the requirement that it is chosen for. FALSE where nothing is done. */
gboolean   matchum_resume_pane_link            (MatchumResumePane       *self,
                                                guint                    block);

/* Order */

void       matchum_resume_pane_install_order   (GtkWidgetClass          *pane_class);
void       matchum_resume_pane_add_drag        (MatchumResumePane       *self);
/* FALSE where nothing is done. */
gboolean   matchum_resume_pane_move            (MatchumResumePane       *self,
                                                const char              *block,
                                                gint                     delta);
/* Where the blocks may have other places: the one that was moved gets the focus once it is there. */
void       matchum_resume_pane_follow_move     (MatchumResumePane       *self);

/* Entries linked to those of other resumes */

void       matchum_resume_pane_install_links   (GtkWidgetClass          *pane_class);
void       matchum_resume_pane_connect_links   (MatchumResumePane       *self);

/* Words of a posting's own */

void       matchum_resume_pane_install_wording (GtkWidgetClass          *pane_class);
void       matchum_resume_pane_connect_wording (MatchumResumePane       *self);
/* Has them edited, and taken for those that belong to what the resume says now: one step. */
void       matchum_resume_pane_edit_wording    (MatchumResumePane       *self,
                                                const char              *block);

/* Editing */

void       matchum_resume_pane_install_editing (GtkWidgetClass          *pane_class);
void       matchum_resume_pane_add_gestures    (MatchumResumePane       *self);
void       matchum_resume_pane_connect_editing (MatchumResumePane       *self);
gboolean   matchum_resume_pane_is_editing      (MatchumResumePane       *self,
                                                guint                    block);
/* What is typed is kept. */
void       matchum_resume_pane_end_editing     (MatchumResumePane       *self);
void       matchum_resume_pane_stop_editing    (MatchumResumePane       *self);
/* Before row shows none; and when it shows a block. */
void       matchum_resume_pane_release_row     (MatchumResumePane       *self,
                                                MatchumBlockRow         *row);
void       matchum_resume_pane_take_row        (MatchumResumePane       *self,
                                                MatchumBlockRow         *row);

G_END_DECLS
