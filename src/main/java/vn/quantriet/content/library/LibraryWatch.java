package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Watches the library's folders and has changed texts read again, once nothing has moved for a moment or, while something keeps
 * moving, every two seconds. Where the system allows too few watches it looks through the folders instead, every few seconds. One
 * daemon thread does it all, from start to stop.
 */
@Component
class LibraryWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LibraryWatch.class);
    private static final long SETTLED_MILLIS = 150;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long STOP_MILLIS = 5_000;

    /** Between two looks through all folders: this, and so many times what a look takes. */
    private static final long LOOK_MILLIS = 2_000;

    private static final int LOOKS_APART = 10;

    private final LiveLibrary library;
    private final Path root;
    private final int mostWatched;
    private final Map<WatchKey, Path> watched = new HashMap<>();
    private @Nullable WatchService watch;
    private @Nullable Thread thread;
    private CountDownLatch stopping = new CountDownLatch(1);

    @Autowired
    LibraryWatch(LiveLibrary library) {
        this(library, Integer.MAX_VALUE);
    }

    /** @param mostWatched folders; the system may allow fewer */
    LibraryWatch(LiveLibrary library, int mostWatched) {
        this.library = library;
        this.root = library.folder().root();
        this.mostWatched = mostWatched;
    }

    /** The system does not let so many folders be watched. */
    private static final class TooManyFolders extends Exception {
        private static final long serialVersionUID = 1L;

        TooManyFolders(IOException why) {
            super(why);
        }
    }

    @Override
    public synchronized void start() {
        var until = new CountDownLatch(1);
        stopping = until;
        try {
            var service = root.getFileSystem().newWatchService();
            watch = service;
            thread = Thread.ofPlatform().daemon().name("library-watch").start(() -> run(service, until));
        } catch (IOException e) {
            log.warn("library: nothing can be watched ({})", e.getMessage());
            thread = Thread.ofPlatform().daemon().name("library-watch").start(() -> look(until));
        }
    }

    @Override
    public synchronized void stop() {
        var service = watch;
        var running = thread;
        watch = null;
        thread = null;
        // Never by an interrupt: it would close the files that the thread is at, the database's among them.
        stopping.countDown();
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

    private void run(WatchService service, CountDownLatch until) {
        try {
            watched.clear();
            register(root, service);
            // Whatever changed between loading and watching.
            refresh(Set.of(), true);
            while (true) {
                settle(service, service.take());
            }
        } catch (TooManyFolders e) {
            log.warn(
                    "library: only {} folders can be watched ({}); looking for changes every few seconds instead. On Linux"
                            + " raise fs.inotify.max_user_watches above the number of folders.",
                    watched.size(),
                    e.getCause() == null ? "" : e.getCause().getMessage());
            watched.clear();
            close(service);
            look(until);
        } catch (ClosedWatchServiceException e) {
            log.debug("library watch closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException e) {
            log.debug("library watch could not be closed", e);
        }
    }

    /** Looks through all folders again and again. */
    private void look(CountDownLatch until) {
        try {
            long took;
            do {
                long begun = System.nanoTime();
                refresh(Set.of(), true);
                took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            } while (!until.await(LOOK_MILLIS + LOOKS_APART * took, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gathers changes from the first until there are no more for a moment, then has them read. */
    void settle(WatchService service, WatchKey first) throws InterruptedException, TooManyFolders {
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
        if (everything) {
            // Among what was lost may be that a folder is new.
            register(root, service);
        }
        refresh(names, everything);
    }

    /** Adds the texts to which events belong; answers whether events were lost. */
    private boolean gather(WatchKey key, Set<String> names, WatchService service) throws TooManyFolders {
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

    private void registerNew(Path path, WatchService service) throws TooManyFolders {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            register(path, service);
        }
    }

    private void register(Path folder, WatchService service) throws TooManyFolders {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
                        throws IOException {
                    if (!visited.equals(root)
                            && visited.getFileName().toString().startsWith(".")) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    return watch(visited, service) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new TooManyFolders(e);
        }
    }

    /** Answers whether the folder is still there. */
    private boolean watch(Path folder, WatchService service) throws IOException {
        try {
            var key = folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            if (watched.put(key, folder) == null && watched.size() > mostWatched) {
                throw new IOException("limit of " + mostWatched + " reached");
            }
            return true;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false;
        } catch (FileSystemException e) {
            log.warn("library: {} cannot be watched", folder, e);
            return false;
        }
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
