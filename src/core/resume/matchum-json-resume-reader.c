/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the Markdown, reads it as the exporter would, and carries what comes out in another way. */
#include "config.h"

#include "resume/matchum-json-resume-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "resume/matchum-json-carry.h"
#include "resume/matchum-json-resume-builder.h"
#include "resume/matchum-json-resume-check.h"
#include "resume/matchum-json-resume-markdown.h"
#include "resume/matchum-markdown-resume-reader.h"

typedef struct {
  const char *name; /* of the file */
  MatchumJsonValue *resume;
  MatchumJsonNotes *notes;
  GHashTable *lines;
  GHashTable *comments;
  gsize n_carried;        /* bytes in comments */
  gboolean is_incomplete; /* something was too long to be carried */
  gboolean is_barred;     /* headings are told to be in the order in which they were written */
  gboolean has_odd_heads; /* some heading is read in another way than it was written */
} Reader;

/* Reading the Markdown again */

static MatchumJsonValue *
read_back (Reader *self, const char *markdown, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (markdown, strlen (markdown));
  g_autoptr (MatchumSource) source = matchum_source_new (self->name, bytes, error);
  g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, error) : NULL;
  g_autoptr (MatchumVisibility) visibility = resume != NULL ? matchum_visibility_new_all (resume) : NULL;

  return visibility != NULL ? matchum_json_resume_builder_build (visibility, FALSE, NULL) : NULL;
}

/* Comments */

/* The longest member that is added, by its index; FALSE where nothing is. */
static gboolean
find_longest (const MatchumJsonValue *members, guint *longest)
{
  gsize most = 0;

  for (guint i = 0; members != NULL && members->names != NULL && i < members->names->len; i++)
    {
      g_autofree char *text = matchum_json_value_print_compact (matchum_json_value_get_child (members, i));

      if (strlen (text) <= most)
        continue;
      most = strlen (text);
      *longest = i;
    }
  return most > 0;
}

static void
note_left_out (Reader *self, const MatchumJsonValue *value, const char *path, const char *name)
{
  g_autofree char *whole = g_strconcat (path, *path != '\0' && name != NULL ? "." : "", name, NULL);

  self->is_incomplete = TRUE;
  matchum_json_notes_add (self->notes, value->line, whole,
                          g_strdup (_ ("This is more than a resume can carry along and was left out.")));
}

/* Leaves the longest members out until the comment is short enough; NULL where it never is. Each round looks at all
 * that is left, so there are few. */
static char *
write_short_comment (Reader *self, MatchumJsonValue *carried, const char *path)
{
  static const char *const targets[] = { "root", "basics", "meta", "item" };

  for (guint round = 0; round < 8; round++)
    {
      g_autofree char *comment = matchum_json_carry_write (carried);
      gboolean is_shorter = FALSE;

      if (self->n_carried + strlen (comment) <= MATCHUM_JSON_RESUME_MAX_CARRIED)
        return g_steal_pointer (&comment);
      for (gsize i = 0; i < G_N_ELEMENTS (targets) && !is_shorter; i++)
        {
          MatchumJsonValue *members =
              matchum_json_value_get_member (matchum_json_value_get_member (carried, targets[i]), "+");
          guint longest;

          if (!find_longest (members, &longest))
            continue;
          note_left_out (self, matchum_json_value_get_child (members, longest), i == 0 || i == 3 ? path : targets[i],
                         matchum_json_value_get_name (members, longest));
          g_ptr_array_remove_index (members->children, longest);
          g_ptr_array_remove_index (members->names, longest);
          is_shorter = TRUE;
        }
      if (!is_shorter)
        return NULL;
    }
  return NULL;
}

/* Takes carried. */
static void
carry (Reader *self, const MatchumJsonValue *value, MatchumJsonValue *carried, const char *path)
{
  char *comment = carried->children->len > 0 ? write_short_comment (self, carried, path) : NULL;

  if (comment == NULL && carried->children->len > 0)
    note_left_out (self, value, path, NULL);
  if (comment != NULL)
    {
      self->n_carried += strlen (comment);
      g_hash_table_insert (self->comments, (gpointer) value, comment);
    }
  matchum_json_value_free (carried);
}

/* Members changes of carried. Takes changes, which may be NULL. */
static void
add_changes (MatchumJsonValue *carried, const char *target, MatchumJsonValue *changes)
{
  if (changes != NULL)
    matchum_json_value_set_member (carried, target, changes);
}

/* Objects of sections */

/* Those of items that are on line, from *next on. */
static MatchumJsonValue *
collect_at (const MatchumJsonValue *items, guint line, guint *next)
{
  MatchumJsonValue *found = matchum_json_value_new_array ();

  while (*next < matchum_json_value_get_n (items) && matchum_json_value_get_child (items, *next)->line < line)
    (*next)++;
  while (*next < matchum_json_value_get_n (items) && matchum_json_value_get_child (items, *next)->line == line)
    matchum_json_value_append (found, matchum_json_value_copy (matchum_json_value_get_child (items, (*next)++)));
  return found;
}

static MatchumJsonValue *
new_pair (MatchumJsonValue *first, MatchumJsonValue *second)
{
  MatchumJsonValue *pair = matchum_json_value_new_array ();

  matchum_json_value_append (pair, first);
  matchum_json_value_append (pair, second);
  return pair;
}

static void
compare_item (Reader *self, const MatchumJsonValue *item, MatchumJsonValue *found, const char *path)
{
  MatchumJsonValue *carried = matchum_json_value_new_object ();

  if (found->children->len == 1)
    {
      MatchumJsonValue *changes = matchum_json_carry_compare (matchum_json_value_get_child (found, 0), item);

      self->has_odd_heads = self->has_odd_heads || matchum_json_value_get_member (changes, "~") != NULL;
      add_changes (carried, "item", changes);
      matchum_json_value_free (found);
    }
  else
    {
      MatchumJsonValue *is = matchum_json_value_new_array ();

      matchum_json_value_append (is, matchum_json_value_copy (item));
      matchum_json_value_set_member (carried, "items", new_pair (found, is));
    }
  carry (self, item, carried, path);
}

static MatchumJsonValue *
new_number (guint number)
{
  MatchumJsonValue *value = matchum_json_value_new_string ("");

  g_free (value->text);
  value->kind = MATCHUM_JSON_NUMBER;
  value->text = g_strdup_printf ("%u", number);
  return value;
}

/* Returns the objects that cannot be seen, with their places; NULL where there are none. */
static MatchumJsonValue *
compare_section (Reader *self, const char *name, const MatchumJsonValue *items, const MatchumJsonValue *found)
{
  MatchumJsonValue *extra = NULL;
  guint next = 0;

  for (guint i = 0; i < matchum_json_value_get_n (items); i++)
    {
      const MatchumJsonValue *item = matchum_json_value_get_child (items, i);
      const guint line = GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, item));
      g_autofree char *path = g_strdup_printf ("%s[%u]", name, i);

      if (line > 0)
        {
          compare_item (self, item, collect_at (found, line, &next), path);
          continue;
        }
      if (extra == NULL)
        extra = matchum_json_value_new_array ();
      matchum_json_value_append (extra, new_pair (new_number (i), matchum_json_value_copy (item)));
    }
  return extra;
}

/* The whole */

static MatchumJsonValue *
compare_member (const MatchumJsonValue *found, const MatchumJsonValue *resume, const char *name)
{
  g_autoptr (MatchumJsonValue) nothing = matchum_json_value_new_object ();
  const MatchumJsonValue *read = matchum_json_value_get_member (found, name);
  const MatchumJsonValue *wanted = matchum_json_value_get_member (resume, name);

  return matchum_json_carry_compare (read != NULL ? read : nothing, wanted != NULL ? wanted : nothing);
}

static gboolean
is_compared_by_itself (const char *name)
{
  return g_str_equal (name, "basics") || g_str_equal (name, "meta")
         || matchum_json_resume_schema_find_section (name, NULL);
}

/* The members that are of no section. */
static MatchumJsonValue *
collect_rest (const MatchumJsonValue *object)
{
  MatchumJsonValue *rest = matchum_json_value_new_object ();

  for (guint i = 0; i < object->children->len; i++)
    {
      const char *name = matchum_json_value_get_name (object, i);

      if (is_compared_by_itself (name))
        continue;
      g_ptr_array_add (rest->names, g_strdup (name));
      g_ptr_array_add (rest->children, matchum_json_value_copy (matchum_json_value_get_child (object, i)));
    }
  return rest;
}

static MatchumJsonValue *
compare_rest (const MatchumJsonValue *found, const MatchumJsonValue *resume)
{
  g_autoptr (MatchumJsonValue) read = collect_rest (found);
  g_autoptr (MatchumJsonValue) wanted = collect_rest (resume);

  return matchum_json_carry_compare (read, wanted);
}

/* What goes into the comment under the name. */
static MatchumJsonValue *
compare_all (Reader *self, const MatchumJsonValue *found)
{
  MatchumJsonValue *carried = matchum_json_value_new_object ();
  MatchumJsonValue *extra = NULL;

  for (guint i = 0; i < matchum_json_value_get_n (self->resume); i++)
    {
      const char *name = matchum_json_value_get_name (self->resume, i);
      MatchumJsonValue *section_extra = NULL;

      if (matchum_json_resume_schema_find_section (name, NULL))
        section_extra = compare_section (self, name, matchum_json_value_get_child (self->resume, i),
                                         matchum_json_value_get_member (found, name));
      if (section_extra == NULL)
        continue;
      if (extra == NULL)
        extra = matchum_json_value_new_object ();
      matchum_json_value_set_member (extra, name, section_extra);
    }
  add_changes (carried, "basics", compare_member (found, self->resume, "basics"));
  add_changes (carried, "meta", compare_member (found, self->resume, "meta"));
  add_changes (carried, "root", compare_rest (found, self->resume));
  add_changes (carried, "extra", extra);
  if (self->is_barred)
    matchum_json_value_set_string (carried, "order", "barred");
  return carried;
}

/* Finds out what the Markdown gives back, and what has to be carried besides. Returns what goes with the whole, or NULL
 * with an error. */
static MatchumJsonValue *
find_carried (Reader *self, GError **error)
{
  g_autofree char *bare = matchum_json_resume_markdown_write (self->resume, self->comments, self->lines);
  g_autoptr (MatchumJsonValue) found = NULL;

  if (*bare == '\0')
    {
      g_set_error (
          error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT,
          _ ("%s: This JSON holds nothing of a resume: neither \"basics\" nor \"work\" nor another part of JSON "
             "Resume says anything."),
          self->name);
      return NULL;
    }
  found = read_back (self, bare, error);
  g_hash_table_remove_all (self->comments);
  return found != NULL ? compare_all (self, found) : NULL;
}

/* Tells that the headings are in order, so that not each of them has to. */
static void
set_barred (Reader *self)
{
  MatchumJsonValue *carried = matchum_json_value_new_object ();

  self->is_barred = TRUE;
  self->n_carried = 0;
  g_hash_table_remove_all (self->comments);
  matchum_json_value_set_string (carried, "order", "barred");
  carry (self, self->resume, carried, "");
}

/* The Markdown with comments for all that it does not give back by itself. */
static char *
write_markdown (Reader *self, GError **error)
{
  g_autoptr (MatchumJsonValue) carried = NULL;
  g_autofree char *markdown = NULL;
  g_autoptr (MatchumJsonValue) found = NULL;
  MatchumJsonNotes *notes = self->notes;
  MatchumJsonValue *changes;

  self->notes = NULL;
  carried = find_carried (self, error);
  self->notes = notes;
  if (carried != NULL && (self->has_odd_heads || self->is_incomplete))
    {
      set_barred (self);
      self->is_incomplete = FALSE;
      g_clear_pointer (&carried, matchum_json_value_free);
      carried = find_carried (self, error);
    }
  if (carried == NULL)
    return NULL;
  carry (self, self->resume, matchum_json_value_copy (carried), "");
  markdown = matchum_json_resume_markdown_write (self->resume, self->comments, NULL);
  if (self->is_incomplete)
    return g_steal_pointer (&markdown);
  found = read_back (self, markdown, error);
  if (found == NULL)
    return NULL;
  changes = matchum_json_carry_compare (found, self->resume);
  if (changes == NULL)
    return g_steal_pointer (&markdown);
  /* Whatever words did this: the part as a whole is carried. */
  self->n_carried = 0;
  matchum_json_value_set_member (carried, "root", changes);
  carry (self, self->resume, g_steal_pointer (&carried), "");
  return matchum_json_resume_markdown_write (self->resume, self->comments, NULL);
}

static MatchumJsonValue *
parse (MatchumSource *json, MatchumJsonNotes *notes, GError **error)
{
  const char *name = matchum_source_get_name (json);
  const char *text = matchum_source_get_text (json);
  const gsize skipped = matchum_source_get_line_text (json, 1).start;
  g_autoptr (MatchumJsonValue) root =
      matchum_json_value_parse (name, text + skipped, matchum_source_get_length (json) - skipped,
                                MATCHUM_JSON_MAX_DEPTH, notes, error);
  MatchumJsonValue *checked;

  if (root == NULL)
    return NULL;
  checked = matchum_json_resume_check (root, notes);
  if (checked == NULL)
    {
      g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT,
                   _ ("%s:%u: This is no JSON Resume: there is no object with parts such as \"basics\" and \"work\"."),
                   name, root->line);
      return NULL;
    }
  if (matchum_json_value_get_member (checked, "$schema") == NULL)
    matchum_json_value_set_string (checked, "$schema", MATCHUM_JSON_RESUME_SCHEMA);
  return checked;
}

/**
 * matchum_json_resume_reader_read:
 * @json: the text
 * @notes: (nullable): gets what could not be taken as it stands, with path and line of the JSON
 *
 * Returns: (transfer full): Markdown under the same name, or NULL with MATCHUM_SOURCE_ERROR_FORMAT where @json is no
 * JSON, or nothing of a resume is in it
 */
MatchumSource *
matchum_json_resume_reader_read (MatchumSource *json, MatchumJsonNotes *notes, GError **error)
{
  Reader self = { .notes = notes };
  g_autofree char *markdown = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self.name = matchum_source_get_name (json);
  self.resume = parse (json, notes, error);
  if (self.resume == NULL)
    return NULL;
  self.lines = g_hash_table_new (NULL, NULL);
  self.comments = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  markdown = write_markdown (&self, error);
  g_hash_table_unref (self.lines);
  g_hash_table_unref (self.comments);
  matchum_json_value_free (self.resume);
  if (markdown == NULL)
    return NULL;
  bytes = g_bytes_new (markdown, strlen (markdown));
  return matchum_source_new (matchum_source_get_name (json), bytes, error);
}

static const char *
skip_start (const char *text, gsize length)
{
  const char *p = text;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < text + length && g_ascii_isspace (*p))
    p++;
  return p;
}

gboolean
matchum_json_resume_reader_is_json (const char *text, gsize length)
{
  const char *start, *next;

  g_return_val_if_fail (text != NULL, FALSE);

  start = skip_start (text, length);
  if (start >= text + length || *start != '{')
    return FALSE;
  next = skip_start (start + 1, length - (gsize) (start + 1 - text));
  return next < text + length && (*next == '"' || *next == '}');
}

gboolean
matchum_json_resume_reader_is_resume (const char *text, gsize length)
{
  g_autoptr (MatchumJsonValue) root = NULL;
  const char *start;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!matchum_json_resume_reader_is_json (text, length))
    return FALSE;
  start = skip_start (text, length);
  root = matchum_json_value_parse ("", start, length - (gsize) (start - text), MATCHUM_JSON_MAX_DEPTH, NULL, NULL);
  for (guint i = 0; i < matchum_json_value_get_n (root); i++)
    {
      const MatchumJsonValue *member = matchum_json_value_get_child (root, i);
      const gboolean is_basics = g_str_equal (matchum_json_value_get_name (root, i), "basics");

      if (is_basics ? member->kind == MATCHUM_JSON_OBJECT
                    : member->kind == MATCHUM_JSON_ARRAY
                          && matchum_json_resume_schema_find_section (matchum_json_value_get_name (root, i), NULL))
        return TRUE;
    }
  return FALSE;
}
