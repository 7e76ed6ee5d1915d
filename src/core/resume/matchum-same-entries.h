/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which entry of one resume tells of the same thing as which of another, mostly in another language, and why that is
 * thought. Each entry is one of a pair at most; where it is not sure there is none. Pure, and the same for the same
 * resumes. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_SAME_ENTRY_DATES     = 1 << 0, /* the same months */
  MATCHUM_SAME_ENTRY_YEARS     = 1 << 1, /* the same years, where one gives no more */
  MATCHUM_SAME_ENTRY_START     = 1 << 2, /* the same beginning only */
  MATCHUM_SAME_ENTRY_END       = 1 << 3, /* the end, where one gives no more */
  MATCHUM_SAME_ENTRY_NAMES     = 1 << 4, /* words of the heading */
  MATCHUM_SAME_ENTRY_SOUND     = 1 << 5, /* a name of the heading, as it sounds */
  MATCHUM_SAME_ENTRY_ADDRESSES = 1 << 6,
  MATCHUM_SAME_ENTRY_FIGURES   = 1 << 7,
  MATCHUM_SAME_ENTRY_CONCEPTS  = 1 << 8, /* tools, and other things that have a name */
  MATCHUM_SAME_ENTRY_PLACE     = 1 << 9, /* among as many entries of a section of the same kind */
} MatchumSameEntryReasons;

typedef struct {
  guint                   entry;       /* index of the block in the first resume */
  guint                   other_entry; /* in the second */
  double                  weight;      /* of all that speaks for it, less what speaks against it */
  MatchumSameEntryReasons reasons;
  char                   *shared;      /* what both name, what few entries have first: "물결마켓 = Mulgyeol Market, 8.4"; or
                                          NULL */
} MatchumSameEntry;

typedef struct _MatchumSameEntries MatchumSameEntries;

/* lexicon: NULL to do without concepts. */
MatchumSameEntries     *matchum_same_entries_new     (MatchumResume          *resume,
                                                      MatchumResume          *other,
                                                      MatchumLexicon         *lexicon);
void                    matchum_same_entries_free    (MatchumSameEntries     *self);

/* The pairs that are sure, in the order of the first resume: a new array of MatchumSameEntry. taken and other_taken: sets
 * of ids of entries that are in a pair already, NULL for none. */
GPtrArray              *matchum_same_entries_list    (MatchumSameEntries     *self,
                                                      GHashTable             *taken,
                                                      GHashTable             *other_taken);
/* Every entry of the second resume for an entry of the first, the likeliest first: a new array of MatchumSameEntry. */
GPtrArray              *matchum_same_entries_rank    (MatchumSameEntries     *self,
                                                      guint                   entry);
/* A sentence for the user: "the same dates · both name PyTorch, 8.4". Free with g_free. */
char                   *matchum_same_entry_dup_why   (const MatchumSameEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumSameEntries, matchum_same_entries_free)

G_END_DECLS
