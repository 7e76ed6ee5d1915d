/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A resume of plain text, whose headings are told by their words alone, made Markdown. */
#pragma once

#include "text/matchum-source.h"

G_BEGIN_DECLS

/* The same text with marks before what heads its sections and entries, line for line; NULL where it has Markdown headings
 * already, or none of a resume. */
MatchumSource *matchum_plain_resume_mark (MatchumSource *source);

G_END_DECLS
