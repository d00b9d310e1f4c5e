import { button, make } from '../reader/dom';
import { Combobox, follow } from './combobox';
import './place';

/** What is searched for appears while one types; a pause shorter than this is still typing. */
const PAUSE_MILLIS = 160;

/**
 * The field of the search page. `label`, `placeholder` and `clear` are its texts; `search-typed` tells what was typed. No shadow
 * DOM, so that the theme dresses it as it does every field.
 */
export class QtSearchField extends HTMLElement {
  private readonly input = make('input', { attributes: { type: 'search', name: 'q' } });
  private combobox: Combobox | null = null;
  private timer = 0;
  private told = '';
  private wanted = false;

  connectedCallback(): void {
    if (!this.combobox) {
      this.build();
    }
    if (this.wanted) {
      requestAnimationFrame(() => this.wanted && this.focus());
    }
  }

  private build(): void {
    const label = this.getAttribute('label') ?? '';
    this.input.setAttribute('aria-label', label);
    this.input.placeholder = this.getAttribute('placeholder') ?? '';
    this.combobox = new Combobox(this.input, label, (words) => this.tell(words), follow);
    const clear = button('', 'clear', () => {
      this.input.value = '';
      this.combobox?.close();
      this.tell('');
      this.input.focus();
    });
    clear.setAttribute('aria-label', this.getAttribute('clear') ?? '');
    this.input.addEventListener('input', () => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.tell(this.input.value), PAUSE_MILLIS);
    });
    this.replaceChildren(make('div', { class: 'search-box', attributes: { role: 'search' } }, this.input, clear, this.combobox.list), this.combobox.status);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  get value(): string {
    return this.input.value;
  }

  /** Set by the page when it shows another search; what is being typed at this moment is left alone. */
  set value(words: string) {
    this.told = words;
    this.input.value = words;
    window.clearTimeout(this.timer);
    this.combobox?.close();
  }

  /** Flow asks before the element is on the page to stay, and moves it once more. */
  override focus(): void {
    this.input.focus({ preventScroll: true });
    this.wanted = document.activeElement !== this.input;
  }

  private tell(words: string): void {
    window.clearTimeout(this.timer);
    if (words !== this.told) {
      this.told = words;
      this.dispatchEvent(new CustomEvent('search-typed', { detail: words }));
    }
  }
}

if (!customElements.get('qt-search-field')) {
  customElements.define('qt-search-field', QtSearchField);
}
