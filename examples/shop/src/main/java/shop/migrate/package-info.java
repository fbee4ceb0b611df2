/** The task that brings the database's schema to the version this code expects. */
package shop.migrate;
