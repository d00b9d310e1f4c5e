package vn.quantriet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Question;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.SourceFile;

/** The rows that a killed portal left behind, read from a copy of its database file. */
final class KeptRows implements AutoCloseable {
    private static final String GENESIS = "0".repeat(64);
    private static final String FILE = "quantriet.mv.db";

    private final Path library;
    private final Path copy;
    private final Connection connection;

    /** @param data of a portal that does not run */
    KeptRows(Path data) throws IOException, SQLException {
        library = data.resolve("library");
        copy = Files.createTempDirectory("quantriet-rows");
        Files.copy(data.resolve("database").resolve(FILE), copy.resolve(FILE));
        connection = DriverManager.getConnection("jdbc:h2:file:" + copy.resolve("quantriet"), "quantriet", "");
    }

    /**
     * Entries of the ledger that do not follow the one before them, and chains that do not end where their head says; each as
     * a line. Only links are compared: that no entry was altered is for the portal to say.
     */
    List<String> brokenChains() throws SQLException {
        List<String> broken = new ArrayList<>();
        Map<Long, String> ends = new HashMap<>();
        try (var statement = connection.createStatement();
                var entries = statement.executeQuery(
                        "select member_id, seq, previous_hash, hash from ledger_entry order by member_id, seq")) {
            long member = -1;
            int seq = 0;
            String hash = GENESIS;
            while (entries.next()) {
                if (entries.getLong("member_id") != member) {
                    member = entries.getLong("member_id");
                    seq = 0;
                    hash = GENESIS;
                }
                seq++;
                if (entries.getInt("seq") != seq
                        || !entries.getString("previous_hash").equals(hash)) {
                    broken.add("ledger of member %d: entry %d does not follow".formatted(member, seq));
                }
                hash = entries.getString("hash");
                ends.put(member, seq + " " + hash);
            }
        }
        compareHeads(ends, broken);
        return broken;
    }

    private void compareHeads(Map<Long, String> ends, List<String> broken) throws SQLException {
        Map<Long, String> heads = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select member_id, seq, hash from ledger_head where seq > 0")) {
            while (rows.next()) {
                heads.put(rows.getLong("member_id"), rows.getInt("seq") + " " + rows.getString("hash"));
            }
        }
        if (!heads.equals(ends)) {
            broken.add("%d ledgers do not end where their heads say"
                    .formatted(heads.entrySet().stream()
                                    .filter(head -> !head.getValue().equals(ends.get(head.getKey())))
                                    .count()
                            + ends.keySet().stream()
                                    .filter(member -> !heads.containsKey(member))
                                    .count()));
        }
    }

    /** Choices of the newest attempt in words, by the place of the question in it. */
    Map<Integer, String> answersOf(String username, String text) throws IOException {
        var quiz = LibraryFormat.quiz(
                        new ResolutionId(text),
                        SourceFile.of(
                                "quiz.md",
                                Files.readString(library.resolve(text).resolve("quiz.md"), StandardCharsets.UTF_8)))
                .value()
                .orElseThrow();
        Map<Integer, String> answers = new HashMap<>();
        try (var statement = connection.prepareStatement("""
                select a.questions, q.question_number, q.answer
                from quiz_attempt a join quiz_answer q on q.attempt_id = a.id
                where a.id = (select max(id) from quiz_attempt
                              where resolution_id = ? and member_id = (select member_id from account where username = ?))
                """)) {
            statement.setString(1, text);
            statement.setString(2, username);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int number = rows.getInt("question_number");
                    int place = List.of(rows.getString("questions").split(",")).indexOf(String.valueOf(number));
                    String words = inWords(quiz, number, rows.getString("answer"));
                    if (words != null) {
                        answers.put(place, words);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException("the answers cannot be read", e);
        }
        return answers;
    }

    private static @Nullable String inWords(Quiz quiz, int number, String answer) {
        return quiz.question(number) instanceof Question.OneAnswer one
                ? Objects.requireNonNull(one.options().get(Integer.parseInt(answer)))
                        .strip()
                : null;
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        try (var files = Files.list(copy)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(copy);
    }
}
