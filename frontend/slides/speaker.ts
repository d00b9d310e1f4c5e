import { make } from '../reader/dom';
import type { Labels } from '../reader/labels';
import type { Deck } from './deck';

/** The reporter's panel: notes of this slide, the next title, the time since the start. */
export class Speaker {
  readonly panel = make('aside', { class: 'speaker' });
  private readonly started = Date.now();
  private readonly clock = make('span', { text: '0:00' });
  private readonly page = make('span');
  private readonly next = make('p', { class: 'next' });
  private readonly notes = make('div', { class: 'notes' });

  constructor(
    private readonly deck: Deck,
    private readonly labels: Labels,
    signal: AbortSignal,
  ) {
    this.panel.setAttribute('aria-label', labels.of('speaker'));
    this.panel.append(
      make('div', { class: 'clock' }, this.clock, this.page),
      make('p', { class: 'eyebrow', text: labels.of('nextSlide') }),
      this.next,
      make('p', { class: 'eyebrow', text: labels.of('notes') }),
      this.notes,
    );
    const timer = window.setInterval(() => this.tick(), 1000);
    signal.addEventListener('abort', () => window.clearInterval(timer));
  }

  show(index: number): void {
    this.page.textContent = `${index + 1}/${this.deck.slides.length}`;
    this.next.textContent = this.deck.slides[index + 1]?.title ?? this.labels.of('lastSlide');
    this.notes.innerHTML = this.deck.slides[index]?.notes ?? '';
    if (!this.notes.hasChildNodes()) {
      this.notes.textContent = this.labels.of('noNotes');
    }
    this.panel.scrollTop = 0;
  }

  private tick(): void {
    const seconds = Math.floor((Date.now() - this.started) / 1000);
    this.clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}
