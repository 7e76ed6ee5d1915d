/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a posting line by line: looks first (shape), tells headings from lines (layout), gives each line the kind of
 * its section, judges sections that no heading explains by the lines in them, and last all lines together. */
#include "config.h"

#include "posting/matchum-posting-reader.h"

#include <string.h>

#include "posting/matchum-headline.h"
#include "posting/matchum-line-chain.h"
#include "posting/matchum-posting-judge.h"
#include "posting/matchum-posting-layout.h"
#include "posting/matchum-posting-names.h"
#include "posting/matchum-posting-sections.h"
#include "posting/matchum-posting-shape.h"
#include "posting/matchum-posting-wording.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-front-matter.h"
#include "text/matchum-inline-reader.h"

#define MAX_DEPTH 8

typedef struct {
  guint32 style;
  guint16 level; /* of Markdown headings, else 0 */
  guint blanks;  /* blank lines before it */
  MatchumPostingKind kind;
  gboolean is_loose;        /* only a loose word says so */
  gboolean has_known_inner; /* a heading within it said the same of its lines */
} Level;

typedef struct {
  MatchumSource *source;
  const char *text;
  GArray *shapes;
  Level stack[MAX_DEPTH]; /* the headings that hold here, outermost first */
  guint depth;
  gboolean has_required;
  gboolean has_preferred;
  gboolean has_duty;
  guint told_kinds; /* bits of what known words have told of sections so far */
} Reading;

static MatchumLineShape *
get_shape (Reading *reading, guint index)
{
  return &g_array_index (reading->shapes, MatchumLineShape, index);
}

static gboolean
is_ask (MatchumPostingKind kind)
{
  return kind == MATCHUM_POSTING_REQUIRED || kind == MATCHUM_POSTING_PREFERRED;
}

static MatchumPostingKind
get_current_kind (Reading *reading)
{
  return reading->depth > 0 ? reading->stack[reading->depth - 1].kind : MATCHUM_POSTING_OTHER;
}

static void
note_kind (Reading *reading, MatchumPostingKind kind)
{
  reading->has_required |= kind == MATCHUM_POSTING_REQUIRED;
  reading->has_preferred |= kind == MATCHUM_POSTING_PREFERRED;
  reading->has_duty |= kind == MATCHUM_POSTING_DUTY;
}

/* Whether headings of kind are found within a section of another: "우대 사항" in "자격 요건", but no benefits there. */
static gboolean
may_hold (MatchumPostingKind outer, MatchumPostingKind inner)
{
  if (outer == MATCHUM_POSTING_OTHER || inner == MATCHUM_POSTING_OTHER || outer == inner)
    return TRUE;
  if (outer == MATCHUM_POSTING_REQUIRED)
    return inner == MATCHUM_POSTING_PREFERRED || inner == MATCHUM_POSTING_STACK;
  if (outer == MATCHUM_POSTING_DUTY)
    return inner == MATCHUM_POSTING_STACK;
  return (outer == MATCHUM_POSTING_BENEFIT || outer == MATCHUM_POSTING_PROCESS) && inner == MATCHUM_POSTING_NOTE;
}

static guint32
get_own_style (const MatchumLineShape *shape)
{
  if (shape->style != MATCHUM_STYLE_BARE)
    return shape->style;
  if (shape->is_bracketed)
    return MATCHUM_STYLE_BRACKET;
  return shape->is_bold ? MATCHUM_STYLE_BOLD : MATCHUM_STYLE_BARE;
}

/* Headings of a text may all look alike; one that says nothing of its own is within another where it stands right
 * under it or names a team. */
static guint32
get_heading_style (Reading *reading, guint index)
{
  MatchumLineShape *shape = get_shape (reading, index);
  guint32 style = get_own_style (shape);
  const Level *top = reading->depth > 0 ? &reading->stack[reading->depth - 1] : NULL;
  gboolean is_under;

  if (shape->role == MATCHUM_ROLE_LABEL || shape->sense.strength >= MATCHUM_HEADING_STEM || top == NULL
      || top->kind == MATCHUM_POSTING_OTHER)
    return style;
  is_under = (index > 1 || (index == 1 && shape->blanks == 0))
             && get_shape (reading, index - 1)->role == MATCHUM_ROLE_HEADING
             && shape->sense.strength == MATCHUM_HEADING_UNKNOWN;
  if (!is_under && shape->blanks > 0 && top->blanks == 0 && style == MATCHUM_STYLE_BARE)
    return style;
  if (is_under ? style != MATCHUM_STYLE_ATX || top->style == style
               : matchum_heading_names_team_folded (shape->folded)
                     && (top->style == MATCHUM_STYLE_WITHIN || style != MATCHUM_STYLE_ATX)
                     && (style == MATCHUM_STYLE_BARE || style != top->style))
    return MATCHUM_STYLE_WITHIN;
  return style;
}

/* Whether a Markdown heading of this level, or a deeper one, holds. */
static gboolean
has_level (Reading *reading, guint16 level)
{
  for (guint i = 0; i < reading->depth; i++)
    {
      if (reading->stack[i].level >= level)
        return TRUE;
    }
  return FALSE;
}

/* Leaves the headings that one of this style ends. */
static void
leave_levels (Reading *reading, guint32 style, guint16 level, gboolean is_unknown)
{
  if (style == MATCHUM_STYLE_ATX)
    {
      /* "**주요 업무**" with "### 피드팀" under it */
      if (is_unknown && !has_level (reading, level))
        return;
      while (reading->depth > 0)
        {
          const Level *top = &reading->stack[reading->depth - 1];

          if (top->level > 0 && top->level < level)
            break;
          reading->depth--;
        }
      return;
    }
  for (guint i = 0; i < reading->depth; i++)
    {
      if (reading->stack[i].style == style)
        {
          reading->depth = i;
          return;
        }
    }
}

static MatchumPostingKind
resolve_kind (Reading *reading, const MatchumHeadingSense *sense, MatchumPostingKind outer)
{
  if (sense->strength == MATCHUM_HEADING_UNKNOWN || (sense->is_weak && is_ask (outer)))
    return outer;
  if (sense->is_ask)
    return reading->has_required ? MATCHUM_POSTING_PREFERRED : MATCHUM_POSTING_REQUIRED;
  /* "기타", "안내" and the like within a list of requirements belong to it. */
  if (sense->strength == MATCHUM_HEADING_LOOSE && is_ask (outer) && !is_ask (sense->kind)
      && sense->kind != MATCHUM_POSTING_BENEFIT && sense->kind != MATCHUM_POSTING_PROCESS)
    return outer;
  return sense->kind;
}

/* Whether the lines under a heading are those of the section around it. */
static gboolean
is_within (Reading *reading, const MatchumLineShape *shape, MatchumPostingKind kind)
{
  const MatchumHeadingSense *sense = &shape->sense;
  const Level *outer = reading->depth > 0 ? &reading->stack[reading->depth - 1] : NULL;

  if (outer == NULL || outer->kind == MATCHUM_POSTING_OTHER || kind != outer->kind)
    return FALSE;
  if (sense->strength == MATCHUM_HEADING_UNKNOWN)
    return (!outer->has_known_inner && (!outer->is_loose || matchum_line_shape_is_bullet (shape)))
           || matchum_heading_names_team_folded (shape->folded);
  return sense->is_weak || sense->kind != kind;
}

/* It only looks deeper: what stands above it is over. */
static void
end_outer_levels (Reading *reading)
{
  for (guint i = 0; i < reading->depth; i++)
    reading->stack[i].kind = MATCHUM_POSTING_OTHER;
}

/* Whether no other Markdown heading is as high. */
static gboolean
is_only_of_its_level (Reading *reading, guint index)
{
  guint16 level = get_shape (reading, index)->level;

  for (guint i = index + 1; i < reading->shapes->len; i++)
    {
      guint16 other = get_shape (reading, i)->level;

      if (other > 0 && other <= level)
        return FALSE;
    }
  return TRUE;
}

/* The first line of all, or a first Markdown heading: "당근에서 ML 엔지니어를 찾습니다" */
static gboolean
is_headline (Reading *reading, guint index)
{
  const MatchumLineShape *shape = get_shape (reading, index);

  if (shape->role != MATCHUM_ROLE_HEADING || shape->sense.strength == MATCHUM_HEADING_EXACT)
    return FALSE;
  if (index < 3 && shape->level == 1)
    return shape->sense.strength < MATCHUM_HEADING_PART || is_only_of_its_level (reading, index);
  if (index == 0 && shape->level > 0 && shape->sense.strength < MATCHUM_HEADING_STEM)
    return is_only_of_its_level (reading, index);
  if (shape->sense.strength >= MATCHUM_HEADING_PART)
    return FALSE;
  return index == 0 && shape->style == MATCHUM_STYLE_BARE && reading->shapes->len > 1
         && !matchum_line_shape_is_bullet (get_shape (reading, 1))
         && (get_shape (reading, 1)->blanks > 0 || matchum_headline_names_job (shape->folded));
}

static void
enter_heading (Reading *reading, guint index)
{
  MatchumLineShape *shape = get_shape (reading, index);
  guint32 style = get_heading_style (reading, index);
  MatchumPostingKind outer, kind;

  leave_levels (reading, style, shape->level, shape->sense.strength == MATCHUM_HEADING_UNKNOWN);
  if (reading->depth == MAX_DEPTH)
    reading->depth--;
  outer = get_current_kind (reading);
  kind = is_headline (reading, index) ? MATCHUM_POSTING_OTHER : resolve_kind (reading, &shape->sense, outer);
  if (!may_hold (outer, kind))
    end_outer_levels (reading);
  shape->kind = kind;
  shape->is_within = is_within (reading, shape, kind);
  if (reading->depth > 0 && kind == outer && !shape->is_within)
    reading->stack[reading->depth - 1].has_known_inner = TRUE;
  reading->stack[reading->depth++] = (Level){ .style = style,
                                              .level = shape->level,
                                              .blanks = shape->blanks,
                                              .kind = kind,
                                              .is_loose = shape->sense.strength == MATCHUM_HEADING_LOOSE };
  shape->depth = (guint8) reading->depth;
  note_kind (reading, kind);
}

/* "우대: Spark 경험" among items says something of that item; elsewhere a label is a heading with its first line. */
static gboolean
is_item_label (Reading *reading, guint index)
{
  MatchumLineShape *shape = get_shape (reading, index);
  MatchumPostingKind kind = get_current_kind (reading);

  if (shape->style == MATCHUM_STYLE_BARE)
    return is_ask (kind) && reading->text[shape->label.start - 1] != '*' && shape->label.start > shape->words.start;
  for (guint i = 0; i < reading->depth; i++)
    {
      if (reading->stack[i].style == shape->style)
        return FALSE;
    }
  return TRUE;
}

static void
enter_label (Reading *reading, guint index)
{
  MatchumLineShape *shape = get_shape (reading, index);
  MatchumPostingKind outer = get_current_kind (reading);

  if (!is_item_label (reading, index))
    {
      enter_heading (reading, index);
      return;
    }
  shape->kind = outer;
  if ((is_ask (outer) && is_ask (shape->sense.kind)) || (outer == MATCHUM_POSTING_OTHER && reading->depth == 0))
    {
      shape->kind = shape->sense.kind;
      shape->is_settled = TRUE;
      note_kind (reading, shape->kind);
    }
  else
    shape->role = matchum_line_shape_is_bullet (shape) ? MATCHUM_ROLE_ITEM : MATCHUM_ROLE_TEXT;
}

static void
assign_sections (Reading *reading)
{
  for (guint i = 0; i < reading->shapes->len; i++)
    {
      MatchumLineShape *shape = get_shape (reading, i);

      if (shape->role == MATCHUM_ROLE_HEADING)
        enter_heading (reading, i);
      else if (shape->role == MATCHUM_ROLE_LABEL)
        enter_label (reading, i);
      else if (shape->role == MATCHUM_ROLE_BOARD)
        reading->depth = 0;
      else
        shape->kind = get_current_kind (reading);
    }
}

/* Whether a line starts a section of its own. */
static gboolean
starts_section (const MatchumLineShape *shape)
{
  if (shape->role == MATCHUM_ROLE_HEADING)
    return !shape->is_within;
  return shape->role == MATCHUM_ROLE_BOARD || (shape->role == MATCHUM_ROLE_LABEL && !shape->is_settled);
}

/* The headline of the posting says nothing of the lines under it, whatever words it holds. */
static MatchumHeadingSense
get_section_sense (Reading *reading, guint index)
{
  const MatchumLineShape *shape = get_shape (reading, index);
  MatchumHeadingSense sense = shape->sense;

  if (shape->role == MATCHUM_ROLE_BOARD)
    return (MatchumHeadingSense){ .strength = MATCHUM_HEADING_EXACT, .kind = MATCHUM_POSTING_OTHER };
  if (shape->role == MATCHUM_ROLE_HEADING && shape->is_within)
    return (MatchumHeadingSense){ .strength = MATCHUM_HEADING_EXACT, .kind = shape->kind };
  if (!starts_section (shape) || is_headline (reading, index))
    return (MatchumHeadingSense){ 0 };
  return sense;
}

static void
count_lines (Reading *reading, MatchumPostingSection *section)
{
  MatchumSectionCount count = matchum_posting_judge_count (reading->shapes, section->first, section->end);
  MatchumLineRole role = count.items > 0 ? MATCHUM_ROLE_ITEM : MATCHUM_ROLE_TEXT;

  section->is_preamble = section->first == 0 && (!starts_section (get_shape (reading, 0)) || is_headline (reading, 0));
  section->is_bulleted = count.items > 0;
  section->n_lines = count.items > 0 ? count.items : count.texts;
  for (guint i = section->first; i < section->end; i++)
    {
      const MatchumLineShape *shape = get_shape (reading, i);

      if (shape->role == role
          && (role == MATCHUM_ROLE_TEXT || shape->style != MATCHUM_STYLE_EMOJI || count.has_pictures))
        {
          section->classes[matchum_posting_sections_classify (shape->wording, role == MATCHUM_ROLE_ITEM)]++;
          section->n_sentences += (shape->wording & MATCHUM_WORDING_STOPS) != 0;
        }
    }
}

/* A heading within the section around another one, that stands after it, goes back to that section. */
static gboolean
ends_section (Reading *reading, guint first, guint index)
{
  const MatchumLineShape *shape = get_shape (reading, index);

  return starts_section (shape)
         || (shape->role == MATCHUM_ROLE_HEADING && shape->kind != get_shape (reading, first)->kind);
}

/* A number for the words of a heading, the same for the same words. */
static guint
get_group (GHashTable *groups, const MatchumLineShape *shape)
{
  MatchumHeadingKey key;
  guint group;

  if (shape->role != MATCHUM_ROLE_HEADING)
    return 0;
  matchum_heading_key_init (&key, shape->folded, strlen (shape->folded));
  group = GPOINTER_TO_UINT (g_hash_table_lookup (groups, key.compact));
  if (group == 0)
    {
      group = g_hash_table_size (groups) + 1;
      g_hash_table_insert (groups, g_strdup (key.compact), GUINT_TO_POINTER (group));
    }
  return group;
}

static gboolean
restarts (const MatchumLineShape *shape)
{
  return shape->role == MATCHUM_ROLE_HEADING && shape->width <= 60
         && (shape->sense.strength == MATCHUM_HEADING_UNKNOWN || shape->sense.kind != MATCHUM_POSTING_PREFERRED)
         && (matchum_heading_names_team_folded (shape->folded) || matchum_heading_names_language (shape->folded));
}

static GArray *
find_sections (Reading *reading)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *sections = g_array_new (FALSE, TRUE, sizeof (MatchumPostingSection));

  for (guint i = 0; i < reading->shapes->len;)
    {
      MatchumPostingSection section = { .first = i, .sense = get_section_sense (reading, i) };

      for (i++; i < reading->shapes->len && !ends_section (reading, section.first, i); i++)
        ;
      section.end = i;
      section.group = get_group (groups, get_shape (reading, section.first));
      section.restarts = restarts (get_shape (reading, section.first));
      count_lines (reading, &section);
      g_array_append_val (sections, section);
    }
  return sections;
}

/* How surely the heading of a section says what it is; of a text above all headings it is told that it is nothing, and
 * one that stands within another goes on with it. */
static guint8
find_told (Reading *reading, const MatchumPostingSection *section)
{
  const MatchumLineShape *head = get_shape (reading, section->first);
  const MatchumHeadingSense *sense = &head->sense;

  if (section->is_preamble)
    return section->is_bulleted ? MATCHUM_TOLD_NOTHING : MATCHUM_TOLD_BY_STANDING;
  if (head->role == MATCHUM_ROLE_BOARD)
    return MATCHUM_TOLD_BY_STANDING;
  if (head->is_within)
    return (reading->told_kinds & 1u << section->kind) != 0 ? MATCHUM_TOLD_BY_WORDS : MATCHUM_TOLD_NOTHING;
  if (sense->strength < MATCHUM_HEADING_STEM || sense->is_weak || sense->is_ask)
    return MATCHUM_TOLD_NOTHING;
  if (sense->strength < MATCHUM_HEADING_EXACT)
    return MATCHUM_TOLD_BY_STANDING;
  reading->told_kinds |= 1u << section->kind;
  return MATCHUM_TOLD_BY_WORDS;
}

static void
apply_section (Reading *reading, const MatchumPostingSection *section)
{
  guint8 told = find_told (reading, section);

  for (guint i = section->first; i < section->end; i++)
    {
      MatchumLineShape *shape = get_shape (reading, i);

      if (!shape->is_settled)
        shape->kind = (guint8) section->kind;
      shape->told = told;
    }
}

static void
decide_sections (Reading *reading)
{
  g_autoptr (GArray) sections = find_sections (reading);

  matchum_posting_sections_decide ((MatchumPostingSection *) (void *) sections->data, sections->len);
  for (guint i = 0; i < sections->len; i++)
    apply_section (reading, &g_array_index (sections, MatchumPostingSection, i));
}

/* The items that the next one may stand under, outermost first. */
typedef struct {
  struct {
    guint indent;
    guint32 style;
  } items[MAX_DEPTH];
  guint length;
} Nesting;

/* Puts an item where it belongs and gives the number of items around it. Where pasting took the indentation away,
 * another kind of bullet is one level deeper, and the kind that was there before goes back to its level. */
static guint
nest_item (Nesting *nesting, const MatchumLineShape *shape)
{
  guint depth = nesting->length;

  while (depth > 0 && nesting->items[depth - 1].indent > shape->indent)
    depth--;
  for (guint i = depth; i > 0 && nesting->items[i - 1].indent == shape->indent; i--)
    if (nesting->items[i - 1].style == shape->style)
      depth = i - 1;
  depth = MIN (depth, MAX_DEPTH - 1);
  nesting->items[depth].indent = shape->indent;
  nesting->items[depth].style = shape->style;
  nesting->length = depth + 1;
  return depth;
}

static MatchumPostingLine *
make_line (Reading *reading, guint index, guint *next)
{
  const MatchumLineShape *shape = get_shape (reading, index);
  MatchumPostingLine *line = matchum_posting_line_new ();
  guint i;

  line->kind = shape->kind;
  line->is_heading = shape->role == MATCHUM_ROLE_HEADING;
  line->level = line->is_heading ? shape->depth : 0;
  line->first_line = shape->line;
  line->last_line = shape->line;
  line->span = shape->words;
  if (shape->role == MATCHUM_ROLE_LABEL)
    {
      line->label = shape->label;
      line->span = shape->value;
    }
  for (i = index + 1; i < reading->shapes->len; i++)
    {
      const MatchumLineShape *more = get_shape (reading, i);

      if (more->role != MATCHUM_ROLE_CONTINUES)
        break;
      line->last_line = more->line;
      line->span.end = more->words.end;
    }
  if (matchum_line_shape_is_bullet (shape))
    line->bullet = g_strndup (reading->text + shape->bullet.start, matchum_span_get_length (shape->bullet));
  line->content = matchum_inline_reader_read (reading->source, line->span);
  *next = i;
  return line;
}

static GPtrArray *
make_lines (Reading *reading)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_line_free);
  Nesting nesting = { 0 };

  for (guint i = 0; i < reading->shapes->len;)
    {
      const MatchumLineShape *shape = get_shape (reading, i);
      MatchumPostingLine *line;

      if (shape->role == MATCHUM_ROLE_RULE)
        {
          i++;
          continue;
        }
      line = make_line (reading, i, &i);
      if (shape->role == MATCHUM_ROLE_ITEM)
        line->depth = nest_item (&nesting, shape);
      else
        nesting.length = 0;
      g_ptr_array_add (lines, line);
    }
  return lines;
}

void
matchum_posting_reader_judge (MatchumSource *source, GArray *shapes)
{
  Reading reading = { .source = source, .text = matchum_source_get_text (source), .shapes = shapes };

  matchum_posting_layout_assign_roles (reading.text, shapes);
  assign_sections (&reading);
  decide_sections (&reading);
  matchum_posting_judge_lines (reading.text, shapes);
}

MatchumPosting *
matchum_posting_reader_read (MatchumSource *source, GError **error)
{
  g_autoptr (MatchumFrontMatter) front_matter = NULL;
  g_autoptr (GArray) shapes = NULL;
  g_autofree char *company = NULL;
  g_autofree char *title = NULL;
  Reading reading = { 0 };

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  front_matter = matchum_front_matter_read (source, error);
  if (front_matter == NULL)
    return NULL;
  shapes = matchum_line_shape_scan (source, matchum_front_matter_get_span (front_matter).end);
  reading.source = source;
  reading.text = matchum_source_get_text (source);
  reading.shapes = shapes;
  matchum_posting_reader_judge (source, shapes);
  matchum_line_chain_decide (shapes);
  matchum_posting_names_find (source, front_matter, shapes, &company, &title);

  return matchum_posting_new (source, company, title, make_lines (&reading));
}
