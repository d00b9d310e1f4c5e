package vn.quantriet.oversight.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.oversight.Focus;
import vn.quantriet.oversight.OversightDesk;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.Step;

/**
 * All that decides what the page shows, as it stands in the browser's address.
 *
 * @param step of the members listed as missing; absent for all of them
 * @param page of that list, from 1
 */
record Address(Focus focus, UnitOrder order, Optional<Step> step, int page) {
    static final String ROUTE = "theo-doi";
    static final String UNIT = "don-vi";
    static final String CAMPAIGN = "dot";
    static final String TEXT = "vb";
    private static final String ORDER = "sap";
    private static final String STEP = "buoc";
    private static final String PAGE = "trang";

    static final Address START = new Address(Focus.OPEN, UnitOrder.LOWEST_RATE, Optional.empty(), 1);

    /**
     * @throws AccessDeniedException when a part makes no sense: it is to look like what is forbidden, so that nothing can be
     *     learned by trying
     */
    static Address of(QueryParameters query) {
        try {
            return parse(query);
        } catch (IllegalArgumentException e) {
            throw new AccessDeniedException("address makes no sense", e);
        }
    }

    private static Address parse(QueryParameters query) {
        var focus = new Focus(
                number(query, UNIT, UnitId::new),
                number(query, CAMPAIGN, CampaignId::new),
                query.getSingleParameter(TEXT).map(ResolutionId::new));
        return new Address(
                focus,
                query.getSingleParameter(ORDER).map(UnitOrder::of).orElse(UnitOrder.LOWEST_RATE),
                query.getSingleParameter(STEP).map(Address::step),
                query.getSingleParameter(PAGE).map(Address::page).orElse(1));
    }

    private static <T> Optional<T> number(QueryParameters query, String name, LongFunction<T> id) {
        return query.getSingleParameter(name).map(value -> id.apply(Long.parseLong(value)));
    }

    private static int page(String value) {
        int page = Integer.parseInt(value);
        if (page < 1 || page > 1_000_000) {
            throw new IllegalArgumentException("expected a page from 1, got " + value);
        }
        return page;
    }

    private static Step step(String value) {
        return switch (value) {
            case "chua" -> Step.NOT_STARTED;
            case "dang" -> Step.STUDYING;
            default -> throw new IllegalArgumentException("expected chua or dang, got " + value);
        };
    }

    private static String slug(Step step) {
        return step == Step.STUDYING ? "dang" : "chua";
    }

    /** Leaves out what is as it would be anyway. */
    QueryParameters toQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        focus.unit().ifPresent(unit -> query.put(UNIT, String.valueOf(unit.value())));
        focus.campaign().ifPresent(campaign -> query.put(CAMPAIGN, String.valueOf(campaign.value())));
        focus.text().ifPresent(text -> query.put(TEXT, text.value()));
        if (order != UnitOrder.LOWEST_RATE) {
            query.put(ORDER, order.slug());
        }
        step.ifPresent(one -> query.put(STEP, slug(one)));
        if (page > 1) {
            query.put(PAGE, String.valueOf(page));
        }
        return QueryParameters.simple(query);
    }

    Set<Step> steps() {
        return step.map(Set::of).orElse(OversightDesk.MISSING);
    }

    Address at(UnitId unit) {
        return new Address(new Focus(Optional.of(unit), focus.campaign(), focus.text()), order, Optional.empty(), 1);
    }

    Address in(CampaignId campaign) {
        return new Address(
                new Focus(focus.unit(), Optional.of(campaign), Optional.empty()), order, Optional.empty(), 1);
    }

    Address on(CampaignId campaign, ResolutionId text) {
        return new Address(
                new Focus(focus.unit(), Optional.of(campaign), Optional.of(text)), order, Optional.empty(), 1);
    }

    Address sortedBy(UnitOrder other) {
        return new Address(focus, other, step, page);
    }

    Address listing(Optional<Step> only) {
        return new Address(focus, order, only, 1);
    }

    Address onPage(int number) {
        return new Address(focus, order, step, number);
    }
}
