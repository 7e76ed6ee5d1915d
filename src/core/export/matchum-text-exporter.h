/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a resume as plain text, to be pasted into the fields of web forms. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/* What is visible, and nothing else: headings on lines of their own, dates on their title's line, "- " before items, the
 * address of a link in brackets behind its words, no line broken but where the resume breaks it. UTF-8 with a line feed
 * at its end; empty where nothing is visible. Free with g_free. */
char *matchum_text_exporter_write (MatchumVisibility *visibility);

G_END_DECLS
