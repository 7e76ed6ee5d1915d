/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts in the encodings that people have: read as what they are, with the way back to their bytes, or refused. */
#include "config.h"

#include <string.h>

#include "text/matchum-encoding.h"
#include "text/matchum-source.h"
#include "text/matchum-text-oddities.h"

#define BYTES(literal) literal, sizeof (literal) - 1

#define POSTING                                                                                                                              \
  "# [물결소프트] 데이터 엔지니어\r\n\r\n## 자격요건\r\n\r\n- Python 경력 3년 이상\r\n- 대용량 데이터 처리 · " \
  "Airflow\r\n\r\n## "                                                                                                                       \
  "우대사항\r\n\r\n- “추천 시스템” 개발 경험\r\n- ㈜물결 출신\r\n"

typedef struct {
  const char *charset;
  const char *mark;
  gsize mark_length;
  const char *name; /* what it is found to be */
} Form;

static const Form forms[] = {
  { "CP949", BYTES (""), "CP949" },
  { "EUC-KR", BYTES (""), "CP949" },
  { "UTF-16LE", BYTES (""), "UTF-16LE" },
  { "UTF-16BE", BYTES (""), "UTF-16BE" },
  { "UTF-16LE", BYTES ("\xff\xfe"), "UTF-16LE" },
  { "UTF-16BE", BYTES ("\xfe\xff"), "UTF-16BE" },
  { "UTF-32LE", BYTES ("\xff\xfe\0\0"), "UTF-32LE" },
  { "UTF-32BE", BYTES ("\0\0\xfe\xff"), "UTF-32BE" },
};

/* NULL where the charset has not all of it. */
static GByteArray *
encode (const char *text, const Form *form)
{
  gsize length;
  g_autofree char *encoded = g_convert (text, -1, form->charset, "UTF-8", NULL, &length, NULL);
  GByteArray *bytes;

  if (encoded == NULL)
    return NULL;
  bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *) form->mark, (guint) form->mark_length);
  g_byte_array_append (bytes, (const guint8 *) encoded, (guint) length);
  return bytes;
}

static MatchumSource *
take (gconstpointer bytes, gsize length, GError **error)
{
  g_autoptr (GBytes) copy = g_bytes_new (bytes, length);

  return matchum_source_new ("cv.md", copy, error);
}

static void
assert_read (const char *text, const Form *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) bytes = encode (text, form);
  g_autoptr (MatchumSource) source = NULL;

  g_test_message ("%s: %s", form->charset, text);
  g_assert_nonnull (bytes);
  source = take (bytes->data, bytes->len, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (matchum_source_get_encoding (source), ==, form->name);
  g_assert_cmpstr (matchum_source_get_text (source), ==, text);
  g_assert_cmpuint (matchum_source_get_length (source), ==, strlen (text));
}

static void
assert_refused (gconstpointer bytes, gsize length, MatchumSourceError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (take (bytes, length, &error));
  g_assert_error (error, MATCHUM_SOURCE_ERROR, (gint) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "cv.md:"));
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_korean (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      assert_read (POSTING, &forms[i]);
      /* U+3000 is "0" the wrong way round. */
      if (i != 0 && i != 1)
        assert_read ("　　경력 및 기술　　가 각 뀀\n　a 가\n b c　d e f\n g\n", &forms[i]);
    }
}

/* Few words tell, and syllables that only CP949 has. */
static void
test_little_korean (void)
{
  static const char *const texts[] = {
    "# 김하늘\n\n- 경력\n",
    "# Haneul Kim (김하늘)\n\n## Experience\n\n- Built pipelines in Python; won the prize of 2021\n",
    "Requirements\n\n- Python 3년\n",
    "Python · SQL · Airflow\n",
    "‘Python’ and “SQL” ※ remote\n",
    "㈜Acme\n",
    "Paid in € at 20 ℃ ± 1\n",
    "ㅇ 경력 3년 이상\nㅇ 기획ㆍ개발ㆍ운영 경험\n",
    "데이터 분석가 (뷁컴퍼니)\n자격요건\n- 믜리내 서비스 경험\n- 통계 지식과 분석 역량을 갖추신 분\n",
    "성명: 洪吉童 (홍길동)\n경력: 3년\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_read (texts[i], &forms[0]);
}

/* What is UTF-8 is taken byte for byte, with nothing to say of it. */
static void
test_utf8 (void)
{
  static const char *const texts[] = {
    "# Mina Kim\n",     POSTING,  "\xef\xbb\xbf" POSTING,
    "Résumé – naïve\n", "履歴書", "👨‍💻 Engineer 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️\n"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumSource) source = take (texts[i], strlen (texts[i]), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (matchum_source_get_encoding (source), ==, "UTF-8");
      g_assert_cmpstr (matchum_source_get_text (source), ==, texts[i]);
      g_assert_cmpstr (matchum_source_get_notice (source), ==, NULL);
      g_assert_cmpuint (matchum_source_get_original_span (source, MATCHUM_SPAN (1, 3)).start, ==, 1);
      g_assert_cmpuint (matchum_source_get_original_span (source, MATCHUM_SPAN (1, 3)).end, ==, 3);
    }
}

static void
test_western (void)
{
  static const Form form = { "CP1252", BYTES (""), "windows-1252" };
  static const char *const texts[] = {
    "# Renée Müller – Résumé\n\n- Led the café’s “à la carte” rollout • 20 °C ± 1\n",
    "Résumé",
    "Ingeniero informático, 5 años de experiencia. ¿Busca a alguien? ¡Él es!\n1ª planta, nº 3\n",
    "Geschäftsführer für Größen über 5 m², Übung in Österreich\n",
    "Développeur confirmé à Orléans : « créée en été », où l’œuvre coûte 30 €\n",
    "Sjukvårdare på ön Öland, två år i å ä ö\n",
    "Engenheiro de computação em São Paulo, 10 anos de experiência\n",
    "C++ © 2020 Acme™ – 100 £\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_read (texts[i], &form);
}

/* Neither Korean nor Western European: better refused than read as something else. */
static void
test_foreign (void)
{
  static const struct {
    const char *charset;
    const char *text;
  } texts[] = {
    { "SHIFT_JIS", "職務経歴書\n株式会社アクメでデータ分析とシステム開発を担当しました。\n" },
    { "SHIFT_JIS", "Python と SQL の経験\n" },
    { "SHIFT_JIS", "# 田中 Tanaka\n" },
    { "EUC-JP", "職務経歴書\n株式会社アクメでデータ分析とシステム開発を担当しました。\n" },
    { "EUC-JP", "Python と SQL の経験\n" },
    { "GBK", "个人简历\n负责数据分析和系统开发，熟悉机器学习和深度学习。\n" },
    { "GBK", "Python 和 SQL 经验三年以上，良好的沟通能力\n" },
    { "GBK", "把本部门各个地方的工程开发经理集中培养\n" },
    { "CP1251", "Опыт шесть лет\n" },
    { "GBK", "Gnumeric 电子表格\n" },
    { "MACINTOSH", "A café\n" },
    { "GB18030", "招聘数据工程师\n任职要求：本科及以上学历，计算机相关专业\n" },
    { "BIG5", "個人簡歷\n負責資料分析與系統開發，熟悉機器學習。\n" },
    { "CP1251", "Резюме\nРазработчик программного обеспечения, опыт работы пять лет\n" },
    { "KOI8-R", "Резюме\nРазработчик программного обеспечения, опыт работы пять лет\n" },
    { "CP1250", "Życiorys\nInżynier oprogramowania, pięć lat doświadczenia w Łodzi i Gdańsku\n" },
    { "CP1250", "Životopis\nVývojář softwaru, pět let zkušeností, žádné dluhy, spolehlivý a pečlivý\n" },
    { "CP1253", "Βιογραφικό σημείωμα\nΠρογραμματιστής με πέντε χρόνια εμπειρίας\n" },
    { "CP1254", "Özgeçmiş\nYazılım mühendisi, beş yıllık deneyim, İstanbul ve Ankara'da çalıştım\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const Form form = { texts[i].charset, BYTES (""), NULL };
      g_autoptr (GByteArray) bytes = encode (texts[i].text, &form);

      g_assert_nonnull (bytes);
      g_test_message ("%s", texts[i].charset);
      assert_refused (bytes->data, bytes->len, MATCHUM_SOURCE_ERROR_NOT_UTF8, "UTF-8");
    }
}

static void
test_broken (void)
{
  static const struct {
    const char *bytes;
    gsize length;
    MatchumSourceError code;
    const char *message;
  } cases[] = {
    { BYTES ("\xff\xfe"
             "a\0\n\0b"),
      MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:2: The text is UTF-16LE" },
    { BYTES ("a\0b\0\n\0c\0\n\0d"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:3: The text is UTF-16LE" },
    { BYTES ("\xfe\xff\0a\0\n\xd8\x00\0b"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:2: The text is UTF-16BE" },
    { BYTES ("\xfe\xff\0a\xdc\x00\0b"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:1: The text is UTF-16BE" },
    { BYTES ("\xff\xfe"
             "a\0\0\xd8"),
      MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:1: The text is UTF-16LE" },
    { BYTES ("\xff\xfe"
             "a\0\n\0\x01\0"),
      MATCHUM_SOURCE_ERROR_BINARY, "cv.md:2: " },
    { BYTES ("\xff\xfe"), MATCHUM_SOURCE_ERROR_EMPTY, "cv.md: " },
    { BYTES ("\xff\xfe \0\n\0"), MATCHUM_SOURCE_ERROR_EMPTY, "cv.md: " },
    { BYTES ("\xff\xfe\0\0a\0\0\0\n\0\0\0b\0"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:2: The text is UTF-32LE" },
    { BYTES ("\0\0\xfe\xff\0\x11\0\0"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:1: The text is UTF-32BE" },
    { BYTES ("\0\0\xfe\xff\0\0\xd8\0"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:1: The text is UTF-32BE" },
    /* 데이터 분석 경력 in CP949, then a byte that is none of it, one of the user's own characters, one cut in half. */
    { BYTES ("\xb5\xa5\xc0\xcc\xc5\xcd \xba\xd0\xbc\xae\n\xb0\xe6\xb7\xc2 \xff\n"), MATCHUM_SOURCE_ERROR_NOT_UTF8,
      "cv.md:1: The text is not UTF-8" },
    { BYTES ("\xb5\xa5\xc0\xcc\xc5\xcd \xba\xd0\xbc\xae\n\xb0\xe6\xb7\xc2 \xb5\xa5 \xff\n"),
      MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:2: The text is CP949" },
    { BYTES ("\xb5\xa5\xc0\xcc\xc5\xcd \xba\xd0\xbc\xae\n\n\xb0\xe6\xb7\xc2 \xb5\xa5 \xc9\xa1\n"),
      MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:3: The text is CP949" },
    { BYTES ("\xb5\xa5\xc0\xcc\xc5\xcd \xba\xd0\xbc\xae\n\xb0\xe6\xb7\xc2 \xb5\xa5 \xc0"),
      MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:2: The text is CP949" },
    { BYTES ("\xb5\xa5\xc0\xcc\x07"), MATCHUM_SOURCE_ERROR_BINARY, "0x07" },
    /* UTF-8 that is cut or has a byte too many. */
    { BYTES ("데이터\n분석\n경\xeb"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:3: The text is not UTF-8" },
    { BYTES ("데이터\n분\xff석\n경력"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:2: The text is not UTF-8" },
    { BYTES ("caf\xc3\xa9 cr\xc3\xa8me p\xc3\xa2te \xc3\xa9t\xc3\xa9\nna\xefve"), MATCHUM_SOURCE_ERROR_NOT_UTF8,
      "cv.md:2: The text is not UTF-8" },
    { BYTES ("\xef\xbb\xbfr\xe9sum\xe9"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:1: The text is not UTF-8" },
    { BYTES ("Größe\nöffnet schön höher möglich größte\nlöst Föhn\xff öde"), MATCHUM_SOURCE_ERROR_NOT_UTF8,
      "cv.md:3: The text is not UTF-8" },
    { BYTES ("\xef\xbb\xbf\n\xb5\xa5\xc0\xcc\xc5\xcd \xba\xd0\xbc\xae \xb0\xe6\xb7\xc2 \xb5\xa5"),
      MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:2: The text is not UTF-8" },
    { BYTES ("\x81\x8d\x8f"), MATCHUM_SOURCE_ERROR_NOT_UTF8, "cv.md:1: The text is not UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].bytes, cases[i].length, cases[i].code, cases[i].message);
}

/* Every character leads back to bytes that are that character, and they follow each other without a gap. */
static void
assert_way_back (const char *text, const Form *form)
{
  g_autoptr (GByteArray) bytes = encode (text, form);
  g_autoptr (MatchumSource) source = take (bytes->data, bytes->len, NULL);
  gsize place = form->mark_length;

  g_assert_nonnull (source);
  text = matchum_source_get_text (source);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gsize n = (gsize) (g_utf8_next_char (p) - p);
      const gsize start = (gsize) (p - text);
      const MatchumSpan span = matchum_source_get_original_span (source, MATCHUM_SPAN (start, start + n));
      g_autofree char *decoded =
          g_convert ((const char *) bytes->data + span.start, (gssize) matchum_span_get_length (span), "UTF-8",
                     form->charset, NULL, NULL, NULL);

      g_assert_cmpuint (span.start, ==, place);
      g_assert_cmpmem (p, n, decoded, strlen (decoded));
      /* A part of a character stands for all of it. */
      g_assert_cmpuint (matchum_source_get_original_span (source, MATCHUM_SPAN (start, start + 1)).end, ==, span.end);
      place = span.end;
    }
  g_assert_cmpuint (place, ==, bytes->len);
}

static void
test_way_back (void)
{
  static const Form western = { "CP1252", BYTES (""), "windows-1252" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    assert_way_back (POSTING, &forms[i]);
  for (gsize i = 2; i < G_N_ELEMENTS (forms); i++)
    assert_way_back ("# 가나 다 👨‍💻 Engineer 각 \xef\xbb\xbf é\n- and so on\n", &forms[i]);
  assert_way_back ("Résumé – 30 € ’ \n", &western);
}

static void
assert_sound (gconstpointer bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = take (bytes, length, &error);
  MatchumSpan last = { 0, 0 };

  g_assert_true ((source == NULL) == (error != NULL));
  if (source == NULL)
    return;
  g_assert_true (g_utf8_validate (matchum_source_get_text (source), (gssize) matchum_source_get_length (source), NULL));
  g_assert_nonnull (matchum_source_get_encoding (source));
  matchum_source_get_notice (source);
  for (gsize i = 0; i < matchum_source_get_length (source); i++)
    {
      const MatchumSpan span = matchum_source_get_original_span (source, MATCHUM_SPAN (i, i + 1));

      g_assert_cmpuint (span.start, >=, last.start);
      g_assert_cmpuint (span.start, <, span.end);
      g_assert_cmpuint (span.end, <=, length);
      last = span;
    }
}

static void
fill (GRand *rand, guint8 *bytes, gsize length, guint least, guint most)
{
  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) g_rand_int_range (rand, (gint32) least, (gint32) most + 1);
}

/* Bytes of any kind, and texts of every form with a few of their bytes changed or cut off. */
static void
test_random (void)
{
  static const guint ranges[][2] = { { 0, 255 }, { 32, 255 }, { 128, 255 }, { 0xa1, 0xfe }, { 0xb0, 0xc8 }, { 0, 1 } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (949);

  for (guint round = 0; round < 6000; round++)
    {
      guint8 bytes[300];
      const guint *range = ranges[round % G_N_ELEMENTS (ranges)];
      const gsize length = (gsize) g_rand_int_range (rand, 0, sizeof bytes);

      fill (rand, bytes, length, range[0], range[1]);
      assert_sound (bytes, length);
    }
  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GByteArray) bytes = encode (POSTING, &forms[round % G_N_ELEMENTS (forms)]);
      const gsize place = (gsize) g_rand_int_range (rand, 0, (gint32) bytes->len - 4);

      fill (rand, bytes->data + place, (gsize) g_rand_int_range (rand, 0, 4), 0, 255);
      assert_sound (bytes->data, (gsize) g_rand_int_range (rand, (gint32) bytes->len / 2, (gint32) bytes->len + 1));
    }
}

static MatchumSource *
take_repeated (const char *unit, gsize length, gsize n, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) (length * n));

  for (gsize i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) unit, (guint) length);
  return take (bytes->data, bytes->len, error);
}

/* Two bytes of a syllable become three: the limit holds for both. */
static void
test_large (void)
{
  const gsize n = MATCHUM_SOURCE_MAX_BYTES / 3;
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) largest = take_repeated (BYTES ("\xb0\xa1"), n, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (matchum_source_get_length (largest), ==, 3 * n);
  g_assert_cmpuint (matchum_source_get_original_span (largest, MATCHUM_SPAN (3 * n - 3, 3 * n)).end, ==, 2 * n);
  g_assert_null (take_repeated (BYTES ("\xb0\xa1"), n + 1, &error));
  g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (take_repeated (BYTES ("\0 \xac\0\xac\0\xac\0"), MATCHUM_SOURCE_MAX_BYTES / 8, &error));
  g_assert_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_TOO_LARGE);
}

static void
test_notices (void)
{
  static const struct {
    const char *text;
    const char *charset;
    const char *notice;
  } cases[] = {
    { "경력과 기술", "CP949",
      "cv.md was read as CP949 (Korean Windows); if letters look wrong, save it again with the encoding UTF-8." },
    { "Résumé", "CP1252",
      "cv.md was read as Windows-1252 (Western European); if letters look wrong, save it again with the encoding "
      "UTF-8." },
    { "a b c", "UTF-16BE", "cv.md was read as UTF-16 (“Unicode” on Windows)." },
    { "\u1112\u1161\u11ab a", "UTF-8", "cv.md holds 1 decomposed syllable; it is matched as a whole one." },
    { "\u1112\u1161\u11ab\u1100\u1173\u11af", "UTF-8",
      "cv.md holds 2 decomposed syllables; they are matched as whole ones." },
    { "Py\u200bthon", "UTF-8", "cv.md holds 1 invisible character; it is passed over in matching." },
    { "\u1112\u1161\u11ab Py\u200bthon\u00ad", "UTF-16LE",
      "cv.md was read as UTF-16 (“Unicode” on Windows). cv.md holds 1 decomposed syllable; it is matched as a whole "
      "one. cv.md holds 2 invisible characters; they are passed over in matching." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Form form = { cases[i].charset, BYTES (""), NULL };
      g_autoptr (GByteArray) bytes = encode (cases[i].text, &form);
      g_autoptr (MatchumSource) source = take (bytes->data, bytes->len, NULL);

      g_assert_nonnull (source);
      g_assert_cmpstr (matchum_source_get_notice (source), ==, cases[i].notice);
    }
}

static void
test_oddities (void)
{
  static const struct {
    const char *text;
    MatchumTextOddities oddities;
  } cases[] = {
    { "", { 0, 0 } },
    { "한글 ㅎㅏㄴ", { 0, 0 } },
    { "\u1112 \u1161", { 0, 0 } },
    { "e\u0301", { 0, 0 } },
    { "\ufeffa\ufeff", { 0, 1 } },
    { "👨\u200d💻 a\u200db", { 0, 1 } },
    { "❤\ufe0f", { 0, 0 } },
    { "\u202ea\u202c\u2060", { 0, 3 } },
    { "\U000e0041\U000e0042 🏴\U000e0067\U000e007f", { 0, 2 } },
    { "\u1112\u1161\u1100\u1173\u11af\u200b", { 2, 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MatchumTextOddities found = matchum_text_oddities_count (cases[i].text, strlen (cases[i].text));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (found.n_decomposed, ==, cases[i].oddities.n_decomposed);
      g_assert_cmpuint (found.n_invisible, ==, cases[i].oddities.n_invisible);
    }
}

/* Each file of folder in each form: how many files could be written so. */
static guint
try_folder (const char *folder, guint *n_in_cp949)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_files = 0;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;

      if (!g_file_get_contents (file, &text, NULL, NULL))
        continue;
      n_files++;
      for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
        {
          g_autoptr (GByteArray) bytes = encode (text, &forms[i]);
          g_autoptr (MatchumSource) source = bytes != NULL ? take (bytes->data, bytes->len, NULL) : NULL;
          const gboolean is_ascii = g_str_is_ascii (text) && i < 2;

          if (bytes == NULL)
            continue;
          g_test_message ("%s in %s", name, forms[i].charset);
          g_assert_nonnull (source);
          g_assert_cmpstr (matchum_source_get_encoding (source), ==, is_ascii ? "UTF-8" : forms[i].name);
          g_assert_cmpstr (matchum_source_get_text (source), ==, text);
          *n_in_cp949 += i == 0 && !is_ascii;
        }
    }
  return n_files;
}

static void
test_cases (void)
{
  static const char *const folders[] = { "cases/postings", "cases/resumes", "cases-2/postings", "cases-2/resumes",
                                         "cases/wide/postings" };
  guint n_files = 0, n_in_cp949 = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    n_files += try_folder (folders[i], &n_in_cp949);
  g_test_message ("%u files, %u of them in CP949", n_files, n_in_cp949);
  g_assert_cmpuint (n_files, >=, 60);
  g_assert_cmpuint (n_in_cp949, >=, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/korean", test_korean);
  g_test_add_func ("/encoding/little-korean", test_little_korean);
  g_test_add_func ("/encoding/utf8", test_utf8);
  g_test_add_func ("/encoding/western", test_western);
  g_test_add_func ("/encoding/foreign", test_foreign);
  g_test_add_func ("/encoding/broken", test_broken);
  g_test_add_func ("/encoding/way-back", test_way_back);
  g_test_add_func ("/encoding/random", test_random);
  g_test_add_func ("/encoding/large", test_large);
  g_test_add_func ("/encoding/notices", test_notices);
  g_test_add_func ("/encoding/oddities", test_oddities);
  g_test_add_func ("/encoding/cases", test_cases);
  return g_test_run ();
}
