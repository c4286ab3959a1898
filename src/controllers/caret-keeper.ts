import type { LitElement } from 'lit';
import { caretAfter } from '../core/drafts/caret.js';

/** Changes what a form holds, and leaves the caret of the field that is being written in where it is. */
export function keepCaret(form: LitElement, change: () => void): void {
  const control = form.shadowRoot?.activeElement;
  const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
  const { value, selectionStart: start, selectionEnd: end } = isText ? control : NOWHERE;
  change();
  if (!isText || start === null || end === null) return;
  void form.updateComplete.then(() => {
    if (control.value === value || form.shadowRoot?.activeElement !== control) return;
    const { selectionDirection } = control;
    const [from, to] = [start, end].map((at) => caretAfter(value, control.value, at));
    control.setSelectionRange(from ?? 0, to ?? 0, selectionDirection ?? 'none');
  });
}

const NOWHERE = { value: '', selectionStart: null, selectionEnd: null };
