@NullMarked
package vn.quantriet.content.library;

import org.jspecify.annotations.NullMarked;
