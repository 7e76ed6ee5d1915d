/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arranges the window for its width: one pane below 620 px, two up to 1000, the sidebar beside them up to 1900, and
 * the preview as a third pane from there on. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-pages-figure.h"

static int
get_default_width (MatchumWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  return width;
}

static gboolean
has_room_for_sidebar (MatchumWindow *self)
{
  return self->width >= MATCHUM_WIDTH_WIDE;
}

/* The sidebar stands beside the panes, over them, or in their place. */
static void
place_sidebar (MatchumWindow *self)
{
  gboolean is_over = self->width == MATCHUM_WIDTH_MEDIUM;
  GtkWidget *sidebar = GTK_WIDGET (self->sidebar_box);
  gboolean was_over = gtk_widget_get_parent (sidebar) == GTK_WIDGET (self->overlay);

  if (is_over == was_over)
    return;

  g_object_ref (sidebar);
  if (is_over)
    {
      gtk_box_remove (self->outer_box, sidebar);
      gtk_overlay_add_overlay (self->overlay, sidebar);
    }
  else
    {
      gtk_overlay_remove_overlay (self->overlay, sidebar);
      gtk_box_prepend (self->outer_box, sidebar);
    }
  gtk_widget_set_halign (sidebar, is_over ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  g_object_unref (sidebar);
}

static void
show_sidebar_parts (MatchumWindow *self)
{
  gboolean is_narrow = self->width == MATCHUM_WIDTH_NARROW;
  gboolean is_shown = matchum_window_is_sidebar_shown (self);

  place_sidebar (self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sidebar_box), is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_box), is_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->main_box), !is_narrow || !is_shown);
  gtk_widget_set_visible (self->scrim, self->width == MATCHUM_WIDTH_MEDIUM && is_shown);
  matchum_sidebar_set_shows_window_buttons (self->sidebar, is_narrow);
  if (self->width == MATCHUM_WIDTH_MEDIUM)
    gtk_widget_add_css_class (GTK_WIDGET (self->sidebar_box), "floating");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sidebar_box), "floating");
}

static void
show_header_parts (MatchumWindow *self)
{
  gboolean is_narrow = self->width == MATCHUM_WIDTH_NARROW;

  adw_header_bar_set_show_start_title_buttons (self->main_header,
                                               !has_room_for_sidebar (self) || !self->is_sidebar_wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->redo_button), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_menu_button), is_narrow);
  gtk_stack_set_visible_child_name (self->title_stack, is_narrow ? "title" : "views");
  adw_view_switcher_bar_set_reveal (self->switcher_bar, is_narrow);
}

/* The baseline alone has no posting beside it, unless there is none at all yet. */
static gboolean
has_posting_side (MatchumWindow *self)
{
  return matchum_workspace_get_current (self->workspace) != NULL
         || g_list_model_get_n_items (matchum_workspace_get_postings (self->workspace)) == 0;
}

static void
show_panes (MatchumWindow *self)
{
  gboolean is_narrow = self->width == MATCHUM_WIDTH_NARROW;
  gboolean has_side = has_posting_side (self);
  gboolean is_tailor = g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), "tailor") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->resume_stack), !is_narrow || !has_side || !self->shows_posting);
  gtk_widget_set_visible (GTK_WIDGET (self->posting_stack), has_side && (!is_narrow || self->shows_posting));
  gtk_widget_set_visible (GTK_WIDGET (self->side_preview), self->width == MATCHUM_WIDTH_ULTRA);
  gtk_widget_set_visible (self->pane_switch, is_narrow && has_side && is_tailor);
  matchum_resume_pane_set_narrow (self->resume_pane, is_narrow);
  matchum_posting_pane_set_narrow (self->posting_pane, is_narrow);
  matchum_fit_pane_set_narrow (self->fit_pane, is_narrow);
  matchum_notice_bar_set_narrow (self->alike_bar, is_narrow);
  matchum_pages_figure_set_narrow (MATCHUM_PAGES_FIGURE (matchum_resume_pane_get_figure (self->resume_pane)),
                                   is_narrow);
}

static char *
dup_coverage_words (MatchumCoverage *coverage)
{
  MatchumTally required = matchum_coverage_get_required (coverage);
  MatchumTally preferred = matchum_coverage_get_preferred (coverage);

  /* Translators: how much of what a posting asks for is met: "Required 6/7 · Preferred 5/8". */
  return g_strdup_printf (_ ("Required %u/%u · Preferred %u/%u"), required.met,
                          required.met + required.partial + required.missing, preferred.met,
                          preferred.met + preferred.partial + preferred.missing);
}

static void
set_toggle_label (GtkLabel *label, const char *name, const char *figure)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>  <small>%s</small>", name, figure);

  gtk_label_set_markup (label, markup);
}

static void
show_narrow_figures (MatchumWindow *self)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  MatchumCoverage *coverage = matchum_workspace_get_coverage (self->workspace);
  g_autofree char *pages = matchum_pages_figure_dup_words_of (matchum_workspace_get_pages_used (self->workspace),
                                                              matchum_workspace_get_budget (self->workspace));
  g_autofree char *words = coverage != NULL ? dup_coverage_words (coverage) : g_strdup ("");
  g_autofree char *open = NULL;

  if (coverage != NULL)
    {
      MatchumTally required = matchum_coverage_get_required (coverage);
      MatchumTally preferred = matchum_coverage_get_preferred (coverage);
      guint n_open = required.partial + required.missing + preferred.partial + preferred.missing;

      /* Translators: the number of requirements that are not met or met in part only. */
      open = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open", "%u open", n_open), n_open);
    }
  set_toggle_label (self->resume_toggle_label, _ ("Resume"), pages);
  if (matchum_window_is_fit_shown (self))
    set_toggle_label (self->posting_toggle_label, _ ("Fit to Pages"), "");
  else
    set_toggle_label (self->posting_toggle_label, _ ("Posting"), open != NULL ? open : "");
  adw_window_title_set_title (self->narrow_title, current != NULL ? matchum_workspace_posting_get_company (current)
                                                                  : _ ("Baseline Resume"));
  adw_window_title_set_subtitle (self->narrow_title, words);
}

/* The sides of a division, as GSettings knows them: what two panes share is not what the first two of three share. */
static void
choose_shares (MatchumWindow *self)
{
  /* First of all: else the old key hears of the value of the new one. */
  g_settings_unbind (self->split, "share");
  g_settings_bind (self->settings, self->width == MATCHUM_WIDTH_ULTRA ? "resume-share-of-three" : "resume-share",
                   self->split, "share", G_SETTINGS_BIND_DEFAULT);
}

/* What the first frame is to look like, as far as the width is known. */
static void
expect_room (MatchumWindow *self)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self->bin)), sidebar = 0;

  if (room == 0)
    room = get_default_width (self);
  if (has_room_for_sidebar (self) && self->is_sidebar_wanted)
    gtk_widget_measure (GTK_WIDGET (self->sidebar_box), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &sidebar, NULL, NULL);
  room -= sidebar;
  if (self->width == MATCHUM_WIDTH_ULTRA)
    {
      matchum_split_expect (self->outer_split, room);
      room = (int) (room * matchum_split_get_share (self->outer_split));
    }
  matchum_split_expect (self->split, room);
}

static void
width_changed_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  self->width = matchum_adaptive_bin_get_width (self->bin);
  self->is_sidebar_floating = FALSE;
  matchum_window_update_layout (self);
  choose_shares (self);
  expect_room (self);
  g_object_notify (G_OBJECT (self), "sidebar-shown");
}

static void
view_changed_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  show_panes (self);
}

static void
sidebar_chosen_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  if (!has_room_for_sidebar (self))
    matchum_window_show_sidebar (self, FALSE);
}

static void
scrim_pressed_cb (MatchumWindow *self)
{
  matchum_window_show_sidebar (self, FALSE);
}

static void
add_key (GtkEventController *keys, guint keyval, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                                                          gtk_named_action_new (action)));
}

/* Taken before the paned widgets see them: F6 is theirs too, and knows neither the sidebar nor the rows. */
static void
add_pane_keys (MatchumWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_F6, 0, "win.next-pane");
  add_key (keys, GDK_KEY_F6, GDK_SHIFT_MASK, "win.previous-pane");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
matchum_window_connect_layout (MatchumWindow *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  g_signal_connect_object (self->bin, "notify::width", G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view_stack, "notify::visible-child", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "chosen", G_CALLBACK (sidebar_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "pressed", G_CALLBACK (scrim_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scrim, GTK_EVENT_CONTROLLER (press));
  add_pane_keys (self);

  /* Right from the first frame, as far as it is known. */
  matchum_adaptive_bin_expect (self->bin, get_default_width (self));
  self->width = matchum_adaptive_bin_get_width (self->bin);
  self->split = matchum_split_new (self->paned);
  self->outer_split = matchum_split_new (self->outer_paned);
  g_settings_bind (self->settings, "panes-share", self->outer_split, "share", G_SETTINGS_BIND_DEFAULT);
  choose_shares (self);
  expect_room (self);
}

void
matchum_window_update_layout (MatchumWindow *self)
{
  show_sidebar_parts (self);
  show_header_parts (self);
  show_panes (self);
  if (self->width == MATCHUM_WIDTH_NARROW)
    show_narrow_figures (self);
}

void
matchum_window_show_pane (MatchumWindow *self, gboolean is_posting)
{
  if (is_posting == self->shows_posting)
    return;
  self->shows_posting = is_posting;
  show_panes (self);
  g_object_notify (G_OBJECT (self), "pane");
}

gboolean
matchum_window_is_sidebar_shown (MatchumWindow *self)
{
  return has_room_for_sidebar (self) ? self->is_sidebar_wanted : self->is_sidebar_floating;
}

void
matchum_window_show_sidebar (MatchumWindow *self, gboolean is_shown)
{
  if (is_shown == matchum_window_is_sidebar_shown (self))
    return;

  if (has_room_for_sidebar (self))
    self->is_sidebar_wanted = is_shown;
  else
    self->is_sidebar_floating = is_shown;
  matchum_window_update_layout (self);
  if (is_shown && !has_room_for_sidebar (self))
    matchum_sidebar_focus (self->sidebar);
  g_object_notify (G_OBJECT (self), "sidebar-shown");
}

/* Panes */

#define MOST_PANES 4

static guint
list_panes (MatchumWindow *self, GtkWidget *panes[MOST_PANES])
{
  GtkWidget *all[] = {
    GTK_WIDGET (self->sidebar),      GTK_WIDGET (self->resume_stack), GTK_WIDGET (self->posting_stack),
    GTK_WIDGET (self->side_preview), GTK_WIDGET (self->preview),
  };
  guint n_panes = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (all) && n_panes < MOST_PANES; i++)
    if (gtk_widget_get_mapped (all[i]))
      panes[n_panes++] = all[i];
  return n_panes;
}

static GtkWidget *
find_list (GtkWidget *root)
{
  if (GTK_IS_LIST_VIEW (root) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A pane with a list is entered by its rows, past the buttons above them. */
static gboolean
focus_list (GtkWidget *pane)
{
  GtkWidget *list = find_list (pane);

  return list != NULL && gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

static gboolean
focus_pane (MatchumWindow *self, GtkWidget *pane)
{
  if (MATCHUM_IS_SIDEBAR (pane))
    return matchum_sidebar_focus (MATCHUM_SIDEBAR (pane));
  if (MATCHUM_IS_PREVIEW (pane))
    return matchum_preview_focus (MATCHUM_PREVIEW (pane));
  return focus_list (pane) || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

void
matchum_window_focus_view (MatchumWindow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->preview)))
    focus_pane (self, GTK_WIDGET (self->preview));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->resume_stack)))
    focus_pane (self, GTK_WIDGET (self->resume_stack));
  else
    focus_pane (self, GTK_WIDGET (self->posting_stack));
}

/* Where there is room for one pane, the other one takes its place. */
static gboolean
turn_over (MatchumWindow *self)
{
  if (!gtk_widget_get_mapped (self->pane_switch))
    return FALSE;
  matchum_window_show_pane (self, !self->shows_posting);
  matchum_window_focus_view (self);
  return TRUE;
}

void
matchum_window_move_focus (MatchumWindow *self, gboolean is_forward)
{
  GtkWidget *panes[MOST_PANES];
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint n_panes = list_panes (self, panes);
  guint from = is_forward ? n_panes - 1 : 0;

  if (n_panes == 0)
    return;
  if (n_panes == 1 && turn_over (self))
    {
      gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
      return;
    }
  for (guint i = 0; i < n_panes; i++)
    if (focus != NULL && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      from = i;

  /* A pane with nothing to focus is passed over. */
  for (guint step = 1; step <= n_panes; step++)
    if (focus_pane (self, panes[is_forward ? (from + step) % n_panes : (from + n_panes * 2 - step) % n_panes]))
      break;
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}
