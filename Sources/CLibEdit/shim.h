// Swift calls no variadic C functions, so each use of el_wset, el_wget and history_w has a name of its own here.
#pragma once

#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

typedef unsigned char (*editline_command)(EditLine *, int);

static wchar_t *editline_first_prompt(EditLine *editor) { (void)editor; static wchar_t text[] = L"> "; return text; }
static wchar_t *editline_next_prompt(EditLine *editor) { (void)editor; static wchar_t text[] = L"| "; return text; }

static inline EditLine *editline_start(const char *name) { return el_init(name, stdin, stdout, stderr); }
static inline void editline_use_emacs_keys(EditLine *editor) { el_wset(editor, EL_EDITOR, L"emacs"); }
static inline void editline_handle_signals(EditLine *editor) { el_wset(editor, EL_SIGNAL, 1); }
static inline void editline_set_prompt(EditLine *editor, int continues) {
  el_wset(editor, EL_PROMPT, continues ? editline_next_prompt : editline_first_prompt);
}
static inline void editline_use_history(EditLine *editor, HistoryW *history) {
  el_wset(editor, EL_HIST, history_w, history);
}
static inline void editline_set_context(EditLine *editor, void *context) { el_wset(editor, EL_CLIENTDATA, context); }
static inline void *editline_context(EditLine *editor) {
  void *context = NULL;
  el_wget(editor, EL_CLIENTDATA, &context);
  return context;
}
static inline void editline_add_command(EditLine *editor, const wchar_t *name, editline_command command) {
  el_wset(editor, EL_ADDFN, name, name, command);
}
static inline void editline_bind(EditLine *editor, const wchar_t *key, const wchar_t *command) {
  el_wset(editor, EL_BIND, key, command, NULL);
}
static inline void editline_set_history_size(HistoryW *history, int size) {
  HistEventW event;
  history_w(history, &event, H_SETSIZE, size);
  history_w(history, &event, H_SETUNIQUE, 1);
}
static inline void editline_add_history(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  history_w(history, &event, H_ENTER, line);
}

static inline FILE *standard_input(void) { return stdin; }
static inline FILE *standard_output(void) { return stdout; }
static inline FILE *standard_error(void) { return stderr; }
