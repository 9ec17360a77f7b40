/** Sign-in, registration, and a resident's own account; sign-in of staff. */
package jp.yakuba.web.account;
