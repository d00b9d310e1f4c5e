@NullMarked
package vn.quantriet.documents.reading;

import org.jspecify.annotations.NullMarked;
