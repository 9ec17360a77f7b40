/** Notices of moves, in form and words. */
package jp.yakuba.relocation.model;
