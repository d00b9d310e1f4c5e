package vn.quantriet.content.library;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.jgit.lib.ObjectId;
import vn.quantriet.content.ResolutionId;

/**
 * Texts of which a person must still say which clause is which, and the version that stays in service until then. On disk, since a
 * text pulled from elsewhere is committed before anybody has said so, and a restart must not take it for the version before.
 */
final class Unsettled {
    private static final String NOTHING = "-";

    private final Path file;

    /** @param folder exists, and is no part of what is published */
    Unsettled(Path folder) {
        this.file = folder.resolve("unsettled.properties");
    }

    /** A text and the register beside it. */
    record Version(ObjectId text, Optional<ObjectId> register) {}

    synchronized Optional<Version> find(ResolutionId id) {
        return Optional.ofNullable(read().getProperty(id.value())).map(value -> {
            var names = value.split(" ");
            return new Version(
                    ObjectId.fromString(names[0]),
                    names[1].equals(NOTHING) ? Optional.empty() : Optional.of(ObjectId.fromString(names[1])));
        });
    }

    synchronized void add(ResolutionId id, Version version) {
        var all = read();
        var value = version.text().name() + " "
                + version.register().map(ObjectId::name).orElse(NOTHING);
        if (!value.equals(all.put(id.value(), value))) {
            write(all);
        }
    }

    synchronized void remove(ResolutionId id) {
        if (Files.exists(file)) {
            var all = read();
            if (all.remove(id.value()) != null) {
                write(all);
            }
        }
    }

    private Properties read() {
        var all = new Properties();
        try {
            if (Files.exists(file)) {
                all.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private void write(Properties all) {
        var unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            var text = new StringWriter();
            all.store(text, null);
            Files.writeString(unfinished, text.toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
