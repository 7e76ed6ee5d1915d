/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the lists that are open, so that items nest as they do in the resume. */
#include "config.h"

#include "export/matchum-html-lists.h"

/* Items further in stand beside the ones they are in: no reader has to follow the deepest. */
#define MAX_DEPTH 12

typedef struct {
  guint parent; /* index of the item that the list stands in, or MATCHUM_BLOCK_NONE */
  guint item;   /* index of the item that is open */
  gboolean is_numbered;
} List;

void
matchum_html_lists_init (MatchumHtmlLists *self, MatchumResume *resume)
{
  g_return_if_fail (self != NULL);

  self->resume = resume;
  self->open = g_array_new (FALSE, FALSE, sizeof (List));
}

void
matchum_html_lists_clear (MatchumHtmlLists *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->open, g_array_unref);
}

static gboolean
has_list (MatchumHtmlLists *self)
{
  return self->open->len > 0;
}

static List *
get_last (MatchumHtmlLists *self)
{
  return &g_array_index (self->open, List, self->open->len - 1);
}

static void
close_last (MatchumHtmlLists *self, GString *out)
{
  g_string_append (out, get_last (self)->is_numbered ? "</li>\n</ol>\n" : "</li>\n</ul>\n");
  g_array_set_size (self->open, self->open->len - 1);
}

/* The item that block stands in, or MATCHUM_BLOCK_NONE; of those too deep, the one at the depth that is written. */
static guint
find_item_around (MatchumHtmlLists *self, const MatchumBlock *block)
{
  guint parent = block->parent;

  for (; parent != MATCHUM_BLOCK_NONE; parent = matchum_resume_get_block (self->resume, parent)->parent)
    {
      const MatchumBlock *around = matchum_resume_get_block (self->resume, parent);

      if (around->kind != MATCHUM_BLOCK_ITEM)
        return MATCHUM_BLOCK_NONE;
      if (around->list_depth < MAX_DEPTH)
        return parent;
    }
  return MATCHUM_BLOCK_NONE;
}

static void
open_list (MatchumHtmlLists *self, GString *out, guint parent, guint number)
{
  const List list = { parent, MATCHUM_BLOCK_NONE, number > 0 };

  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
  if (number > 1)
    g_string_append_printf (out, "<ol start=\"%u\">\n", number);
  else
    g_string_append (out, number == 1 ? "<ol>\n" : "<ul>\n");
  g_array_append_val (self->open, list);
}

void
matchum_html_lists_begin_item (MatchumHtmlLists *self, GString *out, const MatchumBlock *item, guint number)
{
  guint parent;

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);
  g_return_if_fail (item != NULL);

  parent = find_item_around (self, item);
  while (has_list (self) && get_last (self)->parent != parent && get_last (self)->item != parent)
    close_last (self, out);
  if (has_list (self) && get_last (self)->parent == parent && get_last (self)->is_numbered != (number > 0))
    close_last (self, out);
  if (!has_list (self) || get_last (self)->parent != parent)
    open_list (self, out, parent, number);
  else
    g_string_append (out, "</li>\n");
  g_string_append (out, "<li");
  get_last (self)->item = item->index;
}

void
matchum_html_lists_leave (MatchumHtmlLists *self, GString *out, const MatchumBlock *block)
{
  guint parent;

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  parent = block != NULL && block->list_depth > 0 ? find_item_around (self, block) : MATCHUM_BLOCK_NONE;
  while (has_list (self) && get_last (self)->item != parent)
    close_last (self, out);
}
