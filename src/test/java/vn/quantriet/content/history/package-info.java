@NullMarked
package vn.quantriet.content.history;

import org.jspecify.annotations.NullMarked;
