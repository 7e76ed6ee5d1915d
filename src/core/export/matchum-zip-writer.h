/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a zip that opens everywhere: names flagged as UTF-8, so that Korean ones are read right on every system, and the
 * same bytes for the same members in whatever locale and time zone. */
#pragma once

#include <gio/gio.h>

#include "text/matchum-date-range.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;      /* UTF-8, parts divided by "/" */
  GBytes     *bytes;
  gboolean    is_stored; /* as it is, not made smaller */
} MatchumZipMember;

/* The zip of n_members in their order, all of them dated noon of day. */
GBytes *matchum_zip_writer_write (const MatchumZipMember *members,
                                  gsize                   n_members,
                                  MatchumDay              day,
                                  GError                **error);

G_END_DECLS
