/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once

#include "resume/matchum-json-value.h"
#include "ui/matchum-adaptive-bin.h"
#include "ui/matchum-fit-pane.h"
#include "ui/matchum-look.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-posting-pane.h"
#include "ui/matchum-preview.h"
#include "ui/matchum-resume-pane.h"
#include "ui/matchum-sidebar.h"
#include "ui/matchum-split.h"
#include "ui/matchum-window.h"

G_BEGIN_DECLS

typedef struct _MatchumLastExport MatchumLastExport;

#define MATCHUM_TOAST_SECONDS 6

struct _MatchumWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toast_overlay;
  MatchumAdaptiveBin   *bin;
  GtkStack             *root_stack;
  GtkOverlay           *overlay;
  GtkBox               *outer_box;
  GtkBox               *main_box;
  GtkWidget            *scrim;
  GtkBox               *sidebar_box;
  MatchumSidebar       *sidebar;
  AdwHeaderBar         *main_header;
  GtkStack             *title_stack;
  AdwWindowTitle       *narrow_title;
  GtkToggleButton      *sidebar_button;
  GtkButton            *back_button;
  GtkButton            *undo_button;
  GtkButton            *redo_button;
  GtkButton            *export_button;
  GtkMenuButton        *narrow_menu_button;
  GtkWidget            *pane_switch;
  GtkLabel             *resume_toggle_label;
  GtkLabel             *posting_toggle_label;
  AdwViewStack         *view_stack;
  AdwViewSwitcherBar   *switcher_bar;
  GtkPaned             *outer_paned;
  GtkPaned             *paned;
  GtkStack             *resume_stack;
  GtkStack             *posting_stack;
  MatchumResumePane    *resume_pane;
  MatchumPostingPane   *posting_pane;
  MatchumFitPane       *fit_pane;
  MatchumPreview       *preview;
  MatchumPreview       *side_preview;

  MatchumWorkspace     *workspace;
  GSignalGroup         *current_signals; /* of the posting that is open */
  MatchumLook          *look;
  MatchumProof         *proof;
  MatchumFitPlan       *fit_plan;
  GSettings            *settings;

  /* layout */
  MatchumWidth          width;
  gboolean              is_sidebar_wanted;   /* where there is room for it */
  gboolean              is_sidebar_floating; /* over the panes, or in place of them where it is narrow */
  gboolean              shows_posting;       /* which pane, where there is room for one */
  gboolean              showed_posting;      /* the pane that was there before the page that fits the resume */
  MatchumSplit         *split;       /* of the resume and the posting */
  MatchumSplit         *outer_split; /* of both and the preview beside them */
  guint                 focus_id;
  guint                 n_focus_frames; /* left until the rows are laid out */

  /* files */
  GQueue                jobs;
  gboolean              is_opening;
  GString              *problems;
  guint                 n_problems;
  GFile                *resume_file;
  char                 *watched_baseline;     /* id of what it was read into */
  char                 *watched_text;         /* as it was read last */
  GFileMonitor         *resume_monitor;
  guint                 reload_id;
  GCancellable         *cancellable;
  GPtrArray            *originals; /* of GFile: everything that was opened */
  GHashTable           *written;   /* what was exported, so that it is known again */
  MatchumLastExport    *last_export; /* or NULL */
  GPtrArray            *remarks;   /* of MatchumRemark, on what was opened, until they were seen */
  GStrv                 draft;     /* of a posting that was not added: its text, company and job; or NULL */

  AdwToast             *toast; /* the one shown last, or NULL */
  gint64                toast_shown_at;
  guint                 toast_drop_id;
  gboolean              is_toast_due;  /* what the toast tells of is still being written */
  guint                 toast_due_id;

  /* library */
  MatchumNoticeBar     *notice_bar;
  MatchumNoticeBar     *lost_bar;
  MatchumNoticeBar     *remarks_bar;
  MatchumNoticeBar     *names_bar;
  MatchumNoticeBar     *fonts_bar;
  MatchumNoticeBar     *alike_bar;
  gboolean              offers_alike; /* once what was asked to be added is open */
  GCancellable         *alike_search; /* or NULL */
  guint                 fonts_id;
  GtkWidget            *saving_spinner;
  guint                 saving_id;
  GtkWindow            *source_dialog; /* the one that is open, or NULL */
  GtkWindow            *usage_window;  /* the one that is open, or NULL */
  char                 *source_known;  /* the text that it edits, as the library was last seen to have it */
  gboolean              is_closing;
  char                 *told;          /* of an edit that is still to be written, or NULL */
  guint                 told_id;
  GListStore           *reviews;       /* of MatchumReviewItem, not yet shown */
};

void matchum_window_install_actions    (GtkWidgetClass *widget_class);
void matchum_window_update_actions     (MatchumWindow  *self);
void matchum_window_tell_edit          (MatchumWindow  *self,
                                        guint           block,
                                        MatchumCoverage *before);
/* Shows text in place of the toast before; button and action may be NULL. */
void matchum_window_show_toast         (MatchumWindow  *self,
                                        const char     *text,
                                        const char     *button,
                                        const char     *action);
/* Shows text with a way back once the edit that was just asked for is on the disk, and nothing where it fails. */
void matchum_window_tell_when_saved    (MatchumWindow  *self,
                                        const char     *text);
/* The same with an icon and a second line. */
void matchum_window_show_toast_with_line (MatchumWindow *self,
                                          const char    *text,
                                          const char    *icon,
                                          const char    *line,
                                          const char    *button,
                                          const char    *action);
/* Takes back a toast that offers to undo what is no longer the last edit. */
void matchum_window_drop_undo_toast    (MatchumWindow  *self);

void matchum_window_connect_layout     (MatchumWindow  *self);
void matchum_window_update_layout      (MatchumWindow  *self);
void matchum_window_show_pane          (MatchumWindow  *self,
                                        gboolean        is_posting);
void matchum_window_move_focus         (MatchumWindow  *self,
                                        gboolean        is_forward);
/* Moves the keyboard focus into the view that is shown. */
void matchum_window_focus_view         (MatchumWindow  *self);
void matchum_window_show_sidebar       (MatchumWindow  *self,
                                        gboolean        is_shown);
gboolean matchum_window_is_sidebar_shown (MatchumWindow *self);

void matchum_window_connect_files      (MatchumWindow  *self);
void matchum_window_close_files        (MatchumWindow  *self);
void matchum_window_choose_resume      (MatchumWindow  *self);
void matchum_window_choose_postings    (MatchumWindow  *self);
void matchum_window_paste              (MatchumWindow  *self);
void matchum_window_add_posting        (MatchumWindow  *self,
                                        const char     *text);
void matchum_window_create_resume      (MatchumWindow  *self);
/* Reads the watched file, whatever was edited here since it was last read. */
void matchum_window_read_again         (MatchumWindow  *self);
/* The watched file says this. */
void matchum_window_note_read          (MatchumWindow  *self,
                                        const char     *text);

/* Remarks on what was opened, also on lines of a resume that could not be read: adds to them, lets them go, or shows them
 * all. */
void matchum_window_add_remarks        (MatchumWindow  *self,
                                        MatchumSource  *source,
                                        const MatchumJsonNotes *notes);
void matchum_window_add_resume_remarks (MatchumWindow  *self,
                                        MatchumWorkspaceBaseline *baseline,
                                        const char     *name);
void matchum_window_dismiss_remarks    (MatchumWindow  *self);
void matchum_window_show_remarks       (MatchumWindow  *self);
/* Shows what of the open resume could not be read as it stands. */
void matchum_window_show_resume_remarks (MatchumWindow *self);

void matchum_window_connect_library    (MatchumWindow  *self);
void matchum_window_close_library      (MatchumWindow  *self);
/* Shows what became of hidden items, once the text is not being edited any more. */
void matchum_window_show_reviews       (MatchumWindow  *self);

/* Edits the text of the open resume, or of the open posting. */
void matchum_window_edit_source        (MatchumWindow  *self);
void matchum_window_edit_posting       (MatchumWindow  *self);
/* Shows what became of the text elsewhere. */
void matchum_window_follow_source      (MatchumWindow  *self);
/* Whether the library does not have the text that is being edited. */
gboolean matchum_window_is_source_unsaved (MatchumWindow *self);
/* Closes what a text is edited in; FALSE where that has something to say first. */
gboolean matchum_window_close_source   (MatchumWindow  *self);

/* Asks where the papers of the open posting are to go as one zip; or writes them there. */
void matchum_window_export_bundle      (MatchumWindow  *self);
gboolean matchum_window_write_bundle   (MatchumWindow  *self,
                                        GFile          *file,
                                        GError        **error);
/* "강도현-당근-ML Engineer": what exports for the open posting are called. */
char *matchum_window_dup_export_name   (MatchumWindow  *self);
/* Freezes what was sent for the open posting, or shows what was sent before. */
void matchum_window_mark_sent          (MatchumWindow  *self);
void matchum_window_show_sent_copies   (MatchumWindow  *self);
/* Shows where the items of the open resume were used, beside this window; the row of a block, which may be NULL. */
void matchum_window_show_usage         (MatchumWindow  *self,
                                        const char     *block);
void matchum_window_close_usage        (MatchumWindow  *self);
/* files, array of GFile, were just exported. */
void matchum_window_note_export        (MatchumWindow  *self,
                                        GPtrArray      *files);
void matchum_last_export_free          (MatchumLastExport *self);

/* What the resume would fit its pages without, in the posting's place. */
void matchum_window_connect_fit        (MatchumWindow  *self);
void matchum_window_show_fit           (MatchumWindow  *self,
                                        gboolean        is_shown);
gboolean matchum_window_is_fit_shown   (MatchumWindow  *self);
/* Something else was opened. */
void matchum_window_update_fit         (MatchumWindow  *self);
/* What the stack of the posting shows: "pane", "fit" or "empty". */
const char *matchum_window_get_posting_page (MatchumWindow *self);

/* Actions that link entries of two resumes. */
void matchum_window_install_links      (GtkWidgetClass *widget_class);
void matchum_window_connect_links      (MatchumWindow  *self);
void matchum_window_show_library       (MatchumWindow  *self);
/* The names of the user's own; concept: what one is to be counted as that is about to be added, or NULL. */
void matchum_window_show_names         (MatchumWindow  *self,
                                        const char     *concept);
void matchum_window_connect_names      (MatchumWindow  *self);
void matchum_window_connect_fonts      (MatchumWindow  *self);
/* What was chosen for a posting that is much like the open one, and what tags choose for it. */
void matchum_window_connect_alike      (MatchumWindow  *self);
void matchum_window_close_alike        (MatchumWindow  *self);
void matchum_window_take_choices       (MatchumWindow  *self);
void matchum_window_dismiss_alike      (MatchumWindow  *self);
void matchum_window_apply_tags         (MatchumWindow  *self);
void matchum_window_show_lost          (MatchumWindow  *self);

G_END_DECLS
