/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets up Pango for print: one unit a point, exact advances, no hinting. */
#include "config.h"

#include "matchum-type-case.h"

#include <pango/pangofc-fontmap.h>

#include "matchum-few-fonts.h"

/* What is installed of these is taken, in this order; then whatever has the letters. */
#define SANS_FAMILIES                                                                                                  \
  "Noto Sans CJK KR,Noto Sans KR,Pretendard,Source Han Sans KR,NanumGothic,Nanum Gothic,Noto Sans,Noto Sans Arabic,"   \
  "Noto Sans Hebrew,sans-serif"
#define SERIF_FAMILIES                                                                                                 \
  "Noto Serif CJK KR,Noto Serif KR,Source Han Serif KR,NanumMyeongjo,Nanum Myeongjo,Batang,Noto Serif,serif"
#define SANS_ITALIC_FAMILIES "Noto Sans,DejaVu Sans,sans-serif"
#define SERIF_ITALIC_FAMILIES "Noto Serif,Source Serif 4,DejaVu Serif,serif"
#define CODE_FAMILIES "Noto Sans Mono,DejaVu Sans Mono,Noto Sans Mono CJK KR,NanumGothicCoding,monospace"
/* Bullets and what stands between words of a page besides those of the text. */
#define OWN_SIGNS "\u2022\u2013\u2014\u00b7|/ 0123456789"

/* Of the few fonts that a map has; a map without it has all. */
static G_DEFINE_QUARK (matchum - few - fonts, few_fonts)

    static void set_font_options (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
}

static gboolean
covers (MatchumFewFonts *fonts, const char *const *texts)
{
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      if (!matchum_few_fonts_covers (fonts, texts[i]))
        return FALSE;
    }

  return TRUE;
}

static MatchumFewFonts *
find_few_fonts (const char *const *texts, const MatchumTypeFamilies *families)
{
  const char *lists[] = { families->text, families->italic, families->code, NULL };
  g_autoptr (MatchumFewFonts) fonts = matchum_few_fonts_new (lists);

  return fonts != NULL && matchum_few_fonts_covers (fonts, OWN_SIGNS) && covers (fonts, texts)
             ? g_steal_pointer (&fonts)
             : NULL;
}

/* --- what can be done before there is a text --- */

static GMutex preparation_lock;
static GThread *preparation;

static gpointer
read_font_configuration_cb (gpointer data G_GNUC_UNUSED)
{
  FcInit ();

  return NULL;
}

void
matchum_type_case_prepare (void)
{
  g_mutex_lock (&preparation_lock);
  if (preparation == NULL)
    preparation = g_thread_new ("fonts", read_font_configuration_cb, NULL);
  g_mutex_unlock (&preparation_lock);
}

/* Two threads that begin at once would both read everything. */
static void
end_preparation (void)
{
  g_mutex_lock (&preparation_lock);
  g_clear_pointer (&preparation, g_thread_join);
  g_mutex_unlock (&preparation_lock);
}

/* --- contexts --- */

static PangoFontMap *
create_map (const char *const *texts, const MatchumTypeFamilies *families)
{
  PangoFontMap *map;
  MatchumFewFonts *fonts;

  end_preparation ();
  /* Fonts that came since the program began count as well. */
  FcInitBringUptoDate ();
  fonts = find_few_fonts (texts, families);
  map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  if (fonts != NULL)
    {
      pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), matchum_few_fonts_get_config (fonts));
      g_object_set_qdata_full (G_OBJECT (map), few_fonts_quark (), fonts, (GDestroyNotify) matchum_few_fonts_free);
    }

  return map;
}

PangoContext *
matchum_type_case_create_context (const char *const *texts, const MatchumTypeFamilies *families)
{
  g_autoptr (PangoFontMap) map = NULL;
  PangoContext *context;

  g_return_val_if_fail (texts != NULL, NULL);
  g_return_val_if_fail (families != NULL, NULL);

  map = create_map (texts, families);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  context = pango_font_map_create_context (map);
  set_font_options (context);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  /* The language of the user must not change the page. Hangul and Hanja take Korean forms, Latin its own. */
  pango_context_set_language (context, pango_language_from_string ("ko"));

  return context;
}

gboolean
matchum_type_case_is_for (PangoContext *context, const char *const *texts, const MatchumTypeFamilies *families)
{
  MatchumFewFonts *fonts;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), FALSE);
  g_return_val_if_fail (texts != NULL, FALSE);
  g_return_val_if_fail (families != NULL, FALSE);

  fonts = g_object_get_qdata (G_OBJECT (pango_context_get_font_map (context)), few_fonts_quark ());

  return fonts == NULL || (matchum_few_fonts_is_led_by (fonts, families->text) && covers (fonts, texts));
}

MatchumTypeFamilies
matchum_type_case_get_families (const char *family, gboolean is_serif)
{
  MatchumTypeFamilies families = { is_serif ? SERIF_FAMILIES : SANS_FAMILIES,
                                   is_serif ? SERIF_ITALIC_FAMILIES : SANS_ITALIC_FAMILIES, CODE_FAMILIES };
  g_autofree char *list = NULL;

  if (family == NULL || *family == '\0')
    return families;
  list = g_strconcat (family, ",", families.text, NULL);
  families.text = g_intern_string (list);

  return families;
}

PangoFontDescription *
matchum_type_case_describe (const char *families, double size, gboolean is_bold)
{
  PangoFontDescription *description;

  g_return_val_if_fail (families != NULL, NULL);

  description = pango_font_description_new ();
  pango_font_description_set_family (description, families);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  return description;
}
