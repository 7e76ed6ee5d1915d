/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of block ids, what of the baseline this application hides and what it insists on, and what it has of its own. */
#include "config.h"

#include "tailor/matchum-application.h"

#include <string.h>

/* Wording of its own for a block. */
typedef struct {
  char *markdown;
  char *replaced; /* or NULL */
} Wording;

struct _MatchumApplication {
  /* These four are shared by applications that have the same, and never changed. */
  GHashTable *hidden;   /* set of ids */
  GHashTable *pinned;   /* the same */
  GHashTable *wordings; /* ids to Wording */
  GPtrArray *order;     /* of char * */
  char *team;           /* NULL: none was picked */
  char *title_line;     /* NULL: the baseline's */
  guint budget;
  gboolean allows_gaps;
  gboolean has_look;
  MatchumApplicationLook look;
};

G_DEFINE_BOXED_TYPE (MatchumApplication, matchum_application, matchum_application_ref, matchum_application_unref)

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (copy, g_strdup (id));
  return copy;
}

/* Puts another set in the place of one that may be shared, where any of ids makes a difference. */
static void
set_members (GHashTable **set, GPtrArray *ids, gboolean are_members)
{
  GHashTable *changed = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (!g_hash_table_contains (changed != NULL ? changed : *set, id) == !are_members)
        continue;
      if (changed == NULL)
        changed = copy_set (*set);
      if (are_members)
        g_hash_table_add (changed, g_strdup (id));
      else
        g_hash_table_remove (changed, id);
    }
  if (changed == NULL)
    return;
  g_hash_table_unref (*set);
  *set = changed;
}

static gboolean
is_same_set (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id;

  if (a == b || g_hash_table_size (a) != g_hash_table_size (b))
    return a == b;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (b, id))
      return FALSE;
  return TRUE;
}

static GHashTable *
create_set (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (set, g_strdup (g_ptr_array_index (ids, i)));
  return set;
}

static int
compare_ids_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_members (GHashTable *set)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));
  g_ptr_array_sort (ids, compare_ids_cb);
  return ids;
}

static Wording *
create_wording (const char *markdown, const char *replaced)
{
  Wording *wording = g_new0 (Wording, 1);

  wording->markdown = g_strdup (markdown);
  wording->replaced = g_strdup (replaced);
  return wording;
}

static void
free_wording (gpointer data)
{
  Wording *wording = data;

  g_free (wording->markdown);
  g_free (wording->replaced);
  g_free (wording);
}

static GHashTable *
create_wordings (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_wording);
}

static GHashTable *
copy_wordings (GHashTable *wordings)
{
  GHashTable *copy = create_wordings ();
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, wordings);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_hash_table_insert (copy, g_strdup (id),
                         create_wording (((Wording *) value)->markdown, ((Wording *) value)->replaced));
  return copy;
}

static gboolean
is_same_wording (const Wording *a, const Wording *b)
{
  return strcmp (a->markdown, b->markdown) == 0 && g_strcmp0 (a->replaced, b->replaced) == 0;
}

static gboolean
has_same_wordings (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id, wording;

  if (a == b || g_hash_table_size (a) != g_hash_table_size (b))
    return a == b;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, &wording))
    {
      const Wording *other = g_hash_table_lookup (b, id);

      if (other == NULL || !is_same_wording (wording, other))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_order (GPtrArray *a, GPtrArray *b)
{
  if (a == b || a->len != b->len)
    return a == b;
  for (guint i = 0; i < a->len; i++)
    if (strcmp (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
clear_look (MatchumApplicationLook *look)
{
  g_free (look->theme);
  g_free (look->paper);
  g_free (look->adjustments);
}

static void
set_look (MatchumApplication *self, const MatchumApplicationLook *look)
{
  self->has_look = look != NULL;
  self->look = (MatchumApplicationLook){ NULL };
  if (look == NULL)
    return;
  self->look.theme = g_strdup (look->theme);
  self->look.paper = g_strdup (look->paper);
  self->look.adjustments = g_strdup (look->adjustments);
}

static void
matchum_application_clear (MatchumApplication *self)
{
  g_hash_table_unref (self->hidden);
  g_hash_table_unref (self->pinned);
  g_hash_table_unref (self->wordings);
  g_ptr_array_unref (self->order);
  g_free (self->team);
  g_free (self->title_line);
  clear_look (&self->look);
}

/* Nothing hidden, nothing pinned. */
MatchumApplication *
matchum_application_new (void)
{
  MatchumApplication *self = g_atomic_rc_box_new0 (MatchumApplication);

  self->hidden = create_set (NULL);
  self->pinned = create_set (NULL);
  self->wordings = create_wordings ();
  self->order = g_ptr_array_new_with_free_func (g_free);
  return self;
}

MatchumApplication *
matchum_application_new_from_ids (GPtrArray *hidden, GPtrArray *pinned)
{
  g_autoptr (MatchumApplication) nothing = matchum_application_new ();

  return matchum_application_with_ids (nothing, hidden, pinned);
}

MatchumApplication *
matchum_application_ref (MatchumApplication *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_application_unref (MatchumApplication *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_application_clear);
}

static MatchumApplication *
copy (MatchumApplication *self)
{
  MatchumApplication *other = g_atomic_rc_box_new0 (MatchumApplication);

  other->hidden = g_hash_table_ref (self->hidden);
  other->pinned = g_hash_table_ref (self->pinned);
  other->wordings = g_hash_table_ref (self->wordings);
  other->order = g_ptr_array_ref (self->order);
  other->team = g_strdup (self->team);
  other->title_line = g_strdup (self->title_line);
  other->budget = self->budget;
  other->allows_gaps = self->allows_gaps;
  set_look (other, self->has_look ? &self->look : NULL);
  return other;
}

static GPtrArray *
create_list (const char *id)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) id);
  return ids;
}

/**
 * matchum_application_with_hidden:
 * @is_hidden: TRUE to hide the block, which takes a pin off it; FALSE to show it again
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_hidden (MatchumApplication *self, const char *block_id, gboolean is_hidden)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (block_id != NULL, NULL);

  ids = create_list (block_id);
  return matchum_application_with_all_hidden (self, ids, is_hidden);
}

/* Returns: (transfer full): the changed choices; those of @self stay as they are */
MatchumApplication *
matchum_application_with_all_hidden (MatchumApplication *self, GPtrArray *block_ids, gboolean are_hidden)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (block_ids != NULL, NULL);

  other = copy (self);
  set_members (&other->hidden, block_ids, are_hidden);
  if (are_hidden)
    set_members (&other->pinned, block_ids, FALSE);
  return other;
}

/**
 * matchum_application_with_pinned:
 * @is_pinned: TRUE to pin the block, which shows it where it was hidden; FALSE to let it go
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_pinned (MatchumApplication *self, const char *block_id, gboolean is_pinned)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (block_id != NULL, NULL);

  ids = create_list (block_id);
  return matchum_application_with_all_pinned (self, ids, is_pinned);
}

/* Returns: (transfer full): the changed choices; those of @self stay as they are */
MatchumApplication *
matchum_application_with_all_pinned (MatchumApplication *self, GPtrArray *block_ids, gboolean are_pinned)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (block_ids != NULL, NULL);

  other = copy (self);
  set_members (&other->pinned, block_ids, are_pinned);
  if (are_pinned)
    set_members (&other->hidden, block_ids, FALSE);
  return other;
}

/**
 * matchum_application_with_ids:
 * @hidden: (nullable): copied; a block that is hidden and pinned is the caller's mistake
 * @pinned: (nullable): copied
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_ids (MatchumApplication *self, GPtrArray *hidden, GPtrArray *pinned)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self);
  g_hash_table_unref (other->hidden);
  other->hidden = create_set (hidden);
  g_hash_table_unref (other->pinned);
  other->pinned = create_set (pinned);
  return other;
}

/**
 * matchum_application_with_team:
 * @team: (nullable): name of the team as the posting has it
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_team (MatchumApplication *self, const char *team)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self);
  g_free (other->team);
  other->team = g_strdup (team);
  return other;
}

const char *
matchum_application_get_team (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->team;
}

/**
 * matchum_application_with_wording:
 * @markdown: (nullable): the words, see matchum_block_edit_replace()
 * @replaced: (nullable): those of the baseline
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_wording (MatchumApplication *self,
                                  const char *block_id,
                                  const char *markdown,
                                  const char *replaced)
{
  const MatchumApplicationWording wording = { block_id, markdown, replaced };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (block_id != NULL, NULL);

  return matchum_application_with_wordings (self, &wording, 1);
}

/* Returns: (transfer full): the changed choices; those of @self stay as they are */
MatchumApplication *
matchum_application_with_wordings (MatchumApplication *self,
                                   const MatchumApplicationWording *wordings,
                                   guint n_wordings)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (wordings != NULL || n_wordings == 0, NULL);

  other = copy (self);
  g_hash_table_unref (other->wordings);
  other->wordings = copy_wordings (self->wordings);
  for (guint i = 0; i < n_wordings; i++)
    if (wordings[i].markdown != NULL)
      g_hash_table_insert (other->wordings, g_strdup (wordings[i].block_id),
                           create_wording (wordings[i].markdown, wordings[i].replaced));
    else
      g_hash_table_remove (other->wordings, wordings[i].block_id);
  return other;
}

/* Returns: (nullable): borrowed; NULL where it has the baseline's */
const char *
matchum_application_get_wording (MatchumApplication *self, const char *block_id)
{
  const Wording *wording;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (block_id != NULL, NULL);

  wording = g_hash_table_lookup (self->wordings, block_id);
  return wording != NULL ? wording->markdown : NULL;
}

/* Returns: (nullable): borrowed; NULL where there is no wording of its own, or nobody knows what it replaced */
const char *
matchum_application_get_replaced (MatchumApplication *self, const char *block_id)
{
  const Wording *wording;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (block_id != NULL, NULL);

  wording = g_hash_table_lookup (self->wordings, block_id);
  return wording != NULL ? wording->replaced : NULL;
}

/* Returns: (transfer full) */
GPtrArray *
matchum_application_dup_worded (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return list_members (self->wordings);
}

/**
 * matchum_application_with_order:
 * @ids: (nullable): copied
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_order (MatchumApplication *self, GPtrArray *ids)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self);
  g_ptr_array_unref (other->order);
  other->order = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_ptr_array_add (other->order, g_strdup (ids->pdata[i]));
  return other;
}

/* Returns: (transfer none): perhaps empty, never NULL */
GPtrArray *
matchum_application_get_order (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->order;
}

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/**
 * matchum_application_with_title_line:
 * @title_line: (nullable): plain words of one line
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_title_line (MatchumApplication *self, const char *title_line)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self);
  g_free (other->title_line);
  other->title_line = title_line != NULL && !is_blank (title_line) ? g_strdup (title_line) : NULL;
  return other;
}

/* Returns: (nullable): borrowed */
const char *
matchum_application_get_title_line (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title_line;
}

/* Returns: (transfer full): the changed choices; those of @self stay as they are */
MatchumApplication *
matchum_application_with_budget (MatchumApplication *self, guint n_pages)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self);
  other->budget = n_pages;
  return other;
}

guint
matchum_application_get_budget (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->budget;
}

/* Returns: (transfer full): the changed choices; those of @self stay as they are */
MatchumApplication *
matchum_application_with_allows_gaps (MatchumApplication *self, gboolean allows_gaps)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self);
  other->allows_gaps = allows_gaps != FALSE;
  return other;
}

gboolean
matchum_application_allows_gaps (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->allows_gaps;
}

/**
 * matchum_application_with_look:
 * @look: (nullable): copied
 *
 * Returns: (transfer full): the changed choices; those of @self stay as they are
 */
MatchumApplication *
matchum_application_with_look (MatchumApplication *self, const MatchumApplicationLook *look)
{
  MatchumApplication *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self);
  clear_look (&other->look);
  set_look (other, look);
  return other;
}

/* Returns: (nullable): borrowed */
const MatchumApplicationLook *
matchum_application_get_look (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->has_look ? &self->look : NULL;
}

/* Whether the block is hidden by itself; what hides it besides, see matchum_application_get_visibility(). */
gboolean
matchum_application_is_hidden (MatchumApplication *self, const char *block_id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (block_id != NULL, FALSE);

  return g_hash_table_contains (self->hidden, block_id);
}

gboolean
matchum_application_is_pinned (MatchumApplication *self, const char *block_id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (block_id != NULL, FALSE);

  return g_hash_table_contains (self->pinned, block_id);
}

/* Whether both make the same choices. */
gboolean
matchum_application_is_equal (MatchumApplication *self, MatchumApplication *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self == other
         || (is_same_set (self->hidden, other->hidden) && is_same_set (self->pinned, other->pinned)
             && g_strcmp0 (self->team, other->team) == 0 && self->budget == other->budget
             && self->allows_gaps == other->allows_gaps && matchum_application_has_same_look (self, other)
             && matchum_application_has_same_words (self, other));
}

gboolean
matchum_application_has_same_order (MatchumApplication *self, MatchumApplication *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return is_same_order (self->order, other->order);
}

/* What wording replaced is looked at, too. */
gboolean
matchum_application_has_same_words (MatchumApplication *self, MatchumApplication *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return has_same_wordings (self->wordings, other->wordings) && is_same_order (self->order, other->order)
         && g_strcmp0 (self->title_line, other->title_line) == 0;
}

gboolean
matchum_application_has_same_look (MatchumApplication *self, MatchumApplication *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->has_look == other->has_look && g_strcmp0 (self->look.theme, other->look.theme) == 0
         && g_strcmp0 (self->look.paper, other->look.paper) == 0
         && g_strcmp0 (self->look.adjustments, other->look.adjustments) == 0;
}

GPtrArray *
matchum_application_dup_hidden (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return list_members (self->hidden);
}

GPtrArray *
matchum_application_dup_pinned (MatchumApplication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return list_members (self->pinned);
}

/* Returns: (transfer full) */
MatchumVisibility *
matchum_application_get_visibility (MatchumApplication *self, MatchumResume *resume)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (resume != NULL, NULL);

  return matchum_visibility_new (resume, self->hidden, self->pinned);
}
