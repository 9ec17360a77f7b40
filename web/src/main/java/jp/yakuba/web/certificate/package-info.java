/** Pages of the desk of certificates. */
package jp.yakuba.web.certificate;
