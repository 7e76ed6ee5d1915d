/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drop-down of the teams of a posting. */
#include "config.h"

#include "ui/matchum-team-chooser.h"

#include <glib/gi18n-lib.h>

struct _MatchumTeamChooser {
  GtkBox parent_instance;

  GtkDropDown *drop_down;
  MatchumWorkspace *workspace;
  char **names; /* of the teams, in the order of the list, after "all" */
};

G_DEFINE_FINAL_TYPE (MatchumTeamChooser, matchum_team_chooser, GTK_TYPE_BOX)

static guint
find_selected (MatchumTeamChooser *self)
{
  MatchumApplication *application = matchum_workspace_get_application (self->workspace);
  const char *team = application != NULL ? matchum_application_get_team (application) : NULL;

  for (guint i = 0; team != NULL && self->names[i] != NULL; i++)
    if (g_str_equal (self->names[i], team))
      return i + 1;
  return 0;
}

static void
selected_cb (MatchumTeamChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  g_assert (MATCHUM_IS_TEAM_CHOOSER (self));

  if (selected != GTK_INVALID_LIST_POSITION && selected != find_selected (self))
    matchum_workspace_set_team (self->workspace, selected > 0 ? self->names[selected - 1] : NULL);
}

/* What was undone is shown as well. */
static void
changed_cb (MatchumTeamChooser *self)
{
  g_assert (MATCHUM_IS_TEAM_CHOOSER (self));

  gtk_drop_down_set_selected (self->drop_down, find_selected (self));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A name that is too long for the row is cut there; the list shows it whole, with the mark of what is picked. */
static void
set_factories (MatchumTeamChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_list_factory (self->drop_down, gtk_drop_down_get_factory (self->drop_down));
  gtk_drop_down_set_factory (self->drop_down, factory);
  g_object_unref (factory);
}

static void
matchum_team_chooser_dispose (GObject *object)
{
  MatchumTeamChooser *self = MATCHUM_TEAM_CHOOSER (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->names, g_strfreev);

  G_OBJECT_CLASS (matchum_team_chooser_parent_class)->dispose (object);
}

static void
matchum_team_chooser_class_init (MatchumTeamChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = matchum_team_chooser_dispose;
}

static void
matchum_team_chooser_init (MatchumTeamChooser *self)
{
}

char *
matchum_team_chooser_dup_names (MatchumWorkspacePosting *posting)
{
  MatchumPostingDetails *details;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting), NULL);

  details = matchum_workspace_posting_get_details (posting);
  if (matchum_posting_details_count_own (details) < 2)
    return NULL;
  for (guint i = 0; i < matchum_posting_details_get_n_teams (details); i++)
    {
      const MatchumPostingTeam *team = matchum_posting_details_get_team (details, i);

      if (team->ranges->len > 0)
        g_ptr_array_add (names, team->fact.text);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}

GtkWidget *
matchum_team_chooser_new (MatchumWorkspace *workspace)
{
  MatchumTeamChooser *self;
  GtkStringList *list;
  g_autofree char *names = NULL;
  GtkWidget *label = gtk_label_new (_ ("Team"));

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (MATCHUM_TYPE_TEAM_CHOOSER, "spacing", 8, NULL);
  self->workspace = g_object_ref (workspace);
  names = matchum_team_chooser_dup_names (matchum_workspace_get_current (workspace));
  self->names = g_strsplit (names != NULL ? names : "", "\n", -1);
  list = gtk_string_list_new (NULL);
  /* Translators: in a list of the teams of a posting: none of them was picked. */
  gtk_string_list_append (list, _ ("All Teams"));
  gtk_string_list_splice (list, 1, 0, (const char *const *) self->names);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (list), NULL));
  set_factories (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Team"), -1);
  gtk_widget_add_css_class (label, "quiet");
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->drop_down));
  changed_cb (self);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
matchum_team_chooser_open (MatchumTeamChooser *self)
{
  g_return_if_fail (MATCHUM_IS_TEAM_CHOOSER (self));

  gtk_widget_activate (GTK_WIDGET (self->drop_down));
}
