/** The library's file format: Markdown with front matter becomes values or problems, and values become HTML. Reads no files. */
@NullMarked
package vn.quantriet.content.format;

import org.jspecify.annotations.NullMarked;
