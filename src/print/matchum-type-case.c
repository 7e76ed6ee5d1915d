/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets up Pango for print: one unit a point, exact advances, no hinting. */
#include "config.h"

#include "matchum-type-case.h"

#include <fontconfig/fontconfig.h>

/* What is installed of these is taken, in this order; then whatever has the letters. */
#define TEXT_FAMILIES                                                                                                  \
  "Noto Sans CJK KR,Noto Sans KR,Pretendard,Source Han Sans KR,NanumGothic,Nanum Gothic,Noto Sans,sans-serif"
#define ITALIC_FAMILIES "Noto Sans,DejaVu Sans,sans-serif"
#define CODE_FAMILIES "Noto Sans Mono,DejaVu Sans Mono,Noto Sans Mono CJK KR,NanumGothicCoding,monospace"

static void
set_font_options (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
}

PangoContext *
matchum_type_case_create_context (void)
{
  g_autoptr (PangoFontMap) map = NULL;
  PangoContext *context;

  /* Fonts that came since the program began count as well. */
  FcInitBringUptoDate ();
  map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  context = pango_font_map_create_context (map);
  set_font_options (context);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  /* The language of the user must not change the page. Hangul and Hanja take Korean forms, Latin its own. */
  pango_context_set_language (context, pango_language_from_string ("ko"));

  return context;
}

PangoFontDescription *
matchum_type_case_describe (double size, gboolean is_bold)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, TEXT_FAMILIES);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  return description;
}

const char *
matchum_type_case_get_family (void)
{
  return TEXT_FAMILIES;
}

const char *
matchum_type_case_get_italic (void)
{
  return ITALIC_FAMILIES;
}

const char *
matchum_type_case_get_code (void)
{
  return CODE_FAMILIES;
}
