package vn.quantriet.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Lets a page look again each second while something is being done. Not longer: a page left open that asks on is a sign of life, and its
 * session would never end.
 */
public final class Polling implements Serializable {
    private static final int MILLIS = 1000;

    private final Component page;
    private boolean working;
    private @Nullable Registration listening;

    public Polling(Component page, SerializableRunnable look) {
        this.page = page;
        page.addAttachListener(attached -> {
            listening = attached.getUI().addPollListener(poll -> {
                if (working) {
                    look.run();
                }
            });
            ask(attached.getUI());
        });
        page.addDetachListener(detached -> {
            detached.getUI().setPollInterval(-1);
            if (listening != null) {
                listening.remove();
            }
        });
    }

    /** Whether something is being done. */
    public void watch(boolean isWorking) {
        working = isWorking;
        page.getUI().ifPresent(this::ask);
    }

    private void ask(UI ui) {
        ui.setPollInterval(working ? MILLIS : -1);
    }
}
