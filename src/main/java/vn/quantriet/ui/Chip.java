package vn.quantriet.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A short word on a coloured ground: a status or a fact about a thing. The word says it; the colour repeats it. */
public class Chip extends Span {

    /** The colours there are; a status never has red alone. */
    public enum Tone {
        NEUTRAL,
        RED,
        DONE,
        DOING,
        LATE
    }

    public Chip(String text, Tone tone) {
        super(text);
        addClassNames("chip", tone.name().toLowerCase(Locale.ROOT));
    }
}
