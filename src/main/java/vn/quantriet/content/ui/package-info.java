/** Pages of the {@code content} module. */
@NullMarked
package vn.quantriet.content.ui;

import org.jspecify.annotations.NullMarked;
