/** The people who buy. */
package shop.users;
