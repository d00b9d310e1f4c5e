import { getJson } from './api';
import type { Clause } from './clauses';
import { make } from './dom';
import type { Labels } from './labels';
import type { Further } from './types';

interface Answer {
  items: { label: string; title: string; text: string; href: string }[];
  none: string;
}

/** What more can be asked about a clause; it is asked when the reader opens it, and then known. */
export class FurtherQuestions {
  private readonly answers = new Map<string, Promise<Answer>>();
  /** By the clause that is shown; a redrawn thread keeps what was opened. */
  private opened = { clause: '', addresses: new Set<string>() };

  constructor(
    private readonly labels: Labels,
    private readonly questions: Further[],
  ) {}

  of(clause: Clause): HTMLElement[] {
    if (this.opened.clause !== clause.id) {
      this.opened = { clause: clause.id, addresses: new Set() };
    }
    return this.questions.map((question) => this.draw(question, clause));
  }

  private draw(question: Further, clause: Clause): HTMLElement {
    const address = question.address + encodeURIComponent(clause.id);
    const details = make('details', { class: 'further' }, make('summary', { text: question.label }));
    const opened = this.opened.addresses;
    details.addEventListener('toggle', () => {
      if (details.open) {
        opened.add(address);
        void this.fill(details, address);
      } else {
        opened.delete(address);
      }
    });
    details.open = opened.has(address);
    return details;
  }

  private async fill(details: HTMLElement, address: string): Promise<void> {
    let answer = this.answers.get(address);
    if (!answer) {
      answer = getJson<Answer>(address, new AbortController().signal);
      this.answers.set(address, answer);
    }
    try {
      const { items, none } = await answer;
      const list = make('ul', {}, ...items.map((item) => make('li', {}, make('span', { class: 'eyebrow', text: item.label }), make('a', { text: item.title, attributes: { href: item.href } }), make('p', { text: item.text }))));
      details.querySelector('.answer')?.remove();
      details.append(make('div', { class: 'answer' }, items.length > 0 ? list : make('p', { text: none })));
    } catch {
      this.answers.delete(address);
      details.querySelector('.answer')?.remove();
      details.append(make('div', { class: 'answer' }, make('p', { text: this.labels.of('furtherError') })));
    }
  }
}
