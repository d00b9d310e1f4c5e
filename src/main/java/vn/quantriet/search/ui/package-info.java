/** Pages of the {@code search} module. */
@NullMarked
package vn.quantriet.search.ui;

import org.jspecify.annotations.NullMarked;
