/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a PDF by poppler: characters with their boxes become words, lines and rows. */
#include "config.h"

#include "matchum-pdf-reading.h"

#include <math.h>
#include <poppler.h>
#include <string.h>

/* Characters of one word stand no further apart, as a share of their height; words of one line no further than this. */
#define WORD_GAP 0.35
#define LINE_GAP 2.0
/* Lines that share more than this of their height stand in one row. */
#define ROW_OVERLAP 0.5
/* GLib takes time that grows with the square of the length of Hangul. */
#define MAX_COMPOSED_BYTES 1024
/* Colours that differ less, of 255, are not told apart by a reader. */
#define LEAST_CONTRAST 12
/* Points: larger pages are posters. */
#define MAX_LOOKED_AT 3000
#define MAX_LINKS 5000
#define MAX_OUTLINE_ITEMS 2000
#define MAX_OUTLINE_LEVEL 8

/* A document being read. */
typedef struct {
  GArray *fonts; /* of Font */
  GVariantBuilder *pages;
  gboolean looks;
  gsize n_characters;
  guint n_links;
  gboolean has_words;
  gboolean has_pictures;
} Reading;

typedef struct {
  char *name;
  double size;
  guint8 color[3];
} Font;

/* A page being read. */
typedef struct {
  Reading *reading;
  GString *text; /* the words, joined by line feeds */
  GArray *words; /* of MatchumPdfWordRecord */
  GArray *lines; /* of MatchumPdfLineRecord */
  GString *word; /* the one that is being read */
  MatchumPdfBox box;
  MatchumPdfBox last; /* of the last character of the word or, where that is empty, of the line */
  gboolean has_last;
  gboolean is_upright; /* the word runs upwards or downwards */
  GArray *votes;       /* of guint: the fonts of its characters */
} Page;

static void
clear_font (gpointer data)
{
  g_free (((Font *) data)->name);
}

/* --- fonts --- */

/* "ABCDEF+Noto" is Noto, of which the file holds a part. */
static const char *
skip_subset (const char *name)
{
  for (guint i = 0; i < 6; i++)
    if (!g_ascii_isupper (name[i]))
      return name;
  return name[6] == '+' ? name + 7 : name;
}

static guint
find_font (Reading *reading, const PopplerTextAttributes *attributes)
{
  const char *name = attributes->font_name != NULL ? skip_subset (attributes->font_name) : "";
  const guint8 color[3] = { (guint8) (attributes->color.red >> 8), (guint8) (attributes->color.green >> 8),
                            (guint8) (attributes->color.blue >> 8) };
  const double size = isfinite (attributes->font_size) ? round (attributes->font_size * 100) / 100 : 0;
  Font font;

  for (guint i = reading->fonts->len; i > 0; i--)
    {
      const Font *known = &g_array_index (reading->fonts, Font, i - 1);

      if (known->size == size && memcmp (known->color, color, sizeof color) == 0 && g_str_equal (known->name, name))
        return i - 1;
      /* A file with a thousand of them is no document that is set in type; what comes first is as good. */
      if (reading->fonts->len - i > 1000)
        return 0;
    }
  font.name = g_utf8_make_valid (name, -1);
  font.size = size;
  memcpy (font.color, color, sizeof color);
  g_array_append_val (reading->fonts, font);
  return reading->fonts->len - 1;
}

/* --- words and lines --- */

static double
get_width (const MatchumPdfBox *box)
{
  return box->x2 - box->x1;
}

static double
get_height (const MatchumPdfBox *box)
{
  return box->y2 - box->y1;
}

static MatchumPdfBox
get_box (const PopplerRectangle *rectangle)
{
  MatchumPdfBox box = { MIN (rectangle->x1, rectangle->x2), MIN (rectangle->y1, rectangle->y2),
                        MAX (rectangle->x1, rectangle->x2), MAX (rectangle->y1, rectangle->y2) };

  if (!isfinite (box.x1) || !isfinite (box.y1) || !isfinite (box.x2) || !isfinite (box.y2))
    memset (&box, 0, sizeof box);
  return box;
}

static MatchumPdfBox
join_boxes (MatchumPdfBox a, MatchumPdfBox b)
{
  return (MatchumPdfBox){ MIN (a.x1, b.x1), MIN (a.y1, b.y1), MAX (a.x2, b.x2), MAX (a.y2, b.y2) };
}

/* How much of the smaller one of two stretches the other one covers. */
static double
get_overlap (double start, double end, double other_start, double other_end)
{
  double smaller = MIN (end - start, other_end - other_start);
  double shared = MIN (end, other_end) - MAX (start, other_start);

  return smaller > 0 ? shared / smaller : (shared >= 0 ? 1 : 0);
}

/* How far apart two boxes at one height are, or a negative number where they are not at one height. */
static double
get_gap (const MatchumPdfBox *a, const MatchumPdfBox *b)
{
  if (get_overlap (a->y1, a->y2, b->y1, b->y2) < ROW_OVERLAP)
    return -1;
  return MAX (0, MAX (a->x1, b->x1) - MIN (a->x2, b->x2));
}

/* The same for boxes above each other. */
static double
get_rise (const MatchumPdfBox *a, const MatchumPdfBox *b)
{
  if (get_overlap (a->x1, a->x2, b->x1, b->x2) < ROW_OVERLAP)
    return -1;
  return MAX (0, MAX (a->y1, b->y1) - MIN (a->y2, b->y2));
}

static guint
get_most_common (GArray *votes)
{
  guint best = 0;
  guint most = 0;
  guint run = 0;

  for (guint i = 0; i < votes->len; i++)
    {
      run = i > 0 && g_array_index (votes, guint, i) == g_array_index (votes, guint, i - 1) ? run + 1 : 1;
      if (run > most)
        {
          most = run;
          best = g_array_index (votes, guint, i);
        }
    }
  return best;
}

/* Whether it was in pieces. */
static gboolean
append_composed (GString *string, const GString *word)
{
  g_autofree char *composed =
      word->len <= MAX_COMPOSED_BYTES ? g_utf8_normalize (word->str, (gssize) word->len, G_NORMALIZE_NFC) : NULL;

  g_string_append (string, composed != NULL ? composed : word->str);
  return composed != NULL && !g_str_equal (composed, word->str);
}

static void
end_word (Page *page)
{
  MatchumPdfLineRecord *line;
  MatchumPdfWordRecord word = { .box = page->box };

  if (page->word->len == 0)
    return;
  if (page->lines->len == 0 || !page->has_last)
    {
      const MatchumPdfLineRecord begun = { .box = page->box, .first_word = page->words->len };

      g_array_append_val (page->lines, begun);
    }
  line = &g_array_index (page->lines, MatchumPdfLineRecord, page->lines->len - 1);
  line->box = join_boxes (line->box, page->box);
  line->n_words++;
  line->is_turned |= page->is_upright ? 1 : 0;
  word.font = get_most_common (page->votes);
  word.line = page->lines->len - 1;
  if (page->text->len > 0)
    g_string_append_c (page->text, '\n');
  word.is_decomposed = append_composed (page->text, page->word) ? 1 : 0;
  g_array_append_val (page->words, word);
  g_string_truncate (page->word, 0);
  g_array_set_size (page->votes, 0);
  page->is_upright = FALSE;
  page->has_last = TRUE;
}

static void
end_line (Page *page)
{
  end_word (page);
  page->has_last = FALSE;
}

/* Whether the character at box goes on with the word that is being read. */
static gboolean
goes_on (Page *page, const MatchumPdfBox *box)
{
  double size = MAX (MIN (get_height (&page->last), get_height (box)), 1);
  double gap = get_gap (&page->last, box);
  double rise = get_rise (&page->last, box);

  if (!page->is_upright && gap >= 0 && gap <= size * WORD_GAP)
    return TRUE;
  /* Turned text: its characters stand above each other. */
  size = MAX (MIN (get_width (&page->last), get_width (box)), 1);
  if ((page->is_upright || g_utf8_strlen (page->word->str, 5) == 1) && rise >= 0 && rise <= size * WORD_GAP)
    {
      page->is_upright = TRUE;
      return TRUE;
    }
  return FALSE;
}

/* Whether the word that begins at box stands in the line of the last one. */
static gboolean
stays_in_line (Page *page, const MatchumPdfBox *box)
{
  double gap = get_gap (&page->last, box);

  return gap >= 0 && gap <= MAX (MIN (get_height (&page->last), get_height (box)), 1) * LINE_GAP;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR;
}

/* Signs that tell the direction of what follows, which poppler puts in. */
static gboolean
is_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
}

static void
add_character (Page *page, gunichar c, MatchumPdfBox box, guint font)
{
  if (c == '\n' || c == '\f')
    {
      end_line (page);
      return;
    }
  if (is_space (c))
    {
      end_word (page);
      return;
    }
  if (page->word->len > 0 && !goes_on (page, &box))
    end_word (page);
  if (page->word->len == 0)
    {
      if (page->has_last && !stays_in_line (page, &box))
        page->has_last = FALSE;
      page->box = box;
    }
  g_string_append_unichar (page->word, c);
  g_array_append_val (page->votes, font);
  page->box = join_boxes (page->box, box);
  page->last = box;
}

static void
add_characters (Page *page, const char *text, PopplerRectangle *rectangles, guint n_rectangles, GList *attributes)
{
  const GList *run = attributes;
  const gboolean has_all = (guint) g_utf8_strlen (text, -1) == n_rectangles;
  guint font = run != NULL ? find_font (page->reading, run->data) : 0;
  guint index = 0;

  for (const char *at = text; *at != '\0' && index < n_rectangles; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      while (run != NULL && ((PopplerTextAttributes *) run->data)->end_index < (int) index)
        {
          run = run->next;
          if (run != NULL)
            font = find_font (page->reading, run->data);
        }
      if (!is_direction (c))
        add_character (page, c, get_box (&rectangles[index]), font);
      if (has_all || !is_direction (c))
        index++;
    }
  end_line (page);
}

/* --- rows --- */

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const MatchumPdfBox *first = &(*(const MatchumPdfLineRecord *const *) a)->box;
  const MatchumPdfBox *second = &(*(const MatchumPdfLineRecord *const *) b)->box;
  double difference = first->y1 + first->y2 - second->y1 - second->y2;

  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return first->x1 < second->x1 ? -1 : first->x1 > second->x1;
}

static void
number_rows (GArray *lines)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (lines->len);
  MatchumPdfBox row = { 0 };
  guint n_rows = 0;

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (sorted, &g_array_index (lines, MatchumPdfLineRecord, i));
  g_ptr_array_sort (sorted, compare_heights);
  for (guint i = 0; i < sorted->len; i++)
    {
      MatchumPdfLineRecord *line = g_ptr_array_index (sorted, i);

      if (n_rows == 0 || get_overlap (row.y1, row.y2, line->box.y1, line->box.y2) < ROW_OVERLAP)
        {
          row = line->box;
          n_rows++;
        }
      line->row = n_rows - 1;
    }
}

/* --- what is to be seen --- */

/* Whether all of the picture within box, in its pixels, is of one colour. */
static gboolean
is_plain (cairo_surface_t *picture, const MatchumPdfBox *box)
{
  const int width = cairo_image_surface_get_width (picture);
  const int height = cairo_image_surface_get_height (picture);
  const int stride = cairo_image_surface_get_stride (picture);
  const guchar *data = cairo_image_surface_get_data (picture);
  const int x1 = CLAMP ((int) floor (box->x1), 0, width);
  const int x2 = CLAMP ((int) ceil (box->x2), 0, width);
  const int y1 = CLAMP ((int) floor (box->y1), 0, height);
  const int y2 = CLAMP ((int) ceil (box->y2), 0, height);
  guchar least[3] = { 255, 255, 255 };
  guchar most[3] = { 0, 0, 0 };

  for (int y = y1; y < y2; y++)
    for (int x = x1; x < x2; x++)
      for (int i = 0; i < 3; i++)
        {
          guchar value = data[y * stride + x * 4 + i];

          least[i] = MIN (least[i], value);
          most[i] = MAX (most[i], value);
        }
  return most[0] - least[0] < LEAST_CONTRAST && most[1] - least[1] < LEAST_CONTRAST
         && most[2] - least[2] < LEAST_CONTRAST;
}

/* Draws the page, a pixel a point, and marks the words that leave no trace on it. */
static void
look_at_words (PopplerPage *page, GArray *words)
{
  cairo_surface_t *picture;
  cairo_t *cr;
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  if (!(width >= 1 && height >= 1 && width <= MAX_LOOKED_AT && height <= MAX_LOOKED_AT))
    return;
  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width), (int) ceil (height));
  cr = cairo_create (picture);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  for (guint i = 0; i < words->len && cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS; i++)
    {
      MatchumPdfWordRecord *word = &g_array_index (words, MatchumPdfWordRecord, i);

      word->is_unseen = is_plain (picture, &word->box) ? 1 : 0;
    }
  cairo_surface_destroy (picture);
}

/* --- pages --- */

static gboolean
has_pictures (PopplerPage *page)
{
  GList *pictures = poppler_page_get_image_mapping (page);
  gboolean has_any = pictures != NULL;

  poppler_page_free_image_mapping (pictures);
  return has_any;
}

static void
build_links (Reading *reading, PopplerPage *page, double height, GVariantBuilder *builder)
{
  GList *links = poppler_page_get_link_mapping (page);

  /* Poppler gives the last one of the file first. */
  for (GList *at = g_list_last (links); at != NULL && reading->n_links < MAX_LINKS; at = at->prev)
    {
      const PopplerLinkMapping *link = at->data;
      MatchumPdfBox box = get_box (&link->area);
      g_autofree char *uri = NULL;

      if (link->action == NULL || link->action->type != POPPLER_ACTION_URI || link->action->uri.uri == NULL)
        continue;
      uri = g_utf8_make_valid (link->action->uri.uri, -1);
      g_variant_builder_add (builder, "(s(dddd))", uri, box.x1, height - box.y2, box.x2, height - box.y1);
      reading->n_links++;
    }
  poppler_page_free_link_mapping (links);
}

static GVariant *
new_records (const char *type, GArray *records)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE (type), records->data, records->len,
                                    g_array_get_element_size (records));
}

static void
build_page (Reading *reading, PopplerPage *page, Page *words)
{
  GVariantBuilder links = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(s(dddd))"));
  gboolean is_picture = words->words->len == 0 && has_pictures (page);
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  build_links (reading, page, height, &links);
  reading->has_words |= words->words->len > 0;
  reading->has_pictures |= is_picture;
  g_variant_builder_add (reading->pages, "(ddbs@a" MATCHUM_PDF_WORD_TYPE "@a" MATCHUM_PDF_LINE_TYPE "a(s(dddd)))",
                         width, height, is_picture, words->text->str, new_records (MATCHUM_PDF_WORD_TYPE, words->words),
                         new_records (MATCHUM_PDF_LINE_TYPE, words->lines), &links);
}

/* FALSE where there are more characters than are read. */
static gboolean
read_page (Reading *reading, PopplerPage *page)
{
  g_autofree char *raw = poppler_page_get_text (page);
  g_autofree char *text = g_utf8_make_valid (raw != NULL ? raw : "", -1);
  g_autofree PopplerRectangle *rectangles = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (MatchumPdfWordRecord));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (MatchumPdfLineRecord));
  g_autoptr (GArray) votes = g_array_new (FALSE, FALSE, sizeof (guint));
  Page state = { .reading = reading, .text = joined, .words = words, .lines = lines, .word = word, .votes = votes };
  GList *attributes;
  guint n_rectangles = 0;

  if (!poppler_page_get_text_layout (page, &rectangles, &n_rectangles))
    n_rectangles = 0;
  reading->n_characters += n_rectangles;
  if (reading->n_characters > MATCHUM_PDF_TEXT_MAX_CHARACTERS)
    return FALSE;
  attributes = poppler_page_get_text_attributes (page);
  add_characters (&state, text, rectangles, n_rectangles, attributes);
  poppler_page_free_text_attributes (attributes);
  number_rows (lines);
  if (reading->looks && words->len > 0)
    look_at_words (page, words);
  build_page (reading, page, &state);
  return TRUE;
}

/* --- the document --- */

static guint
get_outline_page (const PopplerAction *action)
{
  const PopplerDest *destination =
      action->type == POPPLER_ACTION_GOTO_DEST ? ((const PopplerActionGotoDest *) action)->dest : NULL;

  return destination != NULL && destination->page_num > 0 ? (guint) destination->page_num : 0;
}

static void
build_outline (PopplerIndexIter *iter, guint level, guint *n_items, GVariantBuilder *builder)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child;

      if (action != NULL)
        {
          g_autofree char *title = g_utf8_make_valid (action->any.title != NULL ? action->any.title : "", -1);

          g_variant_builder_add (builder, "(suu)", title, level, get_outline_page (action));
          poppler_action_free (action);
          (*n_items)++;
        }
      child = level < MAX_OUTLINE_LEVEL ? poppler_index_iter_get_child (iter) : NULL;
      if (child != NULL)
        {
          build_outline (child, level + 1, n_items, builder);
          poppler_index_iter_free (child);
        }
  } while (*n_items < MAX_OUTLINE_ITEMS && poppler_index_iter_next (iter));
}

static GVariant *
read_outline (PopplerDocument *document)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(suu)"));
  PopplerIndexIter *iter = poppler_index_iter_new (document);
  guint n_items = 0;

  if (iter != NULL)
    {
      build_outline (iter, 1, &n_items, &builder);
      poppler_index_iter_free (iter);
    }
  return g_variant_builder_end (&builder);
}

static gboolean
is_tagged (PopplerDocument *document)
{
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);

  if (iter == NULL)
    return FALSE;
  poppler_structure_element_iter_free (iter);
  return TRUE;
}

/* The language as XMP has it: <dc:language><rdf:Bag><rdf:li>ko-KR</rdf:li>… */
static char *
find_language (const char *metadata)
{
  const char *from = metadata != NULL ? strstr (metadata, "<dc:language>") : NULL;
  const char *to = from != NULL ? strstr (from, "</dc:language>") : NULL;
  const char *item = to != NULL ? g_strstr_len (from, to - from, "<rdf:li>") : NULL;
  gsize length = 0;

  if (item == NULL)
    return NULL;
  item += strlen ("<rdf:li>");
  while (length < 35 && (g_ascii_isalnum (item[length]) || item[length] == '-'))
    length++;
  return length > 0 && item[length] == '<' ? g_strndup (item, length) : NULL;
}

static GVariant *
read_metadata (PopplerDocument *document)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  g_autofree char *metadata = poppler_document_get_metadata (document);
  char *values[MATCHUM_PDF_N_METADATA] = {
    poppler_document_get_title (document),
    poppler_document_get_author (document),
    poppler_document_get_subject (document),
    poppler_document_get_keywords (document),
    poppler_document_get_creator (document),
    poppler_document_get_producer (document),
    find_language (metadata),
  };

  for (guint i = 0; i < MATCHUM_PDF_N_METADATA; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (values[i] != NULL ? values[i] : "", -1);

      g_variant_builder_add (&builder, "s", valid);
      g_free (values[i]);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
build_fonts (GArray *fonts)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sdyyy)"));

  for (guint i = 0; i < fonts->len; i++)
    {
      const Font *font = &g_array_index (fonts, Font, i);

      g_variant_builder_add (&builder, "(sdyyy)", font->name, font->size, font->color[0], font->color[1],
                             font->color[2]);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
fail (MatchumPdfReadingHead *head, MatchumPdfTextError code, guint number)
{
  head->code = 1 + (guint32) code;
  head->number = number;
  return NULL;
}

/* FALSE where there is more than is read, or a page can't be opened; head tells. */
static gboolean
read_pages (PopplerDocument *document, Reading *reading, MatchumPdfReadingHead *head)
{
  const int n_pages = poppler_document_get_n_pages (document);

  if (n_pages > MATCHUM_PDF_TEXT_MAX_PAGES)
    return fail (head, MATCHUM_PDF_TEXT_ERROR_TOO_LARGE, (guint) n_pages) != NULL;
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      gboolean is_read = page != NULL && read_page (reading, page);

      if (page == NULL)
        return fail (head, MATCHUM_PDF_TEXT_ERROR_BROKEN, 0) != NULL;
      g_object_unref (page);
      if (!is_read)
        return fail (head, MATCHUM_PDF_TEXT_ERROR_TOO_LARGE, 0) != NULL;
    }
  if (reading->has_words)
    return TRUE;
  return fail (head, reading->has_pictures ? MATCHUM_PDF_TEXT_ERROR_PICTURES : MATCHUM_PDF_TEXT_ERROR_EMPTY, 0) != NULL;
}

static GVariant *
read_document (PopplerDocument *document, gboolean looks, MatchumPdfReadingHead *head)
{
  g_autoptr (GVariantBuilder) pages =
      g_variant_builder_new (G_VARIANT_TYPE ("a(ddbsa" MATCHUM_PDF_WORD_TYPE "a" MATCHUM_PDF_LINE_TYPE "a(s(dddd)))"));
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (Font));
  Reading reading = { .fonts = fonts, .pages = pages, .looks = looks };
  const Font none = { .name = g_strdup (""), .size = 0 };

  g_array_set_clear_func (fonts, clear_font);
  g_array_append_val (fonts, none);
  if (!read_pages (document, &reading, head))
    return NULL;
  head->code = MATCHUM_PDF_READING_READ;
  head->number = 0;
  return g_variant_ref_sink (g_variant_new ("(@asb@a(sdyyy)@a(ddbsa" MATCHUM_PDF_WORD_TYPE "a" MATCHUM_PDF_LINE_TYPE
                                            "a(s(dddd)))@a(suu))",
                                            read_metadata (document), is_tagged (document), build_fonts (fonts),
                                            g_variant_builder_end (pages), read_outline (document)));
}

GVariant *
matchum_pdf_reading_read (GBytes *bytes, gboolean looks, MatchumPdfReadingHead *head)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;
  GVariant *reading;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (head != NULL, NULL);

  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  if (document == NULL)
    return fail (head,
                 g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? MATCHUM_PDF_TEXT_ERROR_ENCRYPTED
                                                                                 : MATCHUM_PDF_TEXT_ERROR_BROKEN,
                 0);
  reading = read_document (document, looks, head);
  g_object_unref (document);
  return reading;
}
