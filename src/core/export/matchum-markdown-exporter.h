/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a resume as Markdown. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/* The whole resume, byte for byte as it was read. */
char *matchum_markdown_exporter_write_baseline (MatchumResume     *resume);
/* What is visible: each visible block in its very bytes, blank lines between blocks kept single where something
 * went, remarks and front matter left out, numbered lists counted anew, link definitions kept only where a visible
 * block uses them. The copy is read again before it is given: a block that would say something else, or have another say
 * something else, in the place it has come to is written anew from its words. */
char *matchum_markdown_exporter_write_tailored (MatchumVisibility *visibility);
/* The same after front matter that gives its name and its language, and nothing of the resume's own. */
char *matchum_markdown_exporter_write_with_front_matter (MatchumVisibility *visibility);
/* As tailored, with every block written anew from its words; for tests. */
char *matchum_markdown_exporter_write_plain    (MatchumVisibility *visibility);

G_END_DECLS
