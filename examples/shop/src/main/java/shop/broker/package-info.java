/** The message broker: ActiveMQ in a process of its own. */
package shop.broker;
