package shop.shared;

import com.fasterxml.jackson.jr.ob.JSON;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.transport.DefaultTransportListener;

/**
 * The message broker as a service uses it. An event goes to a virtual topic: each service that listens has a queue of
 * its own there, and misses nothing while it restarts.
 */
public final class MessageBus implements AutoCloseable {
    private static final String REQUEST_ID = "requestId";

    private final String service;
    private final ActiveMQConnection connection;
    private final Counters counters;
    private final Session publishing;
    private volatile boolean connected = true;

    private MessageBus(String service, ActiveMQConnection connection, Counters counters) throws JMSException {
        this.service = service;
        this.connection = connection;
        this.counters = counters;
        this.publishing = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        connection.addTransportListener(new DefaultTransportListener() {
            @Override
            public void transportInterupted() {
                connected = false;
            }

            @Override
            public void transportResumed() {
                connected = true;
            }
        });
    }

    static MessageBus connect(String service, Settings settings, Counters counters) {
        String address = settings.required("BROKER_URL");
        var factory = new ActiveMQConnectionFactory("failover:(" + address
                + ")?initialReconnectDelay=100&maxReconnectDelay=1000&startupMaxReconnectAttempts=10&timeout=2000");
        factory.setWatchTopicAdvisories(false);
        try {
            var connection = (ActiveMQConnection) factory.createConnection();
            connection.start();
            return new MessageBus(service, connection, counters);
        } catch (JMSException e) {
            throw new IllegalStateException("cannot connect to the broker at " + address, e);
        }
    }

    /** Sends an event and returns when the broker has it. */
    public synchronized void publish(String event, Object body) throws JMSException {
        try (MessageProducer producer = publishing.createProducer(publishing.createTopic(topic(event)))) {
            Message message = publishing.createTextMessage(json(body));
            message.setStringProperty(REQUEST_ID, RequestContext.currentId());
            producer.send(message);
        }
        counters.count("messages_published");
    }

    /** Receives an event, each one as part of the request that caused it. */
    public <T> void subscribe(String event, Class<T> type, Consumer<T> receiver) {
        counters.declare("messages_received");
        try {
            var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            var queue = session.createQueue("Consumer." + service + "." + topic(event));
            session.createConsumer(queue).setMessageListener(message -> receive((TextMessage) message, type, receiver));
        } catch (JMSException e) {
            throw new IllegalStateException("cannot subscribe to " + event, e);
        }
    }

    boolean isConnected() {
        return connected;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }

    // What fails here is thrown on: the client library logs it, and the broker delivers the message again.
    private <T> void receive(TextMessage message, Class<T> type, Consumer<T> receiver) {
        counters.count("messages_received");
        try {
            T body = JSON.std.beanFrom(type, message.getText());
            RequestContext.within(message.getStringProperty(REQUEST_ID), () -> {
                receiver.accept(body);
                return null;
            });
        } catch (JMSException e) {
            throw new IllegalStateException("cannot read a message", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a message", e);
        }
    }

    private static String topic(String event) {
        return "VirtualTopic." + event;
    }

    private static String json(Object body) {
        try {
            return JSON.std.asString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
