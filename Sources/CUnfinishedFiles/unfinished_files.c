#include "unfinished_files.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Notes are only ever added, at the front, and are never freed: a handler may walk over them at any time. There are as many
   as the process writes files. */
struct assay_unfinished {
  assay_unfinished *next;
  atomic_int is_unfinished;
  int is_directory;
  char name[];
};

static _Atomic(assay_unfinished *) newest = NULL;
/* Threads between making a file and noting it, with signals blocked. */
static atomic_int making = 0;
/* A thread is at the removing already. */
static atomic_flag ending = ATOMIC_FLAG_INIT;

static const int deadly[] = {SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM};
enum { deadly_count = sizeof deadly / sizeof deadly[0] };

static assay_unfinished *prepare(const char *name, int is_directory) {
  size_t length = strlen(name) + 1;
  assay_unfinished *noted = malloc(sizeof *noted + length);
  if (noted == NULL) return NULL;
  noted->next = NULL;
  atomic_init(&noted->is_unfinished, 1);
  noted->is_directory = is_directory;
  memcpy(noted->name, name, length);
  return noted;
}

static void publish(assay_unfinished *noted) {
  noted->next = atomic_load(&newest);
  while (!atomic_compare_exchange_weak(&newest, &noted->next, noted)) {
  }
}

static void block(sigset_t *before) {
  sigset_t set;
  sigemptyset(&set);
  for (int place = 0; place < deadly_count; place++) sigaddset(&set, deadly[place]);
  pthread_sigmask(SIG_BLOCK, &set, before);
  atomic_fetch_add(&making, 1);
}

static void unblock(const sigset_t *before) {
  atomic_fetch_sub(&making, 1);
  pthread_sigmask(SIG_SETMASK, before, NULL);
}

int assay_unfinished_create(char *name, assay_unfinished **noted) {
  *noted = prepare(name, 0);
  if (*noted == NULL) {
    errno = ENOMEM;
    return -1;
  }
  sigset_t before;
  block(&before);
  int descriptor = mkstemp(name);
  int failure = errno;
  if (descriptor >= 0) {
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    /* As long as before: only the XXXXXX differ. */
    strcpy((*noted)->name, name);
    publish(*noted);
  } else {
    free(*noted);
    *noted = NULL;
  }
  unblock(&before);
  errno = failure;
  return descriptor;
}

int assay_unfinished_make_directory(const char *name, assay_unfinished **noted) {
  *noted = prepare(name, 1);
  if (*noted == NULL) {
    errno = ENOMEM;
    return -1;
  }
  sigset_t before;
  block(&before);
  int status = mkdir(name, 0777);
  int failure = errno;
  if (status == 0) {
    publish(*noted);
  } else {
    free(*noted);
    *noted = NULL;
  }
  unblock(&before);
  errno = failure;
  return status;
}

assay_unfinished *assay_unfinished_note(const char *name) {
  assay_unfinished *noted = prepare(name, 0);
  if (noted != NULL) publish(noted);
  return noted;
}

void assay_unfinished_forget(assay_unfinished *noted) {
  if (noted != NULL) atomic_store(&noted->is_unfinished, 0);
}

/* Only async-signal-safe functions, on memory that is there already. */
static void end(int signal_number) {
  /* A second signal, in another thread, must not end the process in the middle of it. */
  if (atomic_flag_test_and_set(&ending)) {
    for (;;) pause();
  }
  /* A thread that is making a file has signals blocked, so this is another one, and it will be done at once. */
  for (int turns = 0; atomic_load(&making) > 0 && turns < 1000; turns++) poll(NULL, 0, 1);
  /* Newest first: what stands in a directory before the directory. */
  for (assay_unfinished *noted = atomic_load(&newest); noted != NULL; noted = noted->next) {
    if (!atomic_load(&noted->is_unfinished)) continue;
    if (noted->is_directory) {
      rmdir(noted->name);
    } else {
      unlink(noted->name);
    }
  }
  /* Blocked until the handler returns, and then the end of the process, as whoever started it expects. */
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void assay_end_cleanly(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    /* The lowest descriptor that is free is this one; its use the wrong way round fails. */
    if (open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY) == -1) return;
  }
  signal(SIGXFSZ, SIG_IGN);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = end;
  sigemptyset(&action.sa_mask);
  for (int place = 0; place < deadly_count; place++) sigaddset(&action.sa_mask, deadly[place]);
  for (int place = 0; place < deadly_count; place++) {
    struct sigaction before;
    if (sigaction(deadly[place], NULL, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    sigaction(deadly[place], &action, NULL);
  }
  pthread_sigmask(SIG_UNBLOCK, &action.sa_mask, NULL);
}
