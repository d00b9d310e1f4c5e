import { button, make } from '../reader/dom';
import type { Labels } from '../reader/labels';

/** Says that words are marked, and takes the marks off. */
export function foundBar(words: string, places: number, labels: Labels, takeOff: () => void): HTMLElement {
  const said = make('span', { text: labels.of('foundMarks', places, words) });
  return make('div', { class: 'found-bar', attributes: { role: 'status' } }, said, button(labels.of('foundOff'), 'btn small', takeOff));
}
