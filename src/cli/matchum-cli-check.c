/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a PDF, for scripts and on the terminal. */
#include "config.h"

#include "matchum-cli-check.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

struct _MatchumCliReadBack {
  char *name;
  GBytes *pdf;
  MatchumVisibility *visibility;
  GThread *thread; /* NULL when it was waited for */
  MatchumPdfCheck *check;
  GError *problem;
};

static void
add_number (JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

/* A page or a line; null where there is none. */
static void
add_place (JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name (builder, name);
  if (number > 0)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_difference (JsonBuilder *builder, const MatchumPdfDifference *difference)
{
  json_builder_begin_object (builder);
  add_text (builder, "kind", matchum_pdf_difference_get_name (difference));
  add_text (builder, "words", difference->words);
  add_text (builder, "instead", difference->instead);
  add_number (builder, "count", difference->n_words);
  add_place (builder, "page", difference->page);
  add_place (builder, "line", difference->line);
  json_builder_end_object (builder);
}

JsonNode *
matchum_cli_check_build_json (MatchumPdfCheck *check)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "intact");
  json_builder_add_boolean_value (builder, matchum_pdf_check_is_intact (check));
  add_number (builder, "pages", matchum_pdf_check_get_n_pages (check));
  add_number (builder, "words", matchum_pdf_check_get_n_words (check));
  add_number (builder, "in_order", matchum_pdf_check_get_n_in_order (check));
  add_number (builder, "extra", matchum_pdf_check_get_n_extra (check));
  add_number (builder, "links", matchum_pdf_check_get_n_links (check));
  add_number (builder, "missing_links", matchum_pdf_check_get_n_missing_links (check));
  add_number (builder, "dates", matchum_pdf_check_get_n_dates (check));
  add_number (builder, "dates_on_line", matchum_pdf_check_get_n_dates_on_line (check));
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < matchum_pdf_check_get_n_differences (check); i++)
    add_difference (builder, matchum_pdf_check_get_difference (check, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* --- reading back --- */

static gpointer
read_back_cb (gpointer data)
{
  MatchumCliReadBack *self = data;
  g_autoptr (MatchumPdfText) text = matchum_pdf_text_read (self->name, self->pdf, NULL, &self->problem);

  if (text != NULL)
    self->check = matchum_pdf_check_new (self->visibility, text);
  return NULL;
}

MatchumCliReadBack *
matchum_cli_read_back_new (const char *name, GBytes *pdf, MatchumVisibility *visibility)
{
  MatchumCliReadBack *self = g_new0 (MatchumCliReadBack, 1);

  self->name = g_strdup (name);
  self->pdf = g_bytes_ref (pdf);
  self->visibility = matchum_visibility_ref (visibility);
  self->thread = g_thread_new ("read-back", read_back_cb, self);
  return self;
}

static void
wait_for (MatchumCliReadBack *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

void
matchum_cli_read_back_free (MatchumCliReadBack *self)
{
  g_return_if_fail (self != NULL);

  wait_for (self);
  g_free (self->name);
  g_bytes_unref (self->pdf);
  matchum_visibility_unref (self->visibility);
  g_clear_pointer (&self->check, matchum_pdf_check_unref);
  g_clear_error (&self->problem);
  g_free (self);
}

void
matchum_cli_read_back_print (MatchumCliReadBack *self)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (self != NULL);

  wait_for (self);
  if (self->check == NULL)
    {
      printf (_ ("Not read back: %s"), self->problem->message);
      printf ("\n");
      return;
    }
  sentence = matchum_pdf_check_dup_sentence (self->check);
  /* Translators: of the PDF that was written; %s is a sentence such as "All 512 words in order, 3 links." */
  printf (_ ("Read back: %s"), sentence);
  printf ("\n");
}

JsonNode *
matchum_cli_read_back_build_json (MatchumCliReadBack *self)
{
  g_autoptr (JsonBuilder) builder = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  wait_for (self);
  if (self->check != NULL)
    return matchum_cli_check_build_json (self->check);
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  add_text (builder, "intact", NULL);
  add_text (builder, "problem", self->problem->message);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
