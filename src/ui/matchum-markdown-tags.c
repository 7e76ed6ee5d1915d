/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dresses lines by tags. What a line is, is told by its first signs alone: the reader knows better, but needs the whole
 * text for it. */
#include "config.h"

#include "ui/matchum-markdown-tags.h"

#include <string.h>

#include "ui/matchum-word-breaks.h"

/* So many lines are dressed right when they change; more wait until they are seen. */
#define MAX_AT_ONCE 100
/* Words that are longer may be broken, for they would not fit on a narrow screen. */
#define MAX_WORD 16
/* Items deeper than that look alike. */
#define MAX_DEPTH 4
/* What is added to the blanks before an item, in pixels: in most fonts they are so narrow that its depth is not seen.
 */
#define WIDER 5
/* Front matter is looked for in so many lines. */
#define MAX_FRONT_MATTER 100

struct _MatchumMarkdownTags {
  GtkTextBuffer *buffer;
  GtkTextTag *whole;                  /* a word that is not broken */
  GtkTextTag *strong;                 /* headings, bold words */
  GtkTextTag *mark;                   /* signs that are not words */
  GtkTextTag *aside;                  /* front matter, remarks */
  GtkTextTag *indent;                 /* blanks before an item of a list, made wider */
  GtkTextTag *hanging[MAX_DEPTH + 1]; /* items, whose further rows begin where their words begin */
  GtkTextTag *found;
  GtkTextTag *current; /* of what was found */
  GtkTextTag *unseen;  /* the rest of a line too long */
  GtkTextTag *dressed; /* looks like nothing: lines that were seen to */
};

/* A line being dressed. */
typedef struct {
  MatchumMarkdownTags *tags;
  int line;
  char *text;
} Line;

MatchumMarkdownTags *
matchum_markdown_tags_new (GtkTextBuffer *buffer)
{
  MatchumMarkdownTags *self;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self = g_new0 (MatchumMarkdownTags, 1);
  self->buffer = buffer;
  self->dressed = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->whole = gtk_text_buffer_create_tag (buffer, NULL, "allow-breaks", FALSE, NULL);
  self->indent = gtk_text_buffer_create_tag (buffer, NULL, "letter-spacing", WIDER * PANGO_SCALE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (self->hanging); i++)
    self->hanging[i] = gtk_text_buffer_create_tag (buffer, NULL, "indent", 0, NULL);
  self->strong = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->mark = gtk_text_buffer_create_tag (buffer, NULL, "foreground", "gray", NULL);
  self->aside = gtk_text_buffer_create_tag (buffer, NULL, "foreground", "gray", "weight", PANGO_WEIGHT_NORMAL, NULL);
  self->found = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->current = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_DOUBLE, NULL);
  self->unseen = gtk_text_buffer_create_tag (buffer, NULL, "invisible", TRUE, NULL);
  matchum_markdown_tags_set_colors (self, FALSE, FALSE);
  return self;
}

void
matchum_markdown_tags_free (MatchumMarkdownTags *self)
{
  g_free (self);
}

/* Bytes within the line. */
static void
apply (Line *line, GtkTextTag *tag, gsize start, gsize end)
{
  GtkTextIter first, last;

  if (start >= end)
    return;
  gtk_text_buffer_get_iter_at_line_index (line->tags->buffer, &first, line->line, (int) start);
  gtk_text_buffer_get_iter_at_line_index (line->tags->buffer, &last, line->line, (int) end);
  gtk_text_buffer_apply_tag (line->tags->buffer, tag, &first, &last);
}

static gboolean
is_hangul (const char *at)
{
  return g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_HANGUL;
}

/* Within what has no blanks, but is too long to stay whole, what is written in Hangul does: "[블로그](https://…". */
static void
dress_parts (Line *line, gsize start, gsize end)
{
  const char *at = line->text + start, *last = line->text + end;

  while (at < last)
    {
      const char *part = at;
      guint n_characters = 0;

      for (; at < last && is_hangul (at); at = g_utf8_next_char (at))
        n_characters++;
      if (n_characters > 1 && n_characters <= MAX_WORD)
        apply (line, line->tags->whole, (gsize) (part - line->text), (gsize) (at - line->text));
      if (at == part)
        at = g_utf8_next_char (at);
    }
}

static void
dress_words (Line *line)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GSList *words;

  matchum_word_breaks_insert (attributes, line->text);
  words = pango_attr_list_get_attributes (attributes);
  for (GSList *link = words; link != NULL; link = link->next)
    {
      const PangoAttribute *word = link->data;
      gsize length = word->end_index - word->start_index;

      if (g_utf8_strlen (line->text + word->start_index, (gssize) length) <= MAX_WORD)
        apply (line, line->tags->whole, word->start_index, word->end_index);
      else
        dress_parts (line, word->start_index, word->end_index);
    }
  g_slist_free_full (words, (GDestroyNotify) pango_attribute_destroy);
}

/* How many bytes of text are the signs of a heading and the blank after them; 0 where it is none. */
static gsize
measure_heading (const char *text)
{
  gsize indent = strspn (text, " ");
  gsize n_signs = strspn (text + indent, "#");
  gsize n_blanks = strspn (text + indent + n_signs, " \t");

  if (indent > 3 || n_signs == 0 || n_signs > 6 || (n_blanks == 0 && text[indent + n_signs] != '\0'))
    return 0;
  return indent + n_signs + n_blanks;
}

/* The same for the sign of an item, its indent included: "- ", "3. ". */
static gsize
measure_bullet (const char *text)
{
  gsize indent = strspn (text, " \t");
  gsize n_digits = strspn (text + indent, "0123456789");
  const char *sign = text + indent + n_digits;

  if (*sign == '\0' || (sign[1] != ' ' && sign[1] != '\t') || n_digits > 9)
    return 0;
  if (n_digits > 0 ? strchr (".)", *sign) == NULL : strchr ("-*+", *sign) == NULL)
    return 0;
  return (gsize) (sign - text) + 2;
}

/* **bold** and __bold__, each closed by its own sign. */
static void
dress_bold (Line *line)
{
  const char *text = line->text;

  for (const char *open = strpbrk (text, "*_"); open != NULL && *open != '\0';)
    {
      const char sign[] = { *open, *open, '\0' };
      const char *close = NULL;

      if (open[1] == *open && open[2] != '\0' && !g_ascii_isspace (open[2]))
        close = strstr (open + 2, sign);
      if (close != NULL && close > open + 2)
        {
          apply (line, line->tags->mark, (gsize) (open - text), (gsize) (open - text) + 2);
          apply (line, line->tags->strong, (gsize) (open - text) + 2, (gsize) (close - text));
          apply (line, line->tags->mark, (gsize) (close - text), (gsize) (close - text) + 2);
          open = strpbrk (close + 2, "*_");
        }
      else
        open = strpbrk (open + MAX (strspn (open, sign), 1), "*_");
    }
}

/* All of a link that is not words: [words](address). */
static void
dress_links (Line *line)
{
  const char *start = line->text;

  for (const char *at = strstr (line->text, "]("); at != NULL; at = strstr (at, "]("))
    {
      const char *open = g_strrstr_len (start, at - start, "[");
      const char *close = strchr (at, ')');

      if (close == NULL)
        return;
      if (open != NULL)
        apply (line, line->tags->mark, (gsize) (open - line->text), (gsize) (open - line->text) + 1);
      start = close;
      apply (line, line->tags->mark, (gsize) (at - line->text), (gsize) (close + 1 - line->text));
      at = close;
    }
}

static void
dress_remarks (Line *line)
{
  for (const char *at = strstr (line->text, "<!--"); at != NULL; at = strstr (at, "<!--"))
    {
      const char *close = strstr (at, "-->");
      const char *end = close != NULL ? close + 3 : at + strlen (at);

      apply (line, line->tags->aside, (gsize) (at - line->text), (gsize) (end - line->text));
      at = end;
    }
}

/* Signs that take up so many bytes. A tab is as wide as four blanks. */
static void
dress_item (Line *line, gsize marks)
{
  gsize indent = strspn (line->text, " \t"), depth = 0;

  for (gsize i = 0; i < indent; i++)
    depth += line->text[i] == '\t' ? 4 : 1;
  apply (line, line->tags->strong, 0, marks);
  apply (line, line->tags->indent, 0, indent);
  apply (line, line->tags->hanging[MIN (depth / 2, MAX_DEPTH)], 0, strlen (line->text));
}

static void
dress_line (Line *line, gboolean is_front_matter)
{
  gsize marks;

  dress_words (line);
  if (is_front_matter)
    {
      apply (line, line->tags->aside, 0, strlen (line->text));
      return;
    }
  marks = measure_heading (line->text);
  if (marks > 0)
    apply (line, line->tags->strong, 0, strlen (line->text));
  else
    {
      marks = measure_bullet (line->text);
      if (marks > 0)
        dress_item (line, marks);
      dress_bold (line);
    }
  apply (line, line->tags->mark, 0, marks);
  dress_links (line);
  dress_remarks (line);
}

/* Bounds of a line; with its end, unless it is the last. */
static void
get_bounds (MatchumMarkdownTags *self, int line, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_line (self->buffer, start, line);
  *end = *start;
  gtk_text_iter_forward_line (end);
}

/* The words of a line as far as they are shown. */
static char *
dup_line (MatchumMarkdownTags *self, int line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  end = start;
  if (gtk_text_iter_get_chars_in_line (&start) > MATCHUM_MARKDOWN_TAGS_MAX_SHOWN)
    gtk_text_iter_forward_chars (&end, MATCHUM_MARKDOWN_TAGS_MAX_SHOWN);
  else if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
}

/* The line that ends the front matter, or -1. */
static int
find_front_matter (MatchumMarkdownTags *self)
{
  int n_lines = MIN (gtk_text_buffer_get_line_count (self->buffer), MAX_FRONT_MATTER);

  for (int i = 0; i < n_lines; i++)
    {
      g_autofree char *text = dup_line (self, i);

      if (g_str_equal (g_strchomp (text), "---"))
        {
          if (i > 0)
            return i;
        }
      else if (i == 0)
        return -1;
    }
  return -1;
}

static void
undress (MatchumMarkdownTags *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextTag *const tags[] = { self->dressed, self->whole,  self->strong, self->mark,
                               self->aside,   self->unseen, self->indent };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    gtk_text_buffer_remove_tag (self->buffer, tags[i], start, end);
  for (gsize i = 0; i < G_N_ELEMENTS (self->hanging); i++)
    gtk_text_buffer_remove_tag (self->buffer, self->hanging[i], start, end);
}

static void
dress_bare_line (MatchumMarkdownTags *self, int number, int front_matter)
{
  Line line = { self, number, dup_line (self, number) };
  GtkTextIter start, end;

  dress_line (&line, number <= front_matter);
  g_free (line.text);
  get_bounds (self, number, &start, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->dressed, &start, &end);
}

void
matchum_markdown_tags_dress (MatchumMarkdownTags *self, int first, int last)
{
  int front_matter;

  g_return_if_fail (self != NULL);

  front_matter = first < MAX_FRONT_MATTER ? find_front_matter (self) : -1;
  last = MIN (last, gtk_text_buffer_get_line_count (self->buffer) - 1);
  for (int i = MAX (first, 0); i <= last; i++)
    {
      GtkTextIter start, end;

      get_bounds (self, i, &start, &end);
      if (!gtk_text_iter_has_tag (&start, self->dressed) && !gtk_text_iter_equal (&start, &end))
        dress_bare_line (self, i, front_matter);
    }
}

static void
hide_rest_of_long_lines (MatchumMarkdownTags *self, int first, int last)
{
  GtkTextIter line;

  gtk_text_buffer_get_iter_at_line (self->buffer, &line, first);
  do
    if (gtk_text_iter_get_chars_in_line (&line) > MATCHUM_MARKDOWN_TAGS_MAX_SHOWN)
      {
        GtkTextIter start = line, end = line;

        gtk_text_iter_forward_chars (&start, MATCHUM_MARKDOWN_TAGS_MAX_SHOWN);
        gtk_text_iter_forward_to_line_end (&end);
        if (gtk_text_iter_compare (&start, &end) < 0)
          gtk_text_buffer_apply_tag (self->buffer, self->unseen, &start, &end);
      }
  while (gtk_text_iter_get_line (&line) < last && gtk_text_iter_forward_line (&line));
}

void
matchum_markdown_tags_dress_again (MatchumMarkdownTags *self, int first, int last)
{
  GtkTextIter start, end;

  g_return_if_fail (self != NULL);

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, first);
  gtk_text_buffer_get_iter_at_line (self->buffer, &end, last);
  gtk_text_iter_forward_line (&end);
  undress (self, &start, &end);
  hide_rest_of_long_lines (self, first, last);
  if (last - first < MAX_AT_ONCE)
    matchum_markdown_tags_dress (self, first, last);
}

void
matchum_markdown_tags_mark_found (MatchumMarkdownTags *self,
                                  const GtkTextIter *start,
                                  const GtkTextIter *end,
                                  gboolean is_current)
{
  g_return_if_fail (self != NULL);

  gtk_text_buffer_apply_tag (self->buffer, is_current ? self->current : self->found, start, end);
}

void
matchum_markdown_tags_unmark_found (MatchumMarkdownTags *self, gboolean is_current)
{
  GtkTextIter start, end;

  g_return_if_fail (self != NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->current, &start, &end);
  if (!is_current)
    gtk_text_buffer_remove_tag (self->buffer, self->found, &start, &end);
}

gboolean
matchum_markdown_tags_hide_something (MatchumMarkdownTags *self)
{
  GtkTextIter start;

  g_return_val_if_fail (self != NULL, FALSE);

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  return gtk_text_iter_has_tag (&start, self->unseen) || gtk_text_iter_forward_to_tag_toggle (&start, self->unseen);
}

/* The values of style.css and its kin; tags do not read style sheets. */
void
matchum_markdown_tags_set_colors (MatchumMarkdownTags *self, gboolean is_dark, gboolean is_high_contrast)
{
  const char *quiet, *line;
  GdkRGBA color;

  g_return_if_fail (self != NULL);

  if (is_dark)
    {
      quiet = is_high_contrast ? "#d6d6db" : "#b4b4ba";
      line = is_high_contrast ? "#ffdc8f" : "#e8bb4a";
    }
  else
    {
      quiet = is_high_contrast ? "#3a3a3f" : "#5a5a60";
      line = is_high_contrast ? "#6b4a00" : "#a06f00";
    }
  gdk_rgba_parse (&color, line);
  g_object_set (self->mark, "foreground", quiet, NULL);
  g_object_set (self->aside, "foreground", quiet, NULL);
  g_object_set (self->found, "background", is_dark ? "#5e4b12" : "#fbe9a6", "underline-rgba", &color, NULL);
  g_object_set (self->current, "background", is_dark ? "#e8bb4a" : "#f2c744", "foreground", "#1e1e1e", NULL);
}

/* How far from the start of its line an item's words begin. */
static int
measure_item (PangoContext *context, gsize depth)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *blanks = g_strnfill (2 * depth, ' ');
  g_autofree char *text = g_strconcat (blanks, "- x", NULL);
  PangoAttribute *wider = pango_attr_letter_spacing_new (WIDER * PANGO_SCALE);
  PangoRectangle words;

  wider->end_index = (guint) (2 * depth);
  if (depth > 0)
    pango_attr_list_insert (attributes, wider);
  else
    pango_attribute_destroy (wider);
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_index_to_pos (layout, (int) (2 * depth + 2), &words);
  return PANGO_PIXELS (words.x);
}

void
matchum_markdown_tags_set_font (MatchumMarkdownTags *self, PangoContext *context)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));

  for (gsize i = 0; i < G_N_ELEMENTS (self->hanging); i++)
    g_object_set (self->hanging[i], "indent", -measure_item (context, i), NULL);
}
