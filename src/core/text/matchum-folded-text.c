/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds a text for comparing, cluster by cluster, in one pass, and remembers where every byte came from. */
#include "config.h"

#include "text/matchum-folded-text.h"

#include <string.h>

#include "text/matchum-offset-map.h"

struct _MatchumFoldedText {
  char *original;
  char *text;
  gsize length;
  MatchumOffsetMap *map;
};

G_DEFINE_BOXED_TYPE (MatchumFoldedText, matchum_folded_text, matchum_folded_text_ref, matchum_folded_text_unref)

/* A character with its marks, or a syllable in jamo. What is longer is cut: no writing system needs it. */
#define CLUSTER_MAX 32
/* What is worth being folded on trial. */
#define SHORT_MAX 160
/* The longest compatibility decomposition of one character. */
#define DECOMPOSITION_MAX 18

typedef struct {
  const char *text;
  GString *output;
  MatchumOffsetMap *map; /* NULL where only the string is asked for */
  MatchumSpan space;     /* white space not yet written, because more of it may follow */
  gboolean keep_case;
} Folder;

typedef struct {
  gunichar from;
  gunichar to;
} Replacement;

/* By the character; what compatibility decomposition would do otherwise, or not at all. */
static const Replacement replacements[] = {
  { 0x00b4, '\'' },   /* acute accent standing alone */
  { 0x2010, '-' },    /* hyphens, dashes and the minus */
  { 0x2011, '-' },    /**/
  { 0x2012, '-' },    /**/
  { 0x2013, '-' },    /**/
  { 0x2014, '-' },    /**/
  { 0x2015, '-' },    /**/
  { 0x2018, '\'' },   /* typographic quotes */
  { 0x2019, '\'' },   /**/
  { 0x201b, '\'' },   /**/
  { 0x201c, '"' },    /**/
  { 0x201d, '"' },    /**/
  { 0x201f, '"' },    /**/
  { 0x2027, 0x00b7 }, /* the middle dots that divide Korean lists */
  { 0x2032, '\'' },   /* prime */
  { 0x2212, '-' },    /**/
  { 0x2219, 0x00b7 }, /**/
  { 0x223c, '~' },    /* tilde operator */
  { 0x223d, '~' },    /**/
  { 0x22c5, 0x00b7 }, /**/
  { 0x301c, '~' },    /* wave dash */
  { 0x30fb, 0x00b7 }, /**/
  { 0x3164, ' ' },    /* Hangul filler */
  { 0x318d, 0x00b7 }, /* araea, which keyboards offer as a middle dot */
  { 0xff5e, '~' },    /* full-width tilde */
  { 0xff65, 0x00b7 }, /**/
};

/* The Hanja that Korean postings and resumes still use, as they are read there. By the character. */
static const Replacement hanja[] = {
  { 0x4e0a, 0xc0c1 }, /* 上 상 */ { 0x4e0b, 0xd558 }, /* 下 하 */ { 0x4e0d, 0xbd88 }, /* 不 불 */
  { 0x4e2d, 0xc911 }, /* 中 중 */ { 0x4eba, 0xc778 }, /* 人 인 */ { 0x4ed6, 0xd0c0 }, /* 他 타 */
  { 0x5167, 0xb0b4 }, /* 內 내 */ { 0x5168, 0xc804 }, /* 全 전 */ { 0x5185, 0xb0b4 }, /* 内 내 */
  { 0x5206, 0xbd84 }, /* 分 분 */ { 0x521d, 0xcd08 }, /* 初 초 */ { 0x524d, 0xc804 }, /* 前 전 */
  { 0x53ef, 0xac00 }, /* 可 가 */ { 0x54e1, 0xc6d0 }, /* 員 원 */ { 0x5916, 0xc678 }, /* 外 외 */
  { 0x5927, 0xb300 }, /* 大 대 */ { 0x5973, 0xc5ec }, /* 女 여 */ { 0x5b78, 0xd559 }, /* 學 학 */
  { 0x5c0f, 0xc18c }, /* 小 소 */ { 0x5e74, 0xb144 }, /* 年 년 */ { 0x5fc5, 0xd544 }, /* 必 필 */
  { 0x6025, 0xae09 }, /* 急 급 */ { 0x6587, 0xbb38 }, /* 文 문 */ { 0x65b0, 0xc2e0 }, /* 新 신 */
  { 0x65e5, 0xc77c }, /* 日 일 */ { 0x6708, 0xc6d4 }, /* 月 월 */ { 0x6709, 0xc720 }, /* 有 유 */
  { 0x672c, 0xbcf8 }, /* 本 본 */ { 0x682a, 0xc8fc }, /* 株 주 */ { 0x7121, 0xbb34 }, /* 無 무 */
  { 0x73fe, 0xd604 }, /* 現 현 */ { 0x7537, 0xb0a8 }, /* 男 남 */ { 0x793e, 0xc0ac }, /* 社 사 */
  { 0x7b49, 0xb4f1 }, /* 等 등 */ { 0x7d04, 0xc57d }, /* 約 약 */ { 0x7f8e, 0xbbf8 }, /* 美 미 */
  { 0x8005, 0xc790 }, /* 者 자 */ { 0x82f1, 0xc601 }, /* 英 영 */ { 0x8981, 0xc694 }, /* 要 요 */
  { 0x8ecd, 0xad70 }, /* 軍 군 */ { 0x97d3, 0xd55c }, /* 韓 한 */ { 0x9ad8, 0xace0 }, /* 高 고 */
};

static gunichar
replace (const Replacement *table, guint n, gunichar c)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (table[middle].from == c)
        return table[middle].to;
      if (table[middle].from < c)
        low = middle + 1;
      else
        high = middle;
    }
  return c;
}

static inline gboolean
is_syllable (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

/* Vowels and final consonants in jamo, which join what stands before them. */
static gboolean
is_joining_jamo (gunichar c)
{
  return c >= 0x1160 && c <= 0x11ff;
}

/* Leaves no mark on paper: zero width, byte order mark, soft hyphen, variation selectors, trade marks. */
static gboolean
is_dropped (gunichar c)
{
  if (c < 0x80 || is_syllable (c))
    return FALSE;
  return g_unichar_type (c) == G_UNICODE_FORMAT || (c >= 0xfe00 && c <= 0xfe0f) || c == 0x00ae || c == 0x2122;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x80 && g_unichar_isspace (c));
}

/* Compatibility decomposition, but for characters that say more as they are. */
static gsize
decompose (gunichar c, gunichar *result)
{
  gunichar replaced = replace (replacements, G_N_ELEMENTS (replacements), c);

  if (replaced != c || (c >= 0x3131 && c <= 0x318e) || (c >= 0x2460 && c <= 0x2473))
    {
      /* Jamo standing alone (ㅋㅋ) must not join, and a circled number in front of a word is not part of it. */
      result[0] = replaced;
      return 1;
    }
  return g_unichar_fully_decompose (c, TRUE, result, DECOMPOSITION_MAX);
}

/* Whether c belongs to the character before it. */
static gboolean
is_extending (gunichar c)
{
  gunichar parts[DECOMPOSITION_MAX];

  if (c < 0x300 || is_syllable (c) || (c >= 0x2010 && c <= 0x20cf) || (c >= 0x4e00 && c <= 0x9fff))
    return FALSE;
  decompose (c, parts);
  return is_joining_jamo (parts[0]) || g_unichar_ismark (parts[0]);
}

/* Marks in canonical order; few enough for insertion. */
static void
sort_marks (gunichar *cluster, gsize n)
{
  for (gsize i = 1; i < n; i++)
    {
      const gunichar c = cluster[i];
      const gint class = g_unichar_combining_class (c);
      gsize j = i;

      while (class != 0 && j > 0 && g_unichar_combining_class (cluster[j - 1]) > class)
        {
          cluster[j] = cluster[j - 1];
          j--;
        }
      cluster[j] = c;
    }
}

/* Canonical composition in place. Returns how many characters are left. */
static gsize
compose (gunichar *cluster, gsize n)
{
  gsize n_kept = 0;
  gssize starter = -1;

  for (gsize i = 0; i < n; i++)
    {
      const gint class = g_unichar_combining_class (cluster[i]);
      const gint last = n_kept > 0 ? g_unichar_combining_class (cluster[n_kept - 1]) : 0;
      const gboolean is_blocked = starter >= 0 && (gsize) starter + 1 < n_kept && (last == 0 || last >= class);
      gunichar composed;

      if (starter >= 0 && !is_blocked && g_unichar_compose (cluster[starter], cluster[i], &composed))
        {
          cluster[starter] = composed;
          continue;
        }
      if (class == 0)
        starter = (gssize) n_kept;
      cluster[n_kept++] = cluster[i];
    }
  return n_kept;
}

static void
flush_space (Folder *folder)
{
  if (matchum_span_is_empty (folder->space))
    return;
  g_string_append_c (folder->output, ' ');
  if (folder->map != NULL)
    matchum_offset_map_append (folder->map, 1, folder->space);
  folder->space = MATCHUM_SPAN (0, 0);
}

static void
add_space (Folder *folder, MatchumSpan source)
{
  if (matchum_span_is_empty (folder->space))
    folder->space = source;
  else
    folder->space.end = source.end;
}

static void
append_source (Folder *folder, gsize derived_length, MatchumSpan source, gboolean is_single)
{
  if (folder->map == NULL)
    return;
  if (is_single)
    matchum_offset_map_append (folder->map, derived_length, source);
  else
    matchum_offset_map_append_whole (folder->map, derived_length, source);
}

/* Writes what the bytes of source, composed to cluster, fold to. */
static void
append_cluster (Folder *folder, const gunichar *cluster, gsize n, MatchumSpan source, gboolean is_single)
{
  gsize start;
  gsize first = 0;

  while (first < n && is_space (cluster[first]))
    first++;
  if (first > 0)
    add_space (folder, source);
  if (first == n)
    return;
  flush_space (folder);
  if (first > 0)
    source.start = source.end; /* A mark on a space, which is told already: an empty place behind it. */
  start = folder->output->len;
  for (gsize i = first; i < n; i++)
    g_string_append_unichar (folder->output, cluster[i]);
  append_source (folder, folder->output->len - start, source, is_single);
}

/* Adds the folded parts of c to cluster and returns how many they are. Case is folded before composition: some
 * small letters compose with a mark with which their capitals do not. */
static gsize
fold_character (Folder *folder, gunichar c, gunichar *cluster)
{
  gunichar parts[DECOMPOSITION_MAX];
  const gsize n_parts = decompose (c, parts);
  gsize n = 0;

  for (gsize i = 0; i < n_parts; i++)
    {
      const gunichar part = replace (hanja, G_N_ELEMENTS (hanja), parts[i]);

      if (folder->keep_case)
        cluster[n++] = part;
      else if (part == 0xdf || part == 0x1e9e) /* sharp s */
        {
          cluster[n++] = 's';
          cluster[n++] = 's';
        }
      else
        cluster[n++] = part == 0x3c2 ? 0x3c3 : g_unichar_tolower (part); /* final sigma */
    }
  return n;
}

/* Folds the cluster at p and returns its end. */
static const char *
fold_cluster (Folder *folder, const char *p, const char *end)
{
  gunichar cluster[CLUSTER_MAX + 2 * DECOMPOSITION_MAX];
  MatchumSpan source = { (gsize) (p - folder->text), 0 };
  gsize n = 0;
  gsize n_characters = 0;

  do
    {
      n += fold_character (folder, g_utf8_get_char (p), cluster + n);
      n_characters++;
      p = g_utf8_next_char (p);
      source.end = (gsize) (p - folder->text);
      while (p < end && is_dropped (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
  } while (p < end && n < CLUSTER_MAX && is_extending (g_utf8_get_char (p)));
  sort_marks (cluster, n);
  n = compose (cluster, n);
  append_cluster (folder, cluster, n, source, n == 1 && n_characters == 1);
  return p;
}

/* Whether what stands at p may belong to the character before it, perhaps behind dropped characters. */
static gboolean
may_extend (const char *p, const char *end)
{
  gunichar c;

  if (p >= end || (guchar) *p < 0x80)
    return FALSE;
  c = g_utf8_get_char (p);
  return is_dropped (c) || is_extending (c);
}

static inline gboolean
is_ascii_space (guchar c)
{
  return c == ' ' || (guint) (c - '\t') <= '\r' - '\t';
}

/* White space of ASCII is a space, and capitals are small letters unless they are to stay. */
static inline char
fold_ascii (guchar c, gboolean keep_case)
{
  if ((guint) (c - 'A') <= 'Z' - 'A' && !keep_case)
    return (char) (c + ('a' - 'A'));
  return is_ascii_space (c) ? ' ' : (char) c;
}

/* Whether p, where a character starts, is a syllable of Hangul. Bytes of UTF-8 are in the order of their characters. */
static inline gboolean
is_syllable_at (const guchar *p)
{
  return (p[0] & 0xf0) == 0xe0 && ((guint) p[0] << 16 | (guint) p[1] << 8 | p[2]) - 0xeab080 <= 0xed9ea3 - 0xeab080;
}

/* Writes the plain ASCII and Hangul at p to output, which has room. Returns where it stopped; so it does at white space
 * that is not just before another such character, too. */
static const guchar *
copy_plain (const guchar *p, const guchar *end, gboolean keep_case, char *output)
{
  while (p < end)
    if (*p >= 0x80)
      {
        if (!is_syllable_at (p))
          break;
        memcpy (output, p, 3);
        output += 3;
        p += 3;
      }
    else
      {
        if (is_ascii_space (*p) && (p + 1 == end || is_ascii_space (p[1]) || (p[1] >= 0x80 && !is_syllable_at (p + 1))))
          break;
        *output++ = fold_ascii (*p++, keep_case);
      }
  return p;
}

/* Folds what copy_plain() takes at p, as one run of the map, and returns where it ends: at p where there is nothing. */
static const char *
fold_run (Folder *folder, const char *p, const char *end)
{
  GString *output = folder->output;
  const gsize n_before = output->len;
  const gsize n_spaces = matchum_span_is_empty (folder->space) ? 0 : 1;
  const gsize start = (gsize) (p - folder->text);
  const char *stop;

  if (n_spaces > 0 && is_ascii_space ((guchar) *p))
    return p;
  g_string_set_size (output, n_before + n_spaces + (gsize) (end - p));
  stop = (const char *) copy_plain ((const guchar *) p, (const guchar *) end, folder->keep_case,
                                    output->str + n_before + n_spaces);
  /* The last character may belong to what comes. */
  if (stop > p && may_extend (stop, end))
    stop = g_utf8_prev_char (stop);
  g_string_truncate (output, n_before + (stop > p ? n_spaces + (gsize) (stop - p) : 0));
  if (stop == p)
    return p;
  if (n_spaces > 0)
    {
      output->str[n_before] = ' ';
      append_source (folder, 1, folder->space, matchum_span_get_length (folder->space) == 1);
      folder->space = MATCHUM_SPAN (0, 0);
    }
  append_source (folder, (gsize) (stop - p), MATCHUM_SPAN (start, start + (gsize) (stop - p)), TRUE);
  return stop;
}

/* Plain ASCII and Hangul are nearly everything there is. Folds as much of them as stands at p and returns
 * where it stopped: at p itself where there is none. */
static const char *
fold_plain (Folder *folder, const char *p, const char *end)
{
  while (p < end)
    {
      const char *stop = fold_run (folder, p, end);

      if (stop == p)
        {
          if (!is_ascii_space ((guchar) *p) || may_extend (p + 1, end))
            break;
          add_space (folder, MATCHUM_SPAN ((gsize) (p - folder->text), (gsize) (p - folder->text) + 1));
          stop = p + 1;
        }
      p = stop;
    }
  return p;
}

static void
fold (Folder *folder, gsize length)
{
  const char *p = folder->text;
  const char *end = p + length;

  while (p < end)
    {
      p = fold_plain (folder, p, end);
      if (p == end)
        break;
      if (is_dropped (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      else
        p = fold_cluster (folder, p, end);
    }
  flush_space (folder);
}

/* Folds a short text that is plain from end to end, as most are; NULL where it is not. */
static char *
fold_short (const char *text, gsize length, gboolean keep_case)
{
  char output[SHORT_MAX + 2]; /* the last character may be cut off where the text is not valid */
  const guchar *end = (const guchar *) text + length;

  if (length > SHORT_MAX || copy_plain ((const guchar *) text, end, keep_case, output) != end)
    return NULL;
  return g_strndup (output, length);
}

static char *
fold_string (const char *text, gssize length, gboolean keep_case)
{
  const gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  char *plain = fold_short (text, n_bytes, keep_case);
  Folder folder = { .text = text, .keep_case = keep_case };

  if (plain != NULL)
    return plain;
  g_return_val_if_fail (g_utf8_validate (text, length, NULL), NULL);
  folder.output = g_string_sized_new (n_bytes);
  fold (&folder, n_bytes);
  return g_string_free (folder.output, FALSE);
}

/* Folds a text that is plain from end to end, as most lines are, in one run; FALSE where it is not. */
static gboolean
fold_whole (MatchumFoldedText *self, gsize length)
{
  const guchar *start = (const guchar *) self->original;
  char *output = g_malloc (length + 1);

  if (copy_plain (start, start + length, FALSE, output) != start + length)
    {
      g_free (output);
      return FALSE;
    }
  output[length] = '\0';
  self->text = output;
  self->length = length;
  matchum_offset_map_append (self->map, length, MATCHUM_SPAN (0, length));
  return TRUE;
}

static void
matchum_folded_text_clear (MatchumFoldedText *self)
{
  g_free (self->original);
  g_free (self->text);
  matchum_offset_map_unref (self->map);
}

/**
 * matchum_folded_text_new:
 * @text: valid UTF-8; it is copied
 * @length: in bytes, or -1 where @text ends with a NUL
 *
 * Takes time in proportion to @length whatever the text.
 */
MatchumFoldedText *
matchum_folded_text_new (const char *text, gssize length)
{
  MatchumFoldedText *self;
  Folder folder = { NULL };
  gsize n_bytes;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (text, length, NULL), NULL);

  n_bytes = length < 0 ? strlen (text) : (gsize) length;
  self = g_atomic_rc_box_new0 (MatchumFoldedText);
  self->original = g_strndup (text, n_bytes);
  self->map = matchum_offset_map_new ();
  if (n_bytes <= SHORT_MAX && fold_whole (self, n_bytes))
    return self;
  folder.text = self->original;
  folder.output = g_string_sized_new (n_bytes);
  folder.map = self->map;
  fold (&folder, n_bytes);
  self->length = folder.output->len;
  self->text = g_string_free (folder.output, FALSE);
  return self;
}

MatchumFoldedText *
matchum_folded_text_ref (MatchumFoldedText *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
matchum_folded_text_unref (MatchumFoldedText *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_folded_text_clear);
}

const char *
matchum_folded_text_get_text (MatchumFoldedText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

gsize
matchum_folded_text_get_length (MatchumFoldedText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

const char *
matchum_folded_text_get_original (MatchumFoldedText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->original;
}

/* Bytes of the original for bytes of the folded text, never half a character of either where folded has none. */
MatchumSpan
matchum_folded_text_get_original_span (MatchumFoldedText *self, MatchumSpan folded)
{
  g_return_val_if_fail (self != NULL, MATCHUM_SPAN (0, 0));

  return matchum_offset_map_get_source_span (self->map, folded);
}

MatchumSpan
matchum_folded_text_follow_original_span (MatchumFoldedText *self, MatchumSpan folded, guint *place)
{
  g_return_val_if_fail (self != NULL, MATCHUM_SPAN (0, 0));

  return matchum_offset_map_follow_source_span (self->map, folded, place);
}

/* Bytes of the folded text for bytes of the original; empty where folding dropped them. */
MatchumSpan
matchum_folded_text_get_folded_span (MatchumFoldedText *self, MatchumSpan original)
{
  g_return_val_if_fail (self != NULL, MATCHUM_SPAN (0, 0));

  return MATCHUM_SPAN (matchum_offset_map_find_derived (self->map, original.start),
                       matchum_offset_map_find_derived (self->map, original.end));
}

/* The folded form of text (length in bytes, or -1). Free with g_free(). */
char *
matchum_fold (const char *text, gssize length)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold_string (text, length, FALSE);
}

/* As matchum_fold(), but capitals stay capitals: for names whose case tells them from words. */
char *
matchum_fold_keeping_case (const char *text, gssize length)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold_string (text, length, TRUE);
}
