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

enum { LINE_ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define LINE "matchum-line"
#define BASELINE "matchum-baseline"

G_DEFINE_FINAL_TYPE (MatchumRemarksDialog, matchum_remarks_dialog, ADW_TYPE_WINDOW)

MatchumRemark *
matchum_remark_new (const char *where, const char *text)
{
  MatchumRemark *self = g_new0 (MatchumRemark, 1);

  self->where = g_strdup (where);
  self->text = g_strdup (text);
  return self;
}

MatchumRemark *
matchum_remark_new_for_line (const char *where, const char *text, const char *baseline, guint line)
{
  MatchumRemark *self = matchum_remark_new (where, text);

  self->baseline = g_strdup (baseline);
  self->line = line;
  return self;
}

void
matchum_remark_free (MatchumRemark *self)
{
  g_free (self->baseline);
  g_free (self->where);
  g_free (self->text);
  g_free (self);
}

/* Says that one is taken to the place. */
static GtkWidget *
create_arrow (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static GtkWidget *
create_row (const MatchumRemark *remark)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *label = g_strdup_printf ("%s: %s", remark->where, remark->text);

  gtk_box_append (GTK_BOX (box), matchum_word_breaks_new_label (remark->text, NULL));
  gtk_box_append (GTK_BOX (box), matchum_word_breaks_new_label (remark->where, "quiet"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (outer), box);
  if (remark->baseline != NULL)
    gtk_box_append (GTK_BOX (outer), create_arrow ());
  gtk_widget_add_css_class (outer, "remark");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), outer);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), remark->baseline != NULL);
  g_object_set_data_full (G_OBJECT (row), BASELINE, g_strdup (remark->baseline), g_free);
  g_object_set_data (G_OBJECT (row), LINE, GUINT_TO_POINTER (remark->line));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
activated_cb (MatchumRemarksDialog *self, GtkListBoxRow *row)
{
  g_autofree char *baseline = g_strdup (g_object_get_data (G_OBJECT (row), BASELINE));
  guint line = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), LINE));

  g_assert (MATCHUM_IS_REMARKS_DIALOG (self));

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[LINE_ACTIVATED], 0, baseline, line);
  g_object_unref (self);
}

static void
matchum_remarks_dialog_class_init (MatchumRemarksDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-remarks-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumRemarksDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
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
