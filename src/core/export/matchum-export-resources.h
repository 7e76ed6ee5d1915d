/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of this room that are built into the program. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a file that the program holds: "resume.css", "office.lua", "docx-styles.xml" or "odt-styles.xml". */
const char *matchum_export_resources_get (const char *name);

G_END_DECLS
