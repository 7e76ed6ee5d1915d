/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated values as RFC 4180 has them, which spreadsheets open as text and never as a formula. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a value to the row at the end of csv. */
void matchum_csv_writer_append  (GString    *csv,
                                 const char *value);
void matchum_csv_writer_end_row (GString    *csv);

G_END_DECLS
