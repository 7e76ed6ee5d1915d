/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a resume as Markdown. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/* The whole resume, byte for byte as it was read. */
char *matchum_markdown_exporter_write_baseline (MatchumResume     *resume);
/* What is visible: each visible block in its very bytes, blank lines between blocks kept single where something
 * went, remarks and front matter left out, numbered lists counted anew, link definitions kept only where a visible
 * block uses them. */
char *matchum_markdown_exporter_write_tailored (MatchumVisibility *visibility);

G_END_DECLS
