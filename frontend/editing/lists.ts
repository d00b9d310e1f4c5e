import type { EditorView } from '@codemirror/view';

const ITEM = /^(\s*)(- \[[ xX]\] |[-*] |(\d{1,3})([.)]) |> )(.*)$/;

/** Enter in a list or a quotation begins the next line of it; on an empty item it ends it. */
export function continueList(view: EditorView): boolean {
  const { state } = view;
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const found = ITEM.exec(line.text);
  if (!main.empty || !found || main.head < line.from + found[1].length + found[2].length) {
    return false;
  }
  const [, indent, mark, number, dot, words] = found;
  if (!words.trim()) {
    view.dispatch({ changes: { from: line.from, to: line.to, insert: '' }, userEvent: 'input' });
    return true;
  }
  const next = number ? `${Number(number) + 1}${dot} ` : mark.startsWith('- [') ? '- [ ] ' : mark;
  view.dispatch({ ...state.replaceSelection(`\n${indent}${next}`), scrollIntoView: true, userEvent: 'input' });
  return true;
}
