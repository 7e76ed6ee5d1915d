/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Badges for the first few keys, and a number for the others. */
#include "config.h"

#include "ui/matchum-block-keys.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-key-badge.h"

#define MAX_KEYS 4 /* more are told by their number */

struct _MatchumBlockKeys {
  GtkBox parent_instance;

  MatchumWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (MatchumBlockKeys, matchum_block_keys, GTK_TYPE_BOX)

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
ensure_more_label (MatchumBlockKeys *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self));

  if (last == NULL || !GTK_IS_LABEL (last))
    {
      last = gtk_label_new (NULL);
      gtk_widget_add_css_class (last, "more");
      gtk_box_append (GTK_BOX (self), last);
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

static const char *
get_requirement_text (MatchumBlockKeys *self, guint requirement)
{
  MatchumMatch *match = matchum_workspace_get_match (self->workspace);

  if (match == NULL || requirement >= matchum_match_get_n_requirements (match))
    return NULL;
  return matchum_posting_line_get_text (
      matchum_requirement_get_line (matchum_match_get_requirement (match, requirement)));
}

static GtkWidget *
pick_badge (MatchumBlockKeys *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL ? gtk_widget_get_ancestor (picked, MATCHUM_TYPE_KEY_BADGE) : NULL;
}

static guint
get_badge_requirement (GtkWidget *badge)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (badge), "requirement"));
}

/* A key says its requirement to those who point at it, */
static gboolean
query_tooltip_cb (MatchumBlockKeys *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  GtkWidget *badge = is_keyboard ? NULL : pick_badge (self, x, y);

  g_assert (MATCHUM_IS_BLOCK_KEYS (self));

  if (badge == NULL || self->workspace == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, get_requirement_text (self, get_badge_requirement (badge)));
  return TRUE;
}

/* and selects it where it is pressed. */
static void
pressed_cb (MatchumBlockKeys *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *badge = pick_badge (self, x, y);

  g_assert (MATCHUM_IS_BLOCK_KEYS (self));

  if (badge == NULL || self->workspace == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  matchum_workspace_set_selected_requirement (self->workspace, (int) get_badge_requirement (badge));
}

static void
matchum_block_keys_dispose (GObject *object)
{
  g_clear_object (&MATCHUM_BLOCK_KEYS (object)->workspace);

  G_OBJECT_CLASS (matchum_block_keys_parent_class)->dispose (object);
}

static void
matchum_block_keys_class_init (MatchumBlockKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = matchum_block_keys_dispose;
}

static void
matchum_block_keys_init (MatchumBlockKeys *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "keys");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
matchum_block_keys_set_workspace (MatchumBlockKeys *self, MatchumWorkspace *workspace)
{
  g_return_if_fail (MATCHUM_IS_BLOCK_KEYS (self));
  g_return_if_fail (workspace == NULL || MATCHUM_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
}

void
matchum_block_keys_update (MatchumBlockKeys *self, const MatchumBlockState *state)
{
  GtkWidget *child, *previous = NULL;
  guint n_shown;

  g_return_if_fail (MATCHUM_IS_BLOCK_KEYS (self));
  g_return_if_fail (state != NULL);

  n_shown = MIN (state->keys->len, MAX_KEYS);
  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < n_shown; i++)
    {
      if (child == NULL || !MATCHUM_IS_KEY_BADGE (child))
        {
          GtkWidget *badge = matchum_key_badge_new (NULL);

          gtk_box_insert_child_after (GTK_BOX (self), badge, previous);
          child = badge;
        }
      update_badge (MATCHUM_KEY_BADGE (child), get_shown_key (state, i));
      previous = child;
      child = gtk_widget_get_next_sibling (child);
    }
  remove_from (GTK_BOX (self), child);
  if (state->keys->len > MAX_KEYS)
    {
      /* Translators: so many more requirement keys than there is room for. */
      g_autofree char *more = g_strdup_printf (_ ("+%u"), state->keys->len - MAX_KEYS);

      gtk_label_set_text (GTK_LABEL (ensure_more_label (self)), more);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_shown > 0);
}

char *
matchum_block_keys_dup_words (const MatchumBlockState *state)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  g_return_val_if_fail (state != NULL, NULL);

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
