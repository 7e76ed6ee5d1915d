/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sitting over the words of a block. The text in the view belongs to the one who types: it is touched only where
 * the library comes to say something that was not written here, and never while an input method is at work. Where a
 * posting is open, the words go into the resume itself or to that posting alone, as a toggle below them says; words
 * that were typed already go along when it is turned. */
#include "config.h"

#include "ui/matchum-block-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-block-edit.h"

#define PAUSE_MS 400

struct _MatchumBlockEditor {
  MatchumWordsEditor parent_instance;

  MatchumWordsView *view; /* the one of the parent */
  GtkToggleButton *resume_button;
  GtkToggleButton *posting_button; /* active where the words are the posting's own */
  MatchumWorkspace *workspace;
  MatchumWorkspaceBaseline *baseline;
  MatchumWorkspacePosting *posting; /* or NULL */
  MatchumWordsPlace place;
  char *block;
  MatchumBlockKind kind;
  char *merge_key;
  char *original; /* the words when the sitting began; */
  char *known;    /* as the library had them when it was last heard of; */
  char *asked;    /* and those that it was last asked to keep: of the place */

  /* What the library had of all places when the sitting began, and where it wrote since */
  char *first_words;    /* of the resume */
  char *first_wording;  /* of the posting; NULL: none */
  char *first_replaced; /* what that stands for; NULL where nobody knows */
  gboolean has_written[MATCHUM_N_WORDS_PLACES];

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

/* The posting's own words, or NULL. */
static const char *
get_wording (MatchumBlockEditor *self)
{
  return self->posting != NULL
             ? matchum_application_get_wording (matchum_workspace_posting_get_application (self->posting), self->block)
             : NULL;
}

/* The words of a place as the library has them, those of the resume where the posting has none; NULL where the block is
 * gone. */
static char *
dup_kept (MatchumBlockEditor *self, MatchumWordsPlace place)
{
  const char *wording = place == MATCHUM_WORDS_OF_POSTING ? get_wording (self) : NULL;
  MatchumResume *resume;
  const MatchumBlock *block = find_block (self, &resume);

  if (block == NULL)
    return NULL;
  return wording != NULL ? g_strdup (wording) : matchum_block_edit_dup_markdown (resume, block->index);
}

/* The words of a place where nothing is written there in this sitting. */
static const char *
get_first (MatchumBlockEditor *self, MatchumWordsPlace place)
{
  return place == MATCHUM_WORDS_OF_POSTING && self->first_wording != NULL ? self->first_wording : self->first_words;
}

/* Words of its own that are those of the resume are none. text: NULL takes them away. */
static void
write_wording (MatchumBlockEditor *self, const char *text)
{
  const char *replaced = self->first_replaced != NULL ? self->first_replaced : self->first_words;

  if (g_strcmp0 (text, self->first_words) == 0)
    text = NULL;
  matchum_workspace_set_wording_in (self->workspace, self->posting, self->block, text, replaced, self->merge_key);
}

static void
write_to (MatchumBlockEditor *self, MatchumWordsPlace place, const char *text)
{
  self->is_unsure = TRUE;
  self->is_refused = FALSE;
  self->has_written[place] = TRUE;
  if (place == MATCHUM_WORDS_OF_POSTING)
    write_wording (self, text);
  else
    matchum_workspace_set_words_in (self->workspace, self->baseline, self->block, text, self->merge_key);
}

static void
ask (MatchumBlockEditor *self, const char *text)
{
  MatchumResume *resume;

  if ((g_str_equal (text, self->asked) && !self->is_refused) || find_block (self, &resume) == NULL)
    return;
  set_string (&self->asked, text);
  write_to (self, self->place, text);
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

/* The words of the place are those that the library has. */
static void
note_words (MatchumBlockEditor *self, const char *words)
{
  set_string (&self->original, words);
  set_string (&self->known, words);
  set_string (&self->asked, words);
}

/* What a sitting begins with, of the place that was not written to. */
static void
note_first (MatchumBlockEditor *self)
{
  const char *wording = get_wording (self);
  const char *replaced = NULL;

  if (!self->has_written[MATCHUM_WORDS_OF_RESUME])
    {
      g_free (self->first_words);
      self->first_words = dup_kept (self, MATCHUM_WORDS_OF_RESUME);
    }
  if (self->has_written[MATCHUM_WORDS_OF_POSTING])
    return;
  if (wording != NULL)
    replaced =
        matchum_application_get_replaced (matchum_workspace_posting_get_application (self->posting), self->block);
  set_string (&self->first_wording, wording);
  set_string (&self->first_replaced, replaced);
}

/* Begins the sitting anew with the words that came from elsewhere. */
static void
take_words (MatchumBlockEditor *self, const char *words)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  note_words (self, words);
  memset (self->has_written, 0, sizeof self->has_written);
  note_first (self);
  g_free (self->merge_key);
  self->merge_key = g_uuid_string_random ();
  self->is_fresh = FALSE;
  self->is_stale = FALSE;
  matchum_words_view_replace_text (self->view, words);
}

/* Whether the words in the library are what comes of those that it was asked to keep: signs that would make something
 * else of them are escaped there, and lines that cannot be are joined. To ask again would then change nothing. */
static gboolean
is_answer (MatchumBlockEditor *self, const char *words)
{
  MatchumResume *resume;
  const MatchumBlock *block = find_block (self, &resume);
  g_autofree char *source = NULL;

  if (g_str_equal (words, self->asked))
    return TRUE;
  if (!self->is_unsure || self->place != MATCHUM_WORDS_OF_RESUME)
    return FALSE;
  source = matchum_block_edit_replace (resume, block->index, self->asked);
  return source != NULL && g_str_equal (source, matchum_source_get_text (matchum_resume_get_source (resume)));
}

/* Whether what is open is what is edited. */
static gboolean
is_open (MatchumBlockEditor *self)
{
  return matchum_workspace_get_baseline (self->workspace) == self->baseline
         && (self->place == MATCHUM_WORDS_OF_RESUME
             || matchum_workspace_get_current (self->workspace) == self->posting);
}

static void
rewritten_cb (MatchumBlockEditor *self)
{
  g_autofree char *words = NULL;

  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  if (has_ended (self) || !is_open (self))
    return;
  words = dup_kept (self, self->place);
  if (words == NULL)
    {
      matchum_words_editor_end (MATCHUM_WORDS_EDITOR (self), MATCHUM_WORDS_EDITOR_GONE);
      return;
    }
  note_first (self);
  if (is_answer (self, words))
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

/* A place that was written to in this sitting has again what it had before. */
static void
restore (MatchumBlockEditor *self, MatchumWordsPlace place)
{
  MatchumResume *resume;

  if (!self->has_written[place] || find_block (self, &resume) == NULL)
    return;
  write_to (self, place, place == MATCHUM_WORDS_OF_POSTING ? self->first_wording : self->first_words);
  self->has_written[place] = FALSE;
}

/* Keeps the words, or does what their being gone means. */
static void
keep (MatchumBlockEditor *self)
{
  g_autofree char *text = matchum_words_view_dup_text (self->view);

  if (is_untouched (self, text) && !self->is_fresh)
    ask (self, text);
  else if (is_blank (text) && self->place == MATCHUM_WORDS_OF_POSTING)
    ask (self, self->first_words); /* words of its own that are empty are none */
  else if (is_untouched (self, text) || is_blank (text))
    remove_block (self);
  else
    ask (self, text);
}

static void
give_back (MatchumBlockEditor *self)
{
  if (self->is_fresh)
    {
      remove_block (self);
      return;
    }
  for (guint place = 0; place < MATCHUM_N_WORDS_PLACES; place++)
    restore (self, place);
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

/* The place */

static void
update_place (MatchumBlockEditor *self)
{
  gboolean is_own = self->place == MATCHUM_WORDS_OF_POSTING;
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->posting_button));

  gtk_toggle_button_set_active (is_own ? self->posting_button : self->resume_button, TRUE);
  gtk_widget_set_visible (box, self->posting != NULL && !self->is_fresh);
  matchum_words_editor_set_caption (MATCHUM_WORDS_EDITOR (self),
                                    is_own ? _ ("Only this posting gets these words: the resume stays as it is")
                                           : _ ("This edits the resume itself: every application follows"));
  matchum_words_editor_show_caption (MATCHUM_WORDS_EDITOR (self), self->posting != NULL);
}

/* Words that were typed go along to the other place, and the place that they leave has again what it had; words meant
 * for one posting that turn out to be for all are not its own any more. */
static void
take_along (MatchumBlockEditor *self, MatchumWordsPlace place, const char *text)
{
  if (self->place == MATCHUM_WORDS_OF_RESUME)
    restore (self, MATCHUM_WORDS_OF_RESUME);
  else if (self->has_written[MATCHUM_WORDS_OF_POSTING] || self->first_wording != NULL)
    write_to (self, MATCHUM_WORDS_OF_POSTING, NULL);
  self->place = place;
  note_words (self, get_first (self, place));
  ask (self, text);
}

static void
move_to (MatchumBlockEditor *self, MatchumWordsPlace place)
{
  g_autofree char *text = matchum_words_view_dup_text (self->view);
  MatchumResume *resume;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (find_block (self, &resume) == NULL)
    return;
  if (!is_untouched (self, text) && !is_blank (text))
    {
      take_along (self, place, text);
      return;
    }
  restore (self, self->place);
  self->place = place;
  note_words (self, get_first (self, place));
  if (!g_str_equal (text, self->original))
    matchum_words_view_replace_text (self->view, self->original);
}

static void
toggled_cb (MatchumBlockEditor *self)
{
  MatchumWordsPlace place =
      gtk_toggle_button_get_active (self->posting_button) ? MATCHUM_WORDS_OF_POSTING : MATCHUM_WORDS_OF_RESUME;

  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  if (place == self->place || has_ended (self))
    return;
  move_to (self, place);
  update_place (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view)); /* it is the words that one goes on with */
}

/* Words for the resume go on being typed when another posting is opened. */
static void
current_cb (MatchumBlockEditor *self)
{
  g_assert (MATCHUM_IS_BLOCK_EDITOR (self));

  if (has_ended (self) || self->place == MATCHUM_WORDS_OF_POSTING)
    return;
  g_set_object (&self->posting, matchum_workspace_get_current (self->workspace));
  self->has_written[MATCHUM_WORDS_OF_POSTING] = FALSE;
  note_first (self);
  update_place (self);
}

static GtkToggleButton *
add_toggle (GtkWidget *box, const char *label, const char *name, const char *tooltip, GtkToggleButton *group)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *words = gtk_label_new_with_mnemonic (label);

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_box_append (GTK_BOX (box), button);
  return GTK_TOGGLE_BUTTON (button);
}

static void
add_places (MatchumBlockEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "places");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where the words go"), -1);
  /* Translators: on a button; words that are edited go into the resume itself. */
  self->resume_button =
      add_toggle (box, _ ("In the _Resume"), _ ("In the Resume"), _ ("Every application follows (F2)"), NULL);
  /* Translators: on a button; words that are edited are for one posting, and the resume keeps its own. */
  self->posting_button = add_toggle (box, _ ("Only for This _Posting"), _ ("Only for This Posting"),
                                     _ ("The resume keeps its own words (Shift+F2)"), self->resume_button);
  g_signal_connect_object (self->posting_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  matchum_words_editor_set_footer (MATCHUM_WORDS_EDITOR (self), box);
}

/* The widget */

static void
matchum_block_editor_dispose (GObject *object)
{
  MatchumBlockEditor *self = MATCHUM_BLOCK_EDITOR (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->view = NULL;
  g_clear_object (&self->posting);
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
  g_free (self->first_words);
  g_free (self->first_wording);
  g_free (self->first_replaced);

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
  add_places (self);
}

static void
connect_workspace (MatchumBlockEditor *self)
{
  g_signal_connect_object (self->workspace, "rewritten", G_CALLBACK (rewritten_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::current", G_CALLBACK (current_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
matchum_block_editor_new (MatchumWorkspace *workspace, guint block, const char *added_with)
{
  MatchumBlockEditor *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (matchum_block_editor_is_possible (workspace, block), NULL);

  self = g_object_new (MATCHUM_TYPE_BLOCK_EDITOR, NULL);
  self->workspace = g_object_ref (workspace);
  self->baseline = g_object_ref (matchum_workspace_get_baseline (workspace));
  g_set_object (&self->posting, matchum_workspace_get_current (workspace));
  self->block = g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (workspace), block)->id);
  self->kind = matchum_resume_get_block (matchum_workspace_get_resume (workspace), block)->kind;
  self->is_fresh = added_with != NULL;
  self->merge_key = added_with != NULL ? g_strdup (added_with) : g_uuid_string_random ();
  note_first (self);
  self->place = self->first_wording != NULL ? MATCHUM_WORDS_OF_POSTING : MATCHUM_WORDS_OF_RESUME;
  note_words (self, self->first_wording != NULL ? self->first_wording : self->first_words);
  show_words (self);
  update_place (self);
  connect_workspace (self);
  return GTK_WIDGET (self);
}

MatchumWordsPlace
matchum_block_editor_get_place (MatchumBlockEditor *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_EDITOR (self), MATCHUM_WORDS_OF_RESUME);

  return self->place;
}

void
matchum_block_editor_set_place (MatchumBlockEditor *self, MatchumWordsPlace place)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_EDITOR (self));

  if (place == self->place || has_ended (self) || self->posting == NULL || self->is_fresh)
    return;
  move_to (self, place);
  update_place (self);
}

void
matchum_block_editor_merge (MatchumBlockEditor *self, const char *merge_key, const char *replaced)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_EDITOR (self));
  g_return_if_fail (merge_key != NULL);

  set_string (&self->merge_key, merge_key);
  set_string (&self->first_replaced, replaced);
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

  return is_open (self) && g_str_equal (block->id, self->block);
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
  const MatchumBlock *found;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), FALSE);

  resume = matchum_workspace_get_resume (workspace);
  if (resume == NULL || block >= matchum_resume_get_n_blocks (resume)
      || matchum_library_get_read_only_reason (matchum_workspace_get_library (workspace)) != NULL)
    return FALSE;
  /* A posting's own title line is no block of the resume. */
  found = matchum_workspace_find_in_baseline (workspace, matchum_resume_get_block (resume, block)->id);
  return found != NULL
         && matchum_block_edit_is_possible (matchum_workspace_baseline_get_resume (
                                                matchum_workspace_get_baseline (workspace)),
                                            found->index);
}
