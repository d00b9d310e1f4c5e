import { getJson, SignedOut } from './api';
import { Banner } from './banner';
import { type Clause, Clauses } from './clauses';
import { fragmentOf, isWriting, make } from './dom';
import { Foot } from './foot';
import { Found } from './found';
import { Heartbeat, type Line } from './heartbeat';
import type { Labels } from './labels';
import { followLinks } from './links';
import { Notes } from './notes';
import { Position } from './position';
import { Sheets } from './sheets';
import { Thread } from './thread';
import { Toast } from './toast';
import { Toc } from './toc';
import type { Beat, Progress, ReadingState } from './types';

const RETRY_MILLIS = [3_000, 10_000, 30_000, 60_000];

/** One text being read on one page: from the fragment in `page` to the last beat. Ends with its signal. */
export class Reading {
  private readonly clauses: Clauses;
  private readonly toc: Toc;
  private readonly thread: Thread;
  private readonly foot: Foot;
  private readonly sheets: Sheets;
  private readonly toast: Toast;
  private readonly banner: Banner;
  private readonly position: Position;
  private readonly found: Found;
  private readonly thin = make('div', { class: 'thin' }, make('b'));
  private readonly returning: string;
  private readonly path = location.pathname;
  private beats: Heartbeat | null = null;
  private state: ReadingState | null = null;
  private hashTimer = 0;

  constructor(
    host: HTMLElement,
    private readonly page: HTMLElement,
    private readonly text: string,
    private readonly labels: Labels,
    private readonly signal: AbortSignal,
  ) {
    const part = (selector: string) => page.querySelector<HTMLElement>(selector) ?? page.appendChild(make('div'));
    const main = part('main.reading');
    const aside = part('aside.thread');
    const nav = part('nav.toc');
    this.returning = `qt-return:${text}`;
    host.prepend(this.thin);
    this.clauses = new Clauses(main);
    this.toast = new Toast(host);
    this.banner = new Banner(host, labels, () => this.signIn());
    this.found = new Found(host, labels, signal);
    this.toc = new Toc(nav, this.clauses, labels);
    this.sheets = new Sheets(host, labels, { toc: nav, thread: aside }, () => this.toast.rehome(), () => this.startNote(), signal);
    this.thread = new Thread(aside, this.clauses, labels, (count) => this.sheets.count(count), (clause, drawn) => this.found.beside(clause, drawn));
    this.thread.notes = new Notes(host.getAttribute('owner') ?? '', text, labels, this.toast, {
      saved: (item, replaced) => {
        this.thread.put(item, replaced);
        this.toast.show(labels.of('noteSaved'));
      },
      removed: (item) => this.thread.remove(item),
      closed: () => this.thread.close(),
      signedOut: () => this.line('expired'),
    });
    this.foot = new Foot(part('.foot'), this.clauses, labels, { go: (clause) => this.go(clause), note: () => this.startNote() });
    this.position = new Position(this.clauses, main, (clause, moved) => this.arrive(clause, moved), signal);
    followLinks(host, this.clauses, labels, this.toast, (clause) => this.go(clause), signal);
    document.addEventListener('keydown', (event) => this.key(event), { signal });
    window.addEventListener('hashchange', () => this.goToHash(), { signal });
    this.found.show(this.clauses.find(fragmentOf(location.hash)));
    const chosen = this.goToHash() || this.goTo(this.returned());
    void this.load(0, chosen);
  }

  /** Reads the state, again and again while the line is lost; the text can be read meanwhile. */
  private async load(tries: number, chosen: boolean): Promise<void> {
    try {
      const state = await getJson<ReadingState>(`/api/reading/${encodeURIComponent(this.text)}`, this.signal);
      this.line('live');
      this.show(state);
      if (!chosen && !this.beats && window.scrollY < 8 && this.goTo(state.position)) {
        this.foot.say(this.labels.of('resumed', this.clauses.find(state.position)?.label ?? ''));
      }
      this.beats ??= new Heartbeat(
        `/api/reading/${encodeURIComponent(this.text)}/beat`,
        state.beatSeconds,
        () => ({ visible: this.position.visible(), at: this.position.current?.id ?? null }),
        (beat) => this.beaten(beat),
        (line) => this.line(line),
        this.signal,
      );
    } catch (error) {
      if (this.signal.aborted) {
        return;
      }
      if (error instanceof SignedOut) {
        this.line('expired');
        return;
      }
      this.line('offline');
      const wait = RETRY_MILLIS[Math.min(tries, RETRY_MILLIS.length - 1)];
      const timer = window.setTimeout(() => void this.load(tries + 1, chosen), wait);
      this.signal.addEventListener('abort', () => window.clearTimeout(timer));
    }
  }

  private show(state: ReadingState): void {
    this.state = state;
    this.progress(state);
    this.thread.load(state.items, state.noteUnits, state.further);
    this.foot.load(state);
    const meta = this.page.querySelector('.meta');
    meta?.querySelectorAll('[data-state]').forEach((chip) => chip.remove());
    if (state.completed && state.completedLabel) {
      meta?.append(make('span', { class: 'chip done', text: state.completedLabel, attributes: { 'data-state': '' } }));
    } else if (state.due) {
      meta?.append(make('span', { class: `chip ${state.due.tone.toLowerCase()}`, text: state.due.label, attributes: { 'data-state': '' } }));
    }
    this.problems(state);
  }

  private problems(state: ReadingState): void {
    const main = this.page.querySelector('main.reading');
    main?.querySelector('.problems')?.remove();
    if (state.problems.length > 0) {
      const list = make('ul', {}, ...state.problems.map((problem) => make('li', {}, make('code', { text: problem.place }), ` ${problem.text}`)));
      main?.querySelector('.text')?.before(make('details', { class: 'problems' }, make('summary', { text: this.labels.of('problems', state.problems.length) }), list));
    }
  }

  private progress(seen: Progress): void {
    const state = this.state;
    if (!state) {
      return;
    }
    Object.assign(state, { read: seen.read, readable: seen.readable, progress: { ...state.progress, ...seen.progress } });
    this.toc.progress(state.progress, state.read, state.readable);
    const parts = this.clauses.list.filter((clause) => clause.readable);
    const read = parts.reduce((sum, clause) => sum + Math.min(1, state.progress[clause.id] ?? 0), 0);
    const percent = parts.length ? Math.floor((100 * read) / parts.length) : 0;
    this.thin.style.setProperty('--p', String(percent));
    const told = {
      'role': 'progressbar',
      'aria-valuemin': '0',
      'aria-valuemax': '100',
      'aria-valuenow': String(percent),
      'aria-label': this.labels.of('readCount', state.read, state.readable),
    };
    Object.entries(told).forEach(([name, value]) => this.thin.setAttribute(name, value));
  }

  private beaten(beat: Beat): void {
    this.progress(beat);
    this.foot.say(beat.superseded ? '' : this.labels.of('savedPosition'));
    if (this.state && beat.completed && !this.state.completed) {
      this.toast.show(this.labels.of('completed'));
      void this.load(0, true);
    } else if (this.state) {
      this.foot.load(this.state);
    }
  }

  private line(line: Line): void {
    if (line !== 'live') {
      this.foot.say('');
    }
    this.banner.show(line, this.beats);
  }

  private arrive(clause: Clause, moved: boolean): void {
    this.toc.current(clause);
    this.thread.show(clause);
    this.foot.at(clause);
    if (moved) {
      // Browsers refuse too many changes of the address in a short time; Vaadin's own state stays in the entry.
      window.clearTimeout(this.hashTimer);
      this.hashTimer = window.setTimeout(() => {
        // The address may be that of another page already, which is just being drawn.
        if (!this.signal.aborted && location.pathname === this.path && location.hash !== `#${clause.id}`) {
          // Not the hash alone: the page has a base address, against which a bare hash would lose the path.
          history.replaceState(history.state, '', `${location.pathname}${location.search}#${clause.id}`);
        }
      }, 250);
    }
  }

  private go(clause: Clause): void {
    this.sheets.close();
    this.position.jump(clause, true);
  }

  private goTo(id: string | null): boolean {
    const clause = this.clauses.find(id);
    if (clause) {
      this.position.jump(clause, false);
    }
    return clause !== undefined;
  }

  private goToHash(): boolean {
    return this.goTo(fragmentOf(location.hash));
  }

  private startNote(): void {
    this.sheets.show('thread');
    this.thread.write('mine');
  }

  private key(event: KeyboardEvent): void {
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.defaultPrevented || document.querySelector('dialog[open]')) {
      return;
    }
    const step = event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : { j: 1, k: -1 }[event.key];
    const current = this.position.current;
    if (step && current) {
      event.preventDefault();
      this.go(this.clauses.beside(current, step));
    } else if (event.key === 'n' && !event.altKey) {
      event.preventDefault();
      this.startNote();
    }
  }

  /** A fragment is lost on the way through the sign-in page, so this tab remembers the clause. */
  private signIn(): void {
    try {
      sessionStorage.setItem(this.returning, this.position.current?.id ?? '');
    } catch {
      // Then the server's position brings the reader back, a few sentences off.
    }
    location.reload();
  }

  private returned(): string | null {
    try {
      const id = sessionStorage.getItem(this.returning);
      sessionStorage.removeItem(this.returning);
      return id;
    } catch {
      return null;
    }
  }
}
