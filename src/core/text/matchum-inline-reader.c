/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the Markdown away from words and keeps the way back to the source.
 *
 * cmark says what the markup means, but not reliably where its words stand. So the lines of a paragraph are put into
 * one long line, of which the place of every byte is known, cmark reads that line, and its nodes are laid over it
 * from left to right: a delimiter takes one or two bytes, an escape two, an entity as many as it has; only where a
 * link ends is cmark asked, and in a single line it answers rightly. */
#include "config.h"

#include "text/matchum-inline-reader.h"

#include <cmark.h>
#include <string.h>

/* Paragraphs of more than this are taken as they are: no person wrote them, and some nestings of brackets cost cmark
 * quadratic time. */
#define MAX_PARSED_BYTES (16 * 1024)
#define MAX_PARSED_BRACKETS 512
/* How far words that are not where they should be are searched. */
#define MAX_SEARCHED_BYTES 4096
/* Goes before the line, so that cmark takes whatever follows as a paragraph; white space does what a line start does.
 */
#define PREFIX "x "
#define PREFIX_LENGTH 2

typedef enum {
  JOINT_START, /* the beginning of the line */
  JOINT_SOFT,  /* the byte before is a line end of the source */
  JOINT_HARD,  /* the same, and it is to be kept */
  JOINT_PUT_IN /* the byte before stands for nothing */
} Joint;

/* Bytes of the line from one joint to the next follow each other in the source, too. */
typedef struct {
  gsize offset; /* in the line */
  gsize source;
  Joint joint;
} Stretch;

typedef struct {
  const char *source;
  const char *definitions;
  GArray *remarks;
  GString *text;
  MatchumOffsetMap *map;
  GPtrArray *runs;      /* of MatchumInlineRun */
  gsize source_end;     /* of what was last put into text */
  GString *line;        /* the paragraph being read */
  GArray *stretches;    /* of Stretch */
  guint stretch;        /* the one that holds cursor */
  gsize cursor;         /* in line: everything before it is done */
  gboolean is_broken;   /* a backslash before a line end was met */
  gboolean has_space;   /* a space before cursor is held back: it goes where a comment and another space follow */
  gsize held_space;     /* where in the source it is */
  gboolean skips_space; /* a space at cursor is not to be put */
} Reader;

static Stretch *
get_stretch (Reader *self, guint index)
{
  return &g_array_index (self->stretches, Stretch, index);
}

/* The offset of the joint byte at which the stretch that holds offset ends. Offsets must not go back. */
static gsize
find_stretch_end (Reader *self, gsize offset)
{
  while (self->stretch + 1 < self->stretches->len && get_stretch (self, self->stretch + 1)->offset <= offset)
    self->stretch++;
  if (self->stretch + 1 < self->stretches->len)
    return get_stretch (self, self->stretch + 1)->offset - 1;
  return self->line->len;
}

static gsize
get_source_offset (Reader *self, gsize offset)
{
  gsize end = find_stretch_end (self, offset);
  Stretch *stretch = get_stretch (self, self->stretch);

  return stretch->source + (MIN (offset, end) - stretch->offset);
}

static gboolean
is_line_end (Reader *self, gsize offset)
{
  return offset == find_stretch_end (self, offset) && offset < self->line->len
         && get_stretch (self, self->stretch + 1)->joint != JOINT_PUT_IN;
}

static void
put_held_space (Reader *self)
{
  gsize source;

  if (!self->has_space)
    return;
  self->has_space = FALSE;
  source = self->held_space;
  g_string_append_c (self->text, ' ');
  matchum_offset_map_append (self->map, 1, MATCHUM_SPAN (source, source + 1));
  self->source_end = MAX (self->source_end, source + 1);
}

static void
put (Reader *self, const char *bytes, gsize length, MatchumSpan source)
{
  put_held_space (self);
  g_string_append_len (self->text, bytes, (gssize) length);
  matchum_offset_map_append (self->map, length, source);
  self->source_end = MAX (self->source_end, source.end);
}

static void
put_joint (Reader *self, gboolean is_code)
{
  const Stretch *next = get_stretch (self, self->stretch + 1);
  gboolean is_hard = !is_code && (next->joint == JOINT_HARD || self->is_broken);

  self->is_broken = FALSE;
  put_held_space (self);
  if (next->joint != JOINT_PUT_IN)
    put (self, is_hard ? "\n" : " ", 1,
         MATCHUM_SPAN (MAX (self->source_end, get_stretch (self, 0)->source), next->source));
}

/* Puts bytes of the line into the text as they are. */
static void
put_line (Reader *self, gsize start, gsize end, gboolean is_code)
{
  while (start < end)
    {
      gsize stretch_end = find_stretch_end (self, start);
      gsize part_end = MIN (end, stretch_end);

      if (start == stretch_end)
        {
          put_joint (self, is_code);
          start++;
          continue;
        }
      put (self, self->line->str + start, part_end - start,
           MATCHUM_SPAN (get_source_offset (self, start), get_source_offset (self, start) + part_end - start));
      start = part_end;
    }
}

static void
put_decoded (Reader *self, const char *bytes, gsize length, gsize start, gsize end)
{
  gsize source_start = get_source_offset (self, start);
  gsize source_end = get_source_offset (self, end);
  MatchumSpan source = MATCHUM_SPAN (source_start, MAX (source_start, source_end));

  put_held_space (self);
  g_string_append_len (self->text, bytes, (gssize) length);
  matchum_offset_map_append_whole (self->map, length, source);
  self->source_end = MAX (self->source_end, source.end);
}

/* Length of what looks like an entity at text, or 0. */
static gsize
measure_entity (const char *text, gsize length)
{
  gsize i = 1;

  if (length < 3 || text[0] != '&')
    return 0;
  if (text[i] == '#')
    i++;
  while (i < length && i < 40 && g_ascii_isalnum (text[i]))
    i++;
  return i > 1 && i < length && text[i] == ';' ? i + 1 : 0;
}

/* What cmark makes of the entity, or NULL where it is none. */
static char *
decode_entity (const char *entity, gsize length)
{
  cmark_node *document = cmark_parse_document (entity, length, CMARK_OPT_DEFAULT);
  cmark_node *paragraph = cmark_node_first_child (document);
  cmark_node *text = paragraph != NULL ? cmark_node_first_child (paragraph) : NULL;
  const char *literal = text != NULL ? cmark_node_get_literal (text) : NULL;
  char *decoded = NULL;

  if (literal != NULL && !(strlen (literal) == length && strncmp (literal, entity, length) == 0))
    decoded = g_strdup (literal);
  cmark_node_free (document);
  return decoded;
}

static gsize
put_entity (Reader *self, const char *literal)
{
  gsize length = measure_entity (self->line->str + self->cursor, self->line->len - self->cursor);
  g_autofree char *decoded = length > 0 ? decode_entity (self->line->str + self->cursor, length) : NULL;

  if (decoded == NULL || !g_str_has_prefix (literal, decoded))
    return 0;
  put_decoded (self, decoded, strlen (decoded), self->cursor, self->cursor + length);
  self->cursor += length;
  return strlen (decoded);
}

/* An escaped character, or the backslash of a hard line end. */
static gsize
put_escape (Reader *self, const char *literal)
{
  const char next = self->line->str[self->cursor + 1];

  if (g_ascii_ispunct (next) && literal[0] == next)
    {
      put_decoded (self, &next, 1, self->cursor, self->cursor + 2);
      self->cursor += 2;
      return 1;
    }
  if (literal[0] == '\\' && is_line_end (self, self->cursor + 1))
    {
      self->is_broken = TRUE;
      self->cursor++;
      return 1;
    }
  return 0;
}

/* The space at cursor, which ends a literal. */
static void
hold_space (Reader *self)
{
  if (self->cursor == find_stretch_end (self, self->cursor))
    {
      put_line (self, self->cursor, self->cursor + 1, FALSE);
      return;
    }
  put_held_space (self);
  self->has_space = TRUE;
  self->held_space = get_source_offset (self, self->cursor);
}

/* Bytes that stand in the line as they stand in the literal. */
static gsize
put_plain (Reader *self, const char *literal)
{
  const char *line = self->line->str + self->cursor;
  gsize length = 0;
  gboolean ends_with_space;

  while (literal[length] != '\0' && literal[length] == line[length]
         && (length == 0 || (line[length] != '\\' && line[length] != '&')))
    length++;
  ends_with_space = length > 0 && literal[length] == '\0' && line[length - 1] == ' ';
  put_line (self, self->cursor, self->cursor + length - ends_with_space, FALSE);
  self->cursor += length - ends_with_space;
  if (ends_with_space)
    {
      hold_space (self);
      self->cursor++;
    }
  return length;
}

/* The line does not say what cmark says: go on where it does, or else let the rest of the literal stand for itself. */
static gsize
put_lost (Reader *self, const char *literal)
{
  gsize searched = MIN (self->line->len - self->cursor, MAX_SEARCHED_BYTES);
  g_autofree char *head = g_strndup (literal, 8);
  const char *found = g_strstr_len (self->line->str + self->cursor, (gssize) searched, head);

  if (found != NULL)
    {
      self->cursor = (gsize) (found - self->line->str);
      return put_plain (self, literal);
    }
  put_decoded (self, literal, strlen (literal), self->cursor, self->cursor);
  return strlen (literal);
}

static void
put_literal (Reader *self, const char *literal)
{
  if (self->skips_space && literal[0] == ' ' && self->line->str[self->cursor] == ' ')
    {
      self->cursor++;
      literal++;
    }
  self->skips_space = FALSE;
  while (*literal != '\0')
    {
      const char c = self->line->str[self->cursor];
      gsize length = 0;

      if (c == '\\')
        length = put_escape (self, literal);
      else if (c == '&')
        length = put_entity (self, literal);
      if (length == 0)
        length = put_plain (self, literal);
      if (length == 0)
        length = put_lost (self, literal);
      literal += length;
    }
}

static gsize
count_run (Reader *self, gsize offset, char c)
{
  gsize n = 0;

  while (self->line->str[offset + n] == c)
    n++;
  return n;
}

/* The contents of a code span lose one space at both ends where they have one at both. */
static MatchumSpan
trim_code (Reader *self, gsize start, gsize end)
{
  const char *line = self->line->str;
  gboolean is_blank = TRUE;

  for (gsize i = start; i < end && is_blank; i++)
    is_blank = line[i] == ' ';
  if (!is_blank && line[start] == ' ' && line[end - 1] == ' ')
    return MATCHUM_SPAN (start + 1, end - 1);
  return MATCHUM_SPAN (start, end);
}

static MatchumInlineRun *
begin_run (Reader *self, MatchumInlineKind kind, const char *url)
{
  MatchumInlineRun *run;

  put_held_space (self);
  run = matchum_inline_run_new (kind, MATCHUM_SPAN (self->text->len, self->text->len), url);
  g_ptr_array_add (self->runs, run);
  return run;
}

static void
put_code_span (Reader *self, const char *literal)
{
  gsize n_ticks = count_run (self, self->cursor, '`');
  gsize start = self->cursor + n_ticks;
  gsize end = start;
  MatchumInlineRun *run;

  while (end < self->line->len && !(self->line->str[end] == '`' && count_run (self, end, '`') == n_ticks))
    end += MAX (count_run (self, end, '`'), 1);
  if (n_ticks == 0 || end >= self->line->len)
    {
      put_literal (self, literal);
      return;
    }
  run = begin_run (self, MATCHUM_INLINE_CODE, NULL);
  put_line (self, trim_code (self, start, end).start, trim_code (self, start, end).end, TRUE);
  run->span.end = self->text->len;
  self->cursor = end + n_ticks;
}

/* Where a comment went from between two spaces, one of them goes, too. */
static void
join_around_comment (Reader *self)
{
  gboolean is_space_next = self->line->str[self->cursor] == ' ' || self->cursor >= self->line->len;
  gboolean is_space_before = self->text->len == 0 || g_ascii_isspace (self->text->str[self->text->len - 1]);

  if (self->has_space)
    self->has_space = !is_space_next;
  else
    self->skips_space = is_space_before && is_space_next && !is_line_end (self, self->cursor);
}

/* A comment goes, and is told to who asked for comments. */
static void
skip_comment (Reader *self, gsize length)
{
  MatchumSpan span = { get_source_offset (self, self->cursor), 0 };

  self->cursor += length;
  span.end = get_source_offset (self, self->cursor);
  if (self->remarks != NULL)
    g_array_append_val (self->remarks, span);
  join_around_comment (self);
}

/* Tags go; <br> is a line end. */
static void
skip_html (Reader *self, const char *literal)
{
  gsize length = strlen (literal);
  gsize start = self->cursor;

  if (start + length > self->line->len || strncmp (self->line->str + start, literal, length) != 0)
    return;
  if (g_str_has_prefix (literal, "<!--"))
    {
      skip_comment (self, length);
      return;
    }
  self->cursor += length;
  if (g_ascii_strncasecmp (literal, "<br", 3) == 0 && strchr (" />\t", literal[3]) != NULL)
    put_decoded (self, "\n", 1, start, self->cursor);
}

static void
enter_link (Reader *self, cmark_node *node)
{
  cmark_node_set_user_data (node, begin_run (self, MATCHUM_INLINE_LINK, cmark_node_get_url (node)));
  if (self->line->str[self->cursor] == '[' || self->line->str[self->cursor] == '<')
    self->cursor++;
}

static void
leave_link (Reader *self, cmark_node *node)
{
  gsize end = (gsize) MAX (cmark_node_get_end_column (node), 0);

  if (self->line->str[self->cursor] == '>')
    self->cursor++;
  else if (end > self->cursor && end <= self->line->len && strchr (")]", self->line->str[end - 1]) != NULL)
    self->cursor = end;
}

static void
skip_delimiter (Reader *self, gsize length)
{
  const char *at = self->line->str + self->cursor;

  if (*at == '!' || ((*at == '*' || *at == '_') && (length == 1 || at[1] == at[0])))
    self->cursor += length;
}

static void
enter_node (Reader *self, cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      if (cmark_node_previous (node) == NULL && self->cursor == 0)
        {
          self->cursor = PREFIX_LENGTH;
          put_literal (self, cmark_node_get_literal (node) + PREFIX_LENGTH);
        }
      else
        put_literal (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
      put_code_span (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_INLINE:
      skip_html (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_EMPH:
      cmark_node_set_user_data (node, begin_run (self, MATCHUM_INLINE_EMPHASIS, NULL));
      skip_delimiter (self, 1);
      break;
    case CMARK_NODE_STRONG:
      cmark_node_set_user_data (node, begin_run (self, MATCHUM_INLINE_STRONG, NULL));
      skip_delimiter (self, 2);
      break;
    case CMARK_NODE_LINK:
      enter_link (self, node);
      break;
    case CMARK_NODE_IMAGE:
      skip_delimiter (self, 2);
      break;
    default:
      break;
    }
}

static void
leave_node (Reader *self, cmark_node *node)
{
  MatchumInlineRun *run = cmark_node_get_user_data (node);

  if (run != NULL)
    run->span.end = self->text->len;
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_EMPH:
      skip_delimiter (self, 1);
      break;
    case CMARK_NODE_STRONG:
      skip_delimiter (self, 2);
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      leave_link (self, node);
      break;
    default:
      break;
    }
}

static void
put_parsed_line (Reader *self)
{
  cmark_parser *parser = cmark_parser_new (CMARK_OPT_DEFAULT);
  cmark_node *document;
  cmark_node *paragraph;
  cmark_iter *iter;
  cmark_event_type event;

  cmark_parser_feed (parser, self->line->str, self->line->len);
  if (self->definitions != NULL)
    {
      cmark_parser_feed (parser, "\n\n", 2);
      cmark_parser_feed (parser, self->definitions, strlen (self->definitions));
    }
  document = cmark_parser_finish (parser);
  paragraph = cmark_node_first_child (document);
  iter = cmark_iter_new (paragraph);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (event == CMARK_EVENT_ENTER)
        enter_node (self, cmark_iter_get_node (iter));
      else
        leave_node (self, cmark_iter_get_node (iter));
    }
  cmark_iter_free (iter);
  cmark_node_free (document);
  cmark_parser_free (parser);
}

static gboolean
is_cjk_letter (gunichar c)
{
  return c >= 0x1100 && g_unichar_isalpha (c);
}

static gboolean
is_punctuation (gunichar c)
{
  return g_unichar_ispunct (c);
}

/* Length of the code span, or of the backticks that open none, at offset. */
static gsize
measure_code_span (Reader *self, gsize offset)
{
  gsize n_ticks = count_run (self, offset, '`');
  gsize end = offset + n_ticks;

  while (end < self->line->len)
    {
      gsize n = count_run (self, end, '`');

      if (n == n_ticks)
        return end + n - offset;
      end += MAX (n, 1);
    }
  return n_ticks;
}

/* Where a space must stand for the ** at offset to open or close, or 0. *is_open: whether one is open. */
static gsize
find_missing_space (Reader *self, gsize offset, gboolean *is_open)
{
  const char *at = self->line->str + offset;
  gunichar before = g_utf8_get_char (g_utf8_prev_char (at));
  gunichar after = g_utf8_get_char (at + 2);

  if (*is_open && !g_unichar_isspace (before))
    {
      *is_open = FALSE;
      return is_punctuation (before) && is_cjk_letter (after) ? offset + 2 : 0;
    }
  if (!*is_open && after != 0 && !g_unichar_isspace (after))
    {
      *is_open = TRUE;
      return is_cjk_letter (before) && is_punctuation (after) ? offset : 0;
    }
  return 0;
}

/* CommonMark takes **React(리액트)**를 for text, since it was made for languages that put spaces between words; those
 * who write so mean bold. A space that stands for nothing makes cmark see it. Array of gsize, or NULL for none. */
static GArray *
find_missing_spaces (Reader *self)
{
  GArray *offsets = NULL;
  gboolean is_open = FALSE;

  for (gsize i = PREFIX_LENGTH; i < self->line->len;)
    {
      const char *at = self->line->str + i;
      gsize n = *at == '*' ? count_run (self, i, '*') : 1;
      gsize offset = n == 2 ? find_missing_space (self, i, &is_open) : 0;

      if (offset > 0)
        {
          if (offsets == NULL)
            offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
          g_array_append_val (offsets, offset);
        }
      if (*at == '`')
        n = measure_code_span (self, i);
      else if (*at == '\\' && at[1] != '\0')
        n = 2;
      i += n;
    }
  return offsets;
}

/* Makes the line anew with spaces put in at offsets. */
static void
put_spaces_in (Reader *self, GArray *offsets)
{
  g_autoptr (GString) old_line = g_string_new_len (self->line->str, (gssize) self->line->len);
  g_autoptr (GArray) old_stretches = g_array_copy (self->stretches);
  gsize done = 0;
  guint next_stretch = 0;

  g_string_truncate (self->line, 0);
  g_array_set_size (self->stretches, 0);
  for (guint i = 0; i <= offsets->len; i++)
    {
      gsize end = i < offsets->len ? g_array_index (offsets, gsize, i) : old_line->len;

      for (; next_stretch < old_stretches->len; next_stretch++)
        {
          Stretch stretch = g_array_index (old_stretches, Stretch, next_stretch);

          if (stretch.offset > end)
            break;
          stretch.offset += i;
          g_array_append_val (self->stretches, stretch);
        }
      g_string_append_len (self->line, old_line->str + done, (gssize) (end - done));
      done = end;
      if (i < offsets->len)
        {
          Stretch stretch = { end + i + 1, 0, JOINT_PUT_IN };
          const Stretch *before = get_stretch (self, self->stretches->len - 1);

          stretch.source = before->source + (end + i - before->offset);
          g_string_append_c (self->line, ' ');
          g_array_append_val (self->stretches, stretch);
        }
    }
}

static gboolean
needs_parsing (const char *line, gsize length)
{
  guint n_brackets = 0;

  if (length > MAX_PARSED_BYTES || strpbrk (line, "\\`*_[]<&!") == NULL)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    n_brackets += line[i] == '[';
  return n_brackets <= MAX_PARSED_BRACKETS;
}

/* Puts the line as it is, but for comments: what is noted there is nobody else's business, however long the text. */
static void
put_unparsed_line (Reader *self)
{
  const char *opening, *closing;

  self->cursor = PREFIX_LENGTH;
  while ((opening = strstr (self->line->str + self->cursor, "<!--")) != NULL
         && (closing = strstr (opening + strlen ("<!--"), "-->")) != NULL)
    {
      put_line (self, self->cursor, (gsize) (opening - self->line->str), FALSE);
      self->cursor = (gsize) (opening - self->line->str);
      skip_comment (self, (gsize) (closing - opening) + strlen ("-->"));
      if (self->skips_space && self->line->str[self->cursor] == ' ')
        self->cursor++;
    }
  put_line (self, self->cursor, self->line->len, FALSE);
}

/* Puts the collected line into the text. */
static void
flush_line (Reader *self)
{
  if (self->line->len == 0)
    return;
  self->stretch = 0;
  self->cursor = 0;
  self->is_broken = FALSE;
  if (needs_parsing (self->line->str, self->line->len))
    {
      g_autoptr (GArray) offsets = find_missing_spaces (self);

      if (offsets != NULL)
        put_spaces_in (self, offsets);
      put_parsed_line (self);
    }
  else
    put_unparsed_line (self);
  put_held_space (self);
  self->skips_space = FALSE;
  g_string_truncate (self->line, 0);
  g_array_set_size (self->stretches, 0);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

static MatchumSpan
trim (const char *text, MatchumSpan span)
{
  while (span.start < span.end && is_space (text[span.start]))
    span.start++;
  while (span.end > span.start && is_space (text[span.end - 1]))
    span.end--;
  return span;
}

static void
append_stretch (Reader *self, gsize source, Joint joint)
{
  Stretch stretch = { self->line->len, source, joint };

  g_array_append_val (self->stretches, stretch);
}

static Joint
find_joint (Reader *self, MatchumSpan span, gsize trimmed_end)
{
  const char *rest = self->source + trimmed_end;

  return span.end - trimmed_end >= 2 && rest[0] == ' ' && rest[1] == ' ' ? JOINT_HARD : JOINT_SOFT;
}

/* joint: what the line before ended with; gets what this one ends with. */
static void
append_piece (Reader *self, MatchumSpan span, Joint *joint)
{
  MatchumSpan trimmed = trim (self->source, span);
  gsize start;

  if (matchum_span_is_empty (trimmed))
    return;
  if (self->line->len == 0)
    {
      g_string_append (self->line, PREFIX);
      append_stretch (self, trimmed.start, JOINT_START);
    }
  else
    {
      g_string_append_c (self->line, ' ');
      append_stretch (self, trimmed.start, *joint);
    }
  start = self->line->len;
  g_string_append_len (self->line, self->source + trimmed.start, (gssize) matchum_span_get_length (trimmed));
  /* A carriage return within a line ends none, but cmark would think so. */
  for (gsize i = start; i < self->line->len; i++)
    if (self->line->str[i] == '\r')
      self->line->str[i] = ' ';
  *joint = find_joint (self, span, trimmed.end);
}

static void
begin_text_line (Reader *self, gsize source)
{
  if (self->text->len > 0)
    put (self, "\n", 1, MATCHUM_SPAN (MIN (self->source_end, source), source));
}

/* A line as it is; neighbouring lines of code share one run. */
static void
put_verbatim (Reader *self, const MatchumInlinePiece *piece, gboolean is_continued)
{
  MatchumInlineRun *run = NULL;

  begin_text_line (self, piece->span.start);
  if (piece->kind == MATCHUM_INLINE_PIECE_CODE)
    run = is_continued ? g_ptr_array_index (self->runs, self->runs->len - 1)
                       : begin_run (self, MATCHUM_INLINE_CODE, NULL);
  put (self, self->source + piece->span.start, matchum_span_get_length (piece->span), piece->span);
  if (run != NULL)
    run->span.end = self->text->len;
}

/* Emphasis on nothing is nothing. */
static void
remove_empty_runs (GPtrArray *runs)
{
  guint n_kept = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      MatchumInlineRun *run = g_ptr_array_index (runs, i);

      if (matchum_span_is_empty (run->span))
        continue;
      runs->pdata[i] = runs->pdata[n_kept];
      runs->pdata[n_kept++] = run;
    }
  g_ptr_array_set_size (runs, (gint) n_kept);
}

static void
read_pieces (Reader *self, const MatchumInlinePiece *pieces, gsize n_pieces)
{
  Joint joint = JOINT_SOFT;

  for (gsize i = 0; i < n_pieces; i++)
    {
      gboolean is_verbatim =
          pieces[i].kind == MATCHUM_INLINE_PIECE_CODE || pieces[i].kind == MATCHUM_INLINE_PIECE_VERBATIM;

      if (pieces[i].kind != MATCHUM_INLINE_PIECE_LINE)
        flush_line (self);
      if (is_verbatim)
        {
          put_verbatim (self, &pieces[i], i > 0 && pieces[i - 1].kind == pieces[i].kind);
          continue;
        }
      if (self->line->len == 0)
        begin_text_line (self, trim (self->source, pieces[i].span).start);
      append_piece (self, pieces[i].span, &joint);
    }
  flush_line (self);
}

/**
 * matchum_inline_reader_read_pieces:
 * @pieces: (array length=n_pieces): in the order of the source, none overlapping another
 * @definitions: (nullable): link reference definitions as Markdown, one after the other
 * @remarks: (nullable): array of MatchumSpan, gets the bytes of the source that are HTML comments
 *
 * Returns: (transfer full): the words of the pieces
 */
MatchumInlineText *
matchum_inline_reader_read_pieces (MatchumSource *source,
                                   const MatchumInlinePiece *pieces,
                                   gsize n_pieces,
                                   const char *definitions,
                                   GArray *remarks)
{
  Reader self = { 0 };

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (pieces != NULL || n_pieces == 0, NULL);

  self.source = matchum_source_get_text (source);
  self.definitions = definitions;
  self.remarks = remarks;
  self.text = g_string_new (NULL);
  self.map = matchum_offset_map_new ();
  self.runs = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_inline_run_free);
  self.line = g_string_new (NULL);
  self.stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  read_pieces (&self, pieces, n_pieces);
  g_string_free (self.line, TRUE);
  g_array_unref (self.stretches);
  remove_empty_runs (self.runs);
  return matchum_inline_text_new (g_string_free (self.text, FALSE), self.map, self.runs);
}

/* Whether span is one line with no sign of Markdown in it, as most lines of postings are. */
static gboolean
is_plain_line (const char *text, MatchumSpan span)
{
  return strcspn (text + span.start, "\\`*_[]<&!\n\r") >= matchum_span_get_length (span);
}

MatchumInlineText *
matchum_inline_reader_read (MatchumSource *source, MatchumSpan span)
{
  g_autoptr (GArray) pieces = NULL;
  const char *text;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (span.start <= span.end && span.end <= matchum_source_get_length (source), NULL);

  text = matchum_source_get_text (source);
  if (is_plain_line (text, span))
    {
      span = trim (text, span);
      return matchum_inline_text_new_plain (text + span.start, matchum_span_get_length (span), span.start);
    }
  pieces = g_array_new (FALSE, FALSE, sizeof (MatchumInlinePiece));
  while (span.start < span.end)
    {
      const char *newline = memchr (text + span.start, '\n', matchum_span_get_length (span));
      gsize end = newline != NULL ? (gsize) (newline - text) : span.end;
      MatchumInlinePiece piece = { MATCHUM_INLINE_PIECE_LINE, MATCHUM_SPAN (span.start, end) };

      g_array_append_val (pieces, piece);
      span.start = end + 1;
    }
  return matchum_inline_reader_read_pieces (source, (MatchumInlinePiece *) (gpointer) pieces->data, pieces->len, NULL,
                                            NULL);
}
