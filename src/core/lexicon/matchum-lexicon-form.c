/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the compiled lexicon in memory, and looks at one that was written. Only the header is checked: the rest is our
 * own, compiled with the program or a moment ago. */
#include "config.h"

#include "lexicon/matchum-lexicon-form.h"

#include <string.h>

#define MAGIC 0x4d4c4558 /* "MLEX" */

typedef struct {
  guint32 magic;
  guint32 version;
  guint32 n_numbers; /* the header with them */
  guint32 n_characters;
  guint32 starts[MATCHUM_LEXICON_FORM_N_SECTIONS + 1]; /* a section ends where the next starts */
} Header;

#define HEADER_LENGTH (sizeof (Header) / sizeof (guint32))

struct _MatchumLexiconForm {
  const guint32 *numbers;
  const char *characters;
  gsize n_characters;
  MatchumLexiconFormWriter own; /* they are in here, unless the program carries them */
};

static const Header *
get_header (const MatchumLexiconForm *self)
{
  return (const Header *) (gconstpointer) self->numbers;
}

static Header *
get_own_header (MatchumLexiconFormWriter *writer)
{
  return (Header *) (gpointer) writer->numbers->data;
}

void
matchum_lexicon_form_writer_init (MatchumLexiconFormWriter *self)
{
  self->numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->characters = g_string_new (NULL);
  g_array_set_size (self->numbers, HEADER_LENGTH);
}

void
matchum_lexicon_form_writer_clear (MatchumLexiconFormWriter *self)
{
  g_clear_pointer (&self->numbers, g_array_unref);
  if (self->characters != NULL)
    g_string_free (g_steal_pointer (&self->characters), TRUE);
}

void
matchum_lexicon_form_writer_begin (MatchumLexiconFormWriter *self, MatchumLexiconFormSection section)
{
  get_own_header (self)->starts[section] = self->numbers->len;
}

void
matchum_lexicon_form_writer_add (MatchumLexiconFormWriter *self, guint32 number)
{
  g_array_append_val (self->numbers, number);
}

void
matchum_lexicon_form_writer_add_numbers (MatchumLexiconFormWriter *self, const guint32 *numbers, gsize n)
{
  g_array_append_vals (self->numbers, numbers, (guint) n);
}

guint32
matchum_lexicon_form_writer_add_text (MatchumLexiconFormWriter *self, const char *text)
{
  const gsize place = self->characters->len;

  if (text == NULL)
    return MATCHUM_LEXICON_FORM_NONE;
  g_string_append_len (self->characters, text, (gssize) strlen (text) + 1);
  return (guint32) place;
}

static void
matchum_lexicon_form_clear (MatchumLexiconForm *self)
{
  matchum_lexicon_form_writer_clear (&self->own);
}

MatchumLexiconForm *
matchum_lexicon_form_new (MatchumLexiconFormWriter *writer)
{
  MatchumLexiconForm *self = g_atomic_rc_box_new0 (MatchumLexiconForm);
  Header *header = get_own_header (writer);

  header->magic = MAGIC;
  header->version = MATCHUM_LEXICON_FORM_VERSION;
  header->n_numbers = writer->numbers->len;
  header->n_characters = (guint32) writer->characters->len;
  header->starts[MATCHUM_LEXICON_FORM_N_SECTIONS] = writer->numbers->len;
  self->own.numbers = g_steal_pointer (&writer->numbers);
  self->own.characters = g_steal_pointer (&writer->characters);
  self->numbers = (const guint32 *) (gpointer) self->own.numbers->data;
  self->characters = self->own.characters->str;
  self->n_characters = self->own.characters->len;
  return self;
}

MatchumLexiconForm *
matchum_lexicon_form_new_static (const guint32 *numbers, gsize n_numbers, const char *characters, gsize n_characters)
{
  MatchumLexiconForm *self;
  Header header;

  if (n_numbers < HEADER_LENGTH)
    return NULL;
  memcpy (&header, numbers, sizeof header);
  if (header.magic != MAGIC || header.version != MATCHUM_LEXICON_FORM_VERSION || header.n_numbers != n_numbers
      || header.n_characters != n_characters || header.starts[MATCHUM_LEXICON_FORM_N_SECTIONS] != n_numbers)
    return NULL;
  self = g_atomic_rc_box_new0 (MatchumLexiconForm);
  self->numbers = numbers;
  self->characters = characters;
  self->n_characters = n_characters;
  return self;
}

MatchumLexiconForm *
matchum_lexicon_form_ref (MatchumLexiconForm *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_lexicon_form_unref (MatchumLexiconForm *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_lexicon_form_clear);
}

const guint32 *
matchum_lexicon_form_get_section (const MatchumLexiconForm *self, MatchumLexiconFormSection section, gsize *n)
{
  const guint32 *starts = get_header (self)->starts;

  if (n != NULL)
    *n = starts[section + 1] - starts[section];
  return self->numbers + starts[section];
}

/* NULL where place is none. */
const char *
matchum_lexicon_form_get_text (const MatchumLexiconForm *self, guint32 place)
{
  return place != MATCHUM_LEXICON_FORM_NONE ? self->characters + place : NULL;
}

const guint32 *
matchum_lexicon_form_get_numbers (const MatchumLexiconForm *self, gsize *n)
{
  *n = get_header (self)->n_numbers;
  return self->numbers;
}

const char *
matchum_lexicon_form_get_characters (const MatchumLexiconForm *self, gsize *n)
{
  *n = self->n_characters;
  return self->characters;
}
