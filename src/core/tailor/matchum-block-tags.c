/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the user's words against the places of a posting that say what it is for. */
#include "config.h"

#include "tailor/matchum-block-tags.h"

#include <string.h>

#include "posting/matchum-requirement.h"
#include "tailor/matchum-tag-words.h"
#include "text/matchum-folded-text.h"

/* No title is longer; what is behind is not looked at. */
#define MAX_NAME 512
/* A posting with more requirements than this is no posting. */
#define MAX_REQUIREMENTS 2000

/* Something that a posting is for or asks for. */
typedef struct {
  MatchumTagPlace place;
  char *words;      /* as they stand there */
  char *folded;     /* the same, or NULL where only the concepts count */
  GArray *concepts; /* of guint: that it names */
} Place;

typedef struct {
  MatchumLexicon *lexicon;
  GPtrArray *places; /* of Place, in the order of MatchumTagPlace */
} Reader;

static void
place_free (gpointer data)
{
  Place *self = data;

  g_free (self->words);
  g_free (self->folded);
  g_array_unref (self->concepts);
  g_free (self);
}

static Place *
add_place (Reader *self, MatchumTagPlace kind, const char *words)
{
  Place *place = g_new0 (Place, 1);

  place->place = kind;
  place->words = g_strdup (words);
  place->folded = matchum_fold (words, -1);
  place->concepts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->places, place);
  return place;
}

/* A name of a few words: the title, a team ------------------------------------------------------------------------- */

static gboolean
is_letter (const char *text)
{
  return g_ascii_isalnum (*text);
}

/* What is called by exactly these bytes. */
static void
add_called (Reader *self, GArray *concepts, const char *text, gsize length)
{
  g_autofree char *words = g_strndup (text, length);
  const MatchumConcept *concept = matchum_lexicon_find_concept (self->lexicon, words);

  if (concept != NULL)
    g_array_append_val (concepts, concept->index);
}

/* The name of a job holds the name of the work ("ML Engineer", 머신러닝엔지니어): the names that begin where one of its
 * words does, and end before the last. */
static void
add_inner (Reader *self, GArray *concepts, const char *text, MatchumSpan span)
{
  const char *end = text + span.end;

  for (const char *start = text + span.start; start < end; start = g_utf8_next_char (start))
    {
      if (start > text + span.start
          && (g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (start))) || *start == ' '))
        continue;
      for (const char *stop = g_utf8_next_char (start); stop < end; stop = g_utf8_next_char (stop))
        if (!(is_letter (stop) && is_letter (stop - 1)) && stop[-1] != ' ')
          add_called (self, concepts, start, (gsize) (stop - start));
    }
}

/* Cut where a character begins. */
static char *
dup_start (const char *name)
{
  gsize length = strnlen (name, MAX_NAME + 1);

  if (length > MAX_NAME)
    for (length = MAX_NAME; length > 0 && ((guchar) name[length] & 0xc0) == 0x80;)
      length--;
  return g_strndup (name, length);
}

static void
read_name (Reader *self, MatchumTagPlace kind, const char *name)
{
  g_autofree char *start = NULL;
  g_autoptr (MatchumFoldedText) folded = NULL;
  g_autoptr (GArray) mentions = NULL;
  Place *place;

  if (name == NULL)
    return;
  start = dup_start (name);
  place = add_place (self, kind, start);
  folded = matchum_folded_text_new (start, -1);
  mentions = matchum_lexicon_find (self->lexicon, folded, MATCHUM_LEXICON_FIND_IN_LIST);
  for (guint i = 0; i < mentions->len; i++)
    {
      const MatchumMention *mention = &g_array_index (mentions, MatchumMention, i);

      g_array_append_val (place->concepts, mention->concept);
      add_inner (self, place->concepts, start, mention->span);
    }
}

/* What required lines ask for -------------------------------------------------------------------------------------- */

static gboolean
asks_by_name (const MatchumCriterion *leaf)
{
  return leaf->kind == MATCHUM_CRITERION_CONCEPT || leaf->kind == MATCHUM_CRITERION_WORD
         || leaf->kind == MATCHUM_CRITERION_CERTIFICATE || leaf->kind == MATCHUM_CRITERION_LANGUAGE
         || leaf->kind == MATCHUM_CRITERION_YEARS;
}

/* text: of the requirement. */
static void
read_criterion (Reader *self, const MatchumCriterion *node, const char *text)
{
  g_autofree char *words = NULL;
  Place *place;

  if (node == NULL)
    return;
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    read_criterion (self, g_ptr_array_index (node->children, i), text);
  /* The class that is only read into "A, B 등" is not asked by its name. */
  if (node->children != NULL || !asks_by_name (node) || node->is_silent)
    return;
  words = g_strndup (text + node->span.start, matchum_span_get_length (node->span));
  place = add_place (self, MATCHUM_TAG_FITS_REQUIREMENT, node->name != NULL ? node->name : words);
  g_array_append_vals (place->concepts, node->concepts->data, node->concepts->len);
}

static void
read_requirement (Reader *self, MatchumPosting *posting, guint line)
{
  g_autoptr (MatchumRequirement) requirement = matchum_requirement_new (posting, line, self->lexicon);
  const char *text = matchum_posting_line_get_text (matchum_requirement_get_line (requirement));

  if (matchum_requirement_is_preferred (requirement))
    return;
  for (guint i = 0; i < matchum_requirement_get_n_parts (requirement); i++)
    read_criterion (self, matchum_requirement_get_part (requirement, i)->criterion, text);
}

static GPtrArray *
read_places (MatchumPosting *posting, const char *title, const char *team, MatchumLexicon *lexicon)
{
  Reader reader = { lexicon, g_ptr_array_new_with_free_func (place_free) };
  guint n = 0;

  read_name (&reader, MATCHUM_TAG_FITS_TITLE, title != NULL ? title : matchum_posting_get_title (posting));
  read_name (&reader, MATCHUM_TAG_FITS_TEAM, team);
  for (guint i = 0; i < matchum_posting_get_n_lines (posting) && n < MAX_REQUIREMENTS; i++)
    if (matchum_posting_line_is_requirement (matchum_posting_get_line (posting, i)))
      {
        read_requirement (&reader, posting, i);
        n++;
      }
  return reader.places;
}

/* Tags ------------------------------------------------------------------------------------------------------------- */

char *
matchum_block_tag_dup_word (const char *word)
{
  g_autoptr (GString) kept = g_string_new (NULL);

  g_return_val_if_fail (word != NULL, NULL);

  for (const char *p = word; *p != '\0' && kept->len <= MATCHUM_BLOCK_TAG_MAX_LENGTH; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && g_unichar_iscntrl (c))
        continue;
      if (!g_unichar_isspace (c))
        g_string_append_unichar (kept, c);
      else if (kept->len > 0 && kept->str[kept->len - 1] != ' ')
        g_string_append_c (kept, ' ');
    }
  if (kept->len > 0 && kept->str[kept->len - 1] == ' ')
    g_string_truncate (kept, kept->len - 1);
  return kept->len > 0 && kept->len <= MATCHUM_BLOCK_TAG_MAX_LENGTH ? g_strdup (kept->str) : NULL;
}

/* Abbreviations are names in capitals, and typed without. */
static const MatchumConcept *
find_concept (MatchumLexicon *lexicon, const char *word)
{
  const MatchumConcept *concept = matchum_lexicon_find_concept (lexicon, word);
  g_autofree char *capitals = NULL;

  if (concept != NULL)
    return concept;
  capitals = g_ascii_strup (word, -1);
  return matchum_lexicon_find_concept (lexicon, capitals);
}

static gboolean
names_concept (const Place *place, const MatchumConcept *concept, MatchumLexicon *lexicon)
{
  for (guint i = 0; concept != NULL && i < place->concepts->len; i++)
    if (matchum_lexicon_is_kind_of (lexicon, g_array_index (place->concepts, guint, i), concept->index))
      return TRUE;
  return FALSE;
}

/* The first place that the word fits; NULL where there is none. */
static const Place *
find_place (GPtrArray *places, const char *word, MatchumLexicon *lexicon)
{
  const MatchumConcept *concept = find_concept (lexicon, word);
  g_autofree char *folded = matchum_fold (word, -1);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = g_ptr_array_index (places, i);

      if (names_concept (place, concept, lexicon) || matchum_tag_words_stand_in (place->folded, folded))
        return place;
    }
  return NULL;
}

static MatchumTagChoice *
choose (const MatchumBlockTag *tag, const MatchumBlock *block, const Place *place)
{
  MatchumTagChoice *choice = g_new0 (MatchumTagChoice, 1);

  choice->block = block->index;
  choice->id = g_strdup (tag->block);
  choice->word = g_strdup (tag->word);
  choice->is_always = tag->is_always;
  choice->place = place->place;
  choice->words = g_strdup (place->words);
  return choice;
}

/* Of two tags of a block: never before always, then the place, then the word, so that their order does not matter. */
static gboolean
is_before (const MatchumTagChoice *a, const MatchumTagChoice *b)
{
  if (a->is_always != b->is_always)
    return !a->is_always;
  return a->place != b->place ? a->place < b->place : strcmp (a->word, b->word) < 0;
}

/* The choices in order, but for pins of what stands under something that a tag hides. Takes them. */
static GPtrArray *
collect (MatchumResume *resume, MatchumTagChoice **chosen)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_tag_choice_free);
  const guint n = matchum_resume_get_n_blocks (resume);
  g_autofree guint8 *is_under = g_new0 (guint8, n);
  g_autofree guint8 *is_hidden = g_new0 (guint8, n);

  for (guint i = 0; i < n; i++)
    {
      const guint parent = matchum_resume_get_block (resume, i)->parent;

      is_under[i] = parent != MATCHUM_BLOCK_NONE && (is_under[parent] || is_hidden[parent]);
      is_hidden[i] = chosen[i] != NULL && !chosen[i]->is_always;
      if (chosen[i] != NULL && chosen[i]->is_always && is_under[i])
        matchum_tag_choice_free (chosen[i]);
      else if (chosen[i] != NULL)
        g_ptr_array_add (choices, chosen[i]);
    }
  return choices;
}

/* The block of a tag, where it is one that may be hidden. */
static const MatchumBlock *
find_block (MatchumResume *resume, const char *id)
{
  const MatchumBlock *block = matchum_resume_lookup (resume, id);

  return block != NULL && block->kind != MATCHUM_BLOCK_TITLE ? block : NULL;
}

/* The same for a word that was looked for already. */
static const Place *
recall_place (GHashTable *known, GPtrArray *places, const char *word, MatchumLexicon *lexicon)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (known, word, NULL, &place))
    {
      place = (gpointer) find_place (places, word, lexicon);
      g_hash_table_insert (known, (gpointer) word, place);
    }
  return place;
}

GPtrArray *
matchum_block_tags_choose (const MatchumBlockTag *tags,
                           guint n_tags,
                           MatchumPosting *posting,
                           const char *title,
                           const char *team,
                           MatchumLexicon *lexicon,
                           MatchumResume *resume)
{
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree MatchumTagChoice **chosen = NULL;

  g_return_val_if_fail (tags != NULL || n_tags == 0, NULL);
  g_return_val_if_fail (posting != NULL && lexicon != NULL && resume != NULL, NULL);

  chosen = g_new0 (MatchumTagChoice *, matchum_resume_get_n_blocks (resume));
  places = read_places (posting, title, team, lexicon);
  for (guint i = 0; i < n_tags; i++)
    {
      const MatchumBlock *block = find_block (resume, tags[i].block);
      const Place *place = block != NULL ? recall_place (known, places, tags[i].word, lexicon) : NULL;
      MatchumTagChoice *choice = place != NULL ? choose (&tags[i], block, place) : NULL;

      if (choice == NULL)
        continue;
      if (chosen[block->index] == NULL || is_before (choice, chosen[block->index]))
        {
          g_clear_pointer (&chosen[block->index], matchum_tag_choice_free);
          chosen[block->index] = g_steal_pointer (&choice);
        }
      matchum_tag_choice_free (choice);
    }
  return collect (resume, chosen);
}

static void
hide (MatchumApplication **application, const char *id, gboolean is_hidden)
{
  MatchumApplication *other;

  if (matchum_application_is_hidden (*application, id) == is_hidden)
    return;
  other = matchum_application_with_hidden (*application, id, is_hidden);
  matchum_application_unref (*application);
  *application = other;
}

static void
pin (MatchumApplication **application, MatchumResume *resume, const MatchumTagChoice *choice)
{
  MatchumApplication *other;
  const MatchumBlock *block = matchum_resume_lookup (resume, choice->id);

  for (guint i = block != NULL ? block->parent : MATCHUM_BLOCK_NONE; i != MATCHUM_BLOCK_NONE;
       i = matchum_resume_get_block (resume, i)->parent)
    hide (application, matchum_resume_get_block (resume, i)->id, FALSE);
  if (matchum_application_is_pinned (*application, choice->id))
    return;
  other = matchum_application_with_pinned (*application, choice->id, TRUE);
  matchum_application_unref (*application);
  *application = other;
}

MatchumApplication *
matchum_block_tags_apply (MatchumApplication *application, GPtrArray *choices, MatchumResume *resume)
{
  MatchumApplication *applied;

  g_return_val_if_fail (application != NULL && choices != NULL && resume != NULL, NULL);

  applied = matchum_application_ref (application);
  for (guint i = 0; i < choices->len; i++)
    {
      const MatchumTagChoice *choice = g_ptr_array_index (choices, i);

      if (choice->is_always)
        pin (&applied, resume, choice);
      else
        hide (&applied, choice->id, TRUE);
    }
  return applied;
}

void
matchum_tag_choice_free (MatchumTagChoice *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->word);
  g_free (self->words);
  g_free (self);
}
