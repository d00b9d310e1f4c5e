package vn.quantriet.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text that is studied: metadata and its clauses in document order, parents before children.
 *
 * @param shortTitle at most 60 characters, for lists
 * @param source where the metadata were checked
 * @param hash of the whole text as readers see it, hexadecimal; the version that evidence refers to
 * @param retired ids of clauses that are no more, which are never given again
 */
public record Resolution(
        ResolutionId id,
        String number,
        Kind kind,
        String issuer,
        LocalDate issued,
        String title,
        String shortTitle,
        List<String> topics,
        Verification status,
        String source,
        List<Relation> relations,
        List<Clause> clauses,
        String hash,
        Set<ClauseId> retired) {

    /** What sort of document it is. */
    public enum Kind {
        RESOLUTION,
        DIRECTIVE,
        CONCLUSION,
        REGULATION,
        PLAN
    }

    /** How one text stands to another. */
    public record Relation(Type type, ResolutionId to) {
        /** The sort of a relation, read from this text to the other. */
        public enum Type {
            REPLACES,
            AMENDS,
            GUIDES,
            IMPLEMENTS,
            CONCLUDES,
            RELATED
        }
    }

    public Resolution {
        topics = List.copyOf(topics);
        relations = List.copyOf(relations);
        clauses = List.copyOf(clauses);
        retired = Set.copyOf(retired);
    }

    /** A text of which no clause has ever been taken away. */
    public Resolution(
            ResolutionId id,
            String number,
            Kind kind,
            String issuer,
            LocalDate issued,
            String title,
            String shortTitle,
            List<String> topics,
            Verification status,
            String source,
            List<Relation> relations,
            List<Clause> clauses,
            String hash) {
        this(
                id,
                number,
                kind,
                issuer,
                issued,
                title,
                shortTitle,
                topics,
                status,
                source,
                relations,
                clauses,
                hash,
                Set.of());
    }

    /** The same text with its clauses identified. */
    public Resolution with(List<Clause> identified, Set<ClauseId> noMore) {
        return new Resolution(
                id,
                number,
                kind,
                issuer,
                issued,
                title,
                shortTitle,
                topics,
                status,
                source,
                relations,
                identified,
                hash,
                noMore);
    }

    public Optional<Clause> clause(ClauseId clause) {
        return clauses.stream().filter(c -> c.id().equals(clause)).findFirst();
    }

    /** Where a clause stands, as people cite it; for one that is not there, its id. */
    public String label(ClauseId clause) {
        return clause(clause).map(Clause::label).orElse(clause.value());
    }

    /** Clauses that have words of their own, in document order. */
    public List<Clause> readableClauses() {
        return clauses.stream().filter(Clause::isReadable).toList();
    }

    public int syllables() {
        return clauses.stream().mapToInt(Clause::syllables).sum();
    }
}
