/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks what is not read of a page. First what is hidden or never text; then, with the text and links of each element
 * counted, what looks like the frame of the page rather than the posting in it. */
#include "config.h"

#include "posting/matchum-html-clutter.h"

#include <string.h>

#include "posting/matchum-heading-words.h"
#include "text/matchum-folded-text.h"

/* Longer texts, in bytes, are no headings. */
#define MAX_HEADING 90
/* So many short texts are looked at for the words of headings. */
#define MAX_LOOKS 20000
/* A banner about cookies is no longer than this, in bytes. */
#define MAX_BANNER 1500
#define MAX_WORDS 6
/* What stands on a page twice is the same for narrow and wide screens, from this many bytes on. */
#define MIN_TWICE 300
#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct {
  guint32 text; /* bytes that are not white space */
  guint32 link_text;
  guint32 n_links;
  guint32 n_known; /* headings of postings that are no links */
  guint64 hash;    /* of the text: that of two texts in a row is made of theirs */
  guint64 weight;  /* what the hash before it is multiplied with */
  gboolean has_title;
} Stats;

/* What the words of a text say. */
enum {
  SENSE_NONE,
  SENSE_ASK,   /* requirements or duties */
  SENSE_STACK, /* the technologies in use, often a list of links */
  SENSE_BOARD, /* a button or heading of a job board */
};

typedef struct {
  MatchumHtmlTree *tree;
  guint n_nodes;
  guint8 *dropped;
  guint8 *senses;
  guint8 *in_link;
  Stats *stats;
  guint n_looks;
  gboolean with_hidden; /* what is hidden is read as well */
} Search;

static const MatchumHtmlNode *
get_node (Search *self, guint index)
{
  return matchum_html_tree_get_node (self->tree, index);
}

static const char *
get_attribute (Search *self, guint index, MatchumHtmlAttribute attribute)
{
  return matchum_html_tree_get_attribute (self->tree, index, attribute);
}

static void
drop (Search *self, guint index)
{
  memset (self->dropped + index, 1, get_node (self, index)->end - index);
}

static gboolean
is_word (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

static gboolean
has_role (Search *self, guint index, const char *const *roles)
{
  const char *role = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_ROLE);

  return role != NULL && is_word (role, roles);
}

/* What elements say that they are */

static void
take_role (Search *self, guint index)
{
  const char *role = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_ROLE);
  const char *level;

  if (role == NULL)
    return;
  if (g_str_equal (role, "heading"))
    {
      level = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_ARIA_LEVEL);
      matchum_html_tree_retag (self->tree, index, MATCHUM_HTML_HEADING, MATCHUM_HTML_PARAGRAPH,
                               level != NULL && *level >= '1' && *level <= '6' ? (guint) (*level - '0') : 2);
    }
  else if (g_str_equal (role, "list"))
    matchum_html_tree_retag (self->tree, index, MATCHUM_HTML_UL, MATCHUM_HTML_PARAGRAPH, 0);
  else if (g_str_equal (role, "listitem"))
    matchum_html_tree_retag (self->tree, index, MATCHUM_HTML_LI, MATCHUM_HTML_LINE, 0);
  else if (get_node (self, index)->tag == MATCHUM_HTML_TABLE
           && (g_str_equal (role, "presentation") || g_str_equal (role, "none")))
    matchum_html_tree_retag (self->tree, index, MATCHUM_HTML_OTHER, MATCHUM_HTML_PARAGRAPH, 0);
}

/* Whether the style has property with a value that begins with value, blanks aside. */
static gboolean
has_style (const char *style, const char *property, const char *value)
{
  const char *p = style;

  while (p != NULL && (p = strstr (p, property)) != NULL)
    {
      const gboolean is_whole = p == style || g_ascii_isspace (p[-1]) || p[-1] == ';';

      p += strlen (property);
      while (g_ascii_isspace (*p))
        p++;
      if (!is_whole || *p != ':')
        continue;
      for (p++; g_ascii_isspace (*p); p++)
        ;
      if (g_ascii_strncasecmp (p, value, strlen (value)) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_hidden (Search *self, guint index)
{
  const char *hidden = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_HIDDEN);
  const char *aria = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_ARIA_HIDDEN);
  const char *style = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_STYLE);

  if (hidden != NULL && !g_str_equal (hidden, "until-found"))
    return TRUE;
  if (aria != NULL && g_str_equal (aria, "true"))
    return TRUE;
  if (get_node (self, index)->tag == MATCHUM_HTML_DIALOG
      && get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_OPEN) == NULL)
    return TRUE;
  return has_style (style, "display", "none") || has_style (style, "visibility", "hidden");
}

/* The first text within an element, for the few that are judged by their words. */
static const MatchumHtmlNode *
find_first_text (Search *self, guint index)
{
  const guint end = get_node (self, index)->end;

  for (guint i = index + 1; i < end; i++)
    {
      const MatchumHtmlNode *node = get_node (self, i);

      if (node->tag != MATCHUM_HTML_TEXT)
        continue;
      for (guint k = 0; k < node->length; k++)
        if (!g_ascii_isspace (node->text[k]))
          return node;
    }
  return NULL;
}

/* Headings are buttons where what is under them can be folded away. */
static gboolean
is_heading_button (Search *self, guint index)
{
  const MatchumHtmlNode *text;

  for (guint i = get_node (self, index)->parent; i != 0; i = get_node (self, i)->parent)
    if (get_node (self, i)->tag == MATCHUM_HTML_HEADING)
      return TRUE;
  text = find_first_text (self, index);
  return text != NULL && matchum_html_clutter_knows_heading (text->text, text->length);
}

static gboolean
is_never_read (Search *self, guint index)
{
  static const char *const roles[] = { "navigation", "search", "menu", "menubar", "tooltip", NULL };
  const MatchumHtmlNode *node = get_node (self, index);

  if (node->tag == MATCHUM_HTML_TEXT || node->tag == MATCHUM_HTML_ROOT)
    return FALSE;
  if (node->display == MATCHUM_HTML_NOTHING)
    return TRUE;
  if (node->tag == MATCHUM_HTML_BUTTON)
    return !is_heading_button (self, index);
  if (node->tag == MATCHUM_HTML_NAV || has_role (self, index, roles))
    return TRUE;
  return !self->with_hidden && is_hidden (self, index);
}

static void
drop_never_read (Search *self)
{
  for (guint i = 1; i < self->n_nodes; i++)
    {
      if (is_never_read (self, i))
        {
          drop (self, i);
          i = get_node (self, i)->end - 1;
        }
      else
        take_role (self, i);
    }
}

/* Counting */

static gboolean
stands_out (MatchumHtmlTag tag)
{
  return tag == MATCHUM_HTML_HEADING || tag == MATCHUM_HTML_BOLD || tag == MATCHUM_HTML_DT || tag == MATCHUM_HTML_TH
         || tag == MATCHUM_HTML_SUMMARY || tag == MATCHUM_HTML_BUTTON;
}

static guint8
get_sense (Search *self, const MatchumHtmlNode *node)
{
  const gboolean is_marked = stands_out (get_node (self, node->parent)->tag);
  g_autofree char *folded = NULL;
  MatchumHeadingSense sense;
  MatchumHeadingKey key;

  if (node->length > MAX_HEADING || self->n_looks++ > MAX_LOOKS)
    return SENSE_NONE;
  folded = g_strstrip (matchum_fold (node->text, node->length));
  if (*folded == '\0')
    return SENSE_NONE;
  matchum_heading_key_init (&key, folded, strlen (folded));
  if (key.n_compact == 0)
    return SENSE_NONE;
  if (matchum_heading_words_is_board (&key))
    return SENSE_BOARD;
  sense = is_marked ? matchum_heading_sense (node->text, node->length) : matchum_heading_words_find (&key);
  if (sense.is_weak || sense.strength < (is_marked ? MATCHUM_HEADING_STEM : MATCHUM_HEADING_EXACT))
    return SENSE_NONE;
  switch (sense.kind)
    {
    case MATCHUM_POSTING_REQUIRED:
    case MATCHUM_POSTING_PREFERRED:
    case MATCHUM_POSTING_DUTY:
      return SENSE_ASK;
    case MATCHUM_POSTING_STACK:
      return SENSE_STACK;
    case MATCHUM_POSTING_OTHER:
    case MATCHUM_POSTING_BENEFIT:
    case MATCHUM_POSTING_PROCESS:
    case MATCHUM_POSTING_NOTE:
    default:
      return SENSE_NONE;
    }
}

gboolean
matchum_html_clutter_knows_heading (const char *text, gsize length)
{
  MatchumHeadingSense sense;

  if (length > MAX_HEADING)
    return FALSE;
  sense = matchum_heading_sense_whole (text, length);
  return sense.strength == MATCHUM_HEADING_EXACT && !sense.is_weak
         && (sense.kind == MATCHUM_POSTING_REQUIRED || sense.kind == MATCHUM_POSTING_PREFERRED
             || sense.kind == MATCHUM_POSTING_DUTY);
}

static void
count_text (const MatchumHtmlNode *node, Stats *stats)
{
  for (guint i = 0; i < node->length; i++)
    {
      if (g_ascii_isspace (node->text[i]))
        continue;
      stats->text++;
      stats->hash = stats->hash * HASH_FACTOR + (guchar) node->text[i];
      stats->weight *= HASH_FACTOR;
    }
}

static void
look_at_nodes (Search *self)
{
  for (guint i = 1; i < self->n_nodes; i++)
    {
      const MatchumHtmlNode *node = get_node (self, i);
      Stats *stats = &self->stats[i];

      stats->weight = 1;
      self->in_link[i] =
          self->in_link[node->parent]
          || (node->tag == MATCHUM_HTML_A && get_attribute (self, i, MATCHUM_HTML_ATTRIBUTE_HREF) != NULL);
      if (self->dropped[i])
        continue;
      if (node->tag == MATCHUM_HTML_TEXT)
        {
          count_text (node, stats);
          stats->link_text = self->in_link[i] ? stats->text : 0;
          self->senses[i] = get_sense (self, node);
          stats->n_known = self->senses[i] == SENSE_ASK && !self->in_link[i];
        }
      else
        {
          stats->n_links = node->tag == MATCHUM_HTML_A && self->in_link[i];
          stats->has_title = node->tag == MATCHUM_HTML_HEADING && node->level == 1;
        }
    }
}

/* What is within an element stands behind it: from the last to the first, each is added to the one around it. */
static void
add_up (Search *self)
{
  for (guint i = self->n_nodes - 1; i > 0; i--)
    {
      Stats *above = &self->stats[get_node (self, i)->parent];
      const Stats *stats = &self->stats[i];

      above->text += stats->text;
      above->hash += stats->hash * above->weight;
      above->weight *= stats->weight;
      above->link_text += stats->link_text;
      above->n_links += stats->n_links;
      above->n_known += stats->n_known;
      above->has_title |= stats->has_title && stats->text > 0;
    }
}

/* Judging */

/* Divides a class or id, "jobDetail__related-jobs", into its words; returns how many there are. */
static guint
divide_name (const char *name, gsize length, char words[MAX_WORDS][24])
{
  guint n_words = 0;
  gsize n = 0;

  for (gsize i = 0; i <= length; i++)
    {
      const char c = i < length ? name[i] : '\0';
      const gboolean is_new = n > 0 && (!g_ascii_isalnum (c) || (g_ascii_isupper (c) && g_ascii_islower (name[i - 1])));

      if (is_new)
        {
          words[n_words++][n] = '\0';
          n = 0;
          if (n_words == MAX_WORDS)
            break;
        }
      if (g_ascii_isalnum (c) && n < 23)
        words[n_words][n++] = g_ascii_tolower (c);
    }
  return n_words;
}

/* Words that name the frame of a page wherever they stand in a name. */
static const char *const frame_words[] = { "cookie",     "cookies", "consent",   "gdpr",   "breadcrumb", "breadcrumbs",
                                           "gnb",        "lnb",     "snb",       "navbar", "pagination", "paginate",
                                           "newsletter", "skipnav", "copyright", NULL };
/* Words that do so alone or with what only says that it is a part of the page: "related-jobs", "share_area" */
static const char *const part_words[] = { "nav",         "navigation",      "menu",      "footer", "sidebar",
                                          "aside",       "related",         "similar",   "share",  "recommend",
                                          "recommended", "sharing",         "sns",       "social", "comment",
                                          "comments",    "recommendation",  "login",     "signin", "popup",
                                          "toast",       "recommendations", "subscribe", "promo",  "ads",
                                          "advert",      "advertisement",   NULL };
static const char *const place_words[] = { "list",    "lists",    "box",      "area",   "wrap",  "wrapper", "container",
                                           "section", "block",    "bar",      "jobs",   "job",   "links",   "link",
                                           "buttons", "button",   "btn",      "btns",   "group", "widget",  "panel",
                                           "items",   "item",     "inner",    "layer",  "icons", "icon",    "positions",
                                           "posts",   "postings", "articles", "root",   "card",  "cards",   "module",
                                           "view",    "menu",     "nav",      "footer", NULL };
/* Words that do so at the end of a name: "site-footer" */
static const char *const last_words[] = { "nav", "navigation", "menu", "footer", "sidebar", "comments", NULL };

static gboolean
is_frame_name (const char *name, gsize length)
{
  char words[MAX_WORDS][24];
  const guint n_words = divide_name (name, length, words);

  if (n_words == 0)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    if (is_word (words[i], frame_words))
      return TRUE;
  if (is_word (words[n_words - 1], last_words) && n_words <= 3)
    return TRUE;
  if (!is_word (words[0], part_words))
    return FALSE;
  for (guint i = 1; i < n_words; i++)
    if (!is_word (words[i], place_words) && !g_ascii_isdigit (words[i][0]))
      return FALSE;
  return TRUE;
}

static gboolean
holds_frame_name (const char *names)
{
  while (names != NULL && *names != '\0')
    {
      const gsize length = strcspn (names, " \t\r\n\f");

      if (length > 0 && is_frame_name (names, length))
        return TRUE;
      names += length;
      names += strspn (names, " \t\r\n\f");
    }
  return FALSE;
}

static gboolean
holds_posting (Search *self, guint index)
{
  const Stats *stats = &self->stats[index];
  const Stats *all = &self->stats[0];

  return stats->n_known > 0 || stats->has_title
         || (stats->text > stats->link_text && (stats->text - stats->link_text) * 2 >= all->text - all->link_text);
}

/* Whether most of an element is links, as of a menu. */
static gboolean
is_link_list (Search *self, guint index)
{
  const Stats *stats = &self->stats[index];

  return stats->n_links >= 4 && stats->link_text >= stats->text / 5 * 4;
}

/* Whether all that an element says is said of cookies. The outermost one that is short enough is looked at. */
static gboolean
is_cookie_banner (Search *self, guint index)
{
  static const char *const asks[] = { "accept", "consent", "agree", "동의", "허용", "수락", "reject", "거부" };
  const MatchumHtmlNode *node = get_node (self, index);
  g_autoptr (GString) words = NULL;
  g_autofree char *folded = NULL;
  const char *found;

  if (self->stats[index].text > MAX_BANNER || self->stats[index].text < 30
      || self->stats[node->parent].text <= MAX_BANNER)
    return FALSE;
  words = g_string_new (NULL);
  for (guint i = index; i < node->end; i++)
    if (get_node (self, i)->tag == MATCHUM_HTML_TEXT && words->len < 4 * MAX_BANNER)
      g_string_append_len (words, get_node (self, i)->text, get_node (self, i)->length);
  folded = matchum_fold (words->str, (gssize) words->len);
  found = strstr (folded, "cookie");
  if (found != NULL ? strstr (found + 6, "cookie") == NULL
                    : (found = strstr (folded, "쿠키")) == NULL || strstr (found + 6, "쿠키") == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    if (strstr (folded, asks[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_frame (Search *self, guint index)
{
  static const char *const roles[] = { "contentinfo", "complementary", "dialog", "alertdialog", "alert", NULL };
  static const char *const banners[] = { "banner", NULL };
  const MatchumHtmlNode *node = get_node (self, index);

  if (node->tag == MATCHUM_HTML_TEXT || node->tag == MATCHUM_HTML_BODY || node->tag == MATCHUM_HTML_HEADING
      || node->tag == MATCHUM_HTML_MAIN || holds_posting (self, index))
    return FALSE;
  if (node->tag == MATCHUM_HTML_FOOTER || node->tag == MATCHUM_HTML_ASIDE || node->tag == MATCHUM_HTML_FORM
      || has_role (self, index, roles) || get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_ARIA_MODAL) != NULL)
    return TRUE;
  if (node->tag == MATCHUM_HTML_HEADER || has_role (self, index, banners))
    return self->stats[index].n_links >= 3 && self->stats[index].link_text * 2 >= self->stats[index].text;
  if (holds_frame_name (get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_CLASS))
      || holds_frame_name (get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_ID)))
    return TRUE;
  return node->display != MATCHUM_HTML_INLINE && is_cookie_banner (self, index);
}

/* Whether a link leads to the first page of the site, or to a place on this page. */
static gboolean
is_home (const char *href)
{
  const char *host = strstr (href, "://");
  const char *path = host != NULL ? strchr (host + 3, '/') : NULL;

  if (host != NULL)
    return path == NULL || path[1] == '\0';
  return *href == '#' || g_str_equal (href, "/") || *href == '\0';
}

/* "Skip to content" before all else, and the name of the site as a heading. */
static gboolean
is_site_link (Search *self, guint index, gboolean is_first)
{
  const MatchumHtmlNode *node = get_node (self, index);
  const char *href;

  if (node->tag == MATCHUM_HTML_A && is_first)
    {
      href = get_attribute (self, index, MATCHUM_HTML_ATTRIBUTE_HREF);
      return href != NULL && *href == '#';
    }
  if (node->tag != MATCHUM_HTML_HEADING || node->level != 1 || self->stats[index].n_links != 1
      || self->stats[index].link_text < self->stats[index].text)
    return FALSE;
  for (guint i = index + 1; i < node->end; i++)
    {
      href = get_attribute (self, i, MATCHUM_HTML_ATTRIBUTE_HREF);
      if (href != NULL)
        return is_home (href);
    }
  return FALSE;
}

/* Whether the same words stood on the page before, in texts: a set of hashes. Elements with nothing beside them have
 * the words of those around them. */
static gboolean
stands_twice (Search *self, guint index, GHashTable *texts)
{
  const MatchumHtmlNode *node = get_node (self, index);
  Stats *stats = &self->stats[index];

  if (node->display == MATCHUM_HTML_INLINE || stats->text < MIN_TWICE
      || (node->parent != 0 && self->stats[node->parent].text == stats->text))
    return FALSE;
  return !g_hash_table_add (texts, &stats->hash);
}

/* The next element behind one, within the same part of the page, that has any text; 0 where there is none. */
static guint
find_following (Search *self, guint index)
{
  for (guint i = index; i != 0; i = get_node (self, i)->parent)
    {
      for (guint next = get_node (self, i)->next; next != 0; next = get_node (self, next)->next)
        if (self->stats[next].text > 0)
          return next;
      if (get_node (self, i)->tag == MATCHUM_HTML_MAIN || get_node (self, i)->tag == MATCHUM_HTML_BODY)
        return 0;
    }
  return 0;
}

/* "Similar jobs", "이 공고를 본 사람들이 함께 본 공고": the lists of links under it are of other postings. */
static void
drop_other_postings (Search *self, guint index)
{
  guint n_dropped = 0;

  for (guint i = find_following (self, index); i != 0; i = get_node (self, i)->next)
    {
      const Stats *stats = &self->stats[i];

      if (stats->text == 0)
        continue;
      if (stats->n_known > 0 || stats->has_title || stats->link_text < stats->text / 3 || stats->n_links < 2)
        break;
      drop (self, i);
      n_dropped++;
    }
  if (n_dropped > 0)
    self->dropped[index] = 1;
}

static void
drop_frames (Search *self)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint8 last_sense = SENSE_NONE;
  gboolean is_first = TRUE;

  for (guint i = 1; i < self->n_nodes; i++)
    {
      const MatchumHtmlNode *node = get_node (self, i);

      if (self->dropped[i])
        continue;
      if (node->tag == MATCHUM_HTML_TEXT)
        {
          if (self->senses[i] == SENSE_BOARD && self->in_link[i])
            self->dropped[i] = 1;
          else if (self->senses[i] == SENSE_BOARD)
            drop_other_postings (self, i);
          if (self->stats[i].text > 0 && !self->in_link[i])
            last_sense = self->senses[i];
          is_first = is_first && (self->stats[i].text == 0 || self->dropped[i]);
        }
      else if (is_frame (self, i) || is_site_link (self, i, is_first) || stands_twice (self, i, texts)
               || (node->display != MATCHUM_HTML_INLINE && last_sense != SENSE_ASK && last_sense != SENSE_STACK
                   && !holds_posting (self, i) && is_link_list (self, i)))
        {
          drop (self, i);
          i = node->end - 1;
        }
    }
}

static gsize
count_kept (Search *self, gboolean only_known)
{
  gsize count = 0;

  for (guint i = 1; i < self->n_nodes; i++)
    if (get_node (self, i)->tag == MATCHUM_HTML_TEXT && !self->dropped[i])
      count += only_known ? self->stats[i].n_known : self->stats[i].text;
  return count;
}

static void
search (Search *self, gboolean with_hidden, gboolean with_frames)
{
  memset (self->dropped, 0, self->n_nodes);
  memset (self->senses, 0, self->n_nodes);
  memset (self->stats, 0, self->n_nodes * sizeof (Stats));
  self->n_looks = 0;
  self->with_hidden = with_hidden;
  drop_never_read (self);
  look_at_nodes (self);
  add_up (self);
  if (!with_frames)
    drop_frames (self);
}

/* Pages are saved while a dialog hides all that is behind it, or before a script shows what it is about. Where nothing
 * is left, or no heading of a posting while there are some, more is read. */
guint8 *
matchum_html_clutter_find (MatchumHtmlTree *tree)
{
  const guint n_nodes = matchum_html_tree_get_n_nodes (tree);
  g_autofree guint8 *senses = g_new0 (guint8, n_nodes);
  g_autofree guint8 *in_link = g_new0 (guint8, n_nodes);
  g_autofree Stats *stats = g_new0 (Stats, n_nodes);
  Search self = { .tree = tree, .n_nodes = n_nodes, .senses = senses, .in_link = in_link, .stats = stats };

  self.dropped = g_new0 (guint8, n_nodes);
  search (&self, FALSE, FALSE);
  if (count_kept (&self, TRUE) > 0)
    return self.dropped;
  search (&self, TRUE, FALSE);
  if (count_kept (&self, TRUE) > 0)
    return self.dropped;
  search (&self, FALSE, FALSE);
  if (count_kept (&self, FALSE) == 0)
    search (&self, FALSE, TRUE);
  if (count_kept (&self, FALSE) == 0)
    search (&self, TRUE, TRUE);
  return self.dropped;
}
