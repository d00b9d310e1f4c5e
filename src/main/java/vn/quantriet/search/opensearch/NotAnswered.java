package vn.quantriet.search.opensearch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.httpclient5.ResponseException;
import vn.quantriet.search.SharedReport.Condition;

/** OpenSearch did not answer as it should. The message never holds what was asked. */
final class NotAnswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final int BAD_REQUEST = 400;

    private final Condition condition;
    private final String type;
    private final int status;

    private NotAnswered(String message, Condition condition, String type, int status) {
        super(message);
        this.condition = condition;
        this.type = type;
        this.status = status;
    }

    static NotAnswered of(String type, int status) {
        var condition = status == 401 || status == 403 ? Condition.REFUSED : Condition.FAILING;
        return new NotAnswered(type + " (" + status + ")", condition, type, status);
    }

    /** What that means for whoever asks. */
    Condition condition() {
        return condition;
    }

    /** Whether only what was asked was wrong. */
    boolean isOfTheQuestion() {
        return status == BAD_REQUEST;
    }

    /** Whether it is the index that is no more: another may have taken its place. */
    boolean isGone() {
        return type.equals("index_not_found_exception");
    }

    /** Whether an index of this name was there already. */
    boolean isTaken() {
        return type.equals("resource_already_exists_exception");
    }

    /** @throws NotAnswered in place of any exception of the client */
    static <T> T unless(Call<T> call) {
        try {
            return call.make();
        } catch (OpenSearchException e) {
            throw of(e.error().type() == null ? "error" : e.error().type(), e.status());
        } catch (IOException e) {
            throw of(e);
        } catch (NotAnswered e) {
            throw e;
        } catch (RuntimeException e) {
            throw new NotAnswered(e.getClass().getSimpleName(), Condition.FAILING, "", 0);
        }
    }

    private static NotAnswered of(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResponseException answer) {
                return of("error", answer.status());
            }
        }
        return new NotAnswered(e.getClass().getSimpleName(), Condition.UNREACHABLE, "", 0);
    }

    /** @throws NotAnswered when a part of an answer is missing */
    static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new NotAnswered("incomplete answer", Condition.FAILING, "", 0);
        }
        return part;
    }

    /** One call of the client. */
    interface Call<T> {
        T make() throws IOException;
    }
}
