/** A trial of the configured server itself (サーバの試し): do identities, roles and run-as arrive where desks expect them? */
package jp.yakuba.servertrial;
