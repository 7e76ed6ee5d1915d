/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes resumes up: every construct of Markdown that people use, put together at random, but the same for the same
 * seed. Every piece of text has words of its own (w17, 말18), so that a test can tell where each went. */
#pragma once

#include <glib.h>

typedef struct {
  GRand *rand;
  GString *out;
  guint n_words;
  guint n_definitions;  /* labels used so far: each is defined at the end or in between */
  guint n_defined;
  gboolean has_remarks; /* HTML comments */
  gboolean is_tame;     /* nothing that can only be told apart by what stands around it */
} RandomMarkdown;

static inline gboolean
random_markdown_chance (RandomMarkdown *self, gint percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

static inline void
random_markdown_word (RandomMarkdown *self)
{
  static const char *const stems[] = { "w", "말", "Word", "データ", "x-", "ein_" };

  g_string_append_printf (self->out, "%s%uz", stems[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (stems))],
                          self->n_words++);
}

static inline void
random_markdown_link (RandomMarkdown *self)
{
  switch (g_rand_int_range (self->rand, 0, 6))
    {
    case 0:
      g_string_append_c (self->out, '[');
      random_markdown_word (self);
      g_string_append (self->out, "](https://example.com/a_b \"title (x)\")");
      break;
    case 1:
      g_string_append (self->out, "[see ");
      random_markdown_word (self);
      g_string_append_printf (self->out, "][label %u]", self->n_definitions++);
      break;
    case 2:
      g_string_append_printf (self->out, "[Label%u]", self->n_definitions++);
      break;
    case 3:
      g_string_append (self->out, "<https://example.com/?q=1&amp;r=2>");
      break;
    case 4:
      g_string_append (self->out, "![pic ");
      random_markdown_word (self);
      g_string_append (self->out, "](me.png)");
      break;
    default:
      g_string_append (self->out, "[a **bold ");
      random_markdown_word (self);
      g_string_append (self->out, "**](</with spaces>)");
      break;
    }
}

static inline void
random_markdown_wrapped (RandomMarkdown *self, const char *before, const char *after)
{
  g_string_append (self->out, before);
  random_markdown_word (self);
  if (random_markdown_chance (self, 50))
    {
      g_string_append_c (self->out, ' ');
      random_markdown_word (self);
    }
  g_string_append (self->out, after);
}

static inline void
random_markdown_inline (RandomMarkdown *self)
{
  static const char *const oddities[] = { "C++", "a&b", "R&amp;D", "1 &lt; 2", "&#48;", "&copy;x", "\\*no\\*", "5 * 3", "a_b_c",
                                          "100%", "`` a`b ``", "[not a link]", "(x)", "&unknown;", "C:\\dir", "<b>", "</b>", "#1",
                                          "~50%", "10\\. x", "a|b", "**", "_", "!", "]", "x<y", "&", "\\\\" };

  switch (g_rand_int_range (self->rand, 0, 14))
    {
    case 0:
      random_markdown_wrapped (self, "**", "**");
      break;
    case 1:
      random_markdown_wrapped (self, "*", "*");
      break;
    case 2:
      random_markdown_wrapped (self, "`", "`");
      break;
    case 3:
      random_markdown_link (self);
      break;
    case 4:
      random_markdown_wrapped (self, "***", "***");
      break;
    case 5:
      g_string_append (self->out, oddities[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (oddities))]);
      break;
    case 6:
      if (self->has_remarks && random_markdown_chance (self, 30))
        g_string_append_printf (self->out, "<!-- secret%u -->", self->n_words++);
      random_markdown_word (self);
      break;
    case 7:
      random_markdown_wrapped (self, "**\"", "\"**");
      break;
    default:
      random_markdown_word (self);
      break;
    }
}

/* A line of text that begins with a word, so that it is nothing but text. */
static inline void
random_markdown_text (RandomMarkdown *self)
{
  gint n = g_rand_int_range (self->rand, 0, 6);

  random_markdown_word (self);
  for (gint i = 0; i < n; i++)
    {
      g_string_append_c (self->out, ' ');
      random_markdown_inline (self);
    }
}

static inline void
random_markdown_line_end (RandomMarkdown *self)
{
  static const char *const ends[] = { "\n", "\n", "\n", "\n", " \n", "  \n", "\\\n" };

  g_string_append (self->out, ends[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (ends))]);
}

static inline void
random_markdown_indent (RandomMarkdown *self, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (self->out, ' ');
}

/* Lines of one paragraph, the first of which is already indented. */
static inline void
random_markdown_paragraph (RandomMarkdown *self, guint indentation, const char *marks)
{
  guint n = random_markdown_chance (self, 25) ? 2 : 1;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        {
          random_markdown_line_end (self);
          if (!random_markdown_chance (self, 15))
            {
              random_markdown_indent (self, indentation);
              g_string_append (self->out, marks);
            }
        }
      random_markdown_text (self);
    }
  g_string_append_c (self->out, '\n');
}

static inline void
random_markdown_blank (RandomMarkdown *self)
{
  g_string_append_c (self->out, '\n');
}

static inline void
random_markdown_comment (RandomMarkdown *self)
{
  if (!self->has_remarks)
    return;
  g_string_append_printf (self->out, random_markdown_chance (self, 50) ? "<!-- secret%u -->\n" : "<!--\nsecret%u\n\n-->\n",
                          self->n_words++);
  if (random_markdown_chance (self, 70))
    random_markdown_blank (self);
}

static inline void random_markdown_list (RandomMarkdown *self, guint indentation, guint depth);

static inline void
random_markdown_item (RandomMarkdown *self, guint indentation, guint depth)
{
  random_markdown_paragraph (self, indentation, "");
  if (random_markdown_chance (self, 8))
    {
      random_markdown_blank (self);
      random_markdown_indent (self, indentation);
      random_markdown_paragraph (self, indentation, "");
    }
  if (random_markdown_chance (self, 4))
    {
      random_markdown_indent (self, indentation);
      g_string_append (self->out, "```sh\n");
      random_markdown_indent (self, indentation);
      random_markdown_word (self);
      g_string_append (self->out, " *x*\n");
      random_markdown_indent (self, indentation);
      g_string_append (self->out, "```\n");
    }
  if (depth < 4 && random_markdown_chance (self, 25))
    random_markdown_list (self, indentation, depth + 1);
  if (random_markdown_chance (self, 4))
    {
      random_markdown_blank (self);
      random_markdown_indent (self, indentation);
      random_markdown_paragraph (self, indentation, "");
    }
}

static inline void
random_markdown_list (RandomMarkdown *self, guint indentation, guint depth)
{
  static const char *const bullets[] = { "- ", "* ", "+ ", "-   " };
  const char *bullet = bullets[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (bullets))];
  gboolean is_numbered = random_markdown_chance (self, 20);
  gboolean is_loose = random_markdown_chance (self, 20);
  gboolean is_lazy = random_markdown_chance (self, 30);
  guint number = depth > 1 || random_markdown_chance (self, 80) ? 1 : (guint) g_rand_int_range (self->rand, 2, 12);
  gint n = g_rand_int_range (self->rand, 1, 5);

  for (gint i = 0; i < n; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%u. ", number);
      const char *marker = is_numbered ? digits : bullet;

      if (i > 0 && is_loose)
        random_markdown_blank (self);
      random_markdown_indent (self, indentation);
      g_string_append (self->out, marker);
      random_markdown_item (self, indentation + (guint) strlen (marker), depth);
      number += is_lazy ? 0 : 1;
    }
}

static inline void
random_markdown_code (RandomMarkdown *self)
{
  const gboolean is_fenced = random_markdown_chance (self, 70);

  if (is_fenced)
    g_string_append (self->out, "```\n# no heading\n\n");
  for (guint i = 0; i < 2; i++)
    {
      random_markdown_indent (self, is_fenced ? 0 : 4);
      random_markdown_word (self);
      g_string_append (self->out, " **x** &amp; <!-- kept -->\n");
    }
  if (is_fenced)
    g_string_append (self->out, "```\n");
}

static inline void
random_markdown_table (RandomMarkdown *self)
{
  g_string_append (self->out, "| ");
  random_markdown_word (self);
  g_string_append (self->out, " | b |\n|---|:-:|\n");
  for (guint i = 0; i < 2; i++)
    {
      g_string_append (self->out, "| ");
      random_markdown_word (self);
      g_string_append (self->out, " | **");
      random_markdown_word (self);
      g_string_append (self->out, "** |\n");
    }
}

static inline void
random_markdown_definition (RandomMarkdown *self)
{
  if (self->n_defined >= self->n_definitions)
    return;
  g_string_append_printf (self->out, "[label %u]: https://example.com/%u 'a title'\n", self->n_defined, self->n_defined);
  g_string_append_printf (self->out, "[label%u]:\n  <https://example.com/%u>\n\n", self->n_defined, self->n_defined);
  self->n_defined++;
}

static inline void
random_markdown_block (RandomMarkdown *self)
{
  switch (g_rand_int_range (self->rand, 0, 16))
    {
    case 0:
    case 1:
      random_markdown_paragraph (self, 0, "");
      break;
    case 2:
      g_string_append (self->out, "> ");
      random_markdown_paragraph (self, 0, "> ");
      break;
    case 3:
      random_markdown_code (self);
      break;
    case 4:
      random_markdown_table (self);
      break;
    case 5:
      g_string_append (self->out, random_markdown_chance (self, 50) ? "---\n" : "* * *\n");
      break;
    case 6:
      random_markdown_comment (self);
      return;
    case 7:
      random_markdown_definition (self);
      return;
    default:
      random_markdown_list (self, 0, 1);
      break;
    }
  random_markdown_blank (self);
  if (!self->is_tame && random_markdown_chance (self, 10))
    random_markdown_blank (self);
}

static inline void
random_markdown_heading (RandomMarkdown *self, guint level)
{
  static const char *const sections[] = { "경력", "Experience", "Projects", "학력", "Skills / 기술", "Other" };
  gboolean is_underlined = level <= 2 && random_markdown_chance (self, 20);

  for (guint i = 0; i < level && !is_underlined; i++)
    g_string_append_c (self->out, '#');
  if (!is_underlined)
    g_string_append_c (self->out, ' ');
  if (level == 2)
    g_string_append_printf (self->out, "%s ", sections[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (sections))]);
  random_markdown_text (self);
  if (level == 3 && random_markdown_chance (self, 40))
    g_string_append (self->out, " | 2021.03 - 2022.02");
  if (is_underlined)
    g_string_append (self->out, level == 1 ? "\n===" : "\n---");
  else if (random_markdown_chance (self, 10))
    g_string_append (self->out, " ##");
  g_string_append_c (self->out, '\n');
  if (level == 3 && random_markdown_chance (self, 30))
    g_string_append (self->out, "2021.03 - 2022.02\n");
  if (random_markdown_chance (self, 70))
    random_markdown_blank (self);
}

static inline void
random_markdown_blocks (RandomMarkdown *self, gint max)
{
  gint n = g_rand_int_range (self->rand, 0, max + 1);

  for (gint i = 0; i < n; i++)
    random_markdown_block (self);
}

/* seed: tells which resume; the result ends with a line feed. */
static inline char *
random_markdown_resume (guint32 seed, gboolean has_remarks, gboolean is_tame)
{
  RandomMarkdown self = { g_rand_new_with_seed (seed), g_string_new (NULL), 1, 0, 0, has_remarks, is_tame };
  gint n_sections = g_rand_int_range (self.rand, 1, 4);

  if (!is_tame && random_markdown_chance (&self, 10))
    g_string_append (self.out, "\xef\xbb\xbf");
  if (!is_tame && random_markdown_chance (&self, 20))
    g_string_append (self.out, "---\nlang: ko\n---\n");
  random_markdown_heading (&self, 1);
  random_markdown_blocks (&self, 2);
  for (gint i = 0; i < n_sections; i++)
    {
      gint n_entries = g_rand_int_range (self.rand, 0, 3);

      random_markdown_heading (&self, 2);
      random_markdown_blocks (&self, 2);
      for (gint j = 0; j < n_entries; j++)
        {
          random_markdown_heading (&self, 3);
          random_markdown_blocks (&self, 3);
          if (random_markdown_chance (&self, 20))
            {
              random_markdown_heading (&self, 4);
              random_markdown_blocks (&self, 2);
            }
        }
    }
  while (self.n_defined < self.n_definitions)
    random_markdown_definition (&self);
  g_rand_free (self.rand);
  if (!is_tame && seed % 7 == 0)
    g_string_replace (self.out, "\n", "\r\n", 0);
  return g_string_free (self.out, FALSE);
}

/* Lines that mean something else wherever they stand: markers, fences, HTML, tables, underlines, tabs, without order. The
 * first line of nearly all is a heading; not all end with a line feed. */
static inline char *
random_markdown_disorder (guint32 seed)
{
  static const char *const lines[] = {
    "#1", "===", "---", "- - -", "***", "#", "## ", "###### six", "####### seven", "#no", "\\# no", "## 경력", "### 회사 | 2021.03 - 현재",
    "2021.13 - 2022.05", "2021.03 - 2020.01", "```", "~~~", "````md", "    code", "\tcode", "- ", "-", "*", "+ \t", "1.", "1. ", "10) x",
    "-\tx", "  - y", "\t- z", "      - deep", "> ", ">", ">> q", "> - in", "> ```", "| a | b |", "|---|---|", "|:-:|", "a | b", "--|--",
    "<div>", "</div>", "<!--", "-->", "<!-- one -->", "<pre>", "</pre>", "<script>", "</script>", "<?php", "?>", "<![CDATA[", "]]>",
    "<b>x</b>", "[a]: b", "[a]:", "[a", "  'title'", "[x][a]", "&amp;", "\\", "x\\", "x  ", "", "", "", " ", "\t", "w", "말 단어", "가나다\xe2\x80\x8b",
    "Name: x", "■ 경력", "\xef\xbb\xbf", "…", "---\ntitle: x\n---", "```\n\n", "1986\\. year", "  # in", "   ## in", "    # out", "=", "-- ",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *out = g_string_new (g_rand_int_range (rand, 0, 20) > 0 ? "# w\n" : "");
  const gint n = g_rand_int_range (rand, 1, 40);

  for (gint i = 0; i < n; i++)
    {
      if (g_rand_int_range (rand, 0, 12) == 0)
        g_string_append (out, g_rand_boolean (rand) ? "  " : "\t");
      g_string_append (out, lines[g_rand_int_range (rand, 0, G_N_ELEMENTS (lines))]);
      if (g_rand_int_range (rand, 0, 3) == 0)
        g_string_append_printf (out, " %uz", (guint) i);
      g_string_append (out, i % 5 == 0 && g_rand_int_range (rand, 0, 3) == 0 ? "\r\n" : "\n");
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
