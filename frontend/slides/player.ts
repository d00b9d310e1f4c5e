// Only this file sees reveal.js, and it is loaded when a deck opens: no other page pays for it.
import Reveal from 'reveal.js';
import styles from 'reveal.js/reveal.css?inline';
import { make } from '../reader/dom';
import type { Deck, Slide } from './deck';

const STYLE_ID = 'qt-reveal';
const ESC = 27;
const F = 70;
const S = 83;

export interface PlayerListener {
  shown(index: number): void;
  leave(): void;
  toggleNotes(): void;
  toggleFullScreen(): void;
}

/** A deck on a stage. The stage must be in the document. */
export class Player {
  private readonly api: InstanceType<typeof Reveal>;

  constructor(
    private readonly stage: HTMLElement,
    deck: Deck,
    first: number,
    listener: PlayerListener,
  ) {
    if (!document.getElementById(STYLE_ID)) {
      document.head.append(make('style', { text: String(styles), attributes: { id: STYLE_ID } }));
    }
    const slides = make('div', { class: 'slides' }, ...deck.slides.map(section));
    const root = make('div', { class: 'reveal' }, slides);
    stage.append(root);
    this.api = new Reveal(root, {
      // The presenter owns the address: reveal would drop the state Vaadin keeps in the history entry.
      hash: false,
      respondToHashChanges: false,
      embedded: true,
      keyboardCondition: null,
      center: false,
      ...canvas(stage),
      margin: 0.02,
      slideNumber: 'c/t',
      transition: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'none' : 'slide',
      transitionSpeed: 'fast',
      overview: false,
      help: false,
      keyboard: { [ESC]: () => listener.leave(), [F]: () => listener.toggleFullScreen(), [S]: () => listener.toggleNotes() },
    });
    void this.api.initialize().then(() => {
      this.api.slide(first);
      listener.shown(first);
      this.api.on('slidechanged', () => listener.shown(this.index()));
    });
  }

  index(): number {
    return this.api.getIndices().h;
  }

  go(index: number): void {
    this.api.slide(index);
  }

  /** After the stage changed its size. */
  fit(): void {
    this.api.configure(canvas(this.stage));
    this.api.layout();
  }

  close(): void {
    this.api.destroy();
  }
}

/** On a phone held upright a wide slide would be too small to read: it gets a tall canvas. */
function canvas(stage: HTMLElement): { width: number; height: number } {
  return stage.clientWidth < stage.clientHeight ? { width: 720, height: 1180 } : { width: 1280, height: 720 };
}

function section(slide: Slide): HTMLElement {
  const box = make('section', { attributes: { 'aria-label': slide.title } });
  box.innerHTML = slide.html;
  if (!box.querySelector('h1, h2')) {
    box.prepend(make('h1', { text: slide.title }));
  }
  if (slide.cites.length > 0) {
    box.append(make('p', { class: 'cites' }, ...slide.cites.map((cite) => make('a', { text: cite.label, attributes: { href: cite.href } }))));
  }
  return box;
}
