package vn.quantriet.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Holding;
import vn.quantriet.content.ReadingPanel;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.ui.Translations;

/** Puts beside each clause the local notes of the reader's unit and its superiors, and the reader's own notes. */
@Component
@Transactional(readOnly = true)
class NotePanel implements ReadingPanel {

    private final Notes notes;
    private final LocalNotes localNotes;
    private final UnitTree units;
    private final CurrentMember current;
    private final Translations translations;

    NotePanel(Notes notes, LocalNotes localNotes, UnitTree units, CurrentMember current, Translations translations) {
        this.notes = notes;
        this.localNotes = localNotes;
        this.units = units;
        this.current = current;
        this.translations = translations;
    }

    @Override
    public List<ThreadItem> items(Holding holding) {
        ResolutionId text = holding.resolution().id();
        var lineage = units.lineage(current.unit().id()).stream()
                .map(unit -> unit.id().value())
                .toList();
        return Stream.concat(
                        localNotes.of(text.value(), lineage).stream().map(this::item),
                        notes.of(current.id().value(), text.value()).stream().map(this::item))
                .toList();
    }

    ThreadItem item(Note note) {
        return new ThreadItem(
                note.clause(),
                Kind.MY_NOTE,
                text("study.note.mine"),
                text("study.note.private"),
                note.body().toHtml(),
                Optional.empty(),
                Optional.of(new Editable(note.id(), note.body().value(), Optional.empty())));
    }

    ThreadItem item(LocalNote note) {
        boolean editable = current.hasRoleIn(Role.SECRETARY, note.unit());
        return new ThreadItem(
                note.clause(),
                Kind.LOCAL_NOTE,
                text("study.note.local"),
                units.find(note.unit()).map(Unit::name).orElse(""),
                note.body().toHtml(),
                Optional.empty(),
                editable
                        ? Optional.of(new Editable(
                                note.id(),
                                note.body().value(),
                                Optional.of(note.unit().value())))
                        : Optional.empty());
    }

    private String text(String key) {
        return translations.getTranslation(key, LocaleContextHolder.getLocale());
    }
}
