/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one row of a posting, of whichever kind. */
#include "config.h"

#include "ui/matchum-posting-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/matchum-evidence-quote.h"
#include "ui/matchum-key-badge.h"
#include "ui/matchum-later.h"
#include "ui/matchum-line-layout.h"
#include "ui/matchum-line-menu.h"
#include "ui/matchum-line-words.h"
#include "ui/matchum-list-focus.h"
#include "ui/matchum-marked-label.h"
#include "ui/matchum-row-menu.h"
#include "ui/matchum-tailor-actions.h"
#include "ui/matchum-team-chooser.h"
#include "ui/matchum-unchanged.h"
#include "ui/matchum-words-editor.h"

struct _MatchumPostingRow {
  GtkBox parent_instance;

  MatchumKeyBadge *key;
  GtkImage *icon;
  GtkBox *body;
  MatchumMarkedLabel *text;
  GtkImage *by_hand;
  GtkLabel *count;
  GtkBox *verdict;
  GtkLabel *word;
  MatchumMarkedLabel *reason;
  GtkLabel *items;
  GtkWidget *said;
  GtkWidget *more;

  GtkWidget *link;   /* of a link, or what a team is picked with; else NULL */
  GtkBox *quotes;    /* evidence and the way to it; NULL where none is quoted */
  GtkWidget *editor; /* in the place of the text, or NULL */
  MatchumPostingObject *object;
  const char *classes[4]; /* of its style, as they were set last */
  guint later_id;
  gboolean narrow;
};

enum { PROP_0, PROP_KIND, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumPostingRow, matchum_posting_row, GTK_TYPE_BOX)

static const char *const kind_classes[] = {
  [MATCHUM_POSTING_ROW_NAME] = "name",       [MATCHUM_POSTING_ROW_BANNER] = "banner",
  [MATCHUM_POSTING_ROW_FACTS] = "facts",     [MATCHUM_POSTING_ROW_DEADLINE] = "deadline",
  [MATCHUM_POSTING_ROW_CLOSED] = "closed",   [MATCHUM_POSTING_ROW_TEAM] = "team",
  [MATCHUM_POSTING_ROW_SENT] = "sent",       [MATCHUM_POSTING_ROW_LINK] = "link",
  [MATCHUM_POSTING_ROW_SECTION] = "section", [MATCHUM_POSTING_ROW_REQUIREMENT] = "requirement",
  [MATCHUM_POSTING_ROW_FOLD] = "fold",       [MATCHUM_POSTING_ROW_HEADING] = "heading",
  [MATCHUM_POSTING_ROW_LINE] = "line",
};

static void
update_classes (MatchumPostingRow *self, const MatchumPostingState *state)
{
  const char *classes[G_N_ELEMENTS (self->classes)] = { kind_classes[matchum_posting_object_get_kind (self->object)] };
  guint n_classes = 1;

  if (state->has_verdict)
    classes[n_classes++] = matchum_standing_get_css_class (state->standing);
  if (state->emphasis == MATCHUM_EMPHASIS_LIT)
    classes[n_classes++] = "lit";
  else if (state->emphasis == MATCHUM_EMPHASIS_FADED)
    classes[n_classes++] = "faded";
  if (memcmp (classes, self->classes, sizeof (classes)) == 0)
    return;
  memcpy (self->classes, classes, sizeof (classes));
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

static const char *
get_icon_name (MatchumPostingRow *self, const MatchumPostingState *state)
{
  switch (matchum_posting_object_get_kind (self->object))
    {
    case MATCHUM_POSTING_ROW_BANNER:
      return "dialog-warning-symbolic";
    case MATCHUM_POSTING_ROW_REQUIREMENT:
      return state->has_verdict ? matchum_standing_get_icon_name (state->standing) : NULL;
    case MATCHUM_POSTING_ROW_FOLD:
      return matchum_posting_object_get_expanded (self->object) ? "pan-down-symbolic" : "pan-end-symbolic";
    case MATCHUM_POSTING_ROW_NAME:
    case MATCHUM_POSTING_ROW_FACTS:
    case MATCHUM_POSTING_ROW_DEADLINE:
    case MATCHUM_POSTING_ROW_CLOSED:
    case MATCHUM_POSTING_ROW_TEAM:
    case MATCHUM_POSTING_ROW_SENT:
    case MATCHUM_POSTING_ROW_LINK:
    case MATCHUM_POSTING_ROW_SECTION:
    case MATCHUM_POSTING_ROW_HEADING:
    case MATCHUM_POSTING_ROW_LINE:
    default:
      return NULL;
    }
}

static void
update_icon (MatchumPostingRow *self, const MatchumPostingState *state)
{
  const char *icon_name = get_icon_name (self, state);

  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  if (icon_name != NULL)
    matchum_unchanged_set_icon (self->icon, icon_name);
}

static void
update_key (MatchumPostingRow *self, const MatchumPostingState *state)
{
  gtk_widget_set_visible (GTK_WIDGET (self->key), state->has_verdict);
  matchum_key_badge_set_label (self->key, state->key);
  matchum_key_badge_set_selected (self->key, state->is_selected || state->emphasis == MATCHUM_EMPHASIS_LIT);
}

static void
update_count (MatchumPostingRow *self)
{
  guint count = matchum_posting_object_get_count (self->object);
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
}

static void
update_verdict (MatchumPostingRow *self, const MatchumPostingState *state)
{
  const char *detail = state->has_verdict ? state->reason : matchum_posting_object_get_detail (self->object);
  g_autofree char *items = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->verdict), detail != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->word), state->has_verdict);
  /* The sentence says it itself. */
  gtk_widget_set_visible (GTK_WIDGET (self->items), state->n_items > 0 && !state->is_selected);
  gtk_widget_set_visible (self->said, state->is_by_hand);
  matchum_marked_label_set_text (self->reason, detail != NULL ? detail : "");
  if (!state->has_verdict)
    return;

  gtk_label_set_text (self->word, matchum_standing_get_word (state->standing));
  /* Translators: stands beside the verdict on a requirement: how many items of the resume show it. */
  items = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u item", "in %u items", state->n_items), state->n_items);
  gtk_label_set_text (self->items, items);
}

static void
remove_quotes (MatchumPostingRow *self)
{
  if (self->quotes == NULL)
    return;

  gtk_box_remove (self->body, GTK_WIDGET (self->quotes));
  self->quotes = NULL;
}

static void
append_jump_button (MatchumPostingRow *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Show in Resume"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "posting-row.jump");
  gtk_box_append (self->quotes, button);
}

/* Made anew each time: there is one at most, in the row that is selected. */
static void
update_quotes (MatchumPostingRow *self, const MatchumPostingState *state)
{
  GtkWidget *quote = NULL;

  remove_quotes (self);
  if (self->narrow && state->is_selected)
    quote = matchum_evidence_quote_new (matchum_posting_object_get_workspace (self->object),
                                        matchum_posting_object_get_requirement (self->object));
  if (quote == NULL)
    return;

  self->quotes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->quotes), "quotes");
  gtk_box_append (self->quotes, quote);
  append_jump_button (self);
  gtk_box_append (self->body, GTK_WIDGET (self->quotes));
}

/* GTK's own button opens the link, and its menu copies where it leads. */
static GtkWidget *
create_link (MatchumPostingRow *self)
{
  GtkWidget *button = gtk_link_button_new_with_label (matchum_posting_object_get_detail (self->object),
                                                      matchum_posting_object_get_text (self->object));
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  if (GTK_IS_LABEL (label))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return button;
}

static GtkWidget *
create_sent (MatchumPostingRow *self)
{
  GtkWidget *button = gtk_button_new (), *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "mail-send-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), matchum_posting_object_get_text (self->object));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.sent-copies");
  gtk_widget_set_tooltip_text (button, _ ("Sent Copies"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  matchum_posting_object_get_text (self->object), -1);
  return button;
}

/* What stands in place of words: what can be pressed. NULL where there are words. */
static GtkWidget *
create_button (MatchumPostingRow *self)
{
  MatchumPostingRowKind kind = matchum_posting_object_get_kind (self->object);

  if (kind == MATCHUM_POSTING_ROW_LINK)
    return create_link (self);
  if (kind == MATCHUM_POSTING_ROW_SENT)
    return create_sent (self);
  if (kind == MATCHUM_POSTING_ROW_TEAM)
    return matchum_team_chooser_new (matchum_posting_object_get_workspace (self->object));
  return NULL;
}

static void
update_link (MatchumPostingRow *self)
{
  g_clear_pointer (&self->link, gtk_widget_unparent);
  self->link = create_button (self);
  gtk_widget_set_visible (GTK_WIDGET (self->body), self->link == NULL);
  if (self->link == NULL)
    return;
  gtk_widget_set_halign (self->link, GTK_ALIGN_START);
  gtk_widget_insert_after (self->link, GTK_WIDGET (self), GTK_WIDGET (self->body));
}

/* What the row shows, in words, for those who hear it. */
static void
update_accessible_label (MatchumPostingRow *self, const MatchumPostingState *state)
{
  const char *text = matchum_posting_object_get_text (self->object);
  g_autofree char *label = NULL;

  if (state->has_verdict && state->is_by_hand)
    /* Translators: read aloud for a requirement on which the user said something: key, verdict, text, reason. */
    label = g_strdup_printf (_ ("%s, %s, set by you: %s; %s"), state->key, matchum_standing_get_word (state->standing),
                             text, state->reason);
  else if (state->has_verdict)
    /* Translators: read aloud for a requirement: key, verdict, text, reason. */
    label = g_strdup_printf (_ ("%s, %s: %s; %s"), state->key, matchum_standing_get_word (state->standing), text,
                             state->reason);
  else if (matchum_posting_object_get_kind (self->object) == MATCHUM_POSTING_ROW_FOLD)
    /* Translators: read aloud for a heading over lines that can be folded away. */
    label = g_strdup_printf (matchum_posting_object_get_expanded (self->object) ? _ ("%s, unfolded") : _ ("%s, folded"),
                             text);
  else if (matchum_posting_object_get_kind (self->object) == MATCHUM_POSTING_ROW_TEAM)
    label = g_strdup (_ ("Team"));
  else
    label = g_strdup (text);
  if (self->editor != NULL)
    {
      g_autofree char *editing = g_strdup_printf ("%s; %s", label, _ ("editing"));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, editing, -1);
      return;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* What a person put right of the line. */
static void
update_note (MatchumPostingRow *self)
{
  const char *note = matchum_posting_object_get_note (self->object);

  gtk_widget_set_visible (GTK_WIDGET (self->by_hand), note != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->by_hand), note);
  gtk_widget_set_visible (self->more, matchum_line_menu_is_of (self->object));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note != NULL ? note : "",
                                  -1);
}

static void
update (MatchumPostingRow *self)
{
  const MatchumPostingState *state = matchum_posting_object_get_state (self->object);

  update_classes (self, state);
  update_key (self, state);
  update_icon (self, state);
  update_verdict (self, state);
  update_quotes (self, state);
  update_accessible_label (self, state);
}

static gboolean
activate_link (MatchumPostingRow *self)
{
  if (MATCHUM_IS_TEAM_CHOOSER (self->link))
    matchum_team_chooser_open (MATCHUM_TEAM_CHOOSER (self->link));
  return self->link != NULL && (MATCHUM_IS_TEAM_CHOOSER (self->link) || gtk_widget_activate (self->link));
}

static gboolean
activate_fold (MatchumPostingRow *self)
{
  if (self->object == NULL || matchum_posting_object_get_kind (self->object) != MATCHUM_POSTING_ROW_FOLD)
    return FALSE;

  matchum_posting_object_set_expanded (self->object, !matchum_posting_object_get_expanded (self->object));
  return TRUE;
}

static void
jump_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingRow *self = MATCHUM_POSTING_ROW (widget);

  if (self->object != NULL && matchum_posting_object_get_kind (self->object) == MATCHUM_POSTING_ROW_REQUIREMENT)
    gtk_widget_activate_action (widget, "posting.jump", "u", matchum_posting_object_get_requirement (self->object));
}

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!activate_fold (MATCHUM_POSTING_ROW (widget)) && !activate_link (MATCHUM_POSTING_ROW (widget)))
    jump_cb (widget, name, parameter);
}

/* For other rows, Space is the list's own. */
static gboolean
space_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return activate_fold (MATCHUM_POSTING_ROW (widget));
}

static void
released_cb (MatchumPostingRow *self)
{
  g_assert (MATCHUM_IS_POSTING_ROW (self));

  activate_fold (self);
}

/* Lines are put right by the pane, which has the workspace. */

static gboolean
has_line (MatchumPostingRow *self)
{
  return self->object != NULL && matchum_posting_object_get_line (self->object) != MATCHUM_POSTING_NO_LINE;
}

/* "posting-row.edit" is "posting.edit" for the line of the row. */
static void
ask_pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingRow *self = MATCHUM_POSTING_ROW (widget);
  g_autofree char *action = g_strconcat ("posting.", strchr (name, '.') + 1, NULL);

  if (has_line (self))
    gtk_widget_activate_action (widget, action, "u", matchum_posting_object_get_line (self->object));
  else
    gtk_widget_error_bell (widget);
}

/* "posting-row.have" is "posting.have" for the requirement of the row, with what is more in parameter. */
static void
say_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumPostingRow *self = MATCHUM_POSTING_ROW (widget);
  g_autofree char *action = g_strconcat ("posting.", strchr (name, '.') + 1, NULL);

  if (self->object == NULL || matchum_posting_object_get_kind (self->object) != MATCHUM_POSTING_ROW_REQUIREMENT)
    gtk_widget_error_bell (widget);
  else if (parameter != NULL)
    gtk_widget_activate_action (widget, action, "(us)", matchum_posting_object_get_requirement (self->object),
                                g_variant_get_string (parameter, NULL));
  else
    gtk_widget_activate_action (widget, action, "u", matchum_posting_object_get_requirement (self->object));
}

static const char *
get_kind (MatchumPostingRow *self)
{
  return has_line (self) ? matchum_posting_kind_get_nick (
             matchum_line_words_get_choice (matchum_posting_object_get_line_kind (self->object)))
                         : "";
}

static void
popup_menu_below (MatchumPostingRow *self, GtkWidget *child)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds))
    matchum_line_menu_popup (self, (double) bounds.origin.x, (double) (bounds.origin.y + bounds.size.height));
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  popup_menu_below (MATCHUM_POSTING_ROW (widget), GTK_WIDGET (MATCHUM_POSTING_ROW (widget)->body));
}

static void
more_clicked_cb (MatchumPostingRow *self)
{
  g_assert (MATCHUM_IS_POSTING_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  popup_menu_below (self, self->more);
}

static gboolean
later_cb (gpointer user_data)
{
  MatchumPostingRow *self = user_data;

  self->later_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MatchumPostingRow *self)
{
  g_assert (MATCHUM_IS_POSTING_ROW (self));

  if (!matchum_later_can_wait (GTK_WIDGET (self)))
    {
      g_clear_handle_id (&self->later_id, g_source_remove);
      update (self);
    }
  else if (self->later_id == 0)
    self->later_id = matchum_later_add (GTK_WIDGET (self), later_cb);
}

/* Rows are mapped while they are laid out, when nothing may change. */
static void
matchum_posting_row_map (GtkWidget *widget)
{
  MatchumPostingRow *self = MATCHUM_POSTING_ROW (widget);

  GTK_WIDGET_CLASS (matchum_posting_row_parent_class)->map (widget);

  if (self->later_id == 0)
    return;
  g_clear_handle_id (&self->later_id, g_source_remove);
  self->later_id = matchum_later_hurry (widget, later_cb);
}

static void
release_object (MatchumPostingRow *self)
{
  if (self->object == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->object, changed_cb, self);
  g_clear_handle_id (&self->later_id, g_source_remove);
  g_clear_object (&self->object);
  g_clear_pointer (&self->link, gtk_widget_unparent);
}

static void
matchum_posting_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_KIND)
    g_value_set_string (value, get_kind (MATCHUM_POSTING_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* It is the pane that sets it: the row then shows another line, or the same anew. */
static void
matchum_posting_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumPostingRow *self = MATCHUM_POSTING_ROW (object);

  if (id != PROP_KIND)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (has_line (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "posting.set-kind", "(us)",
                                matchum_posting_object_get_line (self->object), g_value_get_string (value));
}

static void
matchum_posting_row_dispose (GObject *object)
{
  matchum_row_menu_drop (GTK_WIDGET (object));
  release_object (MATCHUM_POSTING_ROW (object));

  G_OBJECT_CLASS (matchum_posting_row_parent_class)->dispose (object);
}

static void
install_line_actions (GtkWidgetClass *widget_class)
{
  static const char *const kinds[] = { "required", "preferred", "duty", "other" };

  gtk_widget_class_install_property_action (widget_class, "posting-row.kind", "kind");
  gtk_widget_class_install_action (widget_class, "posting-row.edit", NULL, ask_pane_cb);
  gtk_widget_class_install_action (widget_class, "posting-row.split", NULL, ask_pane_cb);
  gtk_widget_class_install_action (widget_class, "posting-row.join", NULL, ask_pane_cb);
  gtk_widget_class_install_action (widget_class, "posting-row.heading", NULL, ask_pane_cb);
  gtk_widget_class_install_action (widget_class, "posting-row.reset", NULL, ask_pane_cb);
  gtk_widget_class_install_action (widget_class, "posting-row.menu", NULL, menu_cb);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "posting-row.kind", "s", kinds[i]);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "posting-row.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "posting-row.join", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "posting-row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "posting-row.menu", NULL);
}

static void
install_claim_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "posting-row.have", "s", say_cb);
  gtk_widget_class_install_action (widget_class, "posting-row.lack", "s", say_cb);
  gtk_widget_class_install_action (widget_class, "posting-row.link", NULL, say_cb);
  gtk_widget_class_install_action (widget_class, "posting-row.judge", NULL, say_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "posting-row.have", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_SHIFT_MASK, "posting-row.lack", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "posting-row.link", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "posting-row.judge", NULL);
}

static void
matchum_posting_row_class_init (MatchumPostingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = matchum_posting_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = matchum_posting_row_set_property;
  G_OBJECT_CLASS (klass)->dispose = matchum_posting_row_dispose;
  widget_class->map = matchum_posting_row_map;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (MATCHUM_TYPE_KEY_BADGE);
  g_type_ensure (MATCHUM_TYPE_LINE_LAYOUT);
  g_type_ensure (MATCHUM_TYPE_MARKED_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-posting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, key);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, body);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, text);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, by_hand);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, count);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, word);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, reason);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, items);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, said);
  gtk_widget_class_bind_template_child (widget_class, MatchumPostingRow, more);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);

  gtk_widget_class_install_action (widget_class, "posting-row.activate", NULL, activate_cb);
  gtk_widget_class_install_action (widget_class, "posting-row.jump", NULL, jump_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "posting-row.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "posting-row.activate", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, space_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, space_cb, NULL);
  install_line_actions (widget_class);
  install_claim_actions (widget_class);
  matchum_tailor_actions_bind_keys (widget_class);
  matchum_list_bind_row (widget_class);

  gtk_widget_class_set_css_name (widget_class, "posting-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
matchum_posting_row_init (MatchumPostingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
matchum_posting_row_new (void)
{
  return g_object_new (MATCHUM_TYPE_POSTING_ROW, NULL);
}

MatchumPostingObject *
matchum_posting_row_get_object (MatchumPostingRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_POSTING_ROW (self), NULL);

  return self->object;
}

void
matchum_posting_row_set_object (MatchumPostingRow *self, MatchumPostingObject *object)
{
  g_return_if_fail (MATCHUM_IS_POSTING_ROW (self));
  g_return_if_fail (object == NULL || MATCHUM_IS_POSTING_OBJECT (object));

  if (object == self->object)
    return;

  release_object (self);
  if (object == NULL)
    return;

  self->object = g_object_ref (object);
  g_signal_connect_object (object, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  matchum_marked_label_set_text (self->text, matchum_posting_object_get_text (object));
  update_count (self);
  update_note (self);
  update_link (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

gboolean
matchum_posting_row_find_words (MatchumPostingRow *self, double x, double y, gsize *offset)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  g_return_val_if_fail (MATCHUM_IS_POSTING_ROW (self), FALSE);
  g_return_val_if_fail (offset != NULL, FALSE);

  if (!has_line (self) || self->editor != NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->text), &point, &point)
      || !gtk_widget_contains (GTK_WIDGET (self->text), (double) point.x, (double) point.y))
    return FALSE;
  *offset = matchum_marked_label_find_byte (self->text, (double) point.x, (double) point.y);
  return TRUE;
}

void
matchum_posting_row_set_editor (MatchumPostingRow *self, GtkWidget *editor)
{
  g_return_if_fail (MATCHUM_IS_POSTING_ROW (self));
  g_return_if_fail (editor == NULL || GTK_IS_WIDGET (editor));

  if (editor == self->editor)
    return;
  matchum_words_editor_replace (GTK_WIDGET (self), GTK_WIDGET (self->text), self->editor, editor);
  self->editor = editor;
  if (self->object != NULL)
    update (self);
}

void
matchum_posting_row_set_narrow (MatchumPostingRow *self, gboolean narrow)
{
  g_return_if_fail (MATCHUM_IS_POSTING_ROW (self));

  narrow = !!narrow;
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  if (self->object != NULL)
    update (self);
}
