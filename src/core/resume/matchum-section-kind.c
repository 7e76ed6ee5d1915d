/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that head the sections of resumes. */
#include "config.h"

#include "resume/matchum-section-kind.h"

#include <string.h>

#include "text/matchum-folded-text.h"

/* A word of more than this many characters around it is a sentence that happens to hold the word. */
#define MAX_HEADING_CHARS 48

typedef struct {
  MatchumSectionKind kind;
  const char *words; /* separated by |, folded; Korean without spaces and found anywhere, English as whole words;
                        = before a word: nothing else may stand beside it */
} Vocabulary;

/* In the order of precedence: "volunteer experience" is no job, "프로젝트 경험" is a project. */
static const Vocabulary vocabularies[] = {
  { MATCHUM_SECTION_CONTACT,
    "연락처|인적사항|기본정보|개인정보|contact|contacts|contact information|personal information" },
  { MATCHUM_SECTION_LANGUAGES,
    "어학|외국어|언어능력|공인영어|=언어|=languages|=language|language skills|language proficiency|foreign languages|"
    "spoken languages|languages spoken|human languages" },
  { MATCHUM_SECTION_SKILLS, "프로그래밍언어|programming languages|skills summary|summary of skills" },
  { MATCHUM_SECTION_EDUCATION, "교육이력|교육이수|이수교육|교육수료|연수이력|교육및연수|training and education" },
  { MATCHUM_SECTION_SUMMARY, "경력요약|핵심요약|career summary|experience summary|summary of experience" },
  { MATCHUM_SECTION_ACTIVITIES,
    "봉사|활동|동아리|커뮤니티|강연|발표|멘토링|volunteer|volunteering|community|activities|activity|extracurricular|"
    "talks|speaking|presentations|conferences|memberships|affiliations|outreach" },
  { MATCHUM_SECTION_PROJECTS,
    "프로젝트|포트폴리오|오픈소스|토이프로젝트|project|projects|portfolio|open source|open-source|hackathons|제작물" },
  { MATCHUM_SECTION_PUBLICATIONS,
    "논문|출판|저서|저술|특허|학술|연구실적|연구업적|연구성과|publication|publications|papers|patents|patent|writing|"
    "articles|preprints" },
  { MATCHUM_SECTION_AWARDS,
    "수상|상훈|장학|award|awards|honor|honors|honour|honours|prizes|scholarships|achievements|accomplishments" },
  { MATCHUM_SECTION_CERTIFICATES,
    "자격|면허|certificate|certificates|certification|certifications|licence|licences|license|licenses|credentials" },
  { MATCHUM_SECTION_SUMMARY,
    "소개|요약|프로필|한줄|강점|지원동기|about|about me|summary|profile|objective|introduction|overview|highlights|"
    "personal statement|bio" },
  { MATCHUM_SECTION_EXPERIENCE,
    "경력|경험|이력|커리어|업무|직무|근무|재직|실무|인턴|=연구|experience|experiences|employment|work history|"
    "job history|career|career history|internship|internships|appointments|positions|professional background|"
    "professional history|work|=research|=professional" },
  { MATCHUM_SECTION_EDUCATION,
    "학력|교육|학업|수료|전공|education|educational background|academic background|academics|coursework|training|"
    "qualifications|=academic|degrees" },
  { MATCHUM_SECTION_SKILLS,
    "기술|스킬|역량|스택|사용툴|=툴|=도구|전문분야|skill|skills|skillset|stack|technologies|technology|tools|toolbox|"
    "competencies|competences|expertise|proficiencies|technical" },
};

/* Word for word in text, which is folded. */
static gboolean
holds_words (const char *text, const char *words, gsize length)
{
  const char *found = text;

  while ((found = strstr (found, words)) != NULL)
    {
      gboolean begins = found == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found)));
      gboolean ends = !g_unichar_isalnum (g_utf8_get_char (found + length));

      if (begins && ends)
        return TRUE;
      found++;
    }
  return FALSE;
}

typedef struct {
  MatchumSectionKind kind;
  gboolean is_alone; /* nothing else may stand beside it */
  gboolean is_korean;
  gsize length;
  const char *text;
} Word;

/* The words of all vocabularies in their order, split up once: GArray of Word. */
static const GArray *
get_words (void)
{
  static gsize once = 0;
  static GArray *words = NULL;

  if (g_once_init_enter (&once))
    {
      words = g_array_new (FALSE, FALSE, sizeof (Word));
      for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
        {
          g_auto (GStrv) parts = g_strsplit (vocabularies[i].words, "|", -1);

          for (gsize j = 0; parts[j] != NULL; j++)
            {
              gboolean is_alone = parts[j][0] == '=';
              const char *text = g_intern_string (parts[j] + is_alone);
              Word word = { vocabularies[i].kind, is_alone, (guchar) text[0] >= 0x80, strlen (text), text };

              g_array_append_val (words, word);
            }
        }
      g_once_init_leave (&once, 1);
    }
  return words;
}

static gboolean
matches_word (const char *part, const char *spaceless, const Word *word)
{
  if (word->is_alone)
    return g_str_equal (word->is_korean ? spaceless : part, word->text);
  return word->is_korean ? strstr (spaceless, word->text) != NULL : holds_words (part, word->text, word->length);
}

static char *
remove_spaces (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv (NULL, words);
}

static MatchumSectionKind
guess_part (const char *part)
{
  const GArray *words = get_words ();
  g_autofree char *spaceless = remove_spaces (part);

  for (guint i = 0; i < words->len; i++)
    if (matches_word (part, spaceless, &g_array_index (words, Word, i)))
      return g_array_index (words, Word, i).kind;
  return MATCHUM_SECTION_OTHER;
}

/* Everything but letters and digits at both ends goes: bullets, emoji, brackets, colons. */
static char *
strip_ornaments (char *text)
{
  char *start = text;
  char *end = text + strlen (text);

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  *end = '\0';
  memmove (text, start, (gsize) (end - start) + 1);
  return text;
}

/* The parts that "A & B", "A / B", "A 및 B" join, the separators made line feeds. */
static char *
mark_joints (const char *folded)
{
  static const char *const joints[] = { " and ", " 및 ", "/", "&", "·", "|", ",", "+", "(", ":", "—", "–" };
  char *text = g_strdup (folded);

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, joints[i], -1);

      g_free (text);
      text = g_strjoinv ("\n", parts);
    }
  return text;
}

static GStrv
split_heading (const char *text)
{
  g_autofree char *folded = strip_ornaments (matchum_fold (text, -1));
  g_autofree char *marked = mark_joints (folded);
  GStrv parts = g_strsplit (marked, "\n", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    strip_ornaments (parts[i]);
  return parts;
}

static gboolean
is_long (const char *text)
{
  return strlen (text) > MAX_HEADING_CHARS * 4 || g_utf8_strlen (text, -1) > MAX_HEADING_CHARS;
}

/**
 * matchum_section_kind_guess:
 * @text: the heading as plain text
 *
 * Where a heading joins several, the first part that says something decides: "수상 및 활동" is about awards.
 */
MatchumSectionKind
matchum_section_kind_guess (const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, MATCHUM_SECTION_OTHER);

  if (is_long (text))
    return MATCHUM_SECTION_OTHER;
  parts = split_heading (text);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      MatchumSectionKind kind = guess_part (parts[i]);

      if (kind != MATCHUM_SECTION_OTHER)
        return kind;
    }
  folded = strip_ornaments (matchum_fold (text, -1));
  return guess_part (folded);
}

/* Takes the words away that may stand before or after the one that matters. */
static char *
strip_qualifiers (const char *spaceless)
{
  static const char *const before[] = {
    "주요", "보유", "개인", "사이드", "기타", "대외", "관련", "상세", "세부", "나의"
  };
  static const char *const after[] = { "사항", "내역", "내용", "목록", "스택", "활동", "이력", "경험", "증", "능력" };
  char *text = g_strdup (spaceless);

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (text, before[i]) && strlen (text) > strlen (before[i]))
      memmove (text, text + strlen (before[i]), strlen (text) - strlen (before[i]) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (g_str_has_suffix (text, after[i]) && strlen (text) > strlen (after[i]))
      text[strlen (text) - strlen (after[i])] = '\0';
  return text;
}

static gboolean
is_vocabulary_word (const char *text)
{
  const GArray *words = get_words ();

  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (g_array_index (words, Word, i).text, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_exact_english (const char *part)
{
  static const char *const before[] = { "professional ", "work ",     "selected ", "side ",  "personal ",
                                        "technical ",    "relevant ", "my ",       "other ", "research ",
                                        "teaching ",     "industry ", "key ",      "core " };

  if (is_vocabulary_word (part))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (part, before[i]))
      return is_vocabulary_word (part + strlen (before[i]));
  return FALSE;
}

static gboolean
is_exact_part (const char *part)
{
  g_autofree char *spaceless = remove_spaces (part);
  g_autofree char *stripped = strip_qualifiers (spaceless);

  return is_exact_english (part) || is_vocabulary_word (spaceless) || is_vocabulary_word (stripped);
}

MatchumSectionKind
matchum_section_kind_guess_exactly (const char *text)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, MATCHUM_SECTION_OTHER);

  if (is_long (text))
    return MATCHUM_SECTION_OTHER;
  parts = split_heading (text);
  for (gsize i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0' && !is_exact_part (parts[i]))
      return MATCHUM_SECTION_OTHER;
  return matchum_section_kind_guess (text);
}

gboolean
matchum_section_kind_is_document_word (const char *text)
{
  static const char *const words[] = { "이력서", "경력기술서", "자기소개서", "국문이력서",      "영문이력서",
                                       "resume", "résumé",     "cv",         "curriculumvitae", "vitae" };
  g_autofree char *folded = NULL;
  g_autofree char *spaceless = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) > MAX_HEADING_CHARS)
    return FALSE;
  folded = strip_ornaments (matchum_fold (text, -1));
  spaceless = remove_spaces (folded);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (spaceless, words[i]))
      return TRUE;
  return FALSE;
}
