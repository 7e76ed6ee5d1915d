/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The link reference definitions of a Markdown text: [label]: destination "title". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char  *label;    /* folded, as texts name it */
  char  *markdown; /* whole lines, without the marks of quotes and lists around them */
  guint  first_line;
  guint  last_line;
} MatchumLinkDefinition;

typedef struct _MatchumLinkDefinitions MatchumLinkDefinitions;

MatchumLinkDefinitions      *matchum_link_definitions_new       (void);
void                         matchum_link_definitions_free      (MatchumLinkDefinitions *self);

/* Forgets all of them. */
void                         matchum_link_definitions_clear     (MatchumLinkDefinitions *self);

/* Takes the definitions at the beginning of text, which begins in first_line; returns the bytes they take. */
gsize                        matchum_link_definitions_take      (MatchumLinkDefinitions *self,
                                                                 const char             *text,
                                                                 guint                   first_line);
/* The definitions that count, in document order: the first of every label. */
guint                        matchum_link_definitions_get_n     (MatchumLinkDefinitions *self);
const MatchumLinkDefinition *matchum_link_definitions_get       (MatchumLinkDefinitions *self,
                                                                 guint                   index);
/* Whether line belongs to a definition, whether it counts or not. */
gboolean                     matchum_link_definitions_hold_line (MatchumLinkDefinitions *self,
                                                                 guint                   line);
/* The definitions that a text names: array of MatchumLinkDefinition in the order named, or NULL for none. */
GPtrArray                   *matchum_link_definitions_find_used (MatchumLinkDefinitions *self,
                                                                 const char             *text,
                                                                 gsize                   length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumLinkDefinitions, matchum_link_definitions_free)

G_END_DECLS
