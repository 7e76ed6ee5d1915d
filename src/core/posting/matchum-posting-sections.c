/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the best sequence of kinds for the sections of a posting (Viterbi). A state is a kind and what was already
 * said: duties, required, preferred. Scores are in tenths of what a wholly asking list is worth above an average one.
 */
#include "config.h"

#include "posting/matchum-posting-sections.h"

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

/* How well a share of lines goes with a kind, less where there are few lines. */
static int
score_share (guint count, guint n_lines, int percent, int weight)
{
  int share = (int) (count * 100 / n_lines) - percent;

  return share * weight / 100 * (int) MIN (n_lines, 3) / 3;
}

static int
score_lines (const MatchumPostingSection *section, MatchumPostingKind kind)
{
  if (section->n_lines == 0)
    return 0;
  switch (kind)
    {
    case MATCHUM_POSTING_REQUIRED:
    case MATCHUM_POSTING_PREFERRED:
      return score_share (section->asking, section->n_lines, 45, 60);
    case MATCHUM_POSTING_DUTY:
      return score_share (section->doing, section->n_lines, 50, 60);
    case MATCHUM_POSTING_BENEFIT:
      return score_share (section->offering, section->n_lines, 34, 70);
    case MATCHUM_POSTING_PROCESS:
      return score_share (section->stepping, section->n_lines, 34, 70);
    case MATCHUM_POSTING_STACK:
    case MATCHUM_POSTING_NOTE:
    case MATCHUM_POSTING_OTHER:
    default:
      return 0;
    }
}

static int
score_words (const MatchumPostingSection *section, MatchumPostingKind kind)
{
  const MatchumHeadingSense *sense = &section->sense;
  gboolean is_its_kind = kind == sense->kind || (sense->is_ask && kind == MATCHUM_POSTING_PREFERRED);

  if (!is_its_kind)
    return 0;
  switch (sense->strength)
    {
    case MATCHUM_HEADING_LOOSE:
      return kind == MATCHUM_POSTING_PREFERRED && !sense->is_ask ? 45 : 30;
    case MATCHUM_HEADING_STEM:
      return sense->is_ask ? 50 : 60;
    case MATCHUM_HEADING_PART:
    case MATCHUM_HEADING_EXACT:
      return sense->is_weak ? 25 : 200;
    case MATCHUM_HEADING_UNKNOWN:
    default:
      return 0;
    }
}

/* A heading that says nothing should not take what a known one says elsewhere. */
static int
score_silence (const MatchumPostingSection *section, MatchumPostingKind kind, const Known *known)
{
  if (section->sense.strength != MATCHUM_HEADING_UNKNOWN || kind == MATCHUM_POSTING_OTHER)
    return 0;
  if (section->n_lines < 2)
    return -60;
  if (section->is_preamble && kind != MATCHUM_POSTING_REQUIRED)
    return -60;
  if ((kind == MATCHUM_POSTING_REQUIRED || kind == MATCHUM_POSTING_PREFERRED) && section->asking * 2 < section->n_lines)
    return -60;
  if (kind == MATCHUM_POSTING_STACK || kind == MATCHUM_POSTING_NOTE)
    return -30;
  if (kind == MATCHUM_POSTING_DUTY)
    return known->kinds[kind] ? -40 : -10;
  return known->kinds[kind] ? -30 : -10;
}

/* Lists that ask come before what is preferred; after it, only a heading that says so makes one. */
static int
score_late_asking (const MatchumPostingSection *section, MatchumPostingKind kind, guint said)
{
  return section->sense.strength == MATCHUM_HEADING_UNKNOWN && kind == MATCHUM_POSTING_REQUIRED
                 && (said & SAID_PREFERRED) != 0
             ? -60
             : 0;
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
      return ((said & SAID_DUTY) != 0 ? -15 : 5) + ((said & SAID_REQUIRED) != 0 ? -20 : 0)
             + ((said & SAID_PREFERRED) != 0 ? -10 : 0);
    case MATCHUM_POSTING_REQUIRED:
      return ((said & SAID_REQUIRED) != 0 ? -15 : 10) + ((said & SAID_PREFERRED) != 0 ? -20 : 0);
    case MATCHUM_POSTING_PREFERRED:
      if ((said & SAID_REQUIRED) == 0)
        return -40;
      return ((said & SAID_PREFERRED) != 0 ? -20 : 10) + (before == MATCHUM_POSTING_REQUIRED ? 10 : 0);
    case MATCHUM_POSTING_OTHER:
    case MATCHUM_POSTING_STACK:
    case MATCHUM_POSTING_BENEFIT:
    case MATCHUM_POSTING_PROCESS:
    case MATCHUM_POSTING_NOTE:
    default:
      return 0;
    }
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

/* Moves from the scores of all states before a section to those after it; from gets where each came from. */
static void
step (const MatchumPostingSection *section, const Known *known, const int *before, int *after, guint8 *from)
{
  for (guint state = 0; state < N_STATES; state++)
    after[state] = IMPOSSIBLE;
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      int own = score_section (section, (MatchumPostingKind) kind, known);

      if (own == IMPOSSIBLE)
        continue;
      for (guint state = 0; state < N_STATES; state++)
        {
          guint said = state % N_SAID;
          guint added = section->n_lines > 0 ? add_said (said, (MatchumPostingKind) kind) : said;
          guint next = get_state ((MatchumPostingKind) kind, added);
          int score;

          if (before[state] == IMPOSSIBLE)
            continue;
          score = before[state] + own + score_late_asking (section, (MatchumPostingKind) kind, said)
                  + score_order (said, (MatchumPostingKind) (state / N_SAID), (MatchumPostingKind) kind);
          if (score > after[next])
            {
              after[next] = score;
              from[next] = (guint8) state;
            }
        }
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
      score += ((state % N_SAID) & SAID_REQUIRED) != 0 ? 30 : 0;
      if (score > best_score)
        {
          best_score = score;
          best = state;
        }
    }
  return best;
}

void
matchum_posting_sections_decide (MatchumPostingSection *sections, guint n_sections)
{
  Known known = find_known (sections, n_sections);
  g_autofree guint8 *from = g_new0 (guint8, (gsize) MAX (n_sections, 1) * N_STATES);
  int scores[2][N_STATES];
  guint state;

  for (state = 0; state < N_STATES; state++)
    scores[0][state] = IMPOSSIBLE;
  scores[0][get_state (MATCHUM_POSTING_OTHER, 0)] = 0;
  for (guint i = 0; i < n_sections; i++)
    step (&sections[i], &known, scores[i % 2], scores[(i + 1) % 2], from + (gsize) i * N_STATES);
  state = find_best_end (scores[n_sections % 2]);
  for (guint i = n_sections; i > 0; i--)
    {
      sections[i - 1].kind = (MatchumPostingKind) (state / N_SAID);
      state = from[(gsize) (i - 1) * N_STATES + state];
    }
}
