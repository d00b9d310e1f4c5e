package vn.quantriet.search.opensearch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.httpclient5.ResponseException;
import vn.quantriet.search.SharedReport.Condition;

/** OpenSearch did not answer as it should. The message never holds what was asked. */
final class NotAnswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Condition condition;
    private final String type;

    private NotAnswered(String message, Condition condition, String type) {
        super(message);
        this.condition = condition;
        this.type = type;
    }

    static NotAnswered of(String type, int status) {
        var condition = status == 401 || status == 403 ? Condition.REFUSED : Condition.FAILING;
        return new NotAnswered(type + " (" + status + ")", condition, type);
    }

    /** What that means for whoever asks. */
    Condition condition() {
        return condition;
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
        } catch (ResponseException e) {
            throw of("error", e.status());
        } catch (IOException e) {
            throw new NotAnswered(e.getClass().getSimpleName(), Condition.UNREACHABLE, "");
        } catch (NotAnswered e) {
            throw e;
        } catch (RuntimeException e) {
            throw new NotAnswered(e.getClass().getSimpleName(), Condition.FAILING, "");
        }
    }

    /** @throws NotAnswered when a part of an answer is missing */
    static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new NotAnswered("incomplete answer", Condition.FAILING, "");
        }
        return part;
    }

    /** One call of the client. */
    interface Call<T> {
        T make() throws IOException;
    }
}
