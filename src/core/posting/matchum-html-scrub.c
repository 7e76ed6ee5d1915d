/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes comments, scripts, styles and unread attributes out of HTML, in one pass that never looks back. HTML parsers
 * compare each attribute of a tag with all before it, and differ in what they take for a comment; after this pass
 * neither matters. */
#include "config.h"

#include "posting/matchum-html-scrub.h"

#include <string.h>

#define MAX_NAME 32
#define MAX_VALUE 2048
#define MAX_SCRIPTS 64

typedef struct {
  const char *at;
  const char *end;
  GString *out;
  GPtrArray *scripts;
  char heading; /* the digit of the heading that is open, or 0 */
  gboolean is_xml;
  gboolean has_title;          /* the first one is that of the page */
  gboolean has_no_comment_end; /* looked for once, and not found up to the end */
  gboolean has_no_quote[2];    /* the same for " and ' */
} Scrub;

/* Read by the rooms behind this one, in the order in which they are told apart here. */
static const char *const attributes[] = { "aria-hidden", "aria-level", "aria-modal", "aria-expanded", "charset",
                                          "class",       "colspan",    "hidden",     "href",          "id",
                                          "open",        "role",       "rowspan",    "style",         "type" };

/* Elements whose content is no markup. All of it is dropped. */
static const char *const raw_elements[] = { "iframe", "noembed", "noframes", "noscript",
                                            "script", "style",   "textarea", "xmp" };
/* Of these the tag alone is dropped where it is never closed: what is behind it is the page. */
static const char *const loose_elements[] = { "iframe", "noembed", "noframes", "noscript", "xmp" };

static gboolean
is_one_of (const char *name, const char *const *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

static int
find_attribute (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (g_str_equal (name, attributes[i]))
      return (int) i;
  return -1;
}

static void
skip_blanks (Scrub *self)
{
  while (self->at < self->end && g_ascii_isspace (*self->at))
    self->at++;
}

/* Moves behind the next c; to the end where there is none. */
static void
skip_past (Scrub *self, char c)
{
  const char *found = memchr (self->at, c, (gsize) (self->end - self->at));

  self->at = found != NULL ? found + 1 : self->end;
}

static gboolean
ends_name (char c)
{
  return g_ascii_isspace (c) || c == '/' || c == '>';
}

/* Takes a name in small letters; FALSE where it is longer than names are, or holds what names do not. */
static gboolean
take_name (Scrub *self, char *name, gboolean is_attribute)
{
  gsize length = 0;
  gboolean is_good = TRUE;

  for (; self->at < self->end && !ends_name (*self->at) && !(is_attribute && *self->at == '='); self->at++)
    {
      const char c = g_ascii_tolower (*self->at);

      if (!g_ascii_isalnum (c) && c != '-' && c != '_' && c != ':')
        is_good = FALSE;
      if (length < MAX_NAME)
        name[length++] = c;
      else
        is_good = FALSE;
    }
  name[length] = '\0';
  return is_good && length > 0;
}

/* The value in quotes that begins here; up to the next > where the quote is never closed. */
static const char *
take_quoted (Scrub *self, gsize *length)
{
  const char quote = *self->at++;
  const char *start = self->at;
  gboolean *has_none = &self->has_no_quote[quote == '\''];
  const char *closing = *has_none ? NULL : memchr (start, quote, (gsize) (self->end - start));

  *has_none = closing == NULL;
  if (closing == NULL)
    {
      closing = memchr (start, '>', (gsize) (self->end - start));
      self->at = closing != NULL ? closing : self->end;
      *length = (gsize) (self->at - start);
      return start;
    }
  self->at = closing + 1;
  *length = (gsize) (closing - start);
  return start;
}

/* Returns the value of an attribute whose name was taken, "" where it has none. */
static const char *
take_value (Scrub *self, gsize *length)
{
  const char *start;

  *length = 0;
  skip_blanks (self);
  if (self->at == self->end || *self->at != '=')
    return "";
  self->at++;
  skip_blanks (self);
  if (self->at == self->end)
    return "";
  if (*self->at == '"' || *self->at == '\'')
    return take_quoted (self, length);
  for (start = self->at; self->at < self->end && !g_ascii_isspace (*self->at) && *self->at != '>'; self->at++)
    ;
  *length = (gsize) (self->at - start);
  return start;
}

static void
write_escaped (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '<')
        g_string_append (out, "&lt;");
      else if (text[i] == '>')
        g_string_append (out, "&gt;");
      else if (text[i] == '"')
        g_string_append (out, "&quot;");
      else
        g_string_append_c (out, text[i]);
    }
}

static void
write_attribute (Scrub *self, const char *name, const char *value, gsize length)
{
  if (length > MAX_VALUE)
    for (length = MAX_VALUE; length > 0 && ((guchar) value[length] & 0xc0) == 0x80; length--)
      ;
  g_string_append_printf (self->out, " %s=\"", name);
  write_escaped (self->out, value, length);
  g_string_append_c (self->out, '"');
}

typedef struct {
  guint32 seen; /* a bit for each of attributes */
  gboolean is_closed;
  gboolean is_json_ld;
} Tag;

/* Reads up to the > of a tag and writes what is read of its attributes. */
static Tag
take_attributes (Scrub *self, gboolean is_written)
{
  Tag tag = { 0 };

  while (self->at < self->end)
    {
      char name[MAX_NAME + 1];
      const char *value;
      gsize length;
      int index;

      if (*self->at == '>')
        {
          self->at++;
          return tag;
        }
      tag.is_closed = *self->at == '/';
      if (ends_name (*self->at) || *self->at == '=')
        {
          self->at++;
          continue;
        }
      index = take_name (self, name, TRUE) ? find_attribute (name) : -1;
      value = take_value (self, &length);
      if (index < 0 || (tag.seen & (1u << index)) != 0)
        continue;
      tag.seen |= 1u << index;
      if (g_str_equal (name, "type") && g_strstr_len (value, (gssize) length, "ld+json") != NULL)
        tag.is_json_ld = TRUE;
      if (is_written)
        write_attribute (self, name, value, length);
    }
  return tag;
}

/* Where "</name" stands among the next bytes, or NULL. */
static const char *
find_end_tag (Scrub *self, const char *name, gsize n_bytes)
{
  const gsize length = strlen (name);
  const char *p = self->at;
  const char *end = p + MIN (n_bytes, (gsize) (self->end - p));

  while ((p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      if ((gsize) (self->end - p) > length + 2 && p[1] == '/' && g_ascii_strncasecmp (p + 2, name, length) == 0
          && ends_name (p[2 + length]))
        return p;
      p++;
    }
  return NULL;
}

static void
skip_raw (Scrub *self, const char *name, const Tag *tag)
{
  const char *closing = find_end_tag (self, name, G_MAXSIZE);
  const char *start = self->at;

  if (closing == NULL)
    {
      /* Looking for it again and again would take long. */
      if (!is_one_of (name, loose_elements, G_N_ELEMENTS (loose_elements)) || self->end - start > 64 * 1024)
        self->at = self->end;
      return;
    }
  if (tag->is_json_ld && self->scripts != NULL && self->scripts->len < MAX_SCRIPTS)
    g_ptr_array_add (self->scripts, g_strndup (start, (gsize) (closing - start)));
  self->at = closing;
  skip_past (self, '>');
}

/* The words of a title are no markup. */
static void
take_title (Scrub *self)
{
  const char *closing = self->has_title ? NULL : find_end_tag (self, "title", MAX_VALUE);

  self->has_title = TRUE;
  if (closing == NULL)
    return;
  write_escaped (self->out, self->at, (gsize) (closing - self->at));
  g_string_append (self->out, "</title>");
  self->at = closing;
  skip_past (self, '>');
}

/* Paragraphs in headings, which some editors make, would end the heading. What stands behind the end of a page belongs
 * to it as well: one <html> is put around everything, and those of the page say nothing. */
static gboolean
is_unfit (Scrub *self, const char *name)
{
  return g_str_equal (name, "html") || g_str_equal (name, "head") || g_str_equal (name, "body")
         || (self->heading != 0 && g_str_equal (name, "p"));
}

static void
note_heading (Scrub *self, const char *name, gboolean is_start)
{
  if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
    self->heading = is_start ? name[1] : 0;
  else if (is_start && (g_str_equal (name, "ul") || g_str_equal (name, "section") || g_str_equal (name, "table")))
    self->heading = 0;
}

static void
take_start_tag (Scrub *self)
{
  char name[MAX_NAME + 1];
  gboolean is_good, is_raw;
  gsize mark = self->out->len;
  Tag tag;

  self->at++;
  is_good = take_name (self, name, FALSE) && !is_unfit (self, name);
  is_raw = is_one_of (name, raw_elements, G_N_ELEMENTS (raw_elements));
  if (is_good)
    g_string_append_printf (self->out, "<%s", name);
  tag = take_attributes (self, is_good);
  if (is_raw || !is_good)
    {
      g_string_truncate (self->out, mark);
      if (is_raw && !(self->is_xml && tag.is_closed))
        skip_raw (self, name, &tag);
      return;
    }
  g_string_append_c (self->out, '>');
  note_heading (self, name, TRUE);
  if (self->is_xml && tag.is_closed)
    g_string_append_printf (self->out, "</%s>", name);
  else if (g_str_equal (name, "title"))
    take_title (self);
}

static void
take_end_tag (Scrub *self)
{
  char name[MAX_NAME + 1];

  self->at += 2;
  if (take_name (self, name, FALSE) && !is_unfit (self, name))
    {
      note_heading (self, name, FALSE);
      g_string_append_printf (self->out, "</%s>", name);
    }
  take_attributes (self, FALSE);
}

/* A comment that is never closed ends with the next >, not with the page. */
static void
skip_comment (Scrub *self)
{
  const char *p = self->at + 4;

  if (p < self->end && (*p == '>' || g_str_has_prefix (p, "->")))
    {
      skip_past (self, '>');
      return;
    }
  while (!self->has_no_comment_end && (p = memchr (p, '-', (gsize) (self->end - p))) != NULL)
    {
      if (self->end - p >= 3 && p[1] == '-' && (p[2] == '>' || (self->end - p >= 4 && p[2] == '!' && p[3] == '>')))
        {
          self->at = p + 2;
          skip_past (self, '>');
          return;
        }
      p++;
    }
  self->has_no_comment_end = TRUE;
  skip_past (self, '>');
}

static void
take_markup (Scrub *self)
{
  const char next = self->end - self->at > 1 ? self->at[1] : '\0';

  if (g_ascii_isalpha (next))
    take_start_tag (self);
  else if (next == '/' && self->end - self->at > 2 && g_ascii_isalpha (self->at[2]))
    take_end_tag (self);
  else if (next == '!' && self->end - self->at >= 4 && memcmp (self->at, "<!--", 4) == 0)
    skip_comment (self);
  else if (next == '!' || next == '?' || next == '/')
    skip_past (self, '>');
  else
    {
      g_string_append (self->out, "&lt;");
      self->at++;
    }
}

GString *
matchum_html_scrub (const char *text, gsize length, GPtrArray *scripts)
{
  Scrub self = { .at = text, .end = text + length, .out = g_string_sized_new (length), .scripts = scripts };

  skip_blanks (&self);
  self.is_xml = self.end - self.at > 5 && memcmp (self.at, "<?xml", 5) == 0;
  g_string_append (self.out, "<html>");
  while (self.at < self.end)
    {
      const char *open = memchr (self.at, '<', (gsize) (self.end - self.at));

      g_string_append_len (self.out, self.at, (open != NULL ? open : self.end) - self.at);
      self.at = open != NULL ? open : self.end;
      if (open != NULL)
        take_markup (&self);
    }
  return self.out;
}
