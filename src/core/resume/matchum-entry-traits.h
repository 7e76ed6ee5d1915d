/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of an entry stays the same in another language: its dates, names in Latin letters, addresses, figures, concepts, its place
 * and how many items it has. For this room only. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

/* More entries of one resume, and more traits of one entry, are left out of account. */
#define MATCHUM_ENTRY_TRAITS_MAX_ENTRIES 250

typedef enum {
  MATCHUM_TRAIT_NAME,    /* a word of its heading */
  MATCHUM_TRAIT_ADDRESS,
  MATCHUM_TRAIT_FIGURE,  /* 2.4e6, for 240만 and 2.4 million */
  MATCHUM_TRAIT_WORD,    /* in Latin letters, under its heading */
  MATCHUM_TRAIT_CONCEPT,
  MATCHUM_N_TRAIT_KINDS,
} MatchumTraitKind;

typedef struct {
  MatchumTraitKind kind;
  char            *text;         /* as it is first written, for showing */
  double           value;        /* of a figure */
  guint            n_entries[2]; /* of each resume that have it */
} MatchumTrait;

/* A name by its sound. */
typedef struct {
  char    *sound;
  char    *text;      /* for showing */
  gboolean is_hangul;
} MatchumTraitSound;

typedef struct {
  guint               block;    /* index in its resume */
  MatchumSectionKind  section;
  guint               place;    /* 0 for the first of the entries beside it */
  guint               n_beside; /* them and itself */
  guint               n_items;  /* items and paragraphs right under it */
  gboolean            is_dated;
  MatchumDateRange    dates;    /* from the beginning of the first to the end of the last; no span */
  GArray             *traits;   /* of guint, ascending: numbers in the table */
  GPtrArray          *sounds;   /* of MatchumTraitSound */
} MatchumEntryTraits;

typedef struct _MatchumTraitTable MatchumTraitTable;

/* lexicon may be NULL: then there are no concepts. */
MatchumTraitTable  *matchum_trait_table_new     (MatchumLexicon     *lexicon);
void                matchum_trait_table_free    (MatchumTraitTable  *self);
const MatchumTrait *matchum_trait_table_get     (MatchumTraitTable  *self,
                                                 guint               index);
/* The entries of a resume in document order, array of MatchumEntryTraits; side: 0 or 1, once each. */
GPtrArray          *matchum_trait_table_collect (MatchumTraitTable  *self,
                                                 MatchumResume      *resume,
                                                 guint               side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumTraitTable, matchum_trait_table_free)

G_END_DECLS
