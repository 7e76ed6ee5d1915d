/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts other words into many blocks, and reads the text once; where it says something else than it should then, half of
 * them and the other half, so that only those stay out that are to blame. */
#include "config.h"

#include "resume/matchum-block-rewording.h"

#include "resume/matchum-block-edit.h"
#include "resume/matchum-block-sameness.h"
#include "resume/matchum-block-words.h"

/* A text is read again so often, and so many bytes of it, before the words that are left are refused. */
#define MAX_CHECKS 64
#define MAX_CHECKED_BYTES (16 * 1024 * 1024)
/* So many bytes around the blocks are read, where those are many and nothing parts them. */
#define MAX_COST (2 * 1024 * 1024)

typedef struct {
  guint block;
  const char *id;       /* borrowed from the resume as it was */
  const char *markdown; /* borrowed */
  gboolean is_refused;
} Wording;

/* Bytes of a source, and what is to stand in their place. */
typedef struct {
  MatchumSpan span;
  char *text;
} Splice;

typedef struct {
  MatchumResume *resume; /* with the words so far */
  GArray *wordings;      /* of Wording, by block */
  guint *origins;        /* of every block: itself */
  gsize n_checks;
  gsize cost; /* bytes read around blocks */
} Rewording;

static void
clear_splice (gpointer data)
{
  g_free (((Splice *) data)->text);
}

static gint
compare_splices (gconstpointer a, gconstpointer b)
{
  const gsize first = ((const Splice *) a)->span.start, second = ((const Splice *) b)->span.start;

  return first < second ? -1 : first > second;
}

static gint
compare_wordings (gconstpointer a, gconstpointer b)
{
  const guint first = ((const Wording *) a)->block, second = ((const Wording *) b)->block;

  return first < second ? -1 : first > second;
}

static Wording *
get_wording (Rewording *self, guint index)
{
  return &g_array_index (self->wordings, Wording, index);
}

gboolean
matchum_block_rewording_is_shown (const char *markdown)
{
  g_return_val_if_fail (markdown != NULL, FALSE);

  return g_utf8_validate (markdown, -1, NULL) && !matchum_block_words_is_blank (markdown)
         && !matchum_block_words_is_remark (markdown);
}

/* What words from first on change in the text; those that cannot be put into their blocks are refused. */
static GArray *
find_splices (Rewording *self, guint first, guint n)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (Splice));

  g_array_set_clear_func (splices, clear_splice);
  for (guint i = first; i < first + n; i++)
    {
      Wording *wording = get_wording (self, i);
      Splice splice;

      if (wording->is_refused)
        continue;
      splice.text = self->cost <= MAX_COST
                        ? matchum_block_edit_find_change (self->resume, wording->block, wording->markdown, &splice.span,
                                                          &self->cost)
                        : NULL;
      if (splice.text != NULL)
        g_array_append_val (splices, splice);
      else
        wording->is_refused = TRUE;
    }
  g_array_sort (splices, compare_splices);
  return splices;
}

static gboolean
is_any_change (GArray *splices)
{
  for (guint i = 0; i < splices->len; i++)
    {
      const Splice *splice = &g_array_index (splices, Splice, i);

      if (!matchum_span_is_empty (splice->span) || *splice->text != '\0')
        return TRUE;
    }
  return FALSE;
}

/* NULL where two of them want the same bytes. */
static GString *
write_text (MatchumSource *source, GArray *splices)
{
  const char *text = matchum_source_get_text (source);
  g_autoptr (GString) out = g_string_sized_new (matchum_source_get_length (source));
  gsize done = 0;

  for (guint i = 0; i < splices->len; i++)
    {
      const Splice *splice = &g_array_index (splices, Splice, i);

      if (splice->span.start < done)
        return NULL;
      g_string_append_len (out, text + done, (gssize) (splice->span.start - done));
      g_string_append (out, splice->text);
      done = splice->span.end;
    }
  g_string_append_len (out, text + done, (gssize) (matchum_source_get_length (source) - done));
  return g_steal_pointer (&out);
}

/* Whether every block with other words shows some, and is what the rest takes it for. */
static gboolean
is_kept (Rewording *self, MatchumResume *after, guint first, guint n)
{
  const guint n_blocks = matchum_resume_get_n_blocks (self->resume);
  g_autofree guint8 *is_reworded = g_new0 (guint8, n_blocks + 1);

  for (guint i = first; i < first + n; i++)
    is_reworded[get_wording (self, i)->block] = !get_wording (self, i)->is_refused;
  if (matchum_block_sameness_find_difference (self->resume, after, self->origins, n_blocks, is_reworded)
      != MATCHUM_BLOCK_NONE)
    return FALSE;
  for (guint i = first; i < first + n; i++)
    {
      const Wording *wording = get_wording (self, i);
      const char *text = matchum_block_get_text (matchum_resume_get_block (after, wording->block));

      if (!wording->is_refused && matchum_block_words_is_blank (text))
        return FALSE;
    }
  return TRUE;
}

/* Puts words from first on into the resume, all of those that can be; FALSE where nothing came of it. */
static gboolean
take_together (Rewording *self, guint first, guint n)
{
  g_autoptr (GArray) splices = find_splices (self, first, n);
  g_autoptr (GString) text = NULL;
  g_autoptr (MatchumResume) after = NULL;

  if (!is_any_change (splices))
    return TRUE;
  if (self->n_checks == 0)
    return FALSE;
  self->n_checks--;
  text = write_text (matchum_resume_get_source (self->resume), splices);
  after = text != NULL ? matchum_block_sameness_read (self->resume, text->str, text->len) : NULL;
  if (after == NULL || !is_kept (self, after, first, n))
    return FALSE;
  matchum_resume_unref (self->resume);
  self->resume = g_steal_pointer (&after);
  return TRUE;
}

static void
take (Rewording *self, guint first, guint n)
{
  if (n == 0 || take_together (self, first, n))
    return;
  if (n == 1 || self->n_checks == 0)
    {
      for (guint i = first; i < first + n; i++)
        get_wording (self, i)->is_refused = TRUE;
      return;
    }
  take (self, first, n / 2);
  take (self, first + n / 2, n - n / 2);
}

static GArray *
list_wordings (MatchumResume *resume, GHashTable *wordings)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Wording));
  GHashTableIter iter;
  gpointer id, markdown;

  g_hash_table_iter_init (&iter, wordings);
  while (g_hash_table_iter_next (&iter, &id, &markdown))
    {
      const MatchumBlock *block = matchum_resume_lookup (resume, id);
      const Wording wording = { block != NULL ? block->index : 0, block != NULL ? block->id : NULL, markdown,
                                !matchum_block_rewording_is_shown (markdown) };

      if (block != NULL)
        g_array_append_val (list, wording);
    }
  g_array_sort (list, compare_wordings);
  return list;
}

static GPtrArray *
list_refused (Rewording *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->wordings->len; i++)
    if (get_wording (self, i)->is_refused)
      g_ptr_array_add (ids, g_strdup (get_wording (self, i)->id));
  return ids;
}

/**
 * matchum_block_rewording_apply:
 * @wordings: (element-type utf8 utf8): ids, and the Markdown that is to stand in the block, as for
 *   matchum_block_edit_replace(); those of no block are passed over
 * @refused: (out) (optional) (transfer full) (element-type utf8): the ids, in the order of the blocks, whose words are
 * not taken: nothing of them would be seen, which is for hiding, or other blocks would say something else; empty where
 * there are none
 *
 * Returns: (transfer full): the resume read from the text with those words, with the ids of its blocks; resume itself
 * where nothing is other than it was
 */
MatchumResume *
matchum_block_rewording_apply (MatchumResume *resume, GHashTable *wordings, GPtrArray **refused)
{
  const gsize length = matchum_source_get_length (matchum_resume_get_source (resume));
  g_autofree guint *origins = NULL;
  MatchumResume *named;
  Rewording self;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (wordings != NULL, NULL);

  origins = g_new (guint, matchum_resume_get_n_blocks (resume) + 1);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    origins[i] = i;
  self = (Rewording){ matchum_resume_ref (resume), list_wordings (resume, wordings), origins,
                      CLAMP (MAX_CHECKED_BYTES / (length + 1), 3, MAX_CHECKS), 0 };
  take (&self, 0, self.wordings->len);
  named = self.resume == resume ? matchum_resume_ref (resume)
                                : matchum_block_sameness_name (resume, self.resume, origins, NULL);
  if (refused != NULL)
    *refused = list_refused (&self);
  g_array_unref (self.wordings);
  matchum_resume_unref (self.resume);
  return named;
}
