/** Pages of the {@code security} module. */
@NullMarked
package vn.quantriet.security.ui;

import org.jspecify.annotations.NullMarked;
