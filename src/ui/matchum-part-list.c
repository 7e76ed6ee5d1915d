/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of postings of which only the rows in sight are made. */
#include "config.h"

#include "ui/matchum-part-list.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-part-row.h"

/* A list view makes and measures widgets for some hundred items, whether they are in sight or not: that many, a few at
 * each frame, hold nothing up. The rest costs nothing before one scrolls there. */
#define FRAME_ITEMS 4
#define N_MADE 400

/* An item of the list. */
#define MATCHUM_TYPE_PART_OBJECT (matchum_part_object_get_type ())
G_DECLARE_FINAL_TYPE (MatchumPartObject, matchum_part_object, MATCHUM, PART_OBJECT, GObject)

struct _MatchumPartObject {
  GObject parent_instance;

  MatchumPostingPart *part;
  gboolean is_taken;
};

G_DEFINE_FINAL_TYPE (MatchumPartObject, matchum_part_object, G_TYPE_OBJECT)

struct _MatchumPartList {
  GtkWidget parent_instance;

  GtkListView *view;
  GListStore *store;
  GPtrArray *objects; /* of MatchumPartObject: all of them; the store has as many of the first as are shown yet */
  guint tick_id;
  GHashTable *left_out; /* texts of postings that are not to be taken */
};

enum { CHANGED, JOINED, SHOWN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumPartList, matchum_part_list, GTK_TYPE_WIDGET)

static void
matchum_part_object_finalize (GObject *object)
{
  matchum_posting_part_unref (MATCHUM_PART_OBJECT (object)->part);

  G_OBJECT_CLASS (matchum_part_object_parent_class)->finalize (object);
}

static void
matchum_part_object_class_init (MatchumPartObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = matchum_part_object_finalize;
}

static void
matchum_part_object_init (MatchumPartObject *self)
{
}

static void
setup_cb (MatchumPartList *self, GtkListItem *item)
{
  g_assert (MATCHUM_IS_PART_LIST (self));

  gtk_list_item_set_child (item, matchum_part_row_new ());
}

static void
taken_cb (MatchumPartRow *row, GParamSpec *pspec, GtkListItem *item)
{
  MatchumPartObject *object = gtk_list_item_get_item (item);
  MatchumPartList *self = MATCHUM_PART_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), MATCHUM_TYPE_PART_LIST));
  const char *text = matchum_posting_part_get_text (object->part);

  g_object_get (row, "is-taken", &object->is_taken, NULL);
  if (object->is_taken)
    g_hash_table_remove (self->left_out, text);
  else
    g_hash_table_add (self->left_out, g_strdup (text));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
position_cb (GtkListItem *item, GParamSpec *pspec, MatchumPartRow *row)
{
  matchum_part_row_set_position (row, gtk_list_item_get_position (item));
}

static void
bind_cb (MatchumPartList *self, GtkListItem *item)
{
  MatchumPartRow *row = MATCHUM_PART_ROW (gtk_list_item_get_child (item));
  MatchumPartObject *object = gtk_list_item_get_item (item);

  g_assert (MATCHUM_IS_PART_LIST (self));

  gtk_list_item_set_selectable (item, FALSE);
  matchum_part_row_set_part (row, object->part, gtk_list_item_get_position (item));
  g_object_set (row, "is-taken", object->is_taken, NULL);
  g_signal_connect (row, "notify::is-taken", G_CALLBACK (taken_cb), item);
  g_signal_connect_object (item, "notify::position", G_CALLBACK (position_cb), row, 0);
}

static void
unbind_cb (MatchumPartList *self, GtkListItem *item)
{
  g_assert (MATCHUM_IS_PART_LIST (self));

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_child (item), taken_cb, item);
  g_signal_handlers_disconnect_by_func (item, position_cb, gtk_list_item_get_child (item));
}

static void
activate_cb (MatchumPartList *self, guint position)
{
  g_assert (MATCHUM_IS_PART_LIST (self));

  g_signal_emit (self, signals[SHOWN], 0, position);
}

static void
join_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  guint position = g_variant_get_uint32 (parameter);

  if (position > 0 && position < MATCHUM_PART_LIST (widget)->objects->len)
    g_signal_emit (widget, signals[JOINED], 0, position);
}

static void
matchum_part_list_dispose (GObject *object)
{
  MatchumPartList *self = MATCHUM_PART_LIST (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_hash_table_unref);

  G_OBJECT_CLASS (matchum_part_list_parent_class)->dispose (object);
}

static void
matchum_part_list_class_init (MatchumPartListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_part_list_dispose;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[JOINED] = g_signal_new ("joined", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-part-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumPartList, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "part-list.join", "u", join_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
matchum_part_list_init (MatchumPartList *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->store = g_list_store_new (MATCHUM_TYPE_PART_OBJECT);
  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static guint
get_n_shown (MatchumPartList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

/* Shows some of what is not shown yet; FALSE when all is. */
static gboolean
show_more (MatchumPartList *self)
{
  guint n_shown = get_n_shown (self), n_more = self->objects->len - n_shown;

  if (n_shown < N_MADE)
    n_more = MIN (n_more, FRAME_ITEMS);
  if (n_more > 0)
    g_list_store_splice (self->store, n_shown, 0, self->objects->pdata + n_shown, n_more);
  return n_shown + n_more < self->objects->len;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MatchumPartList *self = MATCHUM_PART_LIST (widget);

  if (show_more (self))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
is_same_part (MatchumPostingPart *a, MatchumPostingPart *b)
{
  return a == b
         || (a->is_doubtful == b->is_doubtful && g_strcmp0 (a->company, b->company) == 0
             && g_strcmp0 (a->title, b->title) == 0
             && g_str_equal (matchum_posting_part_get_text (a), matchum_posting_part_get_text (b)));
}

/* Takes part. */
static MatchumPartObject *
create_object (MatchumPartList *self, MatchumPostingPart *part)
{
  MatchumPartObject *object = g_object_new (MATCHUM_TYPE_PART_OBJECT, NULL);

  object->part = part;
  object->is_taken = !g_hash_table_contains (self->left_out, matchum_posting_part_get_text (part));
  return object;
}

/* How many parts are as they were, of at most n_most, from the start or from the end. */
static guint
count_same (GPtrArray *before, MatchumPostingParts *parts, guint n_most, gboolean from_end)
{
  guint n_parts = matchum_posting_parts_get_n_parts (parts), n = 0;

  while (n < n_most)
    {
      MatchumPartObject *object = before->pdata[from_end ? before->len - 1 - n : n];

      if (!is_same_part (object->part, matchum_posting_parts_get_part (parts, from_end ? n_parts - 1 - n : n)))
        break;
      n++;
    }
  return n;
}

/* The row of the part that takes the place of one that is the same stays as it is. */
static void
keep_object (GPtrArray *objects, MatchumPartObject *object, MatchumPostingPart *part)
{
  matchum_posting_part_ref (part);
  matchum_posting_part_unref (object->part);
  object->part = part;
  g_ptr_array_add (objects, g_object_ref (object));
}

/* Rows at the start and the end that are as they were stay, and the keyboard's focus in them. */
void
matchum_part_list_set_parts (MatchumPartList *self, MatchumPostingParts *parts)
{
  g_autoptr (GPtrArray) before = NULL;
  guint n_parts, n_most, n_start, n_end, n_shown;

  g_return_if_fail (MATCHUM_IS_PART_LIST (self));
  g_return_if_fail (parts != NULL);

  before = g_steal_pointer (&self->objects);
  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  n_parts = matchum_posting_parts_get_n_parts (parts);
  n_most = MIN (before->len, n_parts);
  n_start = count_same (before, parts, n_most, FALSE);
  n_end = count_same (before, parts, n_most - n_start, TRUE);
  for (guint i = 0; i < n_parts; i++)
    {
      MatchumPostingPart *part = matchum_posting_parts_get_part (parts, i);

      if (i < n_start)
        keep_object (self->objects, before->pdata[i], part);
      else if (i >= n_parts - n_end)
        keep_object (self->objects, before->pdata[before->len - (n_parts - i)], part);
      else
        g_ptr_array_add (self->objects, create_object (self, matchum_posting_part_ref (part)));
    }
  n_shown = get_n_shown (self);
  if (n_shown == before->len && n_parts - n_start - n_end <= FRAME_ITEMS)
    g_list_store_splice (self->store, n_start, before->len - n_start - n_end, self->objects->pdata + n_start,
                         n_parts - n_start - n_end);
  else if (n_shown > n_start)
    g_list_store_splice (self->store, n_start, n_shown - n_start, NULL, 0);
  if (get_n_shown (self) < n_parts && show_more (self) && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
matchum_part_list_get_n_taken (MatchumPartList *self)
{
  g_autoptr (GPtrArray) taken = NULL;

  g_return_val_if_fail (MATCHUM_IS_PART_LIST (self), 0);

  taken = matchum_part_list_dup_taken (self);
  return taken->len;
}

GPtrArray *
matchum_part_list_dup_taken (MatchumPartList *self)
{
  GPtrArray *taken;

  g_return_val_if_fail (MATCHUM_IS_PART_LIST (self), NULL);

  taken = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_part_unref);
  for (guint i = 0; i < self->objects->len; i++)
    {
      MatchumPartObject *object = self->objects->pdata[i];

      if (object->is_taken)
        g_ptr_array_add (taken, matchum_posting_part_ref (object->part));
    }
  return taken;
}
