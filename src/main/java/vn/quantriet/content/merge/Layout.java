package vn.quantriet.content.merge;

import vn.quantriet.content.Manuscript;

/** How a file of a text is made up, by its path below the text's folder. */
enum Layout {
    /** Clauses under numbered headings of several levels. */
    CLAUSES,
    /** Questions under numbered headings of level two, whose titles only say of what sort they are. */
    QUESTIONS,
    /** Slides between lines {@code ---}. */
    SLIDES,
    /** Sections under headings. */
    SECTIONS;

    static Layout of(String path) {
        return switch (path) {
            case Manuscript.TEXT -> CLAUSES;
            case Manuscript.QUIZ -> QUESTIONS;
            default -> path.startsWith(Manuscript.DECKS) ? SLIDES : SECTIONS;
        };
    }
}
