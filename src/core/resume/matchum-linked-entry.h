/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of two resumes that are linked, and whether they still agree: each side is held against the words that it had when the
 * user last said that both tell the same. Pure. */
#pragma once

#include "resume/matchum-resume-comparison.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_LINK_AGREES,
  MATCHUM_LINK_CHANGED,       /* this entry did */
  MATCHUM_LINK_OTHER_CHANGED,
  MATCHUM_LINK_BOTH_CHANGED,
  MATCHUM_LINK_BROKEN,        /* one of the entries is gone, or both are */
} MatchumLinkState;

/* The Markdown of an entry and all under it, which is what is kept of it; NULL where the resume has no block of that id. Free with
 * g_free. */
char                    *matchum_linked_entry_dup_words  (MatchumResume *resume,
                                                          const char    *id);
/* What of words, kept some time ago, is other in those of now: marks of Markdown and white space do not count. NULL where one of
 * them cannot be read. */
MatchumResumeComparison *matchum_linked_entry_compare    (const char    *words,
                                                          const char    *now);
/* Whether they say another thing. */
gboolean                 matchum_linked_entry_is_changed (const char    *words,
                                                          const char    *now);
/* words and other_words: those of when both agreed, NULL where that was never said. resume: NULL where it is gone. */
MatchumLinkState         matchum_linked_entry_find_state (MatchumResume *resume,
                                                          const char    *entry,
                                                          const char    *words,
                                                          MatchumResume *other,
                                                          const char    *other_entry,
                                                          const char    *other_words);

G_END_DECLS
