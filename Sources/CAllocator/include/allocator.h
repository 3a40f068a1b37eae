#ifndef ASSAY_ALLOCATOR_H
#define ASSAY_ALLOCATOR_H

/* Tells the C library to keep freed memory for the next document, and for the next growth of an array, instead of giving
   it back to the system: asking again costs a page fault for every four kilobytes. Does nothing without glibc. */
void assay_keep_memory(void);
#endif
