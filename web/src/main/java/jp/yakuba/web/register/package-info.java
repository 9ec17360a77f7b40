/** Pages of joint registers. */
package jp.yakuba.web.register;
