/** Keys to the tables whose names begin with {@code acc_}. */
package jp.yakuba.account.store;
