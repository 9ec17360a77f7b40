/** Where proposals are kept. */
package jp.yakuba.approval.store;
