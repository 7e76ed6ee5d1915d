/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes JSON Resume as Markdown. Private to this room. */
#pragma once

#include "resume/matchum-json-resume-schema.h"

G_BEGIN_DECLS

/**
 * matchum_json_resume_markdown_write:
 * @resume: as matchum_json_resume_check() gives it
 * @comments: (nullable): of some values of @resume, objects of its sections or itself, the comment (char *) that goes
 *   with their words
 * @lines: (nullable): gets the line of each object of its sections that is to be seen (GUINT_TO_POINTER)
 *
 * Returns: (transfer full): Markdown; empty where @resume says nothing that can be shown
 */
char *matchum_json_resume_markdown_write (const MatchumJsonValue *resume,
                                          GHashTable             *comments,
                                          GHashTable             *lines);

G_END_DECLS
