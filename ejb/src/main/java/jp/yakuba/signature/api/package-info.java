/** What others ask of signatures: a hand that may sign, signing, proving for longer, checking. */
package jp.yakuba.signature.api;
