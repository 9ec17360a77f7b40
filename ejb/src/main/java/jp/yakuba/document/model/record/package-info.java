/** The life of a record: who has it, in which file it lies, who reads it. */
package jp.yakuba.document.model.record;
