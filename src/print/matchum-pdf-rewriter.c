/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a PDF of Cairo's apart into objects, and puts it together again (ISO 32000-1, 7.5). */
#include "config.h"

#include "matchum-pdf-rewriter.h"

#include <string.h>

#include "matchum-pdf-artifacts.h"

#define TAIL_BYTES 1024
#define XREF_ENTRY_BYTES 20
#define MAX_OBJECTS 1000000

typedef struct {
  GString *body;      /* all but the stream, without needless white space; NULL where there is no such object */
  const char *stream; /* borrowed from the file; NULL without one */
  gsize stream_length;
  GBytes *new_stream; /* instead of that, or NULL */
} Object;

typedef struct {
  const char *data;
  gsize length;
  gsize xref; /* offset of the table */
  GArray *objects;
  guint root; /* numbers of objects */
  guint info; /* 0 for none */
  guint metadata;
} Document;

static void
object_clear (gpointer data)
{
  Object *object = data;

  if (object->body != NULL)
    g_string_free (object->body, TRUE);
  g_clear_pointer (&object->new_stream, g_bytes_unref);
}

static Object *
get_object (Document *document, guint number)
{
  return &g_array_index (document->objects, Object, number);
}

/* --- words --- */

static gboolean
is_white (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

static const char *
skip_white (const char *at, const char *end)
{
  while (at < end && (is_white (*at) || *at == '%'))
    {
      if (*at == '%')
        {
          while (at < end && *at != '\n' && *at != '\r')
            at++;
        }
      else
        at++;
    }

  return at;
}

/* The end of a string in brackets, which may have brackets within. */
static const char *
skip_literal (const char *at, const char *end)
{
  guint depth = 0;

  for (; at < end; at++)
    {
      if (*at == '\\' && at + 1 < end)
        at++;
      else if (*at == '(')
        depth++;
      else if (*at == ')' && --depth == 0)
        return at + 1;
    }

  return end;
}

static const char *
skip_word (const char *at, const char *end)
{
  const char *start = at;

  if (*at == '(')
    return skip_literal (at, end);
  if (*at == '<' && at + 1 < end && at[1] != '<')
    {
      const char *close = memchr (at, '>', (gsize) (end - at));

      return close != NULL ? close + 1 : end;
    }
  if ((*at == '<' || *at == '>') && at + 1 < end && at[1] == *at)
    return at + 2;
  if (is_delimiter (*at) && *at != '/')
    return at + 1;
  for (at++; at < end && !is_white (*at) && !is_delimiter (*at); at++)
    ;

  return at > start ? at : start + 1;
}

static gboolean
is_word (const char *start, const char *end, const char *word)
{
  return (gsize) (end - start) == strlen (word) && strncmp (start, word, (gsize) (end - start)) == 0;
}

/* Copies words up to "stream" or "endobj", and gives what comes after; NULL where neither comes. */
static const char *
read_words (const char *at, const char *end, GString *words, gboolean *is_stream)
{
  for (at = skip_white (at, end); at < end; at = skip_white (at, end))
    {
      const char *next = skip_word (at, end);

      *is_stream = is_word (at, next, "stream");
      if (*is_stream || is_word (at, next, "endobj"))
        return next;
      if (words->len > 0 && !is_delimiter (words->str[words->len - 1]) && !is_delimiter (*at))
        g_string_append_c (words, ' ');
      g_string_append_len (words, at, next - at);
      at = next;
    }

  return NULL;
}

/* --- reading --- */

static gboolean
read_number (const char *text, const char *end, const char *key, guint64 *number)
{
  const char *at = g_strstr_len (text, end - text, key);
  char *after = NULL;

  if (at == NULL)
    return FALSE;
  *number = g_ascii_strtoull (at + strlen (key), &after, 10);

  return after != at + strlen (key) && after <= end;
}

static gboolean
read_ending (Document *document)
{
  gsize tail = MIN (document->length, TAIL_BYTES);
  const char *end = document->data + document->length;
  const char *start = g_strrstr_len (end - tail, (gssize) tail, "startxref\n");
  const char *trailer;
  guint64 xref;
  guint64 size;
  guint64 root;
  guint64 info = 0;

  if (start == NULL || !read_number (start, end, "startxref\n", &xref) || xref >= document->length
      || strncmp (document->data + xref, "xref\n0 ", 7) != 0)
    return FALSE;
  trailer = g_strrstr_len (document->data + xref, start - document->data - (gssize) xref, "trailer");
  if (trailer == NULL || !read_number (trailer, start, "/Size ", &size)
      || !read_number (trailer, start, "/Root ", &root) || size > MAX_OBJECTS || root >= size)
    return FALSE;
  read_number (trailer, start, "/Info ", &info);
  document->xref = (gsize) xref;
  document->root = (guint) root;
  document->info = info < size ? (guint) info : 0;
  g_array_set_size (document->objects, (guint) size);

  return TRUE;
}

static gboolean
read_object (Document *document, guint number, gsize offset)
{
  Object *object = get_object (document, number);
  g_autofree char *head = g_strdup_printf ("%u 0 obj", number);
  const char *end = document->data + document->xref;
  const char *at = document->data + offset;
  gboolean is_stream = FALSE;

  if (offset >= document->xref || !g_str_has_prefix (at, head))
    return FALSE;
  object->body = g_string_new (NULL);
  at = read_words (at + strlen (head), end, object->body, &is_stream);
  if (at == NULL)
    return FALSE;
  if (is_stream)
    {
      if (at < end && *at == '\r')
        at++;
      object->stream = at + 1;
    }

  return TRUE;
}

static gboolean
read_objects (Document *document)
{
  const char *entries = memchr (document->data + document->xref + 5, '\n', document->length - document->xref - 5);
  gsize table;

  if (entries == NULL)
    return FALSE;
  table = (gsize) (entries + 1 - document->data);
  if (table + (gsize) document->objects->len * XREF_ENTRY_BYTES > document->length)
    return FALSE;
  for (guint i = 0; i < document->objects->len; i++)
    {
      const char *entry = document->data + table + (gsize) i * XREF_ENTRY_BYTES;

      if (entry[17] == 'n' && !read_object (document, i, (gsize) g_ascii_strtoull (entry, NULL, 10)))
        return FALSE;
    }

  return get_object (document, document->root)->body != NULL
         && (document->info == 0 || get_object (document, document->info)->body != NULL);
}

/* --- putting right --- */

static gboolean
has_type (const Object *object, const char *type)
{
  gsize length = strlen ("<</Type/") + strlen (type);

  return object->body != NULL && object->body->len > length && g_str_has_prefix (object->body->str, "<</Type/")
         && strncmp (object->body->str + strlen ("<</Type/"), type, strlen (type)) == 0
         && is_delimiter (object->body->str[length]);
}

static void
add_to_dictionary (Object *object, const char *entries)
{
  if (g_str_has_suffix (object->body->str, ">>"))
    g_string_insert (object->body, (gssize) object->body->len - 2, entries);
}

/* The length of a stream, which Cairo writes as an object of its own, is put in its place. */
static gboolean
settle_stream (Document *document, Object *object)
{
  char *length = strstr (object->body->str, "/Length ");
  char *after = NULL;
  guint64 number;

  if (length == NULL)
    return FALSE;
  length += strlen ("/Length ");
  number = g_ascii_strtoull (length, &after, 10);
  if (g_str_has_prefix (after, " 0 R"))
    {
      gssize at = length - object->body->str;
      Object *indirect = number < document->objects->len ? get_object (document, (guint) number) : NULL;

      if (indirect == NULL || indirect->body == NULL || indirect->stream != NULL)
        return FALSE;
      g_string_erase (object->body, at, after + strlen (" 0 R") - length);
      g_string_insert (object->body, at, indirect->body->str);
      number = g_ascii_strtoull (indirect->body->str, NULL, 10);
      object_clear (indirect);
      indirect->body = NULL;
    }
  if (number > document->xref || object->stream + number > document->data + document->xref)
    return FALSE;
  object->stream_length = (gsize) number;

  return TRUE;
}

/* A link is printed, as what stands on the page is, and described by where it leads. */
static void
complete_link (Object *object)
{
  const char *end = object->body->str + object->body->len;
  const char *uri = strstr (object->body->str, "/URI(");
  g_autofree char *description = NULL;
  g_autofree char *entries = NULL;

  if (strstr (object->body->str, "/Subtype/Link") == NULL || strstr (object->body->str, "/F ") != NULL)
    return;
  if (uri != NULL)
    {
      uri += strlen ("/URI");
      description = g_strndup (uri, (gsize) (skip_literal (uri, end) - uri));
    }
  entries = g_strconcat ("/F 4", description != NULL ? "/Contents" : "", description, NULL);
  add_to_dictionary (object, entries);
}

/* Before 1.18 Cairo leaves out how dates begin. */
static void
complete_date (Object *info, const char *key)
{
  g_autofree char *wrong = g_strconcat (key, "(2", NULL);
  char *at = strstr (info->body->str, wrong);

  if (at == NULL)
    {
      g_free (wrong);
      wrong = g_strconcat (key, "(1", NULL);
      at = strstr (info->body->str, wrong);
    }
  if (at != NULL)
    g_string_insert (info->body, at - info->body->str + (gssize) strlen (key) + 1, "D:");
}

static void
set_length (Object *object)
{
  const char *number = strstr (object->body->str, "/Length ") + strlen ("/Length ");
  gssize at = number - object->body->str;
  g_autofree char *digits = g_strdup_printf ("%" G_GSIZE_FORMAT, object->stream_length);

  g_string_erase (object->body, at, (gssize) strspn (number, "0123456789"));
  g_string_insert (object->body, at, digits);
}

/* What is drawn on a page and is no part of its text is told from what is. */
static void
mark_artifacts (Document *document, const Object *page)
{
  guint64 number;
  Object *contents;

  if (!read_number (page->body->str, page->body->str + page->body->len, "/Contents ", &number)
      || number >= document->objects->len)
    return;
  contents = get_object (document, (guint) number);
  if (contents->stream == NULL || strstr (contents->body->str, "/Filter/FlateDecode") == NULL)
    return;
  contents->new_stream = matchum_pdf_artifacts_mark (contents->stream, contents->stream_length);
  if (contents->new_stream == NULL)
    return;
  contents->stream = g_bytes_get_data (contents->new_stream, &contents->stream_length);
  set_length (contents);
}

/* A figure is a photo of the person. */
static void
complete_figure (Object *object, const char *language)
{
  if (strstr (object->body->str, "/S/Figure") != NULL && strstr (object->body->str, "/Alt") == NULL)
    add_to_dictionary (object, g_str_equal (language, "ko") ? "/Alt<feffc0acc9c4>" : "/Alt(Photo)");
}

static gboolean
complete_objects (Document *document, const char *language)
{
  g_autofree char *catalog = g_strdup_printf ("/Lang(%s)/ViewerPreferences<</DisplayDocTitle true>>/Metadata %u 0 R",
                                              language, document->metadata);

  for (guint i = 0; i < document->objects->len; i++)
    {
      Object *object = get_object (document, i);

      if (object->stream != NULL && !settle_stream (document, object))
        return FALSE;
      if (has_type (object, "Page"))
        add_to_dictionary (object, "/Tabs/S");
      else if (has_type (object, "Annot"))
        complete_link (object);
      else if (has_type (object, "StructElem"))
        complete_figure (object, language);
      else if (i == document->root && strstr (object->body->str, "/Lang") == NULL)
        add_to_dictionary (object, catalog);
    }
  for (guint i = 0; i < document->objects->len; i++)
    {
      if (has_type (get_object (document, i), "Page"))
        mark_artifacts (document, get_object (document, i));
    }
  if (document->info > 0)
    {
      complete_date (get_object (document, document->info), "/CreationDate");
      complete_date (get_object (document, document->info), "/ModDate");
    }

  return TRUE;
}

/* --- metadata --- */

static char *
read_hexadecimal (const char *at)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (at++; g_ascii_isxdigit (at[0]) && g_ascii_isxdigit (at[1]); at += 2)
    {
      guint8 byte = (guint8) (g_ascii_xdigit_value (at[0]) * 16 + g_ascii_xdigit_value (at[1]));

      g_byte_array_append (bytes, &byte, 1);
    }
  if (bytes->len >= 2 && bytes->data[0] == 0xfe && bytes->data[1] == 0xff)
    return g_convert ((const char *) bytes->data + 2, (gssize) bytes->len - 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL);

  return NULL;
}

static char *
read_literal (const char *at)
{
  const char *end = skip_literal (at, at + strlen (at));
  GString *text = g_string_new (NULL);

  for (at++; at + 1 < end; at++)
    {
      if (*at == '\\' && at + 2 < end)
        at++;
      g_string_append_c (text, *at);
    }

  return g_string_free (text, FALSE);
}

/* What the document information says under key, for XML; NULL for nothing. */
static char *
get_info (const Object *info, const char *key)
{
  const char *at = info != NULL ? strstr (info->body->str, key) : NULL;
  g_autofree char *text = NULL;

  if (at == NULL)
    return NULL;
  at += strlen (key);
  text = *at == '<' ? read_hexadecimal (at) : read_literal (at);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? g_markup_escape_text (text, -1) : NULL;
}

/* "D:20261101000000Z" as "2026-11-01T00:00:00Z". */
static char *
get_info_date (const Object *info, const char *key)
{
  g_autofree char *date = get_info (info, key);
  const char *d;

  if (date == NULL || strlen (date) < strlen ("D:YYYYMMDDHHMMSS"))
    return NULL;
  d = date + 2;

  return g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", d, d + 4, d + 6, d + 8, d + 10, d + 12);
}

static void
append_element (GString *xmp, const char *name, const char *before, const char *text, const char *after)
{
  if (text != NULL)
    g_string_append_printf (xmp, "<%s>%s%s%s</%s>\n", name, before, text, after, name);
}

static GString *
make_metadata (const Object *info, const char *language)
{
  static const char alternative[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
  GString *xmp = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                               "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                               " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                               " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
  g_autofree char *title = get_info (info, "/Title");
  g_autofree char *author = get_info (info, "/Author");
  g_autofree char *creator = get_info (info, "/Creator");
  g_autofree char *producer = get_info (info, "/Producer");
  g_autofree char *created = get_info_date (info, "/CreationDate");
  g_autofree char *changed = get_info_date (info, "/ModDate");

  append_element (xmp, "dc:title", alternative, title, "</rdf:li></rdf:Alt>");
  append_element (xmp, "dc:creator", "<rdf:Seq><rdf:li>", author, "</rdf:li></rdf:Seq>");
  append_element (xmp, "dc:language", "<rdf:Bag><rdf:li>", language, "</rdf:li></rdf:Bag>");
  append_element (xmp, "xmp:CreatorTool", "", creator, "");
  append_element (xmp, "xmp:CreateDate", "", created, "");
  append_element (xmp, "xmp:ModifyDate", "", changed, "");
  append_element (xmp, "pdf:Producer", "", producer, "");
  g_string_append (xmp, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");

  return xmp;
}

/* --- writing --- */

static void
append_stream_object (GString *pdf, guint number, const char *body, const char *stream, gsize length)
{
  g_string_append_printf (pdf, "%u 0 obj\n%s", number, body);
  if (stream != NULL)
    {
      g_string_append (pdf, "\nstream\n");
      g_string_append_len (pdf, stream, (gssize) length);
      g_string_append (pdf, "\nendstream");
    }
  g_string_append (pdf, "\nendobj\n");
}

static void
append_metadata (GString *pdf, Document *document, const char *language)
{
  GString *xmp = make_metadata (document->info > 0 ? get_object (document, document->info) : NULL, language);
  g_autofree char *body = g_strdup_printf ("<</Type/Metadata/Subtype/XML/Length %" G_GSIZE_FORMAT ">>", xmp->len);

  append_stream_object (pdf, document->metadata, body, xmp->str, xmp->len);
  g_string_free (xmp, TRUE);
}

static void
append_ending (GString *pdf, const Document *document, const gsize *offsets, guint n_objects, const char *id)
{
  gsize xref = pdf->len;

  g_string_append_printf (pdf, "xref\n0 %u\n", n_objects);
  for (guint i = 0; i < n_objects; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " %05u %c \n", offsets[i], offsets[i] > 0 ? 0u : 65535u,
                            offsets[i] > 0 ? 'n' : 'f');
  g_string_append_printf (pdf, "trailer\n<</Size %u/Root %u 0 R", n_objects, document->root);
  if (document->info > 0)
    g_string_append_printf (pdf, "/Info %u 0 R", document->info);
  g_string_append_printf (pdf, "/ID[<%s><%s>]>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", id, id, xref);
}

static GString *
write_document (Document *document, const char *language, const char *id)
{
  const char *head_end = memchr (document->data, '\n', document->length);
  guint n_objects = MAX (document->objects->len, document->metadata + 1);
  g_autofree gsize *offsets = g_new0 (gsize, n_objects);
  GString *pdf = g_string_sized_new (document->length);

  g_string_append_len (pdf, document->data, head_end + 1 - document->data);
  /* Four bytes that are no text, so that nobody takes the file for it. */
  g_string_append (pdf, "%\xb5\xed\xae\xfb\n");
  for (guint i = 0; i < document->objects->len; i++)
    {
      Object *object = get_object (document, i);

      if (object->body == NULL)
        continue;
      offsets[i] = pdf->len;
      append_stream_object (pdf, i, object->body->str, object->stream, object->stream_length);
    }
  offsets[document->metadata] = pdf->len;
  append_metadata (pdf, document, language);
  append_ending (pdf, document, offsets, n_objects, id);

  return pdf;
}

GBytes *
matchum_pdf_rewriter_rewrite (GBytes *pdf, const char *language)
{
  Document document = { NULL };
  GString *written = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  document.data = g_bytes_get_data (pdf, &document.length);
  document.objects = g_array_new (FALSE, TRUE, sizeof (Object));
  g_array_set_clear_func (document.objects, object_clear);
  id = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, pdf);
  if (read_ending (&document) && read_objects (&document))
    {
      document.metadata = document.objects->len;
      if (complete_objects (&document, language))
        written = write_document (&document, language, id);
    }
  g_array_unref (document.objects);

  return written != NULL ? g_string_free_to_bytes (written) : g_bytes_ref (pdf);
}
