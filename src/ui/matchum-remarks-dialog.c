/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of remarks, each a row. */
#include "config.h"

#include "ui/matchum-remarks-dialog.h"

#include "ui/matchum-word-breaks.h"

/* Left free of the window behind, and what the dialog is made for. */
#define MARGIN 30
#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 640
#define MOST_HEIGHT 640

struct _MatchumRemarksDialog {
  AdwWindow parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MatchumRemarksDialog, matchum_remarks_dialog, ADW_TYPE_WINDOW)

MatchumRemark *
matchum_remark_new (const char *where, const char *text)
{
  MatchumRemark *self = g_new (MatchumRemark, 1);

  self->where = g_strdup (where);
  self->text = g_strdup (text);
  return self;
}

void
matchum_remark_free (MatchumRemark *self)
{
  g_free (self->where);
  g_free (self->text);
  g_free (self);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  matchum_word_breaks_apply (GTK_LABEL (label));
  return label;
}

static GtkWidget *
create_row (const MatchumRemark *remark)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *label = g_strdup_printf ("%s: %s", remark->where, remark->text);

  gtk_box_append (GTK_BOX (box), create_label (remark->text, NULL));
  gtk_box_append (GTK_BOX (box), create_label (remark->where, "quiet"));
  gtk_widget_add_css_class (box, "remark");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
matchum_remarks_dialog_class_init (MatchumRemarksDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-remarks-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumRemarksDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_remarks_dialog_init (MatchumRemarksDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MatchumRemarksDialog *
matchum_remarks_dialog_new (GPtrArray *remarks)
{
  MatchumRemarksDialog *self;

  g_return_val_if_fail (remarks != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_REMARKS_DIALOG, NULL);
  for (guint i = 0; i < remarks->len; i++)
    gtk_list_box_append (self->list, create_row (remarks->pdata[i]));
  return self;
}

void
matchum_remarks_dialog_fit (MatchumRemarksDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_REMARKS_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}
