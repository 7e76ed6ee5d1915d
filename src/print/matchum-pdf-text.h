/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF says: its words with their places and type, page by page, and its links, outline and metadata. Read by a
 * process of its own under limits of time and memory, since PDFs come from anywhere. Immutable and reference counted. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_PDF_TEXT (matchum_pdf_text_get_type ())
#define MATCHUM_PDF_TEXT_ERROR (matchum_pdf_text_error_quark ())

/* The largest file, the most pages and the most characters that are read: far above any resume. */
#define MATCHUM_PDF_TEXT_MAX_BYTES (64 * 1024 * 1024)
#define MATCHUM_PDF_TEXT_MAX_PAGES 500
#define MATCHUM_PDF_TEXT_MAX_CHARACTERS (2 * 1024 * 1024)

/* Every message is a sentence that begins with the name of the file. */
typedef enum {
  MATCHUM_PDF_TEXT_ERROR_UNREADABLE, /* the file is missing, a folder, or may not be read */
  MATCHUM_PDF_TEXT_ERROR_NOT_PDF,
  MATCHUM_PDF_TEXT_ERROR_BROKEN,
  MATCHUM_PDF_TEXT_ERROR_ENCRYPTED,  /* a password is needed to open it */
  MATCHUM_PDF_TEXT_ERROR_PICTURES,   /* scanned: no text at all, but pictures */
  MATCHUM_PDF_TEXT_ERROR_EMPTY,      /* neither text nor pictures: blank, or letters drawn as outlines */
  MATCHUM_PDF_TEXT_ERROR_TOO_LARGE,  /* in bytes, pages, characters, time or memory */
  MATCHUM_PDF_TEXT_ERROR_NO_READER,  /* the process that reads could not be run */
} MatchumPdfTextError;

/* In points, from the top left corner of the page as it is seen, turned as it is to be turned. */
typedef struct {
  double x1;
  double y1; /* above y2 */
  double x2;
  double y2;
} MatchumPdfBox;

typedef struct {
  const char *name;       /* "NotoSansCJKkr-Bold", without the letters before a subset's name; "" where it has none */
  double      size;       /* points */
  guint8      color[3];   /* red, green, blue */
  gboolean    is_bold;    /* told by the name, as are the next two */
  gboolean    is_italic;
  gboolean    is_monospaced;
} MatchumPdfFont;

/* What stands between spaces, or apart. */
typedef struct {
  const char    *text;  /* UTF-8, composed (NFC); never empty, no white space */
  MatchumPdfBox  box;
  guint          font;  /* of most of its characters; see matchum_pdf_text_get_font() */
  guint          line;  /* index of its line in the page */
  gboolean       is_decomposed; /* the file has its letters in pieces (NFD), which others may not put together */
  gboolean       is_unseen;     /* nothing is to be seen where it stands; only of matchum_pdf_text_read_looking() */
} MatchumPdfWord;

/* Words that stand beside each other without a gap such as that between columns, or before dates at the margin. */
typedef struct {
  MatchumPdfBox box;
  guint         first_word; /* index in the page */
  guint         n_words;    /* never 0 */
  guint         row;        /* lines at one height have one number, counted from 0 at the top of the page */
  gboolean      is_turned;  /* runs upwards, downwards or upside down */
} MatchumPdfLine;

typedef struct {
  const char    *uri;
  MatchumPdfBox  box;
} MatchumPdfLink;

typedef struct {
  double                width;      /* points */
  double                height;
  const MatchumPdfWord *words;      /* in reading order, one column after another */
  guint                 n_words;
  const MatchumPdfLine *lines;      /* the same */
  guint                 n_lines;
  guint                 n_rows;
  const MatchumPdfLink *links;      /* to the outside; in the file's order */
  guint                 n_links;
  gboolean              is_picture; /* no words, but pictures: scanned */
} MatchumPdfPage;

typedef struct {
  const char *title;
  guint       level; /* 1 for the outermost */
  guint       page;  /* 1-based; 0 where it leads to none */
} MatchumPdfOutlineItem;

/* Each is NULL where the file does not have it. */
typedef struct {
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *creator;  /* the program that made the document */
  const char *producer; /* the program that wrote the PDF */
  const char *language; /* "ko-KR", as the metadata say it */
} MatchumPdfMetadata;

typedef struct _MatchumPdfText MatchumPdfText;

GType                        matchum_pdf_text_get_type        (void);
GQuark                       matchum_pdf_text_error_quark     (void);

/* Whether the bytes begin as a PDF does: by the mark within the first kilobyte. */
gboolean                     matchum_pdf_text_is_pdf          (GBytes         *bytes);
/* Reads bytes, called name in messages. Takes as long as the file asks for, half a minute at most: not for the thread of
 * a window. */
MatchumPdfText              *matchum_pdf_text_read            (const char     *name,
                                                               GBytes         *bytes,
                                                               GCancellable   *cancellable,
                                                               GError        **error);
/* The same, and looks at the pages as they are drawn, to tell which words can't be seen. */
MatchumPdfText              *matchum_pdf_text_read_looking    (const char     *name,
                                                               GBytes         *bytes,
                                                               GCancellable   *cancellable,
                                                               GError        **error);
MatchumPdfText              *matchum_pdf_text_load            (GFile          *file,
                                                               GCancellable   *cancellable,
                                                               GError        **error);
MatchumPdfText              *matchum_pdf_text_load_looking    (GFile          *file,
                                                               GCancellable   *cancellable,
                                                               GError        **error);
MatchumPdfText              *matchum_pdf_text_ref             (MatchumPdfText *self);
void                         matchum_pdf_text_unref           (MatchumPdfText *self);

const char                  *matchum_pdf_text_get_name        (MatchumPdfText *self);
guint                        matchum_pdf_text_get_n_pages     (MatchumPdfText *self);
/* page: from 0. */
const MatchumPdfPage        *matchum_pdf_text_get_page        (MatchumPdfText *self,
                                                               guint           page);
guint                        matchum_pdf_text_get_n_fonts     (MatchumPdfText *self);
/* Every font, size and colour that is used, each once. */
const MatchumPdfFont        *matchum_pdf_text_get_font        (MatchumPdfText *self,
                                                               guint           font);
const MatchumPdfMetadata    *matchum_pdf_text_get_metadata    (MatchumPdfText *self);
/* Whether the file says by tags what is a heading, a list, a paragraph. */
gboolean                     matchum_pdf_text_is_tagged       (MatchumPdfText *self);
guint                        matchum_pdf_text_get_n_outline_items (MatchumPdfText *self);
const MatchumPdfOutlineItem *matchum_pdf_text_get_outline_item (MatchumPdfText *self,
                                                               guint           index);

/* The text of a page as plain text, a line each; free with g_free(). */
char                        *matchum_pdf_text_dup_page_text   (MatchumPdfText *self,
                                                               guint           page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPdfText, matchum_pdf_text_unref)

G_END_DECLS
