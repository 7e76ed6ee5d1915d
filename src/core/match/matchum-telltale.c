/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what lines tell by numbers and common words, without the name of it. */
#include "config.h"

#include "match/matchum-telltale.h"

#include <string.h>

#include "match/matchum-hedge.h"
#include "text/matchum-pattern-set.h"
#include "text/matchum-word-list.h"

typedef enum {
  TELLTALE_OPEN_SOURCE,
  TELLTALE_MENTORING,
  TELLTALE_TEAM_LEAD,
  TELLTALE_TALK,
  TELLTALE_MANY_PROCESSORS,
  TELLTALE_IMPACT,
  N_TELLTALES,
} Telltale;

static const char *const concepts[N_TELLTALES] = {
  "open-source", "mentoring", "team-lead", "presentation", "gpu-computing", "business-impact",
};

#define COUNT "(?:[2-9]|[1-9]\\d+|two|three|four|five|six|seven|eight|nine|ten|several)"

static const char *const patterns[N_TELLTALES] = {
  "(?:github|깃허브|깃헙)[^.;]{0,24}(?:스타|stars?)|stars? on github|[\\d,.]+k? (?:github )?stars(?![a-z])|"
  "pull requests? (?:to|merged|accepted)|merged [^.;]{0,24}(?:pull requests?|prs?)(?![a-z])|"
  "(?<![a-z])(?:pr|pull request|풀 ?리퀘스트|패치) ?\\d+ ?(?:건|개)|(?:커뮤니티|프로젝트)에? 기여|외부 기여자|"
  "(?:커미터|컨트리뷰터|메인테이너)(?:로| 활동)|(?:accepted|merged) upstream|patches? to [a-z]",

  "(?:주니어|신입|후배|후임|인턴|멘티|수습)[^,.;]{0,20}(?:지도|코칭|온보딩|육성|교육)(?! ?(?:받|이수|수료|참석))|"
  "(?:onboarded|trained|supervised) (?:\\w+ ){0,2}(?:juniors?|interns?|new hires|new engineers|new analysts|students)",

  "팀원 ?\\d+ ?명|\\d+ ?명(?:의|으로 구성된|으로 이루어진|짜리)? ?(?:\\S+ )?(?:팀|파트|조직|스쿼드|팀원)?(?:을|를) "
  "?(?:리딩|리드|이끌|이끎|총괄|매니징)|"
  "(?:led|leading|managed|managing|head|headed) (?:a |an |the )?(?:[a-z-]+ ){0,2}(?:team|squad|group|crew) of " COUNT
  "|(?:led|managed|manage|lead) " COUNT
  " (?:[a-z-]+ ){0,2}(?:engineers|developers|analysts|people|designers|scientists|researchers|direct reports|reports)",

  "^ ?[\"'“「『][^\"”」』]{6,}[\"”」』',] ?,? ?[^\"]{3,60}(?:19|20)\\d\\d",

  "(?<![\\d.])(?:[2-9]|[1-9]\\d+) ?(?:x|×|장(?:짜리)?|대|개의?)? ?(?:nvidia "
  ")?(?:a100|a800|v100|h100|h200|b200|a6000|l40s?)"
  "s?(?![a-z0-9])|(?<![\\d.])(?:[2-9]|[1-9]\\d+) gpus(?![a-z])|gpu ?(?:[2-9]|[1-9]\\d+) ?(?:장|대|개)|"
  "(?:a100|v100|h100|h200) ?(?:x|×)? ?(?:[2-9]|[1-9]\\d+) ?(?:장|대|개)",

  "(?:[+\\-−]|\\d[\\d.,]* ?(?:%p?|퍼센트)? ?(?:→|->|에서|to) ?)\\d[\\d.,]* ?(?:%|퍼센트|percent)|"
  "(?:\\d ?%p?|\\d배|퍼센트)(?: ?(?:포인트|이상|가량|정도))?(?:을|를|로|까지)? ?(?:의 )?"
  "(?:증가|감소|상승|개선|향상|절감|단축|성장|올|줄|높|낮|하락|끌어올)|"
  "(?:increas|reduc|cut|lift|grew|rais|lower|improv|boost|sav|rose|fell|dropp|up|down)[a-z]*(?: [^.,;]{0,40})? "
  "(?:by |to |from )?[\\d.]+ ?(?:%|percent|pp)",
};

static GRegex *
get_pattern (Telltale index)
{
  static MatchumPatternSet set = { "telltales", patterns, N_TELLTALES, 0, NULL, 0 };

  return matchum_pattern_set_get (&set, index);
}

/* Most blocks have none of the words and signs that the patterns are made of. */
static gboolean
may_tell (Telltale index, const char *text, gsize length)
{
  static MatchumWordList words[N_TELLTALES] = {
    MATCHUM_WORD_LIST ("star|스타|pull request|풀 리퀘|풀리퀘|merged|pr |패치|기여|커미터|컨트리뷰|"
                       "메인테이너|upstream|patch"),
    MATCHUM_WORD_LIST ("주니어|신입|후배|후임|인턴|멘티|수습|onboarded|trained|supervised"),
    MATCHUM_WORD_LIST ("명|led |leading|manag|head|lead "),
    { NULL, NULL },
    MATCHUM_WORD_LIST ("a100|a800|v100|h100|h200|b200|a6000|l40|gpu"),
    MATCHUM_WORD_LIST ("퍼센트|percent|배 |배로|배를|배까"),
  };

  if (index == TELLTALE_TALK)
    return TRUE;
  if (index == TELLTALE_IMPACT && memchr (text, '%', length) != NULL)
    return TRUE;
  return matchum_word_list_contains (&words[index], text, length);
}

static gboolean
is_place_for (Telltale index, const MatchumBlock *source, const MatchumIndexBlock *block)
{
  if (index == TELLTALE_TALK)
    return source->section == MATCHUM_SECTION_ACTIVITIES;
  if (index == TELLTALE_IMPACT)
    return block->is_job;
  return !block->is_listed;
}

void
matchum_telltale_add (MatchumLexicon *lexicon,
                      const MatchumBlock *source,
                      const MatchumIndexBlock *block,
                      GArray *mentions)
{
  const char *text = matchum_folded_text_get_text (block->folded);
  gsize length = matchum_folded_text_get_length (block->folded);

  for (Telltale i = 0; i < N_TELLTALES; i++)
    {
      const MatchumConcept *concept = matchum_lexicon_lookup (lexicon, concepts[i]);
      g_autoptr (GMatchInfo) info = NULL;
      MatchumIndexMention mention = { 0 };
      MatchumSpan span;
      gint start, end;

      if (concept == NULL || !is_place_for (i, source, block) || !may_tell (i, text, length)
          || !g_regex_match_full (get_pattern (i), text, (gssize) length, 0, 0, &info, NULL)
          || !g_match_info_fetch_pos (info, 0, &start, &end))
        continue;
      span = MATCHUM_SPAN ((gsize) start, (gsize) end);
      mention.concept = concept->index;
      mention.block = source->index;
      mention.span = matchum_folded_text_get_original_span (block->folded, span);
      mention.is_hedged = matchum_hedge_covers (block->hedged, span);
      g_array_append_val (mentions, mention);
    }
}
