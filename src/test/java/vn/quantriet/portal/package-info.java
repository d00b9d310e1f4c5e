/** What tests of the whole portal share: a running portal, people, and time. */
@NullMarked
package vn.quantriet.portal;

import org.jspecify.annotations.NullMarked;
