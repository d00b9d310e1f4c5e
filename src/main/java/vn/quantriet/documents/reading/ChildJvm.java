package vn.quantriet.documents.reading;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A JVM that may end over what it reads: a small heap, a folder of its own for what it writes, none of this process's environment, and
 * no network, as far as a JVM can be told.
 */
final class ChildJvm {
    /** How it ends when its heap is full: of {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    private static final List<String> KEPT_ENVIRONMENT = List.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot", "TZ");

    private ChildJvm() {}

    /**
     * @param folder its own; holds an empty file {@code hosts}
     * @param heap in megabytes
     */
    static ProcessBuilder of(Class<?> main, Path folder, int heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                // No name is resolved, and every connection goes to a proxy that is not there.
                "-Djdk.net.hosts.file=" + folder.resolve("hosts"),
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=9",
                // Readers would say on standard output, word by word, what they find in the document.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider"));
        command.addAll(launch(main));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(KEPT_ENVIRONMENT);
        return builder;
    }

    /**
     * The way this process was started: from folders of classes, from a jar unpacked beside its libraries, or from one jar that holds
     * its libraries, which only Spring Boot's launcher can open.
     */
    private static List<String> launch(Class<?> main) {
        var path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        boolean nested = String.valueOf(main.getResource(main.getSimpleName() + ".class"))
                .startsWith("jar:nested:");
        return nested
                ? List.of(
                        "-Dloader.main=" + main.getName(),
                        "-cp",
                        path,
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of("-cp", path, main.getName());
    }
}
