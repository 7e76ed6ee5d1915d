/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sitting over the words of a block. The text in the view belongs to the one who types: it is touched only where
 * the library comes to say something that was not written here, and never while an input method is at work. */
#include "config.h"

#include "ui/matchum-block-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-block-edit.h"

#define PAUSE_MS 400

struct _MatchumBlockEditor {
  MatchumWordsEditor parent_instance;

  MatchumWordsView *view; /* the one of the parent */
  MatchumWorkspace *workspace;
  MatchumWorkspaceBaseline *baseline;
  char *block;
  MatchumBlockKind kind;
  char *merge_key;
  char *original; /* the words when the sitting began */
  char *known;    /* the words as the library had them when it was last heard of */
  char *asked;    /* the words that it was last asked to keep */
  gboolean is_fresh;
  gboolean is_unsure;  /* asked, and not heard since */
  gboolean is_refused; /* what was asked could not be written */
  gboolean is_stale;   /* other words are to be shown as soon as nothing is being composed */
  gboolean is_removed;
  guint n_below;
  guint pause_id;
};

G_DEFINE_FINAL_TYPE (MatchumBlockEditor, matchum_block_editor, MATCHUM_TYPE_WORDS_EDITOR)

static gboolean
has_ended (MatchumBlockEditor *self)
{
  return matchum_words_editor_has_ended (MATCHUM_WORDS_EDITOR (self));
}

/* Writing */

/* The block as it is now; NULL where it is gone. */
static const MatchumBlock *
find_block (MatchumBlockEditor *self, MatchumResume **resume)
{
  *resume = matchum_workspace_baseline_get_resume (self->baseline);
  return *resume != NULL ? matchum_resume_lookup (*resume, self->block) : NULL;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
set_string (char **string, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*string);
  *string = copy;
}

static void
ask (MatchumBlockEditor *self, const char *text)
{
  MatchumResume *resume;

  if ((g_str_equal (text, self->asked) && !self->is_refused) || find_block (self, &resume) == NULL)
    return;
  set_string (&self->asked, text);
  self->is_unsure = TRUE;
  self->is_refused = FALSE;
  matchum_workspace_set_words_in (self->workspace, self->baseline, self->block, text, self->merge_key);
}

/* Words that are gone for a moment are not yet a wish to be rid of the item. */
static void
write_words (MatchumBlockEditor *self)
{
  g_autofree char *text = matchum_words_view_dup_text (self->view);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!is_blank (text))
    ask (self, text);
}

static gboolean
pause_cb (gpointer user_data)
{
  MatchumBlockEditor *self = user_data;

  self->pause_id = 0;
  write_words (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (MatchumBlockEditor *self)
{
  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  if (has_ended (self))
    return;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, pause_cb, self);
}

/* What the library says */

/* Begins the sitting anew with the words that came from elsewhere. */
static void
take_words (MatchumBlockEditor *self, const char *words)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  set_string (&self->original, words);
  set_string (&self->known, words);
  set_string (&self->asked, words);
  g_free (self->merge_key);
  self->merge_key = g_uuid_string_random ();
  self->is_fresh = FALSE;
  self->is_stale = FALSE;
  matchum_words_view_replace_text (self->view, words);
}

/* Whether the words in the library are what comes of those that it was asked to keep: signs that would make something
 * else of them are escaped there, and lines that cannot be are joined. To ask again would then change nothing. */
static gboolean
is_answer (MatchumBlockEditor *self, MatchumResume *resume, guint block, const char *words)
{
  g_autofree char *source = NULL;

  if (g_str_equal (words, self->asked))
    return TRUE;
  if (!self->is_unsure)
    return FALSE;
  source = matchum_block_edit_replace (resume, block, self->asked);
  return source != NULL && g_str_equal (source, matchum_source_get_text (matchum_resume_get_source (resume)));
}

static void
rewritten_cb (MatchumBlockEditor *self)
{
  MatchumResume *resume;
  const MatchumBlock *block;
  g_autofree char *words = NULL;

  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  if (has_ended (self) || matchum_workspace_get_baseline (self->workspace) != self->baseline)
    return;
  block = find_block (self, &resume);
  words = block != NULL ? matchum_block_edit_dup_markdown (resume, block->index) : NULL;
  if (words == NULL)
    {
      matchum_words_editor_end (MATCHUM_WORDS_EDITOR (self), MATCHUM_WORDS_EDITOR_GONE);
      return;
    }
  if (is_answer (self, resume, block->index, words))
    set_string (&self->known, words);
  else if (!g_str_equal (words, self->known) || self->is_stale)
    {
      set_string (&self->known, words);
      self->is_stale = matchum_words_view_is_composing (self->view);
      if (!self->is_stale)
        take_words (self, words);
    }
  self->is_unsure = FALSE;
}

static void
composed_cb (MatchumBlockEditor *self)
{
  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  if (self->is_stale && !has_ended (self))
    {
      g_autofree char *words = g_strdup (self->known);

      take_words (self, words);
    }
}

/* What was asked is to be asked again. */
static void
failed_cb (MatchumBlockEditor *self)
{
  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  self->is_refused = self->is_unsure;
  self->is_unsure = FALSE;
}

/* The end */

static void
remove_block (MatchumBlockEditor *self)
{
  MatchumResume *resume;
  const MatchumBlock *block = find_block (self, &resume);
  g_autofree char *source = NULL;

  if (block == NULL)
    return;
  source = matchum_block_edit_remove (resume, block->index);
  if (source == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      ask (self, self->original);
      return;
    }
  self->is_removed = TRUE;
  self->n_below = block->end - block->index - 1;
  matchum_workspace_remove_block_in (self->workspace, self->baseline, self->block, self->merge_key);
}

static gboolean
is_untouched (MatchumBlockEditor *self, const char *text)
{
  return g_str_equal (text, self->original);
}

/* Keeps the words, or does what their being gone means. */
static void
keep (MatchumBlockEditor *self)
{
  g_autofree char *text = matchum_words_view_dup_text (self->view);

  if (is_untouched (self, text) && !self->is_fresh)
    ask (self, text);
  else if (is_untouched (self, text) || is_blank (text))
    remove_block (self);
  else
    ask (self, text);
}

static void
give_back (MatchumBlockEditor *self)
{
  if (self->is_fresh)
    remove_block (self);
  else
    ask (self, self->original);
}

static void
matchum_block_editor_pause (MatchumWordsEditor *editor)
{
  write_words (MATCHUM_BLOCK_EDITOR (editor));
}

/* What the end of the sitting asks of the library. */
static void
matchum_block_editor_finish (MatchumWordsEditor *editor, MatchumWordsEditorEnd end)
{
  MatchumBlockEditor *self = MATCHUM_BLOCK_EDITOR (editor);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (end == MATCHUM_WORDS_EDITOR_GIVEN_BACK)
    give_back (self);
  else if (end != MATCHUM_WORDS_EDITOR_GONE)
    keep (self);
}

/* Enter */

static gboolean
break_line (MatchumBlockEditor *self)
{
  if (self->kind != MATCHUM_BLOCK_ITEM && self->kind != MATCHUM_BLOCK_PARAGRAPH)
    return FALSE;
  matchum_words_view_break_line (self->view);
  return TRUE;
}

static gboolean
matchum_block_editor_enter (MatchumWordsEditor *editor, GdkModifierType modifiers)
{
  MatchumBlockEditor *self = MATCHUM_BLOCK_EDITOR (editor);
  g_autofree char *text = matchum_words_editor_dup_text (editor);

  if (modifiers == GDK_SHIFT_MASK)
    return break_line (self);
  if (modifiers == GDK_CONTROL_MASK && (is_blank (text) || (self->is_fresh && is_untouched (self, text))))
    return FALSE;
  matchum_words_editor_end (editor,
                            modifiers == GDK_CONTROL_MASK ? MATCHUM_WORDS_EDITOR_CONTINUED : MATCHUM_WORDS_EDITOR_KEPT);
  return TRUE;
}

/* Caption */

static void
update_caption (MatchumBlockEditor *self)
{
  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  matchum_words_editor_show_caption (MATCHUM_WORDS_EDITOR (self),
                                     matchum_workspace_get_current (self->workspace) != NULL);
}

/* The widget */

static void
matchum_block_editor_dispose (GObject *object)
{
  MatchumBlockEditor *self = MATCHUM_BLOCK_EDITOR (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->view = NULL;
  g_clear_object (&self->baseline);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (matchum_block_editor_parent_class)->dispose (object);
}

static void
matchum_block_editor_finalize (GObject *object)
{
  MatchumBlockEditor *self = MATCHUM_BLOCK_EDITOR (object);

  g_free (self->block);
  g_free (self->merge_key);
  g_free (self->original);
  g_free (self->known);
  g_free (self->asked);

  G_OBJECT_CLASS (matchum_block_editor_parent_class)->finalize (object);
}

static void
matchum_block_editor_class_init (MatchumBlockEditorClass *klass)
{
  MatchumWordsEditorClass *editor_class = MATCHUM_WORDS_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_block_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = matchum_block_editor_finalize;
  editor_class->enter = matchum_block_editor_enter;
  editor_class->pause = matchum_block_editor_pause;
  editor_class->finish = matchum_block_editor_finish;
}

static void
matchum_block_editor_init (MatchumBlockEditor *self)
{
}

static void
show_words (MatchumBlockEditor *self)
{
  MatchumWordsEditor *editor = MATCHUM_WORDS_EDITOR (self);

  matchum_words_editor_set_up (
      editor, self->kind, self->original, _ ("Editing the Item"),
      _ ("Enter keeps the words, Shift and Enter break the line, Control and Enter add an item below, Escape gives the "
         "old words back"),
      _ ("This edits the resume itself: every application follows"));
  self->view = matchum_words_editor_get_view (editor);
  g_signal_connect_object (self->view, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "composed", G_CALLBACK (composed_cb), self, G_CONNECT_SWAPPED);
}

static void
connect_workspace (MatchumBlockEditor *self)
{
  g_signal_connect_object (self->workspace, "rewritten", G_CALLBACK (rewritten_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::current", G_CALLBACK (update_caption), self, G_CONNECT_SWAPPED);
}

GtkWidget *
matchum_block_editor_new (MatchumWorkspace *workspace, guint block, const char *added_with)
{
  MatchumBlockEditor *self;
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (matchum_block_editor_is_possible (workspace, block), NULL);

  self = g_object_new (MATCHUM_TYPE_BLOCK_EDITOR, NULL);
  resume = matchum_workspace_get_resume (workspace);
  self->workspace = g_object_ref (workspace);
  self->baseline = g_object_ref (matchum_workspace_get_baseline (workspace));
  self->block = g_strdup (matchum_resume_get_block (resume, block)->id);
  self->kind = matchum_resume_get_block (resume, block)->kind;
  self->original = matchum_block_edit_dup_markdown (resume, block);
  self->known = g_strdup (self->original);
  self->asked = g_strdup (self->original);
  self->is_fresh = added_with != NULL;
  self->merge_key = added_with != NULL ? g_strdup (added_with) : g_uuid_string_random ();
  show_words (self);
  update_caption (self);
  connect_workspace (self);
  return GTK_WIDGET (self);
}

const char *
matchum_block_editor_get_block_id (MatchumBlockEditor *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_EDITOR (self), NULL);

  return self->block;
}

gboolean
matchum_block_editor_is_of (MatchumBlockEditor *self, const MatchumBlock *block)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_EDITOR (self), FALSE);
  g_return_val_if_fail (block != NULL, FALSE);

  return matchum_workspace_get_baseline (self->workspace) == self->baseline && g_str_equal (block->id, self->block);
}

gboolean
matchum_block_editor_is_fresh (MatchumBlockEditor *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_EDITOR (self), FALSE);

  return self->is_fresh;
}

void
matchum_block_editor_set_text (MatchumBlockEditor *self, const char *text)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_EDITOR (self));
  g_return_if_fail (text != NULL);

  matchum_words_view_replace_text (self->view, text);
}

void
matchum_block_editor_start (MatchumBlockEditor *self, gsize offset)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_EDITOR (self));

  matchum_words_editor_start (MATCHUM_WORDS_EDITOR (self), offset);
  if (self->is_fresh)
    matchum_words_view_select_all (self->view);
}

gboolean
matchum_block_editor_get_removed (MatchumBlockEditor *self, guint *n_below)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_EDITOR (self), FALSE);

  if (n_below != NULL)
    *n_below = self->n_below;
  return self->is_removed;
}

gboolean
matchum_block_editor_is_unsure (MatchumBlockEditor *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_EDITOR (self), FALSE);

  return self->is_unsure;
}

gboolean
matchum_block_editor_is_possible (MatchumWorkspace *workspace, guint block)
{
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), FALSE);

  resume = matchum_workspace_get_resume (workspace);
  return resume != NULL && block < matchum_resume_get_n_blocks (resume)
         && matchum_library_get_read_only_reason (matchum_workspace_get_library (workspace)) == NULL
         && matchum_block_edit_is_possible (resume, block);
}
