/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was put right of a posting, as rows of the table "readings", and as part of an edit. */
#pragma once

#include "posting/matchum-posting-correction.h"
#include "store/matchum-database.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_READING_CHANGE (matchum_reading_change_get_type ())

/* Corrections of one posting to be put and to be removed. Reference counted; not changed once it is part of an edit. */
typedef struct _MatchumReadingChange MatchumReadingChange;

GType                 matchum_reading_change_get_type  (void);

MatchumReadingChange *matchum_reading_change_new       (const char                *posting);
MatchumReadingChange *matchum_reading_change_ref       (MatchumReadingChange      *self);
void                  matchum_reading_change_unref     (MatchumReadingChange      *self);

/* Removes are carried out before puts. */
void                  matchum_reading_change_put       (MatchumReadingChange      *self,
                                                        MatchumPostingCorrection  *correction);
void                  matchum_reading_change_remove    (MatchumReadingChange      *self,
                                                        MatchumPostingCorrection  *correction);
gboolean              matchum_reading_change_is_empty  (MatchumReadingChange      *self);
/* A MatchumEditFunc; data: MatchumReadingChange. It does nothing where the posting is gone. */
gboolean              matchum_reading_change_carry_out (MatchumDatabase           *database,
                                                        gpointer                   data,
                                                        GError                   **error);

/* What was put right of a posting: of MatchumPostingCorrection, by line. What other records tell is left out. */
GPtrArray            *matchum_posting_reading_list     (MatchumDatabase           *database,
                                                        const char                *posting,
                                                        GError                   **error);
/* Gives one posting all that was put right of another, whatever it is. */
gboolean              matchum_posting_reading_copy     (MatchumDatabase           *database,
                                                        const char                *from,
                                                        const char                *to,
                                                        GError                   **error);

/* Follows what was put right of a posting from one text to another, so that it is found there though its line was edited. For
 * an edit of the text, before or after it is written; texts that cannot be read change nothing. */
gboolean              matchum_posting_reading_follow   (MatchumDatabase           *database,
                                                        const char                *posting,
                                                        const char                *before,
                                                        const char                *after,
                                                        GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumReadingChange, matchum_reading_change_unref)

G_END_DECLS
