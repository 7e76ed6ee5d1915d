/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what the workspace has of old wordings, and follows it: what is decided or undone comes and goes. */
#include "config.h"

#include "ui/matchum-wording-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-word-breaks.h"
#include "ui/matchum-wording-row.h"

/* Pixels: how much smaller than the window it stays, and its sizes. */
#define MARGIN 40
#define LEAST_WIDTH 300
#define MOST_WIDTH 760
#define LEAST_HEIGHT 260
#define MOST_HEIGHT 620
/* Texts stand side by side from this width on. */
#define WIDE 520

struct _MatchumWordingDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *intro_label;
  GtkListBox *list;

  MatchumWorkspace *workspace;
  gboolean narrow;
};

enum { TOLD, EDIT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumWordingDialog, matchum_wording_dialog, ADW_TYPE_WINDOW)

static void
tell (MatchumWordingDialog *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

/* What is done is shown by what the workspace says of it. */
static void
decided_cb (MatchumWordingDialog *self, int way, MatchumWordingRow *row)
{
  g_autofree char *block = g_strdup (matchum_wording_row_get_block (row));
  gboolean is_gone = matchum_workspace_find_in_baseline (self->workspace, block) == NULL;

  g_assert (MATCHUM_IS_WORDING_DIALOG (self));

  g_object_ref (self);
  if (way == MATCHUM_WORDING_EDIT)
    {
      gtk_window_close (GTK_WINDOW (self));
      g_signal_emit (self, signals[EDIT], 0, block);
    }
  else if (way == MATCHUM_WORDING_KEEP)
    {
      matchum_workspace_keep_wording (self->workspace, block, NULL);
      tell (self, _ ("Your wording is kept"));
    }
  else
    {
      matchum_workspace_drop_wording (self->workspace, block);
      tell (self, is_gone ? _ ("Your wording is let go") : _ ("The resume’s words are used again"));
    }
  g_object_unref (self);
}

static void
add_row (MatchumWordingDialog *self, const char *block)
{
  GtkWidget *row = matchum_wording_row_new (self->workspace, block);

  matchum_wording_row_set_narrow (MATCHUM_WORDING_ROW (row), self->narrow);
  g_signal_connect_object (row, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

/* Where in the list the focus is, or -1. */
static int
find_focus (MatchumWordingDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, MATCHUM_TYPE_WORDING_ROW) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
fill (MatchumWordingDialog *self, GPtrArray *blocks)
{
  GtkWidget *child;
  g_autofree char *count =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", blocks->len), blocks->len);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < blocks->len; i++)
    add_row (self, blocks->pdata[i]);
  adw_window_title_set_subtitle (self->window_title, count);
}

static void
update (MatchumWordingDialog *self)
{
  g_autoptr (GPtrArray) blocks = matchum_workspace_list_old_wordings (self->workspace);
  int focus = find_focus (self);

  g_assert (MATCHUM_IS_WORDING_DIALOG (self));

  if (blocks->len == 0)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  fill (self, blocks);
  if (focus >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (focus, (int) blocks->len - 1))));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  matchum_workspace_undo (MATCHUM_WORDING_DIALOG (widget)->workspace);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  matchum_workspace_redo (MATCHUM_WORDING_DIALOG (widget)->workspace);
}

static void
matchum_wording_dialog_dispose (GObject *object)
{
  MatchumWordingDialog *self = MATCHUM_WORDING_DIALOG (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (matchum_wording_dialog_parent_class)->dispose (object);
}

static void
matchum_wording_dialog_class_init (MatchumWordingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_wording_dialog_dispose;

  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-wording-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumWordingDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumWordingDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumWordingDialog, list);
  gtk_widget_class_install_action (widget_class, "wording.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "wording.redo", NULL, redo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "wording.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "wording.redo",
                                       NULL);
}

static void
matchum_wording_dialog_init (MatchumWordingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  matchum_word_breaks_apply (self->intro_label);
}

MatchumWordingDialog *
matchum_wording_dialog_new (MatchumWorkspace *workspace)
{
  MatchumWordingDialog *self;
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (MATCHUM_TYPE_WORDING_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  blocks = matchum_workspace_list_old_wordings (workspace);
  fill (self, blocks);
  g_signal_connect_object (workspace, "opened", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "rewritten", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}

void
matchum_wording_dialog_fit (MatchumWordingDialog *self, int width, int height)
{
  int own_width = CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH);
  GtkListBoxRow *row;

  g_return_if_fail (MATCHUM_IS_WORDING_DIALOG (self));

  self->narrow = own_width < WIDE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    matchum_wording_row_set_narrow (MATCHUM_WORDING_ROW (row), self->narrow);
  gtk_window_set_default_size (GTK_WINDOW (self), own_width, CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}

void
matchum_wording_dialog_focus_block (MatchumWordingDialog *self, const char *block)
{
  GtkListBoxRow *row;

  g_return_if_fail (MATCHUM_IS_WORDING_DIALOG (self));
  g_return_if_fail (block != NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (matchum_wording_row_get_block (MATCHUM_WORDING_ROW (row)), block))
      gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (row));
}
