/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sitting over the words of a block. The text in the view belongs to the one who types: it is touched only where
 * the library comes to say something that was not written here, and never while an input method is at work. */
#include "config.h"

#include "ui/matchum-block-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-block-edit.h"
#include "ui/matchum-word-breaks.h"
#include "ui/matchum-words-view.h"

#define PAUSE_MS 400
/* Pixels between the words and the caption, room for the frame around the words among them. */
#define CAPTION_SPACE 6

struct _MatchumBlockEditor {
  GtkWidget parent_instance;

  MatchumWordsView *view;
  GtkLabel *caption;

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

  gboolean is_ended;
  gboolean is_told;
  MatchumBlockEditorEnd end;

  guint pause_id;
  guint leave_id;
  guint reveal_id;
  gboolean is_placed; /* it was given its width */
  guint tell_id;
};

enum { ENDED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumBlockEditor, matchum_block_editor, GTK_TYPE_WIDGET)

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

  if (self->is_ended)
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

  if (self->is_ended || matchum_workspace_get_baseline (self->workspace) != self->baseline)
    return;
  block = find_block (self, &resume);
  words = block != NULL ? matchum_block_edit_dup_markdown (resume, block->index) : NULL;
  if (words == NULL)
    {
      matchum_block_editor_end (self, MATCHUM_BLOCK_EDITOR_GONE);
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

  if (self->is_stale && !self->is_ended)
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
clear_sources (MatchumBlockEditor *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_handle_id (&self->leave_id, g_source_remove);
  g_clear_handle_id (&self->reveal_id, g_source_remove);
}

/* What the end of the sitting asks of the library. */
static void
finish (MatchumBlockEditor *self, MatchumBlockEditorEnd end)
{
  if (self->is_ended)
    return;
  self->is_ended = TRUE;
  self->end = end;
  clear_sources (self);
  if (end == MATCHUM_BLOCK_EDITOR_GIVEN_BACK)
    give_back (self);
  else if (end != MATCHUM_BLOCK_EDITOR_GONE)
    keep (self);
}

static void
tell (MatchumBlockEditor *self)
{
  if (self->is_told)
    return;
  self->is_told = TRUE;
  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_signal_emit (self, signals[ENDED], 0, (int) self->end);
}

/* Focus */

static gboolean
has_focus (MatchumBlockEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* A window that has not yet let go of a focus that was hidden must not lose the widget of it on top: GTK 4.8 would
 * never let go of what was hidden. */
static gboolean
tell_cb (gpointer user_data)
{
  MatchumBlockEditor *self = user_data;

  self->tell_id = 0;
  if (has_focus (self))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  tell (self);
  return G_SOURCE_REMOVE;
}

/* Whether the row is out of sight only, in a list that is seen. */
static gboolean
is_scrolled_away (MatchumBlockEditor *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);

  return list != NULL && gtk_widget_get_mapped (list);
}

static gboolean
leave_cb (gpointer user_data)
{
  MatchumBlockEditor *self = user_data;

  self->leave_id = 0;
  if (has_focus (self))
    {
      write_words (self); /* it is the window that is not looked at any more */
      return G_SOURCE_REMOVE;
    }
  /* A list gives the focus of a row that is scrolled out of sight to another one, where the letters of somebody who
   * types on would be commands. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && is_scrolled_away (self))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  matchum_block_editor_end (self, MATCHUM_BLOCK_EDITOR_LEFT);
  return G_SOURCE_REMOVE;
}

/* Where the focus goes is known only when it is there. */
static void
focus_left_cb (MatchumBlockEditor *self)
{
  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  if (!self->is_ended && self->leave_id == 0)
    self->leave_id = g_idle_add_full (G_PRIORITY_DEFAULT, leave_cb, self, NULL);
}

/* Keys */

static gboolean
ring (MatchumBlockEditor *self)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
break_line (MatchumBlockEditor *self)
{
  if (self->kind != MATCHUM_BLOCK_ITEM && self->kind != MATCHUM_BLOCK_PARAGRAPH)
    return ring (self);
  matchum_words_view_break_line (self->view);
  return TRUE;
}

static gboolean
enter (MatchumBlockEditor *self, GdkModifierType modifiers)
{
  g_autofree char *text = matchum_words_view_dup_text (self->view);

  if (modifiers == GDK_SHIFT_MASK)
    return break_line (self);
  if (modifiers == GDK_CONTROL_MASK && (is_blank (text) || (self->is_fresh && is_untouched (self, text))))
    return ring (self);
  matchum_block_editor_end (self,
                            modifiers == GDK_CONTROL_MASK ? MATCHUM_BLOCK_EDITOR_CONTINUED : MATCHUM_BLOCK_EDITOR_KEPT);
  return TRUE;
}

static gboolean
key_pressed_cb (MatchumBlockEditor *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  if (matchum_words_view_is_end_of_undo (self->view, keyval, modifiers))
    return ring (self);
  if (!is_enter && (keyval != GDK_KEY_Escape || modifiers != 0))
    return FALSE;
  if (matchum_words_view_filter_key (self->view, controller))
    return TRUE;
  if (is_enter && (modifiers == 0 || modifiers == GDK_SHIFT_MASK || modifiers == GDK_CONTROL_MASK))
    return enter (self, modifiers);
  if (!is_enter)
    matchum_block_editor_end (self, MATCHUM_BLOCK_EDITOR_GIVEN_BACK);
  return TRUE;
}

/* The cursor in the list */

static gboolean
reveal_cb (gpointer user_data)
{
  MatchumBlockEditor *self = user_data;

  self->reveal_id = 0;
  /* Where it has no place yet, its lines are as long as a letter, and the cursor is far below. */
  if (has_focus (self) && self->is_placed)
    matchum_words_view_reveal_cursor (self->view);
  return G_SOURCE_REMOVE;
}

/* Once everything is where it belongs. */
static void
queue_reveal (MatchumBlockEditor *self)
{
  if (self->reveal_id == 0 && !self->is_ended)
    self->reveal_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal_cb, self, NULL);
}

/* Caption */

static void
update_caption (MatchumBlockEditor *self)
{
  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->caption), matchum_workspace_get_current (self->workspace) != NULL);
}

/* The widget */

static GtkSizeRequestMode
matchum_block_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum;

  if (!gtk_widget_get_visible (child))
    return 0;
  gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
matchum_block_editor_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  MatchumBlockEditor *self = MATCHUM_BLOCK_EDITOR (widget);
  int caption;

  /* The height does not decide the width. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  *minimum = measure_child (GTK_WIDGET (self->view), orientation, for_size);
  caption = measure_child (GTK_WIDGET (self->caption), orientation, for_size);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (*minimum, caption);
  else if (caption > 0)
    *minimum += CAPTION_SPACE + caption;
  *natural = *minimum;
  *minimum_baseline = *natural_baseline = -1;
}

static void
matchum_block_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MatchumBlockEditor *self = MATCHUM_BLOCK_EDITOR (widget);
  int words = measure_child (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, width);

  gtk_widget_allocate (GTK_WIDGET (self->view), width, words, -1, NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->caption)))
    {
      int caption = measure_child (GTK_WIDGET (self->caption), GTK_ORIENTATION_VERTICAL, width);
      GtkAllocation place = { 0, words + CAPTION_SPACE, width, caption };

      gtk_widget_size_allocate (GTK_WIDGET (self->caption), &place, -1);
    }
  queue_reveal (self);
  if (!self->is_placed)
    {
      self->is_placed = TRUE;
      queue_reveal (self);
    }
}

/* Whatever hides the list, another view or the window being closed, ends the sitting, while it can still be written. */
static void
matchum_block_editor_unmap (GtkWidget *widget)
{
  MatchumBlockEditor *self = MATCHUM_BLOCK_EDITOR (widget);

  GTK_WIDGET_CLASS (matchum_block_editor_parent_class)->unmap (widget);
  if (self->is_told)
    return;
  if (!self->is_ended && is_scrolled_away (self))
    {
      write_words (self);
      return;
    }
  finish (self, MATCHUM_BLOCK_EDITOR_LEFT);
  if (self->tell_id == 0)
    self->tell_id = g_idle_add (tell_cb, self);
}

static void
matchum_block_editor_dispose (GObject *object)
{
  MatchumBlockEditor *self = MATCHUM_BLOCK_EDITOR (object);

  clear_sources (self);
  g_clear_handle_id (&self->tell_id, g_source_remove);
  if (self->view != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->view)));
  if (self->caption != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->caption)));
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_block_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = matchum_block_editor_finalize;
  widget_class->get_request_mode = matchum_block_editor_get_request_mode;
  widget_class->measure = matchum_block_editor_measure;
  widget_class->size_allocate = matchum_block_editor_size_allocate;
  widget_class->unmap = matchum_block_editor_unmap;

  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "block-editor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
matchum_block_editor_init (MatchumBlockEditor *self)
{
}

static void
add_view (MatchumBlockEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkWidget *view = matchum_words_view_new (self->kind);

  self->view = MATCHUM_WORDS_VIEW (view);
  gtk_widget_set_parent (view, GTK_WIDGET (self));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Editing the Item"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      _ ("Enter keeps the words, Shift and Enter break the line, Control and Enter add an item below, Escape gives the "
         "old words back"),
      -1);
  g_signal_connect_object (view, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "composed", G_CALLBACK (composed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "notify::cursor-position",
                           G_CALLBACK (queue_reveal), self, G_CONNECT_SWAPPED);

  /* Added last, it comes before the controllers that the text view has of its own. */
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, key);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
add_caption (MatchumBlockEditor *self)
{
  GtkWidget *caption = gtk_label_new (_ ("This edits the resume itself: every application follows"));

  self->caption = GTK_LABEL (caption);
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_label_set_xalign (self->caption, 0);
  matchum_word_breaks_apply (self->caption);
  gtk_widget_add_css_class (caption, "quiet");
  gtk_widget_set_parent (caption, GTK_WIDGET (self));
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
  add_view (self);
  add_caption (self);
  matchum_words_view_set_text (self->view, self->original);
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

char *
matchum_block_editor_dup_text (MatchumBlockEditor *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_EDITOR (self), NULL);

  return matchum_words_view_dup_text (self->view);
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

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (self->is_fresh)
    matchum_words_view_select_all (self->view);
  else
    matchum_words_view_place_cursor (self->view, offset);
}

void
matchum_block_editor_end (MatchumBlockEditor *self, MatchumBlockEditorEnd end)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_EDITOR (self));

  g_object_ref (self);
  finish (self, end);
  tell (self);
  g_object_unref (self);
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
