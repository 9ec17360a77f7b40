/** Where questions and answers lie. */
package jp.yakuba.inquiry.store;
