/** Where imports, their faults and what they brought are kept. */
package jp.yakuba.document.store.importing;
