/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The applications: for one posting, what is chosen of one baseline. They never copy the baseline. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WORDING_RECORD     (matchum_wording_record_get_type ())
#define MATCHUM_TYPE_APPLICATION_RECORD (matchum_application_record_get_type ())

/* Wording of its own that an application has for a block. */
typedef struct {
  char *application;
  char *block;
  char *text;
  char *replaced; /* the baseline's text that it replaced: where that differs now, both are shown */
} MatchumWordingRecord;

typedef struct {
  char      *id;
  char      *baseline;
  char      *posting;
  char      *title_line; /* NULL: the baseline's */
  char      *team;
  gint64     budget;     /* pages; 0: none */
  char      *paper;      /* "a4", "letter" */
  char      *theme;
  char      *stage;
  char      *notes;
  char      *created_on; /* "2026-11-25" */
  gint64     place;      /* 0 keeps it, or puts a new one last */
  char      *style;      /* what is adjusted of the look, in the words of print/matchum-page-style.h; NULL: the look of all */
  gboolean   allows_gaps; /* whether the page fit may leave out a job between two others */
  /* Ids of blocks; one that the baseline no longer has stays until the user lets it go. NULL is none. */
  GPtrArray *hidden;
  GPtrArray *pinned;
  GPtrArray *order;
  GPtrArray *wordings;   /* of MatchumWordingRecord, whose application need not be set */
} MatchumApplicationRecord;

/* What an application is of, without its choices. */
typedef struct {
  char     *posting;
  char     *baseline;
  gint64    place;
  gboolean  is_empty; /* nothing was chosen yet */
} MatchumApplicationOutline;

MATCHUM_DECLARE_RECORD (MatchumWordingRecord, matchum_wording_record)
MATCHUM_DECLARE_RECORD (MatchumApplicationRecord, matchum_application_record)

extern const char matchum_application_table_sql[];
extern const char matchum_application_table_sql_3[]; /* what version 3 added */

/* Adds an application with all its choices, or changes the one with its id; what is the same is not written. */
gboolean                  matchum_application_table_put         (MatchumDatabase                 *database,
                                                                 const MatchumApplicationRecord  *record,
                                                                 GError                         **error);
gboolean                  matchum_application_table_remove      (MatchumDatabase                 *database,
                                                                 const char                      *id,
                                                                 GError                         **error);
/* One choice each. Hiding unpins and pinning shows, as in MatchumApplication. */
gboolean                  matchum_application_table_set_hidden  (MatchumDatabase                 *database,
                                                                 const char                      *id,
                                                                 const char                      *block,
                                                                 gboolean                         is_hidden,
                                                                 GError                         **error);
gboolean                  matchum_application_table_set_pinned  (MatchumDatabase                 *database,
                                                                 const char                      *id,
                                                                 const char                      *block,
                                                                 gboolean                         is_pinned,
                                                                 GError                         **error);
/* A NULL text goes back to the baseline's words. */
gboolean                  matchum_application_table_set_wording (MatchumDatabase                 *database,
                                                                 const char                      *id,
                                                                 const char                      *block,
                                                                 const char                      *text,
                                                                 const char                      *replaced,
                                                                 GError                         **error);
/* A NULL team is none. */
gboolean                  matchum_application_table_set_team    (MatchumDatabase                 *database,
                                                                 const char                      *id,
                                                                 const char                      *team,
                                                                 GError                         **error);
/* Ids of char *, in their order; NULL goes back to the baseline's. */
gboolean                  matchum_application_table_set_order   (MatchumDatabase                 *database,
                                                                 const char                      *id,
                                                                 GPtrArray                       *ids,
                                                                 GError                         **error);
/* A NULL text goes back to the baseline's. */
gboolean                  matchum_application_table_set_title_line (MatchumDatabase              *database,
                                                                 const char                      *id,
                                                                 const char                      *text,
                                                                 GError                         **error);
/* In pages; 0 is none. */
gboolean                  matchum_application_table_set_budget  (MatchumDatabase                 *database,
                                                                 const char                      *id,
                                                                 gint64                           budget,
                                                                 GError                         **error);
gboolean                  matchum_application_table_set_allows_gaps (MatchumDatabase             *database,
                                                                 const char                      *id,
                                                                 gboolean                         allows_gaps,
                                                                 GError                         **error);
/* Each may be NULL: as in the look of all. */
gboolean                  matchum_application_table_set_look    (MatchumDatabase                 *database,
                                                                 const char                      *id,
                                                                 const char                      *theme,
                                                                 const char                      *paper,
                                                                 const char                      *style,
                                                                 GError                         **error);
/* NULL without error: there is none. */
MatchumApplicationRecord *matchum_application_table_find        (MatchumDatabase                 *database,
                                                                 const char                      *id,
                                                                 GError                         **error);
/* Of MatchumApplicationRecord: those of a posting, or all where it is NULL. */
GPtrArray                *matchum_application_table_list        (MatchumDatabase                 *database,
                                                                 const char                      *posting,
                                                                 GError                         **error);
/* Of MatchumWordingRecord: those of all applications. */
GPtrArray                *matchum_application_table_list_wordings (MatchumDatabase               *database,
                                                                 GError                         **error);
/* Ids to MatchumApplicationOutline: of the applications in ids, a NULL-terminated array, that there are, or of all where it
 * is NULL. */
GHashTable               *matchum_application_table_list_outlines (MatchumDatabase               *database,
                                                                 const char *const               *ids,
                                                                 GError                         **error);
/* Of MatchumApplicationRecord: the applications of a baseline, or of all where it is NULL, that hide or pin any of blocks,
 * a set of char *. Only their id, baseline, posting and place are read, and of what they hide and pin what is in blocks. */
GPtrArray                *matchum_application_table_list_choosing (MatchumDatabase               *database,
                                                                 const char                      *baseline,
                                                                 GHashTable                      *blocks,
                                                                 GError                         **error);
/* Holds the posting of record against its baseline from now on: the last of the applications of a posting tells which one
 * that is. Adds record where the two have no application yet. */
gboolean                  matchum_application_table_hold        (MatchumDatabase                 *database,
                                                                 const MatchumApplicationRecord  *record,
                                                                 GError                         **error);
/* Set of char *: the blocks of a baseline that some application of it hides, pins, moves, words anew or speaks of, or that have a
 * tag, a priority or a link to another baseline. */
GHashTable               *matchum_application_table_list_blocks (MatchumDatabase                 *database,
                                                                 const char                      *baseline,
                                                                 GError                         **error);

void                      matchum_application_outline_free      (MatchumApplicationOutline       *self);

G_END_DECLS
