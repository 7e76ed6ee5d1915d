/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the texts side by side. What changed is struck through or underlined, never told by colour alone. */
#include "config.h"

#include "ui/matchum-wording-row.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "text/matchum-inline-reader.h"
#include "text/matchum-source.h"
#include "text/matchum-word-difference.h"
#include "ui/matchum-changed-words.h"
#include "ui/matchum-source-place.h"
#include "ui/matchum-word-breaks.h"

struct _MatchumWordingRow {
  GtkListBoxRow parent_instance;

  GtkBox *texts;   /* side by side, or below one another */
  GtkBox *buttons; /* the same */
  char *block;
};

enum { DECIDED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumWordingRow, matchum_wording_row, GTK_TYPE_LIST_BOX_ROW)

/* What is said of a wording. */
typedef struct {
  char *mine;
  char *then;  /* NULL where nobody knows */
  char *now;   /* NULL where the item is gone */
  char *place; /* "" at the top, or where it is gone */
} Texts;

static void
clear_texts (Texts *texts)
{
  g_free (texts->mine);
  g_free (texts->then);
  g_free (texts->now);
  g_free (texts->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

/* The words without their Markdown. */
static char *
dup_plain (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (MatchumSource) source = matchum_source_new ("words", bytes, NULL);
  g_autoptr (MatchumInlineText) words = NULL;

  if (source == NULL)
    return g_strdup (markdown);
  words = matchum_inline_reader_read (source, MATCHUM_SPAN (0, matchum_source_get_length (source)));
  return g_strdup (matchum_inline_text_get_text (words));
}

/* Where only the Markdown differs, it is that which is to be seen. */
static void
make_plain (Texts *texts)
{
  g_autofree char *then = texts->then != NULL ? dup_plain (texts->then) : NULL;
  g_autofree char *now = texts->now != NULL ? dup_plain (texts->now) : NULL;
  g_autofree char *mine = dup_plain (texts->mine);

  if (then != NULL && g_strcmp0 (then, now) == 0)
    return;
  g_free (texts->then);
  texts->then = g_steal_pointer (&then);
  g_free (texts->now);
  texts->now = g_steal_pointer (&now);
  g_free (texts->mine);
  texts->mine = g_steal_pointer (&mine);
}

static void
read_texts (Texts *texts, MatchumWorkspace *workspace, const char *block)
{
  MatchumApplication *application = matchum_workspace_get_application (workspace);
  const MatchumBlock *found = matchum_workspace_find_in_baseline (workspace, block);

  texts->mine = g_strdup (matchum_application_get_wording (application, block));
  texts->then = g_strdup (matchum_application_get_replaced (application, block));
  texts->now = found != NULL ? matchum_workspace_dup_baseline_words (workspace, block) : NULL;
  texts->place = found != NULL ? matchum_source_place_dup_words (matchum_workspace_baseline_get_resume (
                                                                     matchum_workspace_get_baseline (workspace)),
                                                                 found->first_line)
                               : g_strdup ("");
  make_plain (texts);
}

static GtkWidget *
append_column (GtkBox *texts)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  gtk_box_append (texts, column);
  return column;
}

static void
append_text (GtkWidget *column, const char *heading, const char *text, const GArray *spans, gboolean is_new)
{
  GtkWidget *label = matchum_word_breaks_new_label (text, NULL);
  GtkWidget *above = matchum_word_breaks_new_label (heading, "quiet");

  if (gtk_widget_get_first_child (column) != NULL)
    gtk_widget_set_margin_top (above, 6);
  gtk_box_append (GTK_BOX (column), above);
  matchum_changed_words_show (GTK_LABEL (label), text, spans, is_new);
  gtk_box_append (GTK_BOX (column), label);
}

static void
append_texts (MatchumWordingRow *self, const Texts *texts)
{
  GtkWidget *resume = append_column (self->texts), *mine = append_column (self->texts);
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;

  if (texts->then != NULL && texts->now != NULL)
    matchum_word_difference_find (texts->then, texts->now, &removed, &added);
  if (texts->then != NULL)
    /* Translators: above the words that an item of the resume had when it was worded differently for a posting. */
    append_text (resume, _ ("The Resume Said"), texts->then, removed, FALSE);
  if (texts->now != NULL)
    /* Translators: above the words that an item of the resume has now. */
    append_text (resume, _ ("The Resume Says Now"), texts->now, added, TRUE);
  else
    gtk_box_append (GTK_BOX (resume), matchum_word_breaks_new_label (_ ("The item is gone from the resume."), "quiet"));
  /* Translators: above the words that an item has for the posting that is open alone. */
  append_text (mine, _ ("For This Posting"), texts->mine, NULL, FALSE);
}

/* All that the row says, for those who hear it. */
static void
name_row (MatchumWordingRow *self, const Texts *texts)
{
  g_autoptr (GString) name = g_string_new (texts->place);

  if (texts->place[0] != '\0')
    g_string_append (name, ". ");
  if (texts->then != NULL)
    g_string_append_printf (name, "%s: %s. ", _ ("The Resume Said"), texts->then);
  if (texts->now != NULL)
    g_string_append_printf (name, "%s: %s. ", _ ("The Resume Says Now"), texts->now);
  else
    g_string_append_printf (name, "%s ", _ ("The item is gone from the resume."));
  g_string_append_printf (name, "%s: %s", _ ("For This Posting"), texts->mine);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
clicked_cb (MatchumWordingRow *self, GtkWidget *button)
{
  g_assert (MATCHUM_IS_WORDING_ROW (self));

  g_signal_emit (self, signals[DECIDED], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "way")));
}

static void
append_button (MatchumWordingRow *self, const char *label, MatchumWordingWay way)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "way", GINT_TO_POINTER (way));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->buttons, button);
}

static void
append_buttons (MatchumWordingRow *self, const Texts *texts)
{
  if (texts->now == NULL)
    {
      /* Translators: a button: the posting no longer has words of its own for an item that is gone. */
      append_button (self, _ ("Let Go"), MATCHUM_WORDING_DROP);
      return;
    }
  /* Translators: a button: what a posting says in words of its own stays, though the resume says something else now. */
  append_button (self, _ ("Keep Mine"), MATCHUM_WORDING_KEEP);
  /* Translators: a button: a posting says what the resume says, and no longer words of its own. */
  append_button (self, _ ("Use the Resume’s"), MATCHUM_WORDING_DROP);
  /* Translators: a button: the words that a posting has of its own are edited. */
  append_button (self, _ ("Edit Mine"), MATCHUM_WORDING_EDIT);
}

static void
matchum_wording_row_finalize (GObject *object)
{
  g_free (MATCHUM_WORDING_ROW (object)->block);

  G_OBJECT_CLASS (matchum_wording_row_parent_class)->finalize (object);
}

static void
matchum_wording_row_class_init (MatchumWordingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = matchum_wording_row_finalize;

  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
matchum_wording_row_init (MatchumWordingRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

GtkWidget *
matchum_wording_row_new (MatchumWorkspace *workspace, const char *block)
{
  MatchumWordingRow *self;
  g_auto (Texts) texts = { NULL };
  GtkWidget *box;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (block != NULL, NULL);
  g_return_val_if_fail (matchum_workspace_get_wording (workspace, block) != MATCHUM_WORDING_NONE, NULL);

  self = g_object_new (MATCHUM_TYPE_WORDING_ROW, NULL);
  self->block = g_strdup (block);
  read_texts (&texts, workspace, block);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (box, "reviewrow");
  if (texts.place[0] != '\0')
    gtk_box_append (GTK_BOX (box), matchum_word_breaks_new_label (texts.place, "heading"));
  self->texts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18));
  gtk_box_set_homogeneous (self->texts, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->texts));
  append_texts (self, &texts);
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons));
  append_buttons (self, &texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  name_row (self, &texts);
  return GTK_WIDGET (self);
}

const char *
matchum_wording_row_get_block (MatchumWordingRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORDING_ROW (self), NULL);

  return self->block;
}

void
matchum_wording_row_set_narrow (MatchumWordingRow *self, gboolean narrow)
{
  g_return_if_fail (MATCHUM_IS_WORDING_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->texts, !narrow);
  gtk_box_set_spacing (self->texts, narrow ? 8 : 18);
}
