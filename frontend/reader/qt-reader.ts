import { getText, SignedOut } from './api';
import { button, make } from './dom';
import { Labels } from './labels';
import { Reading } from './reading';

/**
 * The reading page. `text` is the id of the text, `src` the address of its fragment, `labels` the texts as JSON,
 * `owner` any key of the person (drafts are kept under it). No shadow DOM: the fragment is part of the page, for search
 * in the page, print, links and assistive technology.
 */
export class QtReader extends HTMLElement {
  static readonly observedAttributes = ['text', 'src', 'labels'];

  private running: AbortController | null = null;
  private scheduled = false;

  connectedCallback(): void {
    if (!this.running) {
      this.schedule();
    }
  }

  /** Flow moves the element within the page while it builds it: only who has not come back at once is gone. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.running?.abort();
        this.running = null;
      }
    });
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after) {
      this.schedule();
    }
  }

  /** Flow sets the attributes one by one; the element starts once they are all there. */
  private schedule(): void {
    if (!this.scheduled) {
      this.scheduled = true;
      queueMicrotask(() => {
        this.scheduled = false;
        const text = this.getAttribute('text');
        const src = this.getAttribute('src');
        if (this.isConnected && text && src && this.hasAttribute('labels')) {
          void this.start(text, src, new Labels(this.getAttribute('labels')));
        }
      });
    }
  }

  private async start(text: string, src: string, labels: Labels): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    const page = make('div', { class: 'page' });
    const adopted = adopt(text, page, () => this.replaceChildren(page));
    if (!adopted) {
      this.replaceChildren(make('div', { class: 'skeleton', attributes: { 'aria-busy': 'true' } }, ...Array.from({ length: 7 }, () => make('i'))));
      try {
        page.innerHTML = await getText(src, running.signal);
      } catch (error) {
        if (!running.signal.aborted) {
          this.fail(error instanceof SignedOut, labels);
        }
        return;
      }
      if (running.signal.aborted) {
        return;
      }
      this.replaceChildren(page);
    }
    new Reading(this, page, text, labels, running.signal);
  }

  private fail(signedOut: boolean, labels: Labels): void {
    const again = signedOut ? () => location.reload() : () => this.schedule();
    this.replaceChildren(
      make(
        'div',
        { class: 'wrap' },
        make(
          'div',
          { class: 'card empty', attributes: { role: 'alert' } },
          make('h1', { text: labels.of('loadErrorTitle') }),
          make('p', { text: labels.of(signedOut ? 'expired' : 'loadError') }),
          button(labels.of(signedOut ? 'signIn' : 'retry'), 'btn main', again),
        ),
      ),
    );
  }
}

/**
 * Takes the text over that came with the first answer, once, without moving what the reader already looks at.
 *
 * @returns false if the first answer held no text, or another
 */
function adopt(text: string, page: HTMLElement, attach: () => void): boolean {
  const first = document.getElementById('first-page');
  const content = first?.querySelector('.page');
  if (!first || !content || first.dataset['text'] !== text || first.dataset['used'] !== undefined) {
    return false;
  }
  const main = content.querySelector('main');
  const before = main?.getBoundingClientRect().top ?? 0;
  const scrolled = window.scrollY > 0;
  page.append(...content.childNodes);
  first.dataset['used'] = '';
  attach();
  if (main && scrolled) {
    window.scrollBy({ top: main.getBoundingClientRect().top - before, behavior: 'instant' });
  }
  return true;
}

if (!customElements.get('qt-reader')) {
  customElements.define('qt-reader', QtReader);
}
