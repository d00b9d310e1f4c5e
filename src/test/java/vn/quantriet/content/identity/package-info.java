@NullMarked
package vn.quantriet.content.identity;

import org.jspecify.annotations.NullMarked;
