/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format of the lexicon: what is read from it, and which mistakes are named where. */
#include "config.h"

#include <string.h>

#include "lexicon/matchum-lexicon.h"

static MatchumLexicon *
read_texts (const char *first, const char *second, GError **error)
{
  const char *const names[] = { "one.txt", second != NULL ? "two.txt" : NULL, NULL };
  const char *const texts[] = { first, second, NULL };

  return matchum_lexicon_new_from_texts (names, texts, error);
}

static const char tools[] = "# Tools.\n"
                            "\n"
                            "concept python programming-language   # the language\n"
                            "  en  Python\n"
                            "\tko\t파이썬 | 파이_썬 \n"
                            "\n"
                            "concept c# programming-language\r\n"
                            "  en  C# | C Sharp # a comment\r\n"
                            "\r\n"
                            "concept pyspark library\n"
                            "  sibling  dask\n"
                            "  implies  python  spark\n"
                            "  en       PySpark\n"
                            "concept spark platform\n"
                            "  en Apache Spark | Spark{ case , context }\n"
                            "  broader distributed-processing\n"
                            "concept dask library\n"
                            "  en Dask\n"
                            "  broader distributed-processing\n";
static const char classes[] = "concept distributed-processing category\n"
                              "  ko  분산_처리 | 분산 처리\n"
                              "  broader data-engineering\n"
                              "concept data-engineering function\n"
                              "  en  data_engineering\n"
                              "  ko  데이터 엔지니어링\n";

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLexicon) lexicon = read_texts (tools, classes, &error);
  const MatchumConcept *pyspark;

  g_assert_no_error (error);
  g_assert_cmpuint (matchum_lexicon_get_n_concepts (lexicon), ==, 7);
  g_assert_cmpuint (matchum_lexicon_get_n_aliases (lexicon), ==, 13);
  g_assert_cmpstr (matchum_lexicon_lookup (lexicon, "python")->name_en, ==, "Python");
  g_assert_cmpstr (matchum_lexicon_lookup (lexicon, "python")->name_ko, ==, "파이썬");
  g_assert_cmpstr (matchum_lexicon_lookup (lexicon, "c#")->name_en, ==, "C#");
  g_assert_null (matchum_lexicon_lookup (lexicon, "c#")->name_ko);
  g_assert_cmpstr (matchum_lexicon_lookup (lexicon, "data-engineering")->name_en, ==, "data engineering");
  g_assert_cmpint (matchum_lexicon_lookup (lexicon, "data-engineering")->kind, ==, MATCHUM_CONCEPT_FUNCTION);
  g_assert_null (matchum_lexicon_lookup (lexicon, "rust"));
  pyspark = matchum_lexicon_lookup (lexicon, "pyspark");
  g_assert_true (matchum_lexicon_get_concept (lexicon, pyspark->index) == pyspark);
  g_assert_cmpuint (pyspark->n_implies, ==, 2);
  g_assert_cmpuint (pyspark->n_siblings, ==, 1);
  /* A sibling needs saying once only. */
  g_assert_cmpuint (matchum_lexicon_lookup (lexicon, "dask")->n_siblings, ==, 1);
  g_assert_cmpuint (matchum_lexicon_lookup (lexicon, "dask")->siblings[0], ==, pyspark->index);
}

static void
test_relations (void)
{
  static const struct {
    const char *a;
    const char *b;
    gboolean is_kind;
    gboolean shows;
  } cases[] = {
    { "python", "python", TRUE, TRUE },          { "spark", "distributed-processing", TRUE, TRUE },
    { "spark", "data-engineering", TRUE, TRUE }, { "distributed-processing", "spark", FALSE, FALSE },
    { "pyspark", "python", FALSE, TRUE },        { "pyspark", "data-engineering", FALSE, TRUE },
    { "pyspark", "dask", FALSE, FALSE },         { "dask", "pyspark", FALSE, FALSE },
    { "python", "pyspark", FALSE, FALSE },
  };
  g_autoptr (MatchumLexicon) lexicon = read_texts (tools, classes, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const guint a = matchum_lexicon_lookup (lexicon, cases[i].a)->index;
      const guint b = matchum_lexicon_lookup (lexicon, cases[i].b)->index;

      g_test_message ("%s, %s", cases[i].a, cases[i].b);
      g_assert_cmpint (matchum_lexicon_is_kind_of (lexicon, a, b), ==, cases[i].is_kind);
      g_assert_cmpint (matchum_lexicon_shows (lexicon, a, b), ==, cases[i].shows);
    }
}

static const struct {
  const char *first;
  const char *second;
  MatchumLexiconError code;
  const char *message; /* its start */
} mistakes[] = {
  { "en Python\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:1: " },
  { "\n  en Python\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: " },
  { "concept a\n en A\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:1: " },
  { "concept a tool b\n en A\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:1: " },
  { "concept A tool\n en A\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:1: " },
  { "concept a gadget\n en A\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:1: There is no kind \"gadget\"" },
  { "concept a tool\n de A\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: " },
  { "concept a tool\n en A\n en B\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:3: " },
  { "concept a tool\n en\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: " },
  { "concept a tool\n en Ax | | B\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: " },
  { "concept a tool\n en Ax{loud}\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: There is no flag \"loud\"" },
  { "concept a tool\n en Ax{case\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: " },
  { "concept a tool\n en Ax{case}y\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: " },
  { "concept a tool\n en Ax}\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: " },
  { "concept a tool\n en _Ax\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: \"_Ax\"" },
  { "concept a tool\n en \xe2\x80\x8b\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: " },
  { "concept a tool\n en A\xff\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:2: " },
  { "concept a tool\n\nconcept b tool\n en B\n", NULL, MATCHUM_LEXICON_ERROR_SYNTAX, "one.txt:1: " },
  { "concept b tool\n en B\n", "concept a tool\n", MATCHUM_LEXICON_ERROR_SYNTAX, "two.txt:1: " },
  { "concept a tool\n en A\n", "\nconcept a tool\n en B\n", MATCHUM_LEXICON_ERROR_DUPLICATE,
    "two.txt:2: The concept \"a\" is there already, at one.txt:1" },
  { "concept a tool\n en A\n broader x\n", NULL, MATCHUM_LEXICON_ERROR_UNKNOWN,
    "one.txt:3: There is no concept \"x\"" },
  { "concept a tool\n en A\n sibling a\n", NULL, MATCHUM_LEXICON_ERROR_CYCLE, "one.txt:3: " },
  { "concept a tool\n en A\n broader b\n", "concept b tool\n en B\n implies c\nconcept c tool\n en C\n broader a\n",
    MATCHUM_LEXICON_ERROR_CYCLE, "one.txt:1: This runs in a circle: a → b → c → a" },
  { "concept a tool\n en Alpha\n", "concept b tool\n ko 베타 | alpha\n", MATCHUM_LEXICON_ERROR_DUPLICATE,
    "two.txt:2: The name \"alpha\" belongs to the concept \"a\" already, at one.txt:2" },
  { "concept a tool\n en fine_tuning\nconcept b tool\n en finetuning\n", NULL, MATCHUM_LEXICON_ERROR_DUPLICATE,
    "one.txt:4: " },
  { "concept a tool\n en fine tuning\nconcept b tool\n en fine-tuning\n", NULL, MATCHUM_LEXICON_ERROR_DUPLICATE,
    "one.txt:4: " },
  { "concept a tool\n ko 데이터 분석\nconcept b tool\n ko 데이터분석\n", NULL, MATCHUM_LEXICON_ERROR_DUPLICATE,
    "one.txt:4: " },
  { "concept a tool\n en Alpha{context}\nconcept b tool\n en Alpha\n", NULL, MATCHUM_LEXICON_ERROR_DUPLICATE,
    "one.txt:4: " },
  { "concept a tool\n en Alpha{case}\nconcept b tool\n en Alpha{case}\n", NULL, MATCHUM_LEXICON_ERROR_DUPLICATE,
    "one.txt:4: " },
};

static void
test_mistakes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("mistake %" G_GSIZE_FORMAT, i);
      g_assert_null (read_texts (mistakes[i].first, mistakes[i].second, &error));
      g_assert_error (error, MATCHUM_LEXICON_ERROR, (gint) mistakes[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, mistakes[i].message));
    }
}

/* A name too long for any text. */
static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (101, 'a');
  g_autofree char *good = g_strdup_printf ("concept a tool\n en %s\n", name + 1);
  g_autofree char *bad = g_strdup_printf ("concept a tool\n en %s\n", name);
  g_autoptr (MatchumLexicon) lexicon = read_texts (good, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (lexicon);
  g_assert_null (read_texts (bad, NULL, &error));
  g_assert_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX);
}

static void
test_no_conflicts (void)
{
  static const char *const texts[] = {
    "",
    "# nothing but a comment",
    "concept a tool\n en Alpha | alpha | ALPHA\n",
    "concept a tool\n en CS{context}\nconcept b tool\n en CS{case,context}\n",
    "concept a tool\n en ES{case}\nconcept b tool\n en es{case}\n",
    "concept a tool\n en data base\nconcept b tool\n en database\n",
    "concept a tool\n en A\n broader b c\nconcept b tool\n en B\n broader c\nconcept c tool\n en C",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumLexicon) lexicon = read_texts (texts[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (lexicon);
    }
}

/* A chain of thousands needs no stack of its own, and closes quickly. */
static void
test_long_chain (void)
{
  const guint n = 2000;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MatchumLexicon) lexicon = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i + 1 < n; i++)
    g_string_append_printf (text, "concept c%u tool\n en Name%uX\n broader c%u\n", i, i, i + 1);
  g_string_append_printf (text, "concept c%u tool\n en Name%uX\n", n - 1, n - 1);
  lexicon = read_texts (text->str, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (matchum_lexicon_shows (lexicon, 0, n - 1));
  g_assert_false (matchum_lexicon_shows (lexicon, n - 1, 0));
}

/* Any line cut or doubled gives an error or a lexicon, never a crash. */
static void
test_damage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);
  const gsize length = strlen (tools);

  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *damaged = g_strdup (tools);
      g_autoptr (MatchumLexicon) lexicon = NULL;
      g_autoptr (GError) error = NULL;

      for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        damaged[g_rand_int_range (rand, 0, (gint) length)] = " \n{}|_#a\xea,"[g_rand_int_range (rand, 0, 10)];
      lexicon = read_texts (damaged, classes, &error);
      g_assert_true ((lexicon != NULL) == (error == NULL));
      if (error != NULL)
        g_assert_true (g_str_has_prefix (error->message, "one.txt:") || g_str_has_prefix (error->message, "two.txt:"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/files/read", test_read);
  g_test_add_func ("/lexicon/files/relations", test_relations);
  g_test_add_func ("/lexicon/files/mistakes", test_mistakes);
  g_test_add_func ("/lexicon/files/long-name", test_long_name);
  g_test_add_func ("/lexicon/files/no-conflicts", test_no_conflicts);
  g_test_add_func ("/lexicon/files/long-chain", test_long_chain);
  g_test_add_func ("/lexicon/files/damage", test_damage);
  return g_test_run ();
}
