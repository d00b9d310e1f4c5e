/** Words and numbers of a text. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/** A syllable without any mark, final i and y unified: what remains of every way to write it. */
export function key(word: string): string {
  return unified(word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase());
}

/** A syllable as it is pronounced, whatever the place of its tone: hoà and hòa, kỹ and kĩ are one. */
export function canonical(word: string): string {
  const parts = word.toLowerCase().normalize('NFD');
  const tone = TONES.exec(parts)?.[0] ?? '';
  return unified(parts.replace(TONES, '')) + tone;
}

/** A final y is written i where both are in use: after one of h k l m s t, or after qu. Not in tay or thuy. */
function unified(letters: string): string {
  return letters.replace(/(?<=[hklmst]|qu)y$/, 'i');
}
