import { make } from './dom';
import type { Labels } from './labels';

type Name = 'toc' | 'thread';

/** Strokes of 20 × 20 pictures; the words below them say the same. */
const PICTURES = {
  toc: 'M4 5h12M4 10h8M4 15h10',
  read: 'M10 5.5C8 4 5.500 3.700 3 4v11.500c2.500-.3 5 0 7 1.500 2-1.500 4.500-1.800 7-1.500V4c-2.500-.3-5 0-7 1.500zm0 0V17',
  thread: 'M4 5h12v8H9l-4 3.500V13H4z',
  note: 'M4 16l1-4 8.500-8.500 3 3L8 15z',
};

/**
 * On a phone the contents tree and the clause thread are sheets over the text. Native modal dialogs: the browser keeps
 * focus inside, closes on Esc and makes the page behind inert. The panels themselves move in and out.
 */
export class Sheets {
  private readonly dock = make('nav', { class: 'dock' });
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private open: { name: Name; dialog: HTMLDialogElement; home: Comment } | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly labels: Labels,
    private readonly panels: Record<Name, HTMLElement>,
    private readonly closed: () => void,
    startNote: () => void,
    signal: AbortSignal,
  ) {
    this.dock.setAttribute('aria-label', labels.of('dock'));
    this.add('toc', labels.of('toc'), () => this.show('toc'));
    this.add('read', labels.of('read'), () => this.close());
    this.add('thread', labels.of('dockThread'), () => this.show('thread'));
    this.add('note', labels.of('note'), startNote);
    host.append(this.dock);
    this.mark('read');
    window.addEventListener('resize', () => this.open && !this.isPhone() && this.close(), { signal });
    signal.addEventListener('abort', () => this.close());
  }

  /** Whether the panels are sheets at this width and type size; the style sheet decides. */
  isPhone(): boolean {
    return getComputedStyle(this.dock).display !== 'none';
  }

  /** How many things the thread holds, on its button. */
  count(items: number): void {
    const button = this.buttons.get('thread');
    const words = button?.querySelector('span');
    if (words) {
      words.replaceChildren(this.labels.of('dockThread'), ...(items ? [' ', make('em', { text: String(items) })] : []));
    }
  }

  show(name: Name): void {
    if (!this.isPhone() || this.open?.name === name) {
      return;
    }
    this.close();
    const panel = this.panels[name];
    const home = document.createComment(name);
    panel.replaceWith(home);
    const close = make('button', { class: 'sheet-close', text: '×', attributes: { type: 'button', 'aria-label': this.labels.of('close') } });
    const title = this.labels.of(name === 'toc' ? 'toc' : 'threadTitle');
    const head = make('div', { class: 'sheet-head' }, make('h2', { class: name === 'thread' ? 'sr' : '', text: title, attributes: { tabindex: '-1', autofocus: '' } }), close);
    const dialog = make('dialog', { class: 'sheet', attributes: { 'aria-label': title } }, head, panel);
    close.addEventListener('click', () => this.close());
    dialog.addEventListener('close', () => this.close());
    dialog.addEventListener('click', (event) => event.target === dialog && this.close());
    this.swipe(head);
    this.open = { name, dialog, home };
    this.host.append(dialog);
    dialog.showModal();
    this.mark(name);
  }

  close(): void {
    const open = this.open;
    if (!open) {
      return;
    }
    this.open = null;
    this.closed();
    open.home.replaceWith(this.panels[open.name]);
    open.dialog.close();
    open.dialog.remove();
    this.mark('read');
    this.buttons.get(open.name)?.focus({ preventScroll: true });
  }

  private add(name: keyof typeof PICTURES, words: string, run: () => void): void {
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    picture.setAttribute('viewBox', '0 0 20 20');
    picture.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', PICTURES[name]);
    picture.append(path);
    const button = make('button', { attributes: { type: 'button' } }, picture, make('span', { text: words }));
    button.addEventListener('click', run);
    this.buttons.set(name, button);
    this.dock.append(button);
  }

  private mark(name: string): void {
    for (const [key, button] of this.buttons) {
      if (key === name) {
        button.setAttribute('aria-current', 'true');
      } else {
        button.removeAttribute('aria-current');
      }
    }
  }

  /** Pulled down by its head, a sheet closes. */
  private swipe(head: HTMLElement): void {
    head.addEventListener('pointerdown', (start) => {
      if (start.target instanceof HTMLButtonElement) {
        return;
      }
      head.setPointerCapture(start.pointerId);
      const end = (event: PointerEvent) => {
        head.removeEventListener('pointerup', end);
        if (event.clientY - start.clientY > 48) {
          this.close();
        }
      };
      head.addEventListener('pointerup', end);
    });
  }
}
