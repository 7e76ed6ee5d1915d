/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is written into any resume, bytes that are not the block's own stay, and the resume can be read again. The
 * input is a byte that picks the block, the words, a NUL and the resume. */
#include "config.h"

#include "fuzz-support.h"

#include "resume/matchum-block-edit.h"
#include "resume/matchum-markdown-resume-reader.h"

const FuzzTarget fuzz_target = { .name = "block-edit", .n_rounds = 150 };

static MatchumResume *
read_resume (const char *text)
{
  g_autoptr (MatchumSource) source = fuzz_read_source ((const guint8 *) text, strlen (text));

  return source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
}

/* Where text goes on without indentation, where it has some that would make code of it. */
static gsize
find_outdented (const char *text, gsize at)
{
  guint column = 0;
  gsize i = at;

  for (; text[i] == ' ' || text[i] == '\t'; i++)
    column = text[i] == '\t' ? (column / 4 + 1) * 4 : column + 1;
  return column >= 4 ? i : at;
}

/* All that stands outside of span in text is in edited, before and behind something else. */
static void
assert_rest_stays (MatchumResume *resume, MatchumSpan span, const char *edited)
{
  MatchumSource *source = matchum_resume_get_source (resume);
  const char *text = matchum_source_get_text (source);

  fuzz_assert_text (edited, strlen (edited));
  g_assert_cmpuint (strlen (edited), >=, span.start);
  g_assert_cmpmem (edited, span.start, text, span.start);
  if (!g_str_has_suffix (edited + span.start, text + span.end))
    g_assert_true (g_str_has_suffix (edited + span.start, text + find_outdented (text, span.end)));
}

/* The words of all blocks but those from first to end, with one space between them. */
static char *
dup_other_words (MatchumResume *resume, guint first, guint end)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      g_auto (GStrv) parts = NULL;

      if (i >= first && i < end)
        continue;
      parts = g_strsplit_set (matchum_block_get_text (matchum_resume_get_block (resume, i)), " \t\r\n\f\v", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        if (*parts[j] != '\0')
          g_string_append_printf (words, "%s ", parts[j]);
    }
  return g_string_free (words, FALSE);
}

/* All blocks but those from first to end, n of which stand in after for these, say together what they said. */
static void
assert_other_words_stay (MatchumResume *resume, guint first, guint end, MatchumResume *after, guint n)
{
  g_autofree char *expected = dup_other_words (resume, first, end);
  g_autofree char *found = dup_other_words (after, first, first + n);

  g_assert_cmpstr (found, ==, expected);
}

/* Paragraphs of nothing but dates, but for blocks from first to end. */
static guint
count_dates (MatchumResume *resume, guint first, guint end)
{
  guint n = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    n += (i < first || i >= end) && matchum_resume_get_block (resume, i)->is_dates;
  return n;
}

/* The blocks but those from first to end, n of which stand in after for these, say what they said. A line of dates may
 * have become a block of its own, or be none any more, where another text comes first under an entry, or a heading is
 * of another kind since what was a section is a title. */
static void
assert_others_stay (MatchumResume *resume, guint first, guint end, MatchumResume *after, guint n)
{
  if (count_dates (resume, first, end) != count_dates (after, first, first + n))
    {
      assert_other_words_stay (resume, first, end, after, n);
      return;
    }
  g_assert_cmpuint (matchum_resume_get_n_blocks (after), ==, matchum_resume_get_n_blocks (resume) - (end - first) + n);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (i < first || i >= end)
      g_assert_cmpstr (matchum_block_get_text (matchum_resume_get_block (after, i < first ? i : i - (end - first) + n)),
                       ==, matchum_block_get_text (matchum_resume_get_block (resume, i)));
}

static void
assert_as_it_was (MatchumResume *resume, guint block)
{
  g_autofree char *words = matchum_block_edit_dup_markdown (resume, block);
  g_autofree char *text = words != NULL ? matchum_block_edit_replace (resume, block, words) : NULL;

  g_assert_cmpint (words != NULL, ==, matchum_block_edit_is_possible (resume, block));
  if (text != NULL)
    g_assert_cmpstr (text, ==, matchum_source_get_text (matchum_resume_get_source (resume)));
}

static void
replace (MatchumResume *resume, const MatchumBlock *block, const char *words)
{
  g_autofree char *text = matchum_block_edit_replace (resume, block->index, words);
  g_autoptr (MatchumResume) after = text != NULL ? read_resume (text) : NULL;
  const MatchumBlock *changed;

  if (text == NULL)
    return;
  assert_rest_stays (resume, block->span, text);
  g_assert_nonnull (after);
  assert_others_stay (resume, block->index, block->index + 1, after, 1);
  changed = matchum_resume_get_block (after, block->index);
  /* Nothing but a comment makes a remark of a block, and the words of a first heading tell whether it is a title. */
  if (changed->kind != block->kind && !(changed->kind == MATCHUM_BLOCK_REMARK && strstr (words, "<!--") != NULL)
      && (block->heading == 0 || changed->heading != block->heading))
    g_error ("block %u “%s” is of another kind with the words “%s”:\n%s", block->index, matchum_block_get_text (block),
             words, text);
  assert_as_it_was (after, block->index);
}

/* One block has come to the others, behind block. */
static void
assert_one_more (MatchumResume *resume, MatchumResume *after, guint block)
{
  guint at = block + 1;

  g_assert_cmpuint (matchum_resume_get_n_blocks (after), ==, matchum_resume_get_n_blocks (resume) + 1);
  while (at < matchum_resume_get_n_blocks (resume)
         && g_str_equal (matchum_block_get_text (matchum_resume_get_block (resume, at)),
                         matchum_block_get_text (matchum_resume_get_block (after, at))))
    at++;
  assert_others_stay (resume, at, at, after, 1);
}

static void
insert (MatchumResume *resume, guint block, const char *words)
{
  for (guint kind = MATCHUM_BLOCK_SECTION; kind <= MATCHUM_BLOCK_PARAGRAPH; kind++)
    {
      g_autofree char *text = matchum_block_edit_insert_after (resume, block, (MatchumBlockKind) kind, words);
      g_autoptr (MatchumResume) after = text != NULL ? read_resume (text) : NULL;

      if (text == NULL)
        continue;
      g_assert_nonnull (after);
      g_assert_cmpuint (strlen (text), >, matchum_source_get_length (matchum_resume_get_source (resume)));
      assert_one_more (resume, after, block);
    }
}

/* Whether what follows in an item upon a block that is taken out comes to be the item's own words. */
static gboolean
is_joined_by_removal (MatchumResume *resume, const MatchumBlock *block)
{
  const MatchumBlock *next =
      block->end < matchum_resume_get_n_blocks (resume) ? matchum_resume_get_block (resume, block->end) : NULL;

  return block->parent != MATCHUM_BLOCK_NONE && block->index == block->parent + 1 && next != NULL
         && next->parent == block->parent && next->list_depth > 0
         && next->list_depth == matchum_resume_get_block (resume, block->parent)->list_depth;
}

static void
remove_block (MatchumResume *resume, guint block)
{
  const MatchumBlock *removed = matchum_resume_get_block (resume, block);
  g_autofree char *text = matchum_block_edit_remove (resume, block);
  g_autoptr (MatchumResume) after = text != NULL ? read_resume (text) : NULL;

  if (text == NULL)
    return;
  fuzz_assert_text (text, strlen (text));
  g_assert_nonnull (after);
  if (is_joined_by_removal (resume, removed))
    assert_other_words_stay (resume, block, removed->end, after, 0);
  else
    assert_others_stay (resume, block, removed->end, after, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  const gsize part = length > 0 ? 1 + fuzz_find_part (data + 1, length - 1) : 0;
  g_autofree char *words = NULL;
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (MatchumResume) resume = NULL;
  guint block;

  if (part >= length)
    return 0;
  words = g_utf8_make_valid ((const char *) data + 1, (gssize) (part - 1));
  source = fuzz_read_source (data + part + 1, length - part - 1);
  resume = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
  if (resume == NULL)
    return 0;
  block = data[0] % matchum_resume_get_n_blocks (resume);
  assert_as_it_was (resume, block);
  replace (resume, matchum_resume_get_block (resume, block), words);
  insert (resume, block, words);
  remove_block (resume, block);
  return 0;
}
