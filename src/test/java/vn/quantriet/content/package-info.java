@NullMarked
package vn.quantriet.content;

import org.jspecify.annotations.NullMarked;
