/** The passages on OpenSearch, for installations of several nodes: found, ranked and counted as in the index of each machine. */
@NullMarked
package vn.quantriet.search.opensearch;

import org.jspecify.annotations.NullMarked;
