/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks fontconfig for families, and the fonts themselves for what fontconfig doesn't know: whether they have serifs. */
#include "config.h"

#include "matchum-font-list.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include <glib/gi18n-lib.h>
#include <string.h>

#include "matchum-pages.h"

/* PANOSE, the classification of Latin type in the table OS/2: kind of family, then form of serifs. */
#define PANOSE_TEXT 2
#define PANOSE_FIRST_SERIF 2
#define PANOSE_LAST_SERIF 10

static void
family_free (gpointer data)
{
  MatchumFontFamily *family = data;

  g_free (family->name);
  g_free (family);
}

static gboolean
has_korean (const FcPattern *font)
{
  FcLangSet *languages = NULL;

  return FcPatternGetLangSet (font, FC_LANG, 0, &languages) == FcResultMatch
         && FcLangSetHasLang (languages, (const FcChar8 *) "ko") != FcLangDifferentLang;
}

static gboolean
has_latin (const FcPattern *font)
{
  FcCharSet *characters = NULL;

  if (FcPatternGetCharSet (font, FC_CHARSET, 0, &characters) != FcResultMatch)
    return FALSE;
  for (char c = 'a'; c <= 'z'; c++)
    {
      if (!FcCharSetHasChar (characters, (FcChar32) c)
          || !FcCharSetHasChar (characters, (FcChar32) g_ascii_toupper (c)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_mono (const FcPattern *font, const char *name)
{
  int spacing = FC_PROPORTIONAL;

  if (FcPatternGetInteger (font, FC_SPACING, 0, &spacing) == FcResultMatch && spacing >= FC_DUAL)
    return TRUE;

  return strstr (name, "Mono") != NULL || strstr (name, "Coding") != NULL;
}

static gboolean
has_part (const char *name, const char *const *parts)
{
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      if (strstr (name, parts[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
reads_as_serif (const FcPattern *font)
{
  gboolean is_serif = FALSE;
  FT_Library library = NULL;
  FT_Face face = NULL;
  FcChar8 *path = NULL;
  int index = 0;

  if (FcPatternGetString (font, FC_FILE, 0, &path) != FcResultMatch || FT_Init_FreeType (&library) != 0)
    return FALSE;
  FcPatternGetInteger (font, FC_INDEX, 0, &index);
  if (FT_New_Face (library, (const char *) path, index & 0xffff, &face) == 0)
    {
      const TT_OS2 *table = FT_Get_Sfnt_Table (face, FT_SFNT_OS2);

      is_serif = table != NULL && table->panose[0] == PANOSE_TEXT && table->panose[1] >= PANOSE_FIRST_SERIF
                 && table->panose[1] <= PANOSE_LAST_SERIF;
      FT_Done_Face (face);
    }
  FT_Done_FreeType (library);

  return is_serif;
}

/* Most names tell, and for East Asian fonts they tell what PANOSE doesn't. */
static gboolean
is_serif (const FcPattern *font, const char *name)
{
  static const char *const without[] = { "Sans",  "Gothic", "Mono", "Dotum", "Gulim",     "Pretendard",
                                         "Arial", "고딕",   "돋움", "굴림",  "Helvetica", NULL };
  static const char *const with[] = { "Serif", "Myeongjo", "Myungjo", "Batang", "Gungsuh", "Mincho", "Ming",
                                      "Song",  "Times",    "Roman",   "명조",   "바탕",    "궁서",   NULL };

  if (has_part (name, without))
    return FALSE;

  return has_part (name, with) || reads_as_serif (font);
}

static FcFontSet *
list_fonts (const char *family)
{
  FcPattern *pattern = FcPatternCreate ();
  FcObjectSet *objects = FcObjectSetBuild (FC_FAMILY, FC_LANG, FC_CHARSET, FC_SPACING, FC_FILE, FC_INDEX, NULL);
  FcFontSet *fonts;

  FcPatternAddBool (pattern, FC_SCALABLE, FcTrue);
  if (family != NULL)
    FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) family);
  fonts = FcFontList (NULL, pattern, objects);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (pattern);

  return fonts;
}

static int
compare_families (gconstpointer a, gconstpointer b)
{
  const MatchumFontFamily *first = *(const MatchumFontFamily *const *) a;
  const MatchumFontFamily *second = *(const MatchumFontFamily *const *) b;

  return strcmp (first->name, second->name);
}

/* A family's faces differ: one that covers Korean is enough, since pages take letters from wherever they are. */
static void
add_font (GHashTable *families, const FcPattern *font)
{
  FcChar8 *name = NULL;
  MatchumFontFamily *family;

  if (FcPatternGetString (font, FC_FAMILY, 0, &name) != FcResultMatch || *name == '.'
      || !g_utf8_validate ((const char *) name, -1, NULL) || !(has_latin (font) || has_korean (font)))
    return;
  family = g_hash_table_lookup (families, name);
  if (family == NULL)
    {
      family = g_new0 (MatchumFontFamily, 1);
      family->name = g_strdup ((const char *) name);
      family->is_serif = is_serif (font, family->name);
      g_hash_table_insert (families, family->name, family);
    }
  family->covers_korean = family->covers_korean || has_korean (font);
  family->is_mono = family->is_mono || is_mono (font, family->name);
}

GPtrArray *
matchum_font_list_new (void)
{
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *list = g_ptr_array_new_with_free_func (family_free);
  GHashTableIter iter;
  gpointer family;
  FcFontSet *fonts;

  FcInitBringUptoDate ();
  fonts = list_fonts (NULL);
  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    add_font (families, fonts->fonts[i]);
  if (fonts != NULL)
    FcFontSetDestroy (fonts);
  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, NULL, &family))
    g_ptr_array_add (list, family);
  g_ptr_array_sort (list, compare_families);

  return list;
}

gboolean
matchum_font_list_has (const char *family)
{
  FcFontSet *fonts;
  gboolean is_there;

  g_return_val_if_fail (family != NULL, FALSE);

  FcInitBringUptoDate ();
  fonts = list_fonts (family);
  is_there = fonts != NULL && fonts->nfont > 0;
  if (fonts != NULL)
    FcFontSetDestroy (fonts);

  return is_there;
}

gboolean
matchum_font_list_check_korean (GError **error)
{
  FcFontSet *fonts;
  gboolean is_covered = FALSE;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  FcInitBringUptoDate ();
  fonts = list_fonts (NULL);
  for (int i = 0; fonts != NULL && i < fonts->nfont && !is_covered; i++)
    is_covered = has_korean (fonts->fonts[i]);
  if (fonts != NULL)
    FcFontSetDestroy (fonts);
  if (!is_covered)
    g_set_error_literal (error, MATCHUM_PAGES_ERROR, MATCHUM_PAGES_ERROR_NO_FONT,
                         _ ("No installed font has the letters of Korean. Install one, for example the package "
                            "fonts-noto-cjk, and try again."));

  return is_covered;
}
