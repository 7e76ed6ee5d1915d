/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters rows and columns, and says in a line at the foot what the cell says that the cursor is in. */
#include "config.h"

#include "ui/matchum-usage-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/matchum-csv-writer.h"
#include "export/matchum-file-writer.h"
#include "text/matchum-folded-text.h"
#include "ui/compat.h"
#include "ui/matchum-folder-name.h"
#include "ui/matchum-usage-grid.h"
#include "ui/matchum-usage-words.h"
#include "ui/matchum-word-breaks.h"

#define TOAST_PATH_CHARS 36
#define UTF_8_MARK "\xef\xbb\xbf"

struct _MatchumUsageWindow {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkSearchEntry *search_entry;
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  MatchumUsageGrid *grid;
  AdwStatusPage *status_page;
  GtkLabel *words_label;
  GtkLabel *summary_label;

  MatchumUsageSurvey *survey;
  GArray *blocks;  /* of guint: what is listed */
  GArray *columns; /* of guint */
  char *rows;      /* "all", "differing", "unused" */
  gboolean is_only_sent;
  gboolean is_archived;
};

enum { PROP_0, PROP_ROWS, PROP_ONLY_SENT, PROP_ARCHIVED, N_PROPS };

enum { OPENED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumUsageWindow, matchum_usage_window, ADW_TYPE_WINDOW)

/* Filtering -------------------------------------------------------------------------------------------------------- */

static gboolean
is_row (const MatchumBlock *block)
{
  return block->kind != MATCHUM_BLOCK_TITLE && block->kind != MATCHUM_BLOCK_REMARK
         && *matchum_block_get_text (block) != '\0';
}

static gboolean
is_of_kind (MatchumUsageWindow *self, MatchumUsageTable *table, guint block)
{
  if (g_str_equal (self->rows, "unused"))
    return matchum_usage_table_is_unused (table, block);
  if (g_str_equal (self->rows, "differing"))
    return matchum_usage_table_differs (table, block);
  return TRUE;
}

static gboolean
has_words (const MatchumBlock *block, char **words)
{
  g_autofree char *folded = words[0] != NULL ? matchum_fold (matchum_block_get_text (block), -1) : NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* What is listed, and what it stands under. */
static void
list_block (MatchumUsageWindow *self, MatchumResume *resume, const MatchumBlock *block, gboolean *is_listed)
{
  for (;; block = matchum_resume_get_block (resume, block->parent))
    {
      if (is_row (block))
        is_listed[block->index] = TRUE;
      if (block->parent == MATCHUM_BLOCK_NONE)
        return;
    }
}

static void
list_blocks (MatchumUsageWindow *self, MatchumUsageTable *table)
{
  MatchumResume *resume = matchum_usage_table_get_resume (table);
  const guint n_blocks = matchum_resume_get_n_blocks (resume);
  g_autofree gboolean *is_listed = g_new0 (gboolean, n_blocks + 1);
  g_autofree char *folded = matchum_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);

  for (guint i = 0; i < n_blocks; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (is_row (block) && is_of_kind (self, table, i) && has_words (block, words))
        list_block (self, resume, block, is_listed);
    }
  g_array_set_size (self->blocks, 0);
  for (guint i = 0; i < n_blocks; i++)
    if (is_listed[i])
      g_array_append_val (self->blocks, i);
}

static void
list_columns (MatchumUsageWindow *self)
{
  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < matchum_usage_survey_get_n_postings (self->survey); i++)
    {
      const MatchumUsagePosting *posting = matchum_usage_survey_get_posting (self->survey, i);

      if ((!posting->is_archived || self->is_archived) && (posting->copies->len > 0 || !self->is_only_sent))
        g_array_append_val (self->columns, i);
    }
}

/* Showing ---------------------------------------------------------------------------------------------------------- */

static void
show_status (MatchumUsageWindow *self, const char *icon, const char *title, const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->status_page, icon);
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static guint
count_items (MatchumUsageTable *table)
{
  MatchumResume *resume = matchum_usage_table_get_resume (table);
  guint n_items = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    n_items += is_row (matchum_resume_get_block (resume, i));
  return n_items;
}

static void
show_summary (MatchumUsageWindow *self, MatchumUsageTable *table)
{
  const guint n_items = count_items (table), n_postings = matchum_usage_survey_get_n_postings (self->survey);
  /* Translators: how much of a table is listed: rows, then columns. */
  g_autofree char *summary = g_strdup_printf (_ ("%u of %u items, %u of %u postings"), self->blocks->len, n_items,
                                              self->columns->len, n_postings);
  g_autofree char *reading = NULL;

  if (matchum_usage_survey_is_reading (self->survey))
    {
      reading = g_strdup_printf (_ ("%s. Reading what was sent…"), summary);
      gtk_label_set_label (self->summary_label, reading);
    }
  else
    gtk_label_set_label (self->summary_label, summary);
}

static void
show_none (MatchumUsageWindow *self)
{
  gtk_label_set_label (self->words_label, "");
  gtk_label_set_label (self->summary_label, "");
}

static void
show_table (MatchumUsageWindow *self, MatchumUsageTable *table)
{
  matchum_usage_grid_show (self->grid, self->survey, self->blocks, self->columns);
  show_summary (self, table);
  if (matchum_usage_survey_get_n_postings (self->survey) == 0)
    {
      show_none (self);
      show_status (self, "matchum-filter-symbolic", _ ("Not Used Yet"),
                   _ ("Tailor this resume to a posting, and it is shown here which items went where."));
    }
  else if (self->columns->len == 0)
    show_status (self, "matchum-archived-symbolic", _ ("No Postings Listed"),
                 self->is_only_sent ? _ ("Nothing was sent for the postings that are listed.")
                                    : _ ("All postings are archived. Show archived ones to see them."));
  else if (self->blocks->len == 0)
    show_status (self, "system-search-symbolic", _ ("No Items Listed"),
                 g_str_equal (self->rows, "all") ? _ ("No item has all of these words.")
                                                 : _ ("There are no such items. List all of them to see the others."));
  else
    gtk_stack_set_visible_child_name (self->stack, "table");
}

static void
update (MatchumUsageWindow *self)
{
  MatchumUsageTable *table = matchum_usage_survey_get_table (self->survey);
  MatchumWorkspaceBaseline *baseline = matchum_usage_survey_get_baseline (self->survey);

  g_assert (MATCHUM_IS_USAGE_WINDOW (self));

  adw_window_title_set_subtitle (self->window_title,
                                 baseline != NULL ? matchum_workspace_baseline_get_name (baseline) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "usage.save", table != NULL);
  if (table == NULL)
    {
      show_none (self);
      show_status (self, "document-open-symbolic", _ ("No Resume"),
                   _ ("Open a resume to see where its items were used."));
      return;
    }
  list_blocks (self, table);
  list_columns (self);
  show_table (self, table);
}

static void
filter_cb (MatchumUsageWindow *self)
{
  if (self->survey != NULL)
    update (self);
}

/* Moving ----------------------------------------------------------------------------------------------------------- */

static void
moved_cb (MatchumUsageWindow *self)
{
  int row, column;
  guint block, posting;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (self->survey == NULL || matchum_usage_survey_get_table (self->survey) == NULL)
    return;
  matchum_usage_grid_get_cursor (self->grid, &row, &column);
  block = matchum_usage_grid_get_block (self->grid, row);
  posting = matchum_usage_grid_get_column (self->grid, column);
  if (posting != G_MAXUINT && block != G_MAXUINT)
    {
      name = matchum_usage_words_dup_name (matchum_usage_survey_get_posting (self->survey, posting));
      words = matchum_usage_words_dup_cell (self->survey, posting, block);
      text = g_strdup_printf ("%s · %s", name, words);
    }
  else if (posting != G_MAXUINT)
    text = matchum_usage_words_dup_column (matchum_usage_survey_get_posting (self->survey, posting));
  else if (block != G_MAXUINT)
    text = matchum_usage_words_dup_sums (matchum_usage_survey_get_table (self->survey), block);
  gtk_label_set_label (self->words_label, text != NULL ? text : "");
  matchum_word_breaks_apply (self->words_label);
}

static void
activated_cb (MatchumUsageWindow *self, int row, int column)
{
  const guint block = matchum_usage_grid_get_block (self->grid, row);
  const guint index = matchum_usage_grid_get_column (self->grid, column);
  const MatchumUsagePosting *posting =
      index != G_MAXUINT ? matchum_usage_survey_get_posting (self->survey, index) : NULL;
  MatchumResume *resume = matchum_usage_table_get_resume (matchum_usage_survey_get_table (self->survey));

  if (block == G_MAXUINT && posting == NULL)
    return;
  g_signal_emit (self, signals[OPENED], 0, posting != NULL && posting->of != NULL ? posting->posting : NULL,
                 block != G_MAXUINT ? matchum_resume_get_block (resume, block)->id : NULL);
}

/* Into the table, or out of the search. */
static void
search_activated_cb (MatchumUsageWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
search_stopped_cb (MatchumUsageWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MATCHUM_USAGE_WINDOW (widget)->search_entry));
}

/* Saving ----------------------------------------------------------------------------------------------------------- */

static void
append_head (MatchumUsageWindow *self, GString *csv)
{
  matchum_csv_writer_append (csv, _ ("Item"));
  for (guint i = 0; i < self->columns->len; i++)
    {
      const guint column = g_array_index (self->columns, guint, i);
      g_autofree char *name = matchum_usage_words_dup_column (matchum_usage_survey_get_posting (self->survey, column));

      matchum_csv_writer_append (csv, name);
    }
  matchum_csv_writer_append (csv, C_ ("items", "Shown"));
  matchum_csv_writer_append (csv, C_ ("items", "Sent"));
  matchum_csv_writer_end_row (csv);
}

static void
append_row (MatchumUsageWindow *self, MatchumUsageTable *table, guint block, GString *csv)
{
  g_autofree char *item = matchum_usage_words_dup_block (matchum_usage_table_get_resume (table), block);
  g_autofree char *shown = g_strdup_printf ("%u", matchum_usage_table_count_shown (table, block));
  g_autofree char *sent = g_strdup_printf ("%u", matchum_usage_table_count_sent (table, block));

  matchum_csv_writer_append (csv, item);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *words =
          matchum_usage_words_dup_cell (self->survey, g_array_index (self->columns, guint, i), block);

      matchum_csv_writer_append (csv, words);
    }
  matchum_csv_writer_append (csv, shown);
  matchum_csv_writer_append (csv, sent);
  matchum_csv_writer_end_row (csv);
}

char *
matchum_usage_window_dup_csv (MatchumUsageWindow *self)
{
  MatchumUsageTable *table;
  GString *csv;

  g_return_val_if_fail (MATCHUM_IS_USAGE_WINDOW (self), NULL);

  table = matchum_usage_survey_get_table (self->survey);
  /* Spreadsheets take what has no mark for something else than UTF-8. */
  csv = g_string_new (UTF_8_MARK);
  append_head (self, csv);
  for (guint i = 0; table != NULL && i < self->blocks->len; i++)
    append_row (self, table, g_array_index (self->blocks, guint, i), csv);
  return g_string_free (csv, FALSE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumUsageWindow) self = user_data;
  g_autoptr (GFile) file = matchum_compat_choose_finish (result, NULL);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *csv = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *where = NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  if (file == NULL || self->survey == NULL)
    return;
  csv = matchum_usage_window_dup_csv (self);
  bytes = g_bytes_new (csv, strlen (csv));
  where = folder != NULL ? matchum_folder_name_dup_short (folder, TOAST_PATH_CHARS) : g_strdup ("");
  if (matchum_file_writer_write (file, bytes, NULL, &error))
    /* Translators: %s is a folder. */
    text = g_strdup_printf (_ ("Saved to %s"), where);
  escaped = g_markup_escape_text (text != NULL ? text : error->message, -1);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MatchumUsageWindow *self = MATCHUM_USAGE_WINDOW (widget);
  MatchumWorkspaceBaseline *baseline = matchum_usage_survey_get_baseline (self->survey);
  g_autofree char *name = NULL;

  if (baseline == NULL)
    return;
  /* Translators: the name of a file; %s is that of a resume. */
  name = g_strdup_printf (_ ("%s, where used.csv"), matchum_workspace_baseline_get_name (baseline));
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  matchum_compat_save_file (GTK_WINDOW (self), _ ("Save as Table"), name, saved_cb, g_object_ref (self));
}

/* Object ----------------------------------------------------------------------------------------------------------- */

static void
matchum_usage_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumUsageWindow *self = MATCHUM_USAGE_WINDOW (object);

  switch (id)
    {
    case PROP_ROWS:
      g_value_set_string (value, self->rows);
      break;
    case PROP_ONLY_SENT:
      g_value_set_boolean (value, self->is_only_sent);
      break;
    case PROP_ARCHIVED:
      g_value_set_boolean (value, self->is_archived);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_usage_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumUsageWindow *self = MATCHUM_USAGE_WINDOW (object);

  switch (id)
    {
    case PROP_ROWS:
      g_free (self->rows);
      self->rows = g_value_dup_string (value);
      break;
    case PROP_ONLY_SENT:
      self->is_only_sent = g_value_get_boolean (value);
      break;
    case PROP_ARCHIVED:
      self->is_archived = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  filter_cb (self);
}

static void
matchum_usage_window_dispose (GObject *object)
{
  MatchumUsageWindow *self = MATCHUM_USAGE_WINDOW (object);

  if (self->survey != NULL)
    g_signal_handlers_disconnect_by_data (self->survey, self);
  g_clear_object (&self->survey);

  G_OBJECT_CLASS (matchum_usage_window_parent_class)->dispose (object);
}

static void
matchum_usage_window_finalize (GObject *object)
{
  MatchumUsageWindow *self = MATCHUM_USAGE_WINDOW (object);

  g_array_unref (self->blocks);
  g_array_unref (self->columns);
  g_free (self->rows);

  G_OBJECT_CLASS (matchum_usage_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-usage-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumUsageWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumUsageWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MatchumUsageWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MatchumUsageWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumUsageWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, MatchumUsageWindow, status_page);
  gtk_widget_class_bind_template_child (widget_class, MatchumUsageWindow, words_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumUsageWindow, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "usage.rows", "rows");
  gtk_widget_class_install_property_action (widget_class, "usage.only-sent", "only-sent");
  gtk_widget_class_install_property_action (widget_class, "usage.archived", "archived");
  gtk_widget_class_install_action (widget_class, "usage.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "usage.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "usage.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "usage.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_usage_window_class_init (MatchumUsageWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_usage_window_get_property;
  object_class->set_property = matchum_usage_window_set_property;
  object_class->dispose = matchum_usage_window_dispose;
  object_class->finalize = matchum_usage_window_finalize;
  properties[PROP_ROWS] = g_param_spec_string ("rows", NULL, NULL, "all", flags);
  properties[PROP_ONLY_SENT] = g_param_spec_boolean ("only-sent", NULL, NULL, FALSE, flags);
  properties[PROP_ARCHIVED] = g_param_spec_boolean ("archived", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_type_ensure (MATCHUM_TYPE_USAGE_GRID);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
matchum_usage_window_init (MatchumUsageWindow *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_strdup ("all");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static int
find_block (MatchumUsageWindow *self, const char *block)
{
  MatchumUsageTable *table = matchum_usage_survey_get_table (self->survey);
  const MatchumBlock *found =
      table != NULL ? matchum_resume_lookup (matchum_usage_table_get_resume (table), block) : NULL;

  for (guint i = 0; found != NULL && i < self->blocks->len; i++)
    if (g_array_index (self->blocks, guint, i) == found->index)
      return (int) i;
  return MATCHUM_USAGE_HEAD;
}

static int
find_current (MatchumUsageWindow *self)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (matchum_usage_survey_get_workspace (self->survey));

  for (guint i = 0; current != NULL && i < self->columns->len; i++)
    {
      const MatchumUsagePosting *posting =
          matchum_usage_survey_get_posting (self->survey, g_array_index (self->columns, guint, i));

      if (g_str_equal (posting->posting, matchum_workspace_posting_get_id (current)))
        return (int) i;
    }
  return MATCHUM_USAGE_LEAD;
}

/* The cursor is first where one was in the other window. */
static void
show_selected (MatchumUsageWindow *self)
{
  MatchumWorkspace *workspace = matchum_usage_survey_get_workspace (self->survey);
  MatchumResume *resume = matchum_workspace_get_resume (workspace);
  const guint selected = matchum_workspace_get_selected_block (workspace);
  const int row = resume != NULL && selected != MATCHUM_BLOCK_NONE
                      ? find_block (self, matchum_resume_get_block (resume, selected)->id)
                      : 0;

  matchum_usage_grid_set_cursor (self->grid, MAX (row, 0), find_current (self));
}

MatchumUsageWindow *
matchum_usage_window_new (MatchumWorkspace *workspace)
{
  MatchumUsageWindow *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (MATCHUM_TYPE_USAGE_WINDOW, NULL);
  self->survey = matchum_usage_survey_new (workspace);
  g_signal_connect_swapped (self->survey, "changed", G_CALLBACK (update), self);
  update (self);
  show_selected (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->grid));
  return self;
}

void
matchum_usage_window_show_block (MatchumUsageWindow *self, const char *block)
{
  g_return_if_fail (MATCHUM_IS_USAGE_WINDOW (self));
  g_return_if_fail (block != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_object_set (self, "rows", "all", NULL);
  matchum_usage_grid_set_cursor (self->grid, find_block (self, block), MATCHUM_USAGE_LEAD);
}
