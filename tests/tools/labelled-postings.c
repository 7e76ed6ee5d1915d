/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the labelled sets of cases: what each line of a posting is, or may be, and the variants of its text. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "labelled-postings.h"
#include "posting/matchum-line-chain.h"
#include "posting/matchum-posting-reader.h"
#include "text/matchum-front-matter.h"

#define ALL_STATES ((1u << MATCHUM_N_CHAIN_STATES) - 1)
/* What lines are that are not labelled, where only requirements and duties are. */
#define UNTOLD                                                                                                         \
  (1u << MATCHUM_CHAIN_OTHER | 1u << MATCHUM_CHAIN_BENEFIT | 1u << MATCHUM_CHAIN_PROCESS | 1u << MATCHUM_CHAIN_NOTE)

/* Sets of cases; of some, all lines are labelled, of the others those that ask for something and duties. */
static const char *const sets[] = { "cases/wide", "cases/wide-2", "cases",   "cases-2",
                                    "cases-3",    "cases-4",      "cases-5", "cases/wide-3" };

/* Labels. */

static guint
get_state (const char *name)
{
  static const struct {
    const char *name;
    guint state;
  } states[] = {
    { "required", MATCHUM_CHAIN_REQUIRED }, { "preferred", MATCHUM_CHAIN_PREFERRED },
    { "duty", MATCHUM_CHAIN_DUTY },         { "benefit", MATCHUM_CHAIN_BENEFIT },
    { "condition", MATCHUM_CHAIN_BENEFIT }, { "process", MATCHUM_CHAIN_PROCESS },
    { "note", MATCHUM_CHAIN_NOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_str_equal (states[i].name, name))
        return states[i].state;
    }
  return MATCHUM_CHAIN_OTHER;
}

static void
read_full_label (LabelledPosting *self, JsonObject *object)
{
  LineLabel *label = &self->labels[json_object_get_int_member (object, "line")];
  const char *name;

  label->continues = json_object_has_member (object, "continues");
  if (label->continues)
    return;
  name = json_object_get_string_member (object, "kind");
  label->is_heading = g_str_equal (name, "heading");
  label->states = label->is_heading ? 0 : 1u << get_state (name);
  if (json_object_has_member (object, "also"))
    {
      JsonArray *also = json_object_get_array_member (object, "also");

      for (guint i = 0; i < json_array_get_length (also); i++)
        label->states |= 1u << get_state (json_array_get_string_element (also, i));
    }
}

/* Where only requirements and duties are labelled, headings and wrapped lines are those that the rules find. */
static void
read_headings (LabelledPosting *self, GArray *shapes)
{
  for (guint i = 0; i < self->n_lines; i++)
    self->labels[i + 1] = (LineLabel){ .states = UNTOLD, .is_untold = TRUE };
  for (guint i = 0; i < shapes->len; i++)
    {
      const MatchumLineShape *shape = &g_array_index (shapes, MatchumLineShape, i);

      if (shape->role == MATCHUM_ROLE_HEADING)
        self->labels[shape->line] = (LineLabel){ .is_heading = TRUE };
      else if (shape->role == MATCHUM_ROLE_CONTINUES)
        self->labels[shape->line] = (LineLabel){ .continues = TRUE };
    }
}

static void
read_requirements (LabelledPosting *self, JsonObject *object)
{
  JsonArray *array = json_object_get_array_member (object, "requirements");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *requirement = json_array_get_object_element (array, i);

      self->labels[json_object_get_int_member (requirement, "line")] =
          (LineLabel){ .states = 1u << get_state (json_object_get_string_member (requirement, "section")) };
    }
  array = json_object_get_array_member (object, "duties");
  for (guint i = 0; i < json_array_get_length (array); i++)
    self->labels[json_array_get_int_element (array, i)] = (LineLabel){ .states = 1u << MATCHUM_CHAIN_DUTY };
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r")] == '\0';
}

/* A heading is of the kind of most lines under it. */
static guint
find_heading_states (const LabelledPosting *self, guint heading)
{
  guint counts[MATCHUM_CHAIN_HEADING] = { 0 };
  guint n_untold = 0;
  guint best = 0;
  gboolean is_any = FALSE;

  for (guint at = heading + 1; at <= self->n_lines && !(is_any && self->labels[at].is_heading); at++)
    {
      const LineLabel *label = &self->labels[at];

      if (label->is_heading || label->continues || label->states == 0 || is_blank (self->text[at - 1]))
        continue;
      is_any = TRUE;
      n_untold += label->is_untold;
      if (!label->is_untold)
        counts[g_bit_nth_lsf (label->states, -1)]++;
    }
  for (guint kind = 1; kind < G_N_ELEMENTS (counts); kind++)
    best = counts[kind] > counts[best] ? kind : best;
  return (n_untold > counts[best] ? UNTOLD : 1u << best) << MATCHUM_CHAIN_HEADING;
}

static void
read_labels (LabelledPosting *self, JsonObject *object, GArray *shapes)
{
  if (json_object_has_member (object, "lines"))
    {
      JsonArray *array = json_object_get_array_member (object, "lines");

      for (guint i = 0; i < json_array_get_length (array); i++)
        read_full_label (self, json_array_get_object_element (array, i));
    }
  else
    {
      read_headings (self, shapes);
      read_requirements (self, object);
    }
  for (guint at = 1; at <= self->n_lines; at++)
    {
      if (self->labels[at].is_heading)
        self->labels[at].states = find_heading_states (self, at);
      else if (self->labels[at].is_untold)
        self->labels[at].states |= UNTOLD << MATCHUM_CHAIN_HEADING;
      else if (self->labels[at].states == 0)
        self->labels[at].states = self->labels[at].continues ? ALL_STATES : UNTOLD;
    }
}

/* Variants of the text. */

/* Headings that say nothing, of many lengths and forms; they teach how headings stand, and their words are not learned.
 */
static const char *
get_title (guint number, gboolean is_hangul)
{
  static const char *const korean[] = {
    "달빛 아래",           "우리가 걷는 길",   "첫차",      "문을 여는 사람",      "바다가 들려주는 것", "다음 정거장",
    "아침마다 피는 꽃",    "한 지붕",          "노를 젓다", "불을 켜 두는 자리",   "느린 강을 건너며",   "씨앗",
    "왜 우리는 산에 갈까", "같이 걸을까요?",   "종이배",    "언덕 너머에 있는 것", "두 번째 계절",       "빈 의자",
    "나무가 자라는 동안",  "이런 바람이 불면",
  };
  static const char *const english[] = {
    "The orchard",      "What the tide brings", "Lanterns",      "A seat by the window", "Where it begins",
    "Second wind",      "Salt & smoke",         "All aboard",    "The other half",       "Rain or shine",
    "Kindling",         "Why we climb",         "The map room",  "Under one roof",       "How the river turns",
    "Strings attached", "And then some",        "Off the shelf", "Over the hill",        "Is it you?",
  };

  return is_hangul ? korean[number % G_N_ELEMENTS (korean)] : english[number % G_N_ELEMENTS (english)];
}

static const char *
skip_marks (const char *text, const char *but)
{
  while (*text != '\0' && strchr (but, *text) == NULL && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* The same for the same words. */
static guint
get_title_number (GHashTable *numbers, const char *words, gsize length)
{
  g_autofree char *key = g_strndup (words, length);
  gpointer number;

  if (!g_hash_table_lookup_extended (numbers, key, NULL, &number))
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) * 7 + g_str_hash (key) % 7);
      g_hash_table_insert (numbers, g_steal_pointer (&key), number);
    }
  return GPOINTER_TO_UINT (number);
}

static void
add_masked (GString *text, GHashTable *numbers, const char *line)
{
  const char *start = skip_marks (line, "");
  const char *end = line + strlen (line);
  gboolean is_hangul = FALSE;

  while (end > start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    is_hangul |= g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL;
  g_string_append_len (text, line, start - line);
  g_string_append (text, get_title (get_title_number (numbers, start, (gsize) (end - start)), is_hangul));
  g_string_append (text, end);
}

/* Whether its words, without what is drawn around them, are those of a heading. */
static gboolean
says_something (const char *line)
{
  const char *start = skip_marks (line, "");

  return matchum_heading_sense (start, strlen (start)).strength != MATCHUM_HEADING_UNKNOWN;
}

static guint
find_top (const LabelledPosting *self)
{
  const guint counted = (1u << MATCHUM_CHAIN_REQUIRED | 1u << MATCHUM_CHAIN_PREFERRED | 1u << MATCHUM_CHAIN_DUTY)
                        << MATCHUM_CHAIN_HEADING;

  for (guint at = 1; at <= self->n_lines; at++)
    {
      if (self->labels[at].is_heading && (self->labels[at].states & ~counted) == 0)
        return at;
    }
  return 1;
}

/* Sets of cases. */

static void
read_posting (const char *path, JsonObject *object, LabelledPostingFunc func, gpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (GArray) shapes = NULL;
  LabelledPosting labelled = { 0 };

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s: %s", path, error->message);
  labelled.text = g_strsplit (text, "\n", -1);
  labelled.n_lines = g_strv_length (labelled.text);
  labelled.labels = g_new0 (LineLabel, labelled.n_lines + 2);
  source = labelled_posting_make_variant (&labelled, 0);
  shapes = labelled_posting_scan (source);
  read_labels (&labelled, object, shapes);
  func (&labelled, data);
  g_strfreev (labelled.text);
  g_free (labelled.labels);
}

static void
read_case (const char *set, const char *name, GHashTable *seen, LabelledPostingFunc func, gpointer data)
{
  g_autofree char *path = g_build_filename (set, "labels", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *posting = NULL;
  JsonObject *object;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s: %s", path, error->message);
  object = json_node_get_object (json_parser_get_root (parser));
  posting = g_build_filename (set, json_object_get_string_member (object, "posting"), NULL);
  if (g_hash_table_add (seen, g_strdup (posting)))
    read_posting (posting, object, func, data);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
read_set (const char *folder, LabelledPostingFunc func, gpointer data)
{
  g_autofree char *labels = g_build_filename (folder, "labels", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (labels, 0, &error);

  if (dir == NULL)
    g_error ("%s", error->message);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      if (g_str_has_suffix (name, ".json"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    read_case (folder, g_ptr_array_index (names, i), seen, func, data);
}

void
labelled_postings_foreach (const char *tests, LabelledPostingFunc func, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *folder = g_build_filename (tests, sets[i], NULL);

      read_set (folder, func, data);
    }
}

gboolean
labelled_posting_is_masked (const LabelledPosting *self, guint line, guint variant)
{
  return (variant & WITHOUT_HEADINGS) != 0 && (line > 2 || (variant & WITHOUT_TOP) != 0)
         && self->labels[line].is_heading;
}

MatchumSource *
labelled_posting_make_variant (const LabelledPosting *self, guint variant)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint top = (variant & WITHOUT_TOP) != 0 ? find_top (self) : 1;
  MatchumSource *source;

  for (guint at = 1; at < top; at++)
    g_string_append_c (text, '\n');
  for (guint at = top; at <= self->n_lines; at++)
    {
      const char *line = self->text[at - 1];
      const LineLabel *label = &self->labels[at];

      if (labelled_posting_is_masked (self, at, variant) && says_something (line))
        add_masked (text, numbers, line);
      else if ((variant & WITHOUT_BULLETS) != 0 && !label->is_heading && !label->continues)
        g_string_append (text, skip_marks (line, "([\"'<#."));
      else
        g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  bytes = g_bytes_new (text->str, text->len);
  source = matchum_source_new ("posting", bytes, &error);
  if (source == NULL)
    g_error ("%s", error->message);
  return source;
}

GArray *
labelled_posting_scan (MatchumSource *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumFrontMatter) front_matter = matchum_front_matter_read (source, &error);
  GArray *shapes;

  if (front_matter == NULL)
    g_error ("%s", error->message);
  shapes = matchum_line_shape_scan (source, matchum_front_matter_get_span (front_matter).end);
  matchum_posting_reader_judge (source, shapes);
  return shapes;
}
