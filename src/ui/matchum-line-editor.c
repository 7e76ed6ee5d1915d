/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sitting over the words of a line of a posting; a line break in them is where the line is to be split. */
#include "config.h"

#include "ui/matchum-line-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MatchumLineEditor {
  MatchumWordsEditor parent_instance;

  gboolean can_split;
};

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumLineEditor, matchum_line_editor, MATCHUM_TYPE_WORDS_EDITOR)

static gboolean
matchum_line_editor_enter (MatchumWordsEditor *editor, GdkModifierType modifiers)
{
  if (modifiers == 0)
    matchum_words_editor_end (editor, MATCHUM_WORDS_EDITOR_KEPT);
  else if (MATCHUM_LINE_EDITOR (editor)->can_split)
    matchum_words_view_break_line (matchum_words_editor_get_view (editor));
  else
    return FALSE;
  return TRUE;
}

static void
matchum_line_editor_finish (MatchumWordsEditor *editor, MatchumWordsEditorEnd end)
{
  g_signal_emit (editor, signals[DONE], 0, (int) end);
}

static void
matchum_line_editor_class_init (MatchumLineEditorClass *klass)
{
  MatchumWordsEditorClass *editor_class = MATCHUM_WORDS_EDITOR_CLASS (klass);

  editor_class->enter = matchum_line_editor_enter;
  editor_class->finish = matchum_line_editor_finish;
  /* Another window may open another posting, so that what was typed is kept before that. */
  editor_class->ends_with_window = TRUE;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
}

static void
matchum_line_editor_init (MatchumLineEditor *self)
{
}

static const char *
get_caption (MatchumLineEditorPurpose purpose)
{
  switch (purpose)
    {
    case MATCHUM_LINE_EDITOR_FOR_SPLIT:
      return _ ("Press Shift+Enter where the line is to be split, then Enter");
    case MATCHUM_LINE_EDITOR_FOR_HEADING:
      return _ ("Enter keeps the words, Escape gives the old ones back. The text of the posting stays as it is");
    case MATCHUM_LINE_EDITOR_FOR_WORDS:
    default:
      return _ ("Enter keeps the words, Shift+Enter splits the line, Escape gives the old words back. The text of the "
                "posting stays as it is");
    }
}

GtkWidget *
matchum_line_editor_new (const char *words, MatchumLineEditorPurpose purpose)
{
  MatchumLineEditor *self;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_LINE_EDITOR, NULL);
  self->can_split = purpose != MATCHUM_LINE_EDITOR_FOR_HEADING;
  matchum_words_editor_set_up (MATCHUM_WORDS_EDITOR (self), MATCHUM_BLOCK_PARAGRAPH, words, _ ("Editing the Line"),
                               get_caption (purpose), get_caption (purpose));
  return GTK_WIDGET (self);
}

/* The end of the sign nearest to the middle; 0 where there is none with words on both sides of it. */
static gsize
find_nearest (const char *words, const char *sign)
{
  gsize length = strlen (words), best = 0;

  for (const char *found = strstr (words, sign); found != NULL; found = strstr (found + 1, sign))
    {
      gsize end = (gsize) (found - words) + strlen (sign);

      if (found == words || end >= length)
        continue;
      if (best == 0 || ABS ((gssize) (2 * end - length)) < ABS ((gssize) (2 * best - length)))
        best = end;
    }
  return best;
}

gsize
matchum_line_editor_find_split (const char *words)
{
  /* By how surely they part two things. */
  static const char *const signs[] = { "; ",       ", ",  "，",  "、",  " 및 ", " and ",
                                       " 그리고 ", " · ", " / ", " & ", ". ",   "·" };

  g_return_val_if_fail (words != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize found = find_nearest (words, signs[i]);

      if (found > 0)
        return found;
    }
  return strlen (words);
}
