/**
 * Reads Word, PDF and PowerPoint files and makes Markdown of them. Runs in a process of its own, so that a hostile file ends
 * nothing but that process; nothing here knows Spring.
 */
@NullMarked
package vn.quantriet.documents.reading;

import org.jspecify.annotations.NullMarked;
