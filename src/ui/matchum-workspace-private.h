/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the workspace share. */
#pragma once

#include "store/matchum-baseline-change.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

struct _MatchumWorkspace
{
  GObject                   parent_instance;

  MatchumLibrary           *library;
  MatchumLexicon           *builtin;
  MatchumLexicon           *lexicon;  /* with the user's own names */
  GPtrArray                *links;    /* of entries of two baselines, seen from both sides */
  MatchumApplication       *former;   /* choices for a posting over the resume that it was held against before, or NULL */
  char                     *former_posting;  /* ids of the two */
  char                     *former_baseline;
  GPtrArray                *names;    /* of MatchumWorkspaceName: those */
  GPtrArray                *tags;     /* of MatchumBlockTagRecord, of all baselines */
  GPtrArray                *priorities; /* of MatchumBlockPriorityRecord, likewise */
  MatchumDay                as_of;

  GListStore               *baselines;
  GListStore               *postings;
  GHashTable               *postings_by_id;   /* char * to MatchumWorkspacePosting, held by the list */
  GHashTable               *applications;     /* ids to MatchumApplicationOutline, as they were last seen, also where they
                                               * are gone by now */
  MatchumWorkspaceBaseline *baseline;
  MatchumWorkspacePosting  *current;
  MatchumVisibility        *everything; /* of the resume, while no posting is current */

  int                       selected_requirement;
  int                       chosen_requirement; /* the last that was selected; -1: none, or it is another one by now */
  int                       linking;          /* the requirement that an item is looked for, or -1 */
  guint                     selected_block;
  double                    pages_used;
  MatchumFitProposal       *proposal;         /* what is looked at, or NULL */

  /* library */
  GPtrArray                *news;             /* of MatchumChanges that are still to be shown */
  char                     *wanted_posting;   /* ids of what is to be opened when the library has it */
  char                     *wanted_baseline;
  guint                     n_undoing;        /* what comes of these is to be opened */
  guint                     n_holding;        /* what a posting is held against is still being written */
  guint                     save_id;
  char                     *sitting;          /* tells what is done while the program runs from what was done before */
};

typedef enum {
  MATCHUM_WORKSPACE_OPENED,
  MATCHUM_WORKSPACE_REWRITTEN,
  MATCHUM_WORKSPACE_CHANGED,
  MATCHUM_WORKSPACE_REREAD,
  MATCHUM_WORKSPACE_EDITED,
  MATCHUM_WORKSPACE_REVIEW,
  MATCHUM_WORKSPACE_INSERTED,
  MATCHUM_WORKSPACE_FAILED,
  MATCHUM_WORKSPACE_TOLD,
  MATCHUM_WORKSPACE_NAMES_CHANGED,
  MATCHUM_WORKSPACE_PROPOSED,
  MATCHUM_WORKSPACE_LINKS_CHANGED,
  MATCHUM_WORKSPACE_CARRIABLE,
  MATCHUM_WORKSPACE_TAGS_CHANGED,
  MATCHUM_WORKSPACE_ADDING,
  MATCHUM_WORKSPACE_N_SIGNALS,
} MatchumWorkspaceSignal;

guint                     matchum_workspace_get_signal         (MatchumWorkspaceSignal    signal);
void                      matchum_workspace_emit_failed        (MatchumWorkspace         *self,
                                                                const GError             *error);
/* Whether the library can still be read: it may be closed by the time an edit is answered. */
gboolean                  matchum_workspace_has_library        (MatchumWorkspace         *self);
/* Asks the library for an edit; a failure is told. */
void                      matchum_workspace_commit             (MatchumWorkspace         *self,
                                                                MatchumEdit              *edit);
/* The same for an edit of one part. Takes data. */
void                      matchum_workspace_commit_once        (MatchumWorkspace         *self,
                                                                const char               *label,
                                                                MatchumEditFunc           func,
                                                                gpointer                  data,
                                                                GDestroyNotify            destroy);
/* The id of the application that the library has for the posting and the baseline of record, which is added without its choices
 * where there is none. For edits. */
char                     *matchum_workspace_ensure_application (MatchumDatabase          *database,
                                                                const MatchumApplicationRecord *record,
                                                                GError                  **error);
/* "2026-11-25", the day up to which the workspace counts. */
char                     *matchum_workspace_dup_today          (MatchumWorkspace         *self);
/* Opens both at once; either may be NULL. */
void                      matchum_workspace_open               (MatchumWorkspace         *self,
                                                                MatchumWorkspaceBaseline *baseline,
                                                                MatchumWorkspacePosting  *posting);
/* Holds back what the current posting tells, while the workspace is about to tell more. */
void                      matchum_workspace_disconnect_current (MatchumWorkspace         *self);
void                      matchum_workspace_connect_current    (MatchumWorkspace         *self);
/* The baseline that a posting is to be held against. */
MatchumWorkspaceBaseline *matchum_workspace_choose_baseline    (MatchumWorkspace         *self,
                                                                MatchumWorkspacePosting  *posting);

/* The one that it was held against last, of those that it has choices for; NULL where there are none. */
MatchumWorkspaceBaseline *matchum_workspace_find_held          (MatchumWorkspace         *self,
                                                                MatchumWorkspacePosting  *posting);

/* Reads which applications there are; ids: only these, a NULL-terminated array, or NULL for all. */
void                      matchum_workspace_read_applications  (MatchumWorkspace         *self,
                                                                const char *const        *ids);
/* The posting and the baseline that an application is of, also where it was just removed; NULL where there is none. */
MatchumWorkspacePosting  *matchum_workspace_find_posting_of    (MatchumWorkspace         *self,
                                                                const char               *application);
MatchumWorkspaceBaseline *matchum_workspace_find_baseline_of   (MatchumWorkspace         *self,
                                                                const char               *application);
/* Set of those ids in which the library now has, or has no longer, that a posting was held against a baseline, and no choice:
 * to be asked before they are read. The ids are borrowed. */
GHashTable               *matchum_workspace_find_holds         (MatchumWorkspace         *self,
                                                                char                    **ids);
/* What the posting of an application that was held or released is held against now; ids: all that went with it. */
MatchumWorkspaceBaseline *matchum_workspace_find_released      (MatchumWorkspace         *self,
                                                                MatchumWorkspacePosting  *posting,
                                                                char                    **ids);

/* The same for the text of one that is about to be added. */
MatchumWorkspaceBaseline *matchum_workspace_choose_baseline_for (MatchumWorkspace        *self,
                                                                const char               *text);

/* Reads the tags and priorities of blocks, and tells where they are others. */
void                      matchum_workspace_read_tags          (MatchumWorkspace         *self);
/* What the tags of a baseline choose for postings that are added. */
typedef struct {
  guint n_hidden;
  guint n_pinned;
} MatchumSeeding;
/* Adds to edit the application that record, whose posting is read from its text, gets by tags, and counts what they chose. */
void                      matchum_workspace_seed               (MatchumWorkspace         *self,
                                                                MatchumEdit              *edit,
                                                                const MatchumPostingRecord *record,
                                                                MatchumPosting           *posting,
                                                                MatchumSeeding           *seeding);
/* Once that edit was asked for. */
void                      matchum_workspace_tell_seeding       (MatchumWorkspace         *self,
                                                                const MatchumSeeding     *seeding);

/* Reads the user's own names; where they are others, everything is matched anew when it is asked for. */
void                      matchum_workspace_read_names         (MatchumWorkspace         *self);

/* Counts the old wordings of every posting. */
void                      matchum_workspace_read_old_wordings  (MatchumWorkspace         *self);

/* Reads which postings were answered, and when. */
void                      matchum_workspace_read_sent          (MatchumWorkspace         *self);

void                      matchum_workspace_connect_library    (MatchumWorkspace         *self);
void                      matchum_workspace_disconnect_library (MatchumWorkspace         *self);
void                      matchum_workspace_restore_state      (MatchumWorkspace         *self);
void                      matchum_workspace_queue_save         (MatchumWorkspace         *self);
/* Tells that the lines of the current posting are others than those of before. */
void                      matchum_workspace_show_reread        (MatchumWorkspace         *self,
                                                                MatchumPosting           *before);
/* What was shown for the current posting before other choices are. */
typedef struct {
  MatchumApplication *application;
  MatchumPosting     *posting;
  char               *selected; /* id of a block, or NULL */
} MatchumChoosing;

/* Between these two the current posting is given other choices; then what became of it is told: other words of the resume, other
 * lines of the posting, or other verdicts. */
void                      matchum_workspace_begin_choosing     (MatchumWorkspace         *self,
                                                                MatchumChoosing          *choosing);
void                      matchum_workspace_end_choosing       (MatchumWorkspace         *self,
                                                                MatchumChoosing          *choosing,
                                                                gboolean                  is_other);
/* Reads the choices for a posting again, and tells what is other then. */
void                      matchum_workspace_reread_choices     (MatchumWorkspace         *self,
                                                                MatchumWorkspacePosting  *posting);
/* Tells what a change of a text means for the applications of the baseline. */
void                      matchum_workspace_tell_review        (MatchumWorkspace         *self,
                                                                MatchumBaselineChange    *change);

G_END_DECLS
