package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Watches the library's folders and has changed texts read again, once nothing has moved for a moment or, while something keeps
 * moving, every two seconds. One daemon thread does it all, from start to stop.
 */
@Component
class LibraryWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LibraryWatch.class);
    private static final long SETTLED_MILLIS = 150;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long STOP_MILLIS = 5_000;

    private final LiveLibrary library;
    private final Path root;
    private final Map<WatchKey, Path> watched = new HashMap<>();
    private @Nullable WatchService watch;
    private @Nullable Thread thread;

    LibraryWatch(LiveLibrary library) {
        this.library = library;
        this.root = library.folder().root();
    }

    @Override
    public synchronized void start() {
        try {
            var service = root.getFileSystem().newWatchService();
            watched.clear();
            register(root, service);
            watch = service;
            thread = Thread.ofPlatform().daemon().name("library-watch").start(() -> run(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void stop() {
        var service = watch;
        var running = thread;
        watch = null;
        thread = null;
        try {
            if (service != null) {
                service.close();
            }
            if (running != null) {
                running.join(STOP_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run(WatchService service) {
        try {
            // Whatever changed between loading and watching.
            refresh(Set.of(), true);
            while (true) {
                settle(service, service.take());
            }
        } catch (ClosedWatchServiceException e) {
            log.debug("library watch closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gathers changes from the first until there are no more for a moment, then has them read. */
    private void settle(WatchService service, WatchKey first) throws InterruptedException {
        Set<String> names = new HashSet<>();
        boolean everything = false;
        long begun = System.nanoTime();
        WatchKey key = first;
        do {
            everything |= gather(key, names, service);
            key = service.poll(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
        } while (key != null && System.nanoTime() - begun < LONGEST_NANOS);
        if (key != null) {
            everything |= gather(key, names, service);
        }
        refresh(names, everything);
    }

    /** Adds the texts to which events belong; answers whether events were lost. */
    private boolean gather(WatchKey key, Set<String> names, WatchService service) {
        var folder = watched.get(key);
        boolean lost = folder == null;
        for (var event : key.pollEvents()) {
            if (folder == null || !(event.context() instanceof Path child)) {
                lost = true;
                continue;
            }
            var path = folder.resolve(child);
            var name = root.relativize(path).getName(0).toString();
            if (!name.startsWith(".")) {
                names.add(name);
                registerNew(path, service);
            }
        }
        if (!key.reset()) {
            watched.remove(key);
            if (root.equals(folder)) {
                log.error("library: the folder {} is gone; restart when it is back", root);
            }
        }
        return lost;
    }

    private void registerNew(Path path, WatchService service) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try {
                register(path, service);
            } catch (IOException e) {
                log.warn("library: {} cannot be watched", path, e);
            }
        }
    }

    private void register(Path folder, WatchService service) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                if (!visited.equals(root) && visited.getFileName().toString().startsWith(".")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                try {
                    var key = visited.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                    watched.put(key, visited);
                } catch (NoSuchFileException e) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A failure must not end the watch: it is logged and the next change tried afresh. */
    private void refresh(Set<String> names, boolean everything) {
        try {
            if (everything) {
                library.refreshAll();
            } else if (!names.isEmpty()) {
                library.refresh(names);
            }
        } catch (RuntimeException e) {
            log.error("library: reading {} again failed", everything ? "everything" : names, e);
        }
    }
}
