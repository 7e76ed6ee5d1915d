/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lines under a name say: how to reach the person, where they live, what they are. Private to this room and the
 * exporters. */
#pragma once

#include "resume/matchum-json-value.h"
#include "text/matchum-inline-text.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

/* Whether text is a line of such details, not prose. */
gboolean          matchum_contact_words_is_contact  (const char        *text);
/* Puts what the parts of words are into the members of basics: email, phone, url, profiles. Appends the parts that are
 * none of these to rest (char *). */
void              matchum_contact_words_read        (MatchumInlineText *words,
                                                     MatchumSource     *source,
                                                     MatchumJsonValue  *basics,
                                                     GPtrArray         *rest);
/* Puts the parts left over into label and location. Returns those for which there is no place, with " · " between them,
 * or NULL; they are part of the label. */
char             *matchum_contact_words_place       (GPtrArray         *rest,
                                                     MatchumJsonValue  *basics);

/* "Seoul, Gyeonggi, KR" for the object of a location. */
char             *matchum_contact_words_join_location (const MatchumJsonValue *location);
/* url without its scheme and a slash at its end, as it is shown. */
char             *matchum_contact_words_shorten_url (const char        *url);
/* Whether text shows url. */
gboolean          matchum_contact_words_shows_url   (const char        *text,
                                                     const char        *url);
/* An address of the web as the schema wants it, or NULL where text is none. */
char             *matchum_contact_words_dup_url     (const char        *text);

G_END_DECLS
