/** The fictional organisation that a trial starts with. */
@NullMarked
package vn.quantriet.organisation.sample;

import org.jspecify.annotations.NullMarked;
