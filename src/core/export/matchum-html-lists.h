/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists that are open while HTML is written; for the HTML exporter only. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

typedef struct {
  MatchumResume *resume; /* borrowed */
  GArray        *open;   /* lists with an item open in each, the outermost first */
} MatchumHtmlLists;

void matchum_html_lists_init       (MatchumHtmlLists   *self,
                                    MatchumResume      *resume);
void matchum_html_lists_clear      (MatchumHtmlLists   *self);
/* Closes and opens what has to be so that the words of item, which has that number or 0, can follow: what comes
 * next is an attribute of its <li, or the >. */
void matchum_html_lists_begin_item (MatchumHtmlLists   *self,
                                    GString            *out,
                                    const MatchumBlock *item,
                                    guint               number);
/* Closes what block does not stand in: all lists where it stands in none, or is NULL. */
void matchum_html_lists_leave      (MatchumHtmlLists   *self,
                                    GString            *out,
                                    const MatchumBlock *block);

G_END_DECLS
