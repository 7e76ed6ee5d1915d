/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one block. A long list has some two hundred of these rows, so what most rows do without, the note and the
 * buttons, is made when first needed. */
#include "config.h"

#include "ui/matchum-block-row-private.h"

#include <glib/gi18n-lib.h>

#include "resume/matchum-block-edit.h"
#include "ui/matchum-block-buttons.h"
#include "ui/matchum-block-editor.h"
#include "ui/matchum-block-lead.h"
#include "ui/matchum-block-links.h"
#include "ui/matchum-block-menu.h"
#include "ui/matchum-block-note.h"
#include "ui/matchum-later.h"
#include "ui/matchum-line-layout.h"
#include "ui/matchum-list-focus.h"
#include "ui/matchum-tag-chips.h"
#include "ui/matchum-tailor-actions.h"
#include "ui/matchum-title-line-button.h"

#define INDENT_WIDTH 22 /* pixels for each level */

G_DEFINE_FINAL_TYPE (MatchumBlockRow, matchum_block_row, GTK_TYPE_BOX)

static void
set_css_class (gpointer widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static const char *
get_kind_class (const MatchumBlock *block)
{
  switch (block->kind)
    {
    case MATCHUM_BLOCK_TITLE:
      return "title";
    case MATCHUM_BLOCK_SECTION:
      return "section";
    case MATCHUM_BLOCK_ENTRY:
      return "entry";
    case MATCHUM_BLOCK_PARAGRAPH:
      return block->section == MATCHUM_SECTION_CONTACT ? "contact" : "paragraph";
    case MATCHUM_BLOCK_REMARK:
      return "remark";
    case MATCHUM_BLOCK_ITEM:
    default:
      return "item";
    }
}

/* Checks of sections and of their entries stand in the first column, those of items under the words of these, and so
 * on inwards. */
static guint
get_column (MatchumResume *resume, const MatchumBlock *block)
{
  guint column = 0;

  while (block->parent != MATCHUM_BLOCK_NONE)
    {
      const MatchumBlock *parent = matchum_resume_get_block (resume, block->parent);

      if (parent->kind == MATCHUM_BLOCK_TITLE)
        break;
      if (block->kind != MATCHUM_BLOCK_ENTRY || parent->kind != MATCHUM_BLOCK_SECTION)
        column++;
      block = parent;
    }
  return column;
}

static void
update_links (MatchumBlockRow *self, const MatchumBlockState *state)
{
  matchum_block_links_show_icon (&self->link_icon, GTK_WIDGET (self->text), state->link_text);
  matchum_block_links_show_button (&self->link_button, GTK_WIDGET (self->head), state->link_mark,
                                   matchum_block_object_get_block (self->object)->id);
}

/* Words are edited with a posting open and without; the choices of what is shown are made for a posting. */
static gboolean
can_edit_words (MatchumBlockRow *self)
{
  return matchum_block_editor_is_possible (matchum_block_object_get_workspace (self->object),
                                           matchum_block_object_get_index (self->object));
}

static void
update_buttons (MatchumBlockRow *self, const MatchumBlockState *state)
{
  gboolean is_editable = state->is_selected && self->editor == NULL && can_edit_words (self);

  matchum_block_buttons_update (&self->buttons, self->body, state, is_editable);
}

/* The name cannot be selected, and so has no other buttons. */
static void
update_title_line (MatchumBlockRow *self, const MatchumBlockState *state)
{
  if (self->title_line_button == NULL && state->offers_title_line)
    {
      self->title_line_button = matchum_title_line_button_new ();
      gtk_box_append (self->head, self->title_line_button);
    }
  if (self->title_line_button != NULL)
    gtk_widget_set_visible (self->title_line_button, state->offers_title_line);
}

static void
update_count (MatchumBlockRow *self, const MatchumBlockState *state)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->count), state->n_items > 0);
  if (state->n_items == 0)
    return;

  /* Translators: items shown of all items in a section. */
  text = g_strdup_printf (_ ("%u/%u"), state->n_shown, state->n_items);
  gtk_label_set_text (self->count, text);
}

static void
update_check (MatchumBlockRow *self, const MatchumBlockState *state)
{
  self->is_updating = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->check), state->check != MATCHUM_CHECK_NONE);
  gtk_check_button_set_active (self->check, state->check == MATCHUM_CHECK_ON);
  gtk_check_button_set_inconsistent (self->check, state->check == MATCHUM_CHECK_MIXED);
  self->is_updating = FALSE;
}

/* What the row shows, in words, for those who hear it. */
static void
update_accessible_label (MatchumBlockRow *self, const MatchumBlockState *state)
{
  const char *text = matchum_block_get_text (matchum_block_object_get_block (self->object));
  g_autofree char *keys = matchum_block_keys_dup_words (state);
  g_autofree char *tags = matchum_tag_chips_dup_words (state);
  g_autoptr (GString) label = g_string_new (text);

  if (keys != NULL)
    g_string_append_printf (label, "; %s", keys);
  if (tags != NULL)
    g_string_append_printf (label, "; %s", tags);
  if (state->note_text != NULL)
    g_string_append_printf (label, "; %s", state->note_text);
  else if (!state->is_visible)
    g_string_append_printf (label, "; %s", _ ("not shown"));
  if (state->link_text != NULL)
    g_string_append_printf (label, "; %s", state->link_text);
  if (state->link_mark != NULL)
    g_string_append_printf (label, "; %s", state->link_mark);
  if (self->editor != NULL)
    /* Translators: read aloud after the words of an item of the resume, which are being edited. */
    g_string_append_printf (label, "; %s", _ ("editing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
}

/* In a compact list, only the rows that are looked at have more than one line. */
static void
update_lines (MatchumBlockRow *self, const MatchumBlockState *state)
{
  matchum_marked_label_set_single_line (self->text, self->compact && !state->is_selected && !state->has_hint
                                                        && state->emphasis != MATCHUM_EMPHASIS_LIT);
}

static gboolean
notes_the_same (const MatchumBlockState *state, const MatchumBlockState *other)
{
  return state->note == other->note && g_strcmp0 (state->note_text, other->note_text) == 0;
}

static gboolean
links_the_same (const MatchumBlockState *state, const MatchumBlockState *other)
{
  return g_strcmp0 (state->link_text, other->link_text) == 0 && g_strcmp0 (state->link_mark, other->link_mark) == 0;
}

static gboolean
says_the_same (const MatchumBlockState *state, const MatchumBlockState *other)
{
  return state->is_visible == other->is_visible && g_strcmp0 (state->note_text, other->note_text) == 0
         && links_the_same (state, other) && matchum_block_state_has_same_tags (state, other);
}

/* Selecting a requirement changes the emphasis of every row and hardly anything else: so each part is touched only
 * where it says something new. */
static void
update (MatchumBlockRow *self)
{
  MatchumBlockState *state = matchum_block_object_get_state (self->object);
  const MatchumBlockState *before = self->shown;
  gboolean has_new_keys = before == NULL || !matchum_block_state_has_same_keys (before, state);

  set_css_class (self, "off", !state->is_visible);
  set_css_class (self, "lit", state->emphasis == MATCHUM_EMPHASIS_LIT);
  set_css_class (self, "faded", state->emphasis == MATCHUM_EMPHASIS_FADED);
  set_css_class (self, "hint", state->has_hint);
  set_css_class (self, "leaving", state->is_leaving);
  if (before == NULL || before->check != state->check)
    update_check (self, state);
  if (has_new_keys)
    matchum_block_keys_update (self->keys, state);
  if (before == NULL || before->n_items != state->n_items || before->n_shown != state->n_shown)
    update_count (self, state);
  if (before == NULL || !notes_the_same (before, state))
    matchum_block_note_update (&self->note, GTK_WIDGET (self->head), state);
  if (before == NULL || !links_the_same (before, state))
    update_links (self, state);
  if (before == NULL || !matchum_block_state_has_same_tags (before, state))
    matchum_tag_chips_update (&self->chips, self->note != NULL ? self->note : GTK_WIDGET (self->head), state);
  update_buttons (self, state);
  update_title_line (self, state);
  matchum_marked_label_set_marks (self->text, (const MatchumSpan *) (gpointer) state->marks->data, state->marks->len);
  update_lines (self, state);
  if (has_new_keys || !says_the_same (before, state))
    update_accessible_label (self, state);

  g_clear_pointer (&self->shown, matchum_block_state_unref);
  self->shown = matchum_block_state_ref (state);
}

static void
show_block (MatchumBlockRow *self)
{
  const MatchumBlock *block = matchum_block_object_get_block (self->object);
  MatchumResume *resume = matchum_block_object_get_resume (self->object);
  g_autofree char *label = NULL;

  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char *[]){ get_kind_class (block), NULL });
  gtk_widget_set_margin_start (GTK_WIDGET (self), (int) get_column (resume, block) * INDENT_WIDTH);
  matchum_marked_label_set_content (self->text, block->content,
                                    matchum_block_lead_find (block->kind, matchum_block_get_text (block)));

  /* Translators: name of a check button; %s are the words of an item of the resume. */
  label = g_strdup_printf (_ ("Show: %s"), matchum_block_get_text (block));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The words are others, and nothing that was said of those before counts. */
static void
rewritten_cb (MatchumBlockRow *self)
{
  g_assert (MATCHUM_IS_BLOCK_ROW (self));

  show_block (self);
  g_clear_pointer (&self->shown, matchum_block_state_unref);
  update (self);
}

/* Where in the words as they are written the words as they are shown have gone so far: what is only written is passed
 * over. */
static gsize
find_in_markdown (const char *markdown, const char *text, gsize offset)
{
  const char *at = markdown;

  for (const char *shown = text; shown < text + offset && *at != '\0'; shown = g_utf8_next_char (shown))
    {
      const char *found = g_utf8_strchr (at, -1, g_utf8_get_char (shown));

      if (found != NULL)
        at = g_utf8_next_char (found);
    }
  return (gsize) (at - markdown);
}

static void
check_toggled_cb (MatchumBlockRow *self)
{
  g_assert (MATCHUM_IS_BLOCK_ROW (self));

  if (self->is_updating)
    return;

  matchum_block_row_toggle_hidden (self);
  /* Where nothing could be changed, the button goes back to what is so. */
  if (self->object != NULL)
    update_check (self, matchum_block_object_get_state (self->object));
}

static void
release_object (MatchumBlockRow *self)
{
  if (self->object == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->object, update, self);
  g_signal_handlers_disconnect_by_func (self->object, rewritten_cb, self);
  matchum_block_object_unwatch (self->object, GTK_WIDGET (self));
  matchum_block_keys_set_workspace (self->keys, NULL);
  g_clear_handle_id (&self->map_id, g_source_remove);
  g_clear_pointer (&self->shown, matchum_block_state_unref);
  g_clear_object (&self->object);
}

static gboolean
mapped_cb (gpointer user_data)
{
  MatchumBlockRow *self = user_data;

  self->map_id = 0;
  if (self->object != NULL)
    matchum_block_object_refresh (self->object);
  return G_SOURCE_REMOVE;
}

/* A row that comes into view may have missed something; it is mapped while rows are laid out, when nothing may change.
 */
static void
matchum_block_row_map (GtkWidget *widget)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  GTK_WIDGET_CLASS (matchum_block_row_parent_class)->map (widget);

  if (self->object != NULL && self->map_id == 0)
    self->map_id = matchum_later_hurry (widget, mapped_cb);
}

static void
matchum_block_row_dispose (GObject *object)
{
  matchum_block_menu_drop (MATCHUM_BLOCK_ROW (object));
  release_object (MATCHUM_BLOCK_ROW (object));

  G_OBJECT_CLASS (matchum_block_row_parent_class)->dispose (object);
}

static void
matchum_block_row_class_init (MatchumBlockRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_block_row_dispose;
  widget_class->map = matchum_block_row_map;

  g_type_ensure (MATCHUM_TYPE_BLOCK_KEYS);
  g_type_ensure (MATCHUM_TYPE_LINE_LAYOUT);
  g_type_ensure (MATCHUM_TYPE_MARKED_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-block-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumBlockRow, check);
  gtk_widget_class_bind_template_child (widget_class, MatchumBlockRow, body);
  gtk_widget_class_bind_template_child (widget_class, MatchumBlockRow, head);
  gtk_widget_class_bind_template_child (widget_class, MatchumBlockRow, text);
  gtk_widget_class_bind_template_child (widget_class, MatchumBlockRow, keys);
  gtk_widget_class_bind_template_child (widget_class, MatchumBlockRow, count);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);

  matchum_block_row_install_actions (widget_class);
  matchum_tailor_actions_bind_keys (widget_class);
  matchum_list_bind_row (widget_class);

  gtk_widget_class_set_css_name (widget_class, "block");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
matchum_block_row_init (MatchumBlockRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
matchum_block_row_new (void)
{
  return g_object_new (MATCHUM_TYPE_BLOCK_ROW, NULL);
}

MatchumBlockObject *
matchum_block_row_get_object (MatchumBlockRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_BLOCK_ROW (self), NULL);

  return self->object;
}

void
matchum_block_row_set_object (MatchumBlockRow *self, MatchumBlockObject *object)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_ROW (self));
  g_return_if_fail (object == NULL || MATCHUM_IS_BLOCK_OBJECT (object));

  if (object == self->object)
    return;

  release_object (self);
  if (object == NULL)
    return;

  self->object = g_object_ref (object);
  matchum_block_keys_set_workspace (self->keys, matchum_block_object_get_workspace (object));
  matchum_block_object_watch (object, GTK_WIDGET (self));
  g_signal_connect_object (object, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (object, "rewritten", G_CALLBACK (rewritten_cb), self, G_CONNECT_SWAPPED);
  show_block (self);
  update (self);
}

/**
 * matchum_block_row_find_words:
 * @x: a point in the row's coordinates
 * @offset: (out): where in the words as they are written, in bytes
 *
 * Returns: whether there are words at the point that can be edited
 */
gboolean
matchum_block_row_find_words (MatchumBlockRow *self, double x, double y, gsize *offset)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  const MatchumBlock *block;
  g_autofree char *markdown = NULL;

  g_return_val_if_fail (MATCHUM_IS_BLOCK_ROW (self), FALSE);
  g_return_val_if_fail (offset != NULL, FALSE);

  if (self->object == NULL || self->editor != NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->text), &point, &point)
      || !gtk_widget_contains (GTK_WIDGET (self->text), (double) point.x, (double) point.y) || !can_edit_words (self))
    return FALSE;

  block = matchum_block_object_get_block (self->object);
  markdown =
      matchum_block_edit_dup_markdown (matchum_workspace_get_resume (matchum_block_object_get_workspace (self->object)),
                                       block->index);
  *offset = find_in_markdown (markdown, matchum_block_get_text (block),
                              matchum_marked_label_find_byte (self->text, (double) point.x, (double) point.y));
  return TRUE;
}

void
matchum_block_row_set_editor (MatchumBlockRow *self, GtkWidget *editor)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_ROW (self));
  g_return_if_fail (editor == NULL || GTK_IS_WIDGET (editor));

  if (editor == self->editor)
    return;

  matchum_words_editor_replace (GTK_WIDGET (self), GTK_WIDGET (self->text), self->editor, editor);
  self->editor = editor;
  if (self->object == NULL || self->shown == NULL)
    return;
  update_buttons (self, self->shown);
  update_accessible_label (self, self->shown);
}

void
matchum_block_row_set_narrow (MatchumBlockRow *self, gboolean narrow)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_ROW (self));

  narrow = !!narrow;
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  g_object_ref (self->keys);
  gtk_box_remove (narrow ? self->head : self->body, GTK_WIDGET (self->keys));
  gtk_box_insert_child_after (narrow ? self->body : self->head, GTK_WIDGET (self->keys),
                              narrow                 ? GTK_WIDGET (self->head)
                              : self->editor != NULL ? self->editor
                                                     : GTK_WIDGET (self->text));
  g_object_unref (self->keys);
}

void
matchum_block_row_set_compact (MatchumBlockRow *self, gboolean compact)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_ROW (self));

  compact = !!compact;
  if (compact == self->compact)
    return;

  self->compact = compact;
  if (self->shown != NULL)
    update_lines (self, self->shown);
}
