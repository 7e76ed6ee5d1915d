/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knows the words that head the columns of tables in resumes. */
#include "config.h"

#include "resume/matchum-fact-table.h"

#include <string.h>

#include "resume/matchum-markdown-leaf.h"
#include "text/matchum-folded-text.h"

/* A table has so many columns at most. */
#define MAX_COLUMNS 16

typedef enum {
  COLUMN_UNKNOWN,
  COLUMN_NAME,
  COLUMN_ROLE,
  COLUMN_PLACE,
  COLUMN_DEGREE,
  COLUMN_FIELD,
  COLUMN_TEST,
  COLUMN_SCORE,
  COLUMN_EXPIRY,
  COLUMN_OTHER, /* known, and read by its words: dates, states */
} Column;

struct _MatchumFactTable {
  GPtrArray *rows; /* of GStrv: cells */
  Column columns[MAX_COLUMNS];
};

/* Of a folded head; the first column whose word it holds counts. kinds: a letter for each kind, or "" for all. */
static const struct {
  MatchumFactKind kind;
  Column column;
  const char *words;
} heads[] = {
  { MATCHUM_FACT_WORK, COLUMN_OTHER, "기간 period dates year from 연도 재직" },
  { MATCHUM_FACT_WORK, COLUMN_ROLE, "직위 직책 직무 직급 역할 담당 업무 position role title job" },
  { MATCHUM_FACT_WORK, COLUMN_NAME, "기관 회사 직장 근무처 소속 업체 company employer organisation organization" },
  { MATCHUM_FACT_WORK, COLUMN_PLACE, "근무지 지역 location place city" },
  { MATCHUM_FACT_EDUCATION, COLUMN_OTHER, "기간 period dates year from 연도 상태 졸업 구분 status state" },
  { MATCHUM_FACT_EDUCATION, COLUMN_NAME, "학교 대학 기관 school institution university college" },
  { MATCHUM_FACT_EDUCATION, COLUMN_FIELD, "전공 학과 학부 major field subject course area" },
  { MATCHUM_FACT_EDUCATION, COLUMN_DEGREE, "학위 degree qualification" },
  { MATCHUM_FACT_CERTIFICATE, COLUMN_EXPIRY, "만료 유효 expir valid" },
  { MATCHUM_FACT_CERTIFICATE, COLUMN_OTHER, "취득 일자 날짜 date year 연도 issued" },
  { MATCHUM_FACT_CERTIFICATE, COLUMN_PLACE,
    "발급 기관 발행 시행 주관 issuer authority body organisation organization" },
  { MATCHUM_FACT_CERTIFICATE, COLUMN_NAME, "자격 면허 명칭 종목 certificat licen name title" },
  { MATCHUM_FACT_LANGUAGE, COLUMN_TEST, "시험 test exam" },
  { MATCHUM_FACT_LANGUAGE, COLUMN_SCORE, "점수 등급 성적 급수 score grade level result" },
  { MATCHUM_FACT_LANGUAGE, COLUMN_OTHER, "일자 취득 date year" },
  { MATCHUM_FACT_LANGUAGE, COLUMN_NAME, "언어 외국어 language" },
  { MATCHUM_FACT_PUBLICATION, COLUMN_OTHER, "연도 일자 date year" },
  { MATCHUM_FACT_PUBLICATION, COLUMN_NAME, "제목 논문 title" },
  { MATCHUM_FACT_PROJECT, COLUMN_OTHER, "기간 period dates year from 연도" },
  { MATCHUM_FACT_PROJECT, COLUMN_NAME, "프로젝트 이름 명칭 project name title" },
};

static Column
find_column (const char *head, MatchumFactKind kind)
{
  g_autofree char *folded = matchum_fold (head, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_auto (GStrv) words = NULL;

      if (heads[i].kind != kind)
        continue;
      words = g_strsplit (heads[i].words, " ", -1);
      for (gsize j = 0; words[j] != NULL; j++)
        if (strstr (folded, words[j]) != NULL)
          return heads[i].column;
    }
  return COLUMN_UNKNOWN;
}

static GStrv
split_row (const char *line)
{
  GStrv cells = g_strsplit (line, "|", MAX_COLUMNS);

  for (gsize i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  return cells;
}

static gboolean
is_table (MatchumResume *resume, const MatchumBlock *block)
{
  const MatchumOutlineEvent event = { .kind = MATCHUM_OUTLINE_PARAGRAPH,
                                      .first_line = block->first_line,
                                      .last_line = block->last_line };

  return block->last_line >= block->first_line + 2
         && matchum_markdown_leaf_is_table (matchum_resume_get_source (resume), &event);
}

MatchumFactTable *
matchum_fact_table_read (MatchumResume *resume, const MatchumBlock *block, MatchumFactKind kind)
{
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) head = NULL;
  MatchumFactTable *self;

  if (!is_table (resume, block))
    return NULL;
  self = g_new0 (MatchumFactTable, 1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  lines = g_strsplit (matchum_block_get_text (block), "\n", -1);
  head = split_row (lines[0] != NULL ? lines[0] : "");
  for (guint i = 0; head[i] != NULL; i++)
    self->columns[i] = find_column (head[i], kind);
  for (gsize i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    g_ptr_array_add (self->rows, split_row (lines[i]));
  return self;
}

void
matchum_fact_table_free (MatchumFactTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
matchum_fact_table_get_n_rows (const MatchumFactTable *self)
{
  return self->rows->len;
}

guint
matchum_fact_table_get_line (const MatchumFactTable *self, const MatchumBlock *block, guint row)
{
  g_return_val_if_fail (row < self->rows->len, block->first_line);

  return MIN (block->first_line + 2 + row, block->last_line);
}

char *
matchum_fact_table_dup_row (const MatchumFactTable *self, guint row)
{
  char **cells = g_ptr_array_index (self->rows, row);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", cells[i]);
  return g_string_free (text, FALSE);
}

static char **
get_member (MatchumFact *fact, Column column)
{
  switch (column)
    {
    case COLUMN_NAME:
      return &fact->name;
    case COLUMN_ROLE:
      return &fact->role;
    case COLUMN_PLACE:
      return &fact->place;
    case COLUMN_FIELD:
      return &fact->field;
    case COLUMN_TEST:
      return &fact->test;
    case COLUMN_SCORE:
      return fact->test != NULL ? &fact->score : NULL;
    case COLUMN_DEGREE: /* may hold the field as well: MA Art History */
    case COLUMN_EXPIRY: /* a date like any other */
    case COLUMN_UNKNOWN:
    case COLUMN_OTHER:
    default:
      return NULL;
    }
}

void
matchum_fact_table_apply (const MatchumFactTable *self, guint row, MatchumFact *fact)
{
  char **cells = g_ptr_array_index (self->rows, row);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      char **member = *cells[i] != '\0' ? get_member (fact, self->columns[i]) : NULL;

      if (member == NULL)
        continue;
      g_free (*member);
      *member = g_strdup (cells[i]);
      if (self->columns[i] == COLUMN_NAME)
        fact->is_whole = FALSE;
    }
}
