/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "applications", and those that hold its lists: one row for each hidden, pinned, moved and reworded block.
 */
#include "config.h"

#include "store/matchum-application-table.h"

#include <string.h>

#include "store/matchum-record.h"
#include "store/matchum-statement.h"

#define REFERENCE                                                                                                      \
  "  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,\n  block TEXT NOT NULL,\n"

const char matchum_application_table_sql[] =
    "CREATE TABLE applications (\n"
    "  id TEXT NOT NULL PRIMARY KEY,\n"
    "  baseline TEXT NOT NULL REFERENCES baselines (id) ON DELETE CASCADE,\n"
    "  posting TEXT NOT NULL REFERENCES postings (id) ON DELETE CASCADE,\n"
    "  title_line TEXT,\n"
    "  team TEXT,\n"
    "  budget INTEGER NOT NULL DEFAULT 0,\n"
    "  paper TEXT,\n"
    "  theme TEXT,\n"
    "  stage TEXT,\n"
    "  notes TEXT,\n"
    "  created_on TEXT,\n"
    "  place INTEGER NOT NULL\n"
    ") STRICT;\n"
    "CREATE INDEX applications_baseline ON applications (baseline);\n"
    "CREATE INDEX applications_posting ON applications (posting);\n"
    "CREATE TABLE application_hidden (\n" REFERENCE "  PRIMARY KEY (application, block)\n) STRICT;\n"
    "CREATE TABLE application_pinned (\n" REFERENCE "  PRIMARY KEY (application, block)\n) STRICT;\n"
    "CREATE TABLE application_order (\n" REFERENCE "  place INTEGER NOT NULL,\n"
    "  PRIMARY KEY (application, block)\n) STRICT;\n"
    "CREATE TABLE application_wordings (\n" REFERENCE "  text TEXT NOT NULL,\n"
    "  replaced TEXT,\n"
    "  PRIMARY KEY (application, block)\n) STRICT";

const char matchum_application_table_sql_3[] =
    "ALTER TABLE applications ADD COLUMN style TEXT;\n"
    "ALTER TABLE applications ADD COLUMN allows_gaps INTEGER NOT NULL DEFAULT 0";

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (MatchumApplicationRecord, TEXT, id),
  MATCHUM_FIELD (MatchumApplicationRecord, TEXT, baseline),
  MATCHUM_FIELD (MatchumApplicationRecord, TEXT, posting),
  MATCHUM_FIELD (MatchumApplicationRecord, TEXT, title_line),
  MATCHUM_FIELD (MatchumApplicationRecord, TEXT, team),
  MATCHUM_FIELD (MatchumApplicationRecord, INT, budget),
  MATCHUM_FIELD (MatchumApplicationRecord, TEXT, paper),
  MATCHUM_FIELD (MatchumApplicationRecord, TEXT, theme),
  MATCHUM_FIELD (MatchumApplicationRecord, TEXT, stage),
  MATCHUM_FIELD (MatchumApplicationRecord, TEXT, notes),
  MATCHUM_FIELD (MatchumApplicationRecord, TEXT, created_on),
  MATCHUM_FIELD (MatchumApplicationRecord, INT, place),
  MATCHUM_FIELD (MatchumApplicationRecord, TEXT, style),
  MATCHUM_FIELD (MatchumApplicationRecord, BOOLEAN, allows_gaps),
  MATCHUM_FIELD_END,
};

static const MatchumField wording_fields[] = {
  MATCHUM_FIELD_KEY (MatchumWordingRecord, TEXT, application),
  MATCHUM_FIELD_KEY (MatchumWordingRecord, TEXT, block),
  MATCHUM_FIELD (MatchumWordingRecord, TEXT, text),
  MATCHUM_FIELD (MatchumWordingRecord, TEXT, replaced),
  MATCHUM_FIELD_END,
};

/* A row of application_hidden or application_pinned; with place, of application_order. */
typedef struct {
  char *application;
  char *block;
  gint64 place;
} Mention;

static const MatchumField mention_fields[] = {
  MATCHUM_FIELD_KEY (Mention, TEXT, application),
  MATCHUM_FIELD_KEY (Mention, TEXT, block),
  MATCHUM_FIELD_END,
};

static const MatchumField order_fields[] = {
  MATCHUM_FIELD_KEY (Mention, TEXT, application),
  MATCHUM_FIELD_KEY (Mention, TEXT, block),
  MATCHUM_FIELD (Mention, INT, place),
  MATCHUM_FIELD_END,
};

static const MatchumRecordType row_type = { "applications", sizeof (MatchumApplicationRecord), fields, "place, id" };
static const MatchumRecordType wording_type = { "application_wordings", sizeof (MatchumWordingRecord), wording_fields,
                                                "block" };
static const MatchumRecordType hidden_type = { "application_hidden", sizeof (Mention), mention_fields, "block" };
static const MatchumRecordType pinned_type = { "application_pinned", sizeof (Mention), mention_fields, "block" };
static const MatchumRecordType order_type = { "application_order", sizeof (Mention), order_fields, "place, block" };

MATCHUM_DEFINE_RECORD (MatchumWordingRecord, matchum_wording_record, &wording_type)
G_DEFINE_BOXED_TYPE (MatchumApplicationRecord,
                     matchum_application_record,
                     matchum_application_record_copy,
                     matchum_application_record_free)

static guint
get_length (GPtrArray *array)
{
  return array != NULL ? array->len : 0;
}

static GPtrArray *
copy_ids (GPtrArray *ids)
{
  return ids != NULL ? g_ptr_array_copy (ids, (GCopyFunc) (void (*) (void)) g_strdup, NULL) : NULL;
}

static gpointer
copy_wording_cb (gconstpointer wording, gpointer data)
{
  return matchum_wording_record_copy (wording);
}

MatchumApplicationRecord *
matchum_application_record_new (void)
{
  MatchumApplicationRecord *self = matchum_record_new (&row_type);

  self->hidden = g_ptr_array_new_with_free_func (g_free);
  self->pinned = g_ptr_array_new_with_free_func (g_free);
  self->order = g_ptr_array_new_with_free_func (g_free);
  self->wordings = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_wording_record_free);
  return self;
}

MatchumApplicationRecord *
matchum_application_record_copy (const MatchumApplicationRecord *self)
{
  MatchumApplicationRecord *copy = matchum_record_copy (&row_type, self);

  g_return_val_if_fail (copy != NULL, NULL);

  copy->hidden = copy_ids (self->hidden);
  copy->pinned = copy_ids (self->pinned);
  copy->order = copy_ids (self->order);
  copy->wordings = self->wordings != NULL ? g_ptr_array_copy (self->wordings, copy_wording_cb, NULL) : NULL;
  return copy;
}

void
matchum_application_record_free (MatchumApplicationRecord *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  g_clear_pointer (&self->pinned, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->wordings, g_ptr_array_unref);
  matchum_record_free (&row_type, self);
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b, GEqualFunc is_same)
{
  if (get_length (a) != get_length (b))
    return FALSE;
  for (guint i = 0; i < get_length (a); i++)
    if (!is_same (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_wording_cb (gconstpointer a, gconstpointer b)
{
  const MatchumWordingRecord *one = a;
  const MatchumWordingRecord *other = b;

  return g_str_equal (one->block, other->block) && g_strcmp0 (one->text, other->text) == 0
         && g_strcmp0 (one->replaced, other->replaced) == 0;
}

/* Lists count as they are read: hidden and pinned ids and wordings by id. */
gboolean
matchum_application_record_is_equal (const MatchumApplicationRecord *a, const MatchumApplicationRecord *b)
{
  return matchum_record_is_equal (&row_type, a, b) && is_same_list (a->hidden, b->hidden, g_str_equal)
         && is_same_list (a->pinned, b->pinned, g_str_equal) && is_same_list (a->order, b->order, g_str_equal)
         && is_same_list (a->wordings, b->wordings, is_same_wording_cb);
}

static void
free_mention (gpointer mention)
{
  matchum_record_free (&order_type, mention);
}

static GPtrArray *
list_mentions (MatchumDatabase *database, const MatchumRecordType *type, const char *application, GError **error)
{
  return matchum_record_list (type, database, "application = ?1", application, free_mention, error);
}

/* Removes the rows of an application whose block is not in blocks. */
static gboolean
prune (MatchumDatabase *database,
       const MatchumRecordType *type,
       const char *application,
       GHashTable *blocks,
       GError **error)
{
  const MatchumRecordType mentions = { type->table, sizeof (Mention), mention_fields, "block" };
  g_autoptr (GPtrArray) rows = list_mentions (database, &mentions, application, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      Mention *row = g_ptr_array_index (rows, i);

      if (!g_hash_table_contains (blocks, row->block) && !matchum_record_remove (&mentions, database, row, 2, error))
        return FALSE;
    }
  return TRUE;
}

/* Makes the rows of an application these ids, each once. */
static gboolean
put_mentions (MatchumDatabase *database,
              const MatchumRecordType *type,
              const char *application,
              GPtrArray *ids,
              GError **error)
{
  g_autoptr (GHashTable) blocks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < get_length (ids); i++)
    {
      const Mention mention = { (char *) application, g_ptr_array_index (ids, i), i };

      if (g_hash_table_add (blocks, mention.block) && !matchum_record_put (type, database, &mention, error))
        return FALSE;
    }
  return prune (database, type, application, blocks, error);
}

static gboolean
put_wordings (MatchumDatabase *database, const char *application, GPtrArray *wordings, GError **error)
{
  g_autoptr (GHashTable) blocks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < get_length (wordings); i++)
    {
      MatchumWordingRecord wording = *(MatchumWordingRecord *) g_ptr_array_index (wordings, i);

      wording.application = (char *) application;
      if (!matchum_record_put (&wording_type, database, &wording, error))
        return FALSE;
      g_hash_table_add (blocks, wording.block);
    }
  return prune (database, &wording_type, application, blocks, error);
}

gboolean
matchum_application_table_put (MatchumDatabase *database, const MatchumApplicationRecord *record, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL && record->id != NULL, FALSE);

  return matchum_record_put_placed (&row_type, database, record, error)
         && put_mentions (database, &hidden_type, record->id, record->hidden, error)
         && put_mentions (database, &pinned_type, record->id, record->pinned, error)
         && put_mentions (database, &order_type, record->id, record->order, error)
         && put_wordings (database, record->id, record->wordings, error);
}

gboolean
matchum_application_table_remove (MatchumDatabase *database, const char *id, GError **error)
{
  const MatchumApplicationRecord key = { .id = (char *) id };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return matchum_record_remove (&row_type, database, &key, 1, error);
}

static gboolean
set_mention (MatchumDatabase *database,
             const MatchumRecordType *type,
             const Mention *mention,
             gboolean is_there,
             GError **error)
{
  return is_there ? matchum_record_put (type, database, mention, error)
                  : matchum_record_remove (type, database, mention, 2, error);
}

gboolean
matchum_application_table_set_hidden (MatchumDatabase *database,
                                      const char *id,
                                      const char *block,
                                      gboolean is_hidden,
                                      GError **error)
{
  const Mention mention = { (char *) id, (char *) block, 0 };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL && block != NULL, FALSE);

  return set_mention (database, &hidden_type, &mention, is_hidden, error)
         && (!is_hidden || set_mention (database, &pinned_type, &mention, FALSE, error));
}

gboolean
matchum_application_table_set_pinned (MatchumDatabase *database,
                                      const char *id,
                                      const char *block,
                                      gboolean is_pinned,
                                      GError **error)
{
  const Mention mention = { (char *) id, (char *) block, 0 };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL && block != NULL, FALSE);

  return set_mention (database, &pinned_type, &mention, is_pinned, error)
         && (!is_pinned || set_mention (database, &hidden_type, &mention, FALSE, error));
}

gboolean
matchum_application_table_set_wording (MatchumDatabase *database,
                                       const char *id,
                                       const char *block,
                                       const char *text,
                                       const char *replaced,
                                       GError **error)
{
  const MatchumWordingRecord wording = { (char *) id, (char *) block, (char *) text, (char *) replaced };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL && block != NULL, FALSE);

  if (text == NULL)
    return matchum_record_remove (&wording_type, database, &wording, 2, error);
  return matchum_record_put (&wording_type, database, &wording, error);
}

static GPtrArray *
read_ids (MatchumDatabase *database, const MatchumRecordType *type, const char *application, GError **error)
{
  g_autoptr (GPtrArray) rows = list_mentions (database, type, application, error);
  GPtrArray *ids;

  if (rows == NULL)
    return NULL;
  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, g_steal_pointer (&((Mention *) g_ptr_array_index (rows, i))->block));
  return ids;
}

static gboolean
read_lists (MatchumDatabase *database, MatchumApplicationRecord *self, GError **error)
{
  self->hidden = read_ids (database, &hidden_type, self->id, error);
  self->pinned = self->hidden != NULL ? read_ids (database, &pinned_type, self->id, error) : NULL;
  self->order = self->pinned != NULL ? read_ids (database, &order_type, self->id, error) : NULL;
  if (self->order != NULL)
    self->wordings = matchum_record_list (&wording_type, database, "application = ?1", self->id,
                                          (GDestroyNotify) matchum_wording_record_free, error);
  return self->wordings != NULL;
}

MatchumApplicationRecord *
matchum_application_table_find (MatchumDatabase *database, const char *id, GError **error)
{
  g_autoptr (MatchumApplicationRecord) self = NULL;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = matchum_record_find (&row_type, database, id, error);
  if (self == NULL || !read_lists (database, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
matchum_application_table_set_order (MatchumDatabase *database, const char *id, GPtrArray *ids, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return put_mentions (database, &order_type, id, ids, error);
}

/* What is chosen in the row of an application itself. */
typedef enum {
  CHOICE_TEAM = 1 << 0,
  CHOICE_TITLE_LINE = 1 << 1,
  CHOICE_BUDGET = 1 << 2,
  CHOICE_GAPS = 1 << 3,
  CHOICE_LOOK = 1 << 4,
} Choices;

static void
set_text (char **member, const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

static void
take_choices (MatchumApplicationRecord *record, const MatchumApplicationRecord *from, Choices choices)
{
  if (choices & CHOICE_TEAM)
    set_text (&record->team, from->team);
  if (choices & CHOICE_TITLE_LINE)
    set_text (&record->title_line, from->title_line);
  if (choices & CHOICE_BUDGET)
    record->budget = from->budget;
  if (choices & CHOICE_GAPS)
    record->allows_gaps = from->allows_gaps;
  if (choices & CHOICE_LOOK)
    {
      set_text (&record->theme, from->theme);
      set_text (&record->paper, from->paper);
      set_text (&record->style, from->style);
    }
}

/* Writes choices of the row from->id; where that is gone by now, nothing. */
static gboolean
set_choices (MatchumDatabase *database, const MatchumApplicationRecord *from, Choices choices, GError **error)
{
  g_autoptr (MatchumApplicationRecord) record = NULL;
  GError *failure = NULL;

  record = matchum_record_find (&row_type, database, from->id, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  if (record == NULL)
    return failure == NULL;
  take_choices (record, from, choices);
  return matchum_record_put (&row_type, database, record, error);
}

gboolean
matchum_application_table_set_team (MatchumDatabase *database, const char *id, const char *team, GError **error)
{
  const MatchumApplicationRecord from = { .id = (char *) id, .team = (char *) team };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return set_choices (database, &from, CHOICE_TEAM, error);
}

gboolean
matchum_application_table_set_title_line (MatchumDatabase *database, const char *id, const char *text, GError **error)
{
  const MatchumApplicationRecord from = { .id = (char *) id, .title_line = (char *) text };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return set_choices (database, &from, CHOICE_TITLE_LINE, error);
}

gboolean
matchum_application_table_set_budget (MatchumDatabase *database, const char *id, gint64 budget, GError **error)
{
  const MatchumApplicationRecord from = { .id = (char *) id, .budget = budget };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL && budget >= 0, FALSE);

  return set_choices (database, &from, CHOICE_BUDGET, error);
}

gboolean
matchum_application_table_set_allows_gaps (MatchumDatabase *database,
                                           const char *id,
                                           gboolean allows_gaps,
                                           GError **error)
{
  const MatchumApplicationRecord from = { .id = (char *) id, .allows_gaps = allows_gaps };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return set_choices (database, &from, CHOICE_GAPS, error);
}

gboolean
matchum_application_table_set_look (MatchumDatabase *database,
                                    const char *id,
                                    const char *theme,
                                    const char *paper,
                                    const char *style,
                                    GError **error)
{
  const MatchumApplicationRecord from = {
    .id = (char *) id, .theme = (char *) theme, .paper = (char *) paper, .style = (char *) style
  };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return set_choices (database, &from, CHOICE_LOOK, error);
}

GPtrArray *
matchum_application_table_list (MatchumDatabase *database, const char *posting, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  records = matchum_record_list (&row_type, database, posting != NULL ? "posting = ?1" : NULL, posting,
                                 (GDestroyNotify) matchum_application_record_free, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (!read_lists (database, g_ptr_array_index (records, i), error))
      return NULL;
  return g_steal_pointer (&records);
}

GPtrArray *
matchum_application_table_list_wordings (MatchumDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);

  return matchum_record_list (&wording_type, database, NULL, NULL, (GDestroyNotify) matchum_wording_record_free, error);
}

#define BLOCKS_OF(table)                                                                                               \
  "SELECT block FROM " table " JOIN applications ON applications.id = application WHERE baseline = ?1"

GHashTable *
matchum_application_table_list_blocks (MatchumDatabase *database, const char *baseline, GError **error)
{
  /* clang-format off */
  static const char sql[] = BLOCKS_OF ("application_hidden") " UNION " BLOCKS_OF ("application_pinned")
      " UNION " BLOCKS_OF ("application_order") " UNION " BLOCKS_OF ("application_wordings")
      " UNION " BLOCKS_OF ("claims") " AND block <> ''"
      " UNION SELECT block FROM block_tags WHERE baseline = ?1 UNION SELECT block FROM block_priorities WHERE baseline = ?1"
      " UNION SELECT entry FROM entry_links WHERE baseline = ?1"
      " UNION SELECT other_entry FROM entry_links WHERE other_baseline = ?1";
  /* clang-format on */
  g_autoptr (MatchumStatement) statement = NULL;
  g_autoptr (GHashTable) blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (baseline != NULL, NULL);

  statement = matchum_statement_new (database, sql, error);
  if (statement == NULL)
    return NULL;
  matchum_statement_bind_text (statement, 1, baseline);
  while (matchum_statement_step (statement, error))
    g_hash_table_add (blocks, matchum_statement_dup_text (statement, 0));
  return matchum_statement_is_done (statement) ? g_steal_pointer (&blocks) : NULL;
}

void
matchum_application_outline_free (MatchumApplicationOutline *self)
{
  if (self == NULL)
    return;
  g_free (self->posting);
  g_free (self->baseline);
  g_free (self);
}

#define NONE_OF(table) " AND NOT EXISTS (SELECT 1 FROM " table " WHERE application = id)"
#define OUTLINES                                                                                                       \
  "SELECT id, posting, baseline, place, 1" NONE_OF ("application_hidden") NONE_OF ("application_pinned")               \
      NONE_OF ("application_order") NONE_OF ("application_wordings")                                                   \
          NONE_OF ("claims") " AND team IS NULL AND title_line IS NULL AND budget = 0 AND theme IS NULL"               \
                             " AND paper IS NULL AND style IS NULL AND NOT allows_gaps FROM applications"

/* Adds the rows that a statement gives; FALSE on an error. */
static gboolean
read_outlines (MatchumStatement *statement, GHashTable *outlines, GError **error)
{
  while (matchum_statement_step (statement, error))
    {
      MatchumApplicationOutline *outline = g_new0 (MatchumApplicationOutline, 1);

      outline->posting = matchum_statement_dup_text (statement, 1);
      outline->baseline = matchum_statement_dup_text (statement, 2);
      outline->place = matchum_statement_get_int (statement, 3);
      outline->is_empty = matchum_statement_get_int (statement, 4) != 0;
      g_hash_table_insert (outlines, matchum_statement_dup_text (statement, 0), outline);
    }
  return matchum_statement_is_done (statement);
}

GHashTable *
matchum_application_table_list_outlines (MatchumDatabase *database, const char *const *ids, GError **error)
{
  static const char sql_of_all[] = OUTLINES;
  static const char sql_of_one[] = OUTLINES " WHERE id = ?1";
  g_autoptr (MatchumStatement) statement = NULL;
  g_autoptr (GHashTable) outlines =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) matchum_application_outline_free);

  g_return_val_if_fail (database != NULL, NULL);

  statement = matchum_statement_new (database, ids != NULL ? sql_of_one : sql_of_all, error);
  if (statement == NULL || (ids == NULL && !read_outlines (statement, outlines, error)))
    return NULL;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      matchum_statement_reset (statement);
      matchum_statement_bind_text (statement, 1, ids[i]);
      if (!read_outlines (statement, outlines, error))
        return NULL;
    }
  return g_steal_pointer (&outlines);
}

/* Up to so many blocks are looked up one by one in every application, by its key; for more, all choices are read. */
#define MOST_LOOKUPS 8

#define CHOOSING_OF(table)                                                                                             \
  "SELECT id, posting, baseline, place, block FROM applications JOIN " table " ON application = id"                    \
  " WHERE (?1 IS NULL OR baseline = ?1)"

typedef struct {
  GHashTable *by_id; /* ids to records, both of the array */
  GPtrArray *records;
  GHashTable *blocks;
} Choosing;

static MatchumApplicationRecord *
ensure_record (Choosing *self, MatchumStatement *statement)
{
  const char *id = matchum_statement_get_text (statement, 0);
  MatchumApplicationRecord *record = g_hash_table_lookup (self->by_id, id);

  if (record != NULL)
    return record;
  record = matchum_application_record_new ();
  record->id = g_strdup (id);
  record->posting = matchum_statement_dup_text (statement, 1);
  record->baseline = matchum_statement_dup_text (statement, 2);
  record->place = matchum_statement_get_int (statement, 3);
  g_hash_table_insert (self->by_id, record->id, record);
  g_ptr_array_add (self->records, record);
  return record;
}

static gboolean
read_choosing (Choosing *self, MatchumStatement *statement, gboolean is_pinned, GError **error)
{
  while (matchum_statement_step (statement, error))
    {
      const char *block = matchum_statement_get_text (statement, 4);
      MatchumApplicationRecord *record;

      if (!g_hash_table_contains (self->blocks, block))
        continue;
      record = ensure_record (self, statement);
      g_ptr_array_add (is_pinned ? record->pinned : record->hidden, g_strdup (block));
    }
  return matchum_statement_is_done (statement);
}

static gboolean
list_choosing (Choosing *self, MatchumDatabase *database, const char *baseline, gboolean is_pinned, GError **error)
{
  static const char *const of_all[] = { CHOOSING_OF ("application_hidden"), CHOOSING_OF ("application_pinned") };
  static const char *const of_one[] = { CHOOSING_OF ("application_hidden") " AND block = ?2",
                                        CHOOSING_OF ("application_pinned") " AND block = ?2" };
  gboolean is_each = g_hash_table_size (self->blocks) <= MOST_LOOKUPS;
  g_autoptr (MatchumStatement) statement =
      matchum_statement_new (database, is_each ? of_one[is_pinned] : of_all[is_pinned], error);
  GHashTableIter iter;
  gpointer block;

  if (statement == NULL)
    return FALSE;
  matchum_statement_bind_text (statement, 1, baseline);
  if (!is_each)
    return read_choosing (self, statement, is_pinned, error);
  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, &block, NULL))
    {
      matchum_statement_reset (statement);
      matchum_statement_bind_text (statement, 1, baseline);
      matchum_statement_bind_text (statement, 2, block);
      if (!read_choosing (self, statement, is_pinned, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_places_cb (gconstpointer a, gconstpointer b)
{
  const MatchumApplicationRecord *one = *(const MatchumApplicationRecord *const *) a;
  const MatchumApplicationRecord *other = *(const MatchumApplicationRecord *const *) b;

  return one->place != other->place ? (one->place > other->place) - (one->place < other->place)
                                    : strcmp (one->id, other->id);
}

GPtrArray *
matchum_application_table_list_choosing (MatchumDatabase *database,
                                         const char *baseline,
                                         GHashTable *blocks,
                                         GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_application_record_free);
  Choosing choosing = { by_id, records, blocks };

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (blocks != NULL, NULL);

  if (!list_choosing (&choosing, database, baseline, FALSE, error)
      || !list_choosing (&choosing, database, baseline, TRUE, error))
    return NULL;
  g_ptr_array_sort (records, compare_places_cb);
  return g_steal_pointer (&records);
}

gboolean
matchum_application_table_hold (MatchumDatabase *database, const MatchumApplicationRecord *record, GError **error)
{
  g_autoptr (GPtrArray) known = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL && record->id != NULL, FALSE);

  known = matchum_record_list (&row_type, database, "posting = ?1", record->posting,
                               (GDestroyNotify) matchum_application_record_free, error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    {
      const MatchumApplicationRecord *other = g_ptr_array_index (known, i);

      if (g_str_equal (other->baseline, record->baseline))
        return i + 1 == known->len || matchum_record_move (&row_type, database, other->id, NULL, error);
    }
  return matchum_application_table_put (database, record, error);
}
