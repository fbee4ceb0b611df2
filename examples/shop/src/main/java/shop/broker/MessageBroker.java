package shop.broker;

import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.broker.region.policy.VMPendingQueueMessageStoragePolicy;
import shop.shared.ServiceProcess;
import shop.shared.Settings;

/** An ActiveMQ broker that keeps its messages in memory: small, quick to start, and empty after a restart. */
final class MessageBroker {
    private static final long MEMORY_BYTES = 8L << 20;

    private MessageBroker() {}

    public static void main(String[] args) {
        // Clients of the broker log their troubles to stderr; what the broker itself has to say is its normal output.
        System.setProperty("org.slf4j.simpleLogger.logFile", "System.out");
        ServiceProcess.run("broker", process -> {
            BrokerService broker = configure(process.settings());
            process.own(broker::stop);
            broker.start();
            broker.waitUntilStarted();
            process.log().info("broker listening on tcp://127.0.0.1:%s", process.settings().required("PORT"));
            // The broker's own threads are daemons: without this the process would end here.
            broker.waitUntilStopped();
        });
    }

    private static BrokerService configure(Settings settings) throws Exception {
        var broker = new BrokerService();
        broker.setBrokerName("shop");
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.setUseShutdownHook(false);
        broker.setAdvisorySupport(false);
        broker.setDestinationPolicy(queuesInMemory());
        broker.getSystemUsage().getMemoryUsage().setLimit(MEMORY_BYTES);
        broker.addConnector("tcp://127.0.0.1:" + settings.required("PORT"));
        return broker;
    }

    private static PolicyMap queuesInMemory() {
        var queues = new PolicyEntry();
        queues.setPendingQueuePolicy(new VMPendingQueueMessageStoragePolicy());
        var policies = new PolicyMap();
        policies.setDefaultEntry(queues);
        return policies;
    }
}
