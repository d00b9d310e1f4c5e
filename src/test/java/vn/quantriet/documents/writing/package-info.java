@NullMarked
package vn.quantriet.documents.writing;

import org.jspecify.annotations.NullMarked;
