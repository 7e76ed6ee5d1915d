/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two entries, a sentence on what they would do, and a row for each name. The rows follow the workspace. */
#include "config.h"

#include "ui/matchum-names-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-name-suggestions.h"
#include "ui/matchum-word-breaks.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 520
#define MOST_HEIGHT 720
/* Left free of the window behind. */
#define MARGIN 30
#define TOAST_SECONDS 10
/* libadwaita 1.2 loses its way when a toast goes while it is still coming. */
#define TOAST_COMES_MS 700
/* Whoever imports more than this has them in a file. */
#define MOST_ROWS 500
#define SENTENCE_MAX 60

struct _MatchumNamesDialog {
  AdwWindow parent_instance;

  GtkLabel *reason_label;
  AdwToastOverlay *toast_overlay;
  GtkWidget *fields;
  AdwEntryRow *name_row;
  AdwEntryRow *concept_row;
  GtkWidget *check_icon;
  GtkLabel *check_label;
  GtkButton *add_button;
  AdwPreferencesGroup *names_group;
  GtkWidget *empty_label;
  GtkLabel *more_label;
  GtkWidget *close_button;

  MatchumNameSuggestions *suggestions;
  MatchumWorkspace *workspace;
  GPtrArray *rows; /* of the group, each with a MatchumWorkspaceName of names */
  GPtrArray *names;
  const MatchumWorkspaceName *changing; /* one of names that is being changed; NULL where one is added */
  char *removed;                        /* a name whose removal is still being written; or NULL */
  AdwToast *toast;                      /* that offers to undo; weak */
  gint64 toast_shown_at;
};

G_DEFINE_FINAL_TYPE (MatchumNamesDialog, matchum_names_dialog, ADW_TYPE_WINDOW)

static gboolean
can_edit (MatchumNamesDialog *self)
{
  return matchum_library_get_read_only_reason (matchum_workspace_get_library (self->workspace)) == NULL;
}

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
set_wrapped (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  matchum_word_breaks_apply (label);
}

/* What stands in the entries */

/* A name as sentences quote it. */
static char *
dup_short (const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= SENTENCE_MAX)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, SENTENCE_MAX);
  return g_strconcat (start, "…", NULL);
}

/* What counting name as what is called concept does. */
static char *
dup_effect (MatchumNamesDialog *self, const char *name, const char *concept)
{
  MatchumLexicon *lexicon = matchum_workspace_get_lexicon (self->workspace);
  const MatchumConcept *target = matchum_lexicon_find_concept (lexicon, concept);
  const MatchumConcept *before = matchum_lexicon_find_concept (lexicon, name);
  g_autofree char *short_name = dup_short (name), *short_concept = dup_short (concept);
  const char *shown = target != NULL ? matchum_concept_get_shown_name (target, concept) : NULL;

  if (target == NULL)
    /* Translators: the first %s is a name that the program does not know, the second another one. */
    return g_strdup_printf (_ ("Matchum does not know “%s”: it will be a skill of its own, which “%s” shows."),
                            short_concept, short_name);
  if (self->changing == NULL && before == target)
    /* Translators: the first %s is a name, the second what it is a name of. */
    return g_strdup_printf (_ ("“%s” is counted as %s already."), short_name, shown);
  if (before != NULL && before != target && matchum_lexicon_is_own_name (lexicon, name))
    {
      if (self->changing == NULL)
        /* Translators: the first %s is a name, the others are what it is and what it will be a name of. */
        return g_strdup_printf (_ ("“%s” will be counted as %s and as %s."), short_name,
                                matchum_concept_get_shown_name (before, concept), shown);
    }
  else if (before != NULL && before != target)
    /* Translators: the first %s is a name, the second what it will be a name of, the third what it is one of now. */
    return g_strdup_printf (_ ("“%s” will be counted as %s, and no longer as %s."), short_name, shown,
                            matchum_concept_get_shown_name (before, concept));
  /* Translators: the first %s is a name, the second what it will be a name of. */
  return g_strdup_printf (_ ("“%s” will be counted as %s."), short_name, shown);
}

/* The sentence under the entries; *is_problem where nothing can be added. */
static char *
dup_sentence (MatchumNamesDialog *self, gboolean *is_problem)
{
  g_autofree char *name = dup_text (self->name_row), *concept = dup_text (self->concept_row);
  g_autoptr (GError) error = NULL;

  *is_problem = FALSE;
  if (*name == '\0' || *concept == '\0')
    return NULL;
  if (matchum_workspace_check_name (self->workspace, name, concept, self->changing, &error))
    return dup_effect (self, name, concept);
  *is_problem = TRUE;
  return g_strdup (error->message);
}

static void
update_check (MatchumNamesDialog *self)
{
  gboolean is_problem;
  g_autofree char *sentence = dup_sentence (self, &is_problem);

  g_assert (MATCHUM_IS_NAMES_DIALOG (self));

  gtk_widget_set_visible (self->check_icon, is_problem);
  gtk_widget_set_margin_start (GTK_WIDGET (self->check_label), is_problem ? 0 : 12);
  set_wrapped (self->check_label, sentence != NULL ? sentence : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", sentence != NULL && !is_problem && can_edit (self));
  gtk_button_set_label (self->add_button, self->changing != NULL ? _ ("_Change") : _ ("_Add"));
}

static void
fill (MatchumNamesDialog *self, const char *name, const char *concept)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  matchum_name_suggestions_fill (self->suggestions, concept);
  update_check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

gboolean
matchum_names_dialog_add (MatchumNamesDialog *self)
{
  g_autofree char *name = NULL;
  g_autofree char *concept = NULL;
  gboolean is_done;

  g_return_val_if_fail (MATCHUM_IS_NAMES_DIALOG (self), FALSE);

  name = dup_text (self->name_row);
  concept = dup_text (self->concept_row);
  if (*name == '\0' || *concept == '\0' || !can_edit (self))
    return FALSE;
  is_done = self->changing != NULL
                ? matchum_workspace_change_name (self->workspace, self->changing, name, concept, NULL)
                : matchum_workspace_add_name (self->workspace, name, concept, NULL);
  if (!is_done)
    return FALSE; /* the sentence says why */
  self->changing = NULL;
  fill (self, "", "");
  return TRUE;
}

static void
name_activated_cb (MatchumNamesDialog *self)
{
  g_autofree char *concept = dup_text (self->concept_row);

  g_assert (MATCHUM_IS_NAMES_DIALOG (self));

  if (*concept == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->concept_row));
  else
    matchum_names_dialog_add (self);
}

static void
concept_activated_cb (MatchumNamesDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);

  g_assert (MATCHUM_IS_NAMES_DIALOG (self));

  if (*name == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  else
    matchum_names_dialog_add (self);
}

/* Toasts */

static gboolean
is_toast_young (MatchumNamesDialog *self)
{
  return self->toast != NULL && g_get_monotonic_time () - self->toast_shown_at < TOAST_COMES_MS * 1000;
}

static void
drop_toast (MatchumNamesDialog *self)
{
  g_autoptr (AdwToast) toast = self->toast != NULL ? g_object_ref (self->toast) : NULL;

  if (toast == NULL)
    return;
  adw_toast_set_button_label (toast, NULL);
  if (is_toast_young (self))
    return;
  g_clear_weak_pointer (&self->toast);
  adw_toast_dismiss (toast);
}

static void
toast_dismissed_cb (MatchumNamesDialog *self, AdwToast *toast)
{
  if (toast == self->toast)
    g_clear_weak_pointer (&self->toast);
}

static void
fill_toast (AdwToast *toast, const char *name)
{
  g_autofree char *short_name = dup_short (name);
  /* Translators: %s is a name. */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is forgotten"), short_name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "dialog.undo");
}

static void
show_toast (MatchumNamesDialog *self, const char *name)
{
  AdwToast *toast;

  if (is_toast_young (self))
    {
      fill_toast (self->toast, name);
      return;
    }
  drop_toast (self);
  toast = adw_toast_new ("");
  fill_toast (toast, name);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_shown_at = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* The rows */

static const MatchumWorkspaceName *
get_name (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);

  return g_object_get_data (G_OBJECT (row), "name");
}

static void
remove_clicked_cb (MatchumNamesDialog *self, GtkWidget *button)
{
  const MatchumWorkspaceName *name = get_name (button);

  g_assert (MATCHUM_IS_NAMES_DIALOG (self));

  g_free (self->removed);
  self->removed = g_strdup (name->name);
  matchum_workspace_remove_name (self->workspace, name->name, name->concept);
}

static void
row_activated_cb (MatchumNamesDialog *self, GtkWidget *row)
{
  g_assert (MATCHUM_IS_NAMES_DIALOG (self));

  self->changing = get_name (row);
  fill (self, self->changing->name, self->changing->concept);
}

static GtkWidget *
create_remove_button (MatchumNamesDialog *self, const MatchumWorkspaceName *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  /* Translators: read aloud for a button; %s is a name. */
  g_autofree char *label = g_strdup_printf (_ ("Forget “%s”"), name->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Forget this name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (MatchumNamesDialog *self, const MatchumWorkspaceName *name)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: both %s are names. */
  g_autofree char *title = g_strdup_printf (_ ("“%s” is counted as “%s”"), name->name, name->concept);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data (G_OBJECT (row), "name", (gpointer) name);
  if (name->problem != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), name->problem);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  if (can_edit (self))
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_remove_button (self, name));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, _ ("Change this name"));
      g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
    }
  matchum_word_breaks_apply_all (row);
  adw_preferences_group_add (self->names_group, row);
  g_ptr_array_add (self->rows, row);
}

/* Those that are left out come first: they want to be seen. */
static void
add_rows (MatchumNamesDialog *self)
{
  for (guint is_bad = 2; is_bad-- > 0;)
    for (guint i = 0; i < self->names->len && self->rows->len < MOST_ROWS; i++)
      {
        const MatchumWorkspaceName *name = self->names->pdata[i];

        if ((name->problem != NULL) == (is_bad == 1))
          add_row (self, name);
      }
}

static void
show_more (MatchumNamesDialog *self)
{
  const guint n_more = self->names->len - self->rows->len;
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more is not shown", "%u more are not shown", n_more), n_more);

  gtk_label_set_label (self->more_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n_more > 0);
}

static const MatchumWorkspaceName *
find_same (GPtrArray *names, const MatchumWorkspaceName *wanted)
{
  for (guint i = 0; wanted != NULL && i < names->len; i++)
    {
      const MatchumWorkspaceName *name = names->pdata[i];

      if (g_str_equal (name->name, wanted->name) && g_str_equal (name->concept, wanted->concept))
        return name;
    }
  return NULL;
}

/* The row with the focus, or -1. */
static int
find_focused (MatchumNamesDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if (focus == self->rows->pdata[i] || gtk_widget_is_ancestor (focus, self->rows->pdata[i]))
      return (int) i;
  return -1;
}

/* Where a row went, to the one that is there now: its neighbour, so that several can be taken away in a row. */
static void
focus_row (MatchumNamesDialog *self, int index)
{
  if (self->rows->len == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  else
    gtk_widget_child_focus (self->rows->pdata[MIN ((guint) index, self->rows->len - 1)], GTK_DIR_TAB_FORWARD);
}

static void
show_names (MatchumNamesDialog *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->names);
  const int focused = find_focused (self);

  self->names = g_ptr_array_ref (matchum_workspace_get_names (self->workspace));
  self->changing = find_same (self->names, self->changing);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->names_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  add_rows (self);
  show_more (self);
  gtk_widget_set_visible (GTK_WIDGET (self->names_group), self->names->len > 0);
  gtk_widget_set_visible (self->empty_label, self->names->len == 0);
  matchum_name_suggestions_set_lexicon (self->suggestions, matchum_workspace_get_lexicon (self->workspace));
  update_check (self);
  if (focused >= 0)
    focus_row (self, focused);
}

static void
names_changed_cb (MatchumNamesDialog *self)
{
  g_autofree char *removed = g_steal_pointer (&self->removed);

  g_assert (MATCHUM_IS_NAMES_DIALOG (self));

  show_names (self);
  if (removed != NULL)
    show_toast (self, removed);
  else
    drop_toast (self); /* what it would undo is another edit now */
}

/* Nothing went. */
static void
failed_cb (MatchumNamesDialog *self)
{
  g_assert (MATCHUM_IS_NAMES_DIALOG (self));

  g_clear_pointer (&self->removed, g_free);
}

/* Actions */

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_names_dialog_add (MATCHUM_NAMES_DIALOG (widget));
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_workspace_undo (MATCHUM_NAMES_DIALOG (widget)->workspace);
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  matchum_workspace_redo (MATCHUM_NAMES_DIALOG (widget)->workspace);
}

/* What is begun is given up before the dialog goes. */
static void
escape_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumNamesDialog *self = MATCHUM_NAMES_DIALOG (widget);

  if (self->changing == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->changing = NULL;
  fill (self, "", "");
}

static void
matchum_names_dialog_dispose (GObject *object)
{
  MatchumNamesDialog *self = MATCHUM_NAMES_DIALOG (object);

  if (self->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->suggestions));
  self->suggestions = NULL;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  self->changing = NULL;
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->removed, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (matchum_names_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-names-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, reason_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, concept_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, check_icon);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, check_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, names_group);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, empty_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, more_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumNamesDialog, close_button);
  gtk_widget_class_bind_template_callback (widget_class, update_check);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, concept_activated_cb);
}

static void
matchum_names_dialog_class_init (MatchumNamesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_names_dialog_dispose;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "dialog.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "dialog.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "dialog.escape", NULL, escape_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "dialog.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "dialog.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "dialog.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.escape", NULL);
}

static void
matchum_names_dialog_init (MatchumNamesDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->suggestions = MATCHUM_NAME_SUGGESTIONS (matchum_name_suggestions_new (GTK_WIDGET (self->concept_row)));
  matchum_word_breaks_apply_all (GTK_WIDGET (self));
}

static void
show_reason (MatchumNamesDialog *self)
{
  const char *reason = matchum_library_get_read_only_reason (matchum_workspace_get_library (self->workspace));

  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), reason != NULL);
  if (reason != NULL)
    set_wrapped (self->reason_label, reason);
  gtk_widget_set_sensitive (self->fields, reason == NULL);
}

MatchumNamesDialog *
matchum_names_dialog_new (MatchumWorkspace *workspace)
{
  MatchumNamesDialog *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (MATCHUM_TYPE_NAMES_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  show_reason (self);
  show_names (self);
  g_signal_connect_object (workspace, "names-changed", G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), can_edit (self) ? GTK_WIDGET (self->name_row) : self->close_button);
  return self;
}

void
matchum_names_dialog_fit (MatchumNamesDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_NAMES_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}

void
matchum_names_dialog_set_concept (MatchumNamesDialog *self, const char *concept)
{
  g_return_if_fail (MATCHUM_IS_NAMES_DIALOG (self));
  g_return_if_fail (concept != NULL);

  self->changing = NULL;
  fill (self, "", concept);
}
