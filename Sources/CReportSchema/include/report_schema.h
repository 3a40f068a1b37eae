#ifndef ASSAY_REPORT_SCHEMA_H
#define ASSAY_REPORT_SCHEMA_H
#include <stddef.h>

/* The XML Schema of the annotated report (Sources/Reporting/Resources/report.xsd), carried by the executable. */
const unsigned char *assay_report_schema(void);
size_t assay_report_schema_length(void);
#endif
