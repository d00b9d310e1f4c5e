package vn.quantriet.editing;

import vn.quantriet.content.ResolutionId;

/** A new text was to be begun under the name of one that is in the library. */
public class TextExists extends RuntimeException {
    public TextExists(ResolutionId id) {
        super("the library has a text " + id + " already");
    }
}
