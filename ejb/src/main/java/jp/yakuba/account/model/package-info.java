/** Accounts, sessions, cards, mandates, and the rules of passwords, codes, certificates and signatures. */
package jp.yakuba.account.model;
