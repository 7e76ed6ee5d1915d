/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps words of a posting together with the place where they stand. */
#include "config.h"

#include "posting/matchum-posting-fact.h"

#include <string.h>

#include "text/matchum-inline-reader.h"

/* A fact is a line at most; what is longer is cut. */
#define MAX_BYTES 2000

static MatchumSpan
shorten (const char *text, MatchumSpan span)
{
  if (matchum_span_get_length (span) <= MAX_BYTES)
    return span;
  for (span.end = span.start + MAX_BYTES; span.end > span.start && ((guchar) text[span.end] & 0xc0) == 0x80; span.end--)
    ;
  return span;
}

MatchumPostingFact *
matchum_posting_fact_new (MatchumSource *source, MatchumSpan span)
{
  g_autoptr (MatchumInlineText) content = NULL;
  g_autofree char *words = NULL;
  MatchumPostingFact *self;

  g_return_val_if_fail (source != NULL, NULL);

  span = shorten (matchum_source_get_text (source), span);
  content = matchum_inline_reader_read (source, span);
  words = g_strstrip (g_strdelimit (g_strdup (matchum_inline_text_get_text (content)), "\t\r\n", ' '));
  if (*words == '\0')
    return NULL;
  self = g_new0 (MatchumPostingFact, 1);
  self->text = g_steal_pointer (&words);
  self->span = span;
  self->line = matchum_source_get_line_at (source, span.start);
  return self;
}

MatchumPostingFact *
matchum_posting_fact_copy (const MatchumPostingFact *self)
{
  MatchumPostingFact *copy = g_new (MatchumPostingFact, 1);

  *copy = *self;
  copy->text = g_strdup (self->text);
  return copy;
}

void
matchum_posting_fact_clear (MatchumPostingFact *self)
{
  g_clear_pointer (&self->text, g_free);
}

void
matchum_posting_fact_free (MatchumPostingFact *self)
{
  matchum_posting_fact_clear (self);
  g_free (self);
}
