package vn.quantriet.oversight;

import java.util.List;

/**
 * Some of the members who have not completed a text.
 *
 * @param total members on all pages
 * @param number of the page, from 1 to {@code pages}
 * @param clauses how many clauses of the text are to be read; 0 when the text is not in the library
 */
public record MissingPage(List<MissingMember> members, long total, int number, int clauses) {
    /** Members on a page. */
    public static final int SIZE = 50;

    public MissingPage {
        members = List.copyOf(members);
    }

    public int pages() {
        return pages(total);
    }

    static int pages(long total) {
        return Math.max(1, Math.toIntExact(Math.ceilDiv(total, SIZE)));
    }

    /** Place in the whole list of the first member here, from 1. */
    public int first() {
        return (number - 1) * SIZE + 1;
    }

    public int last() {
        return first() + members.size() - 1;
    }
}
