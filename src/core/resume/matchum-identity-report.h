/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of every block when a resume was read anew. Immutable and reference counted. */
#pragma once

#include <glib-object.h>

#include "resume/matchum-block.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_IDENTITY_REPORT (matchum_identity_report_get_type ())

/**
 * MatchumIdentityFlags:
 * @MATCHUM_IDENTITY_KEPT: the same words in the same place; stands alone
 * @MATCHUM_IDENTITY_EDITED: other words
 * @MATCHUM_IDENTITY_MOVED: under another block, or elsewhere among its siblings
 * @MATCHUM_IDENTITY_TURNED: of another kind: a bullet that became a paragraph
 * @MATCHUM_IDENTITY_RETURNED: was gone and is there again
 * @MATCHUM_IDENTITY_NEW: an id that was not there before
 * @MATCHUM_IDENTITY_LOST: its id is in the resume no longer
 * @MATCHUM_IDENTITY_UNCERTAIN: it has its id because nothing else does more likely; a person should look
 */
typedef enum {
  MATCHUM_IDENTITY_KEPT      = 1 << 0,
  MATCHUM_IDENTITY_EDITED    = 1 << 1,
  MATCHUM_IDENTITY_MOVED     = 1 << 2,
  MATCHUM_IDENTITY_TURNED    = 1 << 3,
  MATCHUM_IDENTITY_RETURNED  = 1 << 4,
  MATCHUM_IDENTITY_NEW       = 1 << 5,
  MATCHUM_IDENTITY_LOST      = 1 << 6,
  MATCHUM_IDENTITY_UNCERTAIN = 1 << 7,
} MatchumIdentityFlags;

typedef struct {
  MatchumIdentityFlags flags;
  char                *id;
  guint                record;   /* index of its record, or MATCHUM_BLOCK_NONE where it is new */
  guint                block;    /* index in the resume, or MATCHUM_BLOCK_NONE where it is lost */
  char                *old_text; /* its words as the record has them, NULL where it is new */
  double               likeness; /* of its words to those it had, 0 to 1 */
  char                *origin;   /* of a new block: id of the one that it is a copy or a part of; of one that is kept: id
                                    of another whose words it holds now or is more like; of a lost one: id of the one
                                    whose words hold its own (joined); else NULL */
} MatchumIdentityChange;

typedef struct _MatchumIdentityReport MatchumIdentityReport;

GType                        matchum_identity_report_get_type        (void);

/* Takes changes: array of MatchumIdentityChange with matchum_identity_change_free as its free function. */
MatchumIdentityReport       *matchum_identity_report_new             (GPtrArray             *changes);
MatchumIdentityReport       *matchum_identity_report_ref             (MatchumIdentityReport *self);
void                         matchum_identity_report_unref           (MatchumIdentityReport *self);

/* One for every block of the resume, in document order, then one for every lost one in the order of the records. A
 * record that was gone already is not lost again: it has none unless it returned. */
guint                        matchum_identity_report_get_n_changes   (MatchumIdentityReport *self);
const MatchumIdentityChange *matchum_identity_report_get_change      (MatchumIdentityReport *self,
                                                                      guint                  index);
/* What became of id, or NULL where nothing is known of it. */
const MatchumIdentityChange *matchum_identity_report_lookup          (MatchumIdentityReport *self,
                                                                      const char            *id);
/* How many have any of flags. */
guint                        matchum_identity_report_count           (MatchumIdentityReport *self,
                                                                      MatchumIdentityFlags   flags);
/* Those with any of flags, as an array of MatchumIdentityChange that borrows them from the report. */
GPtrArray                   *matchum_identity_report_list            (MatchumIdentityReport *self,
                                                                      MatchumIdentityFlags   flags);
/* What a person must be told who hid (or pinned, or worded anew) the blocks in ids, a set of char *: those of them that
 * are lost, uncertain or back again, copies and parts of them, those that took words of others in, and others that took
 * theirs. The array borrows from the report. */
GPtrArray                   *matchum_identity_report_list_concerning (MatchumIdentityReport *self,
                                                                      GHashTable            *ids);
/* Set of ids, borrowed from the report: no others can be in a set for which anything is concerning. */
GHashTable                  *matchum_identity_report_dup_notable     (MatchumIdentityReport *self);

void                         matchum_identity_change_free            (MatchumIdentityChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumIdentityReport, matchum_identity_report_unref)

G_END_DECLS
