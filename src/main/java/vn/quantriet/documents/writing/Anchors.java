package vn.quantriet.documents.writing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;

/**
 * Where the links of a library file lead in a file made of it, and back. Within one document a link leads to a bookmark; Word allows
 * letters, digits and underscores in the name of one, and 40 of them. From elsewhere it leads to the portal.
 *
 * @param portal address of the portal without a slash at its end
 * @param facts ids of the facts in the order of their numbers
 */
record Anchors(String portal, ResolutionId text, List<String> facts) {
    private static final String CLAUSE = "clause:";
    private static final String FACT = "fact:";
    private static final String CLAUSE_MARK = "clause_";
    private static final String FACT_MARK = "so_lieu_";
    private static final Pattern ON_PORTAL = Pattern.compile("https?://[^#]+/van-ban/([a-z0-9-]+)#([^#]+)");
    private static final Pattern FILE_ON_PORTAL =
            Pattern.compile("https?://[^#]+/van-ban/([a-z0-9-]+)/tep/([a-z0-9-]+\\.[a-z]+)(#hinh)?");
    private static final String FILES = "files/";
    private static final String AS_PICTURE = "#hinh";
    private static final int LONGEST = 40;

    Anchors {
        facts = List.copyOf(facts);
    }

    /** The bookmark of a clause of the text. */
    static String ofClause(String id) {
        return CLAUSE_MARK + id.replace("-", "__").replace('.', '_');
    }

    /** The bookmark of a fact by its number, from 1. */
    static String ofFact(int number) {
        return FACT_MARK + number;
    }

    /** Number of the fact that a link names, from 1; absent when it names none. */
    Optional<Integer> fact(String link) {
        int index = link.startsWith(FACT) ? facts.indexOf(link.substring(FACT.length())) : -1;
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    /** The bookmark that a link leads to when its goal is in the same document. */
    Optional<String> bookmark(String link) {
        return link.startsWith(CLAUSE)
                ? clause(link)
                        .filter(clause -> clause.text().equals(text.value()))
                        .map(clause -> ofClause(clause.id()))
                        .filter(name -> name.length() <= LONGEST)
                : fact(link).map(Anchors::ofFact);
    }

    /** The address that a link leads to from elsewhere. */
    String address(String link) {
        return clause(link)
                .map(clause -> portal + "/van-ban/" + clause.text() + "#" + clause.id())
                .or(() -> file(link))
                .orElse(link);
    }

    private Optional<String> file(String link) {
        boolean picture = link.startsWith(Manuscript.PICTURE);
        var path = picture ? link.substring(Manuscript.PICTURE.length()) : link;
        return path.startsWith(FILES)
                ? Optional.of(portal + "/van-ban/" + text + "/tep/" + path.substring(FILES.length())
                        + (picture ? AS_PICTURE : ""))
                : Optional.empty();
    }

    /** The link that was made to lead to this bookmark or address; absent for a bookmark that is none of ours. */
    Optional<String> link(String target) {
        if (target.startsWith(CLAUSE_MARK)) {
            return Optional.of(CLAUSE
                    + target.substring(CLAUSE_MARK.length()).replace("__", "-").replace('_', '.'));
        }
        if (target.startsWith(FACT_MARK)) {
            return facts.stream()
                    .filter(id -> target.equals(ofFact(facts.indexOf(id) + 1)))
                    .findFirst()
                    .map(id -> FACT + id);
        }
        var onPortal = ON_PORTAL.matcher(target);
        if (onPortal.matches()) {
            var clause = URLDecoder.decode(onPortal.group(2), StandardCharsets.UTF_8);
            var here = onPortal.group(1).equals(text.value());
            return Optional.of(CLAUSE + (here ? "" : onPortal.group(1) + "#") + clause);
        }
        var file = FILE_ON_PORTAL.matcher(target);
        if (file.matches() && file.group(1).equals(text.value())) {
            return Optional.of((file.group(3) == null ? "" : Manuscript.PICTURE) + FILES + file.group(2));
        }
        return target.startsWith("https://") ? Optional.of(target) : Optional.empty();
    }

    private record Goal(String text, String id) {}

    private Optional<Goal> clause(String link) {
        if (!link.startsWith(CLAUSE)) {
            return Optional.empty();
        }
        var rest = link.substring(CLAUSE.length());
        int hash = rest.indexOf('#');
        return Optional.of(new Goal(hash < 0 ? text.value() : rest.substring(0, hash), rest.substring(hash + 1)));
    }
}
