/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes HTML through its steps: made plain, parsed, its clutter marked, written as lines. */
#include "config.h"

#include "posting/matchum-html-page.h"

#include <string.h>

#include "posting/matchum-html-clutter.h"
#include "posting/matchum-html-lines.h"
#include "posting/matchum-html-markup.h"
#include "posting/matchum-html-scrub.h"
#include "posting/matchum-html-tree.h"
#include "posting/matchum-html-writer.h"

static char *
find_title (MatchumHtmlTree *tree)
{
  const guint n_nodes = matchum_html_tree_get_n_nodes (tree);

  for (guint i = 1; i < n_nodes; i++)
    {
      const MatchumHtmlNode *node = matchum_html_tree_get_node (tree, i);
      g_autoptr (MatchumHtmlLines) lines = NULL;

      if (node->tag != MATCHUM_HTML_TITLE || node->first_child == 0)
        continue;
      node = matchum_html_tree_get_node (tree, node->first_child);
      if (node->tag != MATCHUM_HTML_TEXT)
        return NULL;
      lines = matchum_html_lines_new ();
      matchum_html_lines_add (lines, node->text, node->length, FALSE);
      return matchum_html_lines_finish (lines);
    }
  return NULL;
}

MatchumHtmlPage *
matchum_html_page_read (const char *name, const char *text, gsize length, guint depth, GError **error)
{
  g_autoptr (GPtrArray) scripts = g_ptr_array_new_with_free_func (g_free);
  GString *scrubbed = matchum_html_scrub (text, length, scripts);
  g_autoptr (MatchumHtmlTree) tree = matchum_html_tree_new (name, scrubbed->str, scrubbed->len, error);
  g_autofree guint8 *dropped = NULL;
  MatchumHtmlPage *page;

  g_string_free (scrubbed, TRUE);
  if (tree == NULL)
    return NULL;
  dropped = matchum_html_clutter_find (tree);
  page = g_new0 (MatchumHtmlPage, 1);
  page->title = find_title (tree);
  page->text = matchum_html_writer_write (tree, dropped, depth);
  page->scripts = g_steal_pointer (&scripts);
  return page;
}

void
matchum_html_page_free (MatchumHtmlPage *page)
{
  g_free (page->title);
  g_free (page->text);
  g_ptr_array_unref (page->scripts);
  g_free (page);
}

/* Plain text goes through the same steps, for its entities; its line ends are line ends. */
char *
matchum_html_page_dup_text (const char *text)
{
  const gsize length = strlen (text);
  g_autoptr (MatchumHtmlPage) page = NULL;
  g_autofree char *wrapped = NULL;

  if (!matchum_html_markup_is_in_text (text, length))
    wrapped = g_strdup_printf ("<pre>%s</pre>", text);
  page = matchum_html_page_read ("", wrapped != NULL ? wrapped : text, wrapped != NULL ? strlen (wrapped) : length, 0,
                                 NULL);
  return page != NULL ? g_steal_pointer (&page->text) : g_strdup ("");
}
