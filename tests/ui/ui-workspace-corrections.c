/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting right how a posting was read: each edit is shown, judged, and undone in one step. Needs no display. */
#include "config.h"

#include "matchum-ui-test.h"
#include "posting/matchum-posting-correction.h"
#include "store/matchum-posting-reading.h"
#include "ui/matchum-posting-list.h"

#define POSTING                                                                                                                      \
  "---\ncompany: 링크온\ntitle: ML Engineer\n---\n\n## 주요업무\n\n- 추천 모델을 개발합니다\n\n## 자격요건\n\n" \
  "- PyTorch 경험, Kubernetes 경험\n- Rust 경험\n- BigQuery 경험\n\n## 우대사항\n\n- Scala 경험\n- Rust 경험\n"

typedef struct {
  MatchumWorkspace *workspace;
  MatchumPostingList *list;
  guint n_opened;
  guint n_reread;
  guint n_changed;
  guint n_selected;
} Fixture;

static void
count_opened_cb (Fixture *fixture)
{
  fixture->n_opened++;
}

/* Whoever is told of other lines finds them. */
static void
count_reread_cb (Fixture *fixture)
{
  MatchumMatch *match = matchum_workspace_get_match (fixture->workspace);
  int selected = matchum_workspace_get_selected_requirement (fixture->workspace);

  g_assert_true (matchum_match_get_posting (match) == matchum_workspace_get_posting (fixture->workspace));
  g_assert_cmpint (selected, <, (int) matchum_match_get_n_requirements (match));
  fixture->n_reread++;
}

static void
count_changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
count_selected_cb (Fixture *fixture)
{
  fixture->n_selected++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = matchum_ui_test_create_workspace ();
  matchum_ui_test_open_resume (fixture->workspace, MATCHUM_UI_TEST_RESUME);
  matchum_ui_test_add_posting (fixture->workspace, POSTING);
  fixture->list = matchum_posting_list_new (fixture->workspace);
  g_signal_connect_swapped (fixture->workspace, "opened", G_CALLBACK (count_opened_cb), fixture);
  g_signal_connect_swapped (fixture->workspace, "reread", G_CALLBACK (count_reread_cb), fixture);
  g_signal_connect_swapped (fixture->workspace, "changed", G_CALLBACK (count_changed_cb), fixture);
  g_signal_connect_swapped (fixture->workspace, "notify::selected-requirement", G_CALLBACK (count_selected_cb),
                            fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (fixture->n_opened, ==, 0);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->workspace);
}

/* The line that says text: the nth, from 1. */
static guint
find_nth (Fixture *fixture, const char *text, guint nth)
{
  MatchumPosting *posting = matchum_workspace_get_posting (fixture->workspace);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    if (g_str_equal (matchum_posting_line_get_text (matchum_posting_get_line (posting, i)), text) && --nth == 0)
      return i;
  g_error ("no line says “%s”", text);
}

static guint
find (Fixture *fixture, const char *text)
{
  return find_nth (fixture, text, 1);
}

/* "required Rust 경험|…": the lines that count; # for headings, * for what was put right. */
static char *
describe (MatchumPosting *posting)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < matchum_posting_get_n_lines (posting); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (posting, i);

      g_string_append_printf (words, "%s%s%s%s %s", i > 0 ? "|" : "", line->is_heading ? "#" : "",
                              line->by_hand != 0 ? "*" : "", matchum_posting_kind_get_nick (line->kind),
                              matchum_posting_line_get_text (line));
    }
  return g_string_free (words, FALSE);
}

/* A list that followed the changes says what one made anew says. */
static void
assert_list (Fixture *fixture)
{
  g_autoptr (MatchumPostingList) anew = matchum_posting_list_new (fixture->workspace);
  GListModel *model = G_LIST_MODEL (fixture->list);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, g_list_model_get_n_items (G_LIST_MODEL (anew)));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MatchumPostingObject) followed = g_list_model_get_item (model, i);
      g_autoptr (MatchumPostingObject) made = g_list_model_get_item (G_LIST_MODEL (anew), i);
      MatchumPostingObject *fold = matchum_posting_object_get_fold (followed);
      guint at;

      g_assert_true (matchum_posting_object_is_same_row (followed, made));
      g_assert_cmpuint (matchum_posting_object_get_line (followed), ==, matchum_posting_object_get_line (made));
      g_assert_true ((fold == NULL) == (matchum_posting_object_get_fold (made) == NULL));
      for (at = i; fold != NULL && at > 0; at--)
        {
          g_autoptr (MatchumPostingObject) above = g_list_model_get_item (model, at - 1);

          if (above == fold)
            break;
        }
      g_assert_true (fold == NULL || at > 0);
      if (matchum_posting_object_get_kind (made) == MATCHUM_POSTING_ROW_REQUIREMENT)
        g_assert_cmpint (matchum_posting_object_get_state (followed)->standing, ==,
                         matchum_posting_object_get_state (made)->standing);
    }
}

#define TITLE "#duty 주요업무|duty 추천 모델을 개발합니다|#required 자격요건|"
#define ASKED "required PyTorch 경험, Kubernetes 경험|required Rust 경험|required BigQuery 경험|"
#define LIKED "#preferred 우대사항|preferred Scala 경험|preferred Rust 경험"
#define AS_READ TITLE ASKED LIKED

static void
assert_lines (Fixture *fixture, const char *expected)
{
  g_autofree char *words = describe (matchum_workspace_get_posting (fixture->workspace));

  g_assert_cmpstr (words, ==, expected);
  assert_list (fixture);
}

/* What an edit made is there, is one step, is undone, and is made again. */
static void
assert_edit (Fixture *fixture, const char *label, const char *expected)
{
  g_autofree char *before = describe (matchum_workspace_get_posting (fixture->workspace));
  MatchumLibrary *library = matchum_workspace_get_library (fixture->workspace);
  guint n_reread = fixture->n_reread, n_changed = fixture->n_changed;

  matchum_ui_test_flush (fixture->workspace);
  assert_lines (fixture, expected);
  g_assert_cmpuint (fixture->n_reread, ==, n_reread + 1);
  g_assert_cmpuint (fixture->n_changed, ==, n_changed + 1);
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, label);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_lines (fixture, before);
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  assert_lines (fixture, expected);
}

static void
assert_no_edit (Fixture *fixture)
{
  guint n_reread = fixture->n_reread;
  g_autofree char *before =
      g_strdup (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)));

  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (fixture->n_reread, ==, n_reread);
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)), ==, before);
}

static void
test_kind (Fixture *fixture, gconstpointer data)
{
  MatchumTally tally;

  assert_lines (fixture, AS_READ);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
  matchum_workspace_set_line_kind (fixture->workspace, find_nth (fixture, "Rust 경험", 2), MATCHUM_POSTING_PREFERRED);
  assert_no_edit (fixture);
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "Rust 경험"), MATCHUM_POSTING_OTHER);
  assert_edit (fixture, "Leave Line Out",
               TITLE "required PyTorch 경험, Kubernetes 경험|*other Rust 경험|required BigQuery 경험|" LIKED);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 1);
  tally = matchum_coverage_get_required (matchum_workspace_get_coverage (fixture->workspace));
  g_assert_cmpuint (tally.met, ==, 2);
  g_assert_cmpuint (tally.missing, ==, 0);
  matchum_workspace_set_line_kind (fixture->workspace, find_nth (fixture, "Rust 경험", 2), MATCHUM_POSTING_REQUIRED);
  assert_edit (fixture, "Count Line as Required",
               TITLE
               "required PyTorch 경험, Kubernetes 경험|*other Rust 경험|required BigQuery 경험|#preferred 우대사항|"
               "preferred Scala 경험|*required Rust 경험");
  /* As it was read is as if it had never been put right. */
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "Rust 경험"), MATCHUM_POSTING_REQUIRED);
  assert_edit (fixture, "Count Line as Required",
               TITLE ASKED "#preferred 우대사항|preferred Scala 경험|*required Rust 경험");
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 1);
}

static void
test_section (Fixture *fixture, gconstpointer data)
{
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "우대사항"), MATCHUM_POSTING_DUTY);
  assert_edit (fixture, "Count Section as Duties", TITLE ASKED "#*duty 우대사항|duty Scala 경험|duty Rust 경험");
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "Scala 경험"), MATCHUM_POSTING_PREFERRED);
  assert_edit (fixture, "Count Line as Preferred", TITLE ASKED "#*duty 우대사항|*preferred Scala 경험|duty Rust 경험");
  matchum_workspace_reset_line (fixture->workspace, find (fixture, "우대사항"));
  assert_edit (fixture, "Read Line as Before",
               TITLE ASKED "#preferred 우대사항|*preferred Scala 경험|preferred Rust 경험");
}

static void
test_heading (Fixture *fixture, gconstpointer data)
{
  matchum_workspace_set_line_heading (fixture->workspace, find (fixture, "Rust 경험"), TRUE);
  assert_edit (fixture, "Make Line a Heading",
               TITLE "required PyTorch 경험, Kubernetes 경험|#*required Rust 경험|required BigQuery 경험|" LIKED);
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "Rust 경험"), MATCHUM_POSTING_PREFERRED);
  assert_edit (fixture, "Count Section as Preferred",
               TITLE "required PyTorch 경험, Kubernetes 경험|#*preferred Rust 경험|preferred BigQuery 경험|" LIKED);
  matchum_workspace_set_line_heading (fixture->workspace, find (fixture, "Rust 경험"), FALSE);
  assert_edit (fixture, "Make Heading a Line",
               TITLE "required PyTorch 경험, Kubernetes 경험|*preferred Rust 경험|required BigQuery 경험|" LIKED);
  matchum_workspace_set_line_heading (fixture->workspace, find (fixture, "Rust 경험"), FALSE);
  assert_no_edit (fixture);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  matchum_workspace_set_line_words (fixture->workspace, find (fixture, "Rust 경험"), " Rust 경험\n\n");
  assert_no_edit (fixture);
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, 1), ==, MATCHUM_STATUS_MISSING);
  matchum_workspace_set_line_words (fixture->workspace, find (fixture, "Rust 경험"), "Kubernetes 경험");
  assert_edit (fixture, "Edit Line",
               TITLE "required PyTorch 경험, Kubernetes 경험|*required Kubernetes 경험|required BigQuery 경험|" LIKED);
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, 1), ==, MATCHUM_STATUS_MET);
  matchum_workspace_set_line_words (fixture->workspace, find (fixture, "Kubernetes 경험"), "");
  assert_edit (fixture, "Leave Line Out",
               TITLE "required PyTorch 경험, Kubernetes 경험|*other Rust 경험|required BigQuery 경험|" LIKED);
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "Rust 경험"), MATCHUM_POSTING_REQUIRED);
  assert_edit (fixture, "Count Line as Required", AS_READ);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
}

/* A line in pieces: each is edited, counted, split and joined by itself. */
static void
test_split (Fixture *fixture, gconstpointer data)
{
  guint line = find (fixture, "PyTorch 경험, Kubernetes 경험");
  const gsize offset = strlen ("PyTorch 경험,");

  matchum_workspace_split_line (fixture->workspace, line, 0);
  matchum_workspace_split_line (fixture->workspace, line, offset - 2);
  matchum_workspace_split_line (fixture->workspace, line, strlen ("PyTorch 경험, Kubernetes 경험"));
  matchum_workspace_split_line (fixture->workspace, line, 4000);
  matchum_workspace_split_line (fixture->workspace, 4000, 1);
  assert_no_edit (fixture);
  matchum_workspace_split_line (fixture->workspace, line, offset);
  assert_edit (fixture, "Split Line",
               TITLE
               "*required PyTorch 경험,|*required Kubernetes 경험|required Rust 경험|required BigQuery 경험|" LIKED);
  matchum_workspace_set_line_kind (fixture->workspace, line + 1, MATCHUM_POSTING_PREFERRED);
  assert_edit (fixture, "Count Line as Preferred",
               TITLE
               "*required PyTorch 경험,|*preferred Kubernetes 경험|required Rust 경험|required BigQuery 경험|" LIKED);
  matchum_workspace_set_line_words (fixture->workspace, line + 1, "Kubernetes\nDocker");
  assert_edit (fixture, "Split Line",
               TITLE "*required PyTorch 경험,|*preferred Kubernetes|*preferred Docker|required Rust 경험|"
                     "required BigQuery 경험|" LIKED);
  matchum_workspace_set_line_words (fixture->workspace, line, "");
  assert_edit (fixture, "Leave Line Out",
               TITLE "*preferred Kubernetes|*preferred Docker|required Rust 경험|required BigQuery 경험|" LIKED);
  matchum_workspace_join_line (fixture->workspace, line + 1);
  assert_edit (fixture, "Join Lines",
               TITLE "*preferred Kubernetes Docker|required Rust 경험|required BigQuery 경험|" LIKED);
  matchum_workspace_reset_line (fixture->workspace, line);
  assert_edit (fixture, "Read Line as Before", AS_READ);
  matchum_workspace_reset_line (fixture->workspace, line);
  assert_no_edit (fixture);
}

/* Split and joined again, a line is as it was read. */
static void
test_split_and_join (Fixture *fixture, gconstpointer data)
{
  guint line = find (fixture, "PyTorch 경험, Kubernetes 경험");

  matchum_workspace_split_line (fixture->workspace, line, strlen ("PyTorch 경험,"));
  matchum_ui_test_flush (fixture->workspace);
  matchum_workspace_join_line (fixture->workspace, line + 1);
  assert_edit (fixture, "Join Lines", AS_READ);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
}

static void
test_join (Fixture *fixture, gconstpointer data)
{
  guint line = find (fixture, "BigQuery 경험");

  g_assert_false (matchum_workspace_can_join_line (fixture->workspace, 0));
  g_assert_true (matchum_workspace_can_join_line (fixture->workspace, 1));
  g_assert_false (matchum_workspace_can_join_line (fixture->workspace, 4000));
  matchum_workspace_join_line (fixture->workspace, 0);
  assert_no_edit (fixture);
  matchum_workspace_join_line (fixture->workspace, line);
  assert_edit (fixture, "Join Lines",
               TITLE "required PyTorch 경험, Kubernetes 경험|*required Rust 경험 BigQuery 경험|" LIKED);
  matchum_workspace_join_line (fixture->workspace, line - 1);
  assert_edit (fixture, "Join Lines", TITLE "*required PyTorch 경험, Kubernetes 경험 Rust 경험 BigQuery 경험|" LIKED);
  matchum_workspace_set_line_words (fixture->workspace, line - 2, "PyTorch\nRust");
  assert_edit (fixture, "Split Line", TITLE "*required PyTorch|*required Rust|" LIKED);
  matchum_workspace_reset_line (fixture->workspace, line - 1);
  assert_edit (fixture, "Read Line as Before", AS_READ);
}

/* Lines that were edited or split before they are joined keep their words and the kinds of their other pieces. */
static void
test_join_edited (Fixture *fixture, gconstpointer data)
{
  guint line = find (fixture, "Rust 경험");

  matchum_workspace_set_line_words (fixture->workspace, line, "Go\nC++");
  matchum_workspace_set_line_kind (fixture->workspace, line + 1, MATCHUM_POSTING_PREFERRED);
  matchum_workspace_join_line (fixture->workspace, line);
  assert_edit (fixture, "Join Lines",
               TITLE "*required PyTorch 경험, Kubernetes 경험 Go|*preferred C++|required BigQuery 경험|" LIKED);
  matchum_workspace_join_line (fixture->workspace, line + 1);
  assert_edit (fixture, "Join Lines",
               TITLE "*required PyTorch 경험, Kubernetes 경험 Go|*preferred C++ BigQuery 경험|" LIKED);
  matchum_workspace_set_line_words (fixture->workspace, line - 1, "A");
  matchum_workspace_set_line_words (fixture->workspace, line, "B");
  assert_edit (fixture, "Edit Line", TITLE "*required A|*preferred B|" LIKED);
  matchum_workspace_reset_lines (fixture->workspace);
  assert_edit (fixture, "Read Posting as Before", AS_READ);
}

/* What is asked for in a row is made in a row, each over what the one before made. */
static void
test_in_a_row (Fixture *fixture, gconstpointer data)
{
  guint line = find (fixture, "Rust 경험");

  matchum_workspace_set_line_kind (fixture->workspace, line, MATCHUM_POSTING_DUTY);
  matchum_workspace_set_line_words (fixture->workspace, line, "Go\nC++");
  matchum_workspace_set_line_kind (fixture->workspace, line + 1, MATCHUM_POSTING_REQUIRED);
  matchum_ui_test_flush (fixture->workspace);
  assert_lines (fixture,
                TITLE "required PyTorch 경험, Kubernetes 경험|*duty Go|*required C++|required BigQuery 경험|" LIKED);
  for (guint i = 0; i < 3; i++)
    g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_lines (fixture, AS_READ);
}

/* The requirement that is selected stays selected, under its new index, and whoever shows it hears of that. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  matchum_workspace_set_selected_requirement (fixture->workspace, 2); /* BigQuery */
  fixture->n_selected = 0;
  matchum_workspace_split_line (fixture->workspace, find (fixture, "PyTorch 경험, Kubernetes 경험"),
                                strlen ("PyTorch 경험,"));
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, 3);
  g_assert_cmpuint (fixture->n_selected, ==, 1);
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "BigQuery 경험"), MATCHUM_POSTING_OTHER);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, -1);
  g_assert_cmpuint (fixture->n_selected, ==, 2);
}

/* It is selected after a restart, too, where it is a piece of a line. */
static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumWorkspace) other = NULL;
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autofree char *words = NULL;

  matchum_workspace_split_line (fixture->workspace, find (fixture, "PyTorch 경험, Kubernetes 경험"),
                                strlen ("PyTorch 경험,"));
  matchum_ui_test_flush (fixture->workspace);
  matchum_workspace_set_selected_requirement (fixture->workspace, 1);
  matchum_workspace_save_state (fixture->workspace);
  matchum_ui_test_flush (fixture->workspace);
  other = matchum_workspace_new (matchum_workspace_get_library (fixture->workspace), lexicon,
                                 matchum_workspace_get_as_of (fixture->workspace));
  g_assert_cmpint (matchum_workspace_get_selected_requirement (other), ==, 1);
  words = describe (matchum_workspace_get_posting (other));
  g_assert_cmpstr (
      words, ==,
      TITLE "*required PyTorch 경험,|*required Kubernetes 경험|required Rust 경험|required BigQuery 경험|" LIKED);
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *original = matchum_workspace_get_current (fixture->workspace);

  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "Rust 경험"), MATCHUM_POSTING_DUTY);
  matchum_workspace_duplicate_posting (fixture->workspace, original);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) != original);
  assert_lines (fixture, TITLE "required PyTorch 경험, Kubernetes 경험|*duty Rust 경험|required BigQuery 경험|" LIKED);
  /* Each has its own. */
  matchum_workspace_reset_lines (fixture->workspace);
  matchum_ui_test_flush (fixture->workspace);
  assert_lines (fixture, AS_READ);
  matchum_workspace_set_current (fixture->workspace, original);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 1);
  fixture->n_opened = 0;
}

/* The text of the posting is another: what was put right finds its lines, and what does not is told and kept. */
static void
test_other_text (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (fixture->workspace);
  MatchumPostingRecord *record = matchum_posting_record_copy (matchum_workspace_posting_get_record (current));
  g_autoptr (MatchumEdit) edit = matchum_edit_new ("Edit Posting");
  g_autoptr (GPtrArray) unplaced = NULL;
  g_autoptr (GPtrArray) none = NULL;

  matchum_workspace_set_line_kind (fixture->workspace, find_nth (fixture, "Rust 경험", 2), MATCHUM_POSTING_DUTY);
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "Scala 경험"), MATCHUM_POSTING_DUTY);
  g_free (record->text);
  record->text = g_strdup ("당근\n\n## 자격요건\n- C 경험\n- Rust 경험\n- PyTorch 경험\n\n## 우대사항\n- Rust 경험\n");
  record->place = 0;
  matchum_edit_add (edit, (MatchumEditFunc) matchum_posting_table_put, record,
                    (GDestroyNotify) matchum_posting_record_free);
  matchum_library_edit_async (matchum_workspace_get_library (fixture->workspace), edit, NULL, NULL);
  matchum_ui_test_flush (fixture->workspace);
  assert_lines (fixture, "other 당근|#required 자격요건|required C 경험|required Rust 경험|required PyTorch 경험|"
                         "#preferred 우대사항|*duty Rust 경험");
  unplaced = matchum_workspace_list_unplaced (fixture->workspace);
  g_assert_cmpuint (unplaced->len, ==, 1);
  g_assert_cmpstr (((MatchumPostingCorrection *) unplaced->pdata[0])->line_text, ==, "Scala 경험");
  /* It is kept under its new place from the next edit of it on, and only there. */
  matchum_workspace_set_line_kind (fixture->workspace, find_nth (fixture, "Rust 경험", 2), MATCHUM_POSTING_BENEFIT);
  matchum_ui_test_flush (fixture->workspace);
  {
    g_autoptr (GPtrArray) all =
        matchum_posting_reading_list (matchum_library_get_database (matchum_workspace_get_library (fixture->workspace)),
                                      matchum_workspace_posting_get_id (current), NULL);

    g_assert_cmpuint (all->len, ==, 2);
    g_assert_cmpuint (((MatchumPostingCorrection *) all->pdata[0])->line, ==, 9);
  }
  matchum_workspace_drop_unplaced (fixture->workspace);
  matchum_ui_test_flush (fixture->workspace);
  none = matchum_workspace_list_unplaced (fixture->workspace);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 1);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  fixture->n_opened = 0;
}

/* Where the words of a line are edited in the text, what was put right of it goes along; undo brings back both. */
static void
test_edited_text (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (fixture->workspace);
  g_auto (GStrv) parts = g_strsplit (POSTING, "- Scala", 2);
  g_autofree char *text = g_strconcat (parts[0], "- Scala 3", parts[1], NULL);

  g_assert_nonnull (parts[1]);
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "Scala 경험"), MATCHUM_POSTING_DUTY);
  matchum_workspace_set_line_kind (fixture->workspace, find_nth (fixture, "Rust 경험", 2), MATCHUM_POSTING_OTHER);
  matchum_workspace_set_posting_text (fixture->workspace, current, text, NULL);
  matchum_ui_test_flush (fixture->workspace);
  assert_lines (fixture, TITLE ASKED "#preferred 우대사항|*duty Scala 3 경험|*other Rust 경험");
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 2);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_lines (fixture, TITLE ASKED "#preferred 우대사항|*duty Scala 경험|*other Rust 경험");
  fixture->n_opened = 0;
}

/* A posting that is not open has another figure, once it is put right in another window or undone from afar. */
static void
test_not_open (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *first = matchum_workspace_get_current (fixture->workspace);
  MatchumPostingFigure figure;

  matchum_workspace_get_coverage (fixture->workspace);
  g_assert_true (matchum_workspace_posting_get_figure (first, &figure));
  g_assert_cmpuint (figure.n_hard, ==, 3);
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "Rust 경험"), MATCHUM_POSTING_DUTY);
  matchum_ui_test_flush (fixture->workspace);
  matchum_workspace_get_coverage (fixture->workspace);
  g_assert_true (matchum_workspace_posting_get_figure (first, &figure));
  g_assert_cmpuint (figure.n_hard, ==, 2);
  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) != first);
  g_assert_true (matchum_ui_test_undo (fixture->workspace)); /* the second one */
  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  {
    g_autoptr (MatchumReadingChange) change = matchum_reading_change_new (matchum_workspace_posting_get_id (first));
    g_autoptr (MatchumPostingCorrection) more =
        matchum_posting_correction_new_for_line (matchum_workspace_posting_get_read (first), 5, "kind", "duty");
    g_autoptr (MatchumEdit) edit = matchum_edit_new ("Count Line as Duty");

    g_assert_cmpstr (more->line_text, ==, "BigQuery 경험");
    matchum_reading_change_put (change, more);
    matchum_edit_add (edit, matchum_reading_change_carry_out, g_steal_pointer (&change),
                      (GDestroyNotify) matchum_reading_change_unref);
    matchum_library_edit_async (matchum_workspace_get_library (fixture->workspace), edit, NULL, NULL);
  }
  matchum_ui_test_flush (fixture->workspace);
  g_assert_false (matchum_workspace_posting_get_figure (first, &figure));
  matchum_workspace_judge (fixture->workspace, first);
  g_assert_true (matchum_workspace_posting_get_figure (first, &figure));
  g_assert_cmpuint (figure.n_hard, ==, 1);
  /* Undone, it is opened, so that it is seen. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == first);
  fixture->n_opened = 0;
}

/* Rows that say the same are the same, and a fold that was open is open. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->list);
  g_autoptr (MatchumPostingObject) first = g_list_model_get_item (model, 0);
  g_autoptr (MatchumPostingObject) same = NULL;
  guint n_open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MatchumPostingObject) object = g_list_model_get_item (model, i);

      if (matchum_posting_object_get_kind (object) == MATCHUM_POSTING_ROW_FOLD)
        matchum_posting_object_set_expanded (object, TRUE);
    }
  matchum_workspace_set_line_kind (fixture->workspace, find (fixture, "Scala 경험"), MATCHUM_POSTING_DUTY);
  matchum_ui_test_flush (fixture->workspace);
  same = g_list_model_get_item (model, 0);
  g_assert_true (first == same);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MatchumPostingObject) object = g_list_model_get_item (model, i);

      if (matchum_posting_object_get_kind (object) == MATCHUM_POSTING_ROW_FOLD)
        n_open += matchum_posting_object_get_expanded (object) ? 1 : 0;
    }
  g_assert_cmpuint (n_open, ==, 1);
}

/* Nothing open, or only a resume: nothing is done, and nothing is there. */
static void
test_nothing_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) unplaced = NULL;

  matchum_workspace_set_current (fixture->workspace, NULL);
  fixture->n_opened = 0;
  matchum_workspace_set_line_kind (fixture->workspace, 0, MATCHUM_POSTING_DUTY);
  matchum_workspace_set_line_heading (fixture->workspace, 0, TRUE);
  matchum_workspace_set_line_words (fixture->workspace, 0, "x");
  matchum_workspace_split_line (fixture->workspace, 0, 1);
  matchum_workspace_join_line (fixture->workspace, 1);
  matchum_workspace_reset_line (fixture->workspace, 0);
  matchum_workspace_reset_lines (fixture->workspace);
  matchum_workspace_drop_unplaced (fixture->workspace);
  unplaced = matchum_workspace_list_unplaced (fixture->workspace);
  g_assert_cmpuint (unplaced->len, ==, 0);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
  g_assert_false (matchum_workspace_can_join_line (fixture->workspace, 1));
  assert_no_edit (fixture);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  ADD ("/ui/workspace/corrections/kind", test_kind);
  ADD ("/ui/workspace/corrections/section", test_section);
  ADD ("/ui/workspace/corrections/heading", test_heading);
  ADD ("/ui/workspace/corrections/words", test_words);
  ADD ("/ui/workspace/corrections/split", test_split);
  ADD ("/ui/workspace/corrections/split-and-join", test_split_and_join);
  ADD ("/ui/workspace/corrections/join", test_join);
  ADD ("/ui/workspace/corrections/join-edited", test_join_edited);
  ADD ("/ui/workspace/corrections/in-a-row", test_in_a_row);
  ADD ("/ui/workspace/corrections/selection", test_selection);
  ADD ("/ui/workspace/corrections/restart", test_restart);
  ADD ("/ui/workspace/corrections/duplicate", test_duplicate);
  ADD ("/ui/workspace/corrections/other-text", test_other_text);
  ADD ("/ui/workspace/corrections/edited-text", test_edited_text);
  ADD ("/ui/workspace/corrections/not-open", test_not_open);
  ADD ("/ui/workspace/corrections/rows", test_rows);
  ADD ("/ui/workspace/corrections/nothing-open", test_nothing_open);
  return matchum_ui_test_run ();
}
