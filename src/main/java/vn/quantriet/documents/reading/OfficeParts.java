package vn.quantriet.documents.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;

/**
 * The parts of an Office file. Nothing is unpacked to disk, no part is read but those asked for by name, and all of them together
 * give no more than {@link #MOST_BYTES}: a bomb is refused when it has given that much.
 */
final class OfficeParts implements AutoCloseable {
    static final long MOST_BYTES = 200L << 20;
    private static final int MOST_ENTRIES = 20_000;

    private final ZipFile zip;
    private long left = MOST_BYTES;

    OfficeParts(Path file) {
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new DocumentRefused(Reason.DAMAGED, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (zip.size() > MOST_ENTRIES) {
            close();
            throw new DocumentRefused(Reason.TOO_COMPLEX);
        }
    }

    /** Name of the part that the file is about. */
    String main() {
        return targets("").values().stream()
                .filter(target -> target.type().endsWith("/officeDocument"))
                .map(Target::address)
                .findFirst()
                .orElseThrow(() -> new DocumentRefused(Reason.UNKNOWN_KIND));
    }

    /** @param external whether {@code address} is not the name of a part */
    record Target(String type, String address, boolean external) {}

    /** What a part refers to, by the id it does it with. */
    Map<String, Target> targets(String part) {
        int slash = part.lastIndexOf('/') + 1;
        String about = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        Map<String, Target> targets = new LinkedHashMap<>();
        parse(about)
                .ifPresent(root -> root.all("Relationship").forEach(found -> {
                    boolean external = found.attribute("TargetMode")
                            .filter("External"::equals)
                            .isPresent();
                    var address = found.attribute("Target").orElse("");
                    targets.put(
                            found.attribute("Id").orElse(""),
                            new Target(
                                    found.attribute("Type").orElse(""),
                                    external ? address : resolve(part, address),
                                    external));
                }));
        return targets;
    }

    /** The part of a type that another refers to. */
    Optional<String> target(String part, String type) {
        return targets(part).values().stream()
                .filter(target -> !target.external() && target.type().endsWith("/" + type))
                .map(Target::address)
                .findFirst();
    }

    private static String resolve(String part, String address) {
        try {
            return URI.create("/" + part).resolve(address).getPath().replaceFirst("^/+", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    Optional<Xml> parse(String part) {
        try (var in = open(part)) {
            return Optional.of(Xml.parse(in));
        } catch (NoSuchPart e) {
            return Optional.empty();
        } catch (ZipException e) {
            throw new DocumentRefused(Reason.DAMAGED, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing at all when there is no such part. */
    InputStream stream(String part) {
        try {
            return open(part);
        } catch (NoSuchPart e) {
            return InputStream.nullInputStream();
        } catch (ZipException e) {
            throw new DocumentRefused(Reason.DAMAGED, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws DocumentRefused when it is not there */
    InputStream require(String part) {
        try {
            return open(part);
        } catch (NoSuchPart | ZipException e) {
            throw new DocumentRefused(Reason.DAMAGED, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null || entry.isDirectory()) {
            throw new NoSuchPart(part);
        }
        return new Counted(zip.getInputStream(entry));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class NoSuchPart extends IOException {
        NoSuchPart(String part) {
            super("no part " + part);
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new DocumentRefused(Reason.TOO_COMPLEX);
            }
        }
    }
}
