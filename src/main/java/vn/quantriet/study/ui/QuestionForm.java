package vn.quantriet.study.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.quantriet.study.QuizTaking.Asked;
import vn.quantriet.study.QuizTaking.Asked.Option;

/** The controls to answer one question; tells each change as the answer string that {@code QuizTaking} keeps. */
class QuestionForm extends Composite<Div> {
    private static final int LONGEST_SHORT_ANSWER = 200;

    private final Consumer<String> answered;

    QuestionForm(Asked question, Consumer<String> answered) {
        this.answered = answered;
        getContent().addClassName("question-form");
        getContent()
                .add(
                        switch (question.kind()) {
                            case ONE -> one(question);
                            case SEVERAL -> several(question);
                            case ORDER -> order(question);
                            case SHORT -> shortText(question);
                        });
    }

    private Component one(Asked question) {
        var group = new RadioButtonGroup<Option>();
        group.setAriaLabel(getTranslation("study.quiz.chooseOne"));
        group.setItems(question.options());
        group.setItemLabelGenerator(Option::text);
        question.answer().flatMap(answer -> byIndex(question, answer)).ifPresent(group::setValue);
        group.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                answered.accept(String.valueOf(e.getValue().index()));
            }
        });
        return group;
    }

    private Component several(Asked question) {
        var group = new CheckboxGroup<Option>();
        group.setAriaLabel(getTranslation("study.quiz.chooseSeveral"));
        group.setItems(question.options());
        group.setItemLabelGenerator(Option::text);
        group.setValue(question.answer()
                .map(answer -> options(question, answer))
                .map(Set::copyOf)
                .orElse(Set.of()));
        group.addValueChangeListener(e -> answered.accept(e.getValue().stream()
                .map(option -> String.valueOf(option.index()))
                .sorted()
                .collect(Collectors.joining(","))));
        return new Div(hint("study.quiz.severalHint"), group);
    }

    private Component order(Asked question) {
        var order = new ArrayList<>(question.answer()
                .map(answer -> options(question, answer))
                .filter(kept -> kept.size() == question.options().size())
                .orElse(question.options()));
        var list = new OrderedList();
        list.addClassName("ordering");
        showOrder(list, order);
        return new Div(hint("study.quiz.orderHint"), list);
    }

    private void showOrder(OrderedList list, List<Option> order) {
        list.removeAll();
        for (int i = 0; i < order.size(); i++) {
            int at = i;
            var up = move("↑", "study.quiz.up", order.get(i), at > 0, () -> swap(list, order, at, at - 1));
            var down = move(
                    "↓", "study.quiz.down", order.get(i), at < order.size() - 1, () -> swap(list, order, at, at + 1));
            list.add(new ListItem(new Span(order.get(i).text()), new Div(up, down)));
        }
    }

    private NativeButton move(String sign, String key, Option option, boolean enabled, Runnable action) {
        var button = new NativeButton(sign, click -> action.run());
        button.addClassNames("btn", "quiet");
        button.setAriaLabel(getTranslation(key, option.text()));
        button.setEnabled(enabled);
        return button;
    }

    private void swap(OrderedList list, List<Option> order, int from, int to) {
        Collections.swap(order, from, to);
        showOrder(list, order);
        answered.accept(
                order.stream().map(option -> String.valueOf(option.index())).collect(Collectors.joining(",")));
    }

    private Component shortText(Asked question) {
        var field = new TextField(getTranslation("study.quiz.shortAnswer"));
        field.setMaxLength(LONGEST_SHORT_ANSWER);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        question.answer().ifPresent(field::setValue);
        field.addValueChangeListener(e -> answered.accept(e.getValue()));
        return field;
    }

    private Component hint(String key) {
        var hint = new Paragraph(getTranslation(key));
        hint.addClassName("eyebrow");
        return hint;
    }

    private static Optional<Option> byIndex(Asked question, String index) {
        return question.options().stream()
                .filter(option -> String.valueOf(option.index()).equals(index))
                .findFirst();
    }

    private static List<Option> options(Asked question, String answer) {
        return Arrays.stream(answer.split(","))
                .flatMap(index -> byIndex(question, index).stream())
                .toList();
    }
}
