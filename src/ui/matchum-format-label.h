/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats of files as people are told of them. */
#pragma once

#include "matchum-export-format.h"

G_BEGIN_DECLS

/* What a format is called: "Word Document (DOCX)". */
const char *matchum_format_label_get         (MatchumExportFormats flag);
/* What it is good for, in a few words. */
const char *matchum_format_label_get_purpose (MatchumExportFormats flag);

G_END_DECLS
