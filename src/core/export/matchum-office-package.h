/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as pandoc writes it, made Matchum's own: look, paper, properties, and nothing that tells when and where it was
 * made; for the office exporter only. */
#pragma once

#include "export/matchum-office-exporter.h"

G_BEGIN_DECLS

/* What is put into the package. */
typedef struct {
  const char *name;     /* of the person, or NULL */
  const char *language; /* "ko" or "en" */
  double      width;    /* of the paper, in points */
  double      height;
  MatchumDay  day;
} MatchumOfficeFacts;

/* The bytes of the package anew. */
GBytes *matchum_office_package_settle (GBytes                    *package,
                                       MatchumOfficeFormat        format,
                                       const MatchumOfficeFacts  *facts,
                                       GError                   **error);

G_END_DECLS
