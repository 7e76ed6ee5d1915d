/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes blocks of the structure of a Markdown text: which heading is the name, which are sections and which entries,
 * whose text every line is, and which dates belong to which entry. */
#include "config.h"

#include "resume/matchum-markdown-resume-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-dated-line.h"
#include "resume/matchum-link-definitions.h"
#include "resume/matchum-markdown-leaf.h"
#include "resume/matchum-section-kind.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-front-matter.h"

/* Two thousand pages of fifty lines. */
#define MAX_LINES 100000
/* Longer headings are nobody's name. */
#define MAX_NAME_CHARS 60

/* An item of a list whose text is being collected. */
typedef struct {
  guint first_line;
  guint last_line;
  guint number;
  guint block;        /* index of its block, or of the one it stands in where it has no line of its own */
  gboolean is_closed; /* its own text is done */
  gboolean is_html;   /* its own text begins with HTML */
  GArray *pieces;     /* of MatchumInlinePiece */
  GArray *html;       /* of MatchumSpan: HTML among its own text */
  MatchumSpan open_fence;
} Item;

typedef struct {
  MatchumSource *source;
  const char *text;
  GArray *events; /* of MatchumOutlineEvent */
  MatchumLinkDefinitions *definitions;
  GPtrArray *blocks;
  guint title_event; /* index of the heading that is the name, or G_MAXUINT */
  guint title;       /* index of its block, or MATCHUM_BLOCK_NONE */
  GArray *headings;  /* of guint: the open sections and entries, by index */
  GArray *items;     /* of Item: the open items */
} Reader;

static MatchumOutlineEvent *
get_event (Reader *self, guint index)
{
  return &g_array_index (self->events, MatchumOutlineEvent, index);
}

static MatchumBlock *
get_block (Reader *self, guint index)
{
  return g_ptr_array_index (self->blocks, index);
}

static Item *
get_top_item (Reader *self)
{
  return self->items->len > 0 ? &g_array_index (self->items, Item, self->items->len - 1) : NULL;
}

/* A heading that divides the document, not one within a quote or an item. */
static gboolean
is_outer_heading (const MatchumOutlineEvent *event)
{
  return event->kind == MATCHUM_OUTLINE_HEADING && event->n_quotes == 0 && event->n_lists == 0;
}

/* Markdown of the definitions that the pieces use, or NULL. */
static char *
dup_definitions (Reader *self, GArray *pieces)
{
  g_autoptr (GPtrArray) used = NULL;
  GString *markdown;
  gsize start, end;

  if (pieces->len == 0 || matchum_link_definitions_get_n (self->definitions) == 0)
    return NULL;
  start = g_array_index (pieces, MatchumInlinePiece, 0).span.start;
  end = g_array_index (pieces, MatchumInlinePiece, pieces->len - 1).span.end;
  used = matchum_link_definitions_find_used (self->definitions, self->text + start, MAX (start, end) - start);
  if (used == NULL)
    return NULL;
  markdown = g_string_new (NULL);
  for (guint i = 0; i < used->len; i++)
    g_string_append (markdown, ((MatchumLinkDefinition *) g_ptr_array_index (used, i))->markdown);
  return g_string_free (markdown, FALSE);
}

static MatchumInlineText *
read_pieces (Reader *self, GArray *pieces, GArray *remarks)
{
  g_autofree char *definitions = dup_definitions (self, pieces);

  return matchum_inline_reader_read_pieces (self->source, (MatchumInlinePiece *) (gpointer) pieces->data, pieces->len,
                                            definitions, remarks);
}

static char *
dup_heading_text (Reader *self, const MatchumOutlineEvent *event)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MatchumInlinePiece));
  g_autoptr (MatchumInlineText) words = NULL;

  matchum_markdown_leaf_collect (self->source, event, pieces);
  words = read_pieces (self, pieces, NULL);
  return g_strdup (matchum_inline_text_get_text (words));
}

/* The block that a new one stands in. */
static guint
find_parent (Reader *self)
{
  for (guint i = self->items->len; i-- > 0;)
    {
      guint block = g_array_index (self->items, Item, i).block;

      if (block != MATCHUM_BLOCK_NONE)
        return block;
    }
  if (self->headings->len > 0)
    return g_array_index (self->headings, guint, self->headings->len - 1);
  return self->title;
}

static MatchumSpan
get_whole_lines (Reader *self, guint first_line, guint last_line)
{
  MatchumSpan span = { matchum_source_get_line_span (self->source, first_line).start,
                       matchum_source_get_length (self->source) };

  if (last_line < matchum_source_get_n_lines (self->source))
    span.end = matchum_source_get_line_span (self->source, last_line + 1).start;
  return span;
}

/* A block of the lines, with the words of the pieces, under the block that is open now. */
static MatchumBlock *
add_block (Reader *self, MatchumBlockKind kind, guint first_line, guint last_line, GArray *pieces)
{
  MatchumBlock *block = matchum_block_new ();
  GArray *remarks = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  block->kind = kind;
  block->index = self->blocks->len;
  block->parent = find_parent (self);
  block->first_line = first_line;
  block->last_line = last_line;
  block->span = get_whole_lines (self, first_line, last_line);
  block->list_depth = self->items->len;
  block->content = read_pieces (self, pieces, remarks);
  block->remarks = remarks->len > 0 ? remarks : (g_array_unref (remarks), NULL);
  block->section = MATCHUM_SECTION_CONTACT;
  if (block->parent != MATCHUM_BLOCK_NONE)
    {
      const MatchumBlock *parent = get_block (self, block->parent);

      block->depth = parent->kind == MATCHUM_BLOCK_TITLE ? 0 : parent->depth + 1;
      block->section = parent->section;
    }
  g_ptr_array_add (self->blocks, block);
  return block;
}

/* A heading within a section that does not say what it is about is a section of its own where it does say so, such as
 * "Experience" under "Details". */
static gboolean
is_section_within (Reader *self, const char *text)
{
  const MatchumBlock *parent = get_block (self, find_parent (self));

  return parent->kind == MATCHUM_BLOCK_SECTION && parent->section == MATCHUM_SECTION_OTHER
         && matchum_section_kind_guess_exactly (text) != MATCHUM_SECTION_OTHER;
}

static void
close_headings (Reader *self, guint level)
{
  while (self->headings->len > 0
         && get_block (self, g_array_index (self->headings, guint, self->headings->len - 1))->heading >= level)
    g_array_set_size (self->headings, self->headings->len - 1);
}

static MatchumBlockKind
find_heading_kind (Reader *self, guint index)
{
  g_autofree char *text = NULL;

  if (index == self->title_event)
    return MATCHUM_BLOCK_TITLE;
  if (self->headings->len == 0)
    return MATCHUM_BLOCK_SECTION;
  text = dup_heading_text (self, get_event (self, index));
  return is_section_within (self, text) ? MATCHUM_BLOCK_SECTION : MATCHUM_BLOCK_ENTRY;
}

static void
add_heading (Reader *self, guint index)
{
  const MatchumOutlineEvent *event = get_event (self, index);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MatchumInlinePiece));
  MatchumBlock *block;

  close_headings (self, event->level);
  matchum_markdown_leaf_collect (self->source, event, pieces);
  block = add_block (self, find_heading_kind (self, index), event->first_line, event->last_line, pieces);
  block->heading = event->level;
  block->dates = matchum_dated_line_find_dates (matchum_block_get_text (block));
  if (block->kind == MATCHUM_BLOCK_SECTION)
    block->section = matchum_section_kind_guess (matchum_block_get_text (block));
  if (block->kind == MATCHUM_BLOCK_ENTRY && block->dates != NULL)
    block->dated_by = block->index;
  if (block->kind == MATCHUM_BLOCK_TITLE)
    self->title = block->index;
  else
    g_array_append_val (self->headings, block->index);
}

/* The entry whose first text a new paragraph would be, or NULL. */
static MatchumBlock *
get_fresh_entry (Reader *self)
{
  MatchumBlock *entry;

  if (self->items->len > 0 || self->headings->len == 0)
    return NULL;
  entry = get_block (self, g_array_index (self->headings, guint, self->headings->len - 1));
  if (entry->kind != MATCHUM_BLOCK_ENTRY)
    return NULL;
  for (guint i = self->blocks->len - 1; i > entry->index; i--)
    if (get_block (self, i)->kind != MATCHUM_BLOCK_REMARK)
      return NULL;
  return entry;
}

/* A backslash before a line end is none of the words. */
static void
trim_line_break (Reader *self, GArray *pieces)
{
  MatchumSpan *span = &g_array_index (pieces, MatchumInlinePiece, pieces->len - 1).span;
  gsize n = 0;

  while (span->end - n > span->start && self->text[span->end - n - 1] == '\\')
    n++;
  span->end -= n % 2;
}

/* goes_on: more lines of the same paragraph follow. */
static void
add_paragraph_lines (Reader *self, const MatchumOutlineEvent *event, MatchumBlock *entry, gboolean goes_on)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MatchumInlinePiece));
  const MatchumBlock *parent;
  MatchumBlock *block;

  matchum_markdown_leaf_collect (self->source, event, pieces);
  if (goes_on && pieces->len > 0)
    trim_line_break (self, pieces);
  block = add_block (self, MATCHUM_BLOCK_PARAGRAPH, event->first_line, event->last_line, pieces);
  if (event->kind == MATCHUM_OUTLINE_CODE)
    block->code = event->is_fenced ? MATCHUM_CODE_FENCED : MATCHUM_CODE_INDENTED;
  block->open_fence = event->open_fence;
  parent = block->parent != MATCHUM_BLOCK_NONE ? get_block (self, block->parent) : NULL;
  if (parent == NULL || parent->kind != MATCHUM_BLOCK_ENTRY || event->kind == MATCHUM_OUTLINE_CODE)
    return;
  if (!matchum_dated_line_is_dated (matchum_block_get_text (block), &block->is_dates))
    return;
  block->dates = matchum_dated_line_find_dates (matchum_block_get_text (block));
  if (entry != NULL && entry->dated_by == MATCHUM_BLOCK_NONE)
    entry->dated_by = block->index;
}

/* Whether line of a paragraph, which only the line before it keeps from being something else, is text by itself: a
 * definition, a numbered item or HTML is none. */
static gboolean
is_text_by_itself (Reader *self, const MatchumOutlineEvent *event, guint line)
{
  MatchumSpan span = matchum_markdown_leaf_get_line (self->source, event, line);
  const char *text = self->text + span.start;
  gsize n_digits = strspn (text, "0123456789");

  if (matchum_span_is_empty (span))
    return FALSE;
  return strchr ("[<=-+", text[0]) == NULL && !(n_digits > 0 && strchr (".)", text[n_digits]) != NULL);
}

/* The line of a paragraph that holds nothing but dates, or 0. */
static guint
find_dates_line (Reader *self, const MatchumOutlineEvent *event)
{
  for (guint line = event->first_line; line <= MIN (event->last_line, event->first_line + 3); line++)
    {
      g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MatchumInlinePiece));
      g_autoptr (MatchumInlineText) words = NULL;
      MatchumInlinePiece piece = { MATCHUM_INLINE_PIECE_PARAGRAPH,
                                   matchum_markdown_leaf_get_line (self->source, event, line) };
      gboolean is_dates = FALSE;

      g_array_append_val (pieces, piece);
      words = read_pieces (self, pieces, NULL);
      matchum_dated_line_is_dated (matchum_inline_text_get_text (words), &is_dates);
      if (is_dates && (line == event->last_line || is_text_by_itself (self, event, line + 1)))
        return line;
    }
  return 0;
}

/* What cmark takes as one paragraph under the heading of an entry may be a line of dates with text around it. */
static void
add_paragraph (Reader *self, const MatchumOutlineEvent *event)
{
  MatchumBlock *entry = get_fresh_entry (self);
  guint first_line = event->first_line, dates_line = 0;

  if (event->kind == MATCHUM_OUTLINE_PARAGRAPH && entry != NULL && event->last_line > event->first_line
      && !matchum_markdown_leaf_is_table (self->source, event))
    dates_line = find_dates_line (self, event);
  for (guint line = first_line; dates_line > 0 && line <= event->last_line; line++)
    {
      MatchumOutlineEvent part = *event;

      if (line != dates_line && line + 1 != dates_line && line != event->last_line)
        continue;
      part.first_line = first_line;
      part.last_line = line;
      part.column = first_line == event->first_line
                        ? event->column
                        : (guint) (matchum_markdown_leaf_get_line (self->source, event, first_line).start
                                   - matchum_source_get_line_span (self->source, first_line).start);
      add_paragraph_lines (self, &part, entry, line < event->last_line);
      first_line = line + 1;
    }
  if (dates_line == 0)
    add_paragraph_lines (self, event, entry, FALSE);
}

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  gsize start_a = ((const MatchumSpan *) a)->start;
  gsize start_b = ((const MatchumSpan *) b)->start;

  return start_a < start_b ? -1 : start_a > start_b ? 1 : 0;
}

static void
add_remarks (MatchumBlock *block, GArray *spans)
{
  if (spans->len == 0)
    return;
  if (block->remarks == NULL)
    block->remarks = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  g_array_append_vals (block->remarks, spans->data, spans->len);
  g_array_sort (block->remarks, compare_spans);
}

/* Ends the text of the top item itself; what follows are blocks within it. */
static void
close_item (Reader *self, guint next_line)
{
  Item *item = get_top_item (self);
  MatchumBlock *block;

  if (item == NULL || item->is_closed)
    return;
  item->is_closed = TRUE;
  if (item->pieces->len == 0 && next_line == item->first_line)
    return;
  block = add_block (self, MATCHUM_BLOCK_ITEM, item->first_line, item->last_line, item->pieces);
  block->number = item->number;
  block->open_fence = item->open_fence;
  add_remarks (block, item->html);
  if (item->is_html && *matchum_block_get_text (block) == '\0')
    block->kind = MATCHUM_BLOCK_REMARK;
  item->block = block->index;
}

static void
clear_item (Item *item)
{
  g_array_unref (item->pieces);
  g_array_unref (item->html);
}

static void
open_item (Reader *self, const MatchumOutlineEvent *event)
{
  Item item = {
    .first_line = event->first_line,
    .last_line = event->first_line,
    .number = event->number,
    .block = MATCHUM_BLOCK_NONE,
    .pieces = g_array_new (FALSE, FALSE, sizeof (MatchumInlinePiece)),
    .html = g_array_new (FALSE, FALSE, sizeof (MatchumSpan)),
  };

  g_array_append_val (self->items, item);
}

/* HTML at the beginning of an item is read as its text; further on it is a remark in it. */
static void
extend_item_with_html (Reader *self, Item *item, const MatchumOutlineEvent *event)
{
  MatchumSpan span;

  if (item->pieces->len == 0)
    {
      item->is_html = TRUE;
      matchum_markdown_leaf_collect_words (self->source, event, item->pieces);
      return;
    }
  span.start = matchum_markdown_leaf_get_line (self->source, event, event->first_line).start;
  span.end = matchum_source_get_line_span (self->source, event->last_line).end;
  g_array_append_val (item->html, span);
}

static gboolean
extend_item (Reader *self, const MatchumOutlineEvent *event)
{
  Item *item = get_top_item (self);

  if (item == NULL || item->is_closed)
    return FALSE;
  if (event->kind == MATCHUM_OUTLINE_HTML)
    extend_item_with_html (self, item, event);
  else
    matchum_markdown_leaf_collect (self->source, event, item->pieces);
  item->last_line = event->last_line;
  item->open_fence = event->open_fence;
  return TRUE;
}

static void
add_html (Reader *self, const MatchumOutlineEvent *event)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MatchumInlinePiece));

  matchum_markdown_leaf_collect (self->source, event, pieces);
  add_block (self, MATCHUM_BLOCK_REMARK, event->first_line, event->last_line, pieces);
}

static void
add_leaf (Reader *self, guint index)
{
  const MatchumOutlineEvent *event = get_event (self, index);

  if (extend_item (self, event))
    return;
  close_item (self, event->first_line);
  if (is_outer_heading (event))
    add_heading (self, index);
  else if (event->kind == MATCHUM_OUTLINE_HTML)
    add_html (self, event);
  else
    add_paragraph (self, event);
}

static void
take_event (Reader *self, guint index)
{
  const MatchumOutlineEvent *event = get_event (self, index);

  switch (event->kind)
    {
    case MATCHUM_OUTLINE_LIST_START:
    case MATCHUM_OUTLINE_RULE:
      close_item (self, event->first_line);
      break;
    case MATCHUM_OUTLINE_LIST_END:
      break;
    case MATCHUM_OUTLINE_ITEM_START:
      open_item (self, event);
      break;
    case MATCHUM_OUTLINE_ITEM_END:
      close_item (self, 0);
      g_array_set_size (self->items, self->items->len - 1);
      break;
    case MATCHUM_OUTLINE_HEADING:
    case MATCHUM_OUTLINE_PARAGRAPH:
    case MATCHUM_OUTLINE_CODE:
    case MATCHUM_OUTLINE_HTML:
      add_leaf (self, index);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What is known of the headings before it is decided which of them is the name. */
typedef struct {
  guint first;         /* index of the event of the first heading, or G_MAXUINT */
  guint n;             /* headings after the first */
  guint top;           /* least level among them */
  guint n_top;         /* how many have it */
  guint n_top_known;   /* how many of these head a section that is known */
  guint n_known;       /* how many of all do */
  gboolean has_deeper; /* the first is followed by a deeper one right away */
  gboolean has_list;   /* a list stands between the first and the second */
} Headings;

static gboolean
is_known_section (Reader *self, const MatchumOutlineEvent *event)
{
  g_autofree char *text = dup_heading_text (self, event);

  return matchum_section_kind_guess (text) != MATCHUM_SECTION_OTHER;
}

static void
count_heading (Reader *self, Headings *headings, const MatchumOutlineEvent *event)
{
  gboolean is_known = is_known_section (self, event);

  if (headings->n == 0)
    headings->has_deeper = event->level > get_event (self, headings->first)->level;
  headings->n++;
  headings->n_known += is_known;
  if (event->level < headings->top)
    {
      headings->top = event->level;
      headings->n_top = headings->n_top_known = 0;
    }
  if (event->level > headings->top)
    return;
  headings->n_top++;
  headings->n_top_known += is_known;
}

static Headings
count_headings (Reader *self)
{
  Headings headings = { .first = G_MAXUINT, .top = G_MAXUINT };

  for (guint i = 0; i < self->events->len; i++)
    {
      const MatchumOutlineEvent *event = get_event (self, i);

      if (event->kind == MATCHUM_OUTLINE_LIST_START && headings.first != G_MAXUINT && headings.n == 0)
        headings.has_list = TRUE;
      if (!is_outer_heading (event))
        continue;
      if (headings.first == G_MAXUINT)
        headings.first = i;
      else
        count_heading (self, &headings, event);
    }
  return headings;
}

/* Whether the first of several headings of the same level stands for a name: the others head known sections, it heads
 * none, and nothing but a few lines stands under it. */
static gboolean
is_name_among_sections (const Headings *headings, const char *text, gboolean is_known, const char *known_name)
{
  if (is_known || headings->has_deeper || headings->has_list || g_utf8_strlen (text, -1) > MAX_NAME_CHARS)
    return FALSE;
  if (known_name != NULL)
    {
      g_autofree char *folded_text = matchum_fold (text, -1);
      g_autofree char *folded_name = matchum_fold (known_name, -1);

      return strstr (folded_text, folded_name) != NULL;
    }
  return headings->n_top_known > 0 && headings->n_top_known * 2 >= headings->n_top;
}

/* The event of the heading that is the name, or G_MAXUINT: one on top of all others, or the first of its equals. */
static guint
find_title (Reader *self, const Headings *headings, const char *known_name)
{
  const MatchumOutlineEvent *first = get_event (self, headings->first);
  g_autofree char *text = dup_heading_text (self, first);
  gboolean is_known = matchum_section_kind_guess_exactly (text) != MATCHUM_SECTION_OTHER;
  gboolean is_title;

  if (matchum_section_kind_is_document_word (text))
    is_title = headings->n == 0 || first->level <= headings->top;
  else if (headings->n == 0 || first->level < headings->top)
    is_title = !is_known || headings->n_known > 0;
  else
    is_title = is_name_among_sections (headings, text, is_known, known_name);
  return is_title ? headings->first : G_MAXUINT;
}

static void
set_ends (GPtrArray *blocks)
{
  for (guint i = blocks->len; i-- > 0;)
    {
      MatchumBlock *block = g_ptr_array_index (blocks, i);

      block->end = MAX (block->end, i + 1);
      if (block->parent != MATCHUM_BLOCK_NONE)
        {
          MatchumBlock *parent = g_ptr_array_index (blocks, block->parent);

          parent->end = MAX (parent->end, block->end);
        }
    }
}

static guint64
hash_text (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    hash = (hash ^ *p) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

/* Names every block by its kind, its words and, where several have the same, its place among them: the same text read
 * again has the same ids. */
static void
set_ids (GPtrArray *blocks)
{
  static const char *const kinds[] = { "title", "section", "entry", "item", "text", "remark" };
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      MatchumBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *folded = matchum_fold (matchum_block_get_text (block), -1);
      g_autofree char *stem = g_strdup_printf ("%s-%016" G_GINT64_MODIFIER "x", kinds[block->kind], hash_text (folded));
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, stem)) + 1;

      block->id = g_strdup_printf ("%s-%u", stem, count);
      g_hash_table_insert (counts, g_steal_pointer (&stem), GUINT_TO_POINTER (count));
    }
}

/* The name that the front matter gives, or NULL. A title such as "Resume" is none. */
static const char *
get_known_name (MatchumFrontMatter *front_matter)
{
  const char *title = matchum_front_matter_get_string (front_matter, "title");
  const char *author = matchum_front_matter_get_string (front_matter, "author");

  if (title != NULL && *title != '\0' && !matchum_section_kind_is_document_word (title))
    return title;
  return author != NULL && *author != '\0' ? author : NULL;
}

/* "성명: 유하람" in a line before the first section or among the personal data, or NULL. */
static char *
dup_labelled_name (Reader *self)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("^\\s*(?:성\\s*명|이\\s*름|(?:full )?name)\\s*[:：|]\\s*([^|,:·/\\n\\t(]+?)\\s*"
                   "(?:[|,·/\\t(]|  |$)",
                   G_REGEX_CASELESS | G_REGEX_MULTILINE, 0, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const MatchumBlock *block = get_block (self, i);
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *lines = NULL;
      g_autofree char *name = NULL;

      if (block->section != MATCHUM_SECTION_CONTACT)
        return NULL;
      if (matchum_inline_text_get_length (block->content) > MAX_NAME_CHARS * 16)
        continue;
      lines = matchum_block_dup_lines (block, self->source);
      if (!g_regex_match (regex, lines, 0, &info))
        continue;
      name = g_match_info_fetch (info, 1);
      if (g_utf8_strlen (name, -1) <= MAX_NAME_CHARS)
        return g_steal_pointer (&name);
    }
  return NULL;
}

static char *
dup_name (Reader *self, const char *known_name)
{
  const char *text;

  if (known_name != NULL)
    return g_strdup (known_name);
  text = self->title != MATCHUM_BLOCK_NONE ? matchum_block_get_text (get_block (self, self->title)) : "";
  return *text != '\0' && !matchum_section_kind_is_document_word (text) ? g_strdup (text) : dup_labelled_name (self);
}

static gboolean
check_length (MatchumSource *source, GError **error)
{
  if (matchum_source_get_n_lines (source) <= MAX_LINES)
    return TRUE;
  g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT,
               _ ("%s:%d: the text has more lines than any resume; check that the right file was chosen"),
               matchum_source_get_name (source), MAX_LINES + 1);
  return FALSE;
}

/* The first line after the front matter; past the end where nothing follows. */
static guint
find_first_line (MatchumSource *source, MatchumSpan front_matter)
{
  if (matchum_span_is_empty (front_matter))
    return 1;
  if (front_matter.end >= matchum_source_get_length (source))
    return matchum_source_get_n_lines (source) + 1;
  return matchum_source_get_line_at (source, front_matter.end);
}

static MatchumResume *
read_blocks (Reader *self, const char *known_name, GError **error)
{
  g_autofree char *name = NULL;
  MatchumResume *resume;
  Headings headings;

  headings = count_headings (self);
  if (headings.first == G_MAXUINT)
    {
      g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT,
                   _ ("%s:1: no heading was found; a resume needs headings such as \"# Name\" and \"## Experience\""),
                   matchum_source_get_name (self->source));
      return NULL;
    }
  self->title_event = find_title (self, &headings, known_name);
  for (guint i = 0; i < self->events->len; i++)
    take_event (self, i);
  set_ends (self->blocks);
  set_ids (self->blocks);
  name = dup_name (self, known_name);
  resume = matchum_resume_new (self->source, name, g_ptr_array_ref (self->blocks));
  matchum_resume_take_link_definitions (resume, g_steal_pointer (&self->definitions));
  return resume;
}

/**
 * matchum_markdown_resume_reader_read:
 * @source: the text, with or without front matter
 *
 * Returns: (transfer full): the resume, or NULL with MATCHUM_SOURCE_ERROR_FORMAT
 */
MatchumResume *
matchum_markdown_resume_reader_read (MatchumSource *source, GError **error)
{
  g_autoptr (MatchumFrontMatter) front_matter = NULL;
  Reader self = { .title = MATCHUM_BLOCK_NONE };
  MatchumResume *resume;
  guint first_line;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_length (source, error))
    return NULL;
  front_matter = matchum_front_matter_read (source, error);
  if (front_matter == NULL)
    return NULL;
  first_line = find_first_line (source, matchum_front_matter_get_span (front_matter));
  self.source = source;
  self.text = matchum_source_get_text (source);
  self.definitions = matchum_link_definitions_new ();
  self.events = matchum_markdown_outline_read (source, first_line, self.definitions);
  self.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_block_free);
  self.headings = g_array_new (FALSE, FALSE, sizeof (guint));
  self.items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self.items, (GDestroyNotify) clear_item);
  resume = read_blocks (&self, get_known_name (front_matter), error);
  g_array_unref (self.items);
  g_array_unref (self.headings);
  g_ptr_array_unref (self.blocks);
  matchum_link_definitions_free (self.definitions);
  g_array_unref (self.events);
  return resume;
}
