/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON is kept as it is written, what is no JSON is told with its line, and nothing takes long. */
#include "config.h"

#include <string.h>

#include "resume/matchum-json-carry.h"
#include "resume/matchum-json-value.h"

static MatchumJsonValue *
parse (const char *text, MatchumJsonNotes *notes)
{
  g_autoptr (GError) error = NULL;
  MatchumJsonValue *value =
      matchum_json_value_parse ("test.json", text, strlen (text), MATCHUM_JSON_MAX_DEPTH, notes, &error);

  g_assert_no_error (error);
  return value;
}

/* What is read, and printed on one line. */
static const struct {
  const char *json;
  const char *printed;
} sound[] = {
  { " { } ", "{}" },
  { "[ ]", "[]" },
  { "null", "null" },
  { "{\"a\" : [1, 2.50, -0, 1e400, 12345678901234567890, true, false, null]}",
    "{\"a\":[1,2.50,-0,1e400,12345678901234567890,true,false,null]}" },
  { "\"\\u00e9\\ud83d\\ude00\\n\\t\\/\\\\\\\"\\b\"", "\"é😀\\n\\t/\\\\\\\"\\u0008\"" },
  { "{\"z\":1,\"a\":2,\"\":3}", "{\"z\":1,\"a\":2,\"\":3}" },
  { "\"<!-- -->\"", "\"\\u003c!-- --\\u003e\"" },
  { "[\"한글\",\"\\u007f\"]", "[\"한글\",\"\\u007f\"]" },
};

static void
test_sound (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autoptr (MatchumJsonValue) value = parse (sound[i].json, NULL);
      g_autofree char *printed = matchum_json_value_print_compact (value);
      g_autoptr (MatchumJsonValue) again = parse (printed, NULL);
      g_autoptr (MatchumJsonValue) copy = matchum_json_value_copy (value);

      g_assert_cmpstr (printed, ==, sound[i].printed);
      g_assert_true (matchum_json_value_is_equal (value, again));
      g_assert_true (matchum_json_value_is_equal (value, copy));
    }
}

static const struct {
  const char *json;
  guint line;
} broken[] = {
  { "", 1 },      { "\n\n{", 3 },  { "{\"a\":1,}", 1 }, { "[1,]", 1 },      { "[1\n2]", 2 }, { "{\n\"a\" 1}", 2 },
  { "{a:1}", 1 }, { "'a'", 1 },    { "[01]", 1 },       { "[1.]", 1 },      { "[.5]", 1 },   { "[1e]", 1 },
  { "[-]", 1 },   { "[+1]", 1 },   { "\"\\x\"", 1 },    { "\"\\u12\"", 1 }, { "\"abc", 1 },  { "tru", 1 },
  { "nullx", 1 }, { "{} {}", 1 },  { "[1]\n\n]", 3 },   { "// c\n{}", 1 },  { "[NaN]", 1 },  { "{\"a\":}", 1 },
  { "\"\\", 1 },  { "{\"a\"", 1 }, { "[[1}", 1 },       { "{,}", 1 },       { "\"\\u", 1 },  { "[1 2]", 1 },
};

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("test.json:%u: ", broken[i].line);
      MatchumJsonValue *value =
          matchum_json_value_parse ("test.json", broken[i].json, strlen (broken[i].json), 8, NULL, &error);

      if (value != NULL)
        g_error ("%s was read", broken[i].json);
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, place))
        g_error ("%s: %s", broken[i].json, error->message);
    }
}

/* Not one of the bytes of a text is needed for its reader to stay within it. */
static void
test_cut_off (void)
{
  static const char json[] = "{\"a\":[1.5e3,\"x\\u00e9\\ud83d\\ude00\\n\",{\"b\":null,\"c\":[true,false]}],\"d\":-0.1}";

  for (gsize length = 0; length < sizeof json - 1; length++)
    {
      /* A copy of its own size, so that reading on is seen. */
      g_autofree char *copy = g_memdup2 (json, MAX (length, 1));

      g_assert_null (matchum_json_value_parse ("test.json", copy, length, 8, NULL, NULL));
    }
}

static void
test_lines (void)
{
  g_autoptr (MatchumJsonValue) value = parse ("{\n\"a\": [\n1,\n\"x\"\n],\n\n\"b\":\n{\"c\": null}\n}", NULL);
  const MatchumJsonValue *a = matchum_json_value_get_member (value, "a");
  const MatchumJsonValue *b = matchum_json_value_get_member (value, "b");

  g_assert_cmpuint (value->line, ==, 1);
  g_assert_cmpuint (a->line, ==, 2);
  g_assert_cmpuint (matchum_json_value_get_child (a, 0)->line, ==, 3);
  g_assert_cmpuint (matchum_json_value_get_child (a, 1)->line, ==, 4);
  g_assert_cmpuint (b->line, ==, 8);
  g_assert_cmpuint (matchum_json_value_get_member (b, "c")->line, ==, 8);
}

static void
check_note (MatchumJsonNotes *notes, guint index, guint line, const char *path)
{
  const MatchumJsonNote *note = g_ptr_array_index (notes->list, index);

  g_assert_cmpuint (note->line, ==, line);
  g_assert_cmpstr (note->path, ==, path);
}

static void
test_notes (void)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (MatchumJsonValue) value = parse ("{\"a\":1,\n\"b\":[{\"c\":\"\\u0000\",\n\"c\":2}],\n\"a\":3,\n"
                                              "\"d\":\"\\udc00\",\"e\":\"x\ny\"}",
                                              notes);
  g_autofree char *printed = matchum_json_value_print_compact (value);

  g_assert_cmpstr (printed, ==, "{\"a\":3,\"b\":[{\"c\":2}],\"d\":\"\xef\xbf\xbd\",\"e\":\"x\\ny\"}");
  g_assert_cmpuint (notes->list->len, ==, 5);
  check_note (notes, 0, 2, "b[0].c");
  check_note (notes, 1, 3, "b[0].c");
  check_note (notes, 2, 4, "a");
  check_note (notes, 3, 5, "d");
  check_note (notes, 4, 5, "e");
}

static void
test_many_members (void)
{
  g_autoptr (GString) json = g_string_new ("{");
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (MatchumJsonValue) value = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (json, "\"m%u\":%u,", i % 20000, i);
  g_string_append (json, "\"end\":0}");
  value = parse (json->str, notes);
  g_assert_cmpuint (matchum_json_value_get_n (value), ==, 20001);
  g_assert_cmpstr (matchum_json_value_get_child (value, 7)->text, ==, "20007");
  g_assert_cmpuint (notes->list->len, ==, 100);
  g_assert_cmpuint (notes->n_more, ==, 19900);
}

static char *
dup_nested (guint depth, const char *open, const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, "\"]}\"");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_deep (void)
{
  static const struct {
    const char *open;
    const char *close;
  } kinds[] = { { "[", "]" }, { "{\"a\":", "}" }, { "[{\"\\\"\":[", "]}]" } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *shallow = dup_nested (MATCHUM_JSON_MAX_DEPTH / 3, kinds[i].open, kinds[i].close);
      g_autofree char *deep = dup_nested (100000, kinds[i].open, kinds[i].close);
      g_autofree char *open = dup_nested (100000, kinds[i].open, "");
      g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
      g_autoptr (MatchumJsonValue) kept = parse (shallow, notes);
      g_autofree char *printed = matchum_json_value_print_compact (kept);
      g_autoptr (MatchumJsonValue) cut = NULL;

      g_assert_cmpstr (printed, ==, shallow);
      g_assert_cmpuint (notes->list->len, ==, 0);
      cut = parse (deep, notes);
      g_assert_cmpuint (notes->list->len, ==, 1);
      g_assert_null (matchum_json_value_parse ("test.json", open, strlen (open), MATCHUM_JSON_MAX_DEPTH, NULL, NULL));
    }
}

static void
test_print (void)
{
  g_autoptr (MatchumJsonValue) value = parse ("{\"a\":[],\"b\":{},\"c\":[1,{\"d\":\"<>\"}]}", NULL);
  g_autofree char *printed = matchum_json_value_print (value);

  g_assert_cmpstr (printed, ==,
                   "{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    1,\n    {\n      \"d\": \"<>\"\n    }\n  ]\n}\n");
}

static void
test_equal (void)
{
  g_autoptr (MatchumJsonValue) a = parse ("{\"a\":1,\"b\":[1,2]}", NULL);
  g_autoptr (MatchumJsonValue) same = parse ("{\"b\":[1,2],\"a\":1}", NULL);
  g_autoptr (MatchumJsonValue) order = parse ("{\"b\":[2,1],\"a\":1}", NULL);
  g_autoptr (MatchumJsonValue) kind = parse ("{\"b\":[1,2],\"a\":\"1\"}", NULL);
  g_autoptr (MatchumJsonValue) name = parse ("{\"b\":[1,2],\"c\":1}", NULL);

  g_assert_true (matchum_json_value_is_equal (a, same));
  g_assert_false (matchum_json_value_is_equal (a, order));
  g_assert_false (matchum_json_value_is_equal (a, kind));
  g_assert_false (matchum_json_value_is_equal (a, name));
}

/* Whatever is carried comes back, with marks of lists and blanks before the lines of the comment, as editors put there.
 */
static void
test_carry (void)
{
  g_autofree char *spaces = g_strnfill (300, ' ');
  g_autofree char *json =
      g_strdup_printf ("{\"item\":{\"+\":{\"a\":\"--> <!-- %s end\",\"b\":[1.10,null],\"한글\":\"%s\"}}}", spaces,
                       "가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사");
  g_autoptr (MatchumJsonValue) value = parse (json, NULL);
  g_autofree char *comment = matchum_json_carry_write (value);
  g_auto (GStrv) lines = g_strsplit (comment, "\n", -1);
  g_autofree char *indented = g_strjoinv ("\r\n    ", lines);
  g_autofree char *twice = g_strdup_printf ("text <!-- other -->\n  %s\n%s <!-- jsonresume", indented, comment);
  g_autoptr (MatchumJsonValue) read = matchum_json_carry_read (twice, strlen (twice));

  g_assert_nonnull (strchr (comment, '\n'));
  g_assert_true (strstr (comment, "-->") == comment + strlen (comment) - 3);
  g_assert_cmpuint (matchum_json_value_get_n (read), ==, 2);
  g_assert_true (matchum_json_value_is_equal (matchum_json_value_get_child (read, 0), value));
  g_assert_true (matchum_json_value_is_equal (matchum_json_value_get_child (read, 1), value));
  g_assert_null (matchum_json_carry_read ("<!-- jsonresume {] -->", 22));
}

static void
test_changes (void)
{
  g_autoptr (MatchumJsonValue) read = parse ("{\"same\":1,\"other\":\"x\",\"gone\":[1]}", NULL);
  g_autoptr (MatchumJsonValue) wanted = parse ("{\"same\":1,\"other\":\"y\",\"new\":{}}", NULL);
  g_autoptr (MatchumJsonValue) changes = matchum_json_carry_compare (read, wanted);
  g_autoptr (MatchumJsonValue) edited = parse ("{\"same\":1,\"other\":\"z\",\"gone\":[1]}", NULL);
  g_autoptr (MatchumJsonValue) expected = parse ("{\"same\":1,\"other\":\"z\",\"new\":{}}", NULL);

  g_assert_null (matchum_json_carry_compare (read, read));
  g_assert_cmpstr (matchum_json_carry_apply (edited, changes, NULL, NULL), ==, "other");
  g_assert_true (matchum_json_value_is_equal (edited, expected));
  g_assert_null (matchum_json_carry_apply (read, changes, NULL, NULL));
  g_assert_true (matchum_json_value_is_equal (read, wanted));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-value/sound", test_sound);
  g_test_add_func ("/json-value/broken", test_broken);
  g_test_add_func ("/json-value/cut-off", test_cut_off);
  g_test_add_func ("/json-value/lines", test_lines);
  g_test_add_func ("/json-value/notes", test_notes);
  g_test_add_func ("/json-value/many-members", test_many_members);
  g_test_add_func ("/json-value/deep", test_deep);
  g_test_add_func ("/json-value/print", test_print);
  g_test_add_func ("/json-value/equal", test_equal);
  g_test_add_func ("/json-value/carry", test_carry);
  g_test_add_func ("/json-value/changes", test_changes);
  return g_test_run ();
}
