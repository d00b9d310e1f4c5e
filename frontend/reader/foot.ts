import type { Clauses, Clause } from './clauses';
import { button, make } from './dom';
import type { Labels } from './labels';
import type { ReadingState } from './types';

export interface FootListener {
  go(clause: Clause): void;
  note(): void;
}

/** What to do next, below the text: the next clause, the first one missed, or, when all is read, the quiz. */
export class Foot {
  private readonly saved = make('span', { class: 'eyebrow', attributes: { role: 'status' } });
  private current: Clause | null = null;
  private state: Pick<ReadingState, 'progress' | 'completed' | 'quiz' | 'completedLabel'> = { progress: {}, completed: false, quiz: null, completedLabel: null };

  constructor(
    private readonly box: HTMLElement,
    private readonly clauses: Clauses,
    private readonly labels: Labels,
    private readonly listener: FootListener,
  ) {}

  at(clause: Clause): void {
    this.current = clause;
    this.draw();
  }

  load(state: Pick<ReadingState, 'progress' | 'completed' | 'quiz' | 'completedLabel'>): void {
    this.state = state;
    this.draw();
  }

  say(text: string): void {
    if (this.saved.textContent !== text) {
      this.saved.textContent = text;
    }
  }

  private draw(): void {
    const unread = this.clauses.firstUnread(this.state.progress);
    const actions: HTMLElement[] = [];
    if (!unread && this.state.quiz) {
      actions.push(make('a', { class: 'btn main', text: this.state.quiz.label || this.labels.of('quiz'), attributes: { href: this.state.quiz.href } }));
    }
    if (this.next()) {
      actions.push(button(this.labels.of('next'), actions.length ? 'btn' : 'btn main', () => this.go(this.next())));
    } else if (unread) {
      actions.push(button(this.labels.of('nextUnread', unread.label), 'btn main', () => this.go(this.clauses.firstUnread(this.state.progress))));
    }
    actions.push(button(this.labels.of('note'), 'btn', () => this.listener.note()));
    // Drawn only when something changed, so that focus stays on the button that was pressed; where a button leads is
    // asked when it is pressed.
    const print = actions.map((action) => action.outerHTML).join('');
    if (this.box.dataset['drawn'] !== print) {
      const focused = this.box.contains(document.activeElement) && document.activeElement?.tagName === 'BUTTON';
      this.box.dataset['drawn'] = print;
      this.box.replaceChildren(...actions, this.saved);
      if (focused) {
        actions[0]?.focus({ preventScroll: true });
      }
    }
  }

  private go(clause: Clause | null | undefined): void {
    if (clause) {
      this.listener.go(clause);
    }
  }

  private next(): Clause | null {
    const next = this.current ? this.clauses.beside(this.current, 1) : this.clauses.list[0];
    return next && next !== this.current ? next : null;
  }
}
