/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A job posting: the text as pasted and what was read from it. */
#include "config.h"

#include "posting/matchum-posting.h"

struct _MatchumPosting {
  MatchumSource *source;
  char *company;
  char *title;
  GPtrArray *lines; /* of MatchumPostingLine */
  gboolean has_known_headings;
};

G_DEFINE_BOXED_TYPE (MatchumPosting, matchum_posting, matchum_posting_ref, matchum_posting_unref)

static void
matchum_posting_clear (MatchumPosting *self)
{
  g_clear_pointer (&self->source, matchum_source_unref);
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

/* A heading of no known kind and one that announces an introduction look alike here: neither says what is asked. */
static gboolean
has_known_heading (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MatchumPostingLine *line = g_ptr_array_index (lines, i);

      if (line->kind != MATCHUM_POSTING_OTHER && (line->is_heading || !matchum_span_is_empty (line->label)))
        return TRUE;
    }
  return FALSE;
}

MatchumPosting *
matchum_posting_new (MatchumSource *source, const char *company, const char *title, GPtrArray *lines)
{
  MatchumPosting *self;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (lines != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumPosting);
  self->source = matchum_source_ref (source);
  self->company = g_strdup (company);
  self->title = g_strdup (title);
  self->lines = lines;
  self->has_known_headings = has_known_heading (lines);
  for (guint i = 0; i < lines->len; i++)
    ((MatchumPostingLine *) g_ptr_array_index (lines, i))->read_index = i;

  return self;
}

MatchumPosting *
matchum_posting_with_lines (MatchumPosting *self, GPtrArray *lines)
{
  MatchumPosting *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (lines != NULL, NULL);

  other = g_atomic_rc_box_new0 (MatchumPosting);
  other->source = matchum_source_ref (self->source);
  other->company = g_strdup (self->company);
  other->title = g_strdup (self->title);
  other->lines = lines;
  other->has_known_headings = self->has_known_headings || has_known_heading (lines);

  return other;
}

MatchumPosting *
matchum_posting_ref (MatchumPosting *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
matchum_posting_unref (MatchumPosting *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_posting_clear);
}

/* The text it was read from. */
MatchumSource *
matchum_posting_get_source (MatchumPosting *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}

/* Who hires, as the posting writes it; NULL where it does not say. */
const char *
matchum_posting_get_company (MatchumPosting *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->company;
}

/* The job, as the posting writes it; NULL where it does not say. */
const char *
matchum_posting_get_title (MatchumPosting *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

guint
matchum_posting_get_n_lines (MatchumPosting *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

const MatchumPostingLine *
matchum_posting_get_line (MatchumPosting *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->lines->len, NULL);

  return g_ptr_array_index (self->lines, index);
}

gboolean
matchum_posting_has_known_headings (MatchumPosting *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_known_headings;
}
