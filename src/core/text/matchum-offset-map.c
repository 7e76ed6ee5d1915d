/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way back from a derived text to its source, as a sorted array of runs. */
#include "config.h"

#include "text/matchum-offset-map.h"

/* An 8 MiB text of nothing but double spaces makes millions of runs, so a run is small. */
typedef struct {
  guint32 derived; /* first byte in the derived text; it ends where the next run starts */
  guint32 source;
  guint32 source_length : 31;
  guint32 is_whole : 1; /* the bytes do not correspond one to one */
} Run;

struct _MatchumOffsetMap {
  Run *runs; /* derived ascending, none of them empty in the derived text */
  guint n_runs;
  guint n_allocated;
  gsize derived_length; /* where the last run ends */
  Run first;            /* where there is one, as mostly, it is here */
};

G_DEFINE_BOXED_TYPE (MatchumOffsetMap, matchum_offset_map, matchum_offset_map_ref, matchum_offset_map_unref)

static inline Run *
get_run (MatchumOffsetMap *self, guint index)
{
  return &self->runs[index];
}

static gsize
get_run_source_end (const Run *run)
{
  return (gsize) run->source + run->source_length;
}

/* The last run that starts at or before offset; there must be one, at place or behind it. */
static const Run *
find_run_behind (MatchumOffsetMap *self, gsize offset, guint place, guint high)
{
  guint low = place;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_run (self, middle)->derived <= offset)
        low = middle;
      else
        high = middle;
    }
  return get_run (self, low);
}

/* The same, anywhere, but looked for from *place on in ever longer steps; *place is where it was. */
static const Run *
find_run (MatchumOffsetMap *self, gsize offset, guint *place)
{
  const guint n = self->n_runs;
  guint low = *place < n && get_run (self, *place)->derived <= offset ? *place : 0;
  guint step = 1;
  const Run *run;

  while (step < n - low && get_run (self, low + step)->derived <= offset)
    {
      low += step;
      step *= 2;
    }
  run = find_run_behind (self, offset, low, low + MIN (step, n - low));
  *place = (guint) (run - get_run (self, 0));
  return run;
}

static gsize
map_start (MatchumOffsetMap *self, gsize offset, guint *place)
{
  const Run *run;

  if (offset >= self->derived_length)
    return get_run_source_end (get_run (self, self->n_runs - 1));
  run = find_run (self, offset, place);
  return run->is_whole ? run->source : run->source + (offset - run->derived);
}

static gsize
map_end (MatchumOffsetMap *self, gsize offset, guint *place)
{
  const Run *run = find_run (self, offset - 1, place);

  return run->is_whole ? get_run_source_end (run) : run->source + (offset - run->derived);
}

static void
add_run (MatchumOffsetMap *self, Run run)
{
  if (self->n_runs == self->n_allocated)
    {
      Run *runs = g_renew (Run, self->runs != &self->first ? self->runs : NULL, 2 * self->n_allocated);

      if (self->runs == &self->first)
        runs[0] = self->first;
      self->runs = runs;
      self->n_allocated *= 2;
    }
  self->runs[self->n_runs++] = run;
}

static gboolean
extend_last_run (MatchumOffsetMap *self, gsize derived_length, MatchumSpan source)
{
  Run *last = self->n_runs > 0 ? get_run (self, self->n_runs - 1) : NULL;

  if (last == NULL || last->is_whole || get_run_source_end (last) != source.start)
    return FALSE;
  last->source_length += derived_length & 0x7fffffff;
  return TRUE;
}

static void
append_run (MatchumOffsetMap *self, gsize derived_length, MatchumSpan source, gboolean is_whole)
{
  g_return_if_fail (source.start <= source.end && source.end <= G_MAXINT32);
  g_return_if_fail (derived_length <= G_MAXINT32 - self->derived_length);
  g_return_if_fail (self->n_runs == 0 || get_run_source_end (get_run (self, self->n_runs - 1)) <= source.start);

  if (derived_length == 0)
    return;
  if (is_whole || !extend_last_run (self, derived_length, source))
    {
      Run run = {
        .derived = (guint32) self->derived_length,
        .source = (guint32) source.start,
        .source_length = (guint32) (source.end - source.start) & 0x7fffffff,
        .is_whole = is_whole ? 1 : 0,
      };

      add_run (self, run);
    }
  self->derived_length += derived_length;
}

static void
matchum_offset_map_clear (MatchumOffsetMap *self)
{
  if (self->runs != &self->first)
    g_free (self->runs);
}

MatchumOffsetMap *
matchum_offset_map_new (void)
{
  MatchumOffsetMap *self = g_atomic_rc_box_new0 (MatchumOffsetMap);

  self->runs = &self->first;
  self->n_allocated = 1;
  return self;
}

MatchumOffsetMap *
matchum_offset_map_ref (MatchumOffsetMap *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_offset_map_unref (MatchumOffsetMap *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_offset_map_clear);
}

/**
 * matchum_offset_map_append:
 * @derived_length: bytes that are added to the derived text; nothing happens where it is 0
 * @source: the bytes they came from, at or after the end of those given before; empty for bytes that were put in
 *
 * Where both have the same length, every character of the one must stand for a character of the same length
 * in the other; matchum_offset_map_append_whole() is there for runs of which that is not true.
 */
void
matchum_offset_map_append (MatchumOffsetMap *self, gsize derived_length, MatchumSpan source)
{
  g_return_if_fail (self != NULL);

  append_run (self, derived_length, source, derived_length != matchum_span_get_length (source));
}

/**
 * matchum_offset_map_append_whole:
 * @derived_length: bytes that are added to the derived text
 * @source: the bytes they came from
 *
 * As matchum_offset_map_append(), but any part of the run stands for all of @source.
 */
void
matchum_offset_map_append_whole (MatchumOffsetMap *self, gsize derived_length, MatchumSpan source)
{
  g_return_if_fail (self != NULL);

  append_run (self, derived_length, source, TRUE);
}

/**
 * matchum_offset_map_get_source_span:
 * @derived: bytes of the derived text; what lies past its end is cut off
 *
 * Returns: the bytes of the source from the first to the last that @derived stands for, with what was dropped
 * between them; an empty span gives an empty span at the same place
 */
MatchumSpan
matchum_offset_map_get_source_span (MatchumOffsetMap *self, MatchumSpan derived)
{
  guint place = 0;

  return matchum_offset_map_follow_source_span (self, derived, &place);
}

MatchumSpan
matchum_offset_map_follow_source_span (MatchumOffsetMap *self, MatchumSpan derived, guint *place)
{
  gsize start;

  g_return_val_if_fail (self != NULL, MATCHUM_SPAN (0, 0));

  if (self->n_runs == 0)
    return MATCHUM_SPAN (0, 0);
  start = map_start (self, derived.start, place);
  derived.end = MIN (derived.end, self->derived_length);
  if (derived.start >= derived.end)
    return MATCHUM_SPAN (start, start);
  return MATCHUM_SPAN (start, map_end (self, derived.end, place));
}

/* Where a run begins in the derived text; the one behind the last where that ends. */
static gsize
get_derived_start (MatchumOffsetMap *self, guint index)
{
  return index < self->n_runs ? get_run (self, index)->derived : self->derived_length;
}

gsize
matchum_offset_map_find_derived (MatchumOffsetMap *self, gsize source)
{
  guint low = 0, high;
  const Run *run;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_runs;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (get_run (self, middle)->source < source)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return 0;
  /* It may stand within the run before. */
  run = get_run (self, low - 1);
  return run->is_whole ? get_derived_start (self, low)
                       : MIN (get_derived_start (self, low), run->derived + (source - run->source));
}
