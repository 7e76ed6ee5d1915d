/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: postings at the side, the resume and the posting beside each other, and the preview. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-proof.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WINDOW (matchum_window_get_type ())

/* Properties "sidebar-shown" (boolean) and "pane" (string, "resume" or "posting": which is seen where there is room for
 * one). */
G_DECLARE_FINAL_TYPE (MatchumWindow, matchum_window, MATCHUM, WINDOW, AdwApplicationWindow)

MatchumWindow    *matchum_window_new           (AdwApplication    *application,
                                                MatchumLibrary    *library,
                                                MatchumLexicon    *lexicon,
                                                MatchumDay         as_of);
MatchumWorkspace *matchum_window_get_workspace (MatchumWindow     *self);
MatchumProof     *matchum_window_get_proof     (MatchumWindow     *self);

/* Reads files one after the other and puts each where its headings say it belongs; asks the user where they do not
 * say. The first file that could be a resume is taken for one where is_command_line says that they come in that
 * order. Returns at once; mistakes are told in a dialog. */
void              matchum_window_open_files    (MatchumWindow     *self,
                                                GFile            **files,
                                                guint              n_files,
                                                gboolean           is_command_line);
/* Whether files are still being read or asked about. */
gboolean          matchum_window_is_opening    (MatchumWindow     *self);
/* Says something across the window for as long as it holds; a NULL text takes it back. button, with a mnemonic, and the
 * action that it activates may be NULL. */
void              matchum_window_set_notice    (MatchumWindow     *self,
                                                const char        *text,
                                                const char        *button,
                                                const char        *action);

G_END_DECLS
