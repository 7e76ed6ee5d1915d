/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the reader against postings of many trades and layouts that were labelled line by line: figures for what is
 * asked, what is preferred and what is to be done, with floors. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "posting/matchum-heading-words.h"
#include "posting/matchum-posting-reader.h"

/* The kinds that are counted, as they are indexed; all others are OTHER. */
enum { REQUIRED, PREFERRED, DUTY, OTHER, N_KINDS = OTHER };

/* Below these the test fails: a little under what was measured last. They rise as the reader learns. */
typedef struct {
  const char *folder;
  guint n_cases;
  double kinds[N_KINDS];
  double company;
  double title;
  double without[N_KINDS];  /* under headings that nobody knows */
  double stripped[N_KINDS]; /* without bullets, too */
} Floors;

static const Floors wide = {
  "wide", 40, { 0.99, 0.985, 0.985 }, 0.94, 0.96, { 0.99, 0.975, 0.98 }, { 0.98, 0.95, 0.97 },
};
static const Floors wide_2 = {
  "wide-2", 96, { 0.995, 0.99, 0.99 }, 0.96, 0.88, { 0.985, 0.985, 0.985 }, { 0.985, 0.975, 0.97 },
};
static const Floors wide_3 = {
  "wide-3", 12, { 0.99, 0.99, 0.99 }, 0.83, 0.75, { 0.99, 0.99, 0.99 }, { 0.99, 0.99, 0.99 },
};
/* Nothing is learned from these. */
static const Floors wide_4 = {
  "wide-4", 12, { 0.95, 0.95, 0.97 }, 0.75, 0.66, { 0.95, 0.95, 0.97 }, { 0.97, 0.95, 0.96 },
};

static const char *const kind_names[] = { "required", "preferred", "duty", "other" };

typedef struct {
  const char *name; /* the kind as labelled, NULL where nothing is */
  guint kind;
  guint also;      /* bits of kinds that it holds besides */
  guint continues; /* the line that it belongs to, or 0 */
} Label;

typedef struct {
  guint right;
  guint wrong;  /* said, not labelled */
  guint missed; /* labelled, not said */
} Count;

typedef struct {
  Count kinds[N_KINDS];
  Count headings; /* told, not judged */
  guint n_wrapped;
  guint n_right_wrapped;
  guint n_right_companies;
  guint n_right_titles;
  guint n_cases;
} Figures;

typedef struct {
  JsonParser *parser;
  JsonObject *object;
  const char *name;
  const char *folder; /* of its set */
  char **text;        /* its physical lines */
  Label *labels;      /* by 1-based line */
  guint n_lines;
} Case;

static double
get_f1 (const Count *count)
{
  guint total = 2 * count->right + count->wrong + count->missed;

  return total == 0 ? 1.0 : 2.0 * count->right / total;
}

static guint
get_kind (const char *name)
{
  guint kind = REQUIRED;

  while (kind < OTHER && !g_str_equal (kind_names[kind], name))
    kind++;
  return kind;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r")] == '\0';
}

/* Meson shows what goes to stderr where it is asked to be verbose, and comments of the test never. */
static void G_GNUC_PRINTF (1, 2) tell (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s\n", text);
}

/* Labels. */

static void
read_label (Case *self, JsonObject *object)
{
  guint line = (guint) json_object_get_int_member (object, "line");
  Label *label = &self->labels[line];

  g_assert_cmpuint (line, >, 0);
  g_assert_cmpuint (line, <=, self->n_lines);
  g_assert_null (label->name);
  label->kind = OTHER;
  if (json_object_has_member (object, "continues"))
    {
      label->name = "continued";
      label->continues = (guint) json_object_get_int_member (object, "continues");
      g_assert_cmpuint (label->continues, <, line);
      return;
    }
  label->name = json_object_get_string_member (object, "kind");
  label->kind = get_kind (label->name);
  if (json_object_has_member (object, "also"))
    {
      JsonArray *also = json_object_get_array_member (object, "also");

      for (guint i = 0; i < json_array_get_length (also); i++)
        label->also |= 1u << get_kind (json_array_get_string_element (also, i));
    }
}

static void
read_text (Case *self)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", self->folder, self->name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  self->text = g_strsplit (text, "\n", -1);
  self->n_lines = g_strv_length (self->text);
  self->labels = g_new0 (Label, self->n_lines + 1);
}

static Case *
case_load (const char *folder, const char *path)
{
  Case *self = g_new0 (Case, 1);
  g_autoptr (GError) error = NULL;
  JsonArray *lines;

  self->folder = folder;
  self->parser = json_parser_new ();
  json_parser_load_from_file (self->parser, path, &error);
  g_assert_no_error (error);
  self->object = json_node_get_object (json_parser_get_root (self->parser));
  self->name = json_object_get_string_member (self->object, "posting");
  read_text (self);
  lines = json_object_get_array_member (self->object, "lines");
  for (guint i = 0; i < json_array_get_length (lines); i++)
    read_label (self, json_array_get_object_element (lines, i));
  return self;
}

static void
case_free (Case *self)
{
  g_strfreev (self->text);
  g_free (self->labels);
  g_object_unref (self->parser);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Case *const *) a)->name, (*(Case *const *) b)->name);
}

static GPtrArray *
load_cases (const Floors *floors)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "cases", floors->folder, "labels", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) case_free);

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".json"))
        g_ptr_array_add (cases, case_load (floors->folder, path));
    }
  g_assert_cmpuint (cases->len, ==, floors->n_cases);
  g_ptr_array_sort (cases, compare_names);
  return cases;
}

/* What the reader says. */

static MatchumPosting *
read_posting (Case *self)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", self->folder, self->name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_load (file, NULL, &error);
  MatchumPosting *posting;

  g_assert_no_error (error);
  posting = matchum_posting_reader_read (source, &error);
  g_assert_no_error (error);
  return posting;
}

static guint
get_said (const MatchumPostingLine *line)
{
  if (line->is_heading)
    return OTHER;
  if (line->kind == MATCHUM_POSTING_REQUIRED)
    return REQUIRED;
  if (line->kind == MATCHUM_POSTING_PREFERRED)
    return PREFERRED;
  return line->kind == MATCHUM_POSTING_DUTY ? DUTY : OTHER;
}

/* For each physical line, the index of the line that it was read into and one, or 0. */
static guint *
get_owners (Case *self, MatchumPosting *posting)
{
  guint *owners = g_new0 (guint, self->n_lines + 1);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      g_assert_cmpuint (line->last_line, <=, self->n_lines);
      for (guint at = line->first_line; at <= line->last_line; at++)
        owners[at] = i + 1;
    }
  return owners;
}

static void
score_line (Figures *figures, Case *self, guint at, const MatchumPostingLine *line)
{
  const Label *label = &self->labels[at];
  gboolean is_first = line != NULL && line->first_line == at;
  guint said = is_first ? get_said (line) : OTHER;
  gboolean is_allowed = (label->also & (1u << said)) != 0;

  if (said == label->kind)
    {
      if (said != OTHER)
        figures->kinds[said].right++;
      return;
    }
  if (said != OTHER && !is_allowed)
    figures->kinds[said].wrong++;
  if (label->kind != OTHER)
    figures->kinds[label->kind].missed++;
  if (said == OTHER || !is_allowed || label->kind != OTHER)
    tell ("%s:%u: labelled %s, said %s%s: %s", self->name, at, label->name,
          line != NULL && !is_first ? "continued" : kind_names[said],
          line != NULL && line->is_heading ? " (heading)" : "", self->text[at - 1]);
}

static void
score_heading (Figures *figures, const Label *label, const MatchumPostingLine *line)
{
  gboolean is_heading = g_str_equal (label->name, "heading");
  gboolean is_said = line != NULL && line->is_heading;

  figures->headings.right += is_heading && is_said;
  figures->headings.wrong += !is_heading && is_said;
  figures->headings.missed += is_heading && !is_said;
}

static void
score_wrapped (Figures *figures, Case *self, guint at, const guint *owners)
{
  guint main_line = self->labels[at].continues;
  gboolean is_right = owners[at] != 0 && owners[at] == owners[main_line];

  figures->n_wrapped++;
  figures->n_right_wrapped += is_right;
  if (!is_right)
    tell ("%s:%u: stands alone, continues %u: %s", self->name, at, main_line, self->text[at - 1]);
}

static gboolean
is_among (JsonObject *object, const char *member, const char *said)
{
  JsonArray *names = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (g_strcmp0 (json_array_get_string_element (names, i), said) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
score_name (Case *self, const char *member, const char *said)
{
  g_autofree char *also = g_strconcat (member, "_also", NULL);
  const char *expected =
      json_object_get_null_member (self->object, member) ? NULL : json_object_get_string_member (self->object, member);
  gboolean is_right = g_strcmp0 (expected, said) == 0 || is_among (self->object, also, said);

  if (!is_right)
    tell ("%s: %s is labelled %s, said %s", self->name, member, expected != NULL ? expected : "none",
          said != NULL ? said : "none");
  return is_right;
}

static void
score_case (Figures *figures, Case *self)
{
  g_autoptr (MatchumPosting) posting = read_posting (self);
  g_autofree guint *owners = get_owners (self, posting);
  Figures before = *figures;

  for (guint at = 1; at <= self->n_lines; at++)
    {
      const MatchumPostingLine *line = owners[at] != 0 ? matchum_posting_get_line (posting, owners[at] - 1) : NULL;

      if (self->labels[at].name == NULL)
        continue;
      if (self->labels[at].continues != 0)
        score_wrapped (figures, self, at, owners);
      score_line (figures, self, at, line);
      score_heading (figures, &self->labels[at], line);
    }
  figures->n_right_companies += score_name (self, "company", matchum_posting_get_company (posting));
  figures->n_right_titles += score_name (self, "title", matchum_posting_get_title (posting));
  figures->n_cases++;
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      Count *now = &figures->kinds[kind];
      const Count *then = &before.kinds[kind];

      tell ("%s: %s: %u right, %u wrong, %u missed", self->name, kind_names[kind], now->right - then->right,
            now->wrong - then->wrong, now->missed - then->missed);
    }
}

/* Every line that is not blank has one label, and what continues a line stands under it. */
static void
test_labels (gconstpointer floors)
{
  g_autoptr (GPtrArray) cases = load_cases (floors);

  for (guint i = 0; i < cases->len; i++)
    {
      Case *self = g_ptr_array_index (cases, i);

      for (guint at = 1; at <= self->n_lines; at++)
        {
          const Label *label = &self->labels[at];

          if (is_blank (self->text[at - 1]) != (label->name == NULL))
            g_error ("%s:%u is labelled wrongly: %s", self->name, at, self->text[at - 1]);
          if (label->continues != 0)
            g_assert_cmpuint (self->labels[label->continues].continues, ==, 0);
        }
    }
}

static void
test_reading (gconstpointer data)
{
  const Floors *floors = data;
  g_autoptr (GPtrArray) cases = load_cases (floors);
  Figures figures = { 0 };

  for (guint i = 0; i < cases->len; i++)
    score_case (&figures, g_ptr_array_index (cases, i));
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      const Count *count = &figures.kinds[kind];

      tell ("%s: F1 %.4f (%u right, %u wrong, %u missed)", kind_names[kind], get_f1 (count), count->right, count->wrong,
            count->missed);
      g_assert_cmpfloat (get_f1 (count), >=, floors->kinds[kind]);
    }
  tell ("headings: F1 %.4f (%u right, %u wrong, %u missed)", get_f1 (&figures.headings), figures.headings.right,
        figures.headings.wrong, figures.headings.missed);
  tell ("%u cases: company %u right, title %u right; %u of %u wrapped lines put together", figures.n_cases,
        figures.n_right_companies, figures.n_right_titles, figures.n_right_wrapped, figures.n_wrapped);
  g_assert_cmpfloat ((double) figures.n_right_companies / figures.n_cases, >=, floors->company);
  g_assert_cmpfloat ((double) figures.n_right_titles / figures.n_cases, >=, floors->title);
}

/* The same postings, with headings that no list can hold. */

/* Headings of a book: they say nothing of the lines under them. */
static const char *const korean_titles[] = {
  "첫 번째 이야기", "바람이 부는 언덕", "오래된 나무", "한 걸음 더",  "그 다음 장면", "작은 불빛",
  "두 번째 막",     "푸른 지붕",        "긴 호흡",     "마지막 조각", "노란 문",      "조용한 새벽",
  "세 번째 막",     "골목 끝",          "파란 의자",   "느린 우체통",
};
static const char *const english_titles[] = {
  "Chapter one", "The blue door", "A quiet corner", "Second verse", "The long road", "Under the lamp",
  "Third act",   "Paper boats",   "The green hill", "Final piece",  "Small hours",   "North star",
  "Fourth wall", "The old tree",  "River bend",     "Red thread",
};

static gboolean
is_hangul (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HANGUL)
      return TRUE;
  return FALSE;
}

/* Where its letters begin. */
static const char *
skip_marks (const char *text)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* Where its letters end. */
static const char *
trim_marks (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end;
}

/* A heading with other words, and what was drawn around them; one whose words say nothing stays, such as that of a
 * team. */
static char *
rename_heading (GHashTable *titles, const char *text)
{
  const char *start = skip_marks (text);
  const char *end = trim_marks (start);
  g_autofree char *words = g_strndup (start, (gsize) (end - start));
  const char *title;

  if (matchum_heading_sense (words, strlen (words)).strength == MATCHUM_HEADING_UNKNOWN)
    return g_strdup (text);
  title = g_hash_table_lookup (titles, words);
  if (title == NULL)
    {
      guint n = g_hash_table_size (titles);

      title = is_hangul (words) ? korean_titles[n % G_N_ELEMENTS (korean_titles)]
                                : english_titles[n % G_N_ELEMENTS (english_titles)];
      g_hash_table_insert (titles, g_strdup (words), (gpointer) title);
    }
  return g_strdup_printf ("%.*s%s%s", (int) (start - text), text, title, end);
}

/* Without what stands before its words, but for brackets and quotation marks. */
static const char *
strip_bullet (const char *text)
{
  while (*text != '\0' && strchr ("([\"'<#.", *text) == NULL && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static MatchumPosting *
read_without_headings (Case *self, gboolean is_stripped)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (GError) error = NULL;
  MatchumPosting *posting;

  for (guint at = 1; at <= self->n_lines; at++)
    {
      const Label *label = &self->labels[at];
      g_autofree char *line = at > 2 && label->name != NULL && g_str_equal (label->name, "heading")
                                  ? rename_heading (titles, self->text[at - 1])
                                  : g_strdup (self->text[at - 1]);

      g_string_append (text, is_stripped && label->kind != OTHER && label->name != NULL ? strip_bullet (line) : line);
      g_string_append_c (text, '\n');
    }
  bytes = g_bytes_new (text->str, text->len);
  source = matchum_source_new (self->name, bytes, &error);
  g_assert_no_error (error);
  posting = matchum_posting_reader_read (source, &error);
  g_assert_no_error (error);
  return posting;
}

static void
test_without (const Floors *floors, gboolean is_stripped)
{
  g_autoptr (GPtrArray) cases = load_cases (floors);
  Figures figures = { 0 };

  for (guint i = 0; i < cases->len; i++)
    {
      Case *self = g_ptr_array_index (cases, i);
      g_autoptr (MatchumPosting) posting = read_without_headings (self, is_stripped);
      g_autofree guint *owners = get_owners (self, posting);

      for (guint at = 1; at <= self->n_lines; at++)
        {
          if (self->labels[at].name != NULL)
            score_line (&figures, self, at,
                        owners[at] != 0 ? matchum_posting_get_line (posting, owners[at] - 1) : NULL);
        }
    }
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      const Count *count = &figures.kinds[kind];

      tell ("%s without known headings%s: F1 %.4f (%u right, %u wrong, %u missed)", kind_names[kind],
            is_stripped ? " and bullets" : "", get_f1 (count), count->right, count->wrong, count->missed);
      g_assert_cmpfloat (get_f1 (count), >=, is_stripped ? floors->stripped[kind] : floors->without[kind]);
    }
}

static void
test_without_headings (gconstpointer floors)
{
  test_without (floors, FALSE);
}

static void
test_without_bullets (gconstpointer floors)
{
  test_without (floors, TRUE);
}

static void
add_test (const Floors *floors, const char *name, GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/posting/%s/%s", floors->folder, name);

  g_test_add_data_func (path, floors, func);
}

static void
add_tests (const Floors *floors)
{
  add_test (floors, "labels", test_labels);
  add_test (floors, "reading", test_reading);
  add_test (floors, "without-headings", test_without_headings);
  add_test (floors, "without-bullets", test_without_bullets);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add_tests (&wide);
  add_tests (&wide_2);
  add_tests (&wide_3);
  add_tests (&wide_4);

  return g_test_run ();
}
