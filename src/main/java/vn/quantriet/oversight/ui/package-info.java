/** Pages of the {@code oversight} module. */
@NullMarked
package vn.quantriet.oversight.ui;

import org.jspecify.annotations.NullMarked;
