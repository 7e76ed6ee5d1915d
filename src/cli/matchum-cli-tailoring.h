/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A resume held against a posting with blocks hidden and pinned: what the verbs share that take these options. */
#pragma once

#include "match/matchum-coverage.h"
#include "matchum-page-style.h"
#include "tailor/matchum-application.h"

G_BEGIN_DECLS

/* As they stand on the command line. */
typedef struct {
  char  *resume;
  char  *posting;
  char  *paper;
  char  *theme;
  char **style;
  char **hide;
  char **pin;
  char  *as_of;
} MatchumCliTailoringOptions;

/* Everything that the options name, read and checked. */
typedef struct {
  MatchumResume      *resume;
  MatchumMatch       *match;
  MatchumApplication *application;
  GArray             *hidden; /* of guint: the blocks that were named, in document order */
  GArray             *pinned; /* the same, in the order in which they were named */
  MatchumPageStyle    style;
  MatchumPhoto       *photo; /* that style shows, or NULL */
  MatchumDay          as_of;
} MatchumCliTailoring;

/* An array of GOptionEntry that write to options, for a verb to add its own to: the resume and the posting first, then what
 * is hidden and how it looks. */
GArray          *matchum_cli_tailoring_list_entries   (MatchumCliTailoringOptions       *options);
void             matchum_cli_tailoring_clear_options  (MatchumCliTailoringOptions       *options);

/* Whether what has to be given is there, and the look and the day can be understood; else wrong usage. */
gboolean         matchum_cli_tailoring_parse          (MatchumCliTailoring              *self,
                                                       const MatchumCliTailoringOptions *options,
                                                       GError                          **error);
/* Refuses an output that would take the place of what is read. */
gboolean         matchum_cli_tailoring_check_output   (const MatchumCliTailoringOptions *options,
                                                       const char                       *output,
                                                       GError                          **error);
/* Reads the files and makes the match. */
gboolean         matchum_cli_tailoring_load           (MatchumCliTailoring              *self,
                                                       const MatchumCliTailoringOptions *options,
                                                       GError                          **error);
void             matchum_cli_tailoring_clear          (MatchumCliTailoring              *self);
/* The verdicts under other choices. */
MatchumCoverage *matchum_cli_tailoring_judge          (MatchumCliTailoring              *self,
                                                       MatchumApplication               *application);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MatchumCliTailoringOptions, matchum_cli_tailoring_clear_options)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MatchumCliTailoring, matchum_cli_tailoring_clear)

G_END_DECLS
