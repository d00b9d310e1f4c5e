package vn.quantriet.content.format;

import java.time.Duration;

/**
 * A text that can be read for so long and no longer. Flexmark takes quadratic time over some inputs, cannot be interrupted and
 * would go on in a thread that nobody waits for; but it reads every character through here. For one thread.
 */
final class PatientText implements CharSequence {
    /** Of so many places one is counted: whatever takes long comes by all of them again and again. A power of two. */
    private static final int COUNTED = 1 << 6;

    /** Visits of counted places between two looks at the time. */
    private static final int STRIDE = 1 << 8;

    private final String text;
    private final char[] letters;
    private final Duration patience;
    private final long begun = System.nanoTime();
    private boolean ended;
    private int reads;

    PatientText(String text, Duration patience) {
        this.text = text;
        this.letters = text.toCharArray();
        this.patience = patience;
    }

    /** From now on it may be read for as long as anyone likes. */
    void end() {
        ended = true;
    }

    @Override
    public char charAt(int index) {
        if ((index & COUNTED - 1) == 0 && ++reads == STRIDE) {
            reads = 0;
            if (!ended && System.nanoTime() - begun > patience.toNanos()) {
                throw new TooComplex(patience);
            }
        }
        return letters[index];
    }

    @Override
    public int length() {
        return letters.length;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Reading has taken too long. */
    static final class TooComplex extends RuntimeException {
        TooComplex(Duration patience) {
            super("not parsed within " + patience);
        }
    }
}
