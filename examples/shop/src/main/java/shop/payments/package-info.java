/** Payments, which can be told to fail. */
package shop.payments;
