/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appends a new catalogue object and a new end to a PDF, the old bytes staying as they are (ISO 32000-1, 7.5.6). */
#include "config.h"

#include "matchum-pdf-update.h"

#include <string.h>

#define TAIL_BYTES 1024
#define XREF_ENTRY_BYTES 20
#define MAX_CATALOG_BYTES 16384

typedef struct {
  guint64 xref;        /* offset of the table */
  guint64 size;        /* number of objects */
  guint64 root;        /* number of the catalogue */
  guint64 info;        /* number of the document information, 0 for none */
  const char *catalog; /* its dictionary, from the byte after "<<" */
  gsize catalog_length;
} Ending;

static const char *
find_last (const char *data, gsize length, const char *word)
{
  return g_strrstr_len (data, (gssize) length, word);
}

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

/* Where object number begins, as the table says. */
static gboolean
find_object (const char *data, gsize length, const Ending *ending, guint64 number, guint64 *offset)
{
  const char *entries = data + ending->xref + strlen ("xref\n");
  const char *line_end = memchr (entries, '\n', length - (gsize) (entries - data));
  guint64 entry;

  if (line_end == NULL || strncmp (entries, "0 ", 2) != 0 || number >= ending->size)
    return FALSE;
  entry = (guint64) (line_end + 1 - data) + number * XREF_ENTRY_BYTES;
  if (entry + XREF_ENTRY_BYTES > length)
    return FALSE;
  *offset = g_ascii_strtoull (data + entry, NULL, 10);

  return *offset < length;
}

static gboolean
find_catalog (const char *data, gsize length, Ending *ending)
{
  g_autofree char *head = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj", ending->root);
  guint64 offset;
  const char *start;
  const char *end;

  if (!find_object (data, length, ending, ending->root, &offset) || !g_str_has_prefix (data + offset, head))
    return FALSE;
  end = g_strstr_len (data + offset, (gssize) MIN (length - offset, MAX_CATALOG_BYTES), "endobj");
  start = end != NULL ? g_strstr_len (data + offset, end - (data + offset), "<<") : NULL;
  end = start != NULL ? find_last (start, (gsize) (end - start), ">>") : NULL;
  if (end == NULL || g_strstr_len (start, end - start, "/Catalog") == NULL
      || g_strstr_len (start, end - start, "/Lang") != NULL)
    return FALSE;
  ending->catalog = start + 2;
  ending->catalog_length = (gsize) (end - start) - 2;

  return TRUE;
}

static gboolean
read_ending (const char *data, gsize length, Ending *ending)
{
  gsize tail = MIN (length, TAIL_BYTES);
  const char *end = data + length;
  const char *start = find_last (end - tail, tail, "startxref\n");
  const char *trailer;

  if (start == NULL || !read_number (start, end, "startxref\n", &ending->xref) || ending->xref + 5 >= length
      || strncmp (data + ending->xref, "xref\n", 5) != 0)
    return FALSE;
  trailer = find_last (data + ending->xref, (gsize) (start - data) - (gsize) ending->xref, "trailer");
  if (trailer == NULL || !read_number (trailer, start, "/Size ", &ending->size)
      || !read_number (trailer, start, "/Root ", &ending->root))
    return FALSE;
  if (!read_number (trailer, start, "/Info ", &ending->info))
    ending->info = 0;

  return find_catalog (data, length, ending);
}

static void
append_update (GString *pdf, const Ending *ending, const char *language, const char *id)
{
  gsize object;
  gsize xref;

  if (pdf->len > 0 && pdf->str[pdf->len - 1] != '\n')
    g_string_append_c (pdf, '\n');
  object = pdf->len;
  g_string_append_printf (pdf, "%" G_GUINT64_FORMAT " 0 obj\n<<", ending->root);
  g_string_append_len (pdf, ending->catalog, (gssize) ending->catalog_length);
  g_string_append_printf (pdf, "   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                          language);

  xref = pdf->len;
  g_string_append_printf (pdf, "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", ending->root,
                          object);
  g_string_append_printf (pdf, "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n",
                          ending->size, ending->root);
  if (ending->info > 0)
    g_string_append_printf (pdf, "   /Info %" G_GUINT64_FORMAT " 0 R\n", ending->info);
  g_string_append_printf (pdf, "   /ID [<%s> <%s>]\n   /Prev %" G_GUINT64_FORMAT "\n>>\n", id, id, ending->xref);
  g_string_append_printf (pdf, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", xref);
}

GBytes *
matchum_pdf_update_add_language (GBytes *pdf, const char *language)
{
  Ending ending = { 0 };
  g_autofree char *id = NULL;
  const char *data;
  gsize length;
  GString *updated;

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  data = g_bytes_get_data (pdf, &length);
  if (!read_ending (data, length, &ending))
    return g_bytes_ref (pdf);

  id = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, pdf);
  updated = g_string_sized_new (length + ending.catalog_length + TAIL_BYTES);
  g_string_append_len (updated, data, (gssize) length);
  append_update (updated, &ending, language, id);

  return g_string_free_to_bytes (updated);
}
