/** Shared procedures as they travel, and what is otherwise in a later version. */
package jp.yakuba.share.model;
