import type { Clause, Clauses } from './clauses';
import { button, make } from './dom';
import { FurtherQuestions } from './further';
import type { Labels } from './labels';
import { type Notes, type Scope, scopeOf } from './notes';
import type { Further, Item, Kind, NoteUnit } from './types';

const CLASSES: Record<Kind, string> = { KEY_POINT: 'key', CHANGE: 'change', LOCAL_NOTE: 'local', SLIDE: 'slides', QUESTION: 'question', MY_NOTE: 'mine' };

/** Everything on the clause being read: key points, the unit's notes, slides, questions, one's own notes. */
export class Thread {
  notes!: Notes;
  units: NoteUnit[] = [];
  private items: Item[] = [];
  private further: FurtherQuestions | null = null;
  private clause: Clause | null = null;
  private editing: { scope: Scope; item: Item | null } | null = null;

  constructor(
    private readonly aside: HTMLElement,
    private readonly clauses: Clauses,
    private readonly labels: Labels,
    private readonly counted: (count: number) => void,
    private readonly drawn: (clause: Clause, aside: HTMLElement) => void,
  ) {}

  load(items: Item[], units: NoteUnit[], further: Further[]): void {
    this.items = items;
    this.further ??= new FurtherQuestions(this.labels, further);
    this.units = units;
    this.draw();
  }

  /** Follows the reader, unless a note is being written here: it must not vanish under the hands. */
  show(clause: Clause): void {
    if (clause === this.clause || this.isWriting()) {
      return;
    }
    this.clause = clause;
    this.editing = this.notes.hasDraft(clause, 'mine') ? { scope: 'mine', item: null } : null;
    this.draw();
    this.aside.scrollTop = 0;
  }

  write(scope: Scope, item: Item | null = null): void {
    this.editing = { scope, item };
    this.draw();
    this.aside.querySelector('textarea')?.focus();
    this.aside.querySelector('form.note')?.scrollIntoView({ block: 'nearest' });
  }

  put(saved: Item, replaced: Item | null): void {
    const at = replaced ? this.items.indexOf(replaced) : -1;
    if (at >= 0) {
      this.items[at] = saved;
    } else {
      this.items.push(saved);
    }
    this.close();
  }

  remove(item: Item): void {
    this.items = this.items.filter((other) => other !== item);
    this.close();
  }

  close(): void {
    this.editing = null;
    this.draw();
  }

  private isWriting(): boolean {
    return this.editing !== null && this.aside.contains(document.activeElement) && document.activeElement?.tagName === 'TEXTAREA';
  }

  private draw(): void {
    const clause = this.clause;
    if (!clause) {
      return;
    }
    // A clause that is only a heading shows what belongs to the clauses within it.
    const held = clause.readable ? [clause] : this.clauses.within(clause.id);
    const groups = held.map((part) => ({ part, items: this.items.filter((item) => item.clause === part.id) })).filter((group) => group.items.length > 0);
    const count = groups.reduce((sum, group) => sum + group.items.length, 0);
    this.counted(count);

    const heading = make('h2', { text: this.labels.of('thread', clause.label) }, make('span', { text: count ? this.labels.of('items', count) : '' }));
    const parts: Node[] = [heading];
    for (const { part, items } of groups) {
      if (!clause.readable) {
        parts.push(make('h3', { text: `${part.label} ${part.title}` }));
      }
      parts.push(...items.map((item) => (this.editing?.item === item ? this.editor(part, this.editing.scope, item) : this.item(item, part))));
    }
    if (count === 0 && !this.editing) {
      parts.push(make('p', { class: 'quiet-line', text: this.labels.of('emptyThread') }));
    }
    if (this.editing && !this.editing.item) {
      parts.push(this.editor(clause, this.editing.scope, null));
    } else {
      parts.push(this.adds());
    }
    parts.push(...(this.further?.of(clause) ?? []));
    this.aside.replaceChildren(...parts);
    this.drawn(clause, this.aside);
  }

  private editor(clause: Clause, scope: Scope, item: Item | null): HTMLElement {
    return this.notes.editor(clause, scope, this.units, item);
  }

  private adds(): HTMLElement {
    const adds = make('div', { class: 'adds' }, button(this.labels.of('addNote'), 'btn small', () => this.write('mine')));
    if (this.units.length > 0) {
      adds.append(button(this.labels.of('unitNote'), 'btn small', () => this.write('unit')));
    }
    return adds;
  }

  private item(item: Item, clause: Clause): HTMLElement {
    const head = make('div', { class: 'eyebrow' }, make('span', { text: item.label }), make('span', { text: item.aside ?? '' }));
    const body = make('div', { class: 'body' });
    body.innerHTML = item.html;
    const box = make('article', { class: `item ${CLASSES[item.kind] ?? ''}`, attributes: { 'aria-label': `${item.label}, ${clause.label}` } }, head, body);
    if (item.href) {
      box.append(make('a', { class: 'open', text: this.labels.of('open'), attributes: { href: item.href } }));
    }
    if (item.editId !== null && item.editId !== undefined) {
      const acts = make('div', { class: 'acts' });
      acts.append(
        button(this.labels.of('edit'), 'btn quiet', () => this.write(scopeOf(item), item)),
        button(this.labels.of('delete'), 'btn quiet', () => this.notes.askToDelete(item, acts)),
      );
      box.append(acts);
    }
    return box;
  }
}
