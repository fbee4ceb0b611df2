/** Who is who: logins, and the tokens they give out. */
package shop.auth;
