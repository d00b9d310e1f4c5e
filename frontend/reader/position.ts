import type { Clause, Clauses } from './clauses';

/** The reading line lies this far down the window. */
const LINE = 0.35;
const HELD_MILLIS = 1500;

/** Where the reader is: the clause on the reading line, and the clauses in view. */
export class Position {
  private at: Clause | null = null;
  /**
   * A clause that was jumped to stays current until the reader scrolls: the last short ones never reach the line. Until
   * `held` (or the first gesture) it is also put back in place: fonts arrive above it, and Vaadin scrolls a new page up.
   */
  private pinned: { clause: Clause; y: number; held: number } | null = null;
  private frame = 0;

  constructor(
    private readonly clauses: Clauses,
    main: HTMLElement,
    private readonly changed: (clause: Clause, moved: boolean) => void,
    signal: AbortSignal,
  ) {
    const look = () => {
      this.frame ||= requestAnimationFrame(() => {
        this.frame = 0;
        this.look();
      });
    };
    window.addEventListener('scroll', look, { passive: true, signal });
    window.addEventListener('resize', look, { passive: true, signal });
    for (const gesture of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
      window.addEventListener(gesture, () => this.pinned && (this.pinned.held = 0), { passive: true, capture: true, signal });
    }
    const settled = new ResizeObserver(() => {
      if (this.pinned && performance.now() < this.pinned.held) {
        this.place(this.pinned);
      }
    });
    settled.observe(main);
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.frame);
      settled.disconnect();
    });
    this.look();
  }

  get current(): Clause | null {
    return this.at;
  }

  /** Scrolls there at once; a moving page is slower to find one's place on than a still one. */
  jump(clause: Clause, focus: boolean): void {
    this.pinned = { clause, y: 0, held: performance.now() + HELD_MILLIS };
    this.place(this.pinned);
    if (focus) {
      clause.section.tabIndex = -1;
      clause.section.focus({ preventScroll: true });
    }
    this.become(clause, true);
  }

  /** Readable clauses of which at least half, or a third of the window, is in view. */
  visible(): string[] {
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const height = window.innerHeight - top;
    return this.clauses.list
      .filter((clause) => {
        const box = clause.section.getBoundingClientRect();
        const shown = Math.min(box.bottom, window.innerHeight) - Math.max(box.top, top);
        return clause.readable && shown > 0 && (shown >= box.height / 2 || shown >= height / 3);
      })
      .map((clause) => clause.id);
  }

  private place(pinned: { clause: Clause; y: number }): void {
    pinned.clause.section.scrollIntoView({ block: 'start', behavior: 'instant' });
    pinned.y = window.scrollY;
  }

  private look(): void {
    if (this.pinned) {
      if (Math.abs(window.scrollY - this.pinned.y) < 4) {
        return;
      }
      if (performance.now() < this.pinned.held) {
        this.place(this.pinned);
        return;
      }
      this.pinned = null;
    }
    const line = this.line();
    let found = this.clauses.list[0];
    for (const clause of this.clauses.list) {
      if (clause.section.getBoundingClientRect().top > line) {
        break;
      }
      found = clause;
    }
    if (found) {
      this.become(found, window.scrollY > 0);
    }
  }

  /** Near the end of the page the line moves down, so that the last clauses cross it too. */
  private line(): number {
    const height = window.innerHeight;
    const left = document.documentElement.scrollHeight - height - window.scrollY;
    const late = Math.max(0, 1 - left / (height * (1 - LINE)));
    return height * (LINE + (1 - LINE) * (window.scrollY > 0 ? late : 0));
  }

  private become(clause: Clause, moved: boolean): void {
    if (clause === this.at) {
      return;
    }
    this.at?.section.classList.remove('on');
    clause.section.classList.add('on');
    this.at = clause;
    this.changed(clause, moved);
  }
}
