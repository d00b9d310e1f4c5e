import { Refused, send, SignedOut } from './api';
import type { Clause } from './clauses';
import { button, make } from './dom';
import { Drafts } from './drafts';
import type { Labels } from './labels';
import type { Toast } from './toast';
import type { Item, NoteUnit } from './types';

export type Scope = 'mine' | 'unit';

export interface NotesListener {
  saved(item: Item, replaced: Item | null): void;
  removed(item: Item): void;
  closed(): void;
  signedOut(): void;
}

/** Writing, changing and deleting notes on a clause: one's own, and for some the unit's. */
export class Notes {
  private readonly drafts: Drafts;

  constructor(
    owner: string,
    private readonly text: string,
    private readonly labels: Labels,
    private readonly toast: Toast,
    private readonly listener: NotesListener,
  ) {
    this.drafts = new Drafts(owner, text);
  }

  hasDraft(clause: Clause, scope: Scope): boolean {
    return this.drafts.read(key(clause.id, scope, null)) !== '';
  }

  /** A field for a new note, or for `item`; what was typed before is in it. */
  editor(clause: Clause, scope: Scope, units: NoteUnit[], item: Item | null): HTMLFormElement {
    const draft = key(clause.id, scope, item);
    const field = make('textarea', { attributes: { rows: '4', maxlength: '4000', placeholder: this.labels.of(scope === 'mine' ? 'notePlaceholder' : 'unitNotePlaceholder') } });
    field.value = this.drafts.read(draft) || (item ? written(item) : '');
    field.addEventListener('input', () => this.drafts.write(draft, field.value));

    const wrong = make('p', { class: 'wrong', attributes: { role: 'alert' } });
    wrong.hidden = true;
    const save = make('button', { class: 'btn main small', text: this.labels.of('save'), attributes: { type: 'submit' } });
    const cancel = button(this.labels.of('cancel'), 'btn quiet', () => {
      this.drafts.write(draft, '');
      this.listener.closed();
    });
    const label = make('label', { text: this.labels.of(scope === 'mine' ? 'myNoteOn' : 'unitNoteOn', clause.label) }, field);
    label.className = 'field';
    const form = make('form', { class: 'note' }, label);
    const unit = scope === 'unit' && units.length > 1 ? this.unitChoice(units) : null;
    if (unit) {
      form.append(unit);
    }
    form.append(wrong, make('div', { class: 'acts' }, save, cancel));

    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const body = field.value.trim();
      if (!body) {
        field.focus();
        return;
      }
      const chosen = scope === 'mine' ? null : Number(unit?.querySelector('select')?.value ?? item?.unit ?? units[0]?.id);
      save.disabled = true;
      wrong.hidden = true;
      this.post(clause.id, body, scope, chosen, item?.editId ?? null)
        .then((saved) => {
          this.drafts.write(draft, '');
          this.listener.saved(saved, item);
        })
        .catch((error: unknown) => {
          wrong.textContent = this.explain(error);
          wrong.hidden = false;
        })
        .finally(() => (save.disabled = false));
    });
    return form;
  }

  /** Asks in place, deletes, and offers to take it back: taking back writes the note anew. */
  askToDelete(item: Item, acts: HTMLElement): void {
    const before = [...acts.childNodes];
    const no = button(this.labels.of('cancel'), 'btn quiet', () => acts.replaceChildren(...before));
    const yes = button(this.labels.of('delete'), 'btn danger small', () => {
      yes.disabled = true;
      const scope = scopeOf(item);
      send('DELETE', `/api/notes/${item.editId}?scope=${scope}`)
        .then(() => {
          this.listener.removed(item);
          this.toast.show(this.labels.of('deleted'), { label: this.labels.of('undo'), run: () => this.restore(item, scope) });
        })
        .catch((error: unknown) => {
          acts.replaceChildren(...before);
          this.toast.show(this.explain(error));
        });
    });
    acts.replaceChildren(make('span', { class: 'eyebrow', text: this.labels.of('confirmDelete') }), yes, no);
    no.focus();
  }

  private restore(item: Item, scope: Scope): void {
    this.post(item.clause, written(item), scope, item.unit ?? null, null)
      .then((saved) => this.listener.saved(saved, null))
      .catch((error: unknown) => this.toast.show(this.explain(error)));
  }

  private async post(clause: string, body: string, scope: Scope, unit: number | null, id: number | null): Promise<Item> {
    const answer = await send<{ item: Item }>('POST', `/api/reading/${encodeURIComponent(this.text)}/notes`, { clause, body, scope, unit, id });
    return { ...answer.item, body: answer.item.body ?? body };
  }

  private explain(error: unknown): string {
    if (error instanceof Refused && error.message) {
      return error.message;
    }
    if (error instanceof SignedOut) {
      this.listener.signedOut();
      return this.labels.of('expired');
    }
    return this.labels.of('noteNotSaved');
  }

  private unitChoice(units: NoteUnit[]): HTMLElement {
    const select = make('select', {}, ...units.map((unit) => make('option', { text: unit.name, attributes: { value: String(unit.id) } })));
    return make('label', { class: 'field', text: this.labels.of('unit') }, select);
  }
}

export function scopeOf(item: Item): Scope {
  return item.kind === 'LOCAL_NOTE' ? 'unit' : 'mine';
}

function key(clause: string, scope: Scope, item: Item | null): string {
  return `${clause}:${scope}:${item?.editId ?? 'new'}`;
}

/** The words of a note: as written when the server says them, else read off its HTML, a line per block. */
function written(item: Item): string {
  if (item.body !== undefined && item.body !== null) {
    return item.body;
  }
  const holder = new DOMParser().parseFromString(item.html, 'text/html').body;
  holder.querySelectorAll('br').forEach((lineBreak) => lineBreak.replaceWith('\n'));
  holder.querySelectorAll('p, li').forEach((block) => block.append('\n'));
  return (holder.textContent ?? '').trim();
}
