/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells headings, items and wrapped lines apart by how lines look beside each other. Private to this room. */
#pragma once

#include "posting/matchum-posting-shape.h"

G_BEGIN_DECLS

/* Gives every shape its role, and headings and labels their sense. */
void matchum_posting_layout_assign_roles (const char *text,
                                          GArray     *shapes);

G_END_DECLS
