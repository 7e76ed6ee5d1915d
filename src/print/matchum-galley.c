/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the rows of a resume's blocks, and knows the white space between them. */
#include "config.h"

#include "matchum-galley.h"

#include "matchum-composer.h"
#include "matchum-font-list.h"
#include "matchum-photo.h"
#include "matchum-type-case.h"

/* White space in points that doesn't depend on the theme. */
#define GAP_AFTER_NAME 2.0
#define GAP_BETWEEN_CONTACTS 0.0
#define GAP_AFTER_CONTACT 8.0
#define GAP_AFTER_PHOTO 4.0
#define GAP_AFTER_HEADING 1.5
#define GAP_BEFORE_LIST 2.0
#define GAP_BEFORE_RULE 1.5
#define GAP_AFTER_RULE 5.0
#define GAP_AFTER_SECTION 3.0

struct _MatchumGalley {
  MatchumResume *resume;
  PangoContext *context;
  MatchumComposer composer;
  GPtrArray **rows;     /* of every block; NULL until asked for */
  GPtrArray *form_rows; /* what forms ask for; they come after contact */
  const char *missing_family;
  GPtrArray **line_rows; /* of entries whose dates stand on the line under them, with that line */
};

static void
galley_clear (gpointer data)
{
  MatchumGalley *self = data;
  guint n_blocks = matchum_resume_get_n_blocks (self->resume);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_clear_pointer (&self->rows[i], g_ptr_array_unref);
      g_clear_pointer (&self->line_rows[i], g_ptr_array_unref);
    }
  g_ptr_array_unref (self->form_rows);
  g_free (self->rows);
  g_free (self->line_rows);
  matchum_composer_clear (&self->composer);
  g_object_unref (self->context);
  matchum_resume_unref (self->resume);
}

/* Takes context. */
static MatchumGalley *
galley_new (MatchumResume *resume, const MatchumTheme *theme, double width, PangoContext *context)
{
  MatchumGalley *self = g_rc_box_new0 (MatchumGalley);
  gsize n_blocks = matchum_resume_get_n_blocks (resume);

  self->resume = matchum_resume_ref (resume);
  self->context = context;
  matchum_composer_init (&self->composer, resume, theme, width, context);
  self->form_rows = matchum_composer_compose_form_lines (&self->composer);
  if (theme->family != NULL && !matchum_font_list_has (theme->family))
    self->missing_family = theme->family;
  self->rows = g_new0 (GPtrArray *, n_blocks);
  self->line_rows = g_new0 (GPtrArray *, n_blocks);

  return self;
}

MatchumGalley *
matchum_galley_ref (MatchumGalley *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

void
matchum_galley_unref (MatchumGalley *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, galley_clear);
}

static gboolean
is_for (MatchumGalley *self, MatchumResume *resume, const MatchumTheme *theme, double width)
{
  return self->resume == resume && G_APPROX_VALUE (self->composer.width, width, 0.001)
         && matchum_theme_has_same_type (&self->composer.theme, theme);
}

/* All words of the resume, hidden or not, so that a context serves until there are new ones. Borrowed, but for the
 * list. */
static const char **
list_texts (MatchumResume *resume)
{
  GPtrArray *texts = g_ptr_array_new ();

  g_ptr_array_add (texts, (gpointer) matchum_source_get_text (matchum_resume_get_source (resume)));
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->content != NULL)
        g_ptr_array_add (texts, (gpointer) matchum_block_get_text (block));
    }
  g_ptr_array_add (texts, NULL);

  return (const char **) g_ptr_array_free (texts, FALSE);
}

MatchumGalley *
matchum_galley_new_from (MatchumGalley *previous, MatchumResume *resume, const MatchumPageStyle *style)
{
  g_autofree const char **texts = NULL;
  MatchumTypeFamilies families;
  MatchumTheme theme;
  double width;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  matchum_page_style_resolve (style, &theme);
  width = matchum_paper_get_width (style->paper) - 2.0 * theme.margin_x;
  if (previous != NULL && is_for (previous, resume, &theme, width))
    return matchum_galley_ref (previous);
  texts = list_texts (resume);
  families = matchum_type_case_get_families (theme.family, theme.is_serif);
  if (previous == NULL || !matchum_type_case_is_for (previous->context, texts, &families))
    return galley_new (resume, &theme, width, matchum_type_case_create_context (texts, &families));

  return galley_new (resume, &theme, width, g_object_ref (previous->context));
}

PangoContext *
matchum_galley_get_context (MatchumGalley *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->context;
}

const char *
matchum_galley_get_missing_family (MatchumGalley *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->missing_family;
}

double
matchum_galley_get_width (MatchumGalley *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->composer.width;
}

/* --- rows and the space between them --- */

static GPtrArray *
get_rows (MatchumGalley *self, MatchumVisibility *visibility, guint block)
{
  guint line = matchum_resume_get_block (self->resume, block)->dated_by;
  gboolean with_line = line < matchum_resume_get_n_blocks (self->resume) && self->composer.dated_entry[line] == block
                       && matchum_visibility_is_visible (visibility, line);
  GPtrArray **rows = with_line ? &self->line_rows[block] : &self->rows[block];

  if (*rows == NULL)
    *rows = matchum_composer_compose (&self->composer, block, with_line);

  return *rows;
}

static double
get_item_gap (const MatchumTheme *theme, const MatchumRow *above)
{
  if (above->role == MATCHUM_ROW_SECTION)
    return 0.0;
  if (matchum_row_is_heading (above))
    return GAP_AFTER_HEADING;

  return above->role == MATCHUM_ROW_ITEM ? theme->item_gap : GAP_BEFORE_LIST;
}

static double
get_paragraph_gap (const MatchumTheme *theme, const MatchumRow *above, const MatchumRow *row)
{
  if (above->role == MATCHUM_ROW_SECTION)
    return 0.0;
  if (matchum_row_is_heading (above))
    return GAP_AFTER_HEADING;
  if (above->role == MATCHUM_ROW_CONTACT || above->role == MATCHUM_ROW_NAME)
    return GAP_AFTER_CONTACT;

  return row->list_depth > 0 ? theme->item_gap : theme->paragraph_gap;
}

static double
get_gap (const MatchumTheme *theme, const MatchumRow *above, const MatchumRow *row)
{
  if (above == NULL)
    return 0.0;

  switch (row->role)
    {
    case MATCHUM_ROW_CONTACT:
      return above->role == MATCHUM_ROW_NAME && theme->head != MATCHUM_HEAD_BESIDE ? GAP_AFTER_NAME
                                                                                   : GAP_BETWEEN_CONTACTS;
    case MATCHUM_ROW_SECTION:
      return theme->section_gap;
    case MATCHUM_ROW_ENTRY:
      return above->role == MATCHUM_ROW_SECTION ? 0.0 : theme->entry_gap;
    case MATCHUM_ROW_SUBENTRY:
      return matchum_row_is_heading (above) ? GAP_BEFORE_LIST : theme->entry_gap * 0.7;
    case MATCHUM_ROW_ITEM:
      return get_item_gap (theme, above);
    case MATCHUM_ROW_PARAGRAPH:
    case MATCHUM_ROW_QUOTE:
      return get_paragraph_gap (theme, above, row);
    case MATCHUM_ROW_NAME:
    case MATCHUM_ROW_DETAIL:
      return 0.0;
    default:
      g_return_val_if_reached (0.0);
    }
}

static guint
get_rank (const MatchumRow *row)
{
  switch (row->role)
    {
    case MATCHUM_ROW_SECTION:
      return 1;
    case MATCHUM_ROW_ENTRY:
      return 2;
    case MATCHUM_ROW_SUBENTRY:
      return 3;
    case MATCHUM_ROW_DETAIL:
      return 4;
    case MATCHUM_ROW_NAME:
    case MATCHUM_ROW_CONTACT:
    case MATCHUM_ROW_ITEM:
    case MATCHUM_ROW_PARAGRAPH:
    case MATCHUM_ROW_QUOTE:
    default:
      return G_MAXUINT;
    }
}

static const MatchumRow *
get_row (const GPtrArray *rows, guint index)
{
  return index < rows->len ? g_ptr_array_index (rows, index) : NULL;
}

static gboolean
is_item (const MatchumRow *row)
{
  return row != NULL && row->role == MATCHUM_ROW_ITEM;
}

/* No single line of a list by itself: below the heading at the foot of a page, at the head of the next, or above the
 * list within it. */
static gboolean
keeps_next_item (const MatchumRow *above, const MatchumRow *row, const MatchumRow *next, const MatchumRow *after)
{
  guint n_lines = matchum_paragraph_get_n_lines (row->text);

  if (next->list_depth > row->list_depth)
    return n_lines <= 2;
  if (!is_item (above))
    return n_lines == 1;

  return !is_item (after) && n_lines <= 3 && matchum_paragraph_get_n_lines (next->text) == 1;
}

/* A heading keeps what it heads, and a line that opens a list keeps the list's beginning. */
static gboolean
keeps_next (const GPtrArray *rows, guint index)
{
  const MatchumRow *row = get_row (rows, index);
  const MatchumRow *next = get_row (rows, index + 1);

  if (next == NULL)
    return FALSE;
  if (row->role == MATCHUM_ROW_NAME || row->role == MATCHUM_ROW_CONTACT)
    return next->role == MATCHUM_ROW_CONTACT;
  if (matchum_row_is_heading (row))
    return get_rank (next) > get_rank (row);
  if (is_item (row) && is_item (next))
    return keeps_next_item (index > 0 ? get_row (rows, index - 1) : NULL, row, next, get_row (rows, index + 2));

  return row->role == MATCHUM_ROW_PARAGRAPH && is_item (next) && next->list_depth > row->list_depth
         && matchum_paragraph_get_n_lines (row->text) <= 2;
}

static double
get_foot (const MatchumTheme *theme, const MatchumRow *row)
{
  if (row->role != MATCHUM_ROW_SECTION)
    return 0.0;
  if (theme->section == MATCHUM_SECTION_RULED || theme->section == MATCHUM_SECTION_CENTRED)
    return GAP_BEFORE_RULE + theme->rule_width + GAP_AFTER_RULE;

  return GAP_AFTER_SECTION;
}

/* --- rows that others stand beside --- */

static gboolean
is_contact (const MatchumRow *row)
{
  return row != NULL && row->role == MATCHUM_ROW_CONTACT;
}

static gboolean
is_section (const MatchumRow *row)
{
  return row != NULL && row->role == MATCHUM_ROW_SECTION;
}

static gboolean
may_have_beside (const MatchumTheme *theme, const MatchumRow *row)
{
  return (row->role == MATCHUM_ROW_NAME && theme->head == MATCHUM_HEAD_BESIDE)
         || (row->role == MATCHUM_ROW_SECTION && theme->section == MATCHUM_SECTION_MARGIN && !row->spans);
}

/* Where the rows end that stand beside the row at index; index + 1 where none do. */
static guint
find_end_beside (const MatchumTheme *theme, const GPtrArray *rows, guint index)
{
  const MatchumRow *row = g_ptr_array_index (rows, index);
  guint end = index + 1;

  if (!may_have_beside (theme, row))
    return end;
  while (end < rows->len && (is_section (row) ? !is_section (get_row (rows, end)) : is_contact (get_row (rows, end))))
    end++;

  return end;
}

static double
get_height (const MatchumGalleyRow *measure)
{
  return measure->line * measure->n_lines + measure->foot;
}

/* The last line of contact stands on the line of the name. */
static void
lower_contact (const GPtrArray *rows, guint name, guint end, MatchumGalleyRow *measures)
{
  const MatchumRow *title = g_ptr_array_index (rows, name);
  const MatchumRow *last = g_ptr_array_index (rows, end - 1);
  double height = 0.0;
  double baseline;

  for (guint i = name + 1; i < end; i++)
    height += (i > name + 1 ? measures[i].gap : 0.0) + get_height (&measures[i]);
  baseline = height - measures[end - 1].line + matchum_paragraph_get_baseline (last->text);
  measures[name + 1].gap = MAX (matchum_paragraph_get_baseline (title->text) - baseline, 0.0);
}

/* Rows that stand beside one that is taller than all of them together leave the rest of its height blank. */
static void
put_beside (const MatchumTheme *theme, const GPtrArray *rows, MatchumGalleyRow *measures)
{
  for (guint i = 0; i < rows->len; i++)
    {
      guint end = find_end_beside (theme, rows, i);
      double lacking;

      if (end == i + 1)
        continue;
      if (((const MatchumRow *) g_ptr_array_index (rows, i))->role == MATCHUM_ROW_NAME)
        lower_contact (rows, i, end, measures);
      measures[i].reach = get_height (&measures[i]) - measures[i].foot;
      lacking = measures[i].reach;
      for (guint j = i + 1; j < end; j++)
        lacking -= measures[j].gap + get_height (&measures[j]);
      measures[end - 1].foot += MAX (lacking, 0.0);
    }
}

/* Where name and contact end. */
static guint
find_head_end (const GPtrArray *rows)
{
  guint end = 0;

  while (end < rows->len && matchum_row_is_head (g_ptr_array_index (rows, end)))
    end++;

  return end;
}

/* Nothing that comes after name and contact stands beside the photo. */
static void
clear_photo (MatchumGalleyRow *measures, guint head_end)
{
  double lacking = MATCHUM_PHOTO_HEIGHT + GAP_AFTER_PHOTO;

  for (guint i = 0; i < head_end; i++)
    lacking -= (i > 0 ? measures[i].gap : 0.0) + (measures[i].reach > 0.0 ? 0.0 : get_height (&measures[i]));
  measures[head_end - 1].foot += MAX (lacking, 0.0);
}

void
matchum_galley_collect (MatchumGalley *self, MatchumVisibility *visibility, GPtrArray *rows, GArray *measures)
{
  const MatchumTheme *theme;
  guint head_end;

  g_return_if_fail (self != NULL);
  g_return_if_fail (visibility != NULL && matchum_visibility_get_resume (visibility) == self->resume);
  g_return_if_fail (rows != NULL && measures != NULL);

  theme = &self->composer.theme;
  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      if (matchum_visibility_is_visible (visibility, i))
        {
          GPtrArray *of_block = get_rows (self, visibility, i);

          for (guint j = 0; j < of_block->len; j++)
            g_ptr_array_add (rows, g_ptr_array_index (of_block, j));
        }
    }
  head_end = find_head_end (rows);
  for (guint i = 0; i < self->form_rows->len; i++)
    g_ptr_array_insert (rows, (int) head_end++, g_ptr_array_index (self->form_rows, i));

  for (guint i = 0; i < rows->len; i++)
    {
      const MatchumRow *row = g_ptr_array_index (rows, i);
      const MatchumRow *above = i > 0 ? g_ptr_array_index (rows, i - 1) : NULL;
      MatchumGalleyRow measure = { get_gap (theme, above, row),
                                   matchum_paragraph_get_line (row->text),
                                   matchum_paragraph_get_n_lines (row->text),
                                   get_foot (theme, row),
                                   keeps_next (rows, i),
                                   matchum_row_is_heading (row),
                                   0.0 };

      g_array_append_val (measures, measure);
    }
  put_beside (theme, rows, (MatchumGalleyRow *) (gpointer) measures->data);
  if (theme->has_photo && head_end > 0)
    clear_photo ((MatchumGalleyRow *) (gpointer) measures->data, head_end);
}

GPtrArray *
matchum_galley_get_rows (MatchumGalley *self, MatchumVisibility *visibility, guint block)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (visibility != NULL && matchum_visibility_get_resume (visibility) == self->resume, NULL);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (self->resume), NULL);

  return get_rows (self, visibility, block);
}

double
matchum_galley_get_gap (MatchumGalley *self, const MatchumRow *above, const MatchumRow *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, 0.0);

  return get_gap (&self->composer.theme, above, row);
}

double
matchum_galley_get_least_height (MatchumGalley *self, const MatchumRow *row)
{
  const MatchumTheme *theme;

  g_return_val_if_fail (self != NULL && row != NULL, 0.0);

  theme = &self->composer.theme;
  if (may_have_beside (theme, row))
    return 0.0;

  return matchum_paragraph_get_line (row->text) * matchum_paragraph_get_n_lines (row->text) + get_foot (theme, row);
}
