/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line reader: what a line says is known from its first word, and every complaint names file and line. */
#include "config.h"

#include "lexicon/matchum-lexicon-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lexicon/matchum-lexicon.h"

typedef enum {
  RELATION_BROADER,
  RELATION_IMPLIES,
  RELATION_SIBLING,
} RelationKind;

/* A relation as written: what it leads to may come in a later file. */
typedef struct {
  guint concept;
  RelationKind kind;
  char *id;
  MatchumPlace place;
} Relation;

typedef struct {
  MatchumRecords *records;
  GHashTable *index_by_id; /* const char * → index + 1; the ids are the concepts' own */
  GArray *relations;       /* of Relation */
  MatchumPlace place;      /* the line being read */
  guint keys_seen;         /* of the record being read: a bit for each entry of keys[] */
} Parser;

typedef gboolean (*ReadValue) (Parser *self, const char *value, guint data, GError **error);

static const char *const kind_names[] = {
  [MATCHUM_CONCEPT_PROGRAMMING_LANGUAGE] = "programming-language",
  [MATCHUM_CONCEPT_LIBRARY] = "library",
  [MATCHUM_CONCEPT_TOOL] = "tool",
  [MATCHUM_CONCEPT_PLATFORM] = "platform",
  [MATCHUM_CONCEPT_METHOD] = "method",
  [MATCHUM_CONCEPT_TASK] = "task",
  [MATCHUM_CONCEPT_CATEGORY] = "category",
  [MATCHUM_CONCEPT_DOMAIN] = "domain",
  [MATCHUM_CONCEPT_FUNCTION] = "function",
  [MATCHUM_CONCEPT_ROLE] = "role",
  [MATCHUM_CONCEPT_DEGREE] = "degree",
  [MATCHUM_CONCEPT_FIELD] = "field",
  [MATCHUM_CONCEPT_CERTIFICATE] = "certificate",
  [MATCHUM_CONCEPT_HUMAN_LANGUAGE] = "human-language",
  [MATCHUM_CONCEPT_LANGUAGE_TEST] = "language-test",
  [MATCHUM_CONCEPT_SOFT] = "soft",
};

static const struct {
  const char *name;
  MatchumNameFlags flag;
} flag_names[] = {
  { "case", MATCHUM_NAME_CASE },
  { "context", MATCHUM_NAME_CONTEXT },
  { "open", MATCHUM_NAME_OPEN },
  { "inside", MATCHUM_NAME_INSIDE },
};

static void set_error (Parser *self, GError **error, MatchumLexiconError code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static void
set_error (Parser *self, GError **error, MatchumLexiconError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, MATCHUM_LEXICON_ERROR, (gint) code, "%s:%u: %s", self->place.file, self->place.line, message);
}

static void
free_concept (gpointer data)
{
  MatchumConcept *concept = data;

  g_free (concept->id);
  g_free (concept->name_en);
  g_free (concept->name_ko);
  g_array_unref (concept->broader);
  g_array_unref (concept->implies);
  g_array_unref (concept->siblings);
  g_free (concept);
}

static void
clear_name (gpointer data)
{
  MatchumName *name = data;

  g_free (name->text);
}

static void
clear_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
}

static MatchumConcept *
get_last_concept (Parser *self)
{
  GPtrArray *concepts = self->records->concepts;

  return concepts->len > 0 ? g_ptr_array_index (concepts, concepts->len - 1) : NULL;
}

/* Of the record being read; there must be one. */
static guint
get_last_index (Parser *self)
{
  return self->records->concepts->len - 1;
}

static gboolean
is_id (const char *id)
{
  if (*id == '\0')
    return FALSE;
  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && strchr ("-+#.", *p) == NULL)
      return FALSE;
  return TRUE;
}

static gint
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (kind_names[i], name))
      return (gint) i;
  return -1;
}

/* The words of value, divided by any white space. */
static char **
split_words (const char *value)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  while (*(value += strspn (value, " \t")) != '\0')
    {
      const gsize length = strcspn (value, " \t");
      g_autofree char *word = g_strndup (value, length);

      g_strv_builder_add (words, word);
      value += length;
    }
  return g_strv_builder_end (words);
}

/* Flags stand in braces at the end of name; they are cut off. */
static gboolean
read_flags (Parser *self, char *name, MatchumNameFlags *flags, GError **error)
{
  char *brace = strchr (name, '{');
  g_auto (GStrv) words = NULL;

  *flags = 0;
  if (brace == NULL && strchr (name, '}') == NULL)
    return TRUE;
  if (brace == NULL || strchr (brace, '}') != brace + strlen (brace) - 1)
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX, _ ("Flags stand in braces right behind a name: \"%s\""),
                 name);
      return FALSE;
    }
  words = g_strsplit_set (brace + 1, ",}", -1);
  for (guint i = 0; words[i + 1] != NULL; i++)
    {
      guint flag = 0;

      while (flag < G_N_ELEMENTS (flag_names) && !g_str_equal (flag_names[flag].name, g_strstrip (words[i])))
        flag++;
      if (flag == G_N_ELEMENTS (flag_names))
        {
          set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX, _ ("There is no flag \"%s\""), words[i]);
          return FALSE;
        }
      *flags |= flag_names[flag].flag;
    }
  *brace = '\0';
  g_strchomp (name);
  return TRUE;
}

/* The canonical name as people write it. */
static char *
make_display_name (const char *text)
{
  return g_strdelimit (g_strdup (text), "_", ' ');
}

/* Reads the length bytes at text as a name. */
static gboolean
read_name (Parser *self, const char *text, gsize length, gboolean is_canonical, GError **error)
{
  g_autofree char *copy = g_strstrip (g_strndup (text, length));
  MatchumName name = {
    .concept = get_last_index (self),
    .is_canonical = is_canonical,
    .place = self->place,
  };

  if (!read_flags (self, copy, &name.flags, error))
    return FALSE;
  if (*copy == '\0')
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX, _ ("A name is missing between two bars"));
      return FALSE;
    }
  name.text = g_steal_pointer (&copy);
  g_array_append_val (self->records->names, name);
  return TRUE;
}

static gboolean
read_names (Parser *self, const char *value, guint is_korean, GError **error)
{
  MatchumConcept *concept = get_last_concept (self);
  const guint first = self->records->names->len;
  const char *p = value;

  for (;;)
    {
      const gsize length = strcspn (p, "|");

      if (!read_name (self, p, length, p == value, error))
        return FALSE;
      if (p[length] == '\0')
        break;
      p += length + 1;
    }
  *(is_korean ? &concept->name_ko : &concept->name_en) =
      make_display_name (g_array_index (self->records->names, MatchumName, first).text);
  return TRUE;
}

static gboolean
read_relations (Parser *self, const char *value, guint kind, GError **error)
{
  g_auto (GStrv) ids = split_words (value);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      Relation relation = {
        .concept = get_last_index (self),
        .kind = kind,
        .id = g_strdup (ids[i]),
        .place = self->place,
      };

      g_array_append_val (self->relations, relation);
    }
  return TRUE;
}

static const struct {
  const char *name;
  ReadValue read;
  guint data;
} keys[] = {
  { "en", read_names, FALSE },
  { "ko", read_names, TRUE },
  { "broader", read_relations, RELATION_BROADER },
  { "implies", read_relations, RELATION_IMPLIES },
  { "sibling", read_relations, RELATION_SIBLING },
};

static gboolean
check_record_is_whole (Parser *self, GError **error)
{
  MatchumConcept *concept = get_last_concept (self);

  if (concept == NULL || concept->name_en != NULL || concept->name_ko != NULL)
    return TRUE;
  self->place = g_array_index (self->records->places, MatchumPlace, concept->index);
  set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX, _ ("The concept \"%s\" has no name: add a line en or ko"),
             concept->id);
  return FALSE;
}

static void
add_concept (Parser *self, const char *id, MatchumConceptKind kind)
{
  MatchumConcept *concept = g_new0 (MatchumConcept, 1);

  concept->index = self->records->concepts->len;
  concept->id = g_strdup (id);
  concept->kind = kind;
  concept->broader = g_array_new (FALSE, FALSE, sizeof (guint));
  concept->implies = g_array_new (FALSE, FALSE, sizeof (guint));
  concept->siblings = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->records->concepts, concept);
  g_array_append_val (self->records->places, self->place);
  g_hash_table_insert (self->index_by_id, concept->id, GUINT_TO_POINTER (concept->index + 1));
  self->keys_seen = 0;
}

static gboolean
read_concept (Parser *self, const char *line, GError **error)
{
  g_auto (GStrv) words = split_words (line);
  const MatchumPlace place = self->place;
  gpointer earlier;
  gint kind;

  if (!check_record_is_whole (self, error))
    return FALSE;
  self->place = place;
  if (!g_str_equal (words[0], "concept") || g_strv_length (words) != 3 || !is_id (words[1]))
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX,
                 _ ("A record starts with \"concept ID KIND\", and its other lines are indented"));
      return FALSE;
    }
  kind = find_kind (words[2]);
  if (kind < 0)
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX, _ ("There is no kind \"%s\""), words[2]);
      return FALSE;
    }
  earlier = g_hash_table_lookup (self->index_by_id, words[1]);
  if (earlier != NULL)
    {
      const MatchumPlace *there = &g_array_index (self->records->places, MatchumPlace, GPOINTER_TO_UINT (earlier) - 1);

      set_error (self, error, MATCHUM_LEXICON_ERROR_DUPLICATE, _ ("The concept \"%s\" is there already, at %s:%u"),
                 words[1], there->file, there->line);
      return FALSE;
    }
  add_concept (self, words[1], (MatchumConceptKind) kind);
  return TRUE;
}

static gboolean
read_value (Parser *self, const char *line, GError **error)
{
  const gsize key_length = strcspn (line, " \t");
  const char *value = line + key_length + strspn (line + key_length, " \t");
  guint key = 0;

  if (get_last_concept (self) == NULL)
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX, _ ("An indented line needs a concept above it"));
      return FALSE;
    }
  while (key < G_N_ELEMENTS (keys)
         && (strlen (keys[key].name) != key_length || strncmp (line, keys[key].name, key_length) != 0))
    key++;
  if (key == G_N_ELEMENTS (keys) || *value == '\0' || (self->keys_seen & (1u << key)) != 0)
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX,
                 _ ("A line of a record is one of en, ko, broader, implies and sibling, once each, and says something: "
                    "\"%s\""),
                 line);
      return FALSE;
    }
  self->keys_seen |= 1u << key;
  return keys[key].read (self, value, keys[key].data, error);
}

/* A comment runs from a # at the start of the line or behind white space. */
static void
cut_comment (char *line)
{
  char *p = line;

  while (*p != '\0' && !(*p == '#' && (p == line || p[-1] == ' ' || p[-1] == '\t')))
    p++;
  *p = '\0';
  g_strchomp (line);
}

static gboolean
read_line (Parser *self, char *line, GError **error)
{
  cut_comment (line);
  if (*line == '\0')
    return TRUE;
  if (*line == ' ' || *line == '\t')
    return read_value (self, line + strspn (line, " \t"), error);
  return read_concept (self, line, error);
}

static gboolean
read_file (Parser *self, const char *name, const char *text, GError **error)
{
  self->place = (MatchumPlace){ name, 0 };
  while (*text != '\0')
    {
      const gsize length = strcspn (text, "\n");
      g_autofree char *line = g_strndup (text, length);

      self->place.line++;
      if (!g_utf8_validate (line, -1, NULL))
        {
          set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX, _ ("The line is not UTF-8"));
          return FALSE;
        }
      if (!read_line (self, line, error))
        return FALSE;
      text += length + (text[length] == '\n');
    }
  return check_record_is_whole (self, error);
}

static void
add_once (GArray *array, guint value)
{
  for (guint i = 0; i < array->len; i++)
    if (g_array_index (array, guint, i) == value)
      return;
  g_array_append_val (array, value);
}

static gboolean
resolve_relation (Parser *self, const Relation *relation, GError **error)
{
  MatchumConcept *concept = g_ptr_array_index (self->records->concepts, relation->concept);
  MatchumConcept *other;
  gpointer found = g_hash_table_lookup (self->index_by_id, relation->id);

  self->place = relation->place;
  if (found == NULL)
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_UNKNOWN, _ ("There is no concept \"%s\""), relation->id);
      return FALSE;
    }
  other = g_ptr_array_index (self->records->concepts, GPOINTER_TO_UINT (found) - 1);
  if (other == concept)
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_CYCLE, _ ("The concept \"%s\" names itself"), relation->id);
      return FALSE;
    }
  switch (relation->kind)
    {
    case RELATION_BROADER:
      add_once (concept->broader, other->index);
      break;
    case RELATION_IMPLIES:
      add_once (concept->implies, other->index);
      break;
    case RELATION_SIBLING:
      add_once (concept->siblings, other->index);
      add_once (other->siblings, concept->index);
      break;
    default:
      g_assert_not_reached ();
    }
  return TRUE;
}

static gboolean
parse_all (Parser *self, const char *const *names, const char *const *texts, GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (!read_file (self, names[i], texts[i], error))
      return FALSE;
  for (guint i = 0; i < self->relations->len; i++)
    if (!resolve_relation (self, &g_array_index (self->relations, Relation, i), error))
      return FALSE;
  return TRUE;
}

/**
 * matchum_records_parse:
 * @names: what messages call the files, NULL behind the last; they must live as long as the records
 * @texts: as many texts
 *
 * Returns: (transfer full): all records of all files, or NULL with a MATCHUM_LEXICON_ERROR
 */
MatchumRecords *
matchum_records_parse (const char *const *names, const char *const *texts, GError **error)
{
  g_autoptr (MatchumRecords) records = g_new0 (MatchumRecords, 1);
  Parser parser = { .records = records };
  gboolean is_good;

  records->concepts = g_ptr_array_new_with_free_func (free_concept);
  records->places = g_array_new (FALSE, FALSE, sizeof (MatchumPlace));
  records->names = g_array_new (FALSE, FALSE, sizeof (MatchumName));
  g_array_set_clear_func (records->names, clear_name);
  parser.index_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  parser.relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  g_array_set_clear_func (parser.relations, clear_relation);

  is_good = parse_all (&parser, names, texts, error);
  g_hash_table_unref (parser.index_by_id);
  g_array_unref (parser.relations);
  return is_good ? g_steal_pointer (&records) : NULL;
}

void
matchum_records_free (MatchumRecords *self)
{
  g_ptr_array_unref (self->concepts);
  g_array_unref (self->places);
  g_array_unref (self->names);
  g_free (self);
}
