/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a sent copy, whatever they went out in, so that they can be compared. */
#pragma once

#include <gio/gio.h>

#include "resume/matchum-resume.h"
#include "store/matchum-sent-copy.h"

G_BEGIN_DECLS

/* The resume that the copy says, by the file of it that tells most; name, which may be NULL, takes the name of that file, which
 * is the record's. Fails where no file can be read. Takes as long as a PDF asks for: not for the thread of a window where
 * matchum_sent_text_is_quick() says no. */
MatchumResume *matchum_sent_text_read     (const MatchumSentCopyRecord  *record,
                                           const char                  **name,
                                           GCancellable                 *cancellable,
                                           GError                      **error);
/* Whether the file is a text, or there is none to be read. */
gboolean       matchum_sent_text_is_quick (const MatchumSentCopyRecord  *record);

G_END_DECLS
