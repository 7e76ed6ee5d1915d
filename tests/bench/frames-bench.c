/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the space bar down over a resume of 300 blocks and counts frames: what the main thread does for each, which
 * came late, and in which frame after a key its coverage, its pages and its preview are seen. With --floor as a test.
 */
#include "config.h"

#include <string.h>
#include <time.h>

#include "matchum-ui-test.h"

#include "ui/matchum-coverage-strip.h"
#include "ui/matchum-page-view.h"
#include "ui/matchum-preview.h"
#include "ui/matchum-resume-pane.h"

#define N_BLOCKS 300
#define N_REQUIREMENTS 40
#define FRAME_MS (1000.0 / 60)
/* A frame that begins later than this after the one before is one that was dropped. */
#define LATE_MS (1.5 * FRAME_MS)
#define REPEAT_MS 33
/* What a frame with a key is to take of the main thread, but for drawing: half of what there is. The machine may be
 * slow, and busy: the floor is a third of the speed, and for the slowest frames a sixth. */
#define PROMISED_MS (FRAME_MS / 2)
#define MAX_SLOWER 3
#define MAX_SLOWEST 12
/* Pictures that the preview is to show while the key is held, of one for each key: one that waits for the end shows
 * two. */
#define MIN_PREVIEWS 4
/* The space bar hides, shows and hides a row; then the cursor goes down. */
#define KEYS_PER_ROW 4
#define NEVER G_MAXUINT

static gboolean has_floor;

/* --- what is held against what --- */

static const char *const names[] = {
  "Python",  "Java",    "Kotlin",  "Go",         "Rust",   "TypeScript", "SQL",       "PyTorch",    "TensorFlow",
  "Spark",   "Kafka",   "Airflow", "Kubernetes", "Docker", "Terraform",  "AWS",       "GCP",        "BigQuery",
  "Redis",   "MySQL",   "MongoDB", "GraphQL",    "gRPC",   "React",      "Django",    "FastAPI",    "Prometheus",
  "Grafana", "Jenkins", "MLflow",  "Kubeflow",   "Hadoop", "Flink",      "Snowflake", "PostgreSQL",
};
/* What is done with two names, in two languages. */
static const char *const deeds[] = {
  "%s와 %s로 상품 홈 피드의 후보 생성과 랭킹을 맡아 온라인 A/B 테스트에서 피드 클릭률 +8.4%%",
  "Built the nightly pipeline with %s and %s and cut its run from six hours to forty minutes",
  "%s 기반 배치를 %s로 옮겨 처리 시간을 40%% 줄이고, 온콜 장애를 월 12건에서 3건으로 줄임",
  "Moved a search service of 3 million users a month from %s to %s without downtime, after talks with three other "
  "teams",
  "사내 %s 플랫폼을 설계하고 %s 운영 가이드를 써서 신규 입사자 15명을 교육",
  "Wrote tests for %s and %s so that errors are found before a release, and not by customers",
};

static const char *
pick_name (GRand *random)
{
  return names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];
}

static void
append_deed (GString *text, GRand *random)
{
  const char *deed = deeds[g_rand_int_range (random, 0, G_N_ELEMENTS (deeds))];

  g_string_append (text, "- ");
  /* The formats stand above. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, deed, pick_name (random), pick_name (random));
#pragma GCC diagnostic pop
  g_string_append_c (text, '\n');
}

static char *
make_resume (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  GString *text =
      g_string_new ("# 강도현 (Dohyun Kang)\n\nML Engineer | dohyun.kang@example.com | 010-0000-5678\n\n## 경력\n");
  guint n_blocks = 3;

  for (guint i = 0; n_blocks < N_BLOCKS; i++)
    {
      if (i == 10)
        {
          g_string_append (text, "\n## Projects\n");
          n_blocks++;
        }
      g_string_append_printf (text, "\n### %s %u | Machine Learning Engineer | %u.03 - %u.12\n\n",
                              i % 2 == 0 ? "이음마켓" : "Blue Harbor", i, 2024 - i % 15, 2025 - i % 15);
      n_blocks++;
      for (guint j = 0; j < 12 && n_blocks < N_BLOCKS; j++, n_blocks++)
        append_deed (text, random);
    }
  return g_string_free (text, FALSE);
}

static char *
make_posting (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  GString *text = g_string_new ("# [링크온] ML Engineer\n\n## 주요업무\n\n");

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (text, "- 서비스 %u의 데이터를 모으고 다듬어 모델과 함께 배포합니다\n", i);
  g_string_append (text, "\n## 자격요건\n\n");
  for (guint i = 0; i < N_REQUIREMENTS; i++)
    {
      if (i == N_REQUIREMENTS / 2)
        g_string_append (text, "\n## Preferred Qualifications\n\n");
      switch (i % 4)
        {
        case 0:
          g_string_append_printf (text, "- %s와 %s로 서비스를 만들고 운영해 보신 분\n", pick_name (random),
                                  pick_name (random));
          break;
        case 1:
          g_string_append_printf (text, "- Experience with %s, %s or %s\n", pick_name (random), pick_name (random),
                                  pick_name (random));
          break;
        case 2:
          g_string_append_printf (text, "- %s 경험 3년 이상\n", pick_name (random));
          break;
        default:
          g_string_append_printf (text, "- Production use of %s and %s\n", pick_name (random), pick_name (random));
        }
    }
  g_string_append (text, "\n## 혜택 및 복지\n\n- 점심 식대 지원\n- 원격 근무\n");
  return g_string_free (text, FALSE);
}

/* --- time --- */

static double
get_wall (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* What the processor did for this thread, in milliseconds: others may be at work on the machine. */
static double
get_spent (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

typedef struct {
  double interval; /* by the clock, from the beginning of the frame before to its own */
  double spent;    /* by the main thread since then, all in all */
  double raster;   /* of it, in drawing what the widgets told to draw */
  double handled;  /* of it, in the handlers of keys */
  double laid_out; /* of it, in layout */
  guint n_keys;    /* since the frame before */
} Frame;

typedef struct {
  double at;
  double handled; /* what the handler of the key took */
  guint frame;    /* how many there were before */
  /* In which frame after the key it was seen, from 1 on. */
  guint coverage_in, pages_in, preview_in;
  double preview_after; /* milliseconds */
} Key;

typedef struct {
  MatchumWindow *window;
  GFile *folder;
  GdkFrameClock *clock;
  GArray *frames;       /* of Frame */
  GArray *keys;         /* of Key */
  GHashTable *of_pages; /* MatchumPages to how many keys they know of */
  guint n_laid_out;     /* keys that the pages know of */
  guint n_previews;     /* times that the preview showed something else */
  double handled, update_spent, laid_out;
  double started, last_start, last_spent, paint_spent, snapshot_spent, raster;
  guint n_keys_in_frame;
  guint n_keys_left;
  guint n_pressed;
  gboolean is_fast;
} Bench;

static Bench *bench; /* the one that is running: class functions are told nothing */
static void (*snapshot_window) (GtkWidget *widget, GtkSnapshot *snapshot);

static void
timed_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  double start = get_spent ();

  snapshot_window (widget, snapshot);
  if (bench != NULL)
    bench->snapshot_spent += get_spent () - start;
}

/* --- keys --- */

static gboolean
press (GtkWidget *widget, guint keyval)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (matchum_ui_test_run_shortcuts (widget, GTK_PHASE_CAPTURE, keyval, 0)
        || matchum_ui_test_run_shortcuts (widget, GTK_PHASE_BUBBLE, keyval, 0))
      return TRUE;
  return FALSE;
}

static gboolean
key_cb (gpointer user_data)
{
  Bench *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));
  gboolean is_down = self->n_pressed % KEYS_PER_ROW == KEYS_PER_ROW - 1;
  Key key = { .at = get_wall (), .frame = self->frames->len, .preview_in = NEVER };
  double start = get_spent ();

  g_assert_nonnull (focus);
  g_assert_true (press (focus, is_down ? GDK_KEY_Down : GDK_KEY_space));
  key.handled = get_spent () - start;
  self->handled += key.handled;
  self->n_pressed++;
  self->n_keys_left--;
  self->n_keys_in_frame++;
  /* Where the cursor goes, nothing is shown that was not. */
  if (!is_down)
    g_array_append_val (self->keys, key);
  return self->is_fast || self->n_keys_left == 0 ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* --- frames --- */

static void
pages_cb (Bench *self)
{
  MatchumPages *pages = matchum_proof_get_pages (matchum_window_get_proof (self->window));

  self->n_laid_out = self->keys->len;
  if (pages != NULL)
    g_hash_table_insert (self->of_pages, matchum_pages_ref (pages), GUINT_TO_POINTER (self->n_laid_out));
}

static void
collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* How many keys the pages know of that the preview shows; 0 where there is none. */
static guint
count_previewed (Bench *self)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new ();
  guint n_keys = NEVER;

  collect (GTK_WIDGET (self->window), MATCHUM_TYPE_PAGE_VIEW, views);
  for (guint i = 0; i < views->len; i++)
    {
      MatchumPages *painted = matchum_page_view_get_painted (views->pdata[i]);

      if (painted != NULL)
        n_keys = MIN (n_keys, GPOINTER_TO_UINT (g_hash_table_lookup (self->of_pages, painted)));
    }
  return n_keys != NEVER ? n_keys : 0;
}

static gboolean
is_coverage_shown (Bench *self)
{
  GtkWidget *strip = matchum_ui_test_find_widget (GTK_WIDGET (self->window), MATCHUM_TYPE_COVERAGE_STRIP);

  return matchum_coverage_strip_get_coverage (MATCHUM_COVERAGE_STRIP (strip))
         == matchum_workspace_get_coverage (matchum_window_get_workspace (self->window));
}

static void
note_seen (Bench *self)
{
  guint n_previewed = count_previewed (self);
  gboolean is_covered = is_coverage_shown (self);
  gboolean is_new = FALSE;

  for (guint i = 0; i < self->keys->len; i++)
    {
      Key *key = &g_array_index (self->keys, Key, i);
      guint frame = self->frames->len - key->frame;

      if (key->coverage_in == 0 && is_covered)
        key->coverage_in = frame;
      if (key->pages_in == 0 && i < self->n_laid_out)
        key->pages_in = frame;
      if (key->preview_in == NEVER && i < n_previewed)
        {
          key->preview_in = frame;
          key->preview_after = get_wall () - key->at;
          is_new = TRUE;
        }
    }
  self->n_previews += is_new;
}

static void
frame_start_cb (Bench *self)
{
  self->started = get_wall ();
}

static void
update_end_cb (Bench *self)
{
  self->update_spent = get_spent ();
}

static void
layout_end_cb (Bench *self)
{
  self->paint_spent = get_spent ();
  self->laid_out = self->paint_spent - self->update_spent;
  self->snapshot_spent = 0;
}

static void
paint_end_cb (Bench *self)
{
  self->raster = get_spent () - self->paint_spent - self->snapshot_spent;
}

static void
frame_end_cb (Bench *self)
{
  Frame frame = { self->started - self->last_start,
                  get_spent () - self->last_spent,
                  self->raster,
                  self->handled,
                  self->laid_out,
                  self->n_keys_in_frame };

  if (self->last_start > 0)
    g_array_append_val (self->frames, frame);
  self->last_start = self->started;
  self->n_keys_in_frame = 0;
  self->handled = 0;
  note_seen (self);
  if (self->is_fast && self->n_keys_left > 0)
    g_idle_add_full (GDK_PRIORITY_EVENTS, key_cb, self, NULL);
  self->last_spent = get_spent (); /* looking is not counted */
}

/* --- what came of it --- */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

static double
get_share (GArray *times, double share)
{
  g_assert_cmpuint (times->len, >, 0);
  g_array_sort (times, compare_times);
  return g_array_index (times, double, MIN ((guint) (share * times->len), times->len - 1));
}

static void
tell_times (const char *what, GArray *times)
{
  g_test_message ("  %-34s median %5.1f  99th %5.1f  worst %5.1f ms", what, get_share (times, 0.5),
                  get_share (times, 0.99), get_share (times, 1));
}

typedef struct {
  GArray *work;                /* of double: what the main thread did for frames with a key, but for the drawing */
  GArray *spent;               /* with it */
  guint n_late;                /* frames */
  guint n_heavy;               /* frames for which the main thread alone took longer than there is */
  guint coverage_in, pages_in; /* frames after the key, in the median */
  guint n_previews;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->work, g_array_unref);
  g_clear_pointer (&outcome->spent, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static guint
count_late (const Frame *frame)
{
  return frame->interval > LATE_MS ? (guint) (frame->interval / FRAME_MS + 0.5) - 1 : 0;
}

static void
judge_frames (Bench *self, Outcome *outcome)
{
  outcome->work = g_array_new (FALSE, FALSE, sizeof (double));
  outcome->spent = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < self->frames->len; i++)
    {
      const Frame *frame = &g_array_index (self->frames, Frame, i);
      double work = frame->spent - frame->raster;

      outcome->n_late += count_late (frame);
      outcome->n_heavy += frame->spent > FRAME_MS;
      /* Where a frame came late, several keys wait for the next. */
      if (frame->n_keys != 1)
        continue;
      g_array_append_val (outcome->work, work);
      g_array_append_val (outcome->spent, frame->spent);
    }
}

static guint
get_frames_share (GArray *keys, gsize offset, double share, guint *worst)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < keys->len; i++)
    {
      double n_frames = *(guint *) (gpointer) ((char *) &g_array_index (keys, Key, i) + offset);

      g_array_append_val (frames, n_frames);
    }
  *worst = (guint) get_share (frames, 1);
  return (guint) get_share (frames, share);
}

static guint
tell_frames (Bench *self, const char *what, gsize offset)
{
  guint worst, median = get_frames_share (self->keys, offset, 0.5, &worst);

  g_test_message ("  %-34s median %u, worst %u frames after the key", what, median, worst);
  return median;
}

static void
tell (Bench *self, const char *title, gboolean has_preview, Outcome *outcome)
{
  g_autoptr (GArray) handled = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) latencies = g_array_new (FALSE, FALSE, sizeof (double));

  judge_frames (self, outcome);
  for (guint i = 0; i < self->keys->len; i++)
    {
      g_array_append_val (handled, g_array_index (self->keys, Key, i).handled);
      g_array_append_val (latencies, g_array_index (self->keys, Key, i).preview_after);
    }
  for (guint i = 0; i < self->frames->len; i++)
    g_array_append_val (intervals, g_array_index (self->frames, Frame, i).interval);

  g_test_message ("%s: %u keys, %u frames, %u dropped, %u with more main thread than a frame has", title,
                  self->keys->len, self->frames->len, outcome->n_late, outcome->n_heavy);
  tell_times ("interval of frames", intervals);
  tell_times ("handler of a key, processor", handled);
  tell_times ("frame with a key, without drawing", outcome->work);
  tell_times ("frame with a key, with drawing", outcome->spent);
  outcome->coverage_in = tell_frames (self, "coverage seen", G_STRUCT_OFFSET (Key, coverage_in));
  outcome->pages_in = tell_frames (self, "pages seen", G_STRUCT_OFFSET (Key, pages_in));
  if (!has_preview)
    return;
  tell_frames (self, "preview seen", G_STRUCT_OFFSET (Key, preview_in));
  outcome->n_previews = self->n_previews;
  tell_times ("preview seen after the key", latencies);
  g_test_message ("  %u previews seen", self->n_previews);
}

/* --- the window --- */

static MatchumWindow *
open_window (GFile *folder, int width, int height)
{
  g_autoptr (GFile) file = g_file_get_child (folder, "library.db");
  g_autofree char *resume = make_resume (), *posting = make_posting ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (&error);
  g_autoptr (MatchumLibrary) library = NULL;
  MatchumWindow *window;

  g_assert_no_error (error);
  library = matchum_library_open (g_file_peek_path (file), MATCHUM_LIBRARY_OPEN_CREATE, 1000, &error);
  g_assert_no_error (error);
  window = matchum_window_new (ADW_APPLICATION (matchum_ui_test_get_desktop ()), library, lexicon,
                               (MatchumDay){ 2026, 11, 1 });
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  matchum_ui_test_open_resume (matchum_window_get_workspace (window), resume);
  matchum_ui_test_add_posting (matchum_window_get_workspace (window), posting);
  gtk_window_present (GTK_WINDOW (window));
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (window)));
  matchum_ui_test_wait (matchum_workspace_get_pages_used (matchum_window_get_workspace (window)) > 0);
  matchum_ui_test_settle (GTK_WIDGET (window));
  return window;
}

static Bench *
bench_new (int width, int height)
{
  Bench *self = g_new0 (Bench, 1);
  MatchumWorkspace *workspace;
  GtkWidgetClass *class;

  self->folder = matchum_ui_test_create_folder ();
  self->window = open_window (self->folder, width, height);
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self->of_pages = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) matchum_pages_unref, NULL);
  self->clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  workspace = matchum_window_get_workspace (self->window);
  g_assert_cmpuint (matchum_resume_get_n_blocks (matchum_workspace_get_resume (workspace)), ==, N_BLOCKS);
  g_assert_cmpuint (matchum_match_get_n_requirements (matchum_workspace_get_match (workspace)), ==, N_REQUIREMENTS);
  class = GTK_WIDGET_GET_CLASS (self->window);
  if (snapshot_window == NULL)
    {
      snapshot_window = class->snapshot;
      class->snapshot = timed_snapshot;
    }
  bench = self;
  return self;
}

static void
bench_free (Bench *self)
{
  bench = NULL;
  g_hash_table_unref (self->of_pages);
  g_array_unref (self->keys);
  g_array_unref (self->frames);
  matchum_ui_test_close_window (self->window);
  matchum_ui_test_remove_folder (self->folder);
  g_object_unref (self->folder);
  g_free (self);
}

static gboolean
quiet_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets frames go by until the last key is seen everywhere. */
static void
wait_until_seen (Bench *self, gboolean has_preview)
{
  /* One wait for each key: a wait that takes too long is a failure. */
  while (self->n_keys_left > 0)
    {
      guint n_left = self->n_keys_left;

      matchum_ui_test_wait (self->n_keys_left < n_left);
    }
  matchum_ui_test_wait (g_array_index (self->keys, Key, self->keys->len - 1).pages_in > 0
                        && (!has_preview || g_array_index (self->keys, Key, self->keys->len - 1).preview_in != NEVER));
}

static void
watch_frames (Bench *self)
{
  g_signal_connect_data (self->clock, "before-paint", G_CALLBACK (frame_start_cb), self, NULL, G_CONNECT_SWAPPED);
  g_signal_connect_data (self->clock, "update", G_CALLBACK (update_end_cb), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_data (self->clock, "layout", G_CALLBACK (layout_end_cb), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_data (self->clock, "paint", G_CALLBACK (paint_end_cb), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_data (self->clock, "after-paint", G_CALLBACK (frame_end_cb), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_data (matchum_window_get_proof (self->window), "notify::pages", G_CALLBACK (pages_cb), self, NULL,
                         G_CONNECT_SWAPPED);
}

static void
settle (void)
{
  gboolean is_quiet = FALSE;

  g_timeout_add (500, quiet_cb, &is_quiet);
  matchum_ui_test_wait (is_quiet);
}

static void
hold_space (Bench *self, const char *title, guint n_keys, gboolean is_fast, gboolean has_preview, Outcome *outcome)
{
  GtkWidget *pane = matchum_ui_test_find_widget (GTK_WIDGET (self->window), MATCHUM_TYPE_RESUME_PANE);

  matchum_resume_pane_focus_block (MATCHUM_RESUME_PANE (pane), 4);
  settle ();
  g_array_set_size (self->frames, 0);
  g_array_set_size (self->keys, 0);
  g_hash_table_remove_all (self->of_pages);
  self->n_laid_out = self->n_previews = self->n_pressed = 0;
  self->last_start = 0;
  self->n_keys_left = n_keys;
  self->is_fast = is_fast;
  watch_frames (self);
  gdk_frame_clock_begin_updating (self->clock);
  if (!is_fast)
    g_timeout_add_full (GDK_PRIORITY_EVENTS, REPEAT_MS, key_cb, self, NULL);
  wait_until_seen (self, has_preview);
  gdk_frame_clock_end_updating (self->clock);
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_signal_handlers_disconnect_by_data (matchum_window_get_proof (self->window), self);
  tell (self, title, has_preview, outcome);
}

/* Frames that came late are not judged: a busy machine makes them, too. */
static void
check_floor (Outcome *outcome, gboolean has_preview)
{
  g_assert_cmpfloat (get_share (outcome->work, 0.5), <, PROMISED_MS * MAX_SLOWER);
  g_assert_cmpfloat (get_share (outcome->work, 0.99), <, PROMISED_MS * MAX_SLOWEST);
  g_assert_cmpuint (outcome->coverage_in, ==, 1);
  g_assert_cmpuint (outcome->pages_in, ==, 1);
  if (has_preview)
    g_assert_cmpuint (outcome->n_previews, >=, MIN_PREVIEWS);
}

static void
choose_requirements (Bench *self)
{
  MatchumWorkspace *workspace = matchum_window_get_workspace (self->window);
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) spent = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) handled = g_array_new (FALSE, FALSE, sizeof (double));

  settle ();
  watch_frames (self);
  for (guint i = 0; i < N_REQUIREMENTS; i++)
    {
      double start, now, all;
      guint n_frames = self->frames->len;

      matchum_ui_test_settle (GTK_WIDGET (self->window));
      n_frames = self->frames->len;
      start = get_spent ();
      matchum_workspace_set_selected_requirement (workspace, (int) (i * 7 % N_REQUIREMENTS));
      now = get_spent () - start;
      matchum_ui_test_wait (self->frames->len > n_frames);
      all = get_spent () - start;
      g_array_append_val (handled, now);
      g_array_append_val (spent, all);
      all -= self->raster;
      g_array_append_val (work, all);
    }
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_signal_handlers_disconnect_by_data (matchum_window_get_proof (self->window), self);
  g_test_message ("a requirement is chosen:");
  tell_times ("handler, processor", handled);
  tell_times ("frame, without drawing", work);
  tell_times ("frame, with drawing", spent);
}

static void
test_size (int width, int height, gboolean has_preview)
{
  Bench *self = bench_new (width, height);
  g_autofree char *held = g_strdup_printf ("%d×%d, space held at 30 keys a second", width, height);
  g_autofree char *fast = g_strdup_printf ("%d×%d, a key every frame", width, height);
  guint n_keys = has_floor ? 60 : 240;
  g_auto (Outcome) of_held = { NULL };
  g_auto (Outcome) of_fast = { NULL };

  if (!has_floor)
    hold_space (self, held, n_keys, FALSE, has_preview, &of_held);
  hold_space (self, fast, n_keys, TRUE, has_preview, &of_fast);
  choose_requirements (self);
  bench_free (self);
  if (has_floor)
    check_floor (&of_fast, has_preview);
}

static void
test_two_panes (void)
{
  test_size (1280, 800, FALSE);
}

static void
test_preview (void)
{
  test_size (2000, 1100, TRUE);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  has_floor = argc > 1 && g_str_equal (argv[1], "--floor");
  g_test_add_func ("/bench/frames/two-panes", test_two_panes);
  g_test_add_func ("/bench/frames/preview", test_preview);
  return matchum_ui_test_run ();
}
