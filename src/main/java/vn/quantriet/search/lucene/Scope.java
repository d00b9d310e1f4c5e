package vn.quantriet.search.lucene;

import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.quantriet.content.ResolutionId;

/**
 * What one member may find in one state of the index.
 *
 * @param visible what the member may see
 * @param within only on this text
 */
record Scope(PassageEngine engine, Query visible, Optional<ResolutionId> within) {

    /** Passages that answer the query at all. */
    Query matching(ReadQuery read) {
        return limit(PassageQuery.limited(
                read.numbers().isEmpty() ? PassageQuery.most(read) : PassageQuery.numbers(read), read));
    }

    Query limit(Query query) {
        var limited = new BooleanQuery.Builder().add(query, Occur.FILTER).add(visible, Occur.FILTER);
        within.ifPresent(
                text -> limited.add(new TermQuery(new Term(IndexFields.RESOLUTION, text.value())), Occur.FILTER));
        return limited.build();
    }

    static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }
}
