package vn.quantriet.content;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/** Says of a text that is not in force that it is not, wherever the text appears. */
@Component
public class ValidityLabel {
    private final Relations relations;
    private final Translations texts;

    public ValidityLabel(Relations relations, Translations texts) {
        this.relations = relations;
        this.texts = texts;
    }

    /**
     * What to say.
     *
     * @param text two or three words for a chip
     * @param sentence since when, or from when
     * @param instead what replaced the text
     */
    public record Label(String text, String sentence, Optional<Instead> instead) {

        /** The sentence with the name of what replaced the text, where no link can stand. */
        public String whole() {
            return instead.map(i -> sentence + " " + i.words()).orElse(sentence);
        }
    }

    /**
     * Where to go on reading.
     *
     * @param words a sentence that names the text
     */
    public record Instead(String href, String words) {}

    /** Absent when the text is in force. */
    public Optional<Label> of(ResolutionId id, Locale locale) {
        return switch (relations.validity(id)) {
            case Validity.InForce ignored -> Optional.empty();
            case Validity.NotYet(LocalDate from) ->
                Optional.of(new Label(
                        say("content.validity.notYet", locale),
                        say("content.validity.notYetFrom", locale, Formats.date(from)),
                        Optional.empty()));
            case Validity.Expired(LocalDate since) ->
                Optional.of(new Label(
                        say("content.validity.ended", locale),
                        say("content.validity.endedOn", locale, Formats.date(since)),
                        Optional.empty()));
            case Validity.Replaced(Resolution by, LocalDate since) ->
                Optional.of(new Label(
                        say("content.validity.ended", locale),
                        say("content.validity.endedOn", locale, Formats.date(since)),
                        Optional.of(new Instead(
                                "/van-ban/" + by.id(),
                                say("content.validity.replacedBy", locale, by.number(), by.shortTitle())))));
        };
    }

    /** The chip's words after a name, in brackets, for lists that hold plain text. */
    public String after(String name, ResolutionId id, Locale locale) {
        return of(id, locale)
                .map(label -> say("content.validity.after", locale, name, label.text()))
                .orElse(name);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return texts.getTranslation(key, locale, arguments);
    }
}
