/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the best sequence of states for the lines of a posting (Viterbi). The weights are those of a conditional random
 * field that was learned from labelled postings, in tenths of natural logarithms. */
#include "config.h"

#include "posting/matchum-line-chain.h"

#include <string.h>

#include "posting/matchum-posting-arrangement.h"
#include "posting/matchum-posting-sections.h"
#include "posting/matchum-posting-wording.h"

#define N_STATES MATCHUM_N_CHAIN_STATES
#define N_WORDINGS 24
/* Of arrays that are added up: a round number is done several at once. */
#define N_SUMMED 16

G_STATIC_ASSERT (N_STATES <= N_SUMMED);

typedef struct {
  const char *sign;
  gint8 states[N_SUMMED];
} Weight;

#include "posting/matchum-line-weights.inc"

void
matchum_line_chain_init (MatchumLineChain *self, GArray *shapes)
{
  self->shapes = shapes;
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (guint), shapes->len);
  for (guint i = 0; i < shapes->len; i++)
    {
      const MatchumLineShape *shape = &g_array_index (shapes, MatchumLineShape, i);

      if (shape->role != MATCHUM_ROLE_RULE && shape->role != MATCHUM_ROLE_CONTINUES)
        g_array_append_val (self->places, i);
    }
}

void
matchum_line_chain_clear (MatchumLineChain *self)
{
  g_clear_pointer (&self->places, g_array_unref);
}

MatchumLineShape *
matchum_line_chain_get_shape (const MatchumLineChain *self, guint place)
{
  return &g_array_index (self->shapes, MatchumLineShape, g_array_index (self->places, guint, place));
}

/* The lines before and after one, or NULL. */
typedef struct {
  const MatchumLineShape *shape;
  const MatchumLineShape *before;
  const MatchumLineShape *next;
} Place;

static Place
get_place (const MatchumLineChain *self, guint place)
{
  return (Place){
    .shape = matchum_line_chain_get_shape (self, place),
    .before = place > 0 ? matchum_line_chain_get_shape (self, place - 1) : NULL,
    .next = place + 1 < self->places->len ? matchum_line_chain_get_shape (self, place + 1) : NULL,
  };
}

guint
matchum_line_chain_get_turn (const MatchumLineChain *self, guint place)
{
  Place at = get_place (self, place);

  return (at.shape->blanks > 0 ? 1 : 0)
         + (at.before != NULL && !matchum_line_shape_are_siblings (at.shape, at.before) ? 2 : 0);
}

/* Signs of how a line stands: a mark and a few letters. */

typedef struct {
  MatchumLineSignFunc func;
  gpointer data;
} Caller;

static char
get_letter (guint number)
{
  return (char) (number < 26 ? 'a' + number : 'z');
}

static void
call (const Caller *caller, char mark, char first, char second, char third)
{
  char sign[] = { mark, first, second, third, '\0' };

  caller->func (sign, strlen (sign), caller->data);
}

static char
get_style_letter (const MatchumLineShape *shape)
{
  if (shape->style == MATCHUM_STYLE_BARE)
    return shape->is_bold ? 'b' : shape->is_bracketed ? '[' : '.';
  if (shape->style == MATCHUM_STYLE_ATX)
    return '#';
  if (shape->style == MATCHUM_STYLE_EMOJI)
    return 'e';
  if (shape->style >= MATCHUM_STYLE_NUMBER)
    return '1';
  return matchum_line_style_is_list_mark (shape->style) ? '-' : '*';
}

/* Whether the other line is wider, narrower, or about as wide. */
static char
compare_widths (const MatchumLineShape *shape, const MatchumLineShape *other)
{
  if (other->width > shape->width + 6)
    return '>';
  return other->width + 6 < shape->width ? '<' : '=';
}

static char
get_class_letter (const MatchumLineShape *shape)
{
  return get_letter (matchum_posting_sections_classify (shape->wording, matchum_line_shape_is_bullet (shape)));
}

static void
call_standing (const Caller *caller, const Place *at)
{
  const MatchumLineShape *shape = at->shape;
  char role = get_letter (shape->role);
  char is_head = shape->role == MATCHUM_ROLE_HEADING ? 'h' : '.';
  char next_blanks = at->next != NULL ? get_letter (MIN (at->next->blanks, 2)) : 'z';

  call (caller, 'R', role, '\0', '\0');
  call (caller, 'S', get_style_letter (shape), '\0', '\0');
  call (caller, 'B', get_letter (MIN (shape->blanks, 2)), next_blanks, '\0');
  call (caller, shape->blanks > 0 ? 'L' : 'M', is_head, next_blanks == 'z' || next_blanks == 'a' ? next_blanks : 'b',
        get_letter (MIN (matchum_line_signs_get_width_step (shape->width), 5)));
  call (caller, 'N', get_style_letter (shape),
        at->before != NULL && matchum_line_shape_are_siblings (shape, at->before) ? 's' : '.',
        at->next != NULL && matchum_line_shape_are_siblings (shape, at->next) ? 's' : '.');
  if (shape->ends_colon)
    call (caller, 'C', '\0', '\0', '\0');
  if (!matchum_span_is_empty (shape->label))
    call (caller, 'l', '\0', '\0', '\0');
}

static void
call_neighbours (const Caller *caller, const Place *at)
{
  const MatchumLineShape *shape = at->shape;
  char role = get_letter (shape->role);

  if (at->before != NULL)
    {
      call (caller, 'U', compare_widths (shape, at->before), shape->blanks > 0 ? 'b' : '.', '\0');
      call (caller, 'r', get_letter (at->before->role), role, '\0');
      call (caller, 'p', get_class_letter (at->before), '\0', '\0');
    }
  if (at->next != NULL)
    {
      call (caller, 'V', compare_widths (shape, at->next), shape->role == MATCHUM_ROLE_HEADING ? 'h' : '.', '\0');
      call (caller, 'q', role, get_letter (at->next->role), '\0');
      call (caller, 'n', get_class_letter (at->next), '\0', '\0');
    }
}

static void
call_position (const Caller *caller, const MatchumLineChain *self, guint place)
{
  char is_head = matchum_line_chain_get_shape (self, place)->role == MATCHUM_ROLE_HEADING ? 'h' : '.';

  if (place < 2)
    call (caller, 'I', get_letter (place), is_head, '\0');
  if (place + 1 == self->places->len)
    call (caller, 'I', 'z', '\0', '\0');
  call (caller, 'Q', get_letter (place * 5 / self->places->len), '\0', '\0');
}

static void
call_wording (const Caller *caller, const MatchumLineShape *shape)
{
  for (guint i = 0; i < N_WORDINGS; i++)
    {
      if ((shape->wording >> i & 1) != 0)
        call (caller, 'b', get_letter (i), '\0', '\0');
    }
  call (caller, 'c', get_class_letter (shape), '\0', '\0');
}

/* What the words of a heading are known to say. */
static void
call_sense (const Caller *caller, const MatchumLineShape *shape)
{
  const MatchumHeadingSense *sense = &shape->sense;

  if ((shape->role != MATCHUM_ROLE_HEADING && shape->role != MATCHUM_ROLE_LABEL)
      || sense->strength == MATCHUM_HEADING_UNKNOWN)
    return;
  call (caller, 'h', get_letter (sense->strength), get_letter (sense->kind),
        sense->is_weak  ? 'w'
        : sense->is_ask ? 'a'
                        : '.');
  call (caller, 'g', get_letter (sense->kind), sense->strength >= MATCHUM_HEADING_STEM ? 's' : '.', '\0');
}

void
matchum_line_chain_foreach_sign (const MatchumLineChain *self,
                                 guint place,
                                 gboolean with_words,
                                 MatchumLineSignFunc func,
                                 gpointer data)
{
  const Caller caller = { func, data };
  Place at = get_place (self, place);

  if (with_words)
    {
      matchum_line_signs_foreach (at.shape, func, data);
      call_sense (&caller, at.shape);
    }
  else
    matchum_line_signs_tell_width (at.shape, func, data);
  call_standing (&caller, &at);
  call_neighbours (&caller, &at);
  call_position (&caller, self, place);
  call_wording (&caller, at.shape);
}

/* The table. */

static guint32
load_four (const char *bytes)
{
  guint32 loaded;

  memcpy (&loaded, bytes, sizeof loaded);
  return loaded;
}

/* Four bytes at a time, by multiplication with 2^64 divided by the golden ratio; the last four may overlap. */
static guint64
hash_sign (const char *sign, gsize length)
{
  const guchar *bytes = (const guchar *) sign;
  const guint64 factor = 0x9e3779b97f4a7c15u;
  guint64 hash = length;

  if (length < 4)
    return (hash << 32 | (guint64) bytes[0] << 16 | (guint64) bytes[length / 2] << 8 | bytes[length - 1]) * factor;
  for (gsize i = 0; i + 4 < length; i += 4)
    hash = (hash ^ load_four (sign + i)) * factor;
  hash = (hash ^ hash >> 32 ^ load_four (sign + length - 4)) * factor;
  return hash;
}

/* Twice as many places as signs, at least: a power of two. */
#define N_PLACES 16384
#define NO_WEIGHT G_MAXUINT16

G_STATIC_ASSERT (G_N_ELEMENTS (weights) * 2 <= N_PLACES);

typedef struct {
  guint16 tag; /* of the hash: what differs here is another sign */
  guint16 weight;
} Slot;

static guint
get_slot (guint64 hash)
{
  return (guint) (hash >> 40) % N_PLACES;
}

static guint16
get_tag (guint64 hash)
{
  return (guint16) (hash >> 24);
}

static void
fill_slots (Slot *slots)
{
  memset (slots, 0xff, N_PLACES * sizeof (Slot));
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      guint64 hash = hash_sign (weights[i].sign, strlen (weights[i].sign));
      guint at = get_slot (hash);

      while (slots[at].weight != NO_WEIGHT)
        at = (at + 1) % N_PLACES;
      slots[at] = (Slot){ .tag = get_tag (hash), .weight = (guint16) i };
    }
}

static const Slot *
get_slots (void)
{
  static Slot slots[N_PLACES];
  static gsize is_filled;

  if (g_once_init_enter (&is_filled))
    {
      fill_slots (slots);
      g_once_init_leave (&is_filled, 1);
    }
  return slots;
}

static const Weight *
find_weight (const Slot *slots, const char *sign, gsize length)
{
  guint64 hash = hash_sign (sign, length);

  for (guint at = get_slot (hash); slots[at].weight != NO_WEIGHT; at = (at + 1) % N_PLACES)
    {
      if (slots[at].tag == get_tag (hash) && strcmp (weights[slots[at].weight].sign, sign) == 0)
        return &weights[slots[at].weight];
    }
  return NULL;
}

typedef struct {
  const Slot *slots;
  int scores[N_SUMMED];
} Sum;

static void
add_weight (const char *sign, gsize length, gpointer data)
{
  Sum *sum = data;
  const Weight *weight = find_weight (sum->slots, sign, length);

  for (guint state = 0; weight != NULL && state < N_SUMMED; state++)
    sum->scores[state] += weight->states[state];
}

/* The way through the states. */

static guint
get_chain_kind (MatchumPostingKind kind)
{
  switch (kind)
    {
    case MATCHUM_POSTING_REQUIRED:
      return MATCHUM_CHAIN_REQUIRED;
    case MATCHUM_POSTING_PREFERRED:
      return MATCHUM_CHAIN_PREFERRED;
    case MATCHUM_POSTING_DUTY:
      return MATCHUM_CHAIN_DUTY;
    case MATCHUM_POSTING_BENEFIT:
      return MATCHUM_CHAIN_BENEFIT;
    case MATCHUM_POSTING_PROCESS:
      return MATCHUM_CHAIN_PROCESS;
    case MATCHUM_POSTING_NOTE:
      return MATCHUM_CHAIN_NOTE;
    case MATCHUM_POSTING_OTHER:
    case MATCHUM_POSTING_STACK:
    default:
      return MATCHUM_CHAIN_OTHER;
    }
}

static MatchumPostingKind
get_posting_kind (guint state)
{
  static const MatchumPostingKind kinds[MATCHUM_CHAIN_HEADING] = {
    [MATCHUM_CHAIN_OTHER] = MATCHUM_POSTING_OTHER,         [MATCHUM_CHAIN_REQUIRED] = MATCHUM_POSTING_REQUIRED,
    [MATCHUM_CHAIN_PREFERRED] = MATCHUM_POSTING_PREFERRED, [MATCHUM_CHAIN_DUTY] = MATCHUM_POSTING_DUTY,
    [MATCHUM_CHAIN_BENEFIT] = MATCHUM_POSTING_BENEFIT,     [MATCHUM_CHAIN_PROCESS] = MATCHUM_POSTING_PROCESS,
    [MATCHUM_CHAIN_NOTE] = MATCHUM_POSTING_NOTE,
  };

  return kinds[state % MATCHUM_CHAIN_HEADING];
}

/* The state that the rules have found. */
static guint
get_state (const MatchumLineShape *shape)
{
  return get_chain_kind (shape->kind) + (shape->role == MATCHUM_ROLE_HEADING ? MATCHUM_CHAIN_HEADING : 0);
}

#define IMPOSSIBLE (G_MININT / 2)

/* What each state of a line is worth by itself: of one that is settled, only one is possible. */
static void
score_line (const MatchumLineChain *self, guint place, gboolean is_settled, int scores[N_STATES])
{
  Sum sum = { .slots = get_slots () };

  if (!is_settled)
    matchum_line_chain_foreach_sign (self, place, TRUE, add_weight, &sum);
  for (guint state = 0; state < N_STATES; state++)
    scores[state] = is_settled ? IMPOSSIBLE : sum.scores[state];
  if (is_settled)
    scores[get_state (matchum_line_chain_get_shape (self, place))] = 0;
}

static guint
find_possible (const int scores[N_STATES], guint8 possible[N_STATES])
{
  guint n = 0;

  for (guint state = 0; state < N_STATES; state++)
    {
      if (scores[state] != IMPOSSIBLE)
        possible[n++] = (guint8) state;
    }
  return n;
}

/* From the scores of all states of one line to those of the next; from: the state that each came from. */
static void
go_on (const int before[N_STATES], const gint16 worth[N_STATES][N_STATES], int after[N_STATES], guint8 from[N_STATES])
{
  guint8 possible[N_STATES];
  const guint n = find_possible (before, possible);

  for (guint state = 0; state < N_STATES; state++)
    {
      int best = IMPOSSIBLE;

      if (after[state] == IMPOSSIBLE)
        continue;
      for (guint i = 0; i < n; i++)
        {
          int score = before[possible[i]] + worth[possible[i]][state];

          if (score > best)
            {
              best = score;
              from[state] = possible[i];
            }
        }
      after[state] += best;
    }
}

static guint
find_best (const int scores[N_STATES])
{
  guint best = 0;

  for (guint state = 1; state < N_STATES; state++)
    {
      if (scores[state] > scores[best])
        best = state;
    }
  return best;
}

/* settled: by place; states: the best for each. */
static void
find_states (const MatchumLineChain *self, const guint8 *settled, guint8 *states)
{
  guint n = self->places->len;
  g_autofree guint8 *from = g_new0 (guint8, (gsize) n * N_STATES);
  int scores[2][N_STATES];
  guint state;

  score_line (self, 0, settled[0], scores[0]);
  for (guint i = 1; i < n; i++)
    {
      score_line (self, i, settled[i], scores[i % 2]);
      go_on (scores[(i + 1) % 2], turns[matchum_line_chain_get_turn (self, i)], scores[i % 2],
             from + (gsize) i * N_STATES);
    }
  state = find_best (scores[(n - 1) % 2]);
  for (guint i = n; i > 0; i--)
    {
      states[i - 1] = (guint8) state;
      state = from[(gsize) (i - 1) * N_STATES + state];
    }
}

/* Whether headings with known words tell what is required: then what stands elsewhere, but under headings that say
 * nothing, is as it was found. */
static gboolean
is_well_told (const MatchumLineChain *self)
{
  guint kinds = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const MatchumLineShape *shape = matchum_line_chain_get_shape (self, i);

      if (shape->told == MATCHUM_TOLD_BY_WORDS && shape->role != MATCHUM_ROLE_HEADING)
        kinds |= 1u << shape->kind;
    }
  return (kinds & 1u << MATCHUM_POSTING_REQUIRED) != 0;
}

/* Returns whether any line is not. */
static gboolean
find_settled (const MatchumLineChain *self, guint8 *settled)
{
  guint least = is_well_told (self) ? MATCHUM_TOLD_BY_STANDING : MATCHUM_TOLD_BY_WORDS;
  gboolean is_any_open = FALSE;

  for (guint i = 0; i < self->places->len; i++)
    {
      settled[i] = matchum_line_chain_get_shape (self, i)->told >= least;
      is_any_open |= !settled[i];
    }
  return is_any_open;
}

static gboolean
is_counted (guint state)
{
  guint kind = state % MATCHUM_CHAIN_HEADING;

  return kind == MATCHUM_CHAIN_REQUIRED || kind == MATCHUM_CHAIN_PREFERRED || kind == MATCHUM_CHAIN_DUTY;
}

static void
become_line (MatchumLineShape *shape)
{
  shape->role = matchum_line_shape_is_bullet (shape) ? MATCHUM_ROLE_ITEM : MATCHUM_ROLE_TEXT;
  shape->is_within = FALSE;
  shape->depth = 0;
}

static void
become_heading (MatchumLineShape *shape)
{
  shape->role = MATCHUM_ROLE_HEADING;
  shape->depth = 1;
}

/* "You will …", "… 있어야 합니다", "… 우대": lines that say it themselves, wherever they stand. */
static gboolean
says_its_kind (const MatchumLineShape *shape)
{
  const guint32 said = MATCHUM_WORDING_TAKES_ON | MATCHUM_WORDING_DEMANDS | MATCHUM_WORDING_PREFERRED;

  if (shape->role == MATCHUM_ROLE_HEADING || !is_counted (get_state (shape)))
    return FALSE;
  return shape->is_settled
         || (shape->role == MATCHUM_ROLE_LABEL && shape->sense.kind == shape->kind
             && shape->sense.strength >= MATCHUM_HEADING_LOOSE)
         || (matchum_line_shape_has_wording (shape, said)
             && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_OFFERS | MATCHUM_WORDING_ADDRESS));
}

/* "C++ 개발 가능자 (우대)" among what is required, "(필수)" among what is preferred. */
static MatchumPostingKind
obey_mark (const MatchumLineShape *shape, MatchumPostingKind kind)
{
  if (kind == MATCHUM_POSTING_REQUIRED && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_PREFERRED))
    return MATCHUM_POSTING_PREFERRED;
  if (kind == MATCHUM_POSTING_PREFERRED && matchum_line_shape_has_wording (shape, MATCHUM_WORDING_REQUIRED)
      && !matchum_line_shape_has_wording (shape, MATCHUM_WORDING_PREFERRED))
    return MATCHUM_POSTING_REQUIRED;
  return kind;
}

/* Tells requirements and duties from all else; what else a line may be, the rules know better. */
static void
apply (MatchumLineShape *shape, guint state)
{
  gboolean is_heading = state >= MATCHUM_CHAIN_HEADING;

  if (!is_counted (state) && (!is_counted (get_state (shape)) || says_its_kind (shape)))
    return;
  shape->kind = (guint8) (is_heading ? get_posting_kind (state) : obey_mark (shape, get_posting_kind (state)));
  if (shape->role == MATCHUM_ROLE_HEADING && !is_heading)
    become_line (shape);
  else if ((shape->role == MATCHUM_ROLE_TEXT || shape->role == MATCHUM_ROLE_ITEM) && is_heading)
    become_heading (shape);
}

/* Whether an item would be the heading of those beside it. */
static gboolean
leaves_list (const MatchumLineChain *self, guint place, guint state)
{
  Place at = get_place (self, place);

  return state >= MATCHUM_CHAIN_HEADING && at.shape->role == MATCHUM_ROLE_ITEM && at.next != NULL
         && matchum_line_shape_are_siblings (at.shape, at.next);
}

/* One bullet may stand before headings and items alike; a single item is no heading. */
static gboolean
has_headings_in_lists (const MatchumLineChain *self, const guint8 *settled, const guint8 *states)
{
  guint n = 0;

  for (guint i = 0; i < self->places->len && n < 2; i++)
    n += !settled[i] && leaves_list (self, i, states[i]);
  return n == 2;
}

/* A headline, or a heading of headings: it stays what it is. */
static gboolean
leads_to_heading (const MatchumLineChain *self, guint place, const guint8 *states)
{
  if (states[place] < MATCHUM_CHAIN_HEADING || matchum_line_chain_get_shape (self, place)->role != MATCHUM_ROLE_HEADING)
    return FALSE;
  return place == 0 || (place + 1 < self->places->len && states[place + 1] >= MATCHUM_CHAIN_HEADING);
}

/* Whether anything is found at all: a few lines may be too few to tell. */
static gboolean
finds_any (const MatchumLineChain *self, const guint8 *states)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      if (states[i] < MATCHUM_CHAIN_HEADING && is_counted (states[i]))
        return TRUE;
    }
  return FALSE;
}

static void
apply_all (const MatchumLineChain *self, const guint8 *settled, const guint8 *states)
{
  gboolean has_headings = has_headings_in_lists (self, settled, states);

  for (guint i = 0; i < self->places->len; i++)
    {
      if (!settled[i] && !leads_to_heading (self, i, states) && (has_headings || !leaves_list (self, i, states[i])))
        apply (matchum_line_chain_get_shape (self, i), states[i]);
    }
}

void
matchum_line_chain_decide (GArray *shapes)
{
  MatchumLineChain chain;
  g_autofree guint8 *settled = g_new0 (guint8, shapes->len + 1);
  g_autofree guint8 *states = g_new0 (guint8, shapes->len + 1);

  matchum_line_chain_init (&chain, shapes);
  if (find_settled (&chain, settled))
    {
      find_states (&chain, settled, states);
      if (finds_any (&chain, states))
        apply_all (&chain, settled, states);
    }
  matchum_line_chain_clear (&chain);
}
