package vn.quantriet.content.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import vn.quantriet.content.ActingAuthor;
import vn.quantriet.content.Library;
import vn.quantriet.content.Problem;
import vn.quantriet.content.StaleCitations;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;

/** What is wrong in the library's files now, file by file, and what must be looked at again since a clause has changed. */
@Route("thu-vien/loi")
@RolesAllowed({Caretakers.REPORTER, Caretakers.SECRETARY, Caretakers.ADMINISTRATOR})
class ContentProblemsView extends Div implements HasDynamicTitle {

    ContentProblemsView(Library library, StaleCitations stale, ObjectProvider<ActingAuthor> acting) {
        addClassName("wrap");
        add(new H1(getPageTitle()));
        showProblems(library);
        add(new StaleList(
                stale,
                library,
                Caretakers.mayReview() ? Optional.ofNullable(acting.getIfAvailable()) : Optional.empty()));
    }

    private void showProblems(Library library) {
        var byFile = library.problems().stream()
                .collect(Collectors.groupingBy(Problem::file, LinkedHashMap::new, Collectors.toList()));
        if (byFile.isEmpty()) {
            add(new EmptyState(
                    getTranslation("content.problems.allGoodTitle"),
                    getTranslation("content.problems.allGood"),
                    button("/thu-vien", "content.problems.back")));
            return;
        }
        var lead = new Paragraph(getTranslation(
                "content.problems.lead",
                Formats.number(library.problems().size(), getLocale()),
                Formats.number(byFile.size(), getLocale())));
        lead.addClassName("sub");
        add(lead);
        byFile.forEach((file, problems) -> add(file(file, problems)));
        var actions = new Div(
                button("/thu-vien/loi", "content.problems.reload"), button("/thu-vien", "content.problems.back"));
        actions.addClassName("problem-actions");
        add(actions);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("content.problems.title");
    }

    private Section file(String file, List<Problem> problems) {
        var list = new UnorderedList();
        list.addClassName("problem-list");
        problems.forEach(problem -> list.add(item(problem)));
        var section = new Section(new H2(new Code(file)), list);
        section.addClassNames("card", "problem-file");
        return section;
    }

    private ListItem item(Problem problem) {
        var place = new Code(problem.place());
        place.setTitle(getTranslation(
                "content.problems.place", String.valueOf(problem.line()), String.valueOf(problem.column())));
        var sentence = new Span(getTranslation(
                "content.problem." + problem.code(), problem.arguments().toArray()));
        sentence.addClassName("problem-sentence");
        return new ListItem(place, sentence);
    }

    private Anchor button(String href, String key) {
        var button = new Anchor(href, getTranslation(key));
        button.addClassName("btn");
        button.setRouterIgnore(key.equals("content.problems.reload"));
        return button;
    }
}
