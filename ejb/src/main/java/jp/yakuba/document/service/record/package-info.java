/** Enters records and leads them through their life. */
package jp.yakuba.document.service.record;
