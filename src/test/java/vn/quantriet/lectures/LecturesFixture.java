package vn.quantriet.lectures;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.quantriet.content.Author;
import vn.quantriet.content.DeckId;

/** Lets tests of the pages build the module's services without a database. */
public final class LecturesFixture {
    private LecturesFixture() {}

    public static Lectures lectures(FakeLibrary library, ActingMember acting) {
        return new Lectures(library, acting);
    }

    /** A desk that keeps drafts in memory; everything else is the real one's. */
    public static class MemoryDesk extends DeckDesk {
        private static final Instant NOW = Instant.parse("2026-01-05T02:30:00Z");

        /** Drafts as they are now. */
        public final List<Draft> kept = new ArrayList<>();

        private final FakeLibrary library;

        @SuppressWarnings("NullAway")
        public MemoryDesk(FakeLibrary library, ActingMember acting) {
            super(null, library, library, acting, Clock.systemUTC());
            this.library = library;
        }

        @Override
        public List<DraftEntry> drafts() {
            return kept.stream()
                    .map(d -> new DraftEntry(d.deck(), d.fileName(), d.updatedAt()))
                    .toList();
        }

        @Override
        public Optional<Draft> draft(DeckId deck) {
            return kept.stream().filter(d -> d.deck().equals(deck)).findFirst();
        }

        @Override
        public Draft save(DeckId deck, String fileName, String markdown, OptionalInt base, Optional<String> baseHash) {
            if (draft(deck).isPresent() != base.isPresent()
                    || base.isPresent() && draft(deck).orElseThrow().version() != base.getAsInt()) {
                throw new DraftChangedElsewhere(deck);
            }
            discard(deck);
            kept.add(new Draft(deck, fileName, markdown, baseHash, NOW, base.orElse(-1) + 1));
            return kept.getLast();
        }

        @Override
        public void publish(DeckId deck, String markdown, OptionalInt base, Optional<String> baseHash) {
            library.publish(deck, markdown, new Author("Trần Minh Khang", "DV7@quantriet.local"), baseHash);
            discard(deck);
        }

        @Override
        public void discard(DeckId deck) {
            kept.removeIf(d -> d.deck().equals(deck));
        }
    }
}
