/**
 * What the card listener's TLS needs besides WildFly (カード受付の TLS): a module of its own in the server, made of nothing
 * but Java.
 */
package jp.yakuba.server.cardtrust;
