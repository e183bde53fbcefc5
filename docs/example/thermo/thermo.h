/* A thermometer's C API. */

#ifndef EXAMPLE_THERMO_H
#define EXAMPLE_THERMO_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A thermometer; its members are the implementation's. */
typedef struct thermo thermo;

/** Called for each reading, in the thread that called thermo_feed(). */
typedef void (*thermo_callback)(void *context, int32_t millidegrees);

/**
 * Makes a thermometer.
 *
 * SAFETY(lifetime, ownership, errors, thread): the caller owns the result and
 * frees it with thermo_free(); null means that memory ran out; nothing throws.
 * `context` is kept, and given to `callback` in the thread of thermo_feed(), so
 * it has to outlive the thermometer. `context` may be null, `callback` may not.
 */
thermo *thermo_new(thermo_callback callback, void *context);

/**
 * Frees a thermometer.
 *
 * SAFETY(null, lifetime, ownership): `self` is null, or came from thermo_new()
 * and was not freed; it must not be used afterwards.
 */
void thermo_free(thermo *self);

/** Takes the readings of one packet. Returns how many there were. */
size_t thermo_feed(thermo *self, const uint8_t *packet, size_t size);

int32_t thermo_last(const thermo *self);

/** Supplied by the board: where messages go. */
void board_log(const char *text, size_t length);

/** How many thermometers there are. */
extern int thermo_count;

#ifdef __cplusplus
}
#endif

#endif
