/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of what is visible in a workspace, laid out anew some time after each change: when the frame that shows the
 * change is drawn, and once for a row of changes that come fast. */
#pragma once

#include "matchum-pages.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PROOF (matchum_proof_get_type ())

/* Properties "theme" and "paper" (names), "adjustments" (what differs from the theme, as lines of key=value), "pages" (MatchumPages, NULL while there is nothing to show), "problem" (why
 * there are no pages, a sentence, or NULL). Sets the workspace's "pages-used". */
G_DECLARE_FINAL_TYPE (MatchumProof, matchum_proof, MATCHUM, PROOF, GObject)

MatchumProof       *matchum_proof_new             (MatchumWorkspace *workspace);
MatchumPages       *matchum_proof_get_pages       (MatchumProof     *self);
const char         *matchum_proof_get_problem     (MatchumProof     *self);
/* How the pages look, theme and paper among it. Its photo lives until the pages are laid out again. */
MatchumPageStyle    matchum_proof_get_style       (MatchumProof     *self);
/* Lays the pages out now, if anything is due. */
void                matchum_proof_flush           (MatchumProof     *self);

/* What a theme and a paper are called in the user's language. */
const char         *matchum_theme_get_label       (const char       *name);
const char         *matchum_paper_get_label       (const char       *name);

G_END_DECLS
