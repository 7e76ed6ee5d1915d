/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks a page, whose depth is bounded, and puts what it shows into the lines of a flow. Tables that only place what is
 * in them come apart; rows of short cells become lines. */
#include "config.h"

#include "import/matchum-html-resume.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "posting/matchum-html-charset.h"
#include "posting/matchum-html-scrub.h"
#include "posting/matchum-html-tree.h"
#include "resume/matchum-dated-line.h"
#include "resume/matchum-markdown-words.h"

/* Cells of a row that become parts of one line. */
#define MAX_CELLS 16

typedef struct {
  MatchumHtmlTree *tree;
  MatchumFlow *flow;
  MatchumFlowLine *line; /* the one that words go to, or NULL */
  MatchumFlowLine *item; /* the bullet that is open, or NULL */
  guint depth;           /* lists around */
  guint heading;         /* level of the heading around, or 0 */
  gboolean begins_item;  /* the next words begin a bullet */
  gboolean is_apart;
  gboolean is_aside;
  MatchumDraftStyle style;
  const char *url;
  guint n_menus;
} Walker;

static void walk_children (Walker *self, guint index);

static const MatchumHtmlNode *
get_node (Walker *self, guint index)
{
  return matchum_html_tree_get_node (self->tree, index);
}

static const char *
get_attribute (Walker *self, guint index, MatchumHtmlAttribute attribute)
{
  return matchum_html_tree_get_attribute (self->tree, index, attribute);
}

/* Lines */

static void
end_line (Walker *self, gboolean is_apart)
{
  self->line = NULL;
  self->is_apart = self->is_apart || is_apart;
}

/* Lines of an open bullet belong to it. */
static MatchumFlowLine *
get_line (Walker *self)
{
  if (self->line != NULL)
    return self->line;
  if (self->item != NULL && !self->begins_item)
    {
      self->line = self->item;
      matchum_flow_line_add (self->line, " ", MATCHUM_DRAFT_PLAIN, NULL);
      return self->line;
    }
  if (self->heading > 0)
    self->line = matchum_flow_add (self->flow, MATCHUM_FLOW_HEADING, self->heading);
  else if (self->begins_item)
    self->line = self->item = matchum_flow_add (self->flow, MATCHUM_FLOW_ITEM, self->depth > 0 ? self->depth - 1 : 0);
  else
    self->line = matchum_flow_add (self->flow, MATCHUM_FLOW_TEXT, 0);
  self->line->is_apart = self->is_apart;
  self->begins_item = FALSE;
  self->is_apart = FALSE;
  return self->line;
}

static char *
collapse (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);
  gboolean is_blank = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      const gboolean is_space = g_unichar_isspace (g_utf8_get_char (p));

      if (!is_space)
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      else if (!is_blank)
        g_string_append_c (out, ' ');
      is_blank = is_space;
    }
  return g_string_free (out, FALSE);
}

static void
write_text (Walker *self, const MatchumHtmlNode *node)
{
  g_autofree char *text = collapse (node->text, node->length);

  if (self->line == NULL && !matchum_markdown_words_is_seen (text))
    return;
  if (self->is_aside && self->line != NULL && matchum_markdown_words_is_seen (text))
    matchum_flow_line_add_aside (self->line, text, " ");
  else
    matchum_flow_line_add (get_line (self), text, self->style, self->url);
}

/* Tables */

static MatchumFlow *
read_cell (Walker *self, guint index)
{
  Walker inner = { .tree = self->tree, .flow = matchum_flow_new (), .style = self->style };

  if (get_node (self, index)->tag == MATCHUM_HTML_TH)
    inner.style |= MATCHUM_DRAFT_BOLD;
  walk_children (&inner, index);
  self->n_menus += inner.n_menus;
  return inner.flow;
}

static void
move_lines (Walker *self, MatchumFlow *flow)
{
  gsize n;
  gpointer *lines = g_ptr_array_steal (flow->lines, &n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (self->flow->lines, lines[i]);
  g_free (lines);
}

static gboolean
is_date_cell (MatchumFlow *cell)
{
  g_autofree char *text = cell->lines->len == 1 ? matchum_flow_line_dup_text (cell->lines->pdata[0]) : g_strdup ("");
  gboolean is_dates = FALSE;

  return matchum_dated_line_is_dated (text, &is_dates) && is_dates;
}

/* Dates beside what they are of: in a column of their own, left or right. */
static gboolean
write_dated_row (Walker *self, GPtrArray *cells)
{
  MatchumFlow *dates, *words;
  g_autofree char *text = NULL;

  if (cells->len != 2 || is_date_cell (cells->pdata[0]) == is_date_cell (cells->pdata[1]))
    return FALSE;
  dates = is_date_cell (cells->pdata[0]) ? cells->pdata[0] : cells->pdata[1];
  words = dates == cells->pdata[0] ? cells->pdata[1] : cells->pdata[0];
  text = matchum_flow_line_dup_text (dates->lines->pdata[0]);
  matchum_flow_line_add_aside (words->lines->pdata[0], text, " ");
  move_lines (self, words);
  return TRUE;
}

static void
write_joined_row (Walker *self, GPtrArray *cells)
{
  MatchumFlowLine *joined = matchum_flow_add (self->flow, MATCHUM_FLOW_TEXT, 0);

  for (guint i = 0; i < cells->len; i++)
    {
      const MatchumFlowLine *line = ((MatchumFlow *) cells->pdata[i])->lines->pdata[0];

      if (i > 0)
        matchum_flow_line_add (joined, " | ", MATCHUM_DRAFT_PLAIN, NULL);
      for (guint j = 0; j < line->runs->len; j++)
        {
          const MatchumFlowRun *run = &g_array_index (line->runs, MatchumFlowRun, j);

          matchum_flow_line_add (joined, run->text, run->style, run->url);
        }
      if (line->aside != NULL)
        {
          matchum_flow_line_add (joined, " | ", MATCHUM_DRAFT_PLAIN, NULL);
          matchum_flow_line_add (joined, line->aside, MATCHUM_DRAFT_PLAIN, NULL);
        }
    }
}

static gboolean
is_plain_row (GPtrArray *cells)
{
  gboolean is_plain = cells->len > 1 && cells->len <= MAX_CELLS;

  for (guint i = 0; i < cells->len; i++)
    {
      const MatchumFlow *cell = cells->pdata[i];

      is_plain = is_plain && cell->lines->len == 1
                 && ((const MatchumFlowLine *) cell->lines->pdata[0])->kind == MATCHUM_FLOW_TEXT;
    }
  return is_plain;
}

static void
write_row (Walker *self, guint index)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_flow_free);

  end_line (self, FALSE);
  for (guint i = get_node (self, index)->first_child; i != 0; i = get_node (self, i)->next)
    {
      MatchumFlow *cell;

      if (get_node (self, i)->tag == MATCHUM_HTML_TEXT)
        continue;
      cell = read_cell (self, i);
      if (cell->lines->len > 0)
        g_ptr_array_add (cells, cell);
      else
        matchum_flow_free (cell);
    }
  if (write_dated_row (self, cells))
    return;
  if (is_plain_row (cells))
    write_joined_row (self, cells);
  else
    for (guint i = 0; i < cells->len; i++)
      move_lines (self, cells->pdata[i]);
}

/* Elements */

static gboolean
is_hidden (Walker *self, guint index)
{
  const char *style = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_STYLE);
  const char *hidden = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_ARIA_HIDDEN);

  if (get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_HIDDEN) != NULL)
    return TRUE;
  return (hidden != NULL && g_ascii_strcasecmp (hidden, "true") == 0)
         || (style != NULL && (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL));
}

/* Classes that say that something stands at the end of its line. */
static gboolean
stands_aside (Walker *self, guint index)
{
  static const char *const words[] = { "date", "dates", "period", "duration", "year", "years", "right", "time" };
  const char *class = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_CLASS);
  g_auto (GStrv) parts = class != NULL ? g_strsplit_set (class, " -_", 32) : NULL;

  for (gsize i = 0; parts != NULL && parts[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (words); j++)
      if (g_ascii_strcasecmp (parts[i], words[j]) == 0)
        return TRUE;
  return FALSE;
}

static void
walk_list (Walker *self, guint index)
{
  MatchumFlowLine *item = self->item;

  end_line (self, TRUE);
  self->depth++;
  self->item = NULL;
  walk_children (self, index);
  self->depth--;
  self->item = item;
  end_line (self, FALSE);
}

static void
walk_item (Walker *self, guint index)
{
  MatchumFlowLine *item = self->item;

  end_line (self, FALSE);
  self->begins_item = TRUE;
  walk_children (self, index);
  self->begins_item = FALSE;
  self->item = item;
  end_line (self, FALSE);
}

static void
walk_heading (Walker *self, guint index)
{
  MatchumFlowLine *item = self->item;

  end_line (self, TRUE);
  self->item = NULL;
  self->begins_item = FALSE;
  self->heading = get_node (self, index)->level;
  walk_children (self, index);
  self->heading = 0;
  self->item = item;
  end_line (self, FALSE);
}

static void
walk_inline (Walker *self, guint index)
{
  const MatchumDraftStyle style = self->style;
  const char *url = self->url;
  const char *href = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_HREF);
  const gboolean was_aside = self->is_aside;

  if (get_node (self, index)->tag == MATCHUM_HTML_BOLD)
    self->style |= MATCHUM_DRAFT_BOLD;
  if (get_node (self, index)->tag == MATCHUM_HTML_A && href != NULL)
    self->url = href;
  self->is_aside = was_aside || (self->line != NULL && stands_aside (self, index));
  walk_children (self, index);
  self->style = style;
  self->url = url;
  self->is_aside = was_aside;
}

static void
walk_block (Walker *self, guint index)
{
  const gboolean is_apart = get_node (self, index)->display == MATCHUM_HTML_PARAGRAPH;
  const MatchumDraftStyle style = self->style;

  end_line (self, is_apart);
  if (get_node (self, index)->tag == MATCHUM_HTML_DT)
    self->style |= MATCHUM_DRAFT_BOLD;
  walk_children (self, index);
  self->style = style;
  end_line (self, is_apart);
}

static void
walk (Walker *self, guint index)
{
  const MatchumHtmlNode *node = get_node (self, index);
  const MatchumHtmlTag tag = (MatchumHtmlTag) node->tag;

  if (tag == MATCHUM_HTML_TEXT)
    write_text (self, node);
  else if (node->display == MATCHUM_HTML_NOTHING || tag == MATCHUM_HTML_TITLE || is_hidden (self, index))
    return;
  else if (tag == MATCHUM_HTML_NAV)
    self->n_menus++;
  else if (tag == MATCHUM_HTML_BR)
    end_line (self, FALSE);
  else if (tag == MATCHUM_HTML_HEADING)
    walk_heading (self, index);
  else if (tag == MATCHUM_HTML_UL || tag == MATCHUM_HTML_OL)
    walk_list (self, index);
  else if (tag == MATCHUM_HTML_LI)
    walk_item (self, index);
  else if (tag == MATCHUM_HTML_TR)
    write_row (self, index);
  else if (node->display == MATCHUM_HTML_INLINE)
    walk_inline (self, index);
  else
    walk_block (self, index);
}

static void
walk_children (Walker *self, guint index)
{
  for (guint i = get_node (self, index)->first_child; i != 0; i = get_node (self, i)->next)
    walk (self, i);
}

/* Notes */

static guint
count_pictures (const GString *text)
{
  guint n = 0;

  for (const char *p = strchr (text->str, '<'); p != NULL; p = strchr (p + 1, '<'))
    n += g_ascii_strncasecmp (p, "<img", 4) == 0;
  return n;
}

static void
note_rest (MatchumJsonNotes *notes, guint n_pictures, guint n_menus)
{
  if (n_pictures > 0)
    matchum_json_notes_add (notes, 0, NULL,
                            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u picture was left out.",
                                                          "%u pictures were left out.", n_pictures),
                                             n_pictures));
  if (n_menus > 0)
    matchum_json_notes_add (notes, 0, NULL,
                            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u menu of the page was left out.",
                                                          "%u menus of the page were left out.", n_menus),
                                             n_menus));
}

MatchumFlow *
matchum_html_resume_read (const char *name, GBytes *html, MatchumJsonNotes *notes, GError **error)
{
  g_autoptr (MatchumHtmlTree) tree = NULL;
  Walker walker = { NULL };
  GString *text, *scrubbed;
  guint n_pictures;
  const char *bytes;
  gsize length;

  g_return_val_if_fail (name != NULL && html != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = g_bytes_get_data (html, &length);
  if (!matchum_source_check_size (name, length, error))
    return NULL;
  text = matchum_html_charset_decode (bytes, length);
  n_pictures = count_pictures (text);
  scrubbed = matchum_html_scrub (text->str, text->len, NULL);
  tree = matchum_html_tree_new (name, scrubbed->str, scrubbed->len, error);
  g_string_free (text, TRUE);
  g_string_free (scrubbed, TRUE);
  if (tree == NULL)
    return NULL;
  walker.tree = tree;
  walker.flow = matchum_flow_new ();
  walk_children (&walker, 0);
  note_rest (notes, n_pictures, walker.n_menus);
  return walker.flow;
}

MatchumSource *
matchum_html_resume_convert (const char *name, GBytes *html, MatchumJsonNotes *notes, GError **error)
{
  g_autoptr (MatchumFlow) flow = matchum_html_resume_read (name, html, notes, error);
  g_autoptr (GBytes) bytes = NULL;
  char *markdown;

  if (flow == NULL)
    return NULL;
  if (flow->lines->len == 0)
    {
      g_set_error (
          error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_EMPTY,
          _ ("%s: The page holds no text; a script loads it. Open it in a browser, print it into a PDF and open "
             "that."),
          name);
      return NULL;
    }
  markdown = matchum_flow_compose_resume (flow, notes);
  bytes = g_bytes_new_take (markdown, strlen (markdown));
  return matchum_source_new (name, bytes, error);
}
