// Vaadin's build turns it into a Lit stylesheet, plain Vite into a string: String(…) reads both.
declare module 'reveal.js/reveal.css?inline' {
  const styles: { toString(): string };
  export default styles;
}
