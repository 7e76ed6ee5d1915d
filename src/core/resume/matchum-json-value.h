/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as it was written: numbers keep their digits, members their order, and every value the line it stands on, which
 * json-glib tells of none of them. Reading is strict, never recurses deeper than a fixed depth, and takes time in
 * proportion to the text. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What nests deeper is left out, and told. */
#define MATCHUM_JSON_MAX_DEPTH 128
/* The same of comments, which put some objects around what they carry. */
#define MATCHUM_JSON_MAX_CARRIED_DEPTH 144

typedef enum {
  MATCHUM_JSON_NULL,
  MATCHUM_JSON_BOOLEAN, /* text is "true" or "false" */
  MATCHUM_JSON_NUMBER,  /* text is the number as it is spelled */
  MATCHUM_JSON_STRING,
  MATCHUM_JSON_ARRAY,
  MATCHUM_JSON_OBJECT,
} MatchumJsonKind;

typedef struct {
  MatchumJsonKind kind;
  guint           line;     /* 1-based; 0 where it comes from no text */
  char           *text;     /* of what holds no others, else NULL */
  GPtrArray      *children; /* of MatchumJsonValue; NULL where it holds none */
  GPtrArray      *names;    /* of char *, one for each child of an object; NULL of all else */
} MatchumJsonValue;

/* Something that could not be taken as it was. */
typedef struct {
  guint line; /* 1-based; 0 where it is not known */
  char *path; /* such as work[0].startDate; NULL where there is none */
  char *text; /* a sentence */
} MatchumJsonNote;

/* The first of them, and how many there were besides. */
typedef struct {
  GPtrArray *list; /* of MatchumJsonNote */
  guint      n_more;
} MatchumJsonNotes;

MatchumJsonNotes *matchum_json_notes_new            (void);
void              matchum_json_notes_free           (MatchumJsonNotes       *self);
/* self may be NULL. Takes text. */
void              matchum_json_notes_add            (MatchumJsonNotes       *self,
                                                     guint                   line,
                                                     const char             *path,
                                                     char                   *text);
/* Adds ".name" to a path, or what of it can be shown; returns how long the path was. */
gsize             matchum_json_path_push            (GString                *path,
                                                     const char             *name);

MatchumJsonValue *matchum_json_value_new_object     (void);
MatchumJsonValue *matchum_json_value_new_array      (void);
MatchumJsonValue *matchum_json_value_new_string     (const char             *text);
MatchumJsonValue *matchum_json_value_copy           (const MatchumJsonValue *self);
void              matchum_json_value_free           (MatchumJsonValue       *self);

/* 0 of what holds no others. */
guint             matchum_json_value_get_n          (const MatchumJsonValue *self);
MatchumJsonValue *matchum_json_value_get_child      (const MatchumJsonValue *self,
                                                     guint                   index);
const char       *matchum_json_value_get_name       (const MatchumJsonValue *self,
                                                     guint                   index);
/* The member of an object; NULL where it has none, and of all else. self may be NULL. */
MatchumJsonValue *matchum_json_value_get_member     (const MatchumJsonValue *self,
                                                     const char             *name);
/* The text of a member that is a string, else NULL. */
const char       *matchum_json_value_get_string     (const MatchumJsonValue *self,
                                                     const char             *name);
/* Takes value, which replaces a member of the same name in its place or comes last. */
void              matchum_json_value_set_member     (MatchumJsonValue       *self,
                                                     const char             *name,
                                                     MatchumJsonValue       *value);
/* Sets a string where text is neither NULL nor empty. */
void              matchum_json_value_set_string     (MatchumJsonValue       *self,
                                                     const char             *name,
                                                     const char             *text);
void              matchum_json_value_remove_member  (MatchumJsonValue       *self,
                                                     const char             *name);
/* Takes value. */
void              matchum_json_value_append         (MatchumJsonValue       *self,
                                                     MatchumJsonValue       *value);
/* Whether both say the same; the order of members says nothing. */
gboolean          matchum_json_value_is_equal       (const MatchumJsonValue *self,
                                                     const MatchumJsonValue *other);
/* Whether it is null, or an empty string, array or object. */
gboolean          matchum_json_value_is_empty       (const MatchumJsonValue *self);

MatchumJsonValue *matchum_json_value_parse          (const char             *name,
                                                     const char             *text,
                                                     gsize                   length,
                                                     guint                   max_depth,
                                                     MatchumJsonNotes       *notes,
                                                     GError                **error);
/* Indented by two, with a line feed at the end. */
char             *matchum_json_value_print          (const MatchumJsonValue *self);
/* On one line, without a space and without "<" or ">", so that it can stand in an HTML comment. */
char             *matchum_json_value_print_compact  (const MatchumJsonValue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumJsonNotes, matchum_json_notes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumJsonValue, matchum_json_value_free)

G_END_DECLS
