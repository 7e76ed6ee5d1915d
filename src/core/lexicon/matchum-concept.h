/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry of the lexicon. Read-only outside this room; lives as long as its lexicon. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE,
  MATCHUM_CONCEPT_LIBRARY,
  MATCHUM_CONCEPT_TOOL,
  MATCHUM_CONCEPT_PLATFORM,
  MATCHUM_CONCEPT_METHOD,
  MATCHUM_CONCEPT_TASK,
  MATCHUM_CONCEPT_CATEGORY,
  MATCHUM_CONCEPT_DOMAIN,
  MATCHUM_CONCEPT_FUNCTION,
  MATCHUM_CONCEPT_ROLE,
  MATCHUM_CONCEPT_DEGREE,
  MATCHUM_CONCEPT_FIELD,
  MATCHUM_CONCEPT_CERTIFICATE,
  MATCHUM_CONCEPT_HUMAN_LANGUAGE,
  MATCHUM_CONCEPT_LANGUAGE_TEST,
  MATCHUM_CONCEPT_SOFT,
} MatchumConceptKind;

typedef struct {
  guint              index;      /* in its lexicon */
  const char        *id;         /* "pytorch" */
  MatchumConceptKind kind;
  const char        *name_en;    /* canonical names, for messages; either may be NULL, not both */
  const char        *name_ko;
  const guint       *broader;    /* n_broader indexes: what this is a kind of ("pytorch" -> "deep-learning-framework") */
  guint              n_broader;
  const guint       *implies;    /* what having this shows as well ("pyspark" -> "python", "spark") */
  guint              n_implies;
  const guint       *siblings;   /* often asked beside this, never shown by it */
  guint              n_siblings;
} MatchumConcept;

/* Languages, libraries, tools and platforms: what somebody works with. */
static inline gboolean
matchum_concept_kind_is_product (MatchumConceptKind kind)
{
  return kind == MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE || kind == MATCHUM_CONCEPT_LIBRARY
         || kind == MATCHUM_CONCEPT_TOOL || kind == MATCHUM_CONCEPT_PLATFORM;
}

G_END_DECLS
