import { foundBar } from '../search/bar';
import { forgetWords, Marks, wordsAsked } from '../search/marks';
import type { Clause } from './clauses';
import { isWriting } from './dom';
import type { Labels } from './labels';

/** The words of a search, marked in the clause that the reader came to, until they are taken off. */
export class Found {
  private readonly marks: Marks | null;
  private bar: HTMLElement | null = null;
  private clause: Clause | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly labels: Labels,
    signal: AbortSignal,
  ) {
    const words = wordsAsked();
    this.marks = words ? new Marks(words) : null;
    if (this.marks) {
      document.addEventListener('keydown', (event) => this.key(event), { signal });
    }
  }

  /** Marks the clause that the address names; without one there is nothing to mark. */
  show(clause: Clause | undefined): void {
    if (!this.marks || !clause) {
      return;
    }
    this.clause = clause;
    const places = this.marks.on(clause.section);
    if (places > 0) {
      this.bar = foundBar(this.marks.words, places, this.labels, () => this.takeOff());
      this.host.append(this.bar);
    }
  }

  /** What stands beside the clause may hold the words as well: a hit can be a key point or a note. */
  beside(clause: Clause, aside: Element): void {
    if (this.clause && clause === this.clause) {
      aside.querySelectorAll('.item .body').forEach((body) => this.marks?.on(body));
    }
  }

  private takeOff(): void {
    const focused = this.bar?.contains(document.activeElement);
    this.bar?.remove();
    Marks.off(this.host);
    if (focused && this.clause) {
      this.clause.section.tabIndex = -1;
      this.clause.section.focus({ preventScroll: true });
    }
    this.clause = null;
    forgetWords();
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.clause && !event.defaultPrevented && !isWriting(event.target) && !document.querySelector('dialog[open], .account-menu[open]')) {
      this.takeOff();
    }
  }
}
