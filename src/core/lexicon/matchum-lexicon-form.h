/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon as it is compiled: numbers and characters that are looked at where they lie, without pointers, so that the
 * program carries them and has them at once. Numbers are of 32 bits and stand in C as numbers, so the byte order of the
 * machine that compiles does not matter. For this room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Raised with every change of what the sections hold. */
#define MATCHUM_LEXICON_FORM_VERSION 2

/* Where a number that tells a place in the characters tells none. */
#define MATCHUM_LEXICON_FORM_NONE G_MAXUINT32

typedef enum {
  MATCHUM_LEXICON_FORM_CONCEPTS,  /* of MatchumConceptEntry */
  MATCHUM_LEXICON_FORM_RELATIONS, /* indexes of concepts: for each concept broader, implies and siblings */
  MATCHUM_LEXICON_FORM_SHOWN,     /* for each concept what it shows, ascending: twice the index, + 1 if it is that */
  MATCHUM_LEXICON_FORM_IDS,       /* indexes of concepts in the order of their ids */
  MATCHUM_LEXICON_FORM_ALIASES,   /* of MatchumAlias */
  MATCHUM_LEXICON_FORM_WORDS,     /* these nine are told in matchum-name-automaton.h */
  MATCHUM_LEXICON_FORM_PAIRS,
  MATCHUM_LEXICON_FORM_PAIRS_INSIDE,
  MATCHUM_LEXICON_FORM_SHORT,
  MATCHUM_LEXICON_FORM_STARTS,
  MATCHUM_LEXICON_FORM_INSIDE,
  MATCHUM_LEXICON_FORM_STATES,
  MATCHUM_LEXICON_FORM_EDGES,
  MATCHUM_LEXICON_FORM_ENDS,
  MATCHUM_LEXICON_FORM_N_SECTIONS,
} MatchumLexiconFormSection;

/* All of it numbers, as it lies in the section. */
typedef struct {
  guint32 id;            /* this and the names are places in the characters, the names perhaps none */
  guint32 kind;
  guint32 name_en;
  guint32 name_ko;
  guint32 first_relation;
  guint32 n_broader;
  guint32 n_implies;
  guint32 n_siblings;
  guint32 first_shown;
  guint32 n_shown;
} MatchumConceptEntry;

/* What is written, section after section. */
typedef struct {
  GArray  *numbers;    /* of guint32; the header comes first */
  GString *characters; /* strings, each with its NUL */
} MatchumLexiconFormWriter;

void     matchum_lexicon_form_writer_init        (MatchumLexiconFormWriter       *self);
void     matchum_lexicon_form_writer_clear       (MatchumLexiconFormWriter       *self);
/* What is added from now on belongs to section; sections come in their order. */
void     matchum_lexicon_form_writer_begin       (MatchumLexiconFormWriter       *self,
                                                  MatchumLexiconFormSection       section);
void     matchum_lexicon_form_writer_add         (MatchumLexiconFormWriter       *self,
                                                  guint32                         number);
void     matchum_lexicon_form_writer_add_numbers (MatchumLexiconFormWriter       *self,
                                                  const guint32                  *numbers,
                                                  gsize                           n);
/* The place of text in the characters; none for NULL. */
guint32  matchum_lexicon_form_writer_add_text    (MatchumLexiconFormWriter       *self,
                                                  const char                     *text);

typedef struct _MatchumLexiconForm MatchumLexiconForm;

/* Takes what was written. */
MatchumLexiconForm *matchum_lexicon_form_new         (MatchumLexiconFormWriter  *writer);
/* Of numbers and characters that stay where they are; NULL where they are of another version. */
MatchumLexiconForm *matchum_lexicon_form_new_static  (const guint32             *numbers,
                                                      gsize                      n_numbers,
                                                      const char                *characters,
                                                      gsize                      n_characters);
MatchumLexiconForm *matchum_lexicon_form_ref         (MatchumLexiconForm        *self);
void                matchum_lexicon_form_unref       (MatchumLexiconForm        *self);

/* The numbers of a section; n is how many, NULL to not ask. */
const guint32      *matchum_lexicon_form_get_section (const MatchumLexiconForm  *self,
                                                      MatchumLexiconFormSection  section,
                                                      gsize                     *n);
const char         *matchum_lexicon_form_get_text    (const MatchumLexiconForm  *self,
                                                      guint32                    place);
/* All of it, for writing it down. */
const guint32      *matchum_lexicon_form_get_numbers (const MatchumLexiconForm  *self,
                                                      gsize                     *n);
const char         *matchum_lexicon_form_get_characters
                                                     (const MatchumLexiconForm  *self,
                                                      gsize                     *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumLexiconForm, matchum_lexicon_form_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MatchumLexiconFormWriter, matchum_lexicon_form_writer_clear)

G_END_DECLS
