import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * One OpenSearch node for the tests, in a process and on a class path of its own: it brings another Lucene than the portal's. Run as a
 * source file by {@code vn.quantriet.search.opensearch.TestNode} with a folder and a port; ends when its input does, so never outlives
 * the tests.
 */
public class Node {
    private Node() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Files.createDirectories(Path.of(arguments[0]));
        Files.createDirectories(home.resolve("config"));
        var settings = Settings.builder()
                .put("path.home", home)
                .put("cluster.name", "quantriet-test")
                .put("node.name", "test")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", arguments[1])
                .put("transport.port", "0")
                .put("node.processors", "2")
                .put("cluster.routing.allocation.disk.threshold_enabled", "false")
                .build();
        var environment =
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> "test");
        try (var node = new OpenSearchRunnerNode(
                environment, List.of(Netty4ModulePlugin.class, CommonAnalysisModulePlugin.class))) {
            node.start();
            System.out.println("started");
            while (System.in.read() >= 0) {}
        }
    }
}
