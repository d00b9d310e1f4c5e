/** Texts and decks written as Word, PDF and PowerPoint files, and such files of ours read back. */
@NullMarked
package vn.quantriet.documents.writing;

import org.jspecify.annotations.NullMarked;
