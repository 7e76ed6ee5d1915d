/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of verbs, and what they share: options, errors, exit statuses. */
#include "config.h"

#include "matchum-command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

GQuark
matchum_command_error_quark (void)
{
  return g_quark_from_static_string ("matchum-command-error-quark");
}

static const MatchumCommand all_commands[] = {
  { "read", N_ ("show what was understood of a resume or a posting"), matchum_command_read_run },
  { "match", N_ ("hold a resume against a posting"), matchum_command_match_run },
  { "tailor", N_ ("hide blocks and write the resume for a posting"), matchum_command_tailor_run },
  { "strategy", N_ ("write one page on how to go about an application"), matchum_command_strategy_run },
  { "bundle", N_ ("put all papers of an application into a zip or a folder"), matchum_command_bundle_run },
  { "convert", N_ ("turn a resume into JSON Resume or back"), matchum_command_convert_run },
  { "check", N_ ("read a PDF back and hold it against a resume"), matchum_command_check_run },
  { "library", N_ ("check, back up, restore, export or import the library"), matchum_command_library_run },
  { NULL, NULL, NULL },
};

static void
print_help (void)
{
  printf ("%s\n  matchum-cli %s\n\n%s\n", _ ("Usage:"), _ ("VERB [OPTION…]"), _ ("Verbs:"));
  for (const MatchumCommand *command = all_commands; command->name != NULL; command++)
    printf ("  %-8s %s\n", command->name, _ (command->summary));
  printf ("\n%s\n%s\n", _ ("matchum-cli VERB --help tells the options of a verb."),
          _ ("Everything stays on this computer: Matchum has no network code."));
}

static const MatchumCommand *
find_command (const char *name)
{
  for (const MatchumCommand *command = all_commands; command->name != NULL; command++)
    {
      if (g_str_equal (command->name, name))
        return command;
    }
  return NULL;
}

static int
report_error (const char *verb, const GError *error)
{
  if (error->domain != MATCHUM_COMMAND_ERROR)
    {
      fprintf (stderr, "matchum-cli: %s\n", error->message);
      return MATCHUM_EXIT_UNUSABLE;
    }

  fprintf (stderr, "matchum-cli %s: %s\n", verb, error->message);
  /* Translators: %s is the name of a verb. */
  fprintf (stderr, _ ("matchum-cli %s --help tells the options."), verb);
  fprintf (stderr, "\n");
  return MATCHUM_EXIT_USAGE;
}

static int
run_command (const MatchumCommand *command, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!command->run (argc, argv, &error))
    return report_error (command->name, error);
  return MATCHUM_EXIT_DONE;
}

gboolean
matchum_command_fail_usage (GError **error, char *message)
{
  g_set_error_literal (error, MATCHUM_COMMAND_ERROR, MATCHUM_COMMAND_ERROR_USAGE, message);
  g_free (message);
  return FALSE;
}

const MatchumCommand *
matchum_command_get_all (void)
{
  return all_commands;
}

gboolean
matchum_command_parse (int argc,
                       char **argv,
                       const char *parameters,
                       const char *summary,
                       const GOptionEntry *entries,
                       char ***words,
                       GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) parse_error = NULL;
  const GOptionEntry rest_entry[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *program = g_strconcat ("matchum-cli ", argv[0], NULL);
  g_auto (GStrv) copy = g_strdupv (argv);

  g_set_prgname (program);
  g_option_context_set_summary (context, _ (summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest_entry, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &copy, &parse_error))
    {
      g_set_error_literal (error, MATCHUM_COMMAND_ERROR, MATCHUM_COMMAND_ERROR_USAGE, parse_error->message);
      return FALSE;
    }

  *words = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);
  return TRUE;
}

int
matchum_command_main (int argc, char **argv)
{
  const MatchumCommand *command;

  if (argc < 2)
    {
      fprintf (stderr, "matchum-cli: %s\n",
               _ ("Say what to do, such as read, match or tailor. matchum-cli --help lists the verbs."));
      return MATCHUM_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return MATCHUM_EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("matchum-cli %s\n", MATCHUM_VERSION);
      return MATCHUM_EXIT_DONE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    {
      fprintf (stderr, "matchum-cli: ");
      fprintf (stderr, _ ("There is no verb “%s”. matchum-cli --help lists them."), argv[1]);
      fprintf (stderr, "\n");
      return MATCHUM_EXIT_USAGE;
    }
  return run_command (command, argc - 1, argv + 1);
}
