/** Taking over documents of an earlier system (移行文書): lines of its list, jobs, faults, and where records came from. */
package jp.yakuba.document.model.importing;
