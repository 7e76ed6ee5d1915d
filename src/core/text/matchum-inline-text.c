/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain words with their runs of bold, italic, code and links, and the way back to the Markdown. */
#include "config.h"

#include "text/matchum-inline-text.h"

#include <string.h>

struct _MatchumInlineText {
  char *text;
  gsize length;
  MatchumOffsetMap *map;
  GPtrArray *runs; /* of MatchumInlineRun */
};

G_DEFINE_BOXED_TYPE (MatchumInlineText, matchum_inline_text, matchum_inline_text_ref, matchum_inline_text_unref)

static void
matchum_inline_text_clear (MatchumInlineText *self)
{
  g_free (self->text);
  matchum_offset_map_unref (self->map);
  g_ptr_array_unref (self->runs);
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
  self->text = text;
  self->length = strlen (text);
  self->map = map;
  self->runs = runs != NULL ? runs : g_ptr_array_new ();
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

  return self->runs->len;
}

const MatchumInlineRun *
matchum_inline_text_get_run (MatchumInlineText *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->runs->len, NULL);

  return g_ptr_array_index (self->runs, index);
}

gboolean
matchum_inline_text_is_equal (MatchumInlineText *self, MatchumInlineText *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (!g_str_equal (self->text, other->text) || self->runs->len != other->runs->len)
    return FALSE;
  for (guint i = 0; i < self->runs->len; i++)
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

  return matchum_offset_map_get_source_span (self->map, span);
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
