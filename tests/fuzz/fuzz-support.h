/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzz targets share: built for libFuzzer they have its main, else one that replays corpora and tries changed ones;
 * and what must hold of everything that is read. A target defines fuzz_target and LLVMFuzzerTestOneInput(). */
#pragma once

#include <glib.h>
#include <string.h>

#include "lexicon/matchum-lexicon.h"
#include "posting/matchum-criterion.h"
#include "posting/matchum-posting.h"
#include "resume/matchum-resume.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;
  guint       n_rounds; /* changed inputs that are tried, for about a quarter of a second; ten times as many in CI */
  gboolean    cuts;     /* every file of the corpus is also replayed cut off anywhere */
} FuzzTarget;

extern const FuzzTarget fuzz_target;

int             LLVMFuzzerTestOneInput      (const guint8       *data,
                                             gsize               length);

/* The lexicon of the program, read once; borrowed. */
MatchumLexicon *fuzz_get_lexicon            (void);
/* NULL where the bytes are no text. */
MatchumSource  *fuzz_read_source            (const guint8       *data,
                                             gsize               length);
/* Where the first part of an input of two parts ends; the other one begins after the NUL that stands there. */
gsize           fuzz_find_part              (const guint8       *data,
                                             gsize               length);

void            fuzz_assert_text            (const char         *text,
                                             gsize               length);
/* The span lies in the text, and no character is cut by it. */
void            fuzz_assert_span            (const char         *text,
                                             gsize               length,
                                             MatchumSpan         span);
void            fuzz_assert_source_span     (MatchumSource      *source,
                                             MatchumSpan         span);
/* Text and runs are sound and lead back into within, in order. */
void            fuzz_assert_inline          (MatchumSource      *source,
                                             MatchumInlineText  *content,
                                             MatchumSpan         within);
/* A tree of criteria is whole, and speaks of bytes of the text. */
void            fuzz_assert_criterion       (const MatchumCriterion *criterion,
                                             const char         *text,
                                             gsize               length,
                                             MatchumLexicon     *lexicon);
/* What a tree says, for comparing; moved: its spans are that much further on. */
void            fuzz_describe_criterion     (const MatchumCriterion *criterion,
                                             gsize               moved,
                                             GString            *description);

G_END_DECLS
