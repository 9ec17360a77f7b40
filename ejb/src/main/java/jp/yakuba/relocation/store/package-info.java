/** Where notices of moves lie. */
package jp.yakuba.relocation.store;
