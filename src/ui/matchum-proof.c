/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the laid-out pages of a workspace up to date without standing in the way of the widgets. */
#include "config.h"

#include "ui/matchum-proof.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "matchum-photo.h"
#include "ui/matchum-look.h"

/* Where a block was hidden or shown, the layout is arithmetic and comes before the frame that shows the change. Another
 * text or look is set in type first, after that frame. What takes longer than these comes so often at most. */
#define SWIFT_LAYOUT_US 5000
#define FAST_LAYOUT_US 8000
#define PAUSE_MS 120

struct _MatchumProof {
  GObject parent_instance;

  MatchumWorkspace *workspace;
  char *theme;
  char *paper;
  char *adjustments;   /* what differs from the theme, see matchum_page_style_from_string(); or NULL */
  MatchumPhoto *photo; /* on the pages, or NULL */

  MatchumPages *pages;
  char *problem;
  MatchumResume *resume; /* that the pages were last made of; borrowed, to be compared only */
  gboolean is_restyled;  /* since then */
  gint64 last_layout_us;
  gint64 last_swift_us; /* of the last layout of a resume that was set in type */
  guint layout_id;
  gboolean is_waiting; /* for a pause */
};

enum { PROP_0, PROP_THEME, PROP_PAPER, PROP_ADJUSTMENTS, PROP_PAGES, PROP_PROBLEM, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumProof, matchum_proof, G_TYPE_OBJECT)

static void
take_pages (MatchumProof *self, MatchumPages *pages, const char *problem)
{
  g_clear_pointer (&self->pages, matchum_pages_unref);
  self->pages = pages;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* A photo that cannot be read is left out of the pages; the dialog where it is chosen says why. */
static void
find_photo (MatchumProof *self, MatchumVisibility *visibility)
{
  MatchumPageStyle style = matchum_proof_get_style (self);

  g_clear_pointer (&self->photo, matchum_photo_unref);
  if (style.shows_photo && visibility != NULL)
    self->photo = matchum_photo_find (&style, matchum_visibility_get_resume (visibility), NULL, NULL);
}

/* Whether what is laid out next is set in type already. */
static gboolean
is_set (MatchumProof *self)
{
  return self->pages != NULL && !self->is_restyled && matchum_workspace_get_resume (self->workspace) == self->resume;
}

static void
note_time (MatchumProof *self, gboolean was_set, gint64 start)
{
  gint64 taken = g_get_monotonic_time () - start;

  if (was_set)
    self->last_swift_us = taken;
  else
    self->last_layout_us = taken;
  g_debug ("Laid out the pages in %.1f ms", (double) taken / 1000);
}

static void
lay_out (MatchumProof *self)
{
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);
  g_autoptr (GError) error = NULL;
  MatchumPageStyle style;
  MatchumPages *pages = NULL;
  gint64 start = g_get_monotonic_time ();
  gboolean was_set = is_set (self);

  find_photo (self, visibility);
  style = matchum_proof_get_style (self);
  if (visibility != NULL)
    pages = matchum_pages_new_from (self->pages, visibility, &style, &error);
  self->resume = matchum_workspace_get_resume (self->workspace);
  self->is_restyled = FALSE;
  note_time (self, was_set, start);

  take_pages (self, pages, error != NULL ? error->message : NULL);
  matchum_workspace_set_pages_used (self->workspace, pages != NULL ? matchum_pages_get_used (pages) : -1);
}

static gboolean
lay_out_cb (gpointer user_data)
{
  MatchumProof *self = user_data;

  self->layout_id = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

static void
queue_layout (MatchumProof *self)
{
  gboolean is_swift = is_set (self) && self->last_swift_us < SWIFT_LAYOUT_US;
  gboolean is_fast = is_swift || (!is_set (self) && self->last_layout_us < FAST_LAYOUT_US);

  if (self->layout_id != 0 && (self->is_waiting || !is_fast))
    return;
  g_clear_handle_id (&self->layout_id, g_source_remove);
  self->is_waiting = !is_fast;
  if (is_fast)
    self->layout_id =
        g_idle_add_full (is_swift ? GTK_PRIORITY_RESIZE - 1 : G_PRIORITY_DEFAULT_IDLE, lay_out_cb, self, NULL);
  else
    self->layout_id = g_timeout_add (PAUSE_MS, lay_out_cb, self);
}

static void
workspace_changed_cb (MatchumProof *self)
{
  g_assert (MATCHUM_IS_PROOF (self));

  queue_layout (self);
}

static void
set_name (MatchumProof *self, char **field, const char *name, GParamSpec *pspec)
{
  if (g_strcmp0 (*field, name) == 0)
    return;

  g_free (*field);
  *field = g_strdup (name);
  self->is_restyled = TRUE;
  queue_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
matchum_proof_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumProof *self = MATCHUM_PROOF (object);

  switch (id)
    {
    case PROP_THEME:
      g_value_set_string (value, self->theme);
      break;
    case PROP_PAPER:
      g_value_set_string (value, self->paper);
      break;
    case PROP_ADJUSTMENTS:
      g_value_set_string (value, self->adjustments);
      break;
    case PROP_PAGES:
      g_value_set_boxed (value, self->pages);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_proof_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumProof *self = MATCHUM_PROOF (object);

  switch (id)
    {
    case PROP_THEME:
      set_name (self, &self->theme, g_value_get_string (value), pspec);
      break;
    case PROP_PAPER:
      set_name (self, &self->paper, g_value_get_string (value), pspec);
      break;
    case PROP_ADJUSTMENTS:
      set_name (self, &self->adjustments, g_value_get_string (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_proof_dispose (GObject *object)
{
  MatchumProof *self = MATCHUM_PROOF (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (matchum_proof_parent_class)->dispose (object);
}

static void
matchum_proof_finalize (GObject *object)
{
  MatchumProof *self = MATCHUM_PROOF (object);

  g_clear_pointer (&self->pages, matchum_pages_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->theme, g_free);
  g_clear_pointer (&self->paper, g_free);
  g_clear_pointer (&self->adjustments, g_free);
  g_clear_pointer (&self->photo, matchum_photo_unref);

  G_OBJECT_CLASS (matchum_proof_parent_class)->finalize (object);
}

static void
matchum_proof_class_init (MatchumProofClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = matchum_proof_get_property;
  object_class->set_property = matchum_proof_set_property;
  object_class->dispose = matchum_proof_dispose;
  object_class->finalize = matchum_proof_finalize;

  properties[PROP_THEME] = g_param_spec_string ("theme", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAPER] = g_param_spec_string ("paper", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ADJUSTMENTS] =
      g_param_spec_string ("adjustments", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGES] = g_param_spec_boxed ("pages", NULL, NULL, MATCHUM_TYPE_PAGES,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
matchum_proof_init (MatchumProof *self)
{
}

MatchumProof *
matchum_proof_new (MatchumWorkspace *workspace)
{
  MatchumProof *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (MATCHUM_TYPE_PROOF, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "opened", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "rewritten", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

MatchumPages *
matchum_proof_get_pages (MatchumProof *self)
{
  g_return_val_if_fail (MATCHUM_IS_PROOF (self), NULL);

  return self->pages;
}

const char *
matchum_proof_get_problem (MatchumProof *self)
{
  g_return_val_if_fail (MATCHUM_IS_PROOF (self), NULL);

  return self->problem;
}

MatchumPageStyle
matchum_proof_get_style (MatchumProof *self)
{
  MatchumPageStyle style;

  if (!MATCHUM_IS_PROOF (self))
    g_return_val_if_reached (matchum_look_read (NULL, NULL, NULL));

  style = matchum_look_read (self->theme, self->paper, self->adjustments);
  style.photo = self->photo;
  return style;
}

void
matchum_proof_flush (MatchumProof *self)
{
  g_return_if_fail (MATCHUM_IS_PROOF (self));

  if (self->layout_id == 0)
    return;
  g_clear_handle_id (&self->layout_id, g_source_remove);
  lay_out (self);
}

const char *
matchum_theme_get_label (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (g_str_equal (name, "standard"))
    /* Translators: the name of a look of the printed resume. */
    return _ ("Standard");
  if (g_str_equal (name, "ats"))
    /* Translators: the name of a look of the printed resume that applicant tracking systems read without mistakes. */
    return _ ("ATS-Safe");
  if (g_str_equal (name, "classic"))
    /* Translators: the name of a look of the printed resume: with serifs, name and titles in the middle. */
    return _ ("Classic");
  if (g_str_equal (name, "margin"))
    /* Translators: the name of a look of the printed resume: titles of sections in the left margin. */
    return _ ("Titles in the Margin");
  if (g_str_equal (name, "compact"))
    /* Translators: the name of a look of the printed resume: small and close. */
    return _ ("Compact");
  return name;
}

const char *
matchum_paper_get_label (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  /* Translators: US letter paper. */
  return g_str_equal (name, "letter") ? _ ("Letter") : "A4";
}
