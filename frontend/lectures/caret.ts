// Moves the caret of a vaadin-text-area to a place that a problem names. Browsers scroll to a caret only when it is typed at,
// so the height of the text above it is measured in an invisible copy with the same type and width.

interface TextArea extends HTMLElement {
  inputElement: HTMLTextAreaElement;
}

const METRICS = ['boxSizing', 'font', 'letterSpacing', 'lineHeight', 'overflowWrap', 'padding', 'tabSize', 'whiteSpace', 'width'] as const;

/** Offset of a place, both from 1; places beyond the text are its end. */
function offset(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const above = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(text.length, above + Math.min(column - 1, lines[line - 1]?.length ?? 0));
}

function heightAbove(input: HTMLTextAreaElement, end: number): number {
  const copy = document.createElement('textarea');
  const style = getComputedStyle(input);
  METRICS.forEach((metric) => {
    copy.style[metric] = style[metric];
  });
  copy.style.position = 'fixed';
  copy.style.visibility = 'hidden';
  copy.style.height = '0';
  copy.tabIndex = -1;
  copy.setAttribute('aria-hidden', 'true');
  copy.value = input.value.slice(0, end);
  document.body.append(copy);
  const height = copy.scrollHeight;
  copy.remove();
  return height;
}

/** The nearest box around the text that scrolls: it depends on whether the field grows with its text. */
function scroller(area: TextArea): HTMLElement {
  const field = area.shadowRoot?.querySelector<HTMLElement>('[part~="input-field"]');
  return field && field.scrollHeight > field.clientHeight ? field : area.inputElement;
}

function goTo(area: TextArea, line: number, column: number): void {
  const input = area.inputElement;
  const at = offset(input.value, line, column);
  const lineEnd = input.value.indexOf('\n', at);
  input.focus({ preventScroll: true });
  input.setSelectionRange(at, lineEnd < 0 ? input.value.length : lineEnd);
  const box = scroller(area);
  box.scrollTop = heightAbove(input, at) - box.clientHeight / 2;
  area.scrollIntoView({ block: 'nearest' });
}

declare global {
  interface Window {
    qtCaret?: { goTo: typeof goTo };
  }
}

window.qtCaret = { goTo };

export {};
