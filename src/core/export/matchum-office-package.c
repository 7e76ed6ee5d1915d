/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unpacks a DOCX or ODT, puts Matchum's styles, paper and properties in, leaves out what pandoc has in every document,
 * and packs it again. */
#include "config.h"

#include "export/matchum-office-package.h"

#include <string.h>

#include "export/matchum-export-resources.h"
#include "export/matchum-html-words.h"
#include "export/matchum-zip-writer.h"
#include "import/matchum-archive.h"

/* Margins of the paper in millimetres, as the styles have them. */
#define MARGIN_X 20.0
#define MARGIN_Y 18.0
#define MM_PER_POINT (25.4 / 72.0)
#define TWIPS_PER_POINT 20.0
#define TWIPS_PER_MM (TWIPS_PER_POINT / MM_PER_POINT)
/* How far each list is set in, in twips and inches; pandoc sets the first in by half an inch. */
#define DOCX_INDENT 284.0
#define DOCX_USUAL_INDENT 720.0
#define ODT_INDENT 0.2

typedef struct {
  const MatchumOfficeFacts *facts;
  char date[32];
} Package;

/* --- texts --- */

static char *
dup_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static char *
dup_escaped (const char *text)
{
  GString *escaped = g_string_new (NULL);

  if (text != NULL)
    matchum_html_words_escape (escaped, text);
  return g_string_free (escaped, FALSE);
}

/* text with value for every placeholder; takes text. */
static char *
put (char *text, const char *placeholder, const char *value)
{
  GString *result = g_string_new (text);

  g_string_replace (result, placeholder, value, 0);
  g_free (text);
  return g_string_free (result, FALSE);
}

static int
round_up (double number)
{
  return (int) (number + 0.5);
}

static char *
dup_millimetres (double millimetres)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.1f", millimetres);
  return g_strconcat (number, "mm", NULL);
}

/* --- DOCX --- */

static char *
dup_docx_styles (const Package *self)
{
  const MatchumOfficeFacts *facts = self->facts;
  g_autofree char *tab =
      g_strdup_printf ("%d", round_up (facts->width * TWIPS_PER_POINT - 2 * MARGIN_X * TWIPS_PER_MM));
  char *styles = g_strdup (matchum_export_resources_get ("docx-styles.xml"));

  return put (styles, "@TAB@", tab);
}

static char *
dup_docx_properties (const Package *self)
{
  g_autofree char *name = dup_escaped (self->facts->name);

  return g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      "<dc:title>%s</dc:title><dc:creator>%s</dc:creator><cp:lastModifiedBy>%s</cp:lastModifiedBy>"
      "<dc:language>%s</dc:language>"
      "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
      "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified></cp:coreProperties>\n",
      name, name, name, self->facts->language, self->date, self->date);
}

static char *
dup_docx_application (void)
{
  return g_strdup ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                   "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                   "<Application>Matchum</Application></Properties>\n");
}

/* The last section is the document's: its paper is said there. Takes document. */
static char *
put_paper (const Package *self, char *document)
{
  const MatchumOfficeFacts *facts = self->facts;
  const int margin_x = round_up (MARGIN_X * TWIPS_PER_MM);
  const int margin_y = round_up (MARGIN_Y * TWIPS_PER_MM);
  const char *end = g_strrstr (document, "</w:body>");
  const char *start = g_strrstr (document, "<w:sectPr");
  char *result;

  if (start == NULL || end == NULL || end < start)
    return document;
  result =
      g_strdup_printf ("%.*s<w:sectPr><w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" "
                       "w:bottom=\"%d\" w:left=\"%d\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>%s",
                       (int) (start - document), document, round_up (facts->width * TWIPS_PER_POINT),
                       round_up (facts->height * TWIPS_PER_POINT), margin_y, margin_x, margin_y, margin_x, end);
  g_free (document);
  return result;
}

static gboolean
set_docx_indent_cb (const GMatchInfo *info, GString *result, gpointer user_data)
{
  g_autofree char *left = g_match_info_fetch (info, 1);
  const int indent = round_up (g_ascii_strtod (left, NULL) * DOCX_INDENT / DOCX_USUAL_INDENT);

  g_string_append_printf (result, "w:left=\"%d\" w:hanging=\"%d\"", indent, (int) DOCX_INDENT);
  return FALSE;
}

/* --- ODT --- */

static char *
dup_odt_styles (const Package *self)
{
  const MatchumOfficeFacts *facts = self->facts;
  g_autofree char *width = dup_millimetres (facts->width * MM_PER_POINT);
  g_autofree char *height = dup_millimetres (facts->height * MM_PER_POINT);
  g_autofree char *tab = dup_millimetres (facts->width * MM_PER_POINT - 2 * MARGIN_X);
  char *styles = g_strdup (matchum_export_resources_get ("odt-styles.xml"));

  styles = put (styles, "@WIDTH@", width);
  styles = put (styles, "@HEIGHT@", height);
  return put (styles, "@TAB@", tab);
}

static char *
dup_odt_properties (const Package *self)
{
  g_autofree char *name = dup_escaped (self->facts->name);

  return g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\"><office:meta>"
      "<meta:generator>Matchum</meta:generator><dc:title>%s</dc:title>"
      "<meta:initial-creator>%s</meta:initial-creator><dc:creator>%s</dc:creator>"
      "<dc:language>%s</dc:language><meta:creation-date>%s</meta:creation-date><dc:date>%s</dc:date>"
      "</office:meta></office:document-meta>\n",
      name, name, name, self->facts->language, self->date, self->date);
}

static char *
dup_odt_manifest (void)
{
  return g_strdup (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
      "manifest:version=\"1.2\">\n"
      "  <manifest:file-entry manifest:media-type=\"application/vnd.oasis.opendocument.text\" manifest:full-path=\"/\" "
      "manifest:version=\"1.2\"/>\n"
      "  <manifest:file-entry manifest:media-type=\"text/xml\" manifest:full-path=\"content.xml\"/>\n"
      "  <manifest:file-entry manifest:media-type=\"text/xml\" manifest:full-path=\"styles.xml\"/>\n"
      "  <manifest:file-entry manifest:media-type=\"text/xml\" manifest:full-path=\"meta.xml\"/>\n"
      "</manifest:manifest>\n");
}

/* 0.25 in, 0.5 in, 0.75 in and so on, of which the first is how far the text stands behind its bullet. */
static gboolean
set_odt_indent_cb (const GMatchInfo *info, GString *result, gpointer user_data)
{
  g_autofree char *name = g_match_info_fetch (info, 1);
  g_autofree char *inches = g_match_info_fetch (info, 2);
  const gboolean is_hanging = g_str_has_prefix (inches, "-");
  const double level = g_ascii_strtod (inches, NULL) / 0.25 - 1;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.3f", is_hanging ? -ODT_INDENT : level * ODT_INDENT);
  g_string_append_printf (result, "%s=\"%sin\"", name, number);
  return FALSE;
}

/* --- packages --- */

/* text with what pattern finds replaced; takes text. */
static char *
replace (char *text, const char *pattern, GRegexEvalCallback callback)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  char *result = g_regex_replace_eval (regex, text, -1, 0, G_REGEX_MATCH_DEFAULT, callback, NULL, NULL);

  if (result == NULL)
    return text;
  g_free (text);
  return result;
}

static GBytes *
settle_docx_member (const Package *self, const char *path, GBytes *bytes)
{
  if (g_str_equal (path, "word/styles.xml"))
    return take_text (dup_docx_styles (self));
  if (g_str_equal (path, "docProps/core.xml"))
    return take_text (dup_docx_properties (self));
  if (g_str_equal (path, "docProps/app.xml"))
    return take_text (dup_docx_application ());
  if (g_str_equal (path, "word/document.xml"))
    return take_text (put_paper (self, dup_text (bytes)));
  if (g_str_equal (path, "word/numbering.xml"))
    return take_text (replace (dup_text (bytes), "w:left=\"(\\d{1,6})\" w:hanging=\"\\d{1,6}\"", set_docx_indent_cb));
  return g_bytes_ref (bytes);
}

/* NULL for what is left out: a picture of another document, settings of a window that was once open. */
static GBytes *
settle_odt_member (const Package *self, const char *path, GBytes *bytes)
{
  if (g_str_equal (path, "styles.xml"))
    return take_text (dup_odt_styles (self));
  if (g_str_equal (path, "meta.xml"))
    return take_text (dup_odt_properties (self));
  if (g_str_equal (path, "META-INF/manifest.xml"))
    return take_text (dup_odt_manifest ());
  if (g_str_equal (path, "content.xml"))
    return take_text (replace (dup_text (bytes),
                               "(text:list-tab-stop-position|fo:text-indent|fo:margin-left)=\"(-?\\d\\.\\d{1,4})in\"",
                               set_odt_indent_cb));
  return g_str_equal (path, "mimetype") ? g_bytes_ref (bytes) : NULL;
}

static MatchumArchiveUse
keep_cb (const char *path, gpointer user_data)
{
  return MATCHUM_ARCHIVE_KEEP;
}

static void
format_date (MatchumDay day, char *date, gsize size)
{
  g_snprintf (date, size, "%04d-%02d-%02dT00:00:00Z", CLAMP (day.year, 1, 9999), CLAMP (day.month, 1, 12),
              CLAMP (day.day, 1, 31));
}

GBytes *
matchum_office_package_settle (GBytes *package,
                               MatchumOfficeFormat format,
                               const MatchumOfficeFacts *facts,
                               GError **error)
{
  g_autoptr (MatchumArchive) archive = matchum_archive_read ("pandoc", package, keep_cb, NULL, NULL, error);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (MatchumZipMember));
  Package self = { facts, "" };

  if (archive == NULL)
    return NULL;
  format_date (facts->day, self.date, sizeof self.date);
  for (guint i = 0; i < matchum_archive_get_n (archive); i++)
    {
      const char *path = matchum_archive_get_path (archive, i);
      GBytes *bytes = matchum_archive_get_bytes (archive, i);
      GBytes *settled = format == MATCHUM_OFFICE_DOCX ? settle_docx_member (&self, path, bytes)
                                                      : settle_odt_member (&self, path, bytes);
      /* Who tells an ODT from other zips reads its kind where it stands. */
      const MatchumZipMember member = { path, settled, g_str_equal (path, "mimetype") };

      if (settled == NULL)
        continue;
      g_ptr_array_add (contents, settled);
      g_array_append_val (members, member);
    }
  return matchum_zip_writer_write ((const MatchumZipMember *) (gpointer) members->data, members->len, facts->day,
                                   error);
}
