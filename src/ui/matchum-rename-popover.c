/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One or two entries and a button. What a posting says by itself is never written down as the user's own words. */
#include "config.h"

#include "ui/matchum-rename-popover.h"

#include <glib/gi18n-lib.h>

struct _MatchumRenamePopover {
  GtkPopover parent_instance;

  GtkLabel *name_label;
  GtkEntry *name_entry;
  GtkWidget *title_box;
  GtkEntry *title_entry;
  GtkWidget *button;

  char *read_name; /* what stands in the text; NULL for nothing */
  char *read_title;
  gboolean needs_name;
};

enum { RENAMED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumRenamePopover, matchum_rename_popover, GTK_TYPE_POPOVER)

static char *
dup_stripped (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/* NULL where it is empty or as it was read. */
static char *
dup_own_words (GtkEntry *entry, const char *read)
{
  g_autofree char *text = dup_stripped (entry);

  if (*text == '\0' || g_strcmp0 (text, read) == 0)
    return NULL;
  return g_steal_pointer (&text);
}

static void
changed_cb (MatchumRenamePopover *self)
{
  g_autofree char *name = dup_stripped (self->name_entry);

  g_assert (MATCHUM_IS_RENAME_POPOVER (self));

  gtk_widget_set_sensitive (self->button, !self->needs_name || *name != '\0');
}

static void
apply_cb (MatchumRenamePopover *self)
{
  g_autofree char *name = dup_own_words (self->name_entry, self->read_name);
  g_autofree char *title = dup_own_words (self->title_entry, self->read_title);

  g_assert (MATCHUM_IS_RENAME_POPOVER (self));

  if (!gtk_widget_is_sensitive (self->button))
    return;
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[RENAMED], 0, name, title);
  g_object_unref (self);
}

static void
matchum_rename_popover_finalize (GObject *object)
{
  MatchumRenamePopover *self = MATCHUM_RENAME_POPOVER (object);

  g_free (self->read_name);
  g_free (self->read_title);

  G_OBJECT_CLASS (matchum_rename_popover_parent_class)->finalize (object);
}

static void
matchum_rename_popover_class_init (MatchumRenamePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = matchum_rename_popover_finalize;

  signals[RENAMED] = g_signal_new ("renamed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-rename-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumRenamePopover, name_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumRenamePopover, name_entry);
  gtk_widget_class_bind_template_child (widget_class, MatchumRenamePopover, title_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumRenamePopover, title_entry);
  gtk_widget_class_bind_template_child (widget_class, MatchumRenamePopover, button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
matchum_rename_popover_init (MatchumRenamePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* shown: what is called so now; read: what an empty entry stands for. */
static void
fill (GtkEntry *entry, const char *shown, const char *read)
{
  gtk_entry_set_placeholder_text (entry, read);
  gtk_editable_set_text (GTK_EDITABLE (entry), shown != NULL ? shown : "");
}

/* A new popover to rename posting, as a floating reference. */
GtkWidget *
matchum_rename_popover_new_for_posting (MatchumWorkspacePosting *posting)
{
  MatchumRenamePopover *self;
  const MatchumPostingRecord *record;
  MatchumPosting *read;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting), NULL);

  self = g_object_new (MATCHUM_TYPE_RENAME_POPOVER, NULL);
  record = matchum_workspace_posting_get_record (posting);
  read = matchum_workspace_posting_get_posting (posting);
  self->read_name = g_strdup (matchum_posting_get_company (read));
  self->read_title = g_strdup (matchum_posting_get_title (read));
  gtk_label_set_label (self->name_label, _ ("_Company"));
  fill (self->name_entry, record->company != NULL ? record->company : self->read_name, self->read_name);
  fill (self->title_entry, record->title != NULL ? record->title : self->read_title, self->read_title);
  return GTK_WIDGET (self);
}

/* A new popover to rename baseline, as a floating reference. */
GtkWidget *
matchum_rename_popover_new_for_baseline (MatchumWorkspaceBaseline *baseline)
{
  MatchumRenamePopover *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_BASELINE (baseline), NULL);

  self = g_object_new (MATCHUM_TYPE_RENAME_POPOVER, NULL);
  self->needs_name = TRUE;
  gtk_label_set_label (self->name_label, _ ("_Name"));
  gtk_widget_set_visible (self->title_box, FALSE);
  fill (self->name_entry, matchum_workspace_baseline_get_name (baseline), NULL);
  return GTK_WIDGET (self);
}
