/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever lines a PDF or a page has, all of their letters are in the resume that is made of them, or in what is told
 * of it. A line is: kind, level, weight and style, a character each; words; a tab and what stands at its far end. */
#include "config.h"

#include "fuzz-support.h"

#include "import/matchum-flow.h"
#include "import/matchum-html-resume.h"
#include "resume/matchum-markdown-resume-reader.h"

const FuzzTarget fuzz_target = { .name = "flow", .n_rounds = 200 };

static gint
get_digit (const char *line, gsize index)
{
  return strlen (line) > index && g_ascii_isdigit (line[index]) ? line[index] - '0' : 0;
}

static void
add_line (MatchumFlow *flow, const char *text)
{
  const char *words = g_utf8_offset_to_pointer (text, MIN (g_utf8_strlen (text, -1), 4));
  const char *tab = strchr (words, '\t');
  g_autofree char *before = tab != NULL ? g_strndup (words, (gsize) (tab - words)) : g_strdup (words);
  const MatchumFlowKind kind = text[0] == 'i'   ? MATCHUM_FLOW_ITEM
                               : text[0] == 'h' ? MATCHUM_FLOW_HEADING
                                                : MATCHUM_FLOW_TEXT;
  MatchumFlowLine *line = matchum_flow_add (flow, kind, (guint) get_digit (text, 1) + (kind == MATCHUM_FLOW_HEADING));

  line->weight = 0.8 + get_digit (text, 2) / 10.0;
  matchum_flow_line_add (line, before, (MatchumDraftStyle) (get_digit (text, 3) % 4),
                         get_digit (text, 3) > 7 ? "https://a.example/" : NULL);
  if (tab != NULL)
    line->aside = g_strdup (tab + 1);
}

static void
count (GHashTable *counts, const char *text, gint by)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gint n = GPOINTER_TO_INT (g_hash_table_lookup (counts, GUINT_TO_POINTER (c)));

      if (g_unichar_isalnum (c))
        g_hash_table_insert (counts, GUINT_TO_POINTER (c), GINT_TO_POINTER (n + by));
    }
}

static void
count_input (GHashTable *counts, MatchumFlow *flow)
{
  for (guint i = 0; i < flow->lines->len; i++)
    {
      const MatchumFlowLine *line = flow->lines->pdata[i];

      for (guint j = 0; j < line->runs->len; j++)
        count (counts, g_array_index (line->runs, MatchumFlowRun, j).text, -1);
      if (line->aside != NULL)
        count (counts, line->aside, -1);
    }
}

static void
count_output (GHashTable *counts, const char *markdown, MatchumJsonNotes *notes)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (markdown, strlen (markdown));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("flow", bytes, &error);
  g_autoptr (MatchumResume) resume = NULL;

  g_assert_no_error (error);
  resume = matchum_markdown_resume_reader_read (source, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    count (counts, matchum_block_get_text (matchum_resume_get_block (resume, i)), 1);
  for (guint i = 0; i < notes->list->len; i++)
    {
      const MatchumJsonNote *note = g_ptr_array_index (notes->list, i);

      g_assert_cmpuint (note->line, <=, matchum_source_get_n_lines (source));
      count (counts, note->text, 1);
    }
}

static void
assert_kept (MatchumFlow *flow)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autofree char *markdown = NULL;
  GHashTableIter iter;
  gpointer c, n;

  count_input (counts, flow);
  markdown = matchum_flow_compose_resume (flow, notes);
  count_output (counts, markdown, notes);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &c, &n))
    if (GPOINTER_TO_INT (n) < 0)
      g_error ("U+%04X is missing in: %s", GPOINTER_TO_UINT (c), markdown);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) MIN (length, 20000));
  g_auto (GStrv) lines = g_strsplit (text, "\n", 400);
  g_autoptr (MatchumFlow) flow = matchum_flow_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (MatchumFlow) page = NULL;
  g_autofree char *posting = NULL;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_strdelimit (lines[i], "\r\f\v", ' ');
      add_line (flow, lines[i]);
    }
  posting = matchum_flow_compose_posting (flow);
  fuzz_assert_text (posting, strlen (posting));
  assert_kept (flow);
  page = matchum_html_resume_read ("fuzz", bytes, NULL, NULL);
  if (page != NULL)
    assert_kept (page);
  return 0;
}
