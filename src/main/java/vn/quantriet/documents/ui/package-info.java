/** Pages where documents are brought in. */
@NullMarked
package vn.quantriet.documents.ui;

import org.jspecify.annotations.NullMarked;
