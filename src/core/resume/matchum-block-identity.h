/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the ids of blocks for life when a resume is read again from a text that was edited in whatever way. */
#pragma once

#include "resume/matchum-block-record.h"
#include "resume/matchum-identity-report.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

MatchumResume *matchum_block_identity_apply (GPtrArray              *records,
                                             MatchumResume          *resume,
                                             guint64                *next_number,
                                             MatchumIdentityReport **report);

G_END_DECLS
