package vn.quantriet.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments;
import vn.quantriet.content.ResolutionId;

/**
 * Picks what a reading left of pictures: those that its body shows, then pages whose words do not say all, then other pages, as many
 * as a text may have. What lies there was written by a process that had a stranger's file in its hands.
 *
 * @param names of the files that are kept
 * @param reading with the pages that there are pictures of, and with what is to be said of the others
 */
record ImportedPictures(Set<String> names, Reading reading) {
    private static final long MOST_BYTES = 60_000_000;
    private static final int MOST_TOLD = 30;
    /** Says nothing: a picture is checked by itself. */
    private static final ResolutionId ANY = new ResolutionId("nhap");

    /** The pages to be drawn, the most important first. */
    static List<Integer> toDraw(Reading reading) {
        return reading.pages().stream()
                .sorted(Comparator.comparing((SlidePage page) -> !page.needed()))
                .limit(Math.max(0, Attachment.MOST - reading.shown().size()))
                .map(SlidePage::number)
                .toList();
    }

    /** @param folder may not be there */
    static ImportedPictures of(Reading reading, Path folder, Optional<Attachments> attachments) {
        Set<String> wanted = new LinkedHashSet<>(reading.shown());
        var toDraw = toDraw(reading);
        toDraw.forEach(number -> wanted.add(SlidePage.file(number)));
        Set<String> names = new LinkedHashSet<>();
        long size = 0;
        for (var name : wanted) {
            var bytes = read(folder.resolve(name));
            if (bytes.isPresent()
                    && size + bytes.get().length <= MOST_BYTES
                    && names.size() < Attachment.MOST
                    && attachments
                            .map(all -> all.check(ANY, name, bytes.get()))
                            .filter(checked -> !checked.problems().isEmpty())
                            .isEmpty()) {
                names.add(name);
                size += bytes.get().length;
            }
        }
        return new ImportedPictures(names, said(reading, names, toDraw));
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Attachment.isValidName(String.valueOf(file.getFileName()))
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= Attachment.LARGEST
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading said(Reading reading, Set<String> names, List<Integer> toDraw) {
        List<Unclear> more = new ArrayList<>();
        var lost = new TreeSet<>(reading.shown());
        lost.removeAll(names);
        if (!lost.isEmpty()) {
            more.add(new Unclear(0, 0, "picture-lost", List.of(String.valueOf(lost.size())), ""));
        }
        var undrawn = toDraw.stream()
                .filter(number -> !names.contains(SlidePage.file(number)))
                .sorted()
                .toList();
        if (!undrawn.isEmpty()) {
            more.add(new Unclear(0, 0, "page-undrawn", List.of(listed(undrawn)), ""));
        }
        if (toDraw.size() < reading.pages().size()) {
            more.add(new Unclear(
                    0,
                    0,
                    "page-many",
                    List.of(
                            String.valueOf(toDraw.size()),
                            String.valueOf(reading.pages().size())),
                    ""));
        }
        var drawn = reading.pages().stream()
                .filter(page -> names.contains(page.file()))
                .toList();
        return reading.with(drawn).saying(more);
    }

    private static String listed(List<Integer> numbers) {
        return numbers.stream().limit(MOST_TOLD).map(String::valueOf).collect(Collectors.joining(", "))
                + (numbers.size() > MOST_TOLD ? "…" : "");
    }
}
