import { getText, SignedOut } from '../reader/api';
import { button, fragmentOf, make } from '../reader/dom';
import { Labels } from '../reader/labels';
import { foundBar } from '../search/bar';
import { forgetWords, Marks, wordsAsked } from '../search/marks';

/**
 * The slides of a deck one below the other. `src` answers them as HTML, which the server has sanitised, `labels` are the texts as
 * JSON. No shadow DOM: the slides are part of the page, for search in the page, print, links and assistive technology.
 */
export class QtSlidePages extends HTMLElement {
  static readonly observedAttributes = ['src', 'labels'];

  private running: AbortController | null = null;
  private scheduled = false;

  connectedCallback(): void {
    this.schedule();
  }

  disconnectedCallback(): void {
    this.running?.abort();
    this.running = null;
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
        const src = this.getAttribute('src');
        if (this.isConnected && src && this.hasAttribute('labels')) {
          void this.start(src, new Labels(this.getAttribute('labels')));
        }
      });
    }
  }

  private async start(src: string, labels: Labels): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.replaceChildren(make('div', { class: 'skeleton', attributes: { 'aria-busy': 'true' } }, ...Array.from({ length: 5 }, () => make('i'))));
    try {
      const html = await getText(src, running.signal);
      if (!running.signal.aborted) {
        this.innerHTML = html;
        this.showAsked(labels, running.signal);
      }
    } catch (error) {
      if (!running.signal.aborted) {
        this.fail(error instanceof SignedOut, labels);
      }
    }
  }

  /** The browser looked for the slide that the address names before it was there. */
  private showAsked(labels: Labels, signal: AbortSignal): void {
    const id = fragmentOf(location.hash);
    const slide = id ? this.querySelector(`#${CSS.escape(id)}`) : null;
    if (slide) {
      this.mark(slide, labels, signal);
      slide.scrollIntoView({ block: 'start' });
    }
  }

  /** Whoever comes from a search sees its words marked, until they are taken off. */
  private mark(slide: Element, labels: Labels, signal: AbortSignal): void {
    const words = wordsAsked();
    const places = words ? new Marks(words).on(slide) : 0;
    if (words && places > 0) {
      const off = new AbortController();
      const takeOff = () => {
        off.abort();
        bar.remove();
        Marks.off(this);
        forgetWords();
      };
      const bar = foundBar(words, places, labels, takeOff);
      this.append(bar);
      document.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && takeOff(), { signal: AbortSignal.any([signal, off.signal]) });
    }
  }

  private fail(signedOut: boolean, labels: Labels): void {
    const again = signedOut ? () => location.reload() : () => this.schedule();
    this.replaceChildren(
      make(
        'div',
        { class: 'card empty', attributes: { role: 'alert' } },
        make('p', { text: labels.of(signedOut ? 'expired' : 'loadError') }),
        button(labels.of('retry'), 'btn main', again),
      ),
    );
  }
}

if (!customElements.get('qt-slide-pages')) {
  customElements.define('qt-slide-pages', QtSlidePages);
}
