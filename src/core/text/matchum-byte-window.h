/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Buckets for the first bytes of words, so that many words are looked for in one walk through a text. */
#pragma once

#include <glib.h>

#define MATCHUM_BYTE_WINDOW_BUCKETS 1024

#define MATCHUM_BYTE_WINDOW_LONG_BUCKETS 4096

G_STATIC_ASSERT (MATCHUM_BYTE_WINDOW_BUCKETS == 1 << (32 - 22));
G_STATIC_ASSERT (MATCHUM_BYTE_WINDOW_LONG_BUCKETS == 1 << (32 - 20));

/* The bucket of three bytes, by multiplication with 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming,
 * 6.4). */
static inline guint
matchum_byte_window_hash (const char *bytes)
{
  const guchar *b = (const guchar *) bytes;

  return (b[0] * 961u + b[1] * 31u + b[2]) * 2654435761u >> 22;
}

/* A bit of so many for three bytes: set for those that a word starts with it tells nearly all places of a text that no
 * word stands there. */
#define MATCHUM_BYTE_WINDOW_BITS 8192

G_STATIC_ASSERT (MATCHUM_BYTE_WINDOW_BITS == 1 << (32 - 19));

static inline guint
matchum_byte_window_hash_bit (const char *bytes)
{
  const guchar *b = (const guchar *) bytes;

  return (b[0] * 961u + b[1] * 31u + b[2]) * 2654435761u >> 19;
}

/* That of six bytes, of more buckets: most words have as many. */
static inline guint
matchum_byte_window_hash_long (const char *bytes)
{
  const guchar *b = (const guchar *) bytes;

  return ((b[0] * 961u + b[1] * 31u + b[2]) * 40503u + b[3] * 961u + b[4] * 31u + b[5]) * 2654435761u >> 20;
}
