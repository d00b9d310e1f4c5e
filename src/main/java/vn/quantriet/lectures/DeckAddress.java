package vn.quantriet.lectures;

import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.DeckId;

/** Where decks live in the portal: the one place that knows the addresses of this module's pages. */
public final class DeckAddress {
    public static final String LIST = "/bai-giang";
    public static final String DESK = "/bai-giang/soan";

    /** The Markdown of a sample deck. */
    public static final String TEMPLATE = "/api/deck-template";

    private DeckAddress() {}

    /** The deck as a page to read. */
    public static String read(DeckId deck) {
        return LIST + "/" + deck;
    }

    /** The deck full-screen. */
    public static String present(DeckId deck) {
        return "/trinh-chieu/" + deck;
    }

    /** The deck full-screen at a slide, numbered from 1. */
    public static String present(DeckId deck, int slide) {
        return present(deck) + "#/" + slide;
    }

    /** The deck at the reporter's desk. */
    public static String edit(DeckId deck) {
        return DESK + "?vb=" + deck.resolution() + "&bai=" + deck.name();
    }

    /** What the deck's presenting element fetches. */
    public static String data(DeckId deck) {
        return "/api/decks/" + deck;
    }

    /** The slides of the deck as HTML, which its page to read fetches. */
    public static String pages(DeckId deck) {
        return data(deck) + "/pages";
    }

    /** Id of a slide on the page to read, numbered from 1. */
    public static String anchor(int slide) {
        return "trang-" + slide;
    }

    /** A clause on its reading page. */
    public static String clause(ClauseRef clause) {
        return "/van-ban/" + clause.resolution() + "#" + clause.clause();
    }
}
