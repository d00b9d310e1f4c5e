@NullMarked
package vn.quantriet.content.merge;

import org.jspecify.annotations.NullMarked;
