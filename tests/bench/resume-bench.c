/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures how fast a resume of a hundred and fifty blocks is read, its facts and notes found, and made ready for being
 * held against postings; and one of three hundred given the words, the title line and the order of an application. */
#include "config.h"

#include <string.h>
#include <time.h>

#include "match/matchum-evidence-index.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "resume/matchum-resume-notes.h"
#include "tailor/matchum-tailored-resume.h"

#define N_BLOCKS 150
#define N_TAILORED_BLOCKS 300
#define N_WORDINGS 20
#define N_RUNS 101

typedef struct {
  GBytes *bytes;
  MatchumLexicon *lexicon;
  MatchumResume *resume;
  GPtrArray *facts;
  MatchumResume *baseline;
  MatchumApplication *application;
} Bench;

/* Microseconds of this process alone: others may be at work on the machine. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

static MatchumResume *
read_resume (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("resume.md", bytes, &error);
  MatchumResume *resume = source != NULL ? matchum_markdown_resume_reader_read (source, &error) : NULL;

  g_assert_no_error (error);
  return resume;
}

static GBytes *
make_text (GString *lines)
{
  return g_bytes_new (lines->str, lines->len);
}

/* One resume of the lines of several: as many of them as make so many blocks. */
static GBytes *
load_text (guint n_blocks)
{
  static const char *const files[] = { "en-okafor-platform.md", "ko-kang-mle.md",        "ko-park-dataeng.md",
                                       "bi-lim-biostat.md",     "en-sandoval-vision.md", "ko-yoon-analyst.md" };
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases/resumes", files[i], NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      lines = g_strsplit (text, "\n", -1);
      for (guint k = 0; lines[k] != NULL; k++)
        {
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (MatchumResume) resume = NULL;

          g_string_append_printf (all, "%s%s\n", i > 0 && g_str_has_prefix (lines[k], "# ") ? "#" : "", lines[k]);
          bytes = make_text (all);
          resume = k > 3 ? read_resume (bytes) : NULL;
          if (resume != NULL && matchum_resume_get_n_blocks (resume) >= n_blocks)
            return g_steal_pointer (&bytes);
        }
    }
  return make_text (all);
}

static void
read_cb (Bench *self)
{
  matchum_resume_unref (read_resume (self->bytes));
}

static void
facts_cb (Bench *self)
{
  g_ptr_array_unref (matchum_resume_facts_read (self->resume));
}

static void
notes_cb (Bench *self)
{
  g_ptr_array_unref (matchum_resume_notes_find (self->resume, self->facts, (MatchumDay){ 2026, 11, 20 }));
}

static void
index_cb (Bench *self)
{
  matchum_evidence_index_unref (matchum_evidence_index_new (self->resume, self->lexicon));
}

static void
tailor_cb (Bench *self)
{
  matchum_resume_unref (matchum_tailored_resume_new (self->baseline, self->application));
}

/* Everything in the opposite order, and more said in some blocks. */
static void
make_application (Bench *self)
{
  g_autoptr (GBytes) bytes = load_text (N_TAILORED_BLOCKS);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  guint n;

  self->baseline = read_resume (bytes);
  self->application = matchum_application_new ();
  n = matchum_resume_get_n_blocks (self->baseline);
  for (guint i = n; i-- > 0;)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->baseline, i);
      g_autofree char *words = g_strdup_printf ("%s, and **more** of it", matchum_block_get_text (block));
      g_autoptr (MatchumApplication) old = NULL;

      g_ptr_array_add (order, block->id);
      if (i % (n / N_WORDINGS) != 1)
        continue;
      old = self->application;
      self->application = matchum_application_with_wording (old, block->id, words, NULL);
    }
  {
    g_autoptr (MatchumApplication) worded = self->application;
    g_autoptr (MatchumApplication) titled = matchum_application_with_title_line (worded, "Engineer of everything");

    self->application = matchum_application_with_order (titled, order);
  }
}

/* Says how much of it is in the resume. */
static void
report_application (Bench *self)
{
  g_autoptr (MatchumTailoredResumeReport) report = NULL;
  g_autoptr (MatchumResume) tailored =
      matchum_tailored_resume_new_with_report (self->baseline, self->application, &report);
  g_autoptr (GPtrArray) worded = matchum_application_dup_worded (self->application);

  g_print ("%u blocks, %u other words, %u of them refused, %u blocks not moved\n",
           matchum_resume_get_n_blocks (tailored), worded->len, report->refused->len, report->stayed->len);
}

static void
measure (Bench *self, const char *name, void (*work) (Bench *self))
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = get_time ();

      work (self);
      times[i] = get_time () - start;
    }
  qsort (times, N_RUNS, sizeof *times, compare_times);
  g_print ("%-20s %8.3f ms (median of %d)\n", name, (double) times[N_RUNS / 2] / 1000, N_RUNS);
}

int
main (int argc, char *argv[])
{
  Bench self = { 0 };

  g_test_init (&argc, &argv, NULL);
  self.bytes = load_text (N_BLOCKS);
  self.lexicon = matchum_lexicon_new_builtin (NULL);
  self.resume = read_resume (self.bytes);
  self.facts = matchum_resume_facts_read (self.resume);
  g_print ("%u blocks, %.1f KB, %u facts\n", matchum_resume_get_n_blocks (self.resume),
           (double) g_bytes_get_size (self.bytes) / 1024, self.facts->len);
  measure (&self, "read", read_cb);
  measure (&self, "facts", facts_cb);
  measure (&self, "notes", notes_cb);
  measure (&self, "evidence index", index_cb);
  make_application (&self);
  report_application (&self);
  measure (&self, "words and order", tailor_cb);
  matchum_application_unref (self.application);
  matchum_resume_unref (self.baseline);
  g_ptr_array_unref (self.facts);
  matchum_resume_unref (self.resume);
  matchum_lexicon_unref (self.lexicon);
  g_bytes_unref (self.bytes);
  return 0;
}
