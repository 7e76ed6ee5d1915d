/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry, what could stand in it, and the way back to what the resume says. */
#include "config.h"

#include "ui/matchum-title-line-popover.h"

#include <glib/gi18n-lib.h>

struct _MatchumTitleLinePopover {
  GtkPopover parent_instance;

  GtkEntry *entry;
  GtkBox *suggestions;
  GtkButton *clear_button;

  MatchumWorkspace *workspace;
  MatchumWorkspacePosting *posting;
};

G_DEFINE_FINAL_TYPE (MatchumTitleLinePopover, matchum_title_line_popover, GTK_TYPE_POPOVER)

/* The line is for the posting that it was typed for, and no other that was opened meanwhile. */
static void
set_line (MatchumTitleLinePopover *self, const char *text)
{
  g_autoptr (MatchumWorkspace) workspace = g_object_ref (self->workspace);
  gboolean is_open = matchum_workspace_get_current (workspace) == self->posting;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (is_open)
    matchum_workspace_set_title_line (workspace, text);
}

static void
apply_cb (MatchumTitleLinePopover *self)
{
  g_autofree char *text = NULL;

  g_assert (MATCHUM_IS_TITLE_LINE_POPOVER (self));

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  set_line (self, text);
}

static void
clear_cb (MatchumTitleLinePopover *self)
{
  g_assert (MATCHUM_IS_TITLE_LINE_POPOVER (self));

  set_line (self, NULL);
}

static void
suggested_cb (MatchumTitleLinePopover *self, GtkWidget *button)
{
  g_assert (MATCHUM_IS_TITLE_LINE_POPOVER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), g_object_get_data (G_OBJECT (button), "text"));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Adds text below the entry, unless it stands in it; from: where it comes from. */
static void
suggest (MatchumTitleLinePopover *self, const char *text, const char *from)
{
  GtkWidget *button, *box, *label;
  g_autofree char *name = NULL;

  if (text == NULL || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) == 0)
    return;
  button = gtk_button_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  label = gtk_label_new (from);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "quiet");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  name = g_strdup_printf ("%s, %s", text, from);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (suggested_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->suggestions, button);
}

static void
matchum_title_line_popover_dispose (GObject *object)
{
  MatchumTitleLinePopover *self = MATCHUM_TITLE_LINE_POPOVER (object);

  g_clear_object (&self->posting);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (matchum_title_line_popover_parent_class)->dispose (object);
}

static void
matchum_title_line_popover_class_init (MatchumTitleLinePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_title_line_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/matchum/Matchum/matchum-title-line-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumTitleLinePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, MatchumTitleLinePopover, suggestions);
  gtk_widget_class_bind_template_child (widget_class, MatchumTitleLinePopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
matchum_title_line_popover_init (MatchumTitleLinePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The posting's own line, else the title of the job, else what the resume says. */
static void
fill (MatchumTitleLinePopover *self)
{
  const char *own = matchum_workspace_get_title_line (self->workspace);
  const char *title = matchum_workspace_posting_get_title (self->posting);
  g_autofree char *headline = matchum_workspace_dup_headline (self->workspace);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), own != NULL        ? own
                                                     : title != NULL    ? title
                                                     : headline != NULL ? headline
                                                                        : "");
  gtk_entry_set_placeholder_text (self->entry, headline);
  /* Translators: below a title line that is offered: it is the title of the job. */
  suggest (self, title, _ ("From the posting"));
  /* Translators: below a title line that is offered: the resume has it under the name. */
  suggest (self, headline, _ ("From the resume"));
  /* Translators: on buttons, where a posting has a title line of its own, the line under the name. */
  gtk_button_set_label (self->clear_button, headline != NULL ? _ ("Use the _Resume’s") : _ ("_Remove"));
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button), own != NULL);
}

GtkWidget *
matchum_title_line_popover_new (MatchumWorkspace *workspace)
{
  MatchumTitleLinePopover *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (matchum_workspace_get_current (workspace) != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_TITLE_LINE_POPOVER, NULL);
  self->workspace = g_object_ref (workspace);
  self->posting = g_object_ref (matchum_workspace_get_current (workspace));
  fill (self);
  return GTK_WIDGET (self);
}
