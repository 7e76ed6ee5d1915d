/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line reader: what a line says is known from its first word, and every complaint names file and line. It cuts a copy
 * of the text into pieces where they stand. */
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
  const char *id; /* in the text */
  MatchumPlace place;
} Relation;

typedef struct {
  MatchumRecords *records;
  GHashTable *index_by_id; /* const char * → index + 1; the ids are the concepts' own */
  GArray *relations;       /* of Relation */
  MatchumPlace place;      /* the line being read */
  guint keys_seen;         /* of the record being read: a bit for each entry of keys[] */
} Parser;

typedef gboolean (*ReadValue) (Parser *self, char *value, guint data, GError **error);

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
  MatchumConceptRecord *concept = data;

  g_free (concept->id);
  g_free (concept->name_en);
  g_free (concept->name_ko);
  g_array_unref (concept->broader);
  g_array_unref (concept->implies);
  g_array_unref (concept->siblings);
  g_free (concept);
}

static MatchumConceptRecord *
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

/* Cuts the next word off *rest, which is divided by white space; NULL behind the last. */
static char *
take_word (char **rest)
{
  char *word = *rest + strspn (*rest, " \t");
  char *end = word + strcspn (word, " \t");

  *rest = end + (*end != '\0');
  *end = '\0';
  return *word != '\0' ? word : NULL;
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

static gboolean
read_name (Parser *self, char *text, gboolean is_canonical, GError **error)
{
  const MatchumConceptRecord *concept = g_ptr_array_index (self->records->concepts, get_last_index (self));
  MatchumName name = {
    .concept = concept->index,
    .kind = concept->kind,
    .text = g_strstrip (text),
    .is_canonical = is_canonical,
    .place = self->place,
  };

  if (!read_flags (self, text, &name.flags, error))
    return FALSE;
  if (*text == '\0')
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX, _ ("A name is missing between two bars"));
      return FALSE;
    }
  g_array_append_val (self->records->names, name);
  return TRUE;
}

static gboolean
read_names (Parser *self, char *value, guint is_korean, GError **error)
{
  MatchumConceptRecord *concept = get_last_concept (self);
  const guint first = self->records->names->len;
  char *bar;

  for (char *name = value; name != NULL; name = bar != NULL ? bar + 1 : NULL)
    {
      bar = strchr (name, '|');
      if (bar != NULL)
        *bar = '\0';
      if (!read_name (self, name, name == value, error))
        return FALSE;
    }
  *(is_korean ? &concept->name_ko : &concept->name_en) =
      make_display_name (g_array_index (self->records->names, MatchumName, first).text);
  return TRUE;
}

static gboolean
read_relations (Parser *self, char *value, guint kind, GError **error)
{
  const char *id;

  while ((id = take_word (&value)) != NULL)
    {
      Relation relation = {
        .concept = get_last_index (self),
        .kind = kind,
        .id = id,
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
  MatchumConceptRecord *concept = get_last_concept (self);

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
  MatchumConceptRecord *concept = g_new0 (MatchumConceptRecord, 1);

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
check_is_new (Parser *self, const char *id, GError **error)
{
  const gpointer earlier = g_hash_table_lookup (self->index_by_id, id);
  const MatchumPlace *there;

  if (earlier == NULL)
    return TRUE;
  there = &g_array_index (self->records->places, MatchumPlace, GPOINTER_TO_UINT (earlier) - 1);
  set_error (self, error, MATCHUM_LEXICON_ERROR_DUPLICATE, _ ("The concept \"%s\" is there already, at %s:%u"), id,
             there->file, there->line);
  return FALSE;
}

static gboolean
read_concept (Parser *self, char *line, GError **error)
{
  const MatchumPlace place = self->place;
  const char *word = take_word (&line);
  const char *id = take_word (&line);
  const char *kind_name = take_word (&line);
  gint kind;

  if (!check_record_is_whole (self, error))
    return FALSE;
  self->place = place;
  if (!g_str_equal (word, "concept") || kind_name == NULL || take_word (&line) != NULL || !is_id (id))
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX,
                 _ ("A record starts with \"concept ID KIND\", and its other lines are indented"));
      return FALSE;
    }
  kind = find_kind (kind_name);
  if (kind < 0)
    {
      set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX, _ ("There is no kind \"%s\""), kind_name);
      return FALSE;
    }
  if (!check_is_new (self, id, error))
    return FALSE;
  add_concept (self, id, (MatchumConceptKind) kind);
  return TRUE;
}

static gboolean
read_value (Parser *self, char *line, GError **error)
{
  const gsize key_length = strcspn (line, " \t");
  char *value = line + key_length + strspn (line + key_length, " \t");
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
check_utf8 (Parser *self, const char *text, GError **error)
{
  const char *bad;

  if (g_utf8_validate (text, -1, &bad))
    return TRUE;
  self->place.line = 1;
  for (const char *p = text; p < bad; p++)
    self->place.line += *p == '\n';
  set_error (self, error, MATCHUM_LEXICON_ERROR_SYNTAX, _ ("The line is not UTF-8"));
  return FALSE;
}

/* Takes text, of which the records keep what they are made of. */
static gboolean
read_file (Parser *self, const char *name, char *text, GError **error)
{
  char *newline;

  g_ptr_array_add (self->records->texts, text);
  self->place = (MatchumPlace){ name, 0 };
  if (!check_utf8 (self, text, error))
    return FALSE;
  for (char *line = text; line != NULL; line = newline != NULL ? newline + 1 : NULL)
    {
      newline = strchr (line, '\n');
      if (newline != NULL)
        *newline = '\0';
      self->place.line++;
      if (!read_line (self, line, error))
        return FALSE;
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
  MatchumConceptRecord *concept = g_ptr_array_index (self->records->concepts, relation->concept);
  MatchumConceptRecord *other;
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
    if (!read_file (self, names[i], g_strdup (texts[i]), error))
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

  records->texts = g_ptr_array_new_with_free_func (g_free);
  records->concepts = g_ptr_array_new_with_free_func (free_concept);
  records->places = g_array_new (FALSE, FALSE, sizeof (MatchumPlace));
  records->names = g_array_new (FALSE, FALSE, sizeof (MatchumName));
  parser.index_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  parser.relations = g_array_new (FALSE, FALSE, sizeof (Relation));

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
  g_ptr_array_unref (self->texts);
  g_free (self);
}
