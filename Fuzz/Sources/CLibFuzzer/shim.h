#include <stddef.h>
#include <stdint.h>

/* Of libFuzzer's runtime without main: runs the callback on inputs until its arguments say enough. */
int LLVMFuzzerRunDriver(
    int *_Nonnull argc, char *_Nullable *_Nonnull *_Nonnull argv,
    int (*_Nonnull callback)(const uint8_t *_Nullable data, size_t size));
