/** The portal's desk and its guides as data: questions, and which procedures and facts follow from the answers. */
package jp.yakuba.portal.service;
