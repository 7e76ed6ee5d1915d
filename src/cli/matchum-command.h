/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A verb of matchum-cli: one file each, listed in one table. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exit statuses of the contract. */
#define MATCHUM_EXIT_DONE 0
#define MATCHUM_EXIT_UNUSABLE 1 /* the input could not be used */
#define MATCHUM_EXIT_USAGE 2    /* the command line is wrong */

#define MATCHUM_COMMAND_ERROR (matchum_command_error_quark ())

/* Every error of this domain is wrong usage; every error of another domain is about the input. */
typedef enum {
  MATCHUM_COMMAND_ERROR_USAGE,
} MatchumCommandError;

typedef struct {
  const char *name;
  const char *summary; /* marked for translation, not translated yet */
  /* Runs the verb with its own words, argv[0] being the verb. */
  gboolean (*run) (int argc, char **argv, GError **error);
} MatchumCommand;

GQuark                matchum_command_error_quark (void);
/* Says what is wrong with the words of a verb; always FALSE. Takes message. */
gboolean              matchum_command_fail_usage (GError              **error,
                                                  char                 *message);

/* All verbs, in the order of the help; the last has no name. */
const MatchumCommand *matchum_command_get_all     (void);
/* Parses the command line, runs the verb, prints errors; returns the exit status. */
int                   matchum_command_main        (int argc, char **argv);
/* Parses the words of a verb. On an unknown option or a bad value, fails with MATCHUM_COMMAND_ERROR_USAGE. words takes
 * what is not an option. */
gboolean              matchum_command_parse       (int                 argc,
                                                   char              **argv,
                                                   const char         *parameters,
                                                   const char         *summary,
                                                   const GOptionEntry *entries,
                                                   char             ***words,
                                                   GError            **error);

gboolean              matchum_command_bundle_run  (int argc, char **argv, GError **error);
gboolean              matchum_command_check_run   (int argc, char **argv, GError **error);
gboolean              matchum_command_convert_run (int argc, char **argv, GError **error);
gboolean              matchum_command_library_run (int argc, char **argv, GError **error);
gboolean              matchum_command_match_run   (int argc, char **argv, GError **error);
gboolean              matchum_command_read_run    (int argc, char **argv, GError **error);
gboolean              matchum_command_strategy_run (int argc, char **argv, GError **error);
gboolean              matchum_command_tailor_run  (int argc, char **argv, GError **error);

G_END_DECLS
