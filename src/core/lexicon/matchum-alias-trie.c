/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree whose edges are in one hash table: small, quick to build and, behind a bit for every pair of first
 * characters, quick to fail: nearly everywhere in a text no name starts, and the bits stay in the nearest cache. */
#include "config.h"

#include "lexicon/matchum-alias-trie.h"

#include <string.h>

#define NO_ALIAS G_MAXUINT32
#define ROOT 0
#define CHARACTER_BITS 21
#define N_PAIR_BITS 0x20000
#define N_SHORT_BITS 0x4000

typedef struct {
  guint32 first_alias; /* of those that end here; the rest by next_alias */
  gboolean has_gaps;
} Node;

struct _MatchumAliasTrie {
  GArray *nodes;      /* of Node */
  GArray *next_alias; /* of guint32, by alias */
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

static guint32
add_node (MatchumAliasTrie *self)
{
  Node node = { NO_ALIAS, FALSE };

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

static guint32
ensure_child (MatchumAliasTrie *self, guint32 node, gunichar c)
{
  const guint64 edge = make_edge (node, c);
  gsize slot;

  if (self->n_edges * 2 > self->mask)
    grow (self);
  slot = find_slot (self, edge);
  if (self->edges[slot] == 0)
    {
      self->edges[slot] = edge;
      self->targets[slot] = add_node (self);
      self->n_edges++;
    }
  return self->targets[slot];
}

MatchumAliasTrie *
matchum_alias_trie_new (gsize n_characters)
{
  MatchumAliasTrie *self = g_new0 (MatchumAliasTrie, 1);
  gsize room = 64;

  while (room < n_characters)
    room *= 2;

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->next_alias = g_array_new (FALSE, FALSE, sizeof (guint32));
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
  g_free (self->edges);
  g_free (self->targets);
  g_free (self->pair_bits);
  g_free (self->short_bits);
  g_free (self);
}

void
matchum_alias_trie_add (MatchumAliasTrie *self, const gunichar *pattern, gsize length)
{
  guint32 node = ROOT;
  Node *last;

  g_return_if_fail (length >= 1 && length <= MATCHUM_ALIAS_MAX_LENGTH);
  g_return_if_fail (pattern[0] > MATCHUM_ALIAS_GAP);

  if (length == 1 || pattern[1] <= MATCHUM_ALIAS_GAP)
    set_bit (self->short_bits, hash_edge (pattern[0]) % N_SHORT_BITS);
  else
    set_bit (self->pair_bits, hash_edge (make_edge (pattern[0], pattern[1])) % N_PAIR_BITS);
  for (gsize i = 0; i < length; i++)
    {
      if (pattern[i] <= MATCHUM_ALIAS_GAP)
        g_array_index (self->nodes, Node, node).has_gaps = TRUE;
      node = ensure_child (self, node, pattern[i]);
    }
  last = &g_array_index (self->nodes, Node, node);
  g_array_append_val (self->next_alias, last->first_alias);
  last->first_alias = self->next_alias->len - 1;
}

gboolean
matchum_alias_trie_may_start (const MatchumAliasTrie *self, gunichar first, gunichar second)
{
  return get_bit (self->pair_bits, hash_edge (make_edge (first, second)) % N_PAIR_BITS)
         || get_bit (self->short_bits, hash_edge (first) % N_SHORT_BITS);
}

typedef struct {
  guint32 node;
  gsize at;
} Step;

/* A step is taken off and at most four are put back, one level deeper. */
#define STACK_SIZE (3 * MATCHUM_ALIAS_MAX_LENGTH + 4)

static inline guint
push (Step *stack, guint n, guint32 node, gsize at)
{
  if (node != ROOT)
    stack[n++] = (Step){ node, at };
  return n;
}

static void
add_hits (const MatchumAliasTrie *self, guint32 node, gsize end, GArray *hits)
{
  guint32 alias = g_array_index (self->nodes, Node, node).first_alias;

  while (alias != NO_ALIAS)
    {
      MatchumAliasHit hit = { alias, end };

      g_array_append_val (hits, hit);
      alias = g_array_index (self->next_alias, guint32, alias);
    }
}

void
matchum_alias_trie_find (const MatchumAliasTrie *self, const char *text, gsize length, gsize start, GArray *hits)
{
  Step stack[STACK_SIZE];
  guint n = 0;

  stack[n++] = (Step){ ROOT, start };
  while (n > 0)
    {
      const Step step = stack[--n];
      const gboolean is_at_gap = step.at < length && (text[step.at] == ' ' || text[step.at] == '-');

      add_hits (self, step.node, step.at, hits);
      if (step.at < length)
        {
          const gunichar c = g_utf8_get_char (text + step.at);
          const gsize next = (gsize) (g_utf8_next_char (text + step.at) - text);

          /* Characters that would be taken for gaps are never in a name. */
          if (c > MATCHUM_ALIAS_GAP)
            n = push (stack, n, get_child (self, step.node, c), next);
        }
      if (g_array_index (self->nodes, Node, step.node).has_gaps)
        {
          const guint32 optional = get_child (self, step.node, MATCHUM_ALIAS_GAP_OPTIONAL);

          n = push (stack, n, optional, step.at);
          if (is_at_gap)
            {
              n = push (stack, n, optional, step.at + 1);
              n = push (stack, n, get_child (self, step.node, MATCHUM_ALIAS_GAP), step.at + 1);
            }
        }
    }
}
