/** Where shared procedures and what was taken over stand. */
package jp.yakuba.share.store;
