/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a sentence says that somebody looks for. Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Pastry Chef" of "Acme is looking for a Pastry Chef to join us", of "Join Acme as a Pastry Chef" and of "The Pastry
 * Chef runs …"; NULL where nobody who works as something is looked for. Owned by the caller. */
char       *matchum_sought_job_dup         (const char *sentence);
/* "저희와 함께할 백엔드 개발자", "의료기기 회사에서 회계 담당자": where the job begins. */
const char *matchum_sought_job_skip_clause (const char *title);

G_END_DECLS
