/** Tests of the portal in a real browser, as people use it. */
@NullMarked
package vn.quantriet.browser;

import org.jspecify.annotations.NullMarked;
