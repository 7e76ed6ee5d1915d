/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that goes through what became of hidden items tells all of them, and every decision. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-review-dialog.h"
#include "ui/matchum-review-row.h"

/* What was decided, and about what. */
typedef struct {
  MatchumReviewItem *item;
  gboolean is_hidden;
  guint n_hide_changes;
  guint n_let_go;
} Decided;

typedef struct {
  MatchumReviewDialog *dialog;
  GListStore *items;
  Decided decided;
} Fixture;

static void
hide_changed_cb (MatchumReviewDialog *dialog, MatchumReviewItem *item, gboolean is_hidden, Decided *decided)
{
  g_assert_cmpint (matchum_review_item_get_is_hidden (item), ==, is_hidden);
  decided->item = item;
  decided->is_hidden = is_hidden;
  decided->n_hide_changes++;
}

static void
let_go_cb (MatchumReviewDialog *dialog, MatchumReviewItem *item, Decided *decided)
{
  g_assert_true (matchum_review_item_get_is_let_go (item));
  decided->item = item;
  decided->n_let_go++;
}

static void
append (Fixture *self, MatchumReviewFacts facts)
{
  g_autoptr (MatchumReviewItem) item = matchum_review_item_new (&facts);

  g_list_store_append (self->items, item);
}

static void
append_examples (Fixture *self)
{
  append (self, (MatchumReviewFacts){ .application_id = "1",
                                      .company = "링크온",
                                      .block_id = "b1",
                                      .reason = MATCHUM_REVIEW_CHANGED,
                                      .old_text = "클릭률 8% 향상",
                                      .new_text = "클릭률 11% 향상",
                                      .is_hidden = TRUE,
                                      .was_hidden = TRUE });
  append (self, (MatchumReviewFacts){ .application_id = "1",
                                      .company = "링크온",
                                      .block_id = "b2",
                                      .reason = MATCHUM_REVIEW_GONE,
                                      .old_text = "사내 위키 담당",
                                      .is_hidden = TRUE,
                                      .was_hidden = TRUE });
  append (self, (MatchumReviewFacts){ .application_id = "2",
                                      .company = "",
                                      .block_id = "b3",
                                      .reason = MATCHUM_REVIEW_TOOK_IN,
                                      .old_text = "모델 학습",
                                      .new_text = "모델 학습과 배포",
                                      .other_text = "모델 배포" });
}

static void
open_dialog (Fixture *self, int width)
{
  matchum_ui_test_get_desktop ();
  self->decided = (Decided){ 0 };
  self->dialog = matchum_review_dialog_new (G_LIST_MODEL (self->items));
  g_signal_connect (self->dialog, "hide-changed", G_CALLBACK (hide_changed_cb), &self->decided);
  g_signal_connect (self->dialog, "let-go", G_CALLBACK (let_go_cb), &self->decided);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), width, 640);
  gtk_window_present (GTK_WINDOW (self->dialog));
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->dialog)));
  matchum_ui_test_settle (GTK_WIDGET (self->dialog));
}

static void
close_dialog (Fixture *self)
{
  gpointer watched = self->dialog;

  g_object_add_weak_pointer (G_OBJECT (self->dialog), &watched);
  gtk_window_close (GTK_WINDOW (self->dialog));
  matchum_ui_test_wait (watched == NULL);
  g_assert_finalize_object (self->items);
}

static void
collect_rows (GtkWidget *root, GPtrArray *rows)
{
  if (MATCHUM_IS_REVIEW_ROW (root))
    g_ptr_array_add (rows, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static guint
count_rows (Fixture *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (GTK_WIDGET (self->dialog), rows);
  return rows->len;
}

static GtkWidget *
get_row (Fixture *self, guint index)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (GTK_WIDGET (self->dialog), rows);
  g_assert_cmpuint (index, <, rows->len);
  return g_ptr_array_index (rows, index);
}

static gboolean
says (GtkWidget *root, const char *text)
{
  return matchum_ui_test_find_label (root, text) != NULL;
}

static MatchumReviewItem *
get_item (Fixture *self, guint index)
{
  g_autoptr (MatchumReviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), index);

  return item;
}

static void
test_all_is_said (void)
{
  Fixture self = { .items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM) };

  append_examples (&self);
  open_dialog (&self, 640);
  g_assert_cmpuint (count_rows (&self), ==, 3);
  g_assert_true (says (GTK_WIDGET (self.dialog), "3 items"));
  g_assert_true (says (GTK_WIDGET (self.dialog), "링크온"));
  g_assert_true (says (GTK_WIDGET (self.dialog), "Company Not Known"));
  g_assert_true (says (get_row (&self, 0), "Was hidden; its words changed"));
  g_assert_true (says (get_row (&self, 0), "클릭률 8% 향상"));
  g_assert_true (says (get_row (&self, 0), "클릭률 11% 향상"));
  g_assert_null (matchum_ui_test_find_widget (get_row (&self, 1), GTK_TYPE_SWITCH));
  g_assert_false (says (get_row (&self, 1), "Now"));
  g_assert_true (says (get_row (&self, 2), "모델 배포"));
  g_assert_true (says (get_row (&self, 2), "Pinned"));
  close_dialog (&self);
}

static gboolean
has_attribute (GtkWidget *label, PangoAttrType type, guint start, guint end)
{
  GSList *attributes = pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (label)));
  gboolean is_found = FALSE;

  for (GSList *link = attributes; link != NULL; link = link->next)
    {
      const PangoAttribute *attribute = link->data;

      if (attribute->klass->type == type && attribute->start_index == start && attribute->end_index == end)
        is_found = TRUE;
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  return is_found;
}

/* What changed is seen without colour: struck through, or bold and underlined. */
static void
test_difference_is_shown (void)
{
  Fixture self = { .items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM) };
  GtkWidget *old_label, *new_label;
  guint start = (guint) strlen ("클릭률 ");

  append_examples (&self);
  open_dialog (&self, 640);
  old_label = matchum_ui_test_find_label (get_row (&self, 0), "클릭률 8%");
  new_label = matchum_ui_test_find_label (get_row (&self, 0), "클릭률 11%");
  g_assert_true (has_attribute (old_label, PANGO_ATTR_STRIKETHROUGH, start, start + 2));
  g_assert_true (has_attribute (new_label, PANGO_ATTR_UNDERLINE, start, start + 3));
  g_assert_true (has_attribute (new_label, PANGO_ATTR_WEIGHT, start, start + 3));
  close_dialog (&self);
}

/* Of an item that is not the one that was hidden, nothing is struck through: that one may be there as it was. */
static void
test_parts_are_no_changes (void)
{
  Fixture self = { .items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM) };
  GtkWidget *label;

  append (&self, (MatchumReviewFacts){ .application_id = "1",
                                       .company = "링크온",
                                       .block_id = "b1",
                                       .reason = MATCHUM_REVIEW_PART,
                                       .old_text = "모델 학습과 배포",
                                       .new_text = "배포",
                                       .was_hidden = TRUE });
  open_dialog (&self, 640);
  label = matchum_ui_test_find_label (get_row (&self, 0), "모델 학습과");
  g_assert_false (has_attribute (label, PANGO_ATTR_STRIKETHROUGH, 0, (guint) strlen ("모델 학습과")));
  g_assert_false (says (get_row (&self, 0), "Before"));
  close_dialog (&self);
}

/* Every decision is told once; what others decide is shown and not told. */
static void
test_hiding (void)
{
  Fixture self = { .items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM) };
  GtkWidget *hidden_switch;

  append_examples (&self);
  open_dialog (&self, 640);
  hidden_switch = matchum_ui_test_find_widget (get_row (&self, 0), GTK_TYPE_SWITCH);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (hidden_switch)));
  gtk_switch_set_active (GTK_SWITCH (hidden_switch), FALSE);
  g_assert_cmpuint (self.decided.n_hide_changes, ==, 1);
  g_assert_false (self.decided.is_hidden);
  g_assert_true (self.decided.item == get_item (&self, 0));

  matchum_review_item_set_is_hidden (get_item (&self, 0), TRUE);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (hidden_switch)));
  g_assert_cmpuint (self.decided.n_hide_changes, ==, 1);

  hidden_switch = matchum_ui_test_find_widget (get_row (&self, 2), GTK_TYPE_SWITCH);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (hidden_switch)));
  gtk_widget_activate (get_row (&self, 2));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (hidden_switch)));
  g_assert_cmpuint (self.decided.n_hide_changes, ==, 2);
  g_assert_true (self.decided.item == get_item (&self, 2));
  g_assert_true (self.decided.is_hidden);
  close_dialog (&self);
}

static void
test_letting_go (void)
{
  Fixture self = { .items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM) };
  GtkWidget *button;

  append_examples (&self);
  open_dialog (&self, 640);
  button = matchum_ui_test_find_widget (get_row (&self, 1), GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (self.decided.n_let_go, ==, 1);
  g_assert_true (self.decided.item == get_item (&self, 1));
  g_assert_null (matchum_ui_test_find_widget (get_row (&self, 1), GTK_TYPE_BUTTON));
  g_assert_true (says (get_row (&self, 1), "Let go"));
  g_assert_true (gtk_widget_is_focus (get_row (&self, 1)));
  gtk_widget_activate (get_row (&self, 1));
  g_assert_cmpuint (self.decided.n_let_go, ==, 1);

  /* Undone elsewhere, it can be let go again. */
  matchum_review_item_set_is_let_go (get_item (&self, 1), FALSE);
  gtk_widget_activate (get_row (&self, 1));
  g_assert_cmpuint (self.decided.n_let_go, ==, 2);
  close_dialog (&self);
}

static void
remove_item_cb (MatchumReviewDialog *dialog, MatchumReviewItem *item, GListStore *items)
{
  guint position;

  g_assert_true (g_list_store_find (items, item, &position));
  g_list_store_remove (items, position);
}

/* Whoever is told may take the item out at once; the focus stays in the list, and an empty list says so. */
static void
test_items_that_go (void)
{
  Fixture self = { .items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM) };

  append_examples (&self);
  open_dialog (&self, 640);
  g_signal_connect (self.dialog, "let-go", G_CALLBACK (remove_item_cb), self.items);
  gtk_widget_grab_focus (get_row (&self, 1));
  gtk_widget_activate (get_row (&self, 1));
  g_assert_cmpuint (count_rows (&self), ==, 2);
  g_assert_true (gtk_widget_is_focus (get_row (&self, 1)));
  g_assert_true (says (GTK_WIDGET (self.dialog), "2 items"));
  g_list_store_remove_all (self.items);
  matchum_ui_test_wait (says (GTK_WIDGET (self.dialog), "Nothing Left to Check"));
  append_examples (&self);
  matchum_ui_test_wait (!says (GTK_WIDGET (self.dialog), "Nothing Left to Check"));
  g_assert_cmpuint (count_rows (&self), ==, 3);
  close_dialog (&self);
}

/* The keyboard alone reaches every row, from one application to the next. */
static void
test_keyboard (void)
{
  Fixture self = { .items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM) };
  GtkWidget *list;

  append_examples (&self);
  open_dialog (&self, 640);
  g_assert_true (gtk_widget_is_focus (get_row (&self, 0)));
  list = gtk_widget_get_parent (get_row (&self, 0));
  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (gtk_widget_is_focus (get_row (&self, 1)));
  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (gtk_widget_is_focus (get_row (&self, 2)));
  list = gtk_widget_get_parent (get_row (&self, 2));
  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, -1, FALSE, FALSE);
  g_assert_true (gtk_widget_is_focus (get_row (&self, 1)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self.dialog), GTK_DIR_TAB_FORWARD));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (self.dialog))));
  close_dialog (&self);
}

/* Narrow screens and long words: nothing is wider than the window. */
static void
test_narrow (void)
{
  Fixture self = { .items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM) };
  g_autofree char *word = g_strnfill (3000, 'w');
  int minimum;

  append_examples (&self);
  append (&self, (MatchumReviewFacts){ .application_id = "2",
                                       .company = word,
                                       .block_id = "b4",
                                       .reason = MATCHUM_REVIEW_PART,
                                       .old_text = word,
                                       .new_text = "<b>&amp; 안됨</b>" });
  open_dialog (&self, 360);
  gtk_widget_measure (adw_window_get_content (ADW_WINDOW (self.dialog)), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_true (says (GTK_WIDGET (self.dialog), "<b>&amp; 안됨</b>"));
  close_dialog (&self);
}

/* Thousands of items do not make one wait: they come a hundred at a time. */
static void
test_many (void)
{
  Fixture self = { .items = g_list_store_new (MATCHUM_TYPE_REVIEW_ITEM) };
  GtkWidget *more;
  gint64 start;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *application = g_strdup_printf ("%u", i / 1000);

      append (&self, (MatchumReviewFacts){ .application_id = application,
                                           .company = "링크온",
                                           .block_id = "b",
                                           .reason = MATCHUM_REVIEW_GONE,
                                           .old_text = "사내 위키를 정리한 문서 담당",
                                           .was_hidden = TRUE });
    }
  start = g_get_monotonic_time ();
  open_dialog (&self, 640);
  g_test_message ("opened in %.0f ms", (g_get_monotonic_time () - start) / 1e3);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  g_assert_cmpuint (count_rows (&self), ==, 100);
  more = gtk_widget_get_parent (matchum_ui_test_find_label (GTK_WIDGET (self.dialog), "Show 100 More"));
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (count_rows (&self), ==, 200);
  g_assert_true (gtk_widget_is_focus (get_row (&self, 100)));
  close_dialog (&self);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/review-dialog/all-is-said", test_all_is_said);
  g_test_add_func ("/ui/review-dialog/difference-is-shown", test_difference_is_shown);
  g_test_add_func ("/ui/review-dialog/parts-are-no-changes", test_parts_are_no_changes);
  g_test_add_func ("/ui/review-dialog/hiding", test_hiding);
  g_test_add_func ("/ui/review-dialog/letting-go", test_letting_go);
  g_test_add_func ("/ui/review-dialog/items-that-go", test_items_that_go);
  g_test_add_func ("/ui/review-dialog/keyboard", test_keyboard);
  g_test_add_func ("/ui/review-dialog/narrow", test_narrow);
  g_test_add_func ("/ui/review-dialog/many", test_many);
  return matchum_ui_test_run ();
}
