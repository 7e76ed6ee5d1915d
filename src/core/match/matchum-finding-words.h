/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as words, for sentences to be made of. Of the match room only. */
#pragma once

#include "match/matchum-finding.h"

G_BEGIN_DECLS

/* How much may be said. */
typedef struct {
  guint    max_names; /* of a list; the rest is counted: "+2" */
  guint    max_work;  /* jobs that years were added up from; 0 for none */
  gboolean is_terse;  /* what the resume calls things is left out */
  gboolean is_discreet; /* no word of what is hidden */
} MatchumSpace;

/* What is asked, by the posting's words: "Kafka", "PyTorch or TensorFlow". */
char *matchum_finding_dup_name   (const MatchumFinding *self,
                                  MatchumSpace          space);
/* The same with what is worth knowing of it: "Kafka (considered)", "Python (via PyTorch)". */
char *matchum_finding_dup_label  (const MatchumFinding *self,
                                  MatchumSpace          space);
/* "4 yr 2 mo of 3 yr asked: Acme (2021-03 – now)". */
char *matchum_finding_dup_years  (const MatchumFinding *self,
                                  MatchumSpace          space);
/* Joins strings, which are moved from, as a list of names. */
char *matchum_finding_join_names (GPtrArray            *names,
                                  MatchumSpace          space);
/* "bachelor’s degree", translated. */
const char *matchum_finding_get_degree_name (MatchumDegree degree);
/* Words that somebody wrote, on one line and no longer than fits. */
char *matchum_finding_shorten    (const char           *words);

G_END_DECLS
