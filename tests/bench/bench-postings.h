/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Postings to measure with: those of the cases, and as many different ones as are wanted made of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Microseconds of this process alone: others may be at work on the machine. */
gint64     bench_get_time      (void);
/* The most memory that was ever in use, in MB. */
double     bench_get_peak      (void);

/* Texts: of char. */
GPtrArray *bench_load_postings (void);
/* As many as are wanted, of GBytes, of mean_bytes or so in the mean: long ones are cut, short ones go on with the body of
 * another. */
GPtrArray *bench_make_postings (GPtrArray *originals,
                                guint      n_postings,
                                gsize      mean_bytes);

G_END_DECLS
