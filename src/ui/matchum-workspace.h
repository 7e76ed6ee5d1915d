/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library as one window shows it: its baselines and postings, which of them are open, and what is selected. It is the
 * one way from the widgets to what is kept: widgets call its setters and listen to its signals; edits go to the library,
 * and what it then says is shown. */
#pragma once

#include <gio/gio.h>

#include "ui/matchum-fit-proposal.h"
#include "ui/matchum-posting-parts.h"
#include "ui/matchum-workspace-baseline.h"
#include "ui/matchum-workspace-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WORKSPACE (matchum_workspace_get_type ())

/**
 * MatchumWorkspace:
 *
 * Properties:
 * - "baseline" (MatchumWorkspaceBaseline): the baseline resume that is open, or NULL;
 * - "current" (MatchumWorkspacePosting): the posting worked on; NULL means the baseline resume itself, in which every
 *   block is visible and nothing can be hidden;
 * - "selected-requirement" (int): index in the match of the requirement selected, -1 for none;
 * - "selected-block" (guint): index in the resume of the block selected, MATCHUM_BLOCK_NONE for none. Selecting one of
 *   the two clears the other;
 * - "pages-used" (double): how many pages the visible blocks fill, as a decimal; negative while not known;
 * - "linking" (int): index in the match of the requirement that the user is choosing an item for, -1 for none.
 *
 * Signals:
 * - "opened" (): the baseline or the current posting is another one; selections are cleared, ask for everything again;
 * - "rewritten" (): the text of the open baseline was edited, or the posting has other words or another order of its own: the
 *   resume is another one, whose blocks have the ids that they had. The selected block is still selected, under its index now. Ask for everything again;
 * - "changed" (): the visible blocks and the verdicts of the same resume and posting were made anew, and perhaps the match;
 * - "reread" (): lines of the current posting were put right, or are again as they were read, or another team was picked: the posting is another one of
 *   the same text, and its match has other requirements. The selected requirement is still selected, under its index now.
 *   "changed" comes right after it;
 * - "edited" (guint block, MatchumCoverage *before): emitted by set_hidden and set_pinned after "changed", with the
 *   verdicts as they were before the edit; not by undo and redo;
 * - "review" (GListModel of MatchumReviewItem): after the text of a baseline was edited, what a person should look at,
 *   since an application hides or pins it and it could not be followed with certainty;
 * - "inserted" (const char *id): the block that insert_block() asked for is in the library; where nothing else is still to be
 *   written, it is in the resume, too;
 * - "tags-changed" (): blocks of some baseline have other tags or another priority;
 * - "adding" (guint n_hidden, guint n_pinned): postings were asked to be added, in which tags hide and pin so many items;
 * - "names-changed" (): the user has other names of their own; comes before the "changed" of what is matched with them;
 * - "links-changed" (): entries of two baselines were linked or unlinked, or a text with linked entries is another; see
 *   matchum-workspace-links.h;
 * - "carriable" (guint n): a posting is held against another resume, in which so many entries are linked to ones that were hidden
 *   or pinned for it; see matchum_workspace_take_over_entries();
 * - "told" (char *text): what the user said of a requirement is asked for: to be shown beside a button that undoes it;
 * - "proposed" (): what is proposed to go for a number of pages is another, or nothing is any more;
 * - "failed" (GError): an edit was not made; everything is as before.
 */
G_DECLARE_FINAL_TYPE (MatchumWorkspace, matchum_workspace, MATCHUM, WORKSPACE, GObject)

/* Opens what was open when the library was last used. as_of: the day to which jobs that go on are counted. */
MatchumWorkspace         *matchum_workspace_new             (MatchumLibrary           *library,
                                                             MatchumLexicon           *lexicon,
                                                             MatchumDay                as_of);
MatchumLibrary           *matchum_workspace_get_library     (MatchumWorkspace         *self);
MatchumDay                matchum_workspace_get_as_of       (MatchumWorkspace         *self);

/* Lists of MatchumWorkspaceBaseline and MatchumWorkspacePosting, in the order of the library, archived ones too. */
GListModel               *matchum_workspace_get_baselines   (MatchumWorkspace         *self);
GListModel               *matchum_workspace_get_postings    (MatchumWorkspace         *self);
/* In these lists, by id, which may be NULL; NULL where there is none. */
MatchumWorkspaceBaseline *matchum_workspace_find_baseline   (MatchumWorkspace         *self,
                                                             const char               *id);
MatchumWorkspacePosting  *matchum_workspace_find_posting    (MatchumWorkspace         *self,
                                                             const char               *id);

MatchumWorkspaceBaseline *matchum_workspace_get_baseline    (MatchumWorkspace         *self);
/* Opens a baseline; where a posting is current, it is held against this baseline from now on, with the choices made for the
 * two. */
void                      matchum_workspace_set_baseline    (MatchumWorkspace         *self,
                                                             MatchumWorkspaceBaseline *baseline);
/* Opens a baseline itself, without a posting. */
void                      matchum_workspace_show_baseline   (MatchumWorkspace         *self,
                                                             MatchumWorkspaceBaseline *baseline);
MatchumWorkspacePosting  *matchum_workspace_get_current     (MatchumWorkspace         *self);
/* Opens a posting, over the baseline that it was held against or tailored from last, or over the open one where no choices were made yet. NULL
 * opens the baseline itself. */
void                      matchum_workspace_set_current     (MatchumWorkspace         *self,
                                                             MatchumWorkspacePosting  *posting);
/* Opens a posting held against a baseline, and keeps that it is: one edit, which can be undone. */
void                      matchum_workspace_hold_against    (MatchumWorkspace         *self,
                                                             MatchumWorkspacePosting  *posting,
                                                             MatchumWorkspaceBaseline *baseline);
/* Opens both at once: a posting held against a baseline, or with NULL for the posting the baseline itself. */
void                      matchum_workspace_show            (MatchumWorkspace         *self,
                                                             MatchumWorkspaceBaseline *baseline,
                                                             MatchumWorkspacePosting  *posting);

/* What is open, borrowed; each is NULL where there is none. Without a current posting, everything of the resume is
 * visible and there is no match, coverage or application. With one, the resume is that of the baseline in the words and the order
 * that the posting has of its own: ids are the same there, indexes and lines are not. */
MatchumResume            *matchum_workspace_get_resume      (MatchumWorkspace         *self);
MatchumPosting           *matchum_workspace_get_posting     (MatchumWorkspace         *self);
MatchumMatch             *matchum_workspace_get_match       (MatchumWorkspace         *self);
MatchumVisibility        *matchum_workspace_get_visibility  (MatchumWorkspace         *self);
MatchumCoverage          *matchum_workspace_get_coverage    (MatchumWorkspace         *self);
MatchumApplication       *matchum_workspace_get_application (MatchumWorkspace         *self);

/* Gives the current posting other choices: shown at once, one edit that can be undone. FALSE where they are what was chosen
 * already, or where there is nothing to choose for. */
gboolean                  matchum_workspace_choose          (MatchumWorkspace         *self,
                                                             MatchumApplication       *application,
                                                             const char               *label);
/* The same; those in a row with the same merge_key, which may be NULL, are undone in one step. */
gboolean                  matchum_workspace_choose_merged   (MatchumWorkspace         *self,
                                                             MatchumApplication       *application,
                                                             const char               *label,
                                                             const char               *merge_key);
/* A merge key for what is chosen in a row of one kind of thing, named by word, for the current posting; as long as the
 * program runs. NULL where no posting is open. */
char                     *matchum_workspace_dup_merge_key   (MatchumWorkspace         *self,
                                                             const char               *word);
/* Edits of the current application, shown at once; they do nothing where there is none, for the title block, and where
 * nothing would change. Showing a block that is hidden only because something above it is hidden shows that as well;
 * showing a section or an entry that is gone because all that stood under it is hidden shows all of that. */
void                      matchum_workspace_set_hidden      (MatchumWorkspace         *self,
                                                             guint                     block,
                                                             gboolean                  is_hidden);
void                      matchum_workspace_set_pinned      (MatchumWorkspace         *self,
                                                             guint                     block,
                                                             gboolean                  is_pinned);
/* Picks the team that is applied to, by the name that the details of the posting give it; NULL lets the posting count as a
 * whole. One edit, which can be undone. */
void                      matchum_workspace_set_team        (MatchumWorkspace         *self,
                                                             const char               *team);
/* The same for any application of the library, by ids. */
void                      matchum_workspace_hide            (MatchumWorkspace         *self,
                                                             const char               *application,
                                                             const char               *block,
                                                             gboolean                  is_hidden);
/* Takes a block that the resume no longer has out of the choices of an application. */
void                      matchum_workspace_let_go          (MatchumWorkspace         *self,
                                                             const char               *application,
                                                             const char               *block);
/* Whether the block itself was hidden or pinned; what is visible in the end is said by the visibility. */
gboolean                  matchum_workspace_is_hidden       (MatchumWorkspace         *self,
                                                             guint                     block);
gboolean                  matchum_workspace_is_pinned       (MatchumWorkspace         *self,
                                                             guint                     block);

/* Edits of the library. They are shown when they are on the disk, and what was added is opened then. NULL or empty names are
 * those that are read from the text. */
void                      matchum_workspace_add_posting     (MatchumWorkspace         *self,
                                                             MatchumPosting           *posting,
                                                             const char               *company,
                                                             const char               *title);
/* Several at once, array of MatchumPostingPart, of which the first is opened. */
void                      matchum_workspace_add_postings    (MatchumWorkspace         *self,
                                                             GPtrArray                *parts);
/* Edits in a row with the same merge_key, which may be NULL, are undone in one step. A text that can't be read as a
 * posting is not kept, and "failed" says why. */
void                      matchum_workspace_set_posting_text (MatchumWorkspace        *self,
                                                             MatchumWorkspacePosting  *posting,
                                                             const char               *text,
                                                             const char               *merge_key);
void                      matchum_workspace_rename_posting  (MatchumWorkspace         *self,
                                                             MatchumWorkspacePosting  *posting,
                                                             const char               *company,
                                                             const char               *title);
/* With the choices made for it, and all that was put right of it. */
void                      matchum_workspace_duplicate_posting (MatchumWorkspace       *self,
                                                             MatchumWorkspacePosting  *posting);
void                      matchum_workspace_archive_posting (MatchumWorkspace         *self,
                                                             MatchumWorkspacePosting  *posting,
                                                             gboolean                  is_archived);
void                      matchum_workspace_remove_posting  (MatchumWorkspace         *self,
                                                             MatchumWorkspacePosting  *posting);
/* before: NULL for last. */
void                      matchum_workspace_move_posting    (MatchumWorkspace         *self,
                                                             MatchumWorkspacePosting  *posting,
                                                             MatchumWorkspacePosting  *before);
/* What the user says of a requirement of the current posting, by its index in the match: each one edit, after which "told". */
/* Whether anything can be said of it: not of what no resume can prove. */
gboolean                  matchum_workspace_can_claim       (MatchumWorkspace         *self,
                                                             guint                     requirement);
/* criterion: the name of the one that is meant, NULL for all of it. block: for the kinds that speak of one. What was said before
 * and does not go together with it is taken back. FALSE where nothing is done: it was said already. */
gboolean                  matchum_workspace_claim           (MatchumWorkspace         *self,
                                                             MatchumClaimKind          kind,
                                                             guint                     requirement,
                                                             const char               *criterion,
                                                             guint                     block);
/* Takes back all that was said of it, so that the program judges. */
gboolean                  matchum_workspace_unclaim         (MatchumWorkspace         *self,
                                                             guint                     requirement);
gboolean                  matchum_workspace_has_claims      (MatchumWorkspace         *self,
                                                             guint                     requirement);
int                       matchum_workspace_get_linking     (MatchumWorkspace         *self);
/* It ends when the requirement is another, too. */
void                      matchum_workspace_set_linking     (MatchumWorkspace         *self,
                                                             int                       requirement);
/* What a block would be linked to: the requirement that an item is being chosen for, or else the one that was selected last; -1
 * for none. */
int                       matchum_workspace_get_link_target (MatchumWorkspace         *self);
/* Links a block to that, and returns it; -1 where nothing is done. */
int                       matchum_workspace_link_block      (MatchumWorkspace         *self,
                                                             guint                     block);
/* Putting right how the current posting was read, each in one edit. line: index in matchum_workspace_get_posting(). Nothing
 * is done where nothing would change, or where there is no such line. */
/* Of a heading: also of the lines under it that had its kind, and none of their own. */
void                      matchum_workspace_set_line_kind   (MatchumWorkspace         *self,
                                                             guint                     line,
                                                             MatchumPostingKind        kind);
/* Makes a line a heading, and a heading a line. */
void                      matchum_workspace_set_line_heading (MatchumWorkspace        *self,
                                                             guint                     line,
                                                             gboolean                  is_heading);
/* The words that are judged instead of those that were read; the text of the posting stays. Several lines of words make
 * several lines of it, with the kind of this one; none say that the line asks for nothing. */
void                      matchum_workspace_set_line_words  (MatchumWorkspace         *self,
                                                             guint                     line,
                                                             const char               *words);
/* Splits a line before a byte of its words. */
void                      matchum_workspace_split_line      (MatchumWorkspace         *self,
                                                             guint                     line,
                                                             gsize                     offset);
/* Whether there is a line before it that it can go on with. */
gboolean                  matchum_workspace_can_join_line   (MatchumWorkspace         *self,
                                                             guint                     line);
/* Joins a line to the one before it, or two pieces of one. */
void                      matchum_workspace_join_line       (MatchumWorkspace         *self,
                                                             guint                     line);
/* Takes back all that was put right of a line, of all its pieces and of what was joined to it. */
void                      matchum_workspace_reset_line      (MatchumWorkspace         *self,
                                                             guint                     line);
/* The same for all lines of the posting, those that are not there any more included. */
void                      matchum_workspace_reset_lines     (MatchumWorkspace         *self);
/* How many lines, as they were read, a person put right. */
guint                     matchum_workspace_count_corrections (MatchumWorkspace       *self);
/* Corrections whose lines are not in the text any more: of MatchumPostingCorrection; free with g_ptr_array_unref(). */
GPtrArray                *matchum_workspace_list_unplaced   (MatchumWorkspace         *self);
/* Lets go of them. */
void                      matchum_workspace_drop_unplaced   (MatchumWorkspace         *self);
/* A NULL or empty name is made of the language of the text. */
void                      matchum_workspace_add_baseline    (MatchumWorkspace         *self,
                                                             const char               *name,
                                                             const char               *markdown);
void                      matchum_workspace_rename_baseline (MatchumWorkspace         *self,
                                                             MatchumWorkspaceBaseline *baseline,
                                                             const char               *name);
void                      matchum_workspace_duplicate_baseline (MatchumWorkspace      *self,
                                                             MatchumWorkspaceBaseline *baseline);
void                      matchum_workspace_archive_baseline (MatchumWorkspace        *self,
                                                             MatchumWorkspaceBaseline *baseline,
                                                             gboolean                  is_archived);
void                      matchum_workspace_remove_baseline (MatchumWorkspace         *self,
                                                             MatchumWorkspaceBaseline *baseline);

/* Edits of the text of a baseline, by ids of blocks. Edits in a row with the same merge_key, which may be NULL, are undone in
 * one step: what was typed into one field. */
void                      matchum_workspace_set_text        (MatchumWorkspace         *self,
                                                             MatchumWorkspaceBaseline *baseline,
                                                             const char               *markdown,
                                                             const char               *merge_key);
/* Of the open baseline; _in: of any, though another one was opened meanwhile. */
void                      matchum_workspace_set_words       (MatchumWorkspace         *self,
                                                             const char               *block,
                                                             const char               *markdown,
                                                             const char               *merge_key);
void                      matchum_workspace_set_words_in    (MatchumWorkspace         *self,
                                                             MatchumWorkspaceBaseline *baseline,
                                                             const char               *block,
                                                             const char               *markdown,
                                                             const char               *merge_key);
void                      matchum_workspace_insert_block    (MatchumWorkspace         *self,
                                                             const char               *after,
                                                             MatchumBlockKind          kind,
                                                             const char               *markdown);
void                      matchum_workspace_insert_block_in (MatchumWorkspace         *self,
                                                             MatchumWorkspaceBaseline *baseline,
                                                             const char               *after,
                                                             MatchumBlockKind          kind,
                                                             const char               *markdown,
                                                             const char               *merge_key);
/* See matchum_block_order_move(). */
void                      matchum_workspace_move_in         (MatchumWorkspace         *self,
                                                             MatchumWorkspaceBaseline *baseline,
                                                             const char               *block,
                                                             gint                      delta);
void                      matchum_workspace_remove_block    (MatchumWorkspace         *self,
                                                             const char               *block);
void                      matchum_workspace_remove_block_in (MatchumWorkspace         *self,
                                                             MatchumWorkspaceBaseline *baseline,
                                                             const char               *block,
                                                             const char               *merge_key);

/* Words of its own that the current posting has for a block, by the ids of blocks. The resume that is shown says them; the
 * baseline does not. Each is one edit. */
typedef enum {
  MATCHUM_WORDING_NONE,    /* the baseline's words */
  MATCHUM_WORDING_OWN,
  MATCHUM_WORDING_REFUSED, /* but they cannot stand there, and the baseline's are shown */
  MATCHUM_WORDING_OLD,     /* and the baseline says something else now than when they were written */
  MATCHUM_WORDING_LOST,    /* and the baseline has no such block any more */
} MatchumWordingStanding;

MatchumWordingStanding    matchum_workspace_get_wording     (MatchumWorkspace         *self,
                                                             const char               *block);
/* Ids, of char *, of those that are old or lost, in the order of the baseline; free with g_ptr_array_unref(). */
GPtrArray                *matchum_workspace_list_old_wordings (MatchumWorkspace       *self);
/* The block as the open baseline has it, whose place and words may be others than those that are shown; NULL where it has no
 * such block. */
const MatchumBlock       *matchum_workspace_find_in_baseline (MatchumWorkspace        *self,
                                                             const char               *block);
/* Its words there, as Markdown. */
char                     *matchum_workspace_dup_baseline_words (MatchumWorkspace      *self,
                                                             const char               *block);
/* A NULL markdown goes back to the baseline's words. replaced: the words of the baseline that it stands for. */
void                      matchum_workspace_set_wording_in  (MatchumWorkspace         *self,
                                                             MatchumWorkspacePosting  *posting,
                                                             const char               *block,
                                                             const char               *markdown,
                                                             const char               *replaced,
                                                             const char               *merge_key);
/* Keeps words that are old: they stand for what the baseline says now. */
void                      matchum_workspace_keep_wording    (MatchumWorkspace         *self,
                                                             const char               *block,
                                                             const char               *merge_key);
/* Goes back to the baseline's words, or lets go of words for a block that is gone. */
void                      matchum_workspace_drop_wording    (MatchumWorkspace         *self,
                                                             const char               *block);

/* Sections, entries and items among their like: those that they can change places with. By ids; delta: how many places down, less
 * than 0 is up. With a posting open, the order is its own; else it is that of the resume itself. */
gboolean                  matchum_workspace_can_move_block  (MatchumWorkspace         *self,
                                                             const char               *block,
                                                             gint                      delta);
/* One edit; FALSE where nothing is done. */
gboolean                  matchum_workspace_move_block      (MatchumWorkspace         *self,
                                                             const char               *block,
                                                             gint                      delta);
/* How many places block has to go to stand where target stands; FALSE where the two are not alike. */
gboolean                  matchum_workspace_find_block_delta (MatchumWorkspace        *self,
                                                             const char               *block,
                                                             const char               *target,
                                                             gint                     *delta);
/* Where block stands among its like, from 0; FALSE where it has none. */
gboolean                  matchum_workspace_find_block_place (MatchumWorkspace        *self,
                                                             const char               *block,
                                                             guint                    *place,
                                                             guint                    *n_places);
/* Whether the current posting has an order of its own; and back to that of the resume. */
gboolean                  matchum_workspace_has_own_order   (MatchumWorkspace         *self);
void                      matchum_workspace_reset_order     (MatchumWorkspace         *self);

/* What the user says of blocks of the open baseline, by id, each in one edit; shown when it is on the disk. */
/* Of MatchumBlockTagRecord, borrowed until "tags-changed"; free with g_ptr_array_unref(). */
GPtrArray                *matchum_workspace_list_tags       (MatchumWorkspace         *self,
                                                             const char               *block);
/* The words of all tags of all baselines, of char *, those that are used most first. */
GPtrArray                *matchum_workspace_list_tag_words  (MatchumWorkspace         *self);
/* Whether any block of the open baseline has a tag. */
gboolean                  matchum_workspace_has_tags        (MatchumWorkspace         *self);
/* FALSE where nothing is done: it has that tag, or there is no such word. "always" takes the place of "never" of the same
 * word. */
gboolean                  matchum_workspace_set_tag         (MatchumWorkspace         *self,
                                                             const char               *block,
                                                             const char               *word,
                                                             gboolean                  is_always);
/* word: as the tag has it. */
void                      matchum_workspace_remove_tag      (MatchumWorkspace         *self,
                                                             const char               *block,
                                                             const char               *word);
/* Hides and pins for the current posting what the tags that fit it choose: one edit, and how many are hidden and pinned that were
 * not before. FALSE where nothing is done. */
gboolean                  matchum_workspace_apply_tags      (MatchumWorkspace         *self,
                                                             guint                    *n_hidden,
                                                             guint                    *n_pinned);
/* 0 to MATCHUM_BLOCK_PRIORITY_MAX: how much a block matters when pages are made to fit. */
guint                     matchum_workspace_get_priority    (MatchumWorkspace         *self,
                                                             const char               *block);
void                      matchum_workspace_set_priority    (MatchumWorkspace         *self,
                                                             const char               *block,
                                                             guint                     priority);

/* The line under the name that the current posting has of its own; NULL: what the resume says, or nothing. */
const char               *matchum_workspace_get_title_line  (MatchumWorkspace         *self);
/* What the resume itself has there, or NULL. */
char                     *matchum_workspace_dup_headline    (MatchumWorkspace         *self);
/* The block that shows the one or the other, by its index; MATCHUM_BLOCK_NONE where there is neither. */
guint                     matchum_workspace_find_title_line (MatchumWorkspace         *self);
gboolean                  matchum_workspace_is_own_title_line (MatchumWorkspace       *self,
                                                             guint                     block);
/* NULL, white space and what the resume says go back to that. One edit; FALSE where nothing is done. */
gboolean                  matchum_workspace_set_title_line  (MatchumWorkspace         *self,
                                                             const char               *text);

/* A name of the user's own: what stands in texts, and what it is counted as. */
typedef struct {
  char *name;
  char *concept;
  char *problem; /* why it is left out, for the user to read; NULL where it counts */
} MatchumWorkspaceName;

/* The lexicon with the names of the user's own: everything is matched with it. */
MatchumLexicon           *matchum_workspace_get_lexicon     (MatchumWorkspace         *self);
/* Of MatchumWorkspaceName, in the order of the library; another array when they change. */
GPtrArray                *matchum_workspace_get_names       (MatchumWorkspace         *self);
guint                     matchum_workspace_count_bad_names (MatchumWorkspace         *self);
/* What is missing of a requirement and could be called by another name in the resume: a skill, a word, a certificate. Of char *,
 * each of which can be what a name is counted as. */
GPtrArray                *matchum_workspace_list_countable  (MatchumWorkspace         *self,
                                                             guint                     requirement);
/* Whether name can be counted as concept beside the others, in place of instead, which may be NULL; error says what to do. */
gboolean                  matchum_workspace_check_name      (MatchumWorkspace         *self,
                                                             const char               *name,
                                                             const char               *concept,
                                                             const MatchumWorkspaceName *instead,
                                                             GError                  **error);
/* These two check first, and are one edit each; so is the third. */
gboolean                  matchum_workspace_add_name        (MatchumWorkspace         *self,
                                                             const char               *name,
                                                             const char               *concept,
                                                             GError                  **error);
gboolean                  matchum_workspace_change_name     (MatchumWorkspace         *self,
                                                             const MatchumWorkspaceName *before,
                                                             const char               *name,
                                                             const char               *concept,
                                                             GError                  **error);
void                      matchum_workspace_remove_name     (MatchumWorkspace         *self,
                                                             const char               *name,
                                                             const char               *concept);

/* The last edit of the library, whatever it was; what it touched is opened. */
void                      matchum_workspace_undo            (MatchumWorkspace         *self);
void                      matchum_workspace_redo            (MatchumWorkspace         *self);
/* Items of the current application that are hidden or pinned but in the resume no longer: a list of MatchumReviewItem. */
GListModel               *matchum_workspace_list_lost       (MatchumWorkspace         *self);
/* How many those are, without reading what they said: after every choice. */
guint                     matchum_workspace_count_lost      (MatchumWorkspace         *self);
/* What of items is still to be looked at: they may have been told a while ago, and the resume been edited since. */
GListModel               *matchum_workspace_recheck_review  (MatchumWorkspace         *self,
                                                             GListModel               *items);
/* Sees to it that the figure of a posting is known, which may cost a whole match; FALSE where it was, or where there is no
 * resume. */
gboolean                  matchum_workspace_judge           (MatchumWorkspace         *self,
                                                             MatchumWorkspacePosting  *posting);
/* Keeps what is open and selected; done by itself a moment after it changes. */
void                      matchum_workspace_save_state      (MatchumWorkspace         *self);

int                       matchum_workspace_get_selected_requirement (MatchumWorkspace *self);
void                      matchum_workspace_set_selected_requirement (MatchumWorkspace *self,
                                                                      int               requirement);
guint                     matchum_workspace_get_selected_block (MatchumWorkspace      *self);
void                      matchum_workspace_set_selected_block (MatchumWorkspace      *self,
                                                                guint                  block);

/* The short name that joins the panes: "1", "2", … for required lines, "a", "b", …, "z", "aa", … for preferred ones. */
char                     *matchum_workspace_dup_requirement_key (MatchumWorkspace     *self,
                                                                 guint                 requirement);

/* How many pages the current application may fill; 0 where nobody said, or there is none. Setting it is one edit, and so is
 * letting jobs go with their headings. */
guint                     matchum_workspace_get_budget      (MatchumWorkspace         *self);
void                      matchum_workspace_set_budget      (MatchumWorkspace         *self,
                                                             guint                     n_pages);
void                      matchum_workspace_set_allows_gaps (MatchumWorkspace         *self,
                                                             gboolean                  allows_gaps);
/* How much blocks of the open baseline matter to the user: ids of those that do, to 1 to 3; transfer full. */
GHashTable               *matchum_workspace_list_priorities (MatchumWorkspace         *self);
/* What is proposed to go for that, for the rows of the resume to say so; borrowed, and NULL where nothing is, or it was for
 * another resume. */
MatchumFitProposal       *matchum_workspace_get_proposal    (MatchumWorkspace         *self);
void                      matchum_workspace_set_proposal    (MatchumWorkspace         *self,
                                                             MatchumFitProposal       *proposal);

double                    matchum_workspace_get_pages_used  (MatchumWorkspace         *self);
void                      matchum_workspace_set_pages_used  (MatchumWorkspace         *self,
                                                             double                    used);

G_END_DECLS
