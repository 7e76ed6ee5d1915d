/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders as people are told of them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* "~/Documents" for what is in the home folder, the whole path for what is not and for that folder itself. */
char *matchum_folder_name_dup       (GFile *folder);
/* The same in n_chars characters or fewer, with what is too much left out of its middle. */
char *matchum_folder_name_dup_short (GFile *folder,
                                     guint  n_chars);

G_END_DECLS
