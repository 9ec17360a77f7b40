/** Where the filing plan is kept. */
package jp.yakuba.document.store.filing;
