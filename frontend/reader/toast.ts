import { button, make } from './dom';

const SHOWN_MILLIS = 7000;

/** A sentence about what just happened, with at most one thing to do about it. */
export class Toast {
  private readonly box = make('div', { class: 'toast reader-toast', attributes: { role: 'status', 'aria-live': 'polite' } });
  private timer = 0;

  constructor(private readonly host: HTMLElement) {
    this.box.hidden = true;
    host.append(this.box);
    this.box.addEventListener('pointerenter', () => window.clearTimeout(this.timer));
    this.box.addEventListener('focusin', () => window.clearTimeout(this.timer));
    this.box.addEventListener('pointerleave', () => this.leave());
    this.box.addEventListener('focusout', () => this.leave());
  }

  show(text: string, action?: { label: string; run: () => void }): void {
    // Behind a modal sheet nothing can be clicked: the toast goes where the reader is.
    const home = this.host.querySelector<HTMLElement>('dialog[open]') ?? this.host;
    if (this.box.parentElement !== home) {
      home.append(this.box);
    }
    this.box.hidden = false;
    this.box.replaceChildren(make('span', { text }));
    if (action) {
      this.box.append(
        button(action.label, 'btn', () => {
          this.box.hidden = true;
          action.run();
        }),
      );
    }
    this.leave();
  }

  /** Back to the page when a sheet closes over it. */
  rehome(): void {
    this.host.append(this.box);
  }

  private leave(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.box.hidden = true), SHOWN_MILLIS);
  }
}
