/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection to an SQLite file: opened so that what is committed is on the disk, what is deleted is gone, and what a
 * strange file asks for is not done. Used by one thread at a time; reference counted. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MATCHUM_DATABASE_ERROR (matchum_database_error_quark ())
#define MATCHUM_TYPE_DATABASE  (matchum_database_get_type ())

/* SQLite's own primary result codes, those that a caller can do something about named. The message of an error ends with
 * the extended code where it says more. */
typedef enum {
  MATCHUM_DATABASE_ERROR_GENERIC = 1,         /* SQLITE_ERROR */
  MATCHUM_DATABASE_ERROR_PERMISSION = 3,      /* SQLITE_PERM */
  MATCHUM_DATABASE_ERROR_BUSY = 5,            /* SQLITE_BUSY */
  MATCHUM_DATABASE_ERROR_NO_MEMORY = 7,       /* SQLITE_NOMEM */
  MATCHUM_DATABASE_ERROR_READ_ONLY = 8,       /* SQLITE_READONLY */
  MATCHUM_DATABASE_ERROR_INTERRUPTED = 9,     /* SQLITE_INTERRUPT */
  MATCHUM_DATABASE_ERROR_IO = 10,             /* SQLITE_IOERR */
  MATCHUM_DATABASE_ERROR_CORRUPT = 11,        /* SQLITE_CORRUPT */
  MATCHUM_DATABASE_ERROR_FULL = 13,           /* SQLITE_FULL */
  MATCHUM_DATABASE_ERROR_CANNOT_OPEN = 14,    /* SQLITE_CANTOPEN */
  MATCHUM_DATABASE_ERROR_TOO_BIG = 18,        /* SQLITE_TOOBIG */
  MATCHUM_DATABASE_ERROR_CONSTRAINT = 19,     /* SQLITE_CONSTRAINT */
  MATCHUM_DATABASE_ERROR_NOT_A_DATABASE = 26, /* SQLITE_NOTADB */
} MatchumDatabaseError;

typedef enum {
  MATCHUM_DATABASE_READ_WRITE, /* the file must be there */
  MATCHUM_DATABASE_READ_ONLY,
  MATCHUM_DATABASE_IMMUTABLE, /* read-only, and nobody else can change it: no lock and no file beside it */
} MatchumDatabaseMode;

typedef struct _MatchumDatabase MatchumDatabase;

GQuark           matchum_database_error_quark     (void);
GType            matchum_database_get_type        (void);

MatchumDatabase *matchum_database_open            (const char           *path,
                                                   MatchumDatabaseMode   mode,
                                                   GError              **error);
/* Connections to the same name see the same content, which goes with the last of them. */
MatchumDatabase *matchum_database_open_memory     (const char           *name,
                                                   GError              **error);
MatchumDatabase *matchum_database_ref             (MatchumDatabase      *self);
void             matchum_database_unref           (MatchumDatabase      *self);

/* Runs one or several statements that take no values. */
gboolean         matchum_database_execute         (MatchumDatabase      *self,
                                                   const char           *sql,
                                                   GError              **error);
/* The first column of the first row. */
gboolean         matchum_database_get_int         (MatchumDatabase      *self,
                                                   const char           *sql,
                                                   gint64               *value,
                                                   GError              **error);
char            *matchum_database_dup_text        (MatchumDatabase      *self,
                                                   const char           *sql,
                                                   GError              **error);
gboolean         matchum_database_begin           (MatchumDatabase      *self,
                                                   GError              **error);
gboolean         matchum_database_commit          (MatchumDatabase      *self,
                                                   GError              **error);
void             matchum_database_roll_back       (MatchumDatabase      *self);

const char      *matchum_database_get_path        (MatchumDatabase      *self);
/* SQLite's extended code of what failed last on this connection. */
int              matchum_database_get_last_code   (MatchumDatabase      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumDatabase, matchum_database_unref)

G_END_DECLS
