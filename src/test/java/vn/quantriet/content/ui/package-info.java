@NullMarked
package vn.quantriet.content.ui;

import org.jspecify.annotations.NullMarked;
