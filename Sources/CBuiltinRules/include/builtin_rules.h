#ifndef ASSAY_BUILTIN_RULES_H
#define ASSAY_BUILTIN_RULES_H
#include <stddef.h>

/* The compiled rules that the executable carries. Written by `assay rules compile` into
   Sources/CBuiltinRules/builtin.pack before the final link (see the Makefile); empty
   (length 0) where that file was not there when this target was built. */
const unsigned char *assay_builtin_rules(void);
size_t assay_builtin_rules_length(void);

/* The YAML files that they were compiled from, in one piece (RuleArchive), for projects that add
   rules of their own. Written beside the pack; empty (length 0) where it was not there. */
const unsigned char *assay_builtin_files(void);
size_t assay_builtin_files_length(void);
#endif
