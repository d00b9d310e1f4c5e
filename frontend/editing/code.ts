import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { defineLanguageFacet, HighlightStyle, Language, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { GFM, type MarkdownConfig, parser } from '@lezer/markdown';
import { bodyStart } from './facts';
import { continueList } from './lists';

/** A problem of the file that is open; line and column from 1. */
export interface Trouble {
  line: number;
  column: number;
  text: string;
}

export interface CodeOptions {
  label: string;
  /** CodeMirror's own English words and what they are here. */
  phrases: Record<string, string>;
  onChange: () => void;
  onSave: () => void;
  /** The line that the caret has come to. */
  onLine: (line: number) => void;
}

const frontMatter: MarkdownConfig = {
  defineNodes: [{ name: 'FrontMatter', block: true, style: tags.meta }],
  parseBlock: [
    {
      name: 'FrontMatter',
      before: 'HorizontalRule',
      parse(context, line) {
        if (context.lineStart !== 0 || line.text.trimEnd() !== '---') {
          return false;
        }
        while (context.nextLine() && line.text.trimEnd() !== '---') {
          // Keys, whatever they say.
        }
        context.nextLine();
        context.addElement(context.elt('FrontMatter', 0, context.prevLineEnd()));
        return true;
      },
    },
  ],
};

// Not @codemirror/lang-markdown: it brings the languages of web pages along, four times as much as all the rest.
const markdown = new Language(defineLanguageFacet({}), parser.configure([GFM, frontMatter]), [], 'markdown');

const marks = HighlightStyle.define([
  { tag: tags.heading, color: 'var(--red-deep)', fontWeight: '600' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--gold-ink)' },
  { tag: tags.quote, color: 'var(--ink-2)', fontStyle: 'italic' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.list], color: 'var(--ink-3)' },
  { tag: tags.meta, color: 'var(--ink-2)' },
  { tag: tags.monospace, color: 'var(--doing)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--raised)', fontSize: 'var(--t1)' },
  '&.cm-focused': { outline: '.1875rem solid var(--focus)', outlineOffset: '-.1875rem' },
  '.cm-scroller': { fontFamily: 'var(--ui)', lineHeight: '1.75', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--red)', padding: 'var(--s3) 0' },
  '.cm-line': { padding: '0 var(--s3)' },
  '.cm-cursor': { borderLeftColor: 'var(--red)', borderLeftWidth: '.125rem' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--ink-3)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--gold-wash) 55%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--mark)' },
  '.cm-selectionMatch, .cm-searchMatch': { backgroundColor: 'var(--gold-wash)', outline: '1px solid var(--gold)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--mark)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--late)', textDecorationSkipInk: 'none', textUnderlineOffset: '.25em' },
  '.cm-tooltip': { border: '1px solid var(--line-strong)', borderRadius: 'var(--r2)', backgroundColor: 'var(--raised)', color: 'var(--ink)', boxShadow: 'var(--shadow-high)', maxWidth: '28rem' },
  '.cm-diagnostic-error': { borderLeft: '.25rem solid var(--late)', padding: 'var(--s2) var(--s3)', font: '400 var(--t1) / 1.55 var(--ui)' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panel.cm-search': { display: 'flex', flexWrap: 'wrap', gap: 'var(--s2)', alignItems: 'center', padding: 'var(--s3)', font: '400 var(--t1) / 1.5 var(--ui)' },
  '.cm-panel.cm-search br': { display: 'none' },
  '.cm-panel.cm-search :is(input, button, label)': { font: 'inherit', margin: '0' },
  '.cm-panel.cm-search input.cm-textfield': { width: 'auto', flex: '1 1 12rem', backgroundColor: 'var(--raised)' },
  '.cm-panel.cm-search .cm-button': { minHeight: 'var(--touch)', border: '1px solid var(--control)', borderRadius: 'var(--r2)', backgroundImage: 'none', backgroundColor: 'var(--raised)', color: 'var(--ink)' },
  '.cm-panel.cm-search [name=close]': { position: 'static', minWidth: 'var(--touch)', minHeight: 'var(--touch)', color: 'inherit' },
});

/** One file in CodeMirror. Tab leaves the field, as everywhere on the page. */
export class Code {
  private readonly view: EditorView;
  private quiet = false;

  constructor(
    parent: HTMLElement,
    private readonly options: CodeOptions,
  ) {
    this.view = new EditorView({ parent, state: this.state('', true) });
  }

  private state(doc: string, readOnly: boolean): EditorState {
    const { label, phrases, onChange, onSave, onLine } = this.options;
    return EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        search({ top: true }),
        markdown,
        syntaxHighlighting(marks),
        EditorView.lineWrapping,
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false', autocapitalize: 'sentences' }),
        EditorState.readOnly.of(readOnly),
        keymap.of([{ key: 'Mod-s', preventDefault: true, run: () => (onSave(), true) }, { key: 'Enter', run: continueList }, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !this.quiet) {
            onChange();
          }
          if (update.selectionSet && !this.quiet) {
            onLine(update.state.doc.lineAt(update.state.selection.main.head).number);
          }
        }),
        look,
      ],
    });
  }

  private diagnostics(troubles: Trouble[]): Diagnostic[] {
    const { doc } = this.view.state;
    return troubles.map(({ line: number, column, text }) => {
      const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
      const from = Math.min(line.from + column - 1, line.to);
      const word = /^\S+/.exec(doc.sliceString(from, line.to))?.[0].length ?? 0;
      return { from: word ? from : line.from, to: word ? from + word : line.to, severity: 'error', message: text };
    });
  }

  text(): string {
    return this.view.state.doc.toString();
  }

  /** Another file, or another version of it, with a history of its own. */
  open(doc: string, readOnly: boolean): void {
    this.quiet = true;
    this.view.setState(this.state(doc, readOnly));
    this.quiet = false;
  }

  show(troubles: Trouble[]): void {
    this.view.dispatch(setDiagnostics(this.view.state, this.diagnostics(troubles)));
  }

  goTo(line: number, column: number): void {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const anchor = Math.min(at.from + column - 1, at.to);
    this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    this.view.focus();
  }

  /** In place of what is selected, the caret behind it; at the end of the file when the caret stands among its keys. */
  insert(words: string): void {
    if (this.isAmongKeys()) {
      this.insertBlock(words, true, '');
      return;
    }
    this.view.dispatch(this.view.state.replaceSelection(words));
    this.view.focus();
  }

  private isAmongKeys(): boolean {
    return this.view.state.selection.main.head < bodyStart(this.text());
  }

  selected(): string {
    const { from, to } = this.view.state.selection.main;
    return this.view.state.doc.sliceString(from, to);
  }

  /** As blocks of their own: below the paragraph of the caret, or at the end of the file. */
  insertBlock(words: string, atEnd: boolean, separator: string): void {
    const { doc, selection } = this.view.state;
    let at = doc.length;
    if (!atEnd && !this.isAmongKeys()) {
      let line = doc.lineAt(selection.main.head);
      while (line.number < doc.lines && line.text.trim()) {
        line = doc.line(line.number + 1);
      }
      at = line.text.trim() ? line.to : line.from;
    }
    const above = doc.sliceString(0, at).replace(/\s+$/, '').length;
    const below = doc.sliceString(at).length - doc.sliceString(at).replace(/^\s+/, '').length;
    const before = above ? `\n\n${separator ? `${separator}\n\n` : ''}` : '';
    const insert = before + words.trim() + (at + below < doc.length ? '\n\n' : '\n');
    this.view.dispatch({
      changes: { from: above, to: at + below, insert },
      selection: { anchor: above + before.length },
      effects: EditorView.scrollIntoView(above + before.length, { y: 'center' }),
    });
    this.view.focus();
  }

  /** Changes the file as a whole by the least change, so that caret and history stay. */
  rewrite(words: string): void {
    const before = this.text();
    let start = 0;
    while (start < Math.min(before.length, words.length) && before[start] === words[start]) {
      start++;
    }
    let end = 0;
    while (end < Math.min(before.length, words.length) - start && before[before.length - 1 - end] === words[words.length - 1 - end]) {
      end++;
    }
    this.view.dispatch({ changes: { from: start, to: before.length - end, insert: words.slice(start, words.length - end) } });
  }

  focus(): void {
    this.view.focus();
  }

  close(): void {
    this.view.destroy();
  }
}
