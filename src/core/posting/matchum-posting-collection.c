/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds where a posting ends and the next begins. Wherever something looks like such a place (a rule, front matter, a
 * number, a title behind blank lines) the text is cut; each piece is read as a posting; and what is none by itself, or
 * goes on with the one before it, is put together again. */
#include "config.h"

#include "posting/matchum-posting-collection.h"

#include <string.h>

#include "posting/matchum-heading-words.h"
#include "posting/matchum-posting-reader.h"
#include "posting/matchum-posting-wording.h"
#include "posting/matchum-word-list.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-language-tally.h"

/* More lines than these are one posting at most. */
#define MAX_LINES 100000
#define MAX_PIECES 4000
#define MAX_TITLE 240
#define MAX_FRONT_MATTER 60

/* Why a new posting may begin, the surest last. */
typedef enum {
  MARK_NONE,
  MARK_TITLE,   /* a line that looks like a title, behind a blank line */
  MARK_HEADING, /* a Markdown heading of the first level */
  MARK_COMPANY, /* "회사명: …" */
  MARK_RULE,    /* drawn across */
  MARK_FRONT_MATTER,
  MARK_NUMBER, /* "공고 2", "[2/5]" */
  MARK_PAGE,   /* a form feed */
} Mark;

typedef struct {
  Mark mark;
  guint first; /* its first and last line with words, 1-based */
  guint last;
  guint n_asks;
  guint n_duties;
  gboolean has_headings; /* known ones */
  gboolean has_late;     /* benefits, the process, notes */
  gboolean has_head;     /* begins as postings begin */
  gboolean is_team;      /* begins with the name of a team, or of the other language */
  gboolean is_korean;
  char *style;  /* of the mark before it: pieces of one collection are mostly divided alike */
  guint number; /* of "공고 2"; 0 without */
  char *company;
  char *title;
} Piece;

typedef struct {
  MatchumSource *source;
  const char *text;
  guint n_lines;
  GArray *pieces; /* of Piece */
} Splitting;

static void
piece_clear (Piece *self)
{
  g_free (self->style);
  g_free (self->company);
  g_free (self->title);
}

/* Lines. */

static MatchumSpan
get_line (Splitting *self, guint line)
{
  MatchumSpan span = matchum_source_get_line_text (self->source, line);

  while (span.start < span.end && strchr (" \t\r\n\f", self->text[span.start]) != NULL)
    span.start++;
  while (span.end > span.start && strchr (" \t\r\n\f", self->text[span.end - 1]) != NULL)
    span.end--;
  return span;
}

static gboolean
is_blank (Splitting *self, guint line)
{
  return line == 0 || line > self->n_lines /* the edges of the text */ || matchum_span_is_empty (get_line (self, line));
}

static gboolean
has_page_break (Splitting *self, guint line)
{
  MatchumSpan span = matchum_source_get_line_text (self->source, line);

  return memchr (self->text + span.start, '\f', matchum_span_get_length (span)) != NULL;
}

/* "---", "* * *", "━━━━━", "========": three marks or more, nearly all of them alike, and no words. */
static gboolean
is_rule (const char *text, MatchumSpan span)
{
  gunichar first = 0;
  guint n = 0, n_alike = 0;

  if (matchum_span_get_length (span) > 600)
    return FALSE;
  for (gsize at = span.start; at < span.end; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      gunichar c = g_utf8_get_char (text + at);

      if (c == ' ' || c == '\t')
        continue;
      if (g_unichar_isalnum (c) || c == '|' || c == '`')
        return FALSE;
      if (n++ == 0)
        first = c;
      n_alike += c == first;
    }
  return n >= 3 && n_alike * 4 >= n * 3 && first != '.' && first != '!' && first != '?';
}

static gboolean
begins_with_key (const char *text, MatchumSpan span)
{
  gsize at = span.start;

  while (at < span.end && at - span.start < 60
         && (g_ascii_isalnum (text[at]) || strchr ("_-", text[at]) != NULL || (text[at] & 0x80) != 0))
    at++;
  return at > span.start && at < span.end && text[at] == ':' && (at + 1 == span.end || text[at + 1] == ' ');
}

/* The last line of the front matter that opens at line, 0 where none does. */
static guint
find_front_matter_end (Splitting *self, guint line)
{
  MatchumSpan span = get_line (self, line);

  if (matchum_span_get_length (span) != 3 || memcmp (self->text + span.start, "---", 3) != 0 || line == self->n_lines
      || !begins_with_key (self->text, get_line (self, line + 1)))
    return 0;
  for (guint i = line + 1; i <= MIN (line + MAX_FRONT_MATTER, self->n_lines); i++)
    {
      MatchumSpan raw = matchum_source_get_line_text (self->source, i);
      MatchumSpan inner = get_line (self, i);

      if (matchum_span_get_length (inner) == 3 && memcmp (self->text + inner.start, "---", 3) == 0)
        return i;
      if (!matchum_span_is_empty (inner) && inner.start == raw.start && self->text[inner.start] != '-'
          && self->text[inner.start] != '#' && !begins_with_key (self->text, inner))
        return 0;
    }
  return 0;
}

enum { PATTERN_NUMBER, PATTERN_COMPANY, N_PATTERNS };

static GRegex *
get_pattern (guint which)
{
  static const char *const texts[N_PATTERNS] = {
    /* A number and nothing else but what is counted. */
    "^[#*\\[(<【=_ -]*(?:(?:채용 ?)?(?:공고|포지션|채용|회사|모집 ?공고)|(?:job "
    ")?(?:posting|listing|job|position|opening|role|vacancy)|no\\.?|#)?"
    " ?(?:#|no\\.?|번호)? ?\\d{1,3} ?(?:번|번째)?(?: ?(?:/|of|중) ?\\d{1,3})?[\\])>】*.:=_ -]*$",
    "^[#*\\[(<【 -]*(?:회사|회사명|기업|기업명|업체명|company|company name|employer)[\\])>】* ]* ?: ?[* ]*[^ ]",
  };
  static GRegex *compiled[N_PATTERNS];
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < N_PATTERNS; i++)
        {
          g_autoptr (GError) error = NULL;

          compiled[i] = g_regex_new (texts[i], G_REGEX_OPTIMIZE, 0, &error);
          if (compiled[i] == NULL)
            g_error ("pattern of collections: %s", error->message);
        }
      g_once_init_leave (&is_ready, 1);
    }
  return compiled[which];
}

static char *
dup_folded (Splitting *self, guint line)
{
  MatchumSpan span = get_line (self, line);

  if (matchum_span_get_length (span) > MAX_TITLE)
    return NULL;
  return matchum_fold (self->text + span.start, (gssize) matchum_span_get_length (span));
}

/* A word besides the digits, or a sign of counting: a bare "3" is no number of a posting. */
static gboolean
is_number (const char *folded)
{
  return folded[strcspn (folded, "[(#/")] != '\0' || strspn (folded, "0123456789. -=*") < strlen (folded);
}

static MatchumWordList job_words =
    MATCHUM_WORD_LIST ("엔지니어|개발자|분석가|사이언티스트|매니저|디자이너|연구원|애널리스트|기획자|마케터|담당자|"
                       "컨설턴트|아키텍트|인턴|전문가|프로그래머|"
                       "관리자|운영자|리서처|간호사|회계사|변호사|에디터|번역가|원화가|편집자|요리사|사회복지사|교사|"
                       "선생님|보안요원|조연출|리더|팀장|경력직|"
                       "경력사원|신입사원| engineer | developer | scientist | analyst | manager | designer | "
                       "researcher | architect | lead | director |"
                       " consultant | specialist | intern | coordinator | associate | nurse | teacher | chef | counsel "
                       "| accountant | supervisor | planner |"
                       " artist | translator | executive | administrator | technician | writer | editor | officer ");
static MatchumWordList call_words =
    MATCHUM_WORD_LIST ("채용|모집|구인|구합니다|찾습니다|찾아요|모십니다|기다립니다|구해요| hiring | vacancy ");

/* A short line that is no sentence, item or known heading, and names a job or calls for people. */
static gboolean
looks_like_title (Splitting *self, guint line)
{
  g_autofree char *folded = dup_folded (self, line);
  g_autofree char *plain = NULL;
  MatchumSpan span = get_line (self, line);
  gboolean is_job;

  if (folded == NULL || *folded == '\0' || strchr ("-*•·>|ㆍ∙▪→+", *folded) != NULL || strstr (folded, " > ") != NULL
      || g_str_has_suffix (folded, ".") || g_utf8_strlen (folded, -1) > 90)
    return FALSE;
  plain = g_strdelimit (g_strdup (folded), "()[]{},/&:;-|\"#", ' ');
  is_job = matchum_word_list_stands_in (&job_words, plain);
  if (!is_job && !matchum_word_list_stands_in (&call_words, plain))
    return FALSE;
  if (matchum_wording_is_sentence (folded) && !matchum_word_list_stands_in (&call_words, plain))
    return FALSE;
  return matchum_heading_sense (self->text + span.start, matchum_span_get_length (span)).strength
         < MATCHUM_HEADING_STEM;
}

static gboolean
is_first_heading (Splitting *self, guint line)
{
  MatchumSpan span = get_line (self, line);

  return matchum_span_get_length (span) > 2 && memcmp (self->text + span.start, "# ", 2) == 0
         && matchum_heading_sense (self->text + span.start, matchum_span_get_length (span)).strength
                < MATCHUM_HEADING_STEM;
}

/* The first line behind a blank one, or the second, with a short line above it: the company. */
static gboolean
is_top (Splitting *self, guint line)
{
  MatchumSpan above = line > 1 ? get_line (self, line - 1) : MATCHUM_SPAN (0, 0);

  return matchum_span_is_empty (above)
         || (is_blank (self, line - 2) && matchum_span_get_length (above) <= 60
             && g_unichar_isalnum (g_utf8_get_char (self->text + above.start))
             && matchum_heading_sense (self->text + above.start, matchum_span_get_length (above)).strength
                    < MATCHUM_HEADING_STEM);
}

/* Marks. */

/* What stands at a line. last: its last line, where it takes more than one. */
static Mark
find_mark (Splitting *self, guint line, guint *last)
{
  g_autofree char *folded = NULL;

  *last = line;
  if (has_page_break (self, line))
    return MARK_PAGE;
  if (is_blank (self, line))
    return MARK_NONE;
  *last = find_front_matter_end (self, line);
  if (*last > 0)
    return MARK_FRONT_MATTER;
  *last = line;
  if (is_rule (self->text, get_line (self, line)))
    return MARK_RULE;
  folded = dup_folded (self, line);
  if (folded == NULL)
    return MARK_NONE;
  if (g_regex_match (get_pattern (PATTERN_NUMBER), folded, 0, NULL) && is_number (folded))
    return MARK_NUMBER;
  if (g_regex_match (get_pattern (PATTERN_COMPANY), folded, 0, NULL))
    return MARK_COMPANY;
  if (is_first_heading (self, line))
    return MARK_HEADING;
  return looks_like_title (self, line) && is_top (self, line) ? MARK_TITLE : MARK_NONE;
}

/* What marks of one kind have in common: a rule as it is drawn, a number without its digits. */
static char *
dup_style (Splitting *self, Mark mark, guint line, guint *number)
{
  g_autofree char *folded = dup_folded (self, line);
  const char *digits;

  *number = 0;
  if (mark == MARK_PAGE)
    return g_strdup ("page");
  if (folded == NULL || (mark != MARK_RULE && mark != MARK_NUMBER))
    return NULL;
  digits = folded + strcspn (folded, "0123456789");
  if (mark == MARK_RULE || *digits == '\0')
    return g_steal_pointer (&folded);
  *number = (guint) g_ascii_strtoull (digits, NULL, 10);
  return g_strdup_printf ("%.*s%%%s", (int) (digits - folded), folded, digits + strspn (digits, "0123456789"));
}

/* The marks above a piece: the surest, and of what stands between postings the surest and its line. */
typedef struct {
  Mark mark;
  Mark between;
  guint line;
} Opening;

static gboolean
stands_between (Mark mark)
{
  return mark == MARK_RULE || mark == MARK_NUMBER || mark == MARK_PAGE;
}

static void
add_mark (Opening *opening, Mark mark, guint line)
{
  opening->mark = MAX (opening->mark, mark);
  if (!stands_between (mark) || mark < opening->between)
    return;
  opening->between = mark;
  opening->line = line;
}

static void
add_piece (Splitting *self, const Opening *opening, guint first, guint end)
{
  Piece piece = { .mark = opening->mark, .first = first, .last = end - 1 };

  while (piece.first < end && is_blank (self, piece.first))
    piece.first++;
  while (piece.last > piece.first && is_blank (self, piece.last))
    piece.last--;
  if (piece.first >= end)
    return;
  if (opening->line > 0)
    piece.style = dup_style (self, opening->between, opening->line, &piece.number);
  g_array_append_val (self->pieces, piece);
}

/* "회사: …" and the title stand within the lines that begin a posting. */
static guint
find_paragraph (Splitting *self, guint line, guint least)
{
  guint n = 0;

  while (line > least && n++ < 6 && !is_blank (self, line - 1) && !is_rule (self->text, get_line (self, line - 1)))
    line--;
  return line;
}

/* Whether there are words from start up to line. */
static gboolean
has_words (Splitting *self, guint start, guint line)
{
  for (; start < line; start++)
    if (!is_blank (self, start))
      return TRUE;
  return FALSE;
}

static void
cut (Splitting *self)
{
  guint start = 1;
  Opening opening = { 0 };

  for (guint line = 1; line <= self->n_lines && self->pieces->len < MAX_PIECES; line++)
    {
      guint last;
      Mark mark = find_mark (self, line, &last);
      gboolean is_between = mark == MARK_RULE || mark == MARK_NUMBER || (mark == MARK_PAGE && is_blank (self, line));
      guint begin = mark == MARK_COMPANY || mark == MARK_TITLE ? find_paragraph (self, line, start) : line;

      if (mark == MARK_NONE)
        continue;
      if (has_words (self, start, begin))
        {
          add_piece (self, &opening, start, begin);
          opening = (Opening){ 0 };
          start = is_between ? line + 1 : begin;
        }
      else
        {
          start = is_between ? line + 1 : begin;
        }
      add_mark (&opening, mark, line);
      line = last;
    }
  add_piece (self, &opening, start, self->n_lines + 1);
}

/* Pieces read. */

static MatchumSource *
make_source (Splitting *self, guint first, guint last)
{
  gsize start = matchum_source_get_line_text (self->source, first).start;
  gsize end = matchum_source_get_line_text (self->source, last).end;
  g_autoptr (GBytes) bytes = g_bytes_new (self->text + start, end - start);

  return matchum_source_new (matchum_source_get_name (self->source), bytes, NULL);
}

static void
count_posting (Piece *piece, MatchumPosting *posting)
{
  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      piece->n_asks += matchum_posting_line_is_requirement (line);
      piece->n_duties += line->kind == MATCHUM_POSTING_DUTY && !line->is_heading;
      piece->has_late |= line->kind == MATCHUM_POSTING_BENEFIT || line->kind == MATCHUM_POSTING_PROCESS
                         || line->kind == MATCHUM_POSTING_NOTE;
    }
  piece->has_headings = matchum_posting_has_known_headings (posting);
  piece->company = g_strdup (matchum_posting_get_company (posting));
  piece->title = g_strdup (matchum_posting_get_title (posting));
  /* Where no heading says what the lines are, the reader takes all of them for requirements. */
  if (!piece->has_headings)
    piece->n_asks = piece->n_duties = 0;
}

static void
read_piece (Splitting *self, Piece *piece)
{
  g_autoptr (MatchumSource) source = make_source (self, piece->first, piece->last);
  g_autoptr (MatchumPosting) posting = source != NULL ? matchum_posting_reader_read (source, NULL) : NULL;
  g_autofree char *folded = dup_folded (self, piece->first);
  MatchumSpan first = get_line (self, piece->first);
  MatchumLanguageTally tally = { 0 };

  if (posting != NULL)
    count_posting (piece, posting);
  if (source != NULL)
    matchum_language_tally_add (&tally, matchum_source_get_text (source));
  piece->is_korean = tally.n_hangul * 6 > tally.n_latin;
  piece->is_team =
      matchum_heading_names_team (self->text + first.start, MIN (matchum_span_get_length (first), MAX_TITLE))
      || (folded != NULL && matchum_heading_names_language (folded));
  piece->has_head = piece->mark == MARK_FRONT_MATTER || piece->mark == MARK_COMPANY || piece->mark == MARK_NUMBER
                    || is_first_heading (self, piece->first) || looks_like_title (self, piece->first)
                    || (piece->title != NULL && piece->company != NULL);
}

/* Postings. */

/* The pieces that were put together so far. */
typedef struct {
  guint first;
  guint last;
  guint n_asks;
  guint n_duties;
  gboolean has_late;
  gboolean is_korean;
  const char *company;
} Group;

static gboolean
is_whole (guint n_asks, guint n_duties)
{
  return (n_asks >= 2 && n_duties >= 1) || n_asks >= 4;
}

static void
group_add (Group *group, const Piece *piece)
{
  if (group->first == 0)
    {
      group->first = piece->first;
      group->is_korean = piece->is_korean;
    }
  group->last = piece->last;
  group->n_asks += piece->n_asks;
  group->n_duties += piece->n_duties;
  group->has_late |= piece->has_late;
  if (group->company == NULL)
    group->company = piece->company;
}

static gboolean
names_same_company (const Group *group, const Piece *piece)
{
  return group->company != NULL && piece->company != NULL
         && (strstr (group->company, piece->company) != NULL || strstr (piece->company, group->company) != NULL);
}

/* Whether the pieces from index on, up to the next that begins as postings begin, are a posting. */
static gboolean
leads_to_whole (Splitting *self, guint index)
{
  guint n_asks = 0, n_duties = 0;

  for (guint i = index; i < self->pieces->len && i < index + 12; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (i > index && piece->has_head && piece->mark != MARK_RULE && piece->mark != MARK_TITLE
          && piece->mark != MARK_HEADING)
        break;
      n_asks += piece->n_asks;
      n_duties += piece->n_duties;
      if (is_whole (n_asks, n_duties))
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_posting (Splitting *self, const Group *group, guint index)
{
  const Piece *piece = &g_array_index (self->pieces, Piece, index);
  gboolean is_sure = piece->mark >= MARK_FRONT_MATTER;

  if (!is_whole (group->n_asks, group->n_duties) || !piece->has_head || !leads_to_whole (self, index))
    return FALSE;
  if (is_sure)
    return TRUE;
  if (piece->is_team)
    return FALSE;
  /* The second half of a posting in two languages. */
  if (piece->is_korean != group->is_korean && (piece->company == NULL || names_same_company (group, piece)))
    return FALSE;
  if (piece->mark == MARK_RULE || piece->mark == MARK_COMPANY)
    return TRUE;
  return group->has_late;
}

static void
take_group (Splitting *self, GPtrArray *spans, const Group *group)
{
  MatchumSpan *span;

  if (group->first == 0)
    return;
  span = g_new (MatchumSpan, 1);
  span->start = get_line (self, group->first).start;
  span->end = get_line (self, group->last).end;
  g_ptr_array_add (spans, span);
}

/* Marks of one style. */

static Piece *
get_piece (Splitting *self, guint index)
{
  return &g_array_index (self->pieces, Piece, index);
}

static gboolean
has_style (const Piece *piece, const char *style)
{
  return g_strcmp0 (piece->style, style) == 0;
}

/* What stands between two marks of a style: the pieces from index up to the next of it. */
typedef struct {
  guint end;
  guint n_asks;
  guint n_duties;
  guint n_lines;
  gboolean has_head;
} Stretch;

static Stretch
measure_stretch (Splitting *self, guint index, const char *style)
{
  Stretch stretch = { .end = index };

  stretch.has_head = get_piece (self, index)->has_head && !get_piece (self, index)->is_team;
  for (; stretch.end < self->pieces->len && (stretch.end == index || !has_style (get_piece (self, stretch.end), style));
       stretch.end++)
    {
      const Piece *piece = get_piece (self, stretch.end);

      stretch.n_asks += piece->n_asks;
      stretch.n_duties += piece->n_duties;
      stretch.n_lines += piece->last - piece->first + 1;
      /* Buttons and the like may stand above the title. */
      stretch.has_head |= stretch.end <= index + 3 && piece->has_head && !piece->is_team && stretch.n_asks == 0;
    }
  return stretch;
}

/* Whether the numbers of a style count 1, 2, 3. */
static gboolean
counts_up (Splitting *self, const char *style)
{
  guint next = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);

      if (!has_style (piece, style))
        continue;
      if (piece->number == 0 || (next > 0 && piece->number != next) || (next == 0 && piece->number > 2))
        return FALSE;
      next = piece->number + 1;
    }
  return next > 2;
}

/* Whether a style divides postings: nearly all that stands between its marks are postings, and begin as such. */
static gboolean
divides_postings (Splitting *self, const char *style)
{
  guint n = 0, n_whole = 0, n_heads = 0, n_short = 0;
  gboolean is_counted = counts_up (self, style);

  for (guint i = 0; i < self->pieces->len;)
    {
      Stretch stretch = measure_stretch (self, i, style);
      gboolean is_whole_one =
          (stretch.n_duties >= 1 && stretch.n_asks >= 2) || (stretch.has_head && stretch.n_asks >= 3);
      gboolean is_preamble = i == 0 && is_counted && !has_style (get_piece (self, 0), style);

      i = stretch.end;
      if (is_preamble)
        continue;
      n++;
      n_whole += is_whole_one;
      n_heads += stretch.has_head;
      n_short += stretch.n_lines < 6;
    }
  if (is_counted)
    return n >= 2 && n_whole * 2 > n;
  return n >= 3 && n_short == 0 && n_whole * 4 >= n * 3 && n_heads * 5 >= n * 3;
}

static void
take_stretches (Splitting *self, GPtrArray *spans, const char *style)
{
  gboolean is_counted = counts_up (self, style);

  for (guint i = 0; i < self->pieces->len;)
    {
      Stretch stretch = measure_stretch (self, i, style);
      Group group = { 0 };

      for (guint k = i; k < stretch.end; k++)
        group_add (&group, get_piece (self, k));
      /* What stands above the first number is no posting. */
      if (i > 0 || !is_counted || has_style (get_piece (self, 0), style))
        take_group (self, spans, &group);
      i = stretch.end;
    }
}

/* The style that divides the most postings; NULL where none does. */
static const char *
find_style (Splitting *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint n_best = 0;

  for (guint i = 0; i < self->pieces->len && g_hash_table_size (counts) < 12; i++)
    {
      const char *style = get_piece (self, i)->style;
      guint n;

      if (style == NULL)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, style)) + 1;
      g_hash_table_insert (counts, (char *) style, GUINT_TO_POINTER (n));
      if (n == 1 && divides_postings (self, style))
        {
          guint n_pieces = 0;

          for (guint k = i; k < self->pieces->len; k++)
            n_pieces += has_style (get_piece (self, k), style);
          if (n_pieces > n_best)
            best = style;
          n_best = MAX (n_best, n_pieces);
        }
    }
  return best;
}

/* Whether a rule stands above what begins with the piece at index: buttons and the like between them are of it. */
static guint
find_begin (Splitting *self, guint index, guint least)
{
  const Piece *piece = get_piece (self, index);

  if (piece->mark > MARK_COMPANY)
    return index;
  for (guint i = index; i > least && i + 3 > index; i--)
    {
      const Piece *before = get_piece (self, i - 1);

      if (before->n_asks + before->n_duties > 0 || before->has_late)
        break;
      if (before->mark >= MARK_RULE)
        return i - 1;
    }
  return index;
}

/* Gaps. Where nothing else divides them, postings stand further from each other than their parts do. */

#define MAX_GAPS 4

/* The widest gaps, widest first, at most MAX_GAPS of them. */
static guint
find_gaps (Splitting *self, guint *gaps)
{
  guint n = 0, blanks = 0;

  for (guint line = 1; line <= self->n_lines; line++)
    {
      guint at = 0;

      if (is_blank (self, line))
        {
          blanks++;
          continue;
        }
      while (at < n && gaps[at] > blanks)
        at++;
      if (blanks >= 2 && at < MAX_GAPS && (at == n || gaps[at] != blanks))
        {
          n = MIN (n + 1, MAX_GAPS);
          memmove (gaps + at + 1, gaps + at, (n - 1 - at) * sizeof *gaps);
          gaps[at] = blanks;
        }
      blanks = 0;
    }
  return n;
}

/* Cuts at gaps of so many blank lines, into pieces of their own. */
static void
cut_at_gaps (Splitting *self, guint gap)
{
  const Opening opening = { 0 };
  guint start = 1, blanks = 0;

  for (guint line = 1; line <= self->n_lines; line++)
    {
      if (is_blank (self, line))
        {
          blanks++;
          continue;
        }
      if (blanks >= gap)
        {
          add_piece (self, &opening, start, line);
          start = line;
        }
      blanks = 0;
    }
  add_piece (self, &opening, start, self->n_lines + 1);
}

static gboolean
are_postings (Splitting *self)
{
  guint n_whole = 0, n_heads = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);
      const Piece *before = i > 0 ? get_piece (self, i - 1) : piece;

      if (piece->last - piece->first < 5 || (i > 0 && piece->is_team)
          || (self->pieces->len == 2 && i > 0 && before->is_korean != piece->is_korean && piece->company == NULL))
        return FALSE;
      n_whole += (piece->n_duties >= 1 && piece->n_asks >= 2) || (piece->has_head && piece->n_asks >= 3);
      n_heads += piece->has_head;
    }
  return self->pieces->len >= 2 && n_whole * 4 >= self->pieces->len * 3 && n_heads * 5 >= self->pieces->len * 3;
}

/* Returns whether gaps divide postings. */
static gboolean
take_gaps (Splitting *self, GPtrArray *spans)
{
  guint gaps[MAX_GAPS + 1];
  guint n = find_gaps (self, gaps);

  for (guint k = 0; k < n; k++)
    {
      Splitting cutting = *self;
      g_autoptr (GArray) pieces = g_array_new (FALSE, TRUE, sizeof (Piece));

      g_array_set_clear_func (pieces, (GDestroyNotify) piece_clear);
      cutting.pieces = pieces;
      cut_at_gaps (&cutting, gaps[k]);
      if (pieces->len > MAX_PIECES)
        return FALSE;
      for (guint i = 0; i < pieces->len; i++)
        read_piece (&cutting, get_piece (&cutting, i));
      if (!are_postings (&cutting))
        continue;
      for (guint i = 0; i < pieces->len; i++)
        {
          Group group = { 0 };

          group_add (&group, get_piece (&cutting, i));
          take_group (self, spans, &group);
        }
      return TRUE;
    }
  return FALSE;
}

/* Nothing but lists: the requirements of one posting after the other. */

static MatchumWordList opening_words = MATCHUM_WORD_LIST ("경력|년 이상|년차|전공|학위|학사|석사|박사|대졸|신입| years "
                                                          "| year's | degree | bachelor | master | phd | bsc | msc ");

static gboolean
is_item (Splitting *self, guint line)
{
  static const char *const bullets[] = { "- ", "* ", "• ", "· ", "∙ ", "ㆍ", "▪ ", "○ ",
                                         "● ", "▷ ", "▶ ", "■ ", "□ ", "√ ", "✔ ", "+ " };
  MatchumSpan span = get_line (self, line);

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (matchum_span_get_length (span) > strlen (bullets[i])
        && memcmp (self->text + span.start, bullets[i], strlen (bullets[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Each list begins with the experience or degree that is asked, as the requirements of a posting do. */
static gboolean
opens_list (Splitting *self, guint line)
{
  MatchumSpan span = get_line (self, line);
  g_autofree char *folded = NULL;

  if (!is_item (self, line))
    return FALSE;
  span.end = MIN (span.end, span.start + 600);
  while (((guchar) self->text[span.end] & 0xc0) == 0x80)
    span.end--;
  folded = matchum_fold (self->text + span.start, (gssize) matchum_span_get_length (span));
  return matchum_word_list_stands_in (&opening_words, folded);
}

static gboolean
take_lists (Splitting *self, GPtrArray *spans)
{
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint line = 1; line <= self->n_lines; line++)
    {
      Group list = { .first = line };

      if (is_blank (self, line))
        continue;
      if (!opens_list (self, line))
        return FALSE;
      while (!is_blank (self, line + 1) && is_item (self, line + 1))
        line++;
      if (line == list.first || !is_blank (self, line + 1))
        return FALSE;
      list.last = line;
      g_array_append_val (lists, list);
    }
  for (guint i = 0; lists->len >= 3 && i < lists->len; i++)
    take_group (self, spans, &g_array_index (lists, Group, i));
  return lists->len >= 3;
}

static void
take_by_turns (Splitting *self, GPtrArray *spans)
{
  Group group = { 0 };
  guint start = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      if (begins_posting (self, &group, i))
        {
          guint begin = find_begin (self, i, start + 1);

          group = (Group){ 0 };
          for (guint k = start; k < begin; k++)
            group_add (&group, get_piece (self, k));
          take_group (self, spans, &group);
          group = (Group){ 0 };
          start = begin;
          for (guint k = begin; k < i; k++)
            group_add (&group, get_piece (self, k));
        }
      group_add (&group, get_piece (self, i));
    }
  take_group (self, spans, &group);
}

GPtrArray *
matchum_posting_collection_split (MatchumSource *source)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  Splitting self = { 0 };
  const char *style;

  g_return_val_if_fail (source != NULL, spans);

  g_array_set_clear_func (pieces, (GDestroyNotify) piece_clear);
  self.source = source;
  self.text = matchum_source_get_text (source);
  self.n_lines = matchum_source_get_n_lines (source);
  self.pieces = pieces;
  if (self.n_lines > MAX_LINES)
    {
      add_piece (&self, &(Opening){ 0 }, 1, self.n_lines + 1);
      take_by_turns (&self, spans);
      return spans;
    }
  if (take_lists (&self, spans))
    return spans;
  cut (&self);
  for (guint i = 0; i < pieces->len; i++)
    read_piece (&self, get_piece (&self, i));
  style = find_style (&self);
  if (style != NULL)
    take_stretches (&self, spans, style);
  else if (!take_gaps (&self, spans))
    take_by_turns (&self, spans);
  return spans;
}
