#include "report_schema.h"

/* #embed came with C23; clang has it for every C. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char schema[] = {
#embed "../Reporting/Resources/report.xsd"
};

const unsigned char *assay_report_schema(void) { return schema; }
size_t assay_report_schema_length(void) { return sizeof schema; }
