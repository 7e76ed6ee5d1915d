/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks cmark for the structure of a text, and only for that.
 *
 * cmark gets a copy in which every byte that can only matter within a line is an x, so that hostile text cannot make it
 * work for long, and in which nesting is bounded; the copy has the lines and columns of the source. Where cmark 0.30
 * is known to be wrong about the last line of a block, the line is found here. Link reference definitions are text to
 * cmark, which would take them out without a word of where they were: they are taken off the paragraphs here, so that
 * every line that is not blank is somebody's. */
#include "config.h"

#include "resume/matchum-markdown-outline.h"

#include <cmark.h>
#include <string.h>

#include "resume/matchum-markdown-leaf.h"

/* Indentation beyond this is text. */
#define MAX_INDENTATION 100
/* Markers of lists and quotes in one line. */
#define MAX_MARKERS 16
/* Markers after the first of their line, in the whole text. */
#define MAX_SPARE_MARKERS 20000
/* Ends of HTML in one line. */
#define MAX_CLOSINGS 8
/* Readings of a text; each but the first knows better which lines under definitions are no underlines. */
#define MAX_PARSES 4

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Whether line is only c and blanks: a thematic break or the line under a heading. */
static gboolean
is_rule (const char *line, gsize length, char c)
{
  for (gsize i = 0; i < length; i++)
    if (line[i] != c && !is_blank (line[i]))
      return FALSE;
  return TRUE;
}

/* Length of the marker of a quote or list at line, or 0. */
static gsize
measure_marker (const char *line, gsize length)
{
  gsize i = 0;

  if (line[0] == '>')
    return 1;
  if (strchr ("-+*", line[0]) != NULL)
    return length == 1 || is_blank (line[1]) ? 1 : 0;
  while (i < length && i < 10 && g_ascii_isdigit (line[i]))
    i++;
  if (i == 0 || i == 10 || i == length || (line[i] != '.' && line[i] != ')'))
    return 0;
  return i + 1 == length || is_blank (line[i + 1]) ? i + 1 : 0;
}

static gsize
measure_run (const char *line, gsize length)
{
  gsize i = 0;

  while (i < length && line[i] == line[0])
    i++;
  return i;
}

/* Length of what begins at line and can end a block of HTML, or 0. */
static gsize
measure_closing (const char *line, gsize length)
{
  static const char *const closings[] = { "</script>", "</style>", "</pre>", "</textarea>", "]]>" };

  for (gsize i = 0; i < G_N_ELEMENTS (closings); i++)
    if (length >= strlen (closings[i]) && g_ascii_strncasecmp (line, closings[i], strlen (closings[i])) == 0)
      return strlen (closings[i]);
  return 0;
}

static gboolean
is_inline_mark (char c)
{
  switch (c)
    {
    case '*':
    case '_':
    case '`':
    case '[':
    case ']':
    case '&':
    case '<':
    case '!':
    case '\\':
      return TRUE;
    default:
      return FALSE;
    }
}

/* Makes x of what could only be inline markup in line, which begins after the markers of quotes and lists. */
static void
blunt_text (char *line, gsize length)
{
  gsize kept = 0; /* bytes at the start that stay */
  guint n_closings = 0;

  if (line[0] == '<')
    kept = MIN (length, 2);
  else if (line[0] == '`')
    {
      gsize fence = measure_run (line, length);

      if (fence >= 3 && memchr (line + fence, '`', length - fence) == NULL)
        kept = fence;
    }
  for (gsize i = kept; i < length; i++)
    {
      gsize closing = 0;

      if (!is_inline_mark (line[i]))
        continue;
      if ((line[i] == '<' || line[i] == ']') && n_closings < MAX_CLOSINGS)
        closing = measure_closing (line + i, length - i);
      if (closing > 0)
        {
          n_closings++;
          i += closing - 1;
        }
      else
        line[i] = 'x';
    }
}

/* Skips blanks from *offset on; what goes beyond the bounds becomes text. */
static gboolean
skip_indentation (char *line, gsize length, gsize *offset, guint *column)
{
  while (*offset < length && is_blank (line[*offset]))
    {
      *column = line[*offset] == '\t' ? (*column / 4 + 1) * 4 : *column + 1;
      if (*column > MAX_INDENTATION)
        {
          for (; *offset < length && is_blank (line[*offset]); (*offset)++)
            line[*offset] = 'x';
          return FALSE;
        }
      (*offset)++;
    }
  return TRUE;
}

/* "2015. 7. – 2015. 8." is a date, not the 2015th item of a list. */
static gboolean
is_dated_marker (const char *line, gsize length, gsize marker)
{
  gsize i = marker + 1;
  guint month = 0;

  if (marker != 5 || line[4] != '.' || !(memcmp (line, "19", 2) == 0 || memcmp (line, "20", 2) == 0))
    return FALSE;
  for (; i < length && i < marker + 3 && g_ascii_isdigit (line[i]); i++)
    month = month * 10 + (guint) (line[i] - '0');
  if (month < 1 || month > 12)
    return FALSE;
  if (i < length && line[i] == '.')
    return TRUE;
  while (i < length && is_blank (line[i]))
    i++;
  return i == length || strchr ("~-", line[i]) != NULL || (i + 2 < length && memcmp (line + i, "\xe2\x80", 2) == 0);
}

static void
blunt_line (char *line, gsize length, guint *n_spare)
{
  gsize offset = 0;
  guint column = 0;

  for (gsize i = 0; i < length; i++)
    if (line[i] == '\r')
      line[i] = ' ';
  for (guint n_markers = 0; skip_indentation (line, length, &offset, &column) && offset < length; n_markers++)
    {
      gsize marker = measure_marker (line + offset, length - offset);

      if (strchr ("*-_", line[offset]) != NULL && is_rule (line + offset, length - offset, line[offset]))
        return;
      if (marker == 0)
        break;
      if (is_dated_marker (line + offset, length - offset, marker))
        {
          line[offset + marker - 1] = 'x';
          break;
        }
      if (n_markers > 0 && (n_markers >= MAX_MARKERS || ++*n_spare > MAX_SPARE_MARKERS))
        {
          line[offset] = 'x';
          break;
        }
      offset += marker;
      column += (guint) marker;
    }
  if (offset < length)
    blunt_text (line + offset, length - offset);
}

/* The text from first_line on, made harmless. *start gets where it begins in the source. */
static char *
copy_blunted (MatchumSource *source, guint first_line, gsize *start)
{
  const gboolean is_past_end = first_line > matchum_source_get_n_lines (source);
  char *copy;
  guint n_spare = 0;

  *start = is_past_end ? matchum_source_get_length (source) : matchum_source_get_line_span (source, first_line).start;
  copy = g_strdup (matchum_source_get_text (source) + *start);
  for (guint line = first_line; line <= matchum_source_get_n_lines (source); line++)
    {
      MatchumSpan span = matchum_source_get_line_span (source, line);

      blunt_line (copy + (span.start - *start), matchum_span_get_length (span), &n_spare);
    }
  return copy;
}

typedef struct {
  MatchumSource *source;
  const char *copy;  /* blunted */
  gsize copy_start;  /* where it begins in the source */
  guint line_offset; /* lines before the copy */
  guint n_quotes;
  guint n_lists;
  GArray *events;
} Walk;

static MatchumSpan
get_line (Walk *self, guint line)
{
  return matchum_source_get_line_text (self->source, line);
}

/* White space, and the marks of the quotes around it. */
static gboolean
is_blank_line (Walk *self, guint line)
{
  MatchumSpan span = get_line (self, line);
  const char *text = matchum_source_get_text (self->source);

  for (gsize i = span.start; i < span.end; i++)
    if (!g_ascii_isspace (text[i]) && !(text[i] == '>' && self->n_quotes > 0))
      return FALSE;
  return TRUE;
}

static guint
clamp_line (Walk *self, int line)
{
  return CLAMP ((guint) MAX (line, 1) + self->line_offset, 1, matchum_source_get_n_lines (self->source));
}

/* Whether line is the line of = or - under a heading. */
static gboolean
is_underline (Walk *self, guint line)
{
  MatchumSpan span = get_line (self, line);
  const char *text = matchum_source_get_text (self->source);

  while (span.start < span.end && (g_ascii_isspace (text[span.start]) || text[span.start] == '>'))
    span.start++;
  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  return span.start < span.end && (text[span.start] == '=' || text[span.start] == '-')
         && measure_run (text + span.start, matchum_span_get_length (span)) == matchum_span_get_length (span);
}

/* The text of a leaf in its first line, after the markers. */
static MatchumSpan
get_first_text (Walk *self, const MatchumOutlineEvent *event)
{
  MatchumSpan span = get_line (self, event->first_line);

  span.start = MIN (span.start + event->column, span.end);
  return span;
}

/* One to six # and a blank: "#1" over a line of === is a heading, but no mark. */
static gboolean
begins_with_mark (const char *line, gsize length)
{
  const gsize n = length > 0 && line[0] == '#' ? measure_run (line, length) : 0;

  return n >= 1 && n <= 6 && (n == length || is_blank (line[n]) || line[n] == '\r');
}

static void
fill_heading (Walk *self, MatchumOutlineEvent *event, cmark_node *node)
{
  MatchumSpan span = get_first_text (self, event);

  event->level = (guint) cmark_node_get_heading_level (node);
  event->is_underlined =
      !begins_with_mark (matchum_source_get_text (self->source) + span.start, span.end - MIN (span.start, span.end));
  if (!event->is_underlined)
    event->last_line = event->first_line;
  while (event->last_line > event->first_line && !is_underline (self, event->last_line))
    event->last_line--;
}

static gboolean
is_fence (const char *text, gsize length)
{
  return length >= 3 && (text[0] == '`' || text[0] == '~') && measure_run (text, length) >= 3;
}

/* Code that is indented shows its first line in the literal; a fence with no words in its line does not, since what is
 * like it ends the code. */
static gboolean
is_fenced (Walk *self, const MatchumOutlineEvent *event, cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  const char *info = cmark_node_get_fence_info (node);
  MatchumSpan span = get_first_text (self, event);
  const char *copy = self->copy + (span.start - self->copy_start);
  gsize length = matchum_span_get_length (span);

  if (!is_fence (copy, length))
    return FALSE;
  return (info != NULL && *info != '\0') || strncmp (literal, copy, length) != 0 || literal[length] != '\n';
}

static gboolean
is_closing_fence (Walk *self, const MatchumOutlineEvent *event, guint line)
{
  const char *text = matchum_source_get_text (self->source);
  const char opening = text[get_first_text (self, event).start];
  MatchumSpan span;

  if (line > matchum_source_get_n_lines (self->source))
    return FALSE;
  span = get_line (self, line);
  while (span.start < span.end && (is_blank (text[span.start]) || text[span.start] == '>'))
    span.start++;
  return span.start < span.end && text[span.start] == opening
         && is_fence (text + span.start, matchum_span_get_length (span));
}

static void
fill_code (Walk *self, MatchumOutlineEvent *event, cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  guint n_lines;

  event->is_fenced = is_fenced (self, event, node);
  event->code_lengths = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *line = literal; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");

      g_array_append_val (event->code_lengths, length);
      line += length + (line[length] == '\n');
    }
  n_lines = event->code_lengths->len + (event->is_fenced ? 1 : 0);
  event->last_line = MIN (event->first_line + MAX (n_lines, 1) - 1, matchum_source_get_n_lines (self->source));
  if (event->is_fenced && is_closing_fence (self, event, event->last_line + 1))
    event->last_line++;
  else if (event->is_fenced)
    {
      event->open_fence = get_first_text (self, event);
      event->open_fence.end = event->open_fence.start
                              + measure_run (matchum_source_get_text (self->source) + event->open_fence.start,
                                             matchum_span_get_length (event->open_fence));
    }
}

static void
fill_html (Walk *self, MatchumOutlineEvent *event, cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  guint n_lines = 0;

  for (const char *p = literal; *p != '\0'; p++)
    n_lines += *p == '\n';
  event->last_line = MIN (event->first_line + MAX (n_lines, 1) - 1, matchum_source_get_n_lines (self->source));
}

static void
add_leaf (Walk *self, cmark_node *node, MatchumOutlineKind kind)
{
  MatchumOutlineEvent event = {
    .kind = kind,
    .first_line = clamp_line (self, cmark_node_get_start_line (node)),
    .last_line = clamp_line (self, cmark_node_get_end_line (node)),
    .column = (guint) MAX (cmark_node_get_start_column (node) - 1, 0),
    .n_quotes = self->n_quotes,
    .n_lists = self->n_lists,
  };

  if (kind == MATCHUM_OUTLINE_HEADING)
    fill_heading (self, &event, node);
  else if (kind == MATCHUM_OUTLINE_CODE)
    fill_code (self, &event, node);
  else if (kind == MATCHUM_OUTLINE_HTML)
    fill_html (self, &event, node);
  else if (kind == MATCHUM_OUTLINE_RULE)
    event.last_line = event.first_line;
  event.last_line = MAX (event.first_line, event.last_line);
  while (!event.is_fenced && event.last_line > event.first_line && is_blank_line (self, event.last_line))
    event.last_line--;
  g_array_append_val (self->events, event);
}

static void
add_container (Walk *self, MatchumOutlineKind kind, cmark_node *node, guint number)
{
  MatchumOutlineEvent event = {
    .kind = kind,
    .first_line = clamp_line (self, cmark_node_get_start_line (node)),
    .number = number,
    .n_quotes = self->n_quotes,
    .n_lists = self->n_lists,
  };

  event.last_line = event.first_line;
  g_array_append_val (self->events, event);
}

static guint
next_number (cmark_node *list)
{
  const gsize number = GPOINTER_TO_SIZE (cmark_node_get_user_data (list));

  if (cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    return 0;
  cmark_node_set_user_data (list, GSIZE_TO_POINTER (number + 1));
  return (guint) cmark_node_get_list_start (list) + (guint) number;
}

static void
enter_node (Walk *self, cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      self->n_quotes++;
      break;
    case CMARK_NODE_LIST:
      self->n_lists++;
      add_container (self, MATCHUM_OUTLINE_LIST_START, node, 0);
      break;
    case CMARK_NODE_ITEM:
      add_container (self, MATCHUM_OUTLINE_ITEM_START, node, next_number (cmark_node_parent (node)));
      break;
    case CMARK_NODE_HEADING:
      add_leaf (self, node, MATCHUM_OUTLINE_HEADING);
      break;
    case CMARK_NODE_PARAGRAPH:
      add_leaf (self, node, MATCHUM_OUTLINE_PARAGRAPH);
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_leaf (self, node, MATCHUM_OUTLINE_CODE);
      break;
    case CMARK_NODE_HTML_BLOCK:
      add_leaf (self, node, MATCHUM_OUTLINE_HTML);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      add_leaf (self, node, MATCHUM_OUTLINE_RULE);
      break;
    default:
      break;
    }
}

static void
leave_node (Walk *self, cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      self->n_quotes--;
      break;
    case CMARK_NODE_LIST:
      add_container (self, MATCHUM_OUTLINE_LIST_END, node, 0);
      self->n_lists--;
      break;
    case CMARK_NODE_ITEM:
      add_container (self, MATCHUM_OUTLINE_ITEM_END, node, 0);
      break;
    default:
      break;
    }
}

static void
walk_document (Walk *self, cmark_node *document)
{
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (event == CMARK_EVENT_ENTER)
        enter_node (self, cmark_iter_get_node (iter));
      else
        leave_node (self, cmark_iter_get_node (iter));
    }
  cmark_iter_free (iter);
}

/* Leaves stand one below the other; whatever cmark says, none reaches into the next. */
static void
separate_leaves (GArray *events)
{
  guint next = G_MAXUINT;

  for (guint i = events->len; i-- > 0;)
    {
      MatchumOutlineEvent *event = &g_array_index (events, MatchumOutlineEvent, i);

      if (event->kind < MATCHUM_OUTLINE_ITEM_START || event->kind == MATCHUM_OUTLINE_ITEM_END)
        continue;
      if (event->kind != MATCHUM_OUTLINE_ITEM_START && event->last_line >= next)
        event->last_line = MAX (event->first_line, next - 1);
      next = event->first_line;
    }
}

/* The lines of text of a leaf, without markers, each with a line feed. */
static char *
dup_lines (MatchumSource *source, const MatchumOutlineEvent *event, guint last_line)
{
  const char *text = matchum_source_get_text (source);
  GString *lines = g_string_new (NULL);

  for (guint line = event->first_line; line <= last_line; line++)
    {
      MatchumSpan span = matchum_markdown_leaf_get_line (source, event, line);

      while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
        span.end--;
      g_string_append_len (lines, text + span.start, (gssize) matchum_span_get_length (span));
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}

/* Takes definitions off the beginning of a leaf; returns how many lines they have. */
static guint
take_definitions (MatchumSource *source, const MatchumOutlineEvent *event, MatchumLinkDefinitions *definitions)
{
  const guint last_line = event->is_underlined ? event->last_line - 1 : event->last_line;
  const MatchumSpan span = matchum_markdown_leaf_get_line (source, event, event->first_line);
  g_autofree char *lines = NULL;
  gsize length;
  guint n = 0;

  if (span.start >= span.end || matchum_source_get_text (source)[span.start] != '[' || last_line < event->first_line)
    return 0;
  lines = dup_lines (source, event, last_line);
  length = matchum_link_definitions_take (definitions, lines, event->first_line);
  for (gsize i = 0; i < length; i++)
    n += lines[i] == '\n';
  return n;
}

/* Lets a leaf begin n lines further down. */
static void
skip_lines (MatchumSource *source, MatchumOutlineEvent *event, guint n)
{
  const guint line = event->first_line + n;

  event->column = (guint) (matchum_markdown_leaf_get_line (source, event, line).start
                           - matchum_source_get_line_span (source, line).start);
  event->first_line = line;
}

/* A line of = or - with nothing but definitions over it is a rule or begins a paragraph. */
static void
become_underline (MatchumSource *source, MatchumOutlineEvent *event)
{
  const char *text = matchum_source_get_text (source);
  MatchumSpan span = matchum_markdown_leaf_get_line (source, event, event->first_line);

  event->kind = text[span.start] == '-' && measure_run (text + span.start, matchum_span_get_length (span)) >= 3
                    ? MATCHUM_OUTLINE_RULE
                    : MATCHUM_OUTLINE_PARAGRAPH;
  event->level = 0;
  event->is_underlined = FALSE;
}

/* Whether second goes on where first, which was no paragraph so far, ends. */
static gboolean
are_one_paragraph (const MatchumOutlineEvent *first, const MatchumOutlineEvent *second)
{
  return first->kind == MATCHUM_OUTLINE_PARAGRAPH
         && (second->kind == MATCHUM_OUTLINE_PARAGRAPH
             || (second->kind == MATCHUM_OUTLINE_HEADING && second->is_underlined))
         && second->first_line == first->last_line + 1 && second->n_quotes == first->n_quotes
         && second->n_lists == first->n_lists;
}

static gboolean
may_begin_with_definitions (const MatchumOutlineEvent *event)
{
  return event->kind == MATCHUM_OUTLINE_PARAGRAPH || (event->kind == MATCHUM_OUTLINE_HEADING && event->is_underlined);
}

/* Takes the definitions out of all leaves, and leaves that are nothing else out of events. Lines under definitions that
 * were taken for underlines and are text go into underlines. */
static void
extract_definitions (MatchumSource *source, GArray *events, MatchumLinkDefinitions *definitions, GArray *underlines)
{
  MatchumOutlineEvent *underline = NULL; /* what one became that has lost its heading */
  guint n_kept = 0;

  for (guint i = 0; i < events->len; i++)
    {
      MatchumOutlineEvent event = g_array_index (events, MatchumOutlineEvent, i);
      const gboolean goes_on = underline != NULL && are_one_paragraph (underline, &event);
      const guint n =
          !goes_on && may_begin_with_definitions (&event) ? take_definitions (source, &event, definitions) : 0;

      if (goes_on)
        {
          underline->kind = event.kind;
          underline->level = event.level;
          underline->is_underlined = event.is_underlined;
          underline->last_line = event.last_line;
        }
      underline = NULL;
      if (goes_on || (n > 0 && event.first_line + n > event.last_line))
        continue;
      if (n > 0)
        skip_lines (source, &event, n);
      g_array_index (events, MatchumOutlineEvent, n_kept++) = event;
      if (n == 0 || !event.is_underlined || event.first_line < event.last_line)
        continue;
      underline = &g_array_index (events, MatchumOutlineEvent, n_kept - 1);
      become_underline (source, underline);
      if (underline->kind == MATCHUM_OUTLINE_PARAGRAPH)
        g_array_append_val (underlines, underline->first_line);
    }
  /* Those behind are copies, or paragraphs, which own nothing. */
  for (guint i = n_kept; i < events->len; i++)
    g_array_index (events, MatchumOutlineEvent, i).code_lengths = NULL;
  g_array_set_size (events, n_kept);
}

static void
clear_event (MatchumOutlineEvent *event)
{
  g_clear_pointer (&event->code_lengths, g_array_unref);
}

/* The text as cmark sees the copy. */
static void
parse (Walk *self, MatchumLinkDefinitions *definitions, GArray *underlines)
{
  cmark_node *document = cmark_parse_document (self->copy, strlen (self->copy), CMARK_OPT_DEFAULT);

  self->events = g_array_new (FALSE, TRUE, sizeof (MatchumOutlineEvent));
  g_array_set_clear_func (self->events, (GDestroyNotify) clear_event);
  walk_document (self, document);
  cmark_node_free (document);
  separate_leaves (self->events);
  extract_definitions (self->source, self->events, definitions, underlines);
}

/* Makes text of lines in the copy that look like underlines. */
static void
blunt_underlines (Walk *self, char *copy, GArray *underlines)
{
  for (guint i = 0; i < underlines->len; i++)
    {
      MatchumSpan span = get_line (self, g_array_index (underlines, guint, i));
      char *line = copy + (span.start - self->copy_start);

      line[strcspn (line, "=-")] = 'x';
    }
}

/**
 * matchum_markdown_outline_read:
 * @first_line: the line after the front matter, counted from 1
 * @definitions: gets the link reference definitions of the text
 *
 * Returns: (transfer full): array of MatchumOutlineEvent in document order
 */
GArray *
matchum_markdown_outline_read (MatchumSource *source, guint first_line, MatchumLinkDefinitions *definitions)
{
  Walk walk = { .source = source, .line_offset = first_line - 1 };
  g_autoptr (GArray) underlines = NULL;
  g_autofree char *copy = NULL;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (first_line >= 1, NULL);
  g_return_val_if_fail (definitions != NULL, NULL);

  walk.copy = copy = copy_blunted (source, first_line, &walk.copy_start);
  underlines = g_array_new (FALSE, FALSE, sizeof (guint));
  parse (&walk, definitions, underlines);
  for (guint n = 1; n < MAX_PARSES && underlines->len > 0; n++)
    {
      g_array_unref (walk.events);
      matchum_link_definitions_clear (definitions);
      blunt_underlines (&walk, copy, underlines);
      g_array_set_size (underlines, 0);
      parse (&walk, definitions, underlines);
    }
  return walk.events;
}
