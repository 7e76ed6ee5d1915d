/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the best sequence of kinds for the sections of a posting (Viterbi). A state is a kind and what was already
 * said: duties, required, preferred. Scores are tenths of natural logarithms. */
#include "config.h"

#include "posting/matchum-posting-sections.h"

#include <math.h>

#include "posting/matchum-posting-wording.h"

enum {
  SAID_DUTY = 1 << 0,
  SAID_REQUIRED = 1 << 1,
  SAID_PREFERRED = 1 << 2,
  N_SAID = 1 << 3,
};

#define N_KINDS (MATCHUM_POSTING_NOTE + 1)
#define N_STATES (N_KINDS * N_SAID)
#define IMPOSSIBLE (G_MININT / 2)

/* What is certain anywhere in the posting. */
typedef struct {
  gboolean kinds[N_KINDS];
} Known;

static gboolean
is_certain (const MatchumPostingSection *section)
{
  return section->sense.strength >= MATCHUM_HEADING_PART && !section->sense.is_weak;
}

/* How often lines of a kind are of a class, in thousandths, as counted in labelled postings, and smoothed. The order
 * of the columns is that of MatchumPostingKind. */
static const guint16 frequencies[MATCHUM_N_LINE_CLASSES][N_KINDS] = {
  /*                             other required preferred duty stack benefit process note */
  [MATCHUM_LINE_NONE] = { 250, 35, 70, 60, 60, 90, 70, 180 },
  [MATCHUM_LINE_NAMES] = { 110, 60, 110, 50, 400, 30, 40, 60 },
  [MATCHUM_LINE_SAYS] = { 160, 15, 10, 25, 5, 20, 30, 200 },
  [MATCHUM_LINE_ASKS] = { 40, 830, 730, 15, 60, 40, 15, 60 },
  [MATCHUM_LINE_ASKS_DOES] = { 10, 20, 20, 25, 5, 10, 8, 15 },
  [MATCHUM_LINE_DOES] = { 90, 30, 50, 700, 15, 50, 30, 40 },
  [MATCHUM_LINE_TELLS] = { 150, 10, 10, 70, 3, 40, 50, 120 },
  [MATCHUM_LINE_TELLS_BARE] = { 60, 12, 10, 170, 3, 60, 30, 40 },
  [MATCHUM_LINE_OFFERS] = { 45, 6, 8, 10, 10, 600, 20, 30 },
  [MATCHUM_LINE_ASKS_OFFERS] = { 10, 20, 22, 5, 3, 50, 5, 10 },
  [MATCHUM_LINE_DOES_OFFERS] = { 12, 5, 5, 20, 5, 90, 10, 10 },
  [MATCHUM_LINE_STEPS] = { 20, 6, 6, 10, 5, 10, 620, 110 },
  [MATCHUM_LINE_STEPS_ELSE] = { 20, 12, 14, 20, 5, 15, 110, 60 },
  [MATCHUM_LINE_ADDRESSES] = { 60, 6, 5, 8, 3, 10, 60, 180 },
  [MATCHUM_LINE_CONDITION] = { 110, 10, 6, 6, 3, 110, 20, 30 },
};

/* So many lines count at most: those of one section are much alike. */
#define MAX_COUNTED 6

MatchumLineClass
matchum_posting_sections_classify (guint32 wording, gboolean is_item)
{
  gboolean asks = (wording & (MATCHUM_WORDING_ASKS | MATCHUM_WORDING_DEMANDS)) != 0
                  || ((wording & MATCHUM_WORDING_WISHES) != 0 && (wording & MATCHUM_WORDING_ADDRESS) == 0);
  gboolean does = (wording & MATCHUM_WORDING_DOES) != 0;
  gboolean offers = (wording & MATCHUM_WORDING_OFFERS) != 0;
  gboolean is_sentence = (wording & MATCHUM_WORDING_SENTENCE) != 0;

  if ((wording & MATCHUM_WORDING_STEPS) != 0)
    return asks || does || offers ? MATCHUM_LINE_STEPS_ELSE : MATCHUM_LINE_STEPS;
  if (asks)
    return offers ? MATCHUM_LINE_ASKS_OFFERS : does ? MATCHUM_LINE_ASKS_DOES : MATCHUM_LINE_ASKS;
  if ((wording & MATCHUM_WORDING_ADDRESS) != 0 && !does)
    return MATCHUM_LINE_ADDRESSES;
  if ((wording & MATCHUM_WORDING_TAKES_ON) != 0 && !offers)
    return MATCHUM_LINE_DOES;
  if (offers)
    return does ? MATCHUM_LINE_DOES_OFFERS : MATCHUM_LINE_OFFERS;
  if (does)
    {
      if (!is_sentence || is_item)
        return MATCHUM_LINE_DOES;
      return (wording & MATCHUM_WORDING_STOPS) != 0 ? MATCHUM_LINE_TELLS : MATCHUM_LINE_TELLS_BARE;
    }
  if ((wording & MATCHUM_WORDING_CONDITION) != 0)
    return MATCHUM_LINE_CONDITION;
  if (is_sentence)
    return MATCHUM_LINE_SAYS;
  return (wording & (MATCHUM_WORDING_LATIN | MATCHUM_WORDING_HANGUL)) == MATCHUM_WORDING_LATIN ? MATCHUM_LINE_NAMES
                                                                                               : MATCHUM_LINE_NONE;
}

/* Ten times the natural logarithm, of 1 to 1000. */
static int
get_logarithm (guint value)
{
  return (int) (log ((double) value) * 10.0);
}

static void
fill_logarithms (int logarithms[MATCHUM_N_LINE_CLASSES][N_KINDS])
{
  for (guint class = 0; class < MATCHUM_N_LINE_CLASSES; class ++)
    for (guint kind = 0; kind < N_KINDS; kind++)
      logarithms[class][kind] = get_logarithm (frequencies[class][kind]) - get_logarithm (frequencies[class][0]);
}

static int (*get_logarithms (void))[N_KINDS]
{
  static int logarithms[MATCHUM_N_LINE_CLASSES][N_KINDS];
  static gsize is_filled;

  if (g_once_init_enter (&is_filled))
    {
      fill_logarithms (logarithms);
      g_once_init_leave (&is_filled, 1);
    }
  return logarithms;
}

/* What its lines say for a kind, against lines of no kind. */
static int
score_lines (const MatchumPostingSection *section, MatchumPostingKind kind)
{
  int (*logarithms)[N_KINDS] = get_logarithms ();
  int n = (int) MIN (section->n_lines, MAX_COUNTED);
  int sum = 0;

  if (section->n_lines == 0)
    return 0;
  for (guint class = 0; class < MATCHUM_N_LINE_CLASSES; class ++)
    sum += section->classes[class] * logarithms[class][kind];
  return sum * n / (int) section->n_lines * 6 / 10;
}

/* Nothing but sentences with a full stop, and no bullets: most of the time that is about the company. */
static gboolean
is_prose (const MatchumPostingSection *section)
{
  return !section->is_bulleted && section->n_lines > 0 && section->n_sentences == section->n_lines;
}

static int
score_words (const MatchumPostingSection *section, MatchumPostingKind kind)
{
  const MatchumHeadingSense *sense = &section->sense;
  gboolean is_its_kind = kind == sense->kind || (sense->is_ask && kind == MATCHUM_POSTING_PREFERRED);

  if (sense->is_weak && sense->kind == MATCHUM_POSTING_REQUIRED && kind == MATCHUM_POSTING_DUTY)
    return -20; /* "경력" */
  if (!is_its_kind)
    return 0;
  switch (sense->strength)
    {
    case MATCHUM_HEADING_LOOSE:
      if (kind == MATCHUM_POSTING_DUTY && is_prose (section))
        return 4;
      if (kind == MATCHUM_POSTING_OTHER)
        return 12;
      return kind == MATCHUM_POSTING_PREFERRED && !sense->is_ask ? 28 : 20;
    case MATCHUM_HEADING_STEM:
      return sense->is_ask ? 45 : 75;
    case MATCHUM_HEADING_PART:
    case MATCHUM_HEADING_EXACT:
      return sense->is_weak ? 15 : 200;
    case MATCHUM_HEADING_UNKNOWN:
    default:
      return 0;
    }
}

/* A heading that says nothing should not take what a known one says elsewhere. */
static int
score_silence (const MatchumPostingSection *section, MatchumPostingKind kind, const Known *known)
{
  static const int unlikely[N_KINDS] = {
    [MATCHUM_POSTING_REQUIRED] = -6, [MATCHUM_POSTING_PREFERRED] = -8, [MATCHUM_POSTING_DUTY] = -6,
    [MATCHUM_POSTING_STACK] = -30,   [MATCHUM_POSTING_BENEFIT] = -6,   [MATCHUM_POSTING_PROCESS] = -10,
    [MATCHUM_POSTING_NOTE] = -10
  };
  int score = unlikely[kind];

  if (section->sense.strength != MATCHUM_HEADING_UNKNOWN || kind == MATCHUM_POSTING_OTHER)
    return 0;
  if (section->n_lines == 0 || (section->is_preamble && !section->is_bulleted))
    return -60;
  if (section->is_preamble)
    score -= kind == MATCHUM_POSTING_REQUIRED ? 10 : 40;
  if (!section->is_bulleted)
    score -= 4;
  return score - (known->kinds[kind] ? 8 : 0) - (section->n_lines == 1 ? 6 : 0);
}

static int
score_section (const MatchumPostingSection *section, MatchumPostingKind kind, const Known *known)
{
  if (is_certain (section))
    return kind == section->sense.kind ? 0 : IMPOSSIBLE;
  return score_lines (section, kind) + score_words (section, kind) + score_silence (section, kind, known);
}

/* Postings tell of duties, then of what is required, then of what is preferred, and mostly once. */
static int
score_order (guint said, MatchumPostingKind before, MatchumPostingKind kind)
{
  switch (kind)
    {
    case MATCHUM_POSTING_DUTY:
      return ((said & SAID_DUTY) != 0 ? -8
              : said == 0             ? 12
                                      : 5)
             + ((said & SAID_REQUIRED) != 0 ? -8 : 0) + ((said & SAID_PREFERRED) != 0 ? -4 : 0);
    case MATCHUM_POSTING_REQUIRED:
      return ((said & SAID_REQUIRED) != 0 ? -12 : 8) + ((said & SAID_PREFERRED) != 0 ? -12 : 0);
    case MATCHUM_POSTING_PREFERRED:
      if ((said & SAID_REQUIRED) == 0)
        return -25;
      return ((said & SAID_PREFERRED) != 0 ? -12 : 8) + (before == MATCHUM_POSTING_REQUIRED ? 8 : 0);
    case MATCHUM_POSTING_OTHER:
      return before == MATCHUM_POSTING_REQUIRED || before == MATCHUM_POSTING_DUTY ? -3 : 0;
    case MATCHUM_POSTING_BENEFIT:
      return (said & (SAID_REQUIRED | SAID_DUTY)) != 0 ? 4 : -6;
    case MATCHUM_POSTING_PROCESS:
    case MATCHUM_POSTING_NOTE:
      return (said & (SAID_REQUIRED | SAID_DUTY)) != 0 ? 0 : -8;
    case MATCHUM_POSTING_STACK:
    default:
      return 0;
    }
}

typedef gint8 Orders[N_SAID][N_KINDS][N_KINDS];

/* score_order() of all that it may be asked: by what was said, the kind, and the kind before it. */
static const Orders *
get_orders (void)
{
  static Orders orders;
  static gsize is_filled;

  if (g_once_init_enter (&is_filled))
    {
      for (guint said = 0; said < N_SAID; said++)
        for (guint kind = 0; kind < N_KINDS; kind++)
          for (guint before = 0; before < N_KINDS; before++)
            orders[said][kind][before] =
                (gint8) score_order (said, (MatchumPostingKind) before, (MatchumPostingKind) kind);
      g_once_init_leave (&is_filled, 1);
    }
  return &orders;
}

static guint
add_said (guint said, MatchumPostingKind kind)
{
  if (kind == MATCHUM_POSTING_DUTY)
    return said | SAID_DUTY;
  if (kind == MATCHUM_POSTING_REQUIRED)
    return said | SAID_REQUIRED;
  return kind == MATCHUM_POSTING_PREFERRED ? said | SAID_PREFERRED : said;
}

static guint
get_state (MatchumPostingKind kind, guint said)
{
  return (guint) kind * N_SAID + said;
}

static Known
find_known (const MatchumPostingSection *sections, guint n_sections)
{
  Known known = { 0 };

  for (guint i = 0; i < n_sections; i++)
    {
      if (is_certain (&sections[i])
          || (sections[i].sense.strength == MATCHUM_HEADING_STEM && !sections[i].sense.is_ask))
        known.kinds[sections[i].sense.kind] = TRUE;
    }
  return known;
}

typedef struct {
  const Orders *orders;
  int *after;   /* scores of the states after a section */
  guint8 *from; /* the state before it that each came from */
} Reached;

static void
reach (const Reached *reached, guint state, guint from, int score)
{
  if (score <= reached->after[state])
    return;
  reached->after[state] = score;
  reached->from[state] = (guint8) from;
}

/* Goes on from one state to kind. Duties after what is required may be those of another job, for which all is said
 * anew. */
static void
go_on (const MatchumPostingSection *section, MatchumPostingKind kind, guint state, int score, const Reached *reached)
{
  guint said = section->restarts ? 0 : state % N_SAID;
  guint added = section->n_lines > 0 ? add_said (said, kind) : said;

  reach (reached, get_state (kind, added), state, score + (*reached->orders)[said][kind][state / N_SAID]);
  if (kind == MATCHUM_POSTING_DUTY && (said & SAID_REQUIRED) != 0 && section->n_lines > 0)
    reach (reached, get_state (kind, SAID_DUTY), state, score - 18);
}

/* Moves from the scores of all states before a section to those after it. */
static void
step (const MatchumPostingSection *section, const Known *known, const int *before, const Reached *reached)
{
  guint states[N_STATES];
  guint n_states = 0;

  for (guint state = 0; state < N_STATES; state++)
    {
      reached->after[state] = IMPOSSIBLE;
      if (before[state] != IMPOSSIBLE)
        states[n_states++] = state;
    }
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      int own = score_section (section, (MatchumPostingKind) kind, known);

      for (guint i = 0; own != IMPOSSIBLE && i < n_states; i++)
        go_on (section, (MatchumPostingKind) kind, states[i], before[states[i]] + own, reached);
    }
}

static guint
find_best_end (const int *scores)
{
  guint best = 0;
  int best_score = IMPOSSIBLE;

  for (guint state = 0; state < N_STATES; state++)
    {
      int score = scores[state];

      if (score == IMPOSSIBLE)
        continue;
      score += ((state % N_SAID) & SAID_REQUIRED) != 0 ? 12 : 0;
      if (score > best_score)
        {
          best_score = score;
          best = state;
        }
    }
  return best;
}

static void
find_best (MatchumPostingSection *sections, guint n_sections, const Known *known)
{
  g_autofree guint8 *from = g_new0 (guint8, (gsize) MAX (n_sections, 1) * N_STATES);
  int scores[2][N_STATES];
  guint state;

  for (state = 0; state < N_STATES; state++)
    scores[0][state] = IMPOSSIBLE;
  scores[0][get_state (MATCHUM_POSTING_OTHER, 0)] = 0;
  for (guint i = 0; i < n_sections; i++)
    {
      Reached reached = { get_orders (), scores[(i + 1) % 2], from + (gsize) i * N_STATES };

      step (&sections[i], known, scores[i % 2], &reached);
    }
  state = find_best_end (scores[n_sections % 2]);
  for (guint i = n_sections; i > 0; i--)
    {
      sections[i - 1].kind = (MatchumPostingKind) (state / N_SAID);
      state = from[(gsize) (i - 1) * N_STATES + state];
    }
}

/* Sections under equal headings are of one kind: what their lines say of the kinds that were found for them. Returns
 * whether any changes. */
static gboolean
unite_groups (MatchumPostingSection *sections, guint n_sections, const Known *known)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new (NULL, NULL);
  g_autofree int *scores = g_new0 (int, (gsize) MAX (n_sections, 1) * N_KINDS);
  gboolean has_changed = FALSE;

  for (guint i = 0; i < n_sections; i++)
    {
      gpointer group = GUINT_TO_POINTER (sections[i].group);
      guint first;

      if (sections[i].group == 0 || is_certain (&sections[i]))
        continue;
      if (!g_hash_table_contains (firsts, group))
        g_hash_table_insert (firsts, group, GUINT_TO_POINTER (i));
      first = GPOINTER_TO_UINT (g_hash_table_lookup (firsts, group));
      for (guint kind = 0; kind < N_KINDS; kind++)
        scores[first * N_KINDS + kind] += score_section (&sections[i], (MatchumPostingKind) kind, known);
    }
  for (guint i = 0; i < n_sections; i++)
    {
      guint first;

      if (sections[i].group == 0 || is_certain (&sections[i]))
        continue;
      first = GPOINTER_TO_UINT (g_hash_table_lookup (firsts, GUINT_TO_POINTER (sections[i].group)));
      if (scores[first * N_KINDS + sections[i].kind] > scores[first * N_KINDS + sections[first].kind])
        sections[first].kind = sections[i].kind;
    }
  for (guint i = 0; i < n_sections; i++)
    {
      guint first;

      if (sections[i].group == 0 || is_certain (&sections[i]))
        continue;
      first = GPOINTER_TO_UINT (g_hash_table_lookup (firsts, GUINT_TO_POINTER (sections[i].group)));
      has_changed |= sections[i].kind != sections[first].kind;
      sections[i].kind = sections[first].kind;
    }
  return has_changed;
}

static guint
count_asking (const MatchumPostingSection *section)
{
  return section->classes[MATCHUM_LINE_ASKS] + section->classes[MATCHUM_LINE_ASKS_DOES]
         + section->classes[MATCHUM_LINE_ASKS_OFFERS];
}

/* "학력", and under it "무관". */
static gboolean
is_fact (const MatchumPostingSection *section)
{
  return section->sense.is_weak && section->n_lines == 1;
}

/* "핵심역량" and a row of tags, which a job board adds below the steps of hiring: nothing is asked there any more. */
static void
drop_widgets (MatchumPostingSection *sections, guint n_sections)
{
  gboolean has_process = FALSE;
  gboolean has_required = FALSE;

  for (guint i = 0; i < n_sections; i++)
    {
      MatchumPostingSection *section = &sections[i];
      gboolean is_ask =
          section->sense.kind == MATCHUM_POSTING_REQUIRED || section->sense.kind == MATCHUM_POSTING_PREFERRED;

      if (has_required && is_ask && section->n_lines > 0 && !section->is_bulleted
          && (count_asking (section) * 4 < section->n_lines ? has_process || is_fact (section)
                                                            : has_process && is_fact (section)))
        section->sense = (MatchumHeadingSense){ .strength = MATCHUM_HEADING_EXACT, .kind = MATCHUM_POSTING_OTHER };
      has_process |= section->sense.strength >= MATCHUM_HEADING_STEM && section->sense.kind == MATCHUM_POSTING_PROCESS;
      has_required |= is_certain (section) && section->sense.kind == MATCHUM_POSTING_REQUIRED;
    }
}

void
matchum_posting_sections_decide (MatchumPostingSection *sections, guint n_sections)
{
  Known known;

  drop_widgets (sections, n_sections);
  known = find_known (sections, n_sections);
  find_best (sections, n_sections, &known);
  if (!unite_groups (sections, n_sections, &known))
    return;
  for (guint i = 0; i < n_sections; i++)
    {
      if (sections[i].group != 0 && !is_certain (&sections[i]))
        sections[i].sense = (MatchumHeadingSense){ .strength = MATCHUM_HEADING_EXACT, .kind = sections[i].kind };
    }
  find_best (sections, n_sections, &known);
}
