/** The pages of writers and reviewers. */
@NullMarked
package vn.quantriet.editing.ui;

import org.jspecify.annotations.NullMarked;
