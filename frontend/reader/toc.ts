import type { Clause, Clauses } from './clauses';
import type { Labels } from './labels';
import { make } from './dom';

/** The contents tree: what was read, and where the reader is. */
export class Toc {
  private readonly links: Map<string, HTMLAnchorElement>;
  private readonly count: HTMLElement | null;

  constructor(
    private readonly nav: HTMLElement,
    private readonly clauses: Clauses,
    private readonly labels: Labels,
  ) {
    this.links = new Map([...nav.querySelectorAll<HTMLAnchorElement>('.toc-link[data-clause]')].map((link) => [link.dataset['clause'] ?? '', link]));
    this.count = nav.querySelector('.toc-count');
  }

  progress(progress: Record<string, number>, read: number, readable: number): void {
    if (this.count) {
      this.count.textContent = this.labels.of('readCount', read, readable);
    }
    for (const [id, link] of this.links) {
      this.tick(link, this.clauses.share(id, progress));
    }
  }

  current(clause: Clause): void {
    for (const [id, link] of this.links) {
      link.classList.toggle('on', id === clause.id);
      if (id === clause.id) {
        link.setAttribute('aria-current', 'location');
        this.reveal(link);
      } else {
        link.removeAttribute('aria-current');
      }
    }
  }

  /** The tick is a picture; the words for it are heard only. */
  private tick(link: HTMLAnchorElement, share: number): void {
    const tick = link.querySelector<HTMLElement>('.tick');
    if (!tick) {
      return;
    }
    tick.classList.toggle('full', share >= 1);
    tick.classList.toggle('half', share > 0 && share < 1);
    tick.style.setProperty('--p', String(Math.round(share * 100)));
    let words = link.querySelector<HTMLElement>('.sr');
    if (!words) {
      words = link.appendChild(make('span', { class: 'sr' }));
    }
    words.textContent = share >= 1 ? this.labels.of('tickRead') : share > 0 ? this.labels.of('tickPart', Math.round(share * 100)) : '';
  }

  /** Scrolls the tree itself, never the page: scrollIntoView would move both. */
  private reveal(link: HTMLElement): void {
    const frame = this.nav.getBoundingClientRect();
    const box = link.getBoundingClientRect();
    if (box.top < frame.top + 48) {
      this.nav.scrollTop -= frame.top + 48 - box.top;
    } else if (box.bottom > frame.bottom - 48) {
      this.nav.scrollTop += box.bottom - frame.bottom + 48;
    }
  }
}
