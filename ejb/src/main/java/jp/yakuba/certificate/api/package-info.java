/** What others see of certificates. */
package jp.yakuba.certificate.api;
