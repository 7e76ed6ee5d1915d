/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A range of bytes. Which text the bytes belong to is said by whoever holds the span. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gsize start; /* first byte */
  gsize end;   /* one past the last byte */
} MatchumSpan;

#define MATCHUM_SPAN(start, end) ((MatchumSpan){ (start), (end) })

static inline gsize
matchum_span_get_length (MatchumSpan span)
{
  return span.end - span.start;
}

static inline gboolean
matchum_span_is_empty (MatchumSpan span)
{
  return span.end <= span.start;
}

/* Without the white space of ASCII at its ends. */
static inline MatchumSpan
matchum_span_trim (const char *text, MatchumSpan span)
{
  while (span.start < span.end && g_ascii_isspace (text[span.start]))
    span.start++;
  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  return span;
}

static inline gboolean
matchum_span_contains (MatchumSpan span, gsize offset)
{
  return span.start <= offset && offset < span.end;
}

static inline gboolean
matchum_span_overlaps (MatchumSpan a, MatchumSpan b)
{
  return a.start < b.end && b.start < a.end;
}

G_END_DECLS
