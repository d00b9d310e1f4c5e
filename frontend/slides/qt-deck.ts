import { getJson, SignedOut } from '../reader/api';
import { button, make } from '../reader/dom';
import { Labels } from '../reader/labels';
import type { Deck } from './deck';
import type { Player } from './player';
import { Speaker } from './speaker';

/**
 * Presents a deck over the whole window. `src` answers the deck as JSON, `back` is where Esc leads, `labels` the texts as
 * JSON. `#/3` in the address is the third slide.
 */
export class QtDeck extends HTMLElement {
  static readonly observedAttributes = ['src', 'labels'];

  private running: AbortController | null = null;
  private scheduled = false;
  private player: Player | null = null;
  private speaker: Speaker | null = null;

  connectedCallback(): void {
    this.schedule();
  }

  disconnectedCallback(): void {
    this.stop();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after) {
      this.schedule();
    }
  }

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

  private stop(): void {
    this.running?.abort();
    this.player?.close();
    this.running = null;
    this.player = null;
    this.speaker = null;
  }

  private async start(src: string, labels: Labels): Promise<void> {
    this.stop();
    const running = new AbortController();
    this.running = running;
    const { signal } = running;
    try {
      const [deck, { Player }] = await Promise.all([getJson<Deck>(src, signal), import('./player')]);
      if (signal.aborted) {
        return;
      }
      if (deck.slides.length === 0) {
        this.say(labels.of('emptyDeck'), labels);
        return;
      }
      const stage = make('div', { class: 'stage' });
      const frame = make('div', { class: 'deck', attributes: { role: 'region', 'aria-label': deck.title } }, stage);
      stage.append(this.bar(deck, labels));
      this.replaceChildren(frame);
      if (deck.slides.some((slide) => slide.notes)) {
        this.speaker = new Speaker(deck, labels, signal);
      }
      this.player = new Player(stage, deck, Math.min(asked(), deck.slides.length - 1), {
        shown: (index) => this.shown(index),
        leave: () => this.leave(),
        toggleNotes: () => this.toggleNotes(),
        toggleFullScreen: () => this.toggleFullScreen(),
      });
      window.addEventListener('resize', () => this.player?.fit(), { signal });
      window.addEventListener('hashchange', () => this.player?.go(Math.min(asked(), deck.slides.length - 1)), { signal });
    } catch (error) {
      if (!signal.aborted) {
        this.say(labels.of(error instanceof SignedOut ? 'expired' : 'loadError'), labels);
      }
    }
  }

  private bar(deck: Deck, labels: Labels): HTMLElement {
    const bar = make('div', { class: 'deck-bar' });
    if (deck.slides.some((slide) => slide.notes)) {
      bar.append(button(labels.of('speaker'), 'btn', () => this.toggleNotes()));
    }
    if (document.fullscreenEnabled) {
      bar.append(button(labels.of('fullScreen'), 'btn', () => this.toggleFullScreen()));
    }
    bar.append(button(labels.of('leave'), 'btn', () => this.leave()));
    return bar;
  }

  private shown(index: number): void {
    this.speaker?.show(index);
    if (location.hash !== `#/${index + 1}`) {
      // Not the hash alone: the page has a base address, against which a bare hash would lose the path.
      history.replaceState(history.state, '', `${location.pathname}${location.search}#/${index + 1}`);
    }
    this.dispatchEvent(new CustomEvent('slide-shown', { detail: { number: index + 1 }, bubbles: true }));
  }

  private toggleNotes(): void {
    const frame = this.querySelector('.deck');
    if (!frame || !this.speaker) {
      return;
    }
    if (frame.classList.toggle('with-notes')) {
      frame.append(this.speaker.panel);
    } else {
      this.speaker.panel.remove();
    }
    this.player?.fit();
  }

  private toggleFullScreen(): void {
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  }

  private leave(): void {
    if (document.fullscreenElement) {
      void document.exitFullscreen();
    }
    // A clicked link, so that the router of the portal takes it where it can, and the browser where not.
    const link = make('a', { attributes: { href: this.getAttribute('back') ?? '/' } });
    this.append(link);
    link.click();
  }

  private say(text: string, labels: Labels): void {
    this.replaceChildren(
      make('div', { class: 'deck deck-message', attributes: { role: 'alert' } }, make('p', { text }), make('div', { class: 'actions' }, button(labels.of('retry'), 'btn', () => this.schedule()), button(labels.of('leave'), 'btn', () => this.leave()))),
    );
  }
}

/** The slide the address asks for, counted from 0. */
function asked(): number {
  return Math.max(0, Number(/^#\/(\d+)$/.exec(location.hash)?.[1] ?? 1) - 1);
}

if (!customElements.get('qt-deck')) {
  customElements.define('qt-deck', QtDeck);
}
