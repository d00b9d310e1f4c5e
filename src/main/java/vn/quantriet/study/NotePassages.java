package vn.quantriet.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.PassageSource;

/** Notes as passages that can be found: a private note by its writer, a local note by the members of its unit and below. */
@Component
class NotePassages implements PassageSource {

    private final Notes notes;
    private final LocalNotes localNotes;
    private final Library library;

    NotePassages(Notes notes, LocalNotes localNotes, Library library) {
        this.notes = notes;
        this.localNotes = localNotes;
        this.library = library;
    }

    @Override
    @Transactional(readOnly = true)
    public Stream<Passage> passages() {
        List<Passage> all = new ArrayList<>();
        try (var own = notes.everything();
                var local = localNotes.everything()) {
            own.forEach(note -> all.add(of(note)));
            local.forEach(note -> all.add(of(note)));
        }
        return all.stream();
    }

    Passage of(Note note) {
        return passage(
                key(Note.class, note.id()),
                Passage.Kind.MY_NOTE,
                note.text(),
                note.clause(),
                note.body(),
                new Passage.Audience.OnlyMember(note.member()));
    }

    Passage of(LocalNote note) {
        return passage(
                key(LocalNote.class, note.id()),
                Passage.Kind.LOCAL_NOTE,
                note.text(),
                note.clause(),
                note.body(),
                new Passage.Audience.UnitAndBelow(note.unit().value()));
    }

    static String key(Class<?> kind, long id) {
        return (kind == Note.class ? "note/" : "local-note/") + id;
    }

    private Passage passage(
            String key,
            Passage.Kind kind,
            ResolutionId text,
            ClauseId clause,
            NoteBody body,
            Passage.Audience audience) {
        Optional<Resolution> resolution = library.resolution(text);
        return new Passage(
                key,
                kind,
                text,
                Optional.of(clause),
                resolution.map(Resolution::number).orElse(text.value()),
                resolution.map(Resolution::shortTitle).orElse(""),
                resolution
                        .flatMap(r -> r.clause(clause))
                        .map(c -> c.label() + " " + c.title())
                        .orElse(clause.value()),
                body.value(),
                "/van-ban/" + text + "#" + clause,
                Set.of(new ClauseRef(text, clause)),
                audience);
    }
}
