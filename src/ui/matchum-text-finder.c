/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches a text that was folded once. */
/* memmem() is GNU's. */
#define _GNU_SOURCE

#include "config.h"

#include "ui/matchum-text-finder.h"

#include <string.h>

#include "text/matchum-folded-text.h"

struct _MatchumTextFinder {
  GBytes *text;
  MatchumFoldedText *folded;
};

/* Counts characters from one place to the next, so that all places of a text together cost one walk over it. */
typedef struct {
  const char *text;
  gsize offset; /* bytes */
  guint n_characters;
} Counter;

G_DEFINE_BOXED_TYPE (MatchumTextFinder, matchum_text_finder, matchum_text_finder_ref, matchum_text_finder_unref)

static void
matchum_text_finder_clear (MatchumTextFinder *self)
{
  g_clear_pointer (&self->folded, matchum_folded_text_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
}

MatchumTextFinder *
matchum_text_finder_new (GBytes *text)
{
  MatchumTextFinder *self;
  const char *data;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  data = g_bytes_get_data (text, &length);
  self = g_atomic_rc_box_new0 (MatchumTextFinder);
  self->text = g_bytes_ref (text);
  self->folded = matchum_folded_text_new (data != NULL ? data : "", (gssize) length);
  return self;
}

MatchumTextFinder *
matchum_text_finder_ref (MatchumTextFinder *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_text_finder_unref (MatchumTextFinder *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_text_finder_clear);
}

static guint
count_to (Counter *counter, gsize offset)
{
  if (offset > counter->offset)
    {
      counter->n_characters +=
          (guint) g_utf8_strlen (counter->text + counter->offset, (gssize) (offset - counter->offset));
      counter->offset = offset;
    }
  return counter->n_characters;
}

/* Two folded places may come from one letter ("ﬁ"): it is found once. */
static void
add_hit (GArray *hits, Counter *counter, MatchumSpan span)
{
  MatchumTextHit hit;

  if (span.start < counter->offset && hits->len > 0)
    return;
  hit.start = count_to (counter, span.start);
  hit.end = count_to (counter, span.end);
  g_array_append_val (hits, hit);
}

GArray *
matchum_text_finder_find (MatchumTextFinder *self, const char *words)
{
  g_autofree char *wanted = NULL;
  GArray *hits;
  Counter counter = { 0 };
  const char *start, *end;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  hits = g_array_new (FALSE, FALSE, sizeof (MatchumTextHit));
  wanted = matchum_fold (words, -1);
  length = strlen (wanted);
  if (length == 0 || strspn (wanted, " ") == length)
    return hits;

  counter.text = matchum_folded_text_get_original (self->folded);
  start = matchum_folded_text_get_text (self->folded);
  end = start + matchum_folded_text_get_length (self->folded);
  for (const char *at = start; hits->len < MATCHUM_TEXT_FINDER_MAX_HITS;)
    {
      const char *found = memmem (at, (gsize) (end - at), wanted, length);
      gsize offset;

      if (found == NULL)
        break;
      offset = (gsize) (found - start);
      add_hit (hits, &counter,
               matchum_folded_text_get_original_span (self->folded, MATCHUM_SPAN (offset, offset + length)));
      at = found + length;
    }
  return hits;
}
