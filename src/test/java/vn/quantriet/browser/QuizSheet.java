package vn.quantriet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import vn.quantriet.content.Question;
import vn.quantriet.content.Quiz;

/** Answers the questions of a quiz on its page, knowing the key. */
final class QuizSheet {
    private final Page page;
    private final Quiz quiz;

    QuizSheet(Page page, Quiz quiz) {
        this.page = page;
        this.quiz = quiz;
    }

    /** The question that is asked now. */
    Question asked() {
        String prompt = page.locator(".question-prompt").innerText().strip();
        return quiz.questions().stream()
                .filter(question ->
                        Jsoup.parse(question.prompt()).text().strip().equals(prompt.replaceAll("\\s+", " ")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the bank: " + prompt));
    }

    void seePlace(int number, int of) {
        assertThat(page.locator(".question .eyebrow").first()).hasText("Câu " + number + " trên " + of);
    }

    void answerRightly(Question question) {
        switch (question) {
            case Question.OneAnswer one ->
                choose("vaadin-radio-button", one.options().get(one.right()));
            case Question.SeveralAnswers several ->
                several.right()
                        .forEach(index ->
                                choose("vaadin-checkbox", several.options().get(index)));
            case Question.Ordering ordering -> order(ordering.items());
            case Question.ShortText text -> {
                page.locator(".question input").fill(text.accepted().getFirst());
                page.locator(".question input").blur();
            }
        }
    }

    void answerWrongly(Question.OneAnswer question) {
        choose("vaadin-radio-button", question.options().get(question.right() == 0 ? 1 : 0));
    }

    private void choose(String control, String words) {
        page.locator(control)
                .filter(new Locator.FilterOptions().setHasText(exactly(words)))
                .first()
                .locator("label")
                .click();
    }

    /** Escaped for the browser's regular expressions, which know no quoting of whole strings. */
    private static Pattern exactly(String words) {
        return Pattern.compile("^\\s*" + words.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0") + "\\s*$");
    }

    /** Moves each item up until it stands where it belongs. */
    private void order(List<String> items) {
        var rows = page.locator(".ordering li");
        for (int place = 0; place < items.size(); place++) {
            String item = items.get(place);
            int guard = items.size();
            while (!rows.nth(place).innerText().contains(item) && guard-- > 0) {
                String before = page.locator(".ordering").innerText();
                rows.filter(new Locator.FilterOptions().setHasText(item))
                        .getByRole(AriaRole.BUTTON)
                        .first()
                        .click();
                page.waitForCondition(
                        () -> !page.locator(".ordering").innerText().equals(before));
            }
        }
    }
}
