/** What the shop sells, and how much of it is left. */
package shop.products;
