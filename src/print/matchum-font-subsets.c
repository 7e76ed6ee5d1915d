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
#include <string.h>
#include <sys/mman.h>

typedef struct {
  guint32 character;
  guint32 glyph;
} Mapping;

/* One font file's face. */
typedef struct {
  hb_face_t *face;
  hb_set_t *glyphs;
  GArray *mappings;             /* Mapping, of glyphs that stand for a character by themselves */
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
  gboolean has_drawn;  /* no glyph is added any more */
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
  g_array_unref (subset->mappings);
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
      subset->mappings = g_array_new (FALSE, FALSE, sizeof (Mapping));
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

/* A glyph that stands for several characters, or only among others, is in no table: Cairo would take what leads to it
 * there for its text. */
static void
add_glyph (Subset *subset, hb_font_t *font, gunichar character, guint glyph)
{
  Mapping mapping = { character, glyph };
  guint nominal = 0;

  if (character != 0 && hb_font_get_nominal_glyph (font, character, &nominal) && nominal == glyph)
    g_array_append_val (subset->mappings, mapping);
  hb_set_add (subset->glyphs, glyph);
}

void
matchum_font_subsets_add (MatchumFontSubsets *self, PangoFont *font, gunichar character, guint glyph)
{
  FontUse *use;

  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_FONT (font));

  use = ensure_use (self, font);
  if (use->subset != NULL && !hb_set_has (use->subset->glyphs, glyph))
    add_glyph (use->subset, pango_font_get_hb_font (font), character, glyph);
}

static int
compare_mappings (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const Mapping *) a)->character;
  guint32 second = ((const Mapping *) b)->character;

  return first < second ? -1 : first > second;
}

static void
append_numbers (GByteArray *table, const guint32 *numbers, gsize n_numbers)
{
  for (gsize i = 0; i < n_numbers; i++)
    {
      guint32 number = GUINT32_TO_BE (numbers[i]);

      g_byte_array_append (table, (const guint8 *) &number, sizeof number);
    }
}

/* A table of characters (OpenType "cmap") with one subtable, for Windows and all of Unicode, as groups of one. */
static hb_blob_t *
create_character_table (const Subset *subset)
{
  guint32 n_groups = subset->mappings->len;
  /* Version and number of subtables; platform and encoding; offset. Format, with nothing in its second half; length;
   * language. */
  const guint32 head[] = { 0x00000001, 0x0003000a, 12, 0x000c0000, 16 + n_groups * 12, 0, n_groups };
  GByteArray *table = g_byte_array_new ();
  gsize length;
  guint8 *data;

  append_numbers (table, head, G_N_ELEMENTS (head));
  g_array_sort (subset->mappings, compare_mappings);
  for (guint i = 0; i < n_groups; i++)
    {
      const Mapping *mapping = &g_array_index (subset->mappings, Mapping, i);
      const guint32 group[] = { mapping->character, mapping->character, mapping->glyph };

      append_numbers (table, group, G_N_ELEMENTS (group));
    }
  data = g_byte_array_steal (table, &length);
  g_byte_array_unref (table);

  return hb_blob_create ((const char *) data, (unsigned int) length, HB_MEMORY_MODE_READONLY, data, g_free);
}

typedef struct {
  hb_face_t *face;
  hb_blob_t *characters;
} Tables;

static void
tables_free (gpointer data)
{
  Tables *tables = data;

  hb_face_destroy (tables->face);
  hb_blob_destroy (tables->characters);
  g_free (tables);
}

static hb_blob_t *
reference_table_cb (hb_face_t *face G_GNUC_UNUSED, hb_tag_t tag, gpointer data)
{
  const Tables *tables = data;

  if (tag == HB_TAG ('c', 'm', 'a', 'p'))
    return hb_blob_reference (tables->characters);

  return hb_face_reference_table (tables->face, tag);
}

/* The face as if it had no characters but those that are drawn. HarfBuzz looks at all that there are before it cuts,
 * and a Korean font's take most of the time and memory. */
static hb_face_t *
create_smaller_face (const Subset *subset)
{
  Tables *tables = g_new (Tables, 1);

  tables->face = hb_face_reference (subset->face);
  tables->characters = create_character_table (subset);

  return hb_face_create_for_tables (reference_table_cb, tables, tables_free);
}

/* The layout is done: shaping tables are of no more use. */
static hb_subset_input_t *
create_input (const Subset *subset)
{
  static const hb_tag_t dropped[] = { HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'),
                                      HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('B', 'A', 'S', 'E'),
                                      HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('m', 'o', 'r', 'x'),
                                      HB_TAG ('v', 'h', 'e', 'a'), HB_TAG ('v', 'm', 't', 'x'),
                                      HB_TAG ('V', 'O', 'R', 'G') };
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

/* Whether data begins a mapping of a file, read only: HarfBuzz reads files that can't be mapped into memory. */
static gboolean
is_mapped_file (const char *data)
{
  g_autofree char *start = g_strdup_printf ("%" G_GINTPTR_MODIFIER "x-", (guintptr) data);
  g_autofree char *maps = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL))
    return FALSE;
  lines = g_strsplit (maps, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], start))
        return strstr (lines[i], " r--") != NULL && strstr (lines[i], " /") != NULL;
    }

  return FALSE;
}

static void
let_go_of_memory (const char *data, gsize length)
{
  if (length > 0 && is_mapped_file (data))
    madvise ((gpointer) (guintptr) data, length, MADV_DONTNEED);
}

/* Parts of a font file that were looked at would stay in memory for as long as the font does, several megabytes of a
 * Korean one. They are read again if they are needed again. */
static void
let_go_of_file (hb_face_t *face)
{
  hb_blob_t *blob = hb_face_reference_blob (face);
  unsigned int length = 0;
  const char *data = hb_blob_get_data (blob, &length);

  /* The blob keeps the mapping where it is. */
  let_go_of_memory (data, length);
  hb_blob_destroy (blob);
}

/* FreeType has a mapping of its own. */
static void
let_go_of_stream (PangoFont *font, GHashTable *seen)
{
  cairo_scaled_font_t *scaled_font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  FT_Face face = NULL;

  if (scaled_font != NULL && cairo_scaled_font_get_type (scaled_font) == CAIRO_FONT_TYPE_FT)
    face = cairo_ft_scaled_font_lock_face (scaled_font);
  if (face == NULL)
    return;

  /* The face keeps the mapping where it is, for as long as it is locked. */
  if (face->stream != NULL && face->stream->base != NULL && g_hash_table_add (seen, face->stream->base))
    let_go_of_memory ((const char *) face->stream->base, face->stream->size);
  cairo_ft_scaled_font_unlock_face (scaled_font);
}

static void
cut (Subset *subset)
{
  hb_subset_input_t *input = create_input (subset);
  hb_face_t *smaller = create_smaller_face (subset);
  hb_subset_plan_t *plan = input != NULL ? hb_subset_plan_create_or_fail (smaller, input) : NULL;
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

  let_go_of_file (subset->face);
  hb_face_destroy (face);
  hb_face_destroy (smaller);
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

/* What was read to lay out. */
static void
let_go_of_files (MatchumFontSubsets *self)
{
  g_autoptr (GHashTable) seen = NULL;
  GHashTableIter iter;
  gpointer key;

  if (self->has_drawn)
    return;
  self->has_drawn = TRUE;
  g_hash_table_iter_init (&iter, self->subsets);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    let_go_of_file (key);
  seen = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, self->uses);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    let_go_of_stream (key, seen);
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

  let_go_of_files (self);
  use = ensure_use (self, font);
  if (use->scaled_font == NULL)
    make_scaled_font (use);
  if (use->scaled_font != NULL && use->subset != NULL)
    *glyph = hb_map_get (use->subset->numbers, *glyph);

  return use->scaled_font;
}
