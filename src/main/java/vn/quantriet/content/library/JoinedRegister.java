package vn.quantriet.content.library;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.ClauseRegister.Stale;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.Parsed;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.format.SourceFile;

/** The register of a text whose words are those from elsewhere: the identities are from there, too, what is to be looked at from both. */
final class JoinedRegister {
    private final ResolutionId id;
    private final Optional<byte[]> text;

    /** @param text the words of both */
    JoinedRegister(ResolutionId id, Optional<byte[]> text) {
        this.id = id;
        this.text = text;
    }

    /** The file that both come to; that from there as it is when nothing can be made of it. */
    Optional<byte[]> of(Optional<byte[]> base, Optional<byte[]> here, Optional<byte[]> there) {
        var theirs = there.isEmpty() ? withoutFile() : register(there);
        var mine = register(here).map(ClauseRegister::stale).orElse(List.of());
        var both = register(base).map(ClauseRegister::stale).orElse(List.of());
        return theirs.map(register -> file(register, joined(both, mine, register.stale()), there))
                .orElse(there);
    }

    private static Optional<byte[]> file(ClauseRegister register, List<Stale> stale, Optional<byte[]> there) {
        if (stale.equals(register.stale())) {
            return there;
        }
        var joined = register.withStale(stale);
        return joined.isNeeded() ? Optional.of(joined.yaml().getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** What one side has looked at since is done with. */
    private static List<Stale> joined(List<Stale> base, List<Stale> mine, List<Stale> theirs) {
        List<Stale> joined = new ArrayList<>();
        theirs.stream()
                .filter(stale -> mine.contains(stale) || !base.contains(stale))
                .forEach(joined::add);
        mine.stream()
                .filter(stale -> !base.contains(stale) && !theirs.contains(stale))
                .forEach(joined::add);
        return joined;
    }

    /** A text without a register has the clauses that its numbering says. */
    private Optional<ClauseRegister> withoutFile() {
        return text.flatMap(bytes ->
                        SourceFile.read(id + "/" + Manuscript.TEXT, bytes).file())
                .flatMap(file -> LibraryFormat.resolution(id, file).value())
                .map(ParsedText::resolution)
                .map(Resolution::clauses)
                .map(clauses -> ClauseRegister.of(clauses, clauses, Set.of(), List.of()));
    }

    private Optional<ClauseRegister> register(Optional<byte[]> bytes) {
        return bytes.flatMap(
                        b -> SourceFile.read(id + "/" + ClauseRegister.FILE, b).file())
                .map(file -> LibraryFormat.register(id, file, List.of()))
                .filter(Parsed::isGood)
                .flatMap(Parsed::value);
    }
}
