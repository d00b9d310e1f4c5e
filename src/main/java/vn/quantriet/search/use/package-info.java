/** What can be learnt from what people ask for, and what editors teach the search in return. */
@NullMarked
package vn.quantriet.search.use;

import org.jspecify.annotations.NullMarked;
