/** The beans behind the records desk and the file room. */
package jp.yakuba.document.service;
