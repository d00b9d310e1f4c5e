/** How Vietnamese is written, mistyped and cited: spelling, accents left out, typing habits, document numbers. No Lucene. */
@NullMarked
package vn.quantriet.search.vietnamese;

import org.jspecify.annotations.NullMarked;
