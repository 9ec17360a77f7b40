/** Where entries and what they said before stand. */
package jp.yakuba.register.store;
