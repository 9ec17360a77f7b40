/** The law of the house: the mark of a domain, the architecture rules every module is tested with, and test support. */
package jp.yakuba.house;
