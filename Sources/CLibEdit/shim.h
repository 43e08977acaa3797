// Swift calls no variadic C functions, so each use of el_wset and el_wget has a name of its own here.
#pragma once

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

typedef unsigned char (*editline_command)(EditLine *, int);
typedef int (*editline_reader)(EditLine *, wchar_t *);

static inline EditLine *editline_start(const char *name, FILE *errors) { return el_init(name, stdin, stdout, errors); }
static inline void editline_use_emacs_keys(EditLine *editor) { el_wset(editor, EL_EDITOR, L"emacs"); }
/// While a line is edited Ctrl-S, Ctrl-Q and Ctrl-V are keys, and a carriage return stays one.
static inline void editline_take_all_keys(EditLine *editor) {
  el_wset(editor, EL_SETTY, L"-d", L"-ixon", L"-icrnl", L"-iexten", NULL);
}
static inline void editline_set_output(EditLine *editor, FILE *output) { el_wset(editor, EL_SETFP, 1, output); }
static inline void editline_set_reader(EditLine *editor, editline_reader reader) {
  el_wset(editor, EL_GETCFN, reader);
}
/// Takes the terminal (1) or gives it back (0).
static inline void editline_prepare(EditLine *editor, int takes) { el_wset(editor, EL_PREP_TERM, takes); }
static inline void editline_set_context(EditLine *editor, void *context) { el_wset(editor, EL_CLIENTDATA, context); }
static inline void *editline_context(EditLine *editor) {
  void *context = NULL;
  el_wget(editor, EL_CLIENTDATA, &context);
  return context;
}
/// libedit keeps the name itself, not a copy, as long as the editor lives.
static inline void editline_add_command(EditLine *editor, const wchar_t *name, editline_command command) {
  const wchar_t *kept = wcsdup(name);
  el_wset(editor, EL_ADDFN, kept, kept, command);
}
static inline void editline_bind(EditLine *editor, const wchar_t *key, const wchar_t *command) {
  el_wset(editor, EL_BIND, key, command, NULL);
}
/// Moves the cursor within the line; the public structure is the editor's own.
static inline void editline_move(EditLine *editor, int distance) {
  LineInfoW *line = (LineInfoW *)el_wline(editor);
  const wchar_t *cursor = line->cursor + distance;
  line->cursor = cursor < line->buffer ? line->buffer : cursor > line->lastchar ? line->lastchar : cursor;
}

static inline FILE *standard_input(void) { return stdin; }
static inline FILE *standard_output(void) { return stdout; }
static inline FILE *standard_error(void) { return stderr; }
