/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page or file says of a posting in the words of schema.org: a JobPosting in JSON. Private to this room, but for
 * readers of files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All texts are plain or Markdown: HTML in them, escaped up to three times, has been read. NULL where it does not say. */
typedef struct {
  char *title;
  char *company;
  char *date_posted;      /* as it stands; a day where it is one */
  char *valid_through;
  char *employment_type;
  char *location;         /* places, with " / " between them */
  char *description;
  char *responsibilities;
  char *qualifications;
  char *skills;
  char *experience;
  char *education;
  char *benefits;
} MatchumJobPostingJson;

/* Finds the first JobPosting in text: as the whole of it, in an array, a "@graph" or deeper. NULL where there is none,
 * or it is no JSON, nested too deeply or too long. Never fails otherwise. */
MatchumJobPostingJson *matchum_job_posting_json_find            (const char                  *text,
                                                                 gsize                        length);
void                   matchum_job_posting_json_free            (MatchumJobPostingJson       *self);

/* "---\ncompany: …\n---\n", with a blank line behind it; "" where it says nothing that belongs there. */
char                  *matchum_job_posting_json_to_front_matter (const MatchumJobPostingJson *self);
/* The description, and the other parts under headings where it does not say the same. "" where there is none. */
char                  *matchum_job_posting_json_to_text         (const MatchumJobPostingJson *self);

/* Letters and digits of a text alone, folded: what two texts that say the same have in common. */
char                  *matchum_job_posting_json_compact         (const char                  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumJobPostingJson, matchum_job_posting_json_free)

G_END_DECLS
