/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts fonts down with HarfBuzz before Cairo embeds them: Cairo by itself keeps every subroutine of a CJK font, ten
 * times the size. */
#include "config.h"

#include "matchum-font-subsets.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ot.h>
#include <hb-subset.h>

/* One font file's face. */
typedef struct {
  hb_face_t *face;
  hb_set_t *glyphs;
  hb_map_t *numbers;            /* old number to new; NULL until cut, and where the font is used whole */
  cairo_font_face_t *font_face; /* of the cut font */
  gboolean is_cut;
} Subset;

/* One font in one size and style. */
typedef struct {
  PangoFont *font;
  Subset *subset;                   /* NULL where the font is used whole */
  cairo_scaled_font_t *scaled_font; /* NULL until looked up */
} FontUse;

struct _MatchumFontSubsets {
  GHashTable *uses;    /* PangoFont to FontUse */
  GHashTable *subsets; /* hb_face_t to Subset */
};

/* What Cairo reads a cut font from: to be kept until Cairo lets go of the font. */
typedef struct {
  FT_Library library;
  FT_Face face;
  hb_blob_t *blob;
} FontMemory;

static const cairo_user_data_key_t memory_key;

static void
subset_free (gpointer data)
{
  Subset *subset = data;

  hb_face_destroy (subset->face);
  hb_set_destroy (subset->glyphs);
  hb_map_destroy (subset->numbers);
  g_clear_pointer (&subset->font_face, cairo_font_face_destroy);
  g_free (subset);
}

static void
font_use_free (gpointer data)
{
  FontUse *use = data;

  g_object_unref (use->font);
  g_clear_pointer (&use->scaled_font, cairo_scaled_font_destroy);
  g_free (use);
}

static void
font_memory_free (gpointer data)
{
  FontMemory *memory = data;

  if (memory->face != NULL)
    FT_Done_Face (memory->face);
  if (memory->library != NULL)
    FT_Done_FreeType (memory->library);
  hb_blob_destroy (memory->blob);
  g_free (memory);
}

MatchumFontSubsets *
matchum_font_subsets_new (void)
{
  MatchumFontSubsets *self = g_new0 (MatchumFontSubsets, 1);

  self->uses = g_hash_table_new_full (NULL, NULL, NULL, font_use_free);
  self->subsets = g_hash_table_new_full (NULL, NULL, NULL, subset_free);

  return self;
}

void
matchum_font_subsets_free (MatchumFontSubsets *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->uses);
  g_hash_table_unref (self->subsets);
  g_free (self);
}

/* Instances of variable fonts and coloured glyphs need tables that are cut away. */
static gboolean
can_be_cut (hb_font_t *font, hb_face_t *face)
{
  unsigned int n_coordinates = 0;

  hb_font_get_var_coords_normalized (font, &n_coordinates);

  return n_coordinates == 0 && !hb_ot_color_has_png (face) && !hb_ot_color_has_layers (face)
         && !hb_ot_color_has_svg (face);
}

static Subset *
ensure_subset (MatchumFontSubsets *self, PangoFont *font)
{
  hb_font_t *hb_font = pango_font_get_hb_font (font);
  hb_face_t *face = hb_font != NULL ? hb_font_get_face (hb_font) : NULL;
  Subset *subset;

  if (face == NULL || !can_be_cut (hb_font, face))
    return NULL;

  subset = g_hash_table_lookup (self->subsets, face);
  if (subset == NULL)
    {
      subset = g_new0 (Subset, 1);
      subset->face = hb_face_reference (face);
      subset->glyphs = hb_set_create ();
      g_hash_table_insert (self->subsets, face, subset);
    }

  return subset;
}

static FontUse *
ensure_use (MatchumFontSubsets *self, PangoFont *font)
{
  FontUse *use = g_hash_table_lookup (self->uses, font);

  if (use == NULL)
    {
      use = g_new0 (FontUse, 1);
      use->font = g_object_ref (font);
      use->subset = ensure_subset (self, font);
      g_hash_table_insert (self->uses, font, use);
    }

  return use;
}

void
matchum_font_subsets_add (MatchumFontSubsets *self, PangoFont *font, guint glyph)
{
  FontUse *use;

  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_FONT (font));

  use = ensure_use (self, font);
  if (use->subset != NULL)
    hb_set_add (use->subset->glyphs, glyph);
}

/* The layout is done: shaping tables are of no more use. */
static hb_subset_input_t *
create_input (const Subset *subset)
{
  static const hb_tag_t dropped[] = { HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'),
                                      HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('B', 'A', 'S', 'E'),
                                      HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('m', 'o', 'r', 'x') };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();

  if (input == NULL)
    return NULL;

  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NO_HINTING
                                        | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  hb_set_union (hb_subset_input_glyph_set (input), subset->glyphs);
  for (gsize i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);

  return input;
}

static cairo_font_face_t *
create_font_face (hb_blob_t *blob)
{
  FontMemory *memory = g_new0 (FontMemory, 1);
  cairo_font_face_t *font_face;
  unsigned int length = 0;
  const char *data = hb_blob_get_data (blob, &length);

  memory->blob = hb_blob_reference (blob);
  if (FT_Init_FreeType (&memory->library) != 0
      || FT_New_Memory_Face (memory->library, (const FT_Byte *) data, (FT_Long) length, 0, &memory->face) != 0)
    {
      font_memory_free (memory);
      return NULL;
    }

  font_face = cairo_ft_font_face_create_for_ft_face (memory->face, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data (font_face, &memory_key, memory, font_memory_free) != CAIRO_STATUS_SUCCESS)
    {
      cairo_font_face_destroy (font_face);
      font_memory_free (memory);
      return NULL;
    }

  return font_face;
}

static void
cut (Subset *subset)
{
  hb_subset_input_t *input = create_input (subset);
  hb_subset_plan_t *plan = input != NULL ? hb_subset_plan_create_or_fail (subset->face, input) : NULL;
  hb_face_t *face = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;

  subset->is_cut = TRUE;
  if (face != NULL)
    {
      hb_blob_t *blob = hb_face_reference_blob (face);

      subset->font_face = create_font_face (blob);
      if (subset->font_face != NULL)
        subset->numbers = hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (plan));
      hb_blob_destroy (blob);
    }

  hb_face_destroy (face);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
}

/* The cut font in the size, slant and boldness of the font that it stands for. */
static cairo_scaled_font_t *
create_scaled_font (Subset *subset, cairo_scaled_font_t *whole)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t matrix;
  cairo_matrix_t ctm;
  cairo_scaled_font_t *scaled_font;

  cairo_scaled_font_get_font_options (whole, options);
  cairo_scaled_font_get_font_matrix (whole, &matrix);
  cairo_scaled_font_get_ctm (whole, &ctm);
  scaled_font = cairo_scaled_font_create (subset->font_face, &matrix, &ctm, options);
  cairo_font_options_destroy (options);

  return scaled_font;
}

static gboolean
is_embolded (cairo_scaled_font_t *whole)
{
  return cairo_scaled_font_get_type (whole) == CAIRO_FONT_TYPE_FT
         && (cairo_ft_font_face_get_synthesize (cairo_scaled_font_get_font_face (whole)) & CAIRO_FT_SYNTHESIZE_BOLD)
                != 0;
}

static void
make_scaled_font (FontUse *use)
{
  cairo_scaled_font_t *whole = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (use->font));

  if (whole == NULL)
    return;

  if (use->subset != NULL && !use->subset->is_cut)
    cut (use->subset);
  if (use->subset != NULL && use->subset->numbers != NULL && !is_embolded (whole))
    {
      use->scaled_font = create_scaled_font (use->subset, whole);
      if (cairo_scaled_font_status (use->scaled_font) == CAIRO_STATUS_SUCCESS)
        return;
      cairo_scaled_font_destroy (use->scaled_font);
    }

  use->subset = NULL;
  use->scaled_font = cairo_scaled_font_reference (whole);
}

cairo_scaled_font_t *
matchum_font_subsets_lookup (MatchumFontSubsets *self, PangoFont *font, guint *glyph)
{
  FontUse *use;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_FONT (font), NULL);
  g_return_val_if_fail (glyph != NULL, NULL);

  use = ensure_use (self, font);
  if (use->scaled_font == NULL)
    make_scaled_font (use);
  if (use->scaled_font != NULL && use->subset != NULL)
    *glyph = hb_map_get (use->subset->numbers, *glyph);

  return use->scaled_font;
}
