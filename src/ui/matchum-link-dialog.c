/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists what can be linked, and asks the workspace to link what is chosen. */
#include "config.h"

#include "ui/matchum-link-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-word-breaks.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 640
#define MOST_HEIGHT 680
/* Left free of the window behind. */
#define MARGIN 10

/* Of the check button of a row: the pair that it stands for. */
#define PAIR "matchum-pair"

struct _MatchumLinkDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkButton *link_button;
  GtkLabel *intro_label;
  AdwPreferencesGroup *other_group;
  AdwComboRow *other_row;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *status_page;

  MatchumWorkspace *workspace;
  MatchumWorkspaceBaseline *baseline;
  GPtrArray *others; /* of MatchumWorkspaceBaseline: what the combo row names */
  char *entry;       /* NULL: all */
  GPtrArray *checks; /* of GtkCheckButton, held by the list */
};

enum { LINKED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumLinkDialog, matchum_link_dialog, ADW_TYPE_WINDOW)

static MatchumWorkspaceBaseline *
get_other (MatchumLinkDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->other_row);

  return selected < self->others->len ? self->others->pdata[selected] : NULL;
}

guint
matchum_link_dialog_get_n_chosen (MatchumLinkDialog *self)
{
  guint n = 0;

  g_return_val_if_fail (MATCHUM_IS_LINK_DIALOG (self), 0);

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]);
  return n;
}

guint
matchum_link_dialog_get_n_rows (MatchumLinkDialog *self)
{
  g_return_val_if_fail (MATCHUM_IS_LINK_DIALOG (self), 0);

  return self->checks->len;
}

static void
update_button (MatchumLinkDialog *self)
{
  const guint n = matchum_link_dialog_get_n_chosen (self);
  g_autofree char *label = NULL;

  g_assert (MATCHUM_IS_LINK_DIALOG (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.link", n > 0);
  /* Translators: a button; %u is a number of pairs of entries. */
  label = self->entry == NULL && n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Link %u", "_Link %u", n), n)
                                       : g_strdup (_ ("_Link"));
  gtk_button_set_label (self->link_button, label);
}

/* Rows ------------------------------------------------------------------------------------------------------------ */

static const char *
get_words (MatchumWorkspaceBaseline *baseline, guint block)
{
  return matchum_block_get_text (matchum_resume_get_block (matchum_workspace_baseline_get_resume (baseline), block));
}

static char *
dup_id (MatchumWorkspaceBaseline *baseline, guint block)
{
  return g_strdup (matchum_resume_get_block (matchum_workspace_baseline_get_resume (baseline), block)->id);
}

static MatchumWorkspaceLink *
create_pair (MatchumLinkDialog *self, const MatchumSameEntry *same)
{
  MatchumWorkspaceLink *pair = g_new0 (MatchumWorkspaceLink, 1);

  pair->baseline = g_strdup (matchum_workspace_baseline_get_id (self->baseline));
  pair->entry = dup_id (self->baseline, same->entry);
  pair->other_baseline = g_strdup (matchum_workspace_baseline_get_id (get_other (self)));
  pair->other_entry = dup_id (get_other (self), same->other_entry);
  return pair;
}

/* One of several where one entry is linked, each by itself where all are. */
static GtkWidget *
create_check (MatchumLinkDialog *self, const MatchumSameEntry *same, gboolean is_chosen)
{
  GtkWidget *check = gtk_check_button_new ();

  if (self->entry != NULL && self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), PAIR, create_pair (self, same),
                          (GDestroyNotify) matchum_workspace_link_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return check;
}

static void
append_row (MatchumLinkDialog *self,
            const MatchumSameEntry *same,
            const char *title,
            const char *subtitle,
            gboolean is_chosen)
{
  GtkWidget *row = adw_action_row_new (), *check = create_check (self, same, is_chosen);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (row, "linkrow");
  gtk_list_box_append (self->list, row);
}

static void
append_pair (MatchumLinkDialog *self, const MatchumSameEntry *same)
{
  g_autofree char *why = matchum_same_entry_dup_why (same);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", get_words (get_other (self), same->other_entry), why);

  append_row (self, same, get_words (self->baseline, same->entry), subtitle, TRUE);
}

static void
append_candidate (MatchumLinkDialog *self, const MatchumSameEntry *same, gboolean is_sure)
{
  g_autofree char *why = matchum_same_entry_dup_why (same);
  g_autofree char *subtitle = NULL;

  if (is_sure)
    /* Translators: of an entry of another resume; %s says why it is thought to be the same. */
    subtitle = g_strdup_printf (_ ("Clearly the same: %s"), why);
  else if (same->weight > 0)
    subtitle = g_steal_pointer (&why);
  append_row (self, same, get_words (get_other (self), same->other_entry), subtitle != NULL ? subtitle : "", is_sure);
}

static void
show_status (MatchumLinkDialog *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, description);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* Those of the other resume that are linked to one of this resume already. */
static GHashTable *
find_taken (MatchumLinkDialog *self)
{
  g_autoptr (GPtrArray) links = matchum_workspace_list_links (self->workspace, get_other (self), NULL);
  GHashTable *taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < links->len; i++)
    {
      const MatchumWorkspaceLink *link = links->pdata[i];

      if (g_str_equal (link->other_baseline, matchum_workspace_baseline_get_id (self->baseline)))
        g_hash_table_add (taken, link->entry);
    }
  return taken;
}

static void
list_candidates (MatchumLinkDialog *self, MatchumSameEntries *entries, GPtrArray *sure, guint block)
{
  g_autoptr (GPtrArray) ranked = matchum_same_entries_rank (entries, block);
  g_autoptr (GHashTable) taken = find_taken (self);
  MatchumResume *other = matchum_workspace_baseline_get_resume (get_other (self));
  guint sure_entry = MATCHUM_BLOCK_NONE;

  for (guint i = 0; i < sure->len; i++)
    if (((const MatchumSameEntry *) sure->pdata[i])->entry == block)
      sure_entry = ((const MatchumSameEntry *) sure->pdata[i])->other_entry;
  for (guint i = 0; i < ranked->len; i++)
    {
      const MatchumSameEntry *same = ranked->pdata[i];

      if (!g_hash_table_contains (taken, matchum_resume_get_block (other, same->other_entry)->id))
        append_candidate (self, same, same->other_entry == sure_entry);
    }
  if (self->checks->len == 0)
    show_status (self, _ ("No Entries"), _ ("Every entry of the other resume is linked already, or it has none."));
}

static void
list_pairs (MatchumLinkDialog *self, GPtrArray *sure)
{
  for (guint i = 0; i < sure->len; i++)
    append_pair (self, sure->pdata[i]);
  if (sure->len == 0)
    show_status (self, _ ("Nothing Is Clearly the Same"),
                 _ ("Link entries one by one, from their menus. Those that are linked already are not listed."));
}

static void
clear_list (MatchumLinkDialog *self)
{
  g_ptr_array_set_size (self->checks, 0);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_first_child (GTK_WIDGET (self->list)))
    gtk_list_box_remove (self->list, row);
}

static void
fill (MatchumLinkDialog *self)
{
  MatchumWorkspaceBaseline *other = get_other (self);
  MatchumResume *resume = matchum_workspace_baseline_get_resume (self->baseline);
  MatchumResume *other_resume = other != NULL ? matchum_workspace_baseline_get_resume (other) : NULL;
  const MatchumBlock *block =
      resume != NULL && self->entry != NULL ? matchum_resume_lookup (resume, self->entry) : NULL;
  g_autoptr (MatchumSameEntries) entries = NULL;
  g_autoptr (GPtrArray) sure = NULL;

  clear_list (self);
  gtk_stack_set_visible_child_name (self->stack, "entries");
  if (resume == NULL || other_resume == NULL || (self->entry != NULL && block == NULL))
    {
      show_status (self, _ ("No Entries"), _ ("The other resume cannot be read as it stands."));
      update_button (self);
      return;
    }
  entries = matchum_same_entries_new (resume, other_resume, matchum_workspace_get_lexicon (self->workspace));
  sure = matchum_workspace_suggest_links (self->workspace, entries, self->baseline, other);
  if (self->entry != NULL)
    list_candidates (self, entries, sure, block->index);
  else
    list_pairs (self, sure);
  matchum_word_breaks_apply_all (GTK_WIDGET (self->list));
  update_button (self);
}

static void
other_cb (MatchumLinkDialog *self)
{
  g_assert (MATCHUM_IS_LINK_DIALOG (self));

  if (self->workspace != NULL)
    fill (self);
}

static void
link_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumLinkDialog *self = MATCHUM_LINK_DIALOG (widget);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_workspace_link_free);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (pairs, matchum_workspace_link_copy (g_object_get_data (self->checks->pdata[i], PAIR)));
  g_object_ref (self);
  matchum_workspace_link_entries (self->workspace, pairs);
  g_signal_emit (self, signals[LINKED], 0, pairs->len);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

/* Object ---------------------------------------------------------------------------------------------------------- */

static void
matchum_link_dialog_dispose (GObject *object)
{
  MatchumLinkDialog *self = MATCHUM_LINK_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->baseline);
  g_ptr_array_set_size (self->checks, 0);

  G_OBJECT_CLASS (matchum_link_dialog_parent_class)->dispose (object);
}

static void
matchum_link_dialog_finalize (GObject *object)
{
  MatchumLinkDialog *self = MATCHUM_LINK_DIALOG (object);

  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->checks);
  g_free (self->entry);

  G_OBJECT_CLASS (matchum_link_dialog_parent_class)->finalize (object);
}

static void
matchum_link_dialog_class_init (MatchumLinkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_link_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = matchum_link_dialog_finalize;

  signals[LINKED] = g_signal_new ("linked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-link-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkDialog, link_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkDialog, other_group);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkDialog, other_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MatchumLinkDialog, status_page);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_install_action (widget_class, "dialog.link", NULL, link_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.link", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_link_dialog_init (MatchumLinkDialog *self)
{
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether the entry that is to be linked is linked to something there. */
static gboolean
is_linked_to (MatchumLinkDialog *self, MatchumWorkspaceBaseline *other)
{
  g_autoptr (GPtrArray) links = NULL;

  if (self->entry == NULL)
    return FALSE;
  links = matchum_workspace_list_links (self->workspace, self->baseline, self->entry);
  for (guint i = 0; i < links->len; i++)
    if (g_str_equal (((const MatchumWorkspaceLink *) links->pdata[i])->other_baseline,
                     matchum_workspace_baseline_get_id (other)))
      return TRUE;
  return FALSE;
}

static void
list_others (MatchumLinkDialog *self)
{
  GListModel *baselines = matchum_workspace_get_baselines (self->workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (baselines); i++)
    {
      g_autoptr (MatchumWorkspaceBaseline) other = g_list_model_get_item (baselines, i);

      if (other == self->baseline || matchum_workspace_baseline_is_archived (other) || is_linked_to (self, other))
        continue;
      g_ptr_array_add (self->others, g_object_ref (other));
      gtk_string_list_append (names, matchum_workspace_baseline_get_name (other));
    }
  adw_combo_row_set_model (self->other_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->other_group), self->others->len > 1);
}

/* What is linked, and to which resume where there is only one. */
static void
show_intro (MatchumLinkDialog *self)
{
  MatchumResume *resume = matchum_workspace_baseline_get_resume (self->baseline);
  const MatchumBlock *block =
      resume != NULL && self->entry != NULL ? matchum_resume_lookup (resume, self->entry) : NULL;
  g_autofree char *text = NULL;

  if (block != NULL)
    /* Translators: %s is an entry of a resume: a job, a school. */
    text = g_strdup_printf (
        _ ("Which entry tells of the same thing as “%s”? When one of the two changes, the other is marked."),
        matchum_block_get_text (block));
  else
    text = g_strdup (_ (
        "These entries tell of the same thing in both resumes. When one of two that are linked changes, the other is "
        "marked."));
  gtk_label_set_label (self->intro_label, text);
  matchum_word_breaks_apply (self->intro_label);
  if (self->entry != NULL)
    adw_window_title_set_title (self->window_title, _ ("Link an Entry"));
  if (self->others->len == 1)
    {
      g_autofree char *names = g_strdup_printf ("%s ⇄ %s", matchum_workspace_baseline_get_name (self->baseline),
                                                matchum_workspace_baseline_get_name (self->others->pdata[0]));

      adw_window_title_set_subtitle (self->window_title, names);
    }
}

MatchumLinkDialog *
matchum_link_dialog_new (MatchumWorkspace *workspace, MatchumWorkspaceBaseline *baseline, const char *entry)
{
  MatchumLinkDialog *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline), NULL);

  self = g_object_new (MATCHUM_TYPE_LINK_DIALOG, NULL);
  self->baseline = g_object_ref (baseline);
  self->entry = g_strdup (entry);
  g_set_object (&self->workspace, workspace);
  list_others (self);
  show_intro (self);
  fill (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->link_button));
  if (self->checks->len > 0)
    gtk_window_set_focus (GTK_WINDOW (self), self->checks->pdata[0]);
  return self;
}

void
matchum_link_dialog_fit (MatchumLinkDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_LINK_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}
