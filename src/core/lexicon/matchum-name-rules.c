/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boundaries and context of names, read off the characters around them. */
#include "config.h"

#include "lexicon/matchum-name-rules.h"

#include <string.h>

#include "text/matchum-korean-tail.h"

/* Common nouns that are written onto a longer noun without a space (추천시스템개발, 머신러닝기반). */
static const char *const glued_nouns[] = {
  "개발", "구축", "운영",   "설계",     "구현",   "적용",     "활용", "기반", "관련", "경험", "업무",
  "분야", "모델", "시스템", "서비스",   "플랫폼", "환경",     "기술", "기법", "역량", "능력", "지식",
  "도구", "툴",   "솔루션", "프로젝트", "엔진",   "엔지니어", "전공", "직무", "과정", "연구", "분석",
};

/* Written onto a name of any length, they say who does it: 추천팀, 정산플랫폼팀, 검색개발자. */
static const char *const glued_groups[] = {
  "팀",       "파트",     "본부",         "스쿼드", "담당",   "개발팀", "플랫폼팀",
  "서비스팀", "시스템팀", "엔지니어링팀", "개발자", "기획자", "마케터", "디자이너",
  "엔지니어", "연구원",   "연구소",       "연구팀", "분석가", "매니저", "사업부",
};

/* They make a name of what stands before them: 언어, Go 개발. */
static const char *const cues[] = {
  "언어", "프로그래밍", "개발", "프레임워크", "framework", "language", "programming", "developer",
};

/* The same right behind Latin letters: EMR 사용, ATS 경험, but not 교육 경험. */
static const char *const uses[] = { "경험", "활용", "사용", "업무", "경력" };

/* "written in Go", "experience with R" */
static const char *const leading_cues[] = { "in", "with", "using" };

/* What may stand between two names of one list, besides signs and spaces. */
static const char *const joints[] = {
  "and", "or", "및", "와", "과", "이나", "나", "또는", "혹은", "그리고", "vs", "plus",
};

/* The text between two names of a list is short. */
#define BETWEEN_MAX 24

gboolean
matchum_name_rules_is_word (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum ((char) character);
  return g_unichar_isalnum (character) && !matchum_unichar_is_hangul (character)
         && !(character >= 0x2e80 && character <= 0x9fff) && !(character >= 0xf900 && character <= 0xfaff)
         && !(character >= 0x2460 && character <= 0x24ff);
}

/* Nearly all that is not ASCII has three bytes. */
static inline gunichar
decode (const char *p)
{
  const guchar *bytes = (const guchar *) p;

  if (bytes[0] >= 0xe0 && bytes[0] < 0xf0)
    return (bytes[0] & 0xfu) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);
  return bytes[0] < 0x80 ? bytes[0] : g_utf8_get_char (p);
}

/* Where the character before p starts; there must be one. */
static inline const char *
find_previous (const char *p)
{
  do
    p--;
  while (((guchar) *p & 0xc0) == 0x80);
  return p;
}

static inline gunichar
get_next (const MatchumNameText *text, gsize at)
{
  return at < text->length ? decode (text->text + at) : 0;
}

static inline gunichar
get_previous (const MatchumNameText *text, gsize at)
{
  return at > 0 ? decode (find_previous (text->text + at)) : 0;
}

/* Nearly all is a syllable or ASCII. */
static inline gboolean
is_hangul (gunichar character)
{
  return character - 0xac00 <= 0xd7a3 - 0xac00 || (character >= 0x1100 && matchum_unichar_is_hangul (character));
}

static gboolean
starts_with (const MatchumNameText *text, gsize at, const char *word)
{
  const gsize n = strlen (word);

  return at + n <= text->length && memcmp (text->text + at, word, n) == 0;
}

/* The same for a word of Hangul: the last byte of its first syllable tells most apart. */
static inline gboolean
starts_with_hangul (const MatchumNameText *text, gsize at, const char *word)
{
  return at + 3 <= text->length && text->text[at + 2] == word[2] && starts_with (text, at, word);
}

/* By character: whether it may be part of an address. */
static const guint8 address_bytes[256] = {
  ['!'] = 1,         ['#' ... '&'] = 1, ['*' ... '+'] = 1, ['-' ... ':'] = 1, ['='] = 1,
  ['?' ... 'Z'] = 1, ['\\'] = 1,        ['^' ... '_'] = 1, ['a' ... 'z'] = 1, ['~'] = 1,
};

static inline gboolean
is_address_byte (char c)
{
  return address_bytes[(guchar) c];
}

/* Whether '@' at at stands between a mailbox and a domain; "Recall@10" and "@Transactional" are none. */
static gboolean
is_mail_sign (const char *text, MatchumSpan token, gsize at)
{
  gsize p = at + 1;

  if (text[at] != '@' || at == token.start || !g_ascii_isalnum (text[at - 1]))
    return FALSE;
  while (p < token.end && (g_ascii_isalnum (text[p]) || text[p] == '-'))
    p++;
  return p > at + 1 && p + 1 < token.end && text[p] == '.' && g_ascii_isalpha (text[p + 1]);
}

static gboolean
is_address_at (const MatchumNameText *text, MatchumSpan token, gsize at)
{
  static const char *const domains[] = { ".com/", ".kr/", ".org/", ".net/", ".dev/", ".me/" };

  switch (text->text[at])
    {
    case '@':
      return is_mail_sign (text->text, token, at);
    case ':':
      return starts_with (text, at, "://");
    case 'w':
      return starts_with (text, at, "www.");
    case '.':
      for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
        if (starts_with (text, at, domains[i]))
          return TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

/* Whether at stands in a web or mail address. The run around it is looked at once, however often it is asked. */
static gboolean
is_in_address (MatchumNameText *text, gsize at)
{
  MatchumSpan token = { at, at };

  if (matchum_span_contains (text->token, at))
    return text->is_address;
  while (token.start > 0 && is_address_byte (text->text[token.start - 1]))
    token.start--;
  while (token.end < text->length && is_address_byte (text->text[token.end]))
    token.end++;
  text->token = token;
  text->is_address = FALSE;
  for (gsize i = token.start; i < token.end && !text->is_address; i++)
    text->is_address = is_address_at (text, token, i);
  return text->is_address;
}

/* In the case in which it is written, without spaces and hyphens. */
static char *
dup_exact (const char *written, gsize length)
{
  char *exact = matchum_fold_keeping_case (written, (gssize) length);
  gsize n = 0;

  for (const char *p = exact; *p != '\0'; p++)
    if (*p != ' ' && *p != '-')
      exact[n++] = *p;
  exact[n] = '\0';
  return exact;
}

static gboolean
is_ascii (const char *written, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) written[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Whether that is exact; without making it where all of it is ASCII, of which folding changes white space only. */
static gboolean
is_exactly (MatchumNameText *text, MatchumSpan span, const char *exact)
{
  const MatchumSpan original = matchum_folded_text_follow_original_span (text->folded, span, &text->place);
  const char *written = matchum_folded_text_get_original (text->folded) + original.start;
  const gsize length = matchum_span_get_length (original);

  gsize n = 0;

  if (!is_ascii (written, length))
    {
      g_autofree char *whole = dup_exact (written, length);

      return g_str_equal (whole, exact);
    }
  for (gsize i = 0; i < length; i++)
    if (written[i] != ' ' && written[i] != '-' && !g_ascii_isspace (written[i]) && written[i] != exact[n++])
      return FALSE;
  return exact[n] == '\0';
}

static gboolean
is_all_capitals (const MatchumNameText *text, MatchumSpan span)
{
  const MatchumSpan original = matchum_folded_text_get_original_span (text->folded, span);
  g_autofree char *exact =
      dup_exact (matchum_folded_text_get_original (text->folded) + original.start, matchum_span_get_length (original));

  for (const char *p = exact; *p != '\0'; p++)
    if (g_ascii_islower (*p))
      return FALSE;
  return TRUE;
}

/* Behind "Python" in "Python3.8": where the version ends. */
static gsize
skip_version (const MatchumNameText *text, gsize at)
{
  do
    {
      at += at < text->length && text->text[at] == '.';
      while (at < text->length && g_ascii_isdigit (text->text[at]))
        at++;
  } while (at + 1 < text->length && text->text[at] == '.' && g_ascii_isdigit (text->text[at + 1]));
  return at;
}

/* A single letter is easily part of something else: R&D, C-level, C+, don't. */
static gboolean
is_letter_alone (const MatchumNameText *text, MatchumSpan span)
{
  const gunichar next = get_next (text, span.end);
  const gunichar previous = get_previous (text, span.start);

  if (next == '+' || next == '#')
    return FALSE;
  if (next != 0 && next < 0x80 && strchr ("-&.'_", (int) next) != NULL
      && matchum_name_rules_is_word (get_next (text, span.end + 1)))
    return FALSE;
  return previous == 0 || previous >= 0x80 || strchr ("-&.'_", (int) previous) == NULL
         || !matchum_name_rules_is_word (get_previous (text, span.start - 1));
}

static gsize
get_latin_end (const MatchumAlias *alias, MatchumNameText *text, MatchumSpan span)
{
  const gunichar last = get_previous (text, span.end);
  const gunichar next = get_next (text, span.end);

  if (matchum_alias_get_n_characters (alias) == 1 && !is_letter_alone (text, span))
    return 0;
  if (!matchum_name_rules_is_word (next))
    return span.end;
  if (g_unichar_isdigit (next))
    {
      const gboolean may_have_version = matchum_alias_get_n_characters (alias) > 1 && !g_unichar_isdigit (last);

      return may_have_version && !matchum_name_rules_is_word (get_next (text, skip_version (text, span.end))) ? span.end
                                                                                                              : 0;
    }
  if (next != 's' || !g_unichar_isalpha (last) || matchum_name_rules_is_word (get_next (text, span.end + 1)))
    return 0;
  if (matchum_alias_get_n_characters (alias) >= 4
      || (matchum_alias_get_n_characters (alias) >= 2 && is_all_capitals (text, span)
          && !is_all_capitals (text, MATCHUM_SPAN (span.start, span.end + 1))))
    return span.end + 1;
  return 0;
}

/* Whether a word of Hangul ends at at, but for a particle. */
static gboolean
ends_word (const MatchumNameText *text, gsize at)
{
  return !is_hangul (get_next (text, at))
         || matchum_korean_tail_get_particle_length_after (get_previous (text, at), text->text + at, text->length - at)
                > 0;
}

/* Whether a word for those who do it follows, and nothing behind it but a particle. */
static gboolean
is_followed_by_group (const MatchumNameText *text, gsize at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (glued_groups); i++)
    if (starts_with_hangul (text, at, glued_groups[i]) && ends_word (text, at + strlen (glued_groups[i])))
      return TRUE;
  return FALSE;
}

/* Whether the Hangul at the end of a name goes on as no other word would. */
static gboolean
is_korean_tail (const MatchumAlias *alias, const MatchumNameText *text, gsize at)
{
  const char *tail = text->text + at;
  const gsize length = text->length - at;

  if (!is_hangul (get_next (text, at)))
    return TRUE;
  if ((matchum_alias_get_flags (alias) & MATCHUM_NAME_OPEN) != 0
      || matchum_korean_tail_get_particle_length_after (get_previous (text, at), tail, length) > 0
      || matchum_korean_tail_is_verb_ending (tail, length))
    return TRUE;
  if (is_followed_by_group (text, at))
    return TRUE;
  if (matchum_alias_get_n_syllables (alias) < 3)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (glued_nouns); i++)
    if (starts_with_hangul (text, at, glued_nouns[i]))
      return TRUE;
  return FALSE;
}

static gboolean
may_start (const MatchumAlias *alias, MatchumNameText *text, gsize at)
{
  const gunichar previous = get_previous (text, at);

  if (is_hangul (get_next (text, at)))
    return !is_hangul (previous) || matchum_alias_get_n_syllables (alias) >= 3
           || (matchum_alias_get_flags (alias) & MATCHUM_NAME_INSIDE) != 0;
  if (matchum_name_rules_is_word (previous))
    return FALSE;
  /* "ai" of "character.ai" and "js" of "index.js" are no words of their own. */
  if (previous == '.' && matchum_alias_get_n_characters (alias) <= 3 && g_unichar_isalpha (get_previous (text, at - 1)))
    return FALSE;
  return !is_in_address (text, at);
}

gsize
matchum_name_rules_get_end (const MatchumAlias *alias, const char *exact, MatchumNameText *text, MatchumSpan span)
{
  gsize end = span.end;

  if (!may_start (alias, text, span.start))
    return 0;
  if (!is_hangul (get_previous (text, span.end)))
    end = get_latin_end (alias, text, span);
  else if (!is_korean_tail (alias, text, span.end))
    end = 0;
  if (end != 0 && (matchum_alias_get_flags (alias) & MATCHUM_NAME_CASE) != 0 && !is_exactly (text, span, exact))
    return 0;
  return end;
}

static gsize
skip_space (const MatchumNameText *text, gsize at)
{
  return at + (get_next (text, at) == ' ');
}

static gboolean
has_leading_cue (const MatchumNameText *text, gsize start)
{
  for (gsize i = 0; i < G_N_ELEMENTS (leading_cues); i++)
    {
      const gsize n = strlen (leading_cues[i]) + 1;

      if (start >= n && text->text[start - 1] == ' ' && starts_with (text, start - n, leading_cues[i])
          && !matchum_name_rules_is_word (get_previous (text, start - n)))
        return TRUE;
    }
  return FALSE;
}

/* A single letter is too little: "R을 사용" may be anything. */
static gboolean
is_used (const MatchumNameText *text, MatchumSpan span)
{
  const gsize at = skip_space (text, span.end);

  if (matchum_span_get_length (span) < 2 || (guchar) text->text[span.end - 1] >= 0x80)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
    if (starts_with (text, at, uses[i]))
      return TRUE;
  return FALSE;
}

gboolean
matchum_name_rules_has_cue (MatchumConceptKind kind, MatchumNameText *text, MatchumSpan span)
{
  gsize at = span.end;

  at += matchum_korean_tail_get_particle_length (text->text + at, text->length - at);
  at = skip_space (text, at);
  for (gsize i = 0; i < G_N_ELEMENTS (cues); i++)
    if (starts_with (text, at, cues[i]))
      return TRUE;
  return is_used (text, span) || (kind == MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE && has_leading_cue (text, span.start));
}

/* Things of one kind are listed together, and so are products of any. */
static gboolean
is_listed_with (MatchumConceptKind a, MatchumConceptKind b)
{
  return a == b || (matchum_concept_kind_is_product (a) && matchum_concept_kind_is_product (b));
}

static gboolean
is_joint_word_end (const MatchumNameText *text, gsize at)
{
  return !matchum_name_rules_is_word (get_previous (text, at)) || !matchum_name_rules_is_word (get_next (text, at));
}

/* Where the joint that stands at at ends; at itself where there is none. */
static gsize
skip_joint (const MatchumNameText *text, gsize at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (starts_with (text, at, joints[i]) && is_joint_word_end (text, at + strlen (joints[i])))
      return at + strlen (joints[i]);
  return at;
}

/* The text between them is signs, spaces, versions and joints, and not spaces alone. */
gboolean
matchum_name_rules_is_list (MatchumConceptKind a, MatchumConceptKind b, MatchumNameText *text, MatchumSpan between)
{
  gsize at = between.start;
  gboolean is_joined = FALSE;

  if (!is_listed_with (a, b) || between.end < between.start || matchum_span_get_length (between) > BETWEEN_MAX)
    return FALSE;
  while (at < between.end)
    {
      const gunichar c = get_next (text, at);
      const gboolean is_sign = (c < 0x80 && strchr (",/|&+;()", (int) c) != NULL) || c == 0xb7 || c == 0x3001;
      gsize next = (gsize) (g_utf8_next_char (text->text + at) - text->text);

      if (is_sign)
        is_joined = TRUE;
      else if (c != ' ' && c != '.' && !g_unichar_isdigit (c))
        {
          next = skip_joint (text, at);
          if (next == at)
            return FALSE;
          is_joined = TRUE;
        }
      at = next;
    }
  return is_joined;
}
