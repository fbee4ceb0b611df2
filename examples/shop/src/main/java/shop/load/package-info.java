/** The task that sends traffic through the gateway and makes things go wrong on purpose. */
package shop.load;
