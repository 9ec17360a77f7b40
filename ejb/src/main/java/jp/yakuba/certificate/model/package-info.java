/** Requests for copies, what is told of them, and the paper. */
package jp.yakuba.certificate.model;
