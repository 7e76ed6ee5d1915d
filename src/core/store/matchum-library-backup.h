/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated copies of a library in the folder "backups" beside it. Each is a whole library in one file. */
#pragma once

#include "store/matchum-library.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BACKUP (matchum_backup_get_type ())

/* How many are kept when a new one is made: the nearer to now, the closer together. */
#define MATCHUM_BACKUP_KEEP 10

typedef struct {
  char     *path;
  gint64    time;       /* seconds since 1970, UTC */
  gint64    n_bytes;
  gboolean  is_damaged; /* a library that was found damaged and set aside; it cannot be restored, perhaps salvaged */
} MatchumBackup;

GType          matchum_backup_get_type  (void);
MatchumBackup *matchum_backup_copy      (const MatchumBackup  *self);
void           matchum_backup_free      (MatchumBackup        *self);

/* Backups of the library at path, of MatchumBackup, newest first, damaged ones last. Works for a library that cannot be
 * opened or is gone. */
GPtrArray     *matchum_backup_list      (const char           *path);
/* Which of times, seconds ascending, is least missed at now: neither the first nor the last. */
guint          matchum_backup_pick      (const gint64         *times,
                                         guint                 n_times,
                                         gint64                now);
/* Copies what the connection sees into the backups of the library at path, checks the copy, and drops those no longer kept.
 * made: its path, may be NULL. */
gboolean       matchum_backup_make      (MatchumDatabase      *database,
                                         const char           *path,
                                         char                **made,
                                         GError              **error);
/* The same into a file that the user chose; it is replaced if it is there. */
gboolean       matchum_backup_write     (MatchumDatabase      *database,
                                         const char           *to,
                                         GError              **error);
/* Makes the library at path, which is not open, what a backup holds. What was there is backed up before, or set aside where it
 * is damaged. */
gboolean       matchum_backup_restore   (const char           *path,
                                         const char           *backup,
                                         guint                 wait_ms,
                                         GError              **error);
/* Moves a damaged library, which is not open and whose lock the caller has, to the backups; to: where, may be NULL. */
gboolean       matchum_backup_set_aside (const char           *path,
                                         char                **to,
                                         GError              **error);

/* Writes a backup anew: change works on a copy, which takes the place of the backup when it is sound. An older one is brought up to
 * this version first. FALSE with an error: the backup is as it was. */
gboolean       matchum_backup_rewrite   (const char           *backup,
                                         gboolean            (*change) (MatchumDatabase  *database,
                                                                        gpointer          data,
                                                                        GError          **error),
                                         gpointer              data,
                                         GError              **error);
/* Removes a backup and what may lie beside it. */
void           matchum_backup_remove    (const MatchumBackup  *self);

/* On the writer's thread of an open library: a backup now; one if the last is older than an hour and something has changed
 * since; and the content of a backup, after a backup of what is there. */
gboolean       matchum_library_back_up         (MatchumLibrary        *self,
                                                GError               **error);
void           matchum_library_back_up_if_due  (MatchumLibrary        *self);
gboolean       matchum_library_back_up_to      (MatchumLibrary        *self,
                                                const char            *to,
                                                GError               **error);
void           matchum_library_back_up_async   (MatchumLibrary        *self,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
void           matchum_library_back_up_to_async (MatchumLibrary       *self,
                                                const char            *to,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
gboolean       matchum_library_restore         (MatchumLibrary        *self,
                                                const char            *backup,
                                                GError               **error);
void           matchum_library_restore_async   (MatchumLibrary        *self,
                                                const char            *backup,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumBackup, matchum_backup_free)

G_END_DECLS
