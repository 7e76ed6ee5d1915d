/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what is to be known of files that were opened: what could not be taken as it stands in them, and where. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct {
  char  *where;    /* the file, and the place in it */
  char  *text;     /* a sentence or more */
  char  *baseline; /* id of the resume that it is on, where one can be taken to the place; else NULL */
  guint  line;     /* of that resume, 1-based */
} MatchumRemark;

MatchumRemark *matchum_remark_new          (const char    *where,
                                            const char    *text);
MatchumRemark *matchum_remark_new_for_line (const char    *where,
                                            const char    *text,
                                            const char    *baseline,
                                            guint          line);
void           matchum_remark_free         (MatchumRemark *self);

#define MATCHUM_TYPE_REMARKS_DIALOG (matchum_remarks_dialog_get_type ())

/* Signal "line-activated" (const char *baseline, guint line): the user asks to be taken to what a remark is on; the dialog
 * closes then. */
G_DECLARE_FINAL_TYPE (MatchumRemarksDialog, matchum_remarks_dialog, MATCHUM, REMARKS_DIALOG, AdwWindow)

/* remarks: array of MatchumRemark, which are copied. */
MatchumRemarksDialog *matchum_remarks_dialog_new (GPtrArray            *remarks);
/* Makes the dialog no larger than a window of so many pixels. */
void                  matchum_remarks_dialog_fit (MatchumRemarksDialog *self,
                                                  int                   width,
                                                  int                   height);

G_END_DECLS
