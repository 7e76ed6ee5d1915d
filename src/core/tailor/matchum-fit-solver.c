/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a page budget as an integer program and has GLPK solve it: a column for each block that may go, columns for
 * what is shown by several, a row for the height of the pages. */
#include "config.h"

#include "tailor/matchum-fit-solver.h"

#include <glpk.h>
#include <math.h>

/* A value of a column is 0 or 1 but for rounding. */
#define HALF 0.5
#define ROUNDING 1e-6
#define WHOLE 0.999

struct _MatchumFitSolver {
  MatchumFitProblem *problem;
  glp_prob *program;
  int *columns;      /* of every block that leads; 0 where it cannot be chosen */
  GHashTable *forms; /* what is asked of which columns → the column that tells whether it is so */
  int coverage_row;
  int height_row;
  gint64 coverage_given; /* what is sure whatever is chosen */
  gint64 height_given;
  gint64 capacity;
  GArray *coverage; /* of double: the coefficient of every column; 0 the first, as GLPK counts from 1 */
};

/* What a form comes to: a constant, or a column. */
typedef struct {
  int column; /* 0 for a constant */
  gboolean is_true;
} Term;

/* The terms of one row. */
typedef struct {
  GArray *columns; /* of int */
  GArray *values;  /* of double */
} Row;

/* GLPK keeps memory for each thread; the last solver of a thread gives it back. */
static _Thread_local guint n_solvers;

/* Rows and columns ------------------------------------------------------------------------------------------------ */

static void
row_init (Row *self)
{
  const int no_column = 0;
  const double no_value = 0.0;

  self->columns = g_array_new (FALSE, FALSE, sizeof (int));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (self->columns, no_column);
  g_array_append_val (self->values, no_value);
}

static void
row_clear (Row *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

/* GLPK takes every column once only. */
static void
row_add (Row *self, int column, double value)
{
  for (guint i = 1; i < self->columns->len; i++)
    if (g_array_index (self->columns, int, i) == column)
      {
        g_array_index (self->values, double, i) += value;
        return;
      }
  g_array_append_val (self->columns, column);
  g_array_append_val (self->values, value);
}

/* The same for a column that is known not to be there. */
static void
row_append (Row *self, int column, double value)
{
  g_array_append_val (self->columns, column);
  g_array_append_val (self->values, value);
}

/* bound: GLP_UP or GLP_LO. */
static int
add_row (MatchumFitSolver *self, const Row *row, int bound, double limit)
{
  int index = glp_add_rows (self->program, 1);

  glp_set_row_bnds (self->program, index, bound, limit, limit);
  glp_set_mat_row (self->program, index, (int) row->columns->len - 1, (const int *) (gpointer) row->columns->data,
                   (const double *) (gpointer) row->values->data);
  return index;
}

static int
add_column (MatchumFitSolver *self, gboolean is_whole)
{
  int column = glp_add_cols (self->program, 1);
  const double nothing = 0.0;

  if (is_whole)
    glp_set_col_kind (self->program, column, GLP_BV);
  else
    glp_set_col_bnds (self->program, column, GLP_DB, 0.0, 1.0);
  while (self->coverage->len <= (guint) column)
    g_array_append_val (self->coverage, nothing);
  return column;
}

/* first <= second */
static void
limit_by (MatchumFitSolver *self, int first, int second)
{
  g_auto (Row) row = { NULL, NULL };

  row_init (&row);
  row_append (&row, first, 1.0);
  row_append (&row, second, -1.0);
  add_row (self, &row, GLP_UP, 0.0);
}

/* Forms ----------------------------------------------------------------------------------------------------------- */

static Term
term_constant (gboolean is_true)
{
  return (Term){ 0, is_true };
}

static Term
get_block (MatchumFitSolver *self, guint block)
{
  const MatchumFitItem *item = &self->problem->items[self->problem->items[block].leader];

  if (item->place != MATCHUM_FIT_FREE)
    return term_constant (item->place == MATCHUM_FIT_IN);
  return (Term){ self->columns[item->leader], FALSE };
}

static gint
compare_columns (gconstpointer a, gconstpointer b)
{
  const int *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

static void
remove_doubles (GArray *columns)
{
  guint n = 0;

  g_array_sort (columns, compare_columns);
  for (guint i = 0; i < columns->len; i++)
    if (n == 0 || g_array_index (columns, int, n - 1) != g_array_index (columns, int, i))
      g_array_index (columns, int, n++) = g_array_index (columns, int, i);
  g_array_set_size (columns, n);
}

/* The name of what is asked of columns, to find it again. */
static char *
name_form (char kind, guint count, gboolean is_exact, const GArray *columns)
{
  GString *name = g_string_new (NULL);

  g_string_append_printf (name, "%c%u%c", kind, count, is_exact ? '!' : ' ');
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (name, ",%d", g_array_index (columns, int, i));
  return g_string_free (name, FALSE);
}

/* At most so much of a column as the sum of others allows: count * column <= sum. One is enough of columns that are all
 * different and may be many. */
static void
limit_by_sum (MatchumFitSolver *self, int column, guint count, const GArray *columns)
{
  g_auto (Row) row = { NULL, NULL };

  row_init (&row);
  row_append (&row, column, -(double) count);
  for (guint i = 0; i < columns->len; i++)
    if (count == 1)
      row_append (&row, g_array_index (columns, int, i), 1.0);
    else
      row_add (&row, g_array_index (columns, int, i), 1.0);
  add_row (self, &row, GLP_LO, 0.0);
}

/* A column that is 1 as soon as count of others are: sum - column * (n - count + 1) <= count - 1. */
static void
force_by_sum (MatchumFitSolver *self, int column, guint count, const GArray *columns)
{
  g_auto (Row) row = { NULL, NULL };

  row_init (&row);
  row_append (&row, column, -(double) (columns->len - count + 1));
  for (guint i = 0; i < columns->len; i++)
    if (count == 1)
      row_append (&row, g_array_index (columns, int, i), 1.0);
    else
      row_add (&row, g_array_index (columns, int, i), 1.0);
  add_row (self, &row, GLP_UP, (double) count - 1.0);
}

/* The column that may be 1 where count of columns are, and must where it is exact. */
static int
get_counting_column (MatchumFitSolver *self, guint count, gboolean is_exact, GArray *columns)
{
  gboolean is_all = count == columns->len, is_any = count == 1;
  g_autofree char *name = NULL;
  int column;

  if (columns->len == 1)
    return g_array_index (columns, int, 0);
  name = name_form ('n', count, is_exact, columns);
  column = GPOINTER_TO_INT (g_hash_table_lookup (self->forms, name));
  if (column != 0)
    return column;

  column = add_column (self, !is_all && !is_any);
  for (guint i = 0; is_all && i < columns->len; i++)
    limit_by (self, column, g_array_index (columns, int, i));
  if (!is_all)
    limit_by_sum (self, column, count, columns);
  if (is_exact)
    force_by_sum (self, column, count, columns);
  g_hash_table_insert (self->forms, g_steal_pointer (&name), GINT_TO_POINTER (column));
  return column;
}

static Term add_form (MatchumFitSolver *self, const MatchumForm *form, gboolean is_exact);

/* Of the children of a form count have to be true. */
static Term
add_counting (MatchumFitSolver *self, const MatchumForm *form, gint count, gboolean is_exact)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean is_all = form->kind == MATCHUM_FORM_ALL;

  for (guint i = 0; i < form->children->len; i++)
    {
      Term term = add_form (self, g_ptr_array_index (form->children, i), is_exact);

      if (term.column != 0)
        g_array_append_val (columns, term.column);
      else if (term.is_true)
        count--;
    }
  if (count <= 0)
    return term_constant (TRUE);
  if ((guint) count > columns->len)
    return term_constant (FALSE);
  if (form->kind != MATCHUM_FORM_AT_LEAST || count == 1)
    remove_doubles (columns);
  return (Term){ get_counting_column (self, is_all ? columns->len : (guint) count, is_exact, columns), FALSE };
}

static Term
add_negation (MatchumFitSolver *self, const MatchumForm *form)
{
  Term term = add_form (self, g_ptr_array_index (form->children, 0), TRUE);
  g_auto (Row) row = { NULL, NULL };
  int column;

  if (term.column == 0)
    return term_constant (!term.is_true);
  column = add_column (self, FALSE);
  row_init (&row);
  row_append (&row, column, 1.0);
  row_append (&row, term.column, 1.0);
  add_row (self, &row, GLP_UP, 1.0);
  return (Term){ column, FALSE };
}

/* Months ---------------------------------------------------------------------------------------------------------- */

static gint
compare_months (gconstpointer a, gconstpointer b)
{
  const MatchumMonth *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

/* The months in which a spell begins, and those after one ends: between two of them the same spells go on. */
static GArray *
list_bounds (const GArray *spells)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (MatchumMonth));

  for (guint i = 0; i < spells->len; i++)
    {
      const MatchumFormSpell *spell = &g_array_index (spells, MatchumFormSpell, i);
      MatchumMonth after = spell->last + 1;

      g_array_append_val (bounds, spell->first);
      g_array_append_val (bounds, after);
    }
  g_array_sort (bounds, compare_months);
  return bounds;
}

/* The column of whether work goes on in the months from first on. */
static Term
add_stretch (MatchumFitSolver *self, const GArray *spells, MatchumMonth first)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < spells->len; i++)
    {
      const MatchumFormSpell *spell = &g_array_index (spells, MatchumFormSpell, i);
      Term term = get_block (self, spell->block);

      if (spell->first > first || spell->last < first)
        continue;
      if (term.column == 0 && term.is_true)
        return term;
      if (term.column != 0)
        g_array_append_val (columns, term.column);
    }
  if (columns->len == 0)
    return term_constant (FALSE);
  remove_doubles (columns);
  return (Term){ get_counting_column (self, 1, FALSE, columns), FALSE };
}

static Term
add_months (MatchumFitSolver *self, const MatchumForm *form)
{
  g_autoptr (GArray) bounds = list_bounds (form->spells);
  gint needed = (gint) form->count, possible = 0;
  g_auto (Row) row = { NULL, NULL };
  int column;

  row_init (&row);
  for (guint i = 0; i + 1 < bounds->len; i++)
    {
      MatchumMonth first = g_array_index (bounds, MatchumMonth, i);
      gint length = g_array_index (bounds, MatchumMonth, i + 1) - first;
      Term term = length > 0 ? add_stretch (self, form->spells, first) : term_constant (FALSE);

      if (term.column == 0)
        needed -= term.is_true ? length : 0;
      else
        {
          row_add (&row, term.column, length);
          possible += length;
        }
    }
  if (needed <= 0 || possible < needed)
    return term_constant (needed <= 0);
  column = add_column (self, TRUE);
  row_append (&row, column, -(double) needed);
  add_row (self, &row, GLP_LO, 0.0);
  return (Term){ column, FALSE };
}

static Term
add_form (MatchumFitSolver *self, const MatchumForm *form, gboolean is_exact)
{
  switch (form->kind)
    {
    case MATCHUM_FORM_BLOCK:
      return get_block (self, form->block);
    case MATCHUM_FORM_ALL:
      return add_counting (self, form, (gint) form->children->len, is_exact);
    case MATCHUM_FORM_ANY:
      return add_counting (self, form, 1, is_exact);
    case MATCHUM_FORM_AT_LEAST:
      return add_counting (self, form, (gint) form->count, is_exact);
    case MATCHUM_FORM_MONTHS:
      return add_months (self, form);
    case MATCHUM_FORM_NOT:
      return add_negation (self, form);
    case MATCHUM_FORM_ALWAYS:
      return term_constant (TRUE);
    case MATCHUM_FORM_NEVER:
    default:
      return term_constant (FALSE);
    }
}

/* The program ----------------------------------------------------------------------------------------------------- */

static void
add_columns (MatchumFitSolver *self)
{
  for (guint i = 0; i < self->problem->n_items; i++)
    {
      const MatchumFitItem *item = &self->problem->items[i];

      if (item->place != MATCHUM_FIT_FREE || item->leader != i)
        continue;
      self->columns[i] = add_column (self, TRUE);
      g_array_index (self->coverage, double, self->columns[i]) = (double) item->priority;
    }
}

/* A heading needs one of its children; where one stays anyway, the heading does, too. */
static void
add_need (MatchumFitSolver *self, guint heading)
{
  const guint end = self->problem->items[heading].end;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = heading + 1; i < end; i = self->problem->items[i].end)
    if (self->columns[i] != 0)
      g_array_append_val (columns, self->columns[i]);
  limit_by_sum (self, self->columns[heading], 1, columns);
}

static void
add_tree (MatchumFitSolver *self)
{
  for (guint i = 0; i < self->problem->n_items; i++)
    {
      const MatchumFitItem *item = &self->problem->items[i];

      if (self->columns[i] == 0)
        continue;
      if (item->parent != MATCHUM_BLOCK_NONE && self->columns[item->parent] != 0)
        limit_by (self, self->columns[i], self->columns[item->parent]);
      if (item->needs_child)
        add_need (self, i);
    }
}

static void
add_height (MatchumFitSolver *self)
{
  g_auto (Row) row = { NULL, NULL };

  row_init (&row);
  for (guint i = 0; i < self->problem->n_items; i++)
    {
      const MatchumFitItem *item = &self->problem->items[i];

      if (self->columns[i] != 0)
        row_append (&row, self->columns[i], (double) item->height);
      else if (item->place == MATCHUM_FIT_IN && item->leader == i)
        self->height_given += item->height;
    }
  self->height_row = add_row (self, &row, GLP_UP, (double) (self->capacity - self->height_given));
}

static void
count_form (MatchumFitSolver *self, const MatchumForm *form, gint64 worth)
{
  Term term = add_form (self, form, FALSE);

  if (term.column != 0)
    g_array_index (self->coverage, double, term.column) += (double) worth;
  else if (term.is_true)
    self->coverage_given += worth;
}

static void
add_requirements (MatchumFitSolver *self)
{
  for (guint i = 0; i < self->problem->requirements->len; i++)
    {
      const MatchumFitRequirement *requirement = g_ptr_array_index (self->problem->requirements, i);

      count_form (self, requirement->form->begun, requirement->begun);
      count_form (self, requirement->form->met, requirement->met);
      count_form (self, requirement->form->worked, requirement->worked);
    }
  for (guint i = 0; i < self->problem->n_items; i++)
    if (self->problem->items[i].place == MATCHUM_FIT_IN && self->problem->items[i].leader == i)
      self->coverage_given += self->problem->items[i].priority;
}

static void
add_coverage (MatchumFitSolver *self)
{
  g_auto (Row) row = { NULL, NULL };

  row_init (&row);
  for (guint i = 1; i < self->coverage->len; i++)
    if (g_array_index (self->coverage, double, i) != 0.0)
      row_append (&row, (int) i, g_array_index (self->coverage, double, i));
  self->coverage_row = add_row (self, &row, GLP_LO, 0.0);
}

MatchumFitSolver *
matchum_fit_solver_new (MatchumFitProblem *problem)
{
  MatchumFitSolver *self = g_new0 (MatchumFitSolver, 1);

  n_solvers++;
  glp_term_out (GLP_OFF);
  self->problem = problem;
  self->capacity = problem->capacity;
  self->program = glp_create_prob ();
  glp_set_obj_dir (self->program, GLP_MAX);
  self->columns = g_new0 (int, problem->n_items + 1);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->coverage = g_array_new (FALSE, TRUE, sizeof (double));
  add_columns (self);
  add_tree (self);
  add_height (self);
  add_requirements (self);
  add_coverage (self);
  return self;
}

void
matchum_fit_solver_free (MatchumFitSolver *self)
{
  glp_delete_prob (self->program);
  g_hash_table_unref (self->forms);
  g_array_unref (self->coverage);
  g_free (self->columns);
  g_free (self);
  if (--n_solvers == 0)
    glp_free_env ();
}

/* Solving --------------------------------------------------------------------------------------------------------- */

static void
read_choice (MatchumFitSolver *self, guint8 *choice)
{
  for (guint i = 0; i < self->problem->n_items; i++)
    {
      const MatchumFitItem *item = &self->problem->items[i];
      guint leader = item->leader;

      choice[i] = item->place == MATCHUM_FIT_IN;
      if (item->place == MATCHUM_FIT_FREE)
        choice[i] = self->columns[leader] != 0 && glp_mip_col_val (self->program, self->columns[leader]) > HALF;
    }
}

static MatchumFitOutcome
solve (MatchumFitSolver *self, gint64 deadline, guint8 *choice)
{
  gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
  glp_iocp parameters;
  int fault, status;

  if (left <= 0 || g_cancellable_is_cancelled (self->problem->cancellable))
    return MATCHUM_FIT_STOPPED;
  glp_init_iocp (&parameters);
  parameters.msg_lev = GLP_MSG_OFF;
  parameters.presolve = GLP_ON;
  parameters.mir_cuts = GLP_ON;
  parameters.tm_lim = (int) MIN (left, G_MAXINT);
  fault = glp_intopt (self->program, &parameters);
  status = glp_mip_status (self->program);
  if (fault == GLP_ENOPFS || (fault == 0 && status == GLP_NOFEAS))
    return MATCHUM_FIT_NO_CHOICE;
  if (fault != 0 || status != GLP_OPT)
    return MATCHUM_FIT_STOPPED;
  read_choice (self, choice);
  return MATCHUM_FIT_SOLVED;
}

MatchumFitOutcome
matchum_fit_solver_solve_coverage (MatchumFitSolver *self, gint64 deadline, guint8 *choice, gint64 *coverage)
{
  MatchumFitOutcome outcome;

  for (guint i = 1; i < self->coverage->len; i++)
    glp_set_obj_coef (self->program, (int) i, g_array_index (self->coverage, double, i));
  glp_set_row_bnds (self->program, self->coverage_row, GLP_FR, 0.0, 0.0);
  outcome = solve (self, deadline, choice);
  if (outcome == MATCHUM_FIT_SOLVED)
    *coverage = self->coverage_given + (gint64) floor (glp_mip_obj_val (self->program) + ROUNDING);
  return outcome;
}

static void
aim_at_worth (MatchumFitSolver *self)
{
  for (guint i = 1; i < self->coverage->len; i++)
    glp_set_obj_coef (self->program, (int) i, 0.0);
  for (guint i = 0; i < self->problem->n_items; i++)
    if (self->columns[i] != 0)
      glp_set_obj_coef (self->program, self->columns[i], (double) self->problem->items[i].worth);
}

MatchumFitOutcome
matchum_fit_solver_solve_worth (MatchumFitSolver *self, gint64 coverage, gint64 deadline, guint8 *choice)
{
  aim_at_worth (self);
  glp_set_row_bnds (self->program, self->coverage_row, GLP_LO, (double) (coverage - self->coverage_given) - HALF, 0.0);
  return solve (self, deadline, choice);
}

/* The columns that count for the coverage and were 1 when it was solved. */
static GArray *
list_covered (MatchumFitSolver *self)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 1; i < (int) self->coverage->len; i++)
    if (g_array_index (self->coverage, double, i) > 0.0 && glp_mip_col_val (self->program, i) > HALF)
      g_array_append_val (columns, i);
  return columns;
}

/* The blocks that are whole in the solution of the program without integers; few are not. */
static void
round_down (MatchumFitSolver *self, guint8 *choice)
{
  for (guint i = 0; i < self->problem->n_items; i++)
    choice[i] = self->problem->items[i].place == MATCHUM_FIT_IN;
  for (guint i = 0; i < self->problem->n_items; i++)
    if (self->columns[i] != 0 && matchum_fit_problem_is_choosable (self->problem, i)
        && glp_get_col_prim (self->program, self->columns[i]) > WHOLE)
      matchum_fit_problem_show (self->problem, choice, i);
}

MatchumFitOutcome
matchum_fit_solver_fill (MatchumFitSolver *self, gint64 deadline, guint8 *choice)
{
  g_autoptr (GArray) covered = list_covered (self);
  gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
  MatchumFitOutcome outcome = MATCHUM_FIT_STOPPED;
  glp_smcp parameters;

  if (left <= 0)
    return outcome;
  aim_at_worth (self);
  glp_set_row_bnds (self->program, self->coverage_row, GLP_FR, 0.0, 0.0);
  for (guint i = 0; i < covered->len; i++)
    glp_set_col_bnds (self->program, g_array_index (covered, int, i), GLP_FX, 1.0, 1.0);
  glp_init_smcp (&parameters);
  parameters.msg_lev = GLP_MSG_OFF;
  parameters.presolve = GLP_ON;
  parameters.tm_lim = (int) MIN (left, G_MAXINT);
  if (glp_simplex (self->program, &parameters) == 0 && glp_get_status (self->program) == GLP_OPT)
    {
      round_down (self, choice);
      outcome = MATCHUM_FIT_SOLVED;
    }
  for (guint i = 0; i < covered->len; i++)
    glp_set_col_bnds (self->program, g_array_index (covered, int, i), GLP_DB, 0.0, 1.0);
  return outcome;
}

/* Forbids choice; and what is like it but for more blocks whose height is more than room. */
static void
forbid (MatchumFitSolver *self, const guint8 *choice, gint64 room)
{
  guint n_chosen = 0;
  g_auto (Row) row = { NULL, NULL };

  row_init (&row);
  for (guint i = 0; i < self->problem->n_items; i++)
    {
      if (self->columns[i] == 0 || (!choice[i] && self->problem->items[i].height > room))
        continue;
      n_chosen += choice[i];
      row_append (&row, self->columns[i], choice[i] ? 1.0 : -1.0);
    }
  add_row (self, &row, GLP_UP, (double) n_chosen - 1.0);
}

/* With another block that still has room the page breaks may fall better; without room no other can be added. */
void
matchum_fit_solver_forbid (MatchumFitSolver *self, const guint8 *choice)
{
  forbid (self, choice, self->problem->capacity - matchum_fit_problem_get_height (self->problem, choice));
}

void
matchum_fit_solver_forbid_only (MatchumFitSolver *self, const guint8 *choice)
{
  forbid (self, choice, G_MAXINT64);
}

void
matchum_fit_solver_set_capacity (MatchumFitSolver *self, gint64 height)
{
  self->capacity = height;
  glp_set_row_bnds (self->program, self->height_row, GLP_UP, (double) (height - self->height_given), 0.0);
}
