package vn.quantriet.study.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The file {@code seals.txt} in the data folder, one line {@code number hash} for each seal: what was sealed, out of reach of whoever
 * can write to the database alone. On several nodes each has the seals that it made.
 */
@Component
class SealWitness {
    private static final String NAME = "seals.txt";

    private final Path file;

    @Autowired
    SealWitness(@Value("${quantriet.data}") String data) {
        this(Path.of(data));
    }

    SealWitness(Path data) {
        file = data.resolve(NAME);
    }

    void keep(Seal seal) {
        try {
            Files.writeString(
                    file,
                    seal.number() + " " + seal.hash() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hashes by the numbers of their seals; empty when there is no such file. A line that is no seal's, such as half a one, is passed over. */
    Map<Integer, String> seals() {
        Map<Integer, String> seals = new TreeMap<>();
        if (Files.exists(file)) {
            try (var lines = Files.lines(file)) {
                lines.filter(line -> line.matches("\\d{1,9} [0-9a-f]{64}"))
                        .map(line -> line.split(" "))
                        .forEach(line -> seals.put(Integer.valueOf(line[0]), line[1]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return seals;
    }
}
