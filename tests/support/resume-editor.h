/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person at an editor: takes a resume apart into lines, changes them at random, but the same for the same seed, and
 * remembers of every block which one it was. */
#pragma once

#include <string.h>

#include "resume-fixture.h"

typedef enum {
  RESUME_EDITOR_HEADING,
  RESUME_EDITOR_ITEM,
  RESUME_EDITOR_PARAGRAPH,
} ResumeEditorKind;

typedef struct {
  ResumeEditorKind kind;
  guint depth; /* level of a heading, depth of an item from 0 */
  char *text;
  char *id;    /* of the block it was, or NULL where it is new */
  GPtrArray *parts; /* ids of blocks that it was split off or joined with, or whose text it took the place of */
  gboolean is_replaced;
  guint line;  /* where it was last written */
} ResumeEditorNode;

typedef struct {
  GRand *rand;
  GPtrArray *nodes;   /* of ResumeEditorNode */
  GPtrArray *phrases; /* texts of resumes, borrowed */
  GHashTable *used;   /* phrases that are or were in this one */
  char marker;
  gboolean has_crlf;
} ResumeEditor;

static inline ResumeEditorNode *
resume_editor_node_new (ResumeEditorKind kind, guint depth, const char *text, const char *id)
{
  ResumeEditorNode *node = g_new0 (ResumeEditorNode, 1);

  node->kind = kind;
  node->depth = depth;
  node->text = g_strdup (text);
  node->id = g_strdup (id);
  node->parts = g_ptr_array_new_with_free_func (g_free);
  return node;
}

/* Nobody could tell node from what other was. */
static inline void
resume_editor_node_take_parts (ResumeEditorNode *node, const ResumeEditorNode *other)
{
  if (other->id != NULL)
    g_ptr_array_add (node->parts, g_strdup (other->id));
  for (guint i = 0; node != other && i < other->parts->len; i++)
    g_ptr_array_add (node->parts, g_strdup (g_ptr_array_index (other->parts, i)));
}

/* None of its words stays: whether it is what it was is anybody's guess, but must be told. */
static inline void
resume_editor_node_replace (ResumeEditorNode *node)
{
  resume_editor_node_take_parts (node, node);
  g_clear_pointer (&node->id, g_free);
  node->is_replaced = TRUE;
}

static inline void
resume_editor_node_free (gpointer data)
{
  ResumeEditorNode *node = data;

  g_free (node->text);
  g_free (node->id);
  g_ptr_array_unref (node->parts);
  g_free (node);
}

static inline guint
resume_editor_pick (ResumeEditor *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static inline ResumeEditorNode *
resume_editor_get (ResumeEditor *self, guint index)
{
  return g_ptr_array_index (self->nodes, index);
}

/* Blocks as lines of text; what is no heading and no bullet is a paragraph. */
static inline void
resume_editor_load (ResumeEditor *self, MatchumResume *resume)
{
  g_ptr_array_set_size (self->nodes, 0);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      g_autofree char *text = g_strdup (matchum_block_get_text (block));
      ResumeEditorKind kind = RESUME_EDITOR_PARAGRAPH;
      guint depth = 0;

      if (block->kind == MATCHUM_BLOCK_REMARK)
        continue;
      if (block->heading > 0)
        {
          kind = RESUME_EDITOR_HEADING;
          depth = block->heading;
        }
      else if (block->kind == MATCHUM_BLOCK_ITEM)
        {
          kind = RESUME_EDITOR_ITEM;
          depth = block->list_depth - 1;
        }
      g_strdelimit (text, "\n", ' ');
      g_ptr_array_add (self->nodes, resume_editor_node_new (kind, depth, text, block->id));
    }
}

static inline void
resume_editor_init (ResumeEditor *self, guint32 seed, GPtrArray *phrases)
{
  self->rand = g_rand_new_with_seed (seed);
  self->nodes = g_ptr_array_new_with_free_func (resume_editor_node_free);
  self->phrases = phrases;
  self->used = g_hash_table_new (g_str_hash, g_str_equal);
  self->marker = '-';
  self->has_crlf = FALSE;
}

static inline void
resume_editor_clear (ResumeEditor *self)
{
  g_rand_free (self->rand);
  g_ptr_array_unref (self->nodes);
  g_hash_table_unref (self->used);
}

static inline void
resume_editor_write_line (ResumeEditor *self, GString *out, guint *line, const char *text)
{
  g_string_append (out, text);
  g_string_append (out, self->has_crlf ? "\r\n" : "\n");
  ++*line;
}

static inline char *
resume_editor_format (ResumeEditor *self, const ResumeEditorNode *node, guint depth)
{
  g_autofree char *marks = NULL;

  switch (node->kind)
    {
    case RESUME_EDITOR_HEADING:
      marks = g_strnfill (node->depth, '#');
      return g_strdup_printf ("%s %s", marks, node->text);
    case RESUME_EDITOR_ITEM:
      return g_strdup_printf ("%*s%c %s", (int) (depth * 2), "", self->marker, node->text);
    case RESUME_EDITOR_PARAGRAPH:
    default:
      return g_strdup (node->text);
    }
}

/* Marks the phrases of resume as used. */
static inline void
resume_editor_use_phrases (ResumeEditor *self, MatchumResume *resume)
{
  for (guint i = 0; i < self->phrases->len; i++)
    for (guint k = 0; k < matchum_resume_get_n_blocks (resume); k++)
      if (g_str_equal (g_ptr_array_index (self->phrases, i),
                       matchum_block_get_text (matchum_resume_get_block (resume, k))))
        g_hash_table_add (self->used, g_ptr_array_index (self->phrases, i));
}

/* The text as Markdown. Notes the line of every node. */
static inline char *
resume_editor_dup_text (ResumeEditor *self)
{
  GString *out = g_string_new (NULL);
  guint line = 1, depth = 0;
  gboolean is_list = FALSE;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      ResumeEditorNode *node = resume_editor_get (self, i);
      g_autofree char *text = NULL;

      depth = node->kind == RESUME_EDITOR_ITEM && is_list ? MIN (node->depth, depth + 1) : 0;
      if (i > 0 && (node->kind != RESUME_EDITOR_ITEM || !is_list))
        resume_editor_write_line (self, out, &line, "");
      is_list = node->kind == RESUME_EDITOR_ITEM;
      text = resume_editor_format (self, node, depth);
      node->line = line;
      resume_editor_write_line (self, out, &line, text);
    }
  return g_string_free (out, FALSE);
}

/* The node that was written in line, or NULL. */
static inline ResumeEditorNode *
resume_editor_find_line (ResumeEditor *self, guint line)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (resume_editor_get (self, i)->line == line)
      return resume_editor_get (self, i);
  return NULL;
}

/* Any node but the title, of kind unless that is -1; G_MAXUINT where there is none. */
static inline guint
resume_editor_choose (ResumeEditor *self, int kind)
{
  for (guint try = 0; try < 50; try++)
    {
      guint index = resume_editor_pick (self, self->nodes->len);
      const ResumeEditorNode *node = resume_editor_get (self, index);

      if ((node->kind != RESUME_EDITOR_HEADING || node->depth > 1) && (kind < 0 || (int) node->kind == kind))
        return index;
    }
  return G_MAXUINT;
}

/* A text that was not there, not even in other words: every one is used once. */
static inline const char *
resume_editor_choose_phrase (ResumeEditor *self)
{
  for (;;)
    {
      const char *phrase = g_ptr_array_index (self->phrases, resume_editor_pick (self, self->phrases->len));

      if (g_hash_table_add (self->used, (gpointer) phrase))
        return phrase;
      g_assert_cmpuint (g_hash_table_size (self->used), <, self->phrases->len);
    }
}

static inline char *
resume_editor_dup_word (ResumeEditor *self)
{
  g_auto (GStrv) words = g_strsplit (g_ptr_array_index (self->phrases, resume_editor_pick (self, self->phrases->len)), " ", -1);

  return g_strdup (words[resume_editor_pick (self, g_strv_length (words))]);
}

/* The end of what belongs to the node: all within a heading, all bullets within a bullet. */
static inline guint
resume_editor_find_end (ResumeEditor *self, guint index)
{
  const ResumeEditorNode *node = resume_editor_get (self, index);

  for (guint i = index + 1; i < self->nodes->len; i++)
    {
      const ResumeEditorNode *next = resume_editor_get (self, i);

      if (node->kind == RESUME_EDITOR_PARAGRAPH
          || (next->kind == RESUME_EDITOR_HEADING
              && (node->kind != RESUME_EDITOR_HEADING || next->depth <= node->depth)))
        return i;
      if (node->kind == RESUME_EDITOR_ITEM && (next->kind != RESUME_EDITOR_ITEM || next->depth <= node->depth))
        return i;
    }
  return self->nodes->len;
}

static inline void
resume_editor_insert (ResumeEditor *self)
{
  guint at = resume_editor_choose (self, -1);

  if (at != G_MAXUINT)
    g_ptr_array_insert (self->nodes, (gint) at + 1,
                        resume_editor_node_new (RESUME_EDITOR_ITEM, 0, resume_editor_choose_phrase (self), NULL));
}

static inline void
resume_editor_delete (ResumeEditor *self, gboolean with_children)
{
  guint at = resume_editor_choose (self, -1);

  if (at == G_MAXUINT || self->nodes->len < 20)
    return;
  if (with_children)
    g_ptr_array_remove_range (self->nodes, at, MIN (resume_editor_find_end (self, at) - at, 12));
  else
    g_ptr_array_remove_index (self->nodes, at);
}

/* Changes up to share of the words: each goes, gets another one before it, or gives way to another. */
static inline void
resume_editor_change_words (ResumeEditor *self, ResumeEditorNode *node, double share)
{
  g_auto (GStrv) words = g_strsplit (node->text, " ", -1);
  guint n = g_strv_length (words);
  guint n_changes = 1 + resume_editor_pick (self, (guint) (n * share) + 1);
  GString *text = g_string_new (NULL);
  gboolean is_kept = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_changed = resume_editor_pick (self, n) < n_changes;
      guint how = resume_editor_pick (self, 3);
      g_autofree char *word = resume_editor_dup_word (self);

      if (is_changed && how == 0 && n > 2)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (is_changed && how != 0)
        g_string_append (text, word);
      if (is_changed && how == 1)
        g_string_append_c (text, ' ');
      if (!is_changed || how != 2)
        {
          g_string_append (text, words[i]);
          is_kept = TRUE;
        }
    }
  g_strstrip (text->str);
  if (text->str[0] == '\0')
    {
      g_string_free (text, TRUE);
      return;
    }
  if (!is_kept)
    resume_editor_node_replace (node);
  g_free (node->text);
  node->text = g_string_free (text, FALSE);
}

static inline void
resume_editor_edit (ResumeEditor *self, int kind)
{
  guint at = resume_editor_choose (self, kind);

  if (at != G_MAXUINT)
    resume_editor_change_words (self, resume_editor_get (self, at), 0.35);
}

static inline void
resume_editor_replace (ResumeEditor *self)
{
  guint at = resume_editor_choose (self, RESUME_EDITOR_ITEM);
  ResumeEditorNode *node;
  char *text;

  if (at == G_MAXUINT)
    return;
  node = resume_editor_get (self, at);
  resume_editor_node_replace (node);
  text = g_strdup (resume_editor_choose_phrase (self));
  g_free (node->text);
  node->text = text;
}

/* Takes the nodes from first on out and puts them in before at, which counts without them. */
static inline void
resume_editor_move_range (ResumeEditor *self, guint first, guint end, guint at)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = first; i < end; i++)
    g_ptr_array_add (taken, g_ptr_array_steal_index (self->nodes, first));
  at = MIN (at, self->nodes->len);
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_insert (self->nodes, (gint) (at + i), g_ptr_array_index (taken, i));
}

/* A bullet with what is in it goes behind another one, or to the head of an entry. */
static inline void
resume_editor_move_item (ResumeEditor *self)
{
  guint from = resume_editor_choose (self, RESUME_EDITOR_ITEM);
  guint end, to;

  if (from == G_MAXUINT)
    return;
  end = resume_editor_find_end (self, from);
  to = resume_editor_pick (self, 3) == 0 ? from + resume_editor_pick (self, 7) - 3
                                         : resume_editor_choose (self, -1);
  if (to > self->nodes->len || to < 2)
    return;
  resume_editor_move_range (self, from, end, to > from ? to - MIN (to - from, end - from) + 1 : to + 1);
}

/* Changes places of a heading with all under it and the next one of its level. */
static inline void
resume_editor_swap_headings (ResumeEditor *self, guint level)
{
  guint first = resume_editor_choose (self, RESUME_EDITOR_HEADING);
  guint second, end;

  if (first == G_MAXUINT || resume_editor_get (self, first)->depth != level)
    return;
  second = resume_editor_find_end (self, first);
  if (second >= self->nodes->len || resume_editor_get (self, second)->depth != level)
    return;
  end = resume_editor_find_end (self, second);
  resume_editor_move_range (self, first, second, first + (end - second));
}

/* An entry goes to another section. */
static inline void
resume_editor_move_entry (ResumeEditor *self)
{
  guint from = resume_editor_choose (self, RESUME_EDITOR_HEADING);
  guint to = resume_editor_choose (self, RESUME_EDITOR_HEADING);
  guint end;

  if (from == G_MAXUINT || to == G_MAXUINT || resume_editor_get (self, from)->depth != 3
      || resume_editor_get (self, to)->depth != 3)
    return;
  end = resume_editor_find_end (self, from);
  if (to < from)
    resume_editor_move_range (self, from, end, to);
  else if (to >= end)
    resume_editor_move_range (self, from, end, to - (end - from));
}

static inline void
resume_editor_duplicate (ResumeEditor *self)
{
  guint from = resume_editor_choose (self, RESUME_EDITOR_ITEM);
  guint to = resume_editor_pick (self, 2) == 0 ? from : resume_editor_choose (self, RESUME_EDITOR_ITEM);
  const ResumeEditorNode *node;

  if (from == G_MAXUINT || to == G_MAXUINT)
    return;
  node = resume_editor_get (self, from);
  g_ptr_array_insert (self->nodes, (gint) to + 1,
                      resume_editor_node_new (node->kind, node->depth, node->text, NULL));
}

static inline void
resume_editor_indent (ResumeEditor *self)
{
  guint at = resume_editor_choose (self, RESUME_EDITOR_ITEM);
  ResumeEditorNode *node;

  if (at == G_MAXUINT)
    return;
  node = resume_editor_get (self, at);
  node->depth = node->depth > 0 && resume_editor_pick (self, 2) == 0 ? node->depth - 1 : MIN (node->depth + 1, 3);
}

/* The larger of the two is the one that stays. */
static inline void
resume_editor_join (ResumeEditor *self)
{
  guint at = resume_editor_choose (self, RESUME_EDITOR_ITEM);
  ResumeEditorNode *node, *next;
  char *text;

  if (at == G_MAXUINT || at + 1 >= self->nodes->len
      || resume_editor_get (self, at + 1)->kind != RESUME_EDITOR_ITEM)
    return;
  node = resume_editor_get (self, at);
  next = resume_editor_get (self, at + 1);
  text = g_strdup_printf ("%s, %s", node->text, next->text);
  resume_editor_node_take_parts (node, node);
  resume_editor_node_take_parts (node, next);
  if (g_utf8_strlen (next->text, -1) > g_utf8_strlen (node->text, -1))
    {
      char *id = node->id;

      node->id = next->id;
      next->id = id;
    }
  node->is_replaced = node->is_replaced && next->is_replaced;
  g_free (node->text);
  node->text = text;
  g_ptr_array_remove_index (self->nodes, at + 1);
}

static inline void
resume_editor_split (ResumeEditor *self)
{
  guint at = resume_editor_choose (self, RESUME_EDITOR_ITEM);
  ResumeEditorNode *node, *part;
  const char *middle;

  if (at == G_MAXUINT)
    return;
  node = resume_editor_get (self, at);
  middle = strchr (node->text + strlen (node->text) / 3, ' ');
  if (middle == NULL || middle[1] == '\0')
    return;
  part = resume_editor_node_new (node->kind, node->depth, middle + 1, NULL);
  node->text[middle - node->text] = '\0';
  resume_editor_node_take_parts (node, node);
  resume_editor_node_take_parts (part, node);
  if (g_utf8_strlen (part->text, -1) > g_utf8_strlen (node->text, -1))
    {
      part->id = node->id;
      node->id = NULL;
    }
  g_ptr_array_insert (self->nodes, (gint) at + 1, part);
}

static inline void
resume_editor_turn (ResumeEditor *self)
{
  guint at = resume_editor_choose (self, resume_editor_pick (self, 2) == 0 ? RESUME_EDITOR_ITEM
                                                                            : RESUME_EDITOR_PARAGRAPH);

  if (at == G_MAXUINT)
    return;
  if (resume_editor_get (self, at)->kind == RESUME_EDITOR_ITEM)
    resume_editor_get (self, at)->kind = RESUME_EDITOR_PARAGRAPH;
  else
    resume_editor_get (self, at)->kind = RESUME_EDITOR_ITEM;
  resume_editor_get (self, at)->depth = 0;
}

/* One change. Returns its name. */
static inline const char *
resume_editor_change (ResumeEditor *self)
{
  switch (resume_editor_pick (self, 22))
    {
    case 0:
    case 1:
    case 2:
      resume_editor_insert (self);
      return "insert";
    case 3:
    case 4:
      resume_editor_delete (self, FALSE);
      return "delete";
    case 5:
      resume_editor_delete (self, TRUE);
      return "delete with children";
    case 6:
    case 7:
    case 8:
      resume_editor_edit (self, RESUME_EDITOR_ITEM);
      return "edit item";
    case 9:
      resume_editor_edit (self, RESUME_EDITOR_PARAGRAPH);
      return "edit paragraph";
    case 10:
    case 11:
      resume_editor_edit (self, RESUME_EDITOR_HEADING);
      return "edit heading";
    case 12:
    case 13:
      resume_editor_move_item (self);
      return "move item";
    case 14:
      resume_editor_swap_headings (self, 3);
      return "swap entries";
    case 15:
      resume_editor_swap_headings (self, 2);
      return "swap sections";
    case 16:
      resume_editor_move_entry (self);
      return "move entry";
    case 17:
      resume_editor_duplicate (self);
      return "duplicate";
    case 18:
      resume_editor_indent (self);
      return "indent";
    case 19:
      resume_editor_join (self);
      return "join";
    case 20:
      resume_editor_split (self);
      return "split";
    default:
      break;
    }
  switch (resume_editor_pick (self, 4))
    {
    case 0:
      self->marker = "-*+"[resume_editor_pick (self, 3)];
      return "bullets";
    case 1:
      self->has_crlf = !self->has_crlf;
      return "line ends";
    case 2:
      resume_editor_turn (self);
      return "turn";
    default:
      resume_editor_replace (self);
      return "replace";
    }
}
