/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the user's own: what is matched with them changes at once, is undone, and is there after a restart. Needs no
 * display. */
#include "config.h"

#include "../core/store/store-fixture.h"
#include "matchum-ui-test.h"
#include "store/matchum-library-folder.h"
#include "ui/matchum-verdict-words.h"

#define RESUME                                                                                                         \
  "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n"                               \
  "- 등대를 운영\n- PyTorch로 CTR 모델을 학습\n- 사내 위키를 정리\n"
#define POSTING                                                                                                                   \
  "---\ncompany: 링크온\ntitle: ML Engineer\n---\n\n## 자격요건\n\n- Kubeflow 경험\n- PyTorch 경험\n- Zorbex 경험\n" \
  "- 5년 이상의 경력\n"
/* The requirements of POSTING. */
enum { KUBEFLOW, PYTORCH, ZORBEX, YEARS };

typedef struct {
  StoreFixture store;
  MatchumLibrary *library;
  MatchumWorkspace *workspace;
  guint n_changed;
  guint n_names_changed;
  guint n_failed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
open_workspace (Fixture *self)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);

  self->library = store_fixture_open (self->store.path);
  self->workspace = matchum_workspace_new (self->library, lexicon, (MatchumDay){ 2026, 11, 1 });
  g_signal_connect_swapped (self->workspace, "changed", G_CALLBACK (count_cb), &self->n_changed);
  g_signal_connect_swapped (self->workspace, "names-changed", G_CALLBACK (count_cb), &self->n_names_changed);
  g_signal_connect_swapped (self->workspace, "failed", G_CALLBACK (count_cb), &self->n_failed);
}

static void
close_workspace (Fixture *self)
{
  matchum_ui_test_flush (self->workspace);
  g_assert_finalize_object (self->workspace);
  store_fixture_close (self->library);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  store_fixture_set_up (&self->store, NULL);
  open_workspace (self);
  matchum_ui_test_open_resume (self->workspace, RESUME);
  matchum_ui_test_add_posting (self->workspace, POSTING);
  self->n_changed = 0;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  close_workspace (self);
  g_assert_cmpuint (self->n_failed, ==, 0);
  store_fixture_tear_down (&self->store, NULL);
}

static void
add (Fixture *self, const char *name, const char *concept)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (matchum_workspace_add_name (self->workspace, name, concept, &error));
  g_assert_no_error (error);
  matchum_ui_test_flush (self->workspace);
}

/* As the library has it, whatever it is. */
static gboolean
put_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_alias_table_put (database, data, error);
}

static void
put (Fixture *self, const char *name, const char *concept)
{
  const MatchumAliasRecord record = { (char *) name, (char *) concept };

  store_fixture_edit (self->library, "Put", put_cb, &record);
  matchum_ui_test_flush (self->workspace);
}

/* "name=concept|…!": ! for those that are left out. */
static char *
describe (Fixture *self)
{
  GPtrArray *names = matchum_workspace_get_names (self->workspace);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const MatchumWorkspaceName *name = names->pdata[i];

      g_string_append_printf (words, "%s%s=%s%s", i > 0 ? "|" : "", name->name, name->concept,
                              name->problem != NULL ? "!" : "");
    }
  return g_string_free (words, FALSE);
}

static void
assert_names (Fixture *self, const char *expected)
{
  g_autofree char *names = describe (self);

  g_assert_cmpstr (names, ==, expected);
}

static MatchumStatus
get_status (Fixture *self, guint requirement)
{
  return matchum_ui_test_get_status (self->workspace, requirement);
}

static char *
dup_reason (Fixture *self, guint requirement)
{
  return matchum_coverage_dup_reason (matchum_workspace_get_coverage (self->workspace),
                                      matchum_workspace_get_visibility (self->workspace), requirement);
}

static const char *
get_undo_label (Fixture *self)
{
  return matchum_library_get_undo_label (self->library);
}

static void
test_add_and_undo (Fixture *self, gconstpointer data)
{
  g_autofree char *reason = NULL;
  g_autofree char *other = NULL;
  MatchumPostingFigure figure;

  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MISSING);
  g_assert_cmpint (get_status (self, PYTORCH), ==, MATCHUM_STATUS_MET);
  add (self, " 등대 ", "Kubeflow");
  assert_names (self, "등대=Kubeflow");
  g_assert_cmpuint (self->n_names_changed, ==, 1);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpstr (get_undo_label (self), ==, "Count a Name");
  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MET);
  g_assert_cmpint (get_status (self, PYTORCH), ==, MATCHUM_STATUS_MET);
  reason = dup_reason (self, KUBEFLOW);
  g_assert_cmpstr (reason, ==, "등대 → Kubeflow (a name of your own)");
  other = dup_reason (self, PYTORCH);
  g_assert_cmpstr (other, ==, "PyTorch");

  g_assert_true (matchum_ui_test_undo (self->workspace));
  assert_names (self, "");
  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MISSING);
  g_assert_true (matchum_ui_test_redo (self->workspace));
  assert_names (self, "등대=Kubeflow");
  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MET);
  g_assert_true (matchum_workspace_posting_get_figure (matchum_workspace_get_current (self->workspace), &figure));
  g_assert_cmpuint (figure.n_met, ==, 2);
}

static void
test_remove_and_change (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *names;

  add (self, "등대", "Kubeflow");
  names = matchum_workspace_get_names (self->workspace);
  g_assert_true (matchum_workspace_change_name (self->workspace, names->pdata[0], "위키", "Kubeflow", &error));
  g_assert_no_error (error);
  matchum_ui_test_flush (self->workspace);
  assert_names (self, "위키=Kubeflow");
  g_assert_cmpstr (get_undo_label (self), ==, "Change a Name");
  g_assert_true (matchum_ui_test_undo (self->workspace));
  assert_names (self, "등대=Kubeflow");

  matchum_workspace_remove_name (self->workspace, "등대", "Kubeflow");
  matchum_ui_test_flush (self->workspace);
  assert_names (self, "");
  g_assert_cmpstr (get_undo_label (self), ==, "Forget a Name");
  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MISSING);
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MET);
}

/* What Matchum does not know, and a name that the posting uses. */
static void
test_unknown (Fixture *self, gconstpointer data)
{
  g_autofree char *reason = NULL;
  g_autofree char *by_posting = NULL;

  g_assert_cmpint (get_status (self, ZORBEX), ==, MATCHUM_STATUS_MISSING);
  add (self, "위키", "Zorbex");
  g_assert_cmpint (get_status (self, ZORBEX), ==, MATCHUM_STATUS_MET);
  reason = dup_reason (self, ZORBEX);
  g_assert_cmpstr (reason, ==, "위키 → Zorbex (a name of your own)");
  g_assert_true (matchum_ui_test_undo (self->workspace));

  add (self, "Zorbex", "파이토치");
  g_assert_cmpint (get_status (self, ZORBEX), ==, MATCHUM_STATUS_MET);
  by_posting = dup_reason (self, ZORBEX);
  g_assert_cmpstr (by_posting, ==, "PyTorch → Zorbex (a name of your own)");
}

/* Theirs win. */
static void
test_theirs_win (Fixture *self, gconstpointer data)
{
  add (self, "PyTorch", "Zorbex");
  g_assert_cmpint (get_status (self, ZORBEX), ==, MATCHUM_STATUS_MET);
  add (self, "등대", "PyTorch");
  g_assert_cmpint (get_status (self, ZORBEX), ==, MATCHUM_STATUS_MET);
}

static void
test_restart (Fixture *self, gconstpointer data)
{
  add (self, "등대", "Kubeflow");
  matchum_workspace_save_state (self->workspace);
  close_workspace (self);
  open_workspace (self);
  assert_names (self, "등대=Kubeflow");
  g_assert_nonnull (matchum_workspace_get_current (self->workspace));
  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MET);
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MISSING);
}

static void
assert_refused (Fixture *self, const char *name, const char *concept, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (matchum_workspace_add_name (self->workspace, name, concept, &error));
  g_assert_error (error, MATCHUM_LEXICON_ERROR, error->code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_checks (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *names;

  add (self, "등대", "섬");
  add (self, "섬", "바위");
  assert_refused (self, "", "Kubeflow", "Write both names");
  assert_refused (self, "Kubeflow", "kubeflow", "cannot be counted as itself");
  assert_refused (self, " 등대", "섬 ", "already");
  assert_refused (self, "바위", "등대", "by way of other names");
  assert_names (self, "등대=섬|섬=바위");
  g_assert_cmpstr (get_undo_label (self), ==, "Count a Name");

  /* In place of the one that leads there it is no circle, and one may be written otherwise. */
  names = matchum_workspace_get_names (self->workspace);
  g_assert_true (matchum_workspace_check_name (self->workspace, "바위", "등대", names->pdata[1], &error));
  g_assert_true (matchum_workspace_check_name (self->workspace, "등대 ", "섬", names->pdata[0], &error));
  g_assert_no_error (error);
}

/* What an import or another version of the lexicon brought, and cannot be. */
static void
test_bad_ones (Fixture *self, gconstpointer data)
{
  const MatchumWorkspaceName *name;

  put (self, "---", "PyTorch");
  put (self, "가", "나");
  put (self, "나", "가");
  put (self, "등대", "Kubeflow");
  assert_names (self, "---=PyTorch!|가=나!|나=가!|등대=Kubeflow");
  g_assert_cmpuint (matchum_workspace_count_bad_names (self->workspace), ==, 3);
  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MET);
  name = matchum_workspace_get_names (self->workspace)->pdata[1];
  g_assert_nonnull (strstr (name->problem, "“가”") != NULL ? name->problem : strstr (name->problem, "\"가\""));

  /* Another can be added beside them, and they can go. */
  add (self, "위키", "Zorbex");
  g_assert_cmpint (get_status (self, ZORBEX), ==, MATCHUM_STATUS_MET);
  matchum_workspace_remove_name (self->workspace, "가", "나");
  matchum_ui_test_flush (self->workspace);
  assert_names (self, "---=PyTorch!|나=가|등대=Kubeflow|위키=Zorbex");
}

/* Names go with the library to a folder and come back. */
static void
test_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->store.folder, "exported", NULL);
  g_autoptr (GError) error = NULL;

  add (self, "등대", "Kubeflow");
  g_assert_true (matchum_library_export (self->library, folder, &error));
  g_assert_no_error (error);
  matchum_workspace_remove_name (self->workspace, "등대", "Kubeflow");
  matchum_ui_test_flush (self->workspace);
  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MISSING);

  g_assert_true (matchum_library_import (self->library, folder, &error));
  g_assert_no_error (error);
  matchum_ui_test_flush (self->workspace);
  assert_names (self, "등대=Kubeflow");
  g_assert_cmpint (get_status (self, KUBEFLOW), ==, MATCHUM_STATUS_MET);
}

/* Other postings are not matched before somebody asks, however many there are. */
static void
test_lazily (Fixture *self, gconstpointer data)
{
  const guint n_postings = g_getenv ("MATCHUM_TEST_LONG") != NULL ? 2000 : 200;
  GListModel *postings = matchum_workspace_get_postings (self->workspace);
  MatchumPostingFigure figure;
  gint64 start;

  for (guint i = 0; i < n_postings; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      store_fixture_put_posting (self->library, id, POSTING);
    }
  matchum_ui_test_flush (self->workspace);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (postings, i);

      matchum_workspace_judge (self->workspace, posting);
      g_assert_true (matchum_workspace_posting_get_figure (posting, &figure));
      g_assert_cmpuint (figure.n_met, ==, 1);
    }
  g_assert_true (matchum_workspace_add_name (self->workspace, "등대", "Kubeflow", NULL));
  start = g_get_monotonic_time ();
  matchum_ui_test_flush (self->workspace);
  g_test_message ("%u postings told in %.1f ms", n_postings, (double) (g_get_monotonic_time () - start) / 1000);
  for (guint i = 0; i < g_list_model_get_n_items (postings); i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (postings, i);

      if (posting != matchum_workspace_get_current (self->workspace))
        g_assert_false (matchum_workspace_posting_get_figure (posting, &figure));
    }
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (postings, i);

      matchum_workspace_judge (self->workspace, posting);
      g_assert_true (matchum_workspace_posting_get_figure (posting, &figure));
      g_assert_cmpuint (figure.n_met, ==, 2);
    }
}

/* Edits of other things leave matches as they are. */
static void
test_other_edits (Fixture *self, gconstpointer data)
{
  MatchumMatch *match;

  add (self, "등대", "Kubeflow");
  match = matchum_workspace_get_match (self->workspace);
  store_fixture_put_posting (self->library, "another", POSTING);
  matchum_ui_test_flush (self->workspace);
  g_assert_true (matchum_workspace_get_match (self->workspace) == match);
  g_assert_cmpuint (self->n_names_changed, ==, 1);
}

static void
assert_countable (Fixture *self, guint requirement, const char *expected)
{
  g_autoptr (GPtrArray) names = matchum_workspace_list_countable (self->workspace, requirement);

  g_assert_cmpuint (names->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    g_assert_cmpstr (names->pdata[0], ==, expected);
}

static void
test_countable (Fixture *self, gconstpointer data)
{
  assert_countable (self, KUBEFLOW, "Kubeflow");
  assert_countable (self, PYTORCH, NULL); /* is there */
  assert_countable (self, ZORBEX, "Zorbex");
  assert_countable (self, YEARS, NULL); /* are no name */
  assert_countable (self, YEARS + 1, NULL);
  add (self, "등대", "Kubeflow");
  assert_countable (self, KUBEFLOW, NULL);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/ui/workspace-names/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("add-and-undo", test_add_and_undo);
  ADD ("remove-and-change", test_remove_and_change);
  ADD ("unknown", test_unknown);
  ADD ("theirs-win", test_theirs_win);
  ADD ("restart", test_restart);
  ADD ("checks", test_checks);
  ADD ("bad-ones", test_bad_ones);
  ADD ("folder", test_folder);
  ADD ("lazily", test_lazily);
  ADD ("other-edits", test_other_edits);
  ADD ("countable", test_countable);
#undef ADD
  return matchum_ui_test_run ();
}
