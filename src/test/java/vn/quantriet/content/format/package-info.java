@NullMarked
package vn.quantriet.content.format;

import org.jspecify.annotations.NullMarked;
