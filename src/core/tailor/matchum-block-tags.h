/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the user's on blocks, "always for ML", "never for marketing", and what they choose for a posting.
 *
 * A tag fits a posting when its word stands in the title, in the name of the team that is applied to, or in what a
 * required line asks for by name; or when such a place names what the word is called in the lexicon, or a kind of that:
 * 머신러닝 fits "Senior ML Engineer", and a line that asks for deep learning. A preferred line is not enough.
 *
 * Of the tags of one block that fit, "never" wins over "always": what was left out can still be shown, what was sent can't
 * be taken back. What stands under a block that is hidden so is not pinned. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "posting/matchum-posting.h"
#include "tailor/matchum-application.h"

G_BEGIN_DECLS

/* The longest word, in bytes. */
#define MATCHUM_BLOCK_TAG_MAX_LENGTH 100

/* A tag of a block; the texts are the caller's. */
typedef struct {
  const char *block;     /* id */
  const char *word;
  gboolean    is_always; /* show and pin it; else hide it */
} MatchumBlockTag;

typedef enum {
  MATCHUM_TAG_FITS_TITLE,
  MATCHUM_TAG_FITS_TEAM,
  MATCHUM_TAG_FITS_REQUIREMENT,
} MatchumTagPlace;

/* What a tag that fits chooses. */
typedef struct {
  guint           block;     /* index in the resume */
  char           *id;        /* of the block */
  char           *word;      /* of the tag */
  gboolean        is_always; /* pins the block; else hides it */
  MatchumTagPlace place;
  char           *words;     /* of that place, that the tag fits */
} MatchumTagChoice;

/* The word as it is kept: white space at its ends and runs of it taken away. NULL where nothing is left or it is too long.
 * Free with g_free(). */
char               *matchum_block_tag_dup_word  (const char         *word);
/* What n tags choose for a posting, in the order of the resume, one choice a block; blocks that the resume does not have
 * are passed over. title: what the job is called, or NULL for what the posting calls it; team: that is applied to, or
 * NULL. Of MatchumTagChoice; free with g_ptr_array_unref(). */
GPtrArray          *matchum_block_tags_choose   (const MatchumBlockTag *tags,
                                                 guint               n_tags,
                                                 MatchumPosting     *posting,
                                                 const char         *title,
                                                 const char         *team,
                                                 MatchumLexicon     *lexicon,
                                                 MatchumResume      *resume);
/* The application with these choices: what is pinned is shown, and so is what it stands under. */
MatchumApplication *matchum_block_tags_apply    (MatchumApplication *application,
                                                 GPtrArray          *choices,
                                                 MatchumResume      *resume);

void                matchum_tag_choice_free     (MatchumTagChoice   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumTagChoice, matchum_tag_choice_free)

G_END_DECLS
