/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks found again in PDFs that were sent: those that were shown, and none that was hidden. */
#include <glib.h>
#include <locale.h>
#include <string.h>

#include "matchum-sent-text.h"
#include "matchum-theme.h"
#include "print-support.h"
#include "tailor/matchum-application.h"
#include "tailor/matchum-sent-blocks.h"

static MatchumResume *
read_sent (GBytes *pdf)
{
  const MatchumDay day = { 2026, 11, 25 };
  g_autoptr (MatchumSentCopyRecord) record = matchum_sent_copy_new (NULL, NULL, NULL, NULL, NULL, NULL, day);
  g_autoptr (GError) error = NULL;
  MatchumResume *resume;

  matchum_sent_copy_add_file (record, "resume.pdf", "application/pdf", pdf);
  resume = matchum_sent_text_read (record, NULL, NULL, &error);
  g_assert_no_error (error);
  return resume;
}

/* Every third item. */
static MatchumVisibility *
hide_some (MatchumResume *resume)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();
  g_autoptr (MatchumApplication) application = NULL;
  guint n_items = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->kind == MATCHUM_BLOCK_ITEM && n_items++ % 3 == 1)
        g_ptr_array_add (hidden, block->id);
    }
  application = matchum_application_new_from_ids (hidden, NULL);
  return matchum_application_get_visibility (application, resume);
}

typedef struct {
  guint n_shown;
  guint found[MATCHUM_SENT_UNKNOWN]; /* of what was shown */
  guint n_hidden;
  guint wrong[MATCHUM_SENT_UNKNOWN]; /* of what was hidden */
} Tally;

static void
count (Tally *tally, MatchumVisibility *visibility, const char *theme)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  g_autoptr (GBytes) pdf = print_export (visibility, theme, MATCHUM_PAPER_A4);
  g_autoptr (MatchumResume) sent = read_sent (pdf);
  g_autoptr (MatchumSentBlocks) found = matchum_sent_blocks_new (resume, NULL, sent);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      const MatchumSentWords words = matchum_sent_blocks_get (found, i);
      const gboolean is_shown = matchum_visibility_is_visible (visibility, i);

      if (block->kind == MATCHUM_BLOCK_REMARK || *matchum_block_get_text (block) == '\0')
        continue;
      tally->n_shown += is_shown;
      tally->n_hidden += !is_shown;
      (is_shown ? tally->found : tally->wrong)[words]++;
      if (is_shown != (words == MATCHUM_SENT_EXACTLY) && (is_shown || words != MATCHUM_SENT_WITHOUT))
        g_test_message ("%s %d %d: %s", theme, is_shown, words, matchum_block_get_text (block));
    }
}

static void
test_themes (void)
{
  g_auto (GStrv) paths = print_list_resumes ();
  const guint n_paths = g_strv_length (paths);
  Tally tally = { 0 };

  for (guint i = 0; i < n_paths; i += print_is_long () ? 1 : 6)
    for (guint k = 0; matchum_theme_get_names ()[k] != NULL; k++)
      {
        g_autofree char *markdown = NULL;
        g_autoptr (MatchumVisibility) all = NULL;
        g_autoptr (MatchumVisibility) visibility = NULL;
        g_autoptr (GError) error = NULL;

        if (!print_is_long () && (i / 6 + k) % 3 != 0)
          continue;
        g_file_get_contents (paths[i], &markdown, NULL, &error);
        g_assert_no_error (error);
        all = print_read (markdown);
        visibility = hide_some (matchum_visibility_get_resume (all));
        count (&tally, visibility, matchum_theme_get_names ()[k]);
      }
  g_test_message (
      "shown %u: exactly %u, in other words %u, not found %u; hidden %u: said to be sent %u, in other words %u",
      tally.n_shown, tally.found[MATCHUM_SENT_EXACTLY], tally.found[MATCHUM_SENT_OTHER_WORDS],
      tally.found[MATCHUM_SENT_WITHOUT], tally.n_hidden, tally.wrong[MATCHUM_SENT_EXACTLY],
      tally.wrong[MATCHUM_SENT_OTHER_WORDS]);
  g_assert_cmpuint (tally.n_shown, >, 500);
  g_assert_cmpuint (tally.n_hidden, >, 150);
  /* Headings that say the same as others are all that is not told. */
  g_assert_cmpuint (tally.found[MATCHUM_SENT_EXACTLY] * 1000, >=, tally.n_shown * 995);
  g_assert_cmpuint (tally.wrong[MATCHUM_SENT_EXACTLY], ==, 0);
  g_assert_cmpuint (tally.wrong[MATCHUM_SENT_OTHER_WORDS] * 1000, <=, tally.n_hidden);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/sent-blocks/themes", test_themes);
  return g_test_run ();
}
