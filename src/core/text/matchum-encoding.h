/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The encodings that texts come in: found out from the bytes alone, and turned into UTF-8 with the way back kept. */
#pragma once

#include <glib.h>

#include "text/matchum-offset-map.h"

G_BEGIN_DECLS

/**
 * MatchumEncoding:
 * @MATCHUM_ENCODING_UNKNOWN: none of the others: damaged, or of an encoding that is not known here
 * @MATCHUM_ENCODING_UTF8: ASCII as well, and with a byte order mark or without
 * @MATCHUM_ENCODING_CP949: Korean as Windows writes it; EUC-KR is a part of it
 * @MATCHUM_ENCODING_WINDOWS_1252: Western European; Latin-1 texts are a part of it
 */
typedef enum {
  MATCHUM_ENCODING_UNKNOWN,
  MATCHUM_ENCODING_UTF8,
  MATCHUM_ENCODING_UTF16LE,
  MATCHUM_ENCODING_UTF16BE,
  MATCHUM_ENCODING_UTF32LE,
  MATCHUM_ENCODING_UTF32BE,
  MATCHUM_ENCODING_CP949,
  MATCHUM_ENCODING_WINDOWS_1252,
} MatchumEncoding;

/**
 * MatchumEncodingOutcome:
 * @MATCHUM_ENCODING_DONE: all of it is text
 * @MATCHUM_ENCODING_BROKEN: a byte does not belong in the encoding, or the end is cut off
 * @MATCHUM_ENCODING_TOO_LONG: as UTF-8 it is longer than was allowed
 * @MATCHUM_ENCODING_NO_CONVERTER: this system cannot convert it
 */
typedef enum {
  MATCHUM_ENCODING_DONE,
  MATCHUM_ENCODING_BROKEN,
  MATCHUM_ENCODING_TOO_LONG,
  MATCHUM_ENCODING_NO_CONVERTER,
} MatchumEncodingOutcome;

/* "UTF-8", "CP949", "windows-1252", …, as other programs know it; NULL for MATCHUM_ENCODING_UNKNOWN. */
const char            *matchum_encoding_get_name (MatchumEncoding   encoding);
/* Whether a character takes two or four bytes, so that NUL bytes are no sign of a binary file. */
gboolean               matchum_encoding_is_wide  (MatchumEncoding   encoding);
MatchumEncoding        matchum_encoding_detect   (const char       *bytes,
                                                  gsize             length);
MatchumEncodingOutcome matchum_encoding_decode   (MatchumEncoding   encoding,
                                                  const char       *bytes,
                                                  gsize             length,
                                                  gsize             max_length,
                                                  GString          *text,
                                                  MatchumOffsetMap *map);

G_END_DECLS
