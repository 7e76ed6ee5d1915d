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

static Checksum
get_stored (const guint8 *frame)
{
  return (Checksum){ read_word (frame + 16), read_word (frame + 20) };
}

/* What a difference in the checksum becomes by two more words. */
static Checksum
carry (Checksum difference)
{
  difference.a += difference.b;
  difference.b += difference.a;
  return difference;
}

/* Flips the one bit of a word that makes good what is missing; weight: what one more in this word adds. */
static gboolean
mend_word (const Log *log, guint8 *at, Checksum weight, Checksum missing)
{
  const guint32 word = read_summed_word (log, at);

  for (guint i = 0; i < 32; i++)
    {
      const guint32 bit = (guint32) 1 << i;
      const guint32 difference = (word & bit) != 0 ? 0 - bit : bit;
      const guint32 mended = log->is_big_endian ? GUINT32_TO_BE (word ^ bit) : GUINT32_TO_LE (word ^ bit);

      if (difference * weight.a != missing.a || difference * weight.b != missing.b)
        continue;
      memcpy (at, &mended, sizeof mended);
      return TRUE;
    }
  return FALSE;
}

/* The sums are linear, so that a flipped bit can be told by the difference that it makes: 64 bits of it for the 33,000
 * that it can be. From the last words to the first, each with the weight it has in the end. */
static gboolean
mend_bit (const Log *log, Checksum before, guint8 *frame)
{
  const Checksum sum = sum_frame (log, before, frame);
  const Checksum stored = get_stored (frame);
  const Checksum missing = { stored.a - sum.a, stored.b - sum.b };
  Checksum first = { 1, 1 };
  Checksum second = { 0, 1 };

  for (gsize pair = log->page_bytes / 8 + 1; pair-- > 0;)
    {
      guint8 *at = pair == 0 ? frame : frame + FRAME_HEADER_BYTES + (pair - 1) * 8;

      if (mend_word (log, at, first, missing) || mend_word (log, at + 4, second, missing))
        return TRUE;
      first = carry (first);
      second = carry (second);
    }
  return FALSE;
}

static gboolean
is_one_bit (Checksum a, Checksum b)
{
  const guint64 difference = (guint64) (a.a ^ b.a) << 32 | (a.b ^ b.b);

  return difference != 0 && (difference & (difference - 1)) == 0;
}

static gboolean
is_followed (const Log *log, gsize i, Checksum before)
{
  return i + 1 < get_n_frames (log) && is_next (log, before, get_frame (log, i + 1));
}

/* A frame that is not what was written: its checksum, its content, or more than a bit of it. */
static gboolean
mend_frame (const Log *log, guint8 *frame, gsize i, Checksum *before)
{
  const Checksum sum = sum_frame (log, *before, frame);
  const Checksum stored = get_stored (frame);
  const gboolean is_stored_right = is_followed (log, i, stored);

  if (is_one_bit (sum, stored) && !is_stored_right)
    {
      *before = sum;
      return TRUE;
    }
  if (!mend_bit (log, *before, frame) && !goes_on (log, i, *before))
    return FALSE;
  *before = !is_stored_right && is_followed (log, i, sum) ? sum : stored;
  return TRUE;
}

/* Whether a frame is part of what was written; before: the checksum that it follows, then the one that the next does.
 * The checksums begin with what the header says this run of the log is called, so that is not needed for mending. */
static gboolean
take_frame (const Log *log, guint8 *frame, gsize i, gboolean is_mending, Checksum *before)
{
  if (!is_mending && memcmp (frame + 8, log->data + 16, 8) != 0)
    return FALSE;
  if (!is_same (sum_frame (log, *before, frame), frame + 16))
    return is_mending && mend_frame (log, frame, i, before);
  *before = get_stored (frame);
  return TRUE;
}

/* A header that is not what was written: either its checksum is, which the first frame follows, or all but that. */
static void
mend_header (Log *log, guint8 *data, Checksum *before)
{
  log->page_bytes = MATCHUM_PAGE_BYTES;
  log->is_big_endian = G_BYTE_ORDER == G_BIG_ENDIAN;
  *before = (Checksum){ read_word (data + 24), read_word (data + 28) };
  if (get_n_frames (log) == 0)
    return;
  if (!is_same (sum_frame (log, *before, get_frame (log, 0)), get_frame (log, 0) + 16))
    *before = add (log, (Checksum){ 0, 0 }, data, 24);
  memcpy (data + 16, get_frame (log, 0) + 8, 8);
}

static gboolean
put_frames (const Log *log, gsize n, guint8 **pages, gsize *length)
{
  const gsize n_pages = n > 0 ? read_word (get_frame (log, n - 1) + 4) : 0;

  /* Every page is in the file or in the log. */
  if (n_pages == 0 || n_pages > *length / log->page_bytes + 1 + get_n_frames (log))
    return FALSE;
  *pages = g_realloc (*pages, n_pages * log->page_bytes);
  if (n_pages * log->page_bytes > *length)
    memset (*pages + *length, 0, n_pages * log->page_bytes - *length);
  *length = n_pages * log->page_bytes;
  for (gsize i = 0; i < n; i++)
    {
      const guint8 *frame = get_frame (log, i);
      const gsize page = read_word (frame);

      if (page >= 1 && page <= n_pages)
        memcpy (*pages + (page - 1) * log->page_bytes, frame + FRAME_HEADER_BYTES, log->page_bytes);
    }
  return TRUE;
}

gboolean
matchum_log_check_take_in (guint8 **pages, gsize *length, guint8 *data, gsize log_length, gboolean is_mending)
{
  Log log = { data, log_length, 0, FALSE };
  Checksum before;
  gsize n_committed = 0;

  g_return_val_if_fail (pages != NULL && length != NULL, FALSE);

  if (log_length <= HEADER_BYTES)
    return FALSE;
  if (!read_header (&log, &before))
    {
      if (!is_mending)
        return FALSE;
      mend_header (&log, data, &before);
    }
  for (gsize i = 0; i < get_n_frames (&log); i++)
    {
      guint8 *frame = data + (get_frame (&log, i) - log.data);

      if (!take_frame (&log, frame, i, is_mending, &before))
        break;
      n_committed = is_commit (frame) ? i + 1 : n_committed;
    }
  return put_frames (&log, n_committed, pages, length);
}
