/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a posting of the workspace share. */
#pragma once

#include "ui/matchum-workspace-posting.h"

G_BEGIN_DECLS

struct _MatchumWorkspacePosting
{
  GObject                   parent_instance;

  MatchumLibrary           *library;
  MatchumLexicon           *lexicon;
  MatchumDay                as_of;

  MatchumPostingRecord     *record;
  char                     *company;       /* as read from the text, once it was */
  char                     *title;
  gboolean                  has_names;
  MatchumWorkspaceBaseline *baseline;
  char                     *sent_on;       /* or NULL */
  guint                     n_old_wordings;

  /* Read from the library when asked for. */
  GPtrArray                *applications;  /* of MatchumApplicationRecord */
  MatchumApplicationRecord *choices;       /* over the baseline; NULL where there are none, or not read */
  MatchumApplication       *application;
  GPtrArray                *claims;        /* of MatchumClaim, of choices */
  GPtrArray                *corrections;   /* of MatchumPostingCorrection */
  GHashTable               *seen;          /* ids of choices that were ever read or made to those of their baselines */

  /* Derived; each NULL until asked for. */
  MatchumPosting           *read;
  MatchumPlacedCorrections *placed;
  MatchumPosting           *corrected;     /* read, with the corrections */
  MatchumPostingDetails    *details;
  MatchumPosting           *posting;       /* corrected, for the team */
  MatchumResume            *resume;        /* of the baseline, as the choices have it */
  MatchumTailoredResumeReport *report;     /* what of them it has not */
  MatchumMatch             *found;         /* without what the user said, */
  MatchumMatch             *match;         /* and with it */
  MatchumVisibility        *visibility;
  MatchumCoverage          *coverage;
  MatchumPostingFigure      figure;
  gboolean                  has_figure;
  MatchumDay                last_day;      /* zero: it names none */
  gboolean                  has_last_day;
};

void     matchum_workspace_posting_emit_changed       (MatchumWorkspacePosting *self);

/* What is read from the text, and as which company and job it is shown then */

void     matchum_workspace_posting_forget_reading     (MatchumWorkspacePosting *self);
void     matchum_workspace_posting_forget_names       (MatchumWorkspacePosting *self);
void     matchum_workspace_posting_ensure_names       (MatchumWorkspacePosting *self);
/* Reads again what was put right. Whether that is something else. */
gboolean matchum_workspace_posting_update_corrections (MatchumWorkspacePosting *self);

/* The choices, and what is found in the resume that they make */

void     matchum_workspace_posting_forget_choices     (MatchumWorkspacePosting *self);
/* The resume stays. */
void     matchum_workspace_posting_forget_found       (MatchumWorkspacePosting *self);

G_END_DECLS
