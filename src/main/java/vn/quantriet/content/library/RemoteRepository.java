package vn.quantriet.content.library;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.RemoteLibrary.Phase;

/**
 * The repository elsewhere, and the library's own as it is for exchanging commits with that one: over a handle of its own, so that
 * a slow network holds no lock of the library. One thread at a time.
 */
final class RemoteRepository implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 20;
    private static final Set<String> SCHEMES = Set.of("https", "http", "file");

    /** Where the portal puts what it cannot add to the branch, for somebody with Git to bring together. */
    private static final String ASIDE = "-quan-triet";

    private final Repository repository;
    private final RemoteSettings settings;
    private final URIish address;

    private RemoteRepository(Repository repository, RemoteSettings settings, URIish address) {
        this.repository = repository;
        this.settings = settings;
        this.address = address;
    }

    /** @param own folder of the library's repository */
    static RemoteRepository open(Path own, RemoteSettings settings) throws Failed {
        try {
            var address = new URIish(settings.url());
            if (address.getScheme() != null
                            && !SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
                    || address.getScheme() == null && address.getHost() != null) {
                throw new Failed(Phase.UNUSABLE, null);
            }
            return new RemoteRepository(
                    new FileRepositoryBuilder()
                            .setGitDir(own.toFile())
                            .setMustExist(true)
                            .build(),
                    settings,
                    address);
        } catch (URISyntaxException e) {
            // Its message holds the address, which may hold a password.
            throw new Failed(Phase.UNUSABLE, null);
        } catch (IOException e) {
            throw new Failed(Phase.UNUSABLE, e);
        }
    }

    /** It could not be asked, or refused. */
    static final class Failed extends Exception {
        private final Phase phase;

        Failed(Phase phase, @Nullable Throwable cause) {
            super("the library's remote repository: " + phase, cause);
            this.phase = phase;
        }

        Phase phase() {
            return phase;
        }
    }

    Repository own() {
        return repository;
    }

    /** Brings what its branch has here; absent when it has no such branch yet. */
    Optional<ObjectId> fetch() throws Failed {
        var name = "refs/heads/" + settings.branch();
        try (var transport = transport()) {
            ObjectId there;
            try (var connection = transport.openFetch()) {
                var ref = connection.getRef(name);
                var newest = ref == null ? null : ref.getObjectId();
                if (newest == null) {
                    return Optional.empty();
                }
                there = newest;
            }
            if (!repository.getObjectDatabase().has(there) || !there.equals(repository.resolve(tracking()))) {
                transport.fetch(NullProgressMonitor.INSTANCE, List.of(new RefSpec("+" + name + ":" + tracking())));
            }
            return Optional.of(there);
        } catch (IOException e) {
            throw failed(e);
        } catch (JGitInternalException e) {
            throw new Failed(Phase.UNREACHABLE, e);
        }
    }

    private String tracking() {
        return "refs/remotes/quan-triet/" + settings.branch();
    }

    /** Adds our commits to its branch; false when it has commits that we have not seen. */
    boolean push(ObjectId head) throws Failed {
        return push(head, "refs/heads/" + settings.branch(), false);
    }

    /** Shows our commits on a branch of our own. */
    void pushAside(ObjectId head) throws Failed {
        push(head, "refs/heads/" + settings.branch() + ASIDE, true);
    }

    private boolean push(ObjectId head, String name, boolean force) throws Failed {
        try (var transport = transport()) {
            var update = new RemoteRefUpdate(repository, null, head, name, force, force ? null : tracking(), null);
            transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            return switch (update.getStatus()) {
                case OK, UP_TO_DATE -> true;
                case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> false;
                default -> throw new Failed(Phase.REFUSED, null);
            };
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Transport transport() throws IOException {
        var transport = Transport.open(repository, address);
        transport.setTimeout(TIMEOUT_SECONDS);
        if (!settings.user().isEmpty() || !settings.password().isEmpty()) {
            transport.setCredentialsProvider(
                    new UsernamePasswordCredentialsProvider(settings.user(), settings.password()));
        }
        return transport;
    }

    private static Failed failed(IOException e) {
        var message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof NoRemoteRepositoryException || e instanceof NotSupportedException) {
            return new Failed(Phase.UNREACHABLE, e);
        }
        boolean refused = e instanceof TransportException
                && (message.contains("not authorized")
                        || message.contains("not permitted")
                        || message.contains("authentication")
                        || message.contains("auth fail"));
        return new Failed(refused ? Phase.REFUSED : Phase.UNREACHABLE, e);
    }

    @Override
    public void close() {
        repository.close();
    }
}
