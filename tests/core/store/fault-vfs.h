/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file system between SQLite and the real one, whose n-th write or flush fails. It becomes the one that everything is opened
 * with. */
#pragma once

#include <glib.h>
#include <sqlite3.h>
#include <string.h>

typedef struct {
  int n_until;       /* operations until one fails; 0: none does */
  int code;          /* what it says then */
  gboolean is_lasting; /* all operations after it fail too */
  int n_done;        /* operations so far */
  int n_failed;
  int n_flushed;       /* flushes that were done, since the program began */
  GPtrArray *opened;   /* names of files opened for writing; "" for one without a name; NULL: not kept */
  GMutex lock;
  sqlite3_vfs *real;
  sqlite3_vfs vfs;
  sqlite3_io_methods methods;
} FaultVfs;

/* The real file lies behind. */
typedef struct {
  sqlite3_file base;
  sqlite3_io_methods methods;
} FaultFile;

static FaultVfs fault_vfs;

static inline sqlite3_file *
fault_file_get_real (sqlite3_file *file)
{
  return (sqlite3_file *) ((FaultFile *) file + 1);
}

/* Counts an operation, and tells what it comes to: SQLITE_OK, or a failure. A full disk does not keep anything from being flushed. */
static inline int
fault_vfs_count (gboolean is_flush)
{
  int code = SQLITE_OK;

  if (is_flush && fault_vfs.code == SQLITE_FULL)
    return SQLITE_OK;
  g_mutex_lock (&fault_vfs.lock);
  fault_vfs.n_done++;
  if (fault_vfs.n_until > 0
      && (fault_vfs.n_done == fault_vfs.n_until || (fault_vfs.is_lasting && fault_vfs.n_done > fault_vfs.n_until)))
    {
      code = is_flush ? SQLITE_IOERR_FSYNC : fault_vfs.code;
      fault_vfs.n_failed++;
    }
  g_mutex_unlock (&fault_vfs.lock);
  return code;
}

static inline int
fault_close (sqlite3_file *file)
{
  sqlite3_file *real = fault_file_get_real (file);

  return real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;
}

static inline int
fault_read (sqlite3_file *file, void *data, int n, sqlite3_int64 offset)
{
  sqlite3_file *real = fault_file_get_real (file);

  return real->pMethods->xRead (real, data, n, offset);
}

/* A write that fails may have been half done. */
static inline int
fault_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 offset)
{
  sqlite3_file *real = fault_file_get_real (file);
  const int code = fault_vfs_count (FALSE);

  if (code == SQLITE_OK)
    return real->pMethods->xWrite (real, data, n, offset);
  if (n > 16)
    real->pMethods->xWrite (real, data, n / 2, offset);
  return code;
}

static inline int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  sqlite3_file *real = fault_file_get_real (file);
  const int code = fault_vfs_count (FALSE);

  return code == SQLITE_OK ? real->pMethods->xTruncate (real, size) : SQLITE_IOERR_TRUNCATE;
}

static inline int
fault_sync (sqlite3_file *file, int flags)
{
  sqlite3_file *real = fault_file_get_real (file);
  const int code = fault_vfs_count (TRUE);

  g_atomic_int_inc (&fault_vfs.n_flushed);
  return code == SQLITE_OK ? real->pMethods->xSync (real, flags) : code;
}

#define FAULT_PASS(name, parameters, arguments, method)                                                                \
  static inline int fault_##name parameters                                                                            \
  {                                                                                                                    \
    sqlite3_file *real = fault_file_get_real (file);                                                                   \
                                                                                                                       \
    return real->pMethods->method arguments;                                                                           \
  }

FAULT_PASS (file_size, (sqlite3_file * file, sqlite3_int64 *size), (real, size), xFileSize)
FAULT_PASS (lock, (sqlite3_file * file, int level), (real, level), xLock)
FAULT_PASS (unlock, (sqlite3_file * file, int level), (real, level), xUnlock)
FAULT_PASS (check_lock, (sqlite3_file * file, int *result), (real, result), xCheckReservedLock)
FAULT_PASS (control, (sqlite3_file * file, int what, void *data), (real, what, data), xFileControl)
FAULT_PASS (sector_size, (sqlite3_file * file), (real), xSectorSize)
FAULT_PASS (characteristics, (sqlite3_file * file), (real), xDeviceCharacteristics)
FAULT_PASS (shm_map, (sqlite3_file * file, int page, int size, int extend, void volatile **data),
            (real, page, size, extend, data), xShmMap)
FAULT_PASS (shm_lock, (sqlite3_file * file, int offset, int n, int flags), (real, offset, n, flags), xShmLock)
FAULT_PASS (shm_unmap, (sqlite3_file * file, int is_deleted), (real, is_deleted), xShmUnmap)

static inline void
fault_shm_barrier (sqlite3_file *file)
{
  sqlite3_file *real = fault_file_get_real (file);

  real->pMethods->xShmBarrier (real);
}

static inline int
fault_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  int code;

  file->pMethods = NULL;
  g_mutex_lock (&fault_vfs.lock);
  if (fault_vfs.opened != NULL && (flags & SQLITE_OPEN_READWRITE))
    g_ptr_array_add (fault_vfs.opened, g_strdup (name != NULL ? name : ""));
  g_mutex_unlock (&fault_vfs.lock);
  code = fault_vfs.real->xOpen (fault_vfs.real, name, fault_file_get_real (file), flags, out_flags);
  if (fault_file_get_real (file)->pMethods != NULL)
    file->pMethods = &fault_vfs.methods;
  return code;
}

static inline int
fault_delete (sqlite3_vfs *vfs, const char *name, int is_flushed)
{
  return fault_vfs.real->xDelete (fault_vfs.real, name, is_flushed);
}

static inline int
fault_access (sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
  return fault_vfs.real->xAccess (fault_vfs.real, name, flags, result);
}

static inline int
fault_full_path (sqlite3_vfs *vfs, const char *name, int n, char *out)
{
  return fault_vfs.real->xFullPathname (fault_vfs.real, name, n, out);
}

static inline void
fault_vfs_install (void)
{
  fault_vfs.real = sqlite3_vfs_find (NULL);
  fault_vfs.vfs = *fault_vfs.real;
  fault_vfs.vfs.szOsFile = (int) sizeof (FaultFile) + fault_vfs.real->szOsFile;
  fault_vfs.vfs.zName = "fault";
  fault_vfs.vfs.pNext = NULL;
  fault_vfs.vfs.xOpen = fault_open;
  fault_vfs.vfs.xDelete = fault_delete;
  fault_vfs.vfs.xAccess = fault_access;
  fault_vfs.vfs.xFullPathname = fault_full_path;
  fault_vfs.methods = (sqlite3_io_methods){
    2,
    fault_close,
    fault_read,
    fault_write,
    fault_truncate,
    fault_sync,
    fault_file_size,
    fault_lock,
    fault_unlock,
    fault_check_lock,
    fault_control,
    fault_sector_size,
    fault_characteristics,
    fault_shm_map,
    fault_shm_lock,
    fault_shm_barrier,
    fault_shm_unmap,
  };
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs.vfs, 1), ==, SQLITE_OK);
}

/* From now on, the n-th operation fails with code; 0: none. */
static inline void
fault_vfs_arm (int n_until, int code, gboolean is_lasting)
{
  g_mutex_lock (&fault_vfs.lock);
  fault_vfs.n_until = n_until;
  fault_vfs.code = code;
  fault_vfs.is_lasting = is_lasting;
  fault_vfs.n_done = 0;
  fault_vfs.n_failed = 0;
  g_mutex_unlock (&fault_vfs.lock);
}
