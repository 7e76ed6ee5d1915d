/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the tree of a page, whose depth is bounded, and puts its words into lines. */
#include "config.h"

#include "posting/matchum-html-writer.h"

#include <string.h>

#include "posting/matchum-html-clutter.h"
#include "posting/matchum-html-lines.h"
#include "posting/matchum-html-markup.h"
#include "posting/matchum-html-page.h"
#include "posting/matchum-posting-heading.h"

#define MAX_COLUMNS 32
/* A cell of two columns is a label up to this length, in bytes. */
#define MAX_LABEL 60
#define MAX_UNESCAPES 3

typedef struct {
  MatchumHtmlTree *tree;
  const guint8 *dropped;
  guint8 *has_structure; /* headings, tables or definition lists are within it */
  guint title;           /* the heading that stands above all others, where its level does not say so, or 0 */
  guint depth;
  MatchumHtmlLines *lines;
  guint n_kept; /* elements around in which line ends are line ends */
} Writer;

static void write_children (Writer *self, guint index);

static const MatchumHtmlNode *
get_node (Writer *self, guint index)
{
  return matchum_html_tree_get_node (self->tree, index);
}

static const char *
get_style (Writer *self, guint index)
{
  return matchum_html_tree_get_attribute (self->tree, index, MATCHUM_HTML_ATTRIBUTE_STYLE);
}

/* The lines of an element by themselves. */
static char *
render (Writer *self, guint index)
{
  g_autoptr (MatchumHtmlLines) lines = matchum_html_lines_new ();
  MatchumHtmlLines *around = self->lines;

  self->lines = lines;
  write_children (self, index);
  self->lines = around;
  return matchum_html_lines_finish (lines);
}

static void
write_text (Writer *self, const MatchumHtmlNode *node)
{
  if (self->depth < MAX_UNESCAPES && matchum_html_markup_is_in_text (node->text, node->length))
    {
      g_autoptr (MatchumHtmlPage) page = matchum_html_page_read ("", node->text, node->length, self->depth + 1, NULL);

      if (page != NULL)
        {
          matchum_html_lines_add_lines (self->lines, page->text);
          return;
        }
    }
  matchum_html_lines_add (self->lines, node->text, node->length,
                          self->n_kept > 0 || matchum_html_markup_has_lines (node->text, node->length));
}

/* Links that show their address show it cut off where it is long. */
static gboolean
write_address (Writer *self, guint index)
{
  const MatchumHtmlNode *node = get_node (self, index);
  const char *href = matchum_html_tree_get_attribute (self->tree, index, MATCHUM_HTML_ATTRIBUTE_HREF);
  const MatchumHtmlNode *text = node->first_child != 0 ? get_node (self, node->first_child) : NULL;

  if (href == NULL || text == NULL || text->tag != MATCHUM_HTML_TEXT || text->length > 500
      || (!g_str_has_prefix (text->text, "http") && !g_str_has_prefix (text->text, "www."))
      || (!g_str_has_prefix (href, "http://") && !g_str_has_prefix (href, "https://"))
      || (!g_str_has_suffix (text->text, "…") && !g_str_has_suffix (text->text, "...")))
    return FALSE;
  matchum_html_lines_add (self->lines, href, strlen (href), FALSE);
  return TRUE;
}

/* Tables and definition lists */

static char *
dup_label (const char *text)
{
  g_autofree char *label = g_strstrip (g_strdelimit (g_strdup (text), "\n", ' '));
  gsize length = strlen (label);

  if (length > 4 && g_str_has_prefix (label, "**") && g_str_has_suffix (label, "**"))
    {
      label[length - 2] = '\0';
      memmove (label, label + 2, length - 3);
    }
  length = strlen (g_strchomp (label));
  if (length > 0 && label[length - 1] == ':')
    label[length - 1] = '\0';
  return g_steal_pointer (&label);
}

static gboolean
is_one_line (const char *text)
{
  return strchr (text, '\n') == NULL;
}

/* "근무지: 서울", or the label as a heading over the lines of the value. What is asked for is always under a heading:
 * what comes after it may have nothing to do with it. */
static void
write_pair (Writer *self, const char *label_text, const char *value)
{
  g_autofree char *label = dup_label (label_text);
  const gboolean is_known = matchum_html_clutter_knows_heading (label, strlen (label));
  g_autofree char *line = NULL;

  if (*label == '\0')
    {
      matchum_html_lines_add_lines (self->lines, value);
      return;
    }
  if (is_one_line (value) && *value != '\0' && !is_known)
    {
      g_autofree char *plain = NULL;

      value += matchum_html_lines_measure_bullet (value);
      plain = g_str_has_prefix (value, "**") ? dup_label (value) : g_strdup (value);
      line = g_strdup_printf ("%s: %s", label, plain);
      matchum_html_lines_add_lines (self->lines, line);
      return;
    }
  matchum_html_lines_end (self->lines, TRUE);
  line = g_strdup_printf ("**%s**", label);
  matchum_html_lines_add_lines (self->lines, line);
  matchum_html_lines_end (self->lines, FALSE);
  if (is_one_line (value) && *value != '\0')
    {
      g_free (line);
      line = g_strconcat ("- ", value + matchum_html_lines_measure_bullet (value), NULL);
      matchum_html_lines_add_lines (self->lines, line);
    }
  else
    matchum_html_lines_add_lines (self->lines, value);
  matchum_html_lines_end (self->lines, TRUE);
}

/* label: the <dt> that was read and has not met its <dd> yet, or NULL; so it is left. */
static void
write_definitions (Writer *self, guint index, char **label)
{
  for (guint i = get_node (self, index)->first_child; i != 0; i = get_node (self, i)->next)
    {
      const MatchumHtmlNode *node = get_node (self, i);

      if (self->dropped[i])
        continue;
      if (node->tag == MATCHUM_HTML_DT)
        {
          if (*label != NULL)
            write_pair (self, *label, "");
          g_free (*label);
          *label = render (self, i);
        }
      else if (node->tag == MATCHUM_HTML_DD)
        {
          g_autofree char *value = render (self, i);

          write_pair (self, *label != NULL ? *label : "", value);
          g_clear_pointer (label, g_free);
        }
      else if (node->tag == MATCHUM_HTML_TEXT)
        write_text (self, node);
      else
        write_definitions (self, i, label);
    }
}

static void
write_definition_list (Writer *self, guint index)
{
  g_autofree char *label = NULL;

  matchum_html_lines_end (self->lines, TRUE);
  write_definitions (self, index, &label);
  if (label != NULL)
    write_pair (self, label, "");
  matchum_html_lines_end (self->lines, TRUE);
}

typedef struct {
  guint n_cells;
  char *texts[MAX_COLUMNS];
  gboolean are_heads[MAX_COLUMNS];
  guint spans[MAX_COLUMNS]; /* rows that a cell goes on for */
} Row;

static void
free_row (Row *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->texts[i]);
  g_free (row);
}

static Row *
read_row (Writer *self, guint index)
{
  Row *row = g_new0 (Row, 1);

  for (guint i = get_node (self, index)->first_child; i != 0; i = get_node (self, i)->next)
    {
      const MatchumHtmlNode *node = get_node (self, i);
      const char *span;

      if (self->dropped[i] || (node->tag != MATCHUM_HTML_TD && node->tag != MATCHUM_HTML_TH)
          || row->n_cells == MAX_COLUMNS)
        continue;
      span = matchum_html_tree_get_attribute (self->tree, i, MATCHUM_HTML_ATTRIBUTE_ROWSPAN);
      row->are_heads[row->n_cells] = node->tag == MATCHUM_HTML_TH;
      row->spans[row->n_cells] = span != NULL ? (guint) CLAMP (g_ascii_strtoll (span, NULL, 10), 1, 1000) : 1;
      row->texts[row->n_cells++] = render (self, i);
    }
  return row;
}

static void
read_rows (Writer *self, guint index, GPtrArray *rows)
{
  for (guint i = get_node (self, index)->first_child; i != 0; i = get_node (self, i)->next)
    {
      const MatchumHtmlNode *node = get_node (self, i);

      if (self->dropped[i] || node->tag == MATCHUM_HTML_TEXT)
        continue;
      if (node->tag == MATCHUM_HTML_TR)
        g_ptr_array_add (rows, read_row (self, i));
      else
        read_rows (self, i, rows);
    }
}

/* Whether the first row says what stands under it, and some of that is asked for: "모집부문 | 담당업무 | 자격요건". */
static gboolean
has_posting_heads (const Row *row)
{
  guint n_known = 0, n_heads = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *label = dup_label (row->texts[i]);

      if (!is_one_line (row->texts[i]))
        return FALSE;
      n_known += matchum_html_clutter_knows_heading (label, strlen (label));
      n_heads += row->are_heads[i];
    }
  return row->n_cells > 1 && (n_known > 1 || (n_known > 0 && n_heads == row->n_cells));
}

static void
write_by_heads (Writer *self, GPtrArray *rows)
{
  const Row *heads = rows->pdata[0];
  guint left[MAX_COLUMNS] = { 0 };

  for (guint i = 1; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];
      guint cell = 0;

      for (guint column = 0; column < heads->n_cells; column++)
        {
          if (left[column] > 0)
            left[column]--;
          else if (cell < row->n_cells)
            {
              left[column] = row->spans[cell] - 1;
              if (*row->texts[cell] != '\0')
                write_pair (self, heads->texts[column], row->texts[cell]);
              cell++;
            }
        }
    }
}

/* A head and a cell, once or more often. */
static gboolean
is_row_of_pairs (const Row *row)
{
  if (row->n_cells == 2 && !row->are_heads[1])
    return row->are_heads[0] || (is_one_line (row->texts[0]) && strlen (row->texts[0]) <= MAX_LABEL);
  for (guint i = 0; i < row->n_cells; i++)
    if (row->are_heads[i] == (i % 2 == 1))
      return FALSE;
  return row->n_cells > 1 && row->n_cells % 2 == 0;
}

/* The lines of a cell in one. */
static void
append_cell (GString *line, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);
  gboolean is_first = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strchug (parts[i]);

      if (g_str_has_prefix (part, "- "))
        part += 2;
      if (*part == '\0')
        continue;
      if (!is_first)
        g_string_append (line, ", ");
      g_string_append (line, part);
      is_first = FALSE;
    }
}

static void
write_row (Writer *self, const Row *row)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (is_row_of_pairs (row))
    {
      for (guint i = 0; i + 1 < row->n_cells; i += 2)
        write_pair (self, row->texts[i], row->texts[i + 1]);
      return;
    }
  if (row->n_cells == 1)
    {
      matchum_html_lines_add_lines (self->lines, row->texts[0]);
      return;
    }
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (*row->texts[i] == '\0')
        continue;
      if (line->len > 0)
        g_string_append (line, " | ");
      append_cell (line, row->texts[i]);
    }
  matchum_html_lines_add_lines (self->lines, line->str);
}

/* Tables with headings or tables within, or of one column, only place what is in them. */
static void
write_table (Writer *self, guint index)
{
  g_autoptr (GPtrArray) rows = NULL;
  guint n_columns = 0;

  matchum_html_lines_end (self->lines, TRUE);
  if (self->has_structure[index])
    {
      write_children (self, index);
      matchum_html_lines_end (self->lines, TRUE);
      return;
    }
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  read_rows (self, index, rows);
  for (guint i = 0; i < rows->len; i++)
    n_columns = MAX (n_columns, ((Row *) rows->pdata[i])->n_cells);
  if (rows->len > 1 && has_posting_heads (rows->pdata[0]))
    write_by_heads (self, rows);
  else if (n_columns > 0)
    for (guint i = 0; i < rows->len; i++)
      {
        write_row (self, rows->pdata[i]);
        matchum_html_lines_end (self->lines, FALSE);
      }
  else
    write_children (self, index);
  matchum_html_lines_end (self->lines, TRUE);
}

/* Lists */

static void
write_item (Writer *self, guint index, guint number)
{
  matchum_html_lines_begin_item (self->lines, number);
  write_children (self, index);
  matchum_html_lines_end_item (self->lines);
}

/* Lists whose items hold headings or tables only place what is in them. */
static void
write_list (Writer *self, guint index)
{
  const gboolean is_ordered = get_node (self, index)->tag == MATCHUM_HTML_OL;
  const gboolean is_outer = !matchum_html_lines_is_in_item (self->lines);
  gboolean has_items = FALSE;
  guint number = 0;

  if (self->has_structure[index])
    {
      write_children (self, index);
      return;
    }
  if (is_outer)
    matchum_html_lines_end (self->lines, TRUE);
  for (guint i = get_node (self, index)->first_child; i != 0; i = get_node (self, i)->next)
    {
      const MatchumHtmlNode *node = get_node (self, i);

      if (self->dropped[i])
        continue;
      if (node->tag == MATCHUM_HTML_LI)
        {
          number += is_ordered && number < 999;
          write_item (self, i, number);
          has_items = TRUE;
        }
      else if (!has_items && (node->tag == MATCHUM_HTML_UL || node->tag == MATCHUM_HTML_OL))
        write_list (self, i);
      else if (node->tag == MATCHUM_HTML_UL || node->tag == MATCHUM_HTML_OL)
        {
          /* A list right within a list is deeper, though it should stand in an item. */
          matchum_html_lines_begin_item (self->lines, 0);
          write_list (self, i);
          matchum_html_lines_end_item (self->lines);
        }
      else if (node->tag == MATCHUM_HTML_TEXT)
        write_text (self, node);
      else
        write_children (self, i);
    }
  if (is_outer)
    matchum_html_lines_end (self->lines, TRUE);
}

/* Elements */

static gboolean
is_bold (Writer *self, guint index)
{
  const char *style = get_style (self, index);
  const char *weight = style != NULL ? strstr (style, "font-weight") : NULL;

  if (weight != NULL)
    {
      weight += strlen ("font-weight");
      weight += strspn (weight, ": \t");
      return g_str_has_prefix (weight, "bold") || (*weight >= '6' && *weight <= '9');
    }
  return get_node (self, index)->tag == MATCHUM_HTML_BOLD;
}

static gboolean
keeps_lines (Writer *self, guint index)
{
  const char *style = get_style (self, index);
  const char *space = style != NULL ? strstr (style, "white-space") : NULL;

  if (space == NULL)
    return get_node (self, index)->tag == MATCHUM_HTML_PRE;
  space += strlen ("white-space");
  space += strspn (space, ": \t");
  return g_str_has_prefix (space, "pre") || g_str_has_prefix (space, "break-spaces");
}

static void
write_block (Writer *self, guint index)
{
  const MatchumHtmlNode *node = get_node (self, index);
  const gboolean is_apart = node->display == MATCHUM_HTML_PARAGRAPH;
  const gboolean keeps = keeps_lines (self, index);
  const gboolean bold = is_bold (self, index);

  if (node->display != MATCHUM_HTML_INLINE)
    matchum_html_lines_end (self->lines, is_apart);
  self->n_kept += keeps;
  if (bold)
    matchum_html_lines_begin_bold (self->lines);
  write_children (self, index);
  /* The line ends within, while it is still known that it is bold. */
  if (node->display != MATCHUM_HTML_INLINE)
    matchum_html_lines_end (self->lines, is_apart);
  if (bold)
    matchum_html_lines_end_bold (self->lines);
  self->n_kept -= keeps;
}

static void
write_node (Writer *self, guint index)
{
  const MatchumHtmlNode *node = get_node (self, index);

  switch ((MatchumHtmlTag) node->tag)
    {
    case MATCHUM_HTML_TEXT:
      write_text (self, node);
      break;
    case MATCHUM_HTML_BR:
      matchum_html_lines_break (self->lines);
      break;
    case MATCHUM_HTML_A:
      if (!write_address (self, index))
        write_block (self, index);
      break;
    case MATCHUM_HTML_HEADING:
      matchum_html_lines_begin_heading (self->lines, index == self->title ? 1 : node->level);
      write_children (self, index);
      matchum_html_lines_end_heading (self->lines);
      break;
    case MATCHUM_HTML_SUMMARY:
    case MATCHUM_HTML_BUTTON:
      write_children (self, index);
      matchum_html_lines_end_label (self->lines);
      break;
    case MATCHUM_HTML_UL:
    case MATCHUM_HTML_OL:
      write_list (self, index);
      break;
    case MATCHUM_HTML_LI:
      if (get_node (self, node->parent)->tag == MATCHUM_HTML_UL
          || get_node (self, node->parent)->tag == MATCHUM_HTML_OL)
        write_block (self, index); /* of a list that only places */
      else
        write_item (self, index, 0);
      break;
    case MATCHUM_HTML_DL:
      write_definition_list (self, index);
      break;
    case MATCHUM_HTML_TABLE:
      write_table (self, index);
      break;
    case MATCHUM_HTML_ROOT:
    case MATCHUM_HTML_OTHER:
    case MATCHUM_HTML_ARTICLE:
    case MATCHUM_HTML_ASIDE:
    case MATCHUM_HTML_BODY:
    case MATCHUM_HTML_BOLD:
    case MATCHUM_HTML_DD:
    case MATCHUM_HTML_DELETED:
    case MATCHUM_HTML_DIALOG:
    case MATCHUM_HTML_DT:
    case MATCHUM_HTML_FOOTER:
    case MATCHUM_HTML_FORM:
    case MATCHUM_HTML_HEADER:
    case MATCHUM_HTML_LABEL:
    case MATCHUM_HTML_MAIN:
    case MATCHUM_HTML_NAV:
    case MATCHUM_HTML_PRE:
    case MATCHUM_HTML_TD:
    case MATCHUM_HTML_TH:
    case MATCHUM_HTML_TITLE:
    case MATCHUM_HTML_TR:
    default:
      write_block (self, index);
      break;
    }
}

static void
write_children (Writer *self, guint index)
{
  for (guint i = get_node (self, index)->first_child; i != 0; i = get_node (self, i)->next)
    if (!self->dropped[i])
      write_node (self, i);
}

static void
note_structure (Writer *self)
{
  for (guint i = matchum_html_tree_get_n_nodes (self->tree) - 1; i > 0; i--)
    {
      const MatchumHtmlNode *node = get_node (self, i);

      if (!self->dropped[i]
          && (self->has_structure[i] || node->tag == MATCHUM_HTML_HEADING || node->tag == MATCHUM_HTML_TABLE
              || node->tag == MATCHUM_HTML_DL))
        self->has_structure[node->parent] = 1;
    }
}

static gboolean
announces (Writer *self, guint index)
{
  g_autofree char *words = render (self, index);
  MatchumPostingKind kind;

  return matchum_posting_heading_classify (words, strlen (words), &kind);
}

/* Pages begin with h2 or h3 where their makers wanted smaller letters: the first heading is the title where it is the
 * only one of its level, others are below it, and it announces nothing. */
static guint
find_title (Writer *self)
{
  const guint n_nodes = matchum_html_tree_get_n_nodes (self->tree);
  guint first = 0, n_headings = 0;

  for (guint i = 1; i < n_nodes; i++)
    {
      const MatchumHtmlNode *node = get_node (self, i);

      if (self->dropped[i] || node->tag != MATCHUM_HTML_HEADING)
        continue;
      if (first != 0 && node->level <= get_node (self, first)->level)
        return 0;
      first = first != 0 ? first : i;
      n_headings++;
    }
  return n_headings > 1 && !announces (self, first) ? first : 0;
}

char *
matchum_html_writer_write (MatchumHtmlTree *tree, const guint8 *dropped, guint depth)
{
  g_autofree guint8 *has_structure = g_new0 (guint8, matchum_html_tree_get_n_nodes (tree));
  g_autoptr (MatchumHtmlLines) lines = matchum_html_lines_new ();
  Writer self = { .tree = tree, .dropped = dropped, .has_structure = has_structure, .depth = depth, .lines = lines };

  note_structure (&self);
  self.title = find_title (&self);
  write_children (&self, 0);
  return matchum_html_lines_finish (lines);
}
