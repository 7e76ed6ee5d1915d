/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every record of the library can do: plain structs whose texts the record owns. */
#pragma once

#include <glib-object.h>

#define MATCHUM_DECLARE_RECORD(Type, prefix)                                                                            \
  GType    prefix##_get_type (void);                                                                                    \
  Type    *prefix##_new      (void);                                                                                    \
  Type    *prefix##_copy     (const Type *self);                                                                        \
  void     prefix##_free     (Type *self);                                                                              \
  gboolean prefix##_is_equal (const Type *a, const Type *b);                                                            \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, prefix##_free)
