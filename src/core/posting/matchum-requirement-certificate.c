/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells certificates by the words that name one. */
#include "config.h"

#include "posting/matchum-requirement-certificate.h"

#include <string.h>

#include "posting/matchum-requirement-words.h"
#include "text/matchum-korean-tail.h"
#include "text/matchum-word-list.h"

/* So many words may stand before the one that says certificate. */
#define MAX_WORDS 3

static const char *const markers[] = { "자격증", "면허증", "자격", "면허", "인증서", NULL };

/* Ends of the names of Korean national certificates. */
static const char *const titles[] = { "산업기사", "기능사", "기능장", "기술사", "기사", NULL };

/* Who drives, delivers and repairs is called so too. */
static const char *const trades[] = { "신입기사", "관련기사", "운전기사", "배송기사", "택배기사",   "설치기사",
                                      "정비기사", "수리기사", "대리기사", "출장기사", "인터뷰기사", "뉴스기사",
                                      "신문기사", "보도기사", "언론기사", NULL };

/* Said between the name and the word. */
static const char *const links[] = { "관련", "관련된", "분야", "유관", "국가", "전문",
                                     "공인", "유효",   "기술", "이상", "등",   NULL };

/* Where in the word a marker ends that closes it, particles apart; 0 where it has none. */
static gsize
find_marker (const char *word, gsize length, gsize *start)
{
  for (gsize i = 0; markers[i] != NULL; i++)
    {
      const char *place = g_strstr_len (word, (gssize) length, markers[i]);
      gsize end = place != NULL ? (gsize) (place - word) + strlen (markers[i]) : 0;

      if (place == NULL)
        continue;
      if (end < length && matchum_korean_tail_get_particle_length (word + end, length - end) != length - end)
        return 0;
      *start = (gsize) (place - word);
      return end;
    }
  return 0;
}

/* "자격 요건", "결격": no certificate. */
static gboolean
is_condition (MatchumAtomLine *line, gsize start, gsize end)
{
  static MatchumWordList words = MATCHUM_WORD_LIST ("요건|조건|사항|기준|심사|정지");
  static const char *const openers[] = { "지원", "응시", "결", "입사", "무" };
  const char *text = line->text;

  for (gsize i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      gsize size = strlen (openers[i]);

      if (start >= size && memcmp (text + start - size, openers[i], size) == 0)
        return TRUE;
    }
  if (end < line->length && text[end] == ' ')
    end++;
  return end < line->length && matchum_word_list_begins (&words, text + end, line->length - end);
}

/* Start of the Hangul word that ends at end; a Latin one counts as well where it may. */
static gsize
find_word_start (MatchumAtomLine *line, gsize end, gboolean may_be_latin)
{
  while (end > 0)
    {
      const char *previous = g_utf8_find_prev_char (line->text, line->text + end);

      if (previous == NULL
          || !(matchum_unichar_is_hangul (g_utf8_get_char (previous)) || (may_be_latin && g_ascii_isalnum (*previous))))
        break;
      end = (gsize) (previous - line->text);
    }
  return end;
}

static gboolean
has_particle (const char *word, gsize length)
{
  static const char *const endings[] = { "을", "를", "은", "는", "에", "의", "며",
                                         "고", "한", "인", "와", "과", "및", NULL };

  for (gsize i = 0; endings[i] != NULL; i++)
    if (length >= 3 && memcmp (word + length - 3, endings[i], 3) == 0)
      return length > 6 || matchum_requirement_words_is_among (word, length, endings);
  return FALSE;
}

/* The words before a marker that say what the certificate is for; empty where a known name or nothing does. */
static MatchumSpan
find_subject (MatchumAtomLine *line, gsize marker)
{
  MatchumSpan subject = { marker, marker };
  guint n_words = 0;

  for (gsize at = marker; at > 0 && line->text[at - 1] == ' ' && n_words < MAX_WORDS;)
    {
      gsize start = find_word_start (line, at - 1, TRUE);
      gsize length = at - 1 - start;

      if (length == 0 || matchum_atom_line_is_taken (line, MATCHUM_SPAN (start, at - 1))
          || matchum_requirement_words_is_among (line->text + start, length,
                                                 (const char *const[]){ "또는", "혹은", "등", "등의", NULL })
          || has_particle (line->text + start, length))
        break;
      if (!matchum_requirement_words_is_among (line->text + start, length, links))
        {
          subject.end = MAX (n_words == 0 ? at - 1 : 0, subject.end == marker ? at - 1 : subject.end);
          subject.start = start;
          n_words++;
        }
      at = start;
    }
  return n_words > 0 ? subject : MATCHUM_SPAN (0, 0);
}

static void
add_certificate (MatchumAtomLine *line, MatchumSpan span, MatchumSpan subject)
{
  MatchumAtom *atom = matchum_atom_line_add_word (line, MATCHUM_ATOM_CERTIFICATE, span);

  atom->criterion->kind = MATCHUM_CRITERION_CERTIFICATE;
  g_free (atom->criterion->word);
  atom->criterion->word = g_strndup (line->text + subject.start, matchum_span_get_length (subject));
}

/* A known certificate that is the end of a longer word is another one: 전문간호사 is more than a 간호사. */
static void
widen_known (MatchumAtomLine *line)
{
  for (guint i = 0; i < line->atoms->len; i++)
    {
      MatchumAtom *atom = g_ptr_array_index (line->atoms, i);
      gsize start;

      if (atom->kind != MATCHUM_ATOM_CERTIFICATE || atom->span.start == 0
          || !matchum_unichar_is_hangul (g_utf8_get_char (line->text + atom->span.start)))
        continue;
      start = find_word_start (line, atom->span.start, FALSE);
      if (start == atom->span.start)
        continue;
      matchum_atom_line_set_word (line, atom, MATCHUM_SPAN (start, atom->span.end));
      g_array_set_size (atom->criterion->concepts, 0);
      atom->concept = G_MAXUINT;
    }
}

/* A known thing within the name of a certificate is no skill that is asked for: 건축구조기술사. */
static gboolean
take_over (MatchumAtomLine *line, MatchumSpan span)
{
  for (guint i = 0; i < line->atoms->len; i++)
    {
      MatchumAtom *atom = g_ptr_array_index (line->atoms, i);

      if (!matchum_span_overlaps (atom->span, span))
        continue;
      if (atom->kind != MATCHUM_ATOM_SKILL && atom->kind != MATCHUM_ATOM_FIELD)
        return FALSE;
      matchum_atom_line_set_word (line, atom, span);
      atom->kind = MATCHUM_ATOM_CERTIFICATE;
      atom->concept = G_MAXUINT;
      atom->criterion->kind = MATCHUM_CRITERION_CERTIFICATE;
      g_array_set_size (atom->criterion->concepts, 0);
      return TRUE;
    }
  return FALSE;
}

static void
read_word (MatchumAtomLine *line, gsize at, gsize length)
{
  const char *word = line->text + at;
  gsize marker = 0;
  gsize end = find_marker (word, length, &marker);
  MatchumSpan subject;

  if (end > 0)
    {
      if (is_condition (line, at + marker, at + end) || matchum_atom_line_is_taken (line, MATCHUM_SPAN (at, at + end)))
        return;
      subject = marker > 0 ? MATCHUM_SPAN (at, at + marker) : find_subject (line, at);
      if (!matchum_span_is_empty (subject))
        add_certificate (line, MATCHUM_SPAN (subject.start, at + end), subject);
      return;
    }
  for (gsize i = 0; titles[i] != NULL; i++)
    {
      const char *place = g_strstr_len (word, (gssize) length, titles[i]);
      gsize size = strlen (titles[i]);

      if (place == NULL || place < word + 6)
        continue;
      size += (gsize) (place - word);
      if ((size == length || matchum_korean_tail_get_particle_length (word + size, length - size) == length - size)
          && !matchum_requirement_words_is_among (word, size, trades) && !take_over (line, MATCHUM_SPAN (at, at + size))
          && !matchum_atom_line_is_taken (line, MATCHUM_SPAN (at, at + size)))
        add_certificate (line, MATCHUM_SPAN (at, at + size), MATCHUM_SPAN (at, at + size));
      return;
    }
}

void
matchum_requirement_certificates_add (MatchumAtomLine *line)
{
  widen_known (line);
  if ((line->signs & MATCHUM_SIGN_TITLE) == 0)
    return;
  for (gsize i = 0; i < line->length;)
    {
      gsize length = matchum_requirement_words_measure_hangul (line->text + i, line->length - i);

      if (length > 0)
        read_word (line, i, length);
      i += length > 0 ? length : (gsize) (g_utf8_next_char (line->text + i) - (line->text + i));
    }
}

/* End of the word for a certificate that stands right behind at, links between; 0 where none does. is_plain: gets FALSE
 * where the words between make it one of many by that name. */
static gsize
find_closer (MatchumAtomLine *line, gsize at, gboolean *is_plain)
{
  static MatchumWordList english = MATCHUM_WORD_LIST ("certification|certificate|certified|license|licence|licensure");
  static MatchumWordList others = MATCHUM_WORD_LIST (" management| compliance| agreement| server");

  *is_plain = TRUE;
  for (guint n = 0; n < MAX_WORDS && at < line->length; n++)
    {
      gsize length, marker = 0, end;

      if (line->text[at] == ' ')
        at++;
      length = matchum_requirement_words_measure_hangul (line->text + at, line->length - at);
      if (length == 0)
        {
          if (!matchum_word_list_begins (&english, line->text + at, line->length - at))
            return 0;
          while (at < line->length && g_ascii_isalpha (line->text[at]))
            at++;
          return matchum_word_list_begins (&others, line->text + at, line->length - at) ? 0 : at;
        }
      end = find_marker (line->text + at, length, &marker);
      if (end > 0 && marker == 0)
        return is_condition (line, at, at + end) ? 0 : at + end;
      if (!matchum_requirement_words_is_among (line->text + at, length, links))
        {
          if (length != 6 || memcmp (line->text + at, "국제", 6) != 0)
            return 0;
          *is_plain = FALSE;
        }
      at += length;
    }
  return 0;
}

/* Whether only joints stand between two places. */
static gboolean
is_joint (MatchumAtomLine *line, gsize from, gsize to)
{
  static const char *const joints[] = { ", ",    ",",     "/",      "·",     " 또는 ", " 혹은 ", " 및 ", " or ",
                                        " and ", ", or ", ", and ", "이나 ", "나 ",    "와 ",    "과 " };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (to - from == strlen (joints[i]) && memcmp (line->text + from, joints[i], to - from) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
may_be_certificate (const MatchumAtom *atom)
{
  return atom->kind == MATCHUM_ATOM_SKILL || atom->kind == MATCHUM_ATOM_WORD || atom->kind == MATCHUM_ATOM_FIELD
         || atom->kind == MATCHUM_ATOM_ROLE;
}

static void
make_certificate (MatchumAtom *atom)
{
  atom->kind = MATCHUM_ATOM_CERTIFICATE;
  atom->criterion->kind = MATCHUM_CRITERION_CERTIFICATE;
  atom->criterion->is_scale = atom->criterion->is_context = atom->criterion->is_aside = FALSE;
}

static gboolean
says_certificate (MatchumAtomLine *line, MatchumSpan span)
{
  static MatchumWordList words = MATCHUM_WORD_LIST (MATCHUM_CERTIFICATE_SIGNS);

  return matchum_word_list_contains (&words, line->text + span.start, matchum_span_get_length (span));
}

void
matchum_requirement_certificates_mark (MatchumAtomLine *line)
{
  if (line->atoms->len == 0 || (line->signs & MATCHUM_SIGN_CERTIFICATE) == 0)
    return;
  for (guint i = line->atoms->len; i-- > 0;)
    {
      MatchumAtom *atom = g_ptr_array_index (line->atoms, i);
      gboolean is_plain;
      gsize end = may_be_certificate (atom) ? find_closer (line, atom->span.end, &is_plain) : 0;

      if (end > 0)
        {
          make_certificate (atom);
          atom->span.end = end;
          g_free (atom->criterion->name);
          atom->criterion->name = matchum_atom_line_dup_name (line, atom->span);
          atom->criterion->span = matchum_atom_line_get_original (line, atom->span);
          /* "SCM 국제 자격": which ones count, nobody can tell. */
          if (!is_plain)
            {
              g_array_set_size (atom->criterion->concepts, 0);
              g_free (atom->criterion->word);
              atom->criterion->word = g_strdup (atom->criterion->name);
            }
        }
      else if (may_be_certificate (atom) && i + 1 < line->atoms->len)
        {
          const MatchumAtom *next = g_ptr_array_index (line->atoms, i + 1);

          if (next->kind == MATCHUM_ATOM_CERTIFICATE && is_joint (line, atom->span.end, next->span.start)
              && (atom->kind == MATCHUM_ATOM_WORD || says_certificate (line, next->span)))
            make_certificate (atom);
        }
    }
}
