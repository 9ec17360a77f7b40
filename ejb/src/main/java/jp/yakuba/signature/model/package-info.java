/** Names in certificates. */
package jp.yakuba.signature.model;
