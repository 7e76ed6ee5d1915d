/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes postings that differ of those that the cases hold. */
#include "config.h"

#include "bench-postings.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

gint64
bench_get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

double
bench_get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

GPtrArray *
bench_load_postings (void)
{
  static const char *const folders[] = { "cases/postings", "cases/wide/postings", "cases-2/postings" };
  GPtrArray *postings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          char *text = NULL;

          if (g_file_get_contents (path, &text, NULL, NULL))
            g_ptr_array_add (postings, text);
        }
    }
  g_assert_cmpuint (postings->len, >, 0);
  return postings;
}

/* Front matter holds for the whole of a text, so it is left where it is and what follows is changed. */
static const char *
find_body (const char *text)
{
  const char *end = g_str_has_prefix (text, "---\n") ? strstr (text, "\n---\n") : NULL;

  return end != NULL ? end + strlen ("\n---\n") : text;
}

/* Every so-manieth line is left out and numbers are other ones: no two postings are the same, and all have the
 * headings, bullets and words of real ones. */
static void
append_changed (GString *text, const char *posting, guint number, gsize limit)
{
  const char *body = find_body (posting);
  const guint step = 5 + number % 11;
  guint n_lines = number;

  g_string_append_len (text, posting, body - posting);
  for (const char *line = body, *end; *line != '\0' && text->len < limit; line = end)
    {
      end = strchr (line, '\n');
      end = end != NULL ? end + 1 : line + strlen (line);
      if (n_lines++ % step != 0)
        for (const char *p = line; p < end; p++)
          g_string_append_c (text, g_ascii_isdigit (*p) ? (char) ('1' + (*p - '0' + (int) number) % 9) : *p);
    }
  g_string_append_printf (text, "\n%u\n", number);
}

GPtrArray *
bench_make_postings (GPtrArray *originals, guint n_postings, gsize mean_bytes)
{
  GPtrArray *postings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize bytes = 0;

  for (guint i = 0; i < n_postings; i++)
    {
      const gsize limit = mean_bytes * (i + 1) - bytes;
      GString *text = g_string_new (NULL);

      append_changed (text, g_ptr_array_index (originals, i % originals->len), i, limit);
      for (guint k = 1; text->len < limit / 2; k++)
        append_changed (text, find_body (g_ptr_array_index (originals, (i + k) % originals->len)), i, limit);
      bytes += text->len;
      g_ptr_array_add (postings, g_string_free_to_bytes (text));
    }
  return postings;
}
