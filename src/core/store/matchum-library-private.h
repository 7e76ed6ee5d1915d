/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs for the writer of a library beyond edits. For the files of this room. */
#pragma once

#include "store/matchum-library-writer.h"
#include "store/matchum-library.h"

G_BEGIN_DECLS

/* Runs func on the writer's thread, after all that was asked for before; takes data. */
gboolean matchum_library_run       (MatchumLibrary       *self,
                                    MatchumWriterFunc     func,
                                    gpointer              data,
                                    GDestroyNotify        destroy,
                                    GError              **error);
void     matchum_library_run_async (MatchumLibrary       *self,
                                    MatchumWriterFunc     func,
                                    gpointer              data,
                                    GDestroyNotify        destroy,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
/* For what only reads the library: on the writer's thread, or where nothing can be edited, on a thread with a connection of its
 * own. */
void     matchum_library_read_async (MatchumLibrary      *self,
                                    MatchumWriterFunc     func,
                                    gpointer              data,
                                    GDestroyNotify        destroy,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);

G_END_DECLS
