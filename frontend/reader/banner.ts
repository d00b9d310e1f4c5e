import { button, make } from './dom';
import type { Heartbeat, Line } from './heartbeat';
import type { Labels } from './labels';

/** Says calmly that reading is not being recorded just now, and what to do about it. */
export class Banner {
  private readonly box = make('div', { class: 'toast reader-state', attributes: { role: 'status' } });

  constructor(
    host: HTMLElement,
    private readonly labels: Labels,
    private readonly signIn: () => void,
  ) {
    this.box.hidden = true;
    host.append(this.box);
  }

  show(line: Line, beats: Heartbeat | null): void {
    this.box.hidden = line === 'live';
    this.box.replaceChildren();
    switch (line) {
      case 'live':
        break;
      case 'offline':
        this.box.append(make('span', { text: this.labels.of('offline') }));
        break;
      case 'expired':
        this.box.append(make('span', { text: this.labels.of('expired') }), button(this.labels.of('signIn'), 'btn', this.signIn));
        break;
      case 'superseded':
        this.box.append(make('span', { text: this.labels.of('superseded') }), button(this.labels.of('continueHere'), 'btn', () => beats?.resume()));
        break;
    }
  }
}
