package vn.quantriet.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks into a running portal: what its heap holds after a full collection. */
final class SessionMemory implements AutoCloseable {
    /** A row of a class histogram: rank, instances, bytes, class. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)");

    private static final int COLLECTIONS = 3;

    private static final Set<String> PAGES =
            Set.of("com.vaadin.flow.component.UI", "com.vaadin.flow.component.internal.JavaScriptBootstrapUI");

    private final JMXConnector connector;
    private final MBeanServerConnection server;
    private final MemoryMXBean memory;

    @SuppressWarnings("BanJNDI") // The other end is a process that this one has started, on the same machine.
    SessionMemory(Portal portal) throws IOException, AttachNotSupportedException {
        var machine = VirtualMachine.attach(String.valueOf(portal.pid()));
        try {
            connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        server = connector.getMBeanServerConnection();
        memory = ManagementFactory.newPlatformMXBeanProxy(
                server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    }

    /**
     * Instances of one class that are in use.
     *
     * @param bytes without what they refer to
     */
    record Held(long instances, long bytes) {
        static final Held NONE = new Held(0, 0);
    }

    /** What the heap holds after full collections, by class name. Each finds what the one before has released. */
    Map<String, Held> held() throws IOException, JMException {
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        var histogram = (String) server.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
        Map<String, Held> held = new HashMap<>();
        var row = ROW.matcher(histogram);
        while (row.find()) {
            held.put(row.group(3), new Held(Long.parseLong(row.group(1)), Long.parseLong(row.group(2))));
        }
        return held;
    }

    static double kilobytes(Map<String, Held> held) {
        return held.values().stream().mapToLong(Held::bytes).sum() / 1024.0;
    }

    /** Pages that are open at the server. */
    static long openPages(Map<String, Held> held) {
        return PAGES.stream()
                .mapToLong(name -> held.getOrDefault(name, Held.NONE).instances())
                .sum();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
