/** The desk of joint registers. */
package jp.yakuba.register.api;
