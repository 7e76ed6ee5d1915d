/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main of all fuzz targets. Without libFuzzer it replays the folders that are named on the command line, and tries
 * a fixed number of inputs made of their files: the same ones every time. An input that fails is left in the build
 * folder. */
#include "config.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

#include "fuzz-support.h"

static void
make_strict (void)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
}

#ifdef MATCHUM_FUZZES
int LLVMFuzzerInitialize (int *argc, char ***argv);

static void
trap_cb (int number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  make_strict ();
  /* libFuzzer keeps the input of an abort, not that of a message of GLib's. */
  signal (SIGTRAP, trap_cb);
  return 0;
}
#else
#define N_CI_RUNS 10
#define MAX_TRIED 8192
#define MAX_CHANGES 6
#define MIN_FILES 6

static char **folders;

/* What is being tried, and where to leave it. */
static const guint8 *current;
static gsize current_length;
static char *failed_path;

static void
leave_input (void)
{
  const int file = failed_path != NULL ? open (failed_path, O_WRONLY | O_CREAT | O_TRUNC, 0644) : -1;

  if (file >= 0 && write (file, current, current_length) == (ssize_t) current_length)
    close (file);
}

static void
fatal_signal_cb (int number)
{
  leave_input ();
  signal (number, SIG_DFL);
  raise (number);
}

/* Of the sanitizers, where they are. */
void __sanitizer_set_death_callback (void (*callback) (void)) __attribute__ ((weak));

static void
watch_failures (void)
{
  g_autofree char *name = g_strdup_printf ("failed-%s", fuzz_target.name);

  failed_path = g_build_filename (g_test_get_dir (G_TEST_BUILT), "fuzz", name, NULL);
  signal (SIGABRT, fatal_signal_cb);
  signal (SIGTRAP, fatal_signal_cb);
  if (__sanitizer_set_death_callback != NULL)
    __sanitizer_set_death_callback (leave_input);
  else
    signal (SIGSEGV, fatal_signal_cb);
}

static void
run_input (const guint8 *data, gsize length)
{
  /* A copy that ends where its memory does, so that a byte read behind it is noticed. */
  g_autofree guint8 *copy = g_malloc (length + 1);

  memcpy (copy + 1, data, length);
  current = copy + 1;
  current_length = length;
  g_assert_cmpint (LLVMFuzzerTestOneInput (copy + 1, length), ==, 0);
  current = NULL;
  current_length = 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
load_folder (const char *folder, GPtrArray *files)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *data = NULL;
      gsize length;

      if (g_file_test (g_ptr_array_index (names, i), G_FILE_TEST_IS_DIR))
        continue;
      g_assert_true (g_file_get_contents (g_ptr_array_index (names, i), &data, &length, NULL));
      g_ptr_array_add (files, g_bytes_new_take (data, length));
    }
}

static GPtrArray *
load_corpus (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; folders[i] != NULL; i++)
    load_folder (folders[i], files);
  g_assert_cmpuint (files->len, >=, MIN_FILES);
  return files;
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) files = load_corpus ();

  run_input ((const guint8 *) "", 0);
  for (guint i = 0; i < files->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (files, i), &length);

      run_input (data, length);
      for (gsize n = 0; fuzz_target.cuts && n < length; n++)
        run_input (data, n);
    }
}

/* A line of the dictionary, "\xe2\x80\xa2" say, as its bytes. */
static GBytes *
parse_word (const char *line)
{
  g_autoptr (GByteArray) word = g_byte_array_new ();

  for (const char *p = line + 1; *p != '"' && *p != '\0'; p++)
    {
      guint8 byte = (guint8) *p;

      if (p[0] == '\\' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3]))
        {
          byte = (guint8) (g_ascii_xdigit_value (p[2]) * 16 + g_ascii_xdigit_value (p[3]));
          p += 3;
        }
      else if (p[0] == '\\' && p[1] != '\0')
        byte = (guint8) * ++p;
      g_byte_array_append (word, &byte, 1);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&word));
}

static GPtrArray *
load_words (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fuzz", "words.dict", NULL);
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '"')
      g_ptr_array_add (words, parse_word (lines[i]));
  g_assert_cmpuint (words->len, >, 0);
  return words;
}

typedef struct {
  GRand *rand;
  GPtrArray *files;
  GPtrArray *words;
} Mutator;

/* From 0 to n, n included. */
static gsize
pick (Mutator *self, gsize n)
{
  return (gsize) g_rand_int_range (self->rand, 0, (gint32) n + 1);
}

static void
insert (GByteArray *input, gsize at, const guint8 *data, gsize length)
{
  g_autofree guint8 *rest = g_memdup2 (input->data + at, input->len - at);
  const guint n_rest = input->len - (guint) at;

  g_byte_array_set_size (input, (guint) at);
  g_byte_array_append (input, data, (guint) length);
  g_byte_array_append (input, rest, n_rest);
}

/* A stretch of another file. */
static void
insert_piece (Mutator *self, GByteArray *input)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (g_ptr_array_index (self->files, pick (self, self->files->len - 1)), &length);
  const gsize start = pick (self, length);

  insert (input, pick (self, input->len), data + start, MIN (pick (self, length - start), 500));
}

static void
insert_word (Mutator *self, GByteArray *input)
{
  gsize length;
  const guint8 *word = g_bytes_get_data (g_ptr_array_index (self->words, pick (self, self->words->len - 1)), &length);
  const gsize at = pick (self, input->len);

  for (gsize n = pick (self, 20) == 0 ? pick (self, 40) : 1; n > 0; n--)
    insert (input, at, word, length);
}

static void
repeat_stretch (Mutator *self, GByteArray *input)
{
  const gsize start = pick (self, input->len);
  const gsize length = MIN (pick (self, input->len - start), 200);
  g_autofree guint8 *stretch = g_memdup2 (input->data + start, length);

  for (gsize n = pick (self, 10) == 0 ? 20 : 1; n > 0; n--)
    insert (input, start, stretch, length);
}

static void
remove_stretch (Mutator *self, GByteArray *input)
{
  const gsize start = pick (self, input->len);

  g_byte_array_remove_range (input, (guint) start, (guint) MIN (pick (self, input->len - start), 200));
}

static void
change_byte (Mutator *self, GByteArray *input)
{
  if (input->len > 0)
    input->data[pick (self, input->len - 1)] = (guint8) pick (self, pick (self, 3) == 0 ? 255 : 127);
}

static GByteArray *
mutate (Mutator *self)
{
  static void (*const changes[]) (Mutator *, GByteArray *) = { insert_piece,   insert_word,    insert_word,
                                                               repeat_stretch, remove_stretch, remove_stretch,
                                                               change_byte };
  GByteArray *input = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (g_ptr_array_index (self->files, pick (self, self->files->len - 1)), &length);

  g_byte_array_append (input, data, (guint) MIN (length, MAX_TRIED));
  for (gsize n = 1 + pick (self, MAX_CHANGES - 1); n > 0; n--)
    changes[pick (self, G_N_ELEMENTS (changes) - 1)](self, input);
  g_byte_array_set_size (input, MIN (input->len, MAX_TRIED));
  return input;
}

static void
test_changed (void)
{
  const guint n_runs = g_getenv ("CI") != NULL || g_getenv ("MATCHUM_TEST_LONG") != NULL ? N_CI_RUNS : 1;
  g_autoptr (GPtrArray) files = load_corpus ();
  g_autoptr (GPtrArray) words = load_words ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_str_hash (fuzz_target.name));
  Mutator self = { rand, files, words };

  for (guint round = 0; round < n_runs * fuzz_target.n_rounds; round++)
    {
      g_autoptr (GByteArray) input = mutate (&self);

      run_input (input->data, input->len);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *corpus = g_strdup_printf ("/fuzz/%s/corpus", fuzz_target.name);
  g_autofree char *changed = g_strdup_printf ("/fuzz/%s/changed", fuzz_target.name);

  make_strict ();
  g_test_init (&argc, &argv, NULL);
  folders = argv + 1;
  watch_failures ();
  g_test_add_func (corpus, test_corpus);
  g_test_add_func (changed, test_changed);
  return g_test_run ();
}
#endif
