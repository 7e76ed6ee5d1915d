/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one row of a proposal, of whichever kind. */
#include "config.h"

#include "ui/matchum-fit-row.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-key-badge.h"
#include "ui/matchum-list-focus.h"
#include "ui/matchum-word-breaks.h"

struct _MatchumFitRow {
  GtkBox parent_instance;

  MatchumKeyBadge *key;
  GtkImage *icon;
  GtkBox *body;
  GtkLabel *text;
  GtkLabel *detail;
  GtkBox *effects;
  GtkLabel *figure;
  GtkButton *button;

  MatchumFitObject *object;
  gboolean is_narrow;
};

G_DEFINE_FINAL_TYPE (MatchumFitRow, matchum_fit_row, GTK_TYPE_BOX)

typedef struct {
  const char *css_class;
  const char *icon_name;
  const char *button;
  const char *tooltip;
} Kind;

static const Kind kinds[] = {
  [MATCHUM_FIT_ROW_GROUP] = { "group", NULL, NULL, NULL },
  [MATCHUM_FIT_ROW_HIDDEN] = { "hidden", "view-conceal-symbolic", N_ ("Keep"), N_ ("Keep (Space)") },
  [MATCHUM_FIT_ROW_KEPT] = { "kept", "view-reveal-symbolic", N_ ("Hide"), N_ ("Hide (Space)") },
  [MATCHUM_FIT_ROW_RETURNING] = { "returning", "view-conceal-symbolic", NULL, NULL },
  [MATCHUM_FIT_ROW_UNCOVERED] = { "uncovered", NULL, NULL, NULL },
  [MATCHUM_FIT_ROW_RETURNABLE] = { "returnable", "view-conceal-symbolic", N_ ("Show"), N_ ("Show (Space)") },
  [MATCHUM_FIT_ROW_PINNED] = { "pinned", "view-pin-symbolic", N_ ("Unpin"), N_ ("Unpin (Space)") },
};

static const Kind *
get_kind (MatchumFitRow *self)
{
  return &kinds[matchum_fit_object_get_kind (self->object)];
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_text (label, text != NULL ? text : "");
  matchum_word_breaks_apply (label);
}

/* Lines that are freed, or taken; of a group, how many rows there are. */
static char *
dup_figure (MatchumFitRow *self, gboolean is_read_aloud)
{
  guint n_lines = matchum_fit_object_get_n_lines (self->object);

  switch (matchum_fit_object_get_kind (self->object))
    {
    case MATCHUM_FIT_ROW_GROUP:
      return g_strdup_printf ("%u", matchum_fit_object_get_count (self->object));
    case MATCHUM_FIT_ROW_HIDDEN:
      if (is_read_aloud)
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "frees %u line", "frees %u lines", n_lines), n_lines);
      /* Translators: printed lines that are freed by hiding an item; − is a minus sign. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "−%u line", "−%u lines", n_lines), n_lines);
    case MATCHUM_FIT_ROW_RETURNING:
    case MATCHUM_FIT_ROW_RETURNABLE:
      if (!is_read_aloud)
        /* Translators: printed lines that an item takes when it is shown again. */
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "+%u line", "+%u lines", n_lines), n_lines);
      G_GNUC_FALLTHROUGH;
    case MATCHUM_FIT_ROW_PINNED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line", "%u lines", n_lines), n_lines);
    case MATCHUM_FIT_ROW_KEPT:
    case MATCHUM_FIT_ROW_UNCOVERED:
    default:
      return NULL;
    }
}

static void
clear_effects (MatchumFitRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->effects))) != NULL)
    gtk_box_remove (self->effects, child);
}

static void
append_key (GtkWidget *line, const char *key)
{
  GtkWidget *badge = matchum_key_badge_new (key);

  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), badge);
}

static gboolean
says_the_same (const MatchumFitEffect *effect, const MatchumFitEffect *other)
{
  return effect->standing == other->standing && effect->key != NULL && other->key != NULL
         && g_str_equal (effect->words, other->words);
}

/* What is the same for several requirements is one line. Returns how many. */
static guint
append_effects (MatchumFitRow *self, GPtrArray *effects, guint first)
{
  const MatchumFitEffect *effect = effects->pdata[first];
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", effect->words, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  guint n = 0;

  for (; first + n < effects->len && (n == 0 || says_the_same (effect, effects->pdata[first + n])); n++)
    if (effect->key != NULL)
      append_key (line, ((const MatchumFitEffect *) effects->pdata[first + n])->key);
  if (effect->key != NULL)
    gtk_box_append (GTK_BOX (line),
                    g_object_new (GTK_TYPE_IMAGE, "icon-name", matchum_standing_get_icon_name (effect->standing),
                                  "valign", GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL));
  matchum_word_breaks_apply (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_set_css_classes (line,
                              (const char *[]){ "effect", matchum_standing_get_css_class (effect->standing), NULL });
  gtk_box_append (self->effects, line);
  return n;
}

/* The key of a requirement that a row is about stands before it, as in the posting. */
static void
update_effects (MatchumFitRow *self)
{
  GPtrArray *effects = matchum_fit_object_get_effects (self->object);
  gboolean is_requirement = matchum_fit_object_get_kind (self->object) == MATCHUM_FIT_ROW_UNCOVERED;

  clear_effects (self);
  gtk_widget_set_visible (GTK_WIDGET (self->key), is_requirement);
  gtk_widget_set_visible (GTK_WIDGET (self->effects), effects->len > 0 && !is_requirement);
  if (!is_requirement)
    {
      for (guint i = 0; i < effects->len;)
        i += append_effects (self, effects, i);
      return;
    }
  if (effects->len > 0)
    matchum_key_badge_set_label (self->key, ((const MatchumFitEffect *) effects->pdata[0])->key);
}

static void
update_icon (MatchumFitRow *self)
{
  GPtrArray *effects = matchum_fit_object_get_effects (self->object);
  const char *icon_name = get_kind (self)->icon_name;
  const char *classes[] = { get_kind (self)->css_class, NULL, NULL };

  if (matchum_fit_object_get_kind (self->object) == MATCHUM_FIT_ROW_UNCOVERED && effects->len > 0)
    {
      MatchumStanding standing = ((const MatchumFitEffect *) effects->pdata[0])->standing;

      icon_name = matchum_standing_get_icon_name (standing);
      classes[1] = matchum_standing_get_css_class (standing);
    }
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  gtk_image_set_from_icon_name (self->icon, icon_name);
}

static void
update_button (MatchumFitRow *self)
{
  const Kind *kind = get_kind (self);
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->button), kind->button != NULL);
  if (kind->button == NULL)
    return;
  gtk_button_set_label (self->button, _ (kind->button));
  if (matchum_fit_object_get_kind (self->object) == MATCHUM_FIT_ROW_KEPT)
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "flat");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ (kind->tooltip));
  /* Translators: the name of a button: what it does, and the words of the item that it does it to. */
  name = g_strdup_printf (_ ("%s: %s"), _ (kind->button), matchum_fit_object_get_text (self->object));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What the row shows, in words, for those who hear it. */
static void
update_accessible_label (MatchumFitRow *self)
{
  const char *detail = matchum_fit_object_get_detail (self->object);
  GPtrArray *effects = matchum_fit_object_get_effects (self->object);
  g_autofree char *figure = dup_figure (self, TRUE);
  g_autoptr (GString) label = g_string_new (matchum_fit_object_get_text (self->object));

  if (figure != NULL)
    g_string_append_printf (label, "; %s", figure);
  if (detail != NULL)
    g_string_append_printf (label, "; %s", detail);
  for (guint i = 0; i < effects->len; i++)
    {
      const MatchumFitEffect *effect = effects->pdata[i];

      g_string_append_printf (label, "; %s%s%s", effect->key != NULL ? effect->key : "", effect->key != NULL ? " " : "",
                              effect->words);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
}

/* Small words under the text, and the figure beside it, or before these where there is no room for it. */
static void
update_figure (MatchumFitRow *self)
{
  const char *detail = matchum_fit_object_get_detail (self->object);
  g_autofree char *figure = dup_figure (self, FALSE);
  g_autofree char *joined = NULL;
  gboolean is_below = self->is_narrow && figure != NULL && get_kind (self)->icon_name != NULL;

  if (is_below)
    joined = detail != NULL ? g_strjoin (" · ", figure, detail, NULL) : g_strdup (figure);
  set_text (self->detail, is_below ? joined : detail);
  set_text (self->figure, is_below ? NULL : figure);
}

static void
update (MatchumFitRow *self)
{
  update_icon (self);
  set_text (self->text, matchum_fit_object_get_text (self->object));
  update_figure (self);
  update_effects (self);
  update_button (self);
  update_accessible_label (self);
}

static void
ask_pane (MatchumFitRow *self, const char *action)
{
  if (self->object != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "(su)", matchum_fit_object_get_id (self->object),
                                (guint) matchum_fit_object_get_kind (self->object));
}

static void
act_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_FIT_ROW (widget), "fit.act");
}

static void
jump_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_pane (MATCHUM_FIT_ROW (widget), "fit.jump");
}

static void
release_object (MatchumFitRow *self)
{
  if (self->object == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->object, update, self);
  g_clear_object (&self->object);
}

static void
matchum_fit_row_dispose (GObject *object)
{
  release_object (MATCHUM_FIT_ROW (object));

  G_OBJECT_CLASS (matchum_fit_row_parent_class)->dispose (object);
}

static void
matchum_fit_row_class_init (MatchumFitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_fit_row_dispose;

  g_type_ensure (MATCHUM_TYPE_KEY_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-fit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumFitRow, key);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitRow, body);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitRow, text);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitRow, effects);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitRow, figure);
  gtk_widget_class_bind_template_child (widget_class, MatchumFitRow, button);

  gtk_widget_class_install_action (widget_class, "fit-row.act", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "fit-row.jump", NULL, jump_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "fit-row.act", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Space, 0, "fit-row.act", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, 0, "fit-row.act", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "fit-row.jump", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "fit-row.jump", NULL);
  matchum_list_bind_row (widget_class);

  gtk_widget_class_set_css_name (widget_class, "fit-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
matchum_fit_row_init (MatchumFitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
matchum_fit_row_new (void)
{
  return g_object_new (MATCHUM_TYPE_FIT_ROW, NULL);
}

MatchumFitObject *
matchum_fit_row_get_object (MatchumFitRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_ROW (self), NULL);

  return self->object;
}

void
matchum_fit_row_set_object (MatchumFitRow *self, MatchumFitObject *object)
{
  g_return_if_fail (MATCHUM_IS_FIT_ROW (self));
  g_return_if_fail (object == NULL || MATCHUM_IS_FIT_OBJECT (object));

  if (object == self->object)
    return;
  release_object (self);
  if (object == NULL)
    return;
  self->object = g_object_ref (object);
  g_signal_connect_object (object, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
matchum_fit_row_set_narrow (MatchumFitRow *self, gboolean is_narrow)
{
  g_return_if_fail (MATCHUM_IS_FIT_ROW (self));

  if (is_narrow == self->is_narrow)
    return;
  self->is_narrow = is_narrow;
  if (self->object != NULL)
    update_figure (self);
}
