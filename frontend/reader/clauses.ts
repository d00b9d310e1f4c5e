/** One numbered part of the text, as the fragment marks it. */
export interface Clause {
  id: string;
  label: string;
  title: string;
  section: HTMLElement;
  /** False for a heading that only holds other clauses. */
  readable: boolean;
  weight: number;
}

/** The clauses of the text in reading order. The sections are flat; the ids carry the tree (`ii.1` holds `ii.1.a`). */
export class Clauses {
  readonly list: Clause[];
  private readonly byId: Map<string, Clause>;

  constructor(main: HTMLElement) {
    this.list = [...main.querySelectorAll<HTMLElement>('section.clause[id]')].map((section) => ({
      id: section.id,
      label: section.dataset['label'] ?? section.id,
      title: section.dataset['title'] ?? '',
      section,
      readable: [...section.children].some((child) => !/^H\d$/.test(child.tagName)),
      weight: Math.max(1, Number(section.dataset['syllables'] ?? 1)),
    }));
    this.byId = new Map(this.list.map((clause) => [clause.id, clause]));
  }

  find(id: string | null): Clause | undefined {
    return id === null ? undefined : this.byId.get(id);
  }

  /** The clause and all that lies within it. */
  within(id: string): Clause[] {
    return this.list.filter((clause) => clause.id === id || clause.id.startsWith(`${id}.`));
  }

  /** The clause so many steps away; stops at both ends. */
  beside(clause: Clause, steps: number): Clause {
    const at = Math.min(this.list.length - 1, Math.max(0, this.list.indexOf(clause) + steps));
    return this.list[at] ?? clause;
  }

  firstUnread(progress: Record<string, number>): Clause | undefined {
    return this.list.find((clause) => clause.readable && (progress[clause.id] ?? 0) < 1);
  }

  /** How much of a clause with all within it was read, by length: 1 only when all of it was. */
  share(id: string, progress: Record<string, number>): number {
    const parts = this.within(id).filter((clause) => clause.readable);
    const whole = parts.reduce((sum, clause) => sum + clause.weight, 0);
    if (whole === 0) {
      return 0;
    }
    const read = parts.reduce((sum, clause) => sum + clause.weight * Math.min(1, progress[clause.id] ?? 0), 0);
    const complete = parts.every((clause) => (progress[clause.id] ?? 0) >= 1);
    return complete ? 1 : Math.min(0.99, read / whole);
  }
}
