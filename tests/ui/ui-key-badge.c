/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key of a requirement: what it says and how its look is asked for. */
#include "config.h"

#include "ui-pane-support.h"
#include "ui/matchum-key-badge.h"

static void
test_label (void)
{
  GtkWidget *badge = g_object_ref_sink (matchum_key_badge_new ("b"));
  guint n_notified = 0;

  g_assert_cmpstr (matchum_key_badge_get_label (MATCHUM_KEY_BADGE (badge)), ==, "b");
  count_signal (badge, "notify::label", &n_notified);
  matchum_key_badge_set_label (MATCHUM_KEY_BADGE (badge), "b");
  g_assert_cmpuint (n_notified, ==, 0);
  matchum_key_badge_set_label (MATCHUM_KEY_BADGE (badge), "12");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_nonnull (find_label (badge, "12"));
  matchum_key_badge_set_label (MATCHUM_KEY_BADGE (badge), NULL);
  g_assert_cmpstr (matchum_key_badge_get_label (MATCHUM_KEY_BADGE (badge)), ==, "");
  g_assert_finalize_object (badge);
}

static void
test_flag (gconstpointer name)
{
  GtkWidget *badge = g_object_ref_sink (matchum_key_badge_new ("3"));
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);
  guint n_notified = 0;
  gboolean value;

  count_signal (badge, signal, &n_notified);
  g_assert_false (gtk_widget_has_css_class (badge, name));
  g_object_set (badge, name, TRUE, NULL);
  g_object_set (badge, name, TRUE, NULL);
  g_object_get (badge, name, &value, NULL);
  g_assert_true (value);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (gtk_widget_has_css_class (badge, name));
  g_object_set (badge, name, FALSE, NULL);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_false (gtk_widget_has_css_class (badge, name));
  g_assert_finalize_object (badge);
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  g_test_add_func ("/key-badge/label", test_label);
  g_test_add_data_func ("/key-badge/sole", "sole", test_flag);
  g_test_add_data_func ("/key-badge/selected", "selected", test_flag);
  return g_test_run ();
}
