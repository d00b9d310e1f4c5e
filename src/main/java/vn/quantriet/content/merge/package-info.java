/** Brings two changes of the same files together, part by part. */
@NullMarked
package vn.quantriet.content.merge;

import org.jspecify.annotations.NullMarked;
