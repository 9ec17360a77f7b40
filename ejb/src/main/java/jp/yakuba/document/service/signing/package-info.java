/** Signing, time stamps, checking and renewing of what goes out. */
package jp.yakuba.document.service.signing;
