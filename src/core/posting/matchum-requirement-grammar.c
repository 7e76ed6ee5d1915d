/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the tree of criteria of a line: its sentences, alternatives and years. */
#include "config.h"

#include "posting/matchum-requirement-grammar.h"

#include <string.h>

#include "posting/matchum-criterion-tree.h"
#include "posting/matchum-requirement-amount.h"
#include "posting/matchum-requirement-item.h"
#include "posting/matchum-requirement-lengths.h"
#include "posting/matchum-requirement-list.h"
#include "posting/matchum-requirement-phrase.h"
#include "posting/matchum-requirement-wishes.h"
#include "posting/matchum-requirement-words.h"
#include "text/matchum-word-list.h"

/* Alternatives and years --------------------------------------------------------------------------------------- */

static gboolean
is_length (const MatchumRequirementItem *item)
{
  return item->kind == MATCHUM_ATOM_YEARS || item->kind == MATCHUM_ATOM_EQUIVALENT || item->kind == MATCHUM_ATOM_ANYONE;
}

static gboolean
is_schooling (const MatchumRequirementItem *item)
{
  return item->kind == MATCHUM_ATOM_DEGREE || item->is_major;
}

/* "a commercial analyst role": what is called a role by the line, whatever it is. Takes the word itself away. */
static gboolean
is_called_role (const MatchumRequirementItem *item)
{
  static const char *const endings[] = { " role", " roles", " position" };
  char *word = item->node->word;

  for (gsize i = 0; i < G_N_ELEMENTS (endings) && item->kind == MATCHUM_ATOM_WORD && word != NULL; i++)
    if (g_str_has_suffix (word, endings[i]))
      {
        word[strlen (word) - strlen (endings[i])] = '\0';
        return TRUE;
      }
  return FALSE;
}

static void
mark_roles (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      MatchumRequirementItem *item = g_ptr_array_index (items, i);

      if (item->node != NULL && (item->kind == MATCHUM_ATOM_ROLE || is_called_role (item)))
        item->node->is_role = TRUE;
    }
}

static MatchumCriterion *
take_years (GPtrArray *items)
{
  g_autoptr (GPtrArray) found = NULL;
  gboolean has_length = FALSE, has_months = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      has_length |= is_length (matchum_requirement_items_get (items, i));
      has_months |= matchum_requirement_items_get (items, i)->kind == MATCHUM_ATOM_YEARS;
    }
  if (!has_length)
    return NULL;
  found = matchum_criterion_tree_new_nodes ();
  for (guint i = items->len; i-- > 0;)
    {
      MatchumRequirementItem *item = g_ptr_array_index (items, i);

      if (!is_length (item))
        continue;
      if (item->kind != MATCHUM_ATOM_EQUIVALENT || !has_months)
        g_ptr_array_insert (found, 0, g_steal_pointer (&item->node));
      g_ptr_array_remove_index (items, i);
    }
  return matchum_criterion_tree_join (MATCHUM_CRITERION_ALL, found);
}

static void
set_domain_cb (gpointer data, gpointer user_data)
{
  MatchumCriterion *leaf = data;
  GArray *concepts = user_data;

  if (leaf->kind == MATCHUM_CRITERION_YEARS && leaf->concepts->len == 0)
    g_array_append_vals (leaf->concepts, concepts->data, concepts->len);
}

/* Whether the lexicon takes one of the concepts for a kind of the other, or research for the manner of it. */
static gboolean
is_wider (MatchumLexicon *lexicon, guint concept, guint other)
{
  const char *id = matchum_lexicon_get_concept (lexicon, concept)->id;

  return concept != other && (matchum_lexicon_shows (lexicon, other, concept) || strcmp (id, "research") == 0);
}

/* "ML 모델 서빙", "컴퓨터 비전 연구개발": of things that stand side by side the narrower one says what years count in.
 */
static void
narrow_domain (const MatchumCriterion *node, MatchumLexicon *lexicon, GArray *domain)
{
  for (guint i = 0; node != NULL && node->children != NULL && i < node->children->len; i++)
    {
      const MatchumCriterion *child = g_ptr_array_index (node->children, i);

      narrow_domain (child, lexicon, domain);
      for (guint k = 0; node->kind == MATCHUM_CRITERION_ALL && k < node->children->len; k++)
        {
          const MatchumCriterion *other = g_ptr_array_index (node->children, k);

          if (MAX (child->span.start, other->span.start) > MIN (child->span.end, other->span.end) + 1
              || child->kind != MATCHUM_CRITERION_CONCEPT || other->kind != MATCHUM_CRITERION_CONCEPT
              || child->concepts->len == 0 || other->concepts->len == 0
              || !is_wider (lexicon, g_array_index (child->concepts, guint, 0),
                            g_array_index (other->concepts, guint, 0)))
            continue;
          for (guint m = domain->len; m-- > 0;)
            if (g_array_index (domain, guint, m) == g_array_index (child->concepts, guint, 0))
              g_array_remove_index (domain, m);
        }
    }
}

/* The words for the domain that the lexicon does not know. */
static void
add_word_cb (gpointer data, gpointer user_data)
{
  const MatchumCriterion *leaf = data;
  GString *words = user_data;

  if (leaf->kind != MATCHUM_CRITERION_WORD || leaf->is_context || leaf->is_scale || leaf->is_aside)
    return;
  if (words->len > 0)
    g_string_append_c (words, '|');
  g_string_append (words, leaf->word);
}

static void
set_words_cb (gpointer data, gpointer user_data)
{
  MatchumCriterion *leaf = data;
  const GString *words = user_data;

  if (leaf->kind == MATCHUM_CRITERION_YEARS && leaf->word == NULL && words->len > 0)
    leaf->word = g_strdup (words->str);
}

static void
mark_career_cb (gpointer data, gpointer user_data)
{
  ((MatchumCriterion *) data)->is_career = TRUE;
}

/* Says of years what they are asked in: what the rest of the line asks for. fields: of the degree on the other side of
 * an "or". */
static void
set_domain (MatchumRequirementReader *self, MatchumCriterion *years, MatchumCriterion *rest, GArray *fields)
{
  g_autoptr (GArray) domain = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) words = g_string_new (NULL);

  matchum_criterion_tree_visit_leaves (rest, matchum_criterion_tree_add_concepts_cb, domain);
  narrow_domain (rest, self->line->lexicon, domain);
  matchum_criterion_tree_visit_leaves (rest, add_word_cb, words);
  if (domain->len == 0 && words->len == 0)
    matchum_criterion_tree_visit_leaves (rest, matchum_requirement_lengths_add_aside_cb, domain);
  matchum_criterion_tree_visit_leaves (years, set_words_cb, words);
  matchum_criterion_tree_visit_leaves (years, set_domain_cb,
                                       domain->len > 0 || words->len > 0 || fields == NULL ? domain : fields);
}

/* One alternative: what it asks for, for how long. fields: of the degree on the other side of an "or". */
static MatchumCriterion *
build_length (MatchumRequirementReader *self, GPtrArray *items, gsize end, GArray *fields)
{
  static const char *const career[] = { "경력", "professional", NULL };
  gsize start = items->len > 0 ? matchum_requirement_items_get (items, 0)->span.start : end;
  MatchumCriterion *years = take_years (items);
  MatchumCriterion *rest;

  mark_roles (items);
  rest = matchum_requirement_list_build (self, items, end);
  if (years != NULL)
    set_domain (self, years, rest, fields);
  rest = matchum_criterion_tree_prune_roles (rest);
  if (years != NULL && years->kind == MATCHUM_CRITERION_YEARS
      && matchum_requirement_reader_contains (self, start, end, career))
    matchum_criterion_tree_visit_leaves (rest, mark_career_cb, NULL);
  return matchum_criterion_tree_join_two (MATCHUM_CRITERION_ALL, rest, years);
}

/* The same where it may be asked for several lengths, each in something of its own. */
static MatchumCriterion *
build_side (MatchumRequirementReader *self, GPtrArray *items, gsize end, GArray *fields)
{
  gboolean is_or = FALSE;
  g_autoptr (GPtrArray) first = matchum_requirement_lengths_take_first (self, items, &is_or);
  MatchumCriterion *node;

  if (first == NULL)
    return build_length (self, items, end, fields);
  node = build_length (self, first, matchum_requirement_items_get (items, 0)->span.start, fields);
  return matchum_requirement_lengths_join (node, build_side (self, items, end, fields), is_or);
}

static gboolean
splits_at (MatchumRequirementReader *self, GPtrArray *items, guint index, gsize end)
{
  const MatchumRequirementItem *left = matchum_requirement_items_get (items, index),
                               *right = matchum_requirement_items_get (items, index + 1);

  if (!(matchum_requirement_items_get_gap (self, items, index, end).flags & MATCHUM_GAP_OR))
    return FALSE;
  return is_schooling (left) || is_schooling (right);
}

/* The fields of study that the items ask for. */
static GArray *
collect_fields (GPtrArray *items)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < items->len; i++)
    if (is_schooling (matchum_requirement_items_get (items, i)))
      g_array_append_vals (fields, matchum_requirement_items_get (items, i)->node->concepts->data,
                           matchum_requirement_items_get (items, i)->node->concepts->len);
  return fields;
}

static gboolean
has_schooling (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (is_schooling (matchum_requirement_items_get (items, i)))
      return TRUE;
  return FALSE;
}

static MatchumCriterion *
build_alternatives (MatchumRequirementReader *self, GPtrArray *items, gsize end)
{
  g_autoptr (GPtrArray) sides = matchum_criterion_tree_new_nodes ();
  g_autoptr (GPtrArray) side = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_requirement_item_free);
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) fields = collect_fields (items);

  for (guint i = 0; i < items->len; i++)
    {
      gboolean is_cut = i + 1 < items->len && splits_at (self, items, i, end);

      g_array_append_val (cuts, is_cut);
    }
  for (guint i = 0; items->len > 0; i++)
    {
      gsize side_end = items->len > 1 ? matchum_requirement_items_get (items, 1)->span.start : end;
      MatchumCriterion *node;

      g_ptr_array_add (side, g_ptr_array_steal_index (items, 0));
      if (!g_array_index (cuts, gboolean, i) && items->len > 0)
        continue;
      node = build_side (self, side, side_end, fields);
      if (node != NULL)
        g_ptr_array_add (sides, node);
      g_ptr_array_set_size (side, 0);
    }
  return matchum_criterion_tree_join (MATCHUM_CRITERION_ANY, sides);
}

/* What an item asks for by a known name, or NULL. */
static const MatchumConcept *
find_concept (MatchumRequirementReader *self, const MatchumRequirementItem *item)
{
  return item->node != NULL ? matchum_criterion_find_concept (item->node, self->line->lexicon) : NULL;
}

/* Whether an item asks for a known thing that is a tool, or for one that is none. */
static gboolean
is_of_kinds (MatchumRequirementReader *self, const MatchumRequirementItem *item, gboolean wants_tools)
{
  return find_concept (self, item) != NULL
         && matchum_criterion_tree_is_product (item->node, self->line->lexicon) == wants_tools;
}

/* "딥러닝 기반 자연어 이해", "데이터 드리븐 환경에서": what the rest is done with, where it is no tool. */
static void
mark_asides (MatchumRequirementReader *self, GPtrArray *items)
{
  static const char *const with[] = { "기반", "환경", "-based", "driven", NULL };

  for (guint i = 0; i + 1 < items->len; i++)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);
      gsize from = item->span.end, to = matchum_requirement_items_get (items, i + 1)->span.start;

      if (!is_of_kinds (self, item, FALSE) || item->kind != MATCHUM_ATOM_SKILL || to <= from)
        continue;
      to = MIN (to, from + strlen ("환경") + 1);
      item->node->is_aside |= matchum_requirement_reader_contains (self, from, to, with);
      item->node->is_context |= matchum_requirement_reader_contains (self, from, to, with + 1);
    }
}

/* Whether an item asks for a whole kind of work or business. */
static gboolean
is_broad (MatchumRequirementReader *self, const MatchumRequirementItem *item)
{
  const MatchumConcept *concept = find_concept (self, item);

  return item->kind == MATCHUM_ATOM_SKILL && concept != NULL
         && (concept->kind == MATCHUM_CONCEPT_FUNCTION || concept->kind == MATCHUM_CONCEPT_DOMAIN);
}

/* "Unit testing for firmware", "forecasting in retail": where the rest is to have been done shows nothing of it. */
static void
mark_settings (MatchumRequirementReader *self, GPtrArray *items)
{
  static const char *const prepositions[] = { " for ", " in ", " on ", " within ", " across ", " at ", NULL };

  for (guint i = 1; i < items->len; i++)
    {
      const MatchumRequirementItem *before = matchum_requirement_items_get (items, i - 1);
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);

      if ((before->kind == MATCHUM_ATOM_SKILL || before->kind == MATCHUM_ATOM_WORD) && is_broad (self, item)
          && matchum_requirement_reader_contains (self, before->span.end, item->span.start, prepositions))
        item->node->is_whole = TRUE;
    }
}

static gboolean
ends_with (const char *text, gsize length, const char *word)
{
  gsize size = strlen (word);

  return length >= size && memcmp (text + length - size, word, size) == 0;
}

/* "from prototype to mass production", "기획부터 출시까지": whoever came to the end has been at the start. */
static void
drop_starts (MatchumRequirementReader *self, GPtrArray *items)
{
  const char *text = self->line->text;

  for (guint i = 0; i + 1 < items->len;)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);
      const MatchumRequirementItem *next = matchum_requirement_items_get (items, i + 1);
      gboolean is_start =
          item->kind == MATCHUM_ATOM_SKILL && next->kind == MATCHUM_ATOM_SKILL && next->span.start > item->span.end
          && ((ends_with (text, item->span.start, "from ") && g_str_has_prefix (text + item->span.end, " to "))
              || g_str_has_prefix (text + item->span.end, "부터 "));

      if (is_start)
        g_ptr_array_remove_index (items, i);
      else
        i++;
    }
}

/* "데이터베이스를 샤딩": a class of things that something known is done to shows nothing of that by itself. */
static void
mark_objects (MatchumRequirementReader *self, GPtrArray *items)
{
  for (guint i = 0; i + 1 < items->len; i++)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);
      const MatchumRequirementItem *next = matchum_requirement_items_get (items, i + 1);
      const char *gap = self->line->text + item->span.end;
      const MatchumConcept *concept = find_concept (self, item);

      if (!is_of_kinds (self, item, FALSE) || !is_of_kinds (self, next, FALSE)
          || next->span.start != item->span.end + strlen ("를 ")
          || (!g_str_has_prefix (gap, "를 ") && !g_str_has_prefix (gap, "을 ")))
        continue;
      item->node->is_whole |= concept->kind == MATCHUM_CONCEPT_CATEGORY || concept->kind == MATCHUM_CONCEPT_DOMAIN;
    }
}

/* "RAG 시스템 설계": the plain word behind a known thing asks for nothing more. */
static void
drop_plain_design (MatchumRequirementReader *self, GPtrArray *items)
{
  static const char *const words[] = { "시스템 설계", "시스템 구축", "시스템 개발", "시스템 운영" };

  for (guint i = items->len; i-- > 1;)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);

      for (gsize k = 0; k < G_N_ELEMENTS (words); k++)
        if (item->kind == MATCHUM_ATOM_SKILL && matchum_span_get_length (item->span) == strlen (words[k])
            && g_str_has_prefix (self->line->text + item->span.start, words[k])
            && matchum_requirement_items_is_joined (self, items, i - 1)
            && is_of_kinds (self, matchum_requirement_items_get (items, i - 1), FALSE))
          {
            g_ptr_array_remove_index (items, i);
            break;
          }
    }
}

/* Whether an item asks for what most work consists of, whatever the work is. */
static gboolean
is_plain_work (MatchumRequirementReader *self, const MatchumRequirementItem *item)
{
  static const char *const ids[] = {
    "research", "reporting", "service-operations", "product-development", "software-development", NULL
  };
  const MatchumConcept *concept = item->kind == MATCHUM_ATOM_SKILL ? find_concept (self, item) : NULL;

  return concept != NULL && g_strv_contains (ids, concept->id);
}

/* "Kubernetes 환경에서의 서비스 운영", "GAN, Diffusion 모델 연구": plain work behind what it is done with or about is
 * how that is to be known, and shows nothing by itself. */
static void
mark_plain_work (MatchumRequirementReader *self, GPtrArray *items)
{
  for (guint i = 1; i < items->len; i++)
    {
      const MatchumRequirementItem *before = matchum_requirement_items_get (items, i - 1);
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);

      if (!is_plain_work (self, item) || is_plain_work (self, before)
          || (before->kind != MATCHUM_ATOM_SKILL && before->kind != MATCHUM_ATOM_WORD)
          || matchum_requirement_items_get_gap (self, items, i - 1, 0).flags & MATCHUM_GAP_LIST)
        continue;
      item->node->is_context = item->node->is_whole = TRUE;
    }
}

/* "대규모 부하 테스트", "대용량 배치": so large as the thing is done at work; data and traffic have to be told in
 * numbers. */
static void
mark_large_work (MatchumRequirementReader *self, GPtrArray *items)
{
  for (guint i = 0; i + 1 < items->len; i++)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);
      const MatchumRequirementItem *next = matchum_requirement_items_get (items, i + 1);
      const MatchumConcept *concept = find_concept (self, next);

      if (item->node != NULL && item->node->is_scale && next->kind == MATCHUM_ATOM_SKILL && concept != NULL
          && (concept->kind == MATCHUM_CONCEPT_METHOD || concept->kind == MATCHUM_CONCEPT_TASK)
          && next->span.start == item->span.end + 1)
        item->node->is_context = TRUE;
    }
}

/* "RecSys, KDD 등 학회 논문", "papers at ACL or EMNLP": a paper elsewhere shows nothing of that, one at another place
 * of the same rank does. */
static void
mark_publications (MatchumRequirementReader *self, GPtrArray *items)
{
  const MatchumConcept *class_concept = matchum_lexicon_lookup (self->line->lexicon, "top-conference");
  gboolean has_venue = FALSE;

  for (guint i = 0; class_concept != NULL && i < items->len; i++)
    {
      const MatchumConcept *concept = find_concept (self, matchum_requirement_items_get (items, i));

      has_venue |= concept != NULL && concept->index != class_concept->index
                   && matchum_lexicon_is_kind_of (self->line->lexicon, concept->index, class_concept->index);
    }
  for (guint i = items->len; has_venue && i-- > 0;)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);
      const MatchumConcept *concept = find_concept (self, item);

      if (concept != NULL && strcmp (concept->id, "presentation") == 0)
        g_ptr_array_remove_index (items, i);
      if (concept == NULL || strcmp (concept->id, "publication") != 0)
        continue;
      item->node->is_whole = TRUE;
      if (i > 0 && !(matchum_requirement_items_get_gap (self, items, i - 1, 0).flags & MATCHUM_GAP_OR))
        g_array_index (item->node->concepts, guint, 0) = class_concept->index;
    }
}

/* "SAST, DAST 도구를 CI/CD에 연동": what the rest is brought into shows nothing of that. */
static void
mark_places (MatchumRequirementReader *self, GPtrArray *items)
{
  static MatchumWordList joints = MATCHUM_WORD_LIST ("에 연동|에 통합|에 도입|에 적용|에 결합|에 접목|에 연결");

  for (guint i = 1; i < items->len; i++)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);

      if (item->kind == MATCHUM_ATOM_SKILL && item->node != NULL
          && matchum_word_list_begins (&joints, self->line->text + item->span.end, self->line->length - item->span.end))
        item->node->is_whole = TRUE;
    }
}

/* "Python or MATLAB for data analysis": what tools are for is shown by their being used at work. */
static void
mark_purposes (MatchumRequirementReader *self, GPtrArray *items)
{
  static const char *const purpose[] = { " for ", NULL };

  for (guint i = 1; i < items->len; i++)
    {
      const MatchumRequirementItem *before = matchum_requirement_items_get (items, i - 1);
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);

      if (is_of_kinds (self, before, TRUE) && item->kind == MATCHUM_ATOM_SKILL && is_of_kinds (self, item, FALSE)
          && item->span.start - before->span.end <= strlen (" for ") + 12
          && matchum_requirement_reader_contains (self, before->span.end, item->span.start, purpose))
        item->node->is_aside = item->node->is_context = TRUE;
    }
}

/* "영어로 회의와 문서 작성": what a language is used for is no skill of its own. */
static void
drop_language_uses (MatchumRequirementReader *self, GPtrArray *items)
{
  gboolean is_language = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const MatchumRequirementItem *item = matchum_requirement_items_get (items, i);

      if (item->kind == MATCHUM_ATOM_LANGUAGE)
        is_language = TRUE;
      else if (is_language
               && ((item->kind == MATCHUM_ATOM_SKILL && is_of_kinds (self, item, FALSE))
                   || (item->kind == MATCHUM_ATOM_WORD && item->node->word != NULL
                       && !g_ascii_isalpha (*item->node->word))))
        g_ptr_array_remove_index (items, i--);
      else
        is_language = FALSE;
    }
}

/* Whether the item asks for a concept that says no more than what stands right before it. */
static gboolean
is_plain_tail (MatchumRequirementReader *self, GPtrArray *items, guint index)
{
  const MatchumRequirementItem *item = matchum_requirement_items_get (items, index);
  const MatchumConcept *concept = find_concept (self, item);

  if (concept == NULL)
    return FALSE;
  if (g_str_equal (concept->id, "programming"))
    return TRUE;
  return g_str_equal (concept->id, "api-style") && index > 0
         && item->span.start <= matchum_requirement_items_get (items, index - 1)->span.end + 1;
}

/* "CUDA programming", "Python 프로그래밍", "GraphQL APIs": the plain word behind a name asks for nothing more. */
static void
drop_plain_tails (MatchumRequirementReader *self, GPtrArray *items)
{
  for (guint i = items->len; i-- > 0 && items->len > 1;)
    if (is_plain_tail (self, items, i))
      g_ptr_array_remove_index (items, i);
}

static MatchumCriterion *
parse_range (MatchumRequirementReader *self, gsize start, gsize end, guint depth)
{
  g_autoptr (GPtrArray) items = matchum_requirement_items_collect (self, start, end, depth);

  if (items->len == 0)
    return NULL;
  mark_asides (self, items);
  drop_starts (self, items);
  mark_objects (self, items);
  drop_plain_design (self, items);
  mark_settings (self, items);
  mark_purposes (self, items);
  mark_plain_work (self, items);
  mark_places (self, items);
  mark_large_work (self, items);
  mark_publications (self, items);
  drop_language_uses (self, items);
  drop_plain_tails (self, items);
  matchum_requirement_items_gather_degrees (self, items, end);
  matchum_requirement_items_gather_majors (self, items, end);
  /* Where there is no schooling there are no alternatives to it. */
  return has_schooling (items) ? build_alternatives (self, items, end) : build_side (self, items, end, NULL);
}

/* Sentences and clauses ---------------------------------------------------------------------------------------- */

static inline gboolean
is_stop (char c)
{
  return c == '.' || c == '!' || c == '?';
}

/* End of the sentence that starts at start. */
static gsize
find_sentence_end (const char *text, gsize start, gsize length)
{
  for (gsize i = start; i + 1 < length; i++)
    if ((is_stop (text[i]) && text[i + 1] == ' ' && i >= start + 4 && text[i - 1] != '.'
         && !(i >= 2 && text[i - 2] == '.') && !g_str_has_prefix (text + i - 3, "etc"))
        || text[i] == ';' || text[i] == '\n')
      return i + 1;
  return length;
}

/* Whether text, which ends a word, ends with a Korean verb that goes on: 있고, 하며; not one that leads up to what is
 * done, "지표를 두고 설득". */
static gboolean
ends_with_running_verb (const char *text, gsize length)
{
  static MatchumWordList last_syllables = MATCHUM_WORD_LIST ("고|며|면서");
  static const char *const endings[] = { "고", "며", "면서" };
  static const char *const nouns[] = { "두고", "놓고", "가지고", "통하고", "광고", "재고",
                                       "참고", "사고", "보고",   "창고",   "신고", "최고" };

  if (!matchum_word_list_ends (&last_syllables, text, length))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (length >= strlen (nouns[i]) && memcmp (text + length - strlen (nouns[i]), nouns[i], strlen (nouns[i])) == 0)
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize size = strlen (endings[i]);

      if (length >= size + 3 && memcmp (text + length - size, endings[i], size) == 0
          && (guchar) text[length - size - 1] >= 0x80)
        return TRUE;
    }
  return FALSE;
}

/* End of the clause that starts at start. */
static gsize
find_clause_end (const char *text, gsize start, gsize end)
{
  for (gsize i = start + 6; i < end; i++)
    if ((text[i] == ' ' || text[i] == ',') && ends_with_running_verb (text + start, i - start))
      return i;
  return end;
}

static void
count_research_cb (gpointer data, gpointer user_data)
{
  ((MatchumCriterion *) data)->counts_research = TRUE;
}

/* "Agentic systems in production": where only the how is known, the words before it say what. Takes node. */
static MatchumCriterion *
join_phrase (MatchumAtomLine *line, gsize start, MatchumCriterion *node)
{
  static const char *const joints[] = { " in ", " in a " };
  g_autoptr (GPtrArray) nodes = matchum_criterion_tree_new_nodes ();
  MatchumCriterion *phrase = NULL;
  gsize end = matchum_folded_text_get_folded_span (line->folded, node->span).start;

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (end > start + strlen (joints[i]) && g_str_has_prefix (line->text + end - strlen (joints[i]), joints[i]))
      {
        phrase = matchum_requirement_phrase_parse (line, MATCHUM_SPAN (start, end - strlen (joints[i])));
        break;
      }
  if (phrase == NULL)
    return node;
  g_ptr_array_add (nodes, phrase);
  g_ptr_array_add (nodes, node);
  return matchum_criterion_tree_join (MATCHUM_CRITERION_ALL, nodes);
}

static MatchumCriterion *
parse_sentence (MatchumRequirementReader *self, gsize start, gsize end, gboolean *is_phrase)
{
  static MatchumWordList research = MATCHUM_WORD_LIST (MATCHUM_RESEARCH_SIGNS);
  gboolean is_soft = matchum_requirement_wishes_drop_needless (self->line, start, end);
  MatchumCriterion *node, *whole;

  for (gsize at = start; at < end;)
    {
      gsize clause = find_clause_end (self->line->text, at, end);

      is_soft |= matchum_requirement_wishes_drop_attitude (self->line, at, clause);
      at = clause;
    }
  matchum_requirement_wishes_drop (self->line, start, end);
  node = parse_range (self, start, end, 0);
  if (node != NULL && (self->line->signs & MATCHUM_SIGN_RESEARCH) != 0
      && matchum_word_list_contains (&research, self->line->text + start, end - start))
    matchum_criterion_tree_visit_leaves (node, count_research_cb, NULL);
  *is_phrase = node == NULL;
  if (node == NULL && !is_soft && !self->line->has_attitude)
    node = matchum_requirement_phrase_parse (self->line, MATCHUM_SPAN (start, end));
  else if (node != NULL && !self->line->is_korean && node->kind == MATCHUM_CRITERION_WORD && node->is_aside)
    node = join_phrase (self->line, start, node);
  if (*is_phrase && node != NULL && matchum_requirement_amounts_say_all (self->line, start, end, node))
    g_clear_pointer (&node, matchum_criterion_free);
  if (node == NULL && is_soft)
    return NULL;
  whole = matchum_requirement_amounts_join (self->line, start, end, node);
  *is_phrase &= whole == node;
  return whole;
}

/* "Korean is a plus": said beside what is asked. */
static gboolean
is_extra (MatchumAtomLine *line, gsize start, gsize end)
{
  static MatchumWordList words = MATCHUM_WORD_LIST ("is a plus|a plus|a bonus|nice to have|우대|optional");

  return matchum_word_list_contains (&words, line->text + start, end - start);
}

MatchumCriterion *
matchum_requirement_grammar_parse (const char *text, gsize length, gsize offset, MatchumLexicon *lexicon)
{
  g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (text, (gssize) length);

  return matchum_requirement_grammar_parse_folded (folded, offset, lexicon);
}

MatchumCriterion *
matchum_requirement_grammar_parse_folded (MatchumFoldedText *folded, gsize offset, MatchumLexicon *lexicon)
{
  g_autoptr (MatchumAtomLine) line = matchum_atom_line_new (folded, lexicon);
  g_autofree gsize *closing = matchum_requirement_reader_match_brackets (line->text, line->length);
  g_autoptr (GPtrArray) sentences = matchum_criterion_tree_new_nodes ();
  MatchumRequirementReader self = { line, closing, parse_range };
  MatchumCriterion *node;

  for (gsize at = 0; at < line->length;)
    {
      gsize end = find_sentence_end (line->text, at, line->length);
      gboolean is_phrase;

      node = parse_sentence (&self, at, end, &is_phrase);
      /* Bare words count only where no sentence before them asks for something known. */
      if (node != NULL && sentences->len > 0 && (is_phrase || is_extra (line, at, end)))
        g_clear_pointer (&node, matchum_criterion_free);
      if (node != NULL)
        g_ptr_array_add (sentences, node);
      at = end;
    }
  node = matchum_criterion_tree_join (MATCHUM_CRITERION_ALL, sentences);
  if (node == NULL)
    return NULL;
  node = matchum_criterion_tree_simplify (node);
  matchum_criterion_tree_silence_heads (node, lexicon);
  matchum_criterion_tree_open_lists (node, lexicon);
  matchum_criterion_tree_share_levels (node);
  matchum_criterion_tree_move (node, offset);
  return node;
}
