/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what is known into a pattern, and takes out of it what no file name may have. */
#include "config.h"

#include "matchum-export-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* File systems end names at 255 bytes; a suffix and the temporary name beside it need some of them. */
#define MOST_BYTES 180
#define MOST_TYPED_BYTES 240
#define FORBIDDEN "/\\:*?\"<>|"

G_DEFINE_QUARK (matchum - export - name - error - quark, matchum_export_name_error)

static const char *const fields[] = { "name",  "company", "title",    "date",  "year",
                                      "month", "day",     "language", "theme", NULL };

const char *const *
matchum_export_name_get_fields (void)
{
  return fields;
}

/* --- patterns --- */

typedef enum {
  TOKEN_END,
  TOKEN_TEXT,
  TOKEN_FIELD,
  TOKEN_STRAY_BRACE,
} TokenKind;

typedef struct {
  TokenKind kind;
  char *text; /* what stands there, braces undoubled, or the name of the field */
} Token;

static void
clear_token (Token *token)
{
  g_free (token->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Token, clear_token)

static char *
take_text (const char **at)
{
  GString *text = g_string_new (NULL);

  while (**at != '\0')
    {
      if (**at == '{' || **at == '}')
        {
          if ((*at)[1] != **at)
            break;
          *at += 1;
        }
      g_string_append_c (text, **at);
      *at += 1;
    }
  return g_string_free (text, FALSE);
}

static Token
take_token (const char **at)
{
  const char *end;
  Token token = { TOKEN_END, NULL };

  if (**at == '\0')
    return token;
  if ((**at != '{' && **at != '}') || (*at)[1] == **at)
    return (Token){ TOKEN_TEXT, take_text (at) };
  end = **at == '{' ? strpbrk (*at + 1, "{}") : NULL;
  if (end == NULL || *end != '}')
    return (Token){ TOKEN_STRAY_BRACE, NULL };
  token = (Token){ TOKEN_FIELD, g_strndup (*at + 1, (gsize) (end - *at - 1)) };
  *at = end + 1;
  return token;
}

static gboolean
fail_field (const char *field, GError **error)
{
  g_autofree char *all = g_strjoinv ("}, {", (char **) fields);

  g_set_error (error, MATCHUM_EXPORT_NAME_ERROR, MATCHUM_EXPORT_NAME_ERROR_FIELD,
               /* Translators: the fields are words in braces, which stay as they are: {name}, {company}. */
               _ ("File names have no field {%s}; there are {%s}."), field, all);
  return FALSE;
}

static gboolean
check_token (const Token *token, GError **error)
{
  if (token->kind == TOKEN_STRAY_BRACE)
    {
      g_set_error_literal (error, MATCHUM_EXPORT_NAME_ERROR, MATCHUM_EXPORT_NAME_ERROR_BRACES,
                           _ ("A brace of the file name stands alone. Fields are written as {name}, a brace as {{."));
      return FALSE;
    }
  if (token->kind == TOKEN_FIELD)
    return g_strv_contains (fields, token->text) || fail_field (token->text, error);
  if (strpbrk (token->text, FORBIDDEN) != NULL)
    {
      g_set_error (error, MATCHUM_EXPORT_NAME_ERROR, MATCHUM_EXPORT_NAME_ERROR_LETTER,
                   /* Translators: the first %s is a part of a file name, the second lists characters. */
                   _ ("“%s”: a file name can have none of %s."), token->text, FORBIDDEN);
      return FALSE;
    }
  return TRUE;
}

gboolean
matchum_export_name_check (const char *pattern, GError **error)
{
  const char *at = pattern;

  g_return_val_if_fail (pattern != NULL, FALSE);

  if (pattern[strspn (pattern, " .-_")] == '\0')
    {
      g_set_error_literal (error, MATCHUM_EXPORT_NAME_ERROR, MATCHUM_EXPORT_NAME_ERROR_NOTHING,
                           _ ("The file name is empty. Give words, or fields such as {name}."));
      return FALSE;
    }
  for (;;)
    {
      g_auto (Token) token = take_token (&at);

      if (token.kind == TOKEN_END)
        return TRUE;
      if (!check_token (&token, error))
        return FALSE;
    }
}

/* --- fields --- */

/* A person's name without what stands behind it in brackets: "강도현 (Dohyun Kang)". */
static char *
dup_without_brackets (const char *person)
{
  const char *bracket = strpbrk (person, "([");

  return bracket != NULL && bracket != person ? g_strndup (person, (gsize) (bracket - person)) : g_strdup (person);
}

static char *
dup_date (const char *field, MatchumDay day)
{
  if (day.year <= 0)
    return NULL;
  if (g_str_equal (field, "year"))
    return g_strdup_printf ("%04d", day.year);
  if (g_str_equal (field, "month"))
    return g_strdup_printf ("%02d", day.month);
  if (g_str_equal (field, "day"))
    return g_strdup_printf ("%02d", day.day);
  return g_strdup_printf ("%04d-%02d-%02d", day.year, day.month, day.day);
}

/* NULL where it is not known. */
static char *
dup_value (const char *field, const MatchumExportNameFields *values)
{
  if (g_str_equal (field, "name"))
    return values->name != NULL ? dup_without_brackets (values->name) : NULL;
  if (g_str_equal (field, "company"))
    return g_strdup (values->company);
  if (g_str_equal (field, "title"))
    return g_strdup (values->title);
  if (g_str_equal (field, "language"))
    return g_strdup (values->language);
  if (g_str_equal (field, "theme"))
    return g_strdup (values->theme);
  return dup_date (field, values->date);
}

/* What of text can stand in a file name, trimmed: other characters become one space. */
static char *
dup_clean (const char *text)
{
  GString *name = g_string_new (NULL);
  gboolean is_gap = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isprint (c) || g_unichar_isspace (c) || (c < 0x80 && strchr (FORBIDDEN, (int) c) != NULL))
        {
          is_gap = TRUE;
          continue;
        }
      if (is_gap && name->len > 0)
        g_string_append_c (name, ' ');
      is_gap = FALSE;
      g_string_append_unichar (name, c);
    }
  return g_string_free (name, FALSE);
}

/* --- names --- */

/* While a name is written. */
typedef struct {
  GString *name;
  GString *between; /* what parts the last field from the next, if that is known */
  gboolean has_field;
} Writer;

/* Appends what is known, with what parts it from what was known before; a bracket may open a name. */
static void
write_known (Writer *self, const char *text)
{
  const char *opening = strpbrk (self->between->str, "([{");

  if (self->has_field)
    g_string_append (self->name, self->between->str);
  else if (opening != NULL)
    g_string_append (self->name, opening);
  g_string_truncate (self->between, 0);
  g_string_append (self->name, text);
  self->has_field = TRUE;
}

/* Of two separators with an unknown field between them the first stays, and brackets around such a field go. */
static void
write_separator (Writer *self, const char *text)
{
  const gsize n_closing = strspn (text, ")]}");

  if (n_closing > 0 && self->between->len > 0)
    g_string_truncate (self->between, 0);
  else if (self->has_field)
    g_string_append_len (self->name, text, (gssize) n_closing);
  if (self->between->len == 0)
    g_string_append (self->between, text + n_closing);
}

/* Words of the pattern itself are known; what stands around them parts them from fields. */
static void
write_text (Writer *self, const char *text)
{
  const char *start = NULL, *end = NULL;
  g_autofree char *before = NULL;
  g_autofree char *words = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      {
        start = start != NULL ? start : p;
        end = g_utf8_next_char (p);
      }
  if (start == NULL)
    {
      write_separator (self, text);
      return;
    }
  before = g_strndup (text, (gsize) (start - text));
  words = g_strndup (start, (gsize) (end - start));
  write_separator (self, before);
  write_known (self, words);
  write_separator (self, end);
}

static void
write_field (Writer *self, const char *value)
{
  g_autofree char *clean = value != NULL ? dup_clean (value) : NULL;

  if (clean != NULL && *clean != '\0')
    write_known (self, clean);
}

static void
cut_to_size (GString *name)
{
  if (name->len > MOST_BYTES)
    {
      const char *end = g_utf8_find_prev_char (name->str, name->str + MOST_BYTES + 1);

      g_string_truncate (name, (gsize) (end - name->str));
    }
  while (name->len > 0 && strchr (" .-_", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  /* A leading dot hides a file, a leading dash makes an option of it. */
  while (name->len > 0 && strchr (" .-_", name->str[0]) != NULL)
    g_string_erase (name, 0, 1);
}

char *
matchum_export_name_expand (const char *pattern, const MatchumExportNameFields *values)
{
  Writer self = { g_string_new (NULL), g_string_new (NULL), FALSE };
  const char *at;

  g_return_val_if_fail (pattern != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  at = matchum_export_name_check (pattern, NULL) ? pattern : MATCHUM_EXPORT_NAME_PATTERN;
  for (;;)
    {
      g_auto (Token) token = take_token (&at);
      g_autofree char *value = token.kind == TOKEN_FIELD ? dup_value (token.text, values) : NULL;

      if (token.kind == TOKEN_END)
        break;
      if (token.kind == TOKEN_FIELD)
        write_field (&self, value);
      else
        write_text (&self, token.text);
    }
  cut_to_size (self.name);
  if (self.name->len == 0)
    /* Translators: the name of an exported file where neither the person nor the company is known. */
    g_string_append (self.name, _ ("Resume"));
  g_string_free (self.between, TRUE);
  return g_string_free (self.name, FALSE);
}

gboolean
matchum_export_name_is_usable (const char *name)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  stripped = g_strstrip (g_strdup (name));
  return *stripped != '\0' && *stripped != '.' && strlen (stripped) <= MOST_TYPED_BYTES
         && strpbrk (stripped, FORBIDDEN) == NULL;
}
