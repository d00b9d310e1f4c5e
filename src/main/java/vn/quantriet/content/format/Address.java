package vn.quantriet.content.format;

import java.util.regex.Pattern;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.ResolutionId;

/** Where a link leads. */
sealed interface Address {

    /** A clause of this text or another. */
    record OfClause(ClauseRef ref) implements Address {}

    /** A declared fact; the phrase is no link but shows its source. */
    record OfFact(String id) implements Address {}

    /** A page elsewhere, always by https. */
    record OfPage(String url) implements Address {}

    /** Begins like a clause link but names no clause. */
    record NoClause(String got) implements Address {}

    /** A scheme that is not allowed, or none. */
    record Forbidden(String got) implements Address {}

    Pattern PAGE = Pattern.compile("https://[^\\s<>\"'`\\\\]+");
    String CLAUSE_SCHEME = "clause:";
    String FACT_SCHEME = "fact:";

    /** @param here the text that a clause link without a text means */
    static Address of(String url, ResolutionId here) {
        if (url.startsWith(CLAUSE_SCHEME)) {
            var rest = url.substring(CLAUSE_SCHEME.length());
            int hash = rest.indexOf('#');
            var clause = rest.substring(hash + 1);
            if (!ClauseId.isValid(clause)) {
                return new NoClause(url);
            }
            if (hash < 0) {
                return new OfClause(new ClauseRef(here, new ClauseId(clause)));
            }
            var text = rest.substring(0, hash);
            return ResolutionId.isValid(text)
                    ? new OfClause(new ClauseRef(new ResolutionId(text), new ClauseId(clause)))
                    : new NoClause(url);
        }
        if (url.startsWith(FACT_SCHEME)) {
            return new OfFact(url.substring(FACT_SCHEME.length()));
        }
        return PAGE.matcher(url).matches() ? new OfPage(url) : new Forbidden(url);
    }
}
