#include "CKernels.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct Team {
  TeamTask task;
  void *context;
  size_t parts;
  /// Counts the tasks, so that a thread sees a new one.
  atomic_size_t round;
  /// Threads that have not finished the task in hand.
  atomic_size_t busy;
  atomic_int is_over;
  pthread_mutex_t lock;
  pthread_cond_t news;
  pthread_cond_t done;
  size_t started;
  pthread_t *threads;
};

typedef struct {
  Team *team;
  size_t part;
} Member;

/// How often a thread looks before it sleeps: tasks of a step follow each other within microseconds.
enum { looks = 4000 };

static void pause_briefly(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static size_t wait_for_news(Team *team, size_t seen) {
  for (int look = 0; look < looks; look++) {
    size_t round = atomic_load_explicit(&team->round, memory_order_acquire);
    if (round != seen) return round;
    pause_briefly();
  }
  pthread_mutex_lock(&team->lock);
  while (atomic_load(&team->round) == seen) pthread_cond_wait(&team->news, &team->lock);
  pthread_mutex_unlock(&team->lock);
  return atomic_load(&team->round);
}

static void *work(void *argument) {
  Member member = *(Member *)argument;
  free(argument);
  Team *team = member.team;
  size_t seen = 0;
  while (1) {
    seen = wait_for_news(team, seen);
    if (atomic_load(&team->is_over)) return NULL;
    team->task(team->context, member.part, team->parts);
    if (atomic_fetch_sub(&team->busy, 1) == 1) {
      pthread_mutex_lock(&team->lock);
      pthread_cond_signal(&team->done);
      pthread_mutex_unlock(&team->lock);
    }
  }
}

static void announce(Team *team) {
  pthread_mutex_lock(&team->lock);
  atomic_fetch_add(&team->round, 1);
  pthread_cond_broadcast(&team->news);
  pthread_mutex_unlock(&team->lock);
}

Team *team_create(size_t parts) {
  Team *team = calloc(1, sizeof(Team));
  if (team == NULL) return NULL;
  team->threads = calloc(parts, sizeof(pthread_t));
  pthread_mutex_init(&team->lock, NULL);
  pthread_cond_init(&team->news, NULL);
  pthread_cond_init(&team->done, NULL);
  team->parts = 1;
  for (size_t part = 1; part < parts && team->threads != NULL; part++) {
    Member *member = malloc(sizeof(Member));
    if (member == NULL) break;
    *member = (Member){team, part};
    if (pthread_create(&team->threads[team->started], NULL, work, member) != 0) {
      free(member);
      break;
    }
    team->started++;
    team->parts++;
  }
  return team;
}

size_t team_parts(const Team *team) { return team->parts; }

void team_run(Team *team, TeamTask task, void *context) {
  if (team->parts > 1) {
    team->task = task;
    team->context = context;
    atomic_store(&team->busy, team->parts - 1);
    announce(team);
  }
  task(context, 0, team->parts);
  for (int look = 0; look < looks; look++) {
    if (atomic_load_explicit(&team->busy, memory_order_acquire) == 0) return;
    pause_briefly();
  }
  pthread_mutex_lock(&team->lock);
  while (atomic_load(&team->busy) > 0) pthread_cond_wait(&team->done, &team->lock);
  pthread_mutex_unlock(&team->lock);
}

void team_destroy(Team *team) {
  atomic_store(&team->is_over, 1);
  announce(team);
  for (size_t index = 0; index < team->started; index++) pthread_join(team->threads[index], NULL);
  pthread_mutex_destroy(&team->lock);
  pthread_cond_destroy(&team->news);
  pthread_cond_destroy(&team->done);
  free(team->threads);
  free(team);
}
