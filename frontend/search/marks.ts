import { make } from '../reader/dom';
import { canonical, key, WORD } from './fold';

const MOST_WORDS = 40;
const MARK = 'found';

/** Numbers of clauses and sources of figures are not the text's own words. */
const NOT_WORDS = '.no, .src, .sr, script, style';

/**
 * Marks words where they stand. A word is marked when it is the one asked for with its marks right; only where no such word occurs,
 * those that differ in their marks alone. What is asked for comes from the address: it is compared with words, and never shown as
 * anything but text.
 */
export class Marks {
  private readonly keys = new Set<string>();
  private readonly exact = new Set<string>();

  constructor(readonly words: string) {
    for (const [word] of [...words.normalize('NFC').matchAll(WORD)].slice(0, MOST_WORDS)) {
      this.keys.add(key(word));
      this.exact.add(canonical(word));
    }
  }

  /** @returns how many places were marked: words that follow one another are one place */
  on(root: Element): number {
    const texts = textsOf(root);
    const right = new Set<string>();
    for (const text of texts) {
      for (const [word] of text.data.matchAll(WORD)) {
        if (this.exact.has(canonical(word))) {
          right.add(key(word));
        }
      }
    }
    return texts.reduce((sum, text) => sum + this.mark(text, right), 0);
  }

  /** Leaves the text as it was. */
  static off(root: Element): void {
    for (const mark of root.querySelectorAll(`mark.${MARK}`)) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
  }

  private mark(text: Text, right: Set<string>): number {
    const places: { from: number; to: number }[] = [];
    for (const match of text.data.matchAll(WORD)) {
      const [word] = match;
      const folded = key(word);
      if (!this.keys.has(folded) || (right.has(folded) && !this.exact.has(canonical(word)))) {
        continue;
      }
      const before = places.at(-1);
      if (before && /^\s+$/.test(text.data.slice(before.to, match.index))) {
        before.to = match.index + word.length;
      } else {
        places.push({ from: match.index, to: match.index + word.length });
      }
    }
    // From the last, so that the places before it stay where they are.
    for (const { from, to } of places.toReversed()) {
      const found = text.splitText(from);
      found.splitText(to - from);
      const mark = make('mark', { class: MARK });
      found.replaceWith(mark);
      mark.append(found);
    }
    return places.length;
  }
}

function textsOf(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest(NOT_WORDS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const texts: Text[] = [];
  while (walker.nextNode()) {
    texts.push(walker.currentNode as Text);
  }
  return texts;
}

const PARAMETER = 'tim';
const LONGEST = 400;

/** The words that the address asks to mark; absent when it asks for none. */
export function wordsAsked(): string | null {
  const words = new URLSearchParams(location.search).get(PARAMETER)?.trim().slice(0, LONGEST);
  return words || null;
}

/** The address without them, in place of the present one. */
export function forgetWords(): void {
  const rest = new URLSearchParams(location.search);
  rest.delete(PARAMETER);
  const search = rest.size > 0 ? `?${rest}` : '';
  history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
}
