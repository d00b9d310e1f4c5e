package vn.quantriet.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/**
 * A query made ready to be asked which documents match it, without scores, as bits. How many of its words a document holds is added
 * up for 64 documents at once, which takes a fraction of the time that going from document to document does.
 */
sealed interface BitQuery {
    /** Documents told of at a time. */
    int STRETCH = 4096;

    Documents in(LeafReaderContext segment) throws IOException;

    static BitQuery of(IndexSearcher searcher, Query query) throws IOException {
        if (query instanceof BooleanQuery all) {
            List<BitQuery> required = of(searcher, all, Occur.MUST);
            required.addAll(of(searcher, all, Occur.FILTER));
            int least = Math.max(all.getMinimumNumberShouldMatch(), required.isEmpty() ? 1 : 0);
            return new Several(required, of(searcher, all, Occur.SHOULD), least, of(searcher, all, Occur.MUST_NOT));
        }
        return new One(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
    }

    private static List<BitQuery> of(IndexSearcher searcher, BooleanQuery query, Occur occur) throws IOException {
        List<BitQuery> parts = new ArrayList<>();
        for (Query part : query.getClauses(occur)) {
            parts.add(of(searcher, part));
        }
        return parts;
    }

    /** Those of one segment that match, deleted ones too. For one thread. */
    interface Documents {
        /** About how many documents have to be looked at. */
        long cost();

        /**
         * Sets the bits of those that match among the {@link #STRETCH} documents from {@code from} on. Stretches must ascend.
         *
         * @param bits of {@link #STRETCH} documents, none set
         */
        void read(int from, long[] bits) throws IOException;

        /** Reads all stretches. */
        default FixedBitSet all(int documents) throws IOException {
            var all = new FixedBitSet(documents);
            var stretch = new long[STRETCH / Long.SIZE];
            for (int from = 0; from < documents; from += STRETCH) {
                Arrays.fill(stretch, 0);
                read(from, stretch);
                int word = from / Long.SIZE;
                System.arraycopy(
                        stretch, 0, all.getBits(), word, Math.min(stretch.length, all.getBits().length - word));
            }
            return all;
        }
    }

    /** A query of which Lucene tells the documents. */
    record One(Weight weight) implements BitQuery {
        @Override
        public Documents in(LeafReaderContext segment) throws IOException {
            var scorer = weight.scorer(segment);
            DocIdSetIterator matching = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            return new Documents() {
                @Override
                public long cost() {
                    return matching.cost();
                }

                @Override
                public void read(int from, long[] bits) throws IOException {
                    if (matching.docID() < from) {
                        matching.advance(from);
                    }
                    if (matching.docID() < from + STRETCH) {
                        matching.intoBitSet(from + STRETCH, new FixedBitSet(bits, STRETCH), from);
                    }
                }
            };
        }
    }

    /**
     * What holds all required parts, none of the excluded and enough of the optional.
     *
     * @param least of the optional
     */
    record Several(List<BitQuery> required, List<BitQuery> optional, int least, List<BitQuery> excluded)
            implements BitQuery {
        @Override
        public Documents in(LeafReaderContext segment) throws IOException {
            List<Documents> all = documents(required, segment);
            if (least > 0) {
                all.add(new Enough(documents(optional, segment), least));
            }
            all.sort(Comparator.comparingLong(Documents::cost));
            return new AllBut(all, documents(excluded, segment));
        }

        private static List<Documents> documents(List<BitQuery> parts, LeafReaderContext segment) throws IOException {
            List<Documents> documents = new ArrayList<>(parts.size());
            for (BitQuery part : parts) {
                documents.add(part.in(segment));
            }
            return documents;
        }
    }

    /** @param all at least one, the rarest first */
    record AllBut(List<Documents> all, List<Documents> excluded, long[] part) implements Documents {
        AllBut(List<Documents> all, List<Documents> excluded) {
            this(all, excluded, new long[STRETCH / Long.SIZE]);
        }

        @Override
        public long cost() {
            return all.getFirst().cost();
        }

        @Override
        public void read(int from, long[] bits) throws IOException {
            all.getFirst().read(from, bits);
            for (int i = 1; i < all.size() && any(bits); i++) {
                Arrays.fill(part, 0);
                all.get(i).read(from, part);
                for (int word = 0; word < bits.length; word++) {
                    bits[word] &= part[word];
                }
            }
            for (int i = 0; i < excluded.size() && any(bits); i++) {
                Arrays.fill(part, 0);
                excluded.get(i).read(from, part);
                for (int word = 0; word < bits.length; word++) {
                    bits[word] &= ~part[word];
                }
            }
        }

        private static boolean any(long[] bits) {
            for (long word : bits) {
                if (word != 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * What matches at least so many of some parts. {@code digits[d]} has, for each document, digit {@code d} of the binary number of
     * parts that match it.
     */
    record Enough(List<Documents> parts, int least, long[] part, long[][] digits) implements Documents {
        Enough(List<Documents> parts, int least) {
            this(
                    parts,
                    least,
                    new long[STRETCH / Long.SIZE],
                    new long[Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(parts.size(), least))]
                            [STRETCH / Long.SIZE]);
        }

        @Override
        public long cost() {
            return parts.stream().mapToLong(Documents::cost).sum();
        }

        @Override
        public void read(int from, long[] bits) throws IOException {
            for (long[] digit : digits) {
                Arrays.fill(digit, 0);
            }
            for (Documents documents : parts) {
                Arrays.fill(part, 0);
                documents.read(from, part);
                addPart();
            }
            for (int word = 0; word < bits.length; word++) {
                bits[word] = atLeast(word);
            }
        }

        private void addPart() {
            long carried = 1;
            for (int d = 0; d < digits.length && carried != 0; d++) {
                carried = 0;
                long[] digit = digits[d];
                for (int word = 0; word < part.length; word++) {
                    long carry = digit[word] & part[word];
                    digit[word] ^= part[word];
                    part[word] = carry;
                    carried |= carry;
                }
            }
        }

        /** Compares from the highest digit on: what is more there is more, what is equal depends on the rest. */
        private long atLeast(int word) {
            long more = 0;
            long equal = -1;
            for (int d = digits.length - 1; d >= 0; d--) {
                long digit = digits[d][word];
                if ((least >> d & 1) == 0) {
                    more |= equal & digit;
                    equal &= ~digit;
                } else {
                    equal &= digit;
                }
            }
            return more | equal;
        }
    }
}
