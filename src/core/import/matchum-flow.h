/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document line by line, as pages of HTML, of word processors and PDFs show it: how much a line stands out, what is a
 * bullet, what stands at its far end. Composed to the Markdown of a resume or of a posting. */
#pragma once

#include "import/matchum-markdown-draft.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_FLOW_TEXT,
  MATCHUM_FLOW_ITEM,
  MATCHUM_FLOW_HEADING, /* the document says so */
} MatchumFlowKind;

typedef struct {
  char             *text;
  MatchumDraftStyle style;
  char             *url; /* or NULL */
} MatchumFlowRun;

typedef struct {
  MatchumFlowKind kind;
  guint           level;    /* of a heading, from 1; of an item, from 0 */
  double          weight;   /* size of its letters to that of the body */
  gboolean        is_apart; /* more room is above it than between lines */
  GArray         *runs;     /* of MatchumFlowRun */
  char           *aside;    /* what stands at its far end, apart, or NULL */
  char           *doubt;    /* a sentence on what is not sure of it, or NULL */
} MatchumFlowLine;

typedef struct {
  GPtrArray *lines; /* of MatchumFlowLine */
} MatchumFlow;

MatchumFlow     *matchum_flow_new             (void);
void             matchum_flow_free            (MatchumFlow           *self);
/* Adds a line without words. */
MatchumFlowLine *matchum_flow_add             (MatchumFlow           *self,
                                               MatchumFlowKind        kind,
                                               guint                  level);
/* url may be NULL. */
void             matchum_flow_line_add        (MatchumFlowLine       *line,
                                               const char            *text,
                                               MatchumDraftStyle      style,
                                               const char            *url);
/* Puts text behind what stands at the far end of the line, with joint between; among its words where there is more than
 * ever stands there. */
void             matchum_flow_line_add_aside  (MatchumFlowLine       *line,
                                               const char            *text,
                                               const char            *joint);
/* Its words, but for the aside, with single blanks. Free with g_free(). */
char            *matchum_flow_line_dup_text   (const MatchumFlowLine *line);
/* Whether all of its words have a style. */
gboolean         matchum_flow_line_is         (const MatchumFlowLine *line,
                                               MatchumDraftStyle      style);

/* As a resume: name, contact, sections, entries with their dates. */
char            *matchum_flow_compose_resume  (MatchumFlow           *self,
                                               MatchumJsonNotes      *notes);
/* As a posting: its lines as they are, headings and bullets marked. */
char            *matchum_flow_compose_posting (MatchumFlow           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFlow, matchum_flow_free)

G_END_DECLS
