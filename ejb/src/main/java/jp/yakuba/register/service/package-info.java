/** How own entries are kept and published, and others' are copied. */
package jp.yakuba.register.service;
