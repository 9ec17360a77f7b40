/** What an entry says, and what is wrong with what was typed. */
package jp.yakuba.register.model;
