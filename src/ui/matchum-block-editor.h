/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits the words of one block in the place where they are shown. It lasts for one sitting, which is undone in one step:
 * pauses write what was typed into the library, so that verdicts follow, and the end of it writes the rest. */
#pragma once

#include "ui/matchum-words-editor.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BLOCK_EDITOR (matchum_block_editor_get_type ())

/* Where words go. */
typedef enum {
  MATCHUM_WORDS_OF_RESUME,  /* into the resume itself */
  MATCHUM_WORDS_OF_POSTING, /* to the posting that is open, which then has words of its own */
  MATCHUM_N_WORDS_PLACES
} MatchumWordsPlace;

/* What it changed was asked of the library when it "ended". */
G_DECLARE_FINAL_TYPE (MatchumBlockEditor, matchum_block_editor, MATCHUM, BLOCK_EDITOR, MatchumWordsEditor)

/* block: of the open resume, one that can be edited. added_with: NULL, or the merge key with which it was just added; such
 * a block goes away again where its words stay as they are or are given up. */
GtkWidget  *matchum_block_editor_new          (MatchumWorkspace      *workspace,
                                               guint                  block,
                                               const char            *added_with);
/* At first the posting where it has words of its own for the block, else the resume. Words that were typed go along. */
MatchumWordsPlace matchum_block_editor_get_place (MatchumBlockEditor *self);
void        matchum_block_editor_set_place    (MatchumBlockEditor    *self,
                                               MatchumWordsPlace      place);
/* To be called before anything is typed: what it writes is undone together with what was done with merge_key, after which the
 * posting's own words stand for replaced. */
void        matchum_block_editor_merge        (MatchumBlockEditor    *self,
                                               const char            *merge_key,
                                               const char            *replaced);

const char *matchum_block_editor_get_block_id (MatchumBlockEditor    *self);
/* Whether a block of the open resume is the one that is edited. */
gboolean    matchum_block_editor_is_of        (MatchumBlockEditor    *self,
                                               const MatchumBlock    *block);
gboolean    matchum_block_editor_is_fresh     (MatchumBlockEditor    *self);
/* Words that the library did not take; they are shown, and tried again at the end. */
void        matchum_block_editor_set_text     (MatchumBlockEditor    *self,
                                               const char            *text);
/* Takes the focus, with the cursor after so many bytes of the words (past the end is the end); of a fresh block, all words
 * are selected. */
void        matchum_block_editor_start        (MatchumBlockEditor    *self,
                                               gsize                  offset);
/* Once it has ended: whether the block is being removed, since it was left without words; n_below, which may be NULL, how
 * many blocks under it go with it. */
gboolean    matchum_block_editor_get_removed  (MatchumBlockEditor    *self,
                                               guint                 *n_below);
/* Once it has ended: whether words were asked to be written of which nothing has been heard yet. */
gboolean    matchum_block_editor_is_unsure    (MatchumBlockEditor    *self);

/* Whether the library can be written, and the block has words that can be edited. */
gboolean    matchum_block_editor_is_possible  (MatchumWorkspace      *workspace,
                                               guint                  block);

G_END_DECLS
