/** The folder of the library: loaded, watched, kept in Git, and the pages' fragments made from it. */
@NullMarked
package vn.quantriet.content.library;

import org.jspecify.annotations.NullMarked;
