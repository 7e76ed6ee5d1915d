/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns blocks of a resume into rows of type. What a block looks like depends on the theme, the width, and on nothing
 * but the block and, for the dates of an entry, the line under it. */
#pragma once

#include "resume/matchum-resume.h"

#include "matchum-row.h"
#include "matchum-theme.h"

G_BEGIN_DECLS

typedef struct {
  MatchumResume *resume;       /* borrowed */
  MatchumTheme   theme;
  MatchumTypeFamilies families;
  double         width;        /* of the text area, in points */
  double         left;         /* where all but section titles in the margin begins */
  PangoContext  *context;      /* borrowed */
  double        *text_x;       /* of every block, where its text begins, in points from the left */
  guint         *largest;      /* of every numbered item, the largest number of its list */
  guint         *dated_entry;  /* of a paragraph that gives an entry its dates, the entry; else MATCHUM_BLOCK_NONE */
} MatchumComposer;

void        matchum_composer_init    (MatchumComposer    *self,
                                      MatchumResume      *resume,
                                      const MatchumTheme *theme,
                                      double              width,
                                      PangoContext       *context);
void        matchum_composer_clear   (MatchumComposer    *self);

/* The rows of a block (MatchumRow): none for remarks. with_line: for an entry whose dates stand on the line under it,
 * whether that line is to be seen. */
GPtrArray  *matchum_composer_compose (MatchumComposer    *self,
                                      guint               block,
                                      gboolean            with_line);
/* What forms ask for beyond the text, in the lines of contact: none where the theme shows none of it. */
GPtrArray  *matchum_composer_compose_form_lines (const MatchumComposer *self);

G_END_DECLS
