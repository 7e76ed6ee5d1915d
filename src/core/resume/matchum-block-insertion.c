/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts new blocks into a resume where a person would write them, marked and spaced like their neighbours. */
#include "config.h"

#include "resume/matchum-block-edit.h"

#include <string.h>

#include "resume/matchum-block-anatomy.h"
#include "resume/matchum-block-place.h"
#include "resume/matchum-block-words.h"

#define MAX_HEADING_LEVEL 6
#define DEFAULT_MARKER "- "

/* What stands around a new block. */
typedef enum {
  SPACING_USUAL,
  SPACING_BLANK,     /* blank lines */
  SPACING_SEPARATOR, /* the same and, behind it, what parts a list from code that is indented */
  N_SPACINGS,
} Spacing;

/* How words are written, from the way they were typed to the safest. */
typedef enum {
  WAY_LINES,
  WAY_JOINED,
  WAY_PLAIN,
  N_WAYS,
} Way;

/* A block that is to come. */
typedef struct {
  MatchumBlockKind kind;
  guint index; /* what it will have */
  guint parent;
  guint list_depth;
  guint heading;    /* level, 0 for none */
  guint after_line; /* of the source; 0 to be the first line */
  gboolean has_blank_before;
  gboolean has_blank_after;
  char *marks;  /* before the first line of it */
  char *prefix; /* before the others */
} Plan;

static void
plan_clear (Plan *plan)
{
  g_free (plan->marks);
  g_free (plan->prefix);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

/* The item that a block is, or stands in. */
static const MatchumBlock *
find_item (MatchumBlockPlace *self, const MatchumBlock *block)
{
  while (block != NULL && !matchum_block_place_is_item (self, block))
    block = block->list_depth > 0 ? matchum_block_place_get_parent (self, block) : NULL;
  return block;
}

/* The last block of those right under a heading that are no headings; the heading itself where there is none. */
static const MatchumBlock *
find_last_of_heading (MatchumBlockPlace *self, const MatchumBlock *heading)
{
  const MatchumBlock *last = heading;
  guint i = heading->index + 1;

  while (i < heading->end && matchum_block_place_get_block (self, i)->heading == 0)
    {
      last = matchum_block_place_get_block (self, i);
      i = last->end;
    }
  return last;
}

static const MatchumBlock *
find_last_item (MatchumBlockPlace *self, const MatchumBlock *heading)
{
  const MatchumBlock *last = NULL;

  for (guint i = heading->index + 1; i < heading->end && matchum_block_place_get_block (self, i)->heading == 0;
       i = matchum_block_place_get_block (self, i)->end)
    if (matchum_block_place_is_item (self, matchum_block_place_get_block (self, i)))
      last = matchum_block_place_get_block (self, i);
  return last;
}

static const MatchumBlock *
get_next_sibling (MatchumBlockPlace *self, const MatchumBlock *block)
{
  const MatchumBlock *next =
      block->end < matchum_block_place_get_n_blocks (self) ? matchum_block_place_get_block (self, block->end) : NULL;

  return next != NULL && next->parent == block->parent ? next : NULL;
}

/* The sibling before block; NULL where it is the first. */
static const MatchumBlock *
get_previous_sibling (MatchumBlockPlace *self, const MatchumBlock *block)
{
  const MatchumBlock *before = block->index > 0 ? matchum_block_place_get_block (self, block->index - 1) : NULL;

  while (before != NULL && before->parent != block->parent)
    before = before->index != block->parent ? matchum_block_place_get_parent (self, before) : NULL;
  return before;
}

static gboolean
are_items_apart (MatchumBlockPlace *self, const MatchumBlock *before, const MatchumBlock *block)
{
  return before != NULL && block != NULL && matchum_block_place_is_item (self, before)
         && matchum_block_place_is_item (self, block)
         && matchum_block_place_count_blank_before (self, block->first_line) > 0;
}

/* Whether blank lines stand between the items of the list that item is in. */
static gboolean
is_loose (MatchumBlockPlace *self, const MatchumBlock *item)
{
  return are_items_apart (self, item, get_next_sibling (self, item))
         || are_items_apart (self, get_previous_sibling (self, item), item);
}

static char *
dup_marker (MatchumBlockPlace *self, const MatchumBlock *item)
{
  g_autoptr (MatchumBlockFrame) frame = matchum_block_frame_new (self->resume, item->index, item->index + 1);

  return frame != NULL ? matchum_block_anatomy_dup_marker (frame, item->index) : NULL;
}

/* The number as it is written in marks; 0 where there is none. */
static guint64
find_number (const char *marks, gsize *start, gsize *length)
{
  *start = strcspn (marks, "0123456789");
  *length = strspn (marks + *start, "0123456789");
  return *length > 0 ? g_ascii_strtoull (marks + *start, NULL, 10) : 0;
}

/* The marks of an item that follows upon one with marks. Lists that say 1. 1. 1. go on doing so. */
static char *
dup_next_marker (MatchumBlockPlace *self, const MatchumBlock *item, const char *marks)
{
  const MatchumBlock *before = get_previous_sibling (self, item);
  g_autofree char *marks_before =
      before != NULL && matchum_block_place_is_item (self, before) ? dup_marker (self, before) : NULL;
  gsize start, length, start_before, length_before;
  guint64 number = find_number (marks, &start, &length);

  if (length == 0 || length > 9 || number >= 999999999)
    return g_strdup (marks);
  if (marks_before != NULL && find_number (marks_before, &start_before, &length_before) == number && length_before > 0)
    return g_strdup (marks);
  return g_strdup_printf ("%.*s%" G_GUINT64_FORMAT "%s", (int) start, marks, number + 1, marks + start + length);
}

/* Marks of quotes before the first line of block, with a blank after them, or nothing. */
static char *
dup_quote_marks (MatchumBlockPlace *self, const MatchumBlock *block)
{
  MatchumSpan span = matchum_source_get_line_text (self->source, block->first_line);
  gsize end = span.start;

  if (block->kind == MATCHUM_BLOCK_REMARK || block->heading > 0)
    return g_strdup ("");
  for (gsize i = span.start; i < span.end && strchr (" \t>", self->text[i]) != NULL; i++)
    if (self->text[i] == '>')
      end = i + 1;
  return end > span.start ? g_strdup_printf ("%.*s ", (int) (end - span.start), self->text + span.start)
                          : g_strdup ("");
}

static void
set_marks (Plan *plan, char *marks)
{
  plan->marks = marks;
  plan->prefix = matchum_block_anatomy_dup_continuation (marks, strlen (marks));
}

static void
plan_after (MatchumBlockPlace *self, Plan *plan, const MatchumBlock *block)
{
  plan->index = block->end;
  plan->after_line = matchum_block_place_get_last_line (self, block);
}

/* After what stands in block, or, where that is a heading, right after its own lines. */
static void
plan_under (MatchumBlockPlace *self, Plan *plan, const MatchumBlock *block)
{
  plan_after (self, plan, block);
  plan->parent = block->parent;
  if (block->heading == 0)
    return;
  plan->index = block->index + 1;
  plan->after_line = block->last_line;
  plan->parent = block->index;
}

/* Whether a blank line follows upon headings like this one. */
static gboolean
has_blank_after_heading (MatchumBlockPlace *self, guint level)
{
  for (guint i = 0; i + 1 < matchum_block_place_get_n_blocks (self); i++)
    if (matchum_block_place_get_block (self, i)->heading == level
        && matchum_block_place_get_block (self, i + 1)->heading == 0)
      return matchum_block_place_count_blank_before (self, matchum_block_place_get_block (self, i + 1)->first_line) > 0;
  return TRUE;
}

static gboolean
has_blank_before_new (MatchumBlockPlace *self, const MatchumBlock *last)
{
  return last->heading == 0 || has_blank_after_heading (self, last->heading);
}

/* The marker of the bullets of the resume. */
static char *
dup_usual_marker (MatchumBlockPlace *self)
{
  for (guint i = 0; i < matchum_block_place_get_n_blocks (self); i++)
    {
      const MatchumBlock *block = matchum_block_place_get_block (self, i);
      g_autofree char *marker = NULL;

      if (block->kind != MATCHUM_BLOCK_ITEM || block->list_depth != 1 || block->number > 0
          || self->text[matchum_source_get_line_text (self->source, block->first_line).start] == '>')
        continue;
      marker = dup_marker (self, block);
      if (marker != NULL && strchr ("-+*", marker[0]) != NULL)
        return g_steal_pointer (&marker);
    }
  return g_strdup (DEFAULT_MARKER);
}

static gboolean
plan_item_after (MatchumBlockPlace *self, Plan *plan, const MatchumBlock *item)
{
  g_autofree char *marker = dup_marker (self, item);

  if (marker == NULL)
    return FALSE;
  plan_after (self, plan, item);
  plan->parent = item->parent;
  plan->list_depth = item->list_depth;
  plan->has_blank_before = is_loose (self, item);
  set_marks (plan, dup_next_marker (self, item, marker));
  return TRUE;
}

/* The first of the items that come right after block. */
static gboolean
plan_item_before (MatchumBlockPlace *self, Plan *plan, const MatchumBlock *item)
{
  g_autofree char *marker = dup_marker (self, item);

  if (marker == NULL)
    return FALSE;
  plan->index = item->index;
  plan->after_line = item->first_line - 1;
  plan->parent = item->parent;
  plan->list_depth = item->list_depth;
  plan->has_blank_after = is_loose (self, item);
  set_marks (plan, g_steal_pointer (&marker));
  return TRUE;
}

/* Several blocks may be lines of one paragraph, dates among them; nothing goes in between. */
static const MatchumBlock *
find_end_of_paragraph (MatchumBlockPlace *self, const MatchumBlock *block)
{
  const MatchumBlock *next;

  while ((next = get_next_sibling (self, block)) != NULL && block->kind == MATCHUM_BLOCK_PARAGRAPH
         && next->kind == MATCHUM_BLOCK_PARAGRAPH && block->last_line + 1 == next->first_line)
    block = next;
  return block;
}

static gboolean
plan_item (MatchumBlockPlace *self, Plan *plan, const MatchumBlock *block)
{
  const MatchumBlock *item = block->heading > 0 ? find_last_item (self, block) : find_item (self, block);
  const MatchumBlock *next;

  if (item != NULL)
    return plan_item_after (self, plan, item);
  block = find_end_of_paragraph (self, block);
  next = block->heading == 0 ? get_next_sibling (self, block) : NULL;
  if (next != NULL && matchum_block_place_is_item (self, next))
    return plan_item_before (self, plan, next);
  block = block->heading > 0 ? find_last_of_heading (self, block) : block;
  plan_under (self, plan, block);
  plan->list_depth = 1;
  plan->has_blank_before = has_blank_before_new (self, block);
  plan->has_blank_after = TRUE;
  set_marks (plan, dup_usual_marker (self));
  return TRUE;
}

/* The last item of the outermost list around an item. */
static const MatchumBlock *
find_end_of_list (MatchumBlockPlace *self, const MatchumBlock *item)
{
  const MatchumBlock *parent, *next;

  while ((parent = matchum_block_place_get_parent (self, item)) != NULL && parent->list_depth > 0)
    item = parent;
  while ((next = get_next_sibling (self, item)) != NULL && matchum_block_place_is_item (self, next))
    item = next;
  return item;
}

/* What stands before the first words of a paragraph in an item, as blanks. */
static char *
dup_indentation (MatchumBlockPlace *self, const MatchumBlock *block)
{
  g_autoptr (MatchumBlockFrame) frame = matchum_block_frame_new (self->resume, block->index, block->index + 1);
  g_autoptr (MatchumBlockAnatomy) anatomy = frame != NULL ? matchum_block_anatomy_new (frame, block->index) : NULL;

  return anatomy != NULL ? g_strdup (anatomy->prefix) : NULL;
}

static gboolean
plan_paragraph (MatchumBlockPlace *self, Plan *plan, const MatchumBlock *block)
{
  const MatchumBlock *parent = matchum_block_place_get_parent (self, block);
  char *marks = NULL;

  if (block->list_depth > 0 && !matchum_block_place_is_item (self, block) && parent != NULL)
    marks = dup_indentation (self, block);
  if (marks == NULL)
    {
      const MatchumBlock *item = find_item (self, block);

      block = item != NULL ? find_end_of_list (self, item) : block;
      marks = item == NULL ? dup_quote_marks (self, block) : g_strdup ("");
    }
  else
    plan->list_depth = block->list_depth;
  block = block->heading > 0 ? find_last_of_heading (self, block) : find_end_of_paragraph (self, block);
  plan_under (self, plan, block);
  plan->has_blank_before = has_blank_before_new (self, block);
  plan->has_blank_after = TRUE;
  set_marks (plan, marks);
  return TRUE;
}

static const MatchumBlock *
find_above (MatchumBlockPlace *self, const MatchumBlock *block, MatchumBlockKind kind)
{
  while (block != NULL && block->kind != kind)
    block = matchum_block_place_get_parent (self, block);
  return block;
}

/* The first heading of a kind within block or, where block is NULL, anywhere under a heading of level; or NULL. */
static const MatchumBlock *
find_example (MatchumBlockPlace *self, MatchumBlockKind kind, const MatchumBlock *block, guint level)
{
  for (guint i = block != NULL ? block->index : 0;
       i < (block != NULL ? block->end : matchum_block_place_get_n_blocks (self)); i++)
    {
      const MatchumBlock *example = matchum_block_place_get_block (self, i);
      const MatchumBlock *parent = matchum_block_place_get_parent (self, example);

      if (example->kind == kind
          && (block != NULL ? example->parent == block->index : parent != NULL && parent->heading == level))
        return example;
    }
  return NULL;
}

/* is_whole: after all that stands in the block after. like: a heading that the new one is to be like, or NULL. */
static gboolean
plan_heading (MatchumBlockPlace *self,
              Plan *plan,
              const MatchumBlock *after,
              gboolean is_whole,
              const MatchumBlock *like,
              guint level)
{
  char *marks;

  if (level > MAX_HEADING_LEVEL)
    return FALSE;
  plan->index = is_whole ? after->end : after->index + 1;
  plan->after_line = is_whole ? matchum_block_place_get_last_line (self, after) : after->last_line;
  plan->heading = like != NULL ? like->heading : level;
  plan->has_blank_before =
      like == NULL || like->index == 0 || matchum_block_place_count_blank_before (self, like->first_line) > 0;
  plan->has_blank_after = TRUE;
  marks = g_strnfill (plan->heading + 1, '#');
  marks[plan->heading] = ' ';
  set_marks (plan, marks);
  return TRUE;
}

static gboolean
plan_entry (MatchumBlockPlace *self, Plan *plan, const MatchumBlock *block)
{
  const MatchumBlock *entry = find_above (self, block, MATCHUM_BLOCK_ENTRY);
  const MatchumBlock *section = find_above (self, block, MATCHUM_BLOCK_SECTION);
  const MatchumBlock *like;

  if (entry != NULL)
    {
      plan->parent = entry->parent;
      return plan_heading (self, plan, entry, TRUE, entry, 0);
    }
  if (section == NULL)
    return FALSE;
  like = find_example (self, MATCHUM_BLOCK_ENTRY, section, 0);
  if (like == NULL)
    like = find_example (self, MATCHUM_BLOCK_ENTRY, NULL, section->heading);
  plan->parent = section->index;
  return plan_heading (self, plan, section, TRUE, like, section->heading + 1);
}

static gboolean
plan_section (MatchumBlockPlace *self, Plan *plan, const MatchumBlock *block)
{
  const MatchumBlock *section = find_above (self, block, MATCHUM_BLOCK_SECTION);
  const MatchumBlock *title = find_above (self, block, MATCHUM_BLOCK_TITLE);
  const MatchumBlock *last;

  plan->parent = section != NULL ? section->parent : title != NULL ? title->index : MATCHUM_BLOCK_NONE;
  if (section != NULL)
    return plan_heading (self, plan, section, TRUE, section, 0);
  if (title == NULL)
    return FALSE;
  last = find_last_of_heading (self, title);
  return plan_heading (self, plan, last, last->heading == 0, find_example (self, MATCHUM_BLOCK_SECTION, title, 0),
                       title->heading + 1);
}

static gboolean
make_plan (MatchumBlockPlace *self, Plan *plan, const MatchumBlock *block)
{
  switch (plan->kind)
    {
    case MATCHUM_BLOCK_ITEM:
      return plan_item (self, plan, block);
    case MATCHUM_BLOCK_PARAGRAPH:
      return plan_paragraph (self, plan, block);
    case MATCHUM_BLOCK_ENTRY:
      return plan_entry (self, plan, block);
    case MATCHUM_BLOCK_SECTION:
      return plan_section (self, plan, block);
    case MATCHUM_BLOCK_TITLE:
    case MATCHUM_BLOCK_REMARK:
    default:
      return FALSE;
    }
}

static char *
write_line (Plan *plan, GPtrArray *lines, guint index, Way way)
{
  const char *line = g_ptr_array_index (lines, index);

  if (plan->heading > 0)
    return matchum_block_words_escape_heading (line);
  if (way == WAY_PLAIN)
    return matchum_block_words_escape_all (line);
  if ((index == 1 && matchum_block_words_is_table (g_ptr_array_index (lines, 0), line))
      || (index == 0 && matchum_block_words_are_defined (lines, 0)))
    return g_strdup_printf ("\\%s", line);
  return matchum_block_words_escape (line, index == 0);
}

/* The lines of the new block, each with its line end. */
static void
append_words (MatchumBlockPlace *self, GString *out, Plan *plan, GPtrArray *lines, Way way)
{
  g_autofree char *joined = matchum_block_words_join (lines);
  g_autoptr (GPtrArray) single = g_ptr_array_new ();

  if (way != WAY_LINES || plan->heading > 0)
    {
      g_ptr_array_add (single, joined);
      lines = single;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = write_line (plan, lines, i, way);

      g_string_append_printf (out, "%s%s%s", i == 0 ? plan->marks : plan->prefix, line, self->line_end);
    }
}

/* A blank line, with the marks of quotes where the block stands in quotes. */
static void
append_blank (MatchumBlockPlace *self, GString *out, Plan *plan)
{
  g_autofree char *marks = g_strchomp (g_strdup (plan->heading > 0 ? "" : plan->prefix));

  g_string_append_printf (out, "%s%s", marks, self->line_end);
}

static gboolean
ends_with_line_end (MatchumBlockPlace *self)
{
  const gsize length = matchum_source_get_length (self->source);

  return length == 0 || self->text[length - 1] == '\n';
}

/* What goes to the start of the line after plan's. */
static char *
dup_new_lines (MatchumBlockPlace *self, Plan *plan, GPtrArray *lines, Way way, Spacing spacing)
{
  GString *out = g_string_new (NULL);
  const gboolean is_spaced = spacing != SPACING_USUAL;
  const gboolean is_at_end = plan->after_line >= matchum_block_place_get_n_lines (self);
  const gboolean is_unended = is_at_end && !ends_with_line_end (self);

  if (is_unended)
    g_string_append (out, self->line_end);
  if ((plan->has_blank_before || is_spaced) && plan->after_line > 0
      && !matchum_block_place_is_blank_line (self, plan->after_line))
    append_blank (self, out, plan);
  append_words (self, out, plan, lines, way);
  if (spacing == SPACING_SEPARATOR)
    g_string_append_printf (out, "%s%s%s", self->line_end, MATCHUM_BLOCK_PLACE_SEPARATOR, self->line_end);
  if (is_unended)
    g_string_truncate (out, out->len - strlen (self->line_end));
  else if ((plan->has_blank_after || is_spaced) && !is_at_end
           && !matchum_block_place_is_blank_line (self, plan->after_line + 1))
    append_blank (self, out, plan);
  return g_string_free (out, FALSE);
}

static gboolean
is_as_planned (Plan *plan, MatchumBlockFrame *frame, MatchumResume *after, const char *wanted)
{
  const MatchumBlock *block = matchum_block_frame_get (frame, after, plan->index);
  g_autofree char *said = matchum_block_words_squeeze (matchum_block_get_text (block));

  if (plan->heading > 0 ? block->heading != plan->heading
                        : block->kind != plan->kind || block->list_depth != plan->list_depth)
    return FALSE;
  return wanted == NULL || g_str_equal (said, wanted);
}

static char *
insert (MatchumBlockPlace *self, Plan *plan, const char *markdown)
{
  g_autoptr (MatchumBlockFrame) frame = matchum_block_frame_new (self->resume, plan->index, plan->index);
  g_autofree char *turned = matchum_block_words_turn_remarks (markdown);
  g_autoptr (GPtrArray) lines = matchum_block_words_split (turned);
  g_autofree char *wanted = NULL;
  const gsize at = matchum_block_place_get_line_start (self, plan->after_line + 1);

  matchum_block_words_join_html (lines);
  if (plan->heading == 0)
    matchum_block_words_show_html (lines);
  wanted = matchum_block_words_dup_text (lines);
  for (guint try = 0; frame != NULL && try < 2 * N_WAYS * N_SPACINGS; try++)
    {
      const Way way = (Way) (try / N_SPACINGS % N_WAYS);
      g_autofree char *text = dup_new_lines (self, plan, lines, way, (Spacing) (try % N_SPACINGS));
      g_autoptr (MatchumResume) after = NULL;
      const MatchumBlockChange change = {
        .span = MATCHUM_SPAN (at, at), .text = text, .first = plan->index, .end = plan->index, .n_after = 1
      };

      after = matchum_block_frame_try (frame, &change);
      if (after != NULL && is_as_planned (plan, frame, after, try < N_WAYS * N_SPACINGS ? wanted : NULL))
        return matchum_block_place_splice (self, change.span, text);
    }
  return NULL;
}

/**
 * matchum_block_edit_insert_after:
 * @kind: ITEM, PARAGRAPH, ENTRY or SECTION
 * @markdown: UTF-8, as for matchum_block_edit_replace()
 *
 * An item comes after the item that @block is or stands in, with the same marks; after the last item right under @block
 * where that is a heading; before the items that follow upon @block where it is a paragraph; and else makes a list of
 * its own. Other items keep the numbers that are written before them. A paragraph comes after @block where that is one,
 * after all of the list where @block is an item, and as the last thing before further headings where it is a heading.
 * An entry comes after the entry, or at the end of the section, that @block is or stands in; a section comes after the
 * section.
 *
 * Returns: (transfer full) (nullable): the new source
 */
char *
matchum_block_edit_insert_after (MatchumResume *resume, guint block, MatchumBlockKind kind, const char *markdown)
{
  g_auto (Plan) plan = { .kind = kind };
  MatchumBlockPlace self;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (resume), NULL);
  g_return_val_if_fail (markdown != NULL && g_utf8_validate (markdown, -1, NULL), NULL);

  matchum_block_place_init (&self, resume);
  if (matchum_block_words_is_blank (markdown)
      || !make_plan (&self, &plan, matchum_block_place_get_block (&self, block)))
    return NULL;
  return insert (&self, &plan, markdown);
}
