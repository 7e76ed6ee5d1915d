/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GTK and libadwaita do in other words in other versions: the only place that looks at their versions. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct {
  const char *id;
  const char *label;        /* with a mnemonic */
  gboolean    is_suggested;
} MatchumCompatAnswer;

/* Lets the user choose files to open; folder may be NULL. Finishes with a list of GFile; being dismissed is an error
 * of GIO's: G_IO_ERROR_CANCELLED. */
void        matchum_compat_open_files         (GtkWindow                 *parent,
                                               const char                *title,
                                               GFile                     *folder,
                                               gboolean                   is_multiple,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);
GListModel *matchum_compat_open_files_finish  (GAsyncResult              *result,
                                               GError                   **error);
/* A file to write, named so at first. */
void        matchum_compat_save_file          (GtkWindow                 *parent,
                                               const char                *title,
                                               const char                *name,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);
/* A folder. */
void        matchum_compat_select_folder      (GtkWindow                 *parent,
                                               const char                *title,
                                               GFile                     *folder,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);
/* The one file or folder of matchum_compat_save_file() or matchum_compat_select_folder(). */
GFile      *matchum_compat_choose_finish      (GAsyncResult              *result,
                                               GError                   **error);

/* Says something that the user only has to read. */
void        matchum_compat_tell               (GtkWindow                 *parent,
                                               const char                *heading,
                                               const char                *body);
/* Asks something with the answers given, ended by one without id; finishes with the id of the answer, or NULL where
 * the question was dismissed. */
void        matchum_compat_ask                (GtkWindow                 *parent,
                                               const char                *heading,
                                               const char                *body,
                                               const MatchumCompatAnswer *answers,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);
char       *matchum_compat_ask_finish         (GAsyncResult              *result);

/* Has those who hear the window told something about widget, which has the focus, when nothing more urgent is said. */
void        matchum_compat_announce           (GtkWidget                 *widget,
                                               const char                *text);
void        matchum_compat_show_about         (GtkWindow                 *parent);
/* Sees to it that there is an action "shortcuts". */
void        matchum_compat_add_shortcuts      (GtkApplication            *application);

G_END_DECLS
