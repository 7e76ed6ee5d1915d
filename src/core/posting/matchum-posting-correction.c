/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was put right of one line: which line it was, the aspect, and the value. */
#include "config.h"

#include "posting/matchum-posting-correction.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (MatchumPostingCorrection,
                     matchum_posting_correction,
                     matchum_posting_correction_ref,
                     matchum_posting_correction_unref)

static const char *const kind_nicks[] = { "other", "required", "preferred", "duty",
                                          "stack", "benefit",  "process",   "note" };

G_STATIC_ASSERT (G_N_ELEMENTS (kind_nicks) == MATCHUM_POSTING_NOTE + 1);

MatchumPostingCorrection *
matchum_posting_correction_new (guint line,
                                guint nth,
                                guint n_same,
                                const char *line_text,
                                const char *aspect,
                                const char *value)
{
  MatchumPostingCorrection *self;

  g_return_val_if_fail (line_text != NULL, NULL);
  g_return_val_if_fail (aspect != NULL && value != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumPostingCorrection);
  self->line = line;
  self->n_same = MAX (n_same, 1);
  self->nth = CLAMP (nth, 1, self->n_same);
  self->line_text = g_strdup (line_text);
  self->aspect = g_strdup (aspect);
  self->value = g_strdup (value);
  return self;
}

MatchumPostingCorrection *
matchum_posting_correction_new_for_line (MatchumPosting *posting, guint index, const char *aspect, const char *value)
{
  const MatchumPostingLine *line;
  const char *text;
  guint nth = 0, n_same = 0;

  g_return_val_if_fail (posting != NULL, NULL);
  g_return_val_if_fail (index < matchum_posting_get_n_lines (posting), NULL);

  line = matchum_posting_get_line (posting, index);
  text = matchum_posting_line_get_text (line);
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    if (strcmp (matchum_posting_line_get_text (matchum_posting_get_line (posting, i)), text) == 0)
      {
        n_same++;
        nth += i <= index ? 1 : 0;
      }
  return matchum_posting_correction_new (line->first_line, nth, n_same, text, aspect, value);
}

MatchumPostingCorrection *
matchum_posting_correction_ref (MatchumPostingCorrection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
matchum_posting_correction_clear (MatchumPostingCorrection *self)
{
  g_free (self->line_text);
  g_free (self->aspect);
  g_free (self->value);
}

void
matchum_posting_correction_unref (MatchumPostingCorrection *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_posting_correction_clear);
}

gboolean
matchum_posting_correction_is_equal (const MatchumPostingCorrection *self, const MatchumPostingCorrection *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->line == other->line && self->nth == other->nth && self->n_same == other->n_same
         && g_str_equal (self->line_text, other->line_text) && g_str_equal (self->aspect, other->aspect)
         && g_str_equal (self->value, other->value);
}

gboolean
matchum_posting_correction_is_aspect (const char *aspect)
{
  g_return_val_if_fail (aspect != NULL, FALSE);

  return g_str_equal (aspect, MATCHUM_ASPECT_WORDS) || g_str_equal (aspect, MATCHUM_ASPECT_JOIN)
         || g_str_equal (aspect, MATCHUM_ASPECT_HEADING) || matchum_posting_correction_parse_kind_aspect (aspect, NULL);
}

char *
matchum_posting_correction_dup_kind_aspect (guint piece)
{
  if (piece == 0)
    return g_strdup (MATCHUM_ASPECT_KIND);
  return g_strdup_printf (MATCHUM_ASPECT_KIND ".%u", piece + 1);
}

gboolean
matchum_posting_correction_parse_kind_aspect (const char *aspect, guint *piece)
{
  const gsize length = strlen (MATCHUM_ASPECT_KIND);
  guint64 number = 1;

  g_return_val_if_fail (aspect != NULL, FALSE);

  if (!g_str_has_prefix (aspect, MATCHUM_ASPECT_KIND))
    return FALSE;
  if (aspect[length] != '\0'
      && (aspect[length] != '.' || aspect[length + 1] == '0'
          || !g_ascii_string_to_unsigned (aspect + length + 1, 10, 2, MATCHUM_CORRECTION_MAX_PIECES, &number, NULL)))
    return FALSE;
  if (piece != NULL)
    *piece = (guint) number - 1;
  return TRUE;
}

const char *
matchum_posting_kind_get_nick (MatchumPostingKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_nicks), NULL);

  return kind_nicks[kind];
}

gboolean
matchum_posting_kind_from_nick (const char *nick, MatchumPostingKind *kind)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kind_nicks); i++)
    if (g_str_equal (nick, kind_nicks[i]))
      {
        if (kind != NULL)
          *kind = (MatchumPostingKind) i;
        return TRUE;
      }
  return FALSE;
}
