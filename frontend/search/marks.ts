import { make } from '../reader/dom';
import { canonical, key, WORD } from './fold';

const MOST_WORDS = 40;
const MARK = 'found';

/** Numbers of clauses and sources of figures are not the text's own words. */
const NOT_WORDS = '.no, .src, .sr, script, style';

/** Words that hold a sentence together: alone they say nothing of what was searched for. */
const BINDING = new Set('bị bởi các cho có của cùng cũng do để đã được là lại làm mà mỗi một những nhưng này ở phải ra rằng sẽ tại theo thì từ và về vì với vào đó đến khi như trong'.split(' ').map(canonical));

/**
 * Marks words where they stand. A word is marked when it is the one asked for with its marks right, or with any when it was asked for
 * without; only where nothing is found that way, also those that differ in their marks alone. A word such as "và" is marked only
 * beside another that is. What is asked for comes from the address: it is compared with words, and never shown as
 * anything but text.
 */
export class Marks {
  private readonly keys = new Set<string>();
  private readonly exact = new Set<string>();
  /** The keys of words that were asked for without marks. */
  private readonly bare = new Set<string>();
  /** Whether nothing else was asked for than words that say nothing alone. */
  private readonly binding: boolean;

  constructor(readonly words: string) {
    for (const [word] of [...words.normalize('NFC').matchAll(WORD)].slice(0, MOST_WORDS)) {
      this.keys.add(key(word));
      this.exact.add(canonical(word));
      if (key(word) === canonical(word)) {
        this.bare.add(key(word));
      }
    }
    this.binding = [...this.exact].every((word) => BINDING.has(word));
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
    const strictly = (word: string) => this.exact.has(canonical(word)) || (this.bare.has(key(word)) && !right.has(key(word)));
    return this.mark(texts, strictly) || this.mark(texts, (word) => this.keys.has(key(word)));
  }

  /** Leaves the text as it was. */
  static off(root: Element): void {
    for (const mark of root.querySelectorAll(`mark.${MARK}`)) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
  }

  private mark(texts: Text[], isFound: (word: string) => boolean): number {
    return texts.reduce((sum, text) => sum + this.markIn(text, isFound), 0);
  }

  private markIn(text: Text, isFound: (word: string) => boolean): number {
    const places: { from: number; to: number; telling: boolean }[] = [];
    for (const match of text.data.matchAll(WORD)) {
      const [word] = match;
      if (!isFound(word)) {
        continue;
      }
      const to = match.index + word.length;
      const telling = this.binding || !BINDING.has(canonical(word));
      const before = places.at(-1);
      if (before && /^\s+$/.test(text.data.slice(before.to, match.index))) {
        before.to = to;
        before.telling ||= telling;
      } else {
        places.push({ from: match.index, to, telling });
      }
    }
    const telling = places.filter((place) => place.telling);
    // From the last, so that the places before it stay where they are.
    for (const { from, to } of telling.toReversed()) {
      const found = text.splitText(from);
      found.splitText(to - from);
      const mark = make('mark', { class: MARK });
      found.replaceWith(mark);
      mark.append(found);
    }
    return telling.length;
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
