package vn.quantriet.study;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.search.SearchIndex;

/** Writing notes on clauses: private ones, and those a secretary writes for a unit. What is written can be searched at once. */
@Service
@Transactional
class NoteTaking {

    private final Notes notes;
    private final LocalNotes localNotes;
    private final NotePassages passages;
    private final SearchIndex index;
    private final Library library;
    private final CurrentMember current;
    private final Clock clock;

    NoteTaking(
            Notes notes,
            LocalNotes localNotes,
            NotePassages passages,
            SearchIndex index,
            Library library,
            CurrentMember current,
            Clock clock) {
        this.notes = notes;
        this.localNotes = localNotes;
        this.passages = passages;
        this.index = index;
        this.library = library;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Writes a private note, or rewrites the one with this id.
     *
     * @throws NoteRefused when it is empty or too long
     * @throws AccessDeniedException when the id is not of a note of the acting member
     */
    public Note write(Optional<Long> id, ResolutionId text, ClauseId clause, NoteBody body) {
        requireClause(text, clause);
        var member = current.id();
        Note note = id.map(this::mine).orElseGet(() -> new Note(member, text, clause, body, clock.instant()));
        note.rewrite(body, clock.instant());
        notes.saveAndFlush(note);
        index.put(passages.of(note));
        return note;
    }

    /** @throws AccessDeniedException when it is not a note of the acting member */
    public void delete(long id) {
        notes.delete(mine(id));
        index.remove(NotePassages.key(Note.class, id));
    }

    /**
     * Writes a local relevance note for {@code unit}, or rewrites the one with this id, which stays with its unit.
     *
     * @throws AccessDeniedException unless the acting member is secretary of the unit
     */
    public LocalNote writeLocal(Optional<Long> id, UnitId unit, ResolutionId text, ClauseId clause, NoteBody body) {
        requireClause(text, clause);
        current.requireRoleIn(Role.SECRETARY, unit);
        LocalNote note = id.map(this::ofMyUnits)
                .orElseGet(() -> new LocalNote(unit, current.id(), text, clause, body, clock.instant()));
        note.rewrite(current.id(), body, clock.instant());
        localNotes.saveAndFlush(note);
        index.put(passages.of(note));
        return note;
    }

    /** @throws AccessDeniedException unless the acting member is secretary of the note's unit */
    public void deleteLocal(long id) {
        localNotes.delete(ofMyUnits(id));
        index.remove(NotePassages.key(LocalNote.class, id));
    }

    private Note mine(long id) {
        return notes.findById(id)
                .filter(note -> note.belongsTo(current.id()))
                .orElseThrow(() -> new AccessDeniedException("no note " + id + " of this member"));
    }

    private LocalNote ofMyUnits(long id) {
        return localNotes
                .findById(id)
                .filter(note -> current.hasRoleIn(Role.SECRETARY, note.unit()))
                .orElseThrow(() -> new AccessDeniedException("no local note " + id + " in this member's units"));
    }

    private void requireClause(ResolutionId text, ClauseId clause) {
        Resolution resolution = library.resolution(text).orElseThrow(() -> new ResolutionNotFound(text));
        if (resolution.clause(clause).isEmpty()) {
            throw new NoteRefused("study.note.noClause");
        }
    }
}
