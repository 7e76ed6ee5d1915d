/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the tree of an HTML page from what libxml2's parser tells while it reads: it closes what pages leave open and
 * knows the entities. The tree is not libxml2's own, which is refused beyond a depth and freed by recursion; here what
 * is nested too deeply stays flat. Nothing is loaded, and no entity is known but those of HTML. */
#include "config.h"

#include "posting/matchum-html-tree.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "text/matchum-source.h"

/* No page that is read has more; what walks the tree by recursion may count on it. */
#define MAX_DEPTH 200
#define MAX_NODES (1000 * 1000)
/* End tags that close nothing make the parser look through all that is open. So many looks are let go. */
#define MAX_LOOKS (40 * 1000 * 1000)
#define CHUNK_BYTES (64 * 1024)

typedef struct {
  guint8 name;
  const char *value;
} Attribute;

struct _MatchumHtmlTree {
  GArray *nodes;      /* of MatchumHtmlNode */
  GArray *attributes; /* of Attribute */
  GStringChunk *strings;
};

typedef struct {
  MatchumHtmlTree *tree;
  htmlParserCtxtPtr parser;
  guint32 open[MAX_DEPTH]; /* the elements that are open, outermost first */
  guint depth;             /* how many are open, those that stay flat counted */
  GString *text;           /* not in the tree yet */
  guint64 n_looks;
  gboolean is_stopped;
} Builder;

typedef struct {
  const char *name;
  guint8 tag;
  guint8 display;
  guint8 level;
} Element;

/* In the order of their names. What is not here is inline. */
static const Element elements[] = {
  { "a", MATCHUM_HTML_A, MATCHUM_HTML_INLINE, 0 },
  { "address", MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "applet", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "area", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "article", MATCHUM_HTML_ARTICLE, MATCHUM_HTML_PARAGRAPH, 0 },
  { "aside", MATCHUM_HTML_ASIDE, MATCHUM_HTML_PARAGRAPH, 0 },
  { "audio", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "b", MATCHUM_HTML_BOLD, MATCHUM_HTML_INLINE, 0 },
  { "blockquote", MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "body", MATCHUM_HTML_BODY, MATCHUM_HTML_PARAGRAPH, 0 },
  { "br", MATCHUM_HTML_BR, MATCHUM_HTML_INLINE, 0 },
  { "button", MATCHUM_HTML_BUTTON, MATCHUM_HTML_INLINE, 0 },
  { "canvas", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "caption", MATCHUM_HTML_OTHER, MATCHUM_HTML_LINE, 0 },
  { "center", MATCHUM_HTML_OTHER, MATCHUM_HTML_LINE, 0 },
  { "datalist", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "dd", MATCHUM_HTML_DD, MATCHUM_HTML_LINE, 0 },
  { "del", MATCHUM_HTML_DELETED, MATCHUM_HTML_NOTHING, 0 },
  { "details", MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "dialog", MATCHUM_HTML_DIALOG, MATCHUM_HTML_PARAGRAPH, 0 },
  { "dir", MATCHUM_HTML_UL, MATCHUM_HTML_PARAGRAPH, 0 },
  { "div", MATCHUM_HTML_OTHER, MATCHUM_HTML_LINE, 0 },
  { "dl", MATCHUM_HTML_DL, MATCHUM_HTML_PARAGRAPH, 0 },
  { "dt", MATCHUM_HTML_DT, MATCHUM_HTML_LINE, 0 },
  { "embed", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "fieldset", MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "figcaption", MATCHUM_HTML_OTHER, MATCHUM_HTML_LINE, 0 },
  { "figure", MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "footer", MATCHUM_HTML_FOOTER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "form", MATCHUM_HTML_FORM, MATCHUM_HTML_PARAGRAPH, 0 },
  { "h1", MATCHUM_HTML_HEADING, MATCHUM_HTML_PARAGRAPH, 1 },
  { "h2", MATCHUM_HTML_HEADING, MATCHUM_HTML_PARAGRAPH, 2 },
  { "h3", MATCHUM_HTML_HEADING, MATCHUM_HTML_PARAGRAPH, 3 },
  { "h4", MATCHUM_HTML_HEADING, MATCHUM_HTML_PARAGRAPH, 4 },
  { "h5", MATCHUM_HTML_HEADING, MATCHUM_HTML_PARAGRAPH, 5 },
  { "h6", MATCHUM_HTML_HEADING, MATCHUM_HTML_PARAGRAPH, 6 },
  { "head", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "header", MATCHUM_HTML_HEADER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "hgroup", MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "hr", MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "html", MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "iframe", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "img", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "input", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "label", MATCHUM_HTML_LABEL, MATCHUM_HTML_INLINE, 0 },
  { "legend", MATCHUM_HTML_SUMMARY, MATCHUM_HTML_LINE, 0 },
  { "li", MATCHUM_HTML_LI, MATCHUM_HTML_LINE, 0 },
  { "link", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "listing", MATCHUM_HTML_PRE, MATCHUM_HTML_PARAGRAPH, 0 },
  { "main", MATCHUM_HTML_MAIN, MATCHUM_HTML_PARAGRAPH, 0 },
  { "map", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "math", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "menu", MATCHUM_HTML_UL, MATCHUM_HTML_PARAGRAPH, 0 },
  { "meta", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "meter", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "nav", MATCHUM_HTML_NAV, MATCHUM_HTML_PARAGRAPH, 0 },
  { "noscript", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "object", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "ol", MATCHUM_HTML_OL, MATCHUM_HTML_PARAGRAPH, 0 },
  { "option", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "p", MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "pre", MATCHUM_HTML_PRE, MATCHUM_HTML_PARAGRAPH, 0 },
  { "progress", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "rp", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "rt", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "s", MATCHUM_HTML_DELETED, MATCHUM_HTML_NOTHING, 0 },
  { "script", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "search", MATCHUM_HTML_NAV, MATCHUM_HTML_PARAGRAPH, 0 },
  { "section", MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0 },
  { "select", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "strike", MATCHUM_HTML_DELETED, MATCHUM_HTML_NOTHING, 0 },
  { "strong", MATCHUM_HTML_BOLD, MATCHUM_HTML_INLINE, 0 },
  { "style", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "summary", MATCHUM_HTML_SUMMARY, MATCHUM_HTML_LINE, 0 },
  { "svg", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "table", MATCHUM_HTML_TABLE, MATCHUM_HTML_PARAGRAPH, 0 },
  { "tbody", MATCHUM_HTML_OTHER, MATCHUM_HTML_LINE, 0 },
  { "td", MATCHUM_HTML_TD, MATCHUM_HTML_LINE, 0 },
  { "template", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "textarea", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
  { "tfoot", MATCHUM_HTML_OTHER, MATCHUM_HTML_LINE, 0 },
  { "th", MATCHUM_HTML_TH, MATCHUM_HTML_LINE, 0 },
  { "thead", MATCHUM_HTML_OTHER, MATCHUM_HTML_LINE, 0 },
  { "title", MATCHUM_HTML_TITLE, MATCHUM_HTML_NOTHING, 0 },
  { "tr", MATCHUM_HTML_TR, MATCHUM_HTML_LINE, 0 },
  { "u", MATCHUM_HTML_BOLD, MATCHUM_HTML_INLINE, 0 },
  { "ul", MATCHUM_HTML_UL, MATCHUM_HTML_PARAGRAPH, 0 },
  { "video", MATCHUM_HTML_OTHER, MATCHUM_HTML_NOTHING, 0 },
};

static const char *const attribute_names[] = {
  [MATCHUM_HTML_ATTRIBUTE_ARIA_HIDDEN] = "aria-hidden",
  [MATCHUM_HTML_ATTRIBUTE_ARIA_LEVEL] = "aria-level",
  [MATCHUM_HTML_ATTRIBUTE_ARIA_MODAL] = "aria-modal",
  [MATCHUM_HTML_ATTRIBUTE_CLASS] = "class",
  [MATCHUM_HTML_ATTRIBUTE_HIDDEN] = "hidden",
  [MATCHUM_HTML_ATTRIBUTE_HREF] = "href",
  [MATCHUM_HTML_ATTRIBUTE_ID] = "id",
  [MATCHUM_HTML_ATTRIBUTE_OPEN] = "open",
  [MATCHUM_HTML_ATTRIBUTE_ROLE] = "role",
  [MATCHUM_HTML_ATTRIBUTE_ROWSPAN] = "rowspan",
  [MATCHUM_HTML_ATTRIBUTE_STYLE] = "style",
};

static int
compare_element (const void *name, const void *element)
{
  return strcmp (name, ((const Element *) element)->name);
}

static MatchumHtmlNode *
get_node (MatchumHtmlTree *self, guint index)
{
  return &g_array_index (self->nodes, MatchumHtmlNode, index);
}

static void
stop (Builder *self)
{
  self->is_stopped = TRUE;
  xmlStopParser (self->parser);
}

/* Adds node within the innermost element that is open and not flat; G_MAXUINT where there are too many. */
static guint
append_node (Builder *self, MatchumHtmlNode node)
{
  MatchumHtmlTree *tree = self->tree;
  const guint32 index = tree->nodes->len;
  const guint32 parent = self->open[MIN (self->depth, MAX_DEPTH) - 1];
  MatchumHtmlNode *above;

  if (index >= MAX_NODES)
    {
      stop (self);
      return G_MAXUINT;
    }
  node.parent = parent;
  node.end = index + 1;
  above = get_node (tree, parent);
  if (above->last_child != 0)
    get_node (tree, above->last_child)->next = index;
  else
    above->first_child = index;
  above->last_child = index;
  g_array_append_val (tree->nodes, node);
  return index;
}

static void
flush_text (Builder *self)
{
  MatchumHtmlNode node = { .tag = MATCHUM_HTML_TEXT };

  if (self->text->len == 0 || self->is_stopped)
    return;
  node.text = g_string_chunk_insert_len (self->tree->strings, self->text->str, (gssize) self->text->len);
  node.length = (guint32) self->text->len;
  g_string_truncate (self->text, 0);
  append_node (self, node);
}

static guint8
append_attributes (Builder *self, const xmlChar **attributes)
{
  guint8 count = 0;

  for (; attributes != NULL && attributes[0] != NULL && count < G_MAXUINT8; attributes += 2)
    for (guint i = 0; i < G_N_ELEMENTS (attribute_names); i++)
      if (g_str_equal ((const char *) attributes[0], attribute_names[i]))
        {
          const char *value = attributes[1] != NULL ? (const char *) attributes[1] : "";
          Attribute attribute = { (guint8) i, g_string_chunk_insert (self->tree->strings, value) };

          g_array_append_val (self->tree->attributes, attribute);
          count++;
        }
  return count;
}

static void
start_element_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Builder *self = data;
  const Element *element;
  MatchumHtmlNode node = { .tag = MATCHUM_HTML_OTHER, .display = MATCHUM_HTML_INLINE };
  guint index;

  flush_text (self);
  if (self->is_stopped)
    return;
  self->depth++;
  if (self->depth > MAX_DEPTH)
    return;
  element = bsearch (name, elements, G_N_ELEMENTS (elements), sizeof (Element), compare_element);
  if (element != NULL)
    {
      node.tag = element->tag;
      node.display = element->display;
      node.level = element->level;
    }
  node.attributes = self->tree->attributes->len;
  node.n_attributes = append_attributes (self, attributes);
  self->depth--;
  index = append_node (self, node);
  self->depth++;
  if (index != G_MAXUINT)
    self->open[self->depth - 1] = index;
}

static void
end_element_cb (void *data, const xmlChar *name)
{
  Builder *self = data;

  flush_text (self);
  if (self->depth <= 1 || self->is_stopped)
    return;
  if (self->depth <= MAX_DEPTH)
    get_node (self->tree, self->open[self->depth - 1])->end = self->tree->nodes->len;
  self->depth--;
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  Builder *self = data;

  if (!self->is_stopped)
    g_string_append_len (self->text, (const char *) text, length);
}

/* Told of each tag that the parser looked for in vain among those that are open. */
static void
#if LIBXML_VERSION >= 21200
error_cb (void *data, const xmlError *problem)
#else
error_cb (void *data, xmlErrorPtr problem)
#endif
{
  Builder *self = data;

  self->n_looks += (guint64) MAX (self->parser->nameNr, 0) + 1;
  if (self->n_looks > MAX_LOOKS && !self->is_stopped)
    stop (self);
}

static void
parse (Builder *self, const char *text, gsize length)
{
  htmlSAXHandler handler = {
    .startElement = start_element_cb,
    .endElement = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
    .cdataBlock = characters_cb,
    .serror = error_cb,
    .initialized = XML_SAX2_MAGIC,
  };

  self->parser = htmlCreatePushParserCtxt (&handler, self, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (self->parser == NULL)
    g_error ("no memory for reading HTML");
  htmlCtxtUseOptions (self->parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD
                                        | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  for (gsize at = 0; at < length && !self->is_stopped; at += CHUNK_BYTES)
    htmlParseChunk (self->parser, text + at, (int) MIN (CHUNK_BYTES, length - at), 0);
  if (!self->is_stopped)
    htmlParseChunk (self->parser, NULL, 0, 1);
  flush_text (self);
  if (self->parser->myDoc != NULL)
    xmlFreeDoc (self->parser->myDoc);
  self->parser->myDoc = NULL;
  htmlFreeParserCtxt (self->parser);
}

/* Elements that were never closed end with the page. */
static void
close_open (Builder *self)
{
  for (guint i = 0; i < MIN (self->depth, MAX_DEPTH); i++)
    get_node (self->tree, self->open[i])->end = self->tree->nodes->len;
}

MatchumHtmlTree *
matchum_html_tree_new (const char *name, const char *text, gsize length, GError **error)
{
  g_autoptr (MatchumHtmlTree) tree = g_new0 (MatchumHtmlTree, 1);
  Builder builder = { .tree = tree, .depth = 1 };
  MatchumHtmlNode root = { .tag = MATCHUM_HTML_ROOT, .display = MATCHUM_HTML_PARAGRAPH };

  tree->nodes = g_array_new (FALSE, FALSE, sizeof (MatchumHtmlNode));
  tree->attributes = g_array_new (FALSE, FALSE, sizeof (Attribute));
  tree->strings = g_string_chunk_new (64 * 1024);
  g_array_append_val (tree->nodes, root);
  builder.text = g_string_new (NULL);
  parse (&builder, text, length);
  close_open (&builder);
  g_string_free (builder.text, TRUE);
  if (builder.is_stopped)
    {
      g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT,
                   _ ("%s: The page is built in a way that no posting is. Open it in a browser, and copy and paste the "
                      "posting alone."),
                   name);
      return NULL;
    }
  return g_steal_pointer (&tree);
}

void
matchum_html_tree_free (MatchumHtmlTree *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->attributes);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
matchum_html_tree_get_n_nodes (MatchumHtmlTree *self)
{
  return self->nodes->len;
}

const MatchumHtmlNode *
matchum_html_tree_get_node (MatchumHtmlTree *self, guint index)
{
  return get_node (self, index);
}

const char *
matchum_html_tree_get_attribute (MatchumHtmlTree *self, guint index, MatchumHtmlAttribute attribute)
{
  const MatchumHtmlNode *node = get_node (self, index);

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const Attribute *found = &g_array_index (self->attributes, Attribute, node->attributes + i);

      if (found->name == attribute)
        return found->value;
    }
  return NULL;
}

void
matchum_html_tree_retag (MatchumHtmlTree *self,
                         guint index,
                         MatchumHtmlTag tag,
                         MatchumHtmlDisplay display,
                         guint level)
{
  MatchumHtmlNode *node = get_node (self, index);

  node->tag = (guint8) tag;
  node->display = (guint8) display;
  node->level = (guint8) level;
}
