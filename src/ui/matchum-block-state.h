/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the row of one block says at a moment: whether it is shown, what it shows, and what hiding it costs. */
#pragma once

#include <glib-object.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_CHECK_NONE,  /* the block cannot be hidden */
  MATCHUM_CHECK_OFF,
  MATCHUM_CHECK_ON,
  MATCHUM_CHECK_MIXED, /* shown, but not all that stands under it */
} MatchumCheckState;

typedef enum {
  MATCHUM_EMPHASIS_PLAIN,
  MATCHUM_EMPHASIS_LIT,   /* speaks for what is selected on the other side */
  MATCHUM_EMPHASIS_FADED, /* does not */
} MatchumEmphasis;

typedef enum {
  MATCHUM_NOTE_NONE,
  MATCHUM_NOTE_HIDDEN,
  MATCHUM_NOTE_SOLE, /* only evidence for something */
  MATCHUM_NOTE_HINT, /* names what is selected, and takes it back */
  MATCHUM_NOTE_PINNED,
  MATCHUM_NOTE_LEAVING, /* would be hidden so that the pages suffice */
  MATCHUM_NOTE_BY_HAND, /* what the user said of it */
  MATCHUM_NOTE_WORDING, /* the posting has words of its own for it */
  MATCHUM_NOTE_REFUSED_WORDING, /* and they cannot stand there */
  MATCHUM_NOTE_OLD_WORDING, /* and the resume says something else by now than when they were written */
} MatchumBlockNote;

typedef struct {
  guint    requirement; /* index in the match */
  char    *label;       /* "3", "b" */
  gboolean is_sole;     /* the block is the only evidence, or was when it was shown */
  gboolean is_selected;
} MatchumBlockKey;

/* A tag of the block. */
typedef struct {
  char    *word;
  gboolean is_always; /* else never */
} MatchumBlockTagging;

typedef struct {
  gboolean          is_visible;
  gboolean          is_hidden; /* by itself, not by something above it */
  gboolean          is_pinned;
  gboolean          is_selected;
  gboolean          is_leaving; /* would go, by itself or with something above it */
  gboolean          can_edit;
  gboolean          offers_title_line; /* the name, where a posting may have a line of its own under it */
  MatchumCheckState check;
  MatchumEmphasis   emphasis;
  guint             n_items; /* under a section or an entry; 0 elsewhere */
  guint             n_shown;
  GArray           *keys;    /* of MatchumBlockKey */
  GArray           *marks;   /* of MatchumSpan */
  gboolean          has_marker; /* the marks are those of the requirement selected */
  gboolean          has_hint;   /* the marks are hints of the requirement selected, and no evidence */
  MatchumBlockNote  note;
  char             *note_text;
  char             *link_text;  /* of an entry: what it is linked to, or NULL */
  char             *link_mark;  /* what of that is to be looked at, or NULL */
  GArray           *tags;       /* of MatchumBlockTagging; none while a posting is open, */
  guint             priority;   /* and 0 then */
} MatchumBlockState;

/* Reference counted; to be changed only by the one who makes it. */
MatchumBlockState *matchum_block_state_new           (void);
MatchumBlockState *matchum_block_state_ref           (MatchumBlockState       *self);
void               matchum_block_state_unref         (MatchumBlockState       *self);
gboolean           matchum_block_state_is_equal      (const MatchumBlockState *self,
                                                      const MatchumBlockState *other);
gboolean           matchum_block_state_has_same_keys (const MatchumBlockState *self,
                                                      const MatchumBlockState *other);
/* The same tags and the same priority. */
gboolean           matchum_block_state_has_same_tags (const MatchumBlockState *self,
                                                      const MatchumBlockState *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumBlockState, matchum_block_state_unref)

G_END_DECLS
