import { make } from '../reader/dom';
import { Combobox, follow } from './combobox';

/** In place of the header's link to the search page, a field with suggestions; the link comes back when nobody needs the field. */
export function openFind(link: HTMLAnchorElement): void {
  const label = link.getAttribute('aria-label') ?? '';
  const input = make('input', { attributes: { 'type': 'search', 'name': 'q', 'aria-label': label, 'placeholder': label } });
  const page = new URL(link.href).pathname;
  const combobox = new Combobox(input, label, (words) => words.trim() && go(`${page}?q=${encodeURIComponent(words.trim())}`), go);
  const box = make('div', { class: 'find find-field', attributes: { role: 'search' } }, input, combobox.list, combobox.status);

  function go(href: string): void {
    close();
    follow(href);
  }

  // Taking the field away takes the focus from it, which closes once more.
  let closed = false;
  function close(): void {
    if (!closed) {
      closed = true;
      link.hidden = false;
      box.remove();
    }
  }

  input.addEventListener('blur', () => {
    // Going to another window is not leaving the field.
    if (document.hasFocus()) {
      close();
    }
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      close();
      link.focus();
    }
  });
  link.hidden = true;
  link.after(box);
  input.focus();
}
