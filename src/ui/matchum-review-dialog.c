/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that goes through what became of chosen blocks. */
#include "config.h"

#include "ui/matchum-review-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-review-row.h"
#include "ui/matchum-word-breaks.h"

/* So many rows are made at a time: a resume that was replaced may have thousands. */
#define ROWS_AT_ONCE 100

struct _MatchumReviewDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkLabel *intro_label;
  GtkBox *groups;
  GtkButton *more_button;

  GListModel *items;
  guint n_shown;   /* items that may have rows */
  GPtrArray *rows; /* of MatchumReviewRow, in the order of the items; borrowed */
};

enum { HIDE_CHANGED, LET_GO, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumReviewDialog, matchum_review_dialog, ADW_TYPE_WINDOW)

static void
row_hide_changed_cb (MatchumReviewDialog *self, gboolean is_hidden, MatchumReviewRow *row)
{
  g_assert (MATCHUM_IS_REVIEW_DIALOG (self));

  g_signal_emit (self, signals[HIDE_CHANGED], 0, matchum_review_row_get_item (row), is_hidden);
}

static void
row_let_go_cb (MatchumReviewDialog *self, MatchumReviewRow *row)
{
  g_assert (MATCHUM_IS_REVIEW_DIALOG (self));

  g_signal_emit (self, signals[LET_GO], 0, matchum_review_row_get_item (row));
}

static void
row_activated_cb (MatchumReviewDialog *self, GtkListBoxRow *row)
{
  g_assert (MATCHUM_IS_REVIEW_DIALOG (self));

  matchum_review_row_decide (MATCHUM_REVIEW_ROW (row));
}

/* The arrow keys go on in the next list, so that all items are one list for them. */
static gboolean
keynav_failed_cb (MatchumReviewDialog *self, GtkDirectionType direction, GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_parent (list), *next;
  guint index = 0;

  g_assert (MATCHUM_IS_REVIEW_DIALOG (self));

  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;
  next = direction == GTK_DIR_DOWN ? gtk_widget_get_next_sibling (group) : gtk_widget_get_prev_sibling (group);
  if (next == NULL)
    return FALSE;
  while (index < self->rows->len && !gtk_widget_is_ancestor (g_ptr_array_index (self->rows, index), next))
    index++;
  if (direction == GTK_DIR_UP)
    while (index + 1 < self->rows->len && gtk_widget_is_ancestor (g_ptr_array_index (self->rows, index + 1), next))
      index++;
  return index < self->rows->len && gtk_widget_grab_focus (g_ptr_array_index (self->rows, index));
}

/* A heading and a list for the items of one application. Returns the list. */
static GtkListBox *
add_group (MatchumReviewDialog *self, const char *company)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *list = gtk_list_box_new ();
  /* Translators: an application to a company whose name is not known. */
  const char *name = *company != '\0' ? company : _ ("Company Not Known");
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (group), label);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (group), list);
  gtk_box_append (self->groups, group);
  return GTK_LIST_BOX (list);
}

static void
add_row (MatchumReviewDialog *self, GtkListBox *list, MatchumReviewItem *item)
{
  GtkWidget *row = matchum_review_row_new (item);

  g_signal_connect_object (row, "hide-changed", G_CALLBACK (row_hide_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "let-go", G_CALLBACK (row_let_go_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_rows (MatchumReviewDialog *self)
{
  guint n_items = g_list_model_get_n_items (self->items);
  g_autofree char *application = NULL;
  GtkListBox *list = NULL;

  for (guint i = 0; i < MIN (n_items, self->n_shown); i++)
    {
      g_autoptr (MatchumReviewItem) item = g_list_model_get_item (self->items, i);

      if (list == NULL || g_strcmp0 (application, matchum_review_item_get_application_id (item)) != 0)
        list = add_group (self, matchum_review_item_get_company (item));
      g_free (application);
      application = g_strdup (matchum_review_item_get_application_id (item));
      add_row (self, list, item);
    }
}

static void
remove_rows (MatchumReviewDialog *self)
{
  GtkWidget *group;

  g_ptr_array_set_size (self->rows, 0);
  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, group);
}

static void
show_counts (MatchumReviewDialog *self)
{
  guint n_items = g_list_model_get_n_items (self->items);
  guint n_more = n_items > self->n_shown ? MIN (n_items - self->n_shown, ROWS_AT_ONCE) : 0;
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n_items), n_items);
  g_autofree char *more =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More", n_more), n_more);

  adw_window_title_set_subtitle (self->window_title, n_items > 0 ? count : "");
  gtk_button_set_label (self->more_button, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_more > 0);
  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "items" : "empty");
}

/* Where in the rows the focus is, or G_MAXUINT. */
static guint
find_focus (MatchumReviewDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return i;
    }
  return G_MAXUINT;
}

static void
show_items (MatchumReviewDialog *self)
{
  guint focus = find_focus (self);

  remove_rows (self);
  add_rows (self);
  show_counts (self);
  if (focus != G_MAXUINT && self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (focus, self->rows->len - 1)));
}

static void
more_cb (MatchumReviewDialog *self)
{
  guint n_before = self->rows->len;

  g_assert (MATCHUM_IS_REVIEW_DIALOG (self));

  self->n_shown += ROWS_AT_ONCE;
  show_items (self);
  if (n_before < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, n_before));
}

static void
matchum_review_dialog_dispose (GObject *object)
{
  MatchumReviewDialog *self = MATCHUM_REVIEW_DIALOG (object);

  g_clear_object (&self->items);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (matchum_review_dialog_parent_class)->dispose (object);
}

static void
matchum_review_dialog_class_init (MatchumReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_review_dialog_dispose;

  signals[HIDE_CHANGED] = g_signal_new ("hide-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, MATCHUM_TYPE_REVIEW_ITEM, G_TYPE_BOOLEAN);
  signals[LET_GO] = g_signal_new ("let-go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, MATCHUM_TYPE_REVIEW_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, MatchumReviewDialog, more_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_review_dialog_init (MatchumReviewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->n_shown = ROWS_AT_ONCE;
  matchum_word_breaks_apply (self->intro_label);
  g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
}

MatchumReviewDialog *
matchum_review_dialog_new (GListModel *items)
{
  MatchumReviewDialog *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);

  self = g_object_new (MATCHUM_TYPE_REVIEW_DIALOG, NULL);
  self->items = g_object_ref (items);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (show_items), self, G_CONNECT_SWAPPED);
  show_items (self);
  if (self->rows->len > 0)
    gtk_window_set_focus (GTK_WINDOW (self), g_ptr_array_index (self->rows, 0));
  return self;
}
