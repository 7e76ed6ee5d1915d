/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has a PDF read by the process that reads PDFs, believes none of what comes back before it is checked, and keeps it.
 */
#include "config.h"

#include "matchum-pdf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/matchum-pipe-guard.h"

#include "matchum-pdf-reading.h"

/* The mark of a PDF stands within so many bytes. */
#define MARK_BYTES 1024
#define MARK "%PDF-"
#define READ_BYTES (64 * 1024)

struct _MatchumPdfText {
  char *name;
  GVariant *reading; /* every string here is part of it */
  GPtrArray *texts;  /* of char *: what words point into */
  GArray *fonts;     /* of MatchumPdfFont */
  GArray *pages;     /* of MatchumPdfPage */
  GArray *outline;   /* of MatchumPdfOutlineItem */
  MatchumPdfMetadata metadata;
  gboolean is_tagged;
};

G_DEFINE_BOXED_TYPE (MatchumPdfText, matchum_pdf_text, matchum_pdf_text_ref, matchum_pdf_text_unref)

GQuark
matchum_pdf_text_error_quark (void)
{
  return g_quark_from_static_string ("matchum-pdf-text-error-quark");
}

/* --- what came back --- */

static gboolean
name_has (const char *name, const char *const *parts)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (lower, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
read_fonts (MatchumPdfText *self)
{
  static const char *const bold[] = { "bold", "black", "heavy", "demi", "cmbx", NULL };
  static const char *const italic[] = { "italic", "oblique", "slant", "cmti", NULL };
  static const char *const monospaced[] = { "mono", "courier", "consol", "typewriter", "code", "cmtt", NULL };
  g_autoptr (GVariant) fonts = g_variant_get_child_value (self->reading, 2);
  GVariantIter iter;
  MatchumPdfFont font = { 0 };

  g_variant_iter_init (&iter, fonts);
  while (
      g_variant_iter_next (&iter, "(&sdyyy)", &font.name, &font.size, &font.color[0], &font.color[1], &font.color[2]))
    {
      font.is_bold = name_has (font.name, bold);
      font.is_italic = name_has (font.name, italic);
      font.is_monospaced = name_has (font.name, monospaced);
      g_array_append_val (self->fonts, font);
    }
}

static gboolean
read_metadata (MatchumPdfText *self)
{
  g_autoptr (GVariant) values = g_variant_get_child_value (self->reading, 0);
  const char **members[MATCHUM_PDF_N_METADATA] = {
    &self->metadata.title,   &self->metadata.author,   &self->metadata.subject,  &self->metadata.keywords,
    &self->metadata.creator, &self->metadata.producer, &self->metadata.language,
  };

  if (g_variant_n_children (values) != MATCHUM_PDF_N_METADATA)
    return FALSE;
  for (guint i = 0; i < MATCHUM_PDF_N_METADATA; i++)
    {
      const char *value;

      g_variant_get_child (values, i, "&s", &value);
      *members[i] = *value != '\0' ? value : NULL;
    }
  g_variant_get_child (self->reading, 1, "b", &self->is_tagged);
  return TRUE;
}

static void
read_outline (MatchumPdfText *self)
{
  g_autoptr (GVariant) outline = g_variant_get_child_value (self->reading, 4);
  MatchumPdfOutlineItem item;
  GVariantIter iter;

  g_variant_iter_init (&iter, outline);
  while (g_variant_iter_next (&iter, "(&suu)", &item.title, &item.level, &item.page))
    g_array_append_val (self->outline, item);
}

/* NULL where the records don't fit the text or the lines. */
static MatchumPdfWord *
read_words (MatchumPdfText *self, const char *text, GVariant *records, guint n_lines)
{
  gsize n_words;
  const MatchumPdfWordRecord *record = g_variant_get_fixed_array (records, &n_words, sizeof *record);
  g_autofree MatchumPdfWord *words = g_new0 (MatchumPdfWord, n_words + 1);
  char *at = g_strdup (text);

  g_ptr_array_add (self->texts, at);
  for (gsize i = 0; i < n_words; i++)
    {
      char *end = at != NULL ? strchr (at, '\n') : NULL;

      if (at == NULL || record[i].font >= self->fonts->len || record[i].line >= n_lines)
        return NULL;
      words[i] = (MatchumPdfWord){ .text = at,
                                   .box = record[i].box,
                                   .font = record[i].font,
                                   .line = record[i].line,
                                   .is_decomposed = record[i].is_decomposed != 0,
                                   .is_unseen = record[i].is_unseen != 0 };
      if (end != NULL)
        *end = '\0';
      if (*words[i].text == '\0')
        return NULL;
      at = end != NULL ? end + 1 : NULL;
    }
  return at == NULL || *at == '\0' ? g_steal_pointer (&words) : NULL;
}

/* NULL where lines don't follow each other, or a number is out of place. */
static MatchumPdfLine *
read_lines (GVariant *records, gsize n_words, guint *n_rows)
{
  gsize n_lines;
  const MatchumPdfLineRecord *record = g_variant_get_fixed_array (records, &n_lines, sizeof *record);
  g_autofree MatchumPdfLine *lines = g_new0 (MatchumPdfLine, n_lines + 1);
  gsize next = 0;

  *n_rows = 0;
  for (gsize i = 0; i < n_lines; i++)
    {
      if (record[i].first_word != next || record[i].n_words == 0 || record[i].n_words > n_words - next
          || record[i].row >= n_lines)
        return NULL;
      next += record[i].n_words;
      lines[i] = (MatchumPdfLine){ .box = record[i].box,
                                   .first_word = record[i].first_word,
                                   .n_words = record[i].n_words,
                                   .row = record[i].row,
                                   .is_turned = record[i].is_turned != 0 };
      *n_rows = MAX (*n_rows, record[i].row + 1);
    }
  return next == n_words ? g_steal_pointer (&lines) : NULL;
}

static MatchumPdfLink *
read_links (GVariant *records)
{
  MatchumPdfLink *links = g_new0 (MatchumPdfLink, g_variant_n_children (records) + 1);
  MatchumPdfLink *link = links;
  GVariantIter iter;

  g_variant_iter_init (&iter, records);
  while (
      g_variant_iter_next (&iter, "(&s(dddd))", &link->uri, &link->box.x1, &link->box.y1, &link->box.x2, &link->box.y2))
    link++;
  return links;
}

static gboolean
read_page (MatchumPdfText *self, GVariant *record)
{
  g_autoptr (GVariant) words = NULL;
  g_autoptr (GVariant) lines = NULL;
  g_autoptr (GVariant) links = NULL;
  MatchumPdfPage page = { 0 };
  const char *text;

  g_variant_get (record, "(ddb&s@a" MATCHUM_PDF_WORD_TYPE "@a" MATCHUM_PDF_LINE_TYPE "@a(s(dddd)))", &page.width,
                 &page.height, &page.is_picture, &text, &words, &lines, &links);
  page.n_words = (guint) g_variant_n_children (words);
  page.n_lines = (guint) g_variant_n_children (lines);
  page.n_links = (guint) g_variant_n_children (links);
  page.words = read_words (self, text, words, page.n_lines);
  page.lines = read_lines (lines, page.n_words, &page.n_rows);
  page.links = read_links (links);
  g_array_append_val (self->pages, page);
  return page.words != NULL && page.lines != NULL;
}

static gboolean
read_pages (MatchumPdfText *self)
{
  g_autoptr (GVariant) pages = g_variant_get_child_value (self->reading, 3);

  for (gsize i = 0; i < g_variant_n_children (pages); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (pages, i);

      if (!read_page (self, record))
        return FALSE;
    }
  return TRUE;
}

static void
clear_page (gpointer data)
{
  MatchumPdfPage *page = data;

  g_free ((gpointer) page->words);
  g_free ((gpointer) page->lines);
  g_free ((gpointer) page->links);
}

/* NULL where the reading is not sound. */
static MatchumPdfText *
new_from_reading (const char *name, GVariant *reading)
{
  g_autoptr (MatchumPdfText) self = g_atomic_rc_box_new0 (MatchumPdfText);

  self->name = g_strdup (name);
  self->reading = g_variant_ref (reading);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->fonts = g_array_new (FALSE, FALSE, sizeof (MatchumPdfFont));
  self->pages = g_array_new (FALSE, FALSE, sizeof (MatchumPdfPage));
  self->outline = g_array_new (FALSE, FALSE, sizeof (MatchumPdfOutlineItem));
  g_array_set_clear_func (self->pages, clear_page);
  if (!read_metadata (self))
    return NULL;
  read_fonts (self);
  read_outline (self);
  return read_pages (self) ? g_steal_pointer (&self) : NULL;
}

/* --- the process that reads --- */

/* Beside the programs where they are installed; in the build folder where this one runs from there. */
static const char *
get_reader (void)
{
  static char *path;

  if (g_once_init_enter (&path))
    {
      g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
      gboolean is_built = program != NULL && g_str_has_prefix (program, BUILD_FOLDER "/");

      g_once_init_leave (&path, g_strdup (is_built ? BUILT_READER : INSTALLED_READER));
    }
  return path;
}

static GBytes *
run_reader (const char *name, GBytes *bytes, gboolean looks, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                            | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                        &local_error, get_reader (), looks ? MATCHUM_PDF_READING_LOOK : NULL, NULL);
  MatchumPipeGuard guard;
  gboolean is_read;

  if (process == NULL)
    {
      g_set_error (error, MATCHUM_PDF_TEXT_ERROR, MATCHUM_PDF_TEXT_ERROR_NO_READER,
                   _ ("%s: The part of Matchum that reads PDFs could not be started: %s. Install Matchum again."), name,
                   local_error->message);
      return NULL;
    }
  matchum_pipe_guard_begin (&guard);
  is_read = g_subprocess_communicate (process, bytes, cancellable, &output, NULL, &local_error);
  matchum_pipe_guard_end (&guard);
  if (!is_read)
    {
      g_subprocess_force_exit (process);
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      /* It went before it had read all, and tells by what it left. */
      g_clear_error (&local_error);
      g_subprocess_wait (process, NULL, NULL);
    }
  if (g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == 0 && output != NULL)
    return g_steal_pointer (&output);

  if (g_subprocess_get_if_signaled (process)
      && (g_subprocess_get_term_sig (process) == SIGXCPU || g_subprocess_get_term_sig (process) == SIGALRM
          || g_subprocess_get_term_sig (process) == SIGKILL))
    g_set_error (error, MATCHUM_PDF_TEXT_ERROR, MATCHUM_PDF_TEXT_ERROR_TOO_LARGE,
                 _ ("%s: Reading this PDF takes too long. Print it to a new PDF and try that one."), name);
  else
    g_set_error (error, MATCHUM_PDF_TEXT_ERROR, MATCHUM_PDF_TEXT_ERROR_BROKEN,
                 _ ("%s: This PDF is broken and can’t be read. Export it again where it was made."), name);
  return NULL;
}

static void
set_failure (GError **error, const char *name, const MatchumPdfReadingHead *head)
{
  const int code = (int) head->code - 1;

  switch (code)
    {
    case MATCHUM_PDF_TEXT_ERROR_ENCRYPTED:
      g_set_error (error, MATCHUM_PDF_TEXT_ERROR, code,
                   _ ("%s: This PDF is locked with a password. Save a copy without one and use that."), name);
      break;
    case MATCHUM_PDF_TEXT_ERROR_PICTURES:
      g_set_error (error, MATCHUM_PDF_TEXT_ERROR, code,
                   _ ("%s: This PDF holds pictures of text only, a scan perhaps, and no words that could be read. Use "
                      "the file that it was made from, or recognise its text (OCR) first."),
                   name);
      break;
    case MATCHUM_PDF_TEXT_ERROR_EMPTY:
      g_set_error (error, MATCHUM_PDF_TEXT_ERROR, code,
                   _ ("%s: This PDF holds no text: it is blank, or its letters are drawn as shapes. Use the file that "
                      "it was made from."),
                   name);
      break;
    case MATCHUM_PDF_TEXT_ERROR_TOO_LARGE:
      if (head->number > 0)
        g_set_error (error, MATCHUM_PDF_TEXT_ERROR, code,
                     _ ("%s: This PDF has %u pages; no more than %d are read. Save the pages that matter as a PDF of "
                        "their own."),
                     name, head->number, MATCHUM_PDF_TEXT_MAX_PAGES);
      else
        g_set_error (error, MATCHUM_PDF_TEXT_ERROR, code,
                     _ ("%s: This PDF holds more text than any resume. Save the pages that matter as a PDF of their "
                        "own."),
                     name);
      break;
    default:
      g_set_error (error, MATCHUM_PDF_TEXT_ERROR, MATCHUM_PDF_TEXT_ERROR_BROKEN,
                   _ ("%s: This PDF is broken and can’t be read. Export it again where it was made."), name);
    }
}

/* --- reading --- */

gboolean
matchum_pdf_text_is_pdf (GBytes *bytes)
{
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  length = MIN (length, MARK_BYTES);
  for (gsize i = 0; i + strlen (MARK) <= length; i++)
    if (memcmp (data + i, MARK, strlen (MARK)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_size (const char *name, guint64 size, GError **error)
{
  if (size <= MATCHUM_PDF_TEXT_MAX_BYTES)
    return TRUE;
  g_set_error (error, MATCHUM_PDF_TEXT_ERROR, MATCHUM_PDF_TEXT_ERROR_TOO_LARGE,
               _ ("%s: This PDF is larger than the %d MB that are read. Save it with smaller pictures and try again."),
               name, MATCHUM_PDF_TEXT_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

MatchumPdfText *
matchum_pdf_text_new_from_output (const char *name, GBytes *output, GError **error)
{
  MatchumPdfReadingHead head = { 0 };
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GVariant) reading = NULL;
  MatchumPdfText *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (output != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (output) >= sizeof head)
    memcpy (&head, g_bytes_get_data (output, NULL), sizeof head);
  if (head.code != MATCHUM_PDF_READING_READ)
    {
      set_failure (error, name, &head);
      return NULL;
    }
  body = g_bytes_new_from_bytes (output, sizeof head, g_bytes_get_size (output) - sizeof head);
  reading = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (MATCHUM_PDF_READING_TYPE), body, FALSE));
  self = g_variant_is_normal_form (reading) ? new_from_reading (name, reading) : NULL;
  if (self == NULL)
    set_failure (error, name, &head);
  return self;
}

static MatchumPdfText *
read_pdf (const char *name, GBytes *bytes, gboolean looks, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) output = NULL;

  if (!check_size (name, g_bytes_get_size (bytes), error))
    return NULL;
  if (!matchum_pdf_text_is_pdf (bytes))
    {
      g_set_error (error, MATCHUM_PDF_TEXT_ERROR, MATCHUM_PDF_TEXT_ERROR_NOT_PDF, _ ("%s: This is no PDF."), name);
      return NULL;
    }
  output = run_reader (name, bytes, looks, cancellable, error);
  return output != NULL ? matchum_pdf_text_new_from_output (name, output, error) : NULL;
}

MatchumPdfText *
matchum_pdf_text_read (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_pdf (name, bytes, FALSE, cancellable, error);
}

MatchumPdfText *
matchum_pdf_text_read_looking (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_pdf (name, bytes, TRUE, cancellable, error);
}

/* One byte more than is allowed at most: a pipe does not tell its size, and a file may grow. */
static GBytes *
load_bounded (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (READ_BYTES);
  gssize length = stream != NULL ? 1 : -1;

  while (length > 0 && bytes->len <= MATCHUM_PDF_TEXT_MAX_BYTES)
    {
      length = g_input_stream_read (G_INPUT_STREAM (stream), chunk, READ_BYTES, cancellable, error);
      if (length > 0)
        g_byte_array_append (bytes, chunk, (guint) length);
    }
  return length >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static MatchumPdfText *
load_pdf (GFile *file, gboolean looks, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  g_autoptr (GBytes) bytes = NULL;

  if (info != NULL && !check_size (name, (guint64) g_file_info_get_size (info), error))
    return NULL;
  if (info != NULL)
    bytes = load_bounded (file, cancellable, &local_error);
  if (bytes == NULL)
    {
      g_set_error (error, MATCHUM_PDF_TEXT_ERROR, MATCHUM_PDF_TEXT_ERROR_UNREADABLE, "%s: %s", name,
                   local_error->message);
      return NULL;
    }
  return read_pdf (name, bytes, looks, cancellable, error);
}

MatchumPdfText *
matchum_pdf_text_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return load_pdf (file, FALSE, cancellable, error);
}

MatchumPdfText *
matchum_pdf_text_load_looking (GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return load_pdf (file, TRUE, cancellable, error);
}

MatchumPdfText *
matchum_pdf_text_ref (MatchumPdfText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
pdf_text_clear (gpointer data)
{
  MatchumPdfText *self = data;

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->fonts, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->outline, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->reading, g_variant_unref);
}

void
matchum_pdf_text_unref (MatchumPdfText *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, pdf_text_clear);
}

/* --- what was read --- */

const char *
matchum_pdf_text_get_name (MatchumPdfText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

guint
matchum_pdf_text_get_n_pages (MatchumPdfText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

const MatchumPdfPage *
matchum_pdf_text_get_page (MatchumPdfText *self, guint page)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  return &g_array_index (self->pages, MatchumPdfPage, page);
}

guint
matchum_pdf_text_get_n_fonts (MatchumPdfText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fonts->len;
}

const MatchumPdfFont *
matchum_pdf_text_get_font (MatchumPdfText *self, guint font)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (font < self->fonts->len, NULL);

  return &g_array_index (self->fonts, MatchumPdfFont, font);
}

const MatchumPdfMetadata *
matchum_pdf_text_get_metadata (MatchumPdfText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->metadata;
}

gboolean
matchum_pdf_text_is_tagged (MatchumPdfText *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_tagged;
}

guint
matchum_pdf_text_get_n_outline_items (MatchumPdfText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->outline->len;
}

const MatchumPdfOutlineItem *
matchum_pdf_text_get_outline_item (MatchumPdfText *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->outline->len, NULL);

  return &g_array_index (self->outline, MatchumPdfOutlineItem, index);
}

char *
matchum_pdf_text_dup_page_text (MatchumPdfText *self, guint page)
{
  const MatchumPdfPage *read;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  read = &g_array_index (self->pages, MatchumPdfPage, page);
  text = g_string_new (NULL);
  for (guint i = 0; i < read->n_words; i++)
    {
      if (i > 0)
        g_string_append_c (text, read->words[i].line == read->words[i - 1].line ? ' ' : '\n');
      g_string_append (text, read->words[i].text);
    }
  if (text->len > 0)
    g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
