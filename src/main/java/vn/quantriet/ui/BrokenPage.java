package vn.quantriet.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something failed that nobody foresaw: the log has it under a reference, the reader gets the reference and no stack trace. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class BrokenPage extends ErrorPage implements HasErrorParameter<Exception> {
    private static final Logger log = LoggerFactory.getLogger(BrokenPage.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("page {} failed, reference {}", event.getLocation().getPath(), reference, error.getException());
        say("ui.error.broken", reference);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
