/** Mail to those who have bought something. */
package shop.notifications;
