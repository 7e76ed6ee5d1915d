/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects the runs of one block and writes them when the block ends: only then the neighbours of every run are known,
 * which decide whether stars around it are marks. */
#include "config.h"

#include "import/matchum-markdown-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/matchum-bullet.h"
#include "resume/matchum-markdown-words.h"

#define MAX_DEPTH 4

typedef struct {
  GString *text;
  char *url; /* or NULL */
  MatchumDraftStyle style;
  gboolean is_break; /* text is NULL */
} Run;

struct _MatchumMarkdownDraft {
  GString *out;
  MatchumJsonNotes *notes;
  guint line; /* the one that is written next, 1-based */
  gboolean is_open;
  MatchumDraftKind kind;
  guint depth;
  GArray *runs;      /* of Run */
  GPtrArray *doubts; /* of char * */
  gboolean is_after_item;
  guint last_depth;
};

static void
clear_run (gpointer data)
{
  Run *run = data;

  if (run->text != NULL)
    g_string_free (run->text, TRUE);
  g_free (run->url);
}

MatchumMarkdownDraft *
matchum_markdown_draft_new (MatchumJsonNotes *notes)
{
  MatchumMarkdownDraft *self = g_new0 (MatchumMarkdownDraft, 1);

  self->out = g_string_new (NULL);
  self->notes = notes;
  self->line = 1;
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, clear_run);
  self->doubts = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
matchum_markdown_draft_free (MatchumMarkdownDraft *self)
{
  g_string_free (self->out, TRUE);
  g_array_unref (self->runs);
  g_ptr_array_unref (self->doubts);
  g_free (self);
}

/* Writing a block */

static void
trim_runs (GArray *runs)
{
  while (runs->len > 0)
    {
      Run *last = &g_array_index (runs, Run, runs->len - 1);

      if (!last->is_break && matchum_markdown_words_is_seen (last->text->str))
        break;
      g_array_set_size (runs, runs->len - 1);
    }
}

static gboolean
is_punctuation (gunichar c)
{
  return g_unichar_ispunct (c);
}

/* Whether stars beside words are marks there: inner is the character within them, outer the one on their other side, 0
 * at the end of a line. */
static gboolean
is_flanked (gunichar inner, gunichar outer)
{
  if (g_unichar_isspace (inner))
    return FALSE;
  if (g_unichar_isalnum (inner) || (!is_punctuation (inner) && inner >= 0x80))
    return TRUE;
  return outer == 0 || g_unichar_isspace (outer) || (outer != '*' && is_punctuation (outer));
}

static gunichar
get_last_char (const GString *text)
{
  if (text->len == 0 || text->str[text->len - 1] == '\n')
    return 0;
  return g_utf8_get_char (g_utf8_find_prev_char (text->str, text->str + text->len));
}

static gunichar
get_next_char (GArray *runs, guint index)
{
  const Run *next = index + 1 < runs->len ? &g_array_index (runs, Run, index + 1) : NULL;

  if (next == NULL || next->is_break)
    return 0;
  return next->url != NULL ? '[' : g_utf8_get_char (next->text->str);
}

/* Whether a backslash stands before the last of so many bytes. */
static gboolean
is_escaped (const char *text, gsize length)
{
  gsize n = 0;

  while (length >= n + 2 && text[length - n - 2] == '\\')
    n++;
  return n % 2 == 1;
}

/* Signs at the ends of words are no marks by themselves, but may be beside others. */
static void
protect_stars (GString *words)
{
  if (words->len > 1 && strchr ("*_", words->str[words->len - 1]) != NULL && !is_escaped (words->str, words->len))
    g_string_insert_c (words, (gssize) words->len - 1, '\\');
  if (words->len > 0 && strchr ("*_#", words->str[0]) != NULL)
    g_string_prepend_c (words, '\\');
}

/* The words of a run as Markdown, without the blanks around them. */
static char *
write_words (const Run *run, gboolean is_start)
{
  GString *words = g_string_new (NULL);

  if (run->url != NULL)
    matchum_markdown_words_append_link (words, run->text->str, run->url);
  else
    matchum_markdown_words_append (words, run->text->str,
                                   is_start ? MATCHUM_MARKDOWN_WORDS_LINE : MATCHUM_MARKDOWN_WORDS_AFTER, "");
  protect_stars (words);
  return g_string_free (words, FALSE);
}

static const char *
get_stars (const Run *run, const char *words, gunichar before, gunichar after)
{
  const char *last = g_utf8_find_prev_char (words, words + strlen (words));

  if (run->style == MATCHUM_DRAFT_PLAIN || last == NULL || before == '*')
    return "";
  if (!is_flanked (g_utf8_get_char (words), before) || !is_flanked (g_utf8_get_char (last), after))
    return "";
  return run->style & MATCHUM_DRAFT_BOLD ? "**" : "*";
}

/* What is written next may make a mark of what was written last: an image, a link. */
static void
protect_end (GString *out, const char *next)
{
  const char last = out->len > 0 ? out->str[out->len - 1] : '\0';

  if (is_escaped (out->str, out->len))
    return;
  if ((last == '!' && *next == '[') || (last == ']' && strchr ("([:", *next) != NULL))
    g_string_insert_c (out, (gssize) out->len - 1, '\\');
}

/* is_start: of a line. */
static void
write_run (MatchumMarkdownDraft *self, guint index, gboolean is_start)
{
  const Run *run = &g_array_index (self->runs, Run, index);
  gboolean begins_blank = g_ascii_isspace (run->text->str[0]);
  gboolean ends_blank = g_ascii_isspace (run->text->str[run->text->len - 1]);
  g_autofree char *words = write_words (run, is_start);
  const char *stars;

  if (begins_blank && !is_start && self->out->str[self->out->len - 1] != ' ')
    g_string_append_c (self->out, ' ');
  if (*words == '\0')
    return;
  protect_end (self->out, words);
  stars = get_stars (run, words, is_start ? 0 : get_last_char (self->out),
                     ends_blank ? ' ' : get_next_char (self->runs, index));
  g_string_append_printf (self->out, "%s%s%s", stars, words, stars);
  if (ends_blank && index + 1 < self->runs->len && !g_array_index (self->runs, Run, index + 1).is_break)
    g_string_append_c (self->out, ' ');
}

static void
write_runs (MatchumMarkdownDraft *self, const char *indentation)
{
  const gboolean keeps_lines = self->kind == MATCHUM_DRAFT_PARAGRAPH || self->kind == MATCHUM_DRAFT_ITEM;
  gboolean is_start = TRUE;

  for (guint i = 0; i < self->runs->len; i++)
    if (!g_array_index (self->runs, Run, i).is_break)
      {
        write_run (self, i, is_start);
        is_start = FALSE;
      }
    else if (keeps_lines)
      {
        g_string_append_printf (self->out, "\\\n%s", indentation);
        self->line++;
        is_start = TRUE;
      }
    else
      g_string_append_c (self->out, ' ');
}

/* Comments end at ">" and may not hold "--". */
static void
write_doubt (MatchumMarkdownDraft *self, const char *text)
{
  g_autofree char *clean = matchum_markdown_words_clean (text);

  g_strdelimit (clean, "\n<>", ' ');
  for (char *p = clean; *p != '\0'; p++)
    if (*p == '-' && (p[1] == '-' || p[1] == '\0'))
      *p = ' ';
  g_strstrip (clean);
  g_string_append (self->out, " <!-- ");
  /* Translators: stands in a comment of the Markdown; %s is a sentence. */
  g_string_append_printf (self->out, _ ("Check: %s"), clean);
  g_string_append_printf (self->out, " -->");
}

static void
write_mark (MatchumMarkdownDraft *self, guint depth)
{
  static const char *const marks[] = { "# ", "## ", "### ", "#### ", "", "- " };

  if (self->out->len > 0)
    {
      gboolean is_apart = !(self->kind == MATCHUM_DRAFT_ITEM && self->is_after_item);

      g_string_append (self->out, is_apart ? "\n\n" : "\n");
      self->line += is_apart ? 2 : 1;
    }
  for (guint i = 0; i < depth; i++)
    g_string_append (self->out, "  ");
  g_string_append (self->out, marks[self->kind]);
}

static void
end_block (MatchumMarkdownDraft *self)
{
  static const char spaces[] = "                ";
  guint depth = self->kind == MATCHUM_DRAFT_ITEM ? self->depth : 0;
  guint first_line;

  trim_runs (self->runs);
  if (self->is_open && self->runs->len > 0)
    {
      depth = self->is_after_item ? MIN (depth, self->last_depth + 1) : 0;
      write_mark (self, depth);
      first_line = self->line;
      write_runs (self, self->kind == MATCHUM_DRAFT_ITEM ? spaces + sizeof (spaces) - 1 - 2 * (depth + 1) : "");
      for (guint i = 0; i < self->doubts->len; i++)
        {
          write_doubt (self, self->doubts->pdata[i]);
          matchum_json_notes_add (self->notes, first_line, NULL, g_strdup (self->doubts->pdata[i]));
        }
      self->is_after_item = self->kind == MATCHUM_DRAFT_ITEM;
      self->last_depth = depth;
    }
  g_array_set_size (self->runs, 0);
  g_ptr_array_set_size (self->doubts, 0);
  self->is_open = FALSE;
}

/* Public functions */

void
matchum_markdown_draft_begin (MatchumMarkdownDraft *self, MatchumDraftKind kind, guint depth)
{
  g_return_if_fail (self != NULL);

  end_block (self);
  self->is_open = TRUE;
  self->kind = kind;
  self->depth = MIN (depth, MAX_DEPTH);
}

void
matchum_markdown_draft_add (MatchumMarkdownDraft *self, const char *text, MatchumDraftStyle style, const char *url)
{
  Run *last;
  Run run = { NULL, g_strdup (url), style, FALSE };

  g_return_if_fail (self != NULL && self->is_open && text != NULL);

  last = self->runs->len > 0 ? &g_array_index (self->runs, Run, self->runs->len - 1) : NULL;
  if (*text == '\0' || ((last == NULL || last->is_break) && !matchum_markdown_words_is_seen (text)))
    {
      clear_run (&run);
      return;
    }
  if (last != NULL && !last->is_break && last->style == style && g_strcmp0 (last->url, url) == 0)
    {
      g_string_append (last->text, text);
      clear_run (&run);
      return;
    }
  run.text = g_string_new (text);
  g_array_append_val (self->runs, run);
}

void
matchum_markdown_draft_add_break (MatchumMarkdownDraft *self)
{
  const Run run = { .is_break = TRUE };

  g_return_if_fail (self != NULL && self->is_open);

  if (self->runs->len > 0 && !g_array_index (self->runs, Run, self->runs->len - 1).is_break)
    g_array_append_val (self->runs, run);
}

void
matchum_markdown_draft_doubt (MatchumMarkdownDraft *self, char *text)
{
  g_return_if_fail (self != NULL && self->is_open && text != NULL);

  g_ptr_array_add (self->doubts, text);
}

gboolean
matchum_markdown_draft_has_words (MatchumMarkdownDraft *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->runs->len > 0;
}

void
matchum_markdown_draft_add_prose (MatchumMarkdownDraft *self, const char *text)
{
  g_autofree char *clean = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean is_in_paragraph = FALSE;

  g_return_if_fail (self != NULL && text != NULL);

  clean = matchum_bullet_break_lines (text);
  lines = g_strsplit (clean, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      gsize sign = matchum_bullet_measure (lines[i]);

      if (!matchum_markdown_words_is_seen (lines[i]))
        {
          is_in_paragraph = FALSE;
          continue;
        }
      if (sign > 0)
        matchum_markdown_draft_begin (self, MATCHUM_DRAFT_ITEM, 0);
      else if (!is_in_paragraph)
        matchum_markdown_draft_begin (self, MATCHUM_DRAFT_PARAGRAPH, 0);
      else
        matchum_markdown_draft_add_break (self);
      is_in_paragraph = sign == 0;
      matchum_markdown_draft_add (self, lines[i] + sign, MATCHUM_DRAFT_PLAIN, NULL);
    }
}

char *
matchum_markdown_draft_finish (MatchumMarkdownDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  end_block (self);
  if (self->out->len > 0)
    g_string_append_c (self->out, '\n');
  return g_strdup (self->out->str);
}
