/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain words with their runs of bold, italic, code and links, and the way back to the Markdown. */
#include "config.h"

#include "text/matchum-inline-text.h"

#include <string.h>

struct _MatchumInlineText {
  char *text;
  gsize length;
  MatchumOffsetMap *map; /* NULL where the text is in the source as it is, */
  gsize start;           /* from this byte on */
  GPtrArray *runs;       /* of MatchumInlineRun; NULL for none, as mostly */
};

G_DEFINE_BOXED_TYPE (MatchumInlineText, matchum_inline_text, matchum_inline_text_ref, matchum_inline_text_unref)

static void
matchum_inline_text_clear (MatchumInlineText *self)
{
  if (self->map != NULL)
    g_free (self->text);
  g_clear_pointer (&self->map, matchum_offset_map_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
}

/**
 * matchum_inline_text_new:
 * @text: (transfer full): plain text, valid UTF-8
 * @map: (transfer full): from bytes of @text to bytes of the source
 * @runs: (transfer full) (nullable): array of MatchumInlineRun in the order of their starts; NULL for none
 */
MatchumInlineText *
matchum_inline_text_new (char *text, MatchumOffsetMap *map, GPtrArray *runs)
{
  MatchumInlineText *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (map != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumInlineText);
  self->length = strlen (text);
  /* Many are kept for long: a posting is held by its lines. */
  self->text = g_realloc (text, self->length + 1);
  self->map = map;
  if (runs != NULL && runs->len > 0)
    self->runs = runs;
  else if (runs != NULL)
    g_ptr_array_unref (runs);
  return self;
}

/**
 * matchum_inline_text_new_plain:
 * @text: words without any Markdown, valid UTF-8
 * @start: the byte of the source from which on they stand there, as they are
 *
 * As matchum_inline_text_new(), in one piece of memory: most lines of a posting are such.
 */
MatchumInlineText *
matchum_inline_text_new_plain (const char *text, gsize length, gsize start)
{
  MatchumInlineText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_atomic_rc_box_alloc (sizeof (MatchumInlineText) + length + 1);
  *self = (MatchumInlineText){ .text = (char *) (self + 1), .length = length, .start = start };
  memcpy (self->text, text, length);
  self->text[length] = '\0';
  return self;
}

MatchumInlineText *
matchum_inline_text_ref (MatchumInlineText *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_inline_text_unref (MatchumInlineText *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_inline_text_clear);
}

const char *
matchum_inline_text_get_text (MatchumInlineText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

gsize
matchum_inline_text_get_length (MatchumInlineText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

guint
matchum_inline_text_get_n_runs (MatchumInlineText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->runs != NULL ? self->runs->len : 0;
}

const MatchumInlineRun *
matchum_inline_text_get_run (MatchumInlineText *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->runs != NULL && index < self->runs->len, NULL);

  return g_ptr_array_index (self->runs, index);
}

gboolean
matchum_inline_text_is_equal (MatchumInlineText *self, MatchumInlineText *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (!g_str_equal (self->text, other->text)
      || matchum_inline_text_get_n_runs (self) != matchum_inline_text_get_n_runs (other))
    return FALSE;
  for (guint i = 0; i < matchum_inline_text_get_n_runs (self); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (self, i);
      const MatchumInlineRun *other_run = matchum_inline_text_get_run (other, i);

      if (run->kind != other_run->kind || run->span.start != other_run->span.start
          || run->span.end != other_run->span.end || g_strcmp0 (run->url, other_run->url) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Bytes of the source for bytes of the plain text: see matchum_offset_map_get_source_span(). */
MatchumSpan
matchum_inline_text_get_source_span (MatchumInlineText *self, MatchumSpan span)
{
  g_return_val_if_fail (self != NULL, MATCHUM_SPAN (0, 0));

  if (self->map != NULL)
    return matchum_offset_map_get_source_span (self->map, span);
  span.start = MIN (span.start, self->length);
  span.end = CLAMP (span.end, span.start, self->length);
  return MATCHUM_SPAN (self->start + span.start, self->start + span.end);
}

/* A run of span in the plain text; url is copied and may be NULL. Free with matchum_inline_run_free(). */
MatchumInlineRun *
matchum_inline_run_new (MatchumInlineKind kind, MatchumSpan span, const char *url)
{
  MatchumInlineRun *run = g_new0 (MatchumInlineRun, 1);

  run->kind = kind;
  run->span = span;
  run->url = g_strdup (url);
  return run;
}

void
matchum_inline_run_free (MatchumInlineRun *run)
{
  g_free (run->url);
  g_free (run);
}
