import { getJson, SignedOut } from '../reader/api';
import { button, make } from '../reader/dom';
import { Drafts } from '../reader/drafts';
import { Labels } from '../reader/labels';
import type { Code } from './code';
import { nextNumber, withFact } from './facts';
import { Saving, type SaveState } from './saving';

interface FileAnswer {
  path: string;
  text: string;
  version: number;
  writable: boolean;
}

interface Trouble {
  path: string;
  line: number;
  column: number;
  place: string;
  text: string;
}

interface CheckAnswer {
  count: number;
  problems: Trouble[];
  html: string;
}

type Pane = 'write' | 'preview' | 'problems';

/**
 * Writes one file of a draft: `draft` is its number, `file` the path, `owner` a key of the person, `labels` the texts as JSON,
 * `line` where to begin. Fetches, saves and checks by itself, so that the page holds no words in its session. CodeMirror is loaded
 * when the element is there.
 */
export class QtEditor extends HTMLElement {
  static readonly observedAttributes = ['draft', 'file', 'labels'];

  private labels = new Labels(null);
  private scheduled = false;
  private opening: AbortController | null = null;
  private checking: AbortController | null = null;
  private code: Code | null = null;
  private saving: Saving | null = null;
  private shownHtml = '';
  private troubles: Trouble[] = [];

  private readonly status = make('p', { class: 'draft-saved', attributes: { role: 'status' } });
  private readonly notice = make('div', { class: 'draft-notice' });
  private readonly host = make('div', { class: 'draft-code' });
  private readonly verdict = make('p', { class: 'verdict', attributes: { role: 'status' } });
  private readonly list = make('ol', { class: 'problems' });
  private readonly preview = make('div', { class: 'draft-preview-page', attributes: { tabindex: '0' } });
  private readonly panes = make('div', { class: 'draft-panes', attributes: { role: 'group' } });

  connectedCallback(): void {
    window.addEventListener('pagehide', this.leave);
    document.addEventListener('visibilitychange', this.hide);
    this.schedule();
  }

  disconnectedCallback(): void {
    window.removeEventListener('pagehide', this.leave);
    document.removeEventListener('visibilitychange', this.hide);
    this.opening?.abort();
    this.checking?.abort();
    this.saving?.leave();
    this.saving?.stop();
    this.saving = null;
    this.code?.close();
    this.code = null;
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after) {
      this.schedule();
    }
  }

  /** Everything written is kept on the server when this is true. */
  async flush(): Promise<boolean> {
    return this.saving ? this.saving.flush() : true;
  }

  insert(words: string): void {
    this.code?.insert(words);
    this.choose('write');
  }

  insertBlock(words: string, atEnd: boolean, separator: string): void {
    if (this.code) {
      this.choose('write');
      this.code.insertBlock(words.replaceAll('{n}', String(nextNumber(this.code.text()))), atEnd, separator);
    }
  }

  insertFact(words: string, id: string, status: string, source: string): void {
    if (this.code) {
      this.choose('write');
      this.code.insert(`[${words}](fact:${id})`);
      this.code.rewrite(withFact(this.code.text(), id, status, source));
    }
  }

  selected(): string {
    return this.code?.selected() ?? '';
  }

  /** The server's words have changed by another way: read them again. */
  async reopen(): Promise<void> {
    await this.start();
  }

  private readonly leave = (): void => this.saving?.leave();

  /** Phones end pages in the background without a word. */
  private readonly hide = (): void => {
    if (document.visibilityState === 'hidden') {
      this.saving?.leave();
    }
  };

  private get base(): string {
    return `/api/drafts/${this.getAttribute('draft')}`;
  }

  private get path(): string {
    return this.getAttribute('file') ?? '';
  }

  private schedule(): void {
    if (!this.scheduled) {
      this.scheduled = true;
      queueMicrotask(() => {
        this.scheduled = false;
        if (this.isConnected && this.hasAttribute('draft') && this.hasAttribute('file') && this.hasAttribute('labels')) {
          void this.start();
        }
      });
    }
  }

  private async start(): Promise<void> {
    this.opening?.abort();
    const opening = new AbortController();
    this.opening = opening;
    if (!this.code) {
      this.labels = new Labels(this.getAttribute('labels'));
      this.build();
      this.tell('loading');
    }
    const path = this.path;
    try {
      const [file, { Code }] = await Promise.all([getJson<FileAnswer>(`${this.base}/file?path=${encodeURIComponent(path)}`, opening.signal), import('./code')]);
      if (opening.signal.aborted || !this.isConnected) {
        return;
      }
      this.code ??= new Code(this.host, {
        label: this.labels.of('label'),
        phrases: JSON.parse(this.getAttribute('phrases') ?? '{}') as Record<string, string>,
        onChange: () => this.saving?.changed(),
        onSave: () => void this.flush(),
        onLine: (line) => this.follow(line),
      });
      this.open(file);
    } catch (error) {
      if (!opening.signal.aborted) {
        this.tell(error instanceof SignedOut ? 'expired' : 'loadError');
        this.notice.replaceChildren(make('p', { text: this.labels.of(error instanceof SignedOut ? 'expired' : 'loadError') }), button(this.labels.of('retry'), 'btn', () => void this.start()));
      }
    }
  }

  private build(): void {
    const of = (key: string) => this.labels.of(key);
    const write = make('div', { class: 'draft-write' }, this.notice, this.host);
    const problems = make('section', { class: 'draft-problems' }, make('h2', { text: of('problems') }), this.verdict, this.list);
    const preview = make('section', { class: 'draft-preview' }, make('h2', { text: of('preview') }), this.preview);
    this.preview.setAttribute('aria-label', of('preview'));
    this.panes.setAttribute('aria-label', of('panes'));
    this.panes.replaceChildren(...(['write', 'preview', 'problems'] as const).map((pane) => button(of(pane), 'btn quiet', () => this.choose(pane))));
    this.preview.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link) {
        link.target = '_blank';
        link.rel = 'noopener noreferrer';
      }
    });
    this.replaceChildren(this.status, this.panes, make('div', { class: 'draft-grid' }, write, make('div', { class: 'draft-side' }, problems, preview)));
    this.choose('write');
  }

  private choose(pane: Pane): void {
    this.dataset.pane = pane;
    (['write', 'preview', 'problems'] as const).forEach((each, index) => this.panes.children[index]?.setAttribute('aria-pressed', String(each === pane)));
  }

  private open(file: FileAnswer): void {
    const { path } = file;
    const drafts = new Drafts(this.getAttribute('owner') ?? '', `draft-${this.getAttribute('draft')}`);
    const unsent = file.writable ? Saving.unsent(drafts, file.path) : null;
    const older = unsent !== null && unsent.leaving && unsent.version !== file.version && unsent.text !== file.text;
    const mine = unsent && !older && unsent.text !== file.text ? unsent : null;
    // The file that was open before is saved under its own name, before its words are replaced.
    this.saving?.leave();
    this.saving?.stop();
    this.notice.replaceChildren();
    this.shownHtml = '';
    this.preview.replaceChildren();
    this.code?.open(mine ? mine.text : file.text, !file.writable);
    this.saving = new Saving(`${this.base}/file`, file.path, mine ? mine.version : file.version, drafts, () => this.code?.text() ?? '', (state, words) => this.saved(path, state, words));
    if (mine) {
      this.saving.changed();
      void this.saving.flush();
    } else {
      if (unsent && older) {
        void Saving.putAside(`${this.base}/file`, path, drafts, unsent).catch(() => undefined);
      } else if (unsent) {
        this.saving.forget();
      }
      this.tell(file.writable ? 'opened' : 'readOnly');
      void this.check();
    }
    const line = Number(new URLSearchParams(location.search).get('dong'));
    if (line > 0) {
      this.code?.goTo(line, 1);
    }
  }

  private saved(path: string, state: SaveState, words: string): void {
    if (path !== this.path) {
      // The file before this one; what could not be sent is kept in this browser.
      return;
    }
    if (state === 'elsewhere') {
      this.tell('elsewhereShort');
      this.showElsewhere(words);
    } else if (state === 'saved') {
      this.notice.replaceChildren();
      const now = new Date();
      this.tell('saved', `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`);
      void this.check();
    } else {
      this.tell(state, words);
    }
  }

  /** Both versions are on the server by now: whichever is not chosen stays among the copies that were put aside. */
  private showElsewhere(theirs: string): void {
    const words = make('pre', { class: 'draft-theirs', text: theirs, attributes: { tabindex: '0', 'aria-label': this.labels.of('elsewhereTheirs') } });
    this.notice.replaceChildren(
      make('p', { text: this.labels.of('elsewhere') }),
      make('details', {}, make('summary', { text: this.labels.of('elsewhereTheirs') }), words),
      make(
        'div',
        { class: 'actions' },
        button(this.labels.of('elsewhereMine'), 'btn', () => void this.saving?.replace()),
        button(this.labels.of('elsewhereTake'), 'btn', () => {
          this.saving?.stop();
          this.saving?.forget();
          this.saving = null;
          void this.start();
        }),
      ),
    );
    this.dispatchEvent(new CustomEvent('copies-changed', { bubbles: true }));
  }

  private tell(key: string, ...values: string[]): void {
    this.status.dataset.state = key;
    this.status.textContent = this.labels.of(key, ...values);
  }

  private async check(): Promise<void> {
    this.checking?.abort();
    const checking = new AbortController();
    this.checking = checking;
    const path = this.path;
    try {
      const answer = await getJson<CheckAnswer>(`${this.base}/check?path=${encodeURIComponent(path)}`, checking.signal);
      if (!checking.signal.aborted) {
        this.show(answer, path);
      }
    } catch {
      // The next save asks again; until then the last answer stands.
    }
  }

  private show(answer: CheckAnswer, path: string): void {
    this.troubles = answer.problems;
    this.code?.show(this.troubles.filter((trouble) => trouble.path === path));
    this.verdict.textContent = answer.count === 0 ? this.labels.of('good') : this.labels.of('bad', answer.count);
    this.verdict.classList.toggle('is-good', answer.count === 0);
    this.list.hidden = answer.count === 0;
    this.list.replaceChildren(...this.troubles.map((trouble) => make('li', {}, this.problem(trouble, path))));
    this.panes.children[2]?.replaceChildren(answer.count === 0 ? this.labels.of('problems') : this.labels.of('problemsCount', answer.count));
    if (answer.html && answer.html !== this.shownHtml) {
      this.shownHtml = answer.html;
      const top = this.preview.scrollTop;
      this.preview.innerHTML = answer.html;
      this.preview.scrollTop = top;
    }
  }

  private problem(trouble: Trouble, path: string): HTMLElement {
    const place = make('span', { class: 'eyebrow num', text: trouble.path === path ? trouble.place : `${trouble.path} · ${trouble.place}` });
    const item = button('', 'problem', () => this.goTo(trouble));
    item.append(place, make('span', { text: trouble.text }));
    return item;
  }

  private goTo(trouble: Trouble): void {
    this.choose('write');
    if (trouble.path === this.path) {
      this.code?.goTo(trouble.line, trouble.column);
      return;
    }
    // A clicked link, so that the router of the portal takes it.
    const link = make('a', { attributes: { href: `${location.pathname}?tep=${encodeURIComponent(trouble.path)}&dong=${trouble.line}` } });
    this.append(link);
    link.click();
    link.remove();
  }

  /** The preview shows the part that is being written. */
  private follow(line: number): void {
    const parts = [...this.preview.querySelectorAll<HTMLElement>('[data-line]')];
    const part = parts.findLast((each) => Number(each.dataset.line) <= line);
    if (part) {
      const away = part.getBoundingClientRect().top - this.preview.getBoundingClientRect().top;
      if (away < 0 || away > this.preview.clientHeight * 0.7) {
        this.preview.scrollTop += away - 16;
      }
    }
  }
}

if (!customElements.get('qt-editor')) {
  customElements.define('qt-editor', QtEditor);
}
