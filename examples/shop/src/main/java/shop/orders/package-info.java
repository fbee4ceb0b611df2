/** Orders: the service that needs all the others. */
package shop.orders;
