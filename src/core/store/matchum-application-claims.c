/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims as rows and back, and through an edit of the posting's text. */
#include "config.h"

#include "store/matchum-application-claims.h"

#include <string.h>

#include "match/matchum-placed-claims.h"
#include "posting/matchum-posting-reader.h"
#include "store/matchum-application-table.h"
#include "store/matchum-claim-table.h"

static char *
dup_or_null (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

static gboolean
is_number (gint64 value)
{
  return value >= 0 && value < G_MAXUINT;
}

static MatchumClaim *
read_record (const MatchumClaimRecord *record)
{
  const MatchumLineAnchor anchor = { (guint) record->line, (guint) record->nth, (guint) record->n_same,
                                     record->line_text };
  g_autofree char *criterion = dup_or_null (record->criterion);
  g_autofree char *block = dup_or_null (record->block);
  MatchumClaimKind kind;

  if (!is_number (record->line) || !is_number (record->nth) || !is_number (record->n_same) || !is_number (record->part)
      || !matchum_claim_kind_from_nick (record->kind, &kind) || matchum_claim_kind_has_block (kind) != (block != NULL))
    return NULL;
  return matchum_claim_new (kind, &anchor, (guint) record->part, criterion, block);
}

static MatchumClaimRecord *
make_record (const char *application, const MatchumClaim *claim)
{
  MatchumClaimRecord *record = matchum_claim_record_new ();

  record->application = g_strdup (application);
  record->line_text = g_strdup (claim->line_text);
  record->line = claim->line;
  record->nth = claim->nth;
  record->n_same = claim->n_same;
  record->part = claim->part;
  record->criterion = g_strdup (claim->criterion != NULL ? claim->criterion : "");
  record->block = g_strdup (claim->block != NULL ? claim->block : "");
  record->kind = g_strdup (matchum_claim_kind_get_nick (claim->kind));
  return record;
}

GPtrArray *
matchum_application_claims_list (MatchumDatabase *database, const char *application, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *claims;

  g_return_val_if_fail (database != NULL && application != NULL, NULL);

  records = matchum_claim_table_list (database, application, error);
  if (records == NULL)
    return NULL;
  claims = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_claim_unref);
  for (guint i = 0; i < records->len; i++)
    {
      MatchumClaim *claim = read_record (g_ptr_array_index (records, i));

      if (claim != NULL)
        g_ptr_array_add (claims, claim);
    }
  return claims;
}

gboolean
matchum_application_claims_put (MatchumDatabase *database,
                                const char *application,
                                const MatchumClaim *claim,
                                GError **error)
{
  g_autoptr (MatchumClaimRecord) record = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (application != NULL && claim != NULL, FALSE);

  record = make_record (application, claim);
  return matchum_claim_table_put (database, record, error);
}

gboolean
matchum_application_claims_remove (MatchumDatabase *database,
                                   const char *application,
                                   const MatchumClaim *claim,
                                   GError **error)
{
  g_autoptr (MatchumClaimRecord) record = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (application != NULL && claim != NULL, FALSE);

  record = make_record (application, claim);
  return matchum_claim_table_remove (database, record, error);
}

gboolean
matchum_application_claims_copy (MatchumDatabase *database, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  records = matchum_claim_table_list (database, from, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MatchumClaimRecord *record = g_ptr_array_index (records, i);

      g_free (record->application);
      record->application = g_strdup (to);
      if (!matchum_claim_table_put (database, record, error))
        return FALSE;
    }
  return records != NULL;
}

/* Texts -------------------------------------------------------------------------------------------------------------
 */

/* The two texts, read when the first claim asks for them. */
typedef struct {
  const char *before;
  const char *after;
  MatchumPosting *read_before;
  MatchumPosting *read_after;
} Texts;

static MatchumPosting *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MatchumSource) source = matchum_source_new ("posting", bytes, NULL);

  return source != NULL ? matchum_posting_reader_read (source, NULL) : NULL;
}

static gboolean
read_texts (Texts *self)
{
  if (self->read_before == NULL)
    self->read_before = read_text (self->before);
  if (self->read_after == NULL)
    self->read_after = read_text (self->after);
  return self->read_before != NULL && self->read_after != NULL;
}

static guint
get_hash (gconstpointer data)
{
  const MatchumClaim *claim = data;

  return g_str_hash (claim->line_text) * 31 + claim->line * 7
         + (claim->criterion != NULL ? g_str_hash (claim->criterion) : 0)
         + (claim->block != NULL ? g_str_hash (claim->block) : 0);
}

/* A set of claims, which it borrows. */
static GHashTable *
index_claims (GPtrArray *claims)
{
  GHashTable *set = g_hash_table_new (get_hash, (GEqualFunc) matchum_claim_is_equal);

  for (guint i = 0; i < claims->len; i++)
    g_hash_table_add (set, g_ptr_array_index (claims, i));
  return set;
}

/* Removes what is no more before it puts what is new: the one may take the place of another. */
static gboolean
follow_application (MatchumDatabase *database, const char *application, Texts *texts, GError **error)
{
  g_autoptr (GPtrArray) claims = matchum_application_claims_list (database, application, error);
  g_autoptr (GPtrArray) followed = NULL;
  g_autoptr (GHashTable) kept = NULL;

  if (claims == NULL || claims->len == 0 || !read_texts (texts))
    return claims != NULL;
  followed = matchum_placed_claims_follow (texts->read_before, texts->read_after, claims);
  kept = index_claims (followed);
  for (guint i = 0; i < claims->len; i++)
    if (!g_hash_table_contains (kept, g_ptr_array_index (claims, i))
        && !matchum_application_claims_remove (database, application, g_ptr_array_index (claims, i), error))
      return FALSE;
  for (guint i = 0; i < followed->len; i++)
    if (!matchum_application_claims_put (database, application, g_ptr_array_index (followed, i), error))
      return FALSE;
  return TRUE;
}

gboolean
matchum_application_claims_follow (MatchumDatabase *database,
                                   const char *posting,
                                   const char *before,
                                   const char *after,
                                   GError **error)
{
  g_autoptr (GPtrArray) applications = NULL;
  Texts texts = { before, after, NULL, NULL };
  gboolean is_fine;

  g_return_val_if_fail (database != NULL && posting != NULL, FALSE);
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  applications = matchum_application_table_list (database, posting, error);
  is_fine = applications != NULL;
  for (guint i = 0; is_fine && i < applications->len; i++)
    is_fine =
        follow_application (database, ((const MatchumApplicationRecord *) applications->pdata[i])->id, &texts, error);
  g_clear_pointer (&texts.read_before, matchum_posting_unref);
  g_clear_pointer (&texts.read_after, matchum_posting_unref);
  return is_fine;
}
