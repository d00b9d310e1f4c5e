/** Pages of the {@code lectures} module. */
@NullMarked
package vn.quantriet.lectures.ui;

import org.jspecify.annotations.NullMarked;
