/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the backups of a library are worth: each is read through on another thread, so that one that cannot be restored is known
 * before it is needed. And the words for them. */
#pragma once

#include <gio/gio.h>

#include "store/matchum-library-backup.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_BACKUP_UNREAD,  /* not yet looked into */
  MATCHUM_BACKUP_WHOLE,
  MATCHUM_BACKUP_DAMAGED,
  MATCHUM_BACKUP_NEWER,   /* of a newer version of Matchum */
  MATCHUM_BACKUP_SET_ASIDE, /* a library that was found damaged */
} MatchumBackupCondition;

typedef struct {
  MatchumBackup          *backup;
  MatchumBackupCondition  condition;
  gint64                  n_resumes;
  gint64                  n_postings;
} MatchumSurveyed;

void       matchum_surveyed_free            (MatchumSurveyed      *self);
/* Whether it can be restored as far as is known. */
gboolean   matchum_surveyed_is_usable       (const MatchumSurveyed *self);
/* "84.0 kB, 2 resumes, 5 postings", or what is wrong with it. */
char      *matchum_surveyed_dup_description (const MatchumSurveyed *self);

/* The backups of the library at path, of MatchumSurveyed, newest first, none of them read yet. */
GPtrArray *matchum_backup_survey_list       (const char           *path);
/* Reads them all. Finishes with such an array, or NULL where it was cancelled. */
void       matchum_backup_survey_async      (const char           *path,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray *matchum_backup_survey_finish     (GAsyncResult         *result);

/* When each of backups, of MatchumSurveyed, was made, as the user says it at now; to the second only where the minute would not tell
 * it from the one beside it. */
GStrv      matchum_backup_survey_dup_dates  (GPtrArray            *backups,
                                             GDateTime            *now);
/* "~/Documents/library.db" for what is in the home folder. */
char      *matchum_backup_survey_dup_place  (const char           *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumSurveyed, matchum_surveyed_free)

G_END_DECLS
