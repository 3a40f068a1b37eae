#ifndef ASSAY_LIBXML2_SHIM_H
#define ASSAY_LIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose header clashes with Foundation's own in a first, clean build. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

/* xmlFree is a mutable global function pointer, which Swift 6 does not let through. */
static inline void assay_xmlFree(void *_Nullable pointer) { xmlFree(pointer); }
#endif
