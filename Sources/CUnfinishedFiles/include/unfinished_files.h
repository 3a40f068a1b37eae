#ifndef ASSAY_UNFINISHED_FILES_H
#define ASSAY_UNFINISHED_FILES_H

/* Files that are still being written under a temporary name. A signal that ends the process removes them first.

   The functions may be called from any thread. */

typedef struct assay_unfinished assay_unfinished;

/* Makes a file as mkstemp does, open for writing and closed on exec, and notes it as unfinished.
   The name ends in XXXXXX, which is replaced. Returns its descriptor, or -1 with errno. */
int assay_unfinished_create(char *_Nonnull name, assay_unfinished *_Nullable *_Nonnull noted);

/* Makes a directory and notes it as unfinished: it is removed after the files in it. Returns 0, or -1 with errno. */
int assay_unfinished_make_directory(const char *_Nonnull name, assay_unfinished *_Nullable *_Nonnull noted);

/* Notes a file that stands complete in an unfinished directory, and goes with it. */
assay_unfinished *_Nullable assay_unfinished_note(const char *_Nonnull name);

/* The file has its name, or was removed: nothing is left to do. Null is passed over. */
void assay_unfinished_forget(assay_unfinished *_Nullable noted);

/* From now on SIGHUP, SIGINT, SIGPIPE, SIGQUIT and SIGTERM remove what is unfinished and then end the process as they
   do without a handler; those that are ignored stay so, and those that a thread of
   another runtime left blocked when it started this process are let through. A file that may not grow further is an error of its write, no signal.
   Of standard input, output and error those that are closed become descriptors that fail, so that no file is opened in their
   place. */
void assay_end_cleanly(void);

#endif
