/** The Lucene index behind the port: a cache of the library and of other modules' passages, rebuilt when in doubt. */
@NullMarked
package vn.quantriet.search.lucene;

import org.jspecify.annotations.NullMarked;
