/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists what lies in the folder of the backups, and opens each for reading as restoring it would. */
#include "config.h"

#include "ui/matchum-backup-survey.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-library-check.h"
#include "store/matchum-schema.h"

#define MINUTE 60

void
matchum_surveyed_free (MatchumSurveyed *self)
{
  if (self == NULL)
    return;
  matchum_backup_free (self->backup);
  g_free (self);
}

gboolean
matchum_surveyed_is_usable (const MatchumSurveyed *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->condition == MATCHUM_BACKUP_UNREAD || self->condition == MATCHUM_BACKUP_WHOLE;
}

/* "2 resumes, 5 postings" */
static char *
dup_counts (const MatchumSurveyed *self)
{
  g_autofree char *resumes =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d resume", "%d resumes", (gulong) self->n_resumes),
                       (int) self->n_resumes);
  g_autofree char *postings =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d posting", "%d postings", (gulong) self->n_postings),
                       (int) self->n_postings);

  /* Translators: "2 resumes" and "5 postings". */
  return g_strdup_printf (_ ("%s, %s"), resumes, postings);
}

char *
matchum_surveyed_dup_description (const MatchumSurveyed *self)
{
  g_autofree char *size = NULL;
  g_autofree char *counts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  size = g_format_size ((guint64) self->backup->n_bytes);
  switch (self->condition)
    {
    case MATCHUM_BACKUP_WHOLE:
      counts = dup_counts (self);
      /* Translators: "2 resumes, 5 postings" and "84.0 kB". */
      return g_strdup_printf (_ ("%s · %s"), counts, size);
    case MATCHUM_BACKUP_DAMAGED:
      /* Translators: %s is a size, "84.0 kB". */
      return g_strdup_printf (_ ("This backup is damaged and cannot be restored · %s"), size);
    case MATCHUM_BACKUP_NEWER:
      /* Translators: %s is a size, "84.0 kB". */
      return g_strdup_printf (_ ("Made by a newer version of Matchum, which can restore it · %s"), size);
    case MATCHUM_BACKUP_SET_ASIDE:
      /* Translators: said of a library that was found damaged and replaced. %s is a size, "84.0 kB". */
      return g_strdup_printf (_ ("A damaged library that was set aside, not a backup · %s"), size);
    case MATCHUM_BACKUP_UNREAD:
    default:
      return g_steal_pointer (&size);
    }
}

GPtrArray *
matchum_backup_survey_list (const char *path)
{
  GPtrArray *surveyed = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_surveyed_free);
  g_autoptr (GPtrArray) backups = NULL;

  g_return_val_if_fail (path != NULL, surveyed);

  backups = matchum_backup_list (path);
  for (guint i = 0; i < backups->len; i++)
    {
      MatchumSurveyed *self = g_new0 (MatchumSurveyed, 1);

      self->backup = matchum_backup_copy (g_ptr_array_index (backups, i));
      self->condition = self->backup->is_damaged ? MATCHUM_BACKUP_SET_ASIDE : MATCHUM_BACKUP_UNREAD;
      g_ptr_array_add (surveyed, self);
    }
  return surveyed;
}

/* A backup that could not be read for another reason than damage, for want of memory say, stays unread: it may be fine.
 */
static void
read_backup (MatchumSurveyed *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumDatabase) database = matchum_database_open (self->backup->path, MATCHUM_DATABASE_IMMUTABLE, &error);
  gint64 version;

  if (database != NULL && matchum_library_check (database, &version, &error))
    {
      self->condition = version <= MATCHUM_SCHEMA_VERSION ? MATCHUM_BACKUP_WHOLE : MATCHUM_BACKUP_NEWER;
      matchum_database_get_int (database, "SELECT count (*) FROM baselines", &self->n_resumes, NULL);
      matchum_database_get_int (database, "SELECT count (*) FROM postings", &self->n_postings, NULL);
    }
  else if (error->domain == MATCHUM_LIBRARY_ERROR
           || g_error_matches (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CORRUPT)
           || g_error_matches (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_NOT_A_DATABASE))
    self->condition = MATCHUM_BACKUP_DAMAGED;
}

static void
survey_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) surveyed = matchum_backup_survey_list (data);

  for (guint i = 0; i < surveyed->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      MatchumSurveyed *self = g_ptr_array_index (surveyed, i);

      if (self->condition == MATCHUM_BACKUP_UNREAD)
        read_backup (self);
    }
  g_task_return_pointer (task, g_steal_pointer (&surveyed), (GDestroyNotify) g_ptr_array_unref);
}

void
matchum_backup_survey_async (const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, matchum_backup_survey_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, survey_cb);
}

GPtrArray *
matchum_backup_survey_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static gboolean
is_same_day (GDateTime *one, GDateTime *other)
{
  return g_date_time_get_year (one) == g_date_time_get_year (other)
         && g_date_time_get_day_of_year (one) == g_date_time_get_day_of_year (other);
}

static const char *
get_format (GDateTime *time, GDateTime *now, gboolean has_seconds)
{
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);

  /* Translators: these say when a backup was made; see the manual of strftime. %-d is the day without a zero before it.
   */
  if (is_same_day (time, now))
    return has_seconds ? _ ("Today, %H:%M:%S") : _ ("Today, %H:%M");
  if (is_same_day (time, yesterday))
    return has_seconds ? _ ("Yesterday, %H:%M:%S") : _ ("Yesterday, %H:%M");
  return has_seconds ? _ ("%-d %B %Y, %H:%M:%S") : _ ("%-d %B %Y, %H:%M");
}

static gint64
get_time (GPtrArray *backups, guint i)
{
  return ((MatchumSurveyed *) g_ptr_array_index (backups, i))->backup->time;
}

GStrv
matchum_backup_survey_dup_dates (GPtrArray *backups, GDateTime *now)
{
  GStrv dates;

  g_return_val_if_fail (backups != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  dates = g_new0 (char *, backups->len + 1);
  for (guint i = 0; i < backups->len; i++)
    {
      const gint64 minute = get_time (backups, i) / MINUTE;
      const gboolean has_seconds = (i > 0 && get_time (backups, i - 1) / MINUTE == minute)
                                   || (i + 1 < backups->len && get_time (backups, i + 1) / MINUTE == minute);
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (get_time (backups, i));
      g_autoptr (GDateTime) time = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));

      dates[i] = g_date_time_format (time, get_format (time, now, has_seconds));
    }
  return dates;
}

char *
matchum_backup_survey_dup_place (const char *path)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) file = NULL;
  g_autofree char *relative = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  relative = g_file_get_relative_path (home, file);
  if (relative != NULL)
    {
      g_autofree char *short_path = g_build_filename ("~", relative, NULL);

      return g_filename_display_name (short_path);
    }
  return g_filename_display_name (path);
}
