/** Guides as data: questions, and which procedures and facts follow from the answers. */
package jp.yakuba.portal.model;
