package vn.quantriet.search.lucene;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where indexes are kept: each in a folder named by a number, so that a new one is built beside the one that answers. What is in them
 * says which of them is used, with no file beside them that could contradict it: the newest that is complete, else the newest. What
 * is left over of a process that was killed is deleted at the next start.
 */
final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    private final Path folder;
    private final long checkedAtOnce;

    /** @param checkedAtOnce up to how many bytes an index is read as a whole before it is used */
    IndexFolder(Path folder, long checkedAtOnce) {
        this.folder = folder;
        this.checkedAtOnce = checkedAtOnce;
    }

    /** @param interrupted whether another was being built beside this one, which is gone */
    record Opened(IndexStore store, boolean interrupted) {}

    private record Candidate(long number, IndexStore.Condition condition) {}

    /**
     * Opens the index that is to answer, an empty one if none can, and deletes all others.
     *
     * @throws LockObtainFailedException when another process has one of them open
     */
    Opened open() throws IOException {
        Files.createDirectories(folder);
        for (Candidate candidate : candidates()) {
            Optional<IndexStore> store = IndexStore.open(folder(candidate.number()), candidate.condition());
            if (store.isPresent()) {
                boolean interrupted = candidate.condition().complete() && last() > candidate.number();
                deleteAllBut(candidate.number());
                return new Opened(store.get(), interrupted);
            }
        }
        long next = last() + 1;
        if (next > 1) {
            LOG.warn("the index in {} is damaged or of another schema; it is built from nothing", folder);
        }
        deleteAllBut(next);
        return new Opened(IndexStore.create(folder(next)), false);
    }

    /** An empty index beside the present one. */
    IndexStore next() throws IOException {
        return IndexStore.create(folder(last() + 1));
    }

    /** Deletes the files of an index that is closed. Those that somebody still reads go with the next start, if not now. */
    static void delete(Path index) throws IOException {
        try (var directory = FSDirectory.open(index);
                var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
        Files.deleteIfExists(index.resolve(IndexWriter.WRITE_LOCK_NAME));
        try {
            Files.deleteIfExists(index);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("{} still holds files", index);
        }
    }

    /** On disk, of all indexes. */
    long bytes() throws IOException {
        long bytes = 0;
        for (long number : numbers()) {
            try (Stream<Path> files = Files.list(folder(number))) {
                for (Path file : files.toList()) {
                    bytes += size(file);
                }
            } catch (NoSuchFileException e) {
                LOG.debug("index {} was deleted meanwhile", number);
            }
        }
        return bytes;
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Sound indexes that can answer this program's queries, the one to be used first. */
    private List<Candidate> candidates() throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (long number : numbers()) {
            IndexStore.condition(folder(number), checkedAtOnce)
                    .filter(IndexFolder::canAnswer)
                    .ifPresent(condition -> candidates.add(new Candidate(number, condition)));
        }
        candidates.sort(Comparator.comparing((Candidate c) -> c.condition().complete())
                .thenComparing(Candidate::number)
                .reversed());
        return candidates;
    }

    /**
     * Whether an index of this program's schema, or a complete one of a schema that is the same up to its first dot: that is what the
     * part before the dot means.
     */
    private static boolean canAnswer(IndexStore.Condition condition) {
        String schema = condition.schema();
        return schema.equals(IndexFields.SCHEMA)
                || condition.complete() && major(schema).equals(major(IndexFields.SCHEMA));
    }

    private static String major(String schema) {
        int dot = schema.indexOf('.');
        return dot < 0 ? schema : schema.substring(0, dot);
    }

    private void deleteAllBut(long kept) throws IOException {
        for (long number : numbers()) {
            if (number != kept) {
                delete(folder(number));
            }
        }
        // Where the index lay before there were several.
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path folder(long number) {
        return folder.resolve(String.valueOf(number));
    }

    private long last() throws IOException {
        return numbers().stream().mapToLong(n -> n).max().orElse(0);
    }

    private List<Long> numbers() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[1-9]\\d{0,17}"))
                    .map(Long::valueOf)
                    .toList();
        }
    }
}
