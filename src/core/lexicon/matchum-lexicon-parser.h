/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the files of the lexicon (data/lexicon/README.md) into concepts and names. For this room only. */
#pragma once

#include "lexicon/matchum-concept.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_NAME_CASE    = 1 << 0, /* exact case */
  MATCHUM_NAME_CONTEXT = 1 << 1, /* ambiguous */
  MATCHUM_NAME_OPEN    = 1 << 2, /* any Hangul may follow */
  MATCHUM_NAME_INSIDE  = 1 << 3, /* may start inside a Hangul word */
  MATCHUM_NAME_LITERAL = 1 << 4, /* a _ is one; not in files */
} MatchumNameFlags;

/* Where something was said, for messages. The file name is borrowed from the caller's array of names. */
typedef struct {
  const char *file;
  guint       line;
} MatchumPlace;

typedef struct {
  guint              concept;
  MatchumConceptKind kind;         /* of the concept */
  const char        *text;         /* as written, without its flags; the records own it */
  MatchumNameFlags   flags;
  gboolean           is_canonical;
  MatchumPlace       place;
} MatchumName;

/* A concept as it is read. */
typedef struct {
  guint              index;
  char              *id;
  MatchumConceptKind kind;
  char              *name_en;  /* either may be NULL */
  char              *name_ko;
  GArray            *broader;  /* of guint: indexes of concepts, as in the others */
  GArray            *implies;
  GArray            *siblings;
} MatchumConceptRecord;

typedef struct {
  GPtrArray *concepts;  /* of MatchumConceptRecord, their relations resolved */
  GArray    *places;    /* of MatchumPlace, one for each concept */
  GArray    *names;     /* of MatchumName */
  GPtrArray *texts;     /* of char *: the files, cut up; names point into them */
} MatchumRecords;

MatchumRecords *matchum_records_parse (const char *const *names,
                                       const char *const *texts,
                                       GError           **error);
void            matchum_records_free  (MatchumRecords    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumRecords, matchum_records_free)

G_END_DECLS
