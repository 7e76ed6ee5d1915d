/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of differences, each a row: what differs, and where. */
#include "config.h"

#include "ui/matchum-read-back-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-word-breaks.h"

/* Left free of the window behind, and what the dialog is made for. */
#define MARGIN 30
#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 560
#define MOST_HEIGHT 560
/* More are counted. */
#define MOST_ROWS 200

struct _MatchumReadBackDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *counts_label;
  GtkLabel *advice_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MatchumReadBackDialog, matchum_read_back_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
create_row (const char *text, const char *where)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *label = where != NULL ? g_strdup_printf ("%s, %s", text, where) : g_strdup (text);

  gtk_box_append (GTK_BOX (box), matchum_word_breaks_new_label (text, NULL));
  if (where != NULL)
    gtk_box_append (GTK_BOX (box), matchum_word_breaks_new_label (where, "quiet"));
  gtk_widget_add_css_class (box, "remark");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

/* The line of the baseline that a line of what was exported comes from; 0 where it has none. */
static guint
find_line (MatchumResume *resume, MatchumResume *baseline, guint line)
{
  const MatchumBlock *block = NULL, *own;

  if (resume == baseline || line == 0)
    return line;
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->first_line <= line)
      block = matchum_resume_get_block (resume, i);
  own = block != NULL ? matchum_resume_lookup (baseline, block->id) : NULL;
  return own != NULL ? MIN (own->first_line + (line - block->first_line), own->last_line) : 0;
}

static void
add_difference (MatchumReadBackDialog *self,
                const MatchumPdfDifference *difference,
                MatchumResume *resume,
                MatchumResume *baseline)
{
  guint line = find_line (resume, baseline, difference->line);
  g_autofree char *text = matchum_pdf_difference_describe (difference);
  g_autofree char *where = line > 0 ? g_strdup_printf (_ ("line %u of the resume"), line) : NULL;

  gtk_list_box_append (self->list, create_row (text, where));
}

static void
fill (MatchumReadBackDialog *self, MatchumPdfCheck *check, MatchumResume *resume, MatchumResume *baseline)
{
  const guint n_differences = matchum_pdf_check_get_n_differences (check);
  g_autofree char *counts = matchum_pdf_check_dup_counts (check);

  gtk_label_set_label (self->counts_label, counts);
  matchum_word_breaks_apply (self->counts_label);
  matchum_word_breaks_apply (self->advice_label);
  for (guint i = 0; i < MIN (n_differences, MOST_ROWS); i++)
    add_difference (self, matchum_pdf_check_get_difference (check, i), resume, baseline);
  if (n_differences > MOST_ROWS)
    {
      g_autofree char *more = g_strdup_printf (_ ("%u more like these"), n_differences - MOST_ROWS);

      gtk_list_box_append (self->list, create_row (more, NULL));
    }
}

static void
matchum_read_back_dialog_class_init (MatchumReadBackDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-read-back-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumReadBackDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumReadBackDialog, counts_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumReadBackDialog, advice_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumReadBackDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_read_back_dialog_init (MatchumReadBackDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MatchumReadBackDialog *
matchum_read_back_dialog_new (MatchumPdfCheck *check, MatchumResume *resume, MatchumResume *baseline, const char *name)
{
  MatchumReadBackDialog *self;

  g_return_val_if_fail (check != NULL, NULL);
  g_return_val_if_fail (resume != NULL && baseline != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_READ_BACK_DIALOG, NULL);
  adw_window_title_set_subtitle (self->window_title, name);
  fill (self, check, resume, baseline);
  return self;
}

void
matchum_read_back_dialog_fit (MatchumReadBackDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_READ_BACK_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}
