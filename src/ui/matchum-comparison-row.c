/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a row together: a sign and a word for what happened, never a colour alone. */
#include "config.h"

#include "ui/matchum-comparison-row.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-changed-words.h"
#include "ui/matchum-word-breaks.h"

/* Words in one place of one row are no longer than this. */
#define MAX_CHARACTERS 1200

typedef struct {
  const char *icon;
  const char *word;
} Sign;

/* What is said above the words of before and after. */
typedef struct {
  const char *before;
  const char *after;
} Words;

static Sign
get_sign (const MatchumComparedBlock *block)
{
  switch (block->kind)
    {
    case MATCHUM_COMPARED_CHANGED:
      /* Translators: what became of a line of a resume since it was sent. */
      return (Sign){ "document-edit-symbolic", _ ("Changed") };
    case MATCHUM_COMPARED_REMOVED:
      /* Translators: what became of a line of a resume since it was sent: it is not there any more. */
      return (Sign){ "list-remove-symbolic", _ ("Gone") };
    case MATCHUM_COMPARED_ADDED:
      /* Translators: a line of a resume that was not in what was sent. */
      return (Sign){ "list-add-symbolic", _ ("New") };
    case MATCHUM_COMPARED_SAME:
    case MATCHUM_N_COMPARED_KINDS:
    default:
      /* Translators: a line of a resume that stands in another place than in what was sent. */
      return (Sign){ "go-jump-symbolic", _ ("Moved") };
    }
}

static char *
dup_shown (const MatchumBlock *block)
{
  g_autofree char *text = g_strdelimit (g_strdup (matchum_block_get_text (block)), "\r\n\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_CHARACTERS)
    return g_steal_pointer (&text);
  start = g_utf8_substring (text, 0, MAX_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

/* The spans that are within what is shown. */
static GArray *
keep_shown (const GArray *spans, gsize length)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  for (guint i = 0; i < spans->len; i++)
    {
      const MatchumSpan span = g_array_index (spans, MatchumSpan, i);

      if (span.end <= length)
        g_array_append_val (kept, span);
    }
  return kept;
}

static void
append_words (GtkBox *box, const char *text, const GArray *spans, gboolean is_new)
{
  GtkWidget *label = matchum_word_breaks_new_label (text, NULL);
  g_autoptr (GArray) kept = spans != NULL ? keep_shown (spans, strlen (text)) : NULL;

  matchum_changed_words_show (GTK_LABEL (label), text, kept, is_new);
  gtk_box_append (box, label);
}

/* "경력 › 이음마켓": what the block stands under; NULL at the top. */
static char *
dup_place (MatchumResumeComparison *comparison, guint index)
{
  g_autoptr (GPtrArray) parts = matchum_resume_comparison_list_above (comparison, index);

  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" › ", (char **) parts->pdata);
}

static GtkWidget *
create_head (const Sign *sign, const char *place)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", sign->icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *word = gtk_label_new (sign->word);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_valign (word, GTK_ALIGN_START);
  gtk_widget_add_css_class (word, "heading");
  gtk_box_append (GTK_BOX (head), image);
  gtk_box_append (GTK_BOX (head), word);
  if (place != NULL)
    {
      GtkWidget *label = matchum_word_breaks_new_label (place, "quiet");

      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (head), label);
    }
  return head;
}

static void
append_texts (GtkBox *box,
              MatchumResumeComparison *comparison,
              guint index,
              const char *old,
              const char *new,
              const Words *words)
{
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;

  if (old == NULL || new == NULL)
    {
      append_words (box, old != NULL ? old : new, NULL, FALSE);
      return;
    }
  matchum_resume_comparison_find_words (comparison, index, &removed, &added);
  gtk_box_append (box, matchum_word_breaks_new_label (words->before, "quiet"));
  append_words (box, old, removed, FALSE);
  gtk_box_append (box, matchum_word_breaks_new_label (words->after, "quiet"));
  append_words (box, new, added, TRUE);
}

/* All that the row says, for those who hear it. */
static void
name_row (GtkWidget *row, const char *word, const char *place, const char *old, const char *new, const Words *words)
{
  g_autofree char *where = place != NULL ? g_strdup_printf ("%s, %s", word, place) : g_strdup (word);
  g_autofree char *name = NULL;

  if (old != NULL && new != NULL)
    name = g_strdup_printf ("%s. %s: %s. %s: %s", where, words->before, old, words->after, new);
  else
    name = g_strdup_printf (_ ("%s: %s"), where, old != NULL ? old : new);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gboolean
matchum_comparison_row_is_told (MatchumResumeComparison *comparison, guint index)
{
  const MatchumComparedBlock *block = matchum_resume_comparison_get_block (comparison, index);

  return block != NULL && (block->kind != MATCHUM_COMPARED_SAME || block->is_moved);
}

GtkWidget *
matchum_comparison_row_new (MatchumResumeComparison *comparison, guint index)
{
  /* Translators: above the words of a line of a resume: as it was sent, and as it is today. */
  return matchum_comparison_row_new_between (comparison, index, _ ("Sent"), _ ("Today"));
}

GtkWidget *
matchum_comparison_row_new_between (MatchumResumeComparison *comparison,
                                    guint index,
                                    const char *before,
                                    const char *after)
{
  const MatchumComparedBlock *block = matchum_resume_comparison_get_block (comparison, index);
  const MatchumBlock *old = matchum_resume_comparison_get_old (comparison, index);
  const MatchumBlock *new = matchum_resume_comparison_get_new (comparison, index);
  /* Of what is only moved, one text tells all. */
  g_autofree char *old_text = old != NULL && block->kind != MATCHUM_COMPARED_SAME ? dup_shown (old) : NULL;
  g_autofree char *new_text = new != NULL ? dup_shown (new) : NULL;
  g_autofree char *place = dup_place (comparison, index);
  const Sign sign = get_sign (block);
  const Words words = { before, after };
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "remark");
  gtk_box_append (GTK_BOX (box), create_head (&sign, place));
  append_texts (GTK_BOX (box), comparison, index, old_text, new_text, &words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  name_row (row, sign.word, place, old_text, new_text, &words);
  return row;
}
