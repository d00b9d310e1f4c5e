package vn.quantriet.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A member who answers the questions of a quiz in a browser, since answers have no other way in, and remembers which of them the
 * portal has acknowledged. Questions are known by their place in the quiz, counted from 0.
 */
final class AnsweringMember {
    private static final Pattern PLACE = Pattern.compile("Câu (\\d+) trên (\\d+)");
    private static final double LONGEST_ANSWER_MILLIS = 3_000;
    private static final String CHOICE = "vaadin-radio-button:not([checked])";

    private final String username;
    private final String text;
    private final Random random;
    private final Map<Integer, String> answers = new HashMap<>();
    /** The last that was sent without an answer, by question: may be kept or not. */
    private final Map<Integer, String> unanswered = new HashMap<>();

    private int acknowledged;

    AnsweringMember(String username, String text, long seed) {
        this.username = username;
        this.text = text;
        this.random = new Random(seed);
    }

    String username() {
        return username;
    }

    /** Opens the quiz where it was left. */
    Page open(Portal portal, BrowserContext context) {
        var page = context.newPage();
        page.navigate(portal.address() + "/kiem-tra/" + text);
        page.waitForSelector(".question-steps button");
        page.setDefaultTimeout(LONGEST_ANSWER_MILLIS);
        return page;
    }

    /** Answers and leafs until the portal no longer answers. */
    void answer(Page page) {
        try {
            while (true) {
                Matcher place =
                        PLACE.matcher(page.locator(".card.question > .eyebrow").innerText());
                if (!place.find()) {
                    throw new IllegalStateException("no place of the question on the page");
                }
                int index = Integer.parseInt(place.group(1)) - 1;
                int count = Integer.parseInt(place.group(2));
                for (int i = random.nextInt(3); i > 0 && page.locator(CHOICE).count() > 0; i--) {
                    choose(page, index);
                }
                leaf(page, index, count);
            }
        } catch (PlaywrightException killed) {
            // That is how every round ends.
        }
    }

    private void choose(Page page, int index) {
        Locator choices = page.locator(CHOICE);
        Locator choice = choices.nth(random.nextInt(choices.count()));
        String answer = choice.innerText().strip();
        unanswered.put(index, answer);
        acknowledge(page, choice::click);
        unanswered.remove(index);
        answers.put(index, answer);
        acknowledged++;
    }

    private void leaf(Page page, int index, int count) {
        boolean back = index == count - 1 || index > 0 && random.nextBoolean();
        var buttons = page.locator(".question-steps button");
        acknowledge(page, () -> (back ? buttons.first() : buttons.last()).click());
    }

    /**
     * Returns when the portal has answered what the action sent, with all of its answer, and the page shows it: otherwise the next
     * look at the page finds the question before, and an answer is remembered for the wrong one.
     */
    private static void acknowledge(Page page, Runnable action) {
        Response response =
                page.waitForResponse(answer -> answer.url().contains("v-r=uidl") && answer.status() == 200, action);
        String failure = response.finished();
        if (failure != null) {
            throw new PlaywrightException(failure);
        }
        page.waitForFunction("() => Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive?.())");
    }

    /** As {@link StudyingMember#findLost}, with the answers in words that the database holds. */
    List<String> findLost(KeptRows rows) throws IOException {
        Map<Integer, String> kept = rows.answersOf(username, text);
        List<String> lost = answers.entrySet().stream()
                .filter(answer -> !isKept(answer.getKey(), answer.getValue(), kept.get(answer.getKey())))
                .map(answer -> "answer %d of %s: expected '%s', got '%s'"
                        .formatted(answer.getKey(), username, answer.getValue(), kept.get(answer.getKey())))
                .toList();
        answers.replaceAll((index, answer) -> Objects.requireNonNullElse(kept.get(index), answer));
        unanswered.clear();
        return lost;
    }

    private boolean isKept(int index, String answer, @Nullable String kept) {
        return answer.equals(kept) || kept != null && kept.equals(unanswered.get(index));
    }

    int acknowledged() {
        return acknowledged;
    }
}
