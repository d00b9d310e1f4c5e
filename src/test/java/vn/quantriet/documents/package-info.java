@NullMarked
package vn.quantriet.documents;

import org.jspecify.annotations.NullMarked;
