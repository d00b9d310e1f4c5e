/** Pages of the {@code organisation} module. */
@NullMarked
package vn.quantriet.organisation.ui;

import org.jspecify.annotations.NullMarked;
