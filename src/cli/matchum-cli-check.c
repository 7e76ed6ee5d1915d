/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a PDF, for scripts. */
#include "config.h"

#include "matchum-cli-check.h"

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
