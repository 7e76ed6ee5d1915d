/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out what the lines of a resume are by how they look and what they say: the name, sections, entries and their
 * dates. Every word goes on; what had to be guessed is marked. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/matchum-bullet.h"
#include "import/matchum-flow.h"
#include "resume/matchum-dated-line.h"
#include "resume/matchum-markdown-words.h"
#include "resume/matchum-section-kind.h"
#include "text/matchum-language-tally.h"

/* Longer lines head nothing, in characters. */
#define MAX_HEADING_CHARS 120
#define MAX_NAME_CHARS 60
/* Lines among which the name is looked for. */
#define MAX_NAME_LINE 12
/* Larger than the body by so much, letters stand out. */
#define LEAST_WEIGHT 1.04
/* Lines of one heading: organisation, role, place. */
#define MAX_HEAD_LINES 4

typedef enum {
  ROLE_NONE,
  ROLE_DROPPED, /* 이력서: told in a note */
  ROLE_TITLE,
  ROLE_SECTION,
  ROLE_ENTRY,
  ROLE_PART,
  ROLE_HEAD,  /* belongs to the heading above it */
  ROLE_DATES, /* the dates of the heading above it */
} Role;

/* How a line looks: lines that look alike are alike. */
typedef struct {
  guint level; /* of a heading that the document tells, else 0 */
  gint size;   /* its weight in twentieths */
  gboolean is_bold;
  gboolean is_capital;
} Look;

typedef struct {
  MatchumFlowLine *line;
  char *text;
  glong n_chars;
  Look look;
  MatchumSectionKind known;  /* the section that it heads word for word, or OTHER */
  gboolean is_known_heading; /* known says something */
  gboolean is_dated;         /* it or its aside gives dates */
  gboolean is_dates;         /* and it says nothing else */
  Role role;
} Line;

typedef struct {
  GArray *lines; /* of Line */
  MatchumMarkdownDraft *draft;
  MatchumJsonNotes *notes;
  guint section_level; /* of sections that the document tells, else 0 */
  MatchumSectionKind section;
} Composer;

static Line *
get_line (Composer *self, guint index)
{
  return &g_array_index (self->lines, Line, index);
}

/* NULL behind the last. */
static Line *
find_line (Composer *self, guint index)
{
  return index < self->lines->len ? get_line (self, index) : NULL;
}

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

/* Looks */

static gboolean
is_capital (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n += g_unichar_isupper (c);
    }
  return n >= 3;
}

static Look
look_at (const MatchumFlowLine *line, const char *text)
{
  return (Look){ .level = line->kind == MATCHUM_FLOW_HEADING ? line->level : 0,
                 .size = (gint) (line->weight * 20 + 0.5),
                 .is_bold = matchum_flow_line_is (line, MATCHUM_DRAFT_BOLD),
                 .is_capital = is_capital (text) };
}

static gboolean
is_alike (const Look *look, const Look *other)
{
  return look->level == other->level && look->size == other->size && look->is_bold == other->is_bold
         && look->is_capital == other->is_capital;
}

static gboolean
stands_out (const Line *line)
{
  return line->look.level > 0 || line->line->weight >= LEAST_WEIGHT || line->look.is_bold;
}

static gboolean
begins_bold (const MatchumFlowLine *line)
{
  for (guint i = 0; i < line->runs->len; i++)
    if (matchum_markdown_words_is_seen (g_array_index (line->runs, MatchumFlowRun, i).text))
      return (g_array_index (line->runs, MatchumFlowRun, i).style & MATCHUM_DRAFT_BOLD) != 0;
  return FALSE;
}

/* "1. Experience", "Experience:" and "■ 경력" head what they say. */
static MatchumSectionKind
find_known (const char *text)
{
  const char *p = text;

  while (g_ascii_isdigit (*p))
    p++;
  if (p > text && (*p == '.' || *p == ')'))
    return matchum_section_kind_guess_exactly (p + 1);
  return matchum_section_kind_guess_exactly (text);
}

static gboolean
is_dated_aside (const char *aside)
{
  gboolean is_dates = FALSE;

  return aside != NULL && matchum_dated_line_is_dated (aside, &is_dates);
}

/* "**Lumen Glassworks** — Machine vision consultant | 2022 – 2023", however long. */
static gboolean
ends_with_dates (const char *text)
{
  g_autoptr (GArray) dates = matchum_dated_line_find_dates (text);
  const gsize end = dates != NULL ? g_array_index (dates, MatchumDateRange, dates->len - 1).span.end : 0;

  return dates != NULL && end + 2 >= strlen (text);
}

/* Takes a bullet that was typed off the start of a line. FALSE where there is none. */
static gboolean
cut_bullet (MatchumFlowLine *line)
{
  MatchumFlowRun *run = line->runs->len > 0 ? &g_array_index (line->runs, MatchumFlowRun, 0) : NULL;
  g_autofree char *text = run != NULL ? g_strconcat (run->text, line->runs->len > 1 ? "x" : "", NULL) : NULL;
  const gsize n = text != NULL ? matchum_bullet_measure (text) : 0;

  if (n == 0 || n > strlen (run->text) || g_unichar_isalnum (g_utf8_get_char (g_strchug (text))))
    return FALSE;
  memmove (run->text, run->text + n, strlen (run->text + n) + 1);
  return TRUE;
}

/* A bullet before a heading is an ornament; before other text it makes an item. */
static void
read_bullet (MatchumFlowLine *line)
{
  g_autofree char *text = NULL;

  if (line->kind == MATCHUM_FLOW_ITEM || !cut_bullet (line))
    return;
  text = matchum_flow_line_dup_text (line);
  if (line->kind == MATCHUM_FLOW_TEXT && line->weight < LEAST_WEIGHT && !matchum_flow_line_is (line, MATCHUM_DRAFT_BOLD)
      && find_known (text) == MATCHUM_SECTION_OTHER)
    line->kind = MATCHUM_FLOW_ITEM;
}

static void
read_line (Composer *self, MatchumFlowLine *flow_line)
{
  Line line = { .line = flow_line };

  read_bullet (flow_line);
  line.text = matchum_flow_line_dup_text (flow_line);
  if (!matchum_markdown_words_is_seen (line.text) && flow_line->aside == NULL)
    {
      g_free (line.text);
      return;
    }
  line.n_chars = g_utf8_strlen (line.text, -1);
  line.look = look_at (flow_line, line.text);
  if (line.n_chars <= MAX_HEADING_CHARS && flow_line->kind != MATCHUM_FLOW_ITEM)
    {
      line.known = find_known (line.text);
      line.is_known_heading = line.known != MATCHUM_SECTION_OTHER;
      line.is_dated = matchum_dated_line_is_dated (line.text, &line.is_dates)
                      || (begins_bold (flow_line) && ends_with_dates (line.text));
    }
  if (is_dated_aside (flow_line->aside))
    {
      line.is_dated = TRUE;
      line.is_dates = line.is_dates && flow_line->aside == NULL;
    }
  g_array_append_val (self->lines, line);
}

/* The name */

static gboolean
may_be_name (const Line *line)
{
  if (line->line->kind == MATCHUM_FLOW_ITEM || line->n_chars > MAX_NAME_CHARS || line->n_chars < 2 || line->is_dated
      || strpbrk (line->text, "@:/|0123456789") != NULL)
    return FALSE;
  return !line->is_known_heading;
}

/* The line before the first section that stands out most; where none does, the first. */
static void
find_name (Composer *self)
{
  guint found = G_MAXUINT;
  double weight = 0;

  for (guint i = 0; i < MIN (self->lines->len, MAX_NAME_LINE); i++)
    {
      Line *line = get_line (self, i);
      double own = line->look.level > 0 ? 10.0 - line->look.level : line->line->weight + (line->look.is_bold ? 0.1 : 0);

      if (line->is_known_heading && stands_out (line))
        break;
      if (matchum_section_kind_is_document_word (line->text))
        {
          line->role = ROLE_DROPPED;
          continue;
        }
      if (may_be_name (line) && own > weight + 0.01)
        {
          found = i;
          weight = own;
        }
    }
  if (found == G_MAXUINT)
    return;
  get_line (self, found)->role = ROLE_TITLE;
  if (!stands_out (get_line (self, found)) && get_line (self, found)->line->doubt == NULL)
    get_line (self, found)->line->doubt = g_strdup (_ ("This was taken for the name."));
}

/* Sections */

/* How most of the lines look that say the name of a section; NULL where none does. */
static const Line *
find_section_line (Composer *self)
{
  const Line *best = NULL;
  guint n_best = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);
      guint n = 0;

      if (!line->is_known_heading || line->role != ROLE_NONE || line->line->aside != NULL)
        continue;
      for (guint j = 0; j < MIN (self->lines->len, i + 2000); j++)
        n += get_line (self, j)->is_known_heading && is_alike (&get_line (self, j)->look, &line->look);
      if (n > n_best || (n == n_best && best != NULL && line->look.size > best->look.size))
        {
          best = line;
          n_best = n;
        }
      if (i > 2000)
        break;
    }
  return best;
}

/* Whether lines that look like a section are sections, although they do not say so: not where dates or most others look
 * so, too. */
static gboolean
is_look_of_sections (Composer *self, const Look *look)
{
  guint n_known = 0, n_alike = 0, n_dated = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);

      if (line->role != ROLE_NONE || line->line->kind == MATCHUM_FLOW_ITEM || !is_alike (&line->look, look))
        continue;
      n_alike++;
      n_known += line->is_known_heading;
      n_dated += line->is_dated;
    }
  return n_known * 3 >= n_alike && n_dated <= n_known;
}

static gboolean
may_head (const Line *line)
{
  return line->role == ROLE_NONE && line->line->kind != MATCHUM_FLOW_ITEM && line->line->aside == NULL
         && line->n_chars <= MAX_HEADING_CHARS && !line->is_dated;
}

static void
find_sections (Composer *self)
{
  const Line *model = find_section_line (self);
  gboolean by_look;

  if (model == NULL)
    return;
  by_look = stands_out (model) && is_look_of_sections (self, &model->look);
  self->section_level = model->look.level;
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      const gboolean is_deeper =
          model->look.level > 0 && (line->look.level == 0 || line->look.level > model->look.level);

      if (!may_head (line) || is_deeper)
        continue;
      if (is_alike (&line->look, &model->look) ? by_look || line->is_known_heading
                                               : line->is_known_heading && (stands_out (line) || !stands_out (model)))
        line->role = ROLE_SECTION;
      if (model->look.level > 0 && line->look.level <= model->look.level)
        line->role = ROLE_SECTION;
    }
}

/* Entries */

static gboolean
has_entries (MatchumSectionKind section)
{
  return section == MATCHUM_SECTION_EXPERIENCE || section == MATCHUM_SECTION_PROJECTS
         || section == MATCHUM_SECTION_EDUCATION || section == MATCHUM_SECTION_ACTIVITIES
         || section == MATCHUM_SECTION_OTHER;
}

static gboolean
is_short_text (const Line *line)
{
  return line != NULL && line->role == ROLE_NONE && line->line->kind == MATCHUM_FLOW_TEXT
         && line->n_chars <= MAX_HEADING_CHARS;
}

/* A line of dates alone belongs to the heading over it. */
static gboolean
is_dates_of (const Line *line, gboolean has_dates)
{
  return is_short_text (line) && line->is_dates && !has_dates && line->line->aside == NULL;
}

/* The second line of a heading: "Senior Engineer        Berlin". */
static gboolean
is_head_of (const Line *line, const Line *entry, gboolean has_dates)
{
  if (!is_short_text (line) || line->line->is_apart || line->is_known_heading)
    return FALSE;
  if (line->is_dated && has_dates)
    return FALSE;
  return line->line->aside != NULL || matchum_flow_line_is (line->line, MATCHUM_DRAFT_ITALIC)
         || (line->look.is_bold && !entry->look.is_bold) || (line->is_dated && !has_dates);
}

static guint
take_head (Composer *self, guint index)
{
  Line *entry = get_line (self, index);
  gboolean has_dates = entry->is_dated;
  guint n = 1;

  for (; n < MAX_HEAD_LINES; n++)
    {
      Line *line = find_line (self, index + n);

      if (is_dates_of (line, has_dates))
        line->role = ROLE_DATES;
      else if (line != NULL && is_head_of (line, entry, has_dates))
        line->role = ROLE_HEAD;
      else
        break;
      has_dates = has_dates || line->is_dated;
    }
  return index + n;
}

/* is_marked: the document marks the entries of this section as headings. */
static gboolean
is_entry (Composer *self, const Line *line, gboolean is_marked)
{
  if (line->role != ROLE_NONE || line->line->kind == MATCHUM_FLOW_ITEM || line->n_chars == 0)
    return FALSE;
  if (line->look.level > 0 || is_marked)
    return line->look.level > 0;
  if (line->n_chars > MAX_HEADING_CHARS || line->is_dates)
    return FALSE;
  if (self->section == MATCHUM_SECTION_SUMMARY || self->section == MATCHUM_SECTION_CONTACT)
    return FALSE;
  if (line->is_dated && has_entries (self->section))
    return TRUE;
  if ((line->is_dated || line->line->aside != NULL) && begins_bold (line->line))
    return TRUE;
  return stands_out (line);
}

/* Dates above or left of what they are of go with it. */
static gboolean
is_dates_before_entry (Composer *self, guint index)
{
  const Line *line = get_line (self, index);
  const Line *next = find_line (self, index + 1);

  return is_short_text (line) && line->is_dates && line->line->aside == NULL && next != NULL
         && has_entries (self->section) && next->role == ROLE_NONE && next->line->kind != MATCHUM_FLOW_ITEM
         && !next->is_dated && next->n_chars <= MAX_HEADING_CHARS && next->line->aside == NULL;
}

static void
find_entries (Composer *self)
{
  gboolean is_begun = FALSE;
  guint entry_level = 0;

  for (guint i = 0; i < self->lines->len;)
    {
      Line *line = get_line (self, i);

      if (line->role == ROLE_SECTION)
        {
          is_begun = TRUE;
          entry_level = 0;
          self->section = line->known;
        }
      if (is_begun && is_dates_before_entry (self, i))
        {
          Line *next = get_line (self, i + 1);

          next->line->aside = g_strdup (line->text);
          next->is_dated = TRUE;
          line->role = ROLE_DROPPED;
          line->text[0] = '\0';
          i++;
          continue;
        }
      if (!is_begun || !is_entry (self, line, entry_level > 0))
        {
          i++;
          continue;
        }
      entry_level = entry_level == 0 ? line->look.level : entry_level;
      line->role = line->look.level > entry_level && entry_level > 0 ? ROLE_PART : ROLE_ENTRY;
      i = take_head (self, i);
    }
}

/* Writing */

static void
write_runs (Composer *self, const MatchumFlowLine *line, gboolean keeps_style)
{
  for (guint i = 0; i < line->runs->len; i++)
    {
      const MatchumFlowRun *run = &g_array_index (line->runs, MatchumFlowRun, i);

      matchum_markdown_draft_add (self->draft, run->text, keeps_style ? run->style : MATCHUM_DRAFT_PLAIN, run->url);
    }
}

static void
write_separated (Composer *self, const char *separator, const char *text)
{
  if (matchum_markdown_draft_has_words (self->draft))
    matchum_markdown_draft_add (self->draft, separator, MATCHUM_DRAFT_PLAIN, NULL);
  matchum_markdown_draft_add (self->draft, text, MATCHUM_DRAFT_PLAIN, NULL);
}

static void
write_doubt (Composer *self, const Line *line)
{
  if (line->line->doubt != NULL)
    matchum_markdown_draft_doubt (self->draft, g_strdup (line->line->doubt));
}

/* The lines of a heading in one: words, places, dates last. Returns the line that follows. */
static guint
write_head (Composer *self, guint index, MatchumDraftKind kind)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new ();
  guint i = index;

  matchum_markdown_draft_begin (self->draft, kind, 0);
  do
    {
      const Line *line = get_line (self, i);

      if (line->role == ROLE_DATES)
        g_ptr_array_add (dates, line->text);
      else
        {
          if (i > index && line->n_chars > 0)
            matchum_markdown_draft_add (self->draft, " | ", MATCHUM_DRAFT_PLAIN, NULL);
          write_runs (self, line->line, FALSE);
          /* What comes behind dates says how long they are. */
          if (is_dated_aside (line->line->aside)
              || (line->line->aside != NULL && dates->len > 0 && strpbrk (line->line->aside, "0123456789") != NULL))
            g_ptr_array_add (dates, line->line->aside);
          else if (line->line->aside != NULL)
            write_separated (self, " | ", line->line->aside);
        }
      write_doubt (self, line);
      i++;
  } while (i < self->lines->len && (get_line (self, i)->role == ROLE_HEAD || get_line (self, i)->role == ROLE_DATES));
  for (guint j = 0; j < dates->len; j++)
    write_separated (self, " | ", dates->pdata[j]);
  return i;
}

static guint
write_plain (Composer *self, guint index, gboolean is_contact)
{
  const Line *line = get_line (self, index);
  const gboolean is_item = line->line->kind == MATCHUM_FLOW_ITEM;
  /* What says itself that it is bold stands out among the others of its line only. */
  const gboolean keeps_style = !line->look.is_bold || is_item;

  matchum_markdown_draft_begin (self->draft, is_item ? MATCHUM_DRAFT_ITEM : MATCHUM_DRAFT_PARAGRAPH,
                                is_item ? line->line->level : 0);
  write_runs (self, line->line, keeps_style);
  if (line->line->aside != NULL)
    write_separated (self, is_contact ? " · " : " | ", line->line->aside);
  write_doubt (self, line);
  return index + 1;
}

static gboolean
is_korean (Composer *self)
{
  MatchumLanguageTally tally = { 0 };

  for (guint i = 0; i < self->lines->len; i++)
    matchum_language_tally_add (&tally, get_line (self, i)->text);
  return g_str_equal (matchum_language_tally_guess (&tally), "ko");
}

/* "성명 | 김하늘 | 생년월일 | …", "Name: Jane Doe": what stands behind the label, or NULL. */
static char *
find_labelled_name (const char *text)
{
  static const char *const labels[] = { "성명", "성 명", "이름", "이 름", "Name", "Full name" };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *name =
          g_ascii_strncasecmp (text, labels[i], strlen (labels[i])) == 0 ? text + strlen (labels[i]) : NULL;
      g_autofree char *found = NULL;

      if (name == NULL)
        continue;
      name += strspn (name, " ");
      if (*name != ':' && *name != '|')
        continue;
      found = g_strndup (name + 1, strcspn (name + 1, "|"));
      g_strstrip (found);
      if (*found != '\0' && g_utf8_strlen (found, -1) <= MAX_NAME_CHARS)
        return g_steal_pointer (&found);
    }
  return NULL;
}

static void
write_name (Composer *self)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < MIN (self->lines->len, MAX_NAME_LINE) && name == NULL; i++)
    name = find_labelled_name (get_line (self, i)->text);
  if (name != NULL)
    matchum_markdown_draft_add (self->draft, name, MATCHUM_DRAFT_PLAIN, NULL);
  else
    {
      matchum_markdown_draft_add (self->draft, is_korean (self) ? "이력서" : "Resume", MATCHUM_DRAFT_PLAIN, NULL);
      matchum_markdown_draft_doubt (self->draft, g_strdup (_ ("No name was found.")));
    }
}

static void
write_title (Composer *self)
{
  guint index = G_MAXUINT;

  for (guint i = 0; i < MIN (self->lines->len, MAX_NAME_LINE) && index == G_MAXUINT; i++)
    if (get_line (self, i)->role == ROLE_TITLE)
      index = i;
  matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_TITLE, 0);
  if (index == G_MAXUINT)
    {
      write_name (self);
      return;
    }
  write_runs (self, get_line (self, index)->line, FALSE);
  write_doubt (self, get_line (self, index));
  if (get_line (self, index)->line->aside != NULL)
    {
      matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_PARAGRAPH, 0);
      matchum_markdown_draft_add (self->draft, get_line (self, index)->line->aside, MATCHUM_DRAFT_PLAIN, NULL);
    }
}

static void
drop (Composer *self, const Line *line)
{
  if (line->text[0] == '\0')
    return;
  if (line->line->aside != NULL)
    {
      matchum_markdown_draft_begin (self->draft, MATCHUM_DRAFT_PARAGRAPH, 0);
      matchum_markdown_draft_add (self->draft, line->line->aside, MATCHUM_DRAFT_PLAIN, NULL);
    }
  matchum_json_notes_add (self->notes, 0, NULL,
                          g_strdup_printf (_ ("The heading “%s” names the document and was left out."), line->text));
}

static void
write_lines (Composer *self)
{
  gboolean is_begun = FALSE;

  for (guint i = 0; i < self->lines->len;)
    {
      const Line *line = get_line (self, i);

      switch (line->role)
        {
        case ROLE_SECTION:
          is_begun = TRUE;
          i = write_head (self, i, MATCHUM_DRAFT_SECTION);
          break;
        case ROLE_ENTRY:
          i = write_head (self, i, MATCHUM_DRAFT_ENTRY);
          break;
        case ROLE_PART:
          i = write_head (self, i, MATCHUM_DRAFT_PART);
          break;
        case ROLE_DROPPED:
          drop (self, line);
          i++;
          break;
        case ROLE_TITLE:
          i++;
          break;
        case ROLE_NONE:
        case ROLE_HEAD:
        case ROLE_DATES:
        default:
          i = write_plain (self, i, !is_begun);
          break;
        }
    }
}

/* Without sections, entries are not told either. */
static void
note_sections (Composer *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (get_line (self, i)->role == ROLE_SECTION)
      return;
  matchum_json_notes_add (self->notes, 0, NULL,
                          g_strdup (
                              _ ("No line says that it heads a section, such as Experience or 학력. Put ## before "
                                 "those that do.")));
}

char *
matchum_flow_compose_resume (MatchumFlow *flow, MatchumJsonNotes *notes)
{
  g_autoptr (MatchumMarkdownDraft) draft = NULL;
  Composer self = { .notes = notes };
  char *markdown;

  g_return_val_if_fail (flow != NULL, NULL);

  draft = matchum_markdown_draft_new (notes);
  self.draft = draft;
  self.lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self.lines, clear_line);
  for (guint i = 0; i < flow->lines->len; i++)
    read_line (&self, flow->lines->pdata[i]);
  find_name (&self);
  find_sections (&self);
  find_entries (&self);
  note_sections (&self);
  write_title (&self);
  write_lines (&self);
  markdown = matchum_markdown_draft_finish (draft);
  g_array_unref (self.lines);
  return markdown;
}
