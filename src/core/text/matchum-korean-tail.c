/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells particles and verb endings behind a name from further words, by lists; there is no morphology here. */
#include "config.h"

#include "text/matchum-korean-tail.h"

#include <string.h>

/* In which order particles stand: plural and "and so on" first, then the case, then topic, object and copula. */
typedef enum {
  RANK_START,
  RANK_SUFFIX,
  RANK_CASE,
  RANK_LAST,
} Rank;

typedef struct {
  const char *text;
  Rank rank;
} Particle;

static const Particle particles[] = {
  { "들", RANK_SUFFIX },   { "등", RANK_SUFFIX },   { "등등", RANK_SUFFIX }, { "별", RANK_SUFFIX },
  { "용", RANK_SUFFIX },   { "간", RANK_SUFFIX },   { "쪽", RANK_SUFFIX },   { "에", RANK_CASE },
  { "에서", RANK_CASE },   { "에게", RANK_CASE },   { "에게서", RANK_CASE }, { "에다", RANK_CASE },
  { "로", RANK_CASE },     { "으로", RANK_CASE },   { "로서", RANK_CASE },   { "으로서", RANK_CASE },
  { "로써", RANK_CASE },   { "으로써", RANK_CASE }, { "와", RANK_CASE },     { "과", RANK_CASE },
  { "랑", RANK_CASE },     { "이랑", RANK_CASE },   { "하고", RANK_CASE },   { "까지", RANK_CASE },
  { "부터", RANK_CASE },   { "보다", RANK_CASE },   { "처럼", RANK_CASE },   { "만큼", RANK_CASE },
  { "같이", RANK_CASE },   { "만", RANK_CASE },     { "뿐", RANK_CASE },     { "마다", RANK_CASE },
  { "대로", RANK_CASE },   { "밖에", RANK_CASE },   { "은", RANK_LAST },     { "는", RANK_LAST },
  { "이", RANK_LAST },     { "가", RANK_LAST },     { "을", RANK_LAST },     { "를", RANK_LAST },
  { "의", RANK_LAST },     { "도", RANK_LAST },     { "나", RANK_LAST },     { "이나", RANK_LAST },
  { "든", RANK_LAST },     { "이든", RANK_LAST },   { "든지", RANK_LAST },   { "이든지", RANK_LAST },
  { "나마", RANK_LAST },   { "이나마", RANK_LAST }, { "라도", RANK_LAST },   { "이라도", RANK_LAST },
  { "조차", RANK_LAST },   { "마저", RANK_LAST },   { "며", RANK_LAST },     { "이며", RANK_LAST },
  { "고", RANK_LAST },     { "이고", RANK_LAST },   { "인", RANK_LAST },     { "인지", RANK_LAST },
  { "인데", RANK_LAST },   { "일", RANK_LAST },     { "임", RANK_LAST },     { "이다", RANK_LAST },
  { "이자", RANK_LAST },   { "이었던", RANK_LAST }, { "였던", RANK_LAST },   { "입니다", RANK_LAST },
  { "라는", RANK_LAST },   { "이라는", RANK_LAST }, { "란", RANK_LAST },     { "이란", RANK_LAST },
  { "라고", RANK_LAST },   { "이라고", RANK_LAST }, { "라면", RANK_LAST },   { "이라면", RANK_LAST },
  { "이면", RANK_LAST },   { "면", RANK_LAST },     { "이라", RANK_LAST },   { "이지만", RANK_LAST },
  { "이거나", RANK_LAST }, { "거나", RANK_LAST },   { "이어야", RANK_LAST }, { "여야", RANK_LAST },
  { "이여야", RANK_LAST }, { "이므로", RANK_LAST }, { "이니", RANK_LAST },   { "엔", RANK_LAST },
  { "에선", RANK_LAST },   { "론", RANK_LAST },     { "으론", RANK_LAST },   { "입니까", RANK_LAST },
};

/* How a verb made of a noun goes on (분석하여, 자동화된): first syllables behind which any Hangul may follow. */
static const char *const verb_starts[] = {
  "하는",   "하고",   "하여", "하며", "하면", "하기",   "하던",   "하지",   "하도록", "하시는", "하실",   "하신",
  "하였",   "하거나", "하게", "하려", "하다", "합니다", "합시다", "했",     "해서",   "해온",   "해본",   "해야",
  "해내",   "해낸",   "해주", "해준", "해보", "해볼",   "해왔",   "해옴",   "해요",   "해낼",   "해도",   "한다",
  "할지",   "함으로", "함에", "함을", "함과", "되는",   "되어",   "되고",   "되며",   "되면",   "되기",   "되던",
  "되지",   "되도록", "되었", "되다", "됐",   "돼서",   "돼야",   "됩니다", "된다",   "시키는", "시키고", "시키며",
  "시키기", "시켜",   "시킨", "시킬", "시킴", "시켰",   "시키도",
};

/* The same where nothing may follow: 한국 and 할인 are words. */
static const char *const verb_ends[] = { "한", "할", "함", "해", "된", "될", "됨", "돼", "하", "되" };

/* What can be told by particles in a row is short; no longer run is looked at. */
#define RUN_MAX_SYLLABLES 10

gboolean
matchum_unichar_is_hangul (gunichar character)
{
  return (character >= 0xac00 && character <= 0xd7a3) || (character >= 0x1100 && character <= 0x11ff)
         || (character >= 0x3131 && character <= 0x318e && character != 0x318d)
         || (character >= 0xa960 && character <= 0xa97c) || (character >= 0xd7b0 && character <= 0xd7fb);
}

/* Most of what follows a name is no Hangul, or plain syllables, which two bytes tell. */
static inline gboolean
is_hangul_at (const char *text)
{
  const guchar first = (guchar) text[0];

  if (first < 0xe0 || first > 0xed)
    return FALSE;
  if (first == 0xeb || first == 0xec)
    return TRUE;
  return matchum_unichar_is_hangul (g_utf8_get_char_validated (text, 3));
}

/* Bytes of Hangul syllables at the start of text; one more syllable than is looked at says "too long". */
static gsize
measure_run (const char *text, gsize length)
{
  gsize run = 0;

  while (run + 3 <= length && run <= RUN_MAX_SYLLABLES * 3 && is_hangul_at (text + run))
    run += 3;
  return run;
}

/* The particles whose first syllable ends with the same byte are chained, for nearly all others are told apart by that.
 */
typedef struct {
  guint8 first[64]; /* by the six bits that differ: one more than the index of a particle, or 0 */
  guint8 next[G_N_ELEMENTS (particles)];
} ParticleChains;

G_STATIC_ASSERT (G_N_ELEMENTS (particles) < G_MAXUINT8);

static guint
get_chain (const char *text)
{
  return (guchar) text[2] & 0x3f;
}

static const ParticleChains *
get_chains (void)
{
  static ParticleChains chains;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (particles); i++)
        {
          guint8 *first = &chains.first[get_chain (particles[i].text)];

          chains.next[i] = *first;
          *first = (guint8) (i + 1);
        }
      g_once_init_leave (&is_ready, 1);
    }
  return &chains;
}

/* Prefixes are of one syllable at least, whose last byte tells nearly all of them apart. */
static inline gboolean
starts_with (const char *text, gsize length, const char *prefix)
{
  gsize n;

  if (length < 3 || text[2] != prefix[2])
    return FALSE;
  n = strlen (prefix);
  return n <= length && memcmp (text, prefix, n) == 0;
}

/* 가 follows vowels and 과 consonants: 분석가 is an analyst and 간호과 a department. Other pairs (을, 를) are not held
 * to that: what they would be mistaken for is no word. */
static gboolean
may_follow (gunichar previous, const char *particle)
{
  const gboolean has_final = previous >= 0xac00 && previous <= 0xd7a3 && (previous - 0xac00) % 28 != 0;

  if (previous < 0xac00 || previous > 0xd7a3)
    return TRUE;
  if (g_str_equal (particle, "가"))
    return !has_final;
  return has_final || !g_str_equal (particle, "과");
}

/* The lowest rank at which particles from the start of the run can end at each of its syllables tells what may
 * follow there. Cases may be stacked (에서부터), the last rank stands once. */
static gboolean
is_all_particles (gunichar previous, const char *run, gsize length)
{
  const ParticleChains *chains = get_chains ();
  guint8 reached[RUN_MAX_SYLLABLES + 1] = { 1 << RANK_START }; /* by syllable: a bit for every rank it was reached by */

  for (gsize at = 0; at < length; at += 3)
    for (guint8 i = reached[at / 3] != 0 ? chains->first[get_chain (run + at)] : 0; i > 0; i = chains->next[i - 1])
      {
        const Particle *particle = &particles[i - 1];
        const guint before = particle->rank == RANK_LAST ? (1u << RANK_LAST) - 1 : (2u << particle->rank) - 1;

        if ((reached[at / 3] & before) != 0 && starts_with (run + at, length - at, particle->text)
            && (at > 0 || may_follow (previous, particle->text)))
          reached[(at + strlen (particle->text)) / 3] |= (guint8) (1 << particle->rank);
      }
  return reached[length / 3] != 0;
}

gsize
matchum_korean_tail_get_particle_length (const char *text, gsize length)
{
  return matchum_korean_tail_get_particle_length_after (0, text, length);
}

gsize
matchum_korean_tail_get_particle_length_after (gunichar previous, const char *text, gsize length)
{
  gsize run;

  g_return_val_if_fail (text != NULL, 0);

  run = measure_run (text, length);
  if (run == 0 || run > RUN_MAX_SYLLABLES * 3)
    return 0;
  return is_all_particles (previous, text, run) ? run : 0;
}

/**
 * matchum_korean_tail_is_verb_ending:
 * @text: folded text behind a noun
 * @length: in bytes
 *
 * Returns: whether @text goes on with a form of 하다, 되다 or 시키다 that makes a verb of the noun (분석하여, 자동화된,
 * 향상시킨)
 */
gboolean
matchum_korean_tail_is_verb_ending (const char *text, gsize length)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (verb_starts); i++)
    if (starts_with (text, length, verb_starts[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (verb_ends); i++)
    if (starts_with (text, length, verb_ends[i]) && measure_run (text, length) == strlen (verb_ends[i]))
      return TRUE;
  return FALSE;
}
