package vn.quantriet.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A text that is studied: metadata and its clauses in document order, parents before children.
 *
 * @param shortTitle at most 60 characters, for lists
 * @param source where the metadata were checked
 * @param hash of the whole text as readers see it, hexadecimal; the version that evidence refers to
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
        String hash) {

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
    }

    public Optional<Clause> clause(ClauseId clause) {
        return clauses.stream().filter(c -> c.id().equals(clause)).findFirst();
    }

    /** Clauses that have words of their own, in document order. */
    public List<Clause> readableClauses() {
        return clauses.stream().filter(Clause::isReadable).toList();
    }

    public int syllables() {
        return clauses.stream().mapToInt(Clause::syllables).sum();
    }
}
