/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the user's own: they win over those of the lexicon, and may name what that does not know. */
#include "config.h"

#include <string.h>

#include "lexicon-fixture.h"

static const char records[] = "concept python programming-language\n en Python\n ko 파이썬\n"
                              "concept r programming-language\n en R{case,context}\n"
                              "concept pytorch library\n en PyTorch | torch{context}\n implies python\n"
                              "concept spark platform\n en Apache Spark | Spark{case,context}\n"
                              "concept kubernetes platform\n en Kubernetes | k8s\n"
                              "concept warehouse category\n en data warehouse\n ko 데이터 웨어하우스\n"
                              "concept data task\n en data\n ko 데이터\n"
                              "concept keeping function\n en warehouse keeping\n"
                              "concept cs-science field\n en CS{case,context} | computer science\n"
                              "concept cs-support function\n en CS{case,context} | customer support\n";

static MatchumLexicon *
make_base (void)
{
  g_autoptr (GError) error = NULL;
  MatchumLexicon *lexicon = matchum_lexicon_new_from_texts ((const char *const[]){ "test", NULL },
                                                            (const char *const[]){ records, NULL }, &error);

  g_assert_no_error (error);
  return lexicon;
}

static MatchumLexicon *
add_aliases (const MatchumLexiconAlias *aliases, gsize n)
{
  g_autoptr (MatchumLexicon) base = make_base ();
  g_autoptr (GError) error = NULL;
  MatchumLexicon *lexicon = matchum_lexicon_new_with_aliases (base, aliases, n, &error);

  g_assert_no_error (error);
  return lexicon;
}

static char *
find (MatchumLexicon *lexicon, const char *text)
{
  g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (text, -1);
  g_autoptr (GArray) mentions = matchum_lexicon_find (lexicon, folded, MATCHUM_LEXICON_FIND_DEFAULT);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const MatchumMention *mention = &g_array_index (mentions, MatchumMention, i);

      g_string_append_printf (found, "%s%s=%.*s%s", i > 0 ? "; " : "",
                              matchum_lexicon_get_concept (lexicon, mention->concept)->id,
                              (gint) matchum_span_get_length (mention->span), text + mention->span.start,
                              mention->is_canonical ? "*" : "");
    }
  return g_string_free (found, FALSE);
}

static const MatchumLexiconAlias aliases[] = {
  { "불꽃", "spark" },              /* an id */
  { "snake_lang", "PYTHON" },       /* a canonical name; its _ is one */
  { " KubeThing ", "k8s" },         /* another name */
  { "torch", "pytorch" },           /* ambiguous in the lexicon, not to the user */
  { "data", "사내툴" },             /* a name of the lexicon, counted as what nobody knows */
  { "in-house tool", "사내툴" },    /* the same once more */
  { "house", "in-house tool" },     /* by way of a name of the user's own */
  { "Team Board", "Kanban_X" },     /* two names that start alike */
  { "Team Board Pro", "Kanban_Y" }, /**/
  { "두뜻", "python" },             /* one name of two concepts */
  { "두뜻", "kubernetes" },         /**/
};

static const struct {
  const char *text;
  const char *found;
} cases[] = {
  { "불꽃으로 처리", "spark=불꽃" },
  { "snake_lang, snake lang", "python=snake_lang" },
  { "KUBETHING을 씀", "kubernetes=KUBETHING" },
  { "torch", "pytorch=torch" },
  { "torchvision", "" },
  { "data", "사내툴=data" },
  { "data warehouse", "사내툴=data" },
  { "데이터 웨어하우스와 데이터", "warehouse=데이터 웨어하우스*; data=데이터*" },
  { "사내툴을, 사내 툴", "사내툴=사내툴*" },
  { "in house tool; in-house tool; house", "사내툴=in house tool; 사내툴=in-house tool; 사내툴=house" },
  { "Team Board Pro, Team Board", "kanban_y=Team Board Pro; kanban_x=Team Board" },
  { "Kanban_X", "kanban_x=Kanban_X*" },
  { "두뜻", "kubernetes=두뜻; python=두뜻" },
  /* A tool of the user's own keeps an ambiguous name company. */
  { "R, 사내툴", "r=R*; 사내툴=사내툴*" },
  { "R", "" },
  { "Python, Kubernetes", "python=Python*; kubernetes=Kubernetes*" },
  { "", "" },
};

static void
test_find (void)
{
  g_autoptr (MatchumLexicon) lexicon = add_aliases (aliases, G_N_ELEMENTS (aliases));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (lexicon, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_concepts (void)
{
  g_autoptr (MatchumLexicon) base = make_base ();
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_with_aliases (base, aliases, G_N_ELEMENTS (aliases), NULL);
  const guint n = matchum_lexicon_get_n_concepts (base);
  const MatchumConcept *own = matchum_lexicon_lookup (lexicon, "사내툴");
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert_cmpuint (matchum_lexicon_get_n_concepts (lexicon), ==, n + 3);
  g_assert_cmpuint (matchum_lexicon_get_n_aliases (lexicon), ==,
                    matchum_lexicon_get_n_aliases (base) + G_N_ELEMENTS (aliases) + 3);
  g_assert_nonnull (own);
  g_assert_cmpuint (own->index, ==, n);
  g_assert_true (matchum_lexicon_get_concept (lexicon, n) == own);
  g_assert_cmpint (own->kind, ==, MATCHUM_CONCEPT_TOOL);
  g_assert_cmpstr (own->name_ko, ==, "사내툴");
  g_assert_null (own->name_en);
  g_assert_cmpstr (matchum_lexicon_lookup (lexicon, "kanban_x")->name_en, ==, "Kanban_X");
  g_assert_cmpuint (own->n_broader + own->n_implies + own->n_siblings, ==, 0);
  for (guint i = 0; i < n + 3; i++)
    {
      g_assert_cmpint (matchum_lexicon_shows (lexicon, n, i), ==, i == n);
      g_assert_cmpint (matchum_lexicon_is_kind_of (lexicon, i, n), ==, i == n);
    }
  matchum_lexicon_add_shown (lexicon, n, shown);
  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_cmpuint (g_array_index (shown, guint, 0), ==, n);
  g_assert_true (matchum_lexicon_shows (lexicon, matchum_lexicon_lookup (lexicon, "pytorch")->index,
                                        matchum_lexicon_lookup (lexicon, "python")->index));
  g_assert_null (matchum_lexicon_lookup (base, "사내툴"));
}

/* Others take the place of those before; none leave the lexicon as it was. */
static void
test_again (void)
{
  g_autoptr (MatchumLexicon) first = add_aliases (aliases, G_N_ELEMENTS (aliases));
  g_autoptr (MatchumLexicon) second =
      matchum_lexicon_new_with_aliases (first, &(MatchumLexiconAlias){ "뱀", "Python" }, 1, NULL);
  g_autoptr (MatchumLexicon) third = matchum_lexicon_new_with_aliases (second, NULL, 0, NULL);
  g_autofree char *found = find (second, "뱀. torch. data");
  g_autofree char *plain = find (third, "뱀, data warehouse");

  g_clear_pointer (&first, matchum_lexicon_unref);
  g_assert_cmpstr (found, ==, "python=뱀; data=data*");
  g_assert_cmpstr (plain, ==, "warehouse=data warehouse*");
}

static const struct {
  MatchumLexiconAlias alias;
  MatchumLexiconError code;
  const char *message; /* its start */
} mistakes[] = {
  { { "", "python" }, MATCHUM_LEXICON_ERROR_SYNTAX, "Write both names" },
  { { "뱀", "" }, MATCHUM_LEXICON_ERROR_SYNTAX, "Write both names" },
  { { " \xe3\x80\x80\t", "python" }, MATCHUM_LEXICON_ERROR_SYNTAX, "Write both names" },
  { { "\xe2\x80\x8b", "python" }, MATCHUM_LEXICON_ERROR_SYNTAX, "Write both names" },
  { { "-, /", "python" }, MATCHUM_LEXICON_ERROR_SYNTAX, "\"-, /\" has no letter" },
  { { "\xff", "python" }, MATCHUM_LEXICON_ERROR_SYNTAX, "A name of your own is not UTF-8" },
  { { "python", "ＰＹＴＨＯＮ" }, MATCHUM_LEXICON_ERROR_CYCLE, "\"python\" cannot be counted as itself" },
};

static void
test_mistakes (void)
{
  g_autoptr (MatchumLexicon) base = make_base ();
  g_autofree char *long_name = g_strnfill (101, 'a');
  g_autofree char *good = g_strnfill (100, 'a');
  g_autoptr (GError) too_long = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (matchum_lexicon_new_with_aliases (base, &mistakes[i].alias, 1, &error));
      g_assert_error (error, MATCHUM_LEXICON_ERROR, (gint) mistakes[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, mistakes[i].message));
      g_assert_false (matchum_lexicon_alias_check (&mistakes[i].alias, NULL));
    }
  g_assert_true (matchum_lexicon_alias_check (&(MatchumLexiconAlias){ good, "python" }, NULL));
  g_assert_false (matchum_lexicon_alias_check (&(MatchumLexiconAlias){ long_name, "python" }, &too_long));
  g_assert_error (too_long, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_SYNTAX);
}

static void
test_circle (void)
{
  const MatchumLexiconAlias circle[] = { { "하나", "둘" }, { "둘", "셋" }, { "셋", "하나" } };
  g_autoptr (MatchumLexicon) base = make_base ();
  g_autoptr (MatchumLexicon) chain = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (matchum_lexicon_new_with_aliases (base, circle, 3, &error));
  g_assert_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_CYCLE);
  chain = matchum_lexicon_new_with_aliases (base, circle, 2, NULL);
  g_assert_nonnull (chain);
  g_assert_nonnull (matchum_lexicon_lookup (chain, "셋"));
  g_assert_cmpuint (matchum_lexicon_get_n_concepts (chain), ==, matchum_lexicon_get_n_concepts (base) + 1);
}

/* Any names in any text: mentions are in order, and no name of the lexicon overlaps one of the user's. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "Python", "R",  "data", " ",      "warehouse", "데이터", "웨어하우스", "torch",
                                        ", ",     "CS", "-",    "사내툴", "을",        "house",  "in-",        "tool" };
  g_autoptr (MatchumLexicon) lexicon = add_aliases (aliases, G_N_ELEMENTS (aliases));

  try_any_texts (lexicon, pieces, G_N_ELEMENTS (pieces), 5000, 12);
}

/* Those that cannot be taken are told, one by one, and the others count. */
static void
test_usable (void)
{
  const MatchumLexiconAlias names[] = {
    { "뱀", "Python" }, { "", "Python" },     { "하나", "둘" }, { "둘", "하나" },         { "셋", "하나" },
    { "쿠베", "k8s" },  { "쿠베네", "쿠베" }, { "r", "R" },     { "사내툴", "우리도구" }, { "우리", "우리도구" },
  };
  const gint codes[] = { -1,
                         MATCHUM_LEXICON_ERROR_SYNTAX,
                         MATCHUM_LEXICON_ERROR_CYCLE,
                         MATCHUM_LEXICON_ERROR_CYCLE,
                         MATCHUM_LEXICON_ERROR_CYCLE,
                         -1,
                         -1,
                         MATCHUM_LEXICON_ERROR_CYCLE,
                         -1,
                         -1 };
  g_autoptr (MatchumLexicon) base = make_base ();
  GError *problems[G_N_ELEMENTS (names)];
  g_autoptr (MatchumLexicon) lexicon =
      matchum_lexicon_new_with_usable_aliases (base, names, G_N_ELEMENTS (names), problems);
  g_autofree char *found = find (lexicon, "뱀, 하나, 쿠베네, 우리, 사내툴");

  g_assert_cmpstr (found, ==, "python=뱀; kubernetes=쿠베네; 우리도구=우리; 우리도구=사내툴");
  g_assert_cmpuint (matchum_lexicon_get_n_concepts (lexicon), ==, matchum_lexicon_get_n_concepts (base) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (codes[i] < 0)
        g_assert_no_error (problems[i]);
      else
        g_assert_error (problems[i], MATCHUM_LEXICON_ERROR, codes[i]);
      g_clear_error (&problems[i]);
    }
}

/* A long way from name to name is no circle, and is gone once. */
static void
test_long_way (void)
{
  const guint n = MATCHUM_LEXICON_MAX_ALIASES + 3;
  g_autoptr (GStringChunk) texts = g_string_chunk_new (4096);
  g_autofree MatchumLexiconAlias *names = g_new (MatchumLexiconAlias, n);
  g_autofree GError **problems = g_new (GError *, n);
  g_autoptr (MatchumLexicon) base = make_base ();
  g_autoptr (MatchumLexicon) lexicon = NULL;
  g_autofree char *found = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "word%u", i);
      names[i].name = g_string_chunk_insert (texts, text);
      g_snprintf (text, sizeof text, "word%u", i + 1);
      names[i].concept = i + 1 == MATCHUM_LEXICON_MAX_ALIASES ? "Python" : g_string_chunk_insert (texts, text);
    }
  lexicon = matchum_lexicon_new_with_usable_aliases (base, names, n, problems);
  g_test_message ("%u names in %.3f s", n, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true ((problems[i] != NULL) == (i >= MATCHUM_LEXICON_MAX_ALIASES));
      g_clear_error (&problems[i]);
    }
  found = find (lexicon, "word0");
  g_assert_cmpstr (found, ==, "python=word0");
}

/* Names with gaps everywhere are too much together; as many of them as can be are taken. */
static void
test_too_many_gaps (void)
{
  enum { N = 400 };
  MatchumLexiconAlias names[N];
  GError *problems[N];
  g_autoptr (GStringChunk) texts = g_string_chunk_new (4096);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (MatchumLexicon) base = make_base ();
  g_autoptr (MatchumLexicon) lexicon = NULL;
  guint n_left_out = 0;

  for (guint i = 0; i < N; i++)
    {
      g_autoptr (GString) text = g_string_new ("가");

      for (guint j = 0; j < 45; j++)
        g_string_append (text, g_rand_boolean (rand) ? " 가" : "가");
      names[i] = (MatchumLexiconAlias){ g_string_chunk_insert (texts, text->str), "Python" };
    }
  lexicon = matchum_lexicon_new_with_usable_aliases (base, names, N, problems);
  g_assert_nonnull (lexicon);
  for (guint i = 0; i < N; i++)
    {
      n_left_out += problems[i] != NULL;
      g_clear_error (&problems[i]);
    }
  g_test_message ("%u of %u are left out", n_left_out, N);
  g_assert_cmpuint (n_left_out, <, N);
}

static void
test_is_own (void)
{
  const MatchumLexiconAlias names[] = { { "뱀", "Python" }, { "사내툴", "우리도구" }, { "torch", "PyTorch" } };
  static const char text[] = "뱀, Python, 사내툴, 우리도구, torch, PyTorch";
  g_autoptr (MatchumLexicon) lexicon = add_aliases (names, G_N_ELEMENTS (names));
  g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (text, -1);
  g_autoptr (GArray) mentions = matchum_lexicon_find (lexicon, folded, MATCHUM_LEXICON_FIND_DEFAULT);

  g_assert_cmpuint (mentions->len, ==, 6);
  for (guint i = 0; i < mentions->len; i++)
    g_assert_cmpint (g_array_index (mentions, MatchumMention, i).is_own, ==, i % 2 == 0);
  g_assert_true (matchum_lexicon_is_own_name (lexicon, " TORCH "));
  g_assert_false (matchum_lexicon_is_own_name (lexicon, "우리도구"));
  g_assert_false (matchum_lexicon_is_own_name (lexicon, "Python"));
}

static char *
complete (MatchumLexicon *lexicon, const char *text, guint max)
{
  g_autoptr (GArray) found = matchum_lexicon_complete (lexicon, text, max);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            matchum_lexicon_get_concept (lexicon, g_array_index (found, guint, i))->id);
  return g_string_free (ids, FALSE);
}

static const struct {
  const char *text;
  const char *ids;
} completions[] = {
  { "", "" },
  { " \t", "" },
  { "zz", "" },
  { "py", "python pytorch" },
  { "PYTHON", "python" },
  { "파이", "python" },
  { "k8", "kubernetes" },  /* another name, by its start, */
  { "k8s", "kubernetes" }, /* and whole */
  { "house", "" },
  { "warehouse", "keeping warehouse" }, /* a word of a name comes behind its start, however long that is */
  { "data", "data warehouse" },         /* what is called so comes first */
  { "data w", "warehouse" },
  { "data-w", "warehouse" },
  { "데이터웨", "warehouse" },
  { "데이터 웨어하우스를", "" },
  { "cs", "cs-science cs-support" },
  { "comp", "cs-science" },
  { "spar", "spark" },
  { "우리", "우리도구" },
  { "사내", "" }, /* what leads elsewhere is nothing to be counted as */
};

static void
test_complete (void)
{
  const MatchumLexiconAlias names[] = { { "사내툴", "우리도구" } };
  g_autoptr (MatchumLexicon) lexicon = add_aliases (names, G_N_ELEMENTS (names));
  g_autofree char *few = complete (lexicon, "p", 1);

  for (guint i = 0; i < G_N_ELEMENTS (completions); i++)
    {
      g_autofree char *ids = complete (lexicon, completions[i].text, 8);

      g_test_message ("“%s”", completions[i].text);
      g_assert_cmpstr (ids, ==, completions[i].ids);
    }
  g_assert_cmpstr (few, ==, "python");
}

/* Every name that the program shows is suggested before it is typed to its end. */
static void
test_complete_builtin (void)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  gint64 slowest = 0;

  for (guint i = 0; i < matchum_lexicon_get_n_concepts (lexicon); i += 7)
    {
      const MatchumConcept *concept = matchum_lexicon_get_concept (lexicon, i);
      const char *name = concept->name_ko != NULL ? concept->name_ko : concept->name_en;
      const glong length = g_utf8_strlen (name, -1);
      g_autofree char *start = g_utf8_substring (name, 0, length - (length > 2));
      gint64 began = g_get_monotonic_time ();
      g_autoptr (GArray) found = matchum_lexicon_complete (lexicon, start, G_MAXUINT);
      gboolean is_found = FALSE;

      slowest = MAX (slowest, g_get_monotonic_time () - began);
      for (guint k = 0; k < found->len; k++)
        is_found = is_found || g_array_index (found, guint, k) == i;
      if (!is_found)
        g_error ("“%s” does not suggest %s", start, concept->id);
    }
  g_test_message ("the slowest took %.1f ms", (double) slowest / 1000);
}

static void
test_find_concept (void)
{
  g_autoptr (MatchumLexicon) lexicon = add_aliases (&(MatchumLexiconAlias){ "뱀", "Python" }, 1);

  g_assert_cmpstr (matchum_lexicon_find_concept (lexicon, " K8S")->id, ==, "kubernetes");
  g_assert_cmpstr (matchum_lexicon_find_concept (lexicon, "뱀")->id, ==, "python");
  g_assert_cmpstr (matchum_lexicon_find_concept (lexicon, "warehouse")->id, ==, "warehouse"); /* its id */
  g_assert_null (matchum_lexicon_find_concept (lexicon, "Python and R"));
  g_assert_null (matchum_lexicon_find_concept (lexicon, ""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/aliases/find", test_find);
  g_test_add_func ("/lexicon/aliases/concepts", test_concepts);
  g_test_add_func ("/lexicon/aliases/again", test_again);
  g_test_add_func ("/lexicon/aliases/mistakes", test_mistakes);
  g_test_add_func ("/lexicon/aliases/circle", test_circle);
  g_test_add_func ("/lexicon/aliases/any-text", test_any_text);
  g_test_add_func ("/lexicon/aliases/usable", test_usable);
  g_test_add_func ("/lexicon/aliases/long-way", test_long_way);
  g_test_add_func ("/lexicon/aliases/too-many-gaps", test_too_many_gaps);
  g_test_add_func ("/lexicon/aliases/is-own", test_is_own);
  g_test_add_func ("/lexicon/aliases/complete", test_complete);
  g_test_add_func ("/lexicon/aliases/complete-builtin", test_complete_builtin);
  g_test_add_func ("/lexicon/aliases/find-concept", test_find_concept);
  return g_test_run ();
}
