/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one block. A long list has some two hundred of these rows, so what most rows do without, the note and the
 * actions, is made when first needed. */
#include "config.h"

#include "ui/matchum-block-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-block-edit.h"
#include "ui/matchum-block-editor.h"
#include "ui/matchum-block-lead.h"
#include "ui/matchum-block-links.h"
#include "ui/matchum-block-menu.h"
#include "ui/matchum-key-badge.h"
#include "ui/matchum-later.h"
#include "ui/matchum-line-layout.h"
#include "ui/matchum-list-focus.h"
#include "ui/matchum-marked-label.h"
#include "ui/matchum-tag-chips.h"
#include "ui/matchum-tailor-actions.h"
#include "ui/matchum-title-line-button.h"
#include "ui/matchum-unchanged.h"
#include "ui/matchum-word-breaks.h"

#define INDENT_WIDTH 22 /* pixels for each level */
#define MAX_KEYS 4      /* more are told by their number */
#define NOTE_SPACING 5  /* pixels between icon and words */

struct _MatchumBlockRow {
  GtkBox parent_instance;

  GtkCheckButton *check;
  GtkBox *body;
  GtkBox *head;
  MatchumMarkedLabel *text;
  GtkBox *keys;
  GtkLabel *count;

  GtkBox *note; /* NULL until there is one; the same for what is in it, and for the actions */
  GtkImage *note_icon;
  GtkLabel *note_label;
  GtkWidget *link_icon;   /* the same for what an entry is linked to, */
  GtkWidget *link_button; /* and what of that is to be looked at */
  GtkWidget *chips;
  GtkBox *actions;
  GtkWidget *hide_button;
  GtkWidget *pin_button;
  GtkWidget *edit_button;
  GtkWidget *review_button;
  GtkWidget *title_line_button; /* beside the name; NULL until there is one */
  GtkWidget *editor;            /* in the place of the text, or NULL */

  MatchumBlockObject *object;
  MatchumBlockState *shown; /* what the row says now */
  gboolean narrow;
  gboolean compact;
  guint map_id;
  gboolean is_updating; /* the check button follows the state, rather than the user's hand */
};

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

static const char *
get_note_icon_name (MatchumBlockNote kind)
{
  switch (kind)
    {
    case MATCHUM_NOTE_HIDDEN:
    case MATCHUM_NOTE_LEAVING:
      return "view-conceal-symbolic";
    case MATCHUM_NOTE_SOLE:
      return "dialog-warning-symbolic";
    case MATCHUM_NOTE_HINT:
      return "dialog-information-symbolic";
    case MATCHUM_NOTE_PINNED:
      return "view-pin-symbolic";
    case MATCHUM_NOTE_BY_HAND:
      return "avatar-default-symbolic";
    case MATCHUM_NOTE_WORDING:
      return "document-edit-symbolic";
    case MATCHUM_NOTE_REFUSED_WORDING:
    case MATCHUM_NOTE_OLD_WORDING:
      return "dialog-warning-symbolic";
    case MATCHUM_NOTE_NONE:
    default:
      return NULL;
    }
}

static void
ensure_note (MatchumBlockRow *self)
{
  if (self->note != NULL)
    return;

  self->note = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "note");
  gtk_widget_set_layout_manager (GTK_WIDGET (self->note), matchum_line_layout_new (NOTE_SPACING));
  self->note_icon = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (self->note, GTK_WIDGET (self->note_icon));
  self->note_label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f,
                                   "hexpand", TRUE, NULL);
  gtk_box_append (self->note, GTK_WIDGET (self->note_label));
  gtk_box_insert_child_after (self->body, GTK_WIDGET (self->note), GTK_WIDGET (self->head));
}

static void
update_note (MatchumBlockRow *self, const MatchumBlockState *state)
{
  if (state->note == MATCHUM_NOTE_NONE)
    {
      if (self->note != NULL)
        gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
      return;
    }

  ensure_note (self);
  matchum_unchanged_set_icon (self->note_icon, get_note_icon_name (state->note));
  gtk_label_set_text (self->note_label, state->note_text);
  matchum_word_breaks_apply (self->note_label);
  set_css_class (self->note, "warning",
                 state->note == MATCHUM_NOTE_SOLE || state->note == MATCHUM_NOTE_REFUSED_WORDING
                     || state->note == MATCHUM_NOTE_OLD_WORDING);
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
}

static void
update_links (MatchumBlockRow *self, const MatchumBlockState *state)
{
  matchum_block_links_show_icon (&self->link_icon, GTK_WIDGET (self->text), state->link_text);
  matchum_block_links_show_button (&self->link_button, GTK_WIDGET (self->head), state->link_mark,
                                   matchum_block_object_get_block (self->object)->id);
}

static GtkWidget *
append_action (MatchumBlockRow *self, const char *action_name)
{
  GtkWidget *button = gtk_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (self->actions, button);
  return button;
}

static void
set_action_content (GtkWidget *button, const char *icon_name, const char *label)
{
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (button));

  if (content == NULL)
    {
      content = adw_button_content_new ();
      gtk_button_set_child (GTK_BUTTON (button), content);
    }
  matchum_unchanged_set_content (ADW_BUTTON_CONTENT (content), icon_name, label);
}

static void
ensure_actions (MatchumBlockRow *self)
{
  if (self->actions != NULL)
    return;

  self->actions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->actions), "actions");
  self->hide_button = append_action (self, "block.toggle-hidden");
  self->pin_button = append_action (self, "block.toggle-pinned");
  self->edit_button = append_action (self, "block.edit");
  self->review_button = append_action (self, "block.review-wording");
  /* Translators: a button: looks at words of a posting's own that are older than what the resume says. */
  set_action_content (self->review_button, "dialog-warning-symbolic", _ ("Review"));
  set_action_content (self->edit_button, "document-edit-symbolic", _ ("Edit"));
  gtk_box_append (self->body, GTK_WIDGET (self->actions));
}

/* Words are edited with a posting open and without; the choices of what is shown are made for a posting. */
static gboolean
can_edit_words (MatchumBlockRow *self)
{
  return matchum_block_editor_is_possible (matchum_block_object_get_workspace (self->object),
                                           matchum_block_object_get_index (self->object));
}

static void
update_actions (MatchumBlockRow *self, const MatchumBlockState *state)
{
  gboolean is_editable = state->is_selected && self->editor == NULL && can_edit_words (self);

  if (!state->is_selected || (!state->can_edit && !is_editable))
    {
      if (self->actions != NULL)
        gtk_widget_set_visible (GTK_WIDGET (self->actions), FALSE);
      return;
    }

  ensure_actions (self);
  if (state->is_visible)
    set_action_content (self->hide_button, "view-conceal-symbolic", _ ("Hide"));
  else
    set_action_content (self->hide_button, "view-reveal-symbolic", _ ("Show"));
  set_action_content (self->pin_button, "view-pin-symbolic", state->is_pinned ? _ ("Unpin") : _ ("Pin"));
  gtk_widget_set_visible (self->hide_button, state->can_edit);
  gtk_widget_set_visible (self->pin_button, state->can_edit);
  gtk_widget_set_visible (self->edit_button, is_editable);
  gtk_widget_set_visible (self->review_button, is_editable && state->note == MATCHUM_NOTE_OLD_WORDING);
  gtk_widget_set_visible (GTK_WIDGET (self->actions), TRUE);
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
update_badge (MatchumKeyBadge *badge, const MatchumBlockKey *key)
{
  matchum_key_badge_set_label (badge, key->label);
  matchum_key_badge_set_sole (badge, key->is_sole);
  matchum_key_badge_set_selected (badge, key->is_selected);
  g_object_set_data (G_OBJECT (badge), "requirement", GUINT_TO_POINTER (key->requirement));
}

/* The first few keys, the selected one among them in any case. */
static const MatchumBlockKey *
get_shown_key (const MatchumBlockState *state, guint place)
{
  if (place == MAX_KEYS - 1)
    for (guint i = MAX_KEYS; i < state->keys->len; i++)
      if (g_array_index (state->keys, MatchumBlockKey, i).is_selected)
        return &g_array_index (state->keys, MatchumBlockKey, i);
  return &g_array_index (state->keys, MatchumBlockKey, place);
}

static GtkWidget *
ensure_more_label (MatchumBlockRow *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->keys));

  if (last == NULL || !GTK_IS_LABEL (last))
    {
      last = gtk_label_new (NULL);
      gtk_widget_add_css_class (last, "more");
      gtk_box_append (self->keys, last);
    }
  return last;
}

static void
remove_from (GtkBox *box, GtkWidget *child)
{
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (box, child);
      child = next;
    }
}

static void
update_keys (MatchumBlockRow *self, const MatchumBlockState *state)
{
  guint n_shown = MIN (state->keys->len, MAX_KEYS);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->keys));
  GtkWidget *previous = NULL;

  for (guint i = 0; i < n_shown; i++)
    {
      if (child == NULL || !MATCHUM_IS_KEY_BADGE (child))
        {
          GtkWidget *badge = matchum_key_badge_new (NULL);

          gtk_box_insert_child_after (self->keys, badge, previous);
          child = badge;
        }
      update_badge (MATCHUM_KEY_BADGE (child), get_shown_key (state, i));
      previous = child;
      child = gtk_widget_get_next_sibling (child);
    }
  remove_from (self->keys, child);
  if (state->keys->len > MAX_KEYS)
    {
      /* Translators: so many more requirement keys than there is room for. */
      g_autofree char *more = g_strdup_printf (_ ("+%u"), state->keys->len - MAX_KEYS);

      gtk_label_set_text (GTK_LABEL (ensure_more_label (self)), more);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->keys), n_shown > 0);
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

static char *
describe_keys (const MatchumBlockState *state)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (state->keys->len == 0)
    return NULL;

  for (guint i = 0; i < state->keys->len; i++)
    g_ptr_array_add (labels, g_array_index (state->keys, MatchumBlockKey, i).label);
  g_ptr_array_add (labels, NULL);
  /* Translators: stands between the short names of requirements: "3, 5, b". */
  joined = g_strjoinv (_ (", "), (char **) labels->pdata);
  /* Translators: read aloud for an item of the resume; %s are keys of requirements, as in "3, b". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "for requirement %s", "for requirements %s", state->keys->len),
                          joined);
}

/* What the row shows, in words, for those who hear it. */
static void
update_accessible_label (MatchumBlockRow *self, const MatchumBlockState *state)
{
  const char *text = matchum_block_get_text (matchum_block_object_get_block (self->object));
  g_autofree char *keys = describe_keys (state);
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
    update_keys (self, state);
  if (before == NULL || before->n_items != state->n_items || before->n_shown != state->n_shown)
    update_count (self, state);
  if (before == NULL || !notes_the_same (before, state))
    update_note (self, state);
  if (before == NULL || !links_the_same (before, state))
    update_links (self, state);
  if (before == NULL || !matchum_block_state_has_same_tags (before, state))
    matchum_tag_chips_update (&self->chips, self->note != NULL ? GTK_WIDGET (self->note) : GTK_WIDGET (self->head),
                              state);
  update_actions (self, state);
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

static void
toggle_hidden (MatchumBlockRow *self)
{
  const MatchumBlockState *state;

  if (self->object == NULL)
    return;

  state = matchum_block_object_get_state (self->object);
  if (state->can_edit)
    matchum_workspace_set_hidden (matchum_block_object_get_workspace (self->object),
                                  matchum_block_object_get_index (self->object), state->is_visible);
}

static void
toggle_hidden_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle_hidden (MATCHUM_BLOCK_ROW (widget));
}

static void
toggle_pinned_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);
  const MatchumBlockState *state;

  if (self->object == NULL)
    return;

  state = matchum_block_object_get_state (self->object);
  if (state->can_edit)
    matchum_workspace_set_pinned (matchum_block_object_get_workspace (self->object),
                                  matchum_block_object_get_index (self->object), !state->is_pinned);
}

static void
jump_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object != NULL)
    gtk_widget_activate_action (widget, "resume.jump", "u", matchum_block_object_get_index (self->object));
}

/* Words are edited by the pane, which sees to it that one block at most is. */

static void
ask_pane (MatchumBlockRow *self, const char *action)
{
  if (self->object != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "u", matchum_block_object_get_index (self->object));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.edit");
}

static void
reword_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.reword");
}

static void
title_line_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object == NULL
      || !matchum_title_line_button_open (matchum_block_object_get_workspace (self->object), widget,
                                          GTK_WIDGET (self->text)))
    gtk_widget_error_bell (widget);
}

static void
review_wording_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.review-wording");
}

static void
drop_wording_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.drop-wording");
}

static void
add_below_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.add-below");
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.delete");
}

static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_BLOCK_ROW (widget), "resume.link");
}

static void
move (GtkWidget *widget, gint delta)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object != NULL)
    gtk_widget_activate_action (widget, "resume.move", "(ui)", matchum_block_object_get_index (self->object), delta);
}

static void
move_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (widget, -1);
}

static void
move_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (widget, 1);
}

/* parameter: the requirement that the block does not show. */
static void
not_this_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object != NULL)
    gtk_widget_activate_action (widget, "resume.not-this", "(uu)", matchum_block_object_get_index (self->object),
                                g_variant_get_uint32 (parameter));
}

/* While a posting is open, what a person wants gone is meant to be hidden there: the key deletes in the resume itself.
 */
static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object == NULL || matchum_workspace_get_current (matchum_block_object_get_workspace (self->object)) != NULL)
    return FALSE;
  ask_pane (self, "resume.delete");
  return TRUE;
}

static void
edit_source_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (self->object == NULL)
    return;
  matchum_workspace_set_selected_block (matchum_block_object_get_workspace (self->object),
                                        matchum_block_object_get_index (self->object));
  gtk_widget_activate_action (widget, "win.edit-source", NULL);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  graphene_rect_t bounds;
  MatchumBlockRow *self = MATCHUM_BLOCK_ROW (widget);

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->body), widget, &bounds))
    return;
  matchum_block_menu_popup (self, (double) bounds.origin.x, (double) (bounds.origin.y + bounds.size.height));
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

  toggle_hidden (self);
  /* Where nothing could be changed, the button goes back to what is so. */
  if (self->object != NULL)
    update_check (self, matchum_block_object_get_state (self->object));
}

static const char *
get_requirement_text (MatchumBlockRow *self, guint requirement)
{
  MatchumMatch *match = matchum_workspace_get_match (matchum_block_object_get_workspace (self->object));

  if (match == NULL || requirement >= matchum_match_get_n_requirements (match))
    return NULL;
  return matchum_posting_line_get_text (
      matchum_requirement_get_line (matchum_match_get_requirement (match, requirement)));
}

static GtkWidget *
pick_badge (MatchumBlockRow *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->keys), x, y, GTK_PICK_DEFAULT);

  return picked != NULL ? gtk_widget_get_ancestor (picked, MATCHUM_TYPE_KEY_BADGE) : NULL;
}

static guint
get_badge_requirement (GtkWidget *badge)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (badge), "requirement"));
}

/* A key says its requirement to those who point at it, */
static gboolean
keys_query_tooltip_cb (MatchumBlockRow *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  GtkWidget *badge = is_keyboard ? NULL : pick_badge (self, x, y);

  g_assert (MATCHUM_IS_BLOCK_ROW (self));

  if (badge == NULL || self->object == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, get_requirement_text (self, get_badge_requirement (badge)));
  return TRUE;
}

/* and selects it where it is pressed. */
static void
keys_pressed_cb (MatchumBlockRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *badge = pick_badge (self, x, y);

  g_assert (MATCHUM_IS_BLOCK_ROW (self));

  if (badge == NULL || self->object == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  matchum_workspace_set_selected_requirement (matchum_block_object_get_workspace (self->object),
                                              (int) get_badge_requirement (badge));
}

static void
release_object (MatchumBlockRow *self)
{
  if (self->object == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->object, update, self);
  g_signal_handlers_disconnect_by_func (self->object, rewritten_cb, self);
  matchum_block_object_unwatch (self->object, GTK_WIDGET (self));
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
  gtk_widget_class_bind_template_callback (widget_class, keys_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keys_query_tooltip_cb);

  gtk_widget_class_install_action (widget_class, "block.toggle-hidden", NULL, toggle_hidden_cb);
  gtk_widget_class_install_action (widget_class, "block.toggle-pinned", NULL, toggle_pinned_cb);
  gtk_widget_class_install_action (widget_class, "block.jump", NULL, jump_cb);
  gtk_widget_class_install_action (widget_class, "block.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "block.reword", NULL, reword_cb);
  gtk_widget_class_install_action (widget_class, "block.drop-wording", NULL, drop_wording_cb);
  gtk_widget_class_install_action (widget_class, "block.review-wording", NULL, review_wording_cb);
  gtk_widget_class_install_action (widget_class, "block.title-line", NULL, title_line_cb);
  gtk_widget_class_install_action (widget_class, "block.add-below", NULL, add_below_cb);
  gtk_widget_class_install_action (widget_class, "block.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "block.edit-source", NULL, edit_source_cb);
  gtk_widget_class_install_action (widget_class, "block.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "block.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "block.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "block.link", NULL, link_cb);
  gtk_widget_class_install_action (widget_class, "block.not-this", "u", not_this_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "block.link", NULL);
  /* What N selects from here can be spoken of from here. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "tailor.have", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_SHIFT_MASK, "tailor.lack", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "tailor.judge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "block.toggle-hidden", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Space, 0, "block.toggle-hidden", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "block.toggle-pinned", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "block.jump", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "block.jump", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "block.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, GDK_SHIFT_MASK, "block.reword", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "block.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "block.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "block.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "block.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "block.add-below", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Insert, 0, "block.add-below", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "block.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "block.menu", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_key_cb, NULL);
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
  update_actions (self, self->shown);
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
