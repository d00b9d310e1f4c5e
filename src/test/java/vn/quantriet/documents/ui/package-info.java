@NullMarked
package vn.quantriet.documents.ui;

import org.jspecify.annotations.NullMarked;
