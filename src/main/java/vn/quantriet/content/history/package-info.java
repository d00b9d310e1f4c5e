/** What was published when: versions of texts, read from the library's Git repository, and what differs between them. */
@NullMarked
package vn.quantriet.content.history;

import org.jspecify.annotations.NullMarked;
