/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a block anew from its words, where the bytes it was read from would say something else in the place they have
 * come to. Nothing in it can be taken for Markdown that it is not; of what it looked like, headings, items, code and
 * links stay. */
#include "config.h"

#include "export/matchum-markdown-plain.h"

#include <string.h>

/* Items further in are written beside the one they stand in. */
#define MAX_COLUMN 60
/* Longer paragraphs, or with more brackets, are parted: no reader has to take the longest. */
#define MAX_PARAGRAPH_BYTES 8000
#define MAX_PARAGRAPH_BRACKETS 200
/* No list goes on beyond this. */
#define MAX_NUMBER 999999999

/* The words of a block while they are written. */
typedef struct {
  GString *out;
  const char *lead;         /* stands before each line but the first */
  gboolean is_heading;      /* all of it stands in one line */
  MatchumInlineText *links; /* has the links; NULL where they are not written */
  guint next_run;           /* of links */
  gboolean is_in_link;
  gboolean is_line_start;
  gboolean is_word_start;
  gboolean is_number; /* nothing but digits in the line so far */
  gboolean is_broken; /* a line ends before the next word */
  gsize start;        /* of the paragraph in out */
  guint n_brackets;   /* in the paragraph */
} Words;

static gboolean
is_space (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static gboolean
needs_backslash (const Words *self, const char *at)
{
  if (strchr ("\\`*_[]<", *at) != NULL)
    return TRUE;
  if (*at == '&')
    return g_ascii_isalnum (at[1]) || at[1] == '#';
  if (*at == '#')
    return self->is_word_start;
  if (self->is_line_start)
    return strchr ("-+=:>~|", *at) != NULL;
  return self->is_number && (*at == '.' || *at == ')');
}

static void
put_character (Words *self, const char *at)
{
  if (*at == '[' && ++self->n_brackets > MAX_PARAGRAPH_BRACKETS)
    g_string_append (self->out, "&#91;");
  else
    {
      if (needs_backslash (self, at))
        g_string_append_c (self->out, '\\');
      g_string_append_c (self->out, *at);
    }
  self->is_number = (self->is_number || self->is_line_start) && g_ascii_isdigit (*at);
  self->is_line_start = self->is_word_start = FALSE;
}

static void
begin_line (Words *self)
{
  g_string_append (self->out, self->lead);
  self->is_line_start = TRUE;
  self->is_number = FALSE;
}

/* What goes between two words. */
static void
put_space (Words *self)
{
  const gboolean is_full =
      self->out->len - self->start > MAX_PARAGRAPH_BYTES || self->n_brackets > MAX_PARAGRAPH_BRACKETS;

  if (is_full && !self->is_in_link)
    {
      g_string_append (self->out, "\n\n");
      self->start = self->out->len;
      self->n_brackets = 0;
      self->is_heading = FALSE;
      begin_line (self);
    }
  else if (self->is_broken && !self->is_heading)
    {
      g_string_append (self->out, "  \n");
      begin_line (self);
    }
  else
    g_string_append_c (self->out, ' ');
  self->is_broken = FALSE;
  self->is_word_start = TRUE;
}

/* The link that is open or comes next, or NULL. */
static const MatchumInlineRun *
get_link (Words *self)
{
  for (; self->links != NULL && self->next_run < matchum_inline_text_get_n_runs (self->links); self->next_run++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (self->links, self->next_run);

      if (run->kind == MATCHUM_INLINE_LINK && run->url != NULL)
        return run;
    }
  return NULL;
}

static void
put_url (Words *self, const char *url)
{
  if (*url != '\0' && strpbrk (url, " \t\r\n\f\v()<>\\&") == NULL)
    {
      g_string_append_printf (self->out, "](%s)", url);
      return;
    }
  g_string_append (self->out, "](<");
  for (const char *p = url; *p != '\0'; p++)
    {
      if (strchr ("\\<>&", *p) != NULL)
        g_string_append_c (self->out, '\\');
      g_string_append_c (self->out, is_space (*p) ? ' ' : *p);
    }
  g_string_append (self->out, ">)");
}

static void
close_links (Words *self, gsize offset)
{
  for (const MatchumInlineRun *link = get_link (self); link != NULL && link->span.end <= offset; link = get_link (self))
    {
      if (self->is_in_link)
        put_url (self, link->url);
      self->is_in_link = FALSE;
      self->next_run++;
    }
}

static void
open_link (Words *self, gsize offset)
{
  const MatchumInlineRun *link = get_link (self);

  if (self->is_in_link || link == NULL || link->span.start > offset)
    return;
  g_string_append_c (self->out, '[');
  self->is_in_link = TRUE;
  self->n_brackets++;
  self->is_line_start = self->is_number = FALSE;
}

static void
put_words (Words *self, const char *text)
{
  gboolean has_space = FALSE, is_first = TRUE;
  gsize i;

  self->start = self->out->len;
  self->is_line_start = self->is_word_start = TRUE;
  for (i = 0; text[i] != '\0'; i++)
    {
      close_links (self, i);
      if (is_space (text[i]))
        {
          has_space = TRUE;
          self->is_broken = self->is_broken || text[i] == '\n';
          continue;
        }
      if (has_space && !is_first)
        put_space (self);
      has_space = is_first = self->is_broken = FALSE;
      open_link (self, i);
      put_character (self, text + i);
    }
  close_links (self, i);
  g_string_append_c (self->out, '\n');
}

gboolean
matchum_markdown_plain_has_words (const MatchumBlock *block)
{
  const char *text = matchum_block_get_text (block);

  while (is_space (*text))
    text++;
  return *text != '\0';
}

/* A fence longer than all within. */
static char *
dup_fence (const char *code)
{
  gsize longest = 2;

  for (const char *p = strchr (code, '`'); p != NULL; p = strchr (p, '`'))
    {
      const gsize n = strspn (p, "`");

      longest = MAX (longest, n);
      p += n;
    }
  return g_strnfill (longest + 1, '`');
}

void
matchum_markdown_plain_write_code (GString *out, const char *lead, const char *code)
{
  g_autofree char *fence = dup_fence (code);
  g_auto (GStrv) lines = g_strsplit (code, "\n", -1);

  g_string_append_printf (out, "%s%s\n", lead, fence);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "%s%s\n", lead, lines[i]);
  g_string_append_printf (out, "%s%s\n", lead, fence);
}

/* Writes the mark of an item. */
static void
write_marker (GString *out, guint number)
{
  if (number > 0)
    g_string_append_printf (out, "%u. ", MIN (number, MAX_NUMBER));
  else
    g_string_append (out, "- ");
}

guint
matchum_markdown_plain_write (GString *out, const MatchumBlock *block, guint column, guint number, gboolean keeps_links)
{
  g_autofree char *blanks = g_strnfill (column, ' ');
  g_autofree char *lead = NULL;
  Words words = { .out = out, .is_heading = block->heading > 0 };
  const gsize start = out->len;

  if (!matchum_markdown_plain_has_words (block))
    return column;
  if (block->code != MATCHUM_CODE_NONE)
    {
      matchum_markdown_plain_write_code (out, blanks, matchum_block_get_text (block));
      return column;
    }
  g_string_append (out, blanks);
  for (guint i = 0; i < block->heading; i++)
    g_string_append (out, i + 1 < block->heading ? "#" : "# ");
  if (block->kind == MATCHUM_BLOCK_ITEM)
    {
      write_marker (out, number);
      column = column <= MAX_COLUMN ? (guint) (out->len - start) : column;
    }
  words.lead = lead = g_strnfill (column, ' ');
  words.links = keeps_links ? block->content : NULL;
  put_words (&words, matchum_block_get_text (block));
  return column;
}
