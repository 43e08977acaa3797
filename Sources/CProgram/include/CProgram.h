// What happens between the start of the program and Swift's own beginning, and what a thread does for itself that Swift cannot say.
#pragma once

/// From now on a thread that ends the program by a fault says first which piece of work it was at: `\ncrash\tNUMBER\n` on the
/// standard output.
void gradus_note_crashes(void);

/// Says which piece of work the calling thread is at, 0 for none.
void gradus_set_work(long number);

/// Lets other threads and programs go before the calling thread from now on, where the system can do that for one thread.
void gradus_step_back(void);
