/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the labelled postings anew, without bullets, without Markdown, wrapped, closed up, under headings that no list
 * holds, and asks that their lines stay what they are. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "posting-fixture.h"

typedef struct {
  char *text;
  char label;           /* 'r', 'p', 'd' or 0 */
  char heading;         /* of a heading: what it announces, 'o' where that is none of these; else 0 */
  gboolean has_wrapped; /* its rest stands on the next line */
} Line;

typedef struct {
  char *name;
  gboolean is_korean;
  GPtrArray *lines; /* of Line */
} Case;

static void
line_free (Line *line)
{
  g_free (line->text);
  g_free (line);
}

static void
case_free (Case *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static Line *
get_line (Case *self, guint index)
{
  return g_ptr_array_index (self->lines, index);
}

static void
add_labels (Case *self, JsonObject *label)
{
  JsonArray *requirements = json_object_get_array_member (label, "requirements");
  JsonArray *duties = json_object_get_array_member (label, "duties");

  for (guint i = 0; i < json_array_get_length (requirements); i++)
    {
      JsonObject *requirement = json_array_get_object_element (requirements, i);
      guint line = (guint) json_object_get_int_member (requirement, "line");

      get_line (self, line - 1)->label = json_object_get_string_member (requirement, "section")[0];
    }
  for (guint i = 0; i < json_array_get_length (duties); i++)
    get_line (self, (guint) json_array_get_int_element (duties, i) - 1)->label = 'd';
}

/* Which lines are headings is taken from the reader, which another test holds against the labels. */
static void
add_headings (Case *self, const char *text)
{
  static const char letters[] = { 'o', 'r', 'p', 'd', 'o', 'b', 'o', 'o' };
  g_autoptr (MatchumPosting) posting = read_text (text);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (line->is_heading)
        get_line (self, line->first_line - 1)->heading = letters[line->kind];
    }
}

static Case *
load_case (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *posting = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Case *self = g_new0 (Case, 1);
  JsonObject *label;
  guint hangul = 0;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  label = json_node_get_object (json_parser_get_root (parser));
  self->name = g_strdup (json_object_get_string_member (label, "posting"));
  posting = g_test_build_filename (G_TEST_DIST, "cases", self->name, NULL);
  g_assert_true (g_file_get_contents (posting, &text, NULL, NULL));
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Line *line = g_new0 (Line, 1);

      line->text = g_strdup (lines[i]);
      g_ptr_array_add (self->lines, line);
    }
  for (const char *p = text; *p != '\0'; p++)
    hangul += (guchar) *p >= 0xea && (guchar) *p <= 0xed;
  self->is_korean = hangul > 300;
  add_labels (self, label);
  add_headings (self, text);
  return self;
}

/* One case per posting. */
static GPtrArray *
load_cases (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "cases", "labels", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) case_free);

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      Case *made = load_case (path);

      if (g_hash_table_add (seen, g_strdup (made->name)))
        g_ptr_array_add (cases, made);
      else
        case_free (made);
    }
  g_assert_cmpuint (cases->len, >=, 10);
  return cases;
}

/* Ways of drawing. */

static const char *
skip_bullet (const char *text)
{
  const char *at = text + strspn (text, " ");
  gsize digits = strspn (at, "0123456789");

  if (digits > 0 && at[digits] == '.' && at[digits + 1] == ' ')
    return at + digits + 2;
  for (guint i = 0; i < 4; i++)
    {
      static const char *const bullets[] = { "- ", "* ", "• ", "ㆍ" };

      if (g_str_has_prefix (at, bullets[i]))
        return at + strlen (bullets[i]);
    }
  return text;
}

static const char *
skip_mark (const char *text)
{
  const char *at = text;

  while (*at == '#')
    at++;
  if (at > text)
    return at + strspn (at, " ");
  if (g_str_has_prefix (text, "▶ ") || g_str_has_prefix (text, "■ "))
    return text + strlen ("▶ ");
  return text;
}

static void
set_text (Line *line, char *text)
{
  g_free (line->text);
  line->text = text;
}

static void
strip_bullets (Case *self, guint variant)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);

      if (line->heading == 0)
        set_text (line, g_strdup (skip_bullet (line->text)));
    }
}

static void
strip_marks (Case *self, guint variant)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);

      if (line->heading != 0)
        set_text (line, g_strdup (skip_mark (line->text)));
    }
}

static void
strip_all (Case *self, guint variant)
{
  strip_marks (self, variant);
  strip_bullets (self, variant);
}

static void
insert_line (Case *self, guint index, const char *text)
{
  Line *line = g_new0 (Line, 1);

  line->text = g_strdup (text);
  g_ptr_array_insert (self->lines, (int) index, line);
}

static void
space_out (Case *self, guint variant)
{
  strip_all (self, variant);
  for (guint i = self->lines->len; i > 1; i--)
    insert_line (self, i - 1, "");
}

static void
close_up (Case *self, guint variant)
{
  for (guint i = self->lines->len; i > 0; i--)
    {
      if (*get_line (self, i - 1)->text == '\0')
        g_ptr_array_remove_index (self->lines, i - 1);
    }
}

static void
mark_headings (Case *self, guint variant)
{
  static const char *const marks[][2] = { { "**", "**" }, { "[", "]" }, { "<", ">" },  { "🚀 ", "" },
                                          { "", ":" },    { "■ ", "" }, { "【", "】" } };

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      const char *const *mark = marks[variant % G_N_ELEMENTS (marks)];

      if (line->heading != 0 && line->heading != 'o')
        set_text (line, g_strconcat (mark[0], skip_mark (line->text), mark[1], NULL));
    }
}

static void
change_bullets (Case *self, guint variant)
{
  static const char *const bullets[] = { "✅ ", "ㆍ", "1) ", "-", "    - ", "\uf09e ", "→ " };

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);

      if (line->label != 0)
        set_text (line, g_strconcat (bullets[variant % G_N_ELEMENTS (bullets)], skip_bullet (line->text), NULL));
    }
}

static guint
measure (const char *text, const char *end)
{
  guint width = 0;

  for (; text < end; text = g_utf8_next_char (text))
    width += (guchar) *text >= 0xe1 ? 2 : 1;
  return width;
}

/* Breaks the labelled lines at 60 columns, what follows indented by two. */
static void
wrap (Case *self, guint variant)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      g_autofree char *rest = NULL;
      char *cut = NULL;

      if (line->label == 0 && !(i > 0 && get_line (self, i - 1)->has_wrapped))
        continue;
      for (char *p = line->text + 4; (p = strchr (p, ' ')) != NULL && measure (line->text, p) <= 60; p++)
        cut = p;
      if (cut == NULL || measure (line->text, line->text + strlen (line->text)) <= 60)
        continue;
      rest = g_strconcat ("  ", cut + 1, NULL);
      *cut = '\0';
      line->has_wrapped = TRUE;
      insert_line (self, i + 1, rest);
    }
}

/* Headings that the lists of the program do not hold. */
typedef struct {
  char kind;
  gboolean is_korean;
  const char *texts;
} Headings;

static const Headings headings[] = {
  { 'r', TRUE,
    "이 자리에 필요한 사람|저희는 이런 동료를 기다려요|어떤 분이 잘 맞을까요?|함께 달릴 분을 찾아요|꼭 갖추었으면 하는 "
    "것|이 일을 잘하려면|"
    "합류에 필요한 역량|누구와 일하고 싶은가|저희 팀에 어울리는 분|최소한 이 정도는 필요해요|지원 시 필요한 "
    "조건|모시고 싶은 분|"
    "이런 분께 잘 맞는 자리예요|꼭 있었으면 하는 경험|저희가 보는 것|기본적으로 갖춰야 할 것" },
  { 'r', FALSE,
    "What we need from you|You'll thrive here if|The skills you'll bring|What makes you a match|We'd love to talk if "
    "you|"
    "Who we hope to meet|Your toolkit|Things you should already know|You could be the person we need|What we expect" },
  { 'p', TRUE,
    "이런 점이 있다면 눈길이 더 가요|있으면 반가운 경험|없어도 되지만 있으면 좋아요|이런 경험까지 있다면 "
    "금상첨화|플러스가 되는 경험|"
    "해 보셨다면 더욱 환영해요|가산점을 드려요|이런 분을 더 환영해요|꼭은 아니지만 있으면 좋은 것|한 걸음 더|이런 "
    "이력이 있으면 유리해요|"
    "추가로 보면 좋은 역량|저희를 설레게 하는 경험" },
  { 'p', FALSE,
    "Brownie points for|Even better if you have|What would set you apart|Not essential, but lovely|We get excited "
    "about|It helps if|"
    "You'd stand out with|A few extras we like|Great but not required|These would make us smile" },
  { 'd', TRUE,
    "이런 문제를 풀게 돼요|함께 만들어 갈 것들|당신의 하루는 이래요|이 자리에서 하는 일|입사하면 바로 맡을 일|무슨 "
    "일을 하나요?|이 팀에서 풀 과제|"
    "이렇게 기여하게 됩니다|이 포지션의 미션|주요 과제|손대게 될 일들|여기서 하실 수 있는 것" },
  { 'd', FALSE,
    "What you'll own|A day in your life|The problems you'll solve|How you'll spend your week|What's on your plate|The "
    "work|"
    "Your first year|What we'll ask you to do|How you'll contribute|What this role does" },
  { 'b', TRUE, "함께 누려요|우리가 드리는 것|이런 걸 챙겨 드려요|동료에게 드리는 것|이런 지원이 있어요" },
  { 'b', FALSE, "What's in it for you|How we look after you|What you'll enjoy|What we give back" },
};

static const char *
choose_heading (char kind, gboolean is_korean, guint variant, char **owned)
{
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      if (headings[i].kind == kind && headings[i].is_korean == is_korean)
        {
          g_auto (GStrv) texts = g_strsplit (headings[i].texts, "|", -1);

          *owned = g_strdup (texts[variant % g_strv_length (texts)]);
          return *owned;
        }
    }
  return NULL;
}

/* Whether the labelled lines, or benefits, come next under the heading at index and no other heading is between. */
static gboolean
leads (Case *self, guint index)
{
  for (guint i = index + 1; i < self->lines->len; i++)
    {
      if (get_line (self, i)->heading != 0)
        return FALSE;
      if (get_line (self, i)->label != 0)
        return TRUE;
    }
  return FALSE;
}

static void
replace_headings (Case *self, guint variant)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      g_autofree char *words = NULL;
      const char *rest = skip_mark (line->text);

      if (line->heading == 0 || (line->heading != 'b' && !leads (self, i)))
        continue;
      if (choose_heading (line->heading, self->is_korean, variant, &words) != NULL)
        set_text (line, g_strdup_printf ("%.*s%s", (int) (rest - line->text), line->text, words));
    }
}

static void
replace_and_strip (Case *self, guint variant)
{
  replace_headings (self, variant);
  strip_all (self, variant);
}

static void
replace_and_unmark (Case *self, guint variant)
{
  replace_headings (self, variant);
  strip_marks (self, variant);
}

typedef struct {
  guint right;
  guint wrong;
  guint missed;
} Count;

static char *
join (Case *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, "%s\n", get_line (self, i)->text);
  return g_string_free (text, FALSE);
}

static void
score (Case *self, Count *count)
{
  static const char letters[] = { 0, 'r', 'p', 'd', 0, 0, 0, 0 };
  g_autofree char *text = join (self);
  g_autoptr (MatchumPosting) posting = read_text (text);
  g_autofree char *said = g_new0 (char, self->lines->len + 1);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      if (!line->is_heading)
        said[line->first_line - 1] = letters[line->kind];
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);

      if (said[i] == line->label)
        count->right += line->label != 0;
      else
        {
          count->wrong += said[i] != 0;
          count->missed += line->label != 0;
          g_test_message ("%s:%u: labelled %c, said %c: %s", self->name, i + 1, line->label ? line->label : '-',
                          said[i] ? said[i] : '-', line->text);
        }
    }
}

static void
assert_drawn (void (*draw) (Case *, guint), guint n_variants, double floor)
{
  Count count = { 0 };
  double f1;

  for (guint variant = 0; variant < n_variants; variant++)
    {
      g_autoptr (GPtrArray) cases = load_cases ();

      for (guint i = 0; i < cases->len; i++)
        {
          Case *self = g_ptr_array_index (cases, i);

          draw (self, n_variants > 1 ? variant + i : 0);
          score (self, &count);
        }
    }
  f1 = 2.0 * count.right / (2 * count.right + count.wrong + count.missed);
  g_test_message ("%u lines, F1 %.4f", count.right + count.missed, f1);
  g_assert_cmpfloat (f1, >=, floor);
}

static void
test_without_bullets (void)
{
  assert_drawn (strip_bullets, 1, 0.99);
}

static void
test_without_marks (void)
{
  assert_drawn (strip_marks, 1, 0.99);
}

static void
test_without_either (void)
{
  assert_drawn (strip_all, 1, 0.99);
}

static void
test_spaced_out (void)
{
  assert_drawn (space_out, 1, 0.99);
}

static void
test_closed_up (void)
{
  assert_drawn (close_up, 1, 0.99);
}

static void
test_marked_headings (void)
{
  assert_drawn (mark_headings, 7, 0.98);
}

static void
test_other_bullets (void)
{
  assert_drawn (change_bullets, 7, 0.99);
}

static void
test_wrapped (void)
{
  assert_drawn (wrap, 1, 0.99);
}

static void
test_other_headings (void)
{
  assert_drawn (replace_headings, 16, 0.97);
}

static void
test_other_headings_unmarked (void)
{
  assert_drawn (replace_and_unmark, 16, 0.97);
}

static void
test_other_headings_bare (void)
{
  assert_drawn (replace_and_strip, 16, 0.97);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/layouts/without-bullets", test_without_bullets);
  g_test_add_func ("/posting/layouts/without-marks", test_without_marks);
  g_test_add_func ("/posting/layouts/without-either", test_without_either);
  g_test_add_func ("/posting/layouts/spaced-out", test_spaced_out);
  g_test_add_func ("/posting/layouts/closed-up", test_closed_up);
  g_test_add_func ("/posting/layouts/marked-headings", test_marked_headings);
  g_test_add_func ("/posting/layouts/other-bullets", test_other_bullets);
  g_test_add_func ("/posting/layouts/wrapped", test_wrapped);
  g_test_add_func ("/posting/layouts/other-headings", test_other_headings);
  g_test_add_func ("/posting/layouts/other-headings-unmarked", test_other_headings_unmarked);
  g_test_add_func ("/posting/layouts/other-headings-bare", test_other_headings_bare);

  return g_test_run ();
}
