package vn.quantriet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a member would ask of the sample library.
 *
 * @param clauses that answer it: {@code 57-nq-tw#ii.2}, or a whole text
 */
public record SampleQuestion(String id, String text, Set<String> clauses) {

    public static List<SampleQuestion> all() {
        try {
            String file = new ClassPathResource("search/questions.jsonl").getContentAsString(StandardCharsets.UTF_8);
            var json = new JsonMapper();
            return file.lines()
                    .map(json::readTree)
                    .map(q -> new SampleQuestion(
                            q.get("id").asString(),
                            q.get("text").asString(),
                            q.get("clauses")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .collect(Collectors.toSet())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
