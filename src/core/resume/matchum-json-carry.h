/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What JSON says besides the words of a Markdown text, carried through it in HTML comments:
 *
 *     <!-- jsonresume {"item":{"+":{"x-id":7},"~":{"position":["Chief Fun","Chief of Fun"]},"-":{"location":"Fun"}}} -->
 *
 * A comment stands under the heading, in the bullet or under the name that it is about. Each of its members is about one
 * object: "item", "basics", "meta" or "root"; "+" names members that the text does not give, "~" those that it gives in
 * another way, as it gives them and as they are, and "-" those that it seems to give. They hold as long as the text gives
 * what it gave. "order" says how headings give organisation and role: "barred" is the one, then the other, with bars between
 * them. "items" is all that a bullet is read as, and is; "extra" are objects of which no word is to be seen, with
 * their section and place. Comments are remarks: kept in the baseline, never printed. */
#pragma once

#include "resume/matchum-json-value.h"

G_BEGIN_DECLS

/* Whether value may be put into member name of an object. */
typedef gboolean (*MatchumJsonCarryFilter) (const char             *name,
                                            const MatchumJsonValue *value,
                                            gpointer                user_data);

/* What makes wanted of read, both objects; NULL where they are equal. */
MatchumJsonValue *matchum_json_carry_compare (const MatchumJsonValue *read,
                                              const MatchumJsonValue *wanted);
/* Changes object, which was read from the text. filter may be NULL. Returns the name of the first member that is no longer
 * what it was, which belongs to changes, or NULL. */
const char       *matchum_json_carry_apply   (MatchumJsonValue       *object,
                                              const MatchumJsonValue *changes,
                                              MatchumJsonCarryFilter  filter,
                                              gpointer                user_data);
/* The comment that carries an object of changes, lines separated by line feeds, without one at the end. */
char             *matchum_json_carry_write   (const MatchumJsonValue *carried);
/* The objects of all such comments in a stretch of Markdown, as an array; NULL where there is none. */
MatchumJsonValue *matchum_json_carry_read    (const char             *text,
                                              gsize                   length);

G_END_DECLS
