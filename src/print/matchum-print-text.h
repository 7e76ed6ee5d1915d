/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text made ready for print: composed (NFC), without control and invisible characters, white space made single,
 * and the runs of it that look or act differently. Built front to back, then only read. */
#pragma once

#include "text/matchum-inline-text.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_MARK_STRONG,
  MATCHUM_MARK_LIGHT,    /* regular weight within strong text */
  MATCHUM_MARK_EMPHASIS,
  MATCHUM_MARK_CODE,
  MATCHUM_MARK_LINK,
  MATCHUM_MARK_QUIET,    /* in the theme's quiet colour */
  MATCHUM_MARK_AIRY,     /* with more space around every character */
  MATCHUM_MARK_SMALL,
} MatchumMarkKind;

typedef struct {
  MatchumMarkKind kind;
  MatchumSpan     span; /* bytes of the text */
  char           *url;  /* of a link, else NULL */
} MatchumMark;

typedef struct _MatchumPrintText MatchumPrintText;

MatchumPrintText  *matchum_print_text_new           (void);
MatchumPrintText  *matchum_print_text_ref           (MatchumPrintText  *self);
void               matchum_print_text_unref         (MatchumPrintText  *self);

/* Appends the bytes of span of content, with its runs. Where keeps_space, white space stays as it is, but for tabs. */
void               matchum_print_text_append        (MatchumPrintText  *self,
                                                     MatchumInlineText *content,
                                                     MatchumSpan        span,
                                                     gboolean           keeps_space);
/* Appends text as it is; it must be clean. */
void               matchum_print_text_append_literal (MatchumPrintText *self,
                                                     const char        *text);
/* Appends the bytes of span of another print text, with its marks. */
void               matchum_print_text_append_part   (MatchumPrintText  *self,
                                                     MatchumPrintText  *other,
                                                     MatchumSpan        span);
/* Marks bytes; url is NULL but for links. */
void               matchum_print_text_mark          (MatchumPrintText  *self,
                                                     MatchumMarkKind    kind,
                                                     MatchumSpan        span,
                                                     const char        *url);
/* Marks the addresses in span as links: e-mail and http(s), and, where bare_domains, also what looks like
 * example.com/me. */
void               matchum_print_text_mark_addresses (MatchumPrintText *self,
                                                     MatchumSpan        span,
                                                     gboolean           bare_domains);
/* The same without the bytes of spans (of MatchumSpan, in order). */
MatchumPrintText  *matchum_print_text_without      (MatchumPrintText  *self,
                                                     const GArray      *spans);
/* Its words alone, without marks, and with no-break spaces between them. */
MatchumPrintText  *matchum_print_text_with_no_breaks (MatchumPrintText *self);
/* Makes the space at offset a line break. */
void               matchum_print_text_break_at     (MatchumPrintText  *self,
                                                     gsize              offset);
/* Cuts white space off the end. */
void               matchum_print_text_trim          (MatchumPrintText  *self);

const char        *matchum_print_text_get_text      (MatchumPrintText  *self);
gsize              matchum_print_text_get_length    (MatchumPrintText  *self);
guint              matchum_print_text_get_n_marks   (MatchumPrintText  *self);
const MatchumMark *matchum_print_text_get_mark      (MatchumPrintText  *self,
                                                     guint              index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPrintText, matchum_print_text_unref)

G_END_DECLS
