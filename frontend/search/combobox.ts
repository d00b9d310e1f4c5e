import { getJson } from '../reader/api';
import { make } from '../reader/dom';
import { key, WORD } from './fold';

/** One suggestion, as `/api/search/suggest` says it. Without an address it is words to be searched for. */
interface Suggested {
  label: string;
  words: string;
  of: string;
  href: string | null;
}

interface Suggestions {
  suggestions: Suggested[];
  status: string;
}

/** A pause shorter than this is still typing. */
const PAUSE_MILLIS = 90;
const LONGEST = 400;

let fields = 0;

/**
 * Suggestions below a search field, as an ARIA combobox with a list. Arrow keys move, Home and End too once an option is active,
 * Enter takes it, Escape closes the list and leaves what was typed. Only the answer for what stands in the field is ever shown.
 */
export class Combobox {
  readonly list: HTMLElement;
  readonly status = make('span', { class: 'sr', attributes: { role: 'status' } });
  private readonly name = `suggestions-${++fields}`;
  private shown: Suggested[] = [];
  private active = -1;
  private timer = 0;
  private asked: AbortController | null = null;

  constructor(
    private readonly input: HTMLInputElement,
    label: string,
    private readonly search: (words: string) => void,
    private readonly open: (href: string) => void,
  ) {
    this.list = make('ul', { class: 'suggestions', attributes: { 'role': 'listbox', 'id': this.name, 'aria-label': label } });
    this.list.hidden = true;
    const said = {
      'role': 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.name,
      'autocomplete': 'off',
      'autocapitalize': 'off',
      'spellcheck': 'false',
      'enterkeyhint': 'search',
      'maxlength': String(LONGEST),
    };
    Object.entries(said).forEach(([attribute, value]) => input.setAttribute(attribute, value));
    input.addEventListener('input', () => this.typed());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
    // The field keeps the focus, so that the keyboard of a phone stays where it is.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
      if (option) {
        this.take(Number(option.dataset['at']));
      }
    });
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.asked?.abort();
    this.asked = null;
    this.show([], '');
  }

  private typed(): void {
    window.clearTimeout(this.timer);
    this.asked?.abort();
    this.asked = null;
    if (this.input.value.trim()) {
      this.timer = window.setTimeout(() => void this.ask(), PAUSE_MILLIS);
    } else {
      this.close();
    }
  }

  private async ask(): Promise<void> {
    const asked = new AbortController();
    this.asked = asked;
    const words = this.input.value;
    try {
      const answer = await getJson<Suggestions>(`/api/search/suggest?q=${encodeURIComponent(words)}`, asked.signal);
      if (!asked.signal.aborted && this.input.value === words && document.activeElement === this.input) {
        this.show(answer.suggestions, answer.status);
      }
    } catch {
      // Suggestions are a help, not the answer: without them one types on.
      if (!asked.signal.aborted) {
        this.show([], '');
      }
    }
  }

  private show(suggestions: Suggested[], status: string): void {
    this.shown = suggestions;
    const typed = [...this.input.value.matchAll(WORD)].map(([word]) => key(word));
    this.list.replaceChildren(...suggestions.map((suggestion, at) => this.option(suggestion, at, typed)));
    this.list.hidden = suggestions.length === 0;
    this.input.setAttribute('aria-expanded', String(suggestions.length > 0));
    this.status.textContent = status;
    this.activate(-1);
  }

  private option(suggestion: Suggested, at: number, typed: string[]): HTMLElement {
    const words = make('span', { class: 'words' }, ...emphasised(suggestion.words, typed));
    const aside = make('span', { class: 'eyebrow', text: [suggestion.label, suggestion.of].filter(Boolean).join(' · ') });
    return make('li', { attributes: { 'role': 'option', 'id': `${this.name}-${at}`, 'data-at': String(at), 'aria-selected': 'false' } }, words, aside);
  }

  private activate(at: number): void {
    this.active = at;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    if (at < 0) {
      this.input.removeAttribute('aria-activedescendant');
    } else {
      this.input.setAttribute('aria-activedescendant', `${this.name}-${at}`);
      this.list.children[at]?.scrollIntoView({ block: 'nearest' });
    }
  }

  private key(event: KeyboardEvent): void {
    // While an input method composes a letter, its keys are its own.
    if (event.isComposing || event.ctrlKey || event.metaKey) {
      return;
    }
    const last = this.shown.length - 1;
    const moves: Record<string, number> =
      last < 0 ? {} : { ArrowDown: this.active === last ? -1 : this.active + 1, ArrowUp: this.active === -1 ? last : this.active - 1, ...(this.active >= 0 ? { Home: 0, End: last } : {}) };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.activate(to);
    } else if (event.key === 'ArrowDown' && this.input.value.trim()) {
      event.preventDefault();
      void this.ask();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (this.active >= 0) {
        this.take(this.active);
      } else {
        this.close();
        this.search(this.input.value);
      }
    } else if (event.key === 'Escape' && last >= 0) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  private take(at: number): void {
    const taken = this.shown[at];
    if (!taken) {
      return;
    }
    this.close();
    if (taken.href) {
      this.open(taken.href);
    } else {
      this.input.value = taken.words;
      this.search(taken.words);
    }
  }
}

/** The words that were typed, or begun, stand out a little. */
function emphasised(words: string, typed: string[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const match of words.matchAll(WORD)) {
    const word = key(match[0]);
    if (typed.some((begun) => word.startsWith(begun))) {
      parts.push(words.slice(at, match.index), make('b', { text: match[0] }));
      at = match.index + match[0].length;
    }
  }
  parts.push(words.slice(at));
  return parts.filter((part) => part !== '');
}

/** Follows an address within the portal as a click on a link would, without loading the page anew where the router can. */
export function follow(href: string): void {
  const link = make('a', { attributes: { href } });
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
