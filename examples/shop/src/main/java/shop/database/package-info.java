/** The database server: H2 in a process of its own. */
package shop.database;
