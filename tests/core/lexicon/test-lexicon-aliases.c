/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the user's own: they win over those of the lexicon, and may name what that does not know. */
#include "config.h"

#include <string.h>

#include "lexicon/matchum-lexicon.h"

static const char records[] = "concept python programming-language\n en Python\n ko 파이썬\n"
                              "concept r programming-language\n en R{case,context}\n"
                              "concept pytorch library\n en PyTorch | torch{context}\n implies python\n"
                              "concept spark platform\n en Apache Spark | Spark{case,context}\n"
                              "concept kubernetes platform\n en Kubernetes | k8s\n"
                              "concept warehouse category\n en data warehouse\n ko 데이터 웨어하우스\n"
                              "concept data task\n en data\n ko 데이터\n"
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
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MatchumFoldedText) folded = NULL;
      g_autoptr (GArray) mentions = NULL;
      MatchumSpan before = { 0, 0 };

      for (gint n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      folded = matchum_folded_text_new (text->str, (gssize) text->len);
      mentions = matchum_lexicon_find (lexicon, folded, round % 2 ? MATCHUM_LEXICON_FIND_IN_LIST : 0);
      for (guint i = 0; i < mentions->len; i++)
        {
          const MatchumSpan span = g_array_index (mentions, MatchumMention, i).span;

          g_assert_true (span.start < span.end && span.end <= text->len);
          g_assert_true (span.start >= before.end || (span.start == before.start && span.end == before.end));
          before = span;
        }
    }
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
  return g_test_run ();
}
