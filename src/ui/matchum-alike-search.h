/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The postings that are most like one, of those that choices were made for over the same baseline. Looked for a little at a
 * time, since every posting of the library has to be read once. */
#pragma once

#include "tailor/matchum-choices-transfer.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

/* A posting, and what taking its choices over would do. */
typedef struct {
  MatchumWorkspacePosting  *posting;
  gboolean                  is_much;    /* so much alike that it is worth pointing out */
  GPtrArray                *shared;     /* of char *: what both ask for */
  MatchumApplication       *from;       /* what was chosen for it */
} MatchumAlikePosting;

/* For the current posting, over the open baseline. */
void       matchum_alike_search_async  (MatchumWorkspace       *workspace,
                                        guint                   max,
                                        GCancellable           *cancellable,
                                        GAsyncReadyCallback     callback,
                                        gpointer                data);
/* Of MatchumAlikePosting, the most alike first; NULL where it was cancelled, or what is open is another by now. */
GPtrArray *matchum_alike_search_finish (GAsyncResult           *result,
                                        GError                **error);
G_END_DECLS
