#include "builtin_rules.h"

/* #embed came with C23; clang has it for every C. */
#pragma clang diagnostic ignored "-Wc23-extensions"

#if __has_embed("builtin.pack")
static const unsigned char pack[] __attribute__((aligned(16))) = {
#embed "builtin.pack"
};
size_t assay_builtin_rules_length(void) { return sizeof pack; }
#else
static const unsigned char pack[1] __attribute__((aligned(16))) = {0};
size_t assay_builtin_rules_length(void) { return 0; }
#endif

const unsigned char *assay_builtin_rules(void) { return pack; }

#if __has_embed("builtin.files")
static const unsigned char files[] = {
#embed "builtin.files"
};
size_t assay_builtin_files_length(void) { return sizeof files; }
#else
static const unsigned char files[1] = {0};
size_t assay_builtin_files_length(void) { return 0; }
#endif

const unsigned char *assay_builtin_files(void) { return files; }
