/** How requests for copies leave, arrive, are answered and become paper. */
package jp.yakuba.certificate.service;
