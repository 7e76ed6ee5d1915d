/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree whose edges are in one hash table. Where only one name goes on, the rest of it hangs on the node as a tail,
 * not as a chain of nodes: so the tree is small and quick to build. Behind a bit for every pair of first characters it
 * is quick to fail, too: nearly everywhere in a text no name starts, and the bits stay in the nearest cache. */
#include "config.h"

#include "lexicon/matchum-alias-trie.h"

#include <string.h>

#define NO_ALIAS G_MAXUINT32
#define ROOT 0
#define CHARACTER_BITS 21
#define N_PAIR_BITS 0x20000
#define N_SHORT_BITS 0x4000

/* No tail. */
#define NO_TAIL 0
/* Behind the last character of a tail. */
#define TAIL_END ((gunichar) 0)

typedef struct {
  guint32 first_alias; /* of those that end here; the rest by next_alias */
  guint32 tail;        /* where in tails the one name that goes on from here does; then the node has no edges */
  guint32 tail_alias;  /* that name */
  gboolean has_gaps;   /* among its edges */
} Node;

struct _MatchumAliasTrie {
  GArray *nodes;      /* of Node */
  GArray *next_alias; /* of guint32, by alias: another that ends at the same node, or NO_ALIAS */
  GArray *tails;      /* of gunichar: all tails, each with TAIL_END; what is at NO_TAIL is none */
  guint64 *edges;     /* node << CHARACTER_BITS | character, 0 where free: no edge is the root by character 0 */
  guint32 *targets;   /* by edge */
  gsize mask;         /* one less than the room for edges, a power of two */
  gsize n_edges;
  guint64 *pair_bits;  /* by hash of the first two characters */
  guint64 *short_bits; /* by hash of the first, where the name ends or has a gap behind it */
};

static inline gsize
hash_edge (guint64 edge)
{
  edge *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (gsize) (edge >> 32);
}

static inline void
set_bit (guint64 *bits, gsize bit)
{
  bits[bit / 64] |= (guint64) 1 << (bit % 64);
}

static inline gboolean
get_bit (const guint64 *bits, gsize bit)
{
  return (bits[bit / 64] >> (bit % 64) & 1) != 0;
}

static inline guint64
make_edge (guint32 node, gunichar c)
{
  return (guint64) node << CHARACTER_BITS | c;
}

/* The place of edge in the table, or the free place where it belongs. */
static inline gsize
find_slot (const MatchumAliasTrie *self, guint64 edge)
{
  gsize slot = hash_edge (edge) & self->mask;

  while (self->edges[slot] != edge && self->edges[slot] != 0)
    slot = (slot + 1) & self->mask;
  return slot;
}

/* The child of node by c, or the root where there is none. */
static inline guint32
get_child (const MatchumAliasTrie *self, guint32 node, gunichar c)
{
  return self->targets[find_slot (self, make_edge (node, c))];
}

static void
allocate_edges (MatchumAliasTrie *self, gsize room)
{
  self->edges = g_new0 (guint64, room);
  self->targets = g_new0 (guint32, room);
  self->mask = room - 1;
}

static void
grow (MatchumAliasTrie *self)
{
  g_autofree guint64 *edges = self->edges;
  g_autofree guint32 *targets = self->targets;
  const gsize room = self->mask + 1;

  allocate_edges (self, room * 2);
  for (gsize i = 0; i < room; i++)
    if (edges[i] != 0)
      {
        const gsize slot = find_slot (self, edges[i]);

        self->edges[slot] = edges[i];
        self->targets[slot] = targets[i];
      }
}

static inline Node *
get_node (const MatchumAliasTrie *self, guint32 node)
{
  return &g_array_index (self->nodes, Node, node);
}

static guint32
add_node (MatchumAliasTrie *self)
{
  Node node = { NO_ALIAS, NO_TAIL, NO_ALIAS, FALSE };

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

/* A child that node does not have yet. */
static guint32
add_child (MatchumAliasTrie *self, guint32 node, gunichar c)
{
  const guint64 edge = make_edge (node, c);
  gsize slot;

  if (self->n_edges * 2 > self->mask)
    grow (self);
  if (c <= MATCHUM_ALIAS_GAP)
    get_node (self, node)->has_gaps = TRUE;
  slot = find_slot (self, edge);
  self->edges[slot] = edge;
  self->targets[slot] = add_node (self);
  self->n_edges++;
  return self->targets[slot];
}

static void
end_alias (MatchumAliasTrie *self, guint32 node, guint32 alias)
{
  Node *last = get_node (self, node);

  g_array_index (self->next_alias, guint32, alias) = last->first_alias;
  last->first_alias = alias;
}

/* What is left of an alias behind node. */
static void
hang_tail (MatchumAliasTrie *self, guint32 node, guint32 alias, const gunichar *rest, gsize length)
{
  const gunichar end = TAIL_END;

  get_node (self, node)->tail = self->tails->len;
  get_node (self, node)->tail_alias = alias;
  g_array_append_vals (self->tails, rest, (guint) length);
  g_array_append_val (self->tails, end);
}

/* Makes a child of the first character of a tail, because another name goes on from node. */
static void
split_tail (MatchumAliasTrie *self, guint32 node)
{
  const guint32 tail = get_node (self, node)->tail;
  const guint32 alias = get_node (self, node)->tail_alias;
  guint32 child;

  get_node (self, node)->tail = NO_TAIL;
  child = add_child (self, node, g_array_index (self->tails, gunichar, tail));
  if (g_array_index (self->tails, gunichar, tail + 1) == TAIL_END)
    {
      end_alias (self, child, alias);
      return;
    }
  get_node (self, child)->tail = tail + 1;
  get_node (self, child)->tail_alias = alias;
}

MatchumAliasTrie *
matchum_alias_trie_new (gsize n_aliases)
{
  MatchumAliasTrie *self = g_new0 (MatchumAliasTrie, 1);
  const gunichar no_tail = TAIL_END;
  gsize room = 64;

  /* Names share so much of their beginnings, and have so long tails, that there are about two edges to a name. */
  while (room < n_aliases * 4)
    room *= 2;

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->next_alias = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->tails = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_array_append_val (self->tails, no_tail);
  self->pair_bits = g_new0 (guint64, N_PAIR_BITS / 64);
  self->short_bits = g_new0 (guint64, N_SHORT_BITS / 64);
  allocate_edges (self, room);
  add_node (self);
  return self;
}

void
matchum_alias_trie_free (MatchumAliasTrie *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->next_alias);
  g_array_unref (self->tails);
  g_free (self->edges);
  g_free (self->targets);
  g_free (self->pair_bits);
  g_free (self->short_bits);
  g_free (self);
}

void
matchum_alias_trie_add (MatchumAliasTrie *self, const gunichar *pattern, gsize length)
{
  const guint32 alias = self->next_alias->len;
  const guint32 none = NO_ALIAS;
  guint32 node = ROOT;

  g_return_if_fail (length >= 1 && length <= MATCHUM_ALIAS_MAX_LENGTH);
  g_return_if_fail (pattern[0] > MATCHUM_ALIAS_GAP);

  if (length == 1 || pattern[1] <= MATCHUM_ALIAS_GAP)
    set_bit (self->short_bits, hash_edge (pattern[0]) % N_SHORT_BITS);
  else
    set_bit (self->pair_bits, hash_edge (make_edge (pattern[0], pattern[1])) % N_PAIR_BITS);
  g_array_append_val (self->next_alias, none);
  for (gsize i = 0; i < length; i++)
    {
      guint32 child;

      if (get_node (self, node)->tail != NO_TAIL)
        split_tail (self, node);
      child = get_child (self, node, pattern[i]);
      if (child == ROOT)
        {
          child = add_child (self, node, pattern[i]);
          if (i + 1 < length)
            {
              hang_tail (self, child, alias, pattern + i + 1, length - i - 1);
              return;
            }
        }
      node = child;
    }
  end_alias (self, node, alias);
}

gboolean
matchum_alias_trie_may_start (const MatchumAliasTrie *self, gunichar first, gunichar second)
{
  return get_bit (self->pair_bits, hash_edge (make_edge (first, second)) % N_PAIR_BITS)
         || get_bit (self->short_bits, hash_edge (first) % N_SHORT_BITS);
}

typedef struct {
  guint32 node;
  guint32 tail; /* how far in its tail; NO_TAIL at the node itself */
  gsize at;
} Step;

/* A step is taken off and at most four are put back, one level deeper. */
#define STACK_SIZE (3 * MATCHUM_ALIAS_MAX_LENGTH + 4)

/* A walk over all names that may stand at one place. */
typedef struct {
  const MatchumAliasTrie *trie;
  const char *text;
  gsize length;
  GArray *hits;
  Step stack[STACK_SIZE];
  guint n;
} Walk;

static inline void
push (Walk *walk, guint32 node, guint32 tail, gsize at)
{
  if (node != ROOT)
    walk->stack[walk->n++] = (Step){ node, tail, at };
}

static inline gboolean
is_at_gap (const Walk *walk, gsize at)
{
  return at < walk->length && (walk->text[at] == ' ' || walk->text[at] == '-');
}

static void
add_hit (Walk *walk, guint32 alias, gsize end)
{
  MatchumAliasHit hit = { alias, end };

  g_array_append_val (walk->hits, hit);
}

/* Reads on in a tail up to its next gap, or its end. */
static void
follow_tail (Walk *walk, Step step)
{
  const gunichar *tails = (const gunichar *) (gpointer) walk->trie->tails->data;

  for (; tails[step.tail] > MATCHUM_ALIAS_GAP; step.tail++)
    {
      if (step.at >= walk->length || g_utf8_get_char (walk->text + step.at) != tails[step.tail])
        return;
      step.at = (gsize) (g_utf8_next_char (walk->text + step.at) - walk->text);
    }
  if (tails[step.tail] == TAIL_END)
    {
      add_hit (walk, get_node (walk->trie, step.node)->tail_alias, step.at);
      return;
    }
  if (tails[step.tail] == MATCHUM_ALIAS_GAP_OPTIONAL)
    push (walk, step.node, step.tail + 1, step.at);
  if (is_at_gap (walk, step.at))
    push (walk, step.node, step.tail + 1, step.at + 1);
}

static void
follow_edges (Walk *walk, Step step)
{
  if (step.at < walk->length)
    {
      const gunichar c = g_utf8_get_char (walk->text + step.at);
      const gsize next = (gsize) (g_utf8_next_char (walk->text + step.at) - walk->text);

      /* Characters that would be taken for gaps are never in a name. */
      if (c > MATCHUM_ALIAS_GAP)
        push (walk, get_child (walk->trie, step.node, c), NO_TAIL, next);
    }
  if (get_node (walk->trie, step.node)->has_gaps)
    {
      const guint32 optional = get_child (walk->trie, step.node, MATCHUM_ALIAS_GAP_OPTIONAL);

      push (walk, optional, NO_TAIL, step.at);
      if (is_at_gap (walk, step.at))
        {
          push (walk, optional, NO_TAIL, step.at + 1);
          push (walk, get_child (walk->trie, step.node, MATCHUM_ALIAS_GAP), NO_TAIL, step.at + 1);
        }
    }
}

void
matchum_alias_trie_find (const MatchumAliasTrie *self, const char *text, gsize length, gsize start, GArray *hits)
{
  Walk walk = { .trie = self, .text = text, .length = length, .hits = hits };

  follow_edges (&walk, (Step){ ROOT, NO_TAIL, start });
  while (walk.n > 0)
    {
      const Step step = walk.stack[--walk.n];
      const Node *node = get_node (self, step.node);

      if (step.tail != NO_TAIL)
        {
          follow_tail (&walk, step);
          continue;
        }
      for (guint32 alias = node->first_alias; alias != NO_ALIAS;
           alias = g_array_index (self->next_alias, guint32, alias))
        add_hit (&walk, alias, step.at);
      if (node->tail != NO_TAIL)
        follow_tail (&walk, (Step){ step.node, node->tail, step.at });
      else
        follow_edges (&walk, step);
    }
}
