/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists alike postings with what each would change, and takes the choices of one over in one edit. */
#include "config.h"

#include "ui/matchum-take-choices-dialog.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-application-claims.h"
#include "tailor/matchum-tailored-resume.h"
#include "ui/matchum-alike-search.h"
#include "ui/matchum-word-breaks.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 560
#define MOST_HEIGHT 640
/* Left free of the window behind. */
#define MARGIN 10
/* So many postings are listed. */
#define MAX_POSTINGS 20
/* So many of the shared criteria are named. */
#define MAX_NAMES 8

struct _MatchumTakeChoicesDialog {
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *take_button;
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *preview_label;

  MatchumWorkspace *workspace;
  GPtrArray *found; /* of MatchumAlikePosting; NULL while they are being looked for */
  GCancellable *cancellable;
};

enum { TAKEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumTakeChoicesDialog, matchum_take_choices_dialog, ADW_TYPE_WINDOW)

/* The choices of the open posting with those taken over. */
static MatchumApplication *
transfer (MatchumTakeChoicesDialog *self, const MatchumAlikePosting *alike)
{
  MatchumResume *baseline = matchum_workspace_baseline_get_resume (matchum_workspace_get_baseline (self->workspace));

  return matchum_choices_transfer_apply (matchum_workspace_get_application (self->workspace), alike->from, baseline);
}

/* Words ------------------------------------------------------------------------------------------------------------ */

static char *
dup_name (MatchumWorkspacePosting *posting)
{
  const char *company = matchum_workspace_posting_get_company (posting);
  const char *title = matchum_workspace_posting_get_title (posting);

  return title != NULL ? g_strdup_printf ("%s · %s", company, title) : g_strdup (company);
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between the names in a list. */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

static char *
dup_shared (const MatchumAlikePosting *alike)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (alike->shared->len == 0)
    return g_strdup (_ ("Asks for the same kinds of things by other names"));
  for (guint i = 0; i < MIN (alike->shared->len, MAX_NAMES); i++)
    g_ptr_array_add (names, alike->shared->pdata[i]);
  if (alike->shared->len > MAX_NAMES)
    g_ptr_array_add (names, (gpointer) "…");
  joined = join (names);
  /* Translators: what two postings both ask for: how many things, and their names. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u shared criterion: %s", "%u shared criteria: %s",
                                       alike->shared->len),
                          alike->shared->len, joined);
}

/* Takes text. */
static void
add_count (GPtrArray *parts, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

/* "5 hidden, 2 pinned, another order"; NULL where nothing would change. */
static char *
dup_difference (const MatchumChoicesDifference *difference)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  /* Translators: how many items of a resume would be hidden besides those that are. */
  add_count (parts, difference->n_hidden, g_strdup_printf (_ ("%u hidden"), difference->n_hidden));
  /* Translators: how many items of a resume would not be hidden any more. */
  add_count (parts, difference->n_shown, g_strdup_printf (_ ("%u shown again"), difference->n_shown));
  /* Translators: how many items of a resume would be pinned besides those that are. */
  add_count (parts, difference->n_pinned, g_strdup_printf (_ ("%u pinned"), difference->n_pinned));
  /* Translators: how many items of a resume would not be pinned any more. */
  add_count (parts, difference->n_unpinned, g_strdup_printf (_ ("%u unpinned"), difference->n_unpinned));
  add_count (parts, difference->n_wordings,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u wording of its own", "%u wordings of its own",
                                           difference->n_wordings),
                              difference->n_wordings));
  if (difference->has_other_order)
    g_ptr_array_add (parts, g_strdup (_ ("another order")));
  return parts->len > 0 ? join (parts) : NULL;
}

static char *
dup_change (MatchumTakeChoicesDialog *self, const MatchumAlikePosting *alike)
{
  g_autoptr (MatchumApplication) after = transfer (self, alike);
  const MatchumChoicesDifference difference =
      matchum_choices_transfer_compare (matchum_workspace_get_application (self->workspace), after);

  return dup_difference (&difference);
}

/* Preview ---------------------------------------------------------------------------------------------------------- */

/* What the user said of requirements holds whatever is chosen. */
static MatchumMatch *
match_with_claims (MatchumTakeChoicesDialog *self, MatchumResume *resume)
{
  MatchumWorkspacePosting *posting = matchum_workspace_get_current (self->workspace);
  const MatchumApplicationRecord *record = matchum_workspace_posting_get_choices (posting);
  MatchumDatabase *database = matchum_library_get_database (matchum_workspace_get_library (self->workspace));
  g_autoptr (GPtrArray) claims = record != NULL ? matchum_application_claims_list (database, record->id, NULL) : NULL;
  g_autoptr (MatchumPlacedClaims) placed = NULL;
  g_autoptr (MatchumMatch) found = matchum_match_new (resume, matchum_workspace_posting_get_posting (posting),
                                                      matchum_workspace_get_lexicon (self->workspace),
                                                      matchum_workspace_get_as_of (self->workspace));

  if (claims == NULL || claims->len == 0)
    return g_steal_pointer (&found);
  placed = matchum_placed_claims_new (claims, matchum_workspace_posting_get_read (posting),
                                      matchum_workspace_posting_get_posting (posting), resume);
  return matchum_match_with_claims (found, placed);
}

/* The verdicts there would be. */
static MatchumCoverage *
judge (MatchumTakeChoicesDialog *self, MatchumApplication *after)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);
  g_autoptr (MatchumMatch) match = NULL;
  g_autoptr (MatchumVisibility) visibility = NULL;

  if (matchum_application_has_same_words (after, matchum_workspace_get_application (self->workspace)))
    match = matchum_match_ref (matchum_workspace_get_match (self->workspace));
  else
    {
      g_autoptr (MatchumResume) resume =
          matchum_tailored_resume_new (matchum_workspace_baseline_get_resume (baseline), after);

      match = match_with_claims (self, resume);
    }
  visibility = matchum_application_get_visibility (after, matchum_match_get_resume (match));
  return matchum_coverage_new (match, visibility);
}

/* "7/9 → 6/9", or "7/9" where it stays; NULL where nothing is asked. */
static char *
dup_tallies (MatchumTally before, MatchumTally after)
{
  const guint n_before = before.met + before.partial + before.missing;
  const guint n_after = after.met + after.partial + after.missing;

  if (n_before == 0)
    return NULL;
  if (before.met == after.met)
    return g_strdup_printf ("%u/%u", after.met, n_after);
  return g_strdup_printf ("%u/%u → %u/%u", before.met, n_before, after.met, n_after);
}

static char *
dup_shown_items (MatchumVisibility *visibility)
{
  MatchumResume *resume = matchum_visibility_get_resume (visibility);
  guint n_items = 0, n_shown = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->kind == MATCHUM_BLOCK_ITEM)
      {
        n_items++;
        n_shown += matchum_visibility_is_visible (visibility, i);
      }
  /* Translators: items of a resume that are shown, of all. */
  return g_strdup_printf (_ ("%u of %u items shown"), n_shown, n_items);
}

static char *
dup_preview (MatchumTakeChoicesDialog *self, const MatchumAlikePosting *alike)
{
  g_autoptr (MatchumApplication) after = transfer (self, alike);
  g_autoptr (MatchumCoverage) coverage = judge (self, after);
  MatchumCoverage *before = matchum_workspace_get_coverage (self->workspace);
  g_autofree char *required =
      dup_tallies (matchum_coverage_get_required (before), matchum_coverage_get_required (coverage));
  g_autofree char *preferred =
      dup_tallies (matchum_coverage_get_preferred (before), matchum_coverage_get_preferred (coverage));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (required != NULL)
    /* Translators: how many required lines are met: "7/9", or before and after "7/9 → 6/9". */
    g_ptr_array_add (parts, g_strdup_printf (_ ("Required %s"), required));
  if (preferred != NULL)
    /* Translators: how many preferred lines are met: "7/9", or before and after "7/9 → 6/9". */
    g_ptr_array_add (parts, g_strdup_printf (_ ("Preferred %s"), preferred));
  g_ptr_array_add (parts, dup_shown_items (matchum_coverage_get_visibility (coverage)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* List ------------------------------------------------------------------------------------------------------------- */

static const MatchumAlikePosting *
get_selected (MatchumTakeChoicesDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && self->found != NULL ? self->found->pdata[gtk_list_box_row_get_index (row)] : NULL;
}

static GtkWidget *
create_row (MatchumTakeChoicesDialog *self, const MatchumAlikePosting *alike)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = dup_name (alike->posting);
  g_autofree char *shared = dup_shared (alike);
  g_autofree char *difference = dup_change (self, alike);
  const char *change = difference != NULL ? difference : _ ("Nothing would change");
  g_autofree char *words = g_strjoin ("; ", name, shared, change, NULL);
  GtkWidget *heading = matchum_word_breaks_new_label (name, "heading");

  gtk_widget_add_css_class (box, "alikerow");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), matchum_word_breaks_new_label (shared, "quiet"));
  gtk_box_append (GTK_BOX (box), matchum_word_breaks_new_label (change, "small"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

static void
selected_cb (MatchumTakeChoicesDialog *self)
{
  const MatchumAlikePosting *alike = get_selected (self);
  g_autofree char *preview = NULL;
  g_autofree char *change = NULL;

  g_assert (MATCHUM_IS_TAKE_CHOICES_DIALOG (self));

  if (self->workspace == NULL)
    return; /* the list goes, and what was selected with it */
  if (alike != NULL)
    {
      change = dup_change (self, alike);
      preview = dup_preview (self, alike);
    }
  gtk_label_set_label (self->preview_label, preview != NULL ? preview : "");
  matchum_word_breaks_apply (self->preview_label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.take", change != NULL);
}

static void
show_found (MatchumTakeChoicesDialog *self)
{
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (self->list, create_row (self, self->found->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, self->found->len > 0 ? "list" : "none");
  if (self->found->len == 0)
    return;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumTakeChoicesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = matchum_alike_search_finish (result, &error);

  if (self->workspace == NULL)
    return;
  if (found == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->found = g_steal_pointer (&found);
  show_found (self);
}

/* Another posting is open, or what was chosen is another. */
static void
opened_cb (MatchumTakeChoicesDialog *self)
{
  g_assert (MATCHUM_IS_TAKE_CHOICES_DIALOG (self));

  gtk_window_close (GTK_WINDOW (self));
}

static void
take (MatchumTakeChoicesDialog *self)
{
  const MatchumAlikePosting *alike = get_selected (self);
  g_autoptr (MatchumApplication) after = NULL;
  g_autofree char *change = NULL;
  g_autofree char *text = NULL;

  if (alike == NULL)
    return;
  after = transfer (self, alike);
  change = dup_change (self, alike);
  if (change == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  /* Translators: the first %s is a company, the second what was taken over: "5 hidden, 2 pinned". */
  text = g_strdup_printf (_ ("Taken over from %s: %s"), matchum_workspace_posting_get_company (alike->posting), change);
  /* Other words are told of as another text. */
  g_signal_handlers_disconnect_by_func (self->workspace, opened_cb, self);
  matchum_workspace_choose (self->workspace, after, _ ("Take Choices Over"));
  g_signal_emit (self, signals[TAKEN], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activated_cb (MatchumTakeChoicesDialog *self)
{
  g_assert (MATCHUM_IS_TAKE_CHOICES_DIALOG (self));

  take (self);
}

static void
take_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take (MATCHUM_TAKE_CHOICES_DIALOG (widget));
}

/* Object ----------------------------------------------------------------------------------------------------------- */

static void
matchum_take_choices_dialog_dispose (GObject *object)
{
  MatchumTakeChoicesDialog *self = MATCHUM_TAKE_CHOICES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (matchum_take_choices_dialog_parent_class)->dispose (object);
}

static void
matchum_take_choices_dialog_class_init (MatchumTakeChoicesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_take_choices_dialog_dispose;

  signals[TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/matchum/Matchum/matchum-take-choices-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumTakeChoicesDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MatchumTakeChoicesDialog, take_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumTakeChoicesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumTakeChoicesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MatchumTakeChoicesDialog, preview_label);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "dialog.take", NULL, take_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
matchum_take_choices_dialog_init (MatchumTakeChoicesDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.take", FALSE);
}

MatchumTakeChoicesDialog *
matchum_take_choices_dialog_new (MatchumWorkspace *workspace)
{
  MatchumTakeChoicesDialog *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (matchum_workspace_get_coverage (workspace) != NULL, NULL);

  self = g_object_new (MATCHUM_TYPE_TAKE_CHOICES_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  name = dup_name (matchum_workspace_get_current (workspace));
  adw_window_title_set_subtitle (self->window_title, name);
  g_signal_connect_object (workspace, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "rewritten", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  matchum_alike_search_async (workspace, MAX_POSTINGS, self->cancellable, found_cb, g_object_ref (self));
  return self;
}

void
matchum_take_choices_dialog_fit (MatchumTakeChoicesDialog *self, int width, int height)
{
  g_return_if_fail (MATCHUM_IS_TAKE_CHOICES_DIALOG (self));

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT));
}

gboolean
matchum_take_choices_dialog_is_busy (MatchumTakeChoicesDialog *self)
{
  g_return_val_if_fail (MATCHUM_IS_TAKE_CHOICES_DIALOG (self), FALSE);

  return self->found == NULL;
}
