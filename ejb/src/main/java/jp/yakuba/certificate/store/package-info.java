/** Where requests and issued copies lie. */
package jp.yakuba.certificate.store;
