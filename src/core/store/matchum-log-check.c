/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the chain of checksums by the published format of the log: a header of 32 bytes, then frames of 24 bytes and
 * a page each. Every commit is flushed before the next begins, so behind a write that was cut off there is at most one.
 */
#include "config.h"

#include "store/matchum-log-check.h"

#include <string.h>

#include "store/matchum-salvage-page.h"

#define HEADER_BYTES 32
#define FRAME_HEADER_BYTES 24
#define MAGIC 0x377f0682u

typedef struct {
  guint32 a;
  guint32 b;
} Checksum;

typedef struct {
  const guint8 *data;
  gsize length;
  gsize page_bytes;
  gboolean is_big_endian; /* of the words that are summed up */
} Log;

static guint32
read_word (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static guint32
read_summed_word (const Log *log, const guint8 *data)
{
  const guint32 word = read_word (data);

  return log->is_big_endian ? word : GUINT32_SWAP_LE_BE (word);
}

static Checksum
add (const Log *log, Checksum sum, const guint8 *data, gsize length)
{
  for (gsize i = 0; i + 8 <= length; i += 8)
    {
      sum.a += read_summed_word (log, data + i) + sum.b;
      sum.b += read_summed_word (log, data + i + 4) + sum.a;
    }
  return sum;
}

static gboolean
is_same (Checksum sum, const guint8 *stored)
{
  return sum.a == read_word (stored) && sum.b == read_word (stored + 4);
}

static gsize
get_n_frames (const Log *log)
{
  return (log->length - HEADER_BYTES) / (FRAME_HEADER_BYTES + log->page_bytes);
}

static const guint8 *
get_frame (const Log *log, gsize i)
{
  return log->data + HEADER_BYTES + i * (FRAME_HEADER_BYTES + log->page_bytes);
}

static Checksum
sum_frame (const Log *log, Checksum before, const guint8 *frame)
{
  return add (log, add (log, before, frame, 8), frame + FRAME_HEADER_BYTES, log->page_bytes);
}

/* Whether a frame belongs to this run of the log and follows one with the checksum before. */
static gboolean
is_next (const Log *log, Checksum before, const guint8 *frame)
{
  return memcmp (frame + 8, log->data + 16, 8) == 0 && is_same (sum_frame (log, before, frame), frame + 16);
}

static gboolean
is_commit (const guint8 *frame)
{
  return read_word (frame + 4) != 0;
}

/* The commits in frames that follow each other from first on. */
static guint
count_commits (const Log *log, gsize first, Checksum before)
{
  guint n = 0;

  for (gsize i = first; i < get_n_frames (log) && is_next (log, before, get_frame (log, i)); i++)
    {
      const guint8 *frame = get_frame (log, i);

      before = (Checksum){ read_word (frame + 16), read_word (frame + 20) };
      n += is_commit (frame) ? 1 : 0;
    }
  return n;
}

/* Whether the frames behind a bad one go on as if it were good, with more than the commit that it belongs to. Either
 * its content is bad, and what it says of its checksum counts, or that is bad, and the content counts. */
static gboolean
goes_on (const Log *log, gsize bad, Checksum before)
{
  const guint8 *frame = get_frame (log, bad);
  const Checksum stored = { read_word (frame + 16), read_word (frame + 20) };
  const guint own = is_commit (frame) ? 1 : 0;

  return count_commits (log, bad + 1, stored) + own >= 2
         || count_commits (log, bad + 1, sum_frame (log, before, frame)) + own >= 2;
}

/* Whether the header is what was written: its checksum is its own. */
static gboolean
read_header (Log *log, Checksum *sum)
{
  log->page_bytes = read_word (log->data + 8);
  log->is_big_endian = read_word (log->data) & 1;
  *sum = add (log, (Checksum){ 0, 0 }, log->data, 24);
  return (read_word (log->data) & ~1u) == MAGIC && log->page_bytes == MATCHUM_PAGE_BYTES
         && is_same (*sum, log->data + 24);
}

/* Whether the file has a page as the log has it. */
static gboolean
is_in_file (const Log *log, const Log *file, gsize i)
{
  const guint8 *frame = get_frame (log, i);
  const gsize at = (gsize) (read_word (frame) - 1) * log->page_bytes;

  return at + log->page_bytes <= file->length
         && memcmp (file->data + at, frame + FRAME_HEADER_BYTES, log->page_bytes) == 0;
}

/* Whether the frames that follow each other from the first on are in the file, the last of each page, up to the last
 * commit. */
static gboolean
is_taken_in (const Log *log, const Log *file)
{
  g_autoptr (GHashTable) last = g_hash_table_new (NULL, NULL);
  const guint8 *first = get_frame (log, 0);
  Checksum before = { read_word (first + 16), read_word (first + 20) };
  gsize n = 1;
  gsize n_committed = is_commit (first) ? 1 : 0;

  for (; n < get_n_frames (log); n++)
    {
      const guint8 *frame = get_frame (log, n);

      if (memcmp (frame + 8, first + 8, 8) != 0 || !is_same (sum_frame (log, before, frame), frame + 16))
        break;
      before = (Checksum){ read_word (frame + 16), read_word (frame + 20) };
      n_committed = is_commit (frame) ? n + 1 : n_committed;
    }
  for (gsize i = n_committed; i-- > 0;)
    if (g_hash_table_add (last, GUINT_TO_POINTER (read_word (get_frame (log, i)))) && !is_in_file (log, file, i))
      return FALSE;
  return TRUE;
}

/* A log is begun anew when all of it is in the file. If that is cut off within the header, the old frames behind it say
 * nothing new; if they do, the header is damaged, and with it everything behind it would be lost. */
static gboolean
is_header_new (const Log *log, const char *path)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  Log file = { 0 };

  if (mapped == NULL || get_n_frames (log) == 0)
    return TRUE;
  file.data = (const guint8 *) g_mapped_file_get_contents (mapped);
  file.length = g_mapped_file_get_length (mapped);
  return is_taken_in (log, &file);
}

static gboolean
is_whole (Log *log, const char *path)
{
  static const guint8 nothing[HEADER_BYTES];
  Checksum before;
  gsize i = 0;

  /* A header that was never written, or nothing behind it. */
  if (log->length <= HEADER_BYTES || memcmp (log->data, nothing, HEADER_BYTES) == 0)
    return TRUE;
  if (!read_header (log, &before))
    {
      log->page_bytes = MATCHUM_PAGE_BYTES;
      log->is_big_endian = G_BYTE_ORDER == G_BIG_ENDIAN;
      return is_header_new (log, path);
    }
  while (i < get_n_frames (log) && is_next (log, before, get_frame (log, i)))
    {
      const guint8 *frame = get_frame (log, i++);

      before = (Checksum){ read_word (frame + 16), read_word (frame + 20) };
    }
  return i == get_n_frames (log) || !goes_on (log, i, before);
}

gboolean
matchum_log_check_is_whole (const char *path)
{
  g_autofree char *name = NULL;
  g_autoptr (GMappedFile) file = NULL;
  Log log = { 0 };

  g_return_val_if_fail (path != NULL, FALSE);

  name = g_strconcat (path, "-wal", NULL);
  file = g_mapped_file_new (name, FALSE, NULL);
  if (file == NULL || g_mapped_file_get_length (file) == 0)
    return TRUE;
  log.data = (const guint8 *) g_mapped_file_get_contents (file);
  log.length = g_mapped_file_get_length (file);
  return is_whole (&log, path);
}
