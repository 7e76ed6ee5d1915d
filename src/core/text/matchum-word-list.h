/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of words that texts are held against: which of them it begins with, ends with or holds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MatchumWordIndex MatchumWordIndex;

/* Made with MATCHUM_WORD_LIST from words divided by |; taken apart when first used. */
typedef struct {
  const char       *text;
  MatchumWordIndex *index;
} MatchumWordList;

#define MATCHUM_WORD_LIST(text) { text, NULL }

typedef struct {
  const char *words; /* divided by |; of at least three bytes each where they are looked for within texts */
  guint32     bit;
} MatchumWordGroup;

/* Several lists that a text is held against at once. */
typedef struct {
  const MatchumWordGroup *groups;
  guint                   n_groups;
  MatchumWordIndex       *index;
} MatchumWordTable;

#define MATCHUM_WORD_TABLE(groups) { groups, G_N_ELEMENTS (groups), NULL }

/* All texts are folded. */
gboolean matchum_word_list_begins    (MatchumWordList *self,
                                      const char      *text,
                                      gsize            length);
/* A word in Latin letters ends a text only where it begins as a word; a Korean one may be the end of one. */
gboolean matchum_word_list_ends      (MatchumWordList *self,
                                      const char      *text,
                                      gsize            length);
/* The ends of the text count as blanks: " r " finds R as a word anywhere. Only the first 4 KB count. */
gboolean matchum_word_list_stands_in (MatchumWordList *self,
                                      const char      *text);
/* The same where brackets and dividers count as blanks as well. */
gboolean matchum_word_list_stands_apart (MatchumWordList *self,
                                         const char      *text);
/* Whether one of the words stands in length bytes of text; one in Latin letters only where a word begins. */
gboolean matchum_word_list_contains  (MatchumWordList *self,
                                      const char      *text,
                                      gsize            length);
/* Whether it is one of the words. */
gboolean matchum_word_list_holds     (MatchumWordList *self,
                                      const char      *word,
                                      gsize            length);
/* The bits of the groups that it is a word of. */
guint32  matchum_word_table_look_up  (MatchumWordTable *self,
                                      const char       *word,
                                      gsize             length);
/* The bits of the groups of which a word stands anywhere in the text, whose ends count as blanks. Only the first 4 KB
 * count. */
guint32  matchum_word_table_find     (MatchumWordTable *self,
                                      const char       *text);
/* The same of all length bytes of text, whose ends do not count as blanks. */
guint32  matchum_word_table_find_within (MatchumWordTable *self,
                                         const char       *text,
                                         gsize             length);
/* The same of words in Latin letters only where a word begins, as matchum_word_list_contains() does; within: the bits
 * of the groups of which a word stands anywhere. */
guint32  matchum_word_table_find_words  (MatchumWordTable *self,
                                         const char       *text,
                                         gsize             length,
                                         guint32          *within);

G_END_DECLS
