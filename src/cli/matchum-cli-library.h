/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the actions of "matchum-cli library" share. */
#pragma once

#include <json-glib/json-glib.h>

#include "matchum-cli-input.h"
#include "store/matchum-library-backup.h"
#include "store/matchum-library.h"

G_BEGIN_DECLS

/* What the words of the command line ask for. */
typedef struct {
  char             *path;      /* the library, absolute and without links */
  char             *option;    /* what --library says; NULL for the default library */
  const char       *operand;   /* the file or folder that the action takes; NULL where it takes none */
  char            **words;     /* all that follow the action; NULL-terminated */
  guint             wait_ms;   /* for another program to let the library go */
  gboolean          is_forced; /* a file that is there may be replaced */
  MatchumCliFormat  format;
} MatchumCliLibraryTask;

/* A library that is open to be read. */
typedef struct {
  MatchumLibrary  *library;
  char            *path;
  gboolean         had_log; /* with edits in it, before it was opened */
} MatchumCliLibrary;

/* In matchum-command-library-check.c. Tells whether the library can be trusted and what it holds; fails where it cannot. */
gboolean        matchum_cli_library_check        (const MatchumCliLibraryTask  *task,
                                                  GError                      **error);

/* In matchum-command-library-sent.c. Lists the copies of what was sent, shows, writes and compares one of them. */
gboolean        matchum_cli_library_sent         (const MatchumCliLibraryTask  *task,
                                                  GError                      **error);

/* Opens a library to read it, beside another program that edits it too. Where nobody has it open, the log of the last edits is
 * checked as well. The error names the file. */
MatchumCliLibrary *matchum_cli_library_open      (const char                   *path,
                                                  GError                      **error);
/* Leaves no file beside the library that was not there. */
void            matchum_cli_library_free         (MatchumCliLibrary            *self);
/* Whether the library is of a version that this program does not know. */
gboolean        matchum_cli_library_is_newer     (MatchumCliLibrary            *self);
/* What path names when links are followed. Free it. */
char           *matchum_cli_library_dup_real     (const char                   *path);
/* Whether the file belongs to another program for certain: it is whole, and none of ours. A library that lost its beginning
 * is none either by its looks, but cannot be read. */
gboolean        matchum_cli_library_is_foreign   (const char                   *path,
                                                  const GError                 *found);
/* Puts the name of the file before the message where it is not there; NULL error, or none set, is fine. Always FALSE. */
gboolean        matchum_cli_library_name_error   (const char                   *path,
                                                  GError                      **error);

/* The newest backup that can be restored, of what matchum_backup_list() returned, or NULL. */
MatchumBackup  *matchum_cli_library_find_newest  (GPtrArray                    *backups);
/* "2026-11-25 14:04", in the time of the place. Free it. */
char           *matchum_cli_library_dup_time     (const MatchumBackup          *backup);
/* Adds {"file", "time", "bytes", "damaged"}, or null for NULL. */
void            matchum_cli_library_add_backup   (JsonBuilder                  *builder,
                                                  const MatchumBackup          *backup);
/* Adds a member; a file name as it can be shown. NULL is null. */
void            matchum_cli_library_add_text     (JsonBuilder                  *builder,
                                                  const char                   *name,
                                                  const char                   *value);
void            matchum_cli_library_add_file     (JsonBuilder                  *builder,
                                                  const char                   *name,
                                                  const char                   *path);
void            matchum_cli_library_add_number   (JsonBuilder                  *builder,
                                                  const char                   *name,
                                                  gint64                        value);
/* An object that begins with the library's path, for what more is to be told; and its end, which prints it. */
JsonBuilder    *matchum_cli_library_begin_json   (const char                   *path);
void            matchum_cli_library_end_json     (JsonBuilder                  *builder);
/* Prints "label: path" and a line end; label is translated. */
void            matchum_cli_library_print_file   (const char                   *label,
                                                  const char                   *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumCliLibrary, matchum_cli_library_free)

G_END_DECLS
