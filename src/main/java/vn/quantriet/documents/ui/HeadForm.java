package vn.quantriet.documents.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import vn.quantriet.content.Problem;

/** What the front matter of the file will say, to be set right. */
abstract class HeadForm extends Div {
    private final SerializableRunnable onChange;

    HeadForm(SerializableRunnable onChange) {
        this.onChange = onChange;
        addClassName("fields");
    }

    /** What the library says of the file as it would be now; empty too while it has no address in the library. */
    abstract List<Problem> problems();

    /** Whether the file has an address in the library, so that a draft can be made of it. */
    abstract boolean isAddressed();

    /** Makes a draft. @return address to go on at */
    abstract String draft();

    abstract String markdown();

    abstract String fileName();

    void watch(HasValue<?, ?> field) {
        field.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                onChange.run();
            }
        });
    }
}
