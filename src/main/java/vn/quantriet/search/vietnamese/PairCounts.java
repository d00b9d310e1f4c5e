package vn.quantriet.search.vietnamese;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How often each of many pairs was seen: a million of them take some 20 MB. Zero is no pair. Not for several threads while it grows. */
final class PairCounts {
    private static final int FIRST_SIZE = 1 << 10;

    private long[] pairs;
    private int[] counts;
    private int size;

    PairCounts() {
        this(new long[FIRST_SIZE], new int[FIRST_SIZE], 0);
    }

    private PairCounts(long[] pairs, int[] counts, int size) {
        this.pairs = pairs;
        this.counts = counts;
        this.size = size;
    }

    PairCounts copy() {
        return new PairCounts(pairs.clone(), counts.clone(), size);
    }

    int count(long pair) {
        return counts[slot(pairs, pair)];
    }

    void add(long pair, int times) {
        int slot = slot(pairs, pair);
        if (pairs[slot] == 0) {
            if (size >= pairs.length / 4 * 3) {
                grow();
                slot = slot(pairs, pair);
            }
            pairs[slot] = pair;
            size++;
        }
        counts[slot] += times;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] != 0) {
                out.writeLong(pairs[i]);
                out.writeInt(counts[i]);
            }
        }
    }

    static PairCounts read(DataInput in) throws IOException {
        var read = new PairCounts();
        for (int left = in.readInt(); left > 0; left--) {
            read.add(in.readLong(), in.readInt());
        }
        return read;
    }

    private void grow() {
        var morePairs = new long[pairs.length * 2];
        var moreCounts = new int[pairs.length * 2];
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] != 0) {
                int slot = slot(morePairs, pairs[i]);
                morePairs[slot] = pairs[i];
                moreCounts[slot] = counts[i];
            }
        }
        pairs = morePairs;
        counts = moreCounts;
    }

    /** Where the pair is, or would be put. */
    private static int slot(long[] pairs, long pair) {
        int mask = pairs.length - 1;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (pairs[slot] != 0 && pairs[slot] != pair) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
