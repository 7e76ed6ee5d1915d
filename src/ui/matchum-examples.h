/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The resumes and postings that come with the program, to try it on. */
#pragma once

#include "store/matchum-library.h"
#include "text/matchum-date-range.h"

G_BEGIN_DECLS

/* Fills an empty library with the examples, those of the user's language first and open. */
gboolean matchum_examples_add (MatchumLibrary  *library,
                               MatchumDay       today,
                               GError         **error);
/* Whether a library was made for the examples, so that it may be thrown away. */
gboolean matchum_examples_own (MatchumLibrary  *library);
/* "ko" or "en", as the user's desktop speaks. */
const char *matchum_examples_get_language (void);

G_END_DECLS
