/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window itself: what it is made of, and how its parts hear of each other. What it does is in -actions, how it
 * fits its width in -layout, and what it reads in -files. */
#include "config.h"

#include "ui/matchum-window-private.h"

#include <glib/gi18n-lib.h>

#include "matchum-export.h"
#include "ui/matchum-drop-place.h"
#include "ui/matchum-pages-figure.h"
#include "ui/matchum-remarks-dialog.h"
#include "ui/matchum-welcome-page.h"

enum { PROP_0, PROP_SIDEBAR_SHOWN, PROP_PANE, N_PROPS };

static GParamSpec *properties[N_PROPS];

#define FOCUS_FRAMES 3

G_DEFINE_FINAL_TYPE (MatchumWindow, matchum_window, ADW_TYPE_APPLICATION_WINDOW)

/* The title bar of the desktop names the posting. */
static void
update_title (MatchumWindow *self)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  const char *company = current != NULL ? matchum_workspace_posting_get_company (current) : NULL;
  g_autofree char *title = NULL;

  if (company != NULL)
    /* Translators: the title of the window: a company, then the name of the program. */
    title = g_strdup_printf (_ ("%s — Matchum"), company);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("Matchum"));
}

static void
renamed_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  update_title (self);
  matchum_window_update_layout (self);
}

/* The user may have been quicker. */
static gboolean
is_in_list (MatchumWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view_stack))
         && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL;
}

static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MatchumWindow *self = MATCHUM_WINDOW (widget);

  if (--self->n_focus_frames > 0)
    return G_SOURCE_CONTINUE;
  self->focus_id = 0;
  if (is_in_list (self))
    return G_SOURCE_REMOVE;
  matchum_window_focus_view (self);
  gtk_window_set_focus_visible (GTK_WINDOW (self), FALSE);
  return G_SOURCE_REMOVE;
}

/* Only what is on the screen takes the keys: a window that is not yet asks again when it is, and rows are there once
 * they were laid out, in the frame after the next. */
static void
queue_focus (MatchumWindow *self)
{
  if (self->focus_id != 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->n_focus_frames = FOCUS_FRAMES;
  self->focus_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb, NULL, NULL);
}

static void
mapped_cb (MatchumWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->root_stack), "work") == 0)
    queue_focus (self);
}

/* From the first page to the panes and back. The keys go to the panes at once, where there is something to do. */
static void
show_page (MatchumWindow *self, const char *name)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->root_stack), name) == 0)
    return;
  gtk_stack_set_visible_child_name (self->root_stack, name);
  if (g_str_equal (name, "work"))
    queue_focus (self);
}

static void
opened_cb (MatchumWindow *self)
{
  gboolean has_resume = matchum_workspace_get_resume (self->workspace) != NULL;
  gboolean has_posting = g_list_model_get_n_items (matchum_workspace_get_postings (self->workspace)) > 0;

  g_assert (MATCHUM_IS_WINDOW (self));

  show_page (self, has_resume || has_posting ? "work" : "start");
  gtk_stack_set_visible_child_name (self->resume_stack, has_resume ? "pane" : "empty");
  matchum_window_update_fit (self);
  /* Where there is room for one pane, the one that asks for something comes first. */
  matchum_window_show_pane (self, has_resume && !has_posting);
  g_signal_group_set_target (self->current_signals, matchum_workspace_get_current (self->workspace));
  update_title (self);
  matchum_window_update_layout (self);
  matchum_window_update_actions (self);
}

static void
changed_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_update_layout (self);
  matchum_window_update_actions (self);
}

static void
edited_cb (MatchumWindow *self, guint block, MatchumCoverage *before)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_tell_edit (self, block, before);
}

static void
pages_used_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_update_layout (self);
}

static void
block_activated_cb (MatchumWindow *self, guint block)
{
  matchum_window_show_pane (self, FALSE);
  matchum_resume_pane_focus_block (self->resume_pane, block);
}

static void
requirement_activated_cb (MatchumWindow *self, int requirement)
{
  if (requirement < 0)
    return;
  matchum_window_show_pane (self, TRUE);
  matchum_posting_pane_focus_requirement (self->posting_pane, (guint) requirement);
}

static void
restore_size (MatchumWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->is_sidebar_wanted = g_settings_get_boolean (self->settings, "sidebar-shown");
}

static void
save_size (MatchumWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_boolean (self->settings, "sidebar-shown", self->is_sidebar_wanted);
}

static gboolean
matchum_window_close_request (GtkWindow *window)
{
  if (!matchum_window_close_source (MATCHUM_WINDOW (window)))
    return TRUE;
  save_size (MATCHUM_WINDOW (window));
  matchum_workspace_save_state (MATCHUM_WINDOW (window)->workspace);
  return GTK_WINDOW_CLASS (matchum_window_parent_class)->close_request (window);
}

static void
connect_workspace (MatchumWindow *self)
{
  self->current_signals = g_signal_group_new (MATCHUM_TYPE_WORKSPACE_POSTING);
  g_signal_group_connect_swapped (self->current_signals, "notify::company", G_CALLBACK (renamed_cb), self);
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "rewritten", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::pages-used", G_CALLBACK (pages_used_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (matchum_workspace_get_postings (self->workspace), "items-changed", G_CALLBACK (opened_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
connect_panes (MatchumWindow *self)
{
  matchum_resume_pane_set_workspace (self->resume_pane, self->workspace);
  matchum_resume_pane_set_figure (self->resume_pane, matchum_pages_figure_new (self->workspace));
  matchum_posting_pane_set_workspace (self->posting_pane, self->workspace);
  matchum_sidebar_set_workspace (self->sidebar, self->workspace);
  matchum_preview_set_proof (self->preview, self->proof);
  matchum_preview_set_proof (self->side_preview, self->proof);
  g_signal_connect_object (self->posting_pane, "block-activated", G_CALLBACK (block_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->resume_pane, "requirement-activated", G_CALLBACK (requirement_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
connect_settings (MatchumWindow *self)
{
  g_autoptr (GPropertyAction) theme = g_property_action_new ("theme", self->look, "theme");
  g_autoptr (GPropertyAction) paper = g_property_action_new ("paper", self->look, "paper");
  g_autoptr (GAction) compact = g_settings_create_action (self->settings, "compact");
  static const char *const properties_of_look[] = { "theme", "paper", "adjustments" };

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (theme));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (paper));
  g_action_map_add_action (G_ACTION_MAP (self), compact);
  for (gsize i = 0; i < G_N_ELEMENTS (properties_of_look); i++)
    g_object_bind_property (self->look, properties_of_look[i], self->proof, properties_of_look[i],
                            G_BINDING_SYNC_CREATE);
  g_settings_bind (self->settings, "compact", self->resume_pane, "compact", G_SETTINGS_BIND_GET);
}

static void
matchum_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumWindow *self = MATCHUM_WINDOW (object);

  switch (id)
    {
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, matchum_window_is_sidebar_shown (self));
      break;
    case PROP_PANE:
      g_value_set_string (value, self->shows_posting ? "posting" : "resume");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumWindow *self = MATCHUM_WINDOW (object);

  switch (id)
    {
    case PROP_SIDEBAR_SHOWN:
      matchum_window_show_sidebar (self, g_value_get_boolean (value));
      break;
    case PROP_PANE:
      matchum_window_show_pane (self, g_strcmp0 (g_value_get_string (value), "posting") == 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_window_dispose (GObject *object)
{
  MatchumWindow *self = MATCHUM_WINDOW (object);

  matchum_window_close_files (self);
  matchum_window_close_usage (self);
  g_clear_object (&self->split);
  g_clear_object (&self->outer_split);
  if (self->focus_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_id);
  self->focus_id = 0;
  g_clear_handle_id (&self->toast_drop_id, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  matchum_window_close_library (self);
  matchum_window_close_alike (self);
  g_clear_object (&self->current_signals);
  g_clear_handle_id (&self->fonts_id, g_source_remove);
  g_clear_object (&self->fit_plan);
  g_clear_object (&self->proof);
  g_clear_object (&self->look);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (matchum_window_parent_class)->dispose (object);
}

static void
matchum_window_finalize (GObject *object)
{
  MatchumWindow *self = MATCHUM_WINDOW (object);

  g_string_free (self->problems, TRUE);
  g_free (self->watched_baseline);
  g_free (self->watched_text);
  g_ptr_array_unref (self->originals);
  g_ptr_array_unref (self->remarks);
  g_hash_table_unref (self->written);
  g_clear_pointer (&self->last_export, matchum_last_export_free);
  g_strfreev (self->draft);

  G_OBJECT_CLASS (matchum_window_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (MATCHUM_TYPE_ADAPTIVE_BIN);
  g_type_ensure (MATCHUM_TYPE_DROP_PLACE);
  g_type_ensure (MATCHUM_TYPE_FIT_PANE);
  g_type_ensure (MATCHUM_TYPE_NOTICE_BAR);
  g_type_ensure (MATCHUM_TYPE_POSTING_PANE);
  g_type_ensure (MATCHUM_TYPE_PREVIEW);
  g_type_ensure (MATCHUM_TYPE_RESUME_PANE);
  g_type_ensure (MATCHUM_TYPE_SIDEBAR);
  g_type_ensure (MATCHUM_TYPE_WELCOME_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, bin);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, outer_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, main_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, scrim);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, sidebar_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, main_header);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, narrow_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, saving_spinner);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, lost_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, remarks_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, names_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, alike_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, fonts_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, narrow_menu_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, pane_switch);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, resume_toggle_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, posting_toggle_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, outer_paned);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, resume_stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, posting_stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, resume_pane);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, posting_pane);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, fit_pane);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, MatchumWindow, side_preview);
}

static void
matchum_window_class_init (MatchumWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = matchum_window_get_property;
  object_class->set_property = matchum_window_set_property;
  object_class->dispose = matchum_window_dispose;
  object_class->finalize = matchum_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = matchum_window_close_request;

  properties[PROP_SIDEBAR_SHOWN] =
      g_param_spec_boolean ("sidebar-shown", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANE] = g_param_spec_string ("pane", NULL, NULL, "resume",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ensure_types ();
  bind_template (widget_class);
  matchum_window_install_actions (widget_class);
  matchum_window_install_links (widget_class);
}

static void
matchum_window_init (MatchumWindow *self)
{
  self->settings = g_settings_new (MATCHUM_APPLICATION_ID);
  self->problems = g_string_new (NULL);
  self->cancellable = g_cancellable_new ();
  self->originals = g_ptr_array_new_with_free_func (g_object_unref);
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_remark_free);
  self->written = matchum_export_create_written ();
  g_queue_init (&self->jobs);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

MatchumWindow *
matchum_window_new (AdwApplication *application, MatchumLibrary *library, MatchumLexicon *lexicon, MatchumDay as_of)
{
  MatchumWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_WINDOW, "application", application, NULL);
  self->workspace = matchum_workspace_new (library, lexicon, as_of);
  self->look = matchum_look_new (self->settings, self->workspace);
  self->proof = matchum_proof_new (self->workspace);
  restore_size (self);
  connect_workspace (self);
  connect_settings (self);
  connect_panes (self);
  matchum_window_connect_layout (self);
  matchum_window_connect_files (self);
  matchum_window_connect_library (self);
  matchum_window_connect_names (self);
  matchum_window_connect_links (self);
  matchum_window_connect_fonts (self);
  matchum_window_connect_fit (self);
  matchum_window_connect_alike (self);
  opened_cb (self);
  return self;
}

MatchumWorkspace *
matchum_window_get_workspace (MatchumWindow *self)
{
  g_return_val_if_fail (MATCHUM_IS_WINDOW (self), NULL);

  return self->workspace;
}

MatchumProof *
matchum_window_get_proof (MatchumWindow *self)
{
  g_return_val_if_fail (MATCHUM_IS_WINDOW (self), NULL);

  return self->proof;
}

void
matchum_window_set_notice (MatchumWindow *self, const char *text, const char *button, const char *action)
{
  g_return_if_fail (MATCHUM_IS_WINDOW (self));

  matchum_notice_bar_set (self->notice_bar, text, button, action);
}
