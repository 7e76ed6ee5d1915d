/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements and texts of an HTML page, bounded in depth and number. Private to posting/ and import/. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What an element does to the lines of a text. */
typedef enum {
  MATCHUM_HTML_INLINE,
  MATCHUM_HTML_LINE,      /* begins and ends a line: div, li, tr */
  MATCHUM_HTML_PARAGRAPH, /* stands apart from what is around it: p, ul, table, headings */
  MATCHUM_HTML_NOTHING,   /* is never text: input, select, svg */
} MatchumHtmlDisplay;

/* Elements that something is made of; all others are MATCHUM_HTML_OTHER, told apart by their display. */
typedef enum {
  MATCHUM_HTML_ROOT,
  MATCHUM_HTML_TEXT,
  MATCHUM_HTML_OTHER,
  MATCHUM_HTML_A,
  MATCHUM_HTML_ARTICLE,
  MATCHUM_HTML_ASIDE,
  MATCHUM_HTML_BODY,
  MATCHUM_HTML_BOLD,
  MATCHUM_HTML_BR,
  MATCHUM_HTML_BUTTON,
  MATCHUM_HTML_DD,
  MATCHUM_HTML_DELETED,
  MATCHUM_HTML_DIALOG,
  MATCHUM_HTML_DL,
  MATCHUM_HTML_DT,
  MATCHUM_HTML_FOOTER,
  MATCHUM_HTML_FORM,
  MATCHUM_HTML_HEADER,
  MATCHUM_HTML_HEADING, /* h1 to h6, see level */
  MATCHUM_HTML_LABEL,
  MATCHUM_HTML_LI,
  MATCHUM_HTML_MAIN,
  MATCHUM_HTML_NAV,
  MATCHUM_HTML_OL,
  MATCHUM_HTML_PRE,
  MATCHUM_HTML_SUMMARY,
  MATCHUM_HTML_TABLE,
  MATCHUM_HTML_TD,
  MATCHUM_HTML_TH,
  MATCHUM_HTML_TITLE,
  MATCHUM_HTML_TR,
  MATCHUM_HTML_UL,
} MatchumHtmlTag;

/* Attributes that are kept, as a page gives them. */
typedef enum {
  MATCHUM_HTML_ATTRIBUTE_ARIA_HIDDEN,
  MATCHUM_HTML_ATTRIBUTE_ARIA_LEVEL,
  MATCHUM_HTML_ATTRIBUTE_ARIA_MODAL,
  MATCHUM_HTML_ATTRIBUTE_CLASS,
  MATCHUM_HTML_ATTRIBUTE_HIDDEN,
  MATCHUM_HTML_ATTRIBUTE_HREF,
  MATCHUM_HTML_ATTRIBUTE_ID,
  MATCHUM_HTML_ATTRIBUTE_OPEN,
  MATCHUM_HTML_ATTRIBUTE_ROLE,
  MATCHUM_HTML_ATTRIBUTE_ROWSPAN,
  MATCHUM_HTML_ATTRIBUTE_STYLE,
} MatchumHtmlAttribute;

/* Nodes are numbered in the order of the page, the root is 0; 0 also says that there is none. */
typedef struct {
  guint32     parent;
  guint32     first_child;
  guint32     last_child;
  guint32     next;
  guint32     end;          /* one past the last node within it */
  guint32     attributes;   /* index of the first */
  guint8      n_attributes;
  guint8      tag;          /* MatchumHtmlTag */
  guint8      display;      /* MatchumHtmlDisplay */
  guint8      level;        /* of a heading: 1 to 6 */
  guint32     length;       /* bytes of text */
  const char *text;         /* of a text, with a NUL behind it */
} MatchumHtmlNode;

typedef struct _MatchumHtmlTree MatchumHtmlTree;

/* text: HTML as matchum_html_scrub() leaves it. Fails with MATCHUM_SOURCE_ERROR_FORMAT where the page has more elements,
 * or its tags are more entangled, than any page made to be read. */
MatchumHtmlTree       *matchum_html_tree_new           (const char            *name,
                                                        const char            *text,
                                                        gsize                  length,
                                                        GError               **error);
void                   matchum_html_tree_free          (MatchumHtmlTree       *self);

guint                  matchum_html_tree_get_n_nodes   (MatchumHtmlTree       *self);
const MatchumHtmlNode *matchum_html_tree_get_node      (MatchumHtmlTree       *self,
                                                        guint                  index);
/* The value of an attribute, NULL where the element does not have it. */
const char            *matchum_html_tree_get_attribute (MatchumHtmlTree       *self,
                                                        guint                  index,
                                                        MatchumHtmlAttribute   attribute);
/* Puts the element that index is in the place of another: a div that says it is a heading. For what reads the roles. */
void                   matchum_html_tree_retag         (MatchumHtmlTree       *self,
                                                        guint                  index,
                                                        MatchumHtmlTag         tag,
                                                        MatchumHtmlDisplay     display,
                                                        guint                  level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumHtmlTree, matchum_html_tree_free)

G_END_DECLS
