#ifndef ASSAY_LIBZIP_SHIM_H
#define ASSAY_LIBZIP_SHIM_H
#include <zip.h>
#endif
