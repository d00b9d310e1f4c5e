package vn.quantriet.portal;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Who acts is held by one strategy for the whole process, set by the portal that was started last. Tests keep several portals, so each
 * test sets the one of its own.
 */
public final class OwnSecurityContext implements TestExecutionListener, Ordered {

    @Override
    public int getOrder() {
        // After what gives a test its portal, before what signs somebody in.
        return 5_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBeanProvider(SecurityContextHolderStrategy.class)
                    .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
        }
    }
}
