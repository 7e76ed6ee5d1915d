/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain structs as rows of a table: each table tells which member stands in which column, and what is done with structs
 * and rows is done here once. For the files of this room. */
#pragma once

#include "store/matchum-statement.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_FIELD_TEXT,    /* char * */
  MATCHUM_FIELD_INT,     /* gint64 */
  MATCHUM_FIELD_BOOLEAN, /* gboolean */
  MATCHUM_FIELD_NICK,    /* an enum, int sized; kept as a word, so that its numbers may change */
  MATCHUM_FIELD_BYTES,   /* GBytes * */
} MatchumFieldKind;

typedef struct {
  const char        *column;
  MatchumFieldKind   kind;
  gsize              offset;
  gboolean           is_key;
  const char *const *nicks; /* of MATCHUM_FIELD_NICK: NULL-terminated, by number */
} MatchumField;

typedef struct {
  const char         *table;
  gsize               size;
  const MatchumField *fields; /* keys first; ends with one whose column is NULL */
  const char         *order;  /* what follows ORDER BY */
} MatchumRecordType;

#define MATCHUM_FIELD(Struct, kind, member)          { #member, MATCHUM_FIELD_##kind, G_STRUCT_OFFSET (Struct, member), FALSE, NULL }
#define MATCHUM_FIELD_KEY(Struct, kind, member)      { #member, MATCHUM_FIELD_##kind, G_STRUCT_OFFSET (Struct, member), TRUE, NULL }
#define MATCHUM_FIELD_WORD(Struct, member, nicks)    { #member, MATCHUM_FIELD_NICK, G_STRUCT_OFFSET (Struct, member), FALSE, nicks }
#define MATCHUM_FIELD_END                            { NULL, MATCHUM_FIELD_TEXT, 0, FALSE, NULL }

gpointer   matchum_record_new      (const MatchumRecordType *type);
gpointer   matchum_record_copy     (const MatchumRecordType *type,
                                    gconstpointer            record);
void       matchum_record_free     (const MatchumRecordType *type,
                                    gpointer                 record);
gboolean   matchum_record_is_equal (const MatchumRecordType *type,
                                    gconstpointer            a,
                                    gconstpointer            b);

/* Inserts a row, or changes the one with the same key; what is the same is not written. */
gboolean   matchum_record_put      (const MatchumRecordType *type,
                                    MatchumDatabase         *database,
                                    gconstpointer            record,
                                    GError                 **error);
/* Removes the rows whose first n_keys key columns are those of record; none is fine. */
gboolean   matchum_record_remove   (const MatchumRecordType *type,
                                    MatchumDatabase         *database,
                                    gconstpointer            record,
                                    guint                    n_keys,
                                    GError                 **error);
/* The rows for which a condition holds, with at most one text for ?1; a NULL condition holds for all. */
GPtrArray *matchum_record_list     (const MatchumRecordType *type,
                                    MatchumDatabase         *database,
                                    const char              *condition,
                                    const char              *text,
                                    GDestroyNotify           free_record,
                                    GError                 **error);
/* The one row with a key of one column. NULL without error: there is none. */
gpointer   matchum_record_find     (const MatchumRecordType *type,
                                    MatchumDatabase         *database,
                                    const char              *id,
                                    GError                 **error);

/* The place, in a table with columns id and place, that stands before the row before_id, or at the end where that is
 * NULL. Makes room where there is none. */
gboolean   matchum_record_find_place (const MatchumRecordType *type,
                                      MatchumDatabase         *database,
                                      const char              *before_id,
                                      gint64                  *place,
                                      GError                 **error);
/* matchum_record_put() of a record with id and place; place 0 keeps the place of the row, or takes the end. */
gboolean   matchum_record_put_placed (const MatchumRecordType *type,
                                      MatchumDatabase         *database,
                                      gconstpointer            record,
                                      GError                 **error);
gboolean   matchum_record_move       (const MatchumRecordType *type,
                                      MatchumDatabase         *database,
                                      const char              *id,
                                      const char              *before_id,
                                      GError                 **error);

/* The functions that every record has. */
#define MATCHUM_DEFINE_RECORD(Type, prefix, record_type)                                                                \
  G_DEFINE_BOXED_TYPE (Type, prefix, prefix##_copy, prefix##_free)                                                      \
  Type *prefix##_new (void) { return matchum_record_new (record_type); }                                                \
  Type *prefix##_copy (const Type *self) { return matchum_record_copy (record_type, self); }                            \
  void prefix##_free (Type *self) { matchum_record_free (record_type, self); }                                          \
  gboolean prefix##_is_equal (const Type *a, const Type *b) { return matchum_record_is_equal (record_type, a, b); }

G_END_DECLS
