/** Pages of the {@code study} module. */
@NullMarked
package vn.quantriet.study.ui;

import org.jspecify.annotations.NullMarked;
