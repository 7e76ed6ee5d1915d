/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the words at the end of one line of a PDF go on in the next one. Private to what reads resumes of PDFs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_PDF_JOINT_SPACE,       /* two words */
  MATCHUM_PDF_JOINT_CLOSE,       /* one word that was cut */
  MATCHUM_PDF_JOINT_HYPHEN_GOES, /* one word that was cut at a hyphen put there for it */
} MatchumPdfJointKind;

typedef struct {
  MatchumPdfJointKind kind;
  gboolean            is_sure;
} MatchumPdfJoint;

typedef struct _MatchumPdfJoiner MatchumPdfJoiner;

/* Learns which words a document holds, and how full its lines are, before lines are joined. */
MatchumPdfJoiner *matchum_pdf_joiner_new      (void);
void              matchum_pdf_joiner_free     (MatchumPdfJoiner *self);
void              matchum_pdf_joiner_add_word (MatchumPdfJoiner *self,
                                               const char       *word);
/* Two words at the end and the beginning of lines, and the room that was left behind the first one, to the size of
 * letters. */
void              matchum_pdf_joiner_add_break (MatchumPdfJoiner *self,
                                               const char        *last,
                                               const char        *first,
                                               double             room);
/* Whether the document breaks lines between any two syllables. */
gboolean          matchum_pdf_joiner_cuts_words (MatchumPdfJoiner *self);
MatchumPdfJoint   matchum_pdf_joiner_join     (MatchumPdfJoiner *self,
                                               const char       *last,
                                               const char       *first,
                                               double            room);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPdfJoiner, matchum_pdf_joiner_free)

G_END_DECLS
