/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A configuration of fontconfig that holds the fonts of a few families. */
#include "config.h"

#include "matchum-few-fonts.h"

struct _MatchumFewFonts {
  FcConfig *config;
  FcCharSet *characters; /* of the families of plain text */
  char *leading;
};

typedef struct {
  gunichar first;
  gunichar last;
} Range;

static GStrv
split_families (const char *const *lists)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; lists[i] != NULL; i++)
    {
      g_auto (GStrv) families = g_strsplit (lists[i], ",", -1);

      for (gsize j = 0; families[j] != NULL; j++)
        {
          const char *family = g_strstrip (families[j]);

          if (*family != '\0')
            g_strv_builder_add (builder, family);
        }
    }

  return g_strv_builder_end (builder);
}

static void
append_list (GString *rules, const char *element, FcStrList *list)
{
  const FcChar8 *value;

  while (list != NULL && (value = FcStrListNext (list)) != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text ((const char *) value, -1);

      g_string_append_printf (rules, "<%s>%s</%s>", element, escaped, element);
    }
  if (list != NULL)
    FcStrListDone (list);
}

/* What is accepted stays, whatever the rest says; and a font is either scalable or not. */
static void
append_selection (GString *rules, GStrv families)
{
  g_string_append (rules, "<selectfont><acceptfont>");
  for (gsize i = 0; families[i] != NULL; i++)
    {
      g_autofree char *family = g_markup_escape_text (families[i], -1);

      g_string_append_printf (rules, "<pattern><patelt name=\"family\"><string>%s</string></patelt></pattern>", family);
    }
  g_string_append (rules, "</acceptfont><rejectfont>"
                          "<pattern><patelt name=\"scalable\"><bool>true</bool></patelt></pattern>"
                          "<pattern><patelt name=\"scalable\"><bool>false</bool></patelt></pattern>"
                          "</rejectfont></selectfont>");
}

/* Of the rules that there are for all fonts, pages need what makes a bold or a slanted font of one that has none. Those
 * on generic families and hinting would be gone through for every size. */
static const char synthetic_rules[] =
    "<match target=\"font\">"
    "<test name=\"slant\"><const>roman</const></test>"
    "<test target=\"pattern\" name=\"slant\" compare=\"not_eq\"><const>roman</const></test>"
    "<edit name=\"matrix\" mode=\"assign\"><times><name>matrix</name>"
    "<matrix><double>1</double><double>0.2</double><double>0</double><double>1</double></matrix></times></edit>"
    "<edit name=\"slant\" mode=\"assign\"><const>oblique</const></edit>"
    "</match>"
    "<match target=\"font\">"
    "<test name=\"weight\" compare=\"less_eq\"><const>medium</const></test>"
    "<test target=\"pattern\" name=\"weight\" compare=\"more_eq\"><const>bold</const></test>"
    "<edit name=\"embolden\" mode=\"assign\"><bool>true</bool></edit>"
    "<edit name=\"weight\" mode=\"assign\"><const>bold</const></edit>"
    "</match>";

static char *
make_rules (FcConfig *system, GStrv families)
{
  GString *rules = g_string_new ("<fontconfig>");

  append_list (rules, "dir", FcConfigGetFontDirs (system));
  append_list (rules, "cachedir", FcConfigGetCacheDirs (system));
  append_selection (rules, families);
  g_string_append (rules, synthetic_rules);
  g_string_append (rules, "</fontconfig>");

  return g_string_free (rules, FALSE);
}

static gboolean
load_rules (FcConfig *config, const char *rules)
{
  return FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) rules, FcTrue) && FcConfigBuildFonts (config);
}

static FcConfig *
load_config (GStrv families)
{
  /* Pango reads the configuration of the computer in any case. */
  FcConfig *system = FcConfigReference (NULL);
  FcConfig *config = system != NULL ? FcConfigCreate () : NULL;
  g_autofree char *rules = config != NULL ? make_rules (system, families) : NULL;

  if (rules != NULL && !load_rules (config, rules))
    g_clear_pointer (&config, FcConfigDestroy);
  g_clear_pointer (&system, FcConfigDestroy);

  return config;
}

static gboolean
is_of (const FcPattern *font, GStrv families)
{
  FcChar8 *family = NULL;

  for (int i = 0; FcPatternGetString (font, FC_FAMILY, i, &family) == FcResultMatch; i++)
    {
      for (gsize j = 0; families[j] != NULL; j++)
        {
          if (FcStrCmpIgnoreCase (family, (const FcChar8 *) families[j]) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

static FcCharSet *
collect_characters (FcConfig *config, GStrv families)
{
  const FcFontSet *fonts = FcConfigGetFonts (config, FcSetSystem);
  FcCharSet *characters = FcCharSetCreate ();

  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcCharSet *of_font = NULL;

      if (is_of (fonts->fonts[i], families)
          && FcPatternGetCharSet (fonts->fonts[i], FC_CHARSET, 0, &of_font) == FcResultMatch)
        FcCharSetMerge (characters, of_font, NULL);
    }

  return characters;
}

MatchumFewFonts *
matchum_few_fonts_new (const char *const *families)
{
  MatchumFewFonts *self;
  FcConfig *config;
  g_auto (GStrv) all = NULL;
  g_auto (GStrv) leading = NULL;

  g_return_val_if_fail (families != NULL && families[0] != NULL, NULL);

  all = split_families (families);
  config = load_config (all);
  if (config == NULL)
    return NULL;

  self = g_new0 (MatchumFewFonts, 1);
  self->config = config;
  leading = split_families ((const char *const[]){ families[0], NULL });
  self->characters = collect_characters (config, leading);
  self->leading = g_strdup (families[0]);

  return self;
}

void
matchum_few_fonts_free (MatchumFewFonts *self)
{
  g_return_if_fail (self != NULL);

  FcCharSetDestroy (self->characters);
  FcConfigDestroy (self->config);
  g_free (self->leading);
  g_free (self);
}

FcConfig *
matchum_few_fonts_get_config (const MatchumFewFonts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->config;
}

gboolean
matchum_few_fonts_is_led_by (const MatchumFewFonts *self, const char *families)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (families != NULL, FALSE);

  return g_str_equal (self->leading, families);
}

/* Latin, Hangul, Han, Kana and signs, without those that Pango takes from a font of emoji if it can. */
static gboolean
is_plain (gunichar c)
{
  static const Range ranges[] = {
    { 0x0000, 0x024f }, { 0x2000, 0x200b }, { 0x2010, 0x2319 }, { 0x2460, 0x25fc },
    { 0x3000, 0x3296 }, { 0x329a, 0xa48f }, { 0xac00, 0xd7a3 }, { 0xff00, 0xffef },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (c >= ranges[i].first && c <= ranges[i].last)
        return TRUE;
    }

  return FALSE;
}

gboolean
matchum_few_fonts_covers (const MatchumFewFonts *self, const char *text)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_plain (c) || (g_unichar_isgraph (c) && !FcCharSetHasChar (self->characters, c)))
        return FALSE;
    }

  return TRUE;
}
