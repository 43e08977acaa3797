/// The two functions of the C library that the driver needs, also where there is no module of that library.
#ifndef STREAMS_H
#define STREAMS_H
int getchar(void);
int putchar(int character);
#endif
